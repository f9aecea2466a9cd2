"""Words that a pattern cannot match without, read off the pattern itself, so that no author need list them.

Most rules speak of something rare ("âm lịch", "chậm nhất", "mỗi quý"). To look for that word costs a fraction of
trying the pattern at every character, and where the word is missing the pattern need not be tried at all. Where all
matches of a pattern begin with known words, it is tried at these alone.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

# The parser of the standard library is the only reading of a pattern that is surely the engine's own.
from re import _constants as op  # type: ignore[attr-defined]
from re import _parser  # type: ignore[attr-defined]
from typing import Any

_MOST = 48  # strings that an exact stretch may come to
_FEW = 12  # words that are looked for: more take longer than to try the pattern itself
_PART = 4  # characters that are at least left of a word that is cut
_WHOLE = 1_000  # characters: no word is cut
_MANY = 96  # words that matches may begin with
_NEWLINE = ord("\n")
_ASSERTIONS = (op.ASSERT, op.ASSERT_NOT)
_REPEATS = (op.MAX_REPEAT, op.MIN_REPEAT, op.POSSESSIVE_REPEAT)

_Part = tuple[Any, Any]  # a code of the parser and what belongs to it
Words = frozenset[str]
_NONE: Words = frozenset()
_EMPTY: Words = frozenset({""})


@dataclass(frozen=True, slots=True)
class Needed:
    """``words``: every match holds one of them, or has it behind itself where the pattern looks (empty: nothing is
    known). ``one_line``: no match, nor what the pattern looks for behind it, goes beyond the end of a line, so that
    lines can be tried one by one. ``starts``: every match begins with one of them, and none begins with another (empty:
    nothing is known)."""

    words: tuple[str, ...]
    one_line: bool
    starts: tuple[str, ...] = ()


def needed(regex: re.Pattern[str]) -> Needed:
    """What matches of ``regex`` cannot be without."""
    tree = _parser.parse(regex.pattern, regex.flags)
    told = not regex.flags & re.IGNORECASE
    words = _sequence(tree).best if told else _NONE
    starts = _firsts(_heads(list(tree))) if told else _NONE
    return Needed(tuple(sorted(_few(words))), not any(map(_leaves_line, tree)), tuple(sorted(starts)))


@dataclass(frozen=True, slots=True)
class _Told:
    """What a stretch of a pattern tells: ``exact`` are all strings that it can match (None where they are too many),
    ``best`` is the most telling set of words of which each match holds one (empty for none)."""

    exact: Words | None = None
    best: Words = _NONE


def _sequence(parts: Iterable[_Part]) -> _Told:
    """Neighbouring exact stretches join to longer words; at each gap the words so far compete with the best."""
    run, best, whole = _EMPTY, _NONE, True
    for code, value in _listed(parts):
        if code is op.LITERAL:  # nearly all of a pattern
            run = frozenset([one + chr(value) for one in run])
            continue
        told = _READERS.get(code, _anything)(value)
        if told.exact is not None and len(run) * len(told.exact) <= _MOST:
            run = frozenset(one + other for one in run for other in told.exact)
            best = _better(best, told.best) if code is op.ASSERT else best
            continue
        whole = False
        if run is not _EMPTY or told.best:
            best = _better(best, run, told.best)
        run = _EMPTY if told.exact is None else told.exact
    return _Told(run if whole else None, _better(best, run))


def _listed(parts: Iterable[_Part]) -> Iterable[_Part]:
    """The parts as a list: the parser's own sequence is gone through by index, at three times the cost."""
    return getattr(parts, "data", parts)


def _anything(_: object) -> _Told:
    return _Told()


def _nowhere(_: object) -> _Told:
    return _Told(_EMPTY)


def _ahead(value: tuple[int, Iterable[_Part]]) -> _Told:
    """Nothing that is matched, but words that must follow: "(?= có trách nhiệm)"."""
    told = _sequence(value[1]) if value[0] > 0 else _Told()
    words = told.exact or told.best
    return _Told(_EMPTY, words if all(map(str.strip, words)) else _NONE)


def _literal(value: int) -> _Told:
    return _Told(frozenset({chr(value)}))


def _letters(parts: list[_Part]) -> _Told:
    """A set of characters, where it lists them one by one."""
    listed = all(code is op.LITERAL for code, _ in parts)
    return _Told(frozenset(chr(value) for _, value in parts)) if listed else _Told()


def _group(value: tuple[int | None, int, int, Iterable[_Part]]) -> _Told:
    return _Told() if value[1] & re.IGNORECASE else _sequence(value[3])


def _branch(value: tuple[None, Iterable[Iterable[_Part]]]) -> _Told:
    ways = [_sequence(way) for way in value[1]]
    exact = _NONE.union(*(way.exact or _NONE for way in ways))
    if len(exact) <= _MOST and all(way.exact is not None for way in ways):
        return _Told(exact)
    best = [way.best or way.exact or _NONE for way in ways]
    return _Told(None, _NONE.union(*best) if all(best) else _NONE)


def _repeat(value: tuple[int, int, Iterable[_Part]]) -> _Told:
    least, most, parts = value
    told = _sequence(parts)
    if told.exact is not None and most == 1:
        return _Told(told.exact | (_EMPTY if least == 0 else _NONE))
    return _Told(None, told.best) if least else _Told()


