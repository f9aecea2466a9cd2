"""All rules of a family in one regular expression, tried at the beginning of a line."""

from __future__ import annotations

import re
from collections.abc import Mapping
from functools import lru_cache

from dieukhoan.rulebook import Family, Rule

_GROUP = re.compile(r"\(\?P<([a-z0-9_]+)>")


class Hit:
    """A rule that fits the beginning of a line: its ``end`` and its named groups (absent ones empty)."""

    __slots__ = ("_match", "_suffix", "end", "rule")

    def __init__(self, rule: Rule, match: re.Match[str], suffix: str) -> None:
        self.rule = rule
        self.end = match.end()
        self._match = match
        self._suffix = suffix

    def group(self, name: str) -> str:
        """The text of a named group, empty where it took no part."""
        return self._match[name + self._suffix] or ""

    def start(self, name: str) -> int:
        """Where a named group begins."""
        return self._match.start(name + self._suffix)


class LineMatcher:
    """The rules of one family as a single alternation, those of higher priority first.

    Rules of such a family say ``case: true``, begin with ``^`` and exclude one another, so that a line costs one
    call whatever the number of rules.
    """

    def __init__(self, family: Family) -> None:
        rules = sorted(family.rules, key=lambda rule: (-rule.priority, rule.id))
        self._rules: Mapping[str, tuple[Rule, str]] = {
            f"rule{index}": (rule, f"_{index}") for index, rule in enumerate(rules)
        }
        ways = [f"(?P<{name}>{_renamed(rule, suffix)})" for name, (rule, suffix) in self._rules.items()]
        self._pattern = re.compile("|".join(ways) or r"(?!)", re.MULTILINE)

    def match(self, text: str, start: int, end: int) -> Hit | None:
        """The rule that fits ``text[start:end]``, a whole line, at its beginning."""
        found = self._pattern.match(text, start, end)
        if not found or not found.lastgroup:
            return None
        rule, suffix = self._rules[found.lastgroup]
        return Hit(rule, found, suffix)


@lru_cache(maxsize=16)
def line_matcher(family: Family) -> LineMatcher:
    """The matcher of a family, made once."""
    return LineMatcher(family)


@lru_cache(maxsize=16)
def searcher(family: Family, says: str) -> re.Pattern[str]:
    """One pattern for the rules of a family that emit ``says``; rules without ``case`` expect lower-case text."""
    patterns = [rule.regex.pattern for rule in family.rules if rule.emit.get("says") == says]
    return re.compile("|".join(patterns) or r"(?!)")


def _renamed(rule: Rule, suffix: str) -> str:
    """The pattern of a rule with every group's name made its own."""
    return _GROUP.sub(lambda group: f"(?P<{group[1]}{suffix}>", rule.regex.pattern)
