"""When two texts count as the same: words without case, punctuation and the place of tone marks."""

from __future__ import annotations

import re
import unicodedata
from collections import Counter, defaultdict
from collections.abc import Sequence

Tokens = Sequence[str]

_OLDER = {
    "oà": "òa", "oá": "óa", "oả": "ỏa", "oã": "õa", "oạ": "ọa", "oè": "òe", "oé": "óe", "oẻ": "ỏe", "oẽ": "õe",
    "oẹ": "ọe", "uỳ": "ùy", "uý": "úy", "uỷ": "ủy", "uỹ": "ũy", "uỵ": "ụy",
}  # fmt: skip
_NEWER = re.compile(f"(?:{'|'.join(_OLDER)})(?!\\w)")
_WORD = re.compile(r"\w+")


def tokens(text: str) -> list[str]:
    """The words of ``text``: NFC, case folded, tone marks of an open syllable in their older place ("hòa")."""
    folded = unicodedata.normalize("NFC", text or "").casefold()
    return _WORD.findall(_NEWER.sub(lambda hit: _OLDER[hit.group()], folded))


def norm(text: str) -> str:
    """The words of ``text`` with one blank between."""
    return " ".join(tokens(text))


def likeness(one: Tokens, other: Tokens) -> float:
    """Shared words by all words, each as often as it stands there: 0 to 1."""
    left, right = Counter(one), Counter(other)
    union = (left | right).total()
    return (left & right).total() / union if union else 0.0


def pairs(gold: Sequence[Tokens], found: Sequence[Tokens], least: float) -> list[tuple[int, int]]:
    """Which of ``gold`` and of ``found`` are the same, one to one: those most alike first, but not below ``least``;
    of those equally alike, the ones that stand at about the same place of their list."""
    places: defaultdict[str, list[tuple[int, int]]] = defaultdict(list)
    for at, words in enumerate(found):
        for word, count in Counter(words).items():
            places[word].append((at, count))
    ranked = []
    for at, words in enumerate(gold):
        shared: Counter[int] = Counter()
        for word, count in Counter(words).items():
            for other, there in places.get(word, ()):
                shared[other] += min(count, there)
        for other, common in shared.items():
            score = common / (len(words) + len(found[other]) - common)
            if score >= least:
                ranked.append((-score, abs(at / len(gold) - other / len(found)), at, other))
    taken: set[int] = set()
    given: set[int] = set()
    matched = []
    for _, _, at, other in sorted(ranked):
        if at not in taken and other not in given:
            taken.add(at)
            given.add(other)
            matched.append((at, other))
    return matched
