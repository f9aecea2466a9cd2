"""Every format gives back the rows that went in, twice the same bytes, and text stays text."""

from __future__ import annotations

import codecs
import csv
import hashlib
import shutil
import sqlite3
import subprocess
import tempfile
import time
from collections.abc import Iterator
from contextlib import closing
from dataclasses import replace
from datetime import datetime
from pathlib import Path
from typing import Any

import openpyxl
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from openpyxl.utils.escape import unescape

from dieukhoan.core.records import Body, Diagnostic
from dieukhoan.tables import TABLES, VIEWS, Row, Rows, Table, rows
from dieukhoan.writers import formats, writer, xlsx
from made_document import DUTY, FORMULA, made

ALL = (*VIEWS, *TABLES)
NASTY = (
    "=1+1", "+84 24 3942", "-5", "@SUM(A1)", '=HYPERLINK("http://a.b")', "http://example.org/", "00123", "1e5", "TRUE",
    'quote " and , comma; semicolon', "two\nlines", "carriage\r\nreturn", "  blanks  ", "_x0041_", "chữ Việt đậm ế ộ ữ",
    "2023-13-45", "‘’…–—", "𝒜🙂",
)  # fmt: skip
DIAGNOSTICS = next(table for table in TABLES if table.name == "diagnostics")
NUMBERED = next(table for table in VIEWS if table.serial)


def filled(rows_of: Rows) -> Rows:
    """What a run does to the rows of its documents: the numbers of the view."""
    at = NUMBERED.index(NUMBERED.serial)
    return rows_of | {
        NUMBERED.name: [(*row[:at], number, *row[at + 1 :]) for number, row in enumerate(rows_of[NUMBERED.name], 1)]
    }


@pytest.fixture
def sample() -> Rows:
    doubts = tuple(Diagnostic("info", f"nasty{n}", text, start=n, end=n + 1) for n, text in enumerate(NASTY))
    return filled(rows(made(diagnostics=doubts)))


def write(sample: Rows, folder: Path, name: str, lang: str = "vi") -> None:
    folder.mkdir(exist_ok=True)
    writer(name)(ALL, lambda table: iter(sample[table.name]), folder, lang)


def read_csv(folder: Path, table: Table) -> list[Row]:
    kinds: dict[str, Any] = {"integer": int, "number": float, "boolean": {"true": True, "false": False}.__getitem__}
    with (folder / "csv" / f"{table.name}.csv").open(encoding="utf-8-sig", newline="") as file:
        header, *found = csv.reader(file, strict=True)
    assert tuple(header) == table.names
    as_type = [kinds.get(column.type, str) for column in table.columns]
    return [tuple(kind(cell) if cell else None for kind, cell in zip(as_type, row, strict=True)) for row in found]


def read_sqlite(folder: Path, table: Table) -> list[Row]:
    with closing(sqlite3.connect(folder / "dieukhoan.sqlite")) as database:
        found = database.execute(f'SELECT * FROM "{table.name}" ORDER BY rowid')
        assert tuple(column[0] for column in found.description) == table.names
        flags = [column.type == "boolean" for column in table.columns]
        return [
            tuple(bool(cell) if flag and cell is not None else cell for flag, cell in zip(flags, row, strict=True))
            for row in found
        ]


def plain(cell: object) -> object:
    if isinstance(cell, datetime):
        return cell.date().isoformat()
    return unescape(cell) if isinstance(cell, str) else cell


def read_xlsx(folder: Path, table: Table, lang: str = "vi") -> list[Row]:
    book = openpyxl.load_workbook(folder / "dieukhoan.xlsx")
    head, *found = book[table.label.of(lang)].iter_rows(values_only=True)
    assert head == tuple(column.label.of(lang) for column in table.columns)
    return [tuple(plain(cell) for cell in row) for row in found]


READ = {"csv": read_csv, "sqlite": read_sqlite, "xlsx": read_xlsx}


def test_formats_are_found_by_their_file_names() -> None:
    assert set(READ) <= set(formats())


@pytest.mark.parametrize("name", READ)
def test_round_trip(sample: Rows, tmp_path: Path, name: str) -> None:
    write(sample, tmp_path, name)
    for table in ALL:
        expected = sample[table.name]
        if name == "xlsx":  # a cell holds line ends as Excel knows them
            expected = [tuple(c.replace("\r\n", "\n") if isinstance(c, str) else c for c in row) for row in expected]
        found = READ[name](tmp_path, table)
        assert [list(map(str, row)) for row in found] == [list(map(str, row)) for row in expected], table.name
        if name != "xlsx":
            assert found == expected


