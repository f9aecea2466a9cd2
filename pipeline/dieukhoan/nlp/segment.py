"""Whole words of several syllables: "tuyên truyền" is one word, and a change of one syllable changes the word."""

from __future__ import annotations

import re
from functools import lru_cache

_SYLLABLE = re.compile(r"[^\W\d_]+|\d+")


def word_lengths(text: str) -> tuple[int, ...]:
    """How many syllables (or numbers) each word of ``text`` has, in order, as underthesea parts them.

    Every syllable is a word by itself where the parting does not give the text back.
    """
    found = [length for line in filter(None, text.split("\n")) for length in _in_line(line)]
    count = len(_SYLLABLE.findall(text))
    return tuple(found) if sum(found) == count else (1,) * count


@lru_cache(maxsize=32768)  # many variants say the same, if not in as many lines
def _in_line(line: str) -> tuple[int, ...]:
    from underthesea import word_tokenize

    found = (len(_SYLLABLE.findall(str(word))) for word in word_tokenize(line, use_token_normalize=False))
    return tuple(filter(None, found))
