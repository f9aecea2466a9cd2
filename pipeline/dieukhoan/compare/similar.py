"""How much two word lists say the same: longest common subsequence over words, blanks forgiven."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray
from rapidfuzz.distance import LCSseq
from rapidfuzz.process import cdist

from dieukhoan.compare.words import BLANK, Key

Matrix = NDArray[np.float64]
_FILL = 8  # words that one blank may take without being counted as a difference
_FIRST_CODE = 0x10000  # every distinct word becomes one character, so that the C++ code compares words


def encode(lists: Sequence[Key], codes: dict[str, str]) -> list[str]:
    """Each word list as a string of one character a word (blanks left out); ``codes`` is shared and grows."""
    return [
        "".join(codes.setdefault(key, chr(_FIRST_CODE + len(codes))) for key in keys if key != BLANK) for keys in lists
    ]


def similarities(template: Sequence[Key], variant: Sequence[Key]) -> Matrix:
    """The matrix of similarities, 0 to 1: twice the common words over all words; the words that may have gone into the
    template's blanks do not count against a pair. Two empty lists are alike, an empty and a full one not."""
    codes: dict[str, str] = {}
    rows, columns = encode(template, codes), encode(variant, codes)
    if not rows or not columns:
        return np.zeros((len(rows), len(columns)))
    common = cdist(rows, columns, scorer=LCSseq.similarity, dtype=np.int32).astype(np.float64)
    row_size = np.array([len(row) for row in rows], dtype=np.float64)[:, None]
    column_size = np.array([len(column) for column in columns], dtype=np.float64)[None, :]
    room = np.array([keys.count(BLANK) * _FILL for keys in template], dtype=np.float64)[:, None]
    total = row_size + column_size - np.minimum(room, column_size - common)
    return np.where(total > 0, 2 * common / np.maximum(total, 1), 1.0)


def similarity(template: Key, variant: Key) -> float:
    """:func:`similarities` of one pair."""
    return float(similarities([template], [variant])[0, 0])
