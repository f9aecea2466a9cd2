"""All phrases of a family in one trie, so that a thousand of them cost one pass over the text.

Every phrase is a whole word or words: no letter or digit stands directly before or after it.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping

_Trie = dict[str, "_Trie"]


def phrases_pattern(phrases: Iterable[str]) -> str:
    """One pattern that matches any of the literal ``phrases`` as whole words, the longest first."""
    return rf"(?<!\w)(?:{_branches(_trie(phrases))})(?!\w)"


class PhraseIndex:
    """Finds every phrase wherever it stands, also inside a longer one."""

    def __init__(self, phrases: Iterable[str]) -> None:
        known = set(phrases)
        self._shorter: Mapping[str, tuple[str, ...]] = {phrase: _heads(phrase, known) for phrase in known}
        self._regex = re.compile(rf"(?<!\w)(?=({_branches(_trie(sorted(known)))})(?!\w))") if known else None

    def find(self, text: str, start: int, end: int) -> Iterator[tuple[int, str]]:
        """(offset, phrase) for every phrase in ``text[start:end]``, in reading order."""
        if self._regex is not None:
            for hit in self._regex.finditer(text, start, end):
                for phrase in self._shorter[hit.group(1)]:
                    yield hit.start(), phrase


def _heads(phrase: str, known: set[str]) -> tuple[str, ...]:
    """``phrase`` and all known phrases that it begins with (up to the end of a word)."""
    ends = [end for end in range(1, len(phrase)) if not re.match(r"\w", phrase[end]) and phrase[:end] in known]
    return (phrase, *(phrase[:end] for end in ends))


def _trie(phrases: Iterable[str]) -> _Trie:
    trie: _Trie = {}
    for phrase in phrases:
        node = trie
        for char in phrase:
            node = node.setdefault(char, {})
        node[""] = {}
    return trie


def _branches(node: _Trie) -> str:
    return "|".join(_branch(char, child) for char, child in node.items() if char)


def _branch(char: str, node: _Trie) -> str:
    """The letters up to the next fork, and what may follow there (a shorter phrase may end there too)."""
    run = re.escape(char)
    while len(node) == 1 and "" not in node:
        ((char, node),) = node.items()
        run += re.escape(char)
    rest = _branches(node)
    return run + (f"(?:{rest}){'?' if '' in node else ''}" if rest else "")
