"""Word 97 files of a few paragraphs, written byte by byte (MS-DOC, MS-CFB)."""

from __future__ import annotations

from dataclasses import dataclass, field
from pathlib import Path
from struct import pack

_SECTOR = 512
_FREE, _END, _IS_TABLE = 0xFFFFFFFF, 0xFFFFFFFE, 0xFFFFFFFD
_PLACES = 154
_TABLES = 93
BOLD, HIDDEN, DELETED, CAPITALS = (pack("<HB", code, 1) for code in (0x0835, 0x083C, 0x0800, 0x083B))
UNLIKE_STYLE = pack("<HB", 0x0835, 0x81)
IN_TABLE = pack("<HB", 0x2416, 1)
CENTRED = pack("<HB", 0x2461, 1)


def font(number: int) -> bytes:
    return pack("<HHHH", 0x4A4F, number, 0x4A51, number)


def listed(number: int, level: int = 0) -> bytes:
    return pack("<HBHH", 0x260A, level, 0x460B, number)


def symbol(number: int, code: int) -> bytes:
    return pack("<HHH", 0x6A09, number, code)


def row_end(*edges: int, merged: tuple[int, ...] = ()) -> bytes:
    cells = b"".join(pack("<H18x", flags) for flags in merged or [0] * (len(edges) - 1))
    body = pack(f"<B{len(edges)}h", len(edges) - 1, *edges) + cells
    return IN_TABLE + pack("<HB", 0x2417, 1) + pack("<HH", 0xD608, len(body) + 1) + body


