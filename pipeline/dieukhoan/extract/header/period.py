"""The period that an agreement is for, from its title or from the sentence that agrees on it (EDTF)."""

from __future__ import annotations

from collections.abc import Mapping

from dieukhoan.core.text import View
from dieukhoan.rulebook import Match, Rulebook

_HALVES = {"đầu": ("01", "06"), "cuối": ("07", "12")}
_QUARTERS = {"1": 1, "2": 2, "3": 3, "4": 4, "i": 1, "ii": 2, "iii": 3, "iv": 4}
# In "giai đoạn 2021 - 2025, năm 2024" the plan is for the year, the years are those of the programme above it.
_SHORT = frozenset({"period.year", "period.month", "period.half", "period.quarter", "period.days"})


def begin_and_end(match: Match) -> Mapping[str, str]:
    """``begin`` and ``end`` of a matched period as EDTF dates; empty for years that are no period."""
    emit = match.emit
    if "none" in emit:
        return {}
    if "half" in emit:
        first, last = _HALVES[emit["half"].lower()]
        return {"begin": f"{emit['year']}-{first}", "end": f"{emit['year']}-{last}"}
    if "quarter" in emit:
        last_month = 3 * _QUARTERS[emit["quarter"].lower()]
        return {"begin": f"{emit['year']}-{last_month - 2:02}", "end": f"{emit['year']}-{last_month:02}"}
    return {"begin": _padded(emit["begin"]), "end": _padded(emit["end"])}


def _padded(value: str) -> str:
    return "-".join(part.zfill(2) for part in value.split("-"))


def find_period(text: str, rules: Rulebook) -> str:
    """The period that ``text`` (a title or a sentence) states, empty where it states none."""
    matches = [match for match in rules.family("period").scan(View(text)) if "none" not in match.emit]
    if not matches:
        return ""
    short = [match for match in matches[1:] if match.rule.id in _SHORT]
    values = begin_and_end(short[-1] if short else matches[0])
    return values["begin"] if values["begin"] == values["end"] else f"{values['begin']}/{values['end']}"
