"""Files and results that are not on this machine, by fsspec: here those of its memory."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

pytest.importorskip("fsspec", reason="needs fsspec: pip install dieukhoan[dask]")

from dieukhoan.batch import convert
from dieukhoan.batch.collect import collect
from dieukhoan.core.errors import InputError, UsageError
from made_workers import quickly

TEXT = "QUY CHẾ PHỐI HỢP\n\nĐiều 1. Trách nhiệm\n1. Sở Tư pháp chủ trì, phối hợp với Hội Luật gia tỉnh họp hằng quý.\n"


@pytest.fixture
def memory() -> Iterator[Any]:
    import fsspec

    store = fsspec.filesystem("memory")
    store.store.clear()
    store.pseudo_dirs[:] = [""]
    yield store
    store.store.clear()


@pytest.fixture
def archive(memory: Any) -> str:
    for name in ("tệp 10.txt", "tệp 2.txt", "con/a.TXT", ".ẩn/b.txt", "ảnh.jpg", "~$x.docx"):
        memory.pipe_file(f"/vào/{name}", TEXT.replace("tỉnh", name).encode())
    return "memory://vào"


def test_files_are_found_in_natural_order(archive: str) -> None:
    found = collect([archive])
    assert [file.name for file in found.files] == ["tệp 2.txt", "tệp 10.txt", "con/a.TXT"]
    assert found.skipped == 1
    assert all(file.url.startswith("memory://") and file.stamp for file in found.files)


def test_what_comes_out_is_what_a_folder_gives(archive: str, memory: Any, tmp_path: Path) -> None:
    summary = quickly(archive, "memory://ra", formats=["csv", "sqlite"])
    assert summary.ok == 3
    assert summary.written == tuple(f"memory://ra/{name}" for name in ("csv", "dieukhoan.sqlite", "run.json", "text"))
    memory.get("/vào", str(tmp_path / "vào"), recursive=True)
    quickly(tmp_path / "vào", tmp_path / "ra", formats=["csv", "sqlite"])
    for path in (tmp_path / "ra").rglob("*.*"):
        name = path.relative_to(tmp_path / "ra").as_posix()
        if path.is_file() and not name.startswith((".", "run.json")):
            assert memory.cat_file(f"/ra/{name}") == path.read_bytes(), name


def test_a_run_goes_on_from_afar(archive: str, memory: Any) -> None:
    assert quickly(archive, "memory://ra", formats=["csv"]).kept == 0
    memory.rm_file("/vào/con/a.TXT")
    memory.pipe_file("/vào/tệp 2.txt", b"other")
    summary = quickly(archive, "memory://ra", formats=["csv"])
    assert (summary.ok, summary.kept) == (2, 1)
    rows = csv.DictReader(io.StringIO(memory.cat_file("/ra/csv/documents.csv").decode("utf-8-sig")))
    assert [row["source"] for row in rows] == ["tệp 2.txt", "tệp 10.txt"]
    assert len(memory.find("/ra/text")) == 2


def test_a_store_that_goes_away(archive: str, memory: Any, monkeypatch: pytest.MonkeyPatch) -> None:
    from dieukhoan.batch import remote

    def unplugged(url: str, target: Path) -> None:
        memory.store.clear()
        raise OSError("no route to host")

    monkeypatch.setattr(remote, "fetch", unplugged)
    with pytest.raises(InputError, match="went away"):
        quickly(archive, "memory://ra", lang="en")


def test_nothing_there_and_an_unknown_kind_of_url(memory: Any, tmp_path: Path) -> None:
    with pytest.raises(UsageError, match="No such file or folder: memory://nothing"):
        convert("memory://nothing", tmp_path / "ra", lang="en")
    with pytest.raises(UsageError, match="Cannot open nosuch://x"):
        convert("nosuch://x", tmp_path / "ra", lang="en")
