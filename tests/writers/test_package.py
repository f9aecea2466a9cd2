"""Members of an archive from pieces that were compressed apart from each other."""

from __future__ import annotations

import zipfile
import zlib
from pathlib import Path

from hypothesis import given
from hypothesis import strategies as st

from dieukhoan.writers.excel.package import Stream, joined, piece, put


@given(st.binary(max_size=300), st.binary(max_size=300))
def test_the_checksum_of_two_texts_follows_from_theirs(first: bytes, second: bytes) -> None:
    assert joined(zlib.crc32(first), zlib.crc32(second), len(second)) == zlib.crc32(first + second)


def test_the_checksum_of_a_long_text_too() -> None:
    assert joined(zlib.crc32(b"a"), zlib.crc32(bytes(5_000_001)), 5_000_001) == zlib.crc32(b"a" + bytes(5_000_001))


def test_pieces_make_a_member_that_any_program_can_read(tmp_path: Path) -> None:
    stream, empty = Stream(tmp_path / "rows"), Stream(tmp_path / "none")
    for number in range(2_000):
        stream.write(f"dòng {number}\n")
    rows = "".join(f"dòng {number}\n" for number in range(2_000)).encode()
    with zipfile.ZipFile(tmp_path / "a.zip", "w") as archive:
        put(
            archive,
            zipfile.ZipInfo("one.xml"),
            [piece(b"<a>"), stream.close(), empty.close(), piece(b"</a>", last=True)],
        )
        put(archive, zipfile.ZipInfo("two.xml"), [piece(b"", last=True)])
        archive.writestr("three.xml", "x")
    with zipfile.ZipFile(tmp_path / "a.zip") as archive:
        assert archive.testzip() is None
        assert archive.namelist() == ["one.xml", "two.xml", "three.xml"]
        assert [archive.read(name) for name in archive.namelist()] == [b"<a>" + rows + b"</a>", b"", b"x"]
        assert archive.getinfo("one.xml").compress_size < len(rows) / 2
