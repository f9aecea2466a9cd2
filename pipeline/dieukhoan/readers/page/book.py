"""The pages of a document, one after the other: their text as rows, and what was noticed on the way."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from dieukhoan.readers.lines.evidence import layout
from dieukhoan.readers.lines.row import Row
from dieukhoan.readers.page.columns import Columns
from dieukhoan.readers.page.margins import Margins
from dieukhoan.readers.page.notes import footnotes, marks
from dieukhoan.readers.page.order import reading_order
from dieukhoan.readers.page.piece import Page, Piece
from dieukhoan.readers.page.stamps import inserted
from dieukhoan.readers.page.tables import Grid, Tables, grids

_LEAST = 5  # characters; fewer are dust on a scan
_CAPTION = 100  # characters; with fewer, a page that a picture covers is a picture ("Người ký: …", a page number)
_LONGEST_FURNITURE = 90  # characters
_COVERED = 0.5  # of the page


class Book:
    """Rows of all pages so far, the width of each page, pages that are pictures, what is stamped onto each page, seals
    of signatures, footnotes, and how many places stand in an 8-bit font."""

    def __init__(self, columns: Columns) -> None:
        self._columns = columns
        self.rows: list[Row] = []
        self.widths: list[float] = []
        self.pictures: list[int] = []
        self.stamps: dict[int, list[Piece]] = {}
        self.seals: list[Piece] = []
        self.notes: list[Piece] = []
        self.eight_bit = 0
        self._tables = Tables()

    def add(self, sheet: Page) -> None:
        """Read the next page."""
        found = sheet.pieces()
        pieces, seals = inserted(found, sheet.stamped, sheet.words)
        self.widths.append(round(sheet.size[0]))
        self.stamps[len(self.widths)] = [piece for piece in found if piece.first >= sheet.stamped]
        self.seals += seals
        written = sum(len(piece.text) for piece in pieces if piece.first < sheet.stamped)
        if written < _CAPTION and sheet.drawn() and (written < _LEAST or sheet.covered() > _COVERED):
            self.pictures.append(len(self.widths))
        if written >= _LEAST:
            self.rows += self._rows_of(pieces, self._grids(pieces, sheet), sheet)
            self.eight_bit += sheet.eight_bit
        elif sheet.drawn():
            self._tables.close_page(None)

    def _grids(self, pieces: Sequence[Piece], sheet: Page) -> list[Grid]:
        """Tables ruled both ways; where there are none, those whose columns only their words show."""
        if not _in_columns(pieces):
            return []  # to look for lines takes longer than to read the text
        level, upright = sheet.ruling()
        return grids(level, upright) or self._columns.grids(len(self.widths), level, upright, pieces)

    def _rows_of(self, pieces: Sequence[Piece], ruled: Sequence[Grid], sheet: Page) -> list[Row]:
        """The rows of a page in reading order; a table stands where its upper edge does."""
        margins = Margins(pieces, sheet.size[0])
        filled = []
        for grid in ruled:
            filled.append(grid.fill(pieces, sheet.words))
            pieces = [piece for piece in pieces if grid.place(piece) is None]
        pieces = self._without_notes(pieces, sheet)
        found: list[Row] = []
        waiting = list(zip(ruled, filled, strict=True))
        last: Grid | None = None
        bare, above = True, None  # nothing but page furniture so far
        for piece in reading_order(pieces):
            while waiting and waiting[0][0].top > piece.middle:
                last = waiting[0][0]
                found += self._table(*waiting.pop(0), margins, at_head=bare)
                bare, above = False, None
            found.append(margins.row(piece, len(self.widths), above))
            above = piece
            if not _is_furniture(piece):
                last, bare = None, False
        for grid, cells in waiting:
            last = grid
            found += self._table(grid, cells, margins, at_head=bare)
            bare = False
        self._tables.close_page(last)
        return found

    def _without_notes(self, pieces: Sequence[Piece], sheet: Page) -> list[Piece]:
        """The pieces without footnotes and without the numbers that refer to them."""
        text, notes = footnotes(pieces, _is_furniture)
        self.notes += notes
        return [sheet.plain(piece, known) for piece in text] if (known := marks(notes)) else text

    def _table(
        self, grid: Grid, cells: dict[tuple[int, int], list[Piece]], margins: Margins, *, at_head: bool
    ) -> list[Row]:
        header = tuple(" ".join(piece.text for piece in parts) for (row, _), parts in cells.items() if row == 0)
        number, first, repeated = self._tables.place(grid, header, at_head=at_head)
        found: list[Row] = []
        for (row, column), parts in cells.items():
            if row or not repeated:
                lines = reading_order(parts, in_cell=True)
                pairs = zip([None, *lines], lines, strict=False)
                rows = [margins.row(piece, len(self.widths), above) for above, piece in pairs]
                edge = grid.boxes[row, column][2]
                found += [margins.in_cell(each, (number, first + row, column), edge) for each in rows]
        return found


def _in_columns(pieces: Sequence[Piece]) -> bool:
    """Whether anywhere on the page two pieces stand beside each other, as cells of a table do."""
    downwards = sorted(pieces, key=lambda piece: piece.top)
    return any(one.beside(other) for one, other in pairwise(downwards))


def _is_furniture(piece: Piece) -> bool:
    if len(piece.text) > _LONGEST_FURNITURE:
        return False
    text = " ".join(piece.text.lower().split())
    return bool(layout()["page_number"].match(text) or layout()["gazette"].match(text))
