"""The folder of results: whole or not there, and errors that say what to do."""

from __future__ import annotations

import errno
import os
import shutil
import subprocess
import sys
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from dieukhoan.batch import home
from dieukhoan.batch.home import Home
from dieukhoan.batch.listeners import Listener
from dieukhoan.core.errors import InputError, OutputError
from made_workers import quickly

Digests = Callable[[Path], dict[str, str]]


@pytest.fixture
def place(tmp_path: Path) -> Iterator[Home]:
    with home.home(tmp_path / "ra", "en") as found:
        yield found


def put(place: Home, **texts: str) -> None:
    for name, text in texts.items():
        path = place.made / name.replace("__", "/").replace("_", ".")
        path.parent.mkdir(exist_ok=True)
        path.write_text(text, encoding="utf-8")


def seen(place: Home) -> dict[str, str]:
    files = (path for path in sorted(place.out.rglob("*")) if path.is_file())
    visible = (path for path in files if ".dieukhoan" not in path.parts)
    return {path.relative_to(place.out).as_posix(): path.read_text("utf-8") for path in visible}


def test_what_is_published_replaces_what_was(place: Home) -> None:
    put(place, a_txt="1", csv__b_csv="1")
    assert place.publish() == ("a.txt", "csv")
    (place.out / "của tôi.txt").write_text("x", encoding="utf-8")
    put(place, a_txt="2", csv__c_csv="2")
    place.publish()
    assert seen(place) == {"a.txt": "2", "csv/c.csv": "2", "của tôi.txt": "x"}


def test_what_is_kept_stays(place: Home) -> None:
    put(place, a_txt="1", b_txt="1")
    place.publish()
    put(place, b_txt="2")
    place.publish(["a.txt"])
    assert seen(place) == {"a.txt": "1", "b.txt": "2"}


@pytest.mark.parametrize("held", ["a.txt", "b.txt"])
@pytest.mark.parametrize("moving", ["aside", "into place"])
def test_a_file_held_open_leaves_everything_as_it_was(
    place: Home, monkeypatch: pytest.MonkeyPatch, held: str, moving: str
) -> None:
    put(place, a_txt="1", b_txt="1", old_txt="1")
    place.publish()
    real = Path.replace

    def refuses(self: Path, target: Path) -> Path:
        if self.name == held and self.parent == (place.out if moving == "aside" else place.made):
            raise PermissionError(errno.EACCES, "used by another process", str(place.out / held))
        return real(self, target)

    put(place, a_txt="2", b_txt="2")
    with monkeypatch.context() as patch:
        patch.setattr(Path, "replace", refuses)
        with pytest.raises(OutputError, match=rf"Cannot write to .*{held}: used by another process\. Close files"):
            place.publish()
    assert seen(place) == {"a.txt": "1", "b.txt": "1", "old.txt": "1"}
    put(place, a_txt="2", b_txt="2")
    place.publish()
    assert seen(place) == {"a.txt": "2", "b.txt": "2"}


def test_a_part_is_whole_or_not_there(place: Home, monkeypatch: pytest.MonkeyPatch) -> None:
    def full(_descriptor: int) -> None:
        raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))

    first = place.keep(b"one")
    monkeypatch.setattr(os, "fsync", full)
    with pytest.raises(OutputError, match=r"No room left to write .*make room and run the same command again"):
        place.keep(b"two")
    assert [path.name for path in place.parts.iterdir()] == [first.name]


@pytest.mark.skipif(os.name == "nt" or os.geteuid() == 0, reason="root may write everywhere")
def test_a_folder_that_cannot_be_written_to(tmp_path: Path) -> None:
    (tmp_path / "ra").mkdir(mode=0o500)
    with pytest.raises(OutputError, match=r"Cannot write to .*ra: Permission denied"), home.home(tmp_path / "ra", "en"):
        pass


def test_what_a_killed_run_left_is_cleaned_up(tmp_path: Path) -> None:
    left = tmp_path / "ra" / ".dieukhoan" / "made" / "dieukhoan.xlsx"
    left.parent.mkdir(parents=True)
    left.touch()
    with home.home(tmp_path / "ra", "en") as place:
        assert not left.exists()
        assert place.publish() == ()


@pytest.mark.skipif(sys.platform != "linux", reason="a small disk is made by a mount of Linux")
def test_a_full_disk_is_an_error_that_says_so(many: Callable[[int], Path], tmp_path: Path, digests: Digests) -> None:
    disk = tmp_path / "đĩa"
    disk.mkdir()
    command = ["mount", "-t", "tmpfs", "-o", "size=600k", "tmpfs", str(disk)]
    if not shutil.which("mount") or subprocess.run(command, capture_output=True, check=False).returncode:
        pytest.skip("this user may mount nothing")
    try:
        root = many(30)
        quickly(root / "hộp 0", disk / "ra", formats=["csv"])
        before = digests(disk / "ra")
        with pytest.raises(OutputError, match="No room left"):
            quickly(root, disk / "ra", formats=["csv", "sqlite"], lang="en")
        assert digests(disk / "ra") == before
    finally:
        subprocess.run(["umount", str(disk)], check=True)


def test_input_that_vanishes_in_mid_run_is_an_error_and_no_failed_file(
    many: Callable[[int], Path], tmp_path: Path, digests: Digests
) -> None:
    root, out = many(30), tmp_path / "ra"
    quickly(root / "hộp 0", out, formats=["csv"])
    before = digests(out)

    class Unplugs(Listener):
        def begin(self, total: int, kept: int) -> None:  # the files are listed, and not yet read
            root.rename(root.with_name("rút ra"))

    with pytest.raises(InputError, match="went away in mid-run"):
        quickly(root, out, formats=["csv"], lang="en", listener=Unplugs())
    assert digests(out) == before
    root.with_name("rút ra").rename(root)
    assert quickly(root, out, formats=["csv"], lang="en").ok == 30


def test_one_file_that_vanishes_in_mid_run_is_a_failed_row(many: Callable[[int], Path], tmp_path: Path) -> None:
    root = many(30)

    class Deletes(Listener):
        def begin(self, total: int, kept: int) -> None:
            (root / "hộp 6" / "tệp 27.txt").unlink()

    summary = quickly(root, tmp_path / "ra", formats=["csv"], listener=Deletes())
    assert (summary.ok, summary.failed) == (29, 1)
    assert summary.failures[0][0] == "hộp 6/tệp 27.txt"
