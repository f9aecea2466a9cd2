"""Plain cycles are counted by hand: on the same days as dateutil, which knows all rules there are, counts them."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, datetime, time, timedelta

import pytest
from dateutil.rrule import rrulestr
from hypothesis import given
from hypothesis import strategies as st

from dieukhoan.extract.deadlines.cycles import cycle_days, is_plain
from dieukhoan.extract.deadlines.due import expand

_DAYS = st.lists(st.sampled_from([1, 5, 15, 28, 29, 30, 31, -1, -2, -31]), min_size=1, max_size=3)
_MONTHS = st.lists(st.integers(1, 12), max_size=3)
_WEEKDAYS = st.lists(st.sampled_from(["MO", "TU", "WE", "TH", "FR", "SA", "SU"]), min_size=1, max_size=3)
_INTERVALS = st.integers(1, 14)
_STARTS = st.dates(date(2015, 1, 1), date(2026, 12, 31))
_LENGTHS = st.integers(-10, 2500)


def _parts(rule: str) -> dict[str, str]:
    return dict(part.split("=", 1) for part in rule.split(";"))


def _check(rule: str, start: date, last: date) -> None:
    assert is_plain(_parts(rule))
    engine = rrulestr(f"{rule};UNTIL={last:%Y%m%d}", dtstart=datetime.combine(start, time()))
    assert list(cycle_days(_parts(rule), start, last)) == [moment.date() for moment in engine]


def _listed(name: str, values: Sequence[object]) -> str:
    return f";{name}={','.join(map(str, values))}" if values else ""


@given(st.sampled_from(["YEARLY", "MONTHLY"]), _INTERVALS, _MONTHS, _DAYS, st.tuples(_STARTS, _LENGTHS))
def test_cycles_of_months_and_years(
    frequency: str, interval: int, months: list[int], days: list[int], span: tuple[date, int]
) -> None:
    rule = f"FREQ={frequency};INTERVAL={interval}{_listed('BYMONTH', months)}{_listed('BYMONTHDAY', days)}"
    start, length = span
    _check(rule, start, start + timedelta(days=length))


@given(_INTERVALS, _WEEKDAYS, _STARTS, _LENGTHS)
def test_cycles_of_weeks(interval: int, weekdays: list[str], start: date, length: int) -> None:
    _check(f"FREQ=WEEKLY;INTERVAL={interval}{_listed('BYDAY', weekdays)}", start, start + timedelta(days=length))


@pytest.mark.parametrize(
    "rule",
    ["FREQ=DAILY", "FREQ=MONTHLY;BYDAY=2TU", "FREQ=WEEKLY;BYDAY=1MO", "FREQ=YEARLY", "FREQ=MONTHLY;INTERVAL=0"],
)
def test_other_rules_are_left_to_the_engine(rule: str) -> None:
    assert not is_plain(_parts(rule))


def test_a_rule_that_is_not_plain_is_expanded_all_the_same() -> None:
    days = list(expand("FREQ=MONTHLY;BYDAY=2TU", date(2024, 1, 1), date(2024, 3, 31)))
    assert days == [date(2024, 1, 9), date(2024, 2, 13), date(2024, 3, 12)]


def test_a_day_that_no_year_has_is_none() -> None:
    assert not list(expand("FREQ=YEARLY;BYMONTH=6;BYMONTHDAY=31", date(2024, 1, 1), date(2030, 12, 31)))
