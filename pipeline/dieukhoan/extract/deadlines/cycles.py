"""The days of the plain cycles that agreements are full of, counted without a general engine for recurrence rules.

"Hằng quý", "ngày 15/12 hằng năm", "thứ sáu hằng tuần": to parse and to expand such a rule takes dateutil a
millisecond or more, which was half of the time of a document's tables; to count its days takes a twentieth of that.
"""

from __future__ import annotations

from calendar import monthrange
from collections.abc import Iterator, Mapping
from datetime import date

Parts = Mapping[str, str]
_OF_MONTHS = {"FREQ", "INTERVAL", "BYMONTH", "BYMONTHDAY", "UNTIL"}
_OF_WEEKS = {"FREQ", "INTERVAL", "BYDAY", "UNTIL"}
_WEEKDAYS = {name: number for number, name in enumerate(("MO", "TU", "WE", "TH", "FR", "SA", "SU"))}
_YEAR = 12  # months


def is_plain(parts: Parts) -> bool:
    """Whether :func:`cycle_days` knows the days of a recurrence rule (RFC 5545) with these parts."""
    if int(parts.get("INTERVAL", "1")) < 1:
        return False
    if parts["FREQ"] == "WEEKLY":
        return "BYDAY" in parts and parts.keys() <= _OF_WEEKS and _WEEKDAYS.keys() >= set(parts["BYDAY"].split(","))
    return parts["FREQ"] in ("YEARLY", "MONTHLY") and "BYMONTHDAY" in parts and parts.keys() <= _OF_MONTHS


def cycle_days(parts: Parts, start: date, last: date) -> Iterator[date]:
    """The days of a plain rule from ``start``, with which its first cycle begins, to ``last``, in order; what
    ``UNTIL`` says is not looked at."""
    days = _of_weeks(parts, start, last) if parts["FREQ"] == "WEEKLY" else _of_months(parts, start, last)
    return (day for day in days if start <= day <= last)


def _of_weeks(parts: Parts, start: date, last: date) -> Iterator[date]:
    """Cycles of weeks begin on the Monday of the first one."""
    weekdays = sorted({_WEEKDAYS[name] for name in parts["BYDAY"].split(",")})
    monday = start.toordinal() - start.weekday()
    for week in range(monday, last.toordinal() + 1, 7 * int(parts.get("INTERVAL", "1"))):
        for weekday in weekdays:
            if week + weekday <= last.toordinal():
                yield date.fromordinal(week + weekday)


def _of_months(parts: Parts, start: date, last: date) -> Iterator[date]:
    """A day that a month does not have ("ngày 31 tháng 6") is none; -1 is the last one."""
    stated = _numbers(parts["BYMONTHDAY"])
    for year, month in _months(parts, start, last):
        length = monthrange(year, month)[1]
        for day in sorted({day if day > 0 else length + 1 + day for day in stated}):
            if 1 <= day <= length:
                yield date(year, month, day)


def _months(parts: Parts, start: date, last: date) -> Iterator[tuple[int, int]]:
    """The years and months that the rule counts in."""
    interval = int(parts.get("INTERVAL", "1"))
    wanted = _numbers(parts["BYMONTH"]) if "BYMONTH" in parts else range(1, _YEAR + 1)
    if parts["FREQ"] == "MONTHLY":
        counted = range(_YEAR * start.year + start.month - 1, _YEAR * last.year + last.month, interval)
        yield from ((at // _YEAR, at % _YEAR + 1) for at in counted if at % _YEAR + 1 in wanted)
    else:
        months = sorted(set(wanted) & set(range(1, _YEAR + 1)))
        yield from ((year, month) for year in range(start.year, last.year + 1, interval) for month in months)


def _numbers(text: str) -> list[int]:
    return [int(value) for value in text.split(",")]
