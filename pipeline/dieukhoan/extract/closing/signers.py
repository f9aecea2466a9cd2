"""For which body each signature stands: the one that its block names, else the only one that is left."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from dieukhoan.core.records import Body, Document
from dieukhoan.core.text import fold_tones, lower
from dieukhoan.extract.closing.blocks import Block, Token


def signing_bodies(document: Document, blocks: Sequence[Block]) -> list[str]:
    """The body_id of each block, empty where unknown. Where as many sign as there are parties and one of each is left
    over, they belong together; who signs alone is the only party or the only body of the letterhead."""
    parties = list(dict.fromkeys(party.body_id for party in document.parties))
    known = [_named(document, block, parties) for block in blocks]
    if len(blocks) == len(parties) and known.count("") == 1:
        left = [party for party in parties if party not in known]
        if len(left) == 1:
            known[known.index("")] = left[0]
    if known == [""]:
        candidates = set(parties) or set(_letterhead(document))
        return [candidates.pop()] if len(candidates) == 1 else known
    return known


def _named(document: Document, block: Block, parties: Sequence[str]) -> str:
    """The body that a block's cells name, a party first ("SỞ TƯ PHÁP" for "Sở Tư pháp tỉnh Đắk Lắk")."""
    bodies = {body.body_id: body for body in document.bodies}
    for token in block.tokens if parties else ():
        sides = [found for found in _mentioned(document, token) if found in parties] if token.side else []
        if sides:
            return sides[0]  # "ĐẠI DIỆN BÊN A", who is the party that its block names
    naming = [token for token in block.tokens if token.body]
    for token in naming:
        words = set(_words(token.body))
        for party in parties:
            if len(words) > 1 and party in bodies and words <= set(_words(bodies[party].name)):
                return party
    return next((_outer(bodies, found) for token in naming for found in _mentioned(document, token)), "")


def _mentioned(document: Document, token: Token) -> Iterator[str]:
    """The bodies mentioned in a cell, one that takes in the end of the cell first."""
    cell = token.cell
    inside = [mention for mention in document.mentions if cell.start <= mention.start < cell.end]
    yield from (mention.body_id for mention in sorted(inside, key=lambda mention: -mention.end))


def _outer(bodies: dict[str, Body], body_id: str) -> str:
    """The body to which a ban thường vụ or văn phòng belongs."""
    body = bodies.get(body_id)
    return body.parent_id if body and body.kind == "inner_unit" and body.parent_id else body_id


def _letterhead(document: Document) -> Iterator[str]:
    """The bodies mentioned above the title."""
    zone = next((zone for zone in document.zones if zone.kind == "title"), None)
    if zone:
        end = document.header.title_start or zone.end
        yield from (mention.body_id for mention in document.mentions if zone.start <= mention.start < end)


def _words(text: str) -> list[str]:
    return lower(fold_tones(text)).replace(",", " ").replace("-", " ").split()
