"""Which 8-bit encoding a text is in: the one in which most of its words are Vietnamese syllables."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable
from functools import lru_cache

from dieukhoan.core.syllables import is_syllable
from dieukhoan.readers.encodings.tables import ENCODINGS, convert

# Letters that no 8-bit encoding shows: where they stand, the text is Unicode already.
_UNICODE = re.compile("[ĂăĐđĨĩŨũƠơƯư\u0300-\u0323\u1ea0-\u1ef9]")
_STRANGE = re.compile("[\x01-\x08\x0e-\x1f\x80-\u00bf\u00c0-\u017f\u02c6-\u02dc\u2013-\u2044\u20ac\u2122\u2212\u2219]")
_LETTERS = re.compile(r"[^\W\d_]+")
_TOKENS = 1500  # words looked at
_LEAST = 4  # words
_SURE = 0.8  # share of syllables
_PLAIN = 0.6  # share of syllables in a text that is not to be touched


def is_unicode(text: str) -> bool:
    """Whether ``text`` has letters that only Unicode has, one in 20 letters beyond ASCII at least."""
    letters = len(_UNICODE.findall(text)) * 20
    # more than there can be strange ones in all the text, as nearly always, or counted
    return letters > 0 and (letters >= len(text) or letters >= len(_STRANGE.findall(text)))


def detect(text: str, among: Iterable[str] = ENCODINGS, least: int = _LEAST) -> str:
    """The encoding that makes Vietnamese of ``text``; empty where it is Unicode already, or no encoding does, or it
    has fewer than ``least`` words with letters beyond ASCII."""
    if is_unicode(text):
        return ""
    words = _words(text)
    if words.total() < least:
        return ""
    plain = _share(words)
    shares = {name: _share(_converted(words, name)) for name in among}
    best = max(shares, key=lambda name: shares[name], default="")
    return best if best and plain < _PLAIN and shares[best] >= _SURE else ""


def unknown(text: str) -> float:
    """The share of words with letters beyond ASCII in ``text`` that are no Vietnamese syllables, 0 to 1."""
    words = _words(text)
    return 1 - _share(words) if words else 0.0


@lru_cache(maxsize=65536)
def _counts(word: str) -> bool:
    """Whether a word has two letters or more, and something beyond ASCII."""
    return (not word.isascii() or bool(_STRANGE.search(word))) and sum(map(str.isalpha, word)) > 1


def _words(text: str) -> Counter[str]:
    """Words of two letters or more with something beyond ASCII in them, and how often they stand."""
    letters = Counter(filter(_counts, text.split()))
    return letters if len(letters) <= _TOKENS else Counter(dict(letters.most_common(_TOKENS)))


def _converted(words: Counter[str], encoding: str) -> Counter[str]:
    converted: Counter[str] = Counter()
    for word, count in words.items():
        converted[convert(word, encoding)] += count
    return converted


def _share(words: Counter[str]) -> float:
    good = sum(count for word, count in words.items() if _is_vietnamese(word))
    return good / max(1, words.total())


@lru_cache(maxsize=65536)
def _is_vietnamese(word: str) -> bool:
    """Whether every run of letters is a syllable (or an abbreviation in capitals), each in one case."""
    parts = _LETTERS.findall(word)
    if not parts or any(0 < ord(char) < 0x20 for char in word):
        return False
    return all((is_syllable(part) and _one_case(part)) or (part.isupper() and len(part) < 6) for part in parts)


def _one_case(part: str) -> bool:
    return part.isupper() or part[1:].islower() or len(part) == 1
