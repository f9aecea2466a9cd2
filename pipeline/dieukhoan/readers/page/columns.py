"""Tables ruled with level lines only: pdfplumber finds their columns by how the words are aligned.

For tables ruled both ways PDFium's own lines are enough. On the 30 pages with such tables that were compared among 49
real files, :mod:`tables` and pdfplumber find the same cells on 27; on the other 3 pdfplumber takes the edges of shaded
areas for rules and adds empty slivers of cells, and a page costs it 0.3 to 2 s. Where there are no upright lines,
though, there is no grid at all, and pdfplumber's text alignment serves. It is asked on such pages only (2 of 942), and
what it says counts only if no line of text runs across its columns: so prose between two rules is never cut up.
"""

from __future__ import annotations

import struct
import zlib
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from io import BytesIO

import pdfplumber
from pdfminer.pdfexceptions import PDFException
from pdfminer.psexceptions import PSException
from pdfplumber.page import Page
from pdfplumber.pdf import PDF
from pdfplumber.utils.exceptions import MalformedPDFException, PdfminerException

from dieukhoan.readers.page.piece import Piece
from dieukhoan.readers.page.ruling import Rule
from dieukhoan.readers.page.tables import Grid, regular

_NEAR = 3.0  # points
_NARROWEST = 150.0  # points; a shorter rule underlines a word
_HIGHEST = 15.0  # points from the words of the first row up to their rule
_MOST_PIECES = 400
_PACKED, _UNPACKED = 100_000, 1_000_000  # bytes of drawing; more would cost over a second
_BY_WORDS = {"vertical_strategy": "text", "horizontal_strategy": "lines", "intersection_y_tolerance": _HIGHEST}
_REFUSED = (
    PDFException,
    PSException,
    PdfminerException,
    MalformedPDFException,
    LookupError,
    ValueError,
    TypeError,
    AttributeError,
    RuntimeError,
    OSError,
    AssertionError,
    struct.error,
    zlib.error,
)


class Columns:
    """Asks pdfplumber about pages of the PDF file ``data``, which it opens when first asked."""

    def __init__(self, data: bytes) -> None:
        self._data = data
        self._opened: PDF | None = None

    def grids(self, number: int, level: Sequence[Rule], upright: Sequence[Rule], pieces: Sequence[Piece]) -> list[Grid]:
        """The tables without upright lines on the page ``number`` (from 1) whose lines and text are given."""
        if len(pieces) > _MOST_PIECES:
            return []
        found = [self._grid(number, rules, pieces) for rules in _ladders(level, upright)]
        return sorted((grid for grid in found if grid), key=lambda grid: -grid.top)

    def close(self) -> None:
        """Give back what pdfplumber holds."""
        if self._opened:
            self._opened.close()

    def _grid(self, number: int, rules: Sequence[Rule], pieces: Sequence[Piece]) -> Grid | None:
        ys = sorted(rule[0] for rule in rules)
        left, right = min(rule[1] for rule in rules), max(rule[2] for rule in rules)
        inside = [piece for piece in pieces if ys[0] < piece.middle < ys[-1]]
        if len(inside) < 4 or any(piece.x1 - piece.x0 > 0.7 * (right - left) for piece in inside):
            return None
        xs = self._edges(number, left, ys[0], right, ys[-1])
        free = [x for x in xs if not any(piece.x0 < x - _NEAR and x + _NEAR < piece.x1 for piece in inside)]
        xs = [left, *(x for x in free if left + _NEAR < x < right - _NEAR), right]
        return regular(xs, ys) if _is_table(xs, ys, inside) else None

    def _edges(self, number: int, left: float, bottom: float, right: float, top: float) -> list[float]:
        """Where pdfplumber sees a column begin, the first one aside; nothing where it cannot tell."""
        try:
            if self._opened is None:
                self._opened = pdfplumber.open(BytesIO(self._data))
            page = self._opened.pages[number - 1]
            if page.rotation or page.mediabox != page.cropbox or not _is_light(page):
                return []
            x, y, _, high = page.mediabox
            box = page.crop((left - x - 1, high - top - 1, right - x + 1, high - bottom + 1), strict=False)
            tables = box.find_tables(_BY_WORDS) if y == 0 else []
            page.close()
        except _REFUSED:
            return []
        edges = sorted({edge + x for table in tables for cell in table.cells for edge in (cell[0], cell[2])})
        return edges[1:-1]  # the outermost are those of the words; the rules go further


def _is_light(page: Page) -> bool:
    streams = [item.resolve() if hasattr(item, "resolve") else item for item in page.page_obj.contents]
    packed = sum(len(stream.get_rawdata() or b"") for stream in streams)
    return packed <= _PACKED and sum(len(stream.get_data()) for stream in streams) <= _UNPACKED


def _ladders(level: Sequence[Rule], upright: Sequence[Rule]) -> Iterator[list[Rule]]:
    """Three or more level lines of one width, one below the other, that no upright line meets."""
    rungs: dict[tuple[int, int], list[Rule]] = {}
    for rule in sorted(level):
        if rule[2] - rule[1] >= _NARROWEST:
            rungs.setdefault((round(rule[1] / _NEAR), round(rule[2] / _NEAR)), []).append(rule)
    for rules in rungs.values():
        apart = [rule for at, rule in enumerate(rules) if not at or rule[0] - rules[at - 1][0] > _NEAR]
        low, high, left, right = apart[0][0], apart[-1][0], apart[0][1], apart[0][2]
        met = any(left - _NEAR <= x <= right + _NEAR and y0 <= high and y1 >= low for x, y0, y1 in upright)
        if len(apart) >= 3 and not met:
            yield apart


def _is_table(xs: Sequence[float], ys: Sequence[float], pieces: Sequence[Piece]) -> bool:
    """Whether no piece runs over a column, and at least two rows have text in two columns or more."""
    filled: dict[int, set[int]] = {}
    for piece in pieces:
        column = bisect_right(xs, (piece.x0 + min(piece.x0 + 4, piece.x1)) / 2) - 1
        if not 0 <= column < len(xs) - 1 or piece.x1 > xs[column + 1] + _NEAR:
            return False
        filled.setdefault(bisect_right(ys, piece.middle), set()).add(column)
    return sum(len(columns) > 1 for columns in filled.values()) >= 2
