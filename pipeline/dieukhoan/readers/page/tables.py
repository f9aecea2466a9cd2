"""Ruled tables: level and upright lines that cross make a grid; where a line is missing, cells are merged."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby

from dieukhoan.readers.page.piece import Piece, joined
from dieukhoan.readers.page.ruling import Rule

_NEAR = 3.0  # points between lines that count as one, or that a line may fall short of the next
_LARGEST = 10_000  # meshes of one grid
_CROSSINGS = 300_000  # more make a drawing, not a table

Box = tuple[float, float, float, float]
Place = tuple[int, int]


@dataclass(frozen=True, slots=True)
class Grid:
    """A table. ``xs`` and ``ys`` are its lines (``ys`` from bottom to top); ``places`` gives for each mesh between
    them the (row, column) of the cell it belongs to, ``boxes`` each cell's left, bottom, right and top."""

    xs: tuple[float, ...]
    ys: tuple[float, ...]
    places: dict[Place, Place]
    boxes: dict[Place, Box]

    @property
    def top(self) -> float:
        """Its upper edge."""
        return self.ys[-1]

    def place(self, piece: Piece) -> Place | None:
        """The cell in which the piece begins, None outside the table."""
        column = bisect_right(self.xs, min(piece.x0 + 2, (piece.x0 + piece.x1) / 2)) - 1
        row = len(self.ys) - 1 - bisect_right(self.ys, piece.middle)
        return self.places.get((row, column))

    def fill(self, pieces: Sequence[Piece], words: Callable[[Piece], list[Piece]]) -> dict[Place, list[Piece]]:
        """The pieces of each cell, cells in reading order; a piece that runs over a line is cut there."""
        filled: dict[Place, list[Piece]] = {}
        for piece in pieces:
            place = self.place(piece)
            if place is None:
                continue
            inside = [piece] if piece.x1 <= self.boxes[place][2] + _NEAR else self._cut(words(piece))
            for part in inside:
                filled.setdefault(self.place(part) or place, []).append(part)
        return {place: filled[place] for place in sorted(filled)}

    def _cut(self, words: Sequence[Piece]) -> Iterator[Piece]:
        for _, run in groupby(words, key=self.place):
            yield joined(list(run))


class Tables:
    """Numbers the tables of a document. A table that goes on at the head of the next page, with the same columns,
    keeps its number; its rows are counted on, and a header row that is repeated there is left out."""

    def __init__(self) -> None:
        self.count = 0
        self._open: Grid | None = None
        self._rows = 0
        self._header: tuple[str, ...] = ()

    def place(self, grid: Grid, header: tuple[str, ...], *, at_head: bool) -> tuple[int, int, bool]:
        """The number of the table, the number of its first row, and whether that row only repeats its header.

        ``header`` are the texts of its first row; ``at_head`` says that it is the first thing on its page.
        """
        before = self._open
        goes_on = at_head and before is not None and _same_columns(before, grid)
        if not goes_on:
            self.count += 1
            self._rows, self._header = 0, header
        repeated = goes_on and header == self._header
        first = self._rows - repeated
        self._rows = first + len(grid.ys) - 1
        return self.count - 1, first, repeated

    def close_page(self, last: Grid | None) -> None:
        """``last`` is the table at the foot of the page, None where it ends with other text."""
        self._open = last


def _same_columns(one: Grid, other: Grid) -> bool:
    return len(one.xs) == len(other.xs) and all(abs(a - b) <= _NEAR for a, b in zip(one.xs, other.xs, strict=True))


def grids(level: Sequence[Rule], upright: Sequence[Rule]) -> list[Grid]:
    """The tables that these lines rule, from top to bottom: at least two rows and two columns each."""
    level, upright = _merged(level), _merged(upright)
    if len(level) * len(upright) > _CROSSINGS:
        return []
    found = [_grid(*part) for part in _connected(level, upright)]
    return sorted((grid for grid in found if grid), key=lambda grid: -grid.top)


