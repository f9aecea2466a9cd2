"""Writing short forms out: "UBND" is "Ủy ban nhân dân", "GD&ĐT" is "Giáo dục và Đào tạo"."""

from __future__ import annotations

import re
from functools import lru_cache

from dieukhoan.core.syllables import is_syllable
from dieukhoan.core.text import lower
from dieukhoan.rulebook import Rule

_WORD = re.compile(r"[^\W\d_]+")


@lru_cache(maxsize=16384)
def is_short(text: str) -> bool:
    """Whether a word of ``text`` is no Vietnamese syllable ("LHPN", "GD&ĐT"), as in abbreviations."""
    return any(not is_syllable(word) for word in _WORD.findall(text))


@lru_cache(maxsize=16384)
def quiet(text: str, *, titled: bool = False) -> str:
    """Text in capitals throughout, as in a letterhead, in small letters with one capital (or one to each word when
    ``titled``); abbreviations in it stay as they are."""
    if not text.isupper() or (" " not in text and not is_syllable(text)):
        return text
    words = [word if is_short(word) else word.lower() for word in text.split(" ")]
    if titled:
        words = [word if word in ("và", "của") or is_short(word) else capital(word) for word in words]
    return capital(" ".join(words))


@lru_cache(maxsize=256)
def _pairs(listed: str) -> dict[str, str]:
    """ "gd=giáo dục|đt=đào tạo" as a table."""
    return dict(pair.split("=") for pair in listed.split("|"))


def capital(text: str) -> str:
    """``text`` with its first letter as a capital, the rest unchanged."""
    return text[:1].upper() + text[1:]


def expand(text: str, rule: Rule) -> tuple[str, bool]:
    """``text`` written out as ``rule`` says (its ``name``, or the pairs of its ``short``); whether that changed it."""
    emit = rule.emit
    short = is_short(text)
    if name := emit.get("name"):
        return name, short
    pairs = _pairs(emit["short"]) if "short" in emit else {}
    if lower(text) in pairs:
        return pairs[lower(text)], True
    if short and pairs:
        words = [pairs.get(lower(word), word) for word in quiet(text).split()]
        return capital(" ".join(words)), True
    return text, short
