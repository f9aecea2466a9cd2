"""The workbook: text stays text, places lead to clauses, the limits of Excel are kept."""

from __future__ import annotations

import csv
import shutil
import subprocess
import zipfile
from configparser import ConfigParser
from dataclasses import replace
from datetime import datetime
from pathlib import Path

import openpyxl
import pytest
import xlsxwriter
from openpyxl.utils.escape import unescape
from xlsxwriter.worksheet import Worksheet

from dieukhoan.core.records import Body, Diagnostic
from dieukhoan.tables import TABLES, Rows, rows
from dieukhoan.writers import remarks, xlsx
from dieukhoan.writers.excel.cells import CELL_LIMIT
from made_document import DUTY, made
from made_results import ALL, NASTY, filled, read_xlsx, write


@pytest.fixture
def book(sample: Rows, tmp_path: Path) -> openpyxl.Workbook:
    write(sample, tmp_path, "xlsx")
    return openpyxl.load_workbook(tmp_path / "dieukhoan.xlsx")


def test_text_that_looks_like_something_else_stays_text(book: openpyxl.Workbook) -> None:
    cells = [row[4] for row in book["Ghi nhận khi đọc"].iter_rows(min_row=2)]
    assert [unescape(cell.value) for cell in cells] == [text.replace("\r\n", "\n") for text in NASTY]
    assert {(cell.data_type, cell.hyperlink) for cell in cells} <= {("s", None), ("inlineStr", None)}


def test_the_sheet_of_duties_stands_after_the_overview_and_its_places_lead_to_the_clauses(
    book: openpyxl.Workbook,
) -> None:
    assert book.sheetnames[:3] == ["Tổng quan", "Nhiệm vụ", "Lịch"]
    sheet = book.worksheets[1]
    assert [cell.value for cell in sheet[1]][:4] == ["STT", "Văn bản", "Điều khoản", "Nội dung nhiệm vụ"]
    link = sheet["C2"].hyperlink
    assert sheet["D2"].value == DUTY
    name, _, cell = link.location.partition("!")
    target = book[name.strip("'")]
    assert DUTY in [cell.value and str(cell.value).rstrip(".") for cell in target[target[cell].row]]


def test_sheets_are_laid_out_for_people(book: openpyxl.Workbook) -> None:
    for sheet in book.worksheets[1:]:
        assert sheet.freeze_panes == "A2"
        assert sheet.auto_filter.ref.startswith("A1:")
        assert sheet.print_title_rows == "$1:$1"
        assert (sheet.page_setup.orientation, sheet.page_setup.paperSize) == ("landscape", 9)
    sheet = book["Nhiệm vụ"]
    assert sheet["D2"].alignment.wrap_text
    assert sheet.column_dimensions["D"].width > 40
    assert not sheet.column_dimensions["K"].hidden
    hidden = sheet.column_dimensions["L"]
    assert (hidden.hidden, hidden.min, hidden.max) == (True, 12, 15)


def test_the_months_stand_beside_the_deadline_as_text_to_filter_by(tmp_path: Path) -> None:
    cycle = replace(made().deadlines[0], rrule="FREQ=YEARLY;BYMONTH=5,11", due_first="", due_last="")
    write(filled(rows(made(deadlines=(cycle,)))), tmp_path, "xlsx")
    sheet = openpyxl.load_workbook(tmp_path / "dieukhoan.xlsx")["Nhiệm vụ"]
    assert [cell.value for cell in sheet[1]][6:8] == ["Thời hạn / Tần suất", "Tháng"]
    assert [(cell.value, cell.data_type) for cell in sheet["H"][1:]] == [("05; 11", "s"), (None, "n")]
    with zipfile.ZipFile(tmp_path / "dieukhoan.xlsx") as book:
        assert 'numberStoredAsText="1"' in book.read("xl/worksheets/sheet2.xml").decode()  # no green corner on "11"


def test_dates_are_dates(book: openpyxl.Workbook) -> None:
    sheet = book["Thời hạn"]
    column = next(cell.column for cell in sheet[1] if cell.value == "Hạn đầu tiên")
    cell = sheet.cell(2, column)
    assert (cell.value, cell.number_format) == (datetime(2023, 12, 15), "dd/mm/yyyy")


@pytest.mark.parametrize("text", ["2023-02", "1899-12-31", "2023-02-30", "20230228"])
def test_what_is_no_day_that_excel_knows_stays_text(tmp_path: Path, text: str) -> None:
    document = made()
    write(filled(rows(replace(document, header=replace(document.header, issued_on=text)))), tmp_path, "xlsx")
    assert text in read_xlsx(tmp_path, next(table for table in TABLES if table.name == "documents"))[0]


def test_labels_speak_english_when_asked(sample: Rows, tmp_path: Path) -> None:
    write(sample, tmp_path, "xlsx", "en")
    for table in ALL:
        assert len(read_xlsx(tmp_path, table, "en")) == len(sample[table.name])


