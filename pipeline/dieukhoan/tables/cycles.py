"""What a recurrence rule (RFC 5545) says, in the words people use: "hằng năm, tháng 11"."""

from __future__ import annotations

import re
from functools import lru_cache

from dieukhoan.tables.model import Words

_EVERY = {
    "YEARLY": Words("hằng năm", "every year"),
    "MONTHLY": Words("hằng tháng", "every month"),
    "WEEKLY": Words("hằng tuần", "every week"),
    "DAILY": Words("hằng ngày", "every day"),
    "HOURLY": Words("hằng giờ", "every hour"),
    "MINUTELY": Words("hằng phút", "every minute"),
}
_QUARTERLY = Words("hằng quý", "every quarter")
_TIMES = {
    "YEARLY": Words("{n} năm một lần", "every {n} years"),
    "MONTHLY": Words("{n} tháng một lần", "every {n} months"),
    "WEEKLY": Words("{n} tuần một lần", "every {n} weeks"),
    "DAILY": Words("{n} ngày một lần", "every {n} days"),
    "HOURLY": Words("{n} giờ một lần", "every {n} hours"),
    "MINUTELY": Words("{n} phút một lần", "every {n} minutes"),
}
_MONTHS = (
    "January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November",
    "December",
)  # fmt: skip
_WEEKDAYS = {
    "MO": Words("thứ hai", "Monday"), "TU": Words("thứ ba", "Tuesday"), "WE": Words("thứ tư", "Wednesday"),
    "TH": Words("thứ năm", "Thursday"), "FR": Words("thứ sáu", "Friday"), "SA": Words("thứ bảy", "Saturday"),
    "SU": Words("chủ nhật", "Sunday"),
}  # fmt: skip
_BYDAY = re.compile(r"(-?\d+)?(MO|TU|WE|TH|FR|SA|SU)")
_KNOWN = {"FREQ", "INTERVAL", "BYMONTH", "BYMONTHDAY", "BYDAY"}
_LAST_DAY = Words("ngày cuối tháng", "last day of the month")
_DAY = Words("ngày {days}", "day {days}")
_WEEK = Words("{day} tuần thứ {n}", "{day} of week {n}")
_LAST_WEEK = Words("{day} tuần cuối", "last {day}")


@lru_cache(maxsize=4096)
def cycle_words(rrule: str, lang: str) -> str:
    """``rrule`` in words, in ``lang`` (``vi`` or ``en``); empty where it has a part that no deadline here has."""
    parts = dict(part.split("=", 1) for part in rrule.split(";") if "=" in part)
    if parts.get("FREQ") not in _EVERY or not parts.keys() <= _KNOWN:
        return ""
    try:
        said = [_how_often(parts["FREQ"], int(parts.get("INTERVAL", "1")), lang)]
        said += [_months(parts["BYMONTH"], lang)] if "BYMONTH" in parts else []
        said += [_days(parts["BYMONTHDAY"], lang)] if "BYMONTHDAY" in parts else []
    except (IndexError, ValueError):  # no number of a month or day
        return ""
    weekdays = [_weekday(day, lang) for day in parts["BYDAY"].split(",")] if "BYDAY" in parts else []
    return ", ".join([*said, *weekdays]) if all(weekdays) else ""


def _how_often(frequency: str, interval: int, lang: str) -> str:
    if (frequency, interval) == ("MONTHLY", 3):
        return _QUARTERLY.of(lang)
    words = _EVERY if interval == 1 else _TIMES
    return words[frequency].of(lang).format(n=interval)


def _months(told: str, lang: str) -> str:
    months = [int(month) for month in told.split(",")]
    names = [_MONTHS[month - 1] for month in months if month > 0]
    return ", ".join(names) if lang == "en" else f"tháng {', '.join(map(str, months))}"


def _days(told: str, lang: str) -> str:
    days = [int(day) for day in told.split(",")]
    dated = [str(day) for day in days if day > 0]
    said = [_DAY.of(lang).format(days=", ".join(dated))] if dated else []
    return ", ".join([*said, *([_LAST_DAY.of(lang)] if -1 in days else [])])


def _weekday(told: str, lang: str) -> str:
    match = _BYDAY.fullmatch(told)
    if match is None:
        return ""
    day = _WEEKDAYS[match[2]].of(lang)
    if match[1] is None:
        return day
    return (_LAST_WEEK if match[1] == "-1" else _WEEK).of(lang).format(day=day, n=match[1])