_READERS: Mapping[Any, Callable[[Any], _Told]] = {
    op.LITERAL: _literal,
    op.IN: _letters,
    op.SUBPATTERN: _group,
    op.ATOMIC_GROUP: _sequence,
    op.BRANCH: _branch,
    op.AT: _nowhere,
    op.ASSERT: _ahead,
    op.ASSERT_NOT: _nowhere,
    **dict.fromkeys(_REPEATS, _repeat),
}


def _heads(parts: Sequence[_Part]) -> Words:
    """Words one of which whatever ``parts`` match begins with; none where that cannot be told, or they are too many."""
    run = _EMPTY
    for at, (code, value) in enumerate(parts):
        if code is op.LITERAL:
            run = frozenset([one + chr(value) for one in run])
            continue
        exact = _READERS.get(code, _anything)(value).exact
        more = exact if exact is not None else _opening(code, value, parts[at + 1 :])
        if not more or len(run) * len(more) > _MANY:
            break
        run = frozenset(one + other for one in run for other in more)
        if exact is None:
            break
    return _NONE if "" in run else run


def _opening(code: object, value: Any, rest: Sequence[_Part]) -> Words:  # noqa: ANN401  what a code carries differs
    """:func:`_heads` of a part that is no exact stretch, and of the ``rest`` behind it where it may match nothing."""
    if code is op.BRANCH:
        ways = [_heads(list(way)) for way in value[1]]
        return _NONE.union(*ways) if all(ways) else _NONE
    if code is op.SUBPATTERN:
        return _NONE if value[1] & re.IGNORECASE else _heads(list(value[3]))
    if code is op.ATOMIC_GROUP:
        return _heads(list(value))
    if code not in _REPEATS:
        return _NONE
    inner = _heads(list(value[2]))
    after = _NONE if value[0] else _heads(rest)
    return inner | after if inner and (value[0] or after) else _NONE


def _firsts(words: Words) -> Words:
    """``words`` without those that begin with another of them; none where one is but a letter or a blank."""
    if any(not word.strip() or (len(word) == 1 and word.isalnum()) for word in words):
        return _NONE
    return frozenset(word for word in words if not any(word.startswith(other) for other in words if other != word))


def _better(*sets: Words) -> Words:
    return max(sets, key=_worth)


def _worth(words: Words) -> tuple[int, int]:
    """A set is as telling as its shortest word is long; a large one less, since its words will be cut."""
    shortest = min((len(word.strip()) for word in words), default=0)
    if shortest == 1 and any(len(word) == 1 and word.isalnum() for word in words):
        return 0, -len(words)  # a letter stands everywhere, and would be left out in the end
    return (shortest if len(words) <= _FEW else shortest // 2), -len(words)


def _few(words: Words) -> Words:
    """The beginnings or the ends of ``words``, as long as they can be for so few; none where less is left of them than
    stands everywhere ("ng")."""
    sizes = range(max(map(len, words), default=0) or 1, _PART - 1, -1) if len(words) > _FEW else (_WHOLE,)
    cuts = [(frozenset(word[:size] for word in words), frozenset(word[-size:] for word in words)) for size in sizes]
    few = next((max(found, key=_worth) for pair in cuts if (found := [cut for cut in pair if len(cut) <= _FEW])), _NONE)
    return _NONE if "" in words or any(len(word) == 1 and word.isalnum() for word in few) else _shortest(few)


def _shortest(words: Words) -> Words:
    """``words`` without those that hold another of them: a text that holds the longer one holds both."""
    return frozenset(word for word in words if not any(other in word for other in words if other != word))


def _leaves_line(part: _Part) -> bool:
    """Whether a part of a pattern can match a line end, or look behind one."""
    code, value = part
    if code in (op.LITERAL, op.NOT_LITERAL):
        return (value == _NEWLINE) is (code is op.LITERAL)
    if code is op.IN:
        return (value[0][0] is op.NEGATE) is not any(map(_is_newline, value))
    if code is op.AT:
        return value is op.AT_END_STRING
    if code in _ASSERTIONS and (value[0] < 0 or value[1].getwidth()[1] <= 1):
        return False  # what stands before is always to be seen, and so is the line end itself
    return any(map(_leaves_line, _inside(code, value)))


def _inside(code: object, value: Any) -> Iterator[_Part]:  # noqa: ANN401  what a code carries differs
    if code is op.BRANCH:
        yield from (part for way in value[1] for part in _listed(way))
    elif code in (op.SUBPATTERN, *_REPEATS, *_ASSERTIONS):
        yield from _listed(value[-1])
    elif code is op.ATOMIC_GROUP:
        yield from _listed(value)


def _is_newline(part: _Part) -> bool:
    code, value = part
    if code is op.RANGE:
        return bool(value[0] <= _NEWLINE <= value[1])
    if code is op.CATEGORY:
        return value in (op.CATEGORY_SPACE, op.CATEGORY_NOT_WORD, op.CATEGORY_NOT_DIGIT)
    return code is op.LITERAL and bool(value == _NEWLINE)
