"""The words of a text as the comparison sees them.

Case, tone-mark style, punctuation and white space do not count; a short form is the words it stands for ("LĐLĐ tỉnh"
is "liên đoàn lao động tỉnh"); "thành phố" is "tỉnh", since a city under the centre signs the template of a province; a
blank is one word of its own.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from dieukhoan.core.records import Document, Span
from dieukhoan.core.text import View, fold_tones, lower
from dieukhoan.rulebook import Rulebook

BLANK = "…"
Key = tuple[str, ...]
Expansions = Mapping[str, tuple[tuple[Key, Key], ...]]
_WORD = re.compile(r"[^\W\d_]+|\d+")
_SAME = (
    ("thành phố", "tỉnh"),
    ("tp", "tỉnh"),
    *((f"hàng {time}", f"hằng {time}") for time in ("năm", "quý", "tháng", "tuần", "ngày")),
)


@dataclass(frozen=True, slots=True)
class Words:
    """Canonical words and, for each, the span of the source text it was read from."""

    keys: Key
    spans: tuple[Span, ...]

    def __bool__(self) -> bool:
        return bool(self.keys)


def split(text: str) -> Key:
    """The plain words of ``text``, lower case, tone marks folded, nothing written out."""
    return tuple(_WORD.findall(lower(fold_tones(text))))


def expansions(rules: Rulebook, *documents: Document) -> Expansions:
    """Short forms to long ones, by first word: the standard ones and those that ``documents`` define."""
    pairs: dict[Key, Key] = {split(short): split(long) for short, long in _SAME}
    for rule in rules.family("body").rules:
        for pair in rule.emit.get("short", "").split("|"):
            short, _, long = pair.partition("=")
            if long:
                pairs.setdefault(split(short), split(long))
    for document in documents:
        for item in document.abbreviations:
            if len(short_words := split(item.short)) < len(long_words := split(item.long)):
                pairs.setdefault(short_words, long_words)
    table: dict[str, list[tuple[Key, Key]]] = {}
    for short_key, long_key in sorted(pairs.items(), key=lambda pair: -len(pair[0])):
        if short_key:
            table.setdefault(short_key[0], []).append((short_key, long_key))
    return {first: tuple(ways) for first, ways in table.items()}


def words(document: Document, spans: Iterable[Span], table: Expansions) -> Words:
    """The words in the source ``spans`` of ``document``, blanks included, short forms written out."""
    keys: list[str] = []
    places: list[Span] = []
    starts = [blank.start for blank in document.blanks]
    for start, end in spans:
        at = start
        for blank in document.blanks[bisect_left(starts, start) :]:
            if blank.start >= end:
                break
            _read(document.view, at, blank.start, keys, places)
            keys.append(BLANK)
            places.append((blank.start, blank.end))
            at = blank.end
        _read(document.view, at, end, keys, places)
    return _written_out(keys, places, table)


def _read(view: View, start: int, end: int, keys: list[str], places: list[Span]) -> None:
    if end <= start:
        return
    first, last = view.from_source(start, end)
    for match in _WORD.finditer(view.lower, first, last):
        keys.append(match.group())
        places.append(view.to_source(*match.span()))


def _written_out(keys: list[str], places: list[Span], table: Expansions) -> Words:
    out: list[str] = []
    spans: list[Span] = []
    at = 0
    while at < len(keys):
        for short, long in table.get(keys[at], ()):
            if tuple(keys[at : at + len(short)]) == short:
                whole = (places[at][0], places[at + len(short) - 1][1])
                out += long
                spans += [whole] * len(long)
                at += len(short)
                break
        else:
            out.append(keys[at])
            spans.append(places[at])
            at += 1
    return Words(tuple(out), tuple(spans))
