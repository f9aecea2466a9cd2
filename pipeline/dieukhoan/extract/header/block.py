"""The title block: its lines cut at wide gaps into pieces, and what each piece is.

Two columns side by side ("TỈNH ĐOÀN<tab>CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM") become two pieces; quốc hiệu, number,
date, remarks and rules of dashes are taken out by the rules of family ``head`` and what is left names issuers and title
(Nghị định 30/2020/NĐ-CP, Phụ lục I). All offsets here are of the view.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import islice, pairwise

from dieukhoan.core.records import Document, Line, Span
from dieukhoan.rulebook import Match, Rulebook

_GAP = re.compile(r"[^\S\n]*\t[^\S\n]*|[^\S\n]{3,}")
_EDGE = " .,:;-*\u2026_"
# No title block or closing has more lines than this; what is longer is something else.
_LONGEST_BLOCK = 80


@dataclass(frozen=True, slots=True)
class Piece:
    """Words of one line and one column; ``text`` is what the view says there."""

    start: int
    end: int
    text: str


@dataclass(frozen=True, slots=True)
class Block:
    """What stands in a title block: the pieces that are left for issuers and title, and the parts that are known."""

    pieces: tuple[Piece, ...] = ()
    parts: tuple[Match, ...] = ()

    def of(self, part: str) -> Iterator[Match]:
        """The known parts of one kind (``number``, ``date`` …), in reading order."""
        return (match for match in self.parts if match.emit["part"] == part)


def title_lines(document: Document) -> Iterator[Line]:
    """The lines of the document's own title block: the zones of kind ``title`` before the first numbered unit;
    where there is no such zone, the lines before the first unit."""
    numbered = next((unit.start for unit in document.units if unit.number), len(document.text))
    zones = [zone for zone in document.zones if zone.kind == "title" and zone.start < numbered]
    lines = document.source.lines
    if zones:
        yield from (line for line in lines if any(zone.start <= line.start <= zone.end for zone in zones))
        return
    first = document.units[0].start if document.units else len(document.text)
    yield from (line for line in lines if line.start < first)


def read_block(document: Document, lines: Iterable[Line], rules: Rulebook) -> Block:
    """Cut ``lines`` into pieces and take the known parts out."""
    columns = [column for line in islice(lines, _LONGEST_BLOCK) for column in _columns(document, line)]
    family = rules.family("head")
    found: list[Match] = []
    for start, end in _runs(columns):
        found += _standing(document, family.scan(document.view, start, end), columns)
    return Block(tuple(_rest(document, columns, found)), tuple(found))


def place_of(match: Match) -> str:
    """The place in a matched date, empty where it is blank; without the name in capitals that another column left
    before it ("TỈNH PHÚ THỌ Phú Thọ, ngày …")."""
    words = match.emit.get("place", "").strip(_EDGE).split()
    return " ".join(words[_shouted(words) :])


def _shouted(words: list[str]) -> int:
    """How many words in capitals stand before words that are not."""
    small = (index for index, word in enumerate(words) if any(char.islower() for char in word))
    return next(small, 0)


def _columns(document: Document, line: Line) -> Iterator[Span]:
    """The view spans of a line's columns."""
    edges = [line.start]
    for gap in _GAP.finditer(document.text, line.start, line.end):
        edges += gap.span()
    edges.append(line.end)
    for start, end in zip(edges[::2], edges[1::2], strict=True):
        if document.text[start:end].strip():
            yield document.view.from_source(start, end)


def _runs(columns: list[Span]) -> Iterator[Span]:
    """Neighbouring columns as one span, so that a remark may run over lines."""
    if not columns:
        return
    start, last = columns[0]
    for before, after in pairwise(columns):
        if after[0] - before[1] > 8:
            yield start, last
            start = after[0]
        last = after[1]
    yield start, last


def _standing(document: Document, matches: Iterable[Match], columns: list[Span]) -> Iterator[Match]:
    """Of ``matches`` those that stand on their own: a number or date inside a sentence ("sửa đổi Thông tư số
    12/2018/TT-BTC") belongs to something else."""
    reach = 0
    for match in matches:
        start, end = next(((a, b) for a, b in columns if a <= match.end <= b + 1), (match.start, match.end))
        before = document.view.text[max(start, reach) : match.start].strip(_EDGE + "(")
        part = match.emit["part"]
        if (part == "number" and before) or (part == "date" and not _dates(match, before, end)):
            continue
        reach = match.end
        yield match


def _dates(match: Match, before: str, column_end: int) -> bool:
    """Whether a date ends its column, with its place or nothing before it."""
    placed = any(name in match.spans for name in ("place", "city"))
    return column_end - match.end <= 2 and (placed or not before)


def _rest(document: Document, columns: list[Span], taken: list[Match]) -> Iterator[Piece]:
    """What the known parts leave of the columns, without punctuation at the edges."""
    for start, end in columns:
        at = start
        for match in taken:
            if match.start < end and match.end > at:
                yield from _piece(document, at, _left_edge(match, start))
                at = min(end, match.end)
        yield from _piece(document, at, end)


def _left_edge(match: Match, column: int) -> int:
    """Where a part begins in a column; a date gives back the capitals before its place."""
    place = match.spans.get("place")
    if not place:
        return max(match.start, column)
    words = match.groups["place"].split(" ")
    return max(column, place[0] + sum(len(word) + 1 for word in words[: _shouted(words)]))


def _piece(document: Document, start: int, end: int) -> Iterator[Piece]:
    text = document.view.text
    while start < end and text[start] in _EDGE:
        start += 1
    while end > start and text[end - 1] in " *_":
        end -= 1
    if any(char.isalpha() for char in text[start:end]):
        yield Piece(start, end, text[start:end])
