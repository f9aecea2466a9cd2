"""A document made again from its rows: what a converted folder holds is enough to compare it.

The rows of a restored document are the rows it was made from. What no table has is made as the rows allow: zones are
what stands before the first unit and after the last, lines have no look.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import fields
from typing import Any, TypeVar

from dieukhoan.core.records import (
    Abbreviation,
    Blank,
    Body,
    Citation,
    Deadline,
    Diagnostic,
    Document,
    Duty,
    Header,
    Line,
    Mention,
    Party,
    Recipient,
    Role,
    Signature,
    Source,
    Span,
    Unit,
    Zone,
)
from dieukhoan.core.spelling import mends
from dieukhoan.core.text import View

T = TypeVar("T")
Named = Mapping[str, Any]
Tables = Mapping[str, Sequence[Named]]
"""The rows of one document as mappings, by table; numbers and booleans as such, None for what is not stated."""


def restore(rows: Tables, text: str) -> Document:
    """The document with the canonical ``text`` that gave ``rows``. Raises KeyError when ``documents`` has no row."""
    (known,) = rows["documents"]
    found = _Found(rows, known["document_id"])
    units = tuple(_unit(found, row, text) for row in rows.get("units", ()))
    spans = {row["deadline_id"]: (row["start"], row["end"]) for row in rows.get("deadlines", ())}
    return Document(
        known["document_id"],
        _source(known, text),
        View(text, mends=[(mend.start, mend.end, mend.reading) for mend in mends(text)]),
        known["status"],
        _zones(units, text),
        units,
        header=_made(Header, known, title_start=0, title_end=0),
        abbreviations=found.all("abbreviations", Abbreviation),
        bodies=found.all("bodies", Body),
        mentions=found.all("mentions", Mention),
        parties=found.all("parties", Party),
        signatures=found.all("signatures", Signature),
        recipients=found.all("recipients", Recipient),
        blanks=found.all("blanks", Blank),
        deadlines=found.all("deadlines", Deadline),
        citations=found.all("citations", Citation),
        duties=tuple(_duties(found, spans)),
        diagnostics=found.all("diagnostics", Diagnostic),
    )


class _Found:
    """The rows of one document, ready to become records."""

    def __init__(self, rows: Tables, document_id: str) -> None:
        self.rows = rows
        self._prefix = len(document_id) + 1

    def eid(self, unit_id: str | None) -> str:
        """The eid of a unit by its id in the tables, empty for none."""
        return unit_id[self._prefix :] if unit_id else ""

    def all(self, table: str, kind: type[T]) -> tuple[T, ...]:
        """The records of ``kind`` that ``table`` has of the document, in its order."""
        return tuple(_made(kind, row, unit=self.eid(row.get("unit_id"))) for row in self.rows.get(table, ()))


def _made(kind: type[T], row: Named, **more: object) -> T:
    """A record of ``kind`` from the columns named as its fields; what a row does not say is what the record has for
    it: nothing (0 for an offset, the default where there is one)."""
    values: dict[str, Any] = {}
    for item in fields(kind):  # type: ignore[arg-type]
        if item.name in more:
            values[item.name] = more[item.name]
        elif row.get(item.name) is not None:
            values[item.name] = row[item.name]
        elif item.type in ("int", "str"):
            values[item.name] = 0 if item.type == "int" else ""
    return kind(**values)


def _source(known: Named, text: str) -> Source:
    lines, at = [], 0
    for line in text.split("\n"):
        lines.append(Line(at, at + len(line)))
        at += len(line) + 1
    path, digest, kind = (str(known[name] or "") for name in ("source", "sha256", "format"))
    return Source(path, digest, kind, text, tuple(lines), known["encoding"] or "", known["pages"] or 0)


def _unit(found: _Found, row: Named, text: str) -> Unit:
    start, end = row["start"], row["end"]
    number, heading, own = (row[name] or "" for name in ("number", "heading", "text"))
    own_at = own_start(own, start, end, text)
    heading_at = text.find(heading, start + len(number), own_at if own else end) if heading else start
    return Unit(
        eid=row["eid"], kind=row["kind"], number=number, heading=heading, text=own, start=start, end=end,
        heading_start=heading_at, heading_end=heading_at + len(heading),
        text_start=own_at, text_end=own_at + len(own),
        parent=found.eid(row["parent_id"]), position=row["position"], depth=row["depth"], page=row["page"] or 0,
    )  # fmt: skip


def own_start(own: str, start: int, end: int, text: str) -> int:
    """Where the ``own`` text of a unit from ``start`` to ``end`` begins: it ends the unit, unless a line follows that
    is neither heading nor text ("(Kèm theo Thông tư số … / của Bộ trưởng …)"); then it is the first such passage."""
    if text.endswith(own, start, end):
        return end - len(own)
    return text.find(own, start, end)


def _zones(units: Sequence[Unit], text: str) -> tuple[Zone, ...]:
    ends: tuple[tuple[str, Span], ...] = (("title", (0, len(text))),)
    if units:
        ends = ("title", (0, units[0].start)), ("closing", (units[-1].end, len(text)))
    return tuple(Zone(kind, start, end) for kind, (start, end) in ends if text[start:end].strip())


def _duties(found: _Found, spans: Mapping[str, Span]) -> list[Duty]:
    roles: defaultdict[str, list[Role]] = defaultdict(list)
    for row in found.rows.get("obligation_bodies", ()):
        roles[row["obligation_id"]].append(Role(row["body_id"], row["role"]))
    bound: defaultdict[str, list[Span]] = defaultdict(list)
    for row in found.rows.get("obligation_deadlines", ()):
        bound[row["obligation_id"]].append(spans[row["deadline_id"]])
    return [
        _made(
            Duty,
            row,
            unit=found.eid(row["unit_id"]),
            roles=tuple(roles[row["obligation_id"]]),
            deadlines=tuple(bound[row["obligation_id"]]),
        )
        for row in found.rows.get("obligations", ())
    ]
