"""What differs between a duty of the template and the variant's, and how that is told to people."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import islice
from typing import NamedTuple

from dieukhoan.compare.words import split
from dieukhoan.core.records import Span
from dieukhoan.nlp.segment import word_lengths
from dieukhoan.tables.codes import ROLES
from dieukhoan.tables.model import Words

DEADLINE, WORD = "deadline", "word"
_TURNING = frozenset(
    ("không", "chưa", "trừ", "cấm", "nghiêm cấm", "phải", "bắt buộc", "được", "chỉ", "có thể")
)  # whole words: "chỉ đạo" and "khấu trừ" have nothing of them
_NOTHING = "–"
_ADDED, _DROPPED = Words("thêm", "added"), Words("bỏ", "dropped")


@dataclass(frozen=True, slots=True)
class Difference:
    """``what`` is a role of bodies (``lead``, ``support``), ``deadline`` or ``word`` (one that turns the meaning);
    ``before`` are the names or words of the template that the variant has not, ``after`` those that only the variant
    has."""

    what: str
    before: tuple[str, ...]
    after: tuple[str, ...]

    def mirrored(self) -> Difference:
        """The same seen from the variant."""
        return Difference(self.what, self.after, self.before)

    def told(self, lang: str) -> str:
        """The difference in words: "chủ trì: A → B", "thêm phối hợp: C"."""
        before, after = ", ".join(self.before), ", ".join(self.after)
        if self.what == DEADLINE:
            return f"{before or _NOTHING} → {after or _NOTHING}"
        if self.what == WORD:
            sides = ((_DROPPED, self.before), (_ADDED, self.after))
            return "; ".join(f'{said.of(lang)} "{word}"' for said, words in sides for word in words)
        role = ROLES[self.what].of(lang).lower()
        if before and after:
            return f"{role}: {before} → {after}"
        return f"{(_DROPPED if before else _ADDED).of(lang)} {role}: {before or after}"


class Passage(NamedTuple):
    """The words ``[start, end)`` of ``text``, and the spans of the deadlines among them."""

    text: str
    start: int
    end: int
    deadlines: Iterable[Span]


def turned_words(ours: Passage, theirs: Passage) -> tuple[Difference, ...]:
    """The words that turn a meaning ("không", "phải", "có thể") which one passage has oftener than the other, those of
    their deadlines ("không quá 5 ngày") left out."""
    first, second = Counter(_turning(ours)), Counter(_turning(theirs))
    gone, come = (tuple(sorted((one - other).keys())) for one, other in ((first, second), (second, first)))
    return (Difference(WORD, gone, come),) if gone or come else ()


def _turning(passage: Passage) -> Iterator[str]:
    for start, end in _outside((passage.start, passage.end), passage.deadlines):
        piece = passage.text[start:end]
        syllables = iter(split(piece))
        for length in word_lengths(piece):
            if (word := " ".join(islice(syllables, length))) in _TURNING:
                yield word


def _outside(span: Span, taken: Iterable[Span]) -> Iterator[Span]:
    """What is left of ``span`` without the spans ``taken``."""
    at, stop = span
    for start, end in sorted(taken):
        if at < end and start < stop:
            yield at, max(at, start)
            at = end
    yield at, max(at, stop)
