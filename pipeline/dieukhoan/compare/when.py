"""By how many days one deadline is later than another."""

from __future__ import annotations

import re
from calendar import monthrange
from datetime import date

from dieukhoan.core.records import Deadline

_DAYS = {"D": 1, "W": 7, "M": 30, "Y": 365}
_DURATION = re.compile(r"P(\d+)([DWMY])")
_EDTF = re.compile(r"(\d{4})(?:-(\d{2}))?(?:-(\d{2}))?")
_ANY_YEAR = 2023  # no leap year: only the day within the year counts


def days_later(before: Deadline, after: Deadline) -> int | None:
    """Days by which ``after`` is later than ``before`` (below nought: earlier); None where that cannot be said.

    Only like is compared with like: terms (a month is 30 days), yearly days, dates (the last day of a month or year).
    """
    if before.kind != after.kind or before.rrule.partition(";")[0] != after.rrule.partition(";")[0]:
        return None
    if (first := _term(before)) is not None and (second := _term(after)) is not None:
        return second - first
    if (day := _day(before)) and (other := _day(after)):
        return (other - day).days
    return None


def _term(deadline: Deadline) -> int | None:
    found = _DURATION.fullmatch(deadline.duration)
    return int(found[1]) * _DAYS[found[2]] if found else None


def _day(deadline: Deadline) -> date | None:
    if deadline.rrule.startswith("FREQ=YEARLY;"):
        parts = dict(part.split("=", 1) for part in deadline.rrule.split(";") if "=" in part)
        return _last(_ANY_YEAR, parts.get("BYMONTH", ""), parts.get("BYMONTHDAY", ""))
    found = _EDTF.fullmatch(deadline.value.rpartition("/")[2])
    return _last(int(found[1]), found[2] or "12", found[3] or "") if found else None


def _last(year: int, month: str, day: str) -> date | None:
    """The day that is meant, the last of the month where none is named."""
    if not month.isdigit() or not 1 <= int(month) <= 12 or not year:
        return None
    most = monthrange(year, int(month))[1]
    return date(year, int(month), min(int(day), most) if day.isdigit() and int(day) else most)
