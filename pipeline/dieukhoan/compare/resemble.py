"""How much whole documents resemble each other: for the choice of a template, and for near-copies among variants.

A document is the set of all runs of three of its words, without blanks and numbers of units, without the name of its
own province and, where they are known, without what was filled in. Two documents are alike by twice the runs they share
over all their runs (Dice). That takes time linear in their lengths and needs no alignment.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from zlib import crc32

import numpy as np
from numpy.typing import NDArray
from scipy.cluster.hierarchy import fcluster, linkage

from dieukhoan.compare.words import BLANK, Key, Mask, expansions, masked, spelled, split, words
from dieukhoan.core.records import Document, Span
from dieukhoan.rulebook import Rulebook

FITS = 0.5
"""The likeness from which a template is taken for that of a document (docs/compare.md has the figures behind it)."""
NEAR_COPY = 0.97
_RUN = 3
_BASE = np.uint64(0x9E3779B97F4A7C15)  # odd and large: runs of other words hardly ever give one number

Prints = NDArray[np.int64]


def prints(document: Document, rules: Rulebook, fills: Iterable[Span] = ()) -> Prints:
    """The runs of three words of ``document`` as numbers, sorted, each once; without the numbers of its units (who
    counts otherwise says no other thing) and the words in ``fills`` (what a variant wrote into blanks)."""
    masks: list[Mask] = []
    for start, end in sorted((*fills, *_numbers(document))):
        if end > start and (not masks or start >= masks[-1][1]):
            masks.append((start, end, BLANK))
    keys = masked(words(spelled(document), [(0, len(document.text))], expansions(rules, document)), masks).keys
    told = without(tuple(key for key in keys if key != BLANK), split(document.header.province))
    numbers = {word: crc32(word.encode()) for word in set(told)}
    said = np.fromiter(map(numbers.__getitem__, told), dtype=np.uint64, count=len(told))
    runs = max(0, len(said) - _RUN + 1)
    found = np.zeros(runs, dtype=np.uint64)
    for step in range(_RUN):  # a polynomial in the words, modulo 2^64
        found = found * _BASE + said[step : step + runs]
    return np.unique(found.view(np.int64))


def _numbers(document: Document) -> Iterator[Span]:
    """Where the numbers of units stand."""
    for unit in document.units:
        own = [start for start in (unit.heading_start, unit.text_start) if start > unit.start]
        if unit.number:
            yield unit.start, min(own, default=unit.end)


def without(keys: Key, name: Key) -> Key:
    """``keys`` without all runs of them that are ``name``."""
    out: list[str] = []
    at = 0
    while at < len(keys):
        if name and keys[at : at + len(name)] == name:
            at += len(name)
        else:
            out.append(keys[at])
            at += 1
    return tuple(out)


def likeness(one: Prints, other: Prints) -> float:
    """How much two documents resemble each other, 0 to 1."""
    if not len(one) or not len(other):
        return 0.0
    return float(2 * len(np.intersect1d(one, other, assume_unique=True)) / (len(one) + len(other)))


@dataclass(frozen=True, slots=True)
class Kin:
    """Of one variant: the number of its cluster (from 1, in the order of the variants), the index of the variant that
    is most alike (None where it is alone) and how much."""

    cluster: int
    nearest: int | None
    similarity: float


def clusters(found: Sequence[Prints], least: float = NEAR_COPY) -> list[Kin]:
    """Which variants are near-copies of each other: in a cluster every two are at least ``least`` alike (complete
    linkage, quadratic in the number of variants)."""
    count = len(found)
    if count < 2:
        return [Kin(1, None, 0.0) for _ in found]
    alike = np.zeros((count, count))
    for at in range(count):
        for other in range(at + 1, count):
            alike[at, other] = alike[other, at] = likeness(found[at], found[other])
    distances = 1 - alike[np.triu_indices(count, 1)]
    raw = fcluster(linkage(distances, "complete"), 1 - least, "distance")
    numbers = {int(label): number for number, label in enumerate(dict.fromkeys(raw.tolist()), 1)}
    np.fill_diagonal(alike, -1)
    nearest = alike.argmax(axis=1)
    return [Kin(numbers[int(raw[at])], int(nearest[at]), float(alike[at, nearest[at]])) for at in range(count)]


@dataclass(frozen=True, slots=True)
class Choice:
    """The template that a document resembles most and the next one (indices, None for none), each with its likeness."""

    best: int | None
    similarity: float
    second: int | None
    second_similarity: float

    @property
    def fits(self) -> bool:
        """Whether the best is good enough."""
        return self.best is not None and self.similarity >= FITS


def choose(document: Prints, templates: Sequence[Prints]) -> Choice:
    """The template of ``document``."""
    ranked = sorted(((likeness(document, one), -at) for at, one in enumerate(templates)), reverse=True)
    (first, at), (second, other) = ([*ranked, (0.0, 1), (0.0, 1)])[:2]
    return Choice(-at if at < 1 else None, first, -other if other < 1 else None, second)
