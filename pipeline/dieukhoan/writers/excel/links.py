"""Where links lead to: the columns that have them, and the rows that they lead to."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from dataclasses import dataclass, field
from itertools import islice
from typing import TYPE_CHECKING, NamedTuple

from dieukhoan.tables import Cell, Column, Table

if TYPE_CHECKING:
    from dieukhoan.writers import Results


class Limits(NamedTuple):
    """What a sheet can have: rows (that of labels too) and links."""

    rows: int
    links: int


class Jump(NamedTuple):
    """A column of links: its place, the place of the key that it leads by, and ``table.column`` that it leads to."""

    place: int
    at: int
    target: str


Places = dict[str, dict[Cell, str]]
"""For ``table.column``: where on which sheet a value stands."""


@dataclass(frozen=True, slots=True)
class Links:
    """The columns of links of a table, and where its first rows lead to."""

    jumps: tuple[Jump, ...] = ()
    places: Places = field(default_factory=dict)


def links(results: Results, table: Table, limits: Limits) -> Links:
    """The links of ``table``: of its first rows, for a sheet can have only so many."""
    jumps = _jumps(results, table, limits)
    if not jumps:
        return Links()
    wanted: dict[str, set[Cell]] = {jump.target: set() for jump in jumps}
    for row in islice(results.rows(table), limits.links):
        for _, at, target in jumps:
            wanted[target].add(row[at])
    return Links(jumps, {target: places(results, target, keys, limits) for target, keys in wanted.items()})


def _jumps(results: Results, table: Table, limits: Limits) -> tuple[Jump, ...]:
    """The columns of links.

    A sheet holds only so many links: those to the largest table, where a row is hardest to find by hand, come first,
    and there are no more of them than all rows can have.
    """
    sizes = {one.name: results.count(one) for one in results.tables}
    found = [
        Jump(place, table.index(column.link), _target(table, column))
        for place, column in enumerate(table.columns)
        if column.link
    ]
    found.sort(key=lambda jump: -sizes.get(jump.target.partition(".")[0], 0))
    rows = min(sizes[table.name], limits.rows - 1)
    return tuple(found[: max(1, limits.links // max(rows, 1))])


def _target(table: Table, column: Column) -> str:
    """What the link of a cell leads to: ``table.column``."""
    return table.columns[table.index(column.link)].foreign


def places(results: Results, target: str, keys: Collection[Cell], limits: Limits) -> dict[Cell, str]:
    """Where each of ``keys`` stands in ``target`` (``table.column``); those that stand nowhere are left out."""
    name, _, column = target.partition(".")
    found: dict[Cell, str] = {}
    table = next((table for table in results.tables if table.name == name), None)
    if table is None:
        return found
    at, names = table.index(column), sheets(results, limits)[name]
    for number, row in enumerate(results.rows(table)):
        if row[at] in keys:
            sheet, line = divmod(number, limits.rows - 1)
            found[row[at]] = f"'{names[sheet]}'!A{line + 2}"
            if len(found) == len(keys):
                break
    return found


def sheets(results: Results, limits: Limits) -> Mapping[str, tuple[str, ...]]:
    """The names of the sheets that the rows of each table fill, by the name of the table."""
    return {table.name: tuple(_names(table, results, limits)) for table in results.tables}


def _names(table: Table, results: Results, limits: Limits) -> list[str]:
    label = table.label.of(results.lang)
    more = range(2, -(-results.count(table) // (limits.rows - 1)) + 1)
    return [label, *(f"{label} ({number})" for number in more)]
