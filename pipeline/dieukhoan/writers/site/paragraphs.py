"""The marked text of a document as HTML: most of what the report writes, so it is made here and in no template."""

from __future__ import annotations

from html import escape

from dieukhoan.writers.site.facts import Facts
from dieukhoan.writers.site.marked import Line, Piece, lines

_DEEPEST = 7  # what the style has a place for


def paragraphs(facts: Facts, duty: str) -> str:
    """The text of a document, a paragraph a line; ``duty`` is what the number before a duty is called."""
    return "\n".join(_paragraph(line, duty) for line in lines(facts))


def _paragraph(line: Line, duty: str) -> str:
    units = "".join(
        f'<span class="u" id="u{unit["position"]}" data-unit="{escape(unit["unit_id"])}"></span>' for unit in line.units
    )
    pieces = "".join(_begun(piece, duty) + _marked(piece) for piece in line.pieces)
    return f'<p class="l {line.kind} d{min(line.depth, _DEEPEST)}">{units}{pieces}</p>'


def _begun(piece: Piece, duty: str) -> str:
    """Where the words of a row begin: what its row leads to; a duty has its number there, which is no text."""
    made = []
    for row in piece.first:
        if row.startswith("o"):
            number = row[1:]
            told = f'href="#{row}" data-i="{row}" aria-label="{escape(duty)} {number}"'
            made.append(f'<a class="no" id="t-{row}" {told}>{number}</a>')
        else:
            made.append(f'<span class="t" id="t-{row}"></span>')
    return "".join(made)


def _marked(piece: Piece) -> str:
    text = escape(piece.text, quote=False)
    if not piece.kinds:
        return text
    rows = f' data-i="{" ".join(piece.ids)}"' if piece.ids else ""
    kinds = " ".join(piece.kinds)
    if piece.to:
        return f'<a class="w {kinds}" href="#{piece.to}"{rows}>{text}</a>'
    return f'<span class="w {kinds}"{rows}>{text}</span>'
