"""From rows to the tree: one pass down the page, each row put at its most consistent place."""

from __future__ import annotations

from dieukhoan.core.records import Zone
from dieukhoan.rulebook import Rulebook
from dieukhoan.structure.divisions import Divisions
from dieukhoan.structure.evidence import Evidence, continues
from dieukhoan.structure.front import Front
from dieukhoan.structure.headings import Headings
from dieukhoan.structure.marks import WORDS, Mark
from dieukhoan.structure.nodes import Node
from dieukhoan.structure.places import CELLS, Place, best
from dieukhoan.structure.quotes import Quotations
from dieukhoan.structure.rows import Row
from dieukhoan.structure.sheet import Sheet

_DEEPEST = 20  # a text without sense must not nest without end


class Jump:
    """A unit whose number is not the next one: ``size`` 0 is a repeat, more a gap, less a step back."""

    __slots__ = ("node", "size")

    def __init__(self, node: Node, size: int) -> None:
        self.node = node
        self.size = size


class Grower:
    """Reads a sheet into a tree. ``zones`` are the spans of the lines that are no unit, ``jumps`` the doubts."""

    def __init__(self, sheet: Sheet, rules: Rulebook) -> None:
        self.sheet = sheet
        self.root = Node("root", None, None)
        self.stack = [self.root]
        self.zones: list[Zone] = []
        self.jumps: list[Jump] = []
        self._front = Front(sheet, rules)
        self._divisions = Divisions()
        self._evidence = Evidence(rules)
        self._quotations = Quotations(sheet, rules)
        self._headings = Headings(rules)
        self._absorbing: Node | None = None
        self._notes: list[Row] = []
        self._latest: Node | None = None
        self._between = False

    def run(self) -> None:
        """Read every row."""
        for at, row in enumerate(self.sheet.rows):
            if at in self.sheet.segments:
                self._begin(at)
            kind = self.sheet.kinds[at]
            if kind in ("title", "closing"):
                self._zone(kind, row)
                self._leave(kind)
            elif kind == "note":
                self._notes.append(row)
            else:
                self._read(at, row, kind)
                self._between = True
        self._flush_notes()
        self.zones.sort(key=lambda zone: zone.start)

    # --- zones ------------------------------------------------------------------------------------------------------

    def _zone(self, kind: str, row: Row) -> None:
        self._flush_notes()
        last = self.zones[-1] if self.zones else None
        if last and last.kind == kind and not self._between:
            self.zones[-1] = Zone(kind, last.start, row.line.end)
        else:
            self.zones.append(Zone(kind, row.line.start, row.line.end))
        self._between = False

    def _leave(self, kind: str) -> None:
        """Nothing goes on over a zone; below the signatures only phụ lục and remarks follow."""
        self._absorbing = self._latest = None
        while kind == "closing" and self.stack[-1].style not in ("root", "appendix", "form"):
            self.stack.pop()

    def _flush_notes(self) -> None:
        notes, self._notes = self._notes, []
        for row in notes:
            self._zone("note", row)

    # --- segments ---------------------------------------------------------------------------------------------------

    def _begin(self, at: int) -> None:
        """A new text begins after a title: its numbering starts afresh."""
        self.stack = [self.root]
        self._divisions.begin(self.root)
        self._front.begin(at)

    # --- rows -------------------------------------------------------------------------------------------------------

    def _read(self, at: int, row: Row, kind: str) -> None:
        if kind == "cell" and self._latest:
            self._take(self._latest, row)
            if at in self.sheet.heads:
                self._latest.heading = (row.start, row.end)
            return
        if at < self._front.until:
            self._before_first_unit(at, row)
            return
        marks = self._marks(at, kind)
        place = self._place(at, marks, row) if marks else None
        if place:
            self._add(place, row)
        elif not self._joins(row, kind, cited=bool(marks)):
            self._paragraph(row)

    def _marks(self, at: int, kind: str) -> tuple[Mark, ...]:
        if kind == "row":
            return (self.sheet.row_marks[at],) if at in self.sheet.row_marks else ()
        return () if self._quotations.holds(at) else self.sheet.marks[at]

    def _before_first_unit(self, at: int, row: Row) -> None:
        style = self._front.kind(at)
        latest = self._latest
        if latest and latest.style in ("recital", "preamble") and self._front.continues(at, latest):
            self._take(latest, row)
            return
        self._flush_notes()
        self._latest = Node(style, row, self.root)
        bullet = self.sheet.style(at) == "bullet"
        self._latest.body = self.sheet.marks[at][0].body if bullet else row.start

    def _take(self, node: Node, row: Row) -> None:
        self._notes.clear()
        node.extend(row)

    def _joins(self, row: Row, kind: str, *, cited: bool) -> bool:
        """Let an unmarked row go on with the unit above: its heading, its sentence, its blanks."""
        latest = self._latest
        if latest is None or kind == "row":
            return False
        if self._absorbing is latest and self._is_heading_of(latest, row):
            latest.heading = (latest.heading[0] if latest.heading else row.start, row.end)
            self._take(latest, row)
            return True
        if not (cited and latest.ends_open and not row.gap) and not continues(row, latest):
            return False
        self._take(latest, row)
        return True

    def _is_heading_of(self, node: Node, row: Row) -> bool:
        if row.first == "(" and node.style in ("appendix", "form"):
            return True
        if node.row and node.heading is None and node.body >= node.row.end:
            if row.upper or row.line.centred or row.line.bold:
                return True
            titled = (
                row.open and len(row.text) <= (120 if row.gap else 200) and not self._headings.is_sentence(row.text)
            )
            return titled and not (row.gap and node.style == "article")
        above = node.tail
        return row.upper and row.open and ":" not in row.text and above is not None and above.open and above.upper

    def _paragraph(self, row: Row) -> None:
        while self.stack[-1].style == "paragraph" or self.stack[-1].close in CELLS:
            self.stack.pop()
        del self.stack[_DEEPEST:]
        self._push(Node("paragraph", row, self.stack[-1]))

    def _push(self, node: Node) -> None:
        self._flush_notes()
        self.stack.append(node)
        self._latest = node
        self._absorbing = node if node.style in WORDS or node.style in ("roman", "upper") else None

    def _add(self, place: Place, row: Row) -> None:
        while self.stack[-1] is not place.parent:
            self.stack.pop()
        del self.stack[_DEEPEST:]
        node = Node(place.mark.style, row, self.stack[-1], place.mark)
        if place.jump != 1:
            self.jumps.append(Jump(node, place.jump))
        self._divisions.take(place.mark)
        self._push(node)

    def _place(self, at: int, marks: tuple[Mark, ...], row: Row) -> Place | None:
        """The most consistent place of a marked row, None when it reads better as text."""
        if marks[0].style in WORDS:
            place = self._divisions.place(marks[0], self.stack)
        else:
            place = best(marks, self.stack, over_articles=self.sheet.style_below(at) == "article")
        text = self._evidence.text_cost(place.mark, row, place.jump, self._latest)
        return place if place.cost <= text else None
