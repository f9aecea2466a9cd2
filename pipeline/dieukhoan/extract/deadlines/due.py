"""Due days that can be computed from the document itself, and the expansion of recurring ones for a calendar.

Where a rule names no day, the due day is the last of its cycle: "hằng năm" 31 December, "hằng quý" the last day of
the quarter, "quý I hằng năm" 31 March. Working days are Monday to Friday; holidays are not known.
"""

from __future__ import annotations

import re
from calendar import monthrange
from collections.abc import Iterator, Mapping
from datetime import date, datetime, time, timedelta
from functools import lru_cache

from dateutil.relativedelta import relativedelta
from dateutil.rrule import rrulestr

from dieukhoan.core.records import Deadline, Header
from dieukhoan.extract.deadlines.cycles import cycle_days, is_plain

_DURATION = re.compile(r"P(?:(?P<years>\d+)Y)?(?:(?P<months>\d+)M)?(?:(?P<weeks>\d+)W)?(?:(?P<days>\d+)D)?$")
_EDTF = re.compile(r"(\d{4})(?:-(\d\d)(?:-(\d\d))?)?$")
_SIGNING = re.compile(r"ngày (?:hai bên |các bên |được )?(?:ký|ban hành)")
Days = tuple[str, str]
_UNKNOWN: Days = ("", "")
_WITHIN_A_DAY = ("FREQ=HOURLY", "FREQ=MINUTELY", "FREQ=SECONDLY")
_LONGEST = 20_000  # working days that are counted one by one
# "nhân dịp Tết": a feast of the lunar year, on a day that no rule of RFC 5545 tells.
_MOVABLE = ("deadline.yearly.holiday",)


def due_days(deadline: Deadline, header: Header) -> Days:
    """First and last due day of ``deadline`` as ISO dates, both empty where the document does not tell them."""
    try:
        first, last = _due_days(deadline, header)
    except (OverflowError, ValueError):  # "9000 năm kể từ ngày ký": beyond any calendar
        return _UNKNOWN
    return (first, last) if first <= last else _UNKNOWN


def _due_days(deadline: Deadline, header: Header) -> Days:
    if deadline.rule in _MOVABLE:
        return _UNKNOWN
    if deadline.kind in ("date", "period") and deadline.relation not in ("from", "after"):
        return _of_value(deadline)
    if deadline.kind == "recurring" and deadline.rrule:
        return _of_cycle(deadline.rrule, header)
    if deadline.kind in ("relative", "duration") and deadline.duration and _SIGNING.match(deadline.anchor):
        return _from_signing(deadline, header.issued_on)
    return _UNKNOWN


def expand(rrule: str, first: date, last: date) -> Iterator[date]:
    """Every due day of ``rrule`` (RFC 5545, without its prefix) from ``first`` to ``last``, both included."""
    start = _first_cycle(rule_parts(rrule), first)
    # bounded, else a day that no year has ("ngày 31 tháng 6") is looked for to the year 9999
    until = bounded(rrule, last)
    if is_plain(parts := rule_parts(until)):
        yield from (day for day in cycle_days(parts, start, last) if day >= first)
        return
    days = rrulestr(until, dtstart=_midnight(start), ignoretz=True)
    found = days.between(_midnight(first), _midnight(last), inc=True)
    yield from dict.fromkeys(moment.date() for moment in found)


def bounded(rrule: str, last: date) -> str:
    """``rrule`` as a calendar needs it: with the due day of its cycle where it names none, and ending on ``last``."""
    parts = rule_parts(rrule)
    if "BYMONTHDAY" not in parts and "BYDAY" not in parts:
        parts |= _last_day(parts)
    return ";".join(f"{name}={value}" for name, value in (parts | {"UNTIL": f"{last:%Y%m%d}"}).items())


def rule_parts(rrule: str) -> dict[str, str]:
    """The parts of a recurrence rule by name: ``{"FREQ": "YEARLY", "BYMONTH": "11"}``."""
    return dict(part.split("=", 1) for part in rrule.split(";") if "=" in part)