def regular(xs: Sequence[float], ys: Sequence[float]) -> Grid:
    """A table whose every mesh between these lines is a cell of its own."""
    owner = {(row, column): (row, column) for row in range(len(ys) - 1) for column in range(len(xs) - 1)}
    return Grid(tuple(xs), tuple(ys), owner, _boxes(list(xs), list(ys), owner))


def _merged(rules: Sequence[Rule]) -> list[Rule]:
    """Lines that stand almost at one place become one; what touches or overlaps there is one stroke."""
    merged: list[Rule] = []
    for run in _near(sorted(rules)):
        at = sum(rule[0] for rule in run) / len(run)
        strokes = sorted(rule[1:] for rule in run)
        begin, end = strokes[0]
        for start, stop in strokes[1:]:
            if start > end + _NEAR:
                merged.append((at, begin, end))
                begin = start
            end = max(end, stop)
        merged.append((at, begin, end))
    return merged


def _near(rules: list[Rule]) -> Iterator[list[Rule]]:
    run: list[Rule] = []
    for rule in rules:
        if run and rule[0] - run[0][0] > _NEAR:
            yield run
            run = []
        run.append(rule)
    if run:
        yield run


def _connected(level: list[Rule], upright: list[Rule]) -> Iterator[tuple[list[Rule], list[Rule]]]:
    """Lines that cross each other, directly or through others: one part for each table."""
    group = list(range(len(level)))  # which level lines belong together

    def root(index: int) -> int:
        """The group that ``index`` is in, told by its first member."""
        while group[index] != index:
            group[index] = index = group[group[index]]
        return index

    crossed: list[int] = []
    for x, low, high in upright:
        crossing = [
            index
            for index, (y, left, right) in enumerate(level)
            if left - _NEAR <= x <= right + _NEAR and low - _NEAR <= y <= high + _NEAR
        ]
        for index in crossing:
            group[root(index)] = root(crossing[0])
        crossed.append(crossing[0] if crossing else -1)
    for key in sorted({root(index) for index in crossed if index >= 0}):
        yield (
            [rule for index, rule in enumerate(level) if root(index) == key],
            [rule for rule, index in zip(upright, crossed, strict=True) if index >= 0 and root(index) == key],
        )


def _grid(level: list[Rule], upright: list[Rule]) -> Grid | None:
    xs, ys = sorted({rule[0] for rule in upright}), sorted({rule[0] for rule in level})
    rows, columns = len(ys) - 1, len(xs) - 1
    if rows < 2 or columns < 2 or rows * columns > _LARGEST:
        return None
    strokes = _strokes(level), _strokes(upright)
    owner: dict[Place, Place] = {}
    for row in range(rows):
        y = (ys[rows - row] + ys[rows - row - 1]) / 2
        for column in range(columns):
            x = (xs[column] + xs[column + 1]) / 2
            place = row, column
            if row and not _ruled(strokes[0][ys[rows - row]], x):
                place = owner[row - 1, column]
            elif column and not _ruled(strokes[1][xs[column]], y):
                place = owner[row, column - 1]
            owner[row, column] = place
    boxes = _boxes(xs, ys, owner)
    return Grid(tuple(xs), tuple(ys), owner, boxes) if len(boxes) > 2 else None


def _strokes(rules: Sequence[Rule]) -> dict[float, list[tuple[float, float]]]:
    """Where each line is drawn, by where it stands."""
    strokes: dict[float, list[tuple[float, float]]] = {}
    for at, begin, end in rules:
        strokes.setdefault(at, []).append((begin, end))
    return strokes


def _ruled(strokes: Sequence[tuple[float, float]], across: float) -> bool:
    """Whether one of the strokes runs over the point ``across``."""
    return any(begin <= across <= end for begin, end in strokes)


def _boxes(xs: list[float], ys: list[float], owner: dict[Place, Place]) -> dict[Place, Box]:
    boxes: dict[Place, Box] = {}
    for (row, column), place in owner.items():
        left, bottom, right, top = xs[column], ys[-row - 2], xs[column + 1], ys[-row - 1]
        if place in boxes:
            old = boxes[place]
            left, bottom = min(left, old[0]), min(bottom, old[1])
            right, top = max(right, old[2]), max(top, old[3])
        boxes[place] = (left, bottom, right, top)
    return boxes