@pytest.mark.parametrize("name", READ)
def test_the_same_rows_give_the_same_bytes(sample: Rows, tmp_path: Path, name: str) -> None:
    digests = []
    for run in ("a", "b"):
        write(sample, tmp_path / run, name)
        files = sorted(path for path in (tmp_path / run).rglob("*") if path.is_file())
        digests.append([hashlib.sha256(path.read_bytes()).hexdigest() for path in files])
        time.sleep(2.1 if run == "a" else 0)  # a ZIP archive tells time in steps of two seconds
    assert digests[0] == digests[1]


@pytest.mark.parametrize("name", READ)
def test_empty_tables_are_written_with_their_header(tmp_path: Path, name: str) -> None:
    nothing: Rows = {table.name: [] for table in ALL}
    write(nothing, tmp_path, name)
    assert all(READ[name](tmp_path, table) == [] for table in ALL)


@given(st.lists(st.text(st.characters(exclude_categories=["Cs"])), min_size=1, max_size=5))
@settings(max_examples=40)
def test_any_text_comes_back(texts: list[str]) -> None:
    doubts = tuple(Diagnostic("info", "any", text) for text in texts)
    sample = filled(rows(made(diagnostics=doubts)))
    with tempfile.TemporaryDirectory() as folder:
        for name in ("csv", "sqlite"):
            write(sample, Path(folder), name)
            found = READ[name](Path(folder), DIAGNOSTICS)
            assert [row[4] for row in found] == [text or None for text in texts]


def test_csv_begins_with_a_bom_and_ends_lines_with_crlf(sample: Rows, tmp_path: Path) -> None:
    write(sample, tmp_path, "csv")
    data = (tmp_path / "csv" / "units.csv").read_bytes()
    assert data.startswith(codecs.BOM_UTF8 + b"unit_id,document_id,")
    assert data.count(b"\n") == data.count(b"\r\n") == len(sample["units"]) + 1
    assert f",{FORMULA},".encode() in data


@pytest.fixture
def database(sample: Rows, tmp_path: Path) -> Iterator[sqlite3.Connection]:
    write(sample, tmp_path, "sqlite")
    with closing(sqlite3.connect(tmp_path / "dieukhoan.sqlite")) as opened:
        opened.execute("PRAGMA foreign_keys = ON")
        yield opened


def test_database_is_sound(database: sqlite3.Connection) -> None:
    assert database.execute("PRAGMA integrity_check").fetchall() == [("ok",)]
    assert database.execute("PRAGMA foreign_key_check").fetchall() == []


@pytest.mark.parametrize("table", ALL, ids=lambda table: table.name)
def test_database_declares_what_the_tables_do(database: sqlite3.Connection, table: Table) -> None:
    declared = {f"{to}.{at}" for _, _, to, _, at, *_ in database.execute(f'PRAGMA foreign_key_list("{table.name}")')}
    assert declared == {column.foreign for column in table.columns if column.foreign}
    keys = sorted((pk, name) for _, name, _, _, _, pk in database.execute(f'PRAGMA table_info("{table.name}")') if pk)
    assert tuple(name for _, name in keys) == table.keys


def test_database_refuses_a_reference_that_leads_nowhere(database: sqlite3.Connection) -> None:
    database.execute("INSERT INTO parties (document_id, position) VALUES ('no such document', 1)")
    with pytest.raises(sqlite3.IntegrityError, match="FOREIGN KEY"):
        database.commit()


def test_rows_whose_references_lead_nowhere_are_not_written(sample: Rows, tmp_path: Path) -> None:
    with pytest.raises(sqlite3.IntegrityError, match=r"row 1: no such row in units"):
        write(sample | {"units": []}, tmp_path, "sqlite")


def test_lookups_by_reference_use_an_index(database: sqlite3.Connection) -> None:
    plan = database.execute("EXPLAIN QUERY PLAN SELECT * FROM obligations WHERE unit_id = 'x'").fetchall()
    assert "USING INDEX obligations_unit_id" in plan[0][3]


def test_booleans_are_0_and_1_and_empty_is_null(database: sqlite3.Connection) -> None:
    assert database.execute("SELECT is_template, pages FROM documents").fetchall() == [(0, None)]
    assert database.execute("SELECT typeof(confidence) FROM obligations").fetchone() == ("real",)


@pytest.fixture
def book(sample: Rows, tmp_path: Path) -> openpyxl.Workbook:
    write(sample, tmp_path, "xlsx")
    return openpyxl.load_workbook(tmp_path / "dieukhoan.xlsx")


