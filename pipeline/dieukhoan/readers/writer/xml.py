"""Names of OpenDocument elements and attributes."""

from __future__ import annotations

from lxml import etree

Element = etree._Element

_BASE = "urn:oasis:names:tc:opendocument:xmlns:"
_NAMESPACES = {
    **{prefix: f"{_BASE}{prefix}:1.0" for prefix in ("office", "style", "text", "table")},
    "draw": f"{_BASE}drawing:1.0",
    "fo": f"{_BASE}xsl-fo-compatible:1.0",
    "loext": "urn:org:documentfoundation:names:experimental:office:xmlns:loext:1.0",
    "svg": f"{_BASE}svg-compatible:1.0",
}


def q(name: str) -> str:
    """``prefix:name`` as lxml wants it."""
    prefix, _, local = name.partition(":")
    return f"{{{_NAMESPACES[prefix]}}}{local}"


def number(text: str | None, default: int = 0) -> int:
    """``text`` as a whole number of at most six digits; ``default`` where it is none."""
    return int(text) if text and text.isascii() and text.isdigit() and len(text) < 7 else default
