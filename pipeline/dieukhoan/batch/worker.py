"""The other end of a worker process: it is started, given shards, watched, and begun anew where a task ends it."""

from __future__ import annotations

import pickle
import subprocess
import sys
import tempfile
import threading
import time
from collections.abc import Iterator, Sequence
from contextlib import suppress
from pathlib import Path
from typing import IO, Any

import psutil

from dieukhoan.batch.shards import Event, Limits, Lost, Order, Packed, Task
from dieukhoan.batch.words import say
from dieukhoan.core.errors import UsageError

_LOOK = 0.1  # seconds between two looks at a process
_OFTEN = 2_000  # tasks after which a process is begun anew: spaCy keeps every word that it has seen
_GROWN = 120 * 2**20  # bytes that it may have grown by before that
_TRIES = 3  # deaths of a process with no task at hand before it is no use to start another
_START = "import sys; sys.path[:] = {path!r}; from dieukhoan.batch.child import main; main()"


class Worker:
    """One process for the tasks of one :class:`Order`, started when it is first needed."""

    def __init__(self, order: Order) -> None:
        self.order = order
        self._process: _Process | None = None
        self._deaths = 0
        self._closed = threading.Event()
        self.peak = 0

    def run(self, tasks: Sequence[Task]) -> Iterator[Event]:
        """The steps and the packed results of ``tasks``. Raises UsageError when no process can be started, and what
        the work raises in doubt."""
        with tempfile.TemporaryDirectory(prefix="dieukhoan-", ignore_cleanup_errors=True) as folder:
            brought, lost = self.order.work.bring(tasks, Path(folder))
            told, start = 0, 0
            while start < len(tasks) and not self._closed.is_set():
                rest = {place - start: why for place, why in lost.items() if place >= start}
                for kind, place, said in self._attempt(brought[start:], rest):
                    if kind == "lost":
                        lost[start + place] = said, say(said, self.order.lang, limits=self.order.limits)
                    elif kind == "packed":
                        yield Packed(tasks[start : start + place], said, self.peak)
                        start += place
                        break
                    elif start + place >= told:  # else it was told before the process died and all began again
                        told = start + place + 1
                        self.order.work.doubt(tasks[start + place], said)
                        yield said

    def _attempt(self, tasks: Sequence[Task], lost: Lost) -> Iterator[tuple[str, int, Any]]:
        """What the process says of ``tasks``: ("end", place, step) for each, ("packed", how many, result) at last; or
        ("lost", place, code) of the one with which it ended."""
        process = None
        try:
            process = self._begin()
            process.give(tasks, lost)
            while True:
                kind, place, said = process.answer()
                if kind == "begin":
                    continue
                self.peak = max(self.peak, process.peak)
                if kind == "packed":  # before it is handed on, for then nobody asks for more
                    self._deaths = 0
                    self._refresh(place)
                yield kind, place, said
                if kind == "packed":
                    return
        except (EOFError, OSError, pickle.UnpicklingError):
            if process is None:
                return  # closed before it was ready
            self._process = None
            place, code = process.verdict()
            if place >= 0:
                yield "lost", place, code
            else:
                self._mourn(process)

    def _begin(self) -> _Process:
        while not self._closed.is_set():
            if self._process:
                return self._process
            process = _Process(self.order)
            try:
                process.begin()
                self._process = process
            except (EOFError, OSError, pickle.UnpicklingError):
                self._mourn(process)
        raise EOFError

    def _mourn(self, process: _Process) -> None:
        """A process died that had no task: try again, but not for ever."""
        process.close()
        self._deaths += 1
        if self._deaths >= _TRIES and not self._closed.is_set():
            raise UsageError(say("no_process", self.order.lang, reason=process.last_words))

    def _refresh(self, done: int) -> None:
        """Let the process go when it has done much or grown."""
        assert self._process
        self._process.done += done
        if self._process.done >= _OFTEN or self._process.grown() > _GROWN:
            self._process.close()
            self._process = None

    def close(self) -> None:
        """End the process, also from another thread while it works."""
        self._closed.set()
        if self._process:
            self._process.close()


class _Process:
    """A child process and the thread that watches it."""

    def __init__(self, order: Order) -> None:
        self.order = order
        self._place = -1  # of the task at hand
        self._since = 0.0  # when it began
        self._words = tempfile.TemporaryFile()  # noqa: SIM115  what it says on stderr; closed with the process
        self._base = self._memory = self.peak = self.done = 0
        self._code = "died"
        self._over = threading.Event()
        self._lock = threading.Lock()
        self.last_words = ""  # the end of what it said on stderr, once it is closed
        command = [sys.executable, "-c", _START.format(path=sys.path)]
        flags = getattr(subprocess, "CREATE_NO_WINDOW", 0)
        pipe = subprocess.PIPE
        self._popen = subprocess.Popen(command, stdin=pipe, stdout=pipe, stderr=self._words, creationflags=flags)
        threading.Thread(target=self._watch, daemon=True).start()

    def begin(self) -> None:
        """Hand over the work and wait until it is loaded."""
        self._send((self.order.work, self.order.limits.timeout))
        self.answer()

    def give(self, tasks: Sequence[Task], lost: Lost) -> None:
        """Hand over tasks."""
        self._send((tasks, lost))

    def _send(self, message: object) -> None:
        assert self._popen.stdin
        pickle.dump(message, self._popen.stdin, protocol=5)
        self._popen.stdin.flush()

    def answer(self) -> tuple[str, int, Any]:
        """The next thing it says. Raises EOFError, OSError or UnpicklingError when it is gone."""
        assert self._popen.stdout
        kind, place, said = pickle.load(self._popen.stdout)
        self._since, self._place = (time.monotonic(), place) if kind == "begin" else (0.0, -1)
        return kind, place, said

    def _watch(self) -> None:
        """Look again and again; end the process when its task takes too long or it takes too much memory."""
        limits = self.order.limits
        with suppress(psutil.Error):
            seen = psutil.Process(self._popen.pid)
            while not self._over.wait(_LOOK):
                self._memory = seen.memory_info().rss
                self.peak = max(self.peak, self._memory)
                if verdict := self._judge(limits):
                    self._code = verdict
                    self._end()
                    return

    def _judge(self, limits: Limits) -> str:
        since = self._since
        if limits.timeout and since and time.monotonic() - since > limits.timeout:
            return "timeout"
        return "memory" if limits.memory and self._memory > limits.memory else ""

    def grown(self) -> int:
        """Bytes by which it has grown since it was first asked."""
        self._base = self._base or self._memory
        return self._memory - self._base

    def verdict(self) -> tuple[int, str]:
        """The place of the task with which it ended (-1: it had none) and a code for how; it is closed now."""
        self.close()
        return self._place, self._code

    def _end(self) -> None:
        """End the process and every program that it started."""
        family = []
        with suppress(psutil.Error):
            family = psutil.Process(self._popen.pid).children(recursive=True)
        self._popen.kill()
        for one in family:
            with suppress(psutil.Error):
                one.kill()

    def close(self) -> None:
        """End it, and let go of its pipes; the second time does nothing."""
        with self._lock:
            if not self._over.is_set():
                self._over.set()
                self._end()
                self._popen.wait()
                self.last_words = _end_of(self._words)
                # The pipes are left to the last reader: to close one under another thread is no good.


def _end_of(words: IO[bytes]) -> str:
    """The last line of a file that is then closed."""
    with words:
        words.seek(max(0, words.seek(0, 2) - 300))
        lines = words.read().decode("utf-8", "replace").strip().splitlines()
    return lines[-1] if lines else ""
