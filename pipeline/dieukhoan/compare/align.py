"""Which unit of the variant is which unit of the template: one global optimum, not greedy by lines.

Every pair of units has a worth: how much their words agree (in order, and by weight: rare words count more), and how
well the pair fits the pairs around it (parents, neighbours and children that are paired with each other). The
assignment of greatest total worth is found (Kuhn-Munkres, ``scipy.optimize.linear_sum_assignment``, cubic in the number
of units); since fit depends on the assignment, it is found again until it stays, at most :data:`_ROUNDS` times.
Units whose words are the same, and stand once in each document, are paired beforehand.
Numbers and kinds of units play no part, so that "Điều 1" can be "I.1", except that recitals pair with recitals and
appendices with appendices.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

import numpy as np
from numpy.typing import NDArray
from scipy.optimize import linear_sum_assignment

from dieukhoan.compare.memory import kept
from dieukhoan.compare.similar import Matrix, met, similarities, weighted, weights_of
from dieukhoan.compare.words import Expansions, Key, Mask, Words, spelled, words
from dieukhoan.core.outline import Outline
from dieukhoan.core.records import Document, Unit

_ROUNDS = 4
_PARENT, _NEIGHBOUR, _CHILDREN, _PLACE = 0.20, 0.10, 0.20, 0.02
_TELLING = 5  # words from which the same ones, each time once, are no chance
_APART = ("recital", "appendix")
_NONE, _NOWHERE = -1, -2  # what stands opposite a unit's surroundings: there are none, or they have no partner
Flags = NDArray[np.bool_]


@dataclass(frozen=True, slots=True)
class Side:
    """One document made ready: its units, the words of each, the indices of parent and neighbours (-1: none), all its
    words as they are spelt, and the spans that count as one word (references to its own units)."""

    document: Document
    units: tuple[Unit, ...]
    words: tuple[Words, ...]
    parent: tuple[int, ...]
    before: tuple[int, ...]
    after: tuple[int, ...]
    said: Words
    masks: tuple[Mask, ...] = ()

    @property
    def keys(self) -> list[Key]:
        """The word lists of the units."""
        return [unit_words.keys for unit_words in self.words]


@kept
def side(document: Document, table: Expansions) -> Side:
    """``document`` made ready for comparison."""
    outline = Outline(document.units)
    index = {unit.eid: at for at, unit in enumerate(document.units)}
    before, after = [-1] * len(index), [-1] * len(index)
    for parent in (None, *document.units):
        siblings = [index[unit.eid] for unit in outline.children(parent)]
        for left, right in pairwise(siblings):
            before[right], after[left] = left, right
    said = spelled(document)
    own = tuple(words(said, _own_spans(unit), table) for unit in document.units)
    parents = tuple(index.get(unit.parent, -1) for unit in document.units)
    return Side(document, document.units, own, parents, tuple(before), tuple(after), said)


def _own_spans(unit: Unit) -> list[tuple[int, int]]:
    spans = ((unit.heading_start, unit.heading_end), (unit.text_start, unit.text_end))
    return sorted(span for span in spans if span[1] > span[0])


def align(template: Side, variant: Side, least: float) -> list[int]:
    """For each template unit the index of its variant unit (-1: none).

    ``least`` is the similarity below which a pair needs paired surroundings to be believed. Which of the two is called
    the template makes no difference: of several equally good assignments the same one is found.
    """
    if turned(template, variant):
        return inverse(_optimum(variant, template, least), len(template.units))
    return _optimum(template, variant, least)


def turned(template: Side, variant: Side) -> bool:
    """Whether the two are to be read the other way round, so that A against B mirrors B against A."""
    return variant.document.text < template.document.text


def inverse(partner: Sequence[int], size: int) -> list[int]:
    """``partner`` read the other way: for each of ``size`` units of the other side its partner, -1 for none."""
    back = [-1] * size
    for row, column in enumerate(partner):
        if column >= 0:
            back[column] = row
    return back


def _optimum(template: Side, variant: Side, least: float) -> list[int]:
    partner = _certain(template, variant)
    taken = set(partner)
    rows = [row for row, column in enumerate(partner) if column < 0]
    columns = [column for column in range(len(variant.units)) if column not in taken]
    if not rows or not columns:
        return partner
    said = _said(template, variant, rows, columns)
    allowed = _allowed([template.units[row] for row in rows], [variant.units[column] for column in columns])
    steps = _relative(rows, len(template.units))[:, None] - _relative(columns, len(variant.units))[None, :]
    place = _PLACE * (1 - np.abs(steps))
    for _ in range(_ROUNDS):
        fit = _fit(template, variant, partner, (rows, columns))
        worth = np.where(allowed & _believable(said, fit, least), said + fit + place, 0.0)
        found = dict.fromkeys(rows, -1)
        for at, other in zip(*linear_sum_assignment(worth, maximize=True), strict=True):
            if worth[at, other] > 0:
                found[rows[at]] = columns[other]
        if all(partner[row] == column for row, column in found.items()):
            break
        for row, column in found.items():
            partner[row] = column
    return partner


def _certain(template: Side, variant: Side) -> list[int]:
    """The pairs that need no weighing: the same words, not few, and only once in each document."""
    ours, theirs = once(template.keys), once(variant.keys)
    partner = [-1] * len(template.units)
    for key, row in ours.items():
        column = theirs.get(key, -1)
        if column >= 0 and _kin(template.units[row].kind, variant.units[column].kind):
            partner[row] = column
    return partner


def _kin(kind: str, other: str) -> bool:
    return kind == other or (kind not in _APART and other not in _APART)


def once(lists: Sequence[Key]) -> dict[Key, int]:
    """The word lists that say enough to be told from all others and stand only once, with their places."""
    counts = Counter(lists)
    return {key: at for at, key in enumerate(lists) if len(key) >= _TELLING and counts[key] == 1}


def _said(template: Side, variant: Side, rows: Sequence[int], columns: Sequence[int]) -> Matrix:
    """How much the words of ``rows`` and ``columns`` agree; words weigh as they do in the whole documents."""
    ours, theirs = [template.words[row].keys for row in rows], [variant.words[column].keys for column in columns]
    weights = weights_of(_met(template) + _met(variant), len(template.units) + len(variant.units))
    return (similarities(ours, theirs) + weighted(ours, theirs, weights)) / 2


@kept
def _met(side: Side) -> Counter[str]:
    return met(side.keys)


def _relative(places: Sequence[int], count: int) -> Matrix:
    return np.array(places, dtype=np.float64) / max(1, count)


def _allowed(template: Sequence[Unit], variant: Sequence[Unit]) -> Flags:
    ours, theirs = np.array([unit.kind for unit in template]), np.array([unit.kind for unit in variant])
    same = ours[:, None] == theirs[None, :]
    apart = np.isin(ours, _APART)[:, None] | np.isin(theirs, _APART)[None, :]
    empty = np.array([not (unit.heading or unit.text) for unit in template])[:, None]
    allowed: Flags = same | ~(apart | empty)
    return allowed


def _believable(alike: Matrix, fit: Matrix, least: float) -> Flags:
    """Words agree enough, or half of that and the pair stands where its surroundings say."""
    believable: Flags = (alike >= least) | ((alike >= least / 2) & (fit >= _PARENT + _NEIGHBOUR))
    return believable


def _fit(template: Side, variant: Side, partner: Sequence[int], among: tuple[Sequence[int], Sequence[int]]) -> Matrix:
    """How well each pair ``among`` the rows and columns fits ``partner``: parents, neighbours and children paired with
    each other."""
    fit = _CHILDREN * _children_shared(template, variant, partner, among)
    opposite = np.array([*(column if column >= 0 else _NOWHERE for column in partner), _NONE])
    rows, columns = np.array(among[0]), np.array(among[1])
    for worth, ours, theirs in (
        (_PARENT, template.parent, variant.parent),
        (_NEIGHBOUR, template.before, variant.before),
        (_NEIGHBOUR, template.after, variant.after),
    ):
        wanted = opposite[np.array(ours)[rows]]  # for those that have none around (-1) the last of them
        fit += worth * (wanted[:, None] == np.array(theirs)[columns][None, :])
    return fit


def _children_shared(
    template: Side, variant: Side, partner: Sequence[int], among: tuple[Sequence[int], Sequence[int]]
) -> Matrix:
    """For each pair of units the share of their children that are paired with each other."""
    counts = np.zeros((len(among[0]), len(among[1])))
    at_row = {row: at for at, row in enumerate(among[0])}
    at_column = {column: at for at, column in enumerate(among[1])}
    for row, column in enumerate(partner):
        above = template.parent[row], variant.parent[column]
        if column >= 0 and above[0] in at_row and above[1] in at_column:
            counts[at_row[above[0]], at_column[above[1]]] += 1
    ours, theirs = _family_sizes(template, among[0]), _family_sizes(variant, among[1])
    shared: Matrix = counts / np.maximum(1, np.maximum(ours[:, None], theirs[None, :]))
    return shared


def _family_sizes(side: Side, places: Sequence[int]) -> Matrix:
    children = Counter(side.parent)
    return np.array([children[place] for place in places], dtype=np.float64)
