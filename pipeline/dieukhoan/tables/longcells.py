"""Reading CSV tables again: a cell may hold a whole annex, where Python's reader stops at 131,072 characters."""

from __future__ import annotations

import csv
from collections.abc import Iterator
from contextlib import contextmanager

_LONGEST = 2**31 - 1  # the largest that the reader takes on every system


@contextmanager
def long_cells() -> Iterator[None]:
    """While it lasts, cells of any length are read."""
    limit = csv.field_size_limit(_LONGEST)
    try:
        yield
    finally:
        csv.field_size_limit(limit)
