"""Is the text hard-wrapped, and how wide? Learnt from lines that break in the middle of a sentence.

A line that ends without punctuation before one that starts in lower case was broken by its margin. Where a good part
of the long lines are, the text is wrapped, and those lines show how far right a wrapped line reaches.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

from dieukhoan.readers.lines.evidence import Start, finished
from dieukhoan.readers.lines.row import Row

_WINDOW = 60  # rows looked at together: about a page and a half
_LONG = 45 * 6.0
_WIDEST = 135 * 6.0  # lines longer than any page is wide were not broken by a margin
_SHARE = 0.3
_INDENT = 8.0  # points by which the first line of a paragraph stands further in than the others
_SLACK = 0.85  # how full a line must be when the next one starts in lower case, which is proof enough by itself


@dataclass(frozen=True, slots=True)
class Width:
    """``wrapped`` says of each row whether it stands in hard-wrapped surroundings; ``full`` is the right edge (with
    the next word added) from which on a line counts as broken by the margin; ``first`` is how far the first lines of
    paragraphs are indented, 0 where they are not."""

    wrapped: Sequence[bool]
    full: float
    first: float = 0.0

    def opens(self, row: Row) -> bool:
        """Whether the indent says that a paragraph begins here."""
        return bool(self.first) and row.left > self.first - _INDENT / 2

    def goes_on(self, row: Row) -> bool:
        """Whether the missing indent says that a paragraph goes on here."""
        return bool(self.first) and row.left < _INDENT / 2

    def fills(self, above: Row, below: Row, start: Start) -> bool:
        """Whether the first word of ``below`` would have gone beyond the margin behind ``above``."""
        sure = start is Start.LOWER and not below.cell and not finished(above.text)
        return reach(above, below) >= (below.limit or self.full) * (_SLACK if sure else 1)


def reach(above: Row, below: Row) -> float:
    """How far right ``above`` would reach with the first word of ``below`` added."""
    text = below.text.strip()
    word = text.partition(" ")[0]
    return above.right + (below.right - below.left) * (len(word) + 1) / max(len(text), 1)


def measure(rows: Sequence[Row], starts: Sequence[Start]) -> Width:
    """Learn the width of ``rows`` (blank ones allowed), whose beginnings are ``starts``."""
    shown = [index for index, start in enumerate(starts) if start is not Start.BLANK]
    wrapped = [False] * len(rows)
    reaches: list[float] = []
    for first in range(0, len(shown), _WINDOW):
        window = shown[first : first + _WINDOW + 1]
        broken, long = _broken(rows, starts, window)
        if len(broken) >= max(3, _SHARE * long):
            reaches += broken
            for index in range(window[0], window[-1] + 1):
                wrapped[index] = True
    reaches.sort()
    if not reaches:
        return Width(wrapped, _WIDEST)
    return Width(wrapped, reaches[len(reaches) // 50], _first_indent(rows, starts, wrapped))


def _first_indent(rows: Sequence[Row], starts: Sequence[Start], wrapped: Sequence[bool]) -> float:
    """How far "1. …", "a) …" and the like are indented, if most of them are and the lines that go on are not."""
    text = [
        (row.left, start)
        for row, start, inside in zip(rows, starts, wrapped, strict=True)
        if inside and not row.cell and not row.centred
    ]
    begin = sorted(left for left, start in text if start is Start.UNIT)
    follow = sorted(left for left, start in text if start is Start.LOWER)
    if not begin or not follow:
        return 0.0
    usual, rest = begin[len(begin) // 2], follow[len(follow) * 3 // 4]
    return usual if begin[len(begin) // 4] > usual - _INDENT and rest < min(usual, 2 * _INDENT) - _INDENT else 0.0


def _broken(rows: Sequence[Row], starts: Sequence[Start], window: Sequence[int]) -> tuple[list[float], int]:
    """How far the lines of the window that break in mid-sentence reach, and how many long lines there are."""
    broken, long = [], 0
    for here, after in pairwise(window):
        row = rows[here]
        if row.right - row.left < _LONG:
            continue
        long += 1
        if row.right <= _WIDEST and starts[after] is Start.LOWER and not finished(row.text):
            broken.append(reach(row, rows[after]))
    return broken, long
