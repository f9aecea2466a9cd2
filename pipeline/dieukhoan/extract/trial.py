"""Which rules fire on a text."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

from dieukhoan.core.syllables import split_points
from dieukhoan.core.text import View, nfc
from dieukhoan.extract.evaluators import evaluators
from dieukhoan.rulebook import Match, load


def _emitted(match: Match) -> Mapping[str, str]:
    return match.emit


def trial(text: str, rules: tuple[Path, ...] = ()) -> list[str]:
    """One line a winning match: family, rule, span in ``text`` (NFC), the words, the values they stand for."""
    source = nfc(text)
    view = View(source, split_points(source))
    book = load(*rules)
    values_of = evaluators(book)
    lines = []
    for family in book.families.values():
        evaluate = values_of.get(family.name, _emitted)
        for match in family.scan(view):
            start, end = view.to_source(match.start, match.end)
            values = "  ".join(f"{key}={value}" for key, value in evaluate(match).items() if value)
            lines.append(f"{family.name}  {match.rule.id}  [{start}, {end})  «{source[start:end]}»  {values}".rstrip())
    return lines