def test_text_that_looks_like_something_else_stays_text(book: openpyxl.Workbook) -> None:
    cells = [row[4] for row in book["Ghi nhận khi đọc"].iter_rows(min_row=2)]
    assert [unescape(cell.value) for cell in cells] == [text.replace("\r\n", "\n") for text in NASTY]
    assert {(cell.data_type, cell.hyperlink) for cell in cells} <= {("s", None), ("inlineStr", None)}


def test_the_sheet_of_duties_stands_first_and_its_places_lead_to_the_clauses(book: openpyxl.Workbook) -> None:
    sheet = book.worksheets[0]
    assert sheet.title == "Nhiệm vụ"
    assert [cell.value for cell in sheet[1]][:4] == ["STT", "Văn bản", "Điều khoản", "Nội dung nhiệm vụ"]
    link = sheet["C2"].hyperlink
    assert sheet["D2"].value == DUTY
    name, _, cell = link.location.partition("!")
    target = book[name.strip("'")]
    assert DUTY in [cell.value and str(cell.value).rstrip(".") for cell in target[target[cell].row]]


def test_sheets_are_laid_out_for_people(book: openpyxl.Workbook) -> None:
    for sheet in book.worksheets:
        assert sheet.freeze_panes == "A2"
        assert sheet.auto_filter.ref.startswith("A1:")
    sheet = book.worksheets[0]
    assert sheet["D2"].alignment.wrap_text
    assert sheet.column_dimensions["D"].width > 40
    assert sheet.column_dimensions["J"].hidden


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
    doubts = (Diagnostic("info", "long", letter * 40_000), Diagnostic("info", "fits", "ế" * xlsx.CELL_LIMIT))
    write(filled(rows(made(diagnostics=doubts))), tmp_path, "xlsx")
    sheet = openpyxl.load_workbook(tmp_path / "dieukhoan.xlsx")["Ghi nhận khi đọc"]
    cut, whole = sheet["E2"].value, sheet["E3"].value
    assert len(cut.encode("utf-16-le")) // 2 in (xlsx.CELL_LIMIT, xlsx.CELL_LIMIT - 1)
    assert cut.startswith(letter * 100)
    assert cut.endswith("[bị cắt: ô quá dài, xem bản CSV]")
    assert whole == "ế" * xlsx.CELL_LIMIT


def test_a_full_sheet_goes_on_over_the_next_and_links_follow(
    sample: Rows, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(xlsx, "ROW_LIMIT", 3)
    write(sample, tmp_path, "xlsx")
    book = openpyxl.load_workbook(tmp_path / "dieukhoan.xlsx")
    pages = [book[name] for name in ("Điều khoản", "Điều khoản (2)", "Điều khoản (3)")]
    assert [page.max_row for page in pages] == [3, 3, 2]
    assert [cell.value for cell in pages[2][1]] == [cell.value for cell in pages[0][1]]
    assert [book.worksheets[0][cell].hyperlink.location for cell in ("C2", "C3")] == [
        "'Điều khoản (2)'!A2",
        "'Điều khoản (2)'!A3",
    ]


def test_links_beyond_what_a_sheet_holds_become_text(
    sample: Rows, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(xlsx, "LINK_LIMIT", 1)
    write(sample, tmp_path, "xlsx")
    sheet = openpyxl.load_workbook(tmp_path / "dieukhoan.xlsx").worksheets[0]
    assert sheet["C2"].hyperlink
    assert not sheet["C3"].hyperlink
    assert sheet["C3"].value == "Chương I, Điều 1, khoản 1, điểm a"


@pytest.mark.skipif(not shutil.which("soffice"), reason="LibreOffice (soffice) is not on the PATH")
def test_libreoffice_opens_the_workbook(sample: Rows, tmp_path: Path) -> None:
    write(sample, tmp_path, "xlsx")
    command = ["soffice", f"-env:UserInstallation={(tmp_path / 'profile').as_uri()}", "--headless"]
    command += ["--convert-to", "csv:Text - txt - csv (StarCalc):44,34,76", "--outdir", str(tmp_path / "lo")]
    subprocess.run([*command, str(tmp_path / "dieukhoan.xlsx")], check=True, capture_output=True, timeout=180)
    with (tmp_path / "lo" / "dieukhoan.csv").open(encoding="utf-8", newline="") as file:
        header, first, *_ = csv.reader(file)
    assert header[:4] == ["STT", "Văn bản", "Điều khoản", "Nội dung nhiệm vụ"]
    assert first[3] == DUTY
