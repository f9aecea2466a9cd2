"""A piece of text on a page."""

from __future__ import annotations

from collections.abc import Sequence
from collections.abc import Set as AbstractSet
from dataclasses import dataclass
from itertools import pairwise
from typing import Protocol

from dieukhoan.readers.page.ruling import Rule


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


class Page(Protocol):
    """A page, whether its text was in the file or was read from a picture: what a book wants to know of it.

    ``size`` is (width, height) in points, ``stamped`` the index of the first character that was stamped onto the page,
    ``eight_bit`` how many places stand in an 8-bit font.
    """

    size: tuple[float, float]
    stamped: int
    eight_bit: int

    def pieces(self) -> list[Piece]:
        """The pieces of text, in the order in which they were drawn."""

    def words(self, piece: Piece) -> list[Piece]:
        """``piece`` cut at every space."""

    def plain(self, piece: Piece, marks: AbstractSet[str]) -> Piece:
        """``piece`` without the raised ``marks`` of footnotes."""

    def ruling(self) -> tuple[list[Rule], list[Rule]]:
        """The level and the upright lines on the page."""

    def drawn(self) -> bool:
        """Whether there is anything on the page."""

    def covered(self) -> float:
        """The share of the page that pictures cover, 0 to 1."""


def joined(pieces: Sequence[Piece]) -> Piece:
    """Pieces of one line as one, left to right, a space between those that do not touch."""
    if len(pieces) == 1:
        return pieces[0]
    first, text = pieces[0], pieces[0].text
    for before, piece in pairwise(pieces):
        text += ("" if piece.x0 - before.x1 < 0.1 * before.height else " ") + piece.text
    bold = all(piece.bold for piece in pieces)
    right = max(piece.x1 for piece in pieces)
    return Piece(text, first.x0, right, first.bottom, first.top, bold, first.first, pieces[-1].last)
