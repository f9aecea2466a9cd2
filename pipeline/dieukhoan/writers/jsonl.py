"""JSON Lines, one file a table: UTF-8 without BOM, an object a row, its names in the order of the columns.

What is not stated is ``null``, so that every line has every name.
"""

from __future__ import annotations

import json
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from dieukhoan.writers import Results


def write(results: Results, folder: Path) -> None:
    """Write ``folder/jsonl/<table>.jsonl``."""
    target = folder / "jsonl"
    target.mkdir()
    for table in results.tables:
        with (target / f"{table.name}.jsonl").open("w", encoding="utf-8", newline="\n") as file:
            for row in table.dicts(results.rows(table)):
                file.write(json.dumps(row, ensure_ascii=False, allow_nan=False) + "\n")
