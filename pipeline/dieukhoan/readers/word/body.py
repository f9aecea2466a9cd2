"""Walking the body of a Word document: paragraphs in reading order, with what a reader of the page would see.

Insertions are taken, deletions are not (the text as if all changes were accepted); results of fields are taken,
their instructions are not; hidden text is left out and counted; text boxes follow the paragraph they hang on;
merged cells come once. Footnotes, endnotes and comments are no part of the body.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field

from dieukhoan.readers.encodings import Legacy, Script, Written, script_of
from dieukhoan.readers.lines.row import Row
from dieukhoan.readers.word.look import Look, Looks
from dieukhoan.readers.word.numbering import Numbering
from dieukhoan.readers.word.symbols import of_field, readable
from dieukhoan.readers.word.xml import Element, number, value, w

Cell = tuple[int, int, int]

_MATHS = "{http://schemas.openxmlformats.org/officeDocument/2006/math}"
_ALTERNATE = "{http://schemas.openxmlformats.org/markup-compatibility/2006}AlternateContent"
_INSTRUCTIONS = (w("instrText"), w("t"))
_P, _R, _T, _TBL, _TR, _TC = w("p"), w("r"), w("t"), w("tbl"), w("tr"), w("tc")
_RPR, _NUMPR, _VANISH, _DEL = w("rPr"), w("numPr"), w("vanish"), w("del")
_TRPR, _TCPR, _BEFORE, _SPAN, _DOWN, _ACROSS = map(w, ("trPr", "tcPr", "gridBefore", "gridSpan", "vMerge", "hMerge"))
_SYM, _FIELD, _BOX = w("sym"), w("fldChar"), w("txbxContent")
_NOTES = {w("footnoteReference"), w("endnoteReference")}
_DROPPED = {_DEL, w("moveFrom")}
_TRANSPARENT = {
    *map(w, ("sdt", "sdtContent", "ins", "moveTo", "customXml", "smartTag")),
    *map(w, ("hyperlink", "fldSimple", "bdo", "dir", "ruby", "rubyBase")),
}
_LITERAL = {
    w("tab"): "\t",
    w("ptab"): "\t",
    w("br"): "\n",
    w("cr"): "\n",
    w("noBreakHyphen"): "-",
    w("softHyphen"): "\xad",  # in TCVN3 the letter "ư"; elsewhere it is taken out with what nobody sees
}
_DRAWN = {w("drawing"), w("pict"), w("object")}
_NO_LABEL = Written("", "")
_CHARACTER = 6.0  # points: where a line ends is not in the file, its length will do
_PRIVATE = re.compile("[\uf000-\uf0ff]")


@dataclass(slots=True)
class _Text:
    """What has been collected of a paragraph."""

    pieces: list[tuple[str, Script | None]] = field(default_factory=list)
    thin: bool = False  # some of it is not bold
    boxes: list[Element] = field(default_factory=list)


@dataclass(slots=True)
class Remarks:
    """What was left out or looks doubtful, in characters or places."""

    hidden: int = 0
    notes: int = 0
    deleted: int = 0


class Body:
    """Turns the main part of a document into rows, one a line of text."""

    def __init__(self, looks: Looks, numbering: Numbering, legacy: Legacy) -> None:
        self._looks = looks
        self._legacy = legacy
        self._numbering = numbering
        self._fields: list[bool] = []  # for every open field whether its result has begun
        self._tables = 0
        self._carried = _Text()
        self._rows: list[Row] = []
        self.remarks = Remarks()

    def rows(self, *parts: Element) -> list[Row]:
        """The rows of what stands in the elements ``parts``, one after the other."""
        for part in parts:
            self._blocks(part, None)
        return self._rows

    def _blocks(self, parent: Element, cell: Cell | None) -> None:
        for child in parent:
            if child.tag == _P:
                self._paragraph(child, cell)
            elif child.tag == _TBL:
                self._table(child)
            elif child.tag == _ALTERNATE:
                for chosen in _chosen(child):
                    self._blocks(chosen, cell)
            elif child.tag in _TRANSPARENT:
                self._blocks(child, cell)

    def _table(self, table: Element) -> None:
        index = self._tables
        self._tables += 1
        merged: set[int] = set()  # columns in which a cell goes on downwards
        for at, row in enumerate(_within(table, _TR)):
            said = _said(row, _TRPR)
            if _DEL in said:
                self.remarks.deleted += 1
                continue
            column = number(value(said.get(_BEFORE)))
            for item in _within(row, _TC):
                said = _said(item, _TCPR)
                if not _continues(said, column, merged):
                    self._blocks(item, (index, at, column))
                column += max(1, number(value(said.get(_SPAN)), 1))

    def _paragraph(self, paragraph: Element, cell: Cell | None) -> None:
        look = self._looks.paragraph(paragraph)
        text, self._carried = self._carried, _Text()
        self._inline(paragraph, look, text)
        self._fields = [True] * len(self._fields)  # an instruction ends with its paragraph at the latest
        written = self._legacy.joined(text.pieces)
        shown = written.drawn.strip()
        mark = look.own.get(_RPR)
        if mark is not None and mark.find(_DEL) is not None:
            self._carried = text  # the deleted paragraph mark no longer parts it from the next one
            return
        if shown or mark is None or mark.find(_VANISH) is None:
            self._write(look, written, cell, bold=not text.thin and bool(shown))
        for box in text.boxes:
            self._blocks(box, cell)

    def _write(self, look: Look, written: Written, cell: Cell | None, *, bold: bool) -> None:
        place = self._numbering.place(look.own.get(_NUMPR), look.style)
        head, of_list = self._label(*place) if place else (_NO_LABEL, None)
        if cell and not head.drawn and not written.drawn.strip():
            return
        indent = self._looks.indent(look, of_list)
        typed, drawn = map(_labelled, head, written)
        lines = drawn.split("\n")
        for line, plain in zip(lines, lines if typed == drawn else typed.split("\n"), strict=True):
            right = indent + _CHARACTER * len(line)
            other = "" if line == plain else plain
            self._rows.append(Row(line, 0, indent, right, bold, look.centred, cell, typed=other))

    def _label(self, num_id: str, index: int) -> tuple[Written, Element | None]:
        """The number of the next paragraph on this level of a list, and how the level is indented."""
        label = self._numbering.label(num_id, index)
        level = self._numbering.level(num_id, index)
        script = self._legacy.script(level.font) if level and level.font else None
        if level and level.capitals:
            script = Script(script.encoding if script else "", capitals=True)
        return self._legacy.joined([(label, script)] if label else []), level.indent if level else None

    def _inline(self, parent: Element, look: Look, text: _Text) -> None:
        for child in parent:
            tag = child.tag
            if tag == _R:
                self._run(child, look, text)
            elif tag in _TRANSPARENT:
                self._inline(child, look, text)
            elif tag in _DROPPED:
                self.remarks.deleted += 1
            elif tag == _ALTERNATE:
                for chosen in _chosen(child):
                    self._inline(chosen, look, text)
            elif isinstance(tag, str) and tag.startswith(_MATHS):
                text.pieces.append(("".join(item.text or "" for item in child.iter(f"{_MATHS}t")), None))

    def _run(self, run: Element, look: Look, text: _Text) -> None:
        written: list[str] = []
        self._pieces(run, run, look, written, text.boxes)
        shown = "".join(written)
        if not shown:
            return
        bold, hidden, capitals = self._looks.run(run, look)
        if hidden:
            self.remarks.hidden += len(shown)
            return
        script = self._script(run, look) if self._legacy else None
        if capitals:
            script = Script(script.encoding if script else "", capitals=True)
        text.pieces.append((shown, script))
        if not bold and shown.strip():
            text.thin = True

    def _pieces(self, parent: Element, run: Element, look: Look, written: list[str], boxes: list[Element]) -> None:
        """The text of a run; ``parent`` is the run, or a choice inside it."""
        for child in parent:
            tag = child.tag
            if tag == _FIELD:
                self._step(child.get(w("fldCharType")))
            elif not all(self._fields):
                if tag in _INSTRUCTIONS:
                    written.append(of_field(child.text or ""))
            elif tag == _T:
                written.append(self._characters(child.text or "", run, look))
            elif tag in _LITERAL:
                written.append(_LITERAL[tag])
            elif tag == _SYM:
                written.append(_symbol(child))
            elif tag in _NOTES:
                self.remarks.notes += 1
            elif tag == _ALTERNATE:
                for chosen in _chosen(child):
                    self._pieces(chosen, run, look, written, boxes)
            elif tag in _DRAWN:
                boxes += _outermost(child, _BOX)

    def _step(self, kind: str | None) -> None:
        """Follow a complex field: begin, then its instruction, separate, then its result, end."""
        if kind == "begin":
            self._fields.append(False)
        elif self._fields and kind == "separate":
            self._fields[-1] = True
        elif self._fields and kind == "end":
            self._fields.pop()

    def _script(self, run: Element, look: Look) -> Script | None:
        return self._legacy.script(self._looks.font(run, look, wide=True))

    def _characters(self, text: str, run: Element, look: Look) -> str:
        if not _PRIVATE.search(text):
            return text
        if self._legacy and self._script(run, look):  # a font that Word takes for a symbol font
            return _PRIVATE.sub(lambda match: chr(ord(match.group()) - 0xF000), text)
        font = self._looks.font(run, look)
        return _PRIVATE.sub(lambda match: readable(match.group(), font), text)


def samples(looks: Looks, *parts: Element | None) -> dict[str, str]:
    """The text of each font of an 8-bit encoding in ``parts``; nothing where none is named anywhere."""
    found: dict[str, list[str]] = {}
    for part in parts if looks.fonts(script_of, parts) else ():
        for paragraph in () if part is None else part.iter(_P):
            look = looks.paragraph(paragraph)
            boxed = {run for box in paragraph.iter(_BOX) for run in box.iter(_R)}  # these have paragraphs of their own
            for run in paragraph.iter(_R):
                if run not in boxed:
                    font = looks.font(run, look, wide=True)
                    found.setdefault(font, []).extend([piece.text or "" for piece in run if piece.tag == _T])
    return {font: " ".join(texts) for font, texts in found.items() if script_of(font)}


def _labelled(label: str, text: str) -> str:
    if label:
        text = label + text.lstrip(" \t\u00a0") if text.strip() else label.rstrip()
    return text.strip("\n")


def _symbol(item: Element) -> str:
    code = number(item.get(w("char")), base=16)
    return readable(chr(code), item.get(w("font"), "")) if 0x20 <= code < 0xD800 or 0xE000 <= code < 0xFFFE else ""


def _within(parent: Element, tag: str) -> Iterator[Element]:
    """The rows of a table or the cells of a row, also where a content control or an insertion wraps them."""
    for child in parent:
        if child.tag == tag:
            yield child
        elif child.tag in _TRANSPARENT:
            yield from _within(child, tag)


def _said(item: Element, tag: str) -> Mapping[str, Element]:
    """What the properties ``tag`` of a row or cell say, by their tag."""
    properties = item.find(tag)
    return {} if properties is None else {child.tag: child for child in properties}


def _continues(cell: Mapping[str, Element], column: int, merged: set[int]) -> bool:
    """Whether the cell of these properties only continues a merged one; keeps track of the columns that are being
    merged."""
    down, across = cell.get(_DOWN), cell.get(_ACROSS)
    if across is not None and value(across, "continue") == "continue":
        return True
    if down is None:
        merged.discard(column)
        return False
    if value(down, "continue") == "restart":
        merged.add(column)
        return False
    return column in merged


def _chosen(alternatives: Element) -> Iterator[Element]:
    """Of alternative contents the one to read: the choice with the text box, else the fallback, else the choice."""
    choices = list(alternatives)
    boxed = [item for item in choices if next(item.iter(_BOX), None) is not None]
    yield from (boxed[:1] or choices[-1:])


def _outermost(parent: Element, tag: str) -> Iterator[Element]:
    for child in parent:
        if child.tag == tag:
            yield child
        elif child.tag == _ALTERNATE:
            for chosen in _chosen(child):
                yield from _outermost(chosen, tag)
        else:
            yield from _outermost(child, tag)
