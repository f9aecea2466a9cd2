"""Who signed, for whom and as what, and to whom copies go (Nghị định 30/2020/NĐ-CP, Phụ lục I, mục 7 and 9).

Only the document's own closing is read, not the closings of model forms in its appendices.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace

from dieukhoan.core.records import Document, Signature, Span
from dieukhoan.extract.closing.blocks import Block, Token, blocks
from dieukhoan.extract.closing.cells import Cell, cells, own_closings
from dieukhoan.extract.closing.classify import classify
from dieukhoan.extract.closing.recipients import CopyList, recipients
from dieukhoan.extract.closing.signers import signing_bodies
from dieukhoan.extract.resources import Resources
from dieukhoan.rulebook import Rulebook

# No closing has more cells than this besides nơi nhận; what is longer is something else.
_MOST = 300


@dataclass(frozen=True, slots=True)
class _Closing:
    """What one group of closing zones holds."""

    blocks: list[Block]
    copies: list[Span]


def read_closing(document: Document, resources: Resources) -> Document:
    """Set ``document.signatures`` and ``document.recipients``."""
    closing = _own(document, resources.rules)
    bodies = signing_bodies(document, closing.blocks)
    signatures = tuple(_signature(block, body) for block, body in zip(closing.blocks, bodies, strict=True))
    copies = recipients(document, closing.copies, resources.rules)
    return replace(document, signatures=signatures, recipients=copies)


def _own(document: Document, rules: Rulebook) -> _Closing:
    """The first closing with a name, else the first with nơi nhận, else the fullest: the blank ones are of forms."""
    found = []
    for group in own_closings(document):
        closing = _read(document, cells(document, group), rules)
        if any(block.has("name") for block in closing.blocks):
            return closing
        found.append(closing)
    with_copies = (closing for closing in found if closing.copies)
    fullest = max(found, key=lambda closing: len(closing.blocks), default=_Closing([], []))
    return next(with_copies, fullest)


def _read(document: Document, found: Iterable[Cell], rules: Rulebook) -> _Closing:
    copies = CopyList([])
    made = blocks(list(_signing(document, found, copies, rules))[:_MOST])
    signed = [block for block in made if any(block.has(part) for part in ("capacity", "office", "name"))]
    return _Closing(signed, copies.items)


def _signing(document: Document, found: Iterable[Cell], copies: CopyList, rules: Rulebook) -> Iterator[Token]:
    """The tokens of the signatures; what belongs to nơi nhận goes to ``copies``."""
    listing = False
    for found_cell in found:
        cell, token = found_cell, classify(found_cell, rules)
        if token and token.part == "recipients":
            listing = True
            copies.dashed = False
            cell = token.cell
            token = classify(cell, rules) if cell.text else None
        if listing and cell.text and (copies.takes(cell) or token is None):
            copies.add(document, cell)
        elif token and token.part != "place":
            yield token


def _signature(block: Block, body_id: str) -> Signature:
    office = " ".join(filter(None, (block.words("office"), block.words("office_more"))))
    start = min(token.cell.start for token in block.tokens)
    end = max(token.cell.end for token in block.tokens)
    return Signature(body_id, block.words("capacity"), office, block.words("name"), start, end)
