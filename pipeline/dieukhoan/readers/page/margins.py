"""The edges of the text on a page: indents and right edges are measured from the left margin of the page's text."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from itertools import pairwise

from dieukhoan.core.text import nfc
from dieukhoan.readers.lines.row import Row
from dieukhoan.readers.page.piece import Piece

_BODY = 0.45  # of the page's width: shorter lines say nothing about margins
_NEAR = 4.0  # points between edges that count as one
_CENTRED = 6.0  # points by which both sides of a centred line may differ
_CENTRED_WIDE = 1.5  # the same for long lines, which may end there by chance
_INSET = 24.0  # points that a centred line leaves free on both sides at least
_TOLERANCE = 3.0  # points by which a full line may miss the margin
_PADDING = 8.0  # points between a cell's text and its rule


class Margins:
    """The edges of the text on one page."""

    def __init__(self, pieces: Sequence[Piece], width: float) -> None:
        body = [piece for piece in pieces if piece.x1 - piece.x0 > _BODY * width] or list(pieces)
        self.left = _shared(sorted(piece.x0 for piece in body))
        self.right = _shared(sorted((piece.x1 for piece in body), reverse=True))

    def row(self, piece: Piece, page: int, above: Piece | None) -> Row:
        """``piece`` as a row of the page; ``above`` is what was read before it."""
        before, after = piece.x0 - self.left, self.right - piece.x1
        limit = self.right - self.left - _TOLERANCE
        wide = piece.x1 - piece.x0 > 0.6 * (self.right - self.left)
        centred = before > _INSET and abs(before - after) < (_CENTRED_WIDE if wide else _CENTRED)
        right, apart = piece.x1 - self.left, _apart(above, piece)
        return Row(nfc(piece.text), page, max(0.0, before), right, piece.bold, centred, None, limit, apart)

    def in_cell(self, row: Row, cell: tuple[int, int, int], edge: float) -> Row:
        """``row`` as one of a table cell that ends at ``edge``."""
        return replace(row, centred=False, cell=cell, limit=edge - _PADDING - self.left)


def _apart(above: Piece | None, piece: Piece) -> bool:
    return above is not None and above.bottom - piece.top > piece.height


def _shared(edges: list[float]) -> float:
    """The outermost edge that at least two lines share."""
    for first, second in pairwise(edges):
        if abs(first - second) <= _NEAR:
            return first
    return edges[0] if edges else 0.0
