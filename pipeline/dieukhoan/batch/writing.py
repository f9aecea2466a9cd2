"""The last step of a run: every format written from its results, side by side where there are workers for it."""

from __future__ import annotations

import sqlite3
import time
from collections.abc import Sequence
from dataclasses import dataclass
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
from dieukhoan.writers import writer

_LONG = ("html", "xlsx")
_FEW = 100_000  # rows that are written sooner than a process is started


class Written(NamedTuple):
    """A format that was written, in so many seconds; or the error that was met, as it would be raised."""

    name: str
    seconds: float
    error: tuple[int | None, str, str] | None = None


@dataclass(frozen=True)
class Formats(Work):
    """Writes a format, its task, from ``results`` to ``folder``."""

    results: Results
    folder: Path

    def __call__(self, task: str) -> Written:
        """See :class:`Written`."""
        began = time.monotonic()
        try:
            writer(task)(self.results.wanted(task), self.folder)
        except (OSError, sqlite3.Error) as error:
            number, name = getattr(error, "errno", None), getattr(error, "filename", None)
            return Written(task, 0.0, (number, getattr(error, "strerror", None) or str(error), str(name or "")))
        finally:
            forget()
        return Written(task, time.monotonic() - began)

    def lost(self, task: str, error: BaseException) -> Written:
        """A format whose process died."""
        return Written(task, 0.0, (None, str(error), ""))

    def told(self, result: Written) -> Step:
        """Its name."""
        return Step(result.name)


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
    jobs = min(order.jobs, len(names)) if sum(results.counts.values()) > _FEW else 1
    work = Formats(results, place.made)
    with account.timed("write"), writing(place.out, order.lang):
        if jobs == 1:
            written = [work(name) for name in names]
        else:
            # the longest first, one a process
            calls = ([name] for name in sorted(names, key=lambda name: name not in _LONG))
            events = local.run(calls, Order(work, Limits(0, 0), jobs, order.lang))
            written = [one for event in events if isinstance(event, Packed) for one in event.value]
        for one in written:
            account.seconds[f"write {one.name}"] = one.seconds
            if one.error:
                raise _error(one.error)
    return kept


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
