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
    """A document as its reader leaves it; path and hash are added by ``dieukhoan.readers.read``. ``format`` is empty
    where it is that of the file's ending."""

    text: str
    lines: tuple[Line, ...]
    encoding: str = ""
    pages: int = 0
    diagnostics: tuple[Diagnostic, ...] = ()
    drawn: str = ""
    format: str = ""


def assemble(groups: Iterable[Sequence[Row]], *, paged: bool) -> tuple[str, tuple[Line, ...]]:
    """Canonical text (in the case as typed) and lines: each group of rows becomes one line, its rows joined by a space.

    Page, indent and centring are those of the first row; bold means that every row is. Pages are left out of the
    lines unless ``paged``.
    """
    texts, lines, at = [], [], 0
    for rows in groups:
        first = rows[0]
        text = _joined(rows, [row.typed or row.text for row in rows])
        end = at + len(text)
        page = first.page if paged else 0
        bold = first.bold and all(row.bold for row in rows)
        lines.append(Line(at, end, page, bold, first.centred, first.left, first.cell))
        texts.append(text)
        at = end + 1
    return "\n".join(texts), tuple(lines)


def drawn(groups: Iterable[Sequence[Row]]) -> str:
    """What :func:`assemble` gives, as the page shows it; empty where that is the same."""
    groups = list(groups)
    if not any(row.typed for rows in groups for row in rows):
        return ""
    return "\n".join(_joined(rows, [row.text for row in rows]) for rows in groups)


def _joined(rows: Sequence[Row], texts: Sequence[str]) -> str:
    """``texts`` of the rows joined; where a space belongs is seen by what the page shows."""
    if len(rows) == 1:
        return texts[0]
    parts = [texts[0].rstrip()]
    for above, row, text in zip(rows, rows[1:], texts[1:], strict=False):
        cut = _CUT_NUMBER.search(above.text.strip()[-40:]) and row.text.strip()[:1].isupper()
        parts.append(text.strip() if cut else f" {text.strip()}")
    return "".join(parts)
