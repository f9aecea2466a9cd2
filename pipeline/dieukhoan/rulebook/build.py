"""From the YAML texts of rule files to a rulebook: parse, refuse what is wrong, compile the rest."""

from __future__ import annotations

import hashlib
import re
from collections.abc import Hashable, Iterable, Mapping, Sequence
from functools import cached_property
from string import Formatter
from typing import Any

import yaml

from dieukhoan.core.errors import RuleError
from dieukhoan.core.text import View, lower
from dieukhoan.rulebook import schema
from dieukhoan.rulebook.compile import expand, regex
from dieukhoan.rulebook.family import Family
from dieukhoan.rulebook.literals import Literals
from dieukhoan.rulebook.phrases import phrases_pattern
from dieukhoan.rulebook.rules import Example, Rule

try:
    from yaml import CSafeLoader as SafeLoader
except ImportError:  # a PyYAML that was built without libyaml: the same, slower
    from yaml import SafeLoader  # type: ignore[assignment]

_FRAGMENT_NAME = re.compile(r"[a-z0-9_]+")


class Rulebook:
    """All families of rules. ``figures`` are named tables of numbers (points that make up a confidence), ``abouts``
    what the files of each family say of it; ``version`` changes whenever the text of any rule file does (12 hex of a
    SHA-256)."""

    def __init__(
        self,
        rules: Iterable[Rule],
        fragments: Mapping[str, str],
        version: str,
        figures: Mapping[str, Mapping[str, float]] | None = None,
        abouts: Mapping[str, Sequence[str]] | None = None,
    ) -> None:
        self.figures = dict(figures or {})
        self.abouts = dict(abouts or {})
        self.rules = tuple(sorted(rules, key=lambda rule: rule.id))
        self.fragments = dict(fragments)
        self.version = version

    @cached_property
    def families(self) -> dict[str, Family]:
        """Every family by its name."""
        members: dict[str, list[Rule]] = {}
        for rule in self.rules:
            members.setdefault(rule.family, []).append(rule)
        found = {name: Family(name, tuple(members[name])) for name in sorted(members)}
        literals = _literals(tuple(found.values()))
        for family in found.values():
            family.literals = literals
        return found

    def family(self, name: str) -> Family:
        """The rules of one family; an empty family when no file has any."""
        return self.families.get(name) or Family(name, ())


def build(texts: Mapping[str, str]) -> Rulebook:
    """A rulebook from file names and their YAML text; raises RuleError naming file, rule and remedy."""
    parsed = {name: _parse(name, text) for name, text in sorted(texts.items())}
    fragments = _fragments(parsed)
    rules: dict[str, Rule] = {}
    for name, data in parsed.items():
        entries = schema.entries(data.get("rules"), name, "rules")
        family = schema.text(data.get("family"), name, "family", needed=bool(entries))
        for number, entry in enumerate(entries, 1):
            rule = _rule(entry, family, f"{name}, rule {number}", fragments)
            if rule.id in rules:
                raise RuleError(rule.place, f"id {rule.id!r} stands already in {rules[rule.id].place}")
            rules[rule.id] = rule
    _refuse_shared_phrases(rules.values())
    digest = hashlib.sha256("\0".join(sorted(texts.values())).encode())
    return Rulebook(rules.values(), fragments, digest.hexdigest()[:12], _figures(parsed), _abouts(parsed))


def _literals(families: Sequence[Family]) -> Literals:
    """Every word that a rule of any family waits for."""
    rules = [rule for family in families for rule in family.rules]
    told = [word for rule in rules for word in (*rule.gate, *rule.phrases)]
    needed = [word for family in families for _, need in family.patterns for word in (*need.words, *need.starts)]
    return Literals(map(lower, (*told, *needed)))


class _Loader(SafeLoader):
    """YAML that refuses what it would otherwise pass over in silence: a key that stands twice in a mapping."""

    def construct_mapping(self, node: yaml.MappingNode, deep: bool = False) -> dict[Hashable, Any]:
        """A mapping; a key that stands twice is an error, where YAML takes the last."""
        keys = [self.construct_object(key, deep=True) for key, _ in node.value]
        twice = next((key for at, key in enumerate(keys) if key in keys[:at]), None)
        if twice is not None:
            raise yaml.constructor.ConstructorError(None, None, f"key {twice!r} stands twice", node.start_mark)
        return super().construct_mapping(node, deep)


def _parse(name: str, text: str) -> Mapping[str, Any]:
    try:
        data = yaml.load(text, Loader=_Loader)
    except yaml.YAMLError as error:
        raise RuleError(name, f"no valid YAML: {error}") from error
    if not isinstance(data, Mapping):
        raise RuleError(name, "a rule file must be a mapping with 'family' and 'rules' or 'fragments'")
    schema.check_keys(data, schema.FILE_KEYS, name)
    schema.check_nfc(data, name)
    schema.text(data.get("about"), name, "about")
    return data


