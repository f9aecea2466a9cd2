"""What marks a cell: rules applied when the workbook is opened, for a day that is near today is past tomorrow."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from dieukhoan.tables import Column
from dieukhoan.tables.codes import name

DUE_SOON = 30
"""Days."""
_SOON, _PAST = "#FFF2CC", "#F8CBAD"


def marks(column: Column, cell: str, lang: str) -> Iterator[dict[str, Any]]:
    """The conditional formats of a column, of which ``cell`` is the first; an empty one is never marked. ``lang`` is
    the language in which the sheet names the codes."""
    for word, tint in column.tints:
        begins = name(column.codes, word, lang) if column.codes else word
        yield {"type": "text", "criteria": "begins with", "value": begins, "format": {"bg_color": tint}}
    for bound, tint in column.low:
        yield _where(f"=AND(ISNUMBER({cell}),{cell}<{bound:g})", tint)
    if column.due:  # what tells only a month or a year is text, and nobody can say it of that
        yield _where(f"=AND(ISNUMBER({cell}),{cell}<TODAY())", _PAST)
        yield _where(f"=AND(ISNUMBER({cell}),{cell}<=TODAY()+{DUE_SOON})", _SOON)


def _where(criteria: str, tint: str) -> dict[str, Any]:
    return {"type": "formula", "criteria": criteria, "format": {"bg_color": tint}, "stop_if_true": True}
