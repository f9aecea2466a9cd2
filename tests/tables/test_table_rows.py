"""From a document to rows."""

from __future__ import annotations

import pickle
from dataclasses import replace
from typing import Any

import pytest

from dieukhoan.core.errors import UnreadableFile
from dieukhoan.core.records import Body, Citation, Duty, Header, Role
from dieukhoan.tables import TABLES, VIEWS, Table, failed, frames, rows
from made_document import BAN, DUTY, TEXT, YEARLY, made

BY_NAME = {table.name: table for table in (*TABLES, *VIEWS)}
KINDS = {"text": str, "date": str, "integer": int, "number": float, "boolean": bool}


def dicts(found: Any, name: str) -> list[dict[str, Any]]:
    return [dict(row) for row in BY_NAME[name].dicts(found[name])]


@pytest.mark.parametrize("table", BY_NAME.values(), ids=list(BY_NAME))
def test_rows_are_as_wide_and_typed_as_declared(table: Table) -> None:
    for row in rows(made())[table.name]:
        for column, cell in zip(table.columns, row, strict=True):
            assert cell is None or type(cell) is KINDS[column.type], column.name
            assert cell != ""


def test_every_table_gets_its_rows() -> None:
    found = rows(made())
    assert all(found[name] for name in BY_NAME)
    assert len(found["units"]) == 5
    assert len(found["obligation_bodies"]) == 3


def test_ids_join_the_tables() -> None:
    document = made()
    found, me = rows(document), document.document_id
    assert dicts(found, "units")[2]["unit_id"] == f"{me}#chp_I__art_1__cl_1"
    assert dicts(found, "units")[2]["parent_id"] == f"{me}#chp_I__art_1"
    assert [row["obligation_id"] for row in dicts(found, "obligations")] == [f"{me}#o1", f"{me}#o2"]
    assert dicts(found, "obligation_deadlines") == [{"obligation_id": f"{me}#o1", "deadline_id": f"{me}#d1"}]
    assert dicts(found, "mentions")[0]["mention_id"] == f"{me}#m1"
    assert dicts(found, "citations")[0]["citation_id"] == f"{me}#c1"


@pytest.mark.parametrize(
    "name", ["units", "obligations", "deadlines", "citations", "mentions", "parties", "recipients"]
)
def test_text_is_what_stands_between_the_offsets(name: str) -> None:
    for row in dicts(rows(made()), name):
        quoted = TEXT[row["start"] : row["end"]]
        assert row["text"] is None or (row["text"] in quoted if name == "units" else row["text"] == quoted)


def test_what_is_not_stated_is_none() -> None:
    found = rows(made(header=Header()))
    (document,) = dicts(found, "documents")
    assert [document[name] for name in ("title", "number", "issued_on", "pages")] == [None] * 4
    assert dicts(found, "diagnostics")[0]["start"] is None
    assert dicts(found, "recipients")[0]["body_id"] is None


def test_the_office_view_says_who_what_when_and_where() -> None:
    first, second = dicts(rows(made()), "nhiem_vu")
    assert first["Văn bản"] == "QUY CHẾ PHỐI HỢP (01/QC)"
    assert first["Điều khoản"] == "Chương I, Điều 1, khoản 1"
    assert first["Nội dung nhiệm vụ"] == DUTY
    assert (first["Cơ quan chủ trì"], first["Cơ quan phối hợp"]) == ("Sở Ánh Sáng", "Hội Đèn Lồng")
    assert (first["Thời hạn / Tần suất"], first["Căn cứ"], first["Ghi chú"]) == (YEARLY, "Luật Đèn", None)
    assert (second["Điều khoản"], second["Nội dung nhiệm vụ"]) == ("Chương I, Điều 1, khoản 1, điểm a", BAN)
    assert (second["Thời hạn / Tần suất"], second["Căn cứ"], second["Ghi chú"]) == (None, None, "Không được làm")


def test_the_office_view_speaks_english_when_asked() -> None:
    _, second = dicts(rows(made(), "en"), "nhiem_vu")
    assert (second["Điều khoản"], second["Ghi chú"]) == ("Chapter I, Article 1, clause 1, point a", "Must not")


@pytest.mark.parametrize(
    ("rrule", "months"),
    [
        ("FREQ=YEARLY;BYMONTH=11", "11"),
        ("FREQ=YEARLY;BYMONTH=2,5,8,11;BYMONTHDAY=10", "02; 05; 08; 11"),
        ("FREQ=MONTHLY", "01; 02; 03; 04; 05; 06; 07; 08; 09; 10; 11; 12"),
        ("FREQ=YEARLY", None),
    ],
)
def test_the_office_view_tells_the_months_of_what_has_no_due_day(rrule: str, months: str | None) -> None:
    deadline = replace(made().deadlines[0], rrule=rrule, due_first="", due_last="")
    first, second = dicts(rows(made(deadlines=(deadline,))), "nhiem_vu")
    assert (first["Tháng"], second["Tháng"]) == (months, None)


def test_the_calendar_has_every_due_day_of_a_duty() -> None:
    found = dicts(rows(made()), "lich")
    assert [row["Ngày đến hạn"] for row in found] == ["2023-12-15", "2024-12-15", "2025-12-15"]
    assert {row["Cơ quan chủ trì"] for row in found} == {"Sở Ánh Sáng"}
    assert {row["Điều khoản"] for row in found} == {"Chương I, Điều 1, khoản 1"}


