"""The words of a text as the comparison sees them.

Case, tone-mark style, punctuation and white space do not count; a short form is the words it stands for ("LĐLĐ tỉnh"
is "liên đoàn lao động tỉnh"); "thành phố" is "tỉnh", since a city under the centre signs the template of a province; a
blank is one word of its own.
"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache

from dieukhoan.compare.memory import kept
from dieukhoan.core.records import Blank, Document, Span
from dieukhoan.core.text import View, fold_tones, lower
from dieukhoan.nlp.shorts import is_short
from dieukhoan.rulebook import Rulebook

BLANK = "…"
Key = tuple[str, ...]
Expansions = Mapping[str, tuple[tuple[Key, Key], ...]]
Mask = tuple[int, int, str]
"""A span of the source that counts as one word, whatever is written there."""
_WORD = re.compile(r"[^\W\d_]+|\d+")


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
    """Short forms to long ones, by first word: those of the rules (families ``same_words`` and ``body``) and those that
    ``documents`` define, the same ones in whatever order these are. A defined name that is no short form ("hai bên")
    stays what it is."""
    return _table(rules, tuple(_defined(sorted(documents, key=lambda one: one.text))))


@lru_cache(maxsize=16)  # most variants define what their template does; the same table then, for what is kept with it
def _table(rules: Rulebook, defined: tuple[tuple[str, str], ...]) -> Expansions:
    pairs: dict[Key, Key] = {}
    for short, long in (*_of_rules(rules), *defined):
        short_key, long_key = split(short), split(long)
        if short_key and short_key != long_key:
            pairs.setdefault(short_key, long_key)
    table: dict[str, list[tuple[Key, Key]]] = {}
    for short_key, long_key in sorted(pairs.items(), key=lambda pair: -len(pair[0])):
        table.setdefault(short_key[0], []).append((short_key, long_key))
    return {first: tuple(ways) for first, ways in table.items()}


def _of_rules(rules: Rulebook) -> Iterator[tuple[str, str]]:
    for rule in rules.family("same_words").rules:
        yield from ((phrase, rule.emit["words"]) for phrase in rule.phrases)
    for rule in rules.family("body").rules:
        for pair in rule.emit.get("short", "").split("|"):
            short, _, long = pair.partition("=")
            if long:
                yield short, long
        yield from ((form, rule.phrases[0]) for form in rule.phrases[1:] if _initials(form, rule.phrases[0]))


def _initials(form: str, name: str) -> bool:
    """Whether ``form`` is the first letters of ``name``: "lđlđ" of "liên đoàn lao động"."""
    return len(form) > 2 and form == "".join(word[0] for word in name.split())


def _defined(documents: Iterable[Document]) -> Iterator[tuple[str, str]]:
    for document in documents:
        for item in document.abbreviations:
            if is_short(item.short) and len(split(item.short)) < len(split(item.long)):
                yield item.short, item.long


def words(found: Words, spans: Iterable[Span], table: Expansions) -> Words:
    """Of the words ``found`` in a document those in the source ``spans``, short forms written out."""
    keys: list[str] = []
    places: list[Span] = []
    for start, end in spans:
        first, last = bisect_left(found.spans, (start, start)), bisect_left(found.spans, (end, end))
        while last > first and found.spans[last - 1][1] > end and found.keys[last - 1] != BLANK:
            last -= 1
        keys += found.keys[first:last]
        places += found.spans[first:last]
    return written_out(keys, places, table)


def spelled(document: Document) -> Words:
    """All words and blanks of ``document``, nothing written out."""
    return _spelled(document.view, document.blanks)


@kept
def _spelled(view: View, blanks: tuple[Blank, ...]) -> Words:
    keys: list[str] = []
    places: list[Span] = []
    at = 0
    for blank in blanks:
        _read(view, at, blank.start, keys, places)
        keys.append(BLANK)
        places.append((blank.start, blank.end))
        at = blank.end
    _read(view, at, len(view.source), keys, places)
    return Words(tuple(keys), tuple(places))


def _mask_start(mask: Mask) -> int:
    return mask[0]


def _mask_end(mask: Mask) -> int:
    return mask[1]


def masked(found: Words, masks: Sequence[Mask]) -> Words:
    """``found`` with the words inside each of ``masks`` (in order, not overlapping) as the one word it names."""
    if not found.spans:
        return found
    first = bisect_right(masks, found.spans[0][0], key=_mask_end)
    masks = masks[first : bisect_right(masks, found.spans[-1][0], key=_mask_start)]
    if not masks:
        return found
    keys: list[str] = []
    spans: list[Span] = []
    starts = [start for start, _, _ in masks]
    for key, (start, end) in zip(found.keys, found.spans, strict=True):
        at = bisect_right(starts, start) - 1
        if at < 0 or end > masks[at][1]:
            keys.append(key)
            spans.append((start, end))
        elif not spans or spans[-1][0] < masks[at][0] or keys[-1] != masks[at][2]:
            keys.append(masks[at][2])
            spans.append((start, end))
        else:
            spans[-1] = (spans[-1][0], end)
    return Words(tuple(keys), tuple(spans))


def _read(view: View, start: int, end: int, keys: list[str], places: list[Span]) -> None:
    if end <= start:
        return
    first, last = view.from_source(start, end)
    keys += _WORD.findall(view.lower, first, last)
    places += view.each_to_source(match.span() for match in _WORD.finditer(view.lower, first, last))


def written_out(keys: Sequence[str], places: Sequence[Span], table: Expansions) -> Words:
    """``keys`` with the short forms in ``table`` replaced; each word of a long form has the place of the short one."""
    out: list[str] = []
    spans: list[Span] = []
    done = 0
    for at, key in enumerate(keys):
        if key not in table or at < done:
            continue
        for short, long in table[key]:
            if tuple(keys[at : at + len(short)]) == short:
                whole = (places[at][0], places[at + len(short) - 1][1])
                out += [*keys[done:at], *long]
                spans += [*places[done:at], *[whole] * len(long)]
                done = at + len(short)
                break
    return Words((*out, *keys[done:]), (*spans, *places[done:]))
