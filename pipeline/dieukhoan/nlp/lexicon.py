"""The words of rules/bodies/ as a spaCy matcher, and a text seen through them."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from functools import lru_cache
from itertools import accumulate
from operator import add

from spacy.matcher import PhraseMatcher
from spacy.tokens import Doc

from dieukhoan.core.text import View
from dieukhoan.nlp.tokens import bare, blank, norm, pieces, spaced
from dieukhoan.rulebook import Rule, Rulebook
from dieukhoan.rulebook.compile import either, expand

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
    """The phrases of one rulebook, ready to match. ``any_place`` and ``any_clause`` match where any rule of theirs
    does: five of six names end before none, which one trial shows instead of one for each rule. ``place_noun`` is the
    word for a kind of place and the space behind it."""

    def __init__(self, rules: Rulebook) -> None:
        self._nlp = blank()
        self._rule = {rule.id: rule for name in FAMILIES for rule in rules.family(name).rules}
        self._matcher = PhraseMatcher(self._nlp.vocab)
        self._words: set[str] = set()
        for rule in self._rule.values():
            phrases = [[norm(word) for word in pieces(phrase)[0]] for phrase in rule.phrases]
            self._matcher.add(rule.id, [Doc(self._nlp.vocab, words=words) for words in phrases])
            self._words.update(*phrases)
        self._keys = {self._nlp.vocab.strings[name]: rule for name, rule in self._rule.items()}
        self._places = rules.family("place").rules
        self.any_place = either(rule.regex for rule in self._places)
        self.place_noun = re.compile(expand("(?:<<place_noun>>) ", rules.fragments, "nlp.lexicon"))
        self.clauses = rules.family("body_tail").rules
        self.any_clause = either(rule.regex for rule in self.clauses)
        self.anaphora = rules.family("anaphor").rules
        self.tails = tuple(rule for rule in self.clauses if rule.emit.get("of") == "name")

    def tokens(self, view: View, gaps: Iterable[int] = ()) -> Tokens:
        """``view`` cut into tokens; ``gaps`` are view offsets before which a name must stop."""
        found = spaced(view.text)
        word = [*map(bare, found)]
        folded = [*map(norm, word)]
        start = [0, *accumulate(map(len, found))][: len(word)]
        wide = set(gaps)
        walls = [i for i, text in enumerate(word) if text == "\n"]
        if wide:
            walls += [i for i, at in enumerate(start) if at in wide]
        return Tokens(
            view,
            word,
            folded,
            start,
            [*map(add, start, map(len, word))],
            self._hits(folded),
            frozenset(walls),
            _shouting(view.text, start),
            self._places,
        )

    def _hits(self, words: Sequence[str]) -> dict[str, dict[int, tuple[int, Rule]]]:
        known = [word if word in self._words else _OTHER for word in words]
        matches = self._matcher(Doc(self._nlp.vocab, words=known))
        found: dict[str, dict[int, tuple[int, Rule]]] = {family: {} for family in FAMILIES}
        owners = {key: (found[rule.family], rule) for key, rule in self._keys.items()}
        for key, start, end in matches:
            hits, rule = owners[key]
            longest = hits.get(start)
            if longest is None or longest[0] < end:
                hits[start] = end, rule
        return found


def _shouting(text: str, start: Sequence[int]) -> Callable[[int], bool]:
    known: dict[int, bool] = {}

    def ask(token: int) -> bool:
        """Whether the line of ``token`` stands in capitals."""
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
