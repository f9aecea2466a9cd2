"""What a variant wrote into each blank of the template, in units, title and closing."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from dieukhoan.compare.align import Side
from dieukhoan.compare.records import Fill
from dieukhoan.compare.words import BLANK, Expansions, Words, words
from dieukhoan.core.records import Document

# Costs of an alignment: a word taken up by a blank, a word added, a word of the template lost (beside a blank: more).
_ABSORB, _ADD, _DROP, _DROP_NEAR = 1, 2, 5, 12
_MOST = 14  # words that one blank can take up


def find_fills(template: Side, variant: Side, hosts: Sequence[Sequence[int]], table: Expansions) -> list[Fill]:
    """A fill for every blank of the template, in its order; ``hosts`` gives, per template unit, the variant units that
    hold its words (several for a split, none when it was removed)."""
    found = []
    title, closing = (
        list(_zone_fills(template.document, variant.document, kind, table)) for kind in ("title", "closing")
    )
    found += title
    for row, unit in enumerate(template.units):
        own = template.words[row]
        if BLANK in own.keys:
            other = _joined([variant.words[column] for column in hosts[row]])
            found += [(unit.eid, value) for value in _values(own, other)]
    found += closing
    return [
        Fill(eid, position, variant.document.text[start:end] if end > start else "", start, end)
        for position, (eid, (start, end)) in enumerate(found, 1)
    ]


def _zone_fills(
    template: Document, variant: Document, kind: str, table: Expansions
) -> Iterator[tuple[str, tuple[int, int]]]:
    ours, theirs = (
        words(document, [(zone.start, zone.end) for zone in document.zones if zone.kind == kind], table)
        for document in (template, variant)
    )
    return (("", value) for value in _values(ours, theirs))


def _joined(parts: Sequence[Words]) -> Words:
    return Words(
        tuple(key for part in parts for key in part.keys), tuple(span for part in parts for span in part.spans)
    )


def _values(template: Words, variant: Words) -> Iterator[tuple[int, int]]:
    """For each blank of ``template`` the span of the source that went into it, (0, 0) where nothing did."""
    taken: dict[int, list[int]] = {at: [] for at, key in enumerate(template.keys) if key == BLANK}
    for row, column in _path(template.keys, variant.keys):
        if row in taken and variant.keys[column] != BLANK:
            taken[row].append(column)
    for columns in taken.values():
        yield (variant.spans[columns[0]][0], variant.spans[columns[-1]][1]) if columns else (0, 0)


def _path(template: Sequence[str], variant: Sequence[str]) -> list[tuple[int, int]]:
    """The cheapest alignment as (template index, variant index) of words that meet; a blank may meet many words."""
    drops = _drop_costs(template)
    costs = [[_ADD * column for column in range(len(variant) + 1)]]
    for row, word in enumerate(template):
        costs.append(_blank_row(costs[-1]) if word == BLANK else _word_row(costs[-1], word, variant, drops[row]))
    return _walk_back(costs, template, variant, drops)


def _drop_costs(template: Sequence[str]) -> list[int]:
    """What it costs to lose each word: much beside a blank, since those words say where the blank is."""
    near = {at + step for at, word in enumerate(template) if word == BLANK for step in (-2, -1, 1, 2)}
    return [_DROP_NEAR if at in near else _DROP for at in range(len(template))]


def _blank_row(above: list[int]) -> list[int]:
    row: list[int] = []
    for column, cost in enumerate(above):
        taken = (above[column - size] + _ABSORB * size for size in range(1, min(column, _MOST) + 1))
        row.append(min(cost, *taken, row[-1] + _ADD) if row else cost)
    return row


def _word_row(above: list[int], word: str, variant: Sequence[str], drop: int) -> list[int]:
    row = [above[0] + drop]
    for column, other in enumerate(variant, 1):
        meet = above[column - 1] + (0 if other == word else drop + _ADD - 1)
        row.append(min(meet, above[column] + drop, row[-1] + _ADD))
    return row


def _walk_back(
    costs: list[list[int]], template: Sequence[str], variant: Sequence[str], drops: Sequence[int]
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
