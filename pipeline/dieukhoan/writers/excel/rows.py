"""The rows of a sheet as SpreadsheetML (ISO/IEC 29500-1, 18.3.1): hundreds at a time, and a column at a time.

What is asked of every cell (is it text, does it hold what XML cannot, is it longer than its column is wide) is asked
of a whole column at once, and nearly always answered for all its cells: row by row it took four times as long.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from itertools import chain, repeat
from typing import cast

from xlsxwriter.utility import xl_col_to_name

from dieukhoan.tables import Cell, Column, Row, Table
from dieukhoan.writers.excel.cells import TEXT_END, are_simple, day_number, fitted, text_xml
from dieukhoan.writers.excel.links import Links

STYLES = {"head": 1, "text": 2, "id": 3, "date": 4, "link": 5}
"""The numbers of the styles of cells in the workbook."""
_WIDTHS = {"text": 24, "integer": 10, "number": 10, "boolean": 10, "date": 12}
_LINE, _HIGHEST = 15, 409  # points; no row is higher
_NUMBERS: set[type] = {int, float}
_NOTHING: set[Cell] = {None}


def widths(table: Table) -> list[int]:
    """The widths of the columns, in characters."""
    return [column.width or _WIDTHS[column.type] for column in table.columns]


class Sheet:
    """A sheet of ``table``, row after row; ``found`` are the XML of the links on it, no more than ``most``."""

    def __init__(self, table: Table, lang: str, links: Links, most: int) -> None:
        self._lang, self._links, self._most = lang, links, most
        self.found: list[str] = []
        self._widths = widths(table)
        self._letters = [xl_col_to_name(place) for place in range(len(table.columns))]
        self._labels = [column.label.of(lang) for column in table.columns]
        self._cells = [_Cells(*one, lang) for one in zip(table.columns, self._letters, strict=True)]
        wrapped = [not (column.foreign or column.key or column.clipped) for column in table.columns]
        self._wrapped = [place for place, wraps in enumerate(wrapped) if wraps]
        self._long = [place for place in self._wrapped if table.columns[place].type in {"text", "date"}]
        # LibreOffice shows a cell with a link on one line: where that is too short, only the first column of links has
        # it all the same.
        clipped = [column.clipped for column in table.columns]
        self._jumps = [
            (place, at, _escaped(links.places[target], lang), 0 if not rank or clipped[place] else self._widths[place])
            for rank, (place, at, target) in enumerate(links.jumps)
        ]

    def head(self) -> str:
        """The row of labels."""
        style = f'" s="{STYLES["head"]}"'
        cells = [
            f'<c r="{letter}1{style} t="inlineStr"><is><t{text_xml(label, self._lang)}'
            for letter, label in zip(self._letters, self._labels, strict=True)
        ]
        (start,) = self._starts([(label,) for label in self._labels], ["1"], self._wrapped)
        return f"{start}{''.join(cells)}</row>"

    def xml(self, rows: Sequence[Row], first: int) -> str:
        """The XML of ``rows``, of which the first one has the number ``first`` on the sheet."""
        numbers = [*map(str, range(first, first + len(rows)))]
        columns = [cells.shown(values) for cells, values in zip(self._cells, zip(*rows, strict=True), strict=True)]
        made = [cells.xml(values, numbers) for cells, values in zip(self._cells, columns, strict=True)]
        if self._jumps and len(self.found) < self._most:
            self._link(columns, numbers, made)
        starts = self._starts(columns, numbers, self._long)
        return "".join(chain.from_iterable(zip(starts, *made, repeat("</row>"), strict=False)))

    def _link(self, columns: Sequence[Sequence[Cell]], numbers: Sequence[str], made: Sequence[list[str]]) -> None:
        """Put the cells that lead somewhere in the place of those ``made``, and note their links."""
        style = f'" s="{STYLES["link"]}" t="inlineStr"><is><t'
        texts = _Texts(self._lang)
        jumps = [
            (made[place], self._letters[place], [*map(places.get, columns[at])], columns[place], room)
            for place, at, places, room in self._jumps
        ]
        for line, number in enumerate(numbers):
            for cells, letter, where, values, room in jumps:
                value = str(values[line] or "")
                if where[line] and value and (not room or len(value) <= room) and len(self.found) < self._most:
                    cells[line] = f'<c r="{letter}{number}{style}{texts[value]}'
                    self.found.append(f'<hyperlink ref="{letter}{number}" location="{where[line]}"/>')

    def _starts(self, columns: Sequence[Sequence[Cell]], numbers: Sequence[str], wrapped: Sequence[int]) -> list[str]:
        """The beginning of each row, with room for its fullest cell in the columns ``wrapped``, which are of text: not
        every program that opens a workbook makes it by itself."""
        lines: dict[int, int] = {}
        for place in wrapped:
            width, texts = self._widths[place], cast("Sequence[str | None]", columns[place])
            long = [(line, text) for line, text in enumerate(texts) if text and len(text) > width]
            for line, text in long:
                needed = _lines(text, width) if "\n" in text else -(-len(text) // width)
                if needed > lines.get(line, 1):
                    lines[line] = needed
        starts = [f'<row r="{number}">' for number in numbers]
        for line, needed in lines.items():
            height = min(_LINE * needed, _HIGHEST)
            starts[line] = f'<row r="{numbers[line]}" ht="{height}" customHeight="1">'
        return starts


def _lines(text: str, width: int) -> int:
    """How many lines ``text`` fills that is wrapped after so many characters."""
    return sum([max(1, -(-len(part) // width)) for part in text.split("\n")])


def _escaped(places: Mapping[Cell, str], lang: str) -> dict[Cell, str]:
    return {key: fitted(where, lang) for key, where in places.items()}


class _Texts(dict[str, str]):
    """Texts as XML, each made once."""

    def __init__(self, lang: str) -> None:
        super().__init__()
        self._lang = lang

    def __missing__(self, text: str) -> str:
        self[text] = made = text_xml(text, self._lang)
        return made


class _Cells:
    """One column of a sheet."""

    def __init__(self, column: Column, letter: str, lang: str) -> None:
        self._lang, self._date = lang, column.type == "date"
        self._names = {code: words.of(lang) for code, words in column.codes.items()}
        self._head = f'<c r="{letter}'
        style = STYLES["id" if column.foreign or column.key else "text"]
        self._text = f'" s="{style}" t="inlineStr"><is><t'

    def shown(self, values: Sequence[Cell]) -> Sequence[Cell]:
        """``values`` with the names of codes: who looks at a sheet looks for those, and filters by them."""
        names = self._names
        return [names.get(str(value), value) for value in values] if names else values

    def xml(self, values: Sequence[Cell], numbers: Sequence[str]) -> list[str]:
        """The cells of the rows ``numbers``; an empty text for one with nothing in it."""
        kinds = set(map(type, values))
        empty = type(None) in kinds
        kinds.discard(type(None))
        before, behind = f'" s="{STYLES["text"]}"><v>', "</v></c>"
        if kinds == {str} and not self._date and are_simple([*cast("set[str]", set(values) - _NOTHING)]):
            before, behind = f"{self._text}>", TEXT_END
        elif not kinds <= _NUMBERS:
            return [*map(self._one, values, numbers)]
        head, pairs = self._head, zip(numbers, values, strict=True)
        if empty:
            return ["" if cell is None else f"{head}{number}{before}{cell}{behind}" for number, cell in pairs]
        return [f"{head}{number}{before}{cell}{behind}" for number, cell in pairs]

    def _one(self, cell: Cell, number: str) -> str:
        """One cell, whatever it is."""
        start, style = f"{self._head}{number}", STYLES["text"]
        if cell is None:
            return ""
        if isinstance(cell, str):
            if self._date and (day := day_number(cell)) is not None:
                return f'{start}" s="{STYLES["date"]}"><v>{day}</v></c>'
            return f"{start}{self._text}{text_xml(cell, self._lang)}"
        if isinstance(cell, bool):
            return f'{start}" s="{style}" t="b"><v>{cell:d}</v></c>'
        return f'{start}" s="{style}"><v>{cell!r}</v></c>'
