"""The main stream of a Word 97 document: its header (FIB), and where in the file each character stands (MS-DOC 2.4)."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from enum import IntEnum
from functools import cached_property
from struct import unpack_from

from dieukhoan.readers.word97.compound import Compound
from dieukhoan.readers.word97.sprms import Sprm, properties, unsigned

_WORD_97 = 0xC1
_IDENTITY = 0xA5EC
_SECOND_TABLE = 0x02  # of the byte at 11: which of two table streams is used
_COUNTS, _PLACES = 76, 154  # where the lengths of the subdocuments and the places of tables begin in the header
_PAGE = 512
_PAP_ENTRY = 13  # bytes
_COMPRESSED = 0x40000000
_PAGE_NUMBER = 0x3FFFFF
_ELSEWHERE = Sprm.ELSEWHERE.to_bytes(2, "little")
# Bytes from 80 to 9F as Windows shows them; the others are their own code points.
_WINDOWS = {code: char for code in range(0x80, 0xA0) if (char := bytes([code]).decode("cp1252", "ignore"))}

Range = tuple[int, int, bytes]


class Beyond(Exception):  # noqa: N818  no fault of the file: another program may read it
    """The document has something that is not read here."""


class Table(IntEnum):
    """The tables that are used here, by their index in the header."""

    STYLES = 1
    FOOTNOTES = 2
    SECTIONS = 6
    HEADERS = 11
    CHARACTERS = 12
    PARAGRAPHS = 13
    FONTS = 15
    PIECES = 33
    SHAPES = 40
    DRAWINGS = 50
    BOXES = 56
    LISTS = 73
    OVERRIDES = 74


@dataclass(frozen=True, slots=True)
class Piece:
    """Characters that stand together in the file: from ``start`` to ``end`` in the text, from byte ``place`` on,
    ``width`` bytes each; ``grpprl`` changes their properties."""

    start: int
    end: int
    place: int
    width: int
    grpprl: bytes


class WordFile:
    """A Word 97 document, opened. Raises Beyond, or struct.error where it is cut."""

    def __init__(self, data: bytes) -> None:
        streams = Compound(data)
        main = streams.stream("WordDocument")
        if main is None or len(main) < _PLACES:
            raise Beyond("no main stream")
        identity, version = unpack_from("<HH", main)
        if identity != _IDENTITY or version < _WORD_97:
            raise Beyond(f"the format of version {version:#x}")
        self.main = main
        self._data = streams.stream("Data") or b""
        self.table = streams.stream(f"{int(bool(main[11] & _SECOND_TABLE))}Table") or b""
        #: lengths in characters: text, footnotes, headers, (unused), comments, endnotes, boxes, boxes of headers
        self.lengths: tuple[int, ...] = unpack_from("<8I", main, _COUNTS)

    def part(self, which: Table) -> bytes:
        """One of the tables, empty where the document has none."""
        at = _PLACES + 8 * which
        start, size = unpack_from("<II", self.main, at) if at + 8 <= len(self.main) else (0, 0)
        return self.table[start : start + size]

    def after(self, which: Table) -> bytes:
        """What follows one of the tables: the levels of lists stand behind the list of lists."""
        at = _PLACES + 8 * which
        start, size = unpack_from("<II", self.main, at) if at + 8 <= len(self.main) else (0, 0)
        return self.table[start + size :]

    def plc(self, which: Table, size: int) -> tuple[list[int], list[bytes]]:
        """A table of positions and, between each two of them, a record of ``size`` bytes (MS-DOC 2.2.2)."""
        return _plc(self.part(which), size)

    @cached_property
    def pieces(self) -> tuple[Piece, ...]:
        """The piece table."""
        changes, at, data = [], 0, self.part(Table.PIECES)
        while at < len(data) and data[at] == 1:
            size = unpack_from("<H", data, at + 1)[0]
            changes.append(data[at + 3 : at + 3 + size])
            at += 3 + size
        if at >= len(data) or data[at] != 2:
            raise Beyond("no piece table")
        size = unpack_from("<I", data, at + 1)[0]
        positions, records = _plc(data[at + 5 : at + 5 + size], 8)
        return tuple(
            _piece(start, end, record, changes)
            for start, end, record in zip(positions, positions[1:], records, strict=False)
            if start < end
        )

    @cached_property
    def text(self) -> str:
        """All characters: the body, then footnotes, headers, comments, endnotes, text boxes."""
        return "".join(self._of_piece(piece) for piece in self.pieces)

    def _of_piece(self, piece: Piece) -> str:
        size = piece.end - piece.start
        data = self.main[piece.place : piece.place + size * piece.width]
        data = data[: len(data) // piece.width * piece.width]  # the file is cut
        text = data.decode("utf-16-le", "surrogatepass") if piece.width > 1 else data.decode("latin-1")
        if len(text) < size:  # a letter beyond the first plane counts two; or the file is cut
            text = "".join(map(chr, unpack_from(f"<{len(data) // 2}H", data))) if piece.width > 1 else text
            text = text.ljust(size, "\0")
        return text if piece.width > 1 else text.translate(_WINDOWS)

    def characters(self) -> list[Range]:
        """Where in the text each set of character properties holds."""
        return list(self._placed(_pages(self, Table.CHARACTERS, _character_ranges)))

    def paragraphs(self) -> list[Range]:
        """Where in the text each set of paragraph properties (style first) holds."""
        return [
            (start, end, self._brought(grpprl))
            for start, end, grpprl in self._placed(_pages(self, Table.PARAGRAPHS, _paragraph_ranges))
        ]

    def _brought(self, grpprl: bytes) -> bytes:
        """Properties that are too long for their page stand in a stream of their own. A style number goes before."""
        if _ELSEWHERE not in grpprl:
            return grpprl
        at = unsigned(properties(grpprl[2:]).get(Sprm.ELSEWHERE))
        if at is None or at + 2 > len(self._data):
            return grpprl
        size = unpack_from("<H", self._data, at)[0]
        return grpprl + self._data[at + 2 : at + 2 + size]

    def _placed(self, ranges: list[Range]) -> Iterator[Range]:
        starts = [start for start, _, _ in ranges]
        for piece in self.pieces:
            end = piece.place + (piece.end - piece.start) * piece.width
            at = max(bisect_right(starts, piece.place) - 1, 0)
            while at < len(ranges) and ranges[at][0] < end:
                first, last, grpprl = ranges[at]
                first, last = max(first, piece.place), min(last, end)
                if first < last:
                    begin = piece.start + (first - piece.place) // piece.width
                    yield begin, piece.start + (last - piece.place) // piece.width, grpprl + piece.grpprl
                at += 1


def _plc(data: bytes, size: int) -> tuple[list[int], list[bytes]]:
    count = max(len(data) - 4, 0) // (4 + size)
    positions = list(unpack_from(f"<{count + 1}I", data)) if count else []
    at = 4 * (count + 1)
    return positions, [data[at + size * number : at + size * (number + 1)] for number in range(count)]


def _piece(start: int, end: int, record: bytes, changes: list[bytes]) -> Piece:
    place, change = unpack_from("<IH", record, 2)
    grpprl = changes[change >> 1] if change & 1 and change >> 1 < len(changes) else b""
    if place & _COMPRESSED:
        return Piece(start, end, (place & ~_COMPRESSED) // 2, 1, grpprl)
    return Piece(start, end, place, 2, grpprl)


def _pages(file: WordFile, which: Table, ranges: Callable[[bytes], Iterator[Range]]) -> list[Range]:
    """The ranges on all pages of properties of one kind, in bytes of the main stream, in order."""
    _, numbers = file.plc(which, 4)
    found: list[Range] = []
    for record in numbers:
        at = (unpack_from("<I", record)[0] & _PAGE_NUMBER) * _PAGE
        page = file.main[at : at + _PAGE]
        if len(page) == _PAGE:
            found += ranges(page)
    return sorted(found)


def _character_ranges(page: bytes) -> Iterator[Range]:
    count = page[-1]
    edges = unpack_from(f"<{count + 1}I", page)
    for number in range(count):
        at = 2 * page[4 * (count + 1) + number]
        yield edges[number], edges[number + 1], page[at + 1 : at + 1 + page[at]] if at else b""


def _paragraph_ranges(page: bytes) -> Iterator[Range]:
    count = page[-1]
    edges = unpack_from(f"<{count + 1}I", page)
    for number in range(count):
        at = 2 * page[4 * (count + 1) + _PAP_ENTRY * number]
        size = 2 * page[at] - 1 if page[at] else 2 * page[at + 1]
        at += 1 if page[at] else 2
        yield edges[number], edges[number + 1], page[at : at + size] if at > 2 else b""
