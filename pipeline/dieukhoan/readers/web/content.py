"""Where the document stands in a page of a website, among menus, side bars and notices.

What is written once and in long stretches outside links is prose, and most of a page's prose stands in its document.
So the search goes down from the body of the page as long as one element holds that much of it, the letterhead ("CỘNG
HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM") and the recipients ("Nơi nhận"). A page with few links and nothing to press is no page
of a website but a document that was saved as one, and all of it counts.
"""

from __future__ import annotations

import re
from collections import defaultdict
from dataclasses import dataclass

from lxml import etree

from dieukhoan.core.text import fold_tones, nfc, squeeze

_LINKS = 15  # a page with fewer has no menus
_LONG = 40  # characters; what is shorter may be a label
_MOST = 0.8  # of the prose
_LEAST = 0.3
_ARTICLES = 3
_PRESSED = ("button", "form", "input", "nav", "script")
_NO_TEXT = ("script", "style", "noscript", "template", "svg", "select", "option", "button", "head")
_HIDDEN = re.compile(r"display\s*:\s*none|visibility\s*:\s*hidden|mso-hide\s*:\s*all", re.IGNORECASE)
_SIGNS = re.compile(r"(?:cộng hòa xã hội chủ nghĩa việt nam|nơi nhận)\b")
_ARTICLE = re.compile(r"điều \d")
_NAVIGATION = ("navigation", "banner", "contentinfo", "complementary", "search", "dialog")

Element = etree._Element


@dataclass(slots=True)
class _Weight:
    """What stands in an element: letters of prose, articles ("Điều 5."), and signs of a letterhead or a closing."""

    prose: int = 0
    articles: int = 0
    signs: int = 0

    def add(self, other: _Weight) -> None:
        """Count what stands in ``other``, too."""
        self.prose += other.prose
        self.articles += other.articles
        self.signs += other.signs

    def holds(self, whole: _Weight) -> bool:
        """Whether the document of the page that weighs ``whole`` stands here: most of the prose does, or, where notices
        of the website are as long as a short law, all of its articles do."""
        if self.prose >= _MOST * whole.prose:
            return True
        return whole.articles >= _ARTICLES and self.articles == whole.articles and self.prose >= _LEAST * whole.prose


def main_content(root: Element) -> Element:
    """The element of the page ``root`` that holds its document; ``root`` itself where all of it does."""
    if sum(map(_leads, root.iter("a"))) < _LINKS and next(root.iter(*_PRESSED), None) is None:
        return root
    weights = _weighed(root)
    chosen = root
    while weights[root].prose:
        heavy = next((child for child in chosen if weights[child].holds(weights[root])), None)
        if heavy is None or weights[heavy].signs < weights[chosen].signs:
            break
        chosen = heavy
    return chosen


def navigates(element: Element) -> bool:
    """Whether the element says of itself that it is no content, or is not shown."""
    return (
        _HIDDEN.search(element.get("style", "")) is not None
        or element.get("role", "") in _NAVIGATION
        or element.get("aria-hidden") == "true"
        or element.get("hidden") is not None
        or element.tag in ("footer", "aside")
    )


def _leads(anchor: Element) -> bool:
    """Whether an ``a`` is a link: websites of law also name their articles with it (``<a name="dieu_1">``)."""
    return anchor.get("href") is not None


def _holds_text(element: Element) -> bool:
    """Whether what stands in the element may be the document's."""
    if not isinstance(element.tag, str) or element.tag in _NO_TEXT or navigates(element):
        return False
    return element.tag != "a" or not _leads(element)


def _weighed(root: Element) -> dict[Element, _Weight]:
    """The weight of each element with all that is in it."""
    weights: dict[Element, _Weight] = defaultdict(_Weight)
    seen: set[str] = set()
    for element in reversed(list(root.iter())):
        parent = element.getparent()
        if _holds_text(element):
            _weigh(weights[element], element.text, seen)
        else:
            weights[element] = _Weight()
        if parent is not None and element is not root:
            weights[parent].add(weights[element])
            _weigh(weights[parent], element.tail, seen)
    return weights


def _weigh(weight: _Weight, text: str | None, seen: set[str]) -> None:
    bare = squeeze(text or "")
    if not bare:
        return
    if len(bare) >= _LONG and bare not in seen:
        weight.prose += len(bare)
        seen.add(bare)
    head = fold_tones(nfc(bare[:_LONG])).lower()
    weight.articles += bool(_ARTICLE.match(head))
    weight.signs += bool(_SIGNS.match(head))
