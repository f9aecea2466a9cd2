"""Footnotes: numbered lines in smaller type at the foot of a page, and the raised numbers that refer to them."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Sequence

from dieukhoan.readers.page.piece import Piece

_SMALLER = 0.92  # of the type of the page's text
_RAISED = 0.72  # the same for the number of a note
_LONG = 30  # characters; shorter lines say nothing about the type of a page
_SHARED = 3  # lines
_NOTE = re.compile(r"(?P<mark>\d{1,3}|\*{1,3}|\[\d{1,3}\]|\(\d{1,3}\))\s?(?=[^\W\d_])")


def footnotes(pieces: Sequence[Piece], is_furniture: Callable[[Piece], bool]) -> tuple[list[Piece], list[Piece]]:
    """The pieces of the text and those of the notes below it. ``is_furniture`` tells the page numbers, which may stand
    below both."""
    usual = _usual(pieces)
    run: list[Piece] = []
    for piece in sorted(pieces, key=lambda piece: piece.middle):
        if piece.height > _SMALLER * usual and not is_furniture(piece):
            break
        run.append(piece)
    run.reverse()
    first = next((at for at, piece in enumerate(run) if _begins_note(piece, usual)), len(run))
    notes = [piece for piece in run[first:] if not is_furniture(piece)]
    taken = set(map(id, notes))
    return [piece for piece in pieces if id(piece) not in taken], notes


def marks(notes: Sequence[Piece]) -> set[str]:
    """The numbers of the notes."""
    return {match["mark"] for note in notes if (match := _NOTE.match(note.text))}


def _usual(pieces: Sequence[Piece]) -> float:
    """The height of the lines of text: the greatest that several long lines share, for notes may be longer than it."""
    heights = Counter(round(piece.height, 1) for piece in pieces if len(piece.text) >= _LONG)
    shared = [height for height, count in heights.items() if count >= _SHARED]
    return max(shared or heights, default=0.0)


def _begins_note(piece: Piece, usual: float) -> bool:
    match = _NOTE.match(piece.text)
    return match is not None and (piece.height <= _RAISED * usual or match["mark"][0] in "[(")
