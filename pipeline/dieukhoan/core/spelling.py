"""Words that lost their space or one letter: where they stand, and how they are to be read.

Only words that cannot be Vietnamese syllables are looked at. Two syllables typed as one ("huyđộng", "sựtham") are
parted. A word with one wrong letter ("Liêp hiệp") is mended where its neighbour tells what is meant: the document, or
the language of offices, has the mended word beside the same neighbour. Words without any letter of Vietnamese, words
that come back, and words that no syllable resembles (names such as Đắk Lắk or Kovalevskaia, abbreviations, units, web
addresses) are left alone: a wrong mend is worse than a missed one.
"""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cached_property, lru_cache
from itertools import pairwise

from dieukhoan.core.phrases import OFFICIAL, PHRASES
from dieukhoan.core.syllables import is_spelt, split_points
from dieukhoan.core.text import capitals, fold_tones, lower

_WORD = re.compile(r"[^\W\d_]+")
_ADDRESS = re.compile(r"(?:www\.|https?://)\S+|[^\s@]{1,64}(?:@|\.(?:vn|com|org|net)\b)\S*", re.IGNORECASE)
_OWN = re.compile("[à-ỹăđĩũơưÀ-ỸĂĐĨŨƠƯ]")  # a letter that only Vietnamese has
_FOREIGN = re.compile("[fjwz]|[bdklrsvx]$")
_SHORTEST, _LONGEST = 3, 8
_RARE = 2  # times: a word that comes back is meant so
_OFTEN = 3  # times that the document must have the mended phrase


@dataclass(frozen=True, slots=True)
class Mend:
    """A word from ``start`` to ``end``, and how it is to be read; ``glued`` where only a space was missing."""

    start: int
    end: int
    reading: str
    glued: bool


def mends(text: str) -> list[Mend]:
    """The glued and misspelt words of ``text`` (NFC), in order."""
    found = {mend.start: mend for mend in _glued(text)}
    words = set(lower(text).split()) if found else set()
    for mend in _damaged(text):
        glued = found.get(mend.start)
        if glued is None or not words.issuperset(lower(glued.reading).split()):
            found[mend.start] = mend  # "Namở" is "Nam ở" where both words stand elsewhere, not "Nam"
    return [found[start] for start in sorted(found)]


def _glued(text: str) -> Iterator[Mend]:
    reach = 0
    addresses: list[tuple[int, int]] = []
    for point in split_points(text):
        if point >= reach:  # no address goes beyond a blank, so that only what stands around a point need be looked at
            first, reach = _unbroken(text, point)
            addresses = [match.span() for match in _ADDRESS.finditer(text, first, reach)]
        if any(first <= point < last for first, last in addresses):
            continue
        start, end = point, point
        while start and text[start - 1].isalpha():
            start -= 1
        while end < len(text) and text[end].isalpha():
            end += 1
        yield Mend(start, end, f"{text[start:point]} {text[point:end]}", glued=True)


def _unbroken(text: str, at: int) -> tuple[int, int]:
    """The stretch without blanks that holds the letter at ``at``."""
    start, end = at, at
    while start and not text[start - 1].isspace():
        start -= 1
    while end < len(text) and not text[end].isspace():
        end += 1
    return start, end


def _damaged(text: str) -> Iterator[Mend]:
    """What can be told by neighbours alone: words with a wrong letter, and glued ones without any tone ("theoquy")."""
    doubting: dict[str, tuple[str, ...]] = {}
    words: Counter[str] = Counter()
    for token, count in Counter(text.split()).items():  # a text repeats its words: look at each once
        if doubts := _doubts(token):
            doubting[token] = doubts
            for word in doubts:
                words[word] += count
    doubtful = {word for word, count in words.items() if count <= _RARE}
    if not doubtful:
        return
    usage = _Usage(text)
    marked = [token for token, doubts in doubting.items() if not doubtful.isdisjoint(doubts)]
    for start, end in _lines_of(text, marked):
        yield from _in_line(text[start:end], start, doubtful, usage)


def _lines_of(text: str, tokens: Iterable[str]) -> list[tuple[int, int]]:
    """The lines that hold one of ``tokens``, in order."""
    found = set()
    for token in tokens:
        at = text.find(token)
        while at >= 0:
            end = text.find("\n", at)
            end = end if end >= 0 else len(text)
            found.add((text.rfind("\n", 0, at) + 1, end))
            at = text.find(token, end)
    return sorted(found)


@lru_cache(maxsize=65536)
def _doubts(token: str) -> tuple[str, ...]:
    """The words between two blanks that may be damaged; documents share most of theirs."""
    return tuple(word for word in _WORD.findall(token) if _is_doubtful(word) or _is_long(word))


