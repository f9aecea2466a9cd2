"""References of a text to its own units: "khoản 2 Điều 6" that became "khoản 2 Điều 7" because an article was put in
before it says what it said. Such a reference counts as one word, named after the unit that it leads to."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace

from dieukhoan.compare.align import Side
from dieukhoan.compare.memory import kept
from dieukhoan.compare.words import masked
from dieukhoan.core.outline import Outline
from dieukhoan.core.records import Document, Unit
from dieukhoan.core.text import lower
from dieukhoan.rulebook import Rulebook

_THIS = "này"
Referred = tuple[int, int, int]
"""A span of the source and the index of the unit that is referred to."""


@kept
def references(document: Document, rules: Rulebook) -> Sequence[Referred]:
    """The references of ``document`` to its own units, in order; those that lead to no unit are left out."""
    finder = _Finder(document)
    found = []
    for match in rules.family("own_reference").scan(document.view):
        start, end = document.view.to_source(match.start, match.end)
        target = finder.find(match.emit, start)
        if target is not None:
            found.append((start, end, target))
    return found


def named_references(template: Side, variant: Side, partner: Sequence[int], rules: Rulebook) -> tuple[Side, Side]:
    """Both sides with their references masked: one to a unit and one to its partner are the same word."""
    theirs = {column: f"@+{column}" for column in range(len(variant.units))}
    theirs |= {column: _own_name(row) for row, column in enumerate(partner) if column >= 0}
    return _with_own_names(template, rules), _with_names(variant, theirs, rules)


@kept
def _with_own_names(one: Side, rules: Rulebook) -> Side:
    return _with_names(one, {row: _own_name(row) for row in range(len(one.units))}, rules)


def _own_name(row: int) -> str:
    return f"@{row}"


def _with_names(one: Side, names: Mapping[int, str], rules: Rulebook) -> Side:
    masks = tuple((start, end, names[target]) for start, end, target in references(one.document, rules))
    return replace(one, words=tuple(masked(found, masks) for found in one.words), masks=masks) if masks else one


class _Finder:
    """Finds the units of one document by their numbers."""

    def __init__(self, document: Document) -> None:
        self._outline = Outline(document.units)
        self._index = {unit.eid: at for at, unit in enumerate(document.units)}
        self._numbered: dict[tuple[str, str], Unit] = {}
        for unit in document.units:
            kind = "article" if unit.kind == "article" else "other"
            self._numbered.setdefault((kind, lower(unit.number)), unit)

    def find(self, said: Mapping[str, str], offset: int) -> int | None:
        """The index of the unit that the reference at ``offset`` leads to, None where there is none."""
        here = self._outline.at(offset)
        steps = [said.get(name, "") for name in ("clause", "point")]
        top: Unit | None
        if said.get("section"):
            top = self._numbered.get(("other", lower(said["section"])))
        elif said.get("article") not in (None, "", _THIS):
            top = self._numbered.get(("article", said["article"]))
        elif steps[0] == _THIS:
            top, steps = self._above(here, "clause"), steps[1:]
        else:
            top = self._above(here, "article")
        for number in filter(None, steps):
            top = self._below(top, number)
        return self._index[top.eid] if top else None

    def _above(self, unit: Unit | None, kind: str) -> Unit | None:
        if unit is None or unit.kind == kind:
            return unit
        return next((above for above in self._outline.ancestors(unit) if above.kind == kind), None)

    def _below(self, unit: Unit | None, number: str) -> Unit | None:
        if unit is None:
            return None
        return next((child for child in self._outline.children(unit) if lower(child.number) == number), None)
