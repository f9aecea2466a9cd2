"""OLE containers (MS-CFB), as .doc files and encrypted .docx files are."""

from __future__ import annotations

from collections.abc import Mapping

MAGIC = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_SECTOR = 512
_LEAST = 4096  # shorter streams would have to stand in the small sectors
_END, _FREE, _TABLE = 0xFFFFFFFE, 0xFFFFFFFF, 0xFFFFFFFD


def container(streams: Mapping[str, bytes], *, loop: bool = False) -> bytes:
    """A container of ``streams``; with ``loop`` the sectors of each follow each other in a circle."""
    fat, body, entries = [_TABLE], b"", []
    for name, content in streams.items():
        padded = content.ljust(max(_LEAST, -len(content) % _SECTOR + len(content)), b"\0")
        first, count = len(fat), len(padded) // _SECTOR
        fat += [*range(first + 1, first + count), first if loop else _END]
        body += padded
        entries.append(_entry(name, 2, first, len(padded), len(entries) + 2 if len(entries) + 1 < len(streams) else -1))
    directory = b"".join([_entry("Root Entry", 5, _END, 0, -1, child=1), *entries])
    directory = directory.ljust(-len(directory) % _SECTOR + len(directory), b"\0")
    first = len(fat)
    fat += [*range(first + 1, first + len(directory) // _SECTOR), _END]
    assert len(fat) <= _SECTOR // 4, "one sector of table must do"
    table = b"".join(number.to_bytes(4, "little") for number in fat + [_FREE] * (_SECTOR // 4 - len(fat)))
    return _header(first) + table + body + directory


def _entry(name: str, kind: int, first: int, size: int, right: int, child: int = -1) -> bytes:  # noqa: PLR0917
    written = name.encode("utf-16-le") + b"\0\0"
    links = b"".join((number & _FREE).to_bytes(4, "little") for number in (-1, right, child))
    head = written.ljust(64, b"\0") + len(written).to_bytes(2, "little") + bytes([kind, 1]) + links
    return head.ljust(116, b"\0") + first.to_bytes(4, "little") + size.to_bytes(8, "little")


def _header(directory: int) -> bytes:
    """Version 3; one sector of table at 0, the directory at ``directory``."""
    head = MAGIC + bytes(16) + b"\x3e\0\x03\0\xfe\xff\x09\0\x06\0" + bytes(6) + bytes(4)
    counts = [1, directory, 0, _LEAST, _END, 0, _END, 0]  # tables; directory; -; cutoff; small sectors; more tables
    head += b"".join(number.to_bytes(4, "little") for number in counts)
    return head + (0).to_bytes(4, "little") + b"\xff" * (_SECTOR - len(head) - 4)
