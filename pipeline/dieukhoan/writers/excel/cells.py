"""What a cell of a workbook can hold, and how its text stands in SpreadsheetML.

32,767 characters a cell is Excel's own limit (Microsoft, "Excel specifications and limits").
"""

from __future__ import annotations

import re
from datetime import date
from functools import lru_cache

from dieukhoan.tables import Words

CELL_LIMIT = 32_767
_CUT = Words(" … [bị cắt: ô quá dài, xem bản CSV]", " … [cut: too long for a cell, see the CSV]")
# XML 1.0 has no way to write these; Excel offers to repair a file that holds them.
_NEVER = "\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff"
_FORBIDDEN = re.compile(f"[{_NEVER}]")
_UNFIT = re.compile(f"[{_NEVER}\r&<>]")  # one set of characters: an alternation takes ten times as long
_LINE_END = re.compile(r"\r\n?")
_LITERAL = re.compile(r"_(?=x[0-9A-Fa-f]{4}_)")  # "_x0041_" would be shown as "A"
_SHORT = CELL_LIMIT // 2  # code points that fit in any case
TEXT_END = "</t></is></c>"
_EXCEL_BEGINS = date(1900, 3, 1)  # before, Excel counts a 29 February 1900 that never was
_DAY_ZERO = date(1899, 12, 30)


def are_simple(texts: list[str]) -> bool:
    """Whether cells can hold all ``texts`` as they are: asked once for many, not once a cell."""
    whole = "\n".join(texts)
    if "_x" in whole or _UNFIT.search(whole) or (len(whole) > _SHORT and max(map(len, texts)) > _SHORT):
        return False
    return [*map(str.strip, texts)] == texts


def text_xml(value: str, lang: str) -> str:
    """The rest of a cell of text, after the name of its element."""
    return f"{blanks_kept(value)}>{fitted(value, lang)}{TEXT_END}"


def blanks_kept(value: str) -> str:
    """The attribute without which blanks at the ends of ``value`` would be lost."""
    return ' xml:space="preserve"' if value[:1].isspace() or value[-1:].isspace() else ""


def fitted(value: str, lang: str) -> str:
    """``value`` as a cell can hold it, in XML."""
    if len(value) <= _SHORT and "_x" not in value and not _UNFIT.search(value):
        return value
    whole = _LITERAL.sub("_x005F_", clean(value, lang))
    return whole.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")


def clean(value: str, lang: str) -> str:
    """``value`` without what a cell cannot hold, cut where it is too long."""
    whole = _FORBIDDEN.sub("", _LINE_END.sub("\n", value))
    return _short(whole, lang) if len(whole) > _SHORT else whole


def _short(value: str, lang: str) -> str:
    """``value`` cut where it is too long; Excel counts UTF-16 units, and the cut may not part a pair of them."""
    if len(value.encode("utf-16-le")) // 2 <= CELL_LIMIT:
        return value
    mark = _CUT.of(lang)
    room = (CELL_LIMIT - len(mark)) * 2
    return value.encode("utf-16-le")[:room].decode("utf-16-le", errors="ignore") + mark


@lru_cache(maxsize=4096)
def day_number(text: str) -> int | None:
    """The number that Excel has for a whole ISO date."""
    try:
        day = date.fromisoformat(text)
    except ValueError:
        return None
    usual = day.isoformat() == text and day >= _EXCEL_BEGINS
    return (day - _DAY_ZERO).days if usual else None
