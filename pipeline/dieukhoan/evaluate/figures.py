"""What is counted: hits and misses of things to find, right and wrong of things to tell."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from typing import NamedTuple

Report = dict[str, dict[str, float | int]]


@dataclass(slots=True)
class Tally:
    """Of things to find: ``hits``, ``extra`` ones that the gold does not have, ``missed`` ones."""

    hits: int = 0
    extra: int = 0
    missed: int = 0

    def add(self, hits: int, extra: int, missed: int) -> None:
        """Count more."""
        self.hits += hits
        self.extra += extra
        self.missed += missed

    @property
    def f1(self) -> float:
        """Harmonic mean of precision and recall; 1 where there was nothing to find and nothing was found."""
        return _share(2 * self.hits, 2 * self.hits + self.extra + self.missed)

    @property
    def precision(self) -> float:
        """How many of the found ones are right."""
        return _share(self.hits, self.hits + self.extra)

    @property
    def recall(self) -> float:
        """How many of the right ones were found."""
        return _share(self.hits, self.hits + self.missed)


@dataclass(slots=True)
class Ratio:
    """Of things to tell: how many of ``all`` are ``right``."""

    right: int = 0
    all: int = 0

    def add(self, *, right: bool) -> None:
        """Count one more."""
        self.right += right
        self.all += 1

    @property
    def value(self) -> float:
        """The share of right ones; 1 where there was nothing to tell."""
        return _share(self.right, self.all)


def _share(part: int, whole: int) -> float:
    return part / whole if whole else 1.0


class Miss(NamedTuple):
    """One thing that is not as annotated: ``what`` (``duty missed``, ``who`` …), what the gold says, what was found."""

    what: str
    gold: str
    found: str


class Judged(NamedTuple):
    """A row of ``table`` (``obligations``, ``deadlines``, ``citations``), and how its rule did.

    ``found``: the gold has the like; ``right``: with the same values; for a duty: modality, leading and supporting
    bodies and deadlines are those of the gold (a usable row). ``confidence`` is 0 where the table has none.
    """

    table: str
    rule: str
    found: bool
    right: bool
    confidence: float = 0.0


@dataclass(slots=True)
class Figures:
    """All counts of one document, or of many added up."""

    tallies: dict[str, Tally] = field(default_factory=dict)
    ratios: dict[str, Ratio] = field(default_factory=dict)
    misses: list[Miss] = field(default_factory=list)
    judged: list[Judged] = field(default_factory=list)

    def tally(self, name: str) -> Tally:
        """The tally called ``name``."""
        return self.tallies.setdefault(name, Tally())

    def ratio(self, name: str) -> Ratio:
        """The ratio called ``name``."""
        return self.ratios.setdefault(name, Ratio())

    def miss(self, what: str, gold: object = "", found: object = "") -> None:
        """Note one thing that is not as annotated."""
        self.misses.append(Miss(what, str(gold), str(found)))

    def value(self, name: str) -> float | None:
        """F1 or accuracy of the figure ``name``; None where nothing of it was counted."""
        if name in self.tallies:
            return self.tallies[name].f1
        return self.ratios[name].value if name in self.ratios else None

    def report(self) -> Report:
        """Every figure, rounded to four digits: ``f1``, ``p``, ``r``, ``n`` or ``accuracy``, ``n``; ``n`` is how many
        the gold has."""
        made: Report = {
            name: {
                "f1": round(one.f1, 4),
                "p": round(one.precision, 4),
                "r": round(one.recall, 4),
                "n": one.hits + one.missed,
            }
            for name, one in self.tallies.items()
        }
        told = {name: {"accuracy": round(one.value, 4), "n": one.all} for name, one in self.ratios.items()}
        return made | told


def together(parts: Iterable[Figures]) -> Figures:
    """``parts`` added up."""
    total = Figures()
    for part in parts:
        for name, tally in part.tallies.items():
            total.tally(name).add(tally.hits, tally.extra, tally.missed)
        for name, ratio in part.ratios.items():
            known = total.ratio(name)
            known.right, known.all = known.right + ratio.right, known.all + ratio.all
        total.misses += part.misses
        total.judged += part.judged
    return total


class RuleFigures(NamedTuple):
    """How the rows of one rule did: ``rows`` of them, ``found`` in the gold, ``right`` in all values."""

    table: str
    rule: str
    rows: int
    found: int
    right: int


def by_rule(judged: Iterable[Judged]) -> Iterator[RuleFigures]:
    """The rows of each rule counted; the rules with most wrong rows first, table by table."""
    counts: dict[tuple[str, str], list[int]] = {}
    for one in judged:
        known = counts.setdefault((one.table, one.rule), [0, 0, 0])
        for at, more in enumerate((True, one.found, one.right)):
            known[at] += more
    order = {table: at for at, table in enumerate(("obligations", "deadlines", "citations"))}
    ranked = sorted(counts.items(), key=lambda item: (order[item[0][0]], item[1][2] - item[1][0], item[0][1]))
    return (RuleFigures(*names, *known) for names, known in ranked)


class Bin(NamedTuple):
    """Duties whose confidence lies in ``[low, high)``: how many, their mean confidence, the share of usable ones."""

    low: float
    high: float
    rows: int
    confidence: float
    right: float


def by_confidence(judged: Iterable[Judged], width: float = 0.1) -> list[Bin]:
    """The duties among ``judged`` in bins of confidence, the lowest first; empty bins are left out."""
    binned: dict[int, list[Judged]] = {}
    steps = round(1 / width)
    for one in judged:
        if one.table == "obligations":
            binned.setdefault(min(int(one.confidence * steps + 1e-9), steps - 1), []).append(one)
    return [
        Bin(
            round(step * width, 4),
            round((step + 1) * width, 4),
            len(rows),
            sum(row.confidence for row in rows) / len(rows),
            sum(row.right for row in rows) / len(rows),
        )
        for step, rows in sorted(binned.items())
    ]


def calibration_error(bins: Iterable[Bin]) -> float:
    """How far confidence is from the share of usable rows, on the average of all rows (0 is best)."""
    known = list(bins)
    rows = sum(one.rows for one in known)
    return sum(one.rows * abs(one.confidence - one.right) for one in known) / rows if rows else 0.0
