"""From the words of a rule file to regular expressions: fragments filled in, impossible patterns refused."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping

from dieukhoan.core.errors import RuleError
from dieukhoan.core.text import fold_tones, lower

_FRAGMENT = re.compile(r"<<([a-z0-9_]+)>>")
_GROUP_NAME = re.compile(r"\(\?P[<=]\w+[>)]")
_TAKEN_UP = re.compile(r"\(\?P=|\(\?\(|\\[1-9]")


def expand(pattern: str, fragments: Mapping[str, str], place: str, seen: tuple[str, ...] = ()) -> str:
    """``pattern`` with every ``<<name>>`` replaced by its fragment, fragments of fragments too.

    Raises RuleError for a fragment that is unknown or contains itself.
    """

    def fill(match: re.Match[str]) -> str:
        """What stands for the name in ``match``."""
        name = match.group(1)
        if name in seen:
            raise RuleError(place, f"fragment <<{name}>> contains itself")
        if name not in fragments:
            raise RuleError(place, f"unknown fragment <<{name}>>; known are {', '.join(sorted(fragments)) or 'none'}")
        return f"(?:{expand(fragments[name], fragments, place, (*seen, name))})"

    return _FRAGMENT.sub(fill, pattern)


def regex(pattern: str, *, case: bool, place: str) -> re.Pattern[str]:
    """Compile an expanded pattern; ``^`` and ``$`` stand for line ends, tone marks are folded as in the view.

    Raises RuleError for a pattern that is no regular expression, that can match nothing at all, or that holds
    capital letters although it is matched against lower-case text.
    """
    folded = fold_tones(pattern)
    plain = _GROUP_NAME.sub("", re.sub(r"\\.", "", folded))
    if not case and lower(plain) != plain:
        raise RuleError(place, "capital letters in a pattern without 'case: true' can never match")
    try:
        compiled = re.compile(folded, re.MULTILINE)
    except re.error as error:
        raise RuleError(place, f"no valid regular expression: {error}") from error
    if compiled.match(""):
        raise RuleError(place, "the pattern matches the empty text; make at least one part of it compulsory")
    return compiled


def either(patterns: Iterable[re.Pattern[str]]) -> re.Pattern[str]:
    """A pattern that matches wherever one of ``patterns`` (made by :func:`regex`) does, its groups nameless; it says no
    for all of them in one trial. A pattern that takes up a group of its own cannot be joined to others: then it always
    says yes."""
    told = [pattern.pattern for pattern in patterns]
    if any(map(_TAKEN_UP.search, told)):
        return re.compile("")
    return re.compile("|".join(f"(?:{_GROUP_NAME.sub('(', each)})" for each in told) or "(?!)", re.MULTILINE)
