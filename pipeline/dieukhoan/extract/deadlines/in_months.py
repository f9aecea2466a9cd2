"""In which months of a year a deadline falls, whatever the year: also where no due day can be computed.

"Trước ngày 15/11 hằng năm" is due in November in a document that tells no period too. What has due days falls in their
months, so that nothing is said here that a calendar does not say; the rest falls where its words put it.
"""

from __future__ import annotations

from datetime import date
from functools import lru_cache

from dieukhoan.extract.deadlines.due import bounds, expand, rule_parts

Months = tuple[int, ...]
_YEAR = 12  # months
_EVERY: Months = tuple(range(1, _YEAR + 1))
_OF_MONTHS = ("YEARLY", "MONTHLY", "WEEKLY")
_SHORTER = ("DAILY", "HOURLY", "MINUTELY", "SECONDLY")


@lru_cache(maxsize=4096)
def months_of(value: str | None, rrule: str | None, due_first: str | None, due_last: str | None) -> Months:
    """The months, 1 to 12, of a deadline with these values of the table ``deadlines``; none where it names none.

    A quarter or half of a year falls in each of its months, a whole year or more in none but that of its last due day.
    "Hằng quý" and "6 tháng một lần" without due days may come in any month, "hằng năm" alone in none that is known.
    """
    try:
        if rrule:
            return _of_cycle(rrule, due_first or "", due_last or "")
        if due_first and due_last:
            return _between(due_first, due_last) or (int(due_last[5:7]),)
        parts = (value or "").strip("{}").split(",")
        return tuple(sorted({month for part in parts for month in _of_value(part)}))
    except (OverflowError, ValueError):  # no rule and no day that a calendar knows
        return ()


def _of_value(edtf: str) -> Months:
    first, _, last = edtf.partition("/")
    return _between(first, last or first)


def _between(first: str, last: str) -> Months:
    """The months from one EDTF date to another; none where they take in a whole year."""
    begin, end = bounds(first), bounds(last)
    if begin is None or end is None:
        return ()
    count = _YEAR * (end[1].year - begin[0].year) + end[1].month - begin[0].month + 1
    months = {(begin[0].month - 1 + step) % _YEAR + 1 for step in range(min(count, _YEAR))}
    return tuple(sorted(months)) if count < _YEAR else ()


def _of_cycle(rrule: str, first: str, last: str) -> Months:
    parts = rule_parts(rrule)
    frequency, interval = parts.get("FREQ"), int(parts.get("INTERVAL", "1"))
    if "BYMONTH" in parts:
        return tuple(sorted({int(month) for month in parts["BYMONTH"].split(",")} & set(_EVERY)))
    if first and last and frequency in _OF_MONTHS:
        days = expand(rrule, date.fromisoformat(first), date.fromisoformat(last))
        return tuple(sorted({day.month for day in days}))
    if first and last and frequency in _SHORTER:
        return _between(first, last) or _EVERY
    yearly = frequency == "YEARLY" or (frequency == "MONTHLY" and interval % _YEAR == 0)
    return () if yearly or frequency not in (*_OF_MONTHS, *_SHORTER) else _EVERY
