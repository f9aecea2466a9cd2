"""The first sheet of the workbook: its figures are those of the tables, its links lead there, marks follow the day."""

from __future__ import annotations

import shutil
import subprocess
from dataclasses import replace
from datetime import date, timedelta
from pathlib import Path
from typing import Any

import openpyxl
import pytest

from dieukhoan.core.records import Body, Diagnostic, Document, Role
from dieukhoan.rulebook import load
from dieukhoan.tables import LANGS, rows
from dieukhoan.tables.codes import DOCUMENT_TYPES
from dieukhoan.tables.compared import ALIGNMENTS
from dieukhoan.writers import writer, xlsx
from made_document import made
from made_results import ALL, Sample, filled, write


def opened(folder: Path, document: Document, lang: str = "vi") -> openpyxl.Workbook:
    write(filled(rows(document, lang)), folder, "xlsx", lang)
    return openpyxl.load_workbook(folder / "dieukhoan.xlsx")


def section(sheet: Any, title: str) -> list[tuple[Any, ...]]:
    """The rows below a heading and its labels, up to the next empty row."""
    (start,) = [cell.row for cell in sheet["A"] if cell.value == title]
    found = []
    for row in sheet.iter_rows(min_row=start + 2, max_col=5):
        if row[0].value is None:
            break
        found.append(tuple(cell.value for cell in row))
    return found


@pytest.fixture
def book(tmp_path: Path) -> openpyxl.Workbook:
    return opened(tmp_path, made())


def test_it_tells_what_there_is(book: openpyxl.Workbook) -> None:
    sheet = book.worksheets[0]
    sample = rows(made())
    told = section(sheet, "Trong tệp này")
    assert told == [(one.label.vi, len(sample[one.name]), None, None, one.about.vi) for one in ALL]
    assert section(sheet, "Theo loại văn bản") == [("Quy chế phối hợp", 1, 2, 1, None)]
    parts = section(sheet, "20 cơ quan chủ trì nhiều việc nhất")
    assert parts == [("Hội Đèn Lồng", 1, 1, None, None), ("Sở Ánh Sáng", 1, 0, None, None)]
    assert section(sheet, "Ngày đến hạn theo năm") == [(year, 1, None, None, None) for year in (2023, 2024, 2025)]
    assert section(sheet, "Ghi nhận khi đọc, theo loại") == [("gap", 1, "Cảnh báo", None, "thiếu khoản 2")]


def test_it_tells_what_needs_a_look(tmp_path: Path) -> None:
    document = made()
    doubtful = replace(document.duties[0], confidence=0.59, roles=(Role("so-anh-sang", "support"),))
    sheet = opened(
        tmp_path, replace(document, duties=(doubtful, replace(document.duties[1], confidence=0.6)))
    ).worksheets[0]
    told = {row[0]: row[1] for row in section(sheet, "Cần xem lại")}
    assert told["gap (Cảnh báo)"] == 1
    assert told["Nhiệm vụ chưa rõ cơ quan chủ trì"] == 1
    assert told["Nghĩa vụ có độ tin cậy dưới 0,6"] == 1
    past = told["Ngày đến hạn đã qua (tính đến hôm nay)"]
    assert past == "=COUNTIF('Lịch'!A:A,\"<\"&TODAY())"
    assert told["Thời hạn định kỳ không có ngày cuối, không có trong lịch"] == 0


def test_cycles_without_an_end_are_counted(tmp_path: Path) -> None:
    document = made()
    endless = replace(document.deadlines[0], due_first="", due_last="")
    sheet = opened(tmp_path, replace(document, deadlines=(endless,))).worksheets[0]
    told = {row[0]: row[1] for row in section(sheet, "Cần xem lại")}
    assert told["Thời hạn định kỳ không có ngày cuối, không có trong lịch"] == 1


def test_its_links_lead_to_the_rows(book: openpyxl.Workbook) -> None:
    sheet = book.worksheets[0]
    for cell in sheet["A"]:
        if cell.hyperlink:
            name, _, address = cell.hyperlink.location.partition("!")
            target = book[name.strip("'")]
            assert address == "A1" or target[f"B{address[1:]}"].value == cell.value
    assert sum(bool(cell.hyperlink) for cell in sheet["A"]) >= len(ALL) + 2


def test_duties_lead_to_their_document_and_body(book: openpyxl.Workbook) -> None:
    sheet = book["Nhiệm vụ"]
    for cell, column, shown in (
        ("B2", "H", "QUY CHẾ PHỐI HỢP"),
        ("E2", "B", "Sở Ánh Sáng"),
        ("E3", "B", "Hội Đèn Lồng"),
    ):
        name, _, address = sheet[cell].hyperlink.location.partition("!")
        assert book[name.strip("'")][f"{column}{address[1:]}"].value == shown


