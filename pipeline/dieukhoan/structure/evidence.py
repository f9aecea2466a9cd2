"""How much a line looks like running text although it begins like a unit, and whether it goes on with a sentence."""

from __future__ import annotations

import re

from dieukhoan.rulebook import Rulebook
from dieukhoan.structure.marks import WORDS, Mark
from dieukhoan.structure.matcher import searcher
from dieukhoan.structure.nodes import Node
from dieukhoan.structure.rows import Row

# Costs of reading a marked line as text; compare OPENING, GAP, REPEAT and LATE of places.py.
NEVER_TEXT = 9.0
UNLIKELY_TEXT = 8.0
SMALL_LETTER = 5.0
AFTER_OPEN_LINE = 3.2
OPEN_LINE_AND_NUMBER = 2.9
OPEN_LINE_AND_SMALL_LETTER = 0.3
ALMOST_TEXT = 0.1
SURELY_TEXT = -1.0

_CLOSED = frozenset(".:/-)*")
_BLANKS = re.compile(r"[….\s_·-]{3,}$")
_LONG = 60


class Evidence:
    """Weighs a marked line against the unit above it."""

    def __init__(self, rules: Rulebook) -> None:
        self._cited = searcher(rules.family("cited"), "cited")

    def text_cost(self, mark: Mark, row: Row, jump: int, above: Node | None) -> float:
        """What it costs to read ``row`` as running text; ``jump`` is the step in the numbering as a unit."""
        after = row.text[mark.body - row.start :]
        broken = above is not None and runs_on(row, above)
        if mark.style == "article" and not row.line.bold:
            return self._article_cost(mark, row, after, broken=broken)
        if mark.style in WORDS:
            return SURELY_TEXT if after.lstrip()[:1].islower() else UNLIKELY_TEXT
        if mark.style in ("bullet", "lower", "minor"):
            return AFTER_OPEN_LINE if broken and mark.style != "bullet" else NEVER_TEXT
        return _number_cost(mark, after, jump, broken=broken)

    def _article_cost(self, mark: Mark, row: Row, after: str, *, broken: bool) -> float:
        at = mark.body - row.start - 1
        closed = row.text[at : at + 1] in _CLOSED
        if not closed and self._cited.match(after):
            return SURELY_TEXT
        return AFTER_OPEN_LINE if broken or (after and not closed) else UNLIKELY_TEXT


def _number_cost(mark: Mark, after: str, jump: int, *, broken: bool) -> float:
    if mark.style == "dotted" and not after and not mark.close:
        return ALMOST_TEXT  # "0.5" in a table cell
    if mark.style == "upper" and jump != 1:
        return 0.0  # "T - Tiền trúng đấu giá" explains a formula
    small = after.lstrip()[:1].islower()
    if broken:
        return OPEN_LINE_AND_SMALL_LETTER if small else OPEN_LINE_AND_NUMBER
    return SMALL_LETTER if small else UNLIKELY_TEXT


def runs_on(row: Row, above: Node) -> bool:
    """The line above is a sentence that has not come to its end."""
    tail = above.tail
    if tail is None or row.gap or tail.upper or tail.line.bold or not tail.open:
        return False
    return tail.end - tail.start >= _LONG


def continues(row: Row, above: Node) -> bool:
    """Whether an unmarked row goes on with the sentence of the unit above, or is the blank it leaves."""
    tail = above.tail
    if tail is None:
        return False
    if row.first == ":" or (not above.headed and not tail.upper and _BLANKS.fullmatch(row.text)):
        return True
    if row.first.islower():
        # A page break after "…; " inside a sentence: no paragraph begins with a small letter.
        return tail.open or (tail.last == ";" and tail.end - tail.start >= _LONG)
    return tail.open and row.first.isdigit() and tail.end - tail.start >= _LONG and not row.gap
