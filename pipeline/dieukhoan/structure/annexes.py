"""Where a phụ lục or a mẫu số begins, and which lines below it are its letterhead."""

from __future__ import annotations

from collections.abc import Sequence

from dieukhoan.structure.sheet import LETTERHEAD, TITLE, Sheet

ANNEXES = frozenset({"appendix", "form"})


def starts_annex(sheet: Sheet, at: int) -> bool:
    """Whether the marker of row ``at`` begins a unit: it is no entry of a list or table of forms, and no mention at
    the beginning of a wrapped line."""
    row, mark = sheet.rows[at], sheet.marks[at][0]
    if row.end - row.start > 200 or (at and sheet.kinds[at - 1] == "body" and _runs_on(sheet, at - 1)):
        return False
    below = at + 1 < len(sheet.rows)
    if below and sheet.style(at + 1) in ANNEXES:
        return False
    return mark.style != "form" or mark.body < row.end or (below and _titleish(sheet, at + 1))


def mark_letterhead(sheet: Sheet, at: int) -> int:
    """Set the kinds of the lines below the marker at ``at``; gives the index after its letterhead.

    "V/v …", or the first line in capitals after quốc hiệu, number and date, is the heading: it and all above it
    belong to the unit (``cell``), the rest of the letterhead is a title.
    """
    end = at + 1
    while end < len(sheet.rows) and _titleish(sheet, end) and (not sheet.marks[end] or _is_blank(sheet, end)):
        end += 1
    cues = [sheet.cue(index) for index in range(at + 1, end)]
    if not LETTERHEAD & set(cues):
        return _plain_title(sheet, at + 1, cues)
    head = _heading(sheet, at + 1, cues)
    for index in range(at + 1, end):
        sheet.kinds[index] = "cell" if head is not None and index <= head else "title"
    if head is not None:
        sheet.heads.add(head)
    return end


def _plain_title(sheet: Sheet, first: int, cues: Sequence[str]) -> int:
    """Capitals and "(Kèm theo …)" right below the marker: the outline takes them for heading and text."""
    for index, cue in enumerate(cues, first):
        if cue == "rule":
            sheet.kinds[index] = "note"
    return first + len(cues)


def _heading(sheet: Sheet, first: int, cues: Sequence[str]) -> int | None:
    if "subject" in cues:
        return first + cues.index("subject")
    above = [index for index, cue in enumerate(cues) if cue in LETTERHEAD or cue == "rule"]
    for index in range(above[-1] + 1, len(cues)):
        if sheet.rows[first + index].upper and cues[index] != "address":
            return first + index
    return None


def _titleish(sheet: Sheet, at: int) -> bool:
    row, cue = sheet.rows[at], sheet.cue(at)
    return cue in TITLE or ((row.upper or row.first == "(") and cue not in ("table_head", "table_line"))


def _is_blank(sheet: Sheet, at: int) -> bool:
    """A blank of a form such as "(1)………", numbered for the remarks below."""
    return not any(char.isalpha() for char in sheet.rows[at].text)


def _runs_on(sheet: Sheet, at: int) -> bool:
    row = sheet.rows[at]
    return row.open and not row.upper and row.end - row.start > 60
