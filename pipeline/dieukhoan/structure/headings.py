"""What of a unit's own words is its heading, and what its text.

A heading is a title-like phrase; a text is a sentence, which ends in a full stop, semicolon or colon and has a
predicate. The words that make a predicate are the rules of the family ``heading``.
"""

from __future__ import annotations

import re

from dieukhoan.core.records import Span
from dieukhoan.rulebook import Rulebook
from dieukhoan.structure.matcher import searcher
from dieukhoan.structure.nodes import Node

_BOLD = "*_# "
_LABEL = re.compile(r"([^.;:?!()\n]{2,80}?)(?:\([^()\n]{0,40}\))? ?: ?(?=\S)")
_WORD = re.compile(r"\w+")
_LABEL_WORDS = 10
_FARTHEST_COLON = 125  # characters in which a label, a remark behind it in parentheses and the colon fit
_LONGEST = 400


class Headings:
    """Splits the own words of units."""

    def __init__(self, rules: Rulebook) -> None:
        family = rules.family("heading")
        self._predicate = searcher(family, "predicate")
        self._announces = searcher(family, "announces")
        self._sentence = searcher(family, "sentence")
        self._condition = searcher(family, "condition")

    def split(self, node: Node, text: str) -> None:
        """Set ``heading`` and ``text`` of a node; ``text`` is the text of the view."""
        if node.style in ("recital", "preamble"):
            node.text = _trim(text, node.body, node.end)
        elif node.headed and node.style != "article":
            _divide(node, text)
        elif node.heading is not None:
            node.heading = _trim(text, min(node.body, node.heading[0]), node.heading[1], ".:")
        elif node.end - node.body <= _LONGEST and self._is_heading(node, text[node.body : node.end].strip(_BOLD)):
            node.heading = _trim(text, node.body, node.end, ".:")
        else:
            node.heading, node.text = self._run_in(node, text) or (None, _trim(text, node.body, node.end))

    def is_sentence(self, line: str) -> bool:
        """Whether a line says what only a sentence says."""
        return self._sentence.search(line.lower()) is not None

    def _is_heading(self, node: Node, own: str) -> bool:
        if not own or own[-1] == ";" or own.endswith("./.") or not any(map(str.isalpha, own)):
            return False
        if node.style in ("roman", "upper", "article"):
            return own.isupper() or self._is_title(node, own)
        return bool(node.children) and self._is_label(node, own)

    def _is_title(self, node: Node, own: str) -> bool:
        """A section or an article: its line is a heading unless it reads as a sentence."""
        low, words = own.lower(), len(own.split())
        if own[-1] == ".":
            states = self.is_sentence(own) or self._predicate.search(low)
            return bool(node.children) and words <= 15 and not states
        if own[-1] == ":":
            announces = self._announces.search(low.rstrip(" :")) or low.endswith("là:")
            return words <= 25 and ". " not in own and not announces
        return words <= 60 or bool(node.children)

    def _is_label(self, node: Node, own: str) -> bool:
        """A clause, point or bullet that introduces others: its line is a heading when it is only a name."""
        low, words = own.lower(), len(own.split())
        listed = any(child.listed for child in node.children)
        if ":" in own[:-1] or words > 30:
            return False
        if own[-1] == ".":
            return listed and words <= 12 and not self._predicate.search(low) and not self.is_sentence(own)
        if own[-1] == ":":
            return words <= 20 and not self._predicate.search(low)
        if node.style == "paragraph" or self._announces.search(low):
            return False
        scope = low.startswith("đối với ") and not self._predicate.search(low)  # "Đối với xe … được nhập khẩu" alone
        return listed or ((words <= 12 or scope) and not own[0].islower())

    def _run_in(self, node: Node, text: str) -> tuple[Span, Span] | None:
        """A label of a few words, a colon, and a sentence: "Mục tiêu chung: Nâng cao …"."""
        if node.style == "paragraph":
            return None
        start, _ = _trim(text, node.body, node.end)
        if text.find(":", start, min(node.end, start + _FARTHEST_COLON)) < 0:
            return None
        found = _LABEL.match(text, start, node.end)
        if not found:
            return None
        label, after = found[0].rstrip(": "), text[found.end() : found.end() + 200].strip(_BOLD)
        low = label.lower()
        if len(label.split()) > _LABEL_WORDS or not label[0].isupper() or after[:1].islower():
            return None
        if self._condition.match(low) or self._predicate.search(low) or len(_WORD.findall(after)) < 3:
            return None
        return _trim(text, start, found.end(), ":"), _trim(text, found.end(), node.end)


def _trim(text: str, start: int, end: int, closing: str = "") -> Span:
    """The span without blanks, marks of bold type and (for headings) closing punctuation; "..." stays."""
    while start < end and text[start] in _BOLD + "\n":
        start += 1
    while end > start and text[end - 1] in _BOLD + "\n" + closing:
        if text[max(start, end - 3) : end] == "...":
            break
        end -= 1
    return start, end


def _divide(node: Node, text: str) -> None:
    """Phần, chương, mục and phụ lục have headings; "(Kèm theo …)" below a phụ lục is its text."""
    start, end = node.body, node.end
    if node.heading and node.style in ("appendix", "form"):
        start, end = max(start, node.heading[0]), node.heading[1]
    paren = re.search(r"^ ?\(", text[start:end], re.MULTILINE) if node.style in ("appendix", "form") else None
    if paren:
        at = start + paren.start()
        below = _capitals_below(text, at, end)
        if below and not text[start:at].strip(_BOLD + "\n.:"):
            node.text, node.heading = _trim(text, at, below), _trim(text, below, end, ".:")
            return
        node.text, end = _trim(text, at, end), at
    heading = _trim(text, start, end, ".:")
    node.heading = heading if heading[1] > heading[0] else None


def _capitals_below(text: str, start: int, end: int) -> int:
    """Where capitals begin again after the parenthesis, 0 when they do not."""
    close = text.find(")\n", start, end)
    return close + 2 if close >= 0 and text[close + 2 : end].partition("\n")[0].isupper() else 0
