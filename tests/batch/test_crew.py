"""Worker processes: order, and what a dead one costs."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Iterable
from pathlib import Path

import pytest

from dieukhoan.batch.collect import File
from dieukhoan.batch.crew import run
from made_workers import dies_on_x, lost, name_of


def files(names: Iterable[str]) -> list[File]:
    return [File(Path(name), name) for name in names]


@pytest.mark.parametrize("jobs", [1, 2])
def test_results_come_in_the_order_of_the_files(jobs: int) -> None:
    names = [f"{number:02}" for number in range(30)]
    assert list(run(files(names), name_of, lost, jobs, "vi")) == names


def test_a_dead_worker_costs_its_own_file_only() -> None:
    names = ["a", "b", "x1", "c", "x2", *"defghijklmnop", "x3"]
    expected = [f"{name}: process_died" if "x" in name else name for name in names]
    assert list(run(files(names), dies_on_x, lost, 2, "vi")) == expected


def test_only_a_few_files_are_under_way_at_a_time() -> None:
    asked = []

    class Watched(list[File]):
        def __iter__(self):
            for file in list.__iter__(self):
                asked.append(file.name)
                yield file

    results = run(Watched(files(map(str, range(100)))), name_of, lost, 2, "vi")
    assert next(results) == "0"
    results.close()  # type: ignore[attr-defined]
    assert len(asked) <= 10


def test_a_script_without_its_guard_is_told_so(tmp_path: Path) -> None:
    script = tmp_path / "script.py"
    script.write_text("import dieukhoan\ndieukhoan.convert('a.txt', 'out', jobs=2, lang='en')\n", encoding="utf-8")
    (tmp_path / "a.txt").write_text("Điều 1. Thử", encoding="utf-8")
    here = {**os.environ, "PYTHONPATH": os.pathsep.join(sys.path), "PYTHONUTF8": "1"}
    done = subprocess.run(
        [sys.executable, str(script)],
        cwd=tmp_path,
        env=here,
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 1
    assert "UsageError: No process could be started" in done.stderr
