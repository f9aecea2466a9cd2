"""The rules as people read them: what each does, with its examples."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from dieukhoan.core.errors import UsageError
from dieukhoan.core.syllables import split_points
from dieukhoan.core.text import View
from dieukhoan.rulebook.build import Rulebook
from dieukhoan.rulebook.family import Family
from dieukhoan.rulebook.rules import Example, Rule

_MARKS = re.compile(r"[\\|<_*`\[\]]")
_SHOWN = 2  # examples on the page
_HEAD = """# The rules

*{rules} rules in {families} families; made from [rules/](../rules) by `dieukhoan rules list --markdown`: do not edit
this page.*

A rule is tried together with all others of its family; the longest match wins, then the higher priority. `«»` marks
what it finds in its example. [README.md](../README.md) tells how to add rules of your own.
"""


@dataclass(frozen=True, slots=True)
class Entry:
    """A rule: what it does (``note``), what it gives, its examples with the found words in «», where it is written."""

    id: str
    family: str
    note: str
    gives: Mapping[str, str]
    examples: Sequence[str]
    counterexamples: Sequence[str]
    place: str


def entries(book: Rulebook, family: str = "") -> list[Entry]:
    """The rules of one family, or all, by family and id. Raises UsageError for a family that does not exist."""
    if family and family not in book.families:
        known = ", ".join(book.families)
        raise UsageError(f"không có họ luật {family!r} / no such family of rules; known are: {known}")
    chosen = [book.families[family]] if family else book.families.values()
    return [_entry(rule) for one in chosen for rule in one.rules]


def _entry(rule: Rule) -> Entry:
    examples = tuple(map(_marked, rule.examples))
    place = rule.place.partition(",")[0]
    return Entry(rule.id, rule.family, rule.note, dict(rule.emit), examples, rule.counterexamples, place)


def _marked(example: Example) -> str:
    """An example as its file has it."""
    text = example.text
    start, end = View(text, split_points(text)).to_source(example.start, example.end)
    return f"{text[:start]}«{text[start:end]}»{text[end:]}"


def page(book: Rulebook) -> str:
    """All rules as a page of Markdown."""
    parts = [_HEAD.format(rules=len(book.rules), families=len(book.families))]
    for family in book.families.values():
        parts.append("\n".join(_section(book, family)))
    return "\n".join(parts)


def _section(book: Rulebook, family: Family) -> Iterator[str]:
    yield f"## {family.name}\n"
    for about in book.abouts.get(family.name, ()):
        yield f"{_one_line(about)}\n"
    yield "| rule | what it does | gives | example |\n|---|---|---|---|"
    for one in map(_entry, family.rules):
        gives = ", ".join(f"{key}={value}" for key, value in one.gives.items() if value)
        cells = (one.note, gives, " · ".join(one.examples[:_SHOWN]))
        yield f"| `{one.id}` | " + " | ".join(map(_cell, cells)) + " |"
    yield ""


def _one_line(text: str) -> str:
    return " ".join(text.split())


def _cell(text: str) -> str:
    """``text`` so that Markdown shows every sign of it."""
    return _MARKS.sub(r"\\\g<0>", _one_line(text))
