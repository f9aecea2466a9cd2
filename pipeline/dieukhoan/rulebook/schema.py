"""What a rule file may say, and the refusals of what it may not.

A file is a mapping with ``family`` (the kind of its rules), ``about`` (one sentence), and ``fragments``, ``figures``
and/or ``rules``. Unknown keys, text that is not NFC, values of the wrong type and missing examples are refused with
file and rule named.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from dieukhoan.core.errors import RuleError
from dieukhoan.core.syllables import split_points
from dieukhoan.core.text import View
from dieukhoan.rulebook.rules import Example

FILE_KEYS = frozenset({"family", "about", "fragments", "figures", "rules"})
RULE_KEYS = frozenset(
    {"id", "note", "source", "pattern", "phrases", "case", "gate", "priority", "emit", "examples", "counterexamples"}
)
EXAMPLE_KEYS = frozenset({"text", "want"})


def check_keys(data: Mapping[Any, Any], allowed: frozenset[str], place: str) -> None:
    """Refuse keys outside ``allowed``."""
    unknown = sorted(repr(key) for key in set(data) - allowed)
    if unknown:
        raise RuleError(place, f"unknown key {', '.join(unknown)}; allowed are {', '.join(sorted(allowed))}")


def check_nfc(value: object, place: str) -> None:
    """Refuse any text inside ``value`` that is not in Normalization Form C."""
    for text in _texts(value):
        if not unicodedata.is_normalized("NFC", text):
            raise RuleError(place, f"text is not Unicode NFC: {text!r}; save it composed (dựng sẵn)")


def _texts(value: object) -> Iterator[str]:
    if isinstance(value, str):
        yield value
    elif isinstance(value, Mapping):
        for key, item in value.items():
            yield from _texts(key)
            yield from _texts(item)
    elif isinstance(value, list):
        for item in value:
            yield from _texts(item)


def entries(value: object, place: str, key: str) -> Sequence[object]:
    """A list of anything (empty when not given), or refusal."""
    if value is not None and not isinstance(value, list):
        raise RuleError(place, f"'{key}' must be a list")
    return value or ()


def mapping(value: object, place: str, key: str) -> Mapping[Any, Any]:
    """A mapping (empty when not given), or refusal."""
    if value is not None and not isinstance(value, Mapping):
        raise RuleError(place, f"'{key}' must be a mapping")
    return value or {}


def words(value: object, place: str, key: str) -> tuple[str, ...]:
    """A list of texts that are not blank (empty when not given), or refusal."""
    found = entries(value, place, key)
    wrong = [item for item in found if not isinstance(item, str) or not item.strip()]
    if wrong:
        raise RuleError(place, f"'{key}' must be a list of texts, {wrong[0]!r} is none; put it in quotes")
    return tuple(str(item) for item in found)


def text(value: object, place: str, key: str, *, needed: bool = False) -> str:
    """A text, or refusal; an empty one too when it is ``needed``."""
    if value is None and not needed:
        return ""
    if not isinstance(value, str) or (needed and not value.strip()):
        raise RuleError(place, f"'{key}' must be a text")
    return value


def number(value: object, place: str, key: str) -> int:
    """A whole number (0 when not given), or refusal."""
    if value is None:
        return 0
    if not isinstance(value, int) or isinstance(value, bool):
        raise RuleError(place, f"'{key}' must be a whole number")
    return value


def figures(value: object, place: str) -> dict[str, float]:
    """A mapping of names to numbers, or refusal."""
    given = mapping(value, place, "figures")
    for name, item in given.items():
        if not isinstance(name, str) or isinstance(item, bool) or not isinstance(item, (int, float)):
            raise RuleError(place, f"'figures' must map names to numbers, {name!r}: {item!r} does not")
    return {name: float(item) for name, item in given.items()}


def flag(value: object, place: str, key: str) -> bool:
    """A truth value (false when not given), or refusal."""
    if value is not None and not isinstance(value, bool):
        raise RuleError(place, f"'{key}' must be true or false")
    return bool(value)


def emit(value: object, place: str, key: str = "emit") -> dict[str, str]:
    """A mapping of names to scalars, as strings ("true"/"false" for booleans), or refusal."""
    given = mapping(value, place, key)
    for name, item in given.items():
        if not isinstance(name, str) or not isinstance(item, (str, int)):
            raise RuleError(place, f"'{key}' must map names to texts, {name!r}: {item!r} does not; put it in quotes")
    return {name: str(item).lower() if isinstance(item, bool) else str(item) for name, item in given.items()}


def example(value: object, place: str) -> Example:
    """An example ``{text: 'a «span» b', want: {…}}`` (or the text alone), or refusal. Offsets are of the view."""
    if isinstance(value, str):
        value = {"text": value}
    if not isinstance(value, Mapping):
        raise RuleError(place, "an example must be a text or a mapping with 'text' and 'want'")
    check_keys(value, EXAMPLE_KEYS, place)
    marked = text(value.get("text"), place, "text", needed=True)
    if marked.count("«") != 1 or marked.count("»") != 1 or marked.index("«") > marked.index("»"):
        raise RuleError(place, f"an example must mark its span once with «»: {marked!r}")
    before, _, rest = marked.partition("«")
    inside, _, after = rest.partition("»")
    plain = before + inside + after
    start, end = View(plain, split_points(plain)).from_source(len(before), len(before) + len(inside))
    return Example(plain, start, end, emit(value.get("want"), place, "want"))
