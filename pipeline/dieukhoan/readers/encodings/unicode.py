"""Unicode files: which form they are in, and the names that tables give encodings."""

from __future__ import annotations

import codecs

BOMS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, ""),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
"""What a file may begin with, and the codec to read the rest with; empty for one that is not read."""
_SAMPLE = 1 << 14


def guessed(data: bytes) -> str:
    """``utf-16-le`` or ``utf-16-be`` for text in UTF-16 without a mark, else ``utf-8``: every other byte of its blanks,
    line ends and Latin letters is zero."""
    sample = data[:_SAMPLE]
    if sample.count(0) * 10 < len(sample):
        return "utf-8"
    return "utf-16-be" if sample[0::2].count(0) > sample[1::2].count(0) else "utf-16-le"


def common_name(codec: str) -> str:
    """The name that tables give an encoding: the two orders of bytes of UTF-16 are one."""
    return "utf-16" if codec.startswith("utf-16") else codec
