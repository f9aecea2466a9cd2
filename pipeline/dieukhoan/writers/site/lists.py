"""Lists that a page loads shard by shard: a thousand rows each, what they share said once a shard."""

from __future__ import annotations

from typing import Any

from dieukhoan.writers.site.pages import Pages

ROWS = 1_000
"""Rows of a shard: some hundred kilobytes, which a browser takes in between two frames."""


class Shards:
    """Writes the list ``name``. ``shared`` are what rows refer to by number: documents, bodies."""

    def __init__(self, pages: Pages, name: str) -> None:
        self._pages, self._name = pages, name
        self._rows: list[Any] = []
        self._shared: dict[str, dict[str, int]] = {}
        self._told: dict[str, list[Any]] = {}
        self.shards = self.rows = 0
        self.size = ROWS

    def refer(self, kind: str, key: str, told: object) -> int:
        """The number by which rows of this shard refer to the ``kind`` of thing ``key``; ``told`` is what is said."""
        known = self._shared.setdefault(kind, {})
        if key not in known:
            known[key] = len(known)
            self._told.setdefault(kind, []).append(told)
        return known[key]

    def add(self, row: list[Any]) -> None:
        """Add a row; what it refers to was told since the row before."""
        self._rows.append(row)
        self.rows += 1
        if len(self._rows) == self.size:
            self.close()

    def close(self) -> None:
        """Write what is not written yet."""
        if self._rows:
            self.shards += 1
            self._pages.shard(f"{self._name}-{self.shards}", {**self._told, "rows": self._rows})
            self._rows, self._shared, self._told = [], {}, {}
