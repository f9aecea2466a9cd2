"""A Frictionless Data Package over the CSV files: what every column is, and how the tables hang together.

Sources: Data Package and Table Schema, version 1 (specs.frictionlessdata.io).
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from dieukhoan.tables.model import Column, Table, Words

_TITLE = Words("Nhiệm vụ, cơ quan và thời hạn trong văn bản", "Duties, bodies and deadlines of documents")
_ABOUT = Words(
    "Các bảng do dieukhoan đọc ra từ văn bản; ô trống nghĩa là văn bản không nêu",
    "Tables that dieukhoan read out of documents; an empty cell means: not stated",
)
# A ``date`` of Table Schema is a whole day; documents tell months and years too.
_DATE = "[0-9]{4}(-[0-9]{2}(-[0-9]{2})?)?"


def descriptor(tables: Sequence[Table], lang: str) -> dict[str, Any]:
    """The descriptor (``datapackage.json``) of ``tables`` as ``<table>.csv`` beside it; labels are in ``lang``."""
    return {
        "profile": "tabular-data-package",
        "name": "dieukhoan",
        "title": _TITLE.of(lang),
        "description": _ABOUT.of(lang),
        "resources": [_resource(table, lang) for table in tables],
    }


def _resource(table: Table, lang: str) -> dict[str, Any]:
    return {
        "profile": "tabular-data-resource",
        "name": table.name,
        "path": f"{table.name}.csv",
        "title": table.label.of(lang),
        "description": table.about.of(lang),
        "format": "csv",
        "mediatype": "text/csv",
        "encoding": "utf-8",
        "dialect": {"delimiter": ",", "lineTerminator": "\r\n", "quoteChar": '"', "doubleQuote": True, "header": True},
        "schema": _schema(table, lang),
    }


def _schema(table: Table, lang: str) -> dict[str, Any]:
    schema: dict[str, Any] = {"fields": [_field(column, lang) for column in table.columns], "missingValues": [""]}
    if table.keys:
        schema["primaryKey"] = list(table.keys)
    foreign = [_foreign(table, column) for column in table.columns if column.foreign]
    return schema | ({"foreignKeys": foreign} if foreign else {})


def _field(column: Column, lang: str) -> dict[str, Any]:
    field: dict[str, Any] = {
        "name": column.name,
        "type": "string" if column.type in ("text", "date") else column.type,
        "title": column.label.of(lang),
        "description": column.about.of(lang),
    }
    if column.type == "boolean":
        field |= {"trueValues": ["true"], "falseValues": ["false"]}
    constraints: dict[str, Any] = {"required": True} if column.key else {}
    if column.type == "date":
        constraints["pattern"] = _DATE
    return field | ({"constraints": constraints} if constraints else {})


def _foreign(table: Table, column: Column) -> dict[str, Any]:
    to, _, name = column.foreign.partition(".")
    # A table that points to itself is named by the empty string (Table Schema, "Foreign Keys").
    return {"fields": [column.name], "reference": {"resource": "" if to == table.name else to, "fields": [name]}}
