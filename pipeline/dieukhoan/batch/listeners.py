"""Who hears how a run goes: a bar on a terminal, plain lines in a log, JSON for machines, or nobody."""

from __future__ import annotations

import json
import sys
import time
from types import TracebackType
from typing import TYPE_CHECKING, TextIO

from dieukhoan.batch.shards import Step
from dieukhoan.batch.words import say

if TYPE_CHECKING:
    from rich.progress import Progress, TaskID

_WIDTH = 40  # of a file's name: the rest of the bar must fit beside it
_PATIENCE = 1.0  # seconds before a bar shows itself
_PAUSE = 10.0  # seconds between two plain lines


class Listener:
    """Hears nothing; a context manager, so that what was shown can be taken away."""

    def begin(self, total: int, kept: int) -> None:
        """A run begins over ``total`` files, ``kept`` of which were read before."""

    def note(self, text: str) -> None:
        """Something that the user should know."""

    def step(self, step: Step) -> None:
        """A file is over."""

    def phase(self, text: str) -> None:
        """What is done now that the files are read."""

    def __enter__(self) -> Listener:
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, at: TracebackType | None) -> None:
        """The run is over, one way or another."""


class Count(Listener):
    """Keeps count: what the other listeners show."""

    def __init__(self, lang: str = "vi") -> None:
        self.lang = lang
        self.done = self.read = self.total = self.failed = 0
        self._began = time.monotonic()

    def begin(self, total: int, kept: int) -> None:
        """See :class:`Listener`; what was read before is done."""
        self.total, self.done = total, kept
        self._began = time.monotonic()

    def step(self, step: Step) -> None:
        """See :class:`Listener`."""
        self.done += 1
        self.read += 1
        self.failed += step.status == "failed"

    @property
    def speed(self) -> float:
        """Files a second of those that were read in this run."""
        return self.read / max(time.monotonic() - self._began, 1e-3)

    @property
    def left(self) -> float:
        """Seconds that the rest will take, as far as can be told; 0 at the beginning."""
        return (self.total - self.done) / self.speed if self.read else 0.0

    def line(self) -> str:
        """How far it is, in words."""
        minutes, seconds = divmod(int(self.left), 60)
        left = f"{minutes // 60}:{minutes % 60:02}:{seconds:02}"
        state = {"done": self.done, "total": self.total, "failed": self.failed, "speed": f"{self.speed:.1f}"}
        return say("progress", self.lang, left=left, **state)


class Lines(Count):
    """Plain lines, one every few seconds: for a log file, or a console that can draw no bar."""

    def __init__(self, lang: str, stream: TextIO | None = None, pause: float = _PAUSE) -> None:
        super().__init__(lang)
        self._stream, self._pause, self._last = stream or sys.stderr, pause, time.monotonic()

    def note(self, text: str) -> None:
        """See :class:`Listener`."""
        self._stream.write(f"{text}\n")
        self._stream.flush()

    phase = note

    def step(self, step: Step) -> None:
        """See :class:`Listener`."""
        super().step(step)
        if time.monotonic() - self._last >= self._pause:
            self._last = time.monotonic()
            self.note(self.line())


class Json(Count):
    """A JSON object a line for everything: ``event`` is begin, note, file, phase or end."""

    def __init__(self, stream: TextIO | None = None) -> None:
        super().__init__()
        self._stream = stream or sys.stderr

    def _write(self, event: str, **values: object) -> None:
        known = {"event": event, "time": round(time.time(), 3), **values}
        self._stream.write(json.dumps(known, ensure_ascii=False) + "\n")
        self._stream.flush()

    def begin(self, total: int, kept: int) -> None:
        """See :class:`Listener`."""
        super().begin(total, kept)
        self._write("begin", total=total, kept=kept)

    def note(self, text: str) -> None:
        """See :class:`Listener`."""
        self._write("note", text=text)

    def phase(self, text: str) -> None:
        """See :class:`Listener`."""
        self._write("phase", text=text)

    def step(self, step: Step) -> None:
        """See :class:`Listener`."""
        super().step(step)
        known = {"source": step.name, "status": step.status, "seconds": round(step.seconds, 4)}
        if step.code:
            known |= {"code": step.code, "reason": step.reason}
        self._write("file", **known, done=self.done, total=self.total, failed=self.failed)

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, at: TracebackType | None) -> None:
        what = {"error": f"{kind.__name__}: {error}"} if kind and kind is not SystemExit else {}
        self._write("end", done=self.done, total=self.total, failed=self.failed, **what)


class Bar(Count):
    """A bar on stderr with files a second, failures and the time left; it shows itself after a moment only."""

    def __init__(self, lang: str, patience: float = _PATIENCE) -> None:
        super().__init__(lang)
        self._due = time.monotonic() + patience
        self._shown: tuple[Progress, TaskID] | None = None

    def note(self, text: str) -> None:
        """See :class:`Listener`."""
        if self._shown:
            self._shown[0].console.print(text, markup=False, highlight=False)
        else:
            sys.stderr.write(f"{text}\n")

    def phase(self, text: str) -> None:
        """See :class:`Listener`."""
        self._show(text)

    def step(self, step: Step) -> None:
        """See :class:`Listener`."""
        super().step(step)
        self._show(step.name)

    def _show(self, name: str) -> None:
        if self._shown is None:
            if time.monotonic() < self._due:
                return
            self._shown = self._appear()
        progress, task = self._shown
        progress.update(task, completed=self.done, total=self.total, name=name[-_WIDTH:], state=self.line())

    def _appear(self) -> tuple[Progress, TaskID]:
        from rich.console import Console
        from rich.progress import BarColumn, Progress, TextColumn

        columns = (BarColumn(), TextColumn("{task.fields[state]}"), TextColumn("{task.fields[name]}", markup=False))
        progress = Progress(TextColumn(say("reading", self.lang)), *columns, console=Console(stderr=True))
        progress.start()
        return progress, progress.add_task("", completed=self.done, total=self.total, name="", state="")

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, at: TracebackType | None) -> None:
        if self._shown:
            self._shown[0].stop()


def listener(lang: str, *, quiet: bool = False, as_json: bool = False) -> Listener:
    """The listener for a command: JSON or nothing where that was asked for, a bar on a terminal, else plain lines."""
    if as_json:
        return Json()
    if quiet:
        return Listener()
    return Bar(lang) if sys.stderr.isatty() else Lines(lang)
