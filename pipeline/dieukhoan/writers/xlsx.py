"""A workbook for the office: one sheet a table, the sheet of duties first, its places linked to the clauses.

Text stays text: no cell becomes a formula, a link or a number because of how it looks. The limits are Excel's own
(Microsoft, "Excel specifications and limits"): 32,767 characters a cell, 1,048,576 rows and 65,530 links a sheet.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from datetime import UTC, date, datetime
from pathlib import Path
from typing import TYPE_CHECKING

import xlsxwriter
from xlsxwriter.format import Format

from dieukhoan.tables import Cell, Column, Row, Table, Words

if TYPE_CHECKING:
    from dieukhoan.writers import Fetch

CELL_LIMIT, ROW_LIMIT, LINK_LIMIT = 32_767, 1_048_576, 65_530
_CUT = Words(" … [bị cắt: ô quá dài, xem bản CSV]", " … [cut: too long for a cell, see the CSV]")
_MEMORY = {
    "constant_memory": True,
    "strings_to_formulas": False,
    "strings_to_urls": False,
    "strings_to_numbers": False,
}
# XML 1.0 has no way to write these; Excel offers to repair a file that holds them.
_FORBIDDEN = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")
_UNFIT = re.compile(f"{_FORBIDDEN.pattern}|\r")
_LINE_END = re.compile(r"\r\n?")
_DATE = {"vi": "dd/mm/yyyy", "en": "yyyy-mm-dd"}
_WIDTHS = {"text": 24, "integer": 10, "number": 10, "boolean": 10, "date": 12}
_EXCEL_BEGINS = date(1900, 3, 1)  # before, Excel counts a 29 February 1900 that never was

Places = dict[str, dict[Cell, str]]
"""For ``table.column``: where on which sheet a value stands, as the target of a link."""


def write(tables: Sequence[Table], fetch: Fetch, folder: Path, lang: str) -> None:
    """Write ``folder/dieukhoan.xlsx``; sheets stand in the order of ``tables``, labels are in ``lang``."""
    with xlsxwriter.Workbook(folder / "dieukhoan.xlsx", _MEMORY) as book:
        book.set_properties({"created": datetime(2000, 1, 1, tzinfo=UTC)})
        look = _looks(book, lang)
        sheets = [_Sheet(book, table, look, lang) for table in tables]
        targets = {_target(table, column) for table in tables for column in table.columns if column.link}
        places: Places = {target: {} for target in targets}
        # Rows that links lead to are written first: only then is it known where they stand.
        for sheet in sorted(sheets, key=lambda sheet: any(column.link for column in sheet.table.columns)):
            for row in fetch(sheet.table):
                sheet.add(row, places)
            sheet.close()


def _target(table: Table, column: Column) -> str:
    """What the link of a cell leads to: ``table.column``."""
    return table.columns[table.index(column.link)].foreign


def _looks(book: xlsxwriter.Workbook, lang: str) -> dict[str, Format]:
    plain = {"valign": "top", "text_wrap": True}
    return {
        "head": book.add_format({**plain, "bold": True, "bg_color": "#DDEBF7", "border": 1, "valign": "vcenter"}),
        "text": book.add_format(plain),
        "id": book.add_format({"valign": "top"}),
        "date": book.add_format({**plain, "num_format": _DATE[lang], "align": "left"}),
        "link": book.add_format({**plain, "font_color": "#0563C1", "underline": 1}),
    }


class _Sheet:
    """A table being written; it goes on over a new sheet when one is full."""

    def __init__(self, book: xlsxwriter.Workbook, table: Table, look: dict[str, Format], lang: str) -> None:
        self.table, self._book, self._look, self._lang = table, book, look, lang
        self._widths = [column.width or _WIDTHS[column.type] for column in table.columns]
        self._ids = [bool(column.foreign or column.key) for column in table.columns]
        self._targets = {
            place: f"{table.name}.{column.name}" for place, column in enumerate(table.columns) if column.key
        }
        self._number = 0
        self._open()

    def _open(self) -> None:
        label = self.table.label.of(self._lang)
        self._number += 1
        self._name = label if self._number == 1 else f"{label} ({self._number})"
        self._page = self._book.add_worksheet(self._name)
        self._row = self._links = 0
        labels = [column.label.of(self._lang) for column in self.table.columns]
        self._heighten(labels)
        for place, label in enumerate(labels):
            self._page.write_string(0, place, label, self._look["head"])
        self._row = 1

    def add(self, row: Row, places: Places) -> None:
        """Write ``row``, and note in ``places`` where its values stand that links lead to."""
        if self._row == ROW_LIMIT:
            self.close()
            self._open()
        for place, target in self._targets.items():
            if target in places:
                places[target][row[place]] = f"internal:'{self._name}'!A{self._row + 1}"
        self._heighten(row)
        for place, (column, cell) in enumerate(zip(self.table.columns, row, strict=True)):
            if cell is not None:
                self._cell(place, column, cell, self._url(column, row, places))
        self._row += 1

    def _heighten(self, row: Sequence[Cell]) -> None:
        """Make room for the fullest wrapped cell: not every program that opens a workbook does so by itself."""
        lines = 1
        for cell, width, one_line in zip(row, self._widths, self._ids, strict=True):
            if isinstance(cell, str) and len(cell) > width and not one_line:
                lines = max(lines, sum(max(1, -(-len(part) // width)) for part in cell.split("\n")))
        if lines > 1:
            self._page.set_row(self._row, min(15 * lines, 409))  # points; Excel has no higher row

    def _url(self, column: Column, row: Row, places: Places) -> str | None:
        if not column.link or self._links >= LINK_LIMIT:
            return None
        return places[_target(self.table, column)].get(row[self.table.index(column.link)])

    def _cell(self, place: int, column: Column, cell: Cell, url: str | None) -> None:
        if isinstance(cell, bool):
            self._page.write_boolean(self._row, place, cell, self._look["text"])
        elif isinstance(cell, (int, float)):
            self._page.write_number(self._row, place, cell, self._look["text"])
        elif url:
            self._links += 1
            self._page.write_url(self._row, place, url, self._look["link"], _fit(str(cell), self._lang))
        elif column.type == "date" and (day := _day(str(cell))):
            self._page.write_datetime(self._row, place, day, self._look["date"])
        else:
            look = self._look["id" if self._ids[place] else "text"]
            self._page.write_string(self._row, place, _fit(str(cell), self._lang), look)

    def close(self) -> None:
        """Freeze the header, set filter, widths and print layout of the sheet written so far."""
        self._page.freeze_panes(1, 0)
        self._page.autofilter(0, 0, max(self._row - 1, 1), len(self._widths) - 1)
        for place, (column, width) in enumerate(zip(self.table.columns, self._widths, strict=True)):
            self._page.set_column(place, place, width, None, {"hidden": column.technical})
        self._page.hide_gridlines(0)  # shown on the screen and on paper
        self._page.set_landscape()
        self._page.set_paper(9)  # A4
        self._page.fit_to_pages(1, 0)
        self._page.repeat_rows(0)


def _fit(value: str, lang: str) -> str:
    """``value`` as a cell can hold it."""
    clean = _FORBIDDEN.sub("", _LINE_END.sub("\n", value)) if _UNFIT.search(value) else value
    # Excel counts UTF-16 units; the cut may not part a pair of them.
    if len(clean) > CELL_LIMIT // 2 and len(clean.encode("utf-16-le")) // 2 > CELL_LIMIT:
        mark = _CUT.of(lang)
        room = (CELL_LIMIT - len(mark)) * 2
        return clean.encode("utf-16-le")[:room].decode("utf-16-le", errors="ignore") + mark
    return clean


def _day(text: str) -> datetime | None:
    """A whole ISO date that Excel can hold."""
    try:
        day = date.fromisoformat(text)
    except ValueError:
        return None
    usual = day.isoformat() == text and day >= _EXCEL_BEGINS
    return datetime(day.year, day.month, day.day) if usual else None
