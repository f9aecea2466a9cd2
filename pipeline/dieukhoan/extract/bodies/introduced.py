"""Parties that stand line by line under the words that introduce them: "chúng tôi gồm:", "được lập giữa:"."""

from __future__ import annotations

import re
from collections.abc import Iterator

from dieukhoan.core.records import Document, Mention, Party

_OPENING = re.compile(
    r"(?:(?:chúng tôi|các bên|hai bên|thành phần|đại diện)[^\n:]{0,60}?(?<!\w)(?:gồm(?: có)?|là|dưới đây)|(?<!\w)giữa"
    r"|^\W*(?:[\divx]{1,4}[.)]\s*)?(?:các|hai|ba) bên (?:tham gia|ký kết|phối hợp)(?: [^\W\d_]+){0,4})"
    r"[^\S\n]*:?[^\S\n]*\n",
    re.IGNORECASE | re.MULTILINE,
)
# the words by which the parties agree, or the first article
_END = re.compile(
    r"^\W*(?:điều \d|(?:hai|các|ba) (?:bên|cơ quan|đơn vị)|sau khi|thống nhất|cùng (?:nhau |thống|ký|th[ỏo]|bàn)|"
    r"thỏa thuận|thoả thuận|căn cứ|xét )",
    re.IGNORECASE | re.MULTILINE,
)
_BEFORE_NAME = re.compile(
    r"[^\w\n]*(?:(?:\d{1,2}|[IVX]{1,4}|[A-E])[.)/-][^\w\n]*)?(?:(?:và|với)\W+)?(?:(?:đại diện|bên|đơn vị)[ :]{1,3})*",
    re.IGNORECASE,
)
_LONGEST = 4000  # characters of such a list with its addresses
_FIRST = 5000  # characters of a document in which it begins
_NO_PARTY = frozenset({"generic", "person_group"})


def introduced(document: Document) -> tuple[Party, ...]:
    """The bodies whose names open the lines of such a list, where there are two or more."""
    opening = _OPENING.search(document.text, 0, _FIRST)
    if opening is None:
        return ()
    last = min(len(document.text), opening.end() + _LONGEST)
    end = _END.search(document.text, opening.end(), last)
    found: dict[str, Party] = {}
    for party in _named(document, opening.end(), end.start() if end else last):
        found.setdefault(party.body_id, party)
    return tuple(found.values()) if len(found) > 1 else ()


def _named(document: Document, start: int, end: int) -> Iterator[Party]:
    kinds = {body.body_id: body.kind for body in document.bodies}
    for mention in document.mentions:
        if not start <= mention.start < end or kinds[mention.body_id] in _NO_PARTY:
            continue
        line = document.text.rfind("\n", 0, mention.start) + 1
        if mention.rule.startswith("body.") and _BEFORE_NAME.fullmatch(document.text, line, mention.start):
            yield Party(mention.body_id, mention.text, mention.start, mention.end)


def below_superior(text: str, mentions: tuple[Mention, ...]) -> tuple[Mention, ...]:
    """The ``mentions`` of a letterhead without a body alone on the first line, above a line of those who agree: "UBND
    THÀNH PHỐ VỊ THANH" over "TRƯỜNG TIỂU HỌC A - TRẠM Y TẾ B"."""
    if len(mentions) < 3 or text[mentions[0].end : mentions[1].start].strip():
        return mentions
    first, second = (text.count("\n", mentions[0].start, mention.start) for mention in mentions[1:3])
    return mentions[1:] if first == second > 0 else mentions
