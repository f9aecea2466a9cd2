"""The sides of a contract ("Bên A", "Bên B") and who they are: the company or person named in the block of each."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import dataclass, replace
from itertools import pairwise

from dieukhoan.core.records import Body, Document, Mention, Party
from dieukhoan.core.slug import slug

SIDE_RULES = frozenset({"body.side", "generic.people"})
_NAMED_KINDS = frozenset(
    {
        *("enterprise", "bank", "school", "association", "union", "department", "committee"),
        *("army", "police", "insurance", "inner_unit", "court"),
    }
)
_PERSON = re.compile(
    r"(?:(?:Hộ|HỘ)(?: gia đình| GIA ĐÌNH)? (?:ông|bà|ÔNG|BÀ)|Ông|Bà|ÔNG|BÀ|TS|ThS|PGS)[.:]?\s*:?\s*"
    r"(?P<name>[A-ZĐ]\w*(?: [A-ZĐÀ-Ỹ]\w*){1,4})(?![\w/])"
)
_NAMED_SELF = re.compile(
    r"[\s\W]*(?:Họ (?:và )?tên|HỌ (?:VÀ )?TÊN)[^:\n]{0,30}:[^\w\n]*(?:(?:Ông|Bà)[^\w\n]+)?"
    r"(?P<name>[A-ZĐÀ-Ỹ]\w+(?: [A-ZĐÀ-Ỹ]\w*){1,4})(?=\s*(?:[,;(\t-]| {2}|\n|$|[Ss]inh|[Nn]ăm|[Nn]gày|Giới|C[MC]))"
)
_NAME_LABEL = re.compile(
    r"(?:[^\S\n]*\([^()\n]{0,60}\))?(?:[^\S\n]+là(?=\s*:))?[\s\W]*(?:(?:\d{1,2}|[IVX]{1,4}|[A-E])[.)/][^\w\n]*)?"
    r"(?:(?:Tên|TÊN)[^:\n]{0,40}:|(?:Đơn vị|Cơ quan|Doanh nghiệp|Công ty|Tổ chức|(?:Bên|BÊN) [^:\n]{0,40})\s*:)?"
    r"[^\w\n]*"
)
# "Ông Phạm Hữu Tài - Giám đốc Công ty X" signs for the company
_HEADS_IT = re.compile(
    r"[^\w\n]{1,8}(?:Chức (?:vụ|danh)\s*:\s*)?(?:(?:Phó|Tổng|Quyền)\s+){0,2}"
    r"(?=(?:Giám đốc|Tổng giám đốc|Hiệu trưởng|Chủ tịch|Trưởng|Chủ nhiệm|Viện trưởng) \w)",
    re.IGNORECASE,
)
_STANDS_FOR = re.compile(r"đại diện[^:\n]{0,40}$", re.IGNORECASE)
_LABEL = re.compile(r"^\W*(?:\d+\.|[IVX]+\.|[A-E]\.)?\W*(?:Đại diện\s+)?", re.IGNORECASE)
_ALSO = re.compile(r"\s*\(\s*(?:(?:sau đây|dưới đây) )?(?:được )?(?:(?:gọi|viết)(?: tắt)? là:? )?[\"“]?", re.IGNORECASE)
_CALLED = re.compile(r"\s*:[^\n]*\([^()\n]*(?:gọi|viết)(?: tắt)? là:? [\"“]?", re.IGNORECASE)
_LETTERED = re.compile(r"bên [a-eđ]", re.IGNORECASE)
_LOOK_AHEAD = 4  # lines below a side's label in which its name may stand
_LOOK_BACK = 14  # lines above "(sau đây gọi là Bên A)"


@dataclass(frozen=True, slots=True)
class Owner:
    """Who a side is: the body and where it is named."""

    body: Body
    start: int
    end: int


def sides(document: Document, before: int) -> tuple[Party, ...]:
    """The sides as parties, in the order in which their blocks stand before offset ``before``."""
    found: dict[str, Party] = {}
    for mention in document.mentions:
        if mention.rule in SIDE_RULES and mention.start < before and _heads_block(document.text, mention):
            found.setdefault(mention.body_id, Party(mention.body_id, mention.text, mention.start, mention.end))
    lettered = {key: party for key, party in found.items() if _LETTERED.fullmatch(party.text)}
    described = {key: party for key, party in found.items() if key not in lettered}
    chosen = lettered if len(lettered) > 1 else described if len(described) > 1 else found
    return tuple(chosen.values()) if len(chosen) > 1 else ()


def described(document: Document, parties: Sequence[Party]) -> dict[str, str]:
    """By its body_id the body that tells what a side does, and the lettered side it is: "BÊN CHO THUÊ (BÊN A)", "BÊN
    CHO THUÊ: Công ty X (gọi tắt là Bên A)"."""
    lettered = {party.body_id for party in parties}
    pairs: dict[str, str] = {}
    for first, second in pairwise(mention for mention in document.mentions if mention.rule in SIDE_RULES):
        told = second.body_id in lettered and first.body_id not in lettered
        between = document.text[first.end : second.start]
        if told and (_ALSO.fullmatch(between) or (_CALLED.fullmatch(between) and _heads_block(document.text, first))):
            pairs.setdefault(first.body_id, second.body_id)
    return pairs


