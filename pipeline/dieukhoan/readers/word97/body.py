"""The text of a Word 97 document as WordprocessingML: paragraphs, runs, tables (MS-DOC 2.4.3, 2.4.4)."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterable, Iterator, Mapping
from typing import Generic, TypeVar

from dieukhoan.readers.word.grid import Tables
from dieukhoan.readers.word.node import new, under
from dieukhoan.readers.word.xml import Element, sound, w
from dieukhoan.readers.word97.file import Beyond, Table, WordFile
from dieukhoan.readers.word97.marks import (
    OLD_LIST,
    Paragraphs,
    Runs,
    paragraph_properties,
    paragraphs,
    run_properties,
    runs,
)
from dieukhoan.readers.word97.styles import Sheet
from dieukhoan.readers.word97.tables import described

_ENDS = re.compile("[\r\x07\x0c]")
_ODD = re.compile("[\x00-\x1f]")
_PARTS = re.compile("[\x00-\x1f\x28]|[^\x00-\x1f\x28]+")
_FIELDS = {"\x13": "begin", "\x14": "separate", "\x15": "end"}
_SIGNS = {"\t": "tab", "\x0b": "br", "\x0c": "br", "\x0e": "br", "\x1e": "noBreakHyphen", "\x1f": "softHyphen"}
_P, _R, _RPR, _T, _DEL = w("p"), w("r"), w("rPr"), w("t"), w("del")
_DRAWN = "\x08"
_NOTE, _SYMBOL = "\x02", "("
_CELL = "\x07"
_MARKS = "\r\x07\x0c"  # at the end of a paragraph

Boxes = Mapping[int, list[tuple[int, int]]]
Said = TypeVar("Said")


class Body:
    """Makes paragraphs of parts of the text."""

    def __init__(self, file: WordFile, fonts: Mapping[int, str], sheet: Sheet) -> None:
        self._file = file
        self._sheet = sheet
        self._fonts = fonts
        self._runs = _Ranges(_merged((start, end, runs(said)) for start, end, said in file.characters()), Runs())
        self._paragraphs = _Ranges(file.paragraphs(), b"")
        self._said: dict[bytes, tuple[Paragraphs, int]] = {}
        self._known: dict[tuple[bytes, Runs], Element] = {}
        self._known_runs: dict[tuple[Runs, int], Element | None] = {}
        self.lists: set[int] = set()  #: numbers of the lists that paragraphs name
        self._sections = {at - 1 for at in file.plc(Table.SECTIONS, 12)[0]}

    def story(self, parent: Element, start: int, end: int, boxes: Boxes) -> None:
        """Add the text from ``start`` to ``end`` to ``parent``; ``boxes`` hang in it."""
        tables = Tables(parent)
        for first, last in self._split(start, min(end, len(self._file.text))):
            grpprl = self._paragraphs.at(last - 1)
            if grpprl not in self._said:
                self._said[grpprl] = paragraphs(grpprl[2:]), int.from_bytes(grpprl[:2], "little")
            look, style = self._said[grpprl]
            if look.list == OLD_LIST:
                raise Beyond("numbers as in Word 6")
            if last - first == 1 and self._file.text[first] == "\x0c":
                continue  # it only ends a section: Word shows neither a line nor a number
            if look.ends_row:
                tables.end_row(look.depth, *described(grpprl[2:]))
                continue
            paragraph = under(tables.place(look.depth), _P)
            paragraph.append(self._properties(grpprl, self._runs.at(last - 1)))
            ended = self._file.text[last - 1]
            span = first, last - (ended in _MARKS)
            self._write(paragraph, span, style, boxes)
            if look.depth and (look.ends_cell or ended == _CELL):
                tables.end_cell(look.depth)
        tables.close(0)

    def _split(self, start: int, end: int) -> Iterator[tuple[int, int]]:
        """Each paragraph, its mark included. A form feed ends one only where a section ends."""
        text, first = self._file.text, start
        for match in _ENDS.finditer(text, start, end):
            if match.group() == "\x0c" and match.start() not in self._sections:
                continue
            yield first, match.end()
            first = match.end()
        if first < end:
            yield first, end

    def _properties(self, grpprl: bytes, mark: Runs) -> Element:
        """The ``pPr`` of a paragraph; many share one. How the mark at its end looks counts too: one that is deleted
        joins the paragraph with the next."""
        key = grpprl, mark
        if key not in self._known:
            look, style = self._said[grpprl]
            self._known[key] = said = paragraph_properties(new(_P), look, style)
            if look.list:
                self.lists.add(look.list)
            if mark.toggles or mark.deleted:
                holder = under(said, _RPR)
                for tag in (*[_DEL] * mark.deleted, *(tag for tag, on in mark.toggles if on)):
                    under(holder, tag)
        return self._known[key]

    def _of_run(self, look: Runs, style: int) -> Element | None:
        """The ``rPr`` of a run in a paragraph of this style; many share one."""
        key = look, style
        if key not in self._known_runs:
            holder = new(_R)
            run_properties(holder, look, self._fonts, self._sheet.toggles(style))
            self._known_runs[key] = holder.find(_RPR)
        return self._known_runs[key]

    def _write(self, paragraph: Element, span: tuple[int, int], style: int, boxes: Boxes) -> None:
        for first, last, look in self._looks(*span):
            run = under(under(paragraph, _DEL) if look.deleted else paragraph, _R)
            said = self._of_run(look, style)
            if said is not None:
                run.append(said)
            if look.symbol or _ODD.search(self._file.text, first, last):
                self._parts(run, (first, last), look, boxes)
            else:
                under(run, _T).text = sound(self._file.text[first:last])

    def _parts(self, run: Element, span: tuple[int, int], look: Runs, boxes: Boxes) -> None:
        for match in _PARTS.finditer(self._file.text, *span):
            if match.group() == _DRAWN and match.start() in boxes:
                for place in boxes[match.start()]:
                    self._box(run, place)
            else:
                self._piece(run, match.group(), look)

    def _looks(self, start: int, end: int) -> Iterable[tuple[int, int, Runs]]:
        """The runs between ``start`` and ``end``; neighbours that look the same are one."""
        return self._runs.alone(start, end) or _merged(self._runs.within(start, end))

    def _piece(self, run: Element, text: str, look: Runs) -> None:
        if text in _FIELDS:
            under(run, w("fldChar"), {w("fldCharType"): _FIELDS[text]})
        elif text in _SIGNS:
            under(run, w(_SIGNS[text]))
        elif look.special and text == _NOTE:
            under(run, w("footnoteReference"))
        elif text == _SYMBOL and look.symbol:
            font, code = look.symbol[:2], look.symbol[2:]
            name = self._fonts.get(int.from_bytes(font, "little"), "")
            under(run, w("sym"), {w("font"): name, w("char"): f"{int.from_bytes(code, 'little'):04X}"})
        elif text >= " ":
            under(run, _T).text = sound(text)

    def _box(self, run: Element, place: tuple[int, int]) -> None:
        drawn = under(under(run, w("pict")), w("txbxContent"))
        self.story(drawn, *place, {})


class _Ranges(Generic[Said]):
    """Properties by the place in the text where they hold; ``nothing`` elsewhere."""

    def __init__(self, ranges: Iterable[tuple[int, int, Said]], nothing: Said) -> None:
        self._ranges = list(ranges)
        self._starts = [start for start, _, _ in self._ranges]
        self._nothing = nothing

    def at(self, place: int) -> Said:
        """The properties of the character at ``place``."""
        index = bisect_right(self._starts, place) - 1
        return self._ranges[index][2] if index >= 0 and place < self._ranges[index][1] else self._nothing

    def alone(self, start: int, end: int) -> list[tuple[int, int, Said]]:
        """The run from ``start`` to ``end`` if it is only one, as it mostly is; else none."""
        index = bisect_right(self._starts, start) - 1
        one = index >= 0 and start < end <= self._ranges[index][1]
        return [(start, end, self._ranges[index][2])] if one else []

    def within(self, start: int, end: int) -> Iterator[tuple[int, int, Said]]:
        """The runs between ``start`` and ``end``, with those of no properties."""
        index = max(bisect_right(self._starts, start) - 1, 0)
        while start < end:
            while index < len(self._ranges) and self._ranges[index][1] <= start:
                index += 1
            if index >= len(self._ranges) or self._ranges[index][0] >= end:
                yield start, end, self._nothing
                return
            first, last, said = self._ranges[index]
            if first > start:
                yield start, first, self._nothing
            yield max(first, start), min(last, end), said
            start = last


def _merged(ranges: Iterable[tuple[int, int, Runs]]) -> Iterator[tuple[int, int, Runs]]:
    """The ranges in order; those that touch and look the same are one."""
    first = last = 0
    before: Runs | None = None
    for start, end, look in ranges:
        if before is None or start != last or look != before:
            if before is not None:
                yield first, last, before
            first, before = start, look
        last = end
    if before is not None:
        yield first, last, before