def test_nothing_from_a_document_becomes_a_formula(tmp_path: Path) -> None:
    document = made()
    evil = '=COUNTIF(A1)+HYPERLINK("http://a.b")'
    bodies = (Body("so-anh-sang", evil), *document.bodies[1:])
    doubts = (Diagnostic("warning", "=1+1", f"{evil}\x00\ufffe"),)
    sheet = opened(tmp_path, replace(document, bodies=bodies, diagnostics=doubts)).worksheets[0]
    formulas = [cell.value for row in sheet.iter_rows() for cell in row if cell.data_type == "f"]
    assert len(formulas) == 2
    assert all("TODAY()" in formula for formula in formulas)
    assert (evil, 1, 0, None, None) in section(sheet, "20 cơ quan chủ trì nhiều việc nhất")
    assert section(sheet, "Ghi nhận khi đọc, theo loại") == [("=1+1", 1, "Cảnh báo", None, evil)]


def test_marks_are_rules_and_no_values(book: openpyxl.Workbook) -> None:
    def told(name: str) -> list[tuple[str, str]]:
        found = book[name].conditional_formatting
        return [(str(one.sqref), rule.formula[0]) for one in found for rule in one.rules]

    assert told("Nhiệm vụ") == [("K2:K3", "AND(ISNUMBER(K2),K2<0.6)"), ("K2:K3", "AND(ISNUMBER(K2),K2<0.7)")]
    assert told("Lịch")[0] == ("A2:A4", "AND(ISNUMBER(A2),A2<TODAY())")
    assert [formula for _, formula in told("Thời hạn")] == [
        "AND(ISNUMBER(O2),O2<TODAY())",
        "AND(ISNUMBER(O2),O2<=TODAY()+30)",
    ]
    assert book["Thời hạn"]["O1"].value == "Hạn cuối cùng"


def test_the_links_to_the_largest_table_are_kept_when_there_are_too_many(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(xlsx, "LINK_LIMIT", 3)  # two rows of three links each
    sheet = opened(tmp_path, made())["Nhiệm vụ"]
    linked = [cell.coordinate for row in sheet.iter_rows() for cell in row if cell.hyperlink]
    assert linked == ["C2", "C3"]


def test_due_days_of_several_sheets_are_added(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(xlsx, "ROW_LIMIT", 3)
    sheet = opened(tmp_path, made()).worksheets[0]
    told = {row[0]: row[1] for row in section(sheet, "Cần xem lại")}
    past = told["Ngày đến hạn đã qua (tính đến hôm nay)"]
    assert past == "=COUNTIF('Lịch'!A:A,\"<\"&TODAY())+COUNTIF('Lịch (2)'!A:A,\"<\"&TODAY())"


def test_the_workbook_of_other_tables_has_no_overview(tmp_path: Path) -> None:
    class Other(Sample):
        tables = (ALIGNMENTS,)

    writer("xlsx")(Other({ALIGNMENTS.name: []}), tmp_path)
    assert openpyxl.load_workbook(tmp_path / "dieukhoan.xlsx").sheetnames == [ALIGNMENTS.label.vi]


def test_every_type_that_rules_know_has_a_name() -> None:
    told = {str(rule.emit["type"]) for rule in load().rules if rule.id.startswith(("type.", "number."))
            and "type" in rule.emit}  # fmt: skip
    assert len(told) > 20
    assert told <= set(DOCUMENT_TYPES)


def test_people_are_told_names_and_no_codes(tmp_path: Path) -> None:
    doubts = (Diagnostic("error", "wrong_content", "?"), Diagnostic("info", "glued_words", "!"))
    shown = {}
    for lang in LANGS:
        book = opened(tmp_path, replace(made(), diagnostics=doubts), lang)
        shown[lang] = {cell for sheet in book for row in sheet.iter_rows(values_only=True) for cell in row}
    assert {"Không phải văn bản đọc được", "Chữ dính liền", "Lỗi", "Chủ trì", "Khoản"} <= shown["vi"]
    assert {"No readable document", "Glued words", "Error", "Lead", "Clause"} <= shown["en"]
    codes = {code for table in ALL for column in table.columns for code in column.codes}
    assert not codes & shown["vi"]


@pytest.mark.slow
@pytest.mark.skipif(not shutil.which("soffice"), reason="LibreOffice (soffice) is not on the PATH")
def test_libreoffice_counts_what_is_due(tmp_path: Path) -> None:
    document = made()
    today = date.today()
    days = (today - timedelta(1), today, today + timedelta(30), today + timedelta(31))
    deadlines = tuple(
        replace(document.deadlines[0], start=at, end=at + 1, text=document.text[at : at + 1], rrule="", kind="date",
                due_first=str(day), due_last=str(day))
        for at, day in enumerate(days)
    )  # fmt: skip
    duties = tuple(replace(duty, deadlines=()) for duty in document.duties)
    write(filled(rows(replace(document, deadlines=deadlines, duties=duties))), tmp_path, "xlsx")
    command = ["soffice", f"-env:UserInstallation={(tmp_path / 'profile').as_uri()}", "--headless", "--convert-to"]
    command += ["xlsx", "--outdir", str(tmp_path / "lo"), str(tmp_path / "dieukhoan.xlsx")]
    subprocess.run(command, check=True, capture_output=True, timeout=180)
    sheet = openpyxl.load_workbook(tmp_path / "lo" / "dieukhoan.xlsx", data_only=True).worksheets[0]
    told = {row[0]: row[1] for row in section(sheet, "Cần xem lại")}
    assert told["Ngày đến hạn đã qua (tính đến hôm nay)"] == 1
    assert told["Ngày đến hạn trong 30 ngày tới"] == 2
