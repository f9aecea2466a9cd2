"""Compound files: the container of Word 97, a file system of sectors within a file (MS-CFB)."""

from __future__ import annotations

from collections.abc import Iterator
from struct import Struct, unpack_from

SIGNATURE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_HEADER = 512
_IN_HEADER = 109  # sector numbers of the allocation table that the header itself holds
_NO_SECTOR = 0xFFFFFFFA  # this and above: end of a chain, free, …
_NOBODY = 0xFFFFFFFF
_ENTRY = 128  # bytes of a directory entry
_STREAM = 2
_SIBLINGS = Struct("<III")


class Compound:
    """The streams that stand directly in the root of a compound file.

    Chains that run in a circle or leave the file end there. Raises struct.error for a file cut within its header.
    """

    def __init__(self, data: bytes) -> None:
        self._data = data
        shift, mini_shift = unpack_from("<HH", data, 30)
        self._size, self._mini = 1 << min(shift, 16), 1 << min(mini_shift, 16)
        directory, _, self._cutoff, mini_first = unpack_from("<4I", data, 48)
        self._table = self._numbers(self._allocation())
        self._mini_table = self._numbers(self._chain(mini_first))
        entries = self._joined(directory)
        self._entries = [entries[at : at + _ENTRY] for at in range(0, len(entries) - _ENTRY + 1, _ENTRY)]
        self._small = self._joined(unpack_from("<I", self._entries[0], 116)[0]) if self._entries else b""
        self._names = dict(self._root())

    def stream(self, name: str) -> bytes | None:
        """The content of a stream of the root storage, None where there is none of this name."""
        at = self._names.get(name)
        if at is None:
            return None
        first, size = unpack_from("<II", self._entries[at], 116)
        if size < self._cutoff:
            chain = _links(self._mini_table, first)
            sectors = (self._small[number * self._mini : (number + 1) * self._mini] for number in chain)
            return b"".join(sectors)[:size]
        return self._joined(first)[:size]

    def _sector(self, number: int) -> bytes:
        at = (number + 1) * self._size if self._size > _HEADER else _HEADER + number * self._size
        return self._data[at : at + self._size]

    def _allocation(self) -> Iterator[int]:
        """The sectors that hold the allocation table: some named in the header, the others in a chain of lists."""
        yield from unpack_from(f"<{_IN_HEADER}I", self._data, 76)
        following, lists = unpack_from("<II", self._data, 68)
        seen: set[int] = set()
        while following < _NO_SECTOR and len(seen) < lists and following not in seen:
            seen.add(following)
            numbers = _integers(self._sector(following))
            if not numbers:
                return
            yield from numbers[:-1]
            following = numbers[-1]

    def _numbers(self, sectors: Iterator[int]) -> list[int]:
        return _integers(b"".join(self._sector(number) for number in sectors if number < _NO_SECTOR))

    def _chain(self, first: int) -> Iterator[int]:
        return _links(self._table, first)

    def _joined(self, first: int) -> bytes:
        return b"".join(map(self._sector, self._chain(first)))

    def _root(self) -> Iterator[tuple[str, int]]:
        """Names and places of the root's own streams (embedded documents have storages, and streams, of their own)."""
        waiting = [_SIBLINGS.unpack_from(self._entries[0], 68)[2]] if self._entries else []
        seen: set[int] = set()
        while waiting:
            at = waiting.pop()
            if at == _NOBODY or at in seen or at >= len(self._entries):
                continue
            seen.add(at)
            entry = self._entries[at]
            left, right, _ = _SIBLINGS.unpack_from(entry, 68)
            waiting += [left, right]
            length = min(max(unpack_from("<H", entry, 64)[0] - 2, 0), 64)
            if entry[66] == _STREAM:
                yield entry[:length].decode("utf-16-le", "replace"), at


def is_cut(data: bytes) -> bool:
    """Whether the directory of the container lies beyond the end of ``data``."""
    if len(data) < _HEADER:
        return True
    shift, directory = *unpack_from("<H", data, 30), *unpack_from("<I", data, 48)
    return bool(directory + 1 >= len(data) >> min(shift, 16))


def _integers(data: bytes) -> list[int]:
    return list(unpack_from(f"<{len(data) // 4}I", data))


def _links(table: list[int], first: int) -> Iterator[int]:
    for _ in range(len(table) + 1):  # no chain is longer than its table
        if first >= min(_NO_SECTOR, len(table)):
            return
        yield first
        first = table[first]
