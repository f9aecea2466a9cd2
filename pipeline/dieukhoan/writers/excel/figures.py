"""The figures of the first sheet: one pass over each table that they are taken from, and no row is kept."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterator
from itertools import groupby
from typing import TYPE_CHECKING, NamedTuple

from dieukhoan.tables import Cell, Table
from dieukhoan.tables.actors import BODIES
from dieukhoan.tables.agenda import LICH
from dieukhoan.tables.documents import DIAGNOSTICS, DOCUMENTS
from dieukhoan.tables.duties import DEADLINES, DOUBTFUL, OBLIGATION_BODIES, OBLIGATIONS
from dieukhoan.tables.views import NHIEM_VU

if TYPE_CHECKING:
    from dieukhoan.writers import Results

MOST = 20
"""Bodies that are listed."""
LOW = DOUBTFUL[0][0]
"""The confidence below which a duty is worth a look."""
_NEEDED = (DOCUMENTS, OBLIGATIONS, OBLIGATION_BODIES, DEADLINES, BODIES, DIAGNOSTICS, NHIEM_VU, LICH)


class Kind(NamedTuple):
    """What there is of one type of documents."""

    code: str
    documents: int
    duties: int
    deadlines: int


class Part(NamedTuple):
    """A body, and how many duties it leads and supports."""

    body_id: str
    name: str
    lead: int
    support: int


class Doubt(NamedTuple):
    """A code of ``diagnostics``, how often it stands there, and the first message."""

    severity: str
    code: str
    times: int
    message: str


class Figures(NamedTuple):
    """What the first sheet tells."""

    statuses: dict[str, int]
    kinds: tuple[Kind, ...]
    parts: tuple[Part, ...]
    years: tuple[tuple[int, int], ...]
    doubts: tuple[Doubt, ...]
    without_lead: int
    low: int
    endless: int


def figures(results: Results) -> Figures | None:
    """The figures of a run; None where its tables are others, or where one stands before them that the workbook is
    for: the matrix of a comparison."""
    names = [table.name for table in results.tables]
    if names[:1] != [NHIEM_VU.name] or not {table.name for table in _NEEDED} <= set(names):
        return None
    statuses, kinds = _documents(results)
    days = LICH.index(LICH.order)
    years = Counter(int(str(row[days])[:4]) for row in results.rows(LICH))
    lead, confidence = NHIEM_VU.index("body_id"), NHIEM_VU.index("Độ tin cậy")
    without = low = 0
    for row in results.rows(NHIEM_VU):
        without += row[lead] is None
        low += float(row[confidence] or 0) < LOW
    return Figures(
        statuses,
        kinds,
        _parts(results),
        tuple(sorted(years.items())),
        _doubts(results),
        without,
        low,
        _endless(results),
    )


def _documents(results: Results) -> tuple[dict[str, int], tuple[Kind, ...]]:
    """The documents by status, and by type with what is in them; the type with most documents first."""
    status, kind = DOCUMENTS.index("status"), DOCUMENTS.index("document_type")
    statuses: Counter[str] = Counter()
    found: defaultdict[str, list[int]] = defaultdict(lambda: [0, 0, 0])
    counts = zip(_each(results, OBLIGATIONS), _each(results, DEADLINES), strict=True)
    for row, (duties, deadlines) in zip(results.rows(DOCUMENTS), counts, strict=True):
        statuses[str(row[status])] += 1
        for place, more in enumerate((1, duties, deadlines)):
            found[str(row[kind] or "")][place] += more
    kinds = [Kind(code, *sums) for code, sums in found.items()]
    return statuses, tuple(sorted(kinds, key=lambda one: (-one.documents, -one.duties, one.code)))


def _each(results: Results, table: Table) -> Iterator[int]:
    """How many rows of ``table`` each document has: they follow each other as the documents do."""
    key, at = DOCUMENTS.index("document_id"), table.index("document_id")
    runs = groupby(results.rows(table), key=lambda row: row[at])
    now, rows = next(runs, (None, iter(())))
    for document in results.rows(DOCUMENTS):
        if document[key] == now:
            yield sum(1 for _ in rows)
            now, rows = next(runs, (None, iter(())))
        else:
            yield 0


def _parts(results: Results) -> tuple[Part, ...]:
    """The bodies with most duties to lead; those with as many in the order of their ids."""
    body, role = OBLIGATION_BODIES.index("body_id"), OBLIGATION_BODIES.index("role")
    found: Counter[tuple[Cell, Cell]] = Counter((row[body], row[role]) for row in results.rows(OBLIGATION_BODIES))
    leads = [(str(key), count) for (key, part), count in found.items() if part == "lead"]
    first = sorted(leads, key=lambda one: (-one[1], one[0]))[:MOST]
    wanted = {key for key, _ in first}
    key, name = BODIES.index("body_id"), BODIES.index("name")
    names = {row[key]: str(row[name]) for row in results.rows(BODIES) if row[key] in wanted}
    return tuple(Part(one, names[one], count, found[one, "support"]) for one, count in first)


def _endless(results: Results) -> int:
    """How many recurring deadlines have no last day, and so no days in the calendar."""
    rule, last = DEADLINES.index("rrule"), DEADLINES.index("due_last")
    return sum(bool(row[rule] and not row[last]) for row in results.rows(DEADLINES))


def _doubts(results: Results) -> tuple[Doubt, ...]:
    """What ``diagnostics`` says, the gravest first."""
    severity, code, message = (DIAGNOSTICS.index(name) for name in ("severity", "code", "message"))
    counts: Counter[tuple[str, str]] = Counter()
    said: dict[tuple[str, str], str] = {}
    for row in results.rows(DIAGNOSTICS):
        key = str(row[severity]), str(row[code])
        counts[key] += 1
        said.setdefault(key, str(row[message] or ""))
    order = ("error", "warning", "info")
    found = [Doubt(*key, count, said[key]) for key, count in counts.items()]
    return tuple(sorted(found, key=lambda one: (order.index(one.severity), -one.times, one.code)))
