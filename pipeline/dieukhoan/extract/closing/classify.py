"""What one cell of a closing is: capacity, office, name, mark, head of nơi nhận, or a body's name in capitals."""

from __future__ import annotations

from dieukhoan.core.text import View
from dieukhoan.extract.closing.blocks import Token
from dieukhoan.extract.closing.cells import Cell
from dieukhoan.rulebook import Match, Rulebook


def classify(cell: Cell, rules: Rulebook) -> Token | None:
    """The token that a cell is; None for words that are neither part of a signature nor the head of nơi nhận."""
    view = View(cell.text)
    for match in rules.family("closing").scan(view):
        if match.start == 0:
            return _token(cell, match, rules)
    for match in rules.family("person").scan(view):
        if match.start == 0 and not _is_place(view, rules):
            return Token(cell, "name", cell.part(*match.spans["name"]).written)
    return Token(cell, "body", cell.written, body=cell.text) if cell.text.isupper() else None


def _token(cell: Cell, match: Match, rules: Rulebook) -> Token:
    part = match.emit["part"]
    named = next((match.spans[name] for name in ("own", "own2", "rest") if name in match.spans), (0, len(cell.text)))
    own = cell.part(*named)
    if part == "name":
        return classify(own, rules) or Token(cell, "signed", cell.written)
    body = match.groups.get("rest", match.groups.get("free", ""))
    return Token(own if part == "recipients" else cell, part, own.written, body=body, side="side" in match.emit)


def _is_place(view: View, rules: Rulebook) -> bool:
    """Whether it is "Hà Nội", which has the shape of a name."""
    return any(match.start == 0 and match.end == len(view.text) for match in rules.family("province").scan(view))