def _of_value(deadline: Deadline) -> Days:
    first, _, last = deadline.value.partition("/")
    begin, end = bounds(first), bounds(last or first)
    if begin is None or end is None:
        return _UNKNOWN
    if deadline.relation == "by":
        precise = len(deadline.value) == 10
        # "trước tháng 6/2025" is over when June begins, "đến năm 2030" when 2030 ends
        day = begin[0] - timedelta(days=1) if not precise and deadline.text.lower().startswith("trước") else end[1]
        if day < begin[0] or not last:
            return day.isoformat(), day.isoformat()
    return begin[0].isoformat(), end[1].isoformat()


def _of_cycle(rrule: str, header: Header) -> Days:
    first, _, last = header.period.partition("/")
    begin, end = bounds(first), bounds(last or first)
    if begin is None or end is None:
        return _UNKNOWN
    start = header.issued_on if header.effective_from in ("signing", "") else header.effective_from
    effective = bounds(start)
    since = max(begin[0], effective[0]) if effective else begin[0]
    if rrule.startswith(_WITHIN_A_DAY):
        return since.isoformat(), end[1].isoformat()
    return _first_and_last(rrule, since, end[1])


@lru_cache(maxsize=4096)
def _first_and_last(rrule: str, since: date, until: date) -> Days:
    """The same cycle comes again and again in a document; its days are counted once."""
    days = list(expand(rrule, since, until))
    return (days[0].isoformat(), days[-1].isoformat()) if days else _UNKNOWN


def _from_signing(deadline: Deadline, issued_on: str) -> Days:
    signed, length = bounds(issued_on), _DURATION.match(deadline.duration)
    if signed is None or len(issued_on) != 10 or length is None:
        return _UNKNOWN
    start = signed[0]
    amount = {name: int(value) for name, value in length.groupdict().items() if value}
    if deadline.working_days:
        count = amount.get("days", 0) + 5 * amount.get("weeks", 0)
        if "months" in amount or "years" in amount or not 0 < count <= _LONGEST:
            return _UNKNOWN  # "02 tháng làm việc" is no number of days
        end = _add_working_days(start, count)
    else:
        end = start + relativedelta(**amount)
    first = start if deadline.kind == "duration" else end
    return first.isoformat(), end.isoformat()


def _add_working_days(day: date, count: int) -> date:
    while count > 0:
        day += timedelta(days=1)
        count -= day.weekday() < 5
    return day


def bounds(edtf: str) -> tuple[date, date] | None:
    """First and last day of an EDTF year, month or day; None for anything else."""
    match = _EDTF.match(edtf)
    if match is None:
        return None
    year, month, day = (int(part) if part else 0 for part in match.groups())
    last_month = month or 12
    try:
        return date(year, month or 1, day or 1), date(year, last_month, day or monthrange(year, last_month)[1])
    except ValueError:  # "ngày 31 tháng 6": stated wrongly, kept as stated, but no day of any calendar
        return None


def _first_cycle(parts: Mapping[str, str], first: date) -> date:
    """Where counting starts: cycles run with the calendar, a cycle of several years from the first year on."""
    interval = int(parts.get("INTERVAL", "1"))
    if parts["FREQ"] == "YEARLY":
        return date(first.year + interval - 1, 1, 1)
    if parts["FREQ"] == "MONTHLY" and "BYMONTHDAY" not in parts and "BYDAY" not in parts:
        return date(first.year, interval, 1) if interval <= 12 else date(first.year + (interval - 1) // 12, 12, 1)
    return date(first.year, 1, 1) if parts["FREQ"] in ("MONTHLY", "YEARLY") else first


def _last_day(parts: Mapping[str, str]) -> dict[str, str]:
    """The part that puts the due day at the end of its cycle."""
    if parts["FREQ"] == "YEARLY":
        months = sorted(int(month) for month in parts.get("BYMONTH", "12").split(","))
        ends = [month for month in months if month + 1 not in months]
        return {"BYMONTH": ",".join(map(str, ends)), "BYMONTHDAY": "-1"}
    if parts["FREQ"] == "MONTHLY":
        return {"BYMONTHDAY": "-1"}
    return {"BYDAY": "FR"} if parts["FREQ"] == "WEEKLY" else {}


def _midnight(day: date) -> datetime:
    return datetime.combine(day, time())
