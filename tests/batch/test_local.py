"""Worker processes: what a task may cost."""

from __future__ import annotations

import subprocess
import sys
import threading
import time
from collections.abc import Iterator, Sequence
from dataclasses import replace
from pathlib import Path

import psutil
import pytest

from dieukhoan.batch import local, worker
from dieukhoan.batch.collect import File
from dieukhoan.batch.shards import Event, Limits, Order, Packed, Step, Work, cut
from dieukhoan.batch.work import Reading
from dieukhoan.core.errors import UsageError
from made_workers import Names, Unready


def run(tasks: Sequence[str], jobs: int = 1, size: int = 4, limits: Limits = Limits(), work: Work | None = None) -> list[Event]:  # fmt: skip  # noqa: B008, E501
    shards: Iterator[Sequence[str]] = (tasks[at : at + size] for at in range(0, len(tasks), size))
    return list(local.run(shards, Order(work or Names(), limits, jobs, "en")))


def results(events: list[Event]) -> list[str]:
    return [value for event in events if isinstance(event, Packed) for value in event.value]


@pytest.mark.parametrize("jobs", [1, 2])
def test_every_task_is_done_and_told_once(jobs: int) -> None:
    tasks = [f"{number:02}" for number in range(30)]
    events = run(tasks, jobs)
    assert sorted(results(events)) == tasks
    assert sorted(event.name for event in events if isinstance(event, Step)) == tasks


def test_results_of_a_shard_come_with_its_tasks() -> None:
    packed = [event for event in run(list("abcdef")) if isinstance(event, Packed)]
    assert [(list(one.tasks), one.value) for one in packed] == [(list("abcd"), list("abcd")), (["e", "f"], ["e", "f"])]
    assert all(10_000_000 < one.peak < 500_000_000 for one in packed)


def test_a_dead_process_costs_its_own_task_only() -> None:
    tasks = ["a", "b", "chết 1", "c", "chết 2", "d", "e", "chết 3"]
    events = run(tasks)
    assert results(events) == ["a", "b", "chết 1: died", "c", "chết 2: died", "d", "e", "chết 3: died"]
    told = [event.name for event in events if isinstance(event, Step)]
    assert told == results(events)


def test_a_hang_costs_its_own_task_and_its_time() -> None:
    began = time.monotonic()
    assert results(run(["a", "treo", "b"], limits=Limits(timeout=1.0))) == ["a", "treo: timeout", "b"]
    assert time.monotonic() - began < 30


def test_memory_without_end_costs_its_own_task() -> None:
    limits = Limits(timeout=60, memory=300 << 20)
    assert results(run(["a", "phình", "b"], limits=limits)) == ["a", "phình: memory", "b"]


@pytest.mark.parametrize(("tasks", "processes"), [(1_000, 1), (4, 3)])
def test_a_process_that_has_done_much_is_begun_anew(
    monkeypatch: pytest.MonkeyPatch, tasks: int, processes: int
) -> None:
    monkeypatch.setattr(worker, "_OFTEN", tasks)
    assert len(set(results(run(["ai"] * 12)))) == processes


def test_a_process_that_has_grown_is_begun_anew(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(worker, "_GROWN", -1)
    assert len(set(results(run(["ai"] * 12)))) == 3


def test_what_a_library_prints_does_no_harm() -> None:
    assert results(run(["in ra", "b"])) == ["in ra", "b"]


def test_a_process_that_cannot_be_made_ready_is_an_error_that_says_why() -> None:
    with pytest.raises(UsageError, match="No process could be started: ValueError: no model here"):
        run(["a"], work=Unready())


def test_rules_that_change_in_mid_run_stop_it_before_a_part_is_mixed() -> None:
    reading = Reading.of((), "en", "auto", Limits())
    later = replace(reading, basis={**reading.basis, "rules": "those of before"})
    with pytest.raises(UsageError, match=r"rules changed during the run: rules: \w+ ≠ those of before\. Give the same"):
        list(local.run(iter([[File(Path("a.txt"), "a.txt")]]), Order(later, lang="en")))


def test_who_stops_listening_ends_all_processes() -> None:
    before = set(psutil.Process().children())
    events = local.run(iter([["a"], ["b"], ["treo"], ["treo"]]), Order(Names(), jobs=2))
    next(events)
    events.close()  # type: ignore[attr-defined]
    assert set(psutil.Process().children()) <= before
    assert not [one for one in threading.enumerate() if "_work" in one.name]


def test_few_shards_are_taken_ahead() -> None:
    taken = []

    def shards() -> Iterator[list[str]]:
        for number in range(1000):
            taken.append(number)
            yield [str(number)]

    events = local.run(shards(), Order(Names(), jobs=2))
    for _ in range(4):
        next(events)
    time.sleep(0.5)
    assert len(taken) < 200
    events.close()  # type: ignore[attr-defined]


@pytest.mark.parametrize(
    ("tasks", "jobs", "sizes"), [(3, 2, [1, 1, 1]), (100, 2, [13] * 7 + [9]), (1000, 1, [64] * 15 + [40])]
)
def test_shards_are_small_where_tasks_are_few(tasks: int, jobs: int, sizes: list[int]) -> None:
    assert [len(shard) for shard in cut(range(tasks), jobs)] == sizes


def test_a_script_needs_no_guard(tmp_path: Path) -> None:
    script = tmp_path / "script.py"
    script.write_text(
        "import sys\n"
        f"sys.path[:0] = {sys.path!r}\n"
        "from dieukhoan.batch import local\n"
        "from dieukhoan.batch.shards import Order, Packed\n"
        "from made_workers import Names\n"
        "found = local.run(iter([['a']]), Order(Names()))\n"
        "print([one.value for one in found if isinstance(one, Packed)])\n",
        encoding="utf-8",
    )
    done = subprocess.run([sys.executable, str(script)], capture_output=True, text=True, check=False)
    assert done.stdout.strip() == "[['a']]", done.stderr
