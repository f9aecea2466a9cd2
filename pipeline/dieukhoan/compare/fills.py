"""What a variant wrote into each blank of the template, in units, title and closing."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator, Mapping, Sequence

import numpy as np
from numpy.typing import NDArray
from rapidfuzz.distance import LCSseq

from dieukhoan.compare.align import Side
from dieukhoan.compare.records import Fill
from dieukhoan.compare.similar import Codes
from dieukhoan.compare.words import BLANK, Expansions, Words, words
from dieukhoan.core.records import Document, Span

# Costs of an alignment: a word taken up by a blank, a word added, a word of the template lost (beside a blank: more).
_ABSORB, _ADD, _DROP, _DROP_NEAR = 1, 2, 5, 12
_CLEAR = 3  # words around a blank, or a difference, that are always weighed
_LONG = 12  # words in a row that nobody would write for others
_MOST = 14  # words that one blank can take up
_CELLS = 30_000_000  # words of the one times words of the other: beyond, nobody has filled in a form
Costs = NDArray[np.int32]


def find_fills(template: Side, variant: Side, hosts: Sequence[Sequence[int]], table: Expansions) -> list[Fill]:
    """A fill for every blank of the template, in its order; ``hosts`` gives, per template unit, the variant units that
    hold its words (several for a split, none when it was removed)."""
    names = _Names(variant.document)
    title, closing = (list(_zone_fills(template, variant, kind, table, names)) for kind in ("title", "closing"))
    found = [("", span) for span in title]
    for row, unit in enumerate(template.units):
        own = template.words[row]
        if BLANK in own.keys:
            other = _joined([variant.words[column] for column in hosts[row]])
            found += [(unit.eid, span) for span in _values(own, other, names)]
    found += [("", span) for span in closing]
    return [
        Fill(eid, position, variant.document.text[start:end] if end > start else "", start, end)
        for position, (eid, (start, end)) in enumerate(found, 1)
    ]


def _zone_fills(
    template: Side, variant: Side, kind: str, table: Expansions, names: _Names
) -> Iterator[tuple[int, int]]:
    ours, theirs = (
        words(side.said, [(zone.start, zone.end) for zone in side.document.zones if zone.kind == kind], table)
        for side in (template, variant)
    )
    return _values(ours, theirs, names)


def _joined(parts: Sequence[Words]) -> Words:
    return Words(
        tuple(key for part in parts for key in part.keys), tuple(span for part in parts for span in part.spans)
    )


class _Names:
    """Where the variant names bodies: a fill takes a whole name or none of it."""

    def __init__(self, document: Document) -> None:
        named = {(one.start, one.end) for one in document.mentions if one.via in ("name", "abbreviation")}
        self._spans = sorted(named)
        self._starts = [start for start, _ in self._spans]
        self.text = document.text

    def around(self, span: Span) -> Span:
        """The name that holds ``span``, or ``span`` itself."""
        at = bisect_right(self._starts, span[0]) - 1
        return self._spans[at] if at >= 0 and span[1] <= self._spans[at][1] else span


def _values(template: Words, variant: Words, names: _Names) -> Iterator[Span]:
    """For each blank of ``template`` the span of the source that went into it, (0, 0) where nothing did."""
    if BLANK not in template.keys:
        return
    if template.keys == variant.keys:  # all as open as they were
        yield from [(0, 0)] * template.keys.count(BLANK)
        return
    taken: dict[int, list[int]] = {at: [] for at, key in enumerate(template.keys) if key == BLANK}
    met: dict[int, int] = {}
    for row, column in _path(template.keys, variant.keys):
        if row not in taken and variant.keys[column] == template.keys[row]:
            met[column] = row
        elif row in taken and variant.keys[column] != BLANK:
            taken[row].append(column)
    for row, columns in taken.items():
        if not columns:
            yield 0, 0
            continue
        first, last = _whole_names(columns[0], columns[-1], met, variant, names)
        if row - 1 not in met.values():
            first = _first_name(first, last, variant, names.text)
        yield variant.spans[first][0], variant.spans[last][1]


def _whole_names(first: int, last: int, met: Mapping[int, int], variant: Words, names: _Names) -> tuple[int, int]:
    """The fill grown to the names that it cuts, unless the template itself says the rest ("Sở Y tế tỉnh …")."""
    start, end = names.around(variant.spans[first])[0], names.around(variant.spans[last])[1]
    before = [at for at in range(max(0, first - _MOST), first) if variant.spans[at][0] >= start]
    after = [at for at in range(last + 1, min(len(variant.keys), last + _MOST)) if variant.spans[at][1] <= end]
    if any(at not in met for at in before):
        first = before[0]
    if any(at not in met for at in after):
        last = after[-1]
    return first, last


def _first_name(first: int, last: int, variant: Words, text: str) -> int:
    """Where the words before a blank were changed too ("Giao …" to "Phân công Phòng Tuyên truyền"), the name begins at
    the first capital."""
    for at in range(first, last + 1):
        if text[variant.spans[at][0]].isupper():
            return at
    return first


def _path(template: Sequence[str], variant: Sequence[str]) -> Iterator[tuple[int, int]]:
    """The cheapest alignment as (template index, variant index) of words that meet; a blank may meet many words."""
    drops = _drop_costs(template)
    row = column = 0
    for start, other, size in (*_sure(template, variant), (len(template), len(variant), 0)):
        for at, to in _cheapest(template[row:start], variant[column:other], drops[row:start]):
            yield at + row, to + column
        row, column = start + size, other + size
        yield from zip(range(start, row), range(other, column), strict=True)


def _sure(template: Sequence[str], variant: Sequence[str]) -> Iterator[tuple[int, int, int]]:
    """The stretches (template index, variant index, length) that need no weighing: the same words, well away from
    blanks and from words that differ, at the beginning, at the end, or long."""
    codes = Codes()
    ours, theirs = codes.of(template), codes.of(variant).replace(codes[BLANK], codes[""])  # no blank is sure
    for start, other, size in LCSseq.editops(ours, theirs).as_matching_blocks():
        end = start + size
        first, last = start == other == 0, (end, other + size) == (len(template), len(variant))
        if size >= _LONG or first or last:
            left, right = (0 if first else _CLEAR), (0 if last else _CLEAR)
            if size > left + right:
                yield start + left, other + left, size - left - right


def _cheapest(template: Sequence[str], variant: Sequence[str], drops: Sequence[int]) -> list[tuple[int, int]]:
    """Costs are kept less what so many additions would cost: then a word of the variant that meets nothing costs
    nothing more, from wherever one comes, and few calls make a row."""
    if len(template) * len(variant) > _CELLS:
        return []
    meeting = _Meeting(variant)
    costs = [np.zeros(len(variant) + 1, dtype=np.int32)]
    for word, drop in zip(template, drops, strict=True):
        row = _blank_row(costs[-1]) if word == BLANK else _word_row(costs[-1], meeting[word, drop], drop)
        costs.append(np.minimum.accumulate(row, out=row))
    return _walk_back(costs, template, variant, drops)


def _drop_costs(template: Sequence[str]) -> list[int]:
    """What it costs to lose each word: much beside a blank, since those words say where the blank is."""
    near = {at + step for at, word in enumerate(template) if word == BLANK for step in (-2, -1, 1, 2)}
    return [_DROP_NEAR if at in near else _DROP for at in range(len(template))]


def _exchange(drop: int) -> int:
    """What it costs to have another word for one whose loss costs ``drop``."""
    return drop + _ADD - 1


class _Meeting(dict[tuple[str, int], Costs]):
    """What it costs a word, whose loss costs so much, to stand for each word of the variant, less an addition."""

    def __init__(self, variant: Sequence[str]) -> None:
        super().__init__()
        self._codes: dict[str, int] = {}
        self._words = np.array([self._codes.setdefault(word, len(self._codes)) for word in variant], dtype=np.int32)

    def __missing__(self, key: tuple[str, int]) -> Costs:
        word, drop = key
        self[key] = found = np.full(len(self._words), _exchange(drop) - _ADD, dtype=np.int32)
        found[self._words == self._codes.get(word, -1)] = -_ADD
        return found


def _blank_row(above: Costs) -> Costs:
    row = above.copy()
    for size in range(1, min(len(above) - 1, _MOST) + 1):
        np.minimum(row[size:], above[:-size] + (_ABSORB - _ADD) * size, out=row[size:])
    return row


def _word_row(above: Costs, meeting: Costs, drop: int) -> Costs:
    row = above + drop
    np.minimum(row[1:], above[:-1] + meeting, out=row[1:])
    return row


def _walk_back(
    costs: Sequence[Costs], template: Sequence[str], variant: Sequence[str], drops: Sequence[int]
) -> list[tuple[int, int]]:
    row, column = len(template), len(variant)
    met: list[tuple[int, int]] = []
    while row and column:
        word, here, above = template[row - 1], costs[row][column], costs[row - 1]
        if word == BLANK:
            sizes = range(min(column, _MOST) + 1)
            size = next((size for size in sizes if here == above[column - size] + (_ABSORB - _ADD) * size), -1)
            met += [(row - 1, column - step) for step in range(1, size + 1)]
            row, column = (row - 1, column - size) if size >= 0 else (row, column - 1)
        elif here == above[column - 1] + (0 if variant[column - 1] == word else _exchange(drops[row - 1])) - _ADD:
            met.append((row - 1, column - 1))
            row, column = row - 1, column - 1
        elif here == above[column] + drops[row - 1]:
            row -= 1
        else:
            column -= 1
    return sorted(met)
