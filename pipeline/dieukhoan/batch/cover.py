"""Is every character of a text accounted for? Each non-blank one must stand in exactly one unit or zone."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from dieukhoan.batch import local
from dieukhoan.batch.collect import File, collect
from dieukhoan.batch.shards import Order, Packed, Step, cut
from dieukhoan.batch.work import FileWork
from dieukhoan.core.records import Document
from dieukhoan.rulebook import load

LEAST = 0.999


@dataclass(frozen=True, slots=True)
class Coverage:
    """Of ``total`` non-blank characters ``lost`` stand in no unit or zone, ``twice`` in more than one.

    ``sample`` is the beginning of the first passage at fault; ``error`` (in a word: ``code``) says why the file could
    not be read.
    """

    source: str
    total: int = 0
    lost: int = 0
    twice: int = 0
    sample: str = ""
    error: str = ""
    code: str = ""

    @property
    def share(self) -> float:
        """The share of characters that stand in exactly one place; 1 for a blank text, 0 for an unread one."""
        if self.error:
            return 0.0
        return (self.total - self.lost - self.twice) / self.total if self.total else 1.0


def coverage(document: Document) -> Coverage:
    """How well units and zones cover the text of ``document``."""
    text = document.text
    lost = twice = 0
    sample = ""
    spans = [(unit.start, unit.end) for unit in document.units] + [(zone.start, zone.end) for zone in document.zones]
    for start, end, depth in _depths(spans, len(text)):
        if depth != 1 and (count := _solid(text[start:end])):
            lost, twice = (lost + count, twice) if depth == 0 else (lost, twice + count)
            sample = sample or " ".join(text[start:end].split())[:60]
    return Coverage(document.source.path, _solid(text), lost, twice, sample)


def _solid(text: str) -> int:
    """How many characters are not blank."""
    return len("".join(text.split()))


def _depths(spans: Iterable[tuple[int, int]], length: int) -> Iterator[tuple[int, int, int]]:
    """The stretches of ``[0, length)`` and how many spans hold each."""
    steps = [(0, 0), (length, 0)]
    for start, end in spans:
        steps += [(start, 1), (end, -1)]
    steps.sort()
    depth = at = 0
    for place, change in steps:
        if place > at:
            yield at, place, depth
        at, depth = place, depth + change


@dataclass(frozen=True)
class _Cover(FileWork):
    """The coverage of a file."""

    def __call__(self, task: File) -> Coverage:
        return self.isolated(task, coverage)

    def lost(self, task: File, error: BaseException) -> Coverage:
        """A file that could not be measured, and why."""
        code = getattr(error, "code", "")
        return Coverage(task.name, error=f"{type(error).__name__}: {error}", code=code)

    def told(self, result: Coverage) -> Step:
        """What a listener hears of it."""
        return Step(result.source, "failed" if result.error else "ok", result.code, result.error)


def check_coverage(
    paths: Sequence[str | Path], jobs: int = 1, lang: str = "vi", rules: tuple[Path, ...] = (), ocr: str = "auto"
) -> list[Coverage]:
    """The coverage of every file in ``paths``, in order. Raises UsageError as :func:`collect` does."""
    found = collect(paths, lang)
    if rules:
        load(*rules)
    order = Order(_Cover(rules, lang, ocr), jobs=jobs, lang=lang)
    known: dict[str, Coverage] = {}
    for event in local.run(cut(found.files, jobs), order):
        if isinstance(event, Packed):
            known |= {file.location: one for file, one in zip(event.tasks, event.value, strict=True)}
    return [known[file.location] for file in found.files]
