"""Where a rule is tried: only where words stand that its matches cannot be without.

A long text is searched once for all words of all rules (:mod:`dieukhoan.rulebook.literals`), and each rule is tried
where its own stand; a short one is looked through for each rule.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterable, Iterator, Sequence
from functools import cache
from itertools import chain

from dieukhoan.core.records import Span
from dieukhoan.core.text import View, lower
from dieukhoan.rulebook.needed import Needed
from dieukhoan.rulebook.phrases import PhraseIndex
from dieukhoan.rulebook.rules import Candidate, Rule

SHORT = 2_000  # characters that are looked through sooner than searched for all words of all rules
_FAR = 150  # characters between the words that a rule needs, from which on it is tried line by line
_RARER = 4  # times as many words to begin with as words needed, from which on those are looked at line by line


def is_open(rule: Rule, need: Needed, view: View, start: int, end: int) -> bool:
    """Whether the span of a short view holds the words without which ``rule`` cannot match there."""
    return _holds(view.lower, rule.gate, start, end) and _holds(
        view.text if rule.case else view.lower, need.words, start, end
    )


def _holds(text: str, words: tuple[str, ...], start: int, end: int) -> bool:
    for word in words:  # any() takes half as long again for so little
        if text.find(word, start, end) >= 0:
            return True
    return not words


def may_match(rule: Rule, need: Needed, view: View) -> bool:
    """Whether ``rule`` may match anywhere in a view that knows the places of words."""
    return all(view.may_hold(_lower(words) if case else words) for words, case in _sides(rule, need))


@cache
def _lower(words: tuple[str, ...]) -> tuple[str, ...]:
    return (*map(lower, words),)


def _sides(rule: Rule, need: Needed) -> Iterator[tuple[tuple[str, ...], bool]]:
    """Words of which one must stand where ``rule`` matches, and whether in their case."""
    sides = (rule.gate, False), (need.words, rule.case), (need.starts, rule.case)
    return (side for side in sides if side[0])


def stirring(
    patterns: Iterable[tuple[Rule, Needed]], phrases: Iterable[PhraseRules], view: View
) -> Sequence[int] | None:
    """Where, in order, any word begins that a rule waits for; None where one waits for none. A span with none of these
    places holds no match."""
    found = [place for rules in phrases for place in rules.places(view)]
    for rule, need in patterns:
        rarest = min((view.places(words, case=case) for words, case in _sides(rule, need)), key=len, default=None)
        if rarest is None:
            return None
        found += rarest
    return sorted(found)


def by_places(rule: Rule, need: Needed, view: View, start: int, end: int) -> Iterable[re.Match[str]]:
    """What ``rule.regex.finditer`` finds in the span of a view that knows the places of words."""
    text = view.text if rule.case else view.lower
    if rule.gate and not _near(view.places(rule.gate), start, end):
        return ()
    near = _near(view.places(need.words, case=rule.case), start, end) if need.words else ()
    if need.words and not near:
        return ()
    by_line = bool(near) and need.one_line
    if need.starts:
        starts = _near(view.places(need.starts, case=rule.case), start, end)
        if by_line and len(near) * _RARER < len(starts):
            starts = [at for first, last in _lines(text, near, start, end) for at in _near(starts, first, last)]
        return _begun(rule.regex, text, starts, end)
    if by_line and len(near) * _FAR < end - start:
        spans = _lines(text, near, start, end)
        return (hit for first, last in spans for hit in rule.regex.finditer(text, first, last))
    return rule.regex.finditer(text, start, end)


def _begun(regex: re.Pattern[str], text: str, starts: Iterable[int], end: int) -> Iterator[re.Match[str]]:
    """The matches that begin at ``starts`` (in order), none inside another."""
    match, reach = regex.match, 0
    for at in starts:
        if at >= reach and (hit := match(text, at, end)):
            yield hit
            reach = hit.end()


def _near(places: Sequence[int], start: int, end: int) -> Sequence[int]:
    return places[bisect_left(places, start) : bisect_left(places, end)]


def _lines(text: str, places: Iterable[int], start: int, end: int) -> Iterator[Span]:
    """The lines of ``places`` (in order) within the span, their ends included, each once."""
    reach = start
    for place in places:
        if place >= reach:
            first = max(reach, text.rfind("\n", reach, place) + 1)
            reach = min(text.find("\n", place, end) + 1 or end, end)
            yield first, reach


class PhraseRules:
    """Phrase rules of one family that are matched alike."""

    def __init__(self, rules: Sequence[Rule]) -> None:
        self._case = rules[0].case
        self._owners: dict[str, list[Rule]] = {}
        for rule in rules:
            for phrase in dict.fromkeys(rule.phrases):
                self._owners.setdefault(phrase, []).append(rule)
        self._gated = [rule for rule in rules if rule.gate]
        self._index = PhraseIndex(self._owners)

    def hits(self, view: View, start: int, end: int) -> Iterator[Candidate]:
        """Every phrase of every rule whose gate is open."""
        shut = {rule.id for rule in self._gated if not _holds(view.lower, rule.gate, start, end)}
        text = view.text if self._case else view.lower
        found = self._index.find(text, start, end) if len(text) < SHORT else self._known(view, start, end)
        for at, phrase in found:
            for rule in self._owners[phrase]:
                if rule.id not in shut:
                    yield Candidate(at, at + len(phrase), rule, None)

    def places(self, view: View) -> Iterator[int]:
        """Where phrases stand in a view that knows the places of words, in no order."""
        return chain.from_iterable(view.places((phrase,), case=self._case) for phrase in self._owners)

    def _known(self, view: View, start: int, end: int) -> Iterator[tuple[int, str]]:
        """The phrases whose places the view knows, where they are whole words."""
        text = view.text
        for phrase in self._owners:
            for at in _near(view.places((phrase,), case=self._case), start, end):
                after = at + len(phrase)
                if after <= end and not (_is_word(text[at - 1 : at]) or (after < end and _is_word(text[after]))):
                    yield at, phrase


def _is_word(char: str) -> bool:
    return char.isalnum() or char == "_"
