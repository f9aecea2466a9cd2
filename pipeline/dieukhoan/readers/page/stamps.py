"""Stamps: what was set into the page after it was written, and the seals of electronic signatures."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace

from dieukhoan.readers.lines.evidence import head, layout
from dieukhoan.readers.page.piece import Piece, joined

_SHORT = 14  # characters; a number or a day, not the lines of a seal


def inserted(
    pieces: Sequence[Piece], stamped: int, words: Callable[[Piece], list[Piece]]
) -> tuple[list[Piece], list[Piece]]:
    """The pieces with short stamps set into the line they stand in ("Số:      /QĐ" + "63"), and the seals of
    signatures ("Người ký: …"), which are no part of the text. ``stamped`` is the first stamped character."""
    base = [piece for piece in pieces if piece.first < stamped]
    stamps = [piece for piece in pieces if piece.first >= stamped]
    seal = any(layout()["signed_by"].match(head(stamp.text).lower()) for stamp in stamps)
    seals = [stamp for stamp in stamps if seal and len(stamp.text) > _SHORT]
    for stamp in stamps:
        if stamp not in seals:
            _insert(base, stamp, words)
    return base, seals


def _insert(base: list[Piece], stamp: Piece, words: Callable[[Piece], list[Piece]]) -> None:
    """Set ``stamp`` between the words of its line: into the piece that has a gap there, or between two pieces."""
    near = 2 * stamp.height
    line = [
        piece for piece in base if piece.beside(stamp) and piece.x0 - near < stamp.x1 and stamp.x0 < piece.x1 + near
    ]
    if not line:
        base.append(stamp)
        return
    parts = [part for piece in line for part in (words(piece) if piece.x1 > stamp.x1 else [piece])]
    row = sorted([*parts, stamp], key=lambda part: part.x0)
    base[base.index(line[0])] = _without_gaps(row, stamp)
    for piece in line[1:]:
        base.remove(piece)


def _without_gaps(row: list[Piece], stamp: Piece) -> Piece:
    """The row as one piece; "63" and "/QĐ-UBND" become "63/QĐ-UBND"."""
    at = row.index(stamp)
    if at + 1 < len(row) and row[at + 1].text[:1] in ("/", "-"):
        row[at : at + 2] = [replace(stamp, text=stamp.text + row[at + 1].text, x1=row[at + 1].x1)]
    return joined(row)
