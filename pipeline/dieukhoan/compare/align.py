"""Which unit of the variant is which unit of the template: one global optimum, not greedy by lines.

Every pair of units has a worth: how much their words agree, and how well the pair fits the pairs around it (parents,
neighbours and children that are paired with each other). The assignment of greatest total worth is found (Kuhn-Munkres,
``scipy.optimize.linear_sum_assignment``, cubic in the number of units); since fit depends on the assignment, it is
found again until it stays, at most :data:`_ROUNDS` times. Numbers and kinds of units play no part, so that "Điều 1"
can be "I.1", except that recitals pair with recitals and appendices with appendices.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

import numpy as np
from numpy.typing import NDArray
from scipy.optimize import linear_sum_assignment

from dieukhoan.compare.similar import Matrix, similarities
from dieukhoan.compare.words import Expansions, Key, Words, words
from dieukhoan.core.outline import Outline
from dieukhoan.core.records import Document, Unit

_ROUNDS = 4
_PARENT, _NEIGHBOUR, _CHILDREN, _PLACE = 0.20, 0.10, 0.20, 0.02
_APART = ("recital", "appendix")
Flags = NDArray[np.bool_]


@dataclass(frozen=True, slots=True)
class Side:
    """One document made ready: its units, the words of each, and the indices of parent and neighbours (-1: none)."""

    document: Document
    units: tuple[Unit, ...]
    words: tuple[Words, ...]
    parent: tuple[int, ...]
    before: tuple[int, ...]
    after: tuple[int, ...]

    @property
    def keys(self) -> list[Key]:
        """The word lists of the units."""
        return [unit_words.keys for unit_words in self.words]


def side(document: Document, table: Expansions) -> Side:
    """``document`` made ready for comparison."""
    outline = Outline(document.units)
    index = {unit.eid: at for at, unit in enumerate(document.units)}
    before, after = [-1] * len(index), [-1] * len(index)
    for parent in (None, *document.units):
        siblings = [index[unit.eid] for unit in outline.children(parent)]
        for left, right in pairwise(siblings):
            before[right], after[left] = left, right
    own = tuple(words(document, _own_spans(unit), table) for unit in document.units)
    parents = tuple(index.get(unit.parent, -1) for unit in document.units)
    return Side(document, document.units, own, parents, tuple(before), tuple(after))


def _own_spans(unit: Unit) -> list[tuple[int, int]]:
    spans = ((unit.heading_start, unit.heading_end), (unit.text_start, unit.text_end))
    return sorted(span for span in spans if span[1] > span[0])


def align(template: Side, variant: Side, least: float) -> tuple[list[int], Matrix]:
    """For each template unit the index of its variant unit (-1: none), and the matrix of word similarities.

    ``least`` is the similarity below which a pair needs paired surroundings to be believed.
    """
    alike = similarities(template.keys, variant.keys)
    if not alike.size:
        return [-1] * len(template.units), alike
    allowed = _allowed(template.units, variant.units)
    place = _PLACE * (1 - np.abs(_relative(len(template.units))[:, None] - _relative(len(variant.units))[None, :]))
    partner = [-1] * len(template.units)
    for _ in range(_ROUNDS):
        fit = _fit(template, variant, partner)
        worth = np.where(allowed & _believable(alike, fit, least), alike + fit + place, 0.0)
        rows, columns = linear_sum_assignment(worth, maximize=True)
        found = [-1] * len(template.units)
        for row, column in zip(rows, columns, strict=True):
            if worth[row, column] > 0:
                found[int(row)] = int(column)
        if found == partner:
            break
        partner = found
    return partner, alike


def _relative(count: int) -> Matrix:
    steps: Matrix = np.arange(count, dtype=np.float64) / max(1, count)
    return steps


def _allowed(template: Sequence[Unit], variant: Sequence[Unit]) -> Flags:
    ours = np.array([_APART.index(unit.kind) if unit.kind in _APART else -1 for unit in template])
    theirs = np.array([_APART.index(unit.kind) if unit.kind in _APART else -1 for unit in variant])
    empty = np.array([not (unit.heading or unit.text) for unit in template])[:, None]
    kinds = np.array([[one.kind == other.kind for other in variant] for one in template])
    allowed: Flags = (ours[:, None] == theirs[None, :]) & (~empty | kinds)
    return allowed


def _believable(alike: Matrix, fit: Matrix, least: float) -> Flags:
    """Words agree enough, or half of that and the pair stands where its surroundings say."""
    believable: Flags = (alike >= least) | ((alike >= least / 2) & (fit >= _PARENT + _NEIGHBOUR))
    return believable


def _fit(template: Side, variant: Side, partner: Sequence[int]) -> Matrix:
    """How well each pair fits ``partner``: parents, neighbours and children paired with each other."""
    fit = np.zeros((len(template.units), len(variant.units)))
    if all(at < 0 for at in partner):
        return fit
    shared = _children_shared(template, variant, partner)
    paired = {(row, column) for row, column in enumerate(partner) if column >= 0} | {(-1, -1)}
    for worth, ours, theirs in (
        (_PARENT, template.parent, variant.parent),
        (_NEIGHBOUR, template.before, variant.before),
        (_NEIGHBOUR, template.after, variant.after),
    ):
        by_column = _grouped(theirs)
        for row, around in enumerate(ours):
            opposite = partner[around] if around >= 0 else -1
            if (around, opposite) in paired:
                fit[row, by_column.get(opposite, [])] += worth
    return fit + _CHILDREN * shared


def _grouped(indices: Sequence[int]) -> dict[int, list[int]]:
    groups: dict[int, list[int]] = {}
    for column, value in enumerate(indices):
        groups.setdefault(value, []).append(column)
    return groups


def _children_shared(template: Side, variant: Side, partner: Sequence[int]) -> Matrix:
    """For each pair of units the share of their children that are paired with each other."""
    counts = np.zeros((len(template.units), len(variant.units)))
    for row, column in enumerate(partner):
        if column >= 0 and template.parent[row] >= 0 and variant.parent[column] >= 0:
            counts[template.parent[row], variant.parent[column]] += 1
    ours = np.bincount([at for at in template.parent if at >= 0], minlength=len(template.units)).astype(float)
    theirs = np.bincount([at for at in variant.parent if at >= 0], minlength=len(variant.units)).astype(float)
    shared: Matrix = counts / np.maximum(1, np.maximum(ours[:, None], theirs[None, :]))
    return shared
