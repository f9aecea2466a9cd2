"""Elements of WordprocessingML for what Word 97 says in its own way.

Documents repeat few sets of properties thousands of times, so each set is read once and kept as a :class:`Runs` or
:class:`Paragraphs`; neighbouring runs that look the same become one.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from functools import lru_cache
from types import MappingProxyType
from typing import NamedTuple

from dieukhoan.readers.word.node import say, under
from dieukhoan.readers.word.xml import Element, w
from dieukhoan.readers.word97.sprms import Sprm, properties, signed, unsigned

NO_LIST = 0
OLD_LIST = 2047  # numbers as Word 6 had them
_NEGATED = 0xF800  # a paragraph of a list that shows no number
_CENTRE = 1
_AS_STYLE, _UNLIKE_STYLE = 0x80, 0x81  # a toggle that says what its style says, or the opposite

_RPR, _PPR, _FONTS, _VAL = w("rPr"), w("pPr"), w("rFonts"), w("val")
_ASCII, _HANSI = w("ascii"), w("hAnsi")
_TOGGLES = ((Sprm.BOLD, w("b")), (Sprm.VANISH, w("vanish")), (Sprm.CAPITALS, w("caps")))
TOGGLES = tuple(tag for _, tag in _TOGGLES)


class Runs(NamedTuple):
    """What a set of character properties says: toggles (tag; on, off, or None for unlike the style), fonts and style by
    number, and whether the text is deleted, or made of characters with a meaning of their own."""

    toggles: tuple[tuple[str, bool | None], ...] = ()
    font: int | None = None
    wide: int | None = None
    style: int | None = None
    deleted: bool = False
    special: bool = False
    symbol: bytes = b""


class Paragraphs(NamedTuple):
    """What a set of paragraph properties says; None where it says nothing."""

    list: int | None
    level: int | None
    left: int | None
    first: int | None
    adjusted: int | None
    depth: int
    ends_row: bool
    ends_cell: bool


@lru_cache(maxsize=4096)
def runs(grpprl: bytes) -> Runs:
    """The meaning of character properties."""
    said = properties(grpprl)
    if not said:
        return Runs()
    return Runs(
        tuple(_toggles(said)),
        unsigned(said.get(Sprm.FONT)),
        unsigned(said.get(Sprm.WIDE_FONT)),
        unsigned(said.get(Sprm.CHARACTER_STYLE)),
        unsigned(said.get(Sprm.DELETED)) in (1, _UNLIKE_STYLE),  # no style deletes
        bool(unsigned(said.get(Sprm.SPECIAL))),
        said.get(Sprm.SYMBOL, b""),
    )


@lru_cache(maxsize=4096)
def paragraphs(grpprl: bytes) -> Paragraphs:
    """The meaning of paragraph properties (without the style number that stands before them)."""
    said = properties(grpprl)
    number = unsigned(said.get(Sprm.LIST))
    return Paragraphs(
        NO_LIST if number is not None and number > _NEGATED else number,
        unsigned(said.get(Sprm.LEVEL)),
        signed(said.get(Sprm.LEFT, said.get(Sprm.OLD_LEFT))),
        signed(said.get(Sprm.FIRST, said.get(Sprm.OLD_FIRST))),
        unsigned(said.get(Sprm.ADJUSTMENT, said.get(Sprm.OLD_ADJUSTMENT))),
        unsigned(said.get(Sprm.DEPTH)) or int(bool(unsigned(said.get(Sprm.IN_TABLE)))),
        bool(unsigned(said.get(Sprm.ROW_END)) or unsigned(said.get(Sprm.INNER_ROW_END))),
        bool(unsigned(said.get(Sprm.INNER_CELL))),
    )


def style_name(number: int) -> str:
    """The id that a style gets by its place in the table of styles."""
    return f"s{number}"


def run_properties(
    parent: Element, look: Runs, fonts: Mapping[int, str], of_style: Mapping[str, bool] = MappingProxyType({})
) -> None:
    """Add ``w:rPr`` to ``parent`` if there is something to say; ``of_style`` has the toggles of the paragraph's style,
    by tag."""
    if not (look.toggles or look.style is not None or look.font is not None or look.wide is not None):
        return
    holder = under(parent, _RPR)
    if look.style is not None:
        say(holder, "rStyle", style_name(look.style))
    named = {key: fonts.get(code, "") for key, code in ((_ASCII, look.font), (_HANSI, look.wide)) if code is not None}
    named = {key: font for key, font in named.items() if font}
    if named:
        under(holder, _FONTS, named)
    for tag, value in look.toggles:
        on = not of_style.get(tag, False) if value is None else value
        under(holder, tag, {_VAL: str(int(on))})


def paragraph_properties(parent: Element, look: Paragraphs, style: int | None = None) -> Element:
    """Add ``w:pPr`` to ``parent``: style, list, indent, adjustment."""
    holder = under(parent, _PPR)
    if style is not None:
        say(holder, "pStyle", style_name(style))
    if look.list is not None or look.level is not None:
        listed = under(holder, w("numPr"))
        for name, value in (("ilvl", look.level), ("numId", look.list)):
            if value is not None:
                say(listed, name, value)
    if look.left is not None or look.first is not None:
        indent = under(holder, w("ind"))
        if look.left is not None:
            indent.set(w("left"), str(look.left))
        if look.first is not None:
            indent.set(w("hanging" if look.first < 0 else "firstLine"), str(abs(look.first)))
    if look.adjusted is not None:
        say(holder, "jc", "center" if look.adjusted == _CENTRE else "both")
    return holder


def _toggles(said: Mapping[int, bytes]) -> Iterator[tuple[str, bool | None]]:
    for key, tag in _TOGGLES:
        value = unsigned(said.get(key))
        if value is not None and value != _AS_STYLE:
            yield tag, None if value == _UNLIKE_STYLE else bool(value)
