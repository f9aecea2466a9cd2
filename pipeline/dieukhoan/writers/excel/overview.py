"""The first sheet: what there is and where, what needs a look, who has most to do, when it is due."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from textwrap import shorten
from typing import TYPE_CHECKING

from xlsxwriter.utility import xl_col_to_name

from dieukhoan.tables import Cell, Table, Words
from dieukhoan.tables.agenda import LICH
from dieukhoan.tables.codes import DOCUMENT_TYPES, DOUBTS, SEVERITIES, name
from dieukhoan.tables.documents import DIAGNOSTICS, DOCUMENTS
from dieukhoan.tables.duties import DEADLINES
from dieukhoan.tables.views import NHIEM_VU
from dieukhoan.writers.excel.cells import clean
from dieukhoan.writers.excel.figures import LOW, MOST, Doubt, Figures
from dieukhoan.writers.excel.marks import DUE_SOON

if TYPE_CHECKING:
    import xlsxwriter

NAME = Words("Tổng quan", "Overview")

_TITLE = Words("TỔNG QUAN NHIỆM VỤ, CƠ QUAN VÀ THỜI HẠN", "OVERVIEW OF DUTIES, BODIES AND DEADLINES")
_ABOUT = Words(
    "Đọc tự động từ văn bản: ô trống nghĩa là văn bản không nêu. Bấm vào chữ màu xanh để đến đúng chỗ.",
    "Read automatically: an empty cell means that the document does not state it. Click blue words to get there.",
)
_LOOK = Words("Cần xem lại", "Worth a look")
_SHEETS = Words("Trong tệp này", "In this workbook")
_KINDS = Words("Theo loại văn bản", "By type of document")
_PARTS = Words(f"{MOST} cơ quan chủ trì nhiều việc nhất", f"The {MOST} bodies that lead most duties")
_YEARS = Words("Ngày đến hạn theo năm", "Due days by year")
_DOUBTS = Words("Ghi nhận khi đọc, theo loại", "Remarks by kind")
_HEADS = {
    _LOOK: (Words("Điều gì", "What"), Words("Số lượng", "Count")),
    _SHEETS: (Words("Trang tính", "Sheet"), Words("Số dòng", "Rows"), None, None, Words("Nội dung", "What it holds")),
    _KINDS: (Words("Loại văn bản", "Type"), Words("Văn bản", "Documents"), Words("Nghĩa vụ", "Duties"),
             Words("Thời hạn", "Deadlines")),
    _PARTS: (Words("Cơ quan", "Body"), Words("Chủ trì", "Leads"), Words("Phối hợp", "Supports")),
    _YEARS: (Words("Năm", "Year"), Words("Số việc", "Entries")),
    _DOUBTS: (Words("Ghi nhận", "Remark"), Words("Số lượng", "Count"), Words("Mức độ", "Severity"), None,
              Words("Ví dụ", "Example")),
}  # fmt: skip
_FAILED = Words("Tệp không đọc được", "Files that could not be read")
_PARTIAL = Words("Tệp đọc được một phần", "Files read in part")
_NO_LEAD = Words("Nhiệm vụ chưa rõ cơ quan chủ trì", "Duties without a known lead")
_LOW = Words("Nghĩa vụ có độ tin cậy dưới {}", "Duties with a confidence below {}")
_ENDLESS = Words("Thời hạn định kỳ không có ngày cuối, không có trong lịch",
                 "Recurring deadlines without a last day, not in the calendar")  # fmt: skip
_PAST = Words("Ngày đến hạn đã qua (tính đến hôm nay)", "Due days that are past (as of today)")
_SOON = Words(f"Ngày đến hạn trong {DUE_SOON} ngày tới", f"Due days within the next {DUE_SOON} days")
_CHARTS = 4  # the column that they stand in
_FEWEST = 3  # figures that make a chart
_ROW = 20  # pixels
_EXAMPLE = 120  # characters

Sheets = Mapping[str, Sequence[str]]
"""The names of the sheets that each table is on, by the table's name."""


class _Formula(str):
    """What is computed when the workbook is opened; any other text stays text."""

    __slots__ = ()


