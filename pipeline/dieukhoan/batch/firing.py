"""How often each rule fires over many documents: which never do, which do nearly everywhere."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from dieukhoan.batch import local
from dieukhoan.batch.collect import File, collect
from dieukhoan.batch.shards import Order, Packed, Step, cut
from dieukhoan.batch.work import FileWork
from dieukhoan.core.records import Document
from dieukhoan.rulebook import Rulebook, load

NEARLY_ALL = 0.95  # the share of documents from which on a rule counts as firing everywhere


@dataclass(frozen=True, slots=True)
class Fired:
    """What fired in one file: by rule, how often it won when its family was tried on the whole text, and how many rows
    of the tables name it. ``error`` says why the file could not be read."""

    source: str
    characters: int = 0
    matches: Mapping[str, int] = field(default_factory=dict)
    rows: Mapping[str, int] = field(default_factory=dict)
    error: str = ""
    code: str = ""


@dataclass(frozen=True, slots=True)
class RuleCount:
    """One rule over all documents: ``matches``, the ``documents`` that have one, the ``rows`` that name the rule."""

    rule: str
    family: str
    matches: int
    documents: int
    rows: int


@dataclass(frozen=True, slots=True)
class Counts:
    """Every rule, by family and id, over ``documents`` of together ``characters``; ``failed`` could not be read."""

    documents: int
    characters: int
    failed: int
    rules: tuple[RuleCount, ...]

    @property
    def silent(self) -> list[RuleCount]:
        """The rules that fired nowhere."""
        return [one for one in self.rules if not one.matches and not one.rows]

    @property
    def everywhere(self) -> list[RuleCount]:
        """The rules that fired in nearly all documents, the most frequent first."""
        found = [one for one in self.rules if self.documents and one.documents >= NEARLY_ALL * self.documents]
        return sorted(found, key=lambda one: (-one.matches, one.rule))


def fired(document: Document, book: Rulebook) -> Fired:
    """What fires in ``document``."""
    matches = Counter(match.rule.id for family in book.families.values() for match in family.scan(document.view))
    named = (document.duties, document.deadlines, document.citations, document.mentions)
    rows = Counter(record.rule for records in named for record in records if record.rule)
    return Fired(document.source.path, len(document.text), dict(matches), dict(rows))


@dataclass(frozen=True)
class _Firing(FileWork):
    """What fires in a file."""

    def __call__(self, task: File) -> Fired:
        return self.isolated(task, lambda found: fired(found, load(*self.rules)))

    def lost(self, task: File, error: BaseException) -> Fired:
        """A file whose rules could not be counted, and why."""
        return Fired(task.name, error=f"{type(error).__name__}: {error}", code=getattr(error, "code", ""))

    def told(self, result: Fired) -> Step:
        """What a listener hears of it."""
        return Step(result.source, "failed" if result.error else "ok", result.code, result.error)


def count_rules(
    paths: Sequence[str | Path], jobs: int = 1, lang: str = "vi", rules: tuple[Path, ...] = (), ocr: str = "auto"
) -> Counts:
    """How often each rule fires in the files in ``paths``. Raises UsageError as :func:`collect` does, RuleError for a
    bad rule."""
    found = collect(paths, lang)
    book = load(*rules)
    order = Order(_Firing(rules, lang, ocr), jobs=jobs, lang=lang)
    known: list[Fired] = []
    for event in local.run(cut(found.files, jobs), order):
        if isinstance(event, Packed):
            known += event.value
    return added(known, book)


def added(known: Sequence[Fired], book: Rulebook) -> Counts:
    """``known`` added up. Some rows name a rule that stands in no file (``duty.verb``: stated plainly); its family is
    the first part of its name."""
    families = {rule.id: rule.family for rule in book.rules}
    matches, documents, rows = Counter[str](), Counter[str](), Counter[str]()
    for one in known:
        matches.update(one.matches)
        rows.update(one.rows)
        documents.update({*one.matches, *one.rows})
    made = [
        RuleCount(rule, families.get(rule, rule.partition(".")[0]), matches[rule], documents[rule], rows[rule])
        for rule in {*families, *rows}
    ]
    failed = sum(bool(one.error) for one in known)
    ordered = tuple(sorted(made, key=lambda one: (one.family, one.rule)))
    return Counts(len(known) - failed, sum(one.characters for one in known), failed, ordered)
