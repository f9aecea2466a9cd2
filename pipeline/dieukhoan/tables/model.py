"""What a table is: its columns with labels, types and keys, and how its rows are made from a document."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from functools import partial
from operator import attrgetter, itemgetter
from typing import Any, Literal, NamedTuple, TypedDict, Unpack

from dieukhoan.core.records import Document

Type = Literal["text", "integer", "number", "boolean", "date"]
"""A ``date`` is ISO 8601 text (``2022-11-07``); where a document tells only month or year, the shorter form."""

Cell = str | int | float | bool | None
Row = tuple[Cell, ...]
Rows = dict[str, list[Row]]
"""Rows by table name; a cell that is not stated is None."""

LANGS = ("vi", "en")

_Getter = Callable[[Any], tuple[Any, ...]]
_Plan = tuple[_Getter, _Getter]  # what takes cells from a record, and what puts these and those given in order


class Words(NamedTuple):
    """The same words in Vietnamese and in English."""

    vi: str
    en: str

    def of(self, lang: str) -> str:
        """The words in ``lang`` (``vi`` or ``en``)."""
        return self.en if lang == "en" else self.vi


@dataclass(frozen=True, slots=True)
class Column:
    """One column.

    ``foreign`` is ``table.column`` that the values stand in; ``width`` is what a sheet gives it, in characters (0:
    what its type needs); ``link`` names the column of the same row whose foreign key a sheet jumps to; ``technical``
    columns are for joining and are hidden on the sheets for people. ``tints`` are colours (``#RRGGBB``) that a sheet
    gives to cells by the word they begin with, ``low`` those it gives to numbers below a bound (the first bound that
    holds); the days of a ``due`` column are marked when they come near and when they are past. A ``clipped`` cell
    makes no row higher: what it says is long, and the same in row after row. ``codes`` are what people call the values
    of a column that has codes (:mod:`dieukhoan.tables.codes`): what is for people shows these, what is for programs the
    codes.
    """

    name: str
    type: Type
    label: Words
    about: Words
    key: bool = False
    foreign: str = ""
    width: int = 0
    link: str = ""
    technical: bool = False
    tints: tuple[tuple[str, str], ...] = ()
    low: tuple[tuple[float, str], ...] = ()
    due: bool = False
    clipped: bool = False
    codes: Mapping[str, Words] = field(default_factory=dict, compare=False)


@dataclass(frozen=True, slots=True)
class Table:
    """One table. ``rows`` makes its rows of one document; ``view`` marks those derived from the other tables.

    ``serial`` names the column that numbers the rows over a whole run, ``order`` the column by which the rows of a
    whole run are sorted (else documents follow each other in the order of reading). The rows of a ``merged`` table
    that have the same key in several documents are one over a whole run: the first document that fills a cell wins,
    and ``order`` is that of a Vietnamese list. ``frozen`` is how many columns a sheet keeps in sight while one
    scrolls to the right.
    """

    name: str
    label: Words
    about: Words
    columns: tuple[Column, ...]
    rows: Callable[[Document], Iterable[Row]] | None = None
    serial: str = ""
    order: str = ""
    merged: bool = False
    frozen: int = 0
    names: tuple[str, ...] = field(init=False, compare=False, repr=False)
    """The column names in order; known once and for all, for every cell of every row asks for them."""
    _plans: dict[tuple[str, ...], _Plan] = field(init=False, compare=False, repr=False, default_factory=dict)

    def __post_init__(self) -> None:
        object.__setattr__(self, "names", tuple(column.name for column in self.columns))

    @property
    def view(self) -> bool:
        """Whether this table is derived from the others."""
        return self.rows is None

    @property
    def keys(self) -> tuple[str, ...]:
        """The names of the columns that together identify a row; none for a table without a key."""
        return tuple(column.name for column in self.columns if column.key)

    def index(self, name: str) -> int:
        """Where the column ``name`` stands in a row."""
        return self.names.index(name)

    def values(self, names: Sequence[str]) -> Callable[[Row], Row]:
        """A function that picks the cells of the columns ``names`` out of a row."""
        return _several(itemgetter, [self.index(name) for name in names])

    def row(self, record: object = None, **cells: Cell) -> Row:
        """A row: each cell is the keyword of its column's name, else the attribute of ``record`` of that name.

        An empty text becomes None. Raises TypeError for a keyword that is no column.
        """
        given = tuple(cells)
        attributes, in_order = self._plans.get(given) or self._plan(given)
        found = in_order((*attributes(record), *cells.values()))
        return tuple([None if cell == "" else cell for cell in found]) if "" in found else found

    def _plan(self, given: tuple[str, ...]) -> _Plan:
        """How a row is made where the cells ``given`` are; kept, for tables ask for the same cells row after row, and
        to look at every name again took two fifths of a row's time."""
        others = [name for name in self.names if name not in given]
        found = [*others, *given]
        if len(found) > len(self.names):
            unknown = sorted(set(given).difference(self.names))
            raise TypeError(f"{self.name} has no column {', '.join(unknown)}")
        plan = _several(attrgetter, others), _several(itemgetter, [found.index(name) for name in self.names])
        self._plans[given] = plan
        return plan

    def dicts(self, rows: Iterable[Row]) -> Iterator[Mapping[str, Any]]:
        """The rows as mappings from column name to cell."""
        names = self.names
        return (dict(zip(names, row, strict=True)) for row in rows)


def _several(getter: Callable[..., _Getter], keys: Sequence[str] | Sequence[int]) -> _Getter:
    """What ``getter`` (of attributes or items) makes of ``keys``, but with a tuple also for one key or none. Like the
    table that keeps it, it can be pickled."""
    if len(keys) > 1:
        return getter(*keys)
    return partial(_single, getter(keys[0])) if keys else _none


def _none(_: object) -> tuple[Any, ...]:
    return ()


def _single(get: Callable[[Any], Any], record: object) -> tuple[Any, ...]:
    return (get(record),)


class More(TypedDict, total=False):
    """What a column may have besides name, labels and descriptions, see :class:`Column`."""

    key: bool
    foreign: str
    width: int
    link: str
    technical: bool
    tints: tuple[tuple[str, str], ...]
    low: tuple[tuple[float, str], ...]
    due: bool
    clipped: bool
    codes: Mapping[str, Words]


def text(name: str, vi: str, en: str, about_vi: str, about_en: str, **more: Unpack[More]) -> Column:
    """A text column; ``more`` as in :class:`Column`."""
    return Column(name, "text", Words(vi, en), Words(about_vi, about_en), **more)


def whole(name: str, vi: str, en: str, about_vi: str, about_en: str, **more: Unpack[More]) -> Column:
    """A column of whole numbers; ``more`` as in :class:`Column`."""
    return Column(name, "integer", Words(vi, en), Words(about_vi, about_en), **more)


def real(name: str, vi: str, en: str, about_vi: str, about_en: str, **more: Unpack[More]) -> Column:
    """A column of numbers; ``more`` as in :class:`Column`."""
    return Column(name, "number", Words(vi, en), Words(about_vi, about_en), **more)


def flag(name: str, vi: str, en: str, about_vi: str, about_en: str, **more: Unpack[More]) -> Column:
    """A yes/no column; ``more`` as in :class:`Column`."""
    return Column(name, "boolean", Words(vi, en), Words(about_vi, about_en), **more)


def date(name: str, vi: str, en: str, about_vi: str, about_en: str, **more: Unpack[More]) -> Column:
    """A column of ISO dates; ``more`` as in :class:`Column`."""
    return Column(name, "date", Words(vi, en), Words(about_vi, about_en), **more)
