"""The words that rules wait for, all of them found in one pass over a text.

A rulebook waits for more than a thousand words. To look for each on its own costs more than the patterns that they
keep from being tried; an Aho-Corasick automaton finds all at once.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from contextlib import suppress

from ahocorasick_rs import AhoCorasick, Implementation

from dieukhoan.core.text import View

_LEAST = 4  # characters; a shorter word stands so often that it is found sooner on its own


class Literals:
    """The words that are waited for in ``View.lower`` (``lower``) and in ``View.text`` (``cased``)."""

    def __init__(self, lower: Iterable[str], cased: Iterable[str]) -> None:
        self._sides = tuple((case, _Side(words)) for case, words in ((False, lower), (True, cased)))

    def teach(self, view: View) -> None:
        """Tell ``view`` where all words stand, once; it finds by itself what it was not told of."""
        if view.taught is self:
            return
        view.taught = self
        with suppress(UnicodeEncodeError):  # half of a surrogate pair, which the automaton does not take
            for case, side in self._sides:
                view.learn(side.places(view.text if case else view.lower), case=case)


class _Side:
    def __init__(self, words: Iterable[str]) -> None:
        self._words = sorted({word for word in words if len(word) >= _LEAST})
        self._automaton = AhoCorasick(self._words, implementation=Implementation.ContiguousNFA)

    def places(self, text: str) -> dict[str, Sequence[int]]:
        """Where each word begins, in order."""
        found: list[list[int]] = [[] for _ in self._words]
        for which, start, _ in self._automaton.find_matches_as_indexes(text, overlapping=True):
            found[which].append(start)
        return dict(zip(self._words, found, strict=True))
