"""A piece of text on a page."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from itertools import pairwise


@dataclass(frozen=True, slots=True)
class Piece:
    """Text on one baseline without a wide gap. ``first`` and ``last`` are the indices of its characters."""

    text: str
    x0: float
    x1: float
    bottom: float
    top: float
    bold: bool = False
    first: int = 0
    last: int = 0

    @property
    def height(self) -> float:
        """The height of its line."""
        return self.top - self.bottom

    @property
    def middle(self) -> float:
        """Where its line stands on the page."""
        return (self.top + self.bottom) / 2

    def beside(self, other: Piece) -> bool:
        """Whether both stand on one line of the page."""
        return min(self.top, other.top) - max(self.bottom, other.bottom) > 0.5 * min(self.height, other.height)


def joined(pieces: Sequence[Piece]) -> Piece:
    """Pieces of one line as one, left to right, a space between those that do not touch."""
    first, text = pieces[0], pieces[0].text
    for before, piece in pairwise(pieces):
        text += ("" if piece.x0 - before.x1 < 0.1 * before.height else " ") + piece.text
    bold = all(piece.bold for piece in pieces)
    return replace(first, text=text, x1=max(piece.x1 for piece in pieces), bold=bold, last=pieces[-1].last)
