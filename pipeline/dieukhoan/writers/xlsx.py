"""A workbook for the office: first an overview, then one sheet a table, that of duties linked to all it comes from.

Codes stand under the names that people have for them, for a workbook is looked at; the other formats have the codes.
Text stays text: no cell becomes a formula, a link or a number because of how it looks. The limits are Excel's own
(Microsoft, "Excel specifications and limits"): 32,767 characters a cell, 1,048,576 rows and 65,530 links a sheet.

XlsxWriter makes the workbook and all that frames the cells. The rows, which are nearly all of it, are made and
compressed beside it, each table for itself (so that several processes can share the work), and put into the frame.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from itertools import islice
from pathlib import Path
from typing import TYPE_CHECKING
from zipfile import ZipFile

import xlsxwriter
from xlsxwriter.exceptions import FileCreateError
from xlsxwriter.utility import xl_col_to_name
from xlsxwriter.worksheet import Worksheet

from dieukhoan.tables import Cell, Table, Words
from dieukhoan.tables.actors import BODIES
from dieukhoan.writers.excel.figures import Figures, figures
from dieukhoan.writers.excel.links import Limits, links, places, sheets
from dieukhoan.writers.excel.marks import marks
from dieukhoan.writers.excel.overview import Overview
from dieukhoan.writers.excel.package import Piece, Stream, piece, put
from dieukhoan.writers.excel.rows import STYLES, Sheet, widths

if TYPE_CHECKING:
    from dieukhoan.writers import Results

ROW_LIMIT, LINK_LIMIT = 1_048_576, 65_530
NAME = "dieukhoan.xlsx"
_SPLIT = Words(
    "Bảng “{label}” có {rows} dòng, trong tệp Excel chia ra {sheets} trang tính (mỗi trang tối đa {most} dòng)",
    "The table “{label}” has {rows} rows; the workbook has it on {sheets} sheets (at most {most} rows each)",
)
_TOGETHER = 512  # rows
_DATE = {"vi": "dd/mm/yyyy", "en": "yyyy-mm-dd"}
_ROWS, _LINKS = b"<sheetData></sheetData>", b"<hyperlinks></hyperlinks>"
_FIGURES = "figures"  # no table has this name


def remarks(tables: Sequence[Table], counts: Mapping[str, int], lang: str) -> Iterator[tuple[str, str]]:
    """Which tables need more than one sheet."""
    most = ROW_LIMIT - 1
    for table in tables:
        if (rows := counts[table.name]) > most:
            words = {"label": table.label.of(lang), "rows": rows, "sheets": -(-rows // most), "most": most}
            yield "sheet_split", _SPLIT.of(lang).format(**words)


@dataclass(frozen=True, slots=True)
class _Filled:
    """What a sheet holds: how many rows (that of labels too), and their XML; that of its links, if it has any."""

    rows: int
    data: Piece
    links: Piece | None


@dataclass(frozen=True, slots=True)
class _Told:
    """What the overview tells, and where the bodies stand that it names; nothing of tables that it is not about."""

    figures: Figures | None
    bodies: Mapping[Cell, str]


Made = tuple[_Filled, ...] | _Told


def write(results: Results, folder: Path) -> None:
    """Write ``folder/dieukhoan.xlsx``; sheets stand in the order of the tables, labels are in their language."""
    finish(results, folder, {name: part(results, folder, name) for name in parts(results)})


def parts(results: Results) -> list[str]:
    """What can be made apart from each other: the rows of each table, and the figures of the overview."""
    tables = sorted(results.tables, key=lambda table: -results.count(table) * len(table.columns))
    return [*(table.name for table in tables), _FIGURES]


def part(results: Results, folder: Path, name: str) -> Made:
    """The part ``name``, with files in ``folder``: to be handed to :func:`finish`."""
    limits = Limits(ROW_LIMIT, LINK_LIMIT)
    if name == _FIGURES:
        found = figures(results)
        keys = {body.body_id for body in found.parts} if found else set()
        return _Told(found, places(results, f"{BODIES.name}.body_id", keys, limits) if keys else {})
    (table,) = (table for table in results.tables if table.name == name)
    known, rows = links(results, table, limits), results.rows(table)
    files = (folder / f"{NAME}.{name}.{number}" for number in range(len(sheets(results, limits)[name])))
    return tuple(_filled(Sheet(table, results.lang, known, limits.links), rows, path) for path in files)


def _filled(sheet: Sheet, rows: Iterator[tuple[Cell, ...]], path: Path) -> _Filled:
    """A sheet with as many of ``rows`` as there is room for, in files that begin with ``path``."""
    stream, done = Stream(path), 1
    stream.write(sheet.head())
    while some := list(islice(rows, min(_TOGETHER, ROW_LIMIT - done))):
        stream.write(sheet.xml(some, done + 1))
        done += len(some)
    if not sheet.found:
        return _Filled(done, stream.close(), None)
    linked = Stream(path.with_name(f"{path.name}.links"))
    linked.write("".join(sheet.found))
    return _Filled(done, stream.close(), linked.close())


def finish(results: Results, folder: Path, made: Mapping[str, Made]) -> None:
    """Write ``folder/dieukhoan.xlsx`` from all its parts, whose files are gone then."""
    frame = folder / f"{NAME}.frame"
    try:
        filled = _frame(results, frame, made)
    except FileCreateError as error:
        raise (error.args[0] if isinstance(error.args[0], OSError) else OSError(str(error))) from error
    with ZipFile(frame) as framed, ZipFile(folder / NAME, "w") as archive:
        for info in framed.infolist():
            data, pages = framed.read(info), filled.get(info.filename)
            put(archive, info, _pieces(data, pages) if pages else [piece(data, last=True)])
    for path in folder.glob(f"{NAME}.*"):
        path.unlink()


def _pieces(page: bytes, filled: _Filled) -> list[Piece]:
    """The XML of a sheet, ``page``, with the rows and links in their places."""
    before, rest = page.split(_ROWS)
    between, behind = rest.split(_LINKS)
    pieces = [piece(before + b"<sheetData>"), filled.data]
    if filled.links is None:
        return [*pieces, piece(b"</sheetData>" + between + behind, last=True)]
    between = b"</sheetData>" + between + b"<hyperlinks>"
    return [*pieces, piece(between), filled.links, piece(b"</hyperlinks>" + behind, last=True)]


def _frame(results: Results, target: Path, made: Mapping[str, Made]) -> dict[str, _Filled]:
    """Write the workbook without its rows to ``target``; what is to be filled in, by the name of the member."""
    book = xlsxwriter.Workbook(target, {"constant_memory": True, "tmpdir": str(target.parent)})
    book.set_properties({"created": datetime(2000, 1, 1, tzinfo=UTC)})
    _set_looks(book, results.lang)
    names = sheets(results, Limits(ROW_LIMIT, LINK_LIMIT))
    told = made[_FIGURES]
    assert isinstance(told, _Told)
    overview = Overview(book, results.lang) if told.figures else None
    first = {table.name: book.add_worksheet(names[table.name][0], worksheet_class=_Page) for table in results.tables}
    filled = {}
    # Tables that are led to come first, and what needs more sheets goes on behind all others.
    for table in sorted(results.tables, key=lambda table: any(column.link for column in table.columns)):
        pages = made[table.name]
        assert not isinstance(pages, _Told)
        for number, (name, page) in enumerate(zip(names[table.name], pages, strict=True)):
            sheet = book.add_worksheet(name, worksheet_class=_Page) if number else first[table.name]
            _lay_out(book, sheet, table, page.rows, results.lang)
            filled[f"xl/worksheets/sheet{sheet.index + 1}.xml"] = page
    if overview and told.figures:
        overview.write(told.figures, {table: results.count(table) for table in results.tables}, names, told.bodies)
    book.close()
    return filled


def _set_looks(book: xlsxwriter.Workbook, lang: str) -> None:
    """Make the styles of cells, which :data:`STYLES` numbers."""
    plain = {"valign": "top", "text_wrap": True}
    looks = {
        "head": {**plain, "bold": True, "bg_color": "#DDEBF7", "border": 1, "valign": "vcenter"},
        "text": plain,
        "id": {"valign": "top"},
        "date": {**plain, "num_format": _DATE[lang], "align": "left"},
        "link": {**plain, "font_color": "#0563C1"},
    }
    made = {name: book.add_format(look)._get_xf_index() for name, look in looks.items()}
    assert made == STYLES


class _Page(Worksheet):  # type: ignore[misc]  # the library is not typed
    """A worksheet with room for rows and links."""

    def extend(self, rows: int, columns: int) -> None:
        """Say how large it is."""
        self.dim_rowmin, self.dim_colmin = 0, 0
        self.dim_rowmax, self.dim_colmax = rows - 1, columns - 1

    def _write_hyperlinks(self) -> None:
        self.fh.write(_LINKS.decode())


def _lay_out(book: xlsxwriter.Workbook, page: _Page, table: Table, rows: int, lang: str) -> None:
    """Freeze the header, set filter, widths and print layout of a sheet with so many rows."""
    columns = len(table.columns)
    letters = [xl_col_to_name(place) for place in range(columns)]
    page.extend(rows, columns)
    page.freeze_panes(1, table.frozen)
    page.ignore_errors({"number_stored_as_text": f"A1:{letters[-1]}{rows}"})
    page.autofilter(0, 0, max(rows - 1, 1), columns - 1)
    for place, (column, width) in enumerate(zip(table.columns, widths(table), strict=True)):
        page.set_column(place, place, width, None, {"hidden": column.technical})
        for mark in marks(column, f"{letters[place]}2", lang):
            look = book.add_format(mark["format"])
            page.conditional_format(1, place, max(rows - 1, 1), place, {**mark, "format": look})
    page.hide_gridlines(0)  # shown on the screen and on paper
    page.set_landscape()
    page.set_paper(9)  # A4
    page.set_margins(0.4, 0.4, 0.5, 0.6)  # inches
    page.set_footer("&L&A&R&P/&N")
    page.fit_to_pages(1, 0)
    page.repeat_rows(0)
