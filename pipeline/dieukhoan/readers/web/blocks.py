"""Walking a web page: what a browser would show, one block a line."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace

from lxml import etree

from dieukhoan.core.text import nfc
from dieukhoan.readers.lines.clean import without_unseen
from dieukhoan.readers.lines.row import Row
from dieukhoan.readers.web.content import main_content, navigates
from dieukhoan.readers.word.counting import letter, roman

Cell = tuple[int, int, int]

_DROPPED_NAMES = """
    script style head title noscript template svg math object iframe audio video canvas select button textarea input nav
    del s strike
"""
_BLOCK_NAMES = """
    address article aside blockquote body caption center dd details dialog div dl dt fieldset figcaption figure footer
    form h1 h2 h3 h4 h5 h6 header hr html li main menu ol p pre section summary table tbody td tfoot th thead tr ul
"""
_DROPPED = frozenset(_DROPPED_NAMES.split())
_BLOCKS = frozenset(_BLOCK_NAMES.split())
_BOLD = frozenset(("b", "strong", "th", "h1", "h2", "h3", "h4", "h5", "h6"))
_BLANKS = re.compile("[ \t\r\n\f]+")
_CENTRED = re.compile(r"text-align\s*:\s*center", re.IGNORECASE)
_WIDTH = 6.0  # points of a character
_NUMBERS = {"a": letter, "A": lambda n: letter(n).upper(), "i": lambda n: roman(n).lower(), "I": roman}


@dataclass(frozen=True, slots=True)
class _State:
    """What an element inherits."""

    bold: bool = False
    centred: bool = False
    cell: Cell | None = None
    kept: bool = False  # blanks and line ends count (pre)


class _Page:
    def __init__(self) -> None:
        self.rows: list[Row] = []
        self._text: list[str] = []
        self._thin = False
        self._tables = 0
        self._label = ""
        self._counts: dict[etree._Element, int] = {}  # the last number of each list

    def flush(self, state: _State) -> None:
        """End the line that has been begun."""
        text = "".join(self._text)
        text = text.strip("\n") if state.kept else text.strip(" ")
        self._text = []
        bold, self._thin = not self._thin, False
        if not text.strip():
            return
        text, self._label = self._label + text, ""
        for line in text.split("\n"):
            shown = line if state.kept else line.strip(" ")
            right = _WIDTH * len(shown)
            self.rows.append(Row(shown, right=right, bold=bold, centred=state.centred, cell=state.cell))

    def write(self, text: str | None, state: _State) -> None:
        """Add text as it stands in the file."""
        if not text:
            return
        if not state.kept:
            text = _BLANKS.sub(" ", text)
            if (not self._text or self._text[-1].endswith((" ", "\n"))) and text.startswith(" "):
                text = text[1:]
        if text:
            self._thin |= bool(text.strip()) and not state.bold
            self._text.append(text)

    def walk(self, element: etree._Element, state: _State) -> None:
        """The element and what is in it, but not its tail."""
        tag = element.tag
        if not isinstance(tag, str) or tag in _DROPPED or navigates(element):
            return
        if tag == "br":
            self._text.append("\n")
            return
        inside = _inherited(element, tag, state)
        if tag in _BLOCKS:
            self.flush(state)
        if tag == "table":
            self._table(element, inside)
        elif tag == "li":
            self._label = self._numbered(element)
            self._content(element, inside)
        else:
            self._content(element, inside)
        if tag in _BLOCKS:
            self.flush(inside)

    def _content(self, element: etree._Element, state: _State) -> None:
        self.write(element.text, state)
        for child in element:
            self.walk(child, state)
            self.write(child.tail, state)

    def _numbered(self, item: etree._Element) -> str:
        """The number or bullet that a browser shows before a list item: its own ``value``, or one more than before."""
        parent = item.getparent()
        if parent is None or "list-style-type:none" in _styles(parent, item):
            return ""
        if parent.tag != "ol":
            return "• "
        before = self._counts.get(parent, _whole(parent.get("start", ""), 1) - 1)
        self._counts[parent] = count = _whole(item.get("value", ""), before + 1)
        style = item.get("type") or parent.get("type") or "1"
        return f"{_NUMBERS.get(style, str)(count)}. "

    def _table(self, table: etree._Element, state: _State) -> None:
        """A table with more than one cell has cells; one cell alone is a frame."""
        found = [row for row in table.iter("tr") if next(row.iterancestors("table")) is table]
        cells = [[cell for cell in row if cell.tag in ("td", "th")] for row in found]
        single = sum(map(len, cells)) < 2
        index = self._tables
        self._tables += not single
        for caption in table.iterchildren("caption"):
            self.walk(caption, state)
        taken: dict[int, int] = {}  # column -> the first row in which it is free again
        for at, row in enumerate(cells):
            column = 0
            for cell in row:
                while taken.get(column, 0) > at:
                    column += 1
                wide, high = _span(cell, "colspan"), _span(cell, "rowspan")
                taken.update(dict.fromkeys(range(column, column + wide), at + high))
                self.walk(cell, state if single else replace(state, cell=(index, at, column)))
                column += wide


def rows(root: etree._Element) -> list[Row]:
    """The lines of a page's document in reading order."""
    page = _Page()
    page.walk(main_content(root), _State())
    page.flush(_State())
    return page.rows


def clean(found: list[Row]) -> tuple[list[Row], int]:
    """The rows in NFC without characters that nobody sees, and how many of those there were."""
    done, total = [], 0
    for row in found:
        text, count = without_unseen(nfc(row.text).replace("\xa0", " "))
        total += count
        if text.strip():
            done.append(replace(row, text=text.strip()))
    return done, total


def _inherited(element: etree._Element, tag: str, state: _State) -> _State:
    style = element.get("style", "")
    adjusted = element.get("align", "").lower()
    centred = tag == "center" or adjusted == "center" or bool(_CENTRED.search(style))
    if not centred and not adjusted and "text-align" not in style.lower():
        centred = state.centred
    light = "font-weight:normal" in style.replace(" ", "").lower()
    heavy = tag in _BOLD or "font-weight:bold" in style.replace(" ", "").lower()
    return replace(
        state, centred=centred, bold=(state.bold or heavy) and not light, kept=state.kept or tag in ("pre", "xmp")
    )


def _span(cell: etree._Element, name: str) -> int:
    text = cell.get(name, "1")
    return min(max(int(text), 1), 100) if text.isascii() and text.isdigit() and len(text) < 4 else 1


def _styles(*elements: etree._Element) -> str:
    return "".join(element.get("style", "") for element in elements).replace(" ", "")


def _whole(text: str, otherwise: int) -> int:
    return int(text) if text.isascii() and text.isdigit() and len(text) < 7 else otherwise
