"""A progress bar on stderr that shows itself only when the work takes longer than a second."""

from __future__ import annotations

import threading
from types import TracebackType
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from rich.progress import Progress, TaskID

_WIDTH = 40  # of a file's name: the rest of the bar must fit beside it


class Bar:
    """Called with (files done, files in all, name of the last one); a context manager that takes the bar away."""

    def __init__(self, lang: str, patience: float = 1.0) -> None:
        self._lang = lang
        self._timer = threading.Timer(patience, self._appear)
        self._timer.daemon = True
        self._lock = threading.Lock()
        self._shown: tuple[Progress, TaskID] | None = None
        self._state: tuple[int, int | None] = (0, None)
        self._over = False

    def __call__(self, done: int, total: int, name: str) -> None:
        """Note how far the work is."""
        with self._lock:
            self._state = done, total
            if self._shown:
                progress, task = self._shown
                progress.update(task, completed=done, total=total, name=name[-_WIDTH:])

    def __enter__(self) -> Bar:
        self._timer.start()
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, at: TracebackType | None) -> None:
        self._timer.cancel()
        with self._lock:
            self._over = True
            if self._shown:
                self._shown[0].stop()

    def _appear(self) -> None:
        from rich.console import Console
        from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn, TimeRemainingColumn

        from dieukhoan.batch.words import say

        columns = (
            BarColumn(),
            MofNCompleteColumn(),
            TimeRemainingColumn(),
            TextColumn("{task.fields[name]}", markup=False),
        )
        progress = Progress(TextColumn(say("reading", self._lang)), *columns, console=Console(stderr=True))
        with self._lock:
            if self._over:
                return
            done, total = self._state
            self._shown = progress, progress.add_task("", completed=done, total=total, name="")
            progress.start()
