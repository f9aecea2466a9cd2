"""Markup that is built to exhaust its parser: too many tags, tags of too many attributes."""

from __future__ import annotations

import re

from dieukhoan.core.reasons import refusal

_PART = 40_000_000  # bytes of one XML part; the largest of 61 real ones has 1 million
_TAGS = 600_000  # the largest real part has 34,000
_PAGE_TAGS = 300_000
_ATTRIBUTES = 2_000  # of one tag: libxml2 compares each with each
_LONG_TAG = re.compile(rf"<[^<>]{{{2 * _ATTRIBUTES},}}")
_QUOTED = re.compile("\"[^\"]*\"|'[^']*'")
_BETWEEN = re.compile(r"[\s/]+")


def check_part(data: bytes, part: str) -> None:
    """Raise UnreadableFile (``bomb``) for an XML part that would take too much memory as a tree."""
    tags = data.count(b"<")
    if len(data) > _PART or tags > _TAGS:
        raise refusal("bomb", "bomb_part", part=part, size=len(data) / 1e6, tags=tags)


def check_page(text: str) -> None:
    """Raise UnreadableFile (``bomb``) for a web page of too many tags, or a tag of too many attributes."""
    tags = text.count("<")
    if tags > _PAGE_TAGS:
        raise refusal("bomb", "bomb_tags", count=tags)
    for tag in _LONG_TAG.finditer(text):
        count = len(_BETWEEN.findall(_QUOTED.sub("", tag.group())))
        if count > _ATTRIBUTES:
            raise refusal("bomb", "bomb_attributes", count=count)
