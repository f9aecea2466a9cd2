"""What a comparison does with one variant, and what it gives back."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from functools import lru_cache
from pathlib import Path
from typing import TYPE_CHECKING, Any

from dieukhoan.batch.collect import File
from dieukhoan.batch.results import Results
from dieukhoan.batch.work import Lap, Reading, analyse_file
from dieukhoan.rulebook import load
from dieukhoan.tables import Row, Rows, Table
from dieukhoan.tables.compared import ALIGNMENTS, BLANK_FILLS, COMPARED, OBLIGATION_CHANGES
from dieukhoan.tables.documents import DOCUMENTS
from dieukhoan.tables.outline import UNITS

if TYPE_CHECKING:
    import pandas

    from dieukhoan.analyse import Analysis
    from dieukhoan.compare import Comparison
    from dieukhoan.compare.overview import Variant
    from dieukhoan.compare.resemble import Prints
    from dieukhoan.core.records import Document

PAGE, PRINTS = "_page", "_prints"
"""What a worker gives beside rows of tables: the page side by side, and what the likeness of documents is told from."""
LEAST = 0.5
_COUNTED = ("identical", "filled", "modified", "moved", "added", "removed", "dropped", "new", "changed")
_BLANKS = ("blanks_filled", "blanks_open")


@dataclass(frozen=True, slots=True)
class Compared:
    """What a comparison gave: for each variant its source and how many units and duties met which fate, and how many
    blanks of the template are filled and still open.

    ``failures`` are names of variants that could not be read, each with its reason; ``passed`` are documents of a
    converted folder that do not resemble the template; ``rows`` are those of the
    comparing tables, ``comparisons`` everything, where nothing was written.
    """

    variants: tuple[tuple[str, dict[str, int]], ...]
    failures: tuple[tuple[str, str], ...]
    written: tuple[Path, ...]
    passed: tuple[str, ...] = ()
    comparisons: tuple[Comparison, ...] = ()
    rows: Mapping[str, Sequence[Row]] = field(default_factory=dict)

    @property
    def failed(self) -> tuple[str, ...]:
        """The names of the variants that could not be read."""
        return tuple(name for name, _ in self.failures)

    def to_frames(self) -> dict[str, pandas.DataFrame]:
        """The comparing tables as data frames, by name (of a comparison that wrote nothing)."""
        from dieukhoan.tables.dataframes import frame

        return {table.name: frame(table, list(self.rows[table.name])) for table in COMPARED if table.name in self.rows}


@dataclass(frozen=True, slots=True)
class Known(File):
    """A document that need not be read."""

    document: Document | None = None

    @classmethod
    def of(cls, document: Document, file: File | None = None) -> Known:
        """``document`` as ``file``, or as it is called itself."""
        called = file or File(Path(document.source.path), document.source.path)
        return cls(called.path, called.name, called.suffix, document=document)

    @property
    def location(self) -> str:
        """See :class:`File`: no file is meant, even where it has one."""
        return f"{self.document.document_id if self.document else ''}{self.suffix}:known"


@dataclass(frozen=True)
class Beside(Reading):
    """What ``compare`` does with a variant: its rows, and those of its comparison with ``template``, or with that in
    the file ``model``, which each process reads for itself while it begins: sooner than one could for all of them.

    ``least`` is the similarity from which two units are taken for the same; ``paged`` asks for a page too.
    """

    template: Document | None = None
    model: File | None = None
    least: float = LEAST
    paged: bool = False

    def against(self, template: Document) -> Beside:
        """The same with its template."""
        return replace(self, template=template)

    def prepare(self) -> None:
        """See :class:`FileWork`. A template that cannot be read is told of when it is a task."""
        super().prepare()
        if self.model:
            self.isolated(self.model, lambda found: found)

    def analysed(self, file: File, lap: Lap) -> Analysis:
        """See :class:`FileWork`; what the template and a known document say is known already."""
        if isinstance(file, Known) and file.document:
            return file.document  # type: ignore[return-value]  # an analysis has no more than a document here
        if self.model and file.location == self.model.location:
            return _read(self.model.path, self.rules, self.model.name)
        return super().analysed(file, lap)

    def rows(self, found: Analysis) -> Rows:
        """The rows that a variant gives; of the template those of any document."""
        from dieukhoan.compare import compare_pair
        from dieukhoan.compare.page import page
        from dieukhoan.compare.resemble import prints
        from dieukhoan.compare.rows import rows

        made = super().rows(found)
        template = _read(self.model.path, self.rules, self.model.name) if self.model else self.template
        if template is None or found.document_id == template.document_id:
            return made
        book = load(*self.rules)
        compared = compare_pair(template, found, book, self.least)
        made = made | rows(compared, self.lang)
        made[PRINTS] = told_by(prints(found, book, [(fill.start, fill.end) for fill in compared.fills]))
        if self.paged:
            made[PAGE] = [(page(compared, self.lang),)]
        return made


_read = lru_cache(maxsize=1)(analyse_file)


@dataclass(frozen=True)
class Together(Results):
    """Results with tables that are about all documents at once; ``sheets`` are those that a workbook shall have (none
    stands for all)."""

    extra: Mapping[str, Sequence[Row]] = field(default_factory=dict)
    sheets: tuple[Table, ...] = ()

    def wanted(self, name: str) -> Results:
        """See :class:`Results`."""
        return replace(self, tables=self.sheets) if name == "xlsx" and self.sheets else self

    def rows(self, table: Table) -> Iterator[Row]:
        """See :class:`Results`."""
        return iter(self.extra[table.name]) if table.name in self.extra else super().rows(table)


def told_by(runs: Prints) -> list[Row]:
    """Prints as rows."""
    return [(number,) for number in runs.tolist()]


def told(rows: Callable[[str], Sequence[Row]], lang: str) -> Variant:
    """What the overview needs of a variant, whose rows of a table ``rows`` gives; places are told in ``lang``."""
    import numpy as np

    from dieukhoan.compare.matrix import added_units
    from dieukhoan.compare.overview import Variant

    def named(table: Table) -> list[Mapping[str, Any]]:
        """The rows of ``table`` by column."""
        return list(table.dicts(rows(table.name)))

    (document,) = named(DOCUMENTS)
    runs = np.array([row[0] for row in rows(PRINTS)], dtype=np.int64)
    alignments = named(ALIGNMENTS)
    added = added_units(alignments, named(UNITS), lang)
    return Variant(document, alignments, named(BLANK_FILLS), named(OBLIGATION_CHANGES), runs, added)


def fates(variant: Variant) -> tuple[str, dict[str, int]]:
    """The source of a variant, and how many of its units, duties and blanks met which fate."""
    met = Counter(row["status"] for row in variant.alignments)
    met.update(row["change"] for row in variant.changes)
    met["changed"] = met["reworded"] + met["body_changed"] + met["deadline_changed"]
    met.update(_BLANKS[not row["value"]] for row in variant.fills)
    return str(variant.document["source"]), {name: met[name] for name in (*_COUNTED, *_BLANKS)}
