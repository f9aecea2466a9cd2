"""Task tables: each row is a unit whose lines (or what tabs part in them) are its cells: the duty, roles, time."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator
from dataclasses import dataclass, field

from dieukhoan.core.records import Line, Span, Unit, Zone
from dieukhoan.extract.duties.pieces import Bodies
from dieukhoan.extract.duties.scene import Scene

_CUT = re.compile(r"[\n\t]")  # between the cells of a row; in a text that was copied, tabs part them
_Column = tuple[int, str]


@dataclass(slots=True)
class Task:
    """One row: the span of its content cell in the view, and what the other cells say."""

    start: int
    end: int
    lead: Bodies = ()
    support: Bodies = ()
    deadlines: tuple[Span, ...] = field(default=())


class Tasks:
    """Reads the rows of the task tables of a scene."""

    def __init__(self, scene: Scene) -> None:
        self._scene = scene
        lines = scene.document.source.lines
        self._lines = {line.start: line for line in lines}
        self._heads = [head for zone in scene.document.zones if (head := self._head(zone))]

    def texts(self, unit: Unit) -> list[Span]:
        """The stretches of the view to be read one by one: the cells of another table's row, else the unit's text."""
        if _CUT.search(unit.text) and (self._columns(unit) or self._line_column(unit.text_start) >= 0):
            return [self._scene.view.from_source(*cell) for cell in self._cells(unit)]
        return [self._scene.view.from_source(unit.text_start, unit.text_end)]

    def read(self, unit: Unit) -> Task | None:
        """The task in ``unit``, None where it is no row below the head of a task table."""
        if not _CUT.search(unit.text):
            return None
        columns = self._columns(unit)
        if not any(slot in ("lead", "support", "time") for _, slot in columns):
            return None
        cells = list(self._cells(unit))
        numbered = [(self._line_column(start), start, end) for start, end in cells]
        slots = dict(columns)
        if all(column >= 0 for column, _, _ in numbered):
            placed = [(slots.get(column, ""), start, end) for column, start, end in numbered]
        elif len(cells) == len(columns):
            placed = [(slot, start, end) for (_, slot), (start, end) in zip(columns, cells, strict=True)]
        else:
            placed = self._guessed(cells)
        return self._task(placed)

    def _head(self, zone: Zone) -> tuple[int, list[_Column]] | None:
        """Where a table's head ends, and the columns after that of the row numbers."""
        if zone.kind != "note":
            return None
        cells = list(self._spans(zone.start, zone.end))
        columns = [(self._line_column(start), self._slot(start, end)) for start, end in cells]
        if len(columns) < 3 or columns[0][1] != "number":
            return None
        return zone.end, columns[1:]

    def _columns(self, unit: Unit) -> list[_Column]:
        """The columns of the last table head between the unit's parent and the unit."""
        parent = self._scene.outline.parent(unit)
        begin = parent.end if parent is not None else 0
        index = bisect_right(self._heads, unit.start, key=lambda head: head[0]) - 1
        return self._heads[index][1] if index >= 0 and self._heads[index][0] >= begin else []

    def _slot(self, start: int, end: int) -> str:
        begin, stop = self._scene.view.from_source(start, end)
        hit = self._scene.words.columns.at(self._scene.lower, begin, stop)
        return hit.get("slot") if hit else ""

    def _cells(self, unit: Unit) -> Iterator[Span]:
        return self._spans(unit.text_start, unit.text_end)

    def _spans(self, start: int, end: int) -> Iterator[Span]:
        """The lines of a stretch of the source, and what tabs part in them, without blanks at their ends; empty ones
        left out."""
        text = self._scene.document.text
        while start < end:
            cut = _CUT.search(text, start, end)
            stop = cut.start() if cut else end
            piece = text[start:stop]
            if piece.strip():
                yield start + len(piece) - len(piece.lstrip()), start + len(piece.rstrip())
            start = stop + 1

    def _line_column(self, start: int) -> int:
        """The table column of the line that holds ``start``; -1 where the reader knew of no table."""
        line: Line | None = self._lines.get(self._scene.document.text.rfind("\n", 0, start) + 1)
        return line.cell[2] if line is not None and line.cell is not None else -1

    def _guessed(self, cells: list[Span]) -> list[tuple[str, int, int]]:
        """Cells by what they hold, where their number does not fit the head: names, a time, else content."""
        placed: list[tuple[str, int, int]] = []
        for start, end in cells:
            begin, stop = self._scene.view.from_source(start, end)
            names = sum(slot.end - slot.start for slot in self._scene.within(self._scene.slots, begin, stop))
            times = sum(timing.end - timing.start for timing in self._scene.within(self._scene.timings, begin, stop))
            taken = [slot for slot, _, _ in placed]
            slot = "content"
            if placed and 2 * names > stop - begin:
                slot = "support" if "lead" in taken else "lead"
            elif placed and 2 * times > stop - begin:
                slot = "time"
            placed.append((slot, start, end))
        return placed

    def _task(self, placed: list[tuple[str, int, int]]) -> Task | None:
        content = [(start, end) for slot, start, end in placed if slot == "content"]
        if not content:
            return None
        start, _ = self._scene.view.from_source(*content[0])
        _, end = self._scene.view.from_source(*content[-1])
        lower = self._scene.lower
        while end > start and lower[end - 1] in " .;,\n":
            end -= 1
        task = Task(start, end)
        for slot, cell_start, cell_end in placed:
            span = self._scene.view.from_source(cell_start, cell_end)
            bodies = tuple(
                dict.fromkeys(body for named in self._scene.within(self._scene.slots, *span) for body in named.bodies)
            )
            times = tuple(timing.deadline.span for timing in self._scene.within(self._scene.timings, *span))
            if slot == "lead":
                task.lead += bodies
            elif slot == "support":
                task.support += bodies
            elif slot == "time":
                task.deadlines += times
        return task
