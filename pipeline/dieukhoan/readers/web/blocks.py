"""Walking a web page: what a browser would show, one block a line."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace

from lxml import etree

from dieukhoan.core.text import nfc
from dieukhoan.readers.lines.clean import without_unseen
from dieukhoan.readers.lines.row import Row
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
_HIDDEN = re.compile(r"display\s*:\s*none|visibility\s*:\s*hidden|mso-hide\s*:\s*all", re.IGNORECASE)
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
        if not isinstance(tag, str) or tag in _DROPPED or _HIDDEN.search(element.get("style", "")):
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
            self._label = _label(element)
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

    def _table(self, table: etree._Element, state: _State) -> None:
        """A table with more than one cell has cells; one cell alone is a frame."""
        found = [row for row in table.iter("tr") if next(row.iterancestors("table")) is table]
        cells = [[cell for cell in row if cell.tag in ("td", "th")] for row in found]
        single = sum(map(len, cells)) < 2
        index = self._tables
        self._tables += not single
        for caption in table.iterchildren("caption"):
            self.walk(caption, state)
        taken: dict[tuple[int, int], bool] = {}
        for at, row in enumerate(cells):
            column = 0
            for cell in row:
                while taken.get((at, column)):
                    column += 1
                wide, high = _span(cell, "colspan"), _span(cell, "rowspan")
                taken.update({(at + down, column + right): True for down in range(high) for right in range(wide)})
                self.walk(cell, state if single else replace(state, cell=(index, at, column)))
                column += wide


def rows(root: etree._Element) -> list[Row]:
    """The lines of a page in reading order."""
    page = _Page()
    page.walk(root, _State())
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


def _label(item: etree._Element) -> str:
    """The number or bullet that a browser shows before a list item."""
    parent = item.getparent()
    if parent is None or "list-style-type:none" in f"{parent.get('style', '')}{item.get('style', '')}".replace(" ", ""):
        return ""
    if parent.tag != "ol":
        return "• "
    style = item.get("type") or parent.get("type") or "1"
    return f"{_NUMBERS.get(style, str)(_value(item, parent))}. "


def _value(item: etree._Element, parent: etree._Element) -> int:
    """Its number: ``value`` of the nearest item above that has one, else ``start`` of the list, counted on."""
    steps = 0
    for each in (item, *item.itersiblings("li", preceding=True)):
        said = each.get("value", "")
        if said.isdigit() and len(said) < 7:
            return int(said) + steps
        steps += 1
    start = parent.get("start", "1")
    return (int(start) if start.isdigit() and len(start) < 7 else 1) + steps - 1