def _heads_block(text: str, mention: Mention) -> bool:
    """Whether the side's name is a label: at the start of its line, or said in brackets ("gọi tắt là Bên A")."""
    line = text.rfind("\n", 0, mention.start) + 1
    before = text[line : mention.start]
    after = text[mention.end : mention.end + 5].lstrip(' \t”"').removeprefix("là").lstrip(" ")
    if re.search(r"(?:gọi (?:tắt )?là|là|hoặc|\()\s*[\"“]?\s*$", before):
        return after[:1] in (")", "”", '"', ",", "") or after.startswith(("ho", "/"))
    return _LABEL.fullmatch(before) is not None and after[:1] in (":", "\n", "(", "/", "", "–", "-")


def name_sides(document: Document, parties: Sequence[Party]) -> Document:
    """Give every side the body that its block names; "Bên A" becomes a short form of it."""
    return give_owners(
        document, parties, {party.body_id: owner for party in parties if (owner := _owner(document, party, parties))}
    )


def give_owners(document: Document, parties: Sequence[Party], owners: dict[str, Owner]) -> Document:
    """``document`` with ``parties``, of which those in ``owners`` (by body_id) are the bodies there."""
    taken: set[str] = set()
    for side, owner in list(owners.items()):
        if owner.body.body_id in taken:
            del owners[side]
        taken.add(owner.body.body_id)
    names = {body.body_id: body.name for body in document.bodies}
    shorts = {body.body_id: body.abbreviation for body in document.bodies}
    bodies = {body.body_id: body for body in document.bodies if body.body_id not in owners}
    for side, owner in owners.items():
        short = owner.body.abbreviation or shorts[side] or names[side]
        bodies[owner.body.body_id] = replace(owner.body, abbreviation=short)
    mentions = tuple(
        replace(m, body_id=owners[m.body_id].body.body_id, via="abbreviation") if m.body_id in owners else m
        for m in document.mentions
    )
    settled = tuple(
        Party(named.body.body_id, document.text[named.start : named.end], named.start, named.end)
        if (named := owners.get(party.body_id))
        else party
        for party in parties
    )
    moved = {side: owner.body.body_id for side, owner in owners.items()}
    placed = (replace(body, parent_id=moved.get(body.parent_id, body.parent_id)) for body in bodies.values())
    return replace(document, bodies=tuple(placed), mentions=mentions, parties=settled)


