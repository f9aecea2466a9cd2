"""What a document says of itself: kind, title, number, place and date, period, effect, level and province.

The layout that is read here is that of Nghị định 30/2020/NĐ-CP (Phụ lục I) and of Hướng dẫn 36-HD/VPTW for papers of
the Party and the unions; any part may be missing or stand elsewhere.
"""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import dataclass, replace

from dieukhoan.core.records import Blank, Document, Header, Span
from dieukhoan.core.text import View
from dieukhoan.extract.blanks import is_template, spot
from dieukhoan.extract.header.block import Block, place_of, read_block, title_lines
from dieukhoan.extract.header.dates import iso_date
from dieukhoan.extract.header.effect import find_effect
from dieukhoan.extract.header.ending import issued_at_the_end, stated_in_text
from dieukhoan.extract.header.period import begin_and_end, find_period
from dieukhoan.extract.header.territory import find_level, find_province, issuer_texts, preamble
from dieukhoan.extract.header.title import Title, find_title, kinds
from dieukhoan.extract.resources import Resources
from dieukhoan.rulebook import Match, Rulebook
from dieukhoan.rulebook.check import Evaluator

_AROUND_STROKE = re.compile(r"\s*([/-])\s*")


@dataclass(frozen=True, slots=True)
class _Issue:
    """Number, place and date of issue, each empty where not stated; ``area`` names the place with its province."""

    number: str = ""
    place: str = ""
    issued_on: str = ""
    area: str = ""


def read_header(document: Document, resources: Resources) -> Document:
    """Set ``document.header`` from the title block, the preamble, the articles on effect and the closing; and
    ``document.blanks``, by which a template is known."""
    rules = resources.rules
    block = read_block(document, title_lines(document), rules)
    title = find_title(block, rules, scanned=document.source.format == "pdf-scan")
    issue = _issue(document, block, title, rules)
    kind = _kind(document, block, title, rules)
    blanks = spot(document, rules)
    texts = list(issuer_texts(document, block, title, kind, rules))
    level = find_level(texts, kind, rules)
    start, end = _span(document, title)
    header = Header(
        document_type=kind,
        title=title.text(document),
        title_start=start,
        title_end=end,
        number=issue.number,
        place=issue.place,
        issued_on=issue.issued_on,
        period=_period(document, title, kind, rules),
        effective_from=find_effect(document, kind, issue.issued_on, rules),
        level=level,
        is_template=not (issue.number and issue.issued_on) and is_template(document, blanks),
        blank_count=len(blanks),
    )
    if level != "central" and not _province_is_blank(document, blanks):
        texts.insert(2, header.title)
        # who the parties of a model contract are, and where, is still to be filled in
        area = "" if header.is_template and kind == "hop_dong" else issue.area
        header = replace(header, province=find_province(document, texts, area, level, rules))
    return replace(document, header=header, blanks=blanks)


def _span(document: Document, title: Title) -> Span:
    if not title.pieces:
        return 0, 0
    return document.view.to_source(title.pieces[0].start, title.pieces[-1].end)


def _issue(document: Document, block: Block, title: Title, rules: Rulebook) -> _Issue:
    inside = _in_title(title, rules)
    number = next((match.emit["number"] for match in block.of("number") if match.emit.get("number")), "")
    dates = [*block.of("date"), *block.of("enacted")]
    place = next(filter(None, map(place_of, dates)), "")
    issued_on = next(filter(None, (iso_date(match.emit) for match in dates)), "")
    if not dates:
        place, issued_on = issued_at_the_end(document, rules)
    area = place
    if not issued_on and not dates:
        stated = stated_in_text(document, rules)
        issued_on = (iso_date(inside.emit) if inside else "") or stated.issued_on
        place, area = place or stated.place, area or stated.area
    number = number or (inside.emit["number"] if inside else "")
    return _Issue(_AROUND_STROKE.sub(r"\1", number).strip(" .,;"), place, issued_on, area)


def _in_title(title: Title, rules: Rulebook) -> Match | None:
    """Number and date inside the title ("Thông tư liên tịch … số 176/1998/TTLT-BTC ngày … Hướng dẫn …")."""
    view = View(" ".join(piece.text for piece in title.pieces))
    return next((match for match in rules.family("issue").scan(view) if match.rule.id == "issue.in_title"), None)


def _kind(document: Document, block: Block, title: Title, rules: Rulebook) -> str:
    """The type code: what the title says, made narrower by the number ("KẾ HOẠCH", 12/KHPH-…: a joint plan)."""
    numbered = _type_of_number(block, rules)
    if title.document_type and numbered.startswith(f"{title.document_type}_"):
        return numbered
    return title.document_type or numbered or _self_reference(document, rules) or "khac"


def _type_of_number(block: Block, rules: Rulebook) -> str:
    """The kind that the abbreviation in the number stands for ("12/KHPH-…"), blank numbers included."""
    for match in block.of("number"):
        for word in re.findall(r"[^\W\d_]+", match.emit.get("number", "") or _after_blank(match)):
            won = rules.family("number_type").scan(View(word))
            if won and won[0].end == len(word):
                return won[0].emit["type"]
    return ""


def _after_blank(match: Match) -> str:
    return match.groups.get("rest", "")


def _self_reference(document: Document, rules: Rulebook) -> str:
    """The kind by which the text speaks of itself most often ("Quy chế này"); the last resort."""
    lower = document.view.lower
    if " này" not in lower:
        return ""
    own = Counter(
        match.emit["type"]
        for match in rules.family("document_type").scan(document.view)
        if lower.startswith(" này", match.end)
    )
    own.pop("khac", None)
    return own.most_common(1)[0][0] if own else ""


def _period(document: Document, title: Title, kind: str, rules: Rulebook) -> str:
    """The period in the title; for an agreement else that in the sentence in which the parties agree."""
    stated = find_period(title.text(document), rules)
    if stated or kind not in kinds(rules, "joint"):
        return stated
    for start, end in preamble(document):
        view = View(document.text[start:end])
        agreed = [match for match in rules.family("clause").scan(view) if match.emit["says"] == "agrees"]
        if agreed and (stated := find_period(view.text[agreed[0].start :], rules)):
            return stated
    return ""


def _province_is_blank(document: Document, blanks: tuple[Blank, ...]) -> bool:
    """Whether a blank stands for the province before the first numbered unit ("Liên đoàn Lao động tỉnh ……")."""
    body = next((unit.start for unit in document.units if unit.number), len(document.text))
    return any(blank.role == "province" and blank.start < body for blank in blanks)


def evaluators() -> dict[str, Evaluator]:
    """The evaluator of the family ``period``: its dates as EDTF."""
    return {"period": begin_and_end}
