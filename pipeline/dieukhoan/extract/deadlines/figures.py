"""Figures of time: number words, Roman quarters, dates in all written forms, as EDTF and RFC 5545 parts."""

from __future__ import annotations

import re
from calendar import monthrange
from dataclasses import dataclass

_UNITS = {
    "một": 1, "mốt": 1, "hai": 2, "ba": 3, "bốn": 4, "tư": 4, "năm": 5, "lăm": 5,
    "sáu": 6, "bảy": 7, "bẩy": 7, "tám": 8, "chín": 9, "giêng": 1,
}  # fmt: skip
_QUARTERS = {"i": 1, "ii": 2, "iii": 3, "iv": 4, "1": 1, "2": 2, "3": 3, "4": 4}
_DAY_MONTH = re.compile(r"(?:ngày )?(\d{1,2}) ?(?:[/.-]|tháng) ?(\d{1,2})(?![\d/])")
_FULL = re.compile(r"(\d{1,2}) ?(?:[/.-]|tháng) ?(\d{1,2}),? ?(?:[/.-]|năm) ?(\d{4})")
_MONTH_YEAR = re.compile(r"(?:tháng )?(\d{1,2}),? ?(?:[/.-]|năm) ?(\d{4})")
_QUARTER = re.compile(r"quý (iv|i{1,3}|[1-4])(?!\w)")
_YEAR = re.compile(r"(?<!\d)((?:19|20)\d\d)(?!\d)")
_DAY = re.compile(r"ngày (\d{1,2})(?!\d)")
_MONTH = re.compile(r"(?:tháng ?|/ ?)(\d{1,2})(?!\d)")


@dataclass(frozen=True, slots=True)
class Moment:
    """A point in time as far as it is written: zero where a part is not stated."""

    year: int = 0
    month: int = 0
    day: int = 0
    quarter: int = 0

    @property
    def edtf(self) -> str:
        """The moment in EDTF level 0, an interval of months for a quarter; empty without a year, and for a month or
        day that no calendar has ("ngày 30 tháng 2")."""
        if not self.year or self.month > 12 or (self.day and self.day > monthrange(self.year, self.month or 1)[1]):
            return ""
        if self.quarter:
            return f"{self.year}-{3 * self.quarter - 2:02}/{self.year}-{3 * self.quarter:02}"
        parts = [f"{self.year:04}", f"{self.month:02}" if self.month else "", f"{self.day:02}" if self.day else ""]
        return "-".join(part for part in parts[: parts.index("") if "" in parts else 3])

    def filled_from(self, later: Moment) -> Moment:
        """The moment with year and month of ``later`` where it states none ("từ ngày 15 đến ngày 20 tháng 6")."""
        month = self.month or later.month
        turn = not self.year and later.year and month > later.month > 0  # "từ tháng 11 đến tháng 2 năm 2025"
        return Moment(self.year or later.year - bool(turn), month, self.day, self.quarter)


def number(text: str) -> int | None:
    """The value of "05", "05 (năm)", "ba mươi", "mười lăm"; None for a blank or for other words."""
    if digits := re.match(r"\d+", text):
        return int(digits.group()) or None
    total = 0
    for word in re.findall(r"[^\W\d_]+", text.partition("(")[0].lower()):
        if word == "mươi":
            total *= 10
        elif word == "mười":
            total += 10
        elif word == "trăm":
            total *= 100
        elif word in _UNITS:
            total += _UNITS[word]
        elif word not in ("linh", "lẻ"):
            return None
    return total or None


def moment(text: str) -> Moment:
    """The date, month, quarter or year that ``text`` (lower case, folded) names."""
    if full := _FULL.search(text):
        return Moment(int(full[3]), int(full[2]), int(full[1]))
    year = int(found[1]) if (found := _YEAR.search(text)) else 0
    if quarter := _QUARTER.search(text):
        return Moment(year, quarter=_QUARTERS[quarter[1]])
    if both := _MONTH_YEAR.search(text):
        return Moment(int(both[2]), int(both[1]))
    if pair := _DAY_MONTH.search(text):
        return Moment(year, int(pair[2]), int(pair[1]))
    day = int(found[1]) if (found := _DAY.search(text)) else 0
    month = int(found[1]) if (found := _MONTH.search(text)) else 0
    return Moment(year, month, day)


def blank_moment(text: str) -> Moment:
    """What is filled in of a date with blanks ("ngày …/01", "ngày tháng năm 2025")."""
    return moment(re.sub(r"20[…._]+", "", text))


def days_of_year(text: str) -> tuple[list[int], list[int]]:
    """Months and days, each once and in order, of "15/6 và 15/12"."""
    pairs = [(int(month), int(day)) for day, month in _DAY_MONTH.findall(text)]
    return sorted({month for month, _ in pairs}), sorted({day for _, day in pairs})


def months(text: str) -> list[int]:
    """The months of "tháng 6 và tháng 12", "tháng 4 đến tháng 6", "tháng mười hai"."""
    found = [int(digits) for digits in re.findall(r"\d{1,2}", text)]
    if not found and (word := number(text.partition("tháng ")[2])):
        found = [word]
    if len(found) == 2 and found[0] < found[1] and re.search(r"đến|-", text):
        found = list(range(found[0], found[1] + 1))
    return sorted({month for month in found if 1 <= month <= 12})


def quarter_months(text: str) -> list[int]:
    """The months of the quarters named ("quý I và quý III")."""
    quarters = [_QUARTERS[name] for name in re.findall(r"(?<!\w)(iv|i{1,3}|[1-4])(?!\w)", text)]
    return sorted({month for quarter in quarters for month in range(3 * quarter - 2, 3 * quarter + 1)})


def month_range(first: Moment, last: Moment) -> list[int]:
    """The months from one moment to another that are told without a year; over the turn of the year too."""
    if not first.month or not last.month:
        return [value for value in (first.month, last.month) if value]
    span = (last.month - first.month) % 12
    return sorted((first.month - 1 + step) % 12 + 1 for step in range(span + 1))


def weekday(text: str) -> str:
    """The day of the week in RFC 5545: "thứ hai" is MO, "chủ nhật" SU."""
    names = ("hai", "ba", "tư", "năm", "sáu", "bảy")
    word = text.rsplit(maxsplit=1)[-1]
    at = int(word) - 2 if word.isdigit() else names.index(word) if word in names else 6
    return ("MO", "TU", "WE", "TH", "FR", "SA", "SU")[at]


def week_number(text: str) -> int:
    """Which week of a month: 1 for "tuần đầu", 2 for "tuần thứ hai", -1 for "tuần cuối"."""
    if "cuối" in text:
        return -1
    words = {"nhất": 1, "hai": 2, "ba": 3, "tư": 4}
    last = text.rsplit(maxsplit=1)[-1]
    return int(last) if last.isdigit() else words.get(last, 1)
