"""Building tables from formats that only mark where a cell and a row end, and say at a row's end how its cells lie."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import NamedTuple

from dieukhoan.readers.word.node import new, say, under
from dieukhoan.readers.word.xml import Element, w

_DEEPEST = 30
_NEAR = 40  # twips: edges nearer than this are one
_TBL, _TR, _TC, _TCPR = w("tbl"), w("tr"), w("tc"), w("tcPr")


class Merged(NamedTuple):
    """How a cell is merged: it goes on with the cell left of it; begins a column of merged cells; goes on with the one
    above."""

    right: bool = False
    begins: bool = False
    down: bool = False


@dataclass(slots=True)
class _Table:
    element: Element
    row: Element | None = None
    cell: Element | None = None
    edges: list[tuple[Element, Sequence[int]]] = field(default_factory=list)


class Tables:
    """Where the next paragraph goes: into ``parent``, or into the open cell of the table at its depth."""

    def __init__(self, parent: Element) -> None:
        self._parent = parent
        self._open: list[_Table] = []

    def place(self, depth: int) -> Element:
        """The element that takes a paragraph which stands in ``depth`` tables."""
        depth = min(depth, _DEEPEST)
        self.close(depth)
        while len(self._open) < depth:
            holder = self._cell(self._open[-1]) if self._open else self._parent
            self._open.append(_Table(under(holder, _TBL)))
        return self._cell(self._open[-1]) if self._open else self._parent

    def end_cell(self, depth: int) -> None:
        """The cell is full."""
        self.close(min(depth, _DEEPEST))
        if self._open:
            self._open[-1].cell = None

    def end_row(self, depth: int, edges: Sequence[int], merged: Sequence[Merged]) -> None:
        """The row is full. ``edges`` are those of its cells from left to right, in twips; ``merged`` says of each cell
        how it is merged. Either may be empty."""
        self.close(min(depth, _DEEPEST))
        if not self._open or self._open[-1].row is None:
            return
        table, row = self._open[-1], self._open[-1].row
        for cell, said in zip(row, merged, strict=False):
            _merge(cell, said)
        if len(edges) == len(row) + 1:
            table.edges.append((row, edges))
        table.row = table.cell = None

    def close(self, depth: int) -> None:
        """End the tables that are deeper than ``depth``."""
        while len(self._open) > depth:
            _measure(self._open.pop().edges)

    def _cell(self, table: _Table) -> Element:
        if table.row is None:
            table.row = under(table.element, _TR)
        if table.cell is None:
            table.cell = under(table.row, _TC)
            under(table.cell, _TCPR)
        return table.cell


def _merge(cell: Element, said: Merged) -> None:
    if said.right:
        say(cell[0], "hMerge", "continue")
    if said.begins or said.down:
        say(cell[0], "vMerge", "restart" if said.begins else "continue")


def _measure(rows: Sequence[tuple[Element, Sequence[int]]]) -> None:
    """How many columns of the whole table each cell takes, from the edges of all rows."""
    column: dict[int, int] = {}
    last = None
    for edge in sorted({edge for _, edges in rows for edge in edges}):
        apart = last is None or edge - last > _NEAR
        last = edge if apart else last
        column[edge] = (max(column.values(), default=-1) + 1) if apart else max(column.values())
    for row, edges in rows:
        places = [column[edge] for edge in edges]
        for cell, first, last in zip(row, places, places[1:], strict=False):
            if last - first > 1:
                say(cell[0], "gridSpan", last - first)
        if places and places[0]:
            before = new(w("trPr"))
            say(before, "gridBefore", places[0])
            row.insert(0, before)
