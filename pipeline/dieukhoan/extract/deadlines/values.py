"""From the words of a match to the values of a deadline: EDTF, RFC 5545, ISO 8601, relation."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace

from dieukhoan.extract.deadlines.figures import (
    Moment,
    blank_moment,
    days_of_year,
    moment,
    month_range,
    months,
    number,
    quarter_months,
    week_number,
    weekday,
)
from dieukhoan.rulebook import Match

_CYCLES = {
    "năm học": ("YEARLY", 1), "năm": ("YEARLY", 1), "học kỳ": ("MONTHLY", 6), "quý": ("MONTHLY", 3),
    "tháng": ("MONTHLY", 1), "tuần": ("WEEKLY", 1), "tuần lễ": ("WEEKLY", 1), "ngày": ("DAILY", 1),
    "giờ": ("HOURLY", 1), "h": ("HOURLY", 1), "phút": ("MINUTELY", 1),
}  # fmt: skip
_LENGTHS = {
    "ngày": "P{}D", "tuần": "P{}W", "tháng": "P{}M", "năm": "P{}Y",
    "giờ": "PT{}H", "h": "PT{}H", "phút": "PT{}M",
}  # fmt: skip
# The relation by the first word that is found, in this order: "định kỳ trước ngày 15/12" is by.
_RELATIONS = (
    (re.compile(r"trước|nhất|không (?:muộn|chậm|quá)|(?<!\w)(?:đến|tới|hết|tối đa|(?<!sau )thời hạn)"), "by"),
    (re.compile(r"(?<!\w)(?:từ|kể từ)(?!\w)"), "from"),
    (re.compile(r"(?<!\w)sau(?!\w)"), "after"),
    (re.compile(r"(?<!\w)(?:trong|giai đoạn|nhiệm kỳ)(?!\w)"), "during"),
)


@dataclass(frozen=True, slots=True)
class Values:
    """The values of one deadline, named as in the table."""

    kind: str
    relation: str = "on"
    value: str = ""
    rrule: str = ""
    duration: str = ""
    working_days: bool = False
    anchor: str = ""


def relation(lead: str, default: str = "on") -> str:
    """What the words before a point in time say: ``by`` ``from`` ``after`` ``during``, else ``default``."""
    return next((name for pattern, name in _RELATIONS if pattern.search(lead)), default)


def length(count: str, unit: str) -> str:
    """A length of time in ISO 8601 ("05", "ngày" gives ``P5D``); empty when the number is a blank."""
    value = number(count)
    if value is None:
        return ""
    if unit == "quý":
        value, unit = 3 * value, "tháng"
    return _LENGTHS[unit.split()[0]].format(value)


def values(match: Match) -> Values | None:
    """The values of ``match``, None where its rule says that the words are no deadline."""
    emit = match.emit
    groups = {name: text.lower() for name, text in match.groups.items()}
    kind = emit["kind"]
    if kind == "none":
        return None
    made = _BUILDERS[kind](groups, emit.get("form", ""))
    stated = emit.get("relation")
    return replace(made, relation=stated) if stated else made


def _date(groups: Mapping[str, str], form: str) -> Values:
    told = blank_moment(groups["date"]) if form == "blank" else moment(groups["date"])
    how = relation(groups.get("lead", ""))
    if form == "blank" and not told.year and (told.month or told.day) and "năm" not in groups["date"]:
        return Values("recurring", how, rrule=_rrule("YEARLY", 1, months=[told.month], days=[told.day]))
    return Values("date", how, told.edtf)


def _period(groups: Mapping[str, str], form: str) -> Values:
    if form == "open":
        return Values("period", "during")
    first, how = moment(groups["date"]), relation(groups.get("lead", ""))
    if "part" in groups:
        count = number(groups["count"]) or 6
        span = (1, count) if groups["part"] == "đầu" else (13 - count, 12)
        return Values("period", "during", "/".join(Moment(first.year, month).edtf for month in span))
    if "date2" not in groups:
        return Values("period", how, first.edtf)
    last = moment(groups["date2"])
    if not last.year:
        return Values("recurring", "during", rrule=_rrule("YEARLY", 1, months=month_range(first, last)))
    if form == "days":
        first = moment(f"ngày {groups['date']}")
    elif form == "months":
        first = Moment(month=int(groups["date"]))
        if groups.get("apart") and last.month - first.month > 1:  # "tháng 6 và tháng 12": two months, no span
            return Values("date", how, f"{{{first.filled_from(last).edtf},{last.edtf}}}")
    elif form == "quarters":
        months_told = quarter_months(groups["date"]) + quarter_months(groups["date2"].partition(str(last.year))[0])
        first, last = (Moment(last.year, month) for month in (min(months_told), max(months_told)))
    first = first.filled_from(last)
    return Values("period", how if form else "during", f"{first.edtf}/{last.edtf}")


def _recurring(groups: Mapping[str, str], form: str) -> Values:
    how = relation(groups.get("lead", ""))
    return Values("recurring", how, rrule=_FORMS[form](groups) if form else _by_groups(groups))


def _by_groups(groups: Mapping[str, str]) -> str:
    """The rule that the named groups tell, the most exact first."""
    if "last" in groups:
        return _last_day(groups["every"])
    if "months" in groups:
        return _rrule("YEARLY", 1, months=months(groups["months"]))
    if "quarters" in groups:
        return _rrule("YEARLY", 1, months=quarter_months(groups["quarters"]))
    if "monthdays" in groups:
        return _rrule("MONTHLY", 1, days=_numbers(groups["monthdays"]))
    return _cycle(groups)


def _days(groups: Mapping[str, str]) -> str:
    found, days = days_of_year(groups["days"])
    return _rrule("YEARLY", 1, months=found, days=days)


def _quarterly(groups: Mapping[str, str]) -> str:
    """A month of every quarter: "ngày 10 tháng đầu quý", "tháng cuối quý"."""
    found = [1, 4, 7, 10] if groups["part"] == "đầu" else [3, 6, 9, 12]
    return _rrule("YEARLY", 1, months=found, days=_numbers(groups.get("monthdays", "")))


def _monthly_range(groups: Mapping[str, str]) -> str:
    """Some days of every month: "từ ngày 05 đến ngày 08 hằng tháng"."""
    first, last = int(groups["first"]), int(groups["last_of_month"])
    return _rrule("MONTHLY", 1, days=list(range(first, last + 1)) or [last])


def _weekday(groups: Mapping[str, str]) -> str:
    days = re.findall(r"thứ \w+|chủ nhật", groups["weekday"])
    day = ",".join(weekday(name) for name in days)
    return f"FREQ=MONTHLY;BYDAY={week_number(groups['week'])}{day}" if "week" in groups else f"FREQ=WEEKLY;BYDAY={day}"


def _last_day(unit: str) -> str:
    if unit == "tháng":
        return "FREQ=MONTHLY;BYMONTHDAY=-1"
    found = [3, 6, 9, 12] if unit == "quý" else [12]
    return _rrule("YEARLY", 1, months=found, days=[-1 if unit == "quý" else 31])


def _numbers(text: str) -> list[int]:
    return [int(digits) for digits in re.findall(r"\d+", text)]


def _cycle(groups: Mapping[str, str]) -> str:
    """The rule of "mỗi năm 02 lần", "03 tháng một lần", "01 lần trong 02 năm", "hằng quý"."""
    unit = groups.get("unit") or groups["every"]
    unit = unit.removeprefix("một ").removeprefix("cả ").strip("01 ")
    frequency, step = _CYCLES[unit]
    count = number(groups["count"]) if "count" in groups else 1
    if count is None:
        return f"FREQ={frequency}"
    interval = step * count
    times = (number(groups["times"]) or 1) if "times" in groups else 1
    if times > 1:
        frequency, interval = _divided(frequency, interval, times)
    return _rrule(frequency, interval)


def _divided(frequency: str, interval: int, times: int) -> tuple[str, int]:
    """Twice a year is every six months; what does not come out even keeps its own frequency, as a month does, which
    is no number of weeks."""
    inner = {"YEARLY": ("MONTHLY", 12), "WEEKLY": ("DAILY", 7)}.get(frequency)
    if interval % times == 0:
        return frequency, interval // times
    if inner and inner[1] * interval % times == 0:
        return inner[0], inner[1] * interval // times
    return frequency, interval


def _rrule(frequency: str, interval: int, months: list[int] | None = None, days: list[int] | None = None) -> str:
    parts = [f"FREQ={frequency}"]
    if interval > 1:
        parts.append(f"INTERVAL={interval}")
    for name, found in (("BYMONTH", months), ("BYMONTHDAY", days)):
        if stated := [value for value in found or () if value]:
            parts.append(f"{name}={','.join(map(str, stated))}")
    return ";".join(parts)


def _length(groups: Mapping[str, str], form: str) -> Values:
    term = form == "bare" or groups.get("lead", "").startswith("thời hạn")  # "03 năm kể từ ngày ký"
    if term and groups["unit"] in ("năm", "tháng", "quý"):
        return replace(_span(groups, "duration", "from"), relation="from")
    return _span(groups, "relative", "by")


def _span(groups: Mapping[str, str], kind: str, default: str) -> Values:
    how = relation(groups.get("lead", ""), default)
    if how == "during":
        how = "by"
    made = length(groups["count"], groups["unit"]) if "count" in groups else ""
    anchor = anchored(groups.get("from", ""), groups.get("anchor", ""))
    return Values(kind, how, duration=made, working_days="working" in groups, anchor=anchor)


def anchored(word: str, event: str) -> str:
    """The anchor without "khi": "khi nhận được đề nghị" counts from "nhận được đề nghị"."""
    return event.strip() if word in ("khi", "lúc") else f"{word} {event.strip()}".strip()


_ONE_DAY = {"count": "1", "unit": "ngày"}
_FORMS: Mapping[str, Callable[[Mapping[str, str]], str]] = {
    "days": _days,
    "monthly_range": _monthly_range,
    "quarterly": _quarterly,
    "weekday": _weekday,
    "daily": lambda _groups: "FREQ=DAILY",
    "feast": lambda _groups: "FREQ=YEARLY",
}
_BUILDERS: Mapping[str, Callable[[Mapping[str, str], str], Values]] = {
    "date": _date,
    "period": _period,
    "recurring": _recurring,
    "relative": _length,
    "duration": lambda groups, form: _span({**groups, **_ONE_DAY} if form == "day" else groups, "duration", "by"),
    "event": lambda groups, _form: Values("event", relation(groups.get("lead", ""))),
    "vague": lambda _groups, _form: Values("vague"),
}
