"""CSV, one file a table: UTF-8 with BOM (Excel takes it for a code page otherwise), RFC 4180 (CRLF, quotes doubled).

Cells are data and stay exactly as they are, also those that begin with ``=``: what a spreadsheet makes of them is the
business of the XLSX writer.
"""

from __future__ import annotations

import json
from collections.abc import Sequence
from itertools import islice
from pathlib import Path
from typing import TYPE_CHECKING, cast

from dieukhoan.tables import Cell, Row
from dieukhoan.tables.datapackage import descriptor

if TYPE_CHECKING:
    from dieukhoan.writers import Results

_TOGETHER = 512  # rows
_SIGNS = (",", '"', "\n", "\r")  # what a cell has that must be quoted
_TEXTS: set[type] = {str, type(None)}
_NUMBERS: set[type] = {int, float}
_NOTHING: set[Cell] = {None}


def write(results: Results, folder: Path) -> None:
    """Write ``folder/csv/<table>.csv``; column names are the same in every language.

    Beside them ``datapackage.json`` says what the columns are.
    """
    target = folder / "csv"
    target.mkdir()
    for table in results.tables:
        with (target / f"{table.name}.csv").open("wb") as file:
            file.write(b"\xef\xbb\xbf" + lines([table.names]).encode())
            rows = results.rows(table)
            while some := list(islice(rows, _TOGETHER)):
                file.write(lines(some).encode())
    about = json.dumps(descriptor(results.tables, results.lang), ensure_ascii=False, indent=2)
    (target / "datapackage.json").write_bytes(f"{about}\n".encode())


def lines(rows: Sequence[Row]) -> str:
    """``rows`` of two columns or more as CSV; a column at a time, for Python's own writer takes three times as long."""
    columns = [_column(cells) for cells in zip(*rows, strict=True)]
    return "\r\n".join([*map(",".join, zip(*columns, strict=True)), ""])


def _column(cells: Sequence[Cell]) -> Sequence[str]:
    kinds = set(map(type, cells))
    if kinds <= _NUMBERS:
        return [*map(str, cells)]
    if not kinds <= _TEXTS:
        return [*map(_written, cells)]
    texts = cast("set[str]", set(cells) - _NOTHING)
    whole = "\0".join(texts)
    if not any(sign in whole for sign in _SIGNS):
        return [cell or "" for cell in cast("Sequence[str | None]", cells)]
    known: dict[Cell, str] = {text: _quoted(text) for text in texts} | {None: ""}
    return [known[cell] for cell in cells]


def _quoted(text: str) -> str:
    if not any(sign in text for sign in _SIGNS):
        return text
    doubled = text.replace('"', '""')
    return f'"{doubled}"'


def _written(cell: Cell) -> str:
    """Any cell; booleans as JSON has them."""
    if cell is None:
        return ""
    return str(cell).lower() if isinstance(cell, bool) else _quoted(str(cell))
