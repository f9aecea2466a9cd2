"""Styles of a Word document: what a paragraph or run looks like where it does not say so itself."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cached_property

from dieukhoan.readers.word.xml import Element, switched_on, value, w

_BASED_ON, _TYPE, _DEFAULT, _ID = w("basedOn"), w("type"), w("default"), w("styleId")


class Styles:
    """The styles part, None where a document has none. Every look-up follows ``basedOn`` up to the defaults."""

    def __init__(self, root: Element | None) -> None:
        self.root = root
        self._chains: dict[str, tuple[Element, ...]] = {}
        self._found: dict[tuple[str, str], Element | None] = {}
        self._flags: dict[tuple[str, str], bool | None] = {}
        found = () if root is None else root.iterfind(w("style"))
        self._styles = {style.get(_ID, ""): style for style in found}

    @cached_property
    def default_paragraph(self) -> str:
        """The id of the style of paragraphs that name none."""
        for style_id, style in self._styles.items():
            if style.get(_TYPE) == "paragraph" and style.get(_DEFAULT) in ("1", "true", "on"):
                return style_id
        return ""

    @cached_property
    def _defaults(self) -> dict[str, Element | None]:
        root = self.root
        if root is None:
            return {}
        return {
            "rPr": root.find(w("docDefaults/rPrDefault/rPr")),
            "pPr": root.find(w("docDefaults/pPrDefault/pPr")),
        }

    def chain(self, style_id: str) -> tuple[Element, ...]:
        """The style and those it is based on, nearest first; a circle is cut."""
        if style_id not in self._chains:
            self._chains[style_id] = tuple(self._climb(style_id))
        return self._chains[style_id]

    def _climb(self, style_id: str) -> Iterator[Element]:
        seen: set[str] = set()
        while style_id in self._styles and style_id not in seen:
            seen.add(style_id)
            yield self._styles[style_id]
            style_id = value(self._styles[style_id].find(_BASED_ON))

    def find(self, style_id: str, path: str) -> Element | None:
        """The nearest ``pPr/…`` or ``rPr/…`` element that the style says or inherits."""
        key = style_id, path
        if key not in self._found:
            self._found[key] = self._find(style_id, path)
        return self._found[key]

    def _find(self, style_id: str, path: str) -> Element | None:
        wanted = w(path)
        for style in self.chain(style_id):
            found = style.find(wanted)
            if found is not None:
                return found
        properties, _, inner = path.partition("/")
        default = self._defaults.get(properties)
        return None if default is None else default.find(w(inner))

    def flag(self, style_id: str, path: str) -> bool | None:
        """Whether the style switches the toggle at ``path`` on or off; None where it says nothing."""
        key = style_id, path
        if key not in self._flags:
            self._flags[key] = switched_on(self.find(style_id, path))
        return self._flags[key]