def _owner(document: Document, party: Party, parties: Sequence[Party]) -> Owner | None:
    """Who the side is: named behind its label, before "(gọi tắt là Bên A)", or in the lines of its block."""
    text = document.text
    line = text.rfind("\n", 0, party.start) + 1
    line_end = _line_end(text, party.end)
    later = [other.start for other in parties if other.start > party.start]
    earlier = [other.end for other in parties if other.end < party.start]
    if _STANDS_FOR.search(text, line, party.start):
        return represented(document, party.end, line_end)
    if found := _named(document, party.end, line_end):
        return found
    if re.search(r"\(\s*[\"“]?\s*$", text[line : party.start]) and (found := _named(document, line, party.start)):
        return found
    if re.search(r"(?:gọi|là)\s*[\"“]?\s*$", text[line : party.start]):
        above = max([_lines_back(text, line, _LOOK_BACK), *earlier])
        if found := _named(document, line, party.start) or _in_lines(document, above, line):
            return found
    return _in_lines(document, line_end + 1, min([_lines_on(text, party.end, _LOOK_AHEAD), *later]))


def represented(document: Document, start: int, end: int) -> Owner | None:
    """The organisation that a representative speaks for: "Đại diện bên A: Ông Đinh Núp, Giám đốc Công ty Sông Ba"."""
    bodies = {body.body_id: body for body in document.bodies}
    for mention in document.mentions[bisect_left([mention.start for mention in document.mentions], start) :]:
        if mention.start >= end:
            break
        body = bodies[mention.body_id]
        if mention.rule.startswith("office."):
            body = bodies.get(body.parent_id, body)
        if body.kind in _NAMED_KINDS and " " in body.name and not body.name.endswith("…"):
            return Owner(body, mention.start, mention.end)
    return None


def _in_lines(document: Document, start: int, end: int) -> Owner | None:
    """The first line of ``[start, end)`` that begins with a name, or with a label for one ("Tên đơn vị: …")."""
    while start < end:
        stop = min(_line_end(document.text, start), end)
        if found := _named(document, start, stop):
            return found
        start = stop + 1
    return None


def _named(document: Document, start: int, end: int) -> Owner | None:
    """The body or person named first in ``[start, end)``, but for marks and a label before the name."""
    first = _NAME_LABEL.match(document.text, start, end)
    at = first.end() if first else start
    index = bisect_left([mention.start for mention in document.mentions], at)
    if index < len(document.mentions):
        mention = document.mentions[index]
        body = next(body for body in document.bodies if body.body_id == mention.body_id)
        proper = body.kind in _NAMED_KINDS and mention.rule.startswith("body.") and " " in body.name
        if mention.start == at and mention.end <= end and proper and not body.name.endswith("…"):
            return Owner(body, mention.start, mention.end)
    person = person_at(document, at, end) or _person(_NAMED_SELF.match(document.text, start, end))
    heads = _HEADS_IT.match(document.text, person.end, end) if person else None
    return (represented(document, heads.end(), end) if heads else None) or person


def person_at(document: Document, start: int, end: int | None = None) -> Owner | None:
    """The person named at ``start`` with "Ông" or "Bà", before ``end`` or the end of the line."""
    return _person(_PERSON.match(document.text, start, end or _line_end(document.text, start)))


def _person(match: re.Match[str] | None) -> Owner | None:
    if match is None:
        return None
    name = " ".join(match["name"].split())
    name = name.title() if name.isupper() else name
    return Owner(Body(slug(name), name, kind="person_group"), *match.span("name"))


def _line_end(text: str, at: int) -> int:
    end = text.find("\n", at)
    return end if end >= 0 else len(text)


def _lines_on(text: str, at: int, count: int) -> int:
    for _ in range(count):
        at = _line_end(text, at) + 1
    return min(at, len(text))


def _lines_back(text: str, at: int, count: int) -> int:
    for _ in range(count):
        at = text.rfind("\n", 0, max(0, at - 1)) + 1
    return at
