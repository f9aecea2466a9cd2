"""What a reader hands in: canonical text and its lines."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from dieukhoan.core.records import Diagnostic, Line
from dieukhoan.readers.lines.row import Row

# "số 40/2022/QĐ-" + "UBND": the break stands inside a number, where there was no space.
_CUT_NUMBER = re.compile(r"\d/\S*[^\W\d_]-$")


@dataclass(frozen=True, slots=True)
class Draft:
    """A document as its reader leaves it; path and hash are added by ``dieukhoan.readers.read``."""

    text: str
    lines: tuple[Line, ...]
    encoding: str = ""
    pages: int = 0
    diagnostics: tuple[Diagnostic, ...] = ()


def info(code: str, message: str) -> Diagnostic:
    """A remark about the whole document."""
    return Diagnostic("info", code, message)


def assemble(groups: Iterable[Sequence[Row]], *, paged: bool) -> tuple[str, tuple[Line, ...]]:
    """Canonical text and lines: each group of rows becomes one line, its rows joined by a space.

    Page, indent and centring are those of the first row; bold means that every row is. Pages are left out of the
    lines unless ``paged``.
    """
    texts, lines, at = [], [], 0
    for rows in groups:
        first = rows[0]
        text = first.text if len(rows) == 1 else _joined(rows)
        end = at + len(text)
        page = first.page if paged else 0
        bold = first.bold and all(row.bold for row in rows)
        lines.append(Line(at, end, page, bold, first.centred, first.left, first.cell))
        texts.append(text)
        at = end + 1
    return "\n".join(texts), tuple(lines)


def _joined(rows: Sequence[Row]) -> str:
    parts = [rows[0].text.rstrip()]
    for row in rows[1:]:
        piece = row.text.strip()
        parts.append(piece if _CUT_NUMBER.search(parts[-1][-40:]) and piece[:1].isupper() else f" {piece}")
    return "".join(parts)
