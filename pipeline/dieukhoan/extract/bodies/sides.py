"""The sides of a contract ("Bên A", "Bên B") and who they are: the company or person named in the block of each."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import dataclass, replace

from dieukhoan.core.records import Body, Document, Mention, Party
from dieukhoan.core.slug import slug

SIDE_RULES = frozenset({"body.side", "generic.people"})
_NAMED_KINDS = frozenset(
    {
        *("enterprise", "bank", "school", "association", "union", "department", "committee"),
        *("army", "police", "insurance", "inner_unit", "court"),
    }
)
_PERSON = re.compile(r"(?:Ông|Bà|ÔNG|BÀ|TS|ThS|PGS)[.:]?\s*:?\s*(?P<name>[A-ZĐ]\w*(?: [A-ZĐÀ-Ỹ]\w*){1,4})(?![\w/])")
_NAME_LABEL = re.compile(
    r"[\s\W]*(?:(?:Tên|TÊN)[^:\n]{0,40}:|(?:Đơn vị|Cơ quan|Doanh nghiệp|Công ty|Tổ chức|Bên [^:\n]{0,40})\s*:)?[^\w\n]*"
)
_LABOUR = ("nguoi-su-dung-lao-dong", "nguoi-lao-dong")
_LABEL = re.compile(r"^\W*(?:\d+\.|[IVX]+\.)?\W*(?:Đại diện\s+)?", re.IGNORECASE)
_LOOK_AHEAD = 4  # lines below a side's label in which its name may stand
_LOOK_BACK = 14  # lines above "(sau đây gọi là Bên A)"


@dataclass(frozen=True, slots=True)
class _Owner:
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
    lettered = {key: party for key, party in found.items() if key.startswith("ben-") and len(key) == 5}
    chosen = lettered if len(lettered) > 1 else found
    return tuple(chosen.values()) if len(chosen) > 1 else ()


def labour_sides(document: Document) -> tuple[Party, ...]:
    """The employer and the employee where no block names them but the text speaks of both."""
    first: dict[str, Party] = {}
    for mention in document.mentions:
        first.setdefault(mention.body_id, Party(mention.body_id, mention.text, mention.start, mention.end))
    both = [first[side] for side in _LABOUR if side in first]
    return tuple(both) if len(both) == len(_LABOUR) else ()


def _heads_block(text: str, mention: Mention) -> bool:
    """Whether the side's name is a label: at the start of its line, or said in brackets ("gọi tắt là Bên A")."""
    line = text.rfind("\n", 0, mention.start) + 1
    before = text[line : mention.start]
    after = text[mention.end : mention.end + 3].lstrip(' \t”"')
    if re.search(r"(?:gọi (?:tắt )?là|là|hoặc|\()\s*[\"“]?\s*$", before):
        return after[:1] in (")", "”", '"', ",", "") or after.startswith(("ho", "/"))
    return _LABEL.fullmatch(before) is not None and after[:1] in (":", "\n", "(", "/", "", "–", "-")


def name_sides(document: Document, parties: Sequence[Party]) -> Document:
    """Give every side the body that its block names; "Bên A" becomes a short form of it."""
    owners = {party.body_id: owner for party in parties if (owner := _owner(document, party, parties))}
    taken: set[str] = set()
    for side, owner in list(owners.items()):
        if owner.body.body_id in taken:
            del owners[side]
        taken.add(owner.body.body_id)
    names = {body.body_id: body.name for body in document.bodies}
    bodies = {body.body_id: body for body in document.bodies if body.body_id not in owners}
    for side, owner in owners.items():
        bodies[owner.body.body_id] = replace(owner.body, abbreviation=owner.body.abbreviation or names[side])
    mentions = tuple(
        replace(m, body_id=owners[m.body_id].body.body_id, via="abbreviation") if m.body_id in owners else m
        for m in document.mentions
    )
    settled = tuple(
        Party(owner.body.body_id, document.text[owner.start : owner.end], owner.start, owner.end)
        if (owner := owners.get(party.body_id))
        else party
        for party in parties
    )
    moved = {side: owner.body.body_id for side, owner in owners.items()}
    placed = (replace(body, parent_id=moved.get(body.parent_id, body.parent_id)) for body in bodies.values())
    return replace(document, bodies=tuple(placed), mentions=mentions, parties=settled)


def _owner(document: Document, party: Party, parties: Sequence[Party]) -> _Owner | None:
    """Who the side is: named behind its label, before "(gọi tắt là Bên A)", or in the lines of its block."""
    text = document.text
    line = text.rfind("\n", 0, party.start) + 1
    line_end = _line_end(text, party.end)
    later = [other.start for other in parties if other.start > party.start]
    earlier = [other.end for other in parties if other.end < party.start]
    if found := _named(document, party.end, line_end):
        return found
    if re.search(r"(?:gọi|là)\s*[\"“]?\s*$", text[line : party.start]):
        above = max([_lines_back(text, line, _LOOK_BACK), *earlier])
        if found := _named(document, line, party.start) or _in_lines(document, above, line):
            return found
    return _in_lines(document, line_end + 1, min([_lines_on(text, party.end, _LOOK_AHEAD), *later]))


def _in_lines(document: Document, start: int, end: int) -> _Owner | None:
    """The first line of ``[start, end)`` that begins with a name, or with a label for one ("Tên đơn vị: …")."""
    while start < end:
        stop = min(_line_end(document.text, start), end)
        if found := _named(document, start, stop):
            return found
        start = stop + 1
    return None


def _named(document: Document, start: int, end: int) -> _Owner | None:
    """The body or person named first in ``[start, end)``, but for marks and a label before the name."""
    first = _NAME_LABEL.match(document.text, start, end)
    at = first.end() if first else start
    index = bisect_left([mention.start for mention in document.mentions], at)
    if index < len(document.mentions):
        mention = document.mentions[index]
        body = next(body for body in document.bodies if body.body_id == mention.body_id)
        proper = body.kind in _NAMED_KINDS and mention.rule.startswith("body.") and " " in body.name
        if mention.start == at and mention.end <= end and proper and not body.name.endswith("…"):
            return _Owner(body, mention.start, mention.end)
    person = _PERSON.match(document.text, at, end)
    if person is None:
        return None
    name = " ".join(person["name"].split())
    return _Owner(Body(slug(name), name, kind="person_group"), *person.span("name"))


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