class Overview:
    """The sheet being written, from top to bottom: what is written goes to the disk at once."""

    def __init__(self, book: xlsxwriter.Workbook, lang: str) -> None:
        self._lang, self._book = lang, book
        self._page = book.add_worksheet(NAME.of(lang))
        plain = {"valign": "top", "text_wrap": True}
        self._looks = {
            "title": book.add_format({"bold": True, "font_size": 16}),
            "about": book.add_format({"italic": True, "font_color": "#595959"}),
            "section": book.add_format({"bold": True, "font_size": 13, "font_color": "#1F4E78"}),
            "head": book.add_format({**plain, "bold": True, "bg_color": "#DDEBF7", "border": 1}),
            "text": book.add_format({"valign": "top", "border": 1}),
            "count": book.add_format({**plain, "border": 1, "num_format": "#,##0"}),
            "year": book.add_format({**plain, "border": 1, "align": "left"}),
            "link": book.add_format({"valign": "top", "border": 1, "font_color": "#0563C1"}),
        }
        self._row = 0

    def write(self, found: Figures, counts: Mapping[Table, int], sheets: Sheets, bodies: Mapping[Cell, str]) -> None:
        """Write all of it. ``bodies`` says where each body stands."""
        for words, look in ((_TITLE, "title"), (_ABOUT, "about")):
            self._page.write_string(self._row, 0, words.of(self._lang), self._looks[look])
            self._row += 1
        self._worth_a_look(found, sheets)
        told = [
            (table.label.of(self._lang), count, None, None, table.about.of(self._lang))
            for table, count in counts.items()
        ]
        self._section(_SHEETS, told, [f"'{sheets[table.name][0]}'!A1" for table in counts])
        doubts = [(*self._named(one), None, _brief(one.message)) for one in found.doubts]
        self._section(_DOUBTS, doubts)
        kinds: list[tuple[Cell, ...]] = [(name(DOCUMENT_TYPES, code, self._lang), *rest) for code, *rest in found.kinds]
        self._section(_KINDS, kinds)
        parts = [(part.name, part.lead, part.support) for part in found.parts]
        at = self._section(_PARTS, parts, [bodies.get(part.body_id, "") for part in found.parts])
        self._chart(_PARTS, at, len(parts), "bar")
        at = self._section(_YEARS, found.years)  # the last one: its chart may reach below it
        self._chart(_YEARS, at, len(found.years), "column")
        self._lay_out()

    def _named(self, doubt: Doubt) -> tuple[str, int, str]:
        """What a remark is called, how often there is one, how grave it is."""
        return name(DOUBTS, doubt.code, self._lang), doubt.times, name(SEVERITIES, doubt.severity, self._lang)

    def _worth_a_look(self, found: Figures, sheets: Sheets) -> None:
        bound = f"{LOW:g}".replace(".", "," if self._lang == "vi" else ".")
        past = _count_if(LICH, str(LICH.order), '"<"&TODAY()', sheets)
        near = _count_if(LICH, str(LICH.order), f'"<="&TODAY()+{DUE_SOON}', sheets)
        grave = [one for one in found.doubts if one.severity != "info"]
        rows: tuple[tuple[str, Cell, Table], ...] = (
            (_FAILED.of(self._lang), found.statuses.get("failed", 0), DOCUMENTS),
            (_PARTIAL.of(self._lang), found.statuses.get("partial", 0), DOCUMENTS),
            *((f"{what} ({severity})", times, DIAGNOSTICS) for what, times, severity in map(self._named, grave)),
            (_NO_LEAD.of(self._lang), found.without_lead, NHIEM_VU),
            (_LOW.of(self._lang).format(bound), found.low, NHIEM_VU),
            (_ENDLESS.of(self._lang), found.endless, DEADLINES),
            (_PAST.of(self._lang), _Formula(f"={past}"), LICH),
            (_SOON.of(self._lang), _Formula(f"={near}-({past})"), LICH),
        )
        self._section(_LOOK, [row[:2] for row in rows], [f"'{sheets[row[2].name][0]}'!A1" for row in rows])

    def _section(self, title: Words, rows: Sequence[Sequence[Cell]], links: Sequence[str] = ()) -> int:
        """A heading, a row of labels, and ``rows``, whose first cells lead to ``links``; the place of the first row."""
        self._page.write_string(self._row + 1, 0, title.of(self._lang), self._looks["section"])
        for place, head in enumerate(_HEADS[title]):
            if head:
                self._page.write_string(self._row + 2, place, head.of(self._lang), self._looks["head"])
        self._row += 3
        first = self._row
        for row, link in zip(rows, links or [""] * len(rows), strict=True):
            for place, cell in enumerate(row):
                if cell is not None:
                    self._cell(place, cell, link if place == 0 else "")
            self._row += 1
        return first

    def _cell(self, place: int, cell: Cell, link: str) -> None:
        if isinstance(cell, _Formula):  # the day of today is known to who opens the file, not to who writes it
            self._page.write_formula(self._row, place, cell, self._looks["count"], "")
        elif isinstance(cell, str):
            text = clean(cell, self._lang)
            if link:
                self._page.write_url(self._row, place, f"internal:{link}", self._looks["link"], text)
            else:
                self._page.write_string(self._row, place, text, self._looks["text"])
        else:
            self._page.write_number(self._row, place, cell, self._looks["year" if place == 0 else "count"])

    def _chart(self, title: Words, first: int, count: int, kind: str) -> None:
        """A chart of the first figures of a section, beside it."""
        if count < _FEWEST:
            return
        chart = self._book.add_chart({"type": kind})
        name, last = NAME.of(self._lang), first + count - 1
        series = {"categories": [name, first, 0, last, 0], "values": [name, first, 1, last, 1]}
        chart.add_series(series | {"fill": {"color": "#2E75B6"}, "gap": 40})
        chart.set_title({"name": title.of(self._lang), "name_font": {"size": 12}})
        if kind == "column":
            chart.set_x_axis({"num_font": {"rotation": -90}})  # many years would run into each other
        chart.set_legend({"none": True})
        if kind == "bar":
            chart.set_y_axis({"reverse": True, "num_font": {"size": 7}})  # the first on top
        chart.set_size({"width": 620, "height": _ROW * (count + 2) if kind == "bar" else 240})
        self._page.insert_chart(first - 1, _CHARTS, chart)

    def _lay_out(self) -> None:
        for place, width in enumerate((58, 11, 11, 11, 76)):
            self._page.set_column(place, place, width)
        self._page.hide_gridlines(2)
        self._page.set_landscape()
        self._page.set_paper(9)  # A4
        self._page.set_margins(0.4, 0.4, 0.5, 0.6)
        self._page.fit_to_pages(1, 0)
        self._page.set_footer("&L&A&R&P/&N")
        self._page.activate()


def _count_if(table: Table, column: str, condition: str, sheets: Sheets) -> str:
    """A formula that counts over all sheets of a table, without the sign that begins it."""
    letter = xl_col_to_name(table.index(column))
    return "+".join(f"COUNTIF('{name}'!{letter}:{letter},{condition})" for name in sheets[table.name])


def _brief(message: str) -> str:
    return shorten(message, _EXAMPLE, placeholder=" …")
