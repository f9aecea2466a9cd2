"""All rules of one kind, tried together on a text."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence
from functools import cached_property

from dieukhoan.core.text import View
from dieukhoan.rulebook.literals import Literals
from dieukhoan.rulebook.needed import Needed, needed
from dieukhoan.rulebook.rules import Candidate, Match, Rule, match_of, resolve
from dieukhoan.rulebook.search import SHORT, PhraseRules, by_places, is_open, may_match, stirring


def _in_order(hit: Candidate) -> tuple[int, int]:
    return hit.start, -hit.end


class Family:
    """All rules of one kind (``deadline``, ``citation``, ``marker`` …), tried together on a text."""

    def __init__(self, name: str, rules: tuple[Rule, ...]) -> None:
        self.name = name
        self.rules = rules
        self.literals = Literals(())

    @cached_property
    def by_id(self) -> dict[str, Rule]:
        """The rules by their id."""
        return {rule.id: rule for rule in self.rules}

    @cached_property
    def phrases(self) -> tuple[PhraseRules, ...]:
        """The phrase rules, those matched with case and those without."""
        sides = ([rule for rule in self.rules if rule.phrases and rule.case is case] for case in (True, False))
        return tuple(PhraseRules(rules) for rules in sides if rules)

    @cached_property
    def patterns(self) -> tuple[tuple[Rule, Needed], ...]:
        """The other rules, each with the words that its matches cannot be without."""
        return tuple((rule, needed(rule.regex)) for rule in self.rules if not rule.phrases)

    def candidates(self, view: View, start: int = 0, end: int | None = None) -> list[Match]:
        """Every match of every rule in the view span, overlapping ones included, in reading order."""
        return [match_of(hit, view.text) for hit in self._hits(view, start, end)]

    def scan(self, view: View, start: int = 0, end: int | None = None) -> tuple[Match, ...]:
        """The matches that win in the view span, in reading order, none overlapping another.

        The longest match wins, then the higher priority, then the earlier one, then the rule whose id sorts first;
        the order of rule files never decides.
        """
        return tuple(match_of(hit, view.text) for hit in resolve(self._hits(view, start, end)))

    def _hits(self, view: View, start: int, end: int | None) -> list[Candidate]:
        """What :meth:`candidates` makes matches of."""
        stop = len(view.text) if end is None else end
        taught = len(view.text) >= SHORT
        if taught:
            self.literals.teach(view)
            if stop - start < SHORT and self._silent(view, start, stop):
                return []
        found: list[Candidate] = []
        for rules in self.phrases:
            found += rules.hits(view, start, stop)
        for rule, need in self._awake(view) if taught else self.patterns:
            if taught:
                hits = by_places(rule, need, view, start, stop)
            elif is_open(rule, need, view, start, stop):
                hits = rule.regex.finditer(view.text if rule.case else view.lower, start, stop)
            else:
                continue
            for hit in hits:
                at, after = hit.span()
                if after > at:
                    found.append(Candidate(at, after, rule, hit))
        found.sort(key=_in_order)
        return found

    def _silent(self, view: View, start: int, stop: int) -> bool:
        """Whether every rule waits for a word that does not begin in the span."""
        key = self, "stirs"
        if key not in view.memo:
            view.memo[key] = stirring(self._awake(view), self.phrases, view)
        places: Sequence[int] | None = view.memo[key]
        return places is not None and bisect_left(places, start) == bisect_left(places, stop)

    def _awake(self, view: View) -> tuple[tuple[Rule, Needed], ...]:
        """The patterns that may match anywhere in ``view``."""
        if self not in view.memo:
            view.memo[self] = tuple(pair for pair in self.patterns if may_match(*pair, view))
        awake: tuple[tuple[Rule, Needed], ...] = view.memo[self]
        return awake
