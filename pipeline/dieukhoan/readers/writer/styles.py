"""Styles of an OpenDocument text: how paragraphs and spans look, and how lists are numbered."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from dieukhoan.readers.word.counting import letter, roman
from dieukhoan.readers.word.symbols import bullet
from dieukhoan.readers.writer.xml import Element, number, q

_STYLE, _NAME, _PARENT, _FAMILY = q("style:style"), q("style:name"), q("style:parent-style-name"), q("style:family")
_LEVEL = q("text:level")
_TEXT, _PARAGRAPH = q("style:text-properties"), q("style:paragraph-properties")
_FORMATS: dict[str, Callable[[int], str]] = {
    "a": letter,
    "A": lambda count: letter(count).upper(),
    "i": lambda count: roman(count).lower(),
    "I": roman,
}


@dataclass(frozen=True, slots=True)
class Level:
    """How one level of a list is numbered: ``format`` is empty for no number, ``bullet`` its sign for bullets, and
    ``pattern`` ("%1%.%2%)") counts before prefix and suffix where LibreOffice has written it."""

    format: str
    prefix: str
    suffix: str
    shown: int
    start: int
    bullet: str
    pattern: str = ""

    def written(self, count: int) -> str:
        """``count`` as this level writes it."""
        return _FORMATS.get(self.format, str)(count)


class Styles:
    """The styles of both parts, ``content.xml`` before ``styles.xml``."""

    def __init__(self, *roots: Element) -> None:
        self._styles: dict[tuple[str, str], Element] = {}
        self._lists: dict[str, dict[int, Level]] = {}
        self._families: dict[str, str] = {}
        self.outline: dict[int, Level] = {}
        for root in reversed(roots):
            for style in root.iter(_STYLE):
                self._styles[style.get(_FAMILY, ""), style.get(_NAME, "")] = style
            for style in root.iter(q("text:list-style")):
                self._lists[style.get(_NAME, "")] = self._levels(style)
            for style in root.iter(q("text:outline-style")):
                self.outline = self._levels(style)
            for font in root.iter(q("style:font-face")):
                self._families[font.get(_NAME, "")] = font.get(q("svg:font-family"), "").strip("'\"")

    def levels(self, name: str) -> dict[int, Level]:
        """The levels (from 1) of the list style ``name``."""
        return self._lists.get(name, {})

    def _levels(self, style: Element) -> dict[int, Level]:
        items = [item for item in style if item.get(_LEVEL)]
        return {number(item.get(_LEVEL), 1): _level(item, self._bullet_font(item)) for item in items}

    def _bullet_font(self, item: Element) -> str:
        """The font of a bullet, itself said or by its character style."""
        own = item.find(_TEXT)
        said = "" if own is None else own.get(q("fo:font-family")) or own.get(q("style:font-name"), "")
        return (said or "").strip("'\"") or self.font("text", item.get(q("text:style-name"), ""))

    def find(self, family: str, name: str, attribute: str) -> str:
        """What the style or one that it is based on says of ``attribute`` (``fo:text-align``), "" for nothing."""
        wanted = q(attribute)
        for _ in range(50):  # a circle of styles ends here
            style = self._styles.get((family, name))
            if style is None:
                return ""
            for properties in style.iterchildren(_TEXT, _PARAGRAPH):
                if properties.get(wanted):
                    return properties.get(wanted, "")
            name = style.get(_PARENT, "")
        return ""

    def font(self, family: str, name: str) -> str:
        """The font of text in this style, "" where it says nothing."""
        face = self.find(family, name, "style:font-name")
        return self._families.get(face, face) or self.find(family, name, "fo:font-family").strip("'\"")


def _level(item: Element, font: str) -> Level:
    return Level(
        item.get(q("style:num-format"), ""),
        item.get(q("style:num-prefix"), ""),
        item.get(q("style:num-suffix"), ""),
        number(item.get(q("text:display-levels")), 1),
        number(item.get(q("text:start-value")), 1),
        bullet(item.get(q("text:bullet-char"), ""), font),
        item.get(q("loext:num-list-format"), ""),
    )
