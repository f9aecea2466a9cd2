"""Figures of time in words and digits."""

from __future__ import annotations

import pytest

from dieukhoan.extract.deadlines.figures import (
    days_of_year,
    moment,
    months,
    number,
    quarter_months,
    week_number,
    weekday,
)


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("05", 5), ("05 (năm)", 5), ("ba mươi", 30), ("mười lăm", 15), ("hai mươi mốt", 21), ("một trăm linh năm", 105),
        ("bảy", 7), ("……", None), ("", None), ("vài", None),
    ],
)  # fmt: skip
def test_number(text, value):
    assert number(text) == value


@pytest.mark.parametrize(
    ("text", "edtf"),
    [
        ("15/12/2024", "2024-12-15"),
        ("ngày 5 tháng 3 năm 2024", "2024-03-05"),
        ("30. 6. 2024", "2024-06-30"),
        ("15-12-2024", "2024-12-15"),
        ("tháng 9/2026", "2026-09"),
        ("quý iv/2024", "2024-10/2024-12"),
        ("năm 2030", "2030"),
        ("ngày 15/12", ""),
    ],
)
def test_moment(text, edtf):
    assert moment(text).edtf == edtf


def test_days_and_months_without_a_year():
    assert days_of_year("ngày 15/6 và 15 tháng 12") == ([6, 12], [15])
    assert months("tháng 6 và tháng 12") == [6, 12]
    assert months("tháng 4 đến tháng 6") == [4, 5, 6]
    assert months("tháng mười hai") == [12]
    assert quarter_months("quý i, quý iii") == [1, 2, 3, 7, 8, 9]


def test_weeks():
    assert [weekday(text) for text in ("thứ hai", "thứ bảy", "chủ nhật", "thứ 6")] == ["MO", "SA", "SU", "FR"]
    assert [week_number(text) for text in ("tuần đầu", "tuần thứ hai", "tuần cuối", "tuần thứ 3")] == [1, 2, -1, 3]


def test_a_day_that_no_calendar_has_is_no_date():
    assert moment("ngày 30 tháng 2 năm 2024").edtf == ""
    assert moment("ngày 40/20/2012").edtf == ""
    assert moment("ngày 29 tháng 2 năm 2024").edtf == "2024-02-29"


def test_a_span_over_the_turn_of_the_year_begins_the_year_before():
    assert moment("tháng 11").filled_from(moment("tháng 2 năm 2025")).edtf == "2024-11"
    assert moment("tháng 1").filled_from(moment("tháng 2 năm 2025")).edtf == "2025-01"


def test_nothing_is_no_number():
    assert number("0") is None
    assert number("05") == 5
