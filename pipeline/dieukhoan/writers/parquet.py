"""Apache Parquet, one file a table, with the types of the declarations; what is not stated is null.

A date is text here too: where a document tells only month or year, no type of Parquet holds it. Labels and
descriptions stand in the metadata of the columns (``label``, ``description``).
"""

from __future__ import annotations

from importlib.util import find_spec
from itertools import islice
from pathlib import Path
from typing import TYPE_CHECKING, Any

from dieukhoan.core.errors import UsageError
from dieukhoan.tables import Row, Table, Words

if TYPE_CHECKING:
    from dieukhoan.writers import Results

_ROWS = 65_536  # of a row group: what is held in memory at a time
_TYPES = {"text": "string", "date": "string", "integer": "int64", "number": "float64", "boolean": "bool_"}
_MISSING = Words(
    "Muốn ghi Parquet cần có pyarrow; hãy cài: pip install 'dieukhoan[parquet]'",
    "Parquet needs pyarrow; install it with: pip install 'dieukhoan[parquet]'",
)


def missing(lang: str) -> str:
    """What is to be installed before this format can be written; empty when it is there."""
    return "" if find_spec("pyarrow") else _MISSING.of(lang)


def write(results: Results, folder: Path) -> None:
    """Write ``folder/parquet/<table>.parquet``. Raises UsageError when pyarrow is not installed."""
    if why := missing(results.lang):
        raise UsageError(why)
    from pyarrow.parquet import ParquetWriter

    target = folder / "parquet"
    target.mkdir()
    for table in results.tables:
        schema, rows = _schema(table, results.lang), results.rows(table)
        with ParquetWriter(target / f"{table.name}.parquet", schema, compression="zstd") as out:
            while group := list(islice(rows, _ROWS)):
                out.write_table(_arrow(group, schema))


def _schema(table: Table, lang: str) -> Any:  # noqa: ANN401  pyarrow is not typed
    import pyarrow

    fields = [
        pyarrow.field(
            column.name,
            getattr(pyarrow, _TYPES[column.type])(),
            nullable=not column.key,
            metadata={"label": column.label.of(lang), "description": column.about.of(lang)},
        )
        for column in table.columns
    ]
    return pyarrow.schema(fields, metadata={"label": table.label.of(lang), "description": table.about.of(lang)})


def _arrow(rows: list[Row], schema: Any) -> Any:  # noqa: ANN401  pyarrow is not typed
    import pyarrow

    columns = zip(*rows, strict=True)
    arrays = [pyarrow.array(cells, field.type) for cells, field in zip(columns, schema, strict=True)]
    return pyarrow.Table.from_arrays(arrays, schema=schema)
