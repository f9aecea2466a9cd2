"""Properties as Word 97 writes them: a list of changes ("sprm"), each a code and its operand (MS-DOC 2.2.5)."""

from __future__ import annotations

from collections.abc import Iterator
from enum import IntEnum
from functools import lru_cache
from struct import unpack_from

_SIZES = {0: 1, 1: 1, 2: 2, 3: 4, 4: 2, 5: 2, 7: 3}  # of the operand, by the three highest bits of the code
_DEFINE_TABLE, _CHANGE_TABS = 0xD608, 0xC615


class Sprm(IntEnum):
    """The changes that matter to the text (MS-DOC 2.6)."""

    DELETED = 0x0800
    VANISH = 0x083C
    BOLD = 0x0835
    CAPITALS = 0x083B
    SPECIAL = 0x0855
    FONT = 0x4A4F
    WIDE_FONT = 0x4A51
    CHARACTER_STYLE = 0x4A30
    SYMBOL = 0x6A09
    STYLE = 0x4600
    OLD_ADJUSTMENT = 0x2403
    ADJUSTMENT = 0x2461
    LEVEL = 0x260A
    LIST = 0x460B
    IN_TABLE = 0x2416
    ROW_END = 0x2417
    DEPTH = 0x6649
    INNER_CELL = 0x244B
    INNER_ROW_END = 0x244C
    OLD_LEFT = 0x840F
    OLD_FIRST = 0x8411
    LEFT = 0x845E
    FIRST = 0x8460
    TABLE = 0xD608
    MERGED_DOWN = 0xD62B
    ELSEWHERE = 0x6646


def changes(grpprl: bytes) -> Iterator[tuple[int, bytes]]:
    """Codes and operands in order; a list that is cut ends early."""
    at, end = 0, len(grpprl)
    while at + 2 < end:
        code = grpprl[at] | grpprl[at + 1] << 8
        at += 2
        size = _SIZES.get(code >> 13)
        if size is None:
            if code == _DEFINE_TABLE:
                size = (grpprl[at] | grpprl[min(at + 1, end - 1)] << 8) - 1
                at += 2
            elif code == _CHANGE_TABS and grpprl[at] == 0xFF:
                return
            else:
                size = grpprl[at]
                at += 1
        yield code, grpprl[at : at + size]
        at += max(size, 0)


@lru_cache(maxsize=4096)
def properties(grpprl: bytes) -> dict[int, bytes]:
    """The operand of each code; of several the last one holds."""
    return dict(changes(grpprl))


def signed(operand: bytes | None) -> int | None:
    """An operand as a signed number of two bytes."""
    return int.from_bytes(operand, "little", signed=True) if operand else None


def unsigned(operand: bytes | None) -> int | None:
    """An operand as an unsigned number."""
    return int.from_bytes(operand, "little") if operand else None


def named(data: bytes, at: int) -> tuple[str, int]:
    """A string with its length before it, and where it ends."""
    size = unpack_from("<H", data, at)[0] if at + 2 <= len(data) else 0
    end = at + 2 + 2 * size
    return data[at + 2 : end].decode("utf-16-le", "replace"), end
