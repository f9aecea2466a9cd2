"""Finding the reader, and refusing files before any reader sees them."""

from __future__ import annotations

import hashlib
from pathlib import Path

import pytest

from dieukhoan import readers
from dieukhoan.core.errors import UnreadableFile


def test_formats_are_the_modules_of_the_package() -> None:
    folder = Path(readers.__file__).parent
    assert readers.formats() == tuple(sorted(file.stem for file in folder.glob("*.py") if file.stem != "__init__"))
    assert "txt" in readers.formats()


def test_source_knows_where_it_came_from(tmp_path: Path) -> None:
    path = tmp_path / "A.TXT"
    path.write_bytes(b"1. Hai")
    found = readers.read(path, "nam 2024/A.TXT")
    assert (found.path, found.format) == ("nam 2024/A.TXT", "txt")
    assert found.sha256 == hashlib.sha256(b"1. Hai").hexdigest()
    assert readers.read(path).path == "A.TXT"


@pytest.mark.parametrize("name", ["a.xyz", "a", "lines.py.lines"])
def test_unknown_formats_are_refused(tmp_path: Path, name: str) -> None:
    (tmp_path / name).write_bytes(b"x")
    with pytest.raises(UnreadableFile, match=r"readable are .*\.txt") as refused:
        readers.read(tmp_path / name)
    assert refused.value.code == "unsupported"


def test_missing_files_and_folders_are_refused(tmp_path: Path) -> None:
    (tmp_path / "folder.txt").mkdir()
    for name, code in (("missing.txt", "no_access"), ("folder.txt", "not_a_file")):
        with pytest.raises(UnreadableFile) as refused:
            readers.read(tmp_path / name)
        assert refused.value.code == code


def test_a_huge_file_is_not_loaded(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(readers.guard.BYTES, "txt", 3)
    (tmp_path / "a.txt").write_bytes(b"1234")
    with pytest.raises(UnreadableFile) as refused:
        readers.read(tmp_path / "a.txt")
    assert refused.value.code == "too_large"


def test_names_that_are_no_utf8_can_still_be_written(tmp_path: Path) -> None:
    path = tmp_path / "a.txt"
    path.write_text("1. Hai", encoding="utf-8")
    found = readers.read(path, "b\udcffn/Kế hoạch.txt")
    assert found.path.encode() == "b\ufffdn/Kế hoạch.txt".encode()
