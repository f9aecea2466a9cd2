"""Wrapped lines become paragraphs again.

Two kinds of evidence are used. In hard-wrapped text the margin tells: a line that the next word would have overrun
was broken by it, unless the next line starts something of its own. Elsewhere only a line in mid-sentence is mended:
a long line without closing punctuation before one that starts in lower case ("… bao gồm cả\nviệc …"), with an amount
("không thấp hơn\n1.500.000 đồng/năm học") or with a reference that starts no unit ("nội dung\nĐiều 38 của Luật …").
Letterhead, title, signatures and nơi nhận are left line by line. A wrong join is worse than a missed one.
"""

from __future__ import annotations

from collections.abc import Sequence
from enum import Enum

from dieukhoan.readers.guard import check_text
from dieukhoan.readers.lines.evidence import Start, ended, finished, hanging, start_of
from dieukhoan.readers.lines.row import Row
from dieukhoan.readers.lines.width import Width, measure

_LONG = 55  # characters; shorter lines may be labels or cells
_CARRIED = 25  # a shorter second half must end like a sentence
_BULLETS = "-–—+*•▪●○◦·■□➢✓"


class _Zone(Enum):
    TITLE = "title"
    TEXT = "text"
    CLOSING = "closing"


def paragraphs(rows: Sequence[Row]) -> list[list[Row]]:
    """The rows of each paragraph, in order; a blank row is a paragraph of its own.

    Blank rows at a page break inside a paragraph are dropped, for they belonged to the page. Raises UnreadableFile
    (``too_long``) where there are more rows or letters than any agreement has.
    """
    check_text(sum(len(row.text) for row in rows), len(rows))
    starts = [start_of(row.text) for row in rows]
    width = measure(rows, starts)
    groups: list[list[Row]] = []
    zone = _Zone.TITLE
    last = -1  # the row that the current one may go on
    solid = 0  # how many groups there are up to that row
    for index, (row, start) in enumerate(zip(rows, starts, strict=True)):
        if start is Start.BLANK:
            groups.append([row])
            continue
        if (
            last >= 0
            and (zone is _Zone.TEXT or row.cell)
            and _near(rows, last, index)
            and _joins(rows, last, index, start, width)
        ):
            del groups[solid:]
            groups[-1].append(row)
        else:
            groups.append([row])
            zone = _next_zone(zone, row, start)
        last, solid = index, len(groups)
    return groups


def _near(rows: Sequence[Row], above: int, below: int) -> bool:
    """Whether the rows follow each other, or have only a page break between them."""
    return below == above + 1 or rows[below].page == rows[above].page + 1


def _next_zone(zone: _Zone, row: Row, start: Start) -> _Zone:
    if start is Start.CLOSING:
        return _Zone.CLOSING
    if start is Start.UNIT:
        bullet = row.text.lstrip()[:1] in _BULLETS
        return zone if bullet and zone is _Zone.CLOSING else _Zone.TEXT
    if zone is _Zone.CLOSING:
        return zone
    if row.text.isupper():
        return _Zone.TITLE
    if start is Start.OPENING or finished(row.text):
        return _Zone.TEXT
    return zone


def _joins(rows: Sequence[Row], above: int, below: int, start: Start, width: Width) -> bool:
    upper, lower = rows[above], rows[below]
    apart = lower.apart and upper.page == lower.page
    if apart or upper.cell != lower.cell or (lower.centred and not upper.centred) or "\t" in lower.text.strip():
        return False
    wrapped = lower.limit or (width.wrapped[above] and width.wrapped[below])
    if wrapped and width.fills(upper, lower, start) and _wrapped(upper, lower, start, width):
        return True
    return below == above + 1 and upper.centred == lower.centred and _stray(upper, lower, start)


def _wrapped(upper: Row, lower: Row, start: Start, width: Width) -> bool:
    """The line above is full: does the one below go on with it?"""
    if start is Start.LOWER:
        return not ended(upper.text)
    if start in (Start.UNIT, Start.CLOSING):
        return False
    if start is Start.OPENING and lower.text.lstrip().startswith(("Căn cứ", "Theo đề nghị", "Xét đề nghị")):
        return False
    if not lower.cell and width.goes_on(lower):
        return True
    return not finished(upper.text) and (bool(lower.cell) or not width.opens(lower))


def _stray(upper: Row, lower: Row, start: Start) -> bool:
    """The line above need not be full: is it certainly in mid-sentence?"""
    text, rest = upper.text.strip(), lower.text.strip()
    if len(text) < _LONG or finished(text) or "=" in text or text.isupper() or rest.isupper():
        return False
    if start is Start.LOWER:
        return len(rest) >= _CARRIED or finished(rest)
    if start is Start.AMOUNT:
        return hanging(text) or hanging(text, "before_amount")
    return start is Start.REFERENCE or (start is Start.OTHER and hanging(text))
