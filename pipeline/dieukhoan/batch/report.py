"""What a run was: for the summary that the user sees, and for ``run.json``."""

from __future__ import annotations

import heapq
import json
import platform
import time
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field

from dieukhoan.batch.fingerprint import Basis, tools
from dieukhoan.batch.parts import Entry
from dieukhoan.core.version import VERSION

_SLOWEST = 20
_COUNTS = ("documents", "ok", "partial", "failed", "kept", "skipped")


@dataclass(frozen=True, slots=True)
class Summary:
    """What a run gave: counts over all files, ``kept`` of which were read by an earlier run, what was written, and
    (source, reason) of every file that failed."""

    ok: int
    partial: int
    failed: int
    skipped: int
    kept: int
    duties: int
    deadlines: int
    warnings: int
    written: tuple[str, ...]
    failures: tuple[tuple[str, str], ...]

    @property
    def documents(self) -> int:
        """Files in all."""
        return self.ok + self.partial + self.failed


@dataclass
class Account:
    """What is counted while a run goes on: seconds by phase, notes, the most memory that a worker took."""

    seconds: dict[str, float] = field(default_factory=dict)
    notes: list[str] = field(default_factory=list)
    peak: int = 0

    @contextmanager
    def timed(self, phase: str) -> Iterator[None]:
        """Count the seconds of what happens inside."""
        began = time.monotonic()
        try:
            yield
        finally:
            self.seconds[phase] = self.seconds.get(phase, 0.0) + time.monotonic() - began


class Tally:
    """What is counted over the files of a run, one after the other."""

    def __init__(self, entries: Iterable[Entry]) -> None:
        self.status: Counter[str] = Counter()
        self.rows: Counter[str] = Counter()
        self.stages: Counter[str] = Counter()
        self.characters = 0
        self.failed: list[tuple[str, str, str]] = []
        slowest: list[tuple[float, str]] = []
        for entry in entries:
            self.status[entry.status] += 1
            self.rows.update(entry.counts)
            self.stages.update(entry.seconds)
            self.characters += entry.characters
            if entry.status == "failed":
                self.failed.append((entry.name, entry.code, entry.reason))
            heapq.heappush(slowest, (sum(entry.seconds.values()), entry.name))
            if len(slowest) > _SLOWEST:
                heapq.heappop(slowest)
        self.slowest = sorted(slowest, reverse=True)

    def summary(self, skipped: int, kept: int, written: Sequence[str]) -> Summary:
        """The summary of the run, which passed over ``skipped`` files and did not read ``kept`` again."""
        return Summary(
            ok=self.status["ok"],
            partial=self.status["partial"],
            failed=self.status["failed"],
            skipped=skipped,
            kept=kept,
            duties=self.rows["obligations"],
            deadlines=self.rows["deadlines"],
            warnings=self.rows["warnings"],
            written=tuple(written),
            failures=tuple((name, reason) for name, _, reason in self.failed),
        )


def report(  # noqa: PLR0913, PLR0917  all that is known of a run
    tally: Tally,
    made: Summary,
    rows: Mapping[str, int],
    basis: Basis,
    how: Mapping[str, object],
    account: Account,
) -> bytes:
    """The bytes of ``run.json``. It tells times, so that no two are equal, however equal the results are."""
    counts = ("documents", "ok", "partial", "failed", "kept", "skipped")
    known = {
        "version": VERSION,
        "python": platform.python_version(),
        "system": platform.platform(),
        "basis": basis,
        "tools": tools().split(),
        **how,
        "documents": {name: getattr(made, name) for name in counts},
        "characters": tally.characters,
        "rows": dict(sorted(rows.items())),
        "failures": dict(Counter(code for _, code, _ in tally.failed).most_common()),
        "failed": [{"source": name, "code": code, "reason": reason} for name, code, reason in tally.failed],
        "seconds": {name: round(value, 3) for name, value in account.seconds.items()},
        "seconds_by_stage": {name: round(value, 3) for name, value in tally.stages.items()},
        "slowest": [{"source": name, "seconds": round(seconds, 3)} for seconds, name in tally.slowest],
        "peak_memory_mb": round(account.peak / 2**20),
        "notes": account.notes,
    }
    return json.dumps(known, ensure_ascii=False, indent=1).encode()
