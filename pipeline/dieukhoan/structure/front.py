"""What stands between the title and the first unit: căn cứ, the party block, the enacting sentence."""

from __future__ import annotations

from bisect import bisect_right

from dieukhoan.rulebook import Rulebook
from dieukhoan.structure.marks import WORDS
from dieukhoan.structure.matcher import searcher
from dieukhoan.structure.nodes import Node
from dieukhoan.structure.rows import Row
from dieukhoan.structure.sheet import Sheet

_FARTHEST = 150
_DASHES = "-–+•*·●"
_STARTS = frozenset({"roman", "upper", "arabic", "dotted"})


class Front:
    """The rows from ``begin`` up to ``until`` are recitals and preamble."""

    def __init__(self, sheet: Sheet, rules: Rulebook) -> None:
        self.sheet = sheet
        self.until = 0
        self._segments = sorted(sheet.segments)
        self._announces = searcher(rules.family("enacting"), "announces")
        self._agrees = searcher(rules.family("enacting"), "agrees")

    def begin(self, at: int) -> None:
        """Find the first unit of the text that begins at row ``at``."""
        end = self._stop(at)
        word = self._first(at, end, WORDS)
        limit = end if word is None else word
        number = self._first_number(at, limit)
        enacted = self._last_enacting(at, min(limit, at + _FARTHEST))
        if number is not None and number < enacted:
            if self._parties(number, enacted) >= 2:
                number = self._first_number(enacted + 1, limit)
            else:
                enacted = self._last_enacting(at, number)
        elif number is not None and word is not None and self._parties(number, word) >= 2:
            number = None  # "1. Đại diện người sử dụng lao động" before "CHƯƠNG I" counts parties
        starts = [index for index in (word, number) if index is not None]
        self.until = min(starts) if starts else self._without_numbers(at, end)
        if at <= enacted < self.until:
            self.until = enacted + 1

    def kind(self, at: int) -> str:
        """``recital`` or ``preamble`` for a row before the first unit."""
        row = self.sheet.rows[at]
        opens = self.sheet.opens(at)
        enacting = row.last == ":" and self._is_announcing(row)
        if opens == "recital":
            return "preamble" if enacting and self._is_agreeing(row) else "recital"
        ground = row.last in ";," or self._beside_recital(at) or self._ends_list(at)
        return "recital" if opens == "grounds" and not enacting and ground else "preamble"

    def continues(self, at: int, node: Node) -> bool:
        """Whether a row goes on with the paragraph above."""
        row = self.sheet.rows[at]
        if self.sheet.opens(at) in ("recital", "party"):
            return False
        if row.first == ":" or (node.style == "recital" and not self.sheet.opens(at) and self._before_recital(at)):
            return True  # a căn cứ of several laws, one a line
        tail = node.tail
        if len(row.text) < 20 and self._is_announcing(row):
            return False  # "quyết định:" with a small letter
        if tail is None or not tail.open or tail.last == ",":
            return bool(tail and tail.last == "," and row.first.islower())
        return row.first.islower() or (row.first.isdigit() and tail.end - tail.start > 60 and not row.gap)

    def _is_announcing(self, row: Row) -> bool:
        return self._announces.search(row.text[-60:].lower()) is not None

    def _is_agreeing(self, row: Row) -> bool:
        return self._agrees.search(row.text.lower()) is not None

    def _beside_recital(self, at: int) -> bool:
        """Whether a căn cứ follows, or one with the same dash goes before: "- Căn cứ …", "- Thực hiện …."."""
        row = self.sheet.rows[at]
        dashed = row.first in _DASHES and at > 0 and self.sheet.opens(at - 1) == "recital"
        return self._before_recital(at) or (dashed and self.sheet.rows[at - 1].first == row.first)

    def _ends_list(self, at: int) -> bool:
        """Whether the last of several căn cứ ends with a full stop, and who agrees stands below: "Thực hiện Công văn
        số ….", "Sở Y tế … xây dựng Kế hoạch như sau:"."""
        row, rows = self.sheet.rows[at], self.sheet.rows
        listed = at > 0 and self.sheet.opens(at - 1) == "recital" and rows[at - 1].last == ";"
        return listed and row.last == "." and at + 1 < self.until and not self._is_agreeing(row)

    def _before_recital(self, at: int) -> bool:
        rows, index = self.sheet.rows, at + 1
        return index < len(rows) and self.sheet.kinds[index] == "body" and self.sheet.opens(index) == "recital"

    def _stop(self, at: int) -> int:
        following = bisect_right(self._segments, at)
        end = self._segments[following] if following < len(self._segments) else len(self.sheet.rows)
        for index in range(at, end):
            if self.sheet.kinds[index] == "closing":
                return index
        return end

    def _first(self, at: int, end: int, styles: frozenset[str]) -> int | None:
        for index in range(at, end):
            if (
                self.sheet.kinds[index] in ("body", "row")
                and self.sheet.style(index) in styles
                and self._plausible(index)
            ):
                return index
        return None

    def _plausible(self, at: int) -> bool:
        mark, row = self.sheet.marks[at][0], self.sheet.rows[at]
        after = row.text[mark.body - row.start :].lstrip()
        return not after[:1].islower()

    def _first_number(self, at: int, end: int) -> int | None:
        for index in range(at, end):
            marks = self.sheet.marks[index] if self.sheet.kinds[index] == "body" else ()
            if index in self.sheet.row_marks:
                return index
            if marks and marks[0].style in _STARTS and marks[0].value[-1] == 1 and self._plausible(index):
                return index
        return None

    def _last_enacting(self, at: int, end: int) -> int:
        """The last row that announces the text and says who agrees or orders, -1 for none."""
        for index in range(end - 1, at - 1, -1):
            row = self.sheet.rows[index]
            if self.sheet.kinds[index] == "body" and self._is_announcing(row) and self._is_agreeing(row):
                return index
        return -1

    def _parties(self, at: int, end: int) -> int:
        return sum(self.sheet.opens(index) == "party" for index in range(at, end))

    def _without_numbers(self, at: int, end: int) -> int:
        """Where a text without any number begins: behind "… như sau:", or behind its grounds."""
        for index in range(at, end):
            if self.sheet.kinds[index] == "body" and self._is_announcing(self.sheet.rows[index]):
                return index + 1
        index = at
        while index < end and self.kind(index) == "recital":
            index += 1
        return index
