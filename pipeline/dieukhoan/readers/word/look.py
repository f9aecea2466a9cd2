"""How a paragraph and its runs look: from their own properties, then their list, then their style."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass

from dieukhoan.readers.word.styles import Styles
from dieukhoan.readers.word.xml import Element, number, switched_on, value, w

_PPR, _RPR, _PSTYLE, _RSTYLE = w("pPr"), w("rPr"), w("pStyle"), w("rStyle")
_IND, _JC, _FONTS, _ASCII, _HANSI = w("ind"), w("jc"), w("rFonts"), w("ascii"), w("hAnsi")
_TWIPS = 20.0  # a point has twenty


@dataclass(frozen=True, slots=True)
class Look:
    """A paragraph's properties element, style, and whether its runs are bold or hidden if they say nothing."""

    properties: Element | None
    style: str
    bold: bool
    hidden: bool
    centred: bool


class Looks:
    """Answers questions about looks within one document."""

    def __init__(self, styles: Styles) -> None:
        self._styles = styles

    def paragraph(self, paragraph: Element) -> Look:
        """The look of ``paragraph``."""
        properties = paragraph.find(_PPR)
        style = value(None if properties is None else properties.find(_PSTYLE)) or self._styles.default_paragraph
        said = None if properties is None else properties.find(_JC)
        adjusted = said if said is not None else self._styles.find(style, "pPr/jc")
        return Look(
            properties,
            style,
            bold=bool(self._styles.flag(style, "rPr/b")),
            hidden=bool(self._styles.flag(style, "rPr/vanish")),
            centred=value(adjusted) == "center",
        )

    def run(self, run: Element, name: str, *, otherwise: bool) -> bool:
        """Whether the toggle ``name`` (``b``, ``vanish``) is on for ``run``; what holds ``otherwise``."""
        properties = run.find(_RPR)
        if properties is None:
            return otherwise
        said = switched_on(properties.find(w(name)))
        if said is None:
            said = self._styles.flag(value(properties.find(_RSTYLE)), f"rPr/{name}")
        return otherwise if said is None else said

    def font(self, run: Element, look: Look, *, wide: bool = False) -> str:
        """The font of Latin text in ``run``, with ``wide`` of its letters beyond ASCII; empty where only the theme
        says it."""
        properties = run.find(_RPR)
        own = None if properties is None else properties.find(_FONTS)
        named = "" if properties is None else value(properties.find(_RSTYLE))
        by_name = self._styles.find(named, "rPr/rFonts") if named and self._styles.chain(named) else None
        names = (_HANSI, _ASCII) if wide else (_ASCII,)
        for said in (own, by_name, self._styles.find(look.style, "rPr/rFonts")):
            font = next((said.get(name, "") for name in names if said.get(name)), "") if said is not None else ""
            if font:
                return font
        return ""

    def fonts(self, known: Callable[[str], object], parts: Iterable[Element | None]) -> bool:
        """Whether the styles or the runs of ``parts`` name a font that is ``known``."""
        roots = [root for root in (self._styles.root, *parts) if root is not None]
        names = {item.get(_HANSI) or item.get(_ASCII) or "" for root in roots for item in root.iter(_FONTS)}
        return any(map(known, names))

    def indent(self, look: Look, of_list: Element | None) -> float:
        """Where the first line begins, in points from the margin. A list's indent counts before that of the style."""
        own = None if look.properties is None else look.properties.find(_IND)
        said = [item for item in (own, of_list, self._styles.find(look.style, "pPr/ind")) if item is not None]
        left = _first(said, "start", "left")
        hanging = _first(said, "hanging")
        return (left - hanging if hanging else left + _first(said, "firstLine")) / _TWIPS


def _first(said: list[Element], *names: str) -> int:
    for item in said:
        for name in names:
            found = item.get(w(name))
            if found is not None:
                return number(found)
    return 0
