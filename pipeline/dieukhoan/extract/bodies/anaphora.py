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

# heads that name a party when they stand alone with a capital; those that are said of a whole movement are rules (lone)
_HEADS = frozenset(
    (
        *("Sở", "Công ty", "Tổng công ty", "Tập đoàn", "Ngân hàng", "Viện", "Trung tâm", "Bệnh viện", "Học viện"),
        *("Trường", "Nhà trường", "Trạm", "Hạt", "Đồn", "Chi nhánh", "Đài", "Quỹ", "Hợp tác xã", "Doanh nghiệp"),
    )
)
_NEAR = 600  # characters before "hai Sở" in which both must have been named
# what labour agreements call the employer
_EMPLOYERS = frozenset({"nguoi-su-dung-lao-dong", "ben-su-dung-lao-dong"})
_EMPLOYER_HEADS = ("Công ty", "công ty", "CÔNG TY", "Doanh nghiệp", "doanh nghiệp", "Người SDLĐ", "người SDLĐ")
_LEADING = "(?:.*?(?<!\\w)(?:thường vụ|thường trực|chấp hành|trung ương|tỉnh|thành|huyện) )?"
_MOVEMENTS = frozenset(
    ("Hội", "Đoàn", "Công đoàn", "Mặt trận", "Liên đoàn", "Bộ", "Ban", "Cục", "Tổng cục", "Chi cục")
)  # in front of what the rules say may follow, so that these need not try every place of the text

_COMMITTEE = "Ủy ban nhân dân "
_SERVICES = frozenset(
    (
        *("Hải quan", "Biên phòng", "Kiểm lâm", "Kho bạc", "Bưu điện", "Cảng vụ", "Kiểm ngư", "Cảnh sát biển"),
        *("Quản lý thị trường", "Thi hành án"),
    )
)  # of the same rules: they stand inside the name


def short_names(document: Document, rules: Rulebook) -> Document:
    """Add the mentions by which a party is named with its head alone: "Công ty" where one party is a company, "Hội" at
    the start of a clause where one party is of a Hội."""
    called = [(party.body_id, _name(document, party.body_id)) for party in document.parties]
    names = [(body_id, name.lower()) for body_id, name in called]
    owners = {head: _owners(names, head) for head in _HEADS | _MOVEMENTS | _SERVICES}
    alone = {head: ids.pop() for head, ids in owners.items() if len(ids) == 1}
    employer = next((party.body_id for party in document.parties if party.body_id in _EMPLOYERS), "")
    for head in _EMPLOYER_HEADS if employer else ():
        alone.setdefault(head, employer)
    places = _places(called)
    alone |= places
    if not alone:
        return document
    found = [match.span() for match in _pattern(alone).finditer(document.view.text)]
    text, told = document.view.text, rules.family("lone").rules
    spans = [
        (start, end)
        for start, end in found
        if text[start:end] not in _MOVEMENTS | _SERVICES | places.keys()
        or any((hit := rule.regex.match(text, start)) and hit.end() == end for rule in told)
    ]
    return replace(document, mentions=_with_heads(document, spans, alone)) if spans else document


def _name(document: Document, body_id: str) -> str:
    return next(body.name for body in document.bodies if body.body_id == body_id)


def _owners(names: Sequence[tuple[str, str]], head: str) -> set[str]:
    """The ids of the parties that ``head`` can mean, of their ids and ``names`` in small letters: it opens the name, or
    the party leads that movement ("Ban Thường vụ Hội Khuyến học tỉnh"; no "Liên đoàn" is a Đoàn), or is of that
    service."""
    wanted = "trường" if head == "Nhà trường" else head.lower()
    before = _LEADING if head in _MOVEMENTS else r".*?(?<!\w)" if head in _SERVICES else ""
    bears = re.compile(rf"{before}{wanted}(?: |$)")
    return {body_id for body_id, name in names if bears.match(name)}


def _places(called: Sequence[tuple[str, str]]) -> dict[str, str]:
    """The places of which the people's committee and nobody else is a party, with or without a capital ("Tỉnh Lâm
    Đồng"), and its id."""
    found: dict[str, str] = {}
    for body_id, name in called:
        place = name.removeprefix(_COMMITTEE)
        if " " in place and place != name and sum(other.endswith(place) for _, other in called) == 1:
            found |= dict.fromkeys((place, place[0].upper() + place[1:]), body_id)
    return found


def _pattern(heads: Iterable[str]) -> re.Pattern[str]:
    words = "|".join(sorted(heads, key=len, reverse=True))
    others = r"(?<!một )(?<!các )(?<!những )(?<!mọi )(?<!mỗi )"  # "một doanh nghiệp", "công ty khác" are no party
    return re.compile(rf"(?<![\w&/-]){others}(?:{words})(?![\w&/-])(?! [A-ZĐ]| (?:khác|mẹ|con|nào)(?!\w))")


def _with_heads(document: Document, found: Sequence[Span], alone: Mapping[str, str]) -> tuple[Mention, ...]:
    outline, view = Outline(document.units), document.view
    kept = [m for m in document.mentions if not (m.rule.startswith("generic.") and m.text in alone)]
    ends = sorted((mention.start, mention.end) for mention in kept)
    new = []
    for span in found:
        start, end = view.to_source(*span)
        index = bisect_right(ends, (start, len(document.text)))
        if index and ends[index - 1][1] > start:
            continue
        unit = outline.at(start)
        eid = unit.eid if unit else ""
        body_id = alone[view.text[slice(*span)]]
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
