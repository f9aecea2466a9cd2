"""The calendar file: what a calendar program makes of it is what the view ``lich`` says."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import date, datetime, time
from pathlib import Path
from typing import Any

import icalendar
import pytest
from dateutil.rrule import rrulestr

from dieukhoan.core.records import Deadline, Duty, Role
from dieukhoan.tables import Rows, rows
from dieukhoan.tables.agenda import LICH
from made_document import BAN, DUTY, TEXT, YEARLY, at, made
from made_results import write

CYCLES = (
    "FREQ=YEARLY", "FREQ=YEARLY;INTERVAL=2", "FREQ=YEARLY;BYMONTH=2", "FREQ=YEARLY;BYMONTH=1,2,3",
    "FREQ=YEARLY;BYMONTH=6,12;BYMONTHDAY=20", "FREQ=MONTHLY", "FREQ=MONTHLY;INTERVAL=3", "FREQ=MONTHLY;INTERVAL=6",
    "FREQ=MONTHLY;INTERVAL=5", "FREQ=MONTHLY;BYMONTHDAY=31", "FREQ=MONTHLY;INTERVAL=3;BYMONTHDAY=5", "FREQ=WEEKLY",
    "FREQ=WEEKLY;INTERVAL=2", "FREQ=WEEKLY;BYDAY=MO,TH", "FREQ=MONTHLY;BYDAY=1MO",
)  # fmt: skip


def entries(folder: Path, kind: str) -> list[Any]:
    return icalendar.Calendar.from_ical((folder / "dieukhoan.ics").read_bytes()).walk(kind)


def days(event: Any) -> Iterator[date]:
    first = event["DTSTART"].dt
    if "RRULE" not in event:
        yield first
        return
    for found in rrulestr(event["RRULE"].to_ical().decode(), dtstart=datetime.combine(first, time())):
        yield found.date()


def expanded(folder: Path) -> list[tuple[str, str | None, str]]:
    return sorted(
        (day.isoformat(), str(event["X-DIEUKHOAN-DEADLINE"]), str(event.get("X-DIEUKHOAN-OBLIGATION", "")))
        for event in entries(folder, "VEVENT")
        for day in days(event)
    )


def listed(sample: Rows) -> list[tuple[str, str | None, str]]:
    found = LICH.dicts(sample["lich"])
    return sorted((row[LICH.order], row["deadline_id"], row["obligation_id"] or "") for row in found)


def test_a_calendar_expands_what_lich_says(sample: Rows, tmp_path: Path) -> None:
    write(sample, tmp_path, "ics")
    assert len(listed(sample)) == 3
    assert expanded(tmp_path) == listed(sample)


@pytest.mark.parametrize("first", ["2023-01-01", "2023-03-11", "2024-02-29"])
def test_every_cycle_expands_as_lich_says(tmp_path: Path, first: str) -> None:
    cycles = [
        Deadline(TEXT[n], n, n + 1, "recurring", rrule=rule, due_first=first, due_last="2029-11-15")
        for n, rule in enumerate(CYCLES)
    ]
    once = Deadline(TEXT[30], 30, 31, "date", value="2024-05-06", due_first="2024-05-06", due_last="2024-05-06")
    sample = rows(made(deadlines=(*cycles, once), duties=()))
    write(sample, tmp_path, "ics")
    assert len({deadline for _, deadline, _ in expanded(tmp_path)}) == len(CYCLES) + 1
    assert expanded(tmp_path) == listed(sample)


def test_an_event_says_what_where_and_who(sample: Rows, tmp_path: Path) -> None:
    write(sample, tmp_path, "ics")
    (event,) = entries(tmp_path, "VEVENT")
    assert event["UID"].endswith("#d1-o1@dieukhoan")
    assert event["CATEGORIES"].cats == ["Sở Ánh Sáng", "Hội Đèn Lồng"]
    assert event["SUMMARY"] == DUTY
    assert event["RRULE"].to_ical().decode() == "FREQ=YEARLY;UNTIL=20251215;BYMONTHDAY=15;BYMONTH=12"
    said = str(event["DESCRIPTION"]).split("\n")
    assert said[:3] == [
        "Văn bản: QUY CHẾ PHỐI HỢP (01/QC)",
        "Điều khoản: Chương I, Điều 1, khoản 1",
        f"Nội dung nhiệm vụ: {DUTY}",
    ]
    assert f"Thời hạn / Tần suất: {YEARLY}" in said


def test_what_has_no_date_is_a_to_do(tmp_path: Path) -> None:
    vague = Deadline("Hội", *at("Hội"), "vague", "during")
    unbound = Deadline("Chương", *at("Chương"), "event", "from")
    duty = Duty(
        BAN, *at(BAN), "chp_I__art_1__cl_1__point_a", roles=(Role("hoi-den-long", "lead"),), deadlines=(at("Hội"),)
    )
    write(rows(made(deadlines=(vague, unbound), duties=(duty,))), tmp_path, "ics")
    assert entries(tmp_path, "VEVENT") == []
    (todo,) = entries(tmp_path, "VTODO")
    assert todo["SUMMARY"] == BAN
    assert not {"DTSTART", "DUE", "RRULE"} & set(todo)


def test_what_a_template_says_is_tentative(tmp_path: Path) -> None:
    sample = rows(made(header=replace(made().header, is_template=True)))
    write(sample, tmp_path, "ics")
    (event,) = entries(tmp_path, "VEVENT")
    assert event["STATUS"] == "TENTATIVE"
    assert event["SUMMARY"].startswith(f"Văn bản mẫu: {DUTY[:50]}")
    assert {row["Ghi chú"] for row in LICH.dicts(sample["lich"])} == {"Văn bản mẫu"}
    assert expanded(tmp_path) == listed(sample)


def test_lines_are_folded_between_letters(tmp_path: Path) -> None:
    long = "đường bộ; \\ 𝒜, " * 40
    duty = Duty(long, *at(DUTY), "chp_I__art_1__cl_1", deadlines=(at(YEARLY),))
    write(rows(made(duties=(duty,))), tmp_path, "ics")
    data = (tmp_path / "dieukhoan.ics").read_bytes()
    assert data.count(b"\n") == data.count(b"\r\n") == len(data.split(b"\r\n")) - 1
    assert max(map(len, data.split(b"\r\n"))) <= 75
    assert all(line.decode("utf-8") is not None for line in data.split(b"\r\n"))
    (event,) = entries(tmp_path, "VEVENT")
    assert f"Nội dung nhiệm vụ: {long}\n" in str(event["DESCRIPTION"])


def test_nothing_due_is_an_empty_calendar(tmp_path: Path) -> None:
    write(rows(made(deadlines=(), duties=())), tmp_path, "ics")
    assert entries(tmp_path, "VEVENT") + entries(tmp_path, "VTODO") == []