@pytest.mark.parametrize(
    ("change", "days"),
    [
        ({"rrule": "", "kind": "date", "due_first": "2024-01-01", "due_last": "2024-12-31"}, ["2024-12-31"]),
        ({"rrule": "FREQ=MONTHLY;INTERVAL=6", "due_last": "2024-07-01"}, ["2023-12-31", "2024-06-30"]),
        ({"rrule": "FREQ=DAILY"}, []),
        ({"due_first": "", "due_last": ""}, []),
    ],
)
def test_days_of_the_calendar(change: dict[str, str], days: list[str]) -> None:
    deadline = replace(made().deadlines[0], **change)
    assert [row["Ngày đến hạn"] for row in dicts(rows(made(deadlines=(deadline,))), "lich")] == days


def test_a_deadline_that_binds_no_duty_stands_in_the_calendar_alone() -> None:
    found = dicts(rows(made(duties=())), "lich")
    assert [row["Ngày đến hạn"] for row in found] == ["2023-12-15", "2024-12-15", "2025-12-15"]
    assert (found[0]["Nội dung nhiệm vụ"], found[0]["Thời hạn / Tần suất"]) == (None, YEARLY)


def test_lists_in_one_cell_and_other_parts_in_the_notes() -> None:
    duty = made().duties[0]
    parts = (*duty.roles, Role("hoi-den-long", "lead"), Role("hoi-den-long", "recipient"))
    implied = replace(duty, roles=parts, subject_source="implied")
    (row,) = dicts(rows(made(duties=(implied,))), "nhiem_vu")
    assert row["Cơ quan chủ trì"] == "Sở Ánh Sáng; Hội Đèn Lồng"
    assert row["Ghi chú"] == "Bên nhận: Hội Đèn Lồng. Chủ thể ngầm hiểu"


def test_references_that_lead_nowhere_are_emptied_and_reported() -> None:
    duty = made().duties[0]
    lost = replace(duty, unit="art_9", roles=(Role("ai-do", "lead"),), deadlines=((0, 1),))
    bodies = (Body("hoi-den-long", "Hội Đèn Lồng", parent_id="ai-do"), made().bodies[0])
    found = rows(made(duties=(lost,), bodies=bodies))
    assert dicts(found, "obligations")[0]["unit_id"] is None
    assert found["obligation_bodies"] == []
    assert found["obligation_deadlines"] == []
    assert dicts(found, "bodies")[0]["parent_id"] is None
    said = [row["message"] for row in dicts(found, "diagnostics") if row["code"] == "dangling_reference"]
    assert sorted(message.split(":")[0] for message in said) == [
        "bodies.parent_id",
        "obligation_bodies.body_id",
        "obligation_deadlines.deadline_id",
        "obligations.unit_id",
    ]


def test_repeated_keys_stand_once_and_are_reported() -> None:
    duty: Duty = made().duties[0]
    found = rows(made(duties=(replace(duty, roles=duty.roles[:1] * 2),)))
    assert len(found["obligation_bodies"]) == 1
    assert [row["code"] for row in dicts(found, "diagnostics")] == ["gap", "repeated_row"]


def test_a_citation_outside_the_duty_is_not_its_basis() -> None:
    elsewhere = Citation("QUY CHẾ", 0, 7, "quy_che", unit="chp_I__art_1__cl_1")
    first, _ = dicts(rows(made(citations=(elsewhere,))), "nhiem_vu")
    assert first["Căn cứ"] is None


def test_a_failed_file_has_its_row_and_its_reason() -> None:
    found = failed("hộp 1/hỏng.docx", "ab" * 32, UnreadableFile("not_docx", "Not a Word file.", "Save it again."))
    (document,) = dicts(found, "documents")
    assert document["status"] == "failed"
    assert document["document_id"] == "hong-abababab"
    assert (document["source"], document["format"]) == ("hộp 1/hỏng.docx", "docx")
    (reason,) = dicts(found, "diagnostics")
    assert (reason["severity"], reason["code"], reason["document_id"]) == ("error", "not_docx", "hong-abababab")
    assert reason["message"] == "Not a Word file. Save it again."


def test_a_crash_is_named_by_its_kind() -> None:
    (reason,) = dicts(failed("a.txt", "", ValueError("boom"), "-2"), "diagnostics")
    assert (reason["code"], reason["message"], reason["document_id"]) == ("crash", "ValueError: boom", "a-00000000-2")


def test_a_file_that_the_system_refuses_keeps_its_place_to_itself() -> None:
    (reason,) = dicts(failed("a.txt", "", PermissionError(13, "Permission denied", "/home/me/a.txt")), "diagnostics")
    assert (reason["code"], reason["message"]) == ("unreadable", "PermissionError: Permission denied")


def test_frames_have_nullable_types() -> None:
    found = frames(made())
    assert set(found) == set(BY_NAME)
    assert list(found["units"].columns) == list(BY_NAME["units"].names)
    assert found["documents"]["pages"].isna().all()
    assert found["documents"]["is_template"].dtype == "boolean"
    assert found["units"]["start"].dtype == "Int64"
    assert found["obligations"]["confidence"].tolist() == [0.85, 0.5]


def test_frames_of_empty_tables_keep_their_columns() -> None:
    found = frames(made(duties=(), deadlines=()))
    assert found["obligations"].shape == (0, len(BY_NAME["obligations"].names))
    assert found["obligations"]["confidence"].dtype == "Float64"


def test_a_cell_that_no_column_has_is_refused() -> None:
    with pytest.raises(TypeError, match="obligation_bodies has no column rôle"):
        BY_NAME["obligation_bodies"].row(**{"rôle": "lead"})


def test_a_table_that_made_rows_can_still_go_to_another_process() -> None:
    rows(made())
    for table in (*TABLES, *VIEWS):
        assert pickle.loads(pickle.dumps(table)) == table
