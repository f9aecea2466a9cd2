"""Duties and deadlines compared, not only words: kept, reworded, body or deadline changed, dropped, new."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

import numpy as np
from scipy.optimize import linear_sum_assignment

from dieukhoan.compare.records import Change, Pair
from dieukhoan.compare.similar import Matrix, similarities
from dieukhoan.compare.status import same_words
from dieukhoan.compare.words import BLANK, Expansions, Key, split, words
from dieukhoan.core.records import Body, Deadline, Document, Duty

_SAME_UNIT = 0.25
_LEAST, _LEAST_AT_HOME = 0.55, 0.3


class Duties:
    """The duties of one document made ready: words, who, when."""

    def __init__(self, document: Document, table: Expansions) -> None:
        self.document = document
        self.duties = document.duties
        self.keys = [words(document, [(duty.start, duty.end)], table).keys for duty in self.duties]
        self._bodies = {body.body_id: body for body in document.bodies}
        self._deadlines = {deadline.span: deadline for deadline in document.deadlines}
        self._table = table

    def who(self, duty: Duty) -> dict[Key, Body]:
        """The lead and supporting bodies by role and name, without the name of a province."""
        found = {}
        for role in duty.roles:
            body = self._bodies.get(role.body_id)
            if body and role.role in ("lead", "support"):
                found[(role.role, *self._name(body))] = body
        return found

    def _name(self, body: Body) -> Key:
        place = split(body.province)
        name = _without(split(body.name), place)
        out: list[str] = []
        at = 0
        while at < len(name):
            for short, long in self._table.get(name[at], ()):
                if name[at : at + len(short)] == short:
                    out += long
                    at += len(short)
                    break
            else:
                out.append(name[at])
                at += 1
        return tuple(out)

    def when(self, duty: Duty) -> dict[Key, Deadline]:
        """The deadlines of a duty by what they mean."""
        bound = [self._deadlines[span] for span in duty.deadlines if span in self._deadlines]
        return {
            (one.kind, one.value, one.rrule, one.duration, one.relation, str(one.working_days)): one
            for one in bound
            if one.kind not in ("vague", "event")
        }


def _without(name: Key, place: Key) -> Key:
    for at in range(len(name) - len(place), 0, -1):
        if place and name[at : at + len(place)] == place:
            return name[:at] + name[at + len(place) :]
    return name


def find_changes(template: Duties, variant: Duties, pairs: Sequence[Pair]) -> list[Change]:
    """The fate of every duty, in the template's order, new ones last."""
    together = {(pair.template, pair.variant) for pair in pairs if pair.template and pair.variant}
    alike = similarities(template.keys, variant.keys)
    home = np.array(
        [[(ours.unit, theirs.unit) in together for theirs in variant.duties] for ours in template.duties], dtype=float
    ).reshape(alike.shape)
    matched = _match(alike, home)
    changes = [
        _compared(template, variant, row, matched[row]) if row in matched else Change(row, None, "dropped")
        for row in range(len(template.duties))
    ]
    taken = set(matched.values())
    for column in range(len(variant.duties)):
        if column not in taken:
            changes.append(_left_over(column, alike, home, matched))
    return changes


def _match(alike: Matrix, home: Matrix) -> dict[int, int]:
    if not alike.size:
        return {}
    believable = (alike >= _LEAST) | ((alike >= _LEAST_AT_HOME) & (home > 0))
    worth = np.where(believable, alike + _SAME_UNIT * home, 0.0)
    rows, columns = linear_sum_assignment(worth, maximize=True)
    return {int(row): int(column) for row, column in zip(rows, columns, strict=True) if worth[row, column] > 0}


def _left_over(column: int, alike: Matrix, home: Matrix, matched: Mapping[int, int]) -> Change:
    """A duty of the variant without a partner: the second half of a duty that was split, or a new one."""
    if alike.shape[0]:
        at_home = np.where(home[:, column] > 0, alike[:, column], 0.0)
        row = int(np.argmax(at_home))
        if at_home[row] >= _LEAST_AT_HOME and row in matched:
            return Change(row, column, "reworded")
    return Change(None, column, "new")


def _compared(template: Duties, variant: Duties, row: int, column: int) -> Change:
    ours, theirs = template.duties[row], variant.duties[column]
    said = same_words(template.keys[row], variant.keys[column])
    who, when = _who_changed(template, variant, row, column), _when_changed(template, variant, ours, theirs)
    if who:
        return Change(row, column, "body_changed", "; ".join(filter(None, (who, when))))
    if when:
        return Change(row, column, "deadline_changed", when)
    return Change(row, column, "reworded" if said == "modified" else "kept")


def _who_changed(template: Duties, variant: Duties, row: int, column: int) -> str:
    ours, theirs = template.who(template.duties[row]), variant.who(variant.duties[column])
    gone, come = ours.keys() - theirs.keys(), theirs.keys() - ours.keys()
    if BLANK in template.keys[row]:  # a body written into a blank is no change
        come = {key for key in come if _stood(key[1:], template.keys[row])}
    if not gone and not come:
        return ""
    before = ", ".join(ours[key].name for key in ours if key in gone)
    after = ", ".join(theirs[key].name for key in theirs if key in come)
    return f"{before} → {after}"


def _stood(name: Key, text: Key) -> bool:
    return any(text[at : at + len(name)] == name for at in range(len(text) - len(name) + 1))


def _when_changed(template: Duties, variant: Duties, ours: Duty, theirs: Duty) -> str:
    before, after = template.when(ours), variant.when(theirs)
    if before.keys() == after.keys():
        return ""
    gone = ", ".join(before[key].text for key in before if key not in after)
    come = ", ".join(after[key].text for key in after if key not in before)
    return f"{gone} → {come}"
