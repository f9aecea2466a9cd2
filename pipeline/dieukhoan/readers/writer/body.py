"""Walking the text of an OpenDocument: paragraphs in reading order, numbers of lists in front of them.

Deletions stand apart from the text and are not read, insertions are; notes and comments are left out.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field, replace

from dieukhoan.readers.encodings import Legacy, Script, script_of
from dieukhoan.readers.lines.row import Row
from dieukhoan.readers.word.symbols import readable
from dieukhoan.readers.writer.styles import Level, Styles
from dieukhoan.readers.writer.xml import Element, number, q

Cell = tuple[int, int, int]

_P, _H, _LIST, _TABLE = q("text:p"), q("text:h"), q("text:list"), q("table:table")
_STYLE_NAME = q("text:style-name")
_BLOCKS = {q(f"text:{name}") for name in ("section", "index-body", "table-of-content", "numbered-paragraph")}
_DROPPED = {q(name) for name in ("text:tracked-changes", "office:annotation", "office:forms", "text:sequence-decls")}
_NOTE, _BOX, _RUBY = q("text:note"), q("draw:text-box"), q("text:ruby-text")
_SPACES, _TAB, _BREAK, _SPAN = q("text:s"), q("text:tab"), q("text:line-break"), q("text:span")
_ROWS = {q(f"table:{name}") for name in ("table-header-rows", "table-rows", "table-row-group")}
_ROW, _CELL, _COVERED = q("table:table-row"), q("table:table-cell"), q("table:covered-table-cell")
_PRIVATE = re.compile("[\uf000-\uf0ff]")
_PLACE = re.compile("%([1-9]|10)%")
_WIDTH = 6.0  # points of a character
_MOST_REPEATED = 1000


@dataclass(slots=True)
class _Text:
    pieces: list[tuple[str, Script | None]] = field(default_factory=list)
    thin: bool = False
    boxes: list[Element] = field(default_factory=list)


class Body:
    """Turns the text of a document into rows, one a line."""

    def __init__(self, styles: Styles, legacy: Legacy) -> None:
        self._styles = styles
        self._legacy = legacy
        self._tables = 0
        self._counters: dict[str, list[int]] = {}
        self._headings: list[int] = [0] * 11
        self._rows: list[Row] = []
        self.notes = 0

    def rows(self, text: Element) -> list[Row]:
        """The rows of what stands in ``text``."""
        self._blocks(text, None)
        return self._rows

    def _blocks(self, parent: Element, cell: Cell | None) -> None:
        for child in parent:
            if child.tag == _P:
                self._paragraph(child, cell, "")
            elif child.tag == _H:
                self._paragraph(child, cell, self._heading(child))
            elif child.tag == _LIST:
                self._list(child, cell, 1, child.get(_STYLE_NAME, ""), fresh=True)
            elif child.tag == _TABLE:
                self._table(child)
            elif child.tag in _BLOCKS:
                self._blocks(child, cell)

    def _heading(self, heading: Element) -> str:
        depth = number(heading.get(q("text:outline-level")), 1)
        level = self._styles.outline.get(depth)
        if level is None or not level.format or not 0 < depth < len(self._headings):
            return ""
        return _label(self._styles.outline, self._headings, depth, level)

    def _list(self, items: Element, cell: Cell | None, depth: int, style: str, *, fresh: bool) -> None:
        counts = self._counters.setdefault(style, [0] * 11)
        if fresh and items.get(q("text:continue-numbering")) != "true" and not items.get(q("text:continue-list")):
            counts[:] = [0] * 11
        for item in items:
            if item.tag != q("text:list-item"):
                self._blocks(item, cell)
                continue
            label = self._number(item, style, counts, depth)
            for child in item:
                if child.tag == _LIST:
                    inner = child.get(_STYLE_NAME) or style
                    self._list(child, cell, min(depth + 1, 10), inner, fresh=inner != style)
                elif child.tag in (_P, _H):
                    self._paragraph(child, cell, label)
                    label = ""
                else:
                    self._blocks_of(child, cell)

    def _blocks_of(self, child: Element, cell: Cell | None) -> None:
        if child.tag == _TABLE:
            self._table(child)
        elif child.tag in _BLOCKS:
            self._blocks(child, cell)

    def _number(self, item: Element, style: str, counts: list[int], depth: int) -> str:
        """The number of a list item; an item that only holds another list is not counted."""
        levels = self._styles.levels(style)
        level = levels.get(depth)
        first = next(iter(item), None)
        if level is None or first is None or first.tag == _LIST:
            return ""
        start = item.get(q("text:start-value"))
        if start is not None:
            counts[depth] = number(start, 1) - 1 or -1
        return _label(levels, counts, depth, level)

    def _table(self, table: Element) -> None:
        index = self._tables
        self._tables += 1
        for at, row in enumerate(_within(table)):
            column = 0
            for item in row:
                if item.tag == _CELL:
                    self._blocks(item, (index, at, column))
                if item.tag in (_CELL, _COVERED):
                    column += min(number(item.get(q("table:number-columns-repeated")), 1), _MOST_REPEATED)

    def _paragraph(self, paragraph: Element, cell: Cell | None, label: str) -> None:
        name = paragraph.get(_STYLE_NAME, "")
        text = _Text()
        bold = self._styles.find("paragraph", name, "fo:font-weight") == "bold"
        self._inline(paragraph, text, self._styles.font("paragraph", name), bold=bold)
        written = self._legacy.joined(text.pieces)
        if written.drawn.strip() or not cell:
            centred = self._styles.find("paragraph", name, "fo:text-align") == "center"
            heavy = bool(written.drawn.strip()) and not text.thin
            typed, drawn = (_labelled(label, text).split("\n") for text in written)
            for line, plain in zip(drawn, typed, strict=True):
                row = Row(line, right=_WIDTH * len(line), bold=heavy, centred=centred, cell=cell)
                self._rows.append(row if line == plain else replace(row, typed=plain))
        for box in text.boxes:
            self._blocks(box, cell)

    def _inline(self, parent: Element, text: _Text, font: str, *, bold: bool) -> None:
        self._write(parent.text, text, font, bold=bold)
        for child in parent:
            tag = child.tag
            if tag == _SPACES:
                text.pieces.append((" " * min(number(child.get(q("text:c")), 1), _MOST_REPEATED), None))
            elif tag == _TAB:
                text.pieces.append(("\t", None))
            elif tag == _BREAK:
                text.pieces.append(("\n", None))
            elif tag == _NOTE:
                self.notes += 1
            elif tag == _BOX:
                text.boxes.append(child)
            elif isinstance(tag, str) and tag not in _DROPPED and tag != _RUBY:
                self._span(child, text, font, bold=bold)
            self._write(child.tail, text, font, bold=bold)

    def _span(self, span: Element, text: _Text, font: str, *, bold: bool) -> None:
        name = span.get(_STYLE_NAME, "") if span.tag == _SPAN else ""
        if name and self._styles.find("text", name, "text:display") == "none":
            return
        weight = self._styles.find("text", name, "fo:font-weight")
        self._inline(span, text, self._styles.font("text", name) or font, bold=weight == "bold" if weight else bold)

    def _write(self, written: str | None, text: _Text, font: str, *, bold: bool) -> None:
        if not written:
            return
        shown = " ".join(written.split())  # line ends and runs of blanks in the file are one space
        shown = f"{' ' * written[0].isspace()}{shown}{' ' * written[-1].isspace()}" if shown else " "
        text.thin |= bool(shown.strip()) and not bold
        script = self._legacy.script(font)
        if not script:
            shown = _PRIVATE.sub(lambda match: readable(match.group(), font), shown)
        text.pieces.append((shown, script))


def _labelled(label: str, text: str) -> str:
    return f"{label} {text.lstrip()}" if label and text.strip() else text.strip("\n")


def samples(styles: Styles, text: Element) -> dict[str, str]:
    """The text of each font of an 8-bit encoding."""
    found: dict[str, list[str]] = {}
    for item in text.iter(_P, _H, _SPAN):
        family = "text" if item.tag == _SPAN else "paragraph"
        font = styles.font(family, item.get(_STYLE_NAME, ""))
        if script_of(font):
            found.setdefault(font, []).extend([item.text or "", *(child.tail or "" for child in item)])
    return {font: " ".join(texts) for font, texts in found.items()}


def _label(levels: dict[int, Level], counts: list[int], depth: int, level: Level) -> str:
    """Count one more on this level, and give the number with those of the levels above that it shows."""
    if level.bullet:
        return level.bullet
    counts[depth] = max(counts[depth] + 1, 0) if counts[depth] else level.start
    counts[depth + 1 :] = [0] * len(counts[depth + 1 :])
    if not level.format:
        return ""
    if level.pattern:
        return _PLACE.sub(lambda match: _value(levels, counts, int(match[1])), level.pattern).strip()
    shown = [at for at in range(max(1, depth - level.shown + 1), depth + 1) if at in levels and levels[at].format]
    written = ".".join(_value(levels, counts, at) for at in shown)
    return f"{level.prefix}{written}{level.suffix}".strip()


def _value(levels: dict[int, Level], counts: list[int], at: int) -> str:
    level = levels.get(at)
    return level.written(counts[at] or level.start) if level and level.format else ""


def _within(table: Element) -> Iterator[Element]:
    for child in table:
        if child.tag == _ROW:
            yield child
        elif child.tag in _ROWS:
            yield from _within(child)
