"""From the finished tree to the records: kinds, eids, spans of the source, diagnostics."""

from __future__ import annotations

import re
from collections import Counter, defaultdict

from dieukhoan.core.records import Diagnostic, Span, Unit
from dieukhoan.core.remarks import remark
from dieukhoan.core.text import View
from dieukhoan.rulebook import Rulebook
from dieukhoan.structure.grow import Jump
from dieukhoan.structure.headings import Headings
from dieukhoan.structure.nodes import Node

# The abbreviations of the Akoma Ntoso Naming Convention 1.0.
PREFIX = {
    "part": "part", "chapter": "chp", "section": "sec", "subsection": "subsec", "article": "art", "clause": "cl",
    "point": "point", "indent": "indent", "paragraph": "para", "appendix": "appendix", "recital": "rec",
    "preamble": "preamble",
}  # fmt: skip
_FIXED = {
    "part": "part", "chapter": "chapter", "section": "section", "subsection": "subsection", "article": "article",
    "appendix": "appendix", "form": "appendix", "lower": "point", "minor": "point", "bullet": "indent",
    "arabic": "clause", "paragraph": "paragraph", "recital": "recital", "preamble": "preamble",
}  # fmt: skip
_ORDINAL = re.compile(r"(?i:thứ )")
_UNSAFE = re.compile(r"[\s/]+")


def units(root: Node, view: View, rules: Rulebook) -> tuple[tuple[Unit, ...], dict[int, Unit]]:
    """The units in reading order, and each by the id() of its node."""
    headings = Headings(rules)
    made: list[Unit] = []
    by_node: dict[int, Unit] = {}
    counts: defaultdict[str, Counter[str]] = defaultdict(Counter)
    for node in root.walk():
        node.kind = _kind(node)
        headings.split(node, view.text)
        above = by_node.get(id(node.parent))
        parent = above.eid if above else ""
        step = _step(node, counts[parent])
        eid = f"{parent}__{step}" if parent else step
        by_node[id(node)] = unit = _unit(node, view, eid, above, len(made) + 1)
        made.append(unit)
    return tuple(made), by_node


def _unit(node: Node, view: View, eid: str, above: Unit | None, position: int) -> Unit:
    start, end = view.to_source(node.start, node.end)
    heading = _span(view, node.heading, start)
    text = _span(view, node.text, end)
    source = view.source
    return Unit(
        eid=eid,
        kind=node.kind,
        number="" if node.style == "bullet" else node.number,
        heading=source[heading[0] : heading[1]],
        text=source[text[0] : text[1]],
        start=start,
        end=end,
        heading_start=heading[0],
        heading_end=heading[1],
        text_start=text[0],
        text_end=text[1],
        parent=above.eid if above else "",
        position=position,
        depth=above.depth + 1 if above else 1,
        page=node.row.line.page if node.row else 0,
    )


def _span(view: View, span: Span | None, at: int) -> Span:
    return view.to_source(*span) if span and span[1] > span[0] else (at, at)


def _kind(node: Node) -> str:
    """The kind of a unit from its marker and from where it stands: "I." is a section, but a clause below an article."""
    fixed = _FIXED.get(node.style)
    if fixed:
        return fixed
    above = node.parent.kind if node.parent else ""
    if node.style == "dotted":
        return "point" if above == "point" else "clause"
    low = above in ("article", "clause", "point", "indent", "paragraph")
    if node.style == "roman":
        return "clause" if low else "subsection" if above == "section" else "section"
    if low:
        return "clause" if above == "article" else "point"
    if _any_holds_roman(node):
        return "part"
    return "subsection" if above == "section" else "section"


def _any_holds_roman(node: Node) -> bool:
    """Whether below any of the siblings of a node's style stands "I."."""
    if node.holds_roman is None:
        peers = [peer for peer in node.parent.children if peer.style == node.style] if node.parent else [node]
        found = any("roman" in peer.last for peer in peers)
        for peer in peers:
            peer.holds_roman = found
    return bool(node.holds_roman)


def _step(node: Node, counts: Counter[str]) -> str:
    prefix = PREFIX[node.kind]
    number = _UNSAFE.sub("-", _ORDINAL.sub("", node.number)) if node.style != "bullet" else ""
    if not number:
        counts[prefix] += 1
        return f"{prefix}_{counts[prefix]}"
    step = f"{prefix}_{number}"
    counts[step] += 1
    return step if counts[step] == 1 else f"{step}-{counts[step]}"


def diagnostics(jumps: list[Jump], by_node: dict[int, Unit]) -> tuple[Diagnostic, ...]:
    """A warning for every number that is not the next one."""
    found = []
    for jump in jumps:
        unit = by_node[id(jump.node)]
        code, key = ("numbering_gap", "number_gap") if jump.size > 1 else ("numbering_repeat", "number_again")
        at = unit.start, unit.end
        found.append(remark(code, key, "warning", unit.eid, at, number=unit.number))
    return tuple(found)
