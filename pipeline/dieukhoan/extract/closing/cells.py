"""The document's own closing, cut into cells: one cell is what stands in one column of one line."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator
from dataclasses import dataclass, replace
from itertools import pairwise

from dieukhoan.core.records import Document, Line, Zone
from dieukhoan.core.text import squeeze

_GAP = re.compile(r"[^\S\n]*\t[^\S\n]*|[^\S\n]{3,}")
# Copied from two columns without anything between: "GIÁM ĐỐC- Trung ương Đoàn (b/c);", "SỞ TƯ PHÁPNơi nhận:"
_GLUED = re.compile(r"(?<=[\w)])(?=- [A-ZĐÀ-Ỹ])|(?<=\S)(?=N(?:ơi nhận|ƠI NHẬN))")
# "SỞ TƯ PHÁP TM. BAN THƯỜNG VỤ": the second block begins with its capacity
_BESIDE = re.compile(r"(?<=\S) (?=TM\. ?[A-ZĐÀ-Ỹ]{2}|ĐẠI DIỆN BÊN [B-D2])")
_TAB = 8
_WIDEST = 250


@dataclass(frozen=True, slots=True)
class Cell:
    """A source span with its text on one line (``text`` folded for matching, ``written`` as the document has it), the
    number of its line, and the columns where it begins and ends."""

    start: int
    end: int
    text: str
    written: str
    line: int
    left: int
    right: int

    @property
    def middle(self) -> float:
        """The centre of the cell, in columns."""
        return (self.left + self.right) / 2

    def part(self, start: int, end: int) -> Cell:
        """The cell of the words ``text[start:end]``, without punctuation and blanks around them."""
        words = self.text[start:end].strip(" :.")
        start = self.text.index(words, start)
        written = self.written[start : start + len(words)] if len(self.written) == len(self.text) else words
        whole = self.end - self.start == len(self.text)
        first = self.start + start if whole else self.end - len(self.text) + start
        return replace(self, start=first, text=words, written=written)


def own_closings(document: Document) -> list[list[Zone]]:
    """Groups of closing zones with no unit between them, before any appendix and before an annexed document with a
    title of its own; when there is none (the signatures stand at the very end), those of the annexed document."""
    numbered = next((unit.start for unit in document.units if unit.number), 0)
    appendix = next((unit.start for unit in document.units if unit.kind == "appendix"), len(document.text))
    annex = next((z.start for z in document.zones if z.kind == "title" and z.start > numbered), len(document.text))
    groups = _groups(document, [zone for zone in document.zones if zone.kind == "closing" and zone.start < appendix])
    return [group for group in groups if group[0].start < annex] or groups


def _groups(document: Document, zones: list[Zone]) -> list[list[Zone]]:
    starts = sorted(unit.start for unit in document.units)
    groups: list[list[Zone]] = []
    for zone in zones:
        if groups and bisect_left(starts, groups[-1][-1].end) == bisect_left(starts, zone.start):
            groups[-1].append(zone)
        else:
            groups.append([zone])
    return groups


def cells(document: Document, zones: list[Zone]) -> Iterator[Cell]:
    """The cells of some zones, line by line, from left to right; lines too long for a signature are left out."""
    found = [line for zone in zones for line in _lines(document, zone)]
    ruled = _ruled([document.text[line.start : line.end] for line in found])
    for number, line in enumerate(found, 1):
        if line.end - line.start < _WIDEST or "hận" in document.text[line.start : line.end]:
            yield from _cut(document, line, number, ruled)


def _lines(document: Document, zone: Zone) -> Iterator[Line]:
    lines = document.source.lines
    for at in range(bisect_left(lines, zone.start, key=_start), len(lines)):
        if lines[at].start >= max(zone.end, zone.start + 1):
            return
        yield lines[at]


def _ruled(lines: list[str]) -> bool:
    """Whether tabs part columns as in a table: two lines or more have the most tabs, and where two tabs stand in a row,
    the line has as many, so that a cell between them is empty."""
    tabs = [line.rstrip().count("\t") for line in lines]
    most = max(tabs, default=0)
    full = [count for line, count in zip(lines, tabs, strict=True) if "\t\t" not in line.rstrip()]
    empty = [count for line, count in zip(lines, tabs, strict=True) if "\t\t" in line.rstrip()]
    return most > 1 and full.count(most) > 1 and all(count == most for count in empty)


def _start(line: Line) -> int:
    return line.start


def _cut(document: Document, line: Line, number: int, ruled: bool) -> Iterator[Cell]:
    text = document.source.drawn or document.text
    edges = [line.start]
    for gap in _GAP.finditer(text, line.start, line.end):
        edges += gap.span()
    edges.append(line.end)
    for start, end in zip(edges[::2], edges[1::2], strict=True):
        marks = sorted({start, end, *_inner(text, start, end)})
        for left, right in pairwise(marks):
            words = squeeze(document.view.text[slice(*document.view.from_source(left, right))])
            if words:
                written = squeeze(text[left:right])
                place = _columns(document, line, left, right, ruled=ruled)
                yield Cell(*_trimmed(text, left, right), words, written, number, *place)


def _inner(text: str, start: int, end: int) -> Iterator[int]:
    for pattern in (_GLUED, _BESIDE):
        yield from (hit.start() for hit in pattern.finditer(text, start, end) if start < hit.start() < end)


def _trimmed(text: str, start: int, end: int) -> tuple[int, int]:
    inside = text[start:end]
    return start + len(inside) - len(inside.lstrip()), end - (len(inside) - len(inside.rstrip()))


def _columns(document: Document, line: Line, start: int, end: int, *, ruled: bool) -> tuple[int, int]:
    """Where a cell stands on paper: the column of a table, else the position after tabs and blanks."""
    column = line.cell[2] if line.cell is not None else document.text.count("\t", line.start, start) if ruled else None
    if column is not None:
        return 100 * column, 100 * column + 40
    left = _position(document.text, line.start, start)
    return left, left + end - start


def _position(text: str, line_start: int, at: int) -> int:
    column = 0
    for char in text[line_start:at]:
        column += _TAB - column % _TAB if char == "\t" else 1
    return column
