"""Recurrence rules in words."""

from __future__ import annotations

import pytest

from dieukhoan.tables.cycles import cycle_words


@pytest.mark.parametrize(
    ("rrule", "vi", "en"),
    [
        ("FREQ=YEARLY", "hằng năm", "every year"),
        ("FREQ=YEARLY;BYMONTH=11", "hằng năm, tháng 11", "every year, November"),
        ("FREQ=YEARLY;BYMONTH=6,12", "hằng năm, tháng 6, 12", "every year, June, December"),
        ("FREQ=YEARLY;BYMONTH=12;BYMONTHDAY=15", "hằng năm, tháng 12, ngày 15", "every year, December, day 15"),
        ("FREQ=YEARLY;INTERVAL=5", "5 năm một lần", "every 5 years"),
        ("FREQ=MONTHLY", "hằng tháng", "every month"),
        ("FREQ=MONTHLY;INTERVAL=3", "hằng quý", "every quarter"),
        ("FREQ=MONTHLY;INTERVAL=6", "6 tháng một lần", "every 6 months"),
        ("FREQ=MONTHLY;BYMONTHDAY=5,6,7", "hằng tháng, ngày 5, 6, 7", "every month, day 5, 6, 7"),
        ("FREQ=MONTHLY;BYMONTHDAY=-1", "hằng tháng, ngày cuối tháng", "every month, last day of the month"),
        ("FREQ=MONTHLY;BYDAY=2FR", "hằng tháng, thứ sáu tuần thứ 2", "every month, Friday of week 2"),
        ("FREQ=MONTHLY;BYDAY=-1SA", "hằng tháng, thứ bảy tuần cuối", "every month, last Saturday"),
        ("FREQ=WEEKLY;BYDAY=TU,TH", "hằng tuần, thứ ba, thứ năm", "every week, Tuesday, Thursday"),
        ("FREQ=DAILY", "hằng ngày", "every day"),
        ("FREQ=HOURLY;INTERVAL=2", "2 giờ một lần", "every 2 hours"),
    ],
)
def test_a_rule_in_words(rrule: str, vi: str, en: str) -> None:
    assert (cycle_words(rrule, "vi"), cycle_words(rrule, "en")) == (vi, en)


@pytest.mark.parametrize(
    "rrule",
    ["", "=1+1", "FREQ=OFTEN", "FREQ=YEARLY;BYMONTH=13", "FREQ=YEARLY;BYWEEKNO=3", "FREQ=WEEKLY;BYDAY=XX",
     "FREQ=MONTHLY;INTERVAL=x"],
)  # fmt: skip
def test_what_is_no_such_rule_has_no_words(rrule: str) -> None:
    assert not cycle_words(rrule, "en")
