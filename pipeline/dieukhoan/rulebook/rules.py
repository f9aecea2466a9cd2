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


class Family:
    """All rules of one kind (``deadline``, ``citation``, ``marker`` …), tried together on a text."""

    def __init__(self, name: str, rules: tuple[Rule, ...]) -> None:
        self.name = name
        self.rules = rules

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
    def _patterns(self) -> tuple[tuple[Rule, Needed], ...]:
        """The other rules, each with the words that its matches cannot be without."""
        return tuple((rule, needed(rule.regex)) for rule in self.rules if not rule.phrases)

    def candidates(self, view: View, start: int = 0, end: int | None = None) -> list[Match]:
        """Every match of every rule in the view span, overlapping ones included, in reading order."""
        stop = len(view.text) if end is None else end
        found: list[Match] = []
        for lexicon in self._lexicons:
            found += lexicon.matches(view, start, stop)
        for rule, need in self._patterns:
            text = view.text if rule.case else view.lower
            for first, last in _stretches(rule, need, view, start, stop):
                hits = rule.regex.finditer(text, first, last)
                found += [_match(hit, rule, view.text) for hit in hits if hit.end() > hit.start()]
        found.sort(key=lambda match: (match.start, -match.end))
        return found

    def scan(self, view: View, start: int = 0, end: int | None = None) -> tuple[Match, ...]:
        """The matches that win in the view span, in reading order, none overlapping another.

        The longest match wins, then the higher priority, then the earlier one, then the rule whose id sorts first;
        the order of rule files never decides.
        """
        return resolve(self.candidates(view, start, end))


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

    def matches(self, view: View, start: int, end: int) -> Iterator[Match]:
        """Every phrase of every rule whose gate is open."""
        shut = {rule.id for rule in self._gated if not _gate_open(rule, view, start, end)}
        for at, phrase in self._index.find(view.text if self._case else view.lower, start, end):
            for rule in self._owners[phrase]:
                if rule.id not in shut:
                    yield Match(at, at + len(phrase), rule)


def _gate_open(rule: Rule, view: View, start: int, end: int) -> bool:
    return not rule.gate or _holds(view.lower, rule.gate, start, end)


def _holds(text: str, words: Iterable[str], start: int, end: int) -> bool:
    """Whether any of ``words`` stands in ``text[start:end]``; a plain loop, since duties ask it of every clause."""
    find = text.find
    for word in words:  # noqa: SIM110  any() takes half as long again for so little
        if find(word, start, end) >= 0:
            return True
    return False


def _stretches(rule: Rule, need: Needed, view: View, start: int, end: int) -> Iterator[Span]:
    """Where in the view span a rule may match: everywhere, nowhere, or in the lines that hold a word that it needs."""
    if not _gate_open(rule, view, start, end):
        return
    if not need.words:
        yield start, end
        return
    if end - start < _SHORT:
        if _holds(view.text if rule.case else view.lower, need.words, start, end):
            yield start, end
        return
    places = view.places(need.words, case=rule.case)
    near = places[bisect_left(places, start) : bisect_left(places, end)]
    if not near:
        return
    if need.one_line and len(near) * _FAR < end - start:
        yield from _lines(view.text, near, start, end)
    else:
        yield start, end


def _lines(text: str, places: Iterable[int], start: int, end: int) -> Iterator[Span]:
    """The lines of ``places`` (in order) within the span, their ends included, each once."""
    reach = start
    for place in places:
        if place >= reach:
            first = max(reach, text.rfind("\n", reach, place) + 1)
            reach = min(text.find("\n", place, end) + 1 or end, end)
            yield first, reach


def resolve(matches: Iterable[Match]) -> tuple[Match, ...]:
    """Of ``matches`` (sorted by start) those that win, see :meth:`Family.scan`; n log n at worst."""
    won: list[Match] = []
    cluster: list[Match] = []
    reach = 0
    for match in matches:
        if cluster and match.start >= reach:
            won += _winners(cluster)
            cluster = []
        reach = max(reach, match.end)
        cluster.append(match)
    return tuple(won + _winners(cluster))


def _winners(cluster: list[Match]) -> list[Match]:
    if len(cluster) < 2:
        return cluster
    taken: list[Match] = []
    for match in sorted(cluster, key=lambda m: (m.start - m.end, -m.rule.priority, m.start, m.rule.id)):
        at = bisect_left(taken, match.end, key=lambda m: m.start)  # the first that starts where this one is over
        if at == 0 or taken[at - 1].end <= match.start:
            taken.insert(at, match)
    return taken


def _match(hit: re.Match[str], rule: Rule, text: str) -> Match:
    if not rule.regex.groups:
        return Match(hit.start(), hit.end(), rule)
    spans = {name: hit.span(name) for name in rule.regex.groupindex if hit.start(name) >= 0}
    return Match(hit.start(), hit.end(), rule, {name: text[a:b] for name, (a, b) in spans.items()}, spans)
