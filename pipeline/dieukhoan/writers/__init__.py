"""One file an output format, found by its name: ``writers/csv.py`` writes the format ``csv``.

A writer is a module with ``write(results, folder)``: it asks ``results`` for the rows of a table, or for document
after document, as often as it likes, and puts its files below ``folder``, which is empty but for those of other
formats. Both streams hold one document at a time, so that a writer that keeps nothing needs no more memory for a
million documents than for one. It reads the declarations of the tables and never names a column. It may have
``remarks(tables, counts, lang)`` too: codes and messages for ``diagnostics``, on what the format cannot hold; and
``missing(lang)``: what is to be installed before it can be written, empty when nothing is. A writer of much may have
``parts(results)``, names of what can be made apart from each other, the longest first; ``part(results, folder, name)``,
which makes one and gives what can be pickled; and ``finish(results, folder, made)``, which puts them together: then
several processes share the work, and ``write`` does the same in one.
"""

from __future__ import annotations

import pkgutil
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from importlib import import_module
from pathlib import Path
from typing import Any, NamedTuple, Protocol, cast

from dieukhoan.tables import Row, Rows, Table


class Outcome(NamedTuple):
    """What one file gave: its rows by table, and its canonical text (None when it could not be read)."""

    rows: Rows
    text: str | None


class Results(Protocol):
    """What there is to write."""

    @property
    def tables(self) -> Sequence[Table]:
        """The tables, in the order in which people want to see them."""
        ...

    @property
    def lang(self) -> str:
        """The language of labels: ``vi`` or ``en``."""
        ...

    def count(self, table: Table) -> int:
        """How many rows ``table`` has."""
        ...

    def rows(self, table: Table) -> Iterator[Row]:
        """The rows of ``table`` over all documents, in their final order."""
        ...

    def documents(self) -> Iterator[Outcome]:
        """Document by document, in the order of reading, failed ones too."""
        ...


Write = Callable[[Results, Path], None]
Remarks = Callable[[Sequence[Table], Mapping[str, int], str], Iterable[tuple[str, str]]]


class Apart(Protocol):
    """A writer in parts."""

    def parts(self, results: Results) -> Sequence[str]:
        """The names of its parts."""
        ...

    def part(self, results: Results, folder: Path, name: str) -> Any:  # noqa: ANN401  each writer has its own
        """Make the part ``name``, with files in ``folder``."""
        ...

    def finish(self, results: Results, folder: Path, made: Mapping[str, Any]) -> None:
        """Put together what was ``made`` of all parts."""
        ...


def formats() -> tuple[str, ...]:
    """The formats that can be written."""
    return tuple(sorted(module.name for module in pkgutil.iter_modules(__path__) if not module.ispkg))


def writer(name: str) -> Write:
    """The writer of the format ``name``."""
    return cast(Write, import_module(f"{__name__}.{name}").write)


def apart(name: str) -> Apart | None:
    """The writer of the format ``name``, if it writes in parts."""
    module = import_module(f"{__name__}.{name}")
    return cast(Apart, module) if hasattr(module, "parts") else None


def remarks(name: str) -> Remarks:
    """What the format ``name`` has to say of tables with so many rows (by name), in a language."""
    return cast(Remarks, getattr(import_module(f"{__name__}.{name}"), "remarks", lambda *_: ()))


def missing(name: str, lang: str) -> str:
    """What is to be installed before the format ``name`` can be written, in a language; empty when nothing is."""
    module = import_module(f"{__name__}.{name}")
    return cast(Callable[[str], str], getattr(module, "missing", lambda _: ""))(lang)
