"""Whole words of several syllables: "tuyên truyền" is one word, and a change of one syllable changes the word."""

from __future__ import annotations

import re
from functools import lru_cache

_SYLLABLE = re.compile(r"[^\W\d_]+|\d+")


@lru_cache(maxsize=32768)
def word_lengths(text: str) -> tuple[int, ...]:
    """How many syllables (or numbers) each word of ``text`` has, in order, as underthesea parts them.

    Every syllable is a word by itself where the parting does not give the text back.
    """
    from underthesea import word_tokenize

    lines = filter(None, text.split("\n"))
    found = [
        len(_SYLLABLE.findall(str(word))) for line in lines for word in word_tokenize(line, use_token_normalize=False)
    ]
    count = len(_SYLLABLE.findall(text))
    return tuple(filter(None, found)) if sum(found) == count else (1,) * count