def _fragments(parsed: Mapping[str, Mapping[str, Any]]) -> dict[str, str]:
    fragments: dict[str, str] = {}
    places: dict[str, str] = {}
    for name, data in parsed.items():
        for key, value in schema.mapping(data.get("fragments"), name, "fragments").items():
            if not isinstance(key, str) or not _FRAGMENT_NAME.fullmatch(key):
                raise RuleError(name, f"fragment name {key!r} must be of lower-case letters, digits and _")
            if key in fragments:
                raise RuleError(name, f"fragment {key!r} stands already in {places[key]}")
            alternatives = value if isinstance(value, list) else [value]
            fragments[key] = "|".join(schema.words(alternatives, f"{name}, fragment {key!r}", key))
            places[key] = name
    for key, value in fragments.items():
        expand(value, fragments, f"{places[key]}, fragment {key!r}", (key,))
    return fragments


def _abouts(parsed: Mapping[str, Mapping[str, Any]]) -> dict[str, list[str]]:
    abouts: dict[str, list[str]] = {}
    for data in parsed.values():
        if data.get("family") and data.get("about"):
            abouts.setdefault(data["family"], []).append(data["about"])
    return abouts


def _figures(parsed: Mapping[str, Mapping[str, Any]]) -> dict[str, dict[str, float]]:
    """The named tables of numbers of all files; a name stands once."""
    figures: dict[str, dict[str, float]] = {}
    places: dict[str, str] = {}
    for name, data in parsed.items():
        for key, value in schema.mapping(data.get("figures"), name, "figures").items():
            if key in figures:
                raise RuleError(name, f"the figures {key!r} stand already in {places[key]}")
            figures[key] = schema.figures(value, f"{name}, figures {key!r}")
            places[key] = name
    return figures


def _rule(entry: object, family: str, place: str, fragments: Mapping[str, str]) -> Rule:
    if not isinstance(entry, Mapping):
        raise RuleError(place, "a rule must be a mapping")
    place = f"{place} ({entry.get('id', 'no id')})"
    schema.check_keys(entry, schema.RULE_KEYS, place)
    pattern = schema.text(entry.get("pattern"), place, "pattern")
    phrases = schema.words(entry.get("phrases"), place, "phrases")
    if bool(pattern) == bool(phrases):
        raise RuleError(place, "a rule needs either 'pattern' or 'phrases'")
    case = schema.flag(entry.get("case"), place, "case")
    folded = tuple(View(phrase).text if case else View(phrase).lower for phrase in phrases)
    expanded = expand(pattern, fragments, place) if pattern else phrases_pattern(folded)
    compiled = regex(expanded, case=case, place=place)
    schema.text(entry.get("source"), place, "source")
    return Rule(
        id=schema.text(entry.get("id"), place, "id", needed=True),
        family=family,
        note=schema.text(entry.get("note"), place, "note", needed=True),
        place=place,
        regex=compiled,
        case=case,
        priority=schema.number(entry.get("priority"), place, "priority"),
        gate=tuple(lower(View(word).text) for word in schema.words(entry.get("gate"), place, "gate")),
        emit=_emit(entry, compiled, place),
        phrases=folded,
        examples=_examples(entry, place),
        counterexamples=_counterexamples(entry, place),
    )


def _emit(entry: Mapping[str, Any], compiled: re.Pattern[str], place: str) -> dict[str, str]:
    emit = schema.emit(entry.get("emit"), place)
    for key, value in emit.items():
        try:
            asked = {name for _, name, _, _ in Formatter().parse(value) if name is not None}
        except ValueError as error:
            raise RuleError(place, f"emit {key!r}: {error}") from error
        unknown = sorted(asked - set(compiled.groupindex))
        if unknown:
            raise RuleError(place, f"emit {key!r} asks for the group {unknown[0]!r}, which the pattern does not have")
    return emit


def _examples(entry: Mapping[str, Any], place: str) -> tuple[Example, ...]:
    examples = tuple(schema.example(value, place) for value in schema.entries(entry.get("examples"), place, "examples"))
    if not examples:
        raise RuleError(place, "a rule needs at least one example")
    return examples


def _counterexamples(entry: Mapping[str, Any], place: str) -> tuple[str, ...]:
    texts = schema.words(entry.get("counterexamples"), place, "counterexamples")
    if "pattern" in entry and not texts:
        raise RuleError(place, "a pattern needs at least one counterexample")
    return texts


def _refuse_shared_phrases(rules: Iterable[Rule]) -> None:
    owners: dict[tuple[str, str], Rule] = {}
    for rule in rules:
        for phrase in rule.phrases:
            other = owners.setdefault((rule.family, phrase), rule)
            if other is not rule:
                raise RuleError(rule.place, f"{phrase!r} is claimed already by {other.id} in {other.place}")
