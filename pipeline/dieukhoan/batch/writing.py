"""The last step of a run: every format written from its results, side by side where there are workers for it."""

from __future__ import annotations

import sqlite3
import time
from collections import defaultdict
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from typing import NamedTuple

from dieukhoan.batch import local
from dieukhoan.batch.home import TEXT, Home, writing
from dieukhoan.batch.listeners import Listener
from dieukhoan.batch.parts import forget, text_of
from dieukhoan.batch.report import Account
from dieukhoan.batch.results import Results
from dieukhoan.batch.shards import Limits, Order, Packed, Step, Work
from dieukhoan.batch.words import say
from dieukhoan.writers import apart, writer

_LONG = ("html", "sqlite")
_FEW = 100_000  # rows that are written sooner than a process is started


class Task(NamedTuple):
    """A format to write, or a part of one."""

    name: str
    part: str = ""


class Written(NamedTuple):
    """A task that was done, in so many seconds: what was made of a part; or the error that was met, as it would be
    raised."""

    task: Task
    seconds: float
    error: tuple[int | None, str, str] | None = None
    made: object = None


@dataclass(frozen=True)
class Formats(Work):
    """Does a task of ``results`` in ``folder``."""

    results: Results
    folder: Path

    def __call__(self, task: Task) -> Written:
        """See :class:`Written`."""
        return self._held(task, partial(self._do, task))

    def finish(self, name: str, made: Mapping[str, object]) -> Written:
        """Put the format ``name`` together from its parts."""
        writer = apart(name)
        assert writer
        return self._held(Task(name), partial(writer.finish, self.results.wanted(name), self.folder, made))

    def _do(self, task: Task) -> object:
        results, parted = self.results.wanted(task.name), apart(task.name)
        if parted:
            return parted.part(results, self.folder, task.part)
        return writer(task.name)(results, self.folder)

    def _held(self, task: Task, do: Callable[[], object]) -> Written:
        began = time.monotonic()
        try:
            made = do()
        except (OSError, sqlite3.Error) as error:
            number, name = getattr(error, "errno", None), getattr(error, "filename", None)
            return Written(task, 0.0, (number, getattr(error, "strerror", None) or str(error), str(name or "")))
        finally:
            forget()
        return Written(task, time.monotonic() - began, made=made)

    def lost(self, task: Task, error: BaseException) -> Written:
        """A task whose process died."""
        return Written(task, 0.0, (None, str(error), ""))

    def told(self, result: Written) -> Step:
        """Its format."""
        return Step(result.task.name)


def write(  # noqa: PLR0913, PLR0917  one argument a thing that it needs
    results: Results,
    ids: Sequence[str],
    formats: Sequence[str],
    place: Home,
    order: Order,
    account: Account,
    heard: Listener,
) -> list[str]:
    """Write ``formats``, and the texts of the documents ``ids``, to where ``place`` wants what is made.

    The names of texts that are published already as they are, and were not written again. Raises OutputError.
    """
    with account.timed("texts"), writing(place.out, order.lang):
        kept = _texts(results, ids, place)
    names = list(dict.fromkeys(formats))
    heard.phase(say("writing", order.lang, formats=", ".join(names)))
    work = Formats(results, place.made)
    with account.timed("write"), writing(place.out, order.lang):
        made: defaultdict[str, dict[str, object]] = defaultdict(dict)
        for one in _done(work, names, order):
            _count(one, account)
            if one.task.part:
                made[one.task.name][one.task.part] = one.made
        for name, parts in made.items():
            _count(work.finish(name, parts), account)
    return kept


def _done(work: Formats, names: Sequence[str], order: Order) -> Iterator[Written]:
    """What all tasks of the formats ``names`` gave, side by side where it is worth it."""
    tasks = [task for name in names for task in _tasks(name, work.results)]
    jobs = min(order.jobs, len(tasks)) if sum(work.results.counts.values()) > _FEW else 1
    if jobs == 1:
        yield from map(work, tasks)
        return
    # what cannot be shared comes first; one task a shard
    tasks.sort(key=lambda task: (bool(task.part), task.name not in _LONG))
    for event in local.run(([task] for task in tasks), Order(work, Limits(0, 0), jobs, order.lang)):
        if isinstance(event, Packed):
            yield from event.value


def _tasks(name: str, results: Results) -> list[Task]:
    parted = apart(name)
    return [Task(name, part) for part in parted.parts(results.wanted(name))] if parted else [Task(name)]


def _count(one: Written, account: Account) -> None:
    """Note how long it took. Raises the error that was met."""
    key = f"write {one.task.name}"
    account.seconds[key] = account.seconds.get(key, 0.0) + one.seconds
    if one.error:
        raise _error(one.error)


def _error(known: tuple[int | None, str, str]) -> OSError:
    number, reason, name = known
    return OSError(number, reason, name or None) if number else OSError(reason)


def _texts(results: Results, ids: Sequence[str], place: Home) -> list[str]:
    (place.made / TEXT).mkdir()
    kept = []
    for slot, document_id in zip(results.slots, ids, strict=True):
        text = text_of(*slot)
        if text is not None:
            name, data = f"{document_id}.txt", text.encode()
            if place.has_text(name, data):
                kept.append(f"{TEXT}/{name}")
            else:
                (place.made / TEXT / name).write_bytes(data)
    forget()
    return kept
