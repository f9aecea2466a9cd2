"""The rules that duties rest on, ready for use: families tried at one place, and single patterns by name."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache
from typing import NamedTuple

from dieukhoan.rulebook import Family, Match, Rule, Rulebook
from dieukhoan.rulebook.phrases import phrases_pattern


class Hit(NamedTuple):
    """A rule that fits at one place: where it ends, and the rule."""

    end: int
    rule: Rule

    def get(self, key: str) -> str:
        """An emitted value of the rule, empty when it has none."""
        return self.rule.emit.get(key, "")


class Anchored:
    """A family tried at one place only: the longest rule that fits there, then the higher priority."""

    def __init__(self, family: Family) -> None:
        self._patterns = tuple(rule for rule in family.rules if not rule.phrases)
        self._owners = {phrase: rule for rule in family.rules for phrase in rule.phrases}
        self._phrases = re.compile(phrases_pattern(self._owners)) if self._owners else None

    def at(self, lower: str, start: int, end: int) -> Hit | None:
        """The best rule that begins at ``start`` of the view's lower-case text and ends by ``end``."""
        best: Hit | None = None
        known = self._phrases.match(lower, start, end) if self._phrases else None
        if known is not None:
            best = Hit(known.end(), self._owners[known.group()])
        for rule in self._patterns:
            found = rule.regex.match(lower, start, end)
            if found and (best is None or (found.end(), rule.priority) > (best.end, best.rule.priority)):
                best = Hit(found.end(), rule)
        return best


@dataclass(frozen=True, slots=True)
class Lexicon:
    """Every family that the duties stage uses."""

    openings: Anchored
    headings: Anchored
    owners: Anchored
    labels: Anchored
    columns: Anchored
    intros: Family
    cues: Family
    facts: Family
    frames: Family
    links: dict[str, re.Pattern[str]]


@lru_cache(maxsize=4)
def lexicon(rules: Rulebook) -> Lexicon:
    """The lexicon of a rulebook; made once per rulebook."""
    small = (rule for family in ("duty_link", "duty_told") for rule in rules.family(family).rules)
    links = {rule.id.partition(".")[2]: rule.regex for rule in small}
    return Lexicon(
        openings=Anchored(rules.family("duty_opening")),
        headings=Anchored(rules.family("duty_heading")),
        owners=Anchored(rules.family("duty_owner")),
        labels=Anchored(rules.family("duty_label")),
        columns=Anchored(rules.family("duty_column")),
        intros=rules.family("duty_intro"),
        cues=rules.family("duty_cue"),
        facts=rules.family("duty_fact"),
        frames=rules.family("duty_frame"),
        links=links,
    )


def by_end(matches: list[Match]) -> dict[int, Match]:
    """Matches by where they end; of several that end together the longest, then the higher priority."""
    ends: dict[int, Match] = {}
    for match in matches:
        other = ends.get(match.end)
        if other is None or (match.start, -match.rule.priority) < (other.start, -other.rule.priority):
            ends[match.end] = match
    return ends
