"""Due days: only what the document itself tells."""

from __future__ import annotations

from datetime import date

import pytest

from dieukhoan.core.records import Deadline, Header
from dieukhoan.extract.deadlines.due import due_days, expand

AGREEMENT = Header(period="2023/2025", issued_on="2023-03-12", effective_from="signing")


def deadline(kind: str, text: str = "x", **values) -> Deadline:
    return Deadline(text, 0, len(text), kind, **values)


@pytest.mark.parametrize(
    ("item", "want"),
    [
        (deadline("date", value="2024-05-20", relation="by"), ("2024-05-20", "2024-05-20")),
        (deadline("date", "đến năm 2030", value="2030", relation="by"), ("2030-12-31", "2030-12-31")),
        (deadline("date", "trước tháng 6/2025", value="2025-06", relation="by"), ("2025-05-31", "2025-05-31")),
        (deadline("date", value="2024-02", relation="on"), ("2024-02-01", "2024-02-29")),
        (deadline("period", value="2028-07/2028-09", relation="on"), ("2028-07-01", "2028-09-30")),
        (deadline("date", value="2021-11-01", relation="from"), ("", "")),
        (deadline("date", value="", relation="by"), ("", "")),
        (deadline("date", value="2024-06-31", relation="by"), ("", "")),
        (deadline("recurring", rrule="FREQ=YEARLY"), ("2023-12-31", "2025-12-31")),
        (deadline("recurring", rrule="FREQ=YEARLY;BYMONTH=1"), ("2024-01-31", "2025-01-31")),
        (deadline("relative", duration="P30D", relation="by", anchor="ngày ký"), ("2023-04-11", "2023-04-11")),
        (deadline("relative", duration="P5D", working_days=True, anchor="ngày ký"), ("2023-03-17", "2023-03-17")),
        (deadline("duration", duration="P2Y", relation="from", anchor="ngày ký"), ("2023-03-12", "2025-03-12")),
        (deadline("relative", duration="P30D", anchor="ngày nhận đơn"), ("", "")),
        (deadline("vague"), ("", "")),
    ],
)
def test_due_days(item, want):
    assert due_days(item, AGREEMENT) == want


def test_a_recurring_one_without_an_end_has_no_due_days():
    assert due_days(deadline("recurring", rrule="FREQ=MONTHLY"), Header(effective_from="2024-01-01")) == ("", "")


def test_a_relative_one_needs_the_day_of_signing():
    item = deadline("relative", duration="P30D", anchor="ngày ký")
    assert due_days(item, Header(issued_on="2024-05")) == ("", "")


@pytest.mark.parametrize(
    ("rrule", "want"),
    [
        ("FREQ=MONTHLY;INTERVAL=3", ["2023-03-31", "2023-06-30", "2023-09-30", "2023-12-31"]),
        ("FREQ=MONTHLY;INTERVAL=6", ["2023-06-30", "2023-12-31"]),
        ("FREQ=YEARLY;BYMONTH=1,2,3", ["2023-03-31"]),
        ("FREQ=YEARLY;BYMONTH=6,12;BYMONTHDAY=15", ["2023-06-15", "2023-12-15"]),
        ("FREQ=YEARLY;BYMONTH=12;BYMONTHDAY=-1", ["2023-12-31"]),
    ],
)
def test_expand_a_year(rrule, want):
    days = expand(rrule, date(2023, 1, 1), date(2023, 12, 31))
    assert [day.isoformat() for day in days] == want


def test_expand_every_other_year_ends_with_its_cycle():
    days = list(expand("FREQ=YEARLY;INTERVAL=2", date(2018, 1, 1), date(2022, 12, 31)))
    assert days == [date(2019, 12, 31), date(2021, 12, 31)]


def test_expand_by_the_hour_gives_each_day_once():
    assert len(list(expand("FREQ=HOURLY", date(2024, 2, 1), date(2024, 2, 29)))) == 29


@pytest.mark.parametrize(
    ("length", "working", "want"),
    [
        ("P9000Y", False, ""),
        ("P99999999D", False, ""),
        ("P999999999999D", True, ""),
        ("P2M", True, ""),
        ("P2W", True, "2024-03-18"),
    ],
)
def test_lengths_that_no_calendar_holds_have_no_due_day(length, working, want):
    item = deadline("relative", duration=length, working_days=working, anchor="ngày ký", relation="by")
    assert due_days(item, Header(issued_on="2024-03-04"))[1] == want


@pytest.mark.parametrize(
    ("rrule", "want"),
    [
        ("FREQ=YEARLY;BYMONTH=6;BYMONTHDAY=31", ("", "")),
        ("FREQ=YEARLY;INTERVAL=9999", ("", "")),
        ("FREQ=MINUTELY;INTERVAL=30", ("2023-03-05", "2027-12-31")),
        ("FREQ=WEEKLY", ("2023-03-10", "2027-12-31")),
    ],
)
def test_a_cycle_starts_with_the_document_and_ends_with_its_period(rrule, want):
    header = Header(issued_on="2023-03-05", period="2023/2027")
    assert due_days(deadline("recurring", rrule=rrule), header) == want


def test_a_feast_of_the_lunar_year_has_no_day():
    item = deadline("recurring", rrule="FREQ=YEARLY", rule="deadline.yearly.holiday")
    assert due_days(item, Header(period="2023/2027")) == ("", "")


def test_before_a_quarter_is_before_its_first_day():
    item = deadline("period", "trước quý II/2024", value="2024-04/2024-06", relation="by")
    assert due_days(item, Header()) == ("2024-03-31", "2024-03-31")


def test_an_end_before_its_beginning_is_no_due_day():
    assert due_days(deadline("period", value="2027/2023", relation="during"), Header()) == ("", "")
