"""A rule as the rest of the house sees it: compiled, with its proof beside it."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from types import MappingProxyType
from typing import Any, NamedTuple

from dieukhoan.core.records import Span
from dieukhoan.core.text import View
from dieukhoan.rulebook.literals import Literals
from dieukhoan.rulebook.needed import Needed, needed
from dieukhoan.rulebook.phrases import PhraseIndex

Emit = Mapping[str, str]
_NONE: Mapping[str, Any] = MappingProxyType({})
_SHORT = 2_000  # characters that are looked through sooner than the whole text is for all places of a word
_FAR = 150  # characters between the words that a rule needs, from which on it is tried line by line


@dataclass(frozen=True, slots=True)
class Example:
    """A text in which a rule must win exactly at ``[start, end)`` and give at least ``want``."""

    text: str
    start: int
    end: int
    want: Mapping[str, str]


@dataclass(frozen=True, slots=True)
class Rule:
    """One compiled rule. ``gate``: lower-case literals of which a text must hold one for the rule to be tried."""

    id: str
    family: str
    note: str
    place: str
    regex: re.Pattern[str]
    case: bool
    priority: int
    gate: tuple[str, ...]
    emit: Emit
    phrases: tuple[str, ...]
    examples: tuple[Example, ...]
    counterexamples: tuple[str, ...]


class Match(NamedTuple):
    """Where a rule fired: a span of the view, the rule, and its named groups (those that took part).

    ``emit`` is the rule's emit with ``{group}`` filled in from the view's text (tone marks folded, case kept).
    """

    start: int
    end: int
    rule: Rule
    groups: Mapping[str, str] = _NONE
    spans: Mapping[str, Span] = _NONE

    @property
    def emit(self) -> dict[str, str]:
        """The emitted values; a group that took no part counts as empty."""
        known = _Blank(self.groups)
        return {key: value.format_map(known) if "{" in value else value for key, value in self.rule.emit.items()}


class _Blank(dict[str, str]):
    def __missing__(self, key: str) -> str:
        return ""


class Candidate(NamedTuple):
    """A match before its groups are read, which most never need: they lose against a longer one."""

    start: int
    end: int
    rule: Rule
    found: re.Match[str] | None


def _in_order(hit: Candidate) -> tuple[int, int]:
    return hit.start, -hit.end


class Family:
    """All rules of one kind (``deadline``, ``citation``, ``marker`` …), tried together on a text."""

    def __init__(self, name: str, rules: tuple[Rule, ...]) -> None:
        self.name = name
        self.rules = rules
        self.literals = Literals((), ())

    @cached_property
    def by_id(self) -> dict[str, Rule]:
        """The rules by their id."""
        return {rule.id: rule for rule in self.rules}

    @cached_property
    def _lexicons(self) -> tuple[_Lexicon, ...]:
        """The phrase rules, those matched with case and those without."""
        sides = ([rule for rule in self.rules if rule.phrases and rule.case is case] for case in (True, False))
        return tuple(_Lexicon(rules) for rules in sides if rules)

    @cached_property
    def patterns(self) -> tuple[tuple[Rule, Needed], ...]:
        """The other rules, each with the words that its matches cannot be without."""
        return tuple((rule, needed(rule.regex)) for rule in self.rules if not rule.phrases)

    def candidates(self, view: View, start: int = 0, end: int | None = None) -> list[Match]:
        """Every match of every rule in the view span, overlapping ones included, in reading order."""
        return [_match(hit, view.text) for hit in self._hits(view, start, end)]

    def _hits(self, view: View, start: int, end: int | None) -> list[Candidate]:
        """What :meth:`candidates` makes matches of."""
        stop = len(view.text) if end is None else end
        if stop - start >= _SHORT:
            self.literals.teach(view)
        found: list[Candidate] = []
        for lexicon in self._lexicons:
            found += lexicon.hits(view, start, stop)
        for rule, need in self.patterns:
            text = view.text if rule.case else view.lower
            for first, last in _stretches(rule, need, view, start, stop):
                for hit in rule.regex.finditer(text, first, last):
                    at, after = hit.span()
                    if after > at:
                        found.append(Candidate(at, after, rule, hit))
        found.sort(key=_in_order)
        return found

    def scan(self, view: View, start: int = 0, end: int | None = None) -> tuple[Match, ...]:
        """The matches that win in the view span, in reading order, none overlapping another.

        The longest match wins, then the higher priority, then the earlier one, then the rule whose id sorts first;
        the order of rule files never decides.
        """
        return tuple(_match(hit, view.text) for hit in resolve(self._hits(view, start, end)))


class _Lexicon:
    """Phrase rules that are matched alike, found in one pass."""

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
        shut = {rule.id for rule in self._gated if not _gate_open(rule, view, start, end)}
        for at, phrase in self._index.find(view.text if self._case else view.lower, start, end):
            for rule in self._owners[phrase]:
                if rule.id not in shut:
                    yield Candidate(at, at + len(phrase), rule, None)


def _gate_open(rule: Rule, view: View, start: int, end: int) -> bool:
    return not rule.gate or _holds(view, rule.gate, start, end, case=False)


def _holds(view: View, words: tuple[str, ...], start: int, end: int, *, case: bool) -> bool:
    """Whether any of ``words`` stands in the view span."""
    if end - start >= _SHORT:
        return bool(_near(view.places(words, case=case), start, end))
    find = (view.text if case else view.lower).find
    for word in words:  # noqa: SIM110  any() takes half as long again for so little, and duties ask it of every clause
        if find(word, start, end) >= 0:
            return True
    return False


def _near(places: Sequence[int], start: int, end: int) -> Sequence[int]:
    return places[bisect_left(places, start) : bisect_left(places, end)]


def _stretches(rule: Rule, need: Needed, view: View, start: int, end: int) -> Iterable[Span]:
    """Where in the view span a rule may match: everywhere, nowhere, or in the lines that hold a word that it needs."""
    if not _gate_open(rule, view, start, end):
        return ()
    if not need.words:
        return ((start, end),)
    if end - start < _SHORT:
        return ((start, end),) if _holds(view, need.words, start, end, case=rule.case) else ()
    near = _near(view.places(need.words, case=rule.case), start, end)
    if near and need.one_line and len(near) * _FAR < end - start:
        return _lines(view.text, near, start, end)
    return ((start, end),) if near else ()


def _lines(text: str, places: Iterable[int], start: int, end: int) -> Iterator[Span]:
    """The lines of ``places`` (in order) within the span, their ends included, each once."""
    reach = start
    for place in places:
        if place >= reach:
            first = max(reach, text.rfind("\n", reach, place) + 1)
            reach = min(text.find("\n", place, end) + 1 or end, end)
            yield first, reach


def resolve(hits: Iterable[Candidate]) -> list[Candidate]:
    """Of ``hits`` (sorted by start) those that win, see :meth:`Family.scan`; n log n at worst."""
    won: list[Candidate] = []
    cluster: list[Candidate] = []
    reach = 0
    for hit in hits:
        if cluster and hit.start >= reach:
            won += _winners(cluster)
            cluster = []
        reach = max(reach, hit.end)
        cluster.append(hit)
    return won + _winners(cluster)


def _winners(cluster: list[Candidate]) -> list[Candidate]:
    if len(cluster) < 2:
        return cluster
    taken: list[Candidate] = []
    for hit in sorted(cluster, key=lambda one: (one.start - one.end, -one.rule.priority, one.start, one.rule.id)):
        at = bisect_left(taken, hit.end, key=lambda one: one.start)  # the first that starts where this one is over
        if at == 0 or taken[at - 1].end <= hit.start:
            taken.insert(at, hit)
    return taken


def _match(hit: Candidate, text: str) -> Match:
    start, end, rule, found = hit
    if found is None or not rule.regex.groups:
        return Match(start, end, rule)
    spans = {name: found.span(name) for name in rule.regex.groupindex if found.start(name) >= 0}
    return Match(start, end, rule, {name: text[a:b] for name, (a, b) in spans.items()}, spans)
