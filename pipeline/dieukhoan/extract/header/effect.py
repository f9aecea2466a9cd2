"""From when the document is in force: its own last word on the matter (Luật Ban hành văn bản quy phạm pháp luật)."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import date, timedelta

from dieukhoan.core.outline import Outline
from dieukhoan.core.records import Document
from dieukhoan.core.text import View
from dieukhoan.extract.header.dates import iso_date
from dieukhoan.rulebook import Match, Rulebook

_WHOLE, _SOME = 3, 2


def find_effect(document: Document, document_type: str, issued_on: str, rules: Rulebook) -> str:
    """EDTF date or ``signing``; empty where the document does not say or leaves it open.

    The first statement of the last article that speaks of the whole document counts; what follows it there are
    exceptions ("trừ khoản 2 Điều này").
    """
    ranked = list(_statements(document, document_type, rules))
    best = max((rank for rank, _, _ in ranked), default=0)
    chosen = [(article, match) for rank, article, match in ranked if rank == best]
    if not chosen:
        return ""
    return value(next(match for article, match in chosen if article == chosen[-1][0]).emit, issued_on)


def _statements(document: Document, document_type: str, rules: Rulebook) -> Iterator[tuple[int, str, Match]]:
    """Each statement of effect with its rank (3: of this kind of document, 2: of "… này") and its article. After an
    appendix the document may go on (1), but the contract in a form comes into force for itself alone."""
    outline = Outline(document.units)
    for match in rules.family("effect").scan(document.view):
        unit = outline.at(document.view.to_source(match.start, match.end)[0])
        above = [unit, *outline.ancestors(unit)] if unit else []
        start = document.view.from_source(unit.text_start, unit.end)[0] if unit else 0
        rank = _rank(_subject(document.view, match, start), document_type, rules)
        if any(each.kind == "appendix" for each in above):
            rank = int(rank == _WHOLE)
        if rank:
            yield rank, next((each.eid for each in above if each.kind == "article"), ""), match


def _subject(view: View, match: Match, start: int) -> str:
    """What stands before a statement in its sentence."""
    line = view.text.rfind("\n", 0, match.start) + 1
    sentence = view.text.rfind(". ", line, match.start) + 1
    return view.text[max(start, line, sentence, match.start - 300) : match.start]


def _rank(subject: str, document_type: str, rules: Rulebook) -> int:
    """Whose effect it is: the last "… này". A provision ("khoản 2 Điều 5 Luật này") is not the whole document."""
    if any(match.emit["says"] == "provision" for match in rules.family("clause").scan(View(subject))):
        return 0
    head, this, _ = subject.rpartition(" này")
    named = rules.family("document_type").scan(View(head or subject))
    if named and named[-1].emit["type"] == document_type:
        return _WHOLE
    if this:
        return _WHOLE if named and document_type.startswith(named[-1].emit["type"]) else _SOME
    return 0 if subject.strip(" -+.;0123456789") else _SOME


def value(emit: Mapping[str, str], issued_on: str) -> str:
    """What a statement comes to: a date as precise as it is stated, ``signing``, or issue date plus days."""
    if "from" in emit:
        return emit["from"]
    if "days" in emit:
        return (date.fromisoformat(issued_on) + timedelta(int(emit["days"]))).isoformat() if issued_on else ""
    parts = [emit[name] for name in ("year", "month", "day")]
    stated = parts[: next((index for index, part in enumerate(parts) if not part.isdigit()), 3)]
    year, month, day = (*stated, "1", "1", "1")[:3]
    known = iso_date({"year": year, "month": month, "day": day})
    return known[: (0, 4, 7, 10)[len(stated)]]
