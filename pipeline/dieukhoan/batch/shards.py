"""What engines and work agree on: a shard is a list of tasks that one worker turns into one packed result."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

Task = Any
"""What one call of the work is about: a File, the name of a format. It can be pickled."""
Result = Any
"""What work makes of a task, or of the results of a shard. It can be pickled."""
Lost = dict[int, tuple[str, str]]
"""Code and message of tasks known to be impossible, by their place in a shard."""


@dataclass(frozen=True, slots=True)
class Step:
    """One task is over: ``status`` is ok, partial or failed; ``code`` and ``reason`` say why it failed."""

    name: str
    status: str = "ok"
    code: str = ""
    reason: str = ""
    seconds: float = 0.0


@dataclass(frozen=True, slots=True)
class Packed:
    """The packed results of ``tasks``, and the most memory (bytes) that their worker took up to now."""

    tasks: Sequence[Task]
    value: Result
    peak: int = 0


Event = Step | Packed


class Work:
    """What is done with each task in a process of its own. Subclasses can be pickled."""

    def prepare(self) -> None:
        """Load what every task needs; called once in each process."""

    def bring(self, tasks: Sequence[Task], folder: Path) -> tuple[Sequence[Task], Lost]:
        """``tasks`` as the process can use them, with what they need copied to ``folder``, and those that cannot be
        brought; called before they are handed over."""
        return tasks, {}

    def __call__(self, task: Task) -> Result:
        """The result of one task."""
        raise NotImplementedError

    def lost(self, task: Task, error: BaseException) -> Result:
        """The result of a task that could not be done."""
        raise NotImplementedError

    def told(self, result: Result) -> Step:
        """What is to be said of a result when it is there."""
        return Step(str(result))

    def doubt(self, task: Task, step: Step) -> None:
        """Raise UsageError when the failure ``step`` of ``task`` means that to go on makes no sense."""

    def agree(self, here: str) -> None:
        """Raise UsageError when on this machine, called ``here``, the work would give other results; without a name,
        when it would give others than when it was made."""

    def pack(self, results: Sequence[Result]) -> Result:
        """The results of a shard as one."""
        return results


@dataclass(frozen=True, slots=True)
class Limits:
    """What one task may take: ``timeout`` in seconds, ``memory`` of its process in bytes; 0 is no limit."""

    timeout: float = 120.0
    memory: int = 2048 * 2**20

    def __str__(self) -> str:
        return f"{self.timeout:g} s, {self.memory >> 20} MB"

    def beyond(self, timeout: float, memory: int) -> bool:
        """Whether a task may take more now than under these other limits."""
        endless = float("inf")
        return (self.timeout or endless) > (timeout or endless) or (self.memory or endless) > (memory or endless)


@dataclass(frozen=True, slots=True)
class Order:
    """What an engine is to do: ``work`` for every task, within ``limits``, by ``jobs`` workers at a time; ``lang`` is
    the language of messages."""

    work: Work
    limits: Limits = field(default_factory=Limits)
    jobs: int = 1
    lang: str = "vi"


Engine = Callable[[Iterator[Sequence[Task]], Order], Iterator[Event]]
"""Takes shards when it can use them; gives what happens to them, in the order in which it happens."""

MOST = 64
"""Tasks in a shard: few enough that a run that is killed loses little, enough that parts are not many."""


def cut(tasks: Sequence[Task], jobs: int) -> Iterator[Sequence[Task]]:
    """``tasks`` in shards, smaller ones where there would be too few for all workers."""
    size = max(1, min(MOST, -(-len(tasks) // (jobs * 4))))
    for start in range(0, len(tasks), size):
        yield tasks[start : start + size]
