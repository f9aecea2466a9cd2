"""Where the title begins and ends, and what kind of document it announces."""

from __future__ import annotations

import re
from collections.abc import Collection
from dataclasses import dataclass
from itertools import takewhile

from dieukhoan.core.records import Document
from dieukhoan.core.text import View, squeeze
from dieukhoan.extract.header.block import Block, Piece
from dieukhoan.rulebook import Family, Match, Rulebook

_CODE = re.compile(r"[/.&–-]")  # "02/2024/QĐ-UBND", "COVID-19"
_LEAD = re.compile(r'["(\[]?(?:mẫu ?[:.]? |bản |dự thảo |về việc ban hành )?')
# These go on in the next line, so what follows is no name of the issuer.
_OPEN_END = re.compile(r"(?:\bvà|\bvới|\bgiữa|\bcủa|\bvề|\bcho|[,-])$")


@dataclass(frozen=True, slots=True)
class Title:
    """The title's pieces, those before it (the letterhead), and the type code that it states ("" for none)."""

    pieces: tuple[Piece, ...] = ()
    letterhead: tuple[Piece, ...] = ()
    document_type: str = ""

    def text(self, document: Document) -> str:
        """The title lines joined by a space, as the page shows them."""
        view, shown = document.view, document.source.drawn or document.text
        return squeeze(" ".join(shown[slice(*view.to_source(p.start, p.end))] for p in self.pieces))


def kinds(rules: Rulebook, trait: str) -> frozenset[str]:
    """The type codes of which the rules say ``trait`` (``joint``, ``central`` or ``enacted``)."""
    return frozenset(rule.emit["type"] for rule in rules.family("document_type").rules if trait in rule.emit)


def find_title(block: Block, rules: Rulebook, *, scanned: bool = False) -> Title:
    """The title of a block, empty where no line names a kind of document. Under the title of a ``scanned`` one a stamp
    may have been read ("CỔNG THÔNG Tu ĐiỆn 7Ủ CHÍNH PHÙ")."""
    family = rules.family("document_type")
    begin = _heading(block.pieces, family)
    if begin is None:
        return Title(letterhead=block.pieces)
    pieces = _up_to_address(block, begin)
    if scanned:
        pieces = pieces[:1] + tuple(takewhile(_is_read, pieces[1:]))
    letterhead = block.pieces[:begin]
    kind = type_of(" ".join(piece.text for piece in pieces), family)
    if kind in kinds(rules, "enacted"):
        pieces = _without_issuer(pieces, {piece.text for piece in letterhead}, rules)
    return Title(pieces, letterhead, kind)


def _up_to_address(block: Block, begin: int) -> tuple[Piece, ...]:
    """The pieces from the heading to "Kính gửi" or "Kính trình", which may run over lines of their own."""
    start = block.pieces[begin].start
    below = [match.start for match in block.of("address") if match.start > start]
    return tuple(piece for piece in block.pieces[begin:] if not below or piece.start < below[0])


def _is_read(piece: Piece) -> bool:
    """Whether OCR made words of a line: three of four are written in one case, and not with a digit among letters."""
    words = [word for word in piece.text.split() if any(map(str.isalpha, word)) and not _CODE.search(word)]
    return 4 * sum(map(_is_odd, words)) < max(1, len(words))


def _is_odd(word: str) -> bool:
    letters = "".join(filter(str.isalpha, word))
    return any(map(str.isdigit, word)) or not (letters.isupper() or letters[1:].islower() or len(letters) == 1)


def type_of(title: str, family: Family) -> str:
    """The type code that a title opens with, else the first it names, else empty."""
    view = View(title)
    match = _opening(view, family) or next(iter(family.scan(view)), None)
    return match.emit["type"] if match else ""


def _opening(view: View, family: Family) -> Match | None:
    lead = _LEAD.match(view.lower)
    start = lead.end() if lead else 0
    return next((match for match in family.scan(view) if match.start in (0, start)), None)


def _heading(pieces: tuple[Piece, ...], family: Family) -> int | None:
    """The piece that the title begins with: the first that announces itself best."""
    best, rank = None, 0
    for index, piece in enumerate(pieces):
        announced = _announces(piece, family)
        if announced > rank:
            best, rank = index, announced
    return best


def _announces(piece: Piece, family: Family) -> int:
    """How plainly a piece opens a title: 4 in capitals or alone on its line, 3 with "V/v", 2 at its start or as
    "MẪU HỢP ĐỒNG …", which may stand over the title proper, 1 inside."""
    view = View(piece.text)
    opening = _opening(view, family)
    if opening is None:
        inside = family.scan(view)
        return 1 if inside and view.text[inside[0].start].isupper() else 0
    words = view.text[opening.start : opening.end]
    if opening.emit["type"] == "cong_van" and "/" in words:
        return 3
    if opening.start or words.lower().startswith("mẫu"):
        return 2
    alone = opening.end >= len(view.text) - 1 and words[0].isupper()
    return 4 if alone or words.isupper() else 2 * words[0].isupper()


def _without_issuer(pieces: tuple[Piece, ...], letterhead: Collection[str], rules: Rulebook) -> tuple[Piece, ...]:
    """Drop "BỘ TRƯỞNG BỘ TÀI CHÍNH" after the title, where the enacting clause begins."""
    family = rules.family("issuer")
    while len(pieces) > 1:
        last, above = pieces[-1], pieces[-2]
        named = last.text.isupper() and any(match.start == 0 for match in family.scan(View(last.text)))
        if not (named or last.text in letterhead) or _OPEN_END.search(above.text.lower()):
            break
        pieces = pieces[:-1]
    return pieces
