"""How much two word lists say the same: common words in order and by weight, blanks forgiven."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence, Sized
from functools import lru_cache
from itertools import chain

import numpy as np
from numpy.typing import NDArray
from rapidfuzz.distance import LCSseq
from rapidfuzz.process import cdist
from scipy.sparse import csr_matrix

from dieukhoan.compare.words import BLANK, Key

Matrix = NDArray[np.float64]
Weights = Mapping[str, float]
_Token = str | tuple[str, int]
_FILL = 8  # words that one blank may take without being counted as a difference
_FIRST_CODE = 0x10000


class Codes(dict[str, str]):
    """A character for every word, given out as words are met: so the C++ code compares words."""

    def __missing__(self, word: str) -> str:
        self[word] = code = chr(_FIRST_CODE + len(self))
        return code

    def of(self, words: Iterable[str]) -> str:
        """The characters of ``words``."""
        return "".join(map(self.__getitem__, words))


def encode(lists: Sequence[Key]) -> list[str]:
    """Each word list as a string of one character a word, blanks left out."""
    codes = Codes()
    return [codes.of(filter(BLANK.__ne__, keys)) for keys in lists]


def similarities(template: Sequence[Key], variant: Sequence[Key]) -> Matrix:
    """The matrix of similarities, 0 to 1: twice the common words in order over all words. The words that may have gone
    into the blanks of either side do not count against a pair. Two empty lists are alike, an empty and a full one not.
    """
    said = encode([*template, *variant])
    rows, columns = said[: len(template)], said[len(template) :]
    if not rows or not columns:
        return np.zeros((len(rows), len(columns)))
    common = cdist(rows, columns, scorer=LCSseq.similarity, dtype=np.int32).astype(np.float64)
    sizes = _sizes(rows), _sizes(columns)
    return _dice(common, common, sizes, sizes, (_room(template), _room(variant)))


def weighted(template: Sequence[Key], variant: Sequence[Key], weights: Weights) -> Matrix:
    """As :func:`similarities`, but words count by their weight (rare ones more, so that two duties of "Liên đoàn Lao
    động tỉnh" are not alike for that name) and their order does not count."""
    places: dict[_Token, int] = {}
    rows, columns = _counted(template, places), _counted(variant, places)
    if not places:
        return similarities(template, variant)
    mass = np.zeros(len(places))
    for token, place in places.items():
        mass[place] = weights[token if isinstance(token, str) else token[0]]
    ours, theirs = _sparse(rows, len(places)), _sparse(columns, len(places))
    common = np.asarray(ours.multiply(mass).dot(theirs.T).todense(), dtype=np.float64)
    shared = np.asarray(ours.dot(theirs.T).todense(), dtype=np.float64)
    masses = np.asarray(ours.dot(mass)).ravel(), np.asarray(theirs.dot(mass)).ravel()
    sizes = _sizes(rows), _sizes(columns)
    return _dice(common, shared, masses, sizes, (_room(template), _room(variant)))


def met(lists: Sequence[Key]) -> Counter[str]:
    """In how many of ``lists`` each word is."""
    return Counter(chain.from_iterable(map(set, lists)))


def weights_of(counts: Counter[str], total: int) -> Weights:
    """The inverse frequency of each word, never nothing, that is in so many of ``total`` lists."""
    known = {count: float(np.log(1 + total / count)) for count in set(counts.values())}
    return {word: known[count] for word, count in counts.items()}


def _counted(lists: Sequence[Key], places: dict[_Token, int]) -> list[list[int]]:
    """Each list as the places of its words, a repeated word as another one, so that common words can be counted."""
    found = []
    for keys in lists:
        seen: dict[str, int] = {}
        row = []
        for key in keys:
            if key != BLANK:
                times = seen.get(key, 0)
                row.append(places.setdefault((key, times) if times else key, len(places)))
                seen[key] = times + 1
        found.append(row)
    return found


def _sparse(rows: Sequence[Sequence[int]], width: int) -> csr_matrix:
    starts = np.cumsum([0, *map(len, rows)])
    flat = np.fromiter(chain.from_iterable(rows), dtype=np.int64, count=int(starts[-1]))
    return csr_matrix((np.ones(len(flat)), flat, starts), shape=(len(rows), width))


def _sizes(lists: Sequence[Sized]) -> Matrix:
    return np.array([len(one) for one in lists], dtype=np.float64)


def _room(lists: Sequence[Key]) -> Matrix:
    return np.array([keys.count(BLANK) * _FILL for keys in lists], dtype=np.float64)


def _dice(
    common: Matrix,
    shared: Matrix,
    masses: tuple[Matrix, Matrix],
    sizes: tuple[Matrix, Matrix],
    rooms: tuple[Matrix, Matrix],
) -> Matrix:
    """Twice the common mass over both masses, less what blanks took up: of ``shared`` and ``sizes`` (in words) follows
    how many words of each side are not common, of ``rooms`` how many of them the other side's blanks can hold."""
    total = masses[0][:, None] + masses[1][None, :]
    _forgive(total, common, shared, masses[1], sizes[1], rooms)
    _forgive(total.T, common.T, shared.T, masses[0], sizes[0], rooms[::-1])
    found = np.ones_like(total)
    np.divide(2 * common, total, out=found, where=total > 1e-9)
    found[(shared == 0) & (sizes[0][:, None] > 0) & (sizes[1][None, :] > 0)] = 0.0
    return found


def _forgive(  # noqa: PLR0913, PLR0917  the measures of both sides
    total: Matrix, common: Matrix, shared: Matrix, mass: Matrix, size: Matrix, rooms: tuple[Matrix, ...]
) -> None:
    """Take from ``total`` what the blanks of the rows may have taken up of the columns."""
    rows = np.flatnonzero(rooms[0])  # few units have blanks
    room = np.maximum(0.0, rooms[0][rows][:, None] - rooms[1])  # a blank that is still one took up nothing
    total[rows] -= (mass - common[rows]) * np.minimum(1.0, room / np.maximum(1.0, size - shared[rows]))


@lru_cache(maxsize=8192)  # the units of many variants are the same
def similarity(template: Key, variant: Key) -> float:
    """:func:`similarities` of one pair."""
    return float(similarities([template], [variant])[0, 0])
