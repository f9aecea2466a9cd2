"""Rows of one document as a run gives them to a writer, and each format read back."""

from __future__ import annotations

import csv
import json
import sqlite3
from collections.abc import Iterator
from contextlib import closing
from datetime import datetime
from pathlib import Path
from typing import Any

import openpyxl
import pyarrow.parquet
from openpyxl.utils.escape import unescape

from dieukhoan.tables import TABLES, VIEWS, Row, Rows, Table
from dieukhoan.writers import Outcome, writer
from made_document import TEXT

ALL = (*VIEWS, *TABLES)
NASTY = (
    "=1+1", "+84 24 3942", "-5", "@SUM(A1)", '=HYPERLINK("http://a.b")', "http://example.org/", "00123", "1e5", "TRUE",
    'quote " and , comma; semicolon', "two\nlines", "carriage\r\nreturn", "  blanks  ", "_x0041_", "chữ Việt đậm ế ộ ữ",
    "2023-13-45", "‘’…–—", "𝒜🙂",
)  # fmt: skip
NUMBERED = next(table for table in VIEWS if table.serial)


def filled(rows_of: Rows) -> Rows:
    """What a run does to the rows of its documents: the numbers of the view."""
    at = NUMBERED.index(NUMBERED.serial)
    return rows_of | {
        NUMBERED.name: [(*row[:at], number, *row[at + 1 :]) for number, row in enumerate(rows_of[NUMBERED.name], 1)]
    }


class Sample:
    """The rows of one document as a run would give them to a writer."""

    tables = ALL

    def __init__(self, sample: Rows, lang: str = "vi") -> None:
        self._sample, self.lang = sample, lang

    def count(self, table: Table) -> int:
        return len(self._sample[table.name])

    def rows(self, table: Table) -> Iterator[Row]:
        return iter(self._sample[table.name])

    def documents(self) -> Iterator[Outcome]:
        yield Outcome(self._sample, TEXT)


def write(sample: Rows, folder: Path, name: str, lang: str = "vi") -> None:
    folder.mkdir(exist_ok=True)
    writer(name)(Sample(sample, lang), folder)


def read_csv(folder: Path, table: Table) -> list[Row]:
    kinds: dict[str, Any] = {"integer": int, "number": float, "boolean": {"true": True, "false": False}.__getitem__}
    with (folder / "csv" / f"{table.name}.csv").open(encoding="utf-8-sig", newline="") as file:
        header, *found = csv.reader(file, strict=True)
    assert tuple(header) == table.names
    as_type = [kinds.get(column.type, str) for column in table.columns]
    return [tuple(kind(cell) if cell else None for kind, cell in zip(as_type, row, strict=True)) for row in found]


def read_sqlite(folder: Path, table: Table) -> list[Row]:
    with closing(sqlite3.connect(folder / "dieukhoan.sqlite")) as database:
        found = database.execute(f'SELECT * FROM "{table.name}" ORDER BY rowid')
        assert tuple(column[0] for column in found.description) == table.names
        flags = [column.type == "boolean" for column in table.columns]
        return [
            tuple(bool(cell) if flag and cell is not None else cell for flag, cell in zip(flags, row, strict=True))
            for row in found
        ]


def plain(cell: object) -> object:
    if isinstance(cell, datetime):
        return cell.date().isoformat()
    return unescape(cell) if isinstance(cell, str) else cell


def read_xlsx(folder: Path, table: Table, lang: str = "vi") -> list[Row]:
    book = openpyxl.load_workbook(folder / "dieukhoan.xlsx")
    head, *found = book[table.label.of(lang)].iter_rows(values_only=True)
    assert head == tuple(column.label.of(lang) for column in table.columns)
    codes = [{words.of(lang): code for code, words in column.codes.items()} for column in table.columns]
    read = [tuple(plain(cell) for cell in row) for row in found]
    return [tuple(known.get(cell, cell) for known, cell in zip(codes, row, strict=True)) for row in read]


def read_jsonl(folder: Path, table: Table) -> list[Row]:
    lines = (folder / "jsonl" / f"{table.name}.jsonl").read_bytes().decode("utf-8").split("\n")
    assert lines.pop() == ""
    found = [json.loads(line) for line in lines]
    assert all(tuple(row) == table.names for row in found)
    return [tuple(row.values()) for row in found]


def read_parquet(folder: Path, table: Table) -> list[Row]:
    found = pyarrow.parquet.read_table(folder / "parquet" / f"{table.name}.parquet")
    assert tuple(found.column_names) == table.names
    return list(zip(*(column.to_pylist() for column in found.columns), strict=True))


READ = {"csv": read_csv, "jsonl": read_jsonl, "parquet": read_parquet, "sqlite": read_sqlite, "xlsx": read_xlsx}
