"""A document as a tree on the terminal: units, under each its duties with bodies and deadlines."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping
from textwrap import shorten
from typing import Any

from rich.console import Group
from rich.text import Text
from rich.tree import Tree

from dieukhoan.core.records import Document
from dieukhoan.tables import rows
from dieukhoan.tables.documents import DOCUMENTS
from dieukhoan.tables.model import Words
from dieukhoan.tables.outline import UNITS
from dieukhoan.tables.place import step
from dieukhoan.tables.views import Facts

_OPENING = 100  # characters of a unit's own text
_DUTY = Words("Nhiệm vụ", "Duty")
_LEAD = Words("Chủ trì", "Lead")
_SUPPORT = Words("Phối hợp", "Support")
_DUE = Words("Thời hạn", "When")
_NOTES = Words("Ghi chú", "Notes")
_COUNTS = Words("{} đơn vị, {} nhiệm vụ, {} thời hạn", "{} units, {} duties, {} deadlines")


def tree(document: Document, lang: str) -> Group:
    """The outline of ``document`` with its duties, ready to print."""
    made = rows(document, lang)
    facts = Facts(made, lang)
    (about,) = DOCUMENTS.dicts(made[DOCUMENTS.name])
    top = Tree(Text(about["title"] or about["source"], style="bold"))
    duties = defaultdict(list)
    for duty in facts.duties.values():
        duties[duty["unit_id"]].append(duty)
    nodes: dict[str | None, Tree] = {None: top}
    for unit in UNITS.dicts(made[UNITS.name]):
        node = nodes.get(unit["parent_id"], top).add(_unit(unit, lang))
        nodes[unit["unit_id"]] = node
        for duty in duties.pop(unit["unit_id"], ()):
            _hang(node, facts, duty)
    for rest in duties.values():
        for duty in rest:
            _hang(top, facts, duty)
    counts = _COUNTS.of(lang).format(len(made[UNITS.name]), len(facts.duties), len(facts.deadlines))
    return Group(top, Text(counts, style="dim"))


def _unit(unit: Mapping[str, Any], lang: str) -> Text:
    name = step(unit, lang)
    line = Text(name[:1].upper() + name[1:], style="cyan")
    if unit["heading"]:
        line.append(f". {unit['heading']}", style="bold default")
    if unit["text"]:
        line.append(f": {shorten(unit['text'], _OPENING, placeholder=' …')}", style="default")
    return line


def _hang(node: Tree, facts: Facts, duty: Mapping[str, Any]) -> None:
    """Put a duty below its unit, and below the duty who and when."""
    who = facts.who(duty)
    said = (
        (_LEAD, who["Cơ quan chủ trì"]),
        (_SUPPORT, who["Cơ quan phối hợp"]),
        (_DUE, facts.when(duty)),
        (_NOTES, facts.notes(duty)),
    )
    below = node.add(_line(_DUTY.of(facts.lang), duty["text"], "green"))
    for label, value in said:
        if value:
            below.add(_line(label.of(facts.lang), value, "yellow"))


def _line(label: str, value: str, style: str) -> Text:
    return Text(f"{label}: ", style=style).append(value, style="default")
