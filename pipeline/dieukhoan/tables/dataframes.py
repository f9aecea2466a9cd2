"""Rows as pandas data frames."""

from __future__ import annotations

from collections.abc import Iterable

import pandas

from dieukhoan.tables.model import Row, Table

_DTYPES = {"text": "string", "date": "string", "integer": "Int64", "number": "Float64", "boolean": "boolean"}


def frame(table: Table, rows: Iterable[Row]) -> pandas.DataFrame:
    """``rows`` of ``table`` with nullable dtypes, so that an empty cell is NA in every column."""
    made = pandas.DataFrame(list(rows), columns=list(table.names), dtype=object)
    return made.astype({column.name: _DTYPES[column.type] for column in table.columns})
