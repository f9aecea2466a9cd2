"""Blanks to fill in: where they are, what belongs in them, and whether they make the document a template."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

from dieukhoan.core.outline import Outline
from dieukhoan.core.records import Blank, Document, Span
from dieukhoan.core.remarks import remark
from dieukhoan.extract.resources import Resources
from dieukhoan.rulebook import Match, Rulebook

# What gives a blank away: dots, underscores, or nothing where a figure should stand.
_SIGN = re.compile(r"…|\.\.+|__+|\. \.|số ?: [/-]|ngày tháng|tháng năm")
_CONTEXT = 60
_GAP = re.compile(r"[^\S\n]*\t[^\S\n]*|[^\S\n]{3,}")
_GROUPS = ("blank", "blank2", "blank3")
_NAMES = ("province", "body")
# A contract names its parties in lines of their own ("Ông/bà: ………"), which ask for any text.
_MANY = 5


def find_blanks(document: Document, resources: Resources) -> Document:
    """Set ``document.blanks``; where they are left over in a document that is no template, say so once."""
    blanks = document.blanks or spot(document, resources.rules)  # the header has looked for them already
    found = replace(document, blanks=blanks)
    if not blanks or document.header.is_template:
        return found
    first = blanks[0]
    left = remark("blank_unfilled", "", "warning", first.unit, (first.start, first.end), count=len(blanks))
    return replace(found, diagnostics=(*document.diagnostics, left))


def spot(document: Document, rules: Rulebook) -> tuple[Blank, ...]:
    """Every blank of the document in reading order, with the unit that it stands in."""
    outline = Outline(document.units)
    family = rules.family("blank")
    blanks = []
    for window in _windows(document.view.lower):
        for match in family.scan(document.view, *window):
            if match.emit["role"] != "none":
                for start, end in _columns(document, match):
                    unit = outline.at(start)
                    blanks.append(Blank(start, end, match.emit["role"], unit.eid if unit else ""))
    return tuple(blanks)


def _columns(document: Document, match: Match) -> Iterator[Span]:
    """The source spans of a matched blank: two where it runs over the gap between two columns."""
    start, end = document.view.to_source(*_blank_span(match))
    edges = [start]
    for gap in _GAP.finditer(document.text, start, end):
        if start < gap.start() and gap.end() < end:
            edges += gap.span()
    edges.append(end)
    yield from zip(edges[::2], edges[1::2], strict=True)


def _windows(lower: str) -> Iterator[Span]:
    """The neighbourhoods of dots and gaps, within their lines; most texts have few."""
    start = end = 0
    for sign in _SIGN.finditer(lower):
        if sign.start() > end or "\n" in lower[end : sign.start()]:
            if end > start:
                yield start, end
            start = max(lower.rfind("\n", 0, sign.start()) + 1, sign.start() - _CONTEXT)
        line_end = lower.find("\n", sign.end())
        end = min(len(lower) if line_end < 0 else line_end, sign.end() + _CONTEXT)
    if end > start:
        yield start, end


def _blank_span(match: Match) -> tuple[int, int]:
    return next(match.spans[name] for name in _GROUPS if name in match.spans)


def is_template(document: Document, blanks: tuple[Blank, ...]) -> bool:
    """Whether blanks outside appendices wait for a party's name, a province, or number and date of the document."""
    appendix = next((unit.start for unit in document.units if unit.kind == "appendix"), len(document.text))
    dotted = [blank for blank in blanks if blank.start < appendix and not _empty(document, blank)]
    if len(dotted) >= _MANY or any(blank.role in _NAMES for blank in dotted):
        return True
    head = [zone for zone in document.zones if zone.kind == "title" and zone.start < appendix]
    return any(zone.start <= blank.start < zone.end for zone in head for blank in dotted)


def _empty(document: Document, blank: Blank) -> bool:
    """A number or date left open without dots ("Số: /KH-UBND") is only waiting for the clerk's stamp."""
    return not document.text[blank.start : blank.end].strip()
