"""Words that stand for parties: "hai bên", "ba ngành" for all of them, "Sở", "Công ty" for one."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace

from dieukhoan.core.outline import Outline
from dieukhoan.core.records import Diagnostic, Document, Mention, Span
from dieukhoan.core.remarks import remark
from dieukhoan.rulebook import Rulebook

_LEVELS = {"tỉnh": "province", "huyện": "district", "xã": "commune", "trung ương": "central"}
_COUNT = {
    "hai": 2,
    "ba": 3,
    "bốn": 4,
    "năm": 5,
    "sáu": 6,
    "2": 2,
    "3": 3,
    "4": 4,
    "5": 5,
    "02": 2,
    "03": 3,
    "04": 4,
    "05": 5,
}

# heads that name a party wherever they stand alone with a capital; those that do so in some places are rules (lone)
_HEADS = (
    *("Sở", "Công ty", "Tổng công ty", "Tập đoàn", "Ngân hàng", "Viện", "Trung tâm", "Bệnh viện", "Học viện", "Trường"),
    *("Nhà trường", "Trạm", "Hạt", "Đồn", "Chi nhánh", "Đài", "Quỹ", "Hợp tác xã", "Doanh nghiệp"),
)
_NEAR = 600  # characters before "hai Sở" in which both must have been named
# what labour agreements call the employer
_EMPLOYERS = frozenset({"nguoi-su-dung-lao-dong", "ben-su-dung-lao-dong"})
_EMPLOYER_HEADS = ("Công ty", "công ty", "CÔNG TY", "Doanh nghiệp", "doanh nghiệp", "Người SDLĐ", "người SDLĐ")
# where in the name of a party a head stands that means it, by what the rules say of the head
_STANDS = {
    "first": "",
    "leading": r"(?:.*?(?<!\w)(?:thường vụ|thường trực|chấp hành|trung ương|tỉnh|thành|huyện) )?",
    "inside": r"(?:.* )?",
    "place": "ủy ban nhân dân ",
}


def short_names(document: Document, rules: Rulebook) -> Document:
    """Add the mentions by which a party is named with its head alone: "Công ty" where one party is a company, and what
    the rules ``lone`` tell of: "Hội" at the start of a clause where one party is of a Hội."""
    if not document.parties:
        return document
    names = [(party.body_id, _name(document, party.body_id).lower()) for party in document.parties]
    alone = {head: owner for head in _HEADS if (owner := _owner(names, head, "first"))}
    employer = next((body_id for body_id, _ in names if body_id in _EMPLOYERS), "")
    for head in _EMPLOYER_HEADS if employer else ():
        alone.setdefault(head, employer)
    view = document.view
    found = {match.span(): alone[match[0]] for match in _pattern(alone).finditer(view.text)} if alone else {}
    for match in rules.family("lone").scan(view):
        if owner := _owner(names, match.emit["head"], match.emit["stands"]):
            found[match.start, match.end] = owner
    return replace(document, mentions=_with_heads(document, found)) if found else document


def _name(document: Document, body_id: str) -> str:
    return next(body.name for body in document.bodies if body.body_id == body_id)


def _owner(names: Sequence[tuple[str, str]], head: str, stands: str) -> str:
    """The id of the one party that ``head`` can mean, of their ids and ``names`` in small letters, empty where there is
    none or more than one: it opens the name, or the party leads that movement ("Ban Thường vụ Hội Khuyến học tỉnh"; no
    "Liên đoàn" is a Đoàn), or is of that service, or is the people's committee of that place and nobody else is there.
    """
    wanted = "trường" if head == "Nhà trường" else head.lower()
    if stands == "place" and sum(name.endswith(f" {wanted}") for _, name in names) > 1:
        return ""
    bears = re.compile(rf"{_STANDS[stands]}{wanted}(?: |$)")
    owners = {body_id for body_id, name in names if bears.match(name)}
    return owners.pop() if len(owners) == 1 else ""


def _pattern(heads: Iterable[str]) -> re.Pattern[str]:
    words = "|".join(sorted(heads, key=len, reverse=True))
    others = r"(?<!một )(?<!các )(?<!những )(?<!mọi )(?<!mỗi )"  # "một doanh nghiệp", "công ty khác" are no party
    return re.compile(rf"(?<![\w&/-]){others}(?:{words})(?![\w&/-])(?! [A-ZĐ]| (?:khác|mẹ|con|nào)(?!\w))")


def _with_heads(document: Document, found: Mapping[Span, str]) -> tuple[Mention, ...]:
    """The mentions with those at the view spans ``found``, each of the body given with it, where no other stands."""
    outline, view = Outline(document.units), document.view
    spans = {view.to_source(*span): body_id for span, body_id in sorted(found.items())}
    kept = [m for m in document.mentions if not (m.rule.startswith("generic.") and (m.start, m.end) in spans)]
    ends = sorted((mention.start, mention.end) for mention in kept)
    new = []
    for (start, end), body_id in spans.items():
        index = bisect_right(ends, (start, len(document.text)))
        if index and ends[index - 1][1] > start:
            continue
        unit = outline.at(start)
        eid = unit.eid if unit else ""
        new.append(Mention(body_id, document.text[start:end], start, end, "abbreviation", eid, "body.short_name"))
    return tuple(sorted((*kept, *new), key=lambda mention: mention.start))


def anaphora(document: Document, rules: Rulebook) -> Document:
    """Add one mention for each party wherever a word stands for all of them; a word that speaks of another number of
    parties than are known is a diagnostic."""
    outline, view = Outline(document.units), document.view
    kept = list(document.mentions)
    new: list[Mention] = []
    doubts: list[Diagnostic] = []
    at = 0
    parties = [party.body_id for party in document.parties]
    called = {body.body_id: body.name.lower() for body in document.bodies}
    for match in rules.family("anaphor").scan(view):
        start, end = view.to_source(match.start, match.end)
        while at < len(kept) and kept[at].end <= start:
            at += 1
        clash = at < len(kept) and kept[at].start < end
        if clash and not (kept[at].rule.startswith("generic.") and start <= kept[at].start and kept[at].end <= end):
            continue  # "lãnh đạo ba ngành", "Thường trực hai ngành" are somebody else
        unit = outline.at(start)
        eid, text = unit.eid if unit else "", document.text[start:end]
        count = _COUNT.get(match.emit["count"].lower())
        meant = parties
        if not _is_here(match.emit.get("level", ""), document.header.level):
            continue  # "hai ngành cấp huyện" in a programme of the province
        if parties and not _are_meant(match.emit, [called[party] for party in parties]):
            meant = _just_named(kept[:at], match.emit, count, start, called)
        elif not parties or count not in (None, len(parties)):
            doubts.append(_doubt(text, len(parties), eid, start, end))
            continue
        if clash and meant:
            del kept[at]  # "mỗi cơ quan" is no agency in general
        new += [Mention(body_id, text, start, end, "anaphor", eid, match.rule.id) for body_id in meant]
    mentions = tuple(sorted((*kept, *new), key=lambda mention: mention.start))
    return replace(document, mentions=mentions, diagnostics=(*document.diagnostics, *doubts))


def _is_here(told: str, level: str) -> bool:
    """Whether the level ``told`` behind the word (" cấp tỉnh"; empty for none) is that of the document."""
    return not told or _LEVELS[told.split(maxsplit=1)[1].lower()] == level


def _are_meant(emit: Mapping[str, str], names: Sequence[str]) -> bool:
    """Whether the parties called ``names`` (in small letters) bear the word that stands for them: "ba phòng" are all
    phòng, of "hai Bộ" one may be the State Bank, and in a text of two ministries "hai Sở" are others."""
    for key, enough in (("head", all), ("one", any)):
        word = emit.get(key, "").lower()
        if word and not enough(re.search(rf"(?<!\w){word}(?!\w)", name) for name in names):
            return False
    return True


def _just_named(
    before: Sequence[Mention], emit: Mapping[str, str], count: int | None, start: int, called: Mapping[str, str]
) -> list[str]:
    """The bodies that "hai Sở" means where no party is one: as many of that kind as were named last, in reading order;
    none where they are fewer or stand far before offset ``start``."""
    word = (emit.get("one") or emit.get("head") or "").lower()
    found: dict[str, None] = {}
    for mention in reversed(before):
        if count is None or mention.start < start - _NEAR or len(found) == count:
            break
        if called[mention.body_id].startswith(f"{word} "):
            found.setdefault(mention.body_id)
    return list(found)[::-1] if len(found) == count else []


def _doubt(text: str, known: int, unit: str, start: int, end: int) -> Diagnostic:
    key = "some_parties" if known else "no_parties"
    return remark("unresolved_body", key, unit=unit, at=(start, end), quote=text, count=known)
