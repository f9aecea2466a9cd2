"""Where the words begin that a short form stands for: "… tại cơ sở khám bệnh, chữa bệnh (sau đây gọi là cơ sở)".

The writer takes the short form from the long one, so its first words, or its letters, are the first words of the long
form; what stands before them belongs to the sentence. Where nothing is taken over ("… (gọi chung là hai bên)") the
list before the brackets is meant, back to the word that governs it. All offsets are of the view.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import NamedTuple

_WORD = re.compile(r"[^\W_]+")
_SENTENCE = re.compile(r"\n|[:?!] |(?<!TP)(?<!Tp)(?<!Q)(?<!P)\. (?=[A-ZĐÀ-Ỹ])")
_MARKER = re.compile(r"\s*(?:(?:[a-zđ]{1,2}[.)]|\d+(?:\.\d+)*[.)]?|[IVX]+\.|[-+*•☐]) ?)?\s*")
_JOINED = re.compile(r"(?:[,;]|(?<!\w)(?:và|hoặc|hay)) ?(?:các |những )?$", re.IGNORECASE)
_GOVERNOR = re.compile(
    r"(?<!\w)(?:là|gồm|đối với|giữa|tại|cho|về|theo|trong|của|do|với|có|từ|quy định|áp dụng|thực hiện|:)"
    r"(?: (?=\w)|$)",
    re.IGNORECASE,
)
_SAYS = re.compile(r"(?<!\w)(?:là|gồm) (?=\w)", re.IGNORECASE)
_DEFINES = re.compile(r"\((?:sau đây|từ đây|gọi|viết)[^()]*\)", re.IGNORECASE)
_REACH = 1000  # characters before the brackets; titles of laws are that long
_DETERMINERS = frozenset({"các", "những", "mọi"})
_SKIPPED = frozenset({"và", "các", "của", "với", "về", "cho", "theo", "hoặc"})
# Heads of one syllable, of which the writer may keep nothing but the head: "Trung tâm" is two, "trường" is one.
_HEADS = frozenset(
    {
        *("bên", "bộ", "sở", "ban", "phòng", "cục", "hội", "trường", "viện", "đoàn"),
        *("quỹ", "tổ", "đội", "vụ", "xe", "thuốc", "trạm", "hạt", "đài"),
    }
)
_LEVELS = frozenset({"tỉnh", "huyện", "xã"})
_PLACE_FIRST = frozenset({"tỉnh", "thành", "huyện", "quận", "thị", "xã", "phường", "đặc", "các"})
_PLACES = _PLACE_FIRST | {"phố", "trấn", "khu", "trực", "thuộc", "trung", "ương", "và", "hoặc"}


class Word(NamedTuple):
    """A word in small letters and where it begins and ends."""

    text: str
    start: int
    end: int


def taken_over(text: str, before: int, short: str) -> int | None:
    """Where the long form of ``short`` begins that ends at ``before``; None where it takes up no word of ``short``."""
    said = [word.casefold() for word in _WORD.findall(short)]
    if not said:  # a template leaves it open: "(sau đây gọi tắt là ………)"
        return None
    for first in _reaches(text, before):
        words = list(_words(text, first, before))
        found = _level(words, short) if short.casefold().split()[-1] in _LEVELS else None
        if found is None:
            found = _spelled_out(words, short)
        if found is None:
            found = _repeated(text, words, before, said)
        if found is not None:
            return found
    return None


def _words(text: str, first: int, before: int) -> Iterator[Word]:
    """The words in the span but those of other short forms, "(sau đây gọi là UBND cấp huyện)"."""
    holes = [match.span() for match in _DEFINES.finditer(text, first, before)]
    for match in _WORD.finditer(text, first, before):
        if not any(start < match.start() < end for start, end in holes):
            yield Word(match.group().casefold(), *match.span())


def listed(text: str, before: int) -> int:
    """Where the list of things that ends at ``before`` begins: after the word that governs it, else with its clause."""
    first = next(_reaches(text, before))
    marker = _MARKER.match(text, first, before)
    first = marker.end() if marker else first
    bracket = _opened(text, first, before)
    first = bracket + 1 if 0 <= bracket < before else first
    comma = text.rfind(",", first, before)
    cues = _GOVERNOR.finditer(text, first, comma) if comma > 0 else _SAYS.finditer(text, first, before)
    return max((cue.end() for cue in cues), default=first)


def _reaches(text: str, before: int) -> Iterator[int]:
    """Where the clause begins, then where its sentence begins, if that is elsewhere."""
    least = max(0, before - _REACH)
    sentence = max((match.end() for match in _SENTENCE.finditer(text, least, before - 1)), default=least)
    clause = max(sentence, text.rfind(";", sentence, before) + 1)
    yield clause
    if clause > sentence:
        yield sentence


def _level(words: Sequence[Word], short: str) -> int | None:
    """ "UBND các tỉnh, thành phố trực thuộc trung ương (gọi chung là cấp tỉnh)": the words for places alone."""
    if len(short.split()) > 2 or short.casefold().split()[0] not in {"cấp", *_LEVELS}:
        return None
    at = len(words)
    while at and words[at - 1].text in _PLACES:
        at -= 1
    places = list(words[at:])
    while places and places[0].text not in _PLACE_FIRST:
        places.pop(0)
    return places[0].start if places else None


def _spelled_out(words: Sequence[Word], short: str) -> int | None:
    """ "sản xuất, lắp ráp (sau đây viết tắt là SXLR)": the last words whose letters the abbreviation gives."""
    pieces = list(_pieces(short))
    if not any(initial for _, initial in pieces):
        return None
    alone = sum(len(piece) for piece, _ in pieces) < 3  # two letters may be those of any two words
    for last in range(len(words), len(words) - 1 if alone else 0, -1):
        start = _backwards(words, last, pieces)
        if start is not None:
            return words[start].start
    return None


def _pieces(short: str) -> Iterator[tuple[str, bool]]:
    """The words of a short form and, one by one, the letters of its abbreviations; whether it is such a letter."""
    for word in _WORD.findall(short):
        if word.isupper() and len(word) > 1:
            yield from ((letter.casefold(), True) for letter in word)
        elif word.casefold() != "cấp":
            yield word.casefold(), False


def _backwards(words: Sequence[Word], last: int, pieces: Sequence[tuple[str, bool]]) -> int | None:
    """The word at which ``pieces`` begin that end with the word before ``last``."""
    at = last
    for piece, initial in reversed(pieces):
        at -= 1
        while 0 < at < last - 1 and words[at].text in _SKIPPED and not words[at].text.startswith(piece):
            at -= 1
        if at < 0 or not (words[at].text.startswith(piece) if initial else words[at].text == piece):
            return None
    return at


def _repeated(text: str, words: Sequence[Word], before: int, short: Sequence[str]) -> int | None:
    """Where the first words of ``short`` stand, so that as many as possible of the others follow; of a list whose items
    all begin so, the first item."""
    while len(short) > 1 and short[0] in _DETERMINERS:
        short = short[1:]
    size = min(2, len(short))
    found = _open(text, words, before, _places_of(words, short[:size]))
    if not found and short[0] in _HEADS:
        found = _open(text, words, before, _places_of(words, short[:1]))
    if not found:
        return None
    best = max(found, key=lambda at: (_followed(words[at:], short), at))
    if not any(char.isdigit() for word in short for char in word):  # "Thông tư số 30 và Thông tư số 31"
        best = _first_of_list(text, words, found, best)
    return words[best].start


def _first_of_list(text: str, words: Sequence[Word], places: Sequence[int], best: int) -> int:
    """The first of the ``places`` from which one list runs to the one at ``best``: "trạm y tế xã, trạm y tế quân y"; a
    short form of an item's own ends the list."""
    for earlier in reversed([at for at in places if at < best]):
        start, end = words[earlier].end, words[best].start
        if not _JOINED.search(text, start, end) or _DEFINES.search(text, start, end):
            break
        best = earlier
    return best


def _open(text: str, words: Sequence[Word], before: int, places: Sequence[int]) -> list[int]:
    """Those of ``places`` that do not stand inside brackets which close again: "(gọi là Bên giao), …"."""
    return [at for at in places if _opened(text, words[at].start, before) < 0]


def _opened(text: str, start: int, end: int) -> int:
    """The last bracket in the span that nothing in it opens or, of an opening one, closes: its place if it opens,
    -1 for none, and the span's end for one that closes."""
    depth = 0
    for at in range(end - 1, start - 1, -1):
        depth += (text[at] == ")") - (text[at] == "(")
        if depth < 0:
            return at
    return end if depth else -1


def _places_of(words: Sequence[Word], start: Sequence[str]) -> list[int]:
    size = len(start)
    return [at for at in range(len(words) - size + 1) if all(words[at + k].text == start[k] for k in range(size))]


def _followed(words: Sequence[Word], short: Sequence[str]) -> int:
    """How many words of ``short`` stand in ``words`` in their order."""
    at = 0
    for word in words:
        at += at < len(short) and word.text == short[at]
    return at
