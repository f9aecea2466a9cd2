"""The tables of a converted folder, as rows of each document."""

from __future__ import annotations

import csv
from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path, PurePosixPath

from dieukhoan.core.errors import UsageError
from dieukhoan.core.records import Document
from dieukhoan.evaluate.words import say
from dieukhoan.tables import TABLES, VIEWS, rows
from dieukhoan.tables.longcells import long_cells

Found = Mapping[str, str]
BY_DOCUMENT = ("units", "mentions", "parties", "obligations", "deadlines", "citations", "signatures")
_NONE: Sequence[Found] = ()


@dataclass(frozen=True, slots=True)
class Tables:
    """``bodies`` and what belongs to a duty stand for the whole run, the rest by document."""

    documents: Sequence[Found]
    bodies: Sequence[Found]
    parts: Mapping[str, Mapping[str, Sequence[Found]]]
    roles: Mapping[str, Mapping[str, Sequence[str]]]
    deadlines: Mapping[str, Sequence[str]]
    texts: Path

    def document(self, file: str) -> Found | None:
        """The row of the document whose source ends with ``file``, else that has the same file name."""
        name = PurePosixPath(file).name
        ends = (row for row in self.documents if row["source"].endswith(file))
        same = (row for row in self.documents if PurePosixPath(row["source"]).name == name)
        return next(ends, None) or next(same, None)

    def of(self, table: str, document_id: str) -> Sequence[Found]:
        """The rows of ``table`` that belong to a document."""
        return self.parts[table].get(document_id, _NONE)

    def text(self, document_id: str) -> str | None:
        """The canonical text of a document; None where it was not written."""
        path = self.texts / f"{document_id}.txt"
        return path.read_bytes().decode("utf-8") if path.is_file() else None


def read_tables(folder: str | Path, lang: str = "vi") -> Tables:
    """The tables in ``folder``, or in its folder ``csv``. Raises UsageError where there are none."""
    base = Path(folder)
    home = next((one for one in (base / "csv", base) if (one / "documents.csv").is_file()), None)
    if home is None:
        raise UsageError(say("no_tables", lang, path=folder))
    texts = (home.parent if home.name == "csv" else home) / "text"
    return _tables(lambda name: _rows(home, name, lang), texts)


def tables_of(documents: Iterable[Document]) -> Tables:
    """The tables that ``documents`` give, without writing them; their texts are not at hand."""
    found: defaultdict[str, list[Found]] = defaultdict(list)
    for document in documents:
        for name, cells in rows(document).items():
            table = _BY_NAME[name]
            found[name] += ({key: _cell(cell) for key, cell in row.items()} for row in table.dicts(cells))
    return _tables(found.__getitem__, Path())


_BY_NAME = {table.name: table for table in (*TABLES, *VIEWS)}


def _cell(cell: object) -> str:
    """A cell as it stands in a CSV file."""
    return "" if cell is None else str(cell).lower() if isinstance(cell, bool) else str(cell)


def _tables(rows_of: Callable[[str], Sequence[Found]], texts: Path) -> Tables:
    parts: dict[str, dict[str, list[Found]]] = {}
    for name in BY_DOCUMENT:
        owned: defaultdict[str, list[Found]] = defaultdict(list)
        for row in rows_of(name):
            owned[row["document_id"]].append(row)
        parts[name] = owned
    roles: defaultdict[str, defaultdict[str, list[str]]] = defaultdict(lambda: defaultdict(list))
    for row in rows_of("obligation_bodies"):
        roles[row["obligation_id"]][row["role"]].append(row["body_id"])
    linked: defaultdict[str, list[str]] = defaultdict(list)
    for row in rows_of("obligation_deadlines"):
        linked[row["obligation_id"]].append(row["deadline_id"])
    return Tables(rows_of("documents"), rows_of("bodies"), parts, roles, linked, texts)


_KEYS = {
    "documents": ("document_id", "source"),
    "bodies": ("body_id", "name"),
    "obligation_bodies": ("obligation_id", "body_id", "role"),
    "obligation_deadlines": ("obligation_id", "deadline_id"),
}


def _rows(home: Path, name: str, lang: str) -> list[Found]:
    """The rows of one table; none where it was not written."""
    path = home / f"{name}.csv"
    if not path.is_file():
        return []
    try:
        with path.open(encoding="utf-8-sig", newline="") as file, long_cells():
            reader = csv.DictReader(file, restval="")
            missing = sorted(set(_KEYS.get(name, ("document_id",))) - set(reader.fieldnames or ()))
            if missing:
                raise UsageError(say("bad_table", lang, path=path, reason=f"no column {missing[0]}"))
            return list(reader)
    except (UnicodeDecodeError, csv.Error) as error:
        raise UsageError(say("bad_table", lang, path=path, reason=error)) from error
