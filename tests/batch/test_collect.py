"""Which files are read, in which order, under which ids."""

from __future__ import annotations

import os
import sys
import unicodedata
from pathlib import Path

import pytest

from dieukhoan.batch.collect import File, collect, sha256
from dieukhoan.core.errors import UsageError


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    root = tmp_path / "hộp"
    for name in (
        "tệp 10.txt", "tệp 2.txt", "Ấp.txt", "Đông.docx", "Dương.pdf", "con/b.txt", "con/a.TXT", "con 2/a.txt",
        "~$Đông.docx", ".ẩn.txt", ".git/x.txt", "ảnh.jpg", "bảng.xlsx", "cũ.doc",
    ):  # fmt: skip
        (root / name).parent.mkdir(parents=True, exist_ok=True)
        (root / name).write_text(name, encoding="utf-8")
    return root


def names(*paths: Path, out: Path | None = None) -> list[str]:
    return [file.name for file in collect(paths, out=out).files]


def test_a_folder_is_read_in_natural_order(folder: Path) -> None:
    assert names(folder) == [
        "Ấp.txt", "cũ.doc", "Dương.pdf", "Đông.docx", "tệp 2.txt", "tệp 10.txt",
        "con/a.TXT", "con/b.txt", "con 2/a.txt",
    ]  # fmt: skip
    assert collect([folder]).skipped == 2


def test_documents_without_an_ending_are_found_by_their_content(folder: Path) -> None:
    (folder / "Kế hoạch").write_bytes(b"{\\rtf1 x}")
    (folder / "Công văn số 12.2024").write_bytes(b"%PDF-1.7")
    (folder / "LICENSE").write_text("Giấy phép sử dụng", encoding="utf-8")
    (folder / "bản.bak").write_bytes(b"%PDF-1.7")
    found = collect([folder])
    assert {"Kế hoạch", "Công văn số 12.2024"} <= {file.name for file in found.files}
    assert sorted(found.passed) == ["LICENSE", "bản.bak", "bảng.xlsx", "ảnh.jpg"]


def test_arguments_keep_their_order_and_a_file_is_read_once(folder: Path) -> None:
    first = folder / "tệp 2.txt"
    again = folder / "con" / ".." / "tệp 2.txt"
    found = names(first, folder / "con", folder, again)
    assert found[:3] == ["tệp 2.txt", "a.TXT", "b.txt"]
    assert found.count("tệp 2.txt") == 1
    assert len(found) == 9


def test_the_folder_of_results_is_not_read_again(folder: Path) -> None:
    assert [name for name in names(folder, out=folder / "con") if name.startswith("con/")] == []


def test_results_beside_the_input_are_not_read_again(folder: Path) -> None:
    (folder / "text").mkdir()
    (folder / "text" / "tep-2-01234567.txt").touch()
    assert [name for name in names(folder, out=folder) if name.startswith("text/")] == []
    assert [name for name in names(folder) if name.startswith("text/")] != []


@pytest.mark.skipif(sys.platform != "linux", reason="other systems refuse such names")
def test_names_become_text_in_its_composed_form(tmp_path: Path) -> None:
    (tmp_path / unicodedata.normalize("NFD", "quy chế.txt")).touch()
    (tmp_path / os.fsdecode(b"h\xffng.txt")).touch()
    assert names(tmp_path) == ["h\ufffdng.txt", "quy chế.txt"]


@pytest.mark.skipif(os.name == "nt" or os.geteuid() == 0, reason="root may open every folder")
def test_a_folder_that_cannot_be_opened_is_no_empty_folder(folder: Path) -> None:
    (folder / "con").chmod(0)
    try:
        with pytest.raises(UsageError, match=r"Không mở được thư mục .*con"):
            collect([folder])
    finally:
        (folder / "con").chmod(0o755)


@pytest.mark.skipif(os.name == "nt", reason="links need rights on Windows")
def test_links_that_lead_out_are_not_followed(folder: Path, tmp_path: Path) -> None:
    outside = tmp_path / "ngoài"
    outside.mkdir()
    (outside / "x.txt").write_text("x", encoding="utf-8")
    before = names(folder)
    (folder / "link.txt").symlink_to(outside / "x.txt")
    (folder / "vòng").symlink_to(folder, target_is_directory=True)
    (folder / "ra").symlink_to(outside, target_is_directory=True)
    (folder / "đứt.txt").symlink_to(folder / "không có.txt")
    (folder / "trong.txt").symlink_to(folder / "tệp 2.txt")
    found = collect([folder])
    assert len(found.files) == len(before)
    assert {file.path.resolve().name for file in found.files} == {Path(name).name for name in before}


def test_files_with_equal_bytes_and_stem_are_told_apart(tmp_path: Path) -> None:
    for name in ("a/quy chế.txt", "b/Quy Chế.txt", "c/quy-che.docx", "d/quy chế.txt"):
        (tmp_path / name).parent.mkdir()
        (tmp_path / name).write_text("khác" if name[0] == "d" else "như nhau", encoding="utf-8")
    assert [file.suffix for file in collect([tmp_path]).files] == ["", "-2", "-3", ""]


def test_a_path_that_is_not_there(tmp_path: Path) -> None:
    with pytest.raises(UsageError, match=r"Không có tệp hay thư mục này: .*xyz"):
        collect([tmp_path / "xyz"])
    with pytest.raises(UsageError, match=r"No such file or folder: .*xyz"):
        collect([tmp_path / "xyz"], "en")


def test_a_folder_without_documents(tmp_path: Path) -> None:
    (tmp_path / "ảnh.jpg").touch()
    with pytest.raises(UsageError, match=r"\.docx.*trong"):
        collect([tmp_path])


def test_bytes_that_cannot_be_had_have_no_hash(tmp_path: Path) -> None:
    assert sha256(File(tmp_path / "không có", "không có")) == ""