@dataclass
class DocWriter:
    """Collects runs (text and character properties) and paragraphs (properties of those that end with a mark)."""

    fonts: tuple[str, ...] = ("Times New Roman", ".VnTime", ".VnTimeH", "Symbol")
    levels: tuple[tuple[str, int], ...] = ()  #: text and format of the levels of list 1
    runs: list[tuple[str, bytes]] = field(default_factory=list)
    paragraphs: list[tuple[int, int, bytes]] = field(default_factory=list)
    header: str = ""
    _begun: int = 0

    def run(self, text: str, look: bytes = b"") -> DocWriter:
        self.runs.append((text, look))
        return self

    def end(self, look: bytes = b"", mark: str = "\r", of_mark: bytes = b"") -> DocWriter:
        self.runs.append((mark, of_mark))
        end = sum(len(text) for text, _ in self.runs)
        self.paragraphs.append((self._begun, end, look))
        self._begun = end
        return self

    def line(self, text: str, look: bytes = b"", of_run: bytes = b"") -> DocWriter:
        return self.run(text, of_run).end(look)

    def save(self, path: Path, *, wide: bool = False) -> Path:
        """Write the file, its text in two bytes a character where ``wide``."""
        text = "".join(text for text, _ in self.runs)
        whole = text + (self.header + "\r" if self.header else "")
        data = whole.encode("utf-16-le") if wide else whole.encode("cp1252")
        start, width = 1536, 2 if wide else 1
        stream = bytearray(start) + data
        stream += bytes(-len(stream) % _SECTOR)
        characters, at = [], 0
        for piece, look in self.runs:
            characters.append((at, at + len(piece), look))
            at += len(piece)
        pages = [
            _page(characters, start, width, _character), _page(self.paragraphs, start, width, _paragraph)
        ]  # fmt: skip
        numbers = [len(stream) // _SECTOR + place for place in range(2)]
        stream += b"".join(pages)
        table, places = self._table(whole, len(text), start, numbers, wide=wide)
        stream[:_PLACES] = _header(len(text), len(whole) - len(text))
        stream[_PLACES : _PLACES + 8 * _TABLES] = b"".join(pack("<II", *places.get(n, (0, 0))) for n in range(_TABLES))
        path.write_bytes(compound({"WordDocument": bytes(stream), "1Table": table}))
        return path

    def _table(
        self, whole: str, length: int, start: int, pages: list[int], *, wide: bool
    ) -> tuple[bytes, dict[int, tuple[int, int]]]:
        piece = start if wide else start * 2 | 0x40000000
        headers = [0] * 8 + [len(whole) - length, len(whole) - length]
        parts = {
            12: pack("<III", start, start + len(whole) * 2, pages[0]),
            13: pack("<III", start, start + len(whole) * 2, pages[1]),
            15: pack("<HH", len(self.fonts), 0) + b"".join(map(_font, self.fonts)),
            33: b"\2" + pack("<I", 16) + pack("<II", 0, len(whole)) + pack("<HIH", 0, piece, 0),
            73: pack("<HI4x", 1, 77) + pack("<9H", *[0xFFF] * 9) + bytes(2) if self.levels else b"",
            74: pack("<II8xB3x", 1, 77, 0) + pack("<I", _FREE) if self.levels else b"",
        }
        if self.header:
            parts[11] = pack("<10I", *headers)
        table, places = b"", {}
        for number, part in parts.items():
            if part:
                places[number] = (len(table), len(part))
                table += part
            if number == 73 and self.levels:
                table += b"".join(_level(*level) for level in (*self.levels, *[("", 255)] * (9 - len(self.levels))))
        return table, places


def _header(text: int, headers: int) -> bytes:
    base = pack("<HHHHHHHBB", 0xA5EC, 0xC1, 0, 0x0409, 0, 0x0200, 0, 0, 0).ljust(32, b"\0")
    lengths = pack("<12x8I", text, 0, headers, 0, 0, 0, 0, 0).ljust(88, b"\0")
    return base + pack("<H28x", 14) + pack("<H", 22) + lengths + pack("<H", _TABLES)


def _page(ranges, start: int, width: int, record) -> bytes:  # type: ignore[no-untyped-def]
    """A page of properties: where each range begins, where its record stands, and from the end on the records."""
    edges = [start + first * width for first, _, _ in ranges] + [start + ranges[-1][1] * width]
    page = bytearray(_SECTOR)
    page[: 4 * len(edges)] = pack(f"<{len(edges)}I", *edges)
    at, size = _SECTOR - 1, 13 if record is _paragraph else 1
    for number, (_, _, look) in enumerate(ranges):
        made = record(look)
        if made:
            at = (at - len(made)) // 2 * 2
            page[at : at + len(made)] = made
            page[4 * len(edges) + size * number] = at // 2
    page[-1] = len(ranges)
    assert 4 * len(edges) + size * len(ranges) <= at, "more than one page holds"
    return bytes(page)


def _character(look: bytes) -> bytes:
    return bytes([len(look)]) + look if look else b""


def _paragraph(look: bytes) -> bytes:
    body = b"\0\0" + look
    body += bytes((len(body) + 1) % 2)
    return bytes([(len(body) + 1) // 2]) + body


def _font(name: str) -> bytes:
    body = bytes(39) + (name + "\0").encode("utf-16-le")
    return bytes([len(body)]) + body


def _level(text: str, form: int) -> bytes:
    shown = "".join(chr(int(part[0]) - 1) + part[1:] if place else part for place, part in enumerate(text.split("%")))
    return (
        pack("<iBB9sBiiBBBB", 1, form, 0, bytes(9), 1, 0, 0, 0, 0, 0, 0)
        + pack("<H", len(shown))
        + shown.encode("utf-16-le")
    )


def compound(streams: dict[str, bytes]) -> bytes:
    """A compound file with these streams, each padded so that it needs no small sectors."""
    sectors: list[bytes] = []
    table: list[int] = []

    def add(data: bytes) -> int:
        first = len(sectors)
        pieces = [data[at : at + _SECTOR].ljust(_SECTOR, b"\0") for at in range(0, len(data), _SECTOR)]
        sectors.extend(pieces)
        table.extend([*range(first + 1, first + len(pieces)), _END])
        return first

    entries = [("Root Entry", 5, 1, 0xFFFFFFFE, 0)]
    for name, data in streams.items():
        entries.append((name, 2, _FREE, add(data.ljust(4096, b"\0")), max(len(data), 4096)))
    directory = b""
    for place, (name, kind, child, first, size) in enumerate(entries):
        encoded = (name + "\0").encode("utf-16-le")
        right = place + 1 if 0 < place < len(entries) - 1 else _FREE
        directory += encoded.ljust(64, b"\0") + pack("<HBBIII", len(encoded), kind, 1, _FREE, right, child)
        directory += bytes(36) + pack("<II", first, size) + bytes(4)
    begun = add(directory)
    at = len(sectors)
    table.append(_IS_TABLE)
    sectors.append(pack("<128I", *table, *[_FREE] * (128 - len(table))))
    header = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(16) + pack("<HHHHH", 62, 3, 0xFFFE, 9, 6) + bytes(10)
    header += pack("<IIIIIIIII", 1, begun, 0, 4096, _END, 0, _END, 0, at)
    return header.ljust(_SECTOR, b"\xff") + b"".join(sectors)
