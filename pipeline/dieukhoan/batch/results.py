"""The results of a run, streamed from its parts: what a writer is given, and what of it is sorted beforehand."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import chain
from pathlib import Path

from dieukhoan.batch.checkpoint import Kept, Slot, full
from dieukhoan.batch.parts import outcome_of, rows_of
from dieukhoan.batch.sorting import arrange, arranged
from dieukhoan.tables import Row, Table
from dieukhoan.tables.documents import DIAGNOSTICS
from dieukhoan.writers import Outcome, remarks


@dataclass(frozen=True)
class Results:
    """A run as :class:`dieukhoan.writers.Results`. It can be pickled: all that it holds is where things are.

    ``sorted_in`` is the folder of what :func:`arrange` wrote, ``remarks`` are rows of diagnostics about the run.
    """

    tables: tuple[Table, ...]
    lang: str
    slots: tuple[Slot, ...]
    sorted_in: Path
    counts: Mapping[str, int]
    remarks: tuple[Row, ...] = ()

    def count(self, table: Table) -> int:
        """How many rows ``table`` has."""
        return self.counts[table.name]

    def rows(self, table: Table) -> Iterator[Row]:
        """The rows of ``table`` in their final order; to be asked again and again."""
        found = arranged(self.sorted_in / table.name) if table.order else _plain(table, self.slots)
        if table.name == DIAGNOSTICS.name:
            found = chain(found, self.remarks)
        if table.serial:
            at = table.index(table.serial)
            return ((*row[:at], number, *row[at + 1 :]) for number, row in enumerate(found, 1))
        return found

    def wanted(self, name: str) -> Results:
        """What of them the format ``name`` is given."""
        return self

    def documents(self) -> Iterator[Outcome]:
        """Document by document, failed ones too: its rows by table and its text."""
        names = tuple(table.name for table in self.tables)
        for slot in self.slots:
            yield Outcome(*outcome_of(*slot, names))


def _plain(table: Table, slots: Sequence[Slot]) -> Iterator[Row]:
    for part, place in slots:
        yield from rows_of(part, place, table.name)


def gather(kept: Sequence[Kept], tables: Sequence[Table], lang: str, formats: Sequence[str], folder: Path) -> Results:
    """The results of the files ``kept``, in this order; what has an order of its own is sorted into ``folder``."""
    slots = tuple(one.slot for one in kept)
    counts: Counter[str] = Counter({table.name: 0 for table in tables})
    for entry in full(kept):
        counts.update(entry.counts)
    for table in tables:
        if table.order:
            counts[table.name] = arrange(table, _plain(table, slots), folder / table.name)
    said = tuple(
        DIAGNOSTICS.row(
            document_id=None, unit_id=None, severity="info", code=code, message=message, start=None, end=None
        )
        for name in formats
        for code, message in remarks(name)(tables, counts, lang)
    )
    counts[DIAGNOSTICS.name] += len(said)
    return Results(tuple(tables), lang, slots, folder, counts, said)
