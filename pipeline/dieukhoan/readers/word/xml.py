"""Names and small readings of WordprocessingML elements."""

from __future__ import annotations

import re
from functools import cache

from lxml import etree

Element = etree._Element

NAMESPACE = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
_W = f"{{{NAMESPACE}}}"
_UNKNOWN = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")
_OFF = ("0", "false", "off", "none")


@cache
def w(name: str) -> str:
    """The full name of the element or attribute ``w:name``; ``a/b`` gives a path."""
    return "/".join(_W + part for part in name.split("/"))


_VAL = w("val")


def sound(text: str) -> str:
    """``text`` with pairs of surrogates joined, and U+FFFD for characters that XML does not know."""
    if not _UNKNOWN.search(text):
        return text
    joined = text.encode("utf-16-le", "surrogatepass").decode("utf-16-le", "replace")
    return _UNKNOWN.sub("\ufffd", joined)


def value(element: Element | None, default: str = "") -> str:
    """The ``w:val`` of an element that may be missing."""
    return default if element is None else element.get(_VAL, default)


def number(text: str | None, default: int = 0, base: int = 10) -> int:
    """``text`` as a whole number; ``default`` where it is none (Word itself writes "NaN" and "1.5" at times)."""
    try:
        return int(text or "", base)
    except ValueError:
        return default


def switched_on(element: Element | None) -> bool | None:
    """A toggle property (``<w:b/>``, ``<w:b w:val="0"/>``): on, off, or None where nothing is said."""
    return None if element is None else element.get(_VAL, "1") not in _OFF
