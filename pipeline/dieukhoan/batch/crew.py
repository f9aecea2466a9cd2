"""Worker processes: results in the order of the files whatever the number of workers, a dead worker costs one file.

Each worker is a process of its own at the end of a pipe and has one file at a time, so that the file that killed it is
known. (``concurrent.futures`` breaks the whole pool when one worker dies, and in Python 3.11 may then wait for ever
for a worker that was being started at that moment.)
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from itertools import count
from multiprocessing import get_context
from multiprocessing.connection import Connection, wait
from multiprocessing.process import BaseProcess
from typing import Generic, TypeVar

from dieukhoan.batch.collect import File
from dieukhoan.batch.words import say
from dieukhoan.core.errors import UnreadableFile, UsageError

T = TypeVar("T")
Work = Callable[[File], T]
Lost = Callable[[File, BaseException], T]

_AHEAD = 4  # results for each worker that may wait for the file before them: few enough to hold in memory
_PATIENCE = 5.0  # seconds that a worker is given to end before it is killed


def run(files: Sequence[File], work: Work[T], lost: Lost[T], jobs: int, lang: str) -> Iterator[T]:
    """``work`` of every file, in order; ``lost`` of those whose process died.

    ``work`` must be picklable for ``jobs`` > 1; with one job it runs in this process. Raises UsageError when no
    process can be started.
    """
    if jobs == 1:
        yield from map(work, files)
        return
    crew = _Crew(work, lost, jobs, lang)
    try:
        yield from crew.results(files)
    finally:
        crew.dismiss()


def _serve(pipe: Connection, work: Work[T]) -> None:
    """The life of a worker: say that it is there, then a result for every file until the pipe is closed."""
    pipe.send(None)
    while True:
        try:
            file = pipe.recv()
        except (EOFError, OSError):
            return
        pipe.send(work(file))


class _Worker(Generic[T]):
    """One process and the file it has: its place in the row and the file itself, None while it is idle."""

    def __init__(self, work: Work[T], lang: str) -> None:
        # spawn: the same on every system, and no lock of a library is inherited in a locked state
        context = get_context("spawn")
        self.pipe, theirs = context.Pipe()
        self.process: BaseProcess = context.Process(target=_serve, args=(theirs, work), daemon=True)
        self.task: tuple[int, File] | None = None
        self.process.start()
        theirs.close()  # else the end of the process would not end the pipe
        try:
            self.pipe.recv()
        except (EOFError, OSError) as error:
            raise UsageError(say("no_process", lang)) from error

    def give(self, place: int, file: File) -> None:
        """Hand over the next file; a worker that died just now is found out when its answer is awaited."""
        self.task = place, file
        try:
            self.pipe.send(file)
        except OSError:
            self.pipe.close()

    def dismiss(self) -> None:
        """End the process, by force where it does not go."""
        self.pipe.close()
        self.process.terminate()
        self.process.join(_PATIENCE)
        if self.process.is_alive():
            self.process.kill()
            self.process.join()


class _Crew(Generic[T]):
    def __init__(self, work: Work[T], lost: Lost[T], jobs: int, lang: str) -> None:
        self._work, self._lost, self._jobs, self._lang = work, lost, jobs, lang
        self._workers: list[_Worker[T]] = [_Worker(work, lang)]

    def results(self, files: Sequence[File]) -> Iterator[T]:
        """The results of ``files`` in order; at most a few files a worker are under way."""
        coming = enumerate(files)
        done: dict[int, T] = {}
        for place in count():
            while place not in done:
                under_way = len(done) + sum(worker.task is not None for worker in self._workers)
                self._hand_out(coming, _AHEAD * self._jobs - under_way)
                if not any(worker.task for worker in self._workers):
                    return
                done |= self._collect()
            yield done.pop(place)

    def _hand_out(self, coming: Iterator[tuple[int, File]], most: int) -> None:
        """A file to each idle worker, at most ``most``; workers are hired as they are needed."""
        for _ in range(most):
            idle = next((worker for worker in self._workers if worker.task is None), None)
            if idle is None and len(self._workers) >= self._jobs:
                return
            task = next(coming, None)
            if task is None:
                return
            if idle is None:
                idle = _Worker(self._work, self._lang)
                self._workers.append(idle)
            idle.give(*task)

    def _collect(self) -> dict[int, T]:
        """The results that are there now (at least one is waited for), by the place of their file."""
        busy = [worker for worker in self._workers if worker.task is not None]
        gone = [worker for worker in busy if worker.pipe.closed]
        ready = set(wait([worker.pipe for worker in busy if worker not in gone])) if not gone else set()
        return dict(self._answer(worker) for worker in busy if worker in gone or worker.pipe in ready)

    def _answer(self, worker: _Worker[T]) -> tuple[int, T]:
        assert worker.task is not None
        place, file = worker.task
        try:
            result: T = worker.pipe.recv()
        except (EOFError, OSError):
            self._workers.remove(worker)
            worker.dismiss()
            return place, self._lost(file, UnreadableFile("process_died", say("died", self._lang)))
        worker.task = None
        return place, result

    def dismiss(self) -> None:
        """Let the workers go; files not yet begun are dropped."""
        for worker in self._workers:
            worker.dismiss()
