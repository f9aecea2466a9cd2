"""The deadlines stage: scan once, read the values, find where clauses end, leave out what is no deadline."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from typing import NamedTuple

from dieukhoan.core.records import Deadline, Document, Span
from dieukhoan.extract.deadlines.clause import Clauses, clauses
from dieukhoan.extract.deadlines.scope import Scope, purpose_before, told_before
from dieukhoan.extract.deadlines.values import Values, anchored, values
from dieukhoan.extract.resources import Resources
from dieukhoan.rulebook import Match, Rulebook, load
from dieukhoan.rulebook.check import Evaluator

# A time limit inside a condition is a deadline of its own: "khi có yêu cầu | trong thời hạn 05 ngày".
_LIMITS = ("trong", "chậm nhất", "muộn nhất", "định kỳ", "trước ngày", "không quá", "tối đa")
# "ngày 15 tháng 12 Âm lịch" is another day of the solar year each time: no value is told for it.
_LUNAR = re.compile(r" ?\(?âm lịch")
_HEAD = re.compile(r"(?:^|[\n.;:+*•-]|(?:^|\n) ?\(?\w{1,4}\))$")
_FRONT = re.compile(r"(?:[^\w%)\"]|(?<!\w)(?:và|hoặc|thực hiện|nhưng|mà|thì))$")
_NOT_IN_PURPOSE = frozenset({"vague", "event"})


def find_deadlines(document: Document, resources: Resources) -> Document:
    """Fill ``deadlines``: the title's period, then all candidates in reading order, none overlapping another."""
    matches = resources.rules.family("deadline").scan(document.view)
    reader = _Reader(document, clauses(resources.rules), matches)
    return replace(document, deadlines=(*reader.title(), *reader.candidates()))


class _Standing(NamedTuple):
    """Where a clause stands in its sentence; see :meth:`Clauses.end`."""

    fronted: bool
    place: str = ""


class _Reader:
    """Turns the matches in one document into deadlines."""

    def __init__(self, document: Document, lexicon: Clauses, matches: Sequence[Match]) -> None:
        self._document = document
        self._view = document.view
        self._lexicon = lexicon
        self._matches = matches
        self._scope = Scope(document)
        self._bodies = sorted({self._view.from_source(item.start, item.end) for item in document.mentions})

    def title(self) -> Iterator[Deadline]:
        """The period that the title states, once: kind ``period``, relation ``during``, no unit."""
        start, end = self._view.from_source(*self._scope.title)
        period = self._document.header.period
        for match in self._matches:
            told = values(match) if start <= match.start < end else None
            if told and (told.value == period if period else told.kind == "period"):
                yield self._deadline(match, match.end, replace(told, kind="period", relation="during"), "")
                return

    def candidates(self) -> Iterator[Deadline]:
        """Every expression outside title, recitals and forms that may be a deadline."""
        reach = 0
        for number, match in enumerate(self._matches):
            told = values(match) if match.start >= reach else None
            if told is None or not self._admitted(match, told):
                continue
            end, told = _extent(match, told, self._lexicon, self._standing(match), self._bodies)
            end = self._cut(number, end)
            if "tail" in match.rule.emit and end <= match.end and told.kind == "event":
                continue  # "khi (…": no clause to tell the event
            reach = end
            unit = self._scope.unit(self._view.to_source(match.start, end)[0])
            yield self._deadline(match, end, told, unit.eid if unit else "")

    def _standing(self, match: Match) -> _Standing:
        if self._fronted(match.start):
            return _Standing(fronted=True)
        told = match.rule.emit.get("fronted") == "true"
        at = bisect_left(self._bodies, (match.start, 0))
        subject = any(match.start - 2 < end <= match.start for _, end in self._bodies[max(0, at - 3) : at])
        return _Standing(told, "subject" if subject else "last")

    def _admitted(self, match: Match, told: Values) -> bool:
        only = match.rule.emit.get("only")
        if only and not (self._fronted if only == "fronted" else self._opening)(match.start):
            return False
        if told.kind in _NOT_IN_PURPOSE and purpose_before(self._view.lower, match.start):
            return False
        if told.kind == "vague" and told_before(self._view.lower, match.start):
            return False
        return self._scope.admits(self._view.to_source(match.start, match.end)[0], told)

    def _cut(self, number: int, end: int) -> int:
        """The end, before a time limit of its own inside the clause."""
        here = self._matches[number]
        for index in range(number + 1, len(self._matches)):
            match = self._matches[index]
            if match.start >= end:
                break
            if match.start > here.end + 8 and match.groups.get("lead", "").lower().startswith(_LIMITS):
                return here.start + len(self._view.text[here.start : match.start].rstrip(" ,"))
        return end

    def _opening(self, start: int) -> bool:
        """Whether the words are the first of a sentence or of an item."""
        return _HEAD.search(self._before(start)) is not None

    def _fronted(self, start: int) -> bool:
        """Whether the main clause is still to come: the words open a sentence or a clause."""
        return self._opening(start) or _FRONT.search(self._before(start)) is not None

    def _before(self, start: int) -> str:
        return self._view.lower[max(0, start - 12) : start].rstrip(" ")

    def _deadline(self, match: Match, end: int, told: Values, unit: str) -> Deadline:
        start, stop = self._view.to_source(match.start, end)
        if _LUNAR.match(self._view.lower, end):
            told = replace(told, value="", rrule="FREQ=YEARLY" if told.rrule else "")
        return Deadline(
            self._document.text[start:stop], start, stop, told.kind, told.relation, told.value, told.rrule,
            told.duration, told.working_days, told.anchor, unit=unit, rule=match.rule.id,
        )  # fmt: skip


def _extent(
    match: Match, told: Values, lexicon: Clauses, standing: _Standing, bodies: Sequence[Span]
) -> tuple[int, Values]:
    """Where the expression ends, and its values with the anchor that its clause names."""
    tail = match.rule.emit.get("tail")
    if not tail:
        return match.end, told
    rest = match.groups["rest"]
    at = match.spans["rest"][0]
    first, last = (bisect_left(bodies, (offset, 0)) for offset in (at, at + len(rest)))
    near = [(start - at, end - at) for start, end in bodies[first:last]]
    if tail == "clause":
        return at + lexicon.end(rest, fronted=standing.fronted, bodies=near, place=standing.place), told
    if tail == "course":
        return at + lexicon.course_end(rest, fronted=standing.fronted, bodies=near), told
    end = lexicon.anchor_end(rest, fronted=standing.fronted, bodies=near)
    return at + end, replace(told, anchor=anchored(match.groups["from"].lower(), rest[:end]))


def evaluators(rules: Rulebook | None = None) -> dict[str, Evaluator]:
    """The evaluator of the family ``deadline`` for the check of the rules' examples.

    Beside the columns of the table it gives ``tail``: the words that the expression takes in beyond the match.
    """
    lexicon = clauses(rules or load())

    def evaluate(match: Match) -> Mapping[str, str]:
        """The values of the deadline that ``match`` is."""
        told = values(match)
        if told is None:
            return {"kind": "none"}
        end, told = _extent(match, told, lexicon, _Standing(fronted=True), ())
        names = ("kind", "relation", "value", "rrule", "duration", "anchor")
        tail = match.groups.get("rest", "")[: end - match.end].strip()
        working = str(told.working_days).lower()
        return {name: getattr(told, name) for name in names} | {"working_days": working, "tail": tail}

    return {"deadline": evaluate}
