"""How the cells of a row lie, as Word 97 says it at the row's end (MS-DOC 2.9.321, 2.9.317)."""

from __future__ import annotations

from functools import lru_cache
from struct import unpack_from

from dieukhoan.readers.word.grid import Merged
from dieukhoan.readers.word97.sprms import Sprm, changes

_CELL = 20  # bytes of the record of a cell
_RIGHT, _VERTICAL, _RESTART = 0x02, 0x20, 0x40


@lru_cache(maxsize=1024)
def described(grpprl: bytes) -> tuple[tuple[int, ...], tuple[Merged, ...]]:
    """The edges of the cells in twips and how each cell is merged; empty where nothing is said."""
    edges: list[int] = []
    merged: list[Merged] = []
    for code, operand in changes(grpprl):
        if code == Sprm.TABLE and operand:
            count = operand[0]
            at = 1 + 2 * (count + 1)
            if len(operand) < at:
                continue
            edges = list(unpack_from(f"<{count + 1}h", operand, 1))
            flags = (operand[at + number * _CELL :][:1] for number in range(count))
            merged = [_merged(flag[0] if flag else 0) for flag in flags]
        elif code == Sprm.MERGED_DOWN and len(operand) > 1 and operand[0] < len(merged):
            merged[operand[0]] = _merged(operand[1] << 5)
    return tuple(edges), tuple(merged)


def _merged(flags: int) -> Merged:
    begins = bool(flags & _VERTICAL and flags & _RESTART)
    return Merged(bool(flags & _RIGHT), begins, bool(flags & _VERTICAL) and not begins)
