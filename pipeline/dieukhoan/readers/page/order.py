"""Reading order: mostly the order in which the page was drawn, mended where that cannot be read.

A run of pieces that goes down the page is a block. A block that stands wholly above one drawn earlier comes before
it (headers drawn last, footers drawn first). Lines that were cut at a wide gap are two columns: where a letterhead or
signatures stand side by side, the left column is read first, and then the right one; elsewhere both halves stay on
their line, a tab between them. The lines of both columns need not be level: "Nơi nhận:" may stand half a line below
"KT. BỘ TRƯỞNG".
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace

from dieukhoan.readers.lines.evidence import Start, start_of
from dieukhoan.readers.page.piece import Piece, joined

_MANY = 500  # blocks; such a page was drawn word by word and is read by position alone
_LEVEL = 1.6  # times the height of a line: how much lower the first line of one column may stand than the other's
_LABEL = 8  # characters of a marker that stands alone before a tab


def reading_order(pieces: Sequence[Piece], *, in_cell: bool = False) -> list[Piece]:
    """The pieces as they are to be read, one a line; inside a table cell there is one column."""
    lines = _lines(_ordered(pieces))
    return [joined(line) for line in lines] if in_cell else _columns(lines)


def _ordered(pieces: Sequence[Piece]) -> list[Piece]:
    blocks: list[list[Piece]] = []
    for piece in pieces:
        if blocks and piece.middle <= blocks[-1][-1].middle + 0.4 * piece.height:
            blocks[-1].append(piece)
        else:
            blocks.append([piece])
    if len(blocks) > _MANY:
        return sorted(pieces, key=lambda piece: (-round(piece.middle / 4), piece.x0))
    ordered: list[tuple[float, list[Piece]]] = []  # each block with its top
    for block in blocks:
        bottom, top = min(piece.bottom for piece in block), max(piece.top for piece in block)
        place = next((at for at, (below, _) in enumerate(ordered) if bottom >= below - 1), len(ordered))
        ordered.insert(place, (top, block))
    return [piece for _, block in ordered for piece in block]


def _lines(pieces: Iterable[Piece]) -> list[list[Piece]]:
    """Pieces that follow each other on one line of the page, left to right; close ones are made one."""
    lines: list[list[Piece]] = []
    for piece in pieces:
        before = lines[-1][-1] if lines else None
        if before is None or not before.beside(piece) or piece.x0 < before.x1 - 1:
            lines.append([piece])
        elif piece.x0 - before.x1 < before.height or _is_label(before):
            lines[-1][-1] = joined((before, piece))
        else:
            lines[-1].append(piece)
    return lines


def _is_label(piece: Piece) -> bool:
    """A marker that a tab parts from its text ("1.", "a)", "-")."""
    return len(piece.text) <= _LABEL and start_of(f"{piece.text} X") is Start.UNIT


def _columns(lines: list[list[Piece]]) -> list[Piece]:
    read: list[Piece] = []
    at = 0
    while at < len(lines):
        pair = _pair(lines, at)
        if pair and _side_by_side(pair):
            end, gutter = _end_of_columns(lines, at, *pair)
            read += [_tabbed(left) for line in lines[at:end] if (left := [p for p in line if p.x0 < gutter - 1])]
            read += [_tabbed(right) for line in lines[at:end] if (right := [p for p in line if p.x0 >= gutter - 1])]
            at = end
        else:
            read.append(_tabbed(lines[at]))
            at += 1
    return read


def _pair(lines: list[list[Piece]], at: int) -> tuple[Piece, Piece] | None:
    """The left and the right piece that begin two columns: halves of one line, or of two lines close by."""
    if len(lines[at]) == 2:
        return lines[at][0], lines[at][1]
    if len(lines[at]) != 1 or at + 1 == len(lines):
        return None
    one = lines[at][0]
    for other in lines[at + 1]:
        left, right = (one, other) if one.x0 < other.x0 else (other, one)
        apart = right.x0 - left.x1
        if apart > 0 and apart > min(one.height, other.height) and _is_head(left, right):
            level = abs(one.middle - other.middle) < _LEVEL * max(one.height, other.height)
            return (left, right) if level else None
    return None


def _side_by_side(line: tuple[Piece, Piece]) -> bool:
    """A line of a letterhead or of signatures: capitals, the document's number, or nơi nhận."""
    return _is_head(*line) or start_of(line[0].text) is Start.CLOSING


def _is_head(left: Piece, right: Piece) -> bool:
    return left.text.isupper() or right.text.isupper() or left.text.startswith("Số")


def _end_of_columns(lines: list[list[Piece]], start: int, left: Piece, right: Piece) -> tuple[int, float]:
    """The first line after ``start`` that crosses from the left column into the right one, and where the right one
    begins: its lines may be centred, so that a longer one begins further left than the first."""
    gutter_from, gutter_to = left.x1, right.x0
    for at in range(start, len(lines)):
        begins = gutter_to
        for piece in lines[at]:
            if piece.x0 > gutter_from and piece.x1 > gutter_to:
                begins = min(begins, piece.x0)
            else:
                gutter_from = max(gutter_from, piece.x1)
        if gutter_from >= begins or (len(lines[at]) == 1 and lines[at][0].x0 < left.x0 < lines[at][0].x1 < left.x1):
            return at, gutter_to
        gutter_to = begins
    return len(lines), gutter_to


def _tabbed(line: list[Piece]) -> Piece:
    if len(line) == 1:
        return line[0]
    text = "\t".join(piece.text for piece in line)
    return replace(line[0], text=text, x1=line[-1].x1, bold=all(piece.bold for piece in line), last=line[-1].last)
