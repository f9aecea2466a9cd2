"""Make docs/data-dictionary.md from the declarations of the tables: ``python docs/make_dictionary.py``."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from pathlib import Path

HERE = Path(__file__).resolve().parent
sys.path.insert(0, str(HERE.parent / "pipeline"))

from dieukhoan.tables import TABLES, VIEWS, Column, Table  # noqa: E402
from dieukhoan.tables.compared import COMPARED, TEMPLATE_PROPOSALS  # noqa: E402

PAGE = HERE / "data-dictionary.md"
_HEAD = """# Data dictionary

*Made from the declarations in `dieukhoan.tables` by `python docs/make_dictionary.py`: do not edit this page.*

An empty cell means: not stated. `start` and `end` count Unicode code points in the text of the document, `end` is not
part of it. A date is ISO 8601 text, with a month or a year alone where the document tells no more. **Bold** columns are
the key of their table; → is what a column refers to. Columns in *italics* only join tables: sheets hide them.
Where a column holds codes, the workbook and the report show their names in place of them.
"""
_GROUPS = (
    ("Views for people", VIEWS),
    ("Tables of a conversion", TABLES),
    ("Tables of a comparison", (*COMPARED, TEMPLATE_PROPOSALS)),
)


def page() -> str:
    """The page."""
    return "\n".join([_HEAD, *(line for title, tables in _GROUPS for line in _group(title, tables))])


def _group(title: str, tables: tuple[Table, ...]) -> Iterator[str]:
    yield f"## {title}\n"
    for table in tables:
        yield f"### {table.name}\n"
        yield f"{table.label.en}: {table.about.en}. · {table.label.vi}: {table.about.vi}.\n"
        yield "| column | type | English | tiếng Việt | |"
        yield "|---|---|---|---|---|"
        yield from map(_row, table.columns)
        yield ""
        yield from filter(None, map(_codes, table.columns))


def _row(column: Column) -> str:
    name = f"`{column.name}`"
    name = f"**{name}**" if column.key else f"*{name}*" if column.technical else name
    to = f"→ `{column.foreign}`" if column.foreign else ""
    said = [f"{words[0]}: {words[1]}" for words in zip(column.label, column.about, strict=True)]
    cells = (name, column.type, said[1], said[0], to)
    return f"| {' | '.join(cell.replace('|', chr(92) + '|') for cell in cells)} |"


def _codes(column: Column) -> str:
    """What the codes of a column mean; remarks of diagnostics too, for they are what one filters by."""
    told = "; ".join(f"`{code}` {words.en} ({words.vi})" for code, words in column.codes.items())
    return f"Codes of `{column.name}`: {told}.\n" if told else ""


if __name__ == "__main__":
    PAGE.write_text(page(), "utf-8", newline="\n")
