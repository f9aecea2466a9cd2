"""The ZIP archive that a workbook is, put together from members in pieces that were compressed apart from each other.

A sheet of a million rows is compressed while it is made, in the process that makes it, before it is known what stands
around its rows. Pieces of a DEFLATE stream (RFC 1951) can follow each other when each but the last ends at a byte and
none looks back beyond its beginning: that is what a full flush of zlib gives.
"""

from __future__ import annotations

import shutil
import zlib
from collections.abc import Sequence
from functools import lru_cache
from pathlib import Path
from typing import NamedTuple
from zipfile import ZIP_DEFLATED, ZipFile, ZipInfo

LEVEL = 2  # of compression: a quarter more than zlib's own 6, in a third of the time
_POLYNOMIAL = 0xEDB88320  # of CRC-32, as ZIP has it (ISO/IEC 3309), lowest bit first


class Piece(NamedTuple):
    """Compressed bytes, here or in the file ``path``; their CRC-32 and size before, their size now."""

    crc: int
    size: int
    packed: int
    data: bytes = b""
    path: Path | None = None


class Stream:
    """A piece that is written to the file ``path`` bit by bit."""

    def __init__(self, path: Path) -> None:
        self._path = path
        self._file = path.open("wb")
        self._packer = _packer()
        self._crc = self._size = 0

    def write(self, text: str) -> None:
        """Add ``text`` in UTF-8."""
        data = text.encode()
        self._crc = zlib.crc32(data, self._crc)
        self._size += len(data)
        self._file.write(self._packer.compress(data))

    def close(self) -> Piece:
        """The piece, whole."""
        with self._file as file:
            file.write(self._packer.flush(zlib.Z_FULL_FLUSH))
            return Piece(self._crc, self._size, file.tell(), path=self._path)


def piece(data: bytes, *, last: bool = False) -> Piece:
    """``data`` as a piece of a member, or as its ``last``."""
    packer = _packer()
    packed = packer.compress(data) + packer.flush(zlib.Z_FINISH if last else zlib.Z_FULL_FLUSH)
    return Piece(zlib.crc32(data), len(data), len(packed), packed)


def _packer() -> zlib._Compress:
    return zlib.compressobj(LEVEL, zlib.DEFLATED, -zlib.MAX_WBITS)


def put(archive: ZipFile, info: ZipInfo, pieces: Sequence[Piece]) -> None:
    """Add the member ``info`` made of ``pieces``, the last of which ends it, to ``archive``, which is being written."""
    crc = 0
    for one in pieces:
        crc = joined(crc, one.crc, one.size)
    info.CRC, info.compress_type = crc, ZIP_DEFLATED
    info.file_size, info.compress_size = sum(one.size for one in pieces), sum(one.packed for one in pieces)
    out = archive.fp
    assert out
    info.header_offset = out.tell()
    out.write(info.FileHeader())
    for one in pieces:
        if one.path:
            with one.path.open("rb") as file:
                shutil.copyfileobj(file, out, 2**20)
        else:
            out.write(one.data)
    # zipfile has no public way to add what is compressed already.
    archive.filelist.append(info)
    archive.NameToInfo[info.filename] = info
    archive.start_dir = out.tell()
    archive._didModify = True  # type: ignore[attr-defined]


def joined(first: int, second: int, size: int) -> int:
    """The CRC-32 of two texts in a row, from those of both and the ``size`` of the second in bytes.

    As in zlib's ``crc32_combine``, which Python does not offer: that many zero bytes behind the first text multiply its
    CRC by a matrix over GF(2), and the matrix for twice as many is its square.
    """
    matrix = _byte()
    while size:
        if size & 1:
            first = _times(matrix, first)
        size >>= 1
        if size:
            matrix = _square(matrix)
    return first ^ second


Matrix = tuple[int, ...]


@lru_cache(maxsize=1)
def _byte() -> Matrix:
    """What a zero byte does to a CRC: eight zero bits."""
    matrix: Matrix = (_POLYNOMIAL, *(1 << place for place in range(31)))
    for _ in range(3):
        matrix = _square(matrix)
    return matrix


@lru_cache(maxsize=64)
def _square(matrix: Matrix) -> Matrix:
    return tuple(_times(matrix, column) for column in matrix)


def _times(matrix: Matrix, vector: int) -> int:
    result = 0
    for column in matrix:
        if not vector:
            break
        if vector & 1:
            result ^= column
        vector >>= 1
    return result
