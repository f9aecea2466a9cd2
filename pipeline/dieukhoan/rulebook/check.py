"""Does every rule do what its examples say, with all the other rules switched on?"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass

from dieukhoan.core.syllables import split_points
from dieukhoan.core.text import View
from dieukhoan.rulebook.build import Rulebook
from dieukhoan.rulebook.family import Family
from dieukhoan.rulebook.rules import Example, Match, Rule

Evaluator = Callable[[Match], Mapping[str, str]]


@dataclass(frozen=True, slots=True)
class Failure:
    """An example or counterexample that did not hold."""

    rule: str
    place: str
    text: str
    reason: str


def check(rulebook: Rulebook, evaluators: Mapping[str, Evaluator] | None = None) -> list[Failure]:
    """Every failed example of the rulebook. ``evaluators`` give, per family, the values that a match stands for
    (default: its emit), so that a ``want`` is compared with what ends up in the tables."""
    failures: list[Failure] = []
    for family in rulebook.families.values():
        evaluate = (evaluators or {}).get(family.name, lambda match: match.emit)
        for rule in family.rules:
            failures += check_rule(rule, family, evaluate)
    return failures


def check_rule(rule: Rule, family: Family, evaluate: Evaluator) -> Iterator[Failure]:
    """The failed examples and counterexamples of one rule within its family."""
    for example in rule.examples:
        reason = _miss(rule, family, evaluate, example)
        if reason:
            yield Failure(rule.id, rule.place, example.text, reason)
    for text in rule.counterexamples:
        view = View(text, split_points(text))
        for match in family.scan(view):
            if match.rule is rule:
                yield Failure(rule.id, rule.place, text, f"fires on {view.text[match.start : match.end]!r}")


def _miss(rule: Rule, family: Family, evaluate: Evaluator, example: Example) -> str:
    """Why ``rule`` does not win its example, empty when it does."""
    view = View(example.text, split_points(example.text))
    won = family.scan(view)
    hits = [match for match in won if match.rule is rule and (match.start, match.end) == (example.start, example.end)]
    if not hits:
        seen = ", ".join(f"{match.rule.id} on {view.text[match.start : match.end]!r}" for match in won) or "no rule"
        return f"expected {view.text[example.start : example.end]!r}, got {seen}"
    got = evaluate(hits[0])
    wrong = {key: got.get(key, "") for key, value in example.want.items() if got.get(key, "") != value}
    return f"wanted {dict(example.want)}, got {wrong}" if wrong else ""
