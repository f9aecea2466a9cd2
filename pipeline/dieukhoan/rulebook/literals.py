"""The words that rules wait for, all of them found in one pass over a text.

A rulebook waits for thousands of words. To look for each on its own costs more than the patterns that they keep from
being tried; an Aho-Corasick automaton finds all at once.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from contextlib import suppress

from ahocorasick_rs import AhoCorasick, Implementation

from dieukhoan.core.text import View

_LEAST = 3  # characters; fewer stand so often that they are found sooner by themselves


class Literals:
    """The ``words`` (in lower case) that are waited for in ``View.lower``."""

    def __init__(self, words: Iterable[str]) -> None:
        self._words = sorted({word for word in words if len(word) >= _LEAST})
        self._known = frozenset(self._words)
        self._automaton = AhoCorasick(self._words, implementation=Implementation.ContiguousNFA)

    def teach(self, view: View) -> None:
        """Tell ``view`` where all words stand, once; it finds by itself what it was not told of."""
        if view.taught is self:
            return
        view.taught = self
        with suppress(UnicodeEncodeError):  # half of a surrogate pair, which the automaton does not take
            found: defaultdict[int, list[int]] = defaultdict(list)
            for which, start, _ in self._automaton.find_matches_as_indexes(view.lower, overlapping=True):
                found[which].append(start)
            view.learn({self._words[which]: places for which, places in found.items()}, self._known)
