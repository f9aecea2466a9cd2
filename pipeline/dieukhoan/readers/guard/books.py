"""PDF streams that unpack to something absurd.

PDFium unpacks a stream as a whole, up to a gigabyte. So the head of each long stream is unpacked here first, and what
it gives for each byte, times the length of the stream, is what the whole may come to. Pictures are left out: text is
read without unpacking them. Who builds a stream that begins harmlessly gets past this; the memory limit of the worker
is there for him.
"""

from __future__ import annotations

import re
import zlib

from dieukhoan.core.reasons import refusal

_LARGEST = 100_000_000  # bytes unpacked
_RATIO = 1032  # deflate makes no more of a byte
_HEAD = 16_384
_MOST = 4_000_000  # bytes unpacked of a head
_FILTERS = 3  # one after the other; real streams have two at most
_STREAM = re.compile(rb"stream\r?\n")
_DICTIONARY = 4_000  # bytes before a stream in which its dictionary stands
_PACKED = re.compile(rb"/Fl(?:ateDecode)?\b|/LZW")
_PICTURE = re.compile(rb"/Subtype\s*/Image")


def check_book(data: bytes) -> None:
    """Raise UnreadableFile (``bomb``) for a PDF with a stream that would unpack to over 100 MB."""
    starts = [match.end() for match in _STREAM.finditer(data) if not data.endswith(b"end", 0, match.start())]
    for at, start in enumerate(starts):
        end = data.find(b"endstream", start, starts[at + 1] if at + 1 < len(starts) else len(data))
        end = len(data) if end < 0 else end
        said = data[max(0, start - _DICTIONARY) : start].rpartition(b" obj")[2]
        filters = len(_PACKED.findall(said))
        most = (end - start) * _RATIO ** min(filters, 3)
        if (
            filters
            and most > _LARGEST
            and not _PICTURE.search(said)
            and _unpacked(data, start, end, filters) > _LARGEST
        ):
            raise refusal("bomb", "bomb_stream")


def _unpacked(data: bytes, start: int, end: int, filters: int) -> float:
    """How many bytes the stream may come to, by its head."""
    if filters > _FILTERS:
        return float("inf")
    head = data[start : min(end, start + _HEAD)]
    grown = 1.0
    for _ in range(filters):
        work = zlib.decompressobj()
        try:
            unpacked = work.decompress(head, _MOST)
        except zlib.error:
            break
        grown *= len(unpacked) / max(1, len(head) - len(work.unconsumed_tail))
        head = unpacked
    return grown * (end - start)
