"""The rows of a document with what the rules say of each."""

from __future__ import annotations

from collections.abc import Sequence

from dieukhoan.core.text import View
from dieukhoan.rulebook import Rulebook
from dieukhoan.structure.marks import Mark, MarkReader
from dieukhoan.structure.matcher import line_matcher
from dieukhoan.structure.rows import Row

LETTERHEAD = frozenset({"nation", "motto", "number", "place_date", "subject", "address"})
TITLE = LETTERHEAD | {"type", "attached", "rule", "office"}
SIGNING = frozenset({"recipients", "capacity", "office", "signed"})
_LONGEST_CUE = 250  # characters of a line that can be a cue


class Sheet:
    """The rows of a document with what is known of each: its marker readings, its cue, and its ``kind``.

    ``kind`` is ``title`` ``closing`` ``note`` for zones, ``body`` for a row that may start a unit, ``row`` for the
    first line of a table row and ``cell`` for lines that belong to the unit above whatever they look like.
    ``segments`` are the indices at which a text begins after its title, ``heads`` those of the heading lines inside
    the letterhead of an annex, ``row_marks`` the numbers of table rows.
    """

    def __init__(self, rows: Sequence[Row], view: View, rules: Rulebook) -> None:
        self.rows = rows
        self.kinds = ["body"] * len(rows)
        self.segments: set[int] = set()
        self.heads: set[int] = set()
        self.row_marks: dict[int, Mark] = {}
        self._text = view.text
        reader = MarkReader(rules.family("marker"), view)
        self.marks = [reader.read(row) for row in rows]
        self._zone = line_matcher(rules.family("zone"))
        self._opening = line_matcher(rules.family("opening"))
        self._cues: dict[int, str] = {}
        self._opens: dict[int, str] = {}

    def style(self, index: int) -> str:
        """The style of the likeliest marker of a row, empty for none."""
        marks = self.marks[index]
        return marks[0].style if marks else ""

    def numbered(self, index: int) -> bool:
        """Whether a row begins with a marker other than a bullet."""
        return self.style(index) not in ("", "bullet")

    def style_below(self, index: int) -> str:
        """The style of the next row, empty at the end."""
        return self.style(index + 1) if index + 1 < len(self.rows) else ""

    def cue(self, index: int) -> str:
        """What zone cue a row begins with; long lines have none."""
        if index not in self._cues:
            row = self.rows[index]
            hit = self._zone.match(self._text, row.origin, row.end) if row.end - row.start <= _LONGEST_CUE else None
            self._cues[index] = hit.rule.emit["cue"] if hit else ""
        return self._cues[index]

    def opens(self, index: int) -> str:
        """How a paragraph before the first unit begins: ``recital`` ``grounds`` ``contract`` ``party`` or empty."""
        if index not in self._opens:
            row = self.rows[index]
            hit = self._opening.match(self._text, row.origin, row.end)
            self._opens[index] = hit.rule.emit["opens"] if hit else ""
        return self._opens[index]
