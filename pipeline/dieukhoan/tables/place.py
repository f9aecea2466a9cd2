"""Where a unit stands, in the words people use: "Chương II, Điều 3, khoản 1"."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Any

from dieukhoan.tables.model import Words

_NUMBERED = {
    "part": Words("Phần", "Part"),
    "chapter": Words("Chương", "Chapter"),
    "section": Words("Mục", "Section"),
    "subsection": Words("Tiểu mục", "Subsection"),
    "article": Words("Điều", "Article"),
    "clause": Words("khoản", "clause"),
    "point": Words("điểm", "point"),
    "indent": Words("gạch đầu dòng", "indent"),
    "paragraph": Words("đoạn", "paragraph"),
    "appendix": Words("Phụ lục", "Appendix"),
    "recital": Words("căn cứ", "recital"),
    "preamble": Words("lời mở đầu, đoạn", "preamble, paragraph"),
}
_REPEAT = Words("lần", "no.")
_COUNTED = re.compile(r"_(\d+)$")

Unit = Mapping[str, Any]


def places(units: list[Unit], lang: str) -> dict[str, str]:
    """The path of every unit by its id, from rows of ``units`` in reading order."""
    found: dict[str, str] = {}
    by_id = {unit["unit_id"]: unit for unit in units}
    for unit in units:
        above = by_id.get(unit["parent_id"])
        while above and _repeats(above, unit):
            above = by_id.get(above["parent_id"])
        name = step(unit, lang)
        path = f"{found[above['unit_id']]}, {name}" if above else name
        found[unit["unit_id"]] = path[:1].upper() + path[1:]
    return found


def _repeats(above: Unit, unit: Unit) -> bool:
    """Whether the number says the one above too, as 1.2 under 1 does."""
    return above["kind"] == unit["kind"] and str(unit["number"] or "").startswith(f"{above['number']}.")


def step(unit: Unit, lang: str) -> str:
    """What a unit is called among its siblings: "khoản 1"."""
    name = _NUMBERED[unit["kind"]].of(lang)
    if unit["number"]:
        eid, _, again = unit["eid"].rpartition("-")
        repeats = again.isdecimal() and eid.endswith(f"_{unit['number']}")
        return f"{name} {unit['number']}" + (f" ({_REPEAT.of(lang)} {again})" if repeats else "")
    counted = _COUNTED.search(unit["eid"])
    return f"{name} {counted.group(1)}" if counted else name
