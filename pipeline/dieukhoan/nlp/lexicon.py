"""The words of rules/bodies/ as a spaCy matcher, and a text seen through them."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from functools import lru_cache
from itertools import accumulate

from spacy.matcher import PhraseMatcher
from spacy.tokens import Doc

from dieukhoan.core.text import View
from dieukhoan.nlp.tokens import blank, norm, pieces
from dieukhoan.rulebook import Rule, Rulebook

FAMILIES = ("body", "field", "office", "stop", "generic", "modifier", "bound", "province")
_COUNTS = 400
_LETTER = re.compile(r"[^\W\d_]")
_OTHER = "\0"  # stands for every word that no phrase holds: spaCy keeps each new word for ever

Hits = Mapping[int, tuple[int, Rule]]


@dataclass(frozen=True, slots=True)
class Tokens:
    """A view cut into tokens, with what the lexicon knows of each position.

    ``start``/``end`` are view offsets of every token, ``norm`` its folded form; ``hits[family][i]`` is the longest
    phrase of that family that starts at token ``i``: (token after its end, rule). ``walls`` are tokens before
    which a name must stop: line ends and wide gaps between columns; ``shouting`` tells whether a token stands in a
    line without any small letter; ``places`` are the rules by which a level or place is known where a head ends.
    """

    view: View
    word: Sequence[str]
    norm: Sequence[str]
    start: Sequence[int]
    end: Sequence[int]
    hits: Mapping[str, Hits]
    walls: frozenset[int]
    shouting: Callable[[int], bool]
    places: tuple[Rule, ...]
    counts: dict[str, int] = field(default_factory=dict)

    def __len__(self) -> int:
        return len(self.word)

    def count(self, first: int, after: int) -> int:
        """How often the words of the tokens ``first`` to ``after - 1`` stand in the text; 1 once very many different
        words have been asked for, so that a long text takes no longer than its length."""
        lower = self.view.lower
        words = lower[self.start[first] : self.end[after - 1]]
        if words not in self.counts:
            if len(self.counts) > _COUNTS:
                return 1
            self.counts[words] = lower.count(words)
        return self.counts[words]


class Lexicon:
    """The phrases of one rulebook, ready to match."""

    def __init__(self, rules: Rulebook) -> None:
        self._nlp = blank()
        self._rule = {rule.id: rule for name in FAMILIES for rule in rules.family(name).rules}
        self._matcher = PhraseMatcher(self._nlp.vocab)
        self._words: set[str] = set()
        for rule in self._rule.values():
            phrases = [[norm(word) for word in pieces(phrase)[0]] for phrase in rule.phrases]
            self._matcher.add(rule.id, [Doc(self._nlp.vocab, words=words) for words in phrases])
            self._words.update(*phrases)
        self._places = rules.family("place").rules
        self.clauses = rules.family("body_tail").rules
        self.anaphora = rules.family("anaphor").rules
        self.where = next((rule for rule in self.clauses if rule.id == "body_tail.where"), None)

    def tokens(self, view: View, gaps: Iterable[int] = ()) -> Tokens:
        """``view`` cut into tokens; ``gaps`` are view offsets before which a name must stop."""
        word, spaces = pieces(view.text)
        forms = {text: norm(text) for text in set(word)}
        folded = [forms[text] for text in word]
        start = [0, *accumulate(len(text) + space for text, space in zip(word, spaces, strict=True))][: len(word)]
        wide = set(gaps)
        walls = [i for i, text in enumerate(word) if text == "\n"]
        if wide:
            walls += [i for i, at in enumerate(start) if at in wide]
        return Tokens(
            view,
            word,
            folded,
            start,
            [at + len(text) for at, text in zip(start, word, strict=True)],
            self._hits(folded),
            frozenset(walls),
            _shouting(view.text, start),
            self._places,
        )

    def _hits(self, words: Sequence[str]) -> dict[str, dict[int, tuple[int, Rule]]]:
        names = self._nlp.vocab.strings
        known = [word if word in self._words else _OTHER for word in words]
        matches = self._matcher(Doc(self._nlp.vocab, words=known))
        rules = {key: self._rule[names[key]] for key in {match[0] for match in matches}}
        found: dict[str, dict[int, tuple[int, Rule]]] = {family: {} for family in FAMILIES}
        for key, start, end in matches:
            rule = rules[key]
            hits = found[rule.family]
            if start not in hits or hits[start][0] < end:
                hits[start] = (end, rule)
        return found


def _shouting(text: str, start: Sequence[int]) -> Callable[[int], bool]:
    known: dict[int, bool] = {}

    def ask(token: int) -> bool:
        at = start[token]
        first = text.rfind("\n", 0, at) + 1
        if first not in known:
            last = text.find("\n", at)
            line = text[first : last if last >= 0 else len(text)]
            known[first] = line.isupper() and len(_LETTER.findall(line)) > 3
        return known[first]

    return ask


@lru_cache(maxsize=4)
def lexicon(rules: Rulebook) -> Lexicon:
    """The lexicon of ``rules``, made once."""
    return Lexicon(rules)
