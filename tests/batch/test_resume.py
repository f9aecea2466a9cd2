"""A run goes on where an earlier one ended, however it ended, and what comes out is the same."""

from __future__ import annotations

import csv
import json
import os
import random
import shutil
import signal
import subprocess
import sys
import time
import zipfile
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from dieukhoan.batch import fingerprint
from dieukhoan.batch.bench import SAMPLES, make_corpus, sample_texts
from dieukhoan.batch.listeners import Listener
from dieukhoan.batch.shards import Limits, Step
from dieukhoan.core.errors import UsageError
from made_workers import quickly

Digests = Callable[[Path], dict[str, str]]


class Hears(Listener):
    def __init__(self) -> None:
        self.notes: list[str] = []
        self.read: list[str] = []

    def note(self, text: str) -> None:
        self.notes.append(text)

    def step(self, step: Step) -> None:
        self.read.append(step.name)


def again(root: Path, out: Path, **options: Any) -> Hears:
    heard = Hears()
    quickly(root, out, formats=["csv"], lang="en", listener=heard, **options)
    return heard


def sources(out: Path) -> list[str]:
    with (out / "csv" / "documents.csv").open(encoding="utf-8-sig", newline="") as file:
        return [row["source"] for row in csv.DictReader(file)]


@pytest.fixture
def root(many: Callable[[int], Path]) -> Path:
    return many(10)


@pytest.fixture
def out(root: Path, tmp_path: Path) -> Path:
    """Results of a first run."""
    again(root, tmp_path / "ra")
    return tmp_path / "ra"


def test_nothing_is_read_twice(root: Path, out: Path, digests: Digests) -> None:
    before = digests(out)
    heard = again(root, out)
    assert heard.read == []
    assert heard.notes == ["10 of 10 files were read by an earlier run (--fresh reads all again)"]
    assert digests(out) == before


def test_fresh_reads_everything(root: Path, out: Path) -> None:
    assert len(again(root, out, fresh=True).read) == 10


def test_new_changed_and_removed_files(root: Path, out: Path, tmp_path: Path, digests: Digests) -> None:
    (root / "hộp 0" / "tệp 3 mới.txt").write_text("Điều 1. Mới", encoding="utf-8")
    (root / "hộp 1" / "tệp 1.txt").write_text("Điều 1. Đã sửa", encoding="utf-8")
    (root / "hộp 2" / "tệp 2.txt").unlink()
    heard = again(root, out)
    assert sorted(heard.read) == ["hộp 0/tệp 3 mới.txt", "hộp 1/tệp 1.txt"]
    assert "hộp 2/tệp 2.txt" not in sources(out)
    again(root, tmp_path / "mới")
    assert digests(out) == digests(tmp_path / "mới")
    assert len(list((out / "text").iterdir())) == 10


def test_touched_and_moved_files_are_known_by_their_bytes(root: Path, out: Path) -> None:
    os.utime(root / "hộp 0" / "tệp 0.txt", (1, 1))
    assert again(root, out).read == []
    shutil.move(root, root.with_name("chỗ khác"))
    assert again(root.with_name("chỗ khác"), out).read == []


def test_a_part_that_nobody_needs_goes(root: Path, out: Path) -> None:
    before = list((out / ".dieukhoan" / "parts").iterdir())
    again(root / "hộp 0", out)  # its files have other names now
    assert not set(before) & set((out / ".dieukhoan" / "parts").iterdir())


def test_another_program_reads_again_and_says_so(root: Path, out: Path) -> None:
    for part in (out / ".dieukhoan" / "parts").iterdir():
        with zipfile.ZipFile(part) as archive:
            members = {name: archive.read(name) for name in archive.namelist()}
        known = json.loads(members["manifest.json"])
        known["basis"]["program"] = "0.0.1 of before"
        members["manifest.json"] = json.dumps(known).encode()
        with zipfile.ZipFile(part, "w") as archive:
            for name, data in members.items():
                archive.writestr(name, data)
    heard = again(root, out)
    assert len(heard.read) == 10
    assert heard.notes == ["The program has changed: 10 earlier results do not hold any more"]


