"""How a paragraph and its runs look: from their own properties, then their list, then their style."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from typing import NamedTuple

from dieukhoan.readers.word.node import shared
from dieukhoan.readers.word.styles import Styles
from dieukhoan.readers.word.xml import Element, number, switched_on, value, w

_PPR, _RPR, _PSTYLE, _RSTYLE = w("pPr"), w("rPr"), w("pStyle"), w("rStyle")
_IND, _JC, _FONTS, _ASCII, _HANSI = w("ind"), w("jc"), w("rFonts"), w("ascii"), w("hAnsi")
_TOGGLES = ((w("b"), "rPr/b"), (w("vanish"), "rPr/vanish"), (w("caps"), "rPr/caps"))
_NOTHING: Mapping[str, Element] = {}
_CENTRE = "center"
_TWIPS = 20.0  # a point has twenty
_SWITCHES = frozenset({_RSTYLE, *(tag for tag, _ in _TOGGLES)})


class Look(NamedTuple):
    """A paragraph's own properties by their tag, its style, whether its runs are bold, hidden or in capitals if they
    say nothing, and where its first line begins if it is in no list."""

    own: Mapping[str, Element]
    style: str
    bold: bool
    hidden: bool
    centred: bool
    capitals: bool
    indent: float


class Looks:
    """Answers questions about looks within one document."""

    def __init__(self, styles: Styles) -> None:
        self._styles = styles
        self._looks: dict[str, tuple[bool, bool, bool, bool]] = {}
        # What follows from properties that many paragraphs or runs share: see ``node.shared``.
        self._paragraphs: dict[Element | None, Look] = {}
        self._runs: dict[tuple[Element, str], tuple[bool, bool, bool]] = {}
        self._named: dict[tuple[Element | None, str, bool], str] = {}

    def paragraph(self, paragraph: Element) -> Look:
        """The look of ``paragraph``."""
        properties = paragraph.find(_PPR)
        known = self._paragraphs.get(properties)
        if known is None:
            known = self._look(properties)
            if properties is None or shared(properties):
                self._paragraphs[properties] = known
        return known

    def _look(self, properties: Element | None) -> Look:
        own = _NOTHING if properties is None else {child.tag: child for child in properties}
        style = value(own.get(_PSTYLE)) or self._styles.default_paragraph
        if style not in self._looks:
            self._looks[style] = self._of_style(style)
        said = own.get(_JC)
        bold, hidden, centred, capitals = self._looks[style]
        centred = centred if said is None else value(said) == _CENTRE
        return Look(own, style, bold, hidden, centred, capitals, self._indent(own, style, None))

    def _of_style(self, style: str) -> tuple[bool, bool, bool, bool]:
        bold, hidden, capitals = (bool(self._styles.flag(style, path)) for _, path in _TOGGLES)
        return bold, hidden, value(self._styles.find(style, "pPr/jc")) == _CENTRE, capitals

    def run(self, run: Element, look: Look) -> tuple[bool, bool, bool]:
        """Whether ``run`` in a paragraph of this ``look`` is bold, hidden, in capitals."""
        inherited = (look.bold, look.hidden, look.capitals)
        properties = run.find(_RPR)
        if properties is None or not len(properties):
            return inherited
        key = properties, look.style
        known = self._runs.get(key)
        if known is None:
            known = self._toggles(properties, inherited)
            if shared(properties):
                self._runs[key] = known
        return known

    def _toggles(self, properties: Element, inherited: tuple[bool, bool, bool]) -> tuple[bool, bool, bool]:
        said = {child.tag: child for child in properties}
        if said.keys().isdisjoint(_SWITCHES):
            return inherited  # most runs only name a font and a size
        style = value(said.get(_RSTYLE))
        bold, hidden, capitals = (
            self._toggle(said.get(tag), style, path, otherwise=otherwise)
            for (tag, path), otherwise in zip(_TOGGLES, inherited, strict=True)
        )
        return bold, hidden, capitals

    def _toggle(self, own: Element | None, style: str, path: str, *, otherwise: bool) -> bool:
        said = switched_on(own)
        if said is None and style:
            said = self._styles.flag(style, path)
        return otherwise if said is None else said

    def font(self, run: Element, look: Look, *, wide: bool = False) -> str:
        """The font of Latin text in ``run``, with ``wide`` of its letters beyond ASCII; empty where only the theme
        says it."""
        properties = run.find(_RPR)
        key = properties, look.style, wide
        known = self._named.get(key)
        if known is None:
            known = self._font(properties, look, wide=wide)
            if properties is None or shared(properties):
                self._named[key] = known
        return known

    def _font(self, properties: Element | None, look: Look, *, wide: bool) -> str:
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
        return look.indent if of_list is None else self._indent(look.own, look.style, of_list)

    def _indent(self, own: Mapping[str, Element], style: str, of_list: Element | None) -> float:
        said = [item for item in (own.get(_IND), of_list, self._styles.find(style, "pPr/ind")) if item is not None]
        if not said:
            return 0.0
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
