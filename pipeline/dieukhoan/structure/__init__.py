"""From lines to the tree of units."""

from __future__ import annotations

from dataclasses import replace

from dieukhoan.core.records import Document
from dieukhoan.rulebook import Rulebook
from dieukhoan.structure.emit import diagnostics, units
from dieukhoan.structure.grow import Grower
from dieukhoan.structure.rows import rows
from dieukhoan.structure.sheet import Sheet
from dieukhoan.structure.zones import Zoner

__all__ = ["outline"]


def outline(document: Document, rules: Rulebook) -> Document:
    """``document`` with its zones and units, and a warning for every gap or repeat in the numbering.

    Every character that is not blank stands in exactly one unit or zone. Never fails: a text without any marker is
    a preamble or a row of paragraphs.
    """
    sheet = Sheet(tuple(rows(document)), document.view, rules)
    Zoner(sheet).run()
    grower = Grower(sheet, rules)
    grower.run()
    made, by_node = units(grower.root, document.view, rules)
    found = document.diagnostics + diagnostics(grower.jumps, by_node)
    for node in grower.root.walk():
        node.parent = None  # no circle: a tree goes with the last who holds it, not when the collector comes by
    return replace(document, zones=tuple(grower.zones), units=made, diagnostics=found)
