"""A template against its variants: which unit became which, what was filled in, which duties changed."""

from __future__ import annotations

from dieukhoan.compare.align import align, side
from dieukhoan.compare.changes import Duties, find_changes
from dieukhoan.compare.fills import find_fills
from dieukhoan.compare.records import Change, Comparison, Fill, Pair
from dieukhoan.compare.status import classify
from dieukhoan.compare.words import expansions
from dieukhoan.core.records import Document
from dieukhoan.rulebook import Rulebook

__all__ = ["Change", "Comparison", "Fill", "Pair", "compare_pair"]


def compare_pair(template: Document, variant: Document, rules: Rulebook, least: float = 0.5) -> Comparison:
    """Compare one variant with its template; ``least`` is the similarity, 0 to 1, that makes two units the same."""
    table = expansions(rules, template, variant)
    ours, theirs = side(template, table), side(variant, table)
    partner, alike = align(ours, theirs, least)
    pairs = classify(ours, theirs, partner, alike)
    row_of = {unit.eid: row for row, unit in enumerate(ours.units)}
    column_of = {unit.eid: column for column, unit in enumerate(theirs.units)}
    hosts: list[list[int]] = [[] for _ in ours.units]
    for pair in pairs:
        if pair.template and pair.variant:
            hosts[row_of[pair.template]].append(column_of[pair.variant])
    filled = find_fills(ours, theirs, [sorted(columns) for columns in hosts], table)
    changes = find_changes(Duties(template, table), Duties(variant, table), pairs)
    return Comparison(template, variant, tuple(pairs), tuple(filled), tuple(changes))