def test_the_basis_is_all_that_rows_depend_on(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def changed(rules: tuple[Path, ...] = (tmp_path,), options: str = "lang=vi") -> set[str]:
        now = fingerprint.basis(rules, options)
        return {name for name in before if before[name] != now[name]}

    (tmp_path / "a.yaml").write_text("n", encoding="utf-8")
    before = fingerprint.basis((tmp_path,), "lang=vi")
    assert set(before) == {"program", "libraries", "rules", "options"}
    assert changed() == set()
    assert changed(rules=()) == {"rules"}
    assert changed(options="lang=en") == {"options"}
    (tmp_path / "a.yaml").write_text("m", encoding="utf-8")
    assert changed() == {"rules"}
    (tmp_path / "a.yaml").write_text("n", encoding="utf-8")
    monkeypatch.setattr(fingerprint, "_libraries", lambda: "other")
    assert changed() == {"libraries"}


def test_failures_are_kept_but_for_those_that_may_pass(root: Path, tmp_path: Path) -> None:
    (root / "hỏng.txt").touch()
    (root / "chết.txt").touch()
    out = tmp_path / "ra"
    again(root, out)
    assert again(root, out).read == []
    more = Limits(timeout=200)
    assert again(root, out, limits=more).read == ["chết.txt"]  # it may have been short of time or memory
    assert again(root, out).read == []


def test_a_damaged_part_is_read_again(root: Path, out: Path, digests: Digests) -> None:
    before = digests(out)
    part = next((out / ".dieukhoan" / "parts").iterdir())
    with zipfile.ZipFile(part) as archive:
        lost = len(json.loads(archive.read("manifest.json"))["files"])
    part.write_bytes(part.read_bytes()[:-30])
    assert len(again(root, out).read) == lost
    assert digests(out) == before


def test_two_runs_at_a_time_do_not_mix(root: Path, out: Path) -> None:
    class Second(Listener):
        def begin(self, total: int, kept: int) -> None:
            again(root, out)

    with pytest.raises(UsageError, match="Another run is writing to"):
        quickly(root, out, formats=["csv"], listener=Second())


def test_the_report_says_what_was_done(root: Path, out: Path) -> None:
    (root / "hỏng.txt").touch()
    again(root, out)
    known = json.loads((out / "run.json").read_text("utf-8"))
    assert known["documents"] == {"documents": 11, "ok": 10, "partial": 0, "failed": 1, "kept": 10, "skipped": 0}
    assert known["failures"] == {"broken": 1}
    assert known["failed"] == [{"source": "hỏng.txt", "code": "broken", "reason": "The file is damaged."}]
    assert known["rows"]["obligations"] == 20
    assert {"collect", "read", "write csv"} <= set(known["seconds"])
    assert known["seconds_by_stage"]["tables"] > 0
    assert len(known["slowest"]) == 11
    assert known["peak_memory_mb"] > 10


SCRIPT = """
import sys
sys.path[:0] = {path!r}
from made_workers import quickly
quickly({root!r}, {out!r}, jobs=2)
"""


@pytest.mark.slow
@pytest.mark.skipif(not hasattr(signal, "SIGKILL"), reason="there is no kill -9 on this system")
def test_a_run_killed_anywhere_goes_on_to_the_same_bytes(
    many: Callable[[int], Path], tmp_path: Path, digests: Digests
) -> None:
    root, out = many(500), tmp_path / "ra"
    command = [sys.executable, "-c", SCRIPT.format(path=sys.path, root=str(root), out=str(out))]
    began = time.monotonic()
    subprocess.run(command, check=True)
    whole = time.monotonic() - began
    expected = digests(out)
    chance = random.Random(5)
    killed = 0
    for _ in range(20):
        shutil.rmtree(out)
        process = subprocess.Popen(command)
        try:
            process.wait(chance.uniform(0.1, 1.0) * whole)
        except subprocess.TimeoutExpired:
            process.kill()
            killed += 1
        process.wait()
        subprocess.run(command, check=True)
        assert digests(out) == expected
    assert killed > 10


REAL = """
import sys
sys.path[:0] = {path!r}
from dieukhoan.batch import convert
convert({root!r}, {out!r}, jobs=2)
"""


@pytest.mark.slow
@pytest.mark.skipif(not hasattr(signal, "SIGKILL"), reason="there is no kill -9 on this system")
def test_a_run_that_reads_for_real_is_killed_again_and_again(tmp_path: Path, digests: Digests) -> None:
    root, out = tmp_path / "vào", tmp_path / "ra"
    make_corpus(sample_texts(SAMPLES), root, 500, 500, seed=3)
    command = [sys.executable, "-c", REAL.format(path=sys.path, root=str(root), out=str(out))]
    began = time.monotonic()
    subprocess.run(command, check=True)
    whole = time.monotonic() - began
    expected = digests(out)
    assert len(expected) > 500
    shutil.rmtree(out)
    chance = random.Random(9)
    killed = begun_anew = 0
    while killed < 20:
        process = subprocess.Popen(command)
        try:  # what it did not finish, the next one goes on with
            process.wait(chance.uniform(0.2, 1.0) * whole)
        except subprocess.TimeoutExpired:
            process.kill()
            killed += 1
        if process.wait() == 0:
            assert digests(out) == expected
            begun_anew += 1
            shutil.rmtree(out)
    subprocess.run(command, check=True)
    assert digests(out) == expected
    assert begun_anew < 20


@pytest.mark.slow
def test_any_number_of_workers_gives_the_same_bytes(
    many: Callable[[int], Path], tmp_path: Path, digests: Digests
) -> None:
    root = many(300)
    found = []
    for jobs in (1, 2, 4):
        quickly(root, tmp_path / str(jobs), jobs=jobs)
        found.append(digests(tmp_path / str(jobs)))
    assert found[0] == found[1] == found[2]
    assert len(found[0]) > 300
