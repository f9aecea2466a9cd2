"""A workbook for the office: first an overview, then one sheet a table, that of duties linked to all it comes from.

Codes stand under the names that people have for them, for a workbook is looked at; the other formats have the codes.
Text stays text: no cell becomes a formula, a link or a number because of how it looks. The limits are Excel's own
(Microsoft, "Excel specifications and limits"): 32,767 characters a cell, 1,048,576 rows and 65,530 links a sheet.

XlsxWriter makes the workbook and all that frames the cells. The rows, which are nearly all of it, are written here as
SpreadsheetML (ISO/IEC 29500-1, 18.3.1), in a tenth of the time.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from datetime import UTC, datetime
from itertools import islice
from pathlib import Path
from typing import TYPE_CHECKING

import xlsxwriter
from xlsxwriter.exceptions import FileCreateError
from xlsxwriter.utility import xl_col_to_name
from xlsxwriter.worksheet import Worksheet

from dieukhoan.tables import Cell, Column, Row, Table, Words
from dieukhoan.tables.actors import BODIES
from dieukhoan.writers.excel.cells import TEXT_END, day_number, fitted, is_simple, text_xml
from dieukhoan.writers.excel.figures import figures
from dieukhoan.writers.excel.marks import marks
from dieukhoan.writers.excel.overview import Overview

if TYPE_CHECKING:
    from dieukhoan.writers import Results

ROW_LIMIT, LINK_LIMIT = 1_048_576, 65_530
_SPLIT = Words(
    "Bảng “{label}” có {rows} dòng, trong tệp Excel chia ra {sheets} trang tính (mỗi trang tối đa {most} dòng)",
    "The table “{label}” has {rows} rows; the workbook has it on {sheets} sheets (at most {most} rows each)",
)
_TOGETHER = 256  # rows
_DATE = {"vi": "dd/mm/yyyy", "en": "yyyy-mm-dd"}
_WIDTHS = {"text": 24, "integer": 10, "number": 10, "boolean": 10, "date": 12}
_BODIES = f"{BODIES.name}.body_id"

Places = dict[str, dict[Cell, str]]
"""For ``table.column``: where on which sheet a value stands that a link leads to."""


def remarks(tables: Sequence[Table], counts: Mapping[str, int], lang: str) -> Iterator[tuple[str, str]]:
    """Which tables need more than one sheet."""
    most = ROW_LIMIT - 1
    for table in tables:
        if (rows := counts[table.name]) > most:
            words = {"label": table.label.of(lang), "rows": rows, "sheets": -(-rows // most), "most": most}
            yield "sheet_split", _SPLIT.of(lang).format(**words)


def write(results: Results, folder: Path) -> None:
    """Write ``folder/dieukhoan.xlsx``; sheets stand in the order of the tables, labels are in their language."""
    try:
        _write(results, folder)
    except FileCreateError as error:
        raise (error.args[0] if isinstance(error.args[0], OSError) else OSError(str(error))) from error


def _write(results: Results, folder: Path) -> None:
    book = xlsxwriter.Workbook(folder / "dieukhoan.xlsx", {"constant_memory": True, "tmpdir": str(folder)})
    book.use_zip64()
    book.set_properties({"created": datetime(2000, 1, 1, tzinfo=UTC)})
    look = _looks(book, results.lang)
    found = figures(results)
    overview = Overview(book, results.lang) if found else None
    sheets = [_Sheet(book, table, look, results) for table in results.tables]
    places = {target: dict.fromkeys(wanted, "") for target, wanted in _wanted(results).items()}
    if found:
        places.setdefault(_BODIES, {}).update({part.body_id: "" for part in found.parts})
    # Rows that links lead to are written first: only then is it known where they stand.
    for sheet in sorted(sheets, key=lambda sheet: any(column.link for column in sheet.table.columns)):
        for row in results.rows(sheet.table):
            sheet.add(row, places)
        sheet.close()
    if found and overview:
        counts = {table: results.count(table) for table in results.tables}
        names = {sheet.table.name: sheet.names for sheet in sheets}
        overview.write(found, counts, names, places[_BODIES])
    book.close()


def _wanted(results: Results) -> dict[str, set[Cell]]:
    """The values that links will lead to, by ``table.column``: no more than the sheets can have links."""
    wanted: dict[str, set[Cell]] = {}
    for table in results.tables:
        for column in table.columns:
            if column.link:
                at = table.index(column.link)
                rows = islice(results.rows(table), LINK_LIMIT)
                wanted.setdefault(_target(table, column), set()).update(row[at] for row in rows)
    return wanted


def _target(table: Table, column: Column) -> str:
    """What the link of a cell leads to: ``table.column``."""
    return table.columns[table.index(column.link)].foreign


def _jumps(table: Table, results: Results) -> list[tuple[int, int, str]]:
    """The columns of links: place, place of what they lead by, target.

    A sheet holds only so many links: those to the largest table, where a row is hardest to find by hand, come first,
    and there are no more of them than all rows can have.
    """
    sizes = {one.name: results.count(one) for one in results.tables}
    found = [
        (place, table.index(column.link), _target(table, column))
        for place, column in enumerate(table.columns)
        if column.link
    ]
    found.sort(key=lambda jump: -sizes.get(jump[2].partition(".")[0], 0))
    rows = min(sizes[table.name], ROW_LIMIT - 1)
    return found[: max(1, LINK_LIMIT // max(rows, 1))]


def _looks(book: xlsxwriter.Workbook, lang: str) -> dict[str, int]:
    """The numbers of the styles of cells."""
    plain = {"valign": "top", "text_wrap": True}
    looks = {
        "head": {**plain, "bold": True, "bg_color": "#DDEBF7", "border": 1, "valign": "vcenter"},
        "text": plain,
        "id": {"valign": "top"},
        "date": {**plain, "num_format": _DATE[lang], "align": "left"},
        "link": {**plain, "font_color": "#0563C1"},
    }
    return {name: book.add_format(look)._get_xf_index() for name, look in looks.items()}


class _Page(Worksheet):  # type: ignore[misc]  # the library is not typed
    """A worksheet whose rows come as XML."""

    links: list[str]
    waiting: list[str]

    def put(self, xml: str) -> None:
        """Take in a row; hundreds are written at once, for the file is open for reading too and slow to turn."""
        self.waiting.append(xml)
        if len(self.waiting) == _TOGETHER:
            self._flush()

    def _flush(self) -> None:
        self.row_data_fh.write("".join(self.waiting))
        self.waiting.clear()

    def finish(self, rows: int, columns: int) -> None:
        """Say how large it has become."""
        self._flush()
        self.dim_rowmin, self.dim_colmin = 0, 0
        self.dim_rowmax, self.dim_colmax = rows - 1, columns - 1

    def _write_hyperlinks(self) -> None:
        if self.links:
            self.fh.write(f"<hyperlinks>{''.join(self.links)}</hyperlinks>")


class _Sheet:
    """A table being written; it goes on over a new sheet when one is full."""

    def __init__(self, book: xlsxwriter.Workbook, table: Table, look: dict[str, int], results: Results) -> None:
        self.table, self._book, self._look, self._lang = table, book, look, results.lang
        self.names: list[str] = []
        self._widths = [column.width or _WIDTHS[column.type] for column in table.columns]
        self._letters = [xl_col_to_name(place) for place in range(len(table.columns))]
        looks = [look["id" if column.foreign or column.key else "text"] for column in table.columns]
        self._texts = [f'" s="{style}" t="inlineStr"><is><t' for style in looks]
        wrapped = [not (column.foreign or column.key or column.clipped) for column in table.columns]
        self._wrapped = [(place, self._widths[place]) for place, wraps in enumerate(wrapped) if wraps]
        self._dates = {place for place, column in enumerate(table.columns) if column.type == "date"}
        self._jumps = _jumps(table, results)
        self._codes = [
            (place, {code: words.of(self._lang) for code, words in column.codes.items()})
            for place, column in enumerate(table.columns)
            if column.codes
        ]
        self._columns = [
            (place, f'<c r="{letter}', *self._usual(column, text))
            for place, (letter, column, text) in enumerate(zip(self._letters, table.columns, self._texts, strict=True))
        ]
        self._targets = [
            (place, f"{table.name}.{column.name}") for place, column in enumerate(table.columns) if column.key
        ]
        self._open()

    def _usual(self, column: Column, text: str) -> tuple[type | None, str, str]:
        """The class that nearly all cells of ``column`` have, and the XML before and behind such a cell; no class
        where each needs a look."""
        if column.link or column.type in ("date", "boolean"):
            return None, "", ""
        if column.type == "text":
            return str, f"{text}>", TEXT_END
        return (int if column.type == "integer" else float), f'" s="{self._look["text"]}"><v>', "</v></c>"

    def _open(self) -> None:
        label = self.table.label.of(self._lang)
        self._name = f"{label} ({len(self.names) + 1})" if self.names else label
        self.names.append(self._name)
        self._page = self._book.add_worksheet(self._name, worksheet_class=_Page)
        self._page.links, self._page.waiting = [], []
        self._row = 1
        labels = [column.label.of(self._lang) for column in self.table.columns]
        style = f'" s="{self._look["head"]}"'
        cells = [
            f'<c r="{letter}1{style} t="inlineStr"><is><t{text_xml(label, self._lang)}'
            for letter, label in zip(self._letters, labels, strict=True)
        ]
        self._page.put(f'<row r="1"{self._height(labels)}>{"".join(cells)}</row>')

    def add(self, row: Row, places: Places) -> None:
        """Write ``row``, and note in ``places`` where its values stand that links lead to."""
        if self._row == ROW_LIMIT:
            self.close()
            self._open()
        self._row += 1
        row = self._named(row) if self._codes else row
        for place, target in self._targets:
            if target in places and row[place] in places[target]:
                places[target][row[place]] = f"'{self._name}'!A{self._row}"
        links = self._links(row, places) if self._jumps else {}
        number = f"{self._row}"
        simple = is_simple(row)
        cells = []
        for cell, (place, head, kind, before, behind) in zip(row, self._columns, strict=True):
            if cell is None:
                continue
            if simple and cell.__class__ is kind:
                cells.append(f"{head}{number}{before}{cell}{behind}")  # nearly every cell is such a one
            else:
                cells.append(f"{head}{number}{links.get(place) or self._cell(place, cell)}")
        self._page.put(f'<row r="{number}"{self._height(row)}>{"".join(cells)}</row>')

    def _named(self, row: Row) -> Row:
        """``row`` with the names of its codes: who looks at a sheet looks for those, and filters by them."""
        cells = list(row)
        for place, names in self._codes:
            cells[place] = names.get(str(row[place]), row[place])
        return tuple(cells)

    def _links(self, row: Row, places: Places) -> dict[int, str]:
        """The cells of ``row`` that lead somewhere, as the rest of their XML; the links are noted.

        LibreOffice shows a cell with a link on one line: where that is too short, only the first column of links has
        it all the same.
        """
        found = {}
        for rank, (place, at, target) in enumerate(self._jumps):
            where, value = places[target].get(row[at]), str(row[place] or "")
            short = not rank or self.table.columns[place].clipped or len(value) <= self._widths[place]
            if where and value and short and len(self._page.links) < LINK_LIMIT:
                found[place] = f'" s="{self._look["link"]}" t="inlineStr"><is><t{text_xml(value, self._lang)}'
                address = f"{self._letters[place]}{self._row}"
                self._page.links.append(f'<hyperlink ref="{address}" location="{fitted(where, self._lang)}"/>')
        return found

    def _height(self, row: Sequence[Cell]) -> str:
        """Room for the fullest wrapped cell: not every program that opens a workbook makes it by itself."""
        lines = 1
        for place, width in self._wrapped:
            cell = row[place]
            if cell.__class__ is str and len(cell) > width:
                parts = cell.split("\n") if "\n" in cell else (cell,)
                lines = max(lines, sum([max(1, -(-len(part) // width)) for part in parts]))
        return f' ht="{min(15 * lines, 409)}" customHeight="1"' if lines > 1 else ""  # points; no row is higher

    def _cell(self, place: int, cell: Cell) -> str:
        """The rest of the XML of a cell, after its address."""
        if isinstance(cell, str):
            if place in self._dates and (day := day_number(cell)) is not None:
                return f'" s="{self._look["date"]}"><v>{day}</v></c>'
            return self._texts[place] + text_xml(cell, self._lang)
        style = self._look["text"]
        if isinstance(cell, bool):
            return f'" s="{style}" t="b"><v>{cell:d}</v></c>'
        return f'" s="{style}"><v>{cell!r}</v></c>'

    def close(self) -> None:
        """Freeze the header, set filter, widths and print layout of the sheet written so far."""
        page = self._page
        page.finish(self._row, len(self._widths))
        page.freeze_panes(1, self.table.frozen)
        page.ignore_errors({"number_stored_as_text": f"A1:{self._letters[-1]}{self._row}"})
        page.autofilter(0, 0, max(self._row - 1, 1), len(self._widths) - 1)
        for place, (column, width) in enumerate(zip(self.table.columns, self._widths, strict=True)):
            page.set_column(place, place, width, None, {"hidden": column.technical})
            for mark in marks(column, f"{self._letters[place]}2", self._lang):
                look = self._book.add_format(mark["format"])
                page.conditional_format(1, place, max(self._row - 1, 1), place, {**mark, "format": look})
        page.hide_gridlines(0)  # shown on the screen and on paper
        page.set_landscape()
        page.set_paper(9)  # A4
        page.set_margins(0.4, 0.4, 0.5, 0.6)  # inches
        page.set_footer("&L&A&R&P/&N")
        page.fit_to_pages(1, 0)
        page.repeat_rows(0)
