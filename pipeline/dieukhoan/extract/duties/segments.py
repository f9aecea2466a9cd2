"""From a unit's own text to the pieces that may each state a duty.

A piece ends with its sentence, and at a semicolon when what follows has its own verb or subject; quotation marks and
parentheses hold together; a list after a colon stays in the sentence that it completes.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import pairwise
from typing import NamedTuple

from dieukhoan.extract.duties.anatomy import dissect
from dieukhoan.extract.duties.cuts import only_front, only_names, starts_clause
from dieukhoan.extract.duties.introducing import acts, only_partners
from dieukhoan.extract.duties.scene import Scene

_OPENING = 400  # characters of a list that say what it is a list of: thousands of items are not gone through for each
_MARK = re.compile(r'[()"\[\].;:!?…]')
_CLOSES = {")": "(", "]": "["}
_OPENER = re.compile(r"\s*(?:[-+•*] ?)?")
_LAST_WORD = re.compile(r"[^\s(]+$")


class Piece(NamedTuple):
    """A stretch of a sentence (view offsets); ``sentence`` counts in the unit; ``introduces``: ends with a colon."""

    start: int
    end: int
    sentence: int
    introduces: bool = False


def pieces(scene: Scene, start: int, end: int) -> Iterator[Piece]:
    """The pieces of the unit text ``[start, end)``, in order."""
    marks = _free_marks(scene.view.text, start, end)
    begin, inner = start, []
    number = 0
    for at in [*marks, end]:
        if at < end and not _ends_sentence(scene, begin, at, end):
            inner.append(at)
            continue
        for piece in _sentence(scene, begin, min(at, end), inner, number):
            if piece.end > piece.start:
                yield piece
        begin, inner, number = at + 1, [], number + 1


def _free_marks(text: str, start: int, end: int) -> list[int]:
    """Offsets of punctuation outside parentheses and quotation marks (those without a partner hold nothing)."""
    marks = [(match.start(), match.group()) for match in _MARK.finditer(text, start, end)]
    open_at: dict[str, list[int]] = {"(": [], "[": [], '"': []}
    held: list[tuple[int, int]] = []
    for at, mark in marks:
        if mark in "([" or (mark == '"' and not open_at['"']):
            open_at[mark].append(at)
        elif mark in _CLOSES or mark == '"':
            stack = open_at[_CLOSES.get(mark, mark)]
            if stack:
                held.append((stack.pop(), at))
    return list(_outside([at for at, mark in marks if mark in ".;:!?…"], sorted(held)))


def _outside(places: list[int], held: list[tuple[int, int]]) -> Iterator[int]:
    index, reach = 0, -1
    for place in places:
        while index < len(held) and held[index][0] < place:
            reach = max(reach, held[index][1])
            index += 1
        if place > reach:
            yield place


def _ends_sentence(scene: Scene, begin: int, at: int, end: int) -> bool:
    """Whether the mark at ``at`` closes a sentence: not in "TP. Huế", "Số 12. Sở", "1.500.000", "v.v. và"."""
    text = scene.view.text
    if text[at] in ";:":
        return False
    after = text[at + 1 : at + 2]
    if after and not after.isspace():
        return False
    follows = text[at + 1 : min(at + 12, end)].lstrip()[:1]
    if follows and not (follows.isupper() or follows.isdigit() or follows in '"(-+•*['):
        return False
    if not follows or text[at] in "!?":
        return True
    word = _LAST_WORD.search(text, max(begin, at - 24), at)
    return word is None or not _abbreviates(scene, word.start(), at)


def _abbreviates(scene: Scene, start: int, at: int) -> bool:
    """Whether the word before a full stop is an abbreviation or a number that the stop belongs to."""
    word = scene.view.text[start:at]
    before = scene.lower[max(0, start - 5) : start]
    if word.isdigit():
        return before.endswith((" số ", "\nsố "))
    if len(word) == 1 and word.isupper():
        return not before.endswith("bên ")
    known = scene.link("abbreviation", start, at + 1)
    return known is not None and known.end() == at


def _sentence(scene: Scene, start: int, end: int, marks: list[int], number: int) -> Iterator[Piece]:
    """Cut one sentence at those of its semicolons where another clause begins."""
    text = scene.view.text
    begin = start
    listing = asked = False
    for at, following in pairwise([*marks, end]):
        if text[at] == ":" and not asked:
            listing, asked = _opens_listing(scene, begin, at, end), True
        elif text[at] == ";" and not listing:
            if _parts(scene, begin, at, following):
                yield _trimmed(text, begin, at, number)
                begin, asked = at + 1, False
            else:
                listing = _names_topics(scene, begin, at, following)
    yield _trimmed(text, begin, end, number)


def _parts(scene: Scene, begin: int, semicolon: int, following: int) -> bool:
    """Whether the semicolon parts two clauses."""
    if not starts_clause(scene, semicolon + 1, following):
        return False
    opening = min(semicolon, begin + _OPENING)
    field = scene.link("law_field", _skip(scene.lower, semicolon + 1), following)
    if field is not None and field.end() >= following - 1 and scene.holds("law_about", begin, opening):
        return False
    if _lists_partners(scene, begin, semicolon, following):
        return False
    return not only_names(scene, begin, semicolon) and not only_front(scene, begin, semicolon, following)


def _names_topics(scene: Scene, begin: int, semicolon: int, following: int) -> bool:
    """ "Phổ biến các quy định về cư trú; hôn nhân và gia đình; xóa bỏ hủ tục": behind a noun all are topics."""
    clause = dissect(scene, scene.skip(semicolon + 1, following), following)
    nominal = clause.kind in ("noun", "unknown") and clause.predicate < 0
    told = nominal and scene.holds("topics", begin, min(semicolon, begin + _OPENING))
    return told and dissect(scene, begin, semicolon).kind == "verb"


def _lists_partners(scene: Scene, begin: int, semicolon: int, following: int) -> bool:
    """ "Chủ trì, phối hợp với các cơ quan trung ương; Công an tỉnh tổ chức …": the list of partners goes on, since
    nothing has been said yet of what they do together."""
    clause = dissect(scene, begin, semicolon)
    at = scene.skip(semicolon + 1, following)
    return clause.subject is None and only_partners(scene, clause) and scene.slot_at(at, following) is not None


def _opens_listing(scene: Scene, start: int, colon: int, end: int) -> bool:
    """Whether "tổ chức một trong các hoạt động sau: a; b" stays whole, unlike "Sở có trách nhiệm: a; b"."""
    if colon + 1 >= end or scene.words.labels.at(scene.lower, _skip(scene.lower, start), end):
        return False
    return acts(scene, start, colon) or scene.holds("made_up", start, colon + 1)


def _skip(lower: str, start: int) -> int:
    match = _OPENER.match(lower, start)
    return match.end() if match else start


def _trimmed(text: str, start: int, end: int, number: int) -> Piece:
    """Without blanks, leading dashes and closing punctuation ("./.", ";")."""
    start = _skip(text, start)
    introduces = False
    while end > start and (text[end - 1].isspace() or text[end - 1] in ".;,:/-–…"):
        if text[end - 1] == "…" and text[end - 2 : end - 1] not in ("", " ") and not text[end - 2].isspace():
            break
        introduces = introduces or text[end - 1] == ":"
        end -= 1
    return Piece(start, end, number, introduces)
