"""The Dask engine on real clusters of several processes: the same bytes, also when a worker dies."""

from __future__ import annotations

import os
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from pathlib import Path

import psutil
import pytest

pytest.importorskip("distributed", reason="needs Dask: pip install dieukhoan[dask]")

from dieukhoan.batch import convert, fingerprint
from dieukhoan.batch.bench import SAMPLES, make_corpus, sample_texts
from dieukhoan.batch.listeners import Listener
from dieukhoan.batch.shards import Step
from dieukhoan.core.errors import UsageError
from made_workers import quickly

Digests = Callable[[Path], dict[str, str]]
pytestmark = pytest.mark.slow


@pytest.fixture
def alone(many: Callable[[int], Path], tmp_path: Path, digests: Digests) -> dict[str, str]:
    """What the local engine gives."""
    many(200)
    quickly(tmp_path / "vào", tmp_path / "một mình")
    return digests(tmp_path / "một mình")


class Kills(Listener):
    """Kills a worker of Dask, with kill -9, once the first shards are done."""

    def __init__(self, workers: Callable[[], list[psutil.Process]]) -> None:
        self._workers, self.killed = workers, 0

    def step(self, step: Step) -> None:
        if not self.killed:
            self._workers()[0].kill()
            self.killed += 1


def _dask_workers() -> list[psutil.Process]:
    """The processes of a LocalCluster that work: children of this one, made by multiprocessing."""
    return [one for one in psutil.Process().children() if "spawn_main" in " ".join(one.cmdline())]


def test_a_cluster_of_this_machine_of_which_a_worker_is_killed(
    alone: dict[str, str], tmp_path: Path, digests: Digests
) -> None:
    kills = Kills(_dask_workers)
    summary = quickly(tmp_path / "vào", tmp_path / "ra", engine="dask", jobs=3, listener=kills)
    assert (summary.ok, kills.killed) == (200, 1)
    assert digests(tmp_path / "ra") == alone


def test_what_is_read_for_real_is_the_same_on_any_engine(tmp_path: Path, digests: Digests) -> None:
    root = tmp_path / "vào"
    make_corpus(sample_texts(SAMPLES), root, 24, 1500, seed=4)
    kills = Kills(_dask_workers)
    convert(root, tmp_path / "cụm", engine="dask", jobs=2, listener=kills)
    found = [digests(tmp_path / "cụm")]
    for jobs in (1, 4):
        assert convert(root, tmp_path / str(jobs), jobs=jobs).ok == 24
        found.append(digests(tmp_path / str(jobs)))
    assert kills.killed == 1
    assert len(found[0]) > 24
    assert found[0] == found[1] == found[2]


def start(*arguments: str) -> subprocess.Popen[bytes]:
    """A scheduler or worker as ``dask scheduler`` and ``dask worker`` start it."""
    places = {**os.environ, "PYTHONPATH": os.pathsep.join(sys.path)}
    quiet = subprocess.DEVNULL
    return subprocess.Popen(
        [sys.executable, "-m", "distributed.cli." + arguments[0], *arguments[1:]], env=places, stderr=quiet
    )


@pytest.fixture
def scheduler() -> Iterator[str]:
    """A scheduler at one address of this machine and two workers at others: as many machines as there are."""
    address = "tcp://127.0.0.1:38786"
    plain = ["--no-dashboard", "--host"]
    processes = [start("dask_scheduler", "--port", "38786", *plain, "127.0.0.1")]
    options = ["--nthreads", "1", "--no-nanny", "--death-timeout", "60", *plain]
    processes += [start("dask_worker", address, *options, f"127.0.0.{number}") for number in (2, 3)]
    yield address
    for process in processes:
        process.kill()
        process.wait()


@pytest.mark.skipif(sys.platform != "linux", reason="elsewhere a machine has no second address of itself")
def test_workers_at_several_addresses(alone: dict[str, str], scheduler: str, tmp_path: Path, digests: Digests) -> None:
    assert quickly(tmp_path / "vào", tmp_path / "ra", engine="dask", scheduler=scheduler).ok == 200
    assert digests(tmp_path / "ra") == alone


def test_a_machine_with_another_program_is_refused(
    scheduler: str, many: Callable[[int], Path], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(fingerprint, "_code", lambda: "newer")
    with pytest.raises(UsageError, match=r"has other versions and would give other results: program: .*≠.*newer"):
        quickly(many(3), tmp_path / "ra", engine="dask", scheduler=scheduler, lang="en")


def test_no_scheduler_is_an_error_that_says_so(
    many: Callable[[int], Path], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("dieukhoan.batch.cluster._WAIT", 1.0)
    began = time.monotonic()
    with pytest.raises(UsageError, match=r"No connection to the Dask cluster tcp://127\.0\.0\.1:1"):
        quickly(many(3), tmp_path / "ra", engine="dask", scheduler="tcp://127.0.0.1:1", lang="en")
    assert time.monotonic() - began < 60
