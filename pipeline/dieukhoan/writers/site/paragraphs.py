"""The marked text of a document as HTML: most of what the report writes, so it is made here and in no template."""

from __future__ import annotations

from html import escape
from typing import Any

from dieukhoan.writers.site.facts import Facts
from dieukhoan.writers.site.marked import Line, Piece, lines

_DEEPEST = 7  # what the style has a place for


def paragraphs(facts: Facts, duty: str) -> str:
    """The text of a document, a paragraph a line; ``duty`` is what the number before a duty is called."""
    return "\n".join(_paragraph(line, duty) for line in lines(facts))


def _paragraph(line: Line, duty: str) -> str:
    first, more = line.units[:1], line.units[1:]
    here = "".join(map(_unit, first))
    units = "".join(f"<span{_unit(unit)}></span>" for unit in more)
    pieces = "".join(_piece(piece, duty) for piece in line.pieces)
    return f'<p class="l {line.kind} d{min(line.depth, _DEEPEST)}"{here}>{units}{pieces}</p>'


def _unit(unit: dict[str, Any]) -> str:
    """What an element says of the unit that begins with it."""
    return f' id="u{unit["position"]}" data-unit="{escape(unit["eid"])}"'


def _piece(piece: Piece, duty: str) -> str:
    """A piece with its marks. The rows whose words begin with it lead here (``t-m3``): the first by the mark itself,
    others by something empty before it; a duty has its number there, which is no text."""
    before, own = "", ""
    for row in piece.first:
        if row.startswith("o"):
            told = f'href="#{row}" data-i="{row}" aria-label="{escape(duty)} {row[1:]}"'
            before += f'<a class="no" id="t-{row}" {told}>{row[1:]}</a>'
        elif own:
            before += f'<span id="t-{row}"></span>'
        else:
            own = f' id="t-{row}"'
    return before + _marked(piece, own)


def _marked(piece: Piece, own: str) -> str:
    """The text of a piece in its mark, which says ``own`` too; a link need not say the only row that it belongs to."""
    text = escape(piece.text, quote=False)
    if not piece.kinds:
        return text
    rows = f' data-i="{" ".join(piece.ids)}"' if piece.ids and piece.ids != (piece.to,) else ""
    kinds = " ".join(piece.kinds)
    if piece.to:
        return f'<a class="w {kinds}"{own} href="#{piece.to}"{rows}>{text}</a>'
    return f'<span class="w {kinds}"{own}{rows}>{text}</span>'
