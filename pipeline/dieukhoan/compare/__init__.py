"""A template against its variants: which unit became which, what was filled in, which duties changed."""

from __future__ import annotations

from dieukhoan.compare.align import align, side
from dieukhoan.compare.changes import duties, find_changes
from dieukhoan.compare.fills import find_fills
from dieukhoan.compare.records import Change, Comparison, Fill, Pair, WordChange
from dieukhoan.compare.references import named_references
from dieukhoan.compare.script import rebuild, word_changes
from dieukhoan.compare.status import classify, hosts, settled
from dieukhoan.compare.words import expansions
from dieukhoan.core.records import Document
from dieukhoan.rulebook import Rulebook

__all__ = ["Change", "Comparison", "Fill", "Pair", "WordChange", "compare_pair", "rebuild"]


LEAST = 0.5


def compare_pair(template: Document, variant: Document, rules: Rulebook, least: float = LEAST) -> Comparison:
    """Compare one variant with its template; ``least`` is the similarity, 0 to 1, that makes two units the same."""
    table = expansions(rules, template, variant)
    ours, theirs = side(template, table), side(variant, table)
    partner = settled(ours, theirs, align(ours, theirs, least))
    ours, theirs = named_references(ours, theirs, partner, rules)
    pairs = classify(ours, theirs, partner)
    held = hosts(ours, theirs, pairs)
    filled = find_fills(ours, theirs, held, table)
    changes = find_changes(duties(ours, table), duties(theirs, table), held)
    wording = word_changes(ours, theirs, pairs, table)
    return Comparison(template, variant, tuple(pairs), tuple(filled), tuple(changes), tuple(wording))
