"""Tables: a task table gives a unit for each numbered row, any other table a paragraph for each row."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field

from dieukhoan.structure.marks import WORDS, Mark
from dieukhoan.structure.rows import Row
from dieukhoan.structure.values import counted, roman

_NUMBER = re.compile(r"\(?(\d{1,3}(?:\.\d{1,3}){0,3}|[IVX]{1,5}|[A-H])\)?[.)]?$")
_HEAD = re.compile(r"(?:S?TT|Số TT|Số thứ tự)\.?$", re.IGNORECASE)
_COLUMN_NUMBER = re.compile(r"\(?\d{1,2}\)?$")
_WIDEST = 14
_NUMBERED = frozenset({"arabic", "roman", "upper", "dotted"})


@dataclass(slots=True)
class Table:
    """The kinds of the rows of a table (``row`` starts a unit, ``cell`` continues one, ``note`` is a head cell), the
    markers of its numbered rows, and the index after its last row."""

    end: int
    kinds: dict[int, str] = field(default_factory=dict)
    marks: dict[int, Mark] = field(default_factory=dict)


def _row_mark(row: Row) -> Mark | None:
    found = _NUMBER.fullmatch(row.text)
    if not found:
        return None
    number = found[1]
    if "." in number:
        return Mark("dotted", "cell", number, tuple(int(part) for part in number.split(".")), row.start, row.end)
    style = "arabic" if number[0].isdigit() else "roman" if roman(number) else "upper"
    return Mark(style, "cell", number, counted(number), row.start, row.end)


def real_table(rows: Sequence[Row], at: int, last: Mark | None) -> Table:
    """A table whose lines carry their cells, from its first line at ``at``.

    ``last`` is the last number of the table before: a table that goes on over a page need not repeat its head.
    """
    cell = rows[at].line.cell
    end = at
    while end < len(rows) and cell and rows[end].line.cell and rows[end].line.cell[0] == cell[0]:  # type: ignore[index]
        end += 1
    table = Table(end)
    headed = _goes_on(_row_mark(rows[at]), last)
    for first, after in _table_rows(rows, at, end):
        mark = _row_mark(rows[first])
        is_head = bool(_HEAD.fullmatch(rows[first].text))
        columns = all(_COLUMN_NUMBER.fullmatch(rows[index].text) for index in range(first, after))
        if is_head or (columns and after - first > 1):
            headed = headed or is_head
            table.kinds.update(dict.fromkeys(range(first, after), "note"))
            continue
        table.kinds.update(dict.fromkeys(range(first, after), "cell"))
        if mark and headed:
            table.marks[first] = mark
        if mark or not table.marks or not _is_rest(rows[first]):
            table.kinds[first] = "row"
    return table


def _goes_on(mark: Mark | None, last: Mark | None) -> bool:
    return bool(mark and last and mark.style == last.style and mark.value[0] == last.value[0] + 1)


def _is_rest(row: Row) -> bool:
    """Whether a row of cells without a number belongs to the row above: its first cell is empty, or the page broke."""
    return row.first.islower() or bool(row.line.cell and row.line.cell[2] > 0)


def _table_rows(rows: Sequence[Row], at: int, end: int) -> list[tuple[int, int]]:
    starts = [index for index in range(at, end) if index == at or _line_of(rows[index]) != _line_of(rows[index - 1])]
    return list(zip(starts, [*starts[1:], end], strict=True))


def _line_of(row: Row) -> int:
    return row.line.cell[1] if row.line.cell else -1


class _Counter:
    """The row numbers of a table: what may come next in each style."""

    def __init__(self) -> None:
        self._last: dict[str, int] = {}

    def fits(self, mark: Mark | None) -> bool:
        """Whether a number is the next one: "I", "1", "2", "II", then "3" or "1" again, and "1.1" below "1"."""
        if mark is None or not mark.value:
            return False
        last = self._last.get(mark.style, 0)
        if mark.style == "dotted":
            return mark.value[:-1] == (self._last.get("arabic"),) and mark.value[-1] == last + 1
        return mark.value[0] == last + 1 or (mark.value[0] == 1 and self._last.get("") == 1)

    def take(self, mark: Mark) -> None:
        """Count a row."""
        self._last[mark.style] = mark.value[-1]
        self._last[""] = 1 if mark.style in ("roman", "upper") else 0
        if mark.style != "dotted":
            self._last["dotted"] = 0


def flattened_table(rows: Sequence[Row], at: int, style: Callable[[int], str], cue: Callable[[int], str]) -> Table:
    """A table whose cells were flattened to lines, from its head cell "STT" at ``at``."""
    first = _first_number(rows, at)
    if first is None:
        return _unnumbered(rows, at, style, cue)
    table = Table(first, dict.fromkeys(range(at, first), "note"))
    counter, start, index = _Counter(), first, first
    while index < len(rows) and style(index) not in WORDS and not cue(index):
        mark = _row_mark(rows[index])
        if mark and counter.fits(mark) and not _bare(rows, index + 1):
            counter.take(mark)
            start, table.marks[index] = index, mark
        elif (index - start > first - at or style(index) in _NUMBERED) and not _comes(rows, index, counter):
            break
        table.kinds[index] = "row" if index == start else "cell"
        index += 1
    table.end = index
    return table


def _bare(rows: Sequence[Row], at: int) -> bool:
    """Whether a row is nothing but a number: after "12" it shows that 12 was an amount and no row number."""
    return at < len(rows) and _row_mark(rows[at]) is not None


def _comes(rows: Sequence[Row], at: int, counter: _Counter) -> bool:
    """Whether the next number of the table stands within reach."""
    return any(counter.fits(_row_mark(rows[index])) for index in range(at, min(at + _WIDEST, len(rows))))


def _first_number(rows: Sequence[Row], at: int) -> int | None:
    """Where the rows begin: at "1" or "I", but behind a line of column numbers "1 2 3 4"."""
    index = at + 1
    while index < min(at + 2 * _WIDEST, len(rows)):
        mark = _row_mark(rows[index])
        if mark and mark.value and mark.value[0] == 1:
            after = index + 1
            while _bare(rows, after):
                after += 1
            if after - index < 3:
                return index
            index = after
        elif rows[index].end - rows[index].start > 120:
            return None
        else:
            index += 1
    return None


def _unnumbered(rows: Sequence[Row], at: int, style: Callable[[int], str], cue: Callable[[int], str]) -> Table:
    """Head cells without numbered rows below: their short lines are one paragraph."""
    end = at + 1
    while end < len(rows) and end - at < _WIDEST and rows[end].open and rows[end].end - rows[end].start < 120:
        if (style(end) in WORDS and style(end) != "form") or cue(end) or rows[end].upper or rows[end].gap:
            break
        end += 1
    while end - at > 2 and style(end - 1) == "form":
        end -= 1
    kinds = dict.fromkeys(range(at, end), "cell")
    kinds[at] = "row"
    return Table(end, kinds)