def test_control_characters_are_left_out(tmp_path: Path) -> None:
    bodies = (Body("so-anh-sang", "Sở\x00 Ánh\x0b Sáng\x1f\ufffe"), Body("hoi-den-long", "Hội\ud800 Đèn"))
    write(filled(rows(made(bodies=bodies))), tmp_path, "xlsx")
    names = [cell.value for cell in openpyxl.load_workbook(tmp_path / "dieukhoan.xlsx")["Cơ quan, tổ chức"]["B"]]
    assert names[1:] == ["Sở Ánh Sáng", "Hội Đèn"]


@pytest.mark.parametrize("letter", ["ế", "𝒜"])
def test_a_cell_too_long_is_cut_and_says_so(tmp_path: Path, letter: str) -> None:
    doubts = (Diagnostic("info", "long", letter * 40_000), Diagnostic("info", "fits", "ế" * CELL_LIMIT))
    write(filled(rows(made(diagnostics=doubts))), tmp_path, "xlsx")
    sheet = openpyxl.load_workbook(tmp_path / "dieukhoan.xlsx")["Ghi nhận khi đọc"]
    cut, whole = sheet["E2"].value, sheet["E3"].value
    assert len(cut.encode("utf-16-le")) // 2 in (CELL_LIMIT, CELL_LIMIT - 1)
    assert cut.startswith(letter * 100)
    assert cut.endswith("[bị cắt: ô quá dài, xem bản CSV]")
    assert whole == "ế" * CELL_LIMIT


def test_a_full_sheet_goes_on_over_the_next_and_links_follow(
    sample: Rows, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(xlsx, "ROW_LIMIT", 3)
    write(sample, tmp_path, "xlsx")
    book = openpyxl.load_workbook(tmp_path / "dieukhoan.xlsx")
    pages = [book[name] for name in ("Điều khoản", "Điều khoản (2)", "Điều khoản (3)")]
    assert [page.max_row for page in pages] == [3, 3, 2]
    assert [cell.value for cell in pages[2][1]] == [cell.value for cell in pages[0][1]]
    assert [book["Nhiệm vụ"][cell].hyperlink.location for cell in ("C2", "C3")] == [
        "'Điều khoản (2)'!A2",
        "'Điều khoản (2)'!A3",
    ]


def test_a_table_on_several_sheets_is_said_so(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(xlsx, "ROW_LIMIT", 3)
    counts = dict.fromkeys((table.name for table in ALL), 2) | {"units": 5}
    ((code, message),) = remarks("xlsx")(ALL, counts, "en")
    assert code == "sheet_split"
    assert message == "The table “Units” has 5 rows; the workbook has it on 3 sheets (at most 2 rows each)"
    assert list(remarks("csv")(ALL, counts, "en")) == []


def test_links_beyond_what_a_sheet_holds_become_text(
    sample: Rows, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(xlsx, "LINK_LIMIT", 1)
    write(sample, tmp_path, "xlsx")
    sheet = openpyxl.load_workbook(tmp_path / "dieukhoan.xlsx")["Nhiệm vụ"]
    assert sheet["C2"].hyperlink
    assert not sheet["C3"].hyperlink
    assert sheet["C3"].value == "Chương I, Điều 1, khoản 1, điểm a"


def test_what_is_taken_from_inside_xlsxwriter_is_there(tmp_path: Path) -> None:
    """The rows are written past its public names, which its next minor version may rename: setup.cfg bounds it to the
    versions that these tests were run with (3.2.0, 3.2.9, 3.3.0, 3.3.1)."""
    setup = ConfigParser()
    setup.read(Path(__file__).parents[2] / "setup.cfg", "utf-8")
    assert "XlsxWriter>=3.2,<3.4" in setup["options"]["install_requires"].split()
    book = xlsxwriter.Workbook(tmp_path / "x.xlsx", {"constant_memory": True})
    page = book.add_worksheet(worksheet_class=xlsx._Page)
    assert page.row_data_fh.writable()
    assert {"dim_rowmin", "dim_rowmax", "dim_colmin", "dim_colmax", "fh"} <= vars(page).keys()
    assert Worksheet._write_hyperlinks is not xlsx._Page._write_hyperlinks
    assert isinstance(book.add_format()._get_xf_index(), int)


@pytest.mark.skipif(not shutil.which("soffice"), reason="LibreOffice (soffice) is not on the PATH")
def test_libreoffice_opens_the_workbook(sample: Rows, tmp_path: Path) -> None:
    write(sample, tmp_path, "xlsx")
    command = ["soffice", f"-env:UserInstallation={(tmp_path / 'profile').as_uri()}", "--headless"]
    command += ["--convert-to", "csv:Text - txt - csv (StarCalc):44,34,76,1,,0,false,true,false,false,false,-1"]
    command += ["--outdir", str(tmp_path / "lo")]
    subprocess.run([*command, str(tmp_path / "dieukhoan.xlsx")], check=True, capture_output=True, timeout=180)
    with (tmp_path / "lo" / "dieukhoan-Nhiệm vụ.csv").open(encoding="utf-8", newline="") as file:
        header, first, *_ = csv.reader(file)
    assert header[:4] == ["STT", "Văn bản", "Điều khoản", "Nội dung nhiệm vụ"]
    assert first[3] == DUTY
