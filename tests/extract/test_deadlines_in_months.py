"""The months of a deadline: by its due days where it has some, else by what its words say."""

from __future__ import annotations

from datetime import date

import pytest

from dieukhoan.core.records import Deadline, Header
from dieukhoan.extract.deadlines.due import due_days, expand
from dieukhoan.extract.deadlines.in_months import months_of

AGREEMENT = Header(period="2023/2025", issued_on="2023-03-12", effective_from="signing")
ALL = tuple(range(1, 13))
NONE: tuple[int, ...] = ()


def deadline(kind: str, text: str = "x", **values) -> Deadline:
    return Deadline(text, 0, len(text), kind, **values)


@pytest.mark.parametrize(
    ("value", "want"),
    [
        ("2022-11-07", (11,)),
        ("2021-11", (11,)),
        ("2025-10/2025-12", (10, 11, 12)),
        ("2024-11/2025-02", (1, 2, 11, 12)),
        ("2025-07/2025-12", (7, 8, 9, 10, 11, 12)),
        ("{2025-06,2025-11}", (6, 11)),
        ("2027", NONE),
        ("2023/2027", NONE),
        ("2024-09-01/2026-08-31", NONE),
        ("2025-11-31", NONE),
        ("2025-12/2025-01", NONE),
        ("", NONE),
        (None, NONE),
        ("=1+1", NONE),
    ],
)
def test_a_date_without_a_due_day_falls_where_it_says(value, want):
    assert months_of(value, "", "", None) == want


@pytest.mark.parametrize(
    ("rrule", "want"),
    [
        ("FREQ=YEARLY;BYMONTH=11;BYMONTHDAY=15", (11,)),
        ("FREQ=YEARLY;BYMONTH=2,5,8,11", (2, 5, 8, 11)),
        ("FREQ=MONTHLY;BYMONTH=11,6", (6, 11)),
        ("FREQ=MONTHLY", ALL),
        ("FREQ=MONTHLY;BYMONTHDAY=5", ALL),
        ("FREQ=MONTHLY;INTERVAL=3", ALL),
        ("FREQ=MONTHLY;INTERVAL=6", ALL),
        ("FREQ=MONTHLY;INTERVAL=24", NONE),
        ("FREQ=WEEKLY;BYDAY=FR", ALL),
        ("FREQ=DAILY", ALL),
        ("FREQ=YEARLY", NONE),
        ("FREQ=YEARLY;INTERVAL=5", NONE),
        ("FREQ=YEARLY;BYMONTH=13", NONE),
        ("FREQ=YEARLY;BYMONTH=x", NONE),
        ("FREQ=OFTEN", NONE),
        ("=1+1", NONE),
    ],
)
def test_a_cycle_of_a_document_without_a_period_falls_where_its_rule_says(rrule, want):
    assert months_of("", rrule, "", "") == want


@pytest.mark.parametrize(
    ("rrule", "want"),
    [
        ("FREQ=YEARLY", (12,)),
        ("FREQ=MONTHLY;INTERVAL=3", (3, 6, 9, 12)),
        ("FREQ=MONTHLY;INTERVAL=6", (6, 12)),
        ("FREQ=YEARLY;BYMONTH=1,2,3", (1, 2, 3)),
        ("FREQ=MONTHLY", ALL),
        ("FREQ=WEEKLY;BYDAY=FR", ALL),
        ("FREQ=DAILY", ALL),
        ("FREQ=MONTHLY;BYDAY=XX", NONE),
    ],
)
def test_a_cycle_with_due_days_falls_on_them(rrule, want):
    item = deadline("recurring", rrule=rrule)
    first, last = ("2023-03-12", "2025-12-31") if "XX" in rrule else due_days(item, AGREEMENT)
    assert first
    assert months_of("", rrule, first, last) == want


@pytest.mark.parametrize(
    ("item", "want"),
    [
        (deadline("date", "trước tháng 6/2025", value="2025-06", relation="by"), (5,)),
        (deadline("date", value="2024-02", relation="on"), (2,)),
        (deadline("date", "đến năm 2030", value="2030", relation="by"), (12,)),
        (deadline("period", value="2024-09-01/2026-08-31", relation="during"), (8,)),
        (deadline("period", value="2028-10/2028-12", relation="on"), (10, 11, 12)),
        (deadline("relative", duration="P30D", relation="by", anchor="ngày ký"), (4,)),
        (deadline("duration", duration="P3M", relation="from", anchor="ngày ký"), (3, 4, 5, 6)),
    ],
)
def test_what_has_due_days_falls_in_their_months(item, want):
    assert months_of(item.value, item.rrule, *due_days(item, AGREEMENT)) == want


def test_a_short_daily_duty_falls_in_the_months_of_its_days_only():
    assert months_of("", "FREQ=DAILY", "2025-11-01", "2025-12-05") == (11, 12)


@pytest.mark.parametrize(
    "rrule",
    ["FREQ=YEARLY", "FREQ=YEARLY;BYMONTH=4,5,6", "FREQ=YEARLY;BYMONTH=2,11;BYMONTHDAY=30", "FREQ=MONTHLY;INTERVAL=5",
     "FREQ=MONTHLY;BYDAY=-1SA", "FREQ=WEEKLY;INTERVAL=3;BYDAY=TU"],
)  # fmt: skip
def test_no_day_of_the_calendar_is_outside_the_months(rrule):
    first, last = due_days(deadline("recurring", rrule=rrule), AGREEMENT)
    days = list(expand(rrule, date.fromisoformat(first), date.fromisoformat(last)))
    assert days
    assert {day.month for day in days} <= set(months_of("", rrule, first, last))
