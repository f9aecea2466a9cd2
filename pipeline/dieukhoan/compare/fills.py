"""What a variant wrote into each blank of the template, in units, title and closing."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator, Mapping, Sequence

import numpy as np
from numpy.typing import NDArray

from dieukhoan.compare.align import Side
from dieukhoan.compare.records import Fill
from dieukhoan.compare.words import BLANK, Expansions, Words, words
from dieukhoan.core.records import Document, Span

# Costs of an alignment: a word taken up by a blank, a word added, a word of the template lost (beside a blank: more).
_ABSORB, _ADD, _DROP, _DROP_NEAR = 1, 2, 5, 12
_CLEAR = 3  # words around a blank that are always weighed
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
    head, tail = _shared(template, variant)
    yield from zip(range(head), range(head), strict=True)
    middle = slice(head, len(template) - tail), slice(head, len(variant) - tail)
    for row, column in _cheapest(template[middle[0]], variant[middle[1]], _drop_costs(template)[middle[0]]):
        yield row + head, column + head
    yield from zip(range(middle[0].stop, len(template)), range(middle[1].stop, len(variant)), strict=True)


def _shared(template: Sequence[str], variant: Sequence[str]) -> tuple[int, int]:
    """How many words at the beginning and at the end are the same, well away from blanks: they need no weighing."""
    blanks = [at for at, word in enumerate(template) if word == BLANK]
    if not blanks:
        return 0, 0
    most = min(len(template), len(variant))
    head = next((at for at in range(min(most, blanks[0])) if template[at] != variant[at]), min(most, blanks[0]))
    head = max(0, head - _CLEAR)
    most = min(most - head, len(template) - blanks[-1] - 1)
    tail = next((at for at in range(most) if template[-1 - at] != variant[-1 - at]), most)
    return head, max(0, tail - _CLEAR)


def _cheapest(template: Sequence[str], variant: Sequence[str], drops: Sequence[int]) -> list[tuple[int, int]]:
    if len(template) * len(variant) > _CELLS:
        return []
    codes: dict[str, int] = {}
    other = np.array([codes.setdefault(word, len(codes)) for word in variant], dtype=np.int32)
    steps = _ADD * np.arange(len(variant) + 1, dtype=np.int32)
    costs = [steps]
    for row, word in enumerate(template):
        if word == BLANK:
            found = _blank_row(costs[-1])
        else:
            found = _word_row(costs[-1], other == codes.get(word, -1), drops[row])
        # a word of the variant that meets nothing costs _ADD, from wherever one comes
        costs.append(np.minimum.accumulate(found - steps) + steps)
    return _walk_back(costs, template, variant, drops)


def _drop_costs(template: Sequence[str]) -> list[int]:
    """What it costs to lose each word: much beside a blank, since those words say where the blank is."""
    near = {at + step for at, word in enumerate(template) if word == BLANK for step in (-2, -1, 1, 2)}
    return [_DROP_NEAR if at in near else _DROP for at in range(len(template))]


def _blank_row(above: Costs) -> Costs:
    row = above.copy()
    for size in range(1, min(len(above) - 1, _MOST) + 1):
        np.minimum(row[size:], above[:-size] + _ABSORB * size, out=row[size:])
    return row


def _word_row(above: Costs, same: NDArray[np.bool_], drop: int) -> Costs:
    row = above + drop
    np.minimum(row[1:], above[:-1] + np.where(same, 0, drop + _ADD - 1).astype(np.int32), out=row[1:])
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
            size = next((size for size in sizes if here == above[column - size] + _ABSORB * size), -1)
            met += [(row - 1, column - step) for step in range(1, size + 1)]
            row, column = (row - 1, column - size) if size >= 0 else (row, column - 1)
        elif here == above[column - 1] + (0 if variant[column - 1] == word else drops[row - 1] + _ADD - 1):
            met.append((row - 1, column - 1))
            row, column = row - 1, column - 1
        elif here == above[column] + drops[row - 1]:
            row -= 1
        else:
            column -= 1
    return sorted(met)
