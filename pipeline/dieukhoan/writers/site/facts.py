"""One document's rows, joined as the pages and lists show them."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping
from functools import reduce
from operator import or_
from typing import Any

from dieukhoan.tables import Rows, Table
from dieukhoan.tables.actors import BODIES, MENTIONS, PARTIES, RECIPIENTS, SIGNATURES
from dieukhoan.tables.agenda import LICH
from dieukhoan.tables.citations import CITATIONS
from dieukhoan.tables.cycles import cycle_words
from dieukhoan.tables.documents import DIAGNOSTICS, DOCUMENTS
from dieukhoan.tables.duties import DEADLINES, OBLIGATION_BODIES, OBLIGATION_DEADLINES, OBLIGATIONS
from dieukhoan.tables.outline import ABBREVIATIONS, BLANKS, UNITS
from dieukhoan.tables.place import places, step
from dieukhoan.tables.views import NHIEM_VU, months

Named = dict[str, Any]
TAKES_PART = ("lead", "support")
"""The roles that make a duty one of a body's own."""


def local(row_id: str) -> str:
    """What an id is inside its document: ``o3`` of ``…#o3``."""
    return row_id.rpartition("#")[2]


def day_number(day: str) -> int:
    """A day as the lists have it: 20251215."""
    return int(day.replace("-", ""))


def month_bits(row: Mapping[str, Any]) -> int:
    """The months of a row of ``deadlines`` as a list has them: bit 0 is January, 4095 every month."""
    return sum(1 << (month - 1) for month in months(row))


class Facts:
    """What is known of one document; ``lang`` is the language of places such as "Điều 3, khoản 1"."""

    def __init__(self, rows: Rows, text: str | None, lang: str) -> None:
        self._rows = rows
        self.text = text
        self._lang = lang
        (self.document,) = self._table(DOCUMENTS)
        self.document_id: str = self.document["document_id"]
        self.title: str = self.document["title"] or self.document["number"] or self.document["source"]
        self.units = self._table(UNITS)
        self.places = places(list(self.units), lang) if self.units else {}
        self.bodies: dict[str, Named] = {row["body_id"]: row for row in self._table(BODIES)}
        self.diagnostics = [
            {**row, "id": f"g{number}", "place": self.places.get(row["unit_id"], "")}
            for number, row in enumerate(self._table(DIAGNOSTICS), 1)
        ]
        self.citations = self._placed(CITATIONS)
        self.mentions = [{**row, "id": local(row["mention_id"])} for row in self._table(MENTIONS)]
        self.parties = self._with_names(PARTIES)
        self.signatures = self._with_names(SIGNATURES)
        self.recipients = self._with_names(RECIPIENTS)
        self.abbreviations = self._table(ABBREVIATIONS)
        self.blanks = self._table(BLANKS)
        self._roles: defaultdict[str, list[tuple[str, str]]] = defaultdict(list)
        for part in self._table(OBLIGATION_BODIES):
            self._roles[part["obligation_id"]].append((part["role"], part["body_id"]))
        self._bound: defaultdict[str, list[str]] = defaultdict(list)
        for pair in self._table(OBLIGATION_DEADLINES):
            self._bound[pair["deadline_id"]].append(local(pair["obligation_id"]))
        self._days: defaultdict[str, list[int]] = defaultdict(list)
        for row in self._table(LICH):
            self._days[row["obligation_id"] or row["deadline_id"]].append(day_number(row[LICH.order]))
        self.deadlines = list(self._deadlines())
        self.duties = list(self._duties())

    def _table(self, table: Table) -> list[Named]:
        return [dict(row) for row in table.dicts(self._rows.get(table.name, ()))]

    def _placed(self, table: Table) -> list[Named]:
        key = table.keys[0]
        return [
            {**row, "id": local(row[key]), "place": self.places.get(row["unit_id"], "")} for row in self._table(table)
        ]

    def _with_names(self, table: Table) -> list[Named]:
        return [{**row, "body": self._name(row["body_id"])} for row in self._table(table)]

    def _name(self, body_id: str | None) -> str:
        return str(self.bodies[body_id]["name"]) if body_id in self.bodies else ""

    def _duties(self) -> Iterator[Named]:
        """Each duty with its row of ``nhiem_vu``, who has a part in it and the days on which it falls due."""
        views = {row["obligation_id"]: row for row in self._table(NHIEM_VU)}
        due: defaultdict[str, list[str]] = defaultdict(list)
        for deadline, duties in self._bound.items():
            for duty in duties:
                due[duty].append(local(deadline))
        bits = {row["id"]: row["months"] for row in self.deadlines}
        for row in self._table(OBLIGATIONS):
            key = row["obligation_id"]
            view = views[key]
            parts = [(role, body, self._name(body)) for role, body in self._roles[key]]
            yield {
                **row,
                "id": local(key),
                "place": view["Điều khoản"] or "",
                "when": view["Thời hạn / Tần suất"] or "",
                "basis": view["Căn cứ"] or "",
                "notes": view["Ghi chú"] or "",
                "lead": [(body, name) for role, body, name in parts if role == "lead"],
                "support": [(body, name) for role, body, name in parts if role == "support"],
                "others": [part for part in parts if part[0] not in TAKES_PART],
                "days": sorted(set(self._days[key])),
                "months": reduce(or_, (bits[deadline] for deadline in due[local(key)]), 0),
                "deadlines": due[local(key)],
            }

    def _deadlines(self) -> Iterator[Named]:
        for row in self._placed(DEADLINES):
            cycle = cycle_words(row["rrule"] or "", self._lang)
            yield {**row, "duties": self._bound[row["deadline_id"]], "months": month_bits(row), "cycle": cycle}

    def roles(self, duty: Mapping[str, Any]) -> dict[str, list[str]]:
        """The roles in a duty by body."""
        found: defaultdict[str, list[str]] = defaultdict(list)
        for role, body in self._roles[duty["obligation_id"]]:
            found[body].append(role)
        return dict(found)

    def paged(self) -> set[str]:
        """The bodies that have a page: those with a part in a duty, and the parties."""
        acting = {body for parts in self._roles.values() for _, body in parts}
        return acting | {row["body_id"] for row in self.parties if row["body_id"]}

    def times(self) -> dict[str, int]:
        """How often each body is named."""
        counted = Counter(row["body_id"] for row in self.mentions)
        return {body: counted[body] for body in self.bodies}

    def by_body(self) -> list[tuple[Named, list[Named]]]:
        """The bodies with their mentions, those named most often first."""
        found: defaultdict[str, list[Named]] = defaultdict(list)
        for row in self.mentions:
            found[row["body_id"]].append(row)
        known = [(self.bodies[body], rows) for body, rows in found.items() if body in self.bodies]
        return sorted(known, key=lambda pair: -len(pair[1]))

    def step(self, unit: Named) -> str:
        """What a unit is called among its siblings."""
        name = step(unit, self._lang)
        return name[:1].upper() + name[1:]

    def warnings(self) -> int:
        """How many diagnostics are more than a remark."""
        return sum(row["severity"] != "info" for row in self.diagnostics)
