"""One file an output format, found by its name: ``writers/csv.py`` writes the format ``csv``.

A writer gets tables, a function that fetches the rows of one (it may be asked again and again) and a folder, and
puts its files there. It reads the declarations and never names a column.
"""

from __future__ import annotations

import pkgutil
from collections.abc import Callable, Iterable, Sequence
from importlib import import_module
from pathlib import Path
from typing import cast

from dieukhoan.tables import Row, Table

Fetch = Callable[[Table], Iterable[Row]]
Writer = Callable[[Sequence[Table], Fetch, Path, str], None]


def formats() -> tuple[str, ...]:
    """The formats that can be written."""
    return tuple(sorted(module.name for module in pkgutil.iter_modules(__path__)))


def writer(name: str) -> Writer:
    """The writer of the format ``name``: ``write(tables, fetch, folder, lang)``; ``lang`` chooses the labels."""
    return cast(Writer, import_module(f"{__name__}.{name}").write)
