"""References that lead nowhere and keys that repeat: taken out before they reach a database, and said aloud."""

from __future__ import annotations

from collections.abc import Sequence

from dieukhoan.tables.model import Cell, Column, Row, Rows, Table

Fault = tuple[str, str]
"""A code and a message for ``diagnostics``."""


def sound(rows: Rows, tables: Sequence[Table]) -> tuple[Rows, list[Fault]]:
    """``rows`` of one document with every key once and every reference to a row that exists, and what was mended.

    A reference that leads nowhere is emptied; where it is part of the row's key, the row goes.
    """
    known = _known(rows, tables)
    faults: list[Fault] = []
    clean = {table.name: _clean(table, rows.get(table.name, []), known, faults) for table in tables}
    return clean, faults


def _known(rows: Rows, tables: Sequence[Table]) -> dict[str, set[Cell]]:
    """The values of every column that some column refers to."""
    wanted = {column.foreign for table in tables for column in table.columns if column.foreign}
    found: dict[str, set[Cell]] = {}
    for table in tables:
        for place, column in enumerate(table.columns):
            if (name := f"{table.name}.{column.name}") in wanted:
                found[name] = {None, *(row[place] for row in rows.get(table.name, []))}  # to refer to nothing is sound
    return found


def _clean(table: Table, rows: list[Row], known: dict[str, set[Cell]], faults: list[Fault]) -> list[Row]:
    key_of = table.values(table.keys)
    foreign = [(place, column) for place, column in enumerate(table.columns) if column.foreign]
    # Nearly every table is sound, and sets tell so in a quarter of the time of the loop below.
    led = all({row[place] for row in rows} <= known[column.foreign] for place, column in foreign)
    if led and (not table.keys or len(set(map(key_of, rows))) == len(rows)):
        return rows
    seen: set[Row] = set()
    kept = []
    for row in rows:
        mended = _mend(table, row, foreign, known, faults)
        key = key_of(mended) if mended else ()
        if mended is None or key in seen:
            if mended:
                faults.append(("repeated_row", f"{table.name}: {'; '.join(map(str, key))}"))
            continue
        if table.keys:
            seen.add(key)
        kept.append(mended)
    return kept


def _mend(
    table: Table, row: Row, foreign: list[tuple[int, Column]], known: dict[str, set[Cell]], faults: list[Fault]
) -> Row | None:
    cells = list(row)
    for place, column in foreign:
        if row[place] in known[column.foreign]:
            continue
        faults.append(("dangling_reference", f"{table.name}.{column.name}: {row[place]}"))
        if column.key:
            return None
        cells[place] = None
    return tuple(cells)
