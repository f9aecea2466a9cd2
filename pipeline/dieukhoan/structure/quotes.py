"""Provisions quoted by an amending text: "Điều 7a. …" in quotation marks is a unit of another document."""

from __future__ import annotations

import re

from dieukhoan.rulebook import Rulebook
from dieukhoan.structure.matcher import searcher
from dieukhoan.structure.sheet import Sheet

# The view writes every double quotation mark as a straight one.
_CLOSES = re.compile(r'"[ .;,:)]*$')
_FARTHEST = 1500


class Quotations:
    """Tells, row by row from the top, whether a row belongs to a quoted provision."""

    def __init__(self, sheet: Sheet, rules: Rulebook) -> None:
        self._sheet = sheet
        self._opens = searcher(rules.family("quoted"), "quoted")
        self._until = 0

    def holds(self, at: int) -> bool:
        """Whether row ``at`` is quoted; to be asked in reading order."""
        if at >= self._until and self._sheet.rows[at].first == '"' and self._opens.match(self._sheet.rows[at].text):
            self._until = self._end(at)
        return at < self._until

    def _end(self, at: int) -> int:
        """The index after the quotation: it ends with the row in which the marks balance again and that ends with
        one. Where that never happens, a mark was forgotten, and nothing is taken for quoted."""
        odd = False
        for index in range(at, min(at + _FARTHEST, len(self._sheet.rows))):
            text = self._sheet.rows[index].text
            odd ^= text.count('"') % 2 == 1
            if not odd:
                return index + 1 if index == at or _CLOSES.search(text) else at
            if self._sheet.kinds[index] != "body":
                return at
        return at
