"""Duties and deadlines compared, not only words: kept, reworded, body or deadline changed, dropped, new."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

import numpy as np
from rapidfuzz.distance import LCSseq
from scipy.optimize import linear_sum_assignment

from dieukhoan.compare.align import Side, once, turned
from dieukhoan.compare.difference import DEADLINE, Difference, Passage, turned_words
from dieukhoan.compare.memory import kept
from dieukhoan.compare.records import Change
from dieukhoan.compare.similar import Codes, Matrix, encode, met, similarities, weighted, weights_of
from dieukhoan.compare.status import same_words
from dieukhoan.compare.when import days_later
from dieukhoan.compare.words import BLANK, Expansions, Key, Words, masked, split, words, written_out
from dieukhoan.core.records import Body, Deadline, Duty, Span

_ROLES = ("lead", "support")
_SAME_UNIT = 0.25
_LEAST, _LEAST_AT_HOME = 0.55, 0.3
_STATED = 0.75  # share of a duty's words that must stand where no duty was found for it to be no dropped one


class Duties:
    """The duties of one document made ready: words, who, when."""

    def __init__(self, side: Side, table: Expansions) -> None:
        document = side.document
        self.side = side
        self.duties = document.duties
        index = {unit.eid: at for at, unit in enumerate(side.units)}
        self.homes = [index.get(duty.unit, -1) for duty in self.duties]
        self.keys = [self._words(duty, home, table) for duty, home in zip(self.duties, self.homes, strict=True)]
        self._bodies = {body.body_id: body for body in document.bodies}
        self._deadlines = {deadline.span: deadline for deadline in document.deadlines}
        self._names = {body.body_id: self._name(body, table) for body in document.bodies}
        self.who = [self._who(duty) for duty in self.duties]
        self.when = [self._when(duty) for duty in self.duties]
        self.met = met(self.keys)

    def _words(self, duty: Duty, home: int, table: Expansions) -> Key:
        if home >= 0 and self.side.units[home].start <= duty.start and duty.end <= self.side.units[home].end:
            unit = self.side.words[home]
            first, last = bisect_left(unit.spans, (duty.start, 0)), bisect_left(unit.spans, (duty.end, 0))
            return unit.keys[first:last]
        return masked(words(self.side.said, [(duty.start, duty.end)], table), self.side.masks).keys

    def unsaid(self, units: Sequence[int]) -> Words:
        """The words of ``units`` that belong to none of the duties."""
        taken = [(duty.start, duty.end) for duty, home in zip(self.duties, self.homes, strict=True) if home in units]
        found = [
            (key, span)
            for unit in units
            for key, span in zip(self.side.words[unit].keys, self.side.words[unit].spans, strict=True)
            if not any(first <= span[0] < last for first, last in taken)
        ]
        return Words(tuple(key for key, _ in found), tuple(span for _, span in found))

    def passage(self, at: int) -> Passage:
        """What the duty ``at`` says."""
        duty = self.duties[at]
        return Passage(self.side.document.text, duty.start, duty.end, duty.deadlines)

    def beside(self, start: int, end: int) -> Passage:
        """The words ``[start, end)``, where no duty is."""
        return Passage(self.side.document.text, start, end, sorted(self._deadlines))

    def _who(self, duty: Duty) -> dict[Key, Body]:
        """The lead and supporting bodies by role and name, without the name of a province."""
        found = {}
        for role in duty.roles:
            body = self._bodies.get(role.body_id)
            if body and role.role in _ROLES:
                found[(role.role, *self._names[body.body_id])] = body
        return found

    def assigners(self, duty: Duty) -> set[Key]:
        """The names of the bodies that give the duty to somebody."""
        return {self._names[role.body_id] for role in duty.roles if role.role == "assigner"}

    @staticmethod
    def _name(body: Body, table: Expansions) -> Key:
        name = _without(split(body.name), split(body.province))
        return written_out(name, [(0, 0)] * len(name), table).keys

    def _when(self, duty: Duty) -> dict[Key, Deadline]:
        """The deadlines of a duty by what they mean."""
        bound = [self._deadlines[span] for span in duty.deadlines if span in self._deadlines]
        return {
            (one.kind, one.value, one.rrule, one.duration, one.relation, str(one.working_days)): one
            for one in bound
            if one.kind not in ("vague", "event")
        }


duties = kept(Duties)
"""The duties of a side made ready; those of the template, for all variants."""


def _without(name: Key, place: Key) -> Key:
    for at in range(len(name) - len(place), 0, -1):
        if place and name[at : at + len(place)] == place:
            return name[:at] + name[at + len(place) :]
    return name


def find_changes(template: Duties, variant: Duties, hosts: Sequence[Sequence[int]]) -> list[Change]:
    """The fate of every duty, in the template's order, new ones last. ``hosts`` gives, per template unit, the variant
    units that hold its words."""
    home = _at_home(template, variant, hosts)
    if turned(template.side, variant.side):
        alike, back = _matched(variant, template, home.T)
        matched = {row: column for column, row in back.items()}
        near = alike.T * home
    else:
        alike, matched = _matched(template, variant, home)
        near = alike * home
    guests: list[list[int]] = [[] for _ in variant.side.units]
    for row, columns in enumerate(hosts):
        for column in columns:
            guests[column].append(row)
    back = {column: row for row, column in matched.items()}
    changes = [
        _compared(template, variant, row, matched[row])
        if row in matched
        else _alone(template, row, variant, _Beside(hosts, near, back)) or Change(row, None, "dropped")
        for row in range(len(template.duties))
    ]
    for column in range(len(variant.duties)):
        if column not in back:
            left = _alone(variant, column, template, _Beside(guests, near.T, matched))
            changes.append(_mirrored(left, column) if left else Change(None, column, "new"))
    return changes


def _at_home(template: Duties, variant: Duties, hosts: Sequence[Sequence[int]]) -> Matrix:
    """One where the two duties stand in units that are paired, else nothing."""
    home = np.zeros((len(template.duties), len(variant.duties)))
    inside: dict[int, list[int]] = {}
    for column, unit in enumerate(variant.homes):
        inside.setdefault(unit, []).append(column)
    for row, unit in enumerate(template.homes):
        if unit >= 0:
            home[row, [column for host in hosts[unit] for column in inside.get(host, ())]] = 1.0
    return home


def _matched(template: Duties, variant: Duties, home: Matrix) -> tuple[Matrix, dict[int, int]]:
    """How alike the duties are (nought between two that have a certain partner each, and between one that has and one
    that has none unless their units are paired), and the best assignment."""
    ours, theirs = once(template.keys), once(variant.keys)
    matched = {row: theirs[key] for key, row in ours.items() if key in theirs}
    taken = set(matched.values())
    rows = [row for row in range(len(template.keys)) if row not in matched]
    columns = [column for column in range(len(variant.keys)) if column not in taken]
    alike = np.zeros(home.shape)
    if home.size:  # of others at home as well: half of a duty that was split is in one that has its partner
        beside = sorted({*columns, *map(int, np.flatnonzero(home[rows].any(axis=0)))})
        above = list(map(int, np.flatnonzero(home[:, columns].any(axis=1))))
        alike[np.ix_(above, columns)] = _alike(template, variant, above, columns)
        alike[np.ix_(rows, beside)] = _alike(template, variant, rows, beside)
    free = np.ix_(rows, columns)
    found = _match(alike[free], home[free])
    return alike, matched | {rows[at]: columns[other] for at, other in found.items()}


def _alike(template: Duties, variant: Duties, rows: Sequence[int], columns: Sequence[int]) -> Matrix:
    ours, theirs = [template.keys[row] for row in rows], [variant.keys[column] for column in columns]
    weights = weights_of(template.met + variant.met, len(template.keys) + len(variant.keys))
    return (similarities(ours, theirs) + weighted(ours, theirs, weights)) / 2


def _match(alike: Matrix, home: Matrix) -> dict[int, int]:
    if not alike.size:
        return {}
    believable = (alike >= _LEAST) | ((alike >= _LEAST_AT_HOME) & (home > 0))
    worth = np.where(believable, alike + _SAME_UNIT * home, 0.0)
    rows, columns = linear_sum_assignment(worth, maximize=True)
    return {int(row): int(column) for row, column in zip(rows, columns, strict=True) if worth[row, column] > 0}


@dataclass(frozen=True, slots=True)
class _Beside:
    """What stands opposite, seen from one side: the units that hold the words of each unit, how alike duties of paired
    units are, and which duties of the other side have a partner."""

    hosts: Sequence[Sequence[int]]
    near: Matrix
    taken: Mapping[int, int]


def _alone(own: Duties, at: int, other: Duties, beside: _Beside) -> Change | None:
    """A duty without a partner that is neither dropped nor new, with itself as the template's: its words stand in the
    other document where no duty was found, or it is half of a duty that was split or merged."""
    units = beside.hosts[own.homes[at]] if own.homes[at] >= 0 else ()
    unsaid = other.unsaid(units)
    if said := _stated(own.keys[at], unsaid.keys):
        met_in = _met_in(own.keys[at], unsaid)
        words_turned = turned_words(own.passage(at), other.beside(*met_in))
        return Change(at, None, "reworded" if words_turned else said, words_turned)
    for host in map(int, np.flatnonzero(beside.near[at])):
        if host in beside.taken and (said := _stated(own.keys[at], other.keys[host])):
            return Change(at, host, said)
    if beside.near.shape[1]:
        best = int(np.argmax(beside.near[at]))
        if beside.near[at, best] >= _LEAST_AT_HOME and best in beside.taken:
            return Change(at, best, "reworded")
    return None


def _stated(duty: Key, unsaid: Key) -> str:
    """``kept`` or ``reworded`` where most words of ``duty`` stand in ``unsaid`` in their order, else nothing."""
    own, other = encode([duty, unsaid])
    found = LCSseq.similarity(own, other) if own else 0
    return "" if not own or found < _STATED * len(own) else "kept" if found == len(own) else "reworded"


def _met_in(duty: Key, unsaid: Words) -> Span:
    """From where to where the words of ``duty`` stand in ``unsaid``."""
    codes = Codes()
    blocks = LCSseq.editops(codes.of(duty), codes.of(unsaid.keys)).as_matching_blocks()
    places = [(block.b, block.b + block.size) for block in blocks if block.size]
    return unsaid.spans[places[0][0]][0], unsaid.spans[places[-1][1] - 1][1]


def _mirrored(left: Change, column: int) -> Change:
    """The fate of the variant's duty ``column``, which was told as if it were the template's."""
    return replace(
        left, template=left.variant, variant=column, differences=tuple(one.mirrored() for one in left.differences)
    )


def _compared(template: Duties, variant: Duties, row: int, column: int) -> Change:
    said = same_words(template.keys[row], variant.keys[column])
    who = _who_changed(template, variant, row, column)
    when, days = _when_changed(template.when[row], variant.when[column])
    words_turned = turned_words(template.passage(row), variant.passage(column)) if said == "modified" else ()
    if who or when:
        return Change(row, column, "body_changed" if who else "deadline_changed", (*who, *when, *words_turned), days)
    return Change(row, column, "reworded" if said == "modified" else "kept", words_turned)


def _who_changed(template: Duties, variant: Duties, row: int, column: int) -> tuple[Difference, ...]:
    ours, theirs = template.who[row], variant.who[column]
    gone, come = set(ours.keys() - theirs.keys()), set(theirs.keys() - ours.keys())
    _assigned(gone, come, variant.assigners(variant.duties[column]), variant.keys[column])
    _assigned(come, gone, template.assigners(template.duties[row]), template.keys[row])
    if BLANK in template.keys[row]:  # a body written into a blank is no change, unless it takes somebody's place
        replaced = {key[0] for key in gone}
        come &= {key for key in come if key[0] in replaced or _stood(key[1:], template.keys[row])}
    found = (
        Difference(
            role,
            tuple(body.name for key, body in ours.items() if key in gone and key[0] == role),
            tuple(body.name for key, body in theirs.items() if key in come and key[0] == role),
        )
        for role in _ROLES
    )
    return tuple(one for one in found if one.before or one.after)


def _assigned(gone: set[Key], come: set[Key], assigners: set[Key], text: Key) -> None:
    """Where who had a duty now only gives it, and it is given to nobody whom its words name ("Phân công Phòng A …; chỉ
    đạo …", two duties made one clause), nothing has changed."""
    if given := {key for key in gone if key[1:] in assigners}:
        gone -= given
        come &= {key for key in come if _stood(key[1:], text)}


def _stood(name: Key, text: Key) -> bool:
    return any(text[at : at + len(name)] == name for at in range(len(text) - len(name) + 1))


def _when_changed(
    before: Mapping[Key, Deadline], after: Mapping[Key, Deadline]
) -> tuple[tuple[Difference, ...], int | None]:
    """What changed in the deadlines, and by how many days where one stands against one."""
    gone = [before[key] for key in before if key not in after]
    come = [after[key] for key in after if key not in before]
    if not gone and not come:
        return (), None
    found = Difference(DEADLINE, tuple(one.text for one in gone), tuple(one.text for one in come))
    return (found,), days_later(gone[0], come[0]) if len(gone) == len(come) == 1 else None
