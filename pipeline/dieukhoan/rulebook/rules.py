"""A rule as the rest of the house sees it: compiled, with its proof beside it; and which of its matches win."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from types import MappingProxyType
from typing import Any, NamedTuple

from dieukhoan.core.records import Span

Emit = Mapping[str, str]
_NONE: Mapping[str, Any] = MappingProxyType({})


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


def resolve(hits: Iterable[Candidate]) -> list[Candidate]:
    """Of ``hits`` (sorted by start) those that win, see
    :meth:`dieukhoan.rulebook.family.Family.scan`; n log n at worst."""
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


def match_of(hit: Candidate, text: str) -> Match:
    """``hit`` with its groups read from the view's ``text``."""
    start, end, rule, found = hit
    if found is None or not rule.regex.groups:
        return Match(start, end, rule)
    spans = {name: found.span(name) for name in rule.regex.groupindex if found.start(name) >= 0}
    return Match(start, end, rule, {name: text[a:b] for name, (a, b) in spans.items()}, spans)