def _is_doubtful(word: str) -> bool:
    """Whether ``word`` may be a syllable with one wrong letter."""
    if not _SHORTEST <= len(word) <= _LONGEST or not _OWN.search(word):
        return False
    if not (word[1:].islower() or word.isupper()):
        return False
    low = lower(word).replace("ð", "đ")  # typed with the eth of old keyboard drivers, which is no fault
    return not is_spelt(low) and not _FOREIGN.search(low)


def _is_long(word: str) -> bool:
    """Whether ``word`` may be two syllables without tones."""
    return _SHORTEST + 2 <= len(word) <= 2 * _LONGEST and word.isascii() and word.islower() and not is_spelt(word)


class _Usage:
    """How often words stand beside each other, and which words resemble a damaged one."""

    def __init__(self, text: str) -> None:
        self._text = text

    @cached_property
    def _words(self) -> list[str]:
        return fold_tones(lower(self._text)).split()

    @cached_property
    def _pairs(self) -> Counter[tuple[str, str]]:
        return Counter(pairwise(self._words))

    @cached_property
    def _alike(self) -> dict[str, set[str]]:
        return _by_parts(word for word in set(self._words) if word not in OFFICIAL)

    def meant(self, before: str, word: str, after: str) -> str:
        """The one word that differs from ``word`` in a letter and stands with its neighbours elsewhere; empty for none
        or several."""
        alike = set().union(*(known.get(part, ()) for known in (_official(), self._alike) for part in _shortened(word)))
        near = (other for other in alike if other != word[1:] and _one_letter_apart(word, other))
        likely = [other for other in near if self._count(before, other) + self._count(other, after) >= _OFTEN]
        return likely[0] if len(likely) == 1 else ""

    def _count(self, first: str, second: str) -> int:
        pair = first, second
        return _OFTEN if pair in PHRASES else self._pairs[pair] if first and second else 0


def _by_parts(words: Iterable[str]) -> dict[str, set[str]]:
    """The syllables of ``words``, by all that they are shortened to."""
    known: dict[str, set[str]] = defaultdict(set)
    for word in words:
        if len(word) < _LONGEST and is_spelt(word):
            for part in _shortened(word):
                known[part].add(word)
    return known


@lru_cache(maxsize=1)
def _official() -> dict[str, set[str]]:
    """Those of the language of offices."""
    return _by_parts(OFFICIAL)


@lru_cache(maxsize=16384)
def _shortened(word: str) -> frozenset[str]:
    """``word``, and what is left of it when a letter is taken out: two words a letter apart have one of these in
    common."""
    return frozenset((word, *(word[:at] + word[at + 1 :] for at in range(len(word)))))


def _in_line(line: str, at: int, doubtful: set[str], usage: _Usage) -> Iterator[Mend]:
    addresses = [match.span() for match in _ADDRESS.finditer(line)]
    words = [(match.start(), match.end(), match.group()) for match in _WORD.finditer(line)]
    for index, (start, end, word) in enumerate(words):
        if word not in doubtful or any(first <= start < last for first, last in addresses):
            continue
        before = words[index - 1][2] if index and line[words[index - 1][1] : start] == " " else ""
        after = words[index + 1][2] if index + 1 < len(words) and line[end : words[index + 1][0]] == " " else ""
        if word.isascii():
            reading = _parted(word, lower(after))
        else:
            reading = _in_case(usage.meant(*(fold_tones(lower(each)) for each in (before, word, after))), word)
        if reading:
            yield Mend(at + start, at + end, reading, glued=word.isascii())


def _parted(word: str, after: str) -> str:
    """The two syllables of ``word`` if the second one begins a phrase ("theoquy định"); else empty."""
    cuts = ((word[:cut], word[cut:]) for cut in range(2, len(word) - 1))
    found = [pair for pair in cuts if (pair[1], after) in PHRASES and is_spelt(pair[0]) and is_spelt(pair[1])]
    return " ".join(found[0]) if len(found) == 1 else ""


def _one_letter_apart(one: str, other: str) -> bool:
    """Whether a letter was changed, left out, added, or changed places with its neighbour."""
    if abs(len(one) - len(other)) > 1:
        return False
    start = next((at for at, (a, b) in enumerate(zip(one, other, strict=False)) if a != b), min(len(one), len(other)))
    left, right = one[start:], other[start:]
    if len(one) == len(other):
        swapped = left[:2] == right[1::-1] and len(left) > 1 and left[2:] == right[2:]
        return left[1:] == right[1:] or swapped
    return left[1:] == right or left == right[1:]


def _in_case(reading: str, word: str) -> str:
    if not reading:
        return ""
    if word.isupper():
        return capitals(reading)
    return reading[:1].upper() + reading[1:] if word[0].isupper() else reading
