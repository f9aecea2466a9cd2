"""From pairs of units to what happened to each: kept, filled, changed, moved, split, merged, added, removed."""

from __future__ import annotations

from bisect import bisect_left
from collections import Counter
from collections.abc import Sequence

from dieukhoan.compare.align import Side
from dieukhoan.compare.records import Pair
from dieukhoan.compare.similar import Matrix, similarity
from dieukhoan.compare.words import BLANK, Key

_PART = 0.6  # share of a unit's words that must stand in the other for it to be a part of it
_MIN_WORDS = 4  # shorter units are in everything


def fills(template: Key, variant: Key) -> bool:
    """Whether ``variant`` is ``template`` with something, or nothing, in each blank (dynamic, linear in both)."""
    reach = {0}  # how many variant words can have been read
    for word in template:
        if not reach:
            return False
        if word == BLANK:
            reach = set(range(min(reach), len(variant) + 1))
        else:
            reach = {at + 1 for at in reach if at < len(variant) and variant[at] == word}
    return len(variant) in reach


def same_words(template: Key, variant: Key) -> str:
    """``identical``, ``filled`` or ``modified``."""
    if template == variant:
        return "identical"
    return "filled" if BLANK in template and fills(template, variant) else "modified"


def classify(template: Side, variant: Side, partner: Sequence[int], alike: Matrix) -> list[Pair]:
    """All pairs, in the template's order with added units after what stands before them in the variant."""
    moved = _moved(template, variant, partner)
    pairs: list[tuple[tuple[int, int, int], Pair]] = []
    merged, split = _merged(template, variant, partner), _split(template, variant, partner)
    row_of = {column: row for row, column in enumerate(partner) if column >= 0}
    changed_rows = set(split.values())
    changed_columns = set(merged.values())
    for row, unit in enumerate(template.units):
        column = partner[row] if partner[row] >= 0 else merged.get(row, -1)
        if column < 0:
            pairs.append(((row, 0, 0), Pair(unit.eid, "", "removed", 0.0)))
            continue
        words_say = same_words(template.words[row].keys, variant.words[column].keys)
        if row in merged or row in changed_rows or column in changed_columns:
            words_say = "modified"
        status = "moved" if row in moved else words_say
        edited = row in moved and words_say == "modified"
        pair = Pair(unit.eid, variant.units[column].eid, status, round(float(alike[row, column]), 4), edited)
        pairs.append(((row, 0, 0), pair))
    for column, unit in enumerate(variant.units):
        if column in row_of or column in changed_columns:
            continue
        if column in split:
            row = split[column]
            pair = Pair(template.units[row].eid, unit.eid, "modified", round(float(alike[row, column]), 4))
        else:
            row = _row_before(column, row_of)
            pair = Pair("", unit.eid, "added", 0.0)
        pairs.append(((row, 1, column), pair))
    return [pair for _, pair in sorted(pairs, key=lambda item: item[0])]


def _row_before(column: int, row_of: dict[int, int]) -> int:
    return next((row_of[at] for at in range(column - 1, -1, -1) if at in row_of), -1)


def _merged(template: Side, variant: Side, partner: Sequence[int]) -> dict[int, int]:
    """Unpaired template units whose words went into a variant unit that has a partner: row to column."""
    taken = {column: row for row, column in enumerate(partner) if column >= 0}
    found = {}
    for row, column in enumerate(partner):
        if column < 0:
            near = _near(row, template, partner)
            host = _host(template.words[row].keys, near, variant, lambda at: template.words[taken[at]].keys)
            if host is not None:
                found[row] = host
    return found


def _split(template: Side, variant: Side, partner: Sequence[int]) -> dict[int, int]:
    """Unpaired variant units whose words came out of a template unit that has a partner: column to row."""
    row_of = [-1] * len(variant.units)
    for row, column in enumerate(partner):
        if column >= 0:
            row_of[column] = row
    found = {}
    for column, row in enumerate(row_of):
        if row < 0:
            near = _near(column, variant, row_of)
            host = _host(variant.words[column].keys, near, template, lambda at: variant.words[partner[at]].keys)
            if host is not None:
                found[column] = host
    return found


def _near(at: int, own: Side, partner: Sequence[int]) -> list[int]:
    """The partners of a unit's neighbours, parent and parent's neighbours: where its words may have gone."""
    parent = own.parent[at]
    around = [own.before[at], own.after[at], parent]
    if parent >= 0:
        around += [own.before[parent], own.after[parent]]
    left = own.before[at]
    while left >= 0 and partner[left] < 0:
        left = own.before[left]
    around.append(left)
    return sorted({partner[near] for near in around if near >= 0 and partner[near] >= 0})


def _host(part: Key, near: Sequence[int], other: Side, rival: object) -> int | None:
    """The unit among ``near`` of which ``part`` is a part that its present partner does not explain."""
    words = Counter(word for word in part if word != BLANK)
    size = sum(words.values())
    if size < _MIN_WORDS or not callable(rival):
        return None
    best: tuple[float, int] | None = None
    for at in near:
        free = Counter(other.words[at].keys) - Counter(rival(at))
        share = sum((words & free).values()) / size
        if share >= _PART and similarity(part, other.words[at].keys) > 0.2 and (best is None or share > best[0]):
            best = (share, at)
    return best[1] if best else None


def _moved(template: Side, variant: Side, partner: Sequence[int]) -> set[int]:
    """Rows that stand under another parent than before, or in another order among their siblings."""
    moved = set()
    families: dict[tuple[int, int], list[tuple[int, int]]] = {}
    back = {column: row for row, column in enumerate(partner) if column >= 0}
    for row, column in enumerate(partner):
        if column < 0:
            continue
        above = _paired_above(row, template.parent, lambda at: partner[at] >= 0)
        opposite = _paired_above(column, variant.parent, lambda at: at in back)
        if (partner[above] if above >= 0 else -1) != opposite:
            moved.add(row)
        else:
            families.setdefault((above, opposite), []).append((row, column))
    for pairs in families.values():
        kept = _longest_rising([column for _, column in pairs])
        moved |= {row for at, (row, _) in enumerate(pairs) if at not in kept}
    return moved


def _paired_above(at: int, parent: Sequence[int], paired: object) -> int:
    at = parent[at]
    while at >= 0 and callable(paired) and not paired(at):
        at = parent[at]
    return at


def _longest_rising(values: Sequence[int]) -> set[int]:
    """Positions of a longest increasing subsequence (patience sorting)."""
    tails: list[int] = []
    ends: list[int] = []
    before: list[int] = []
    for at, value in enumerate(values):
        spot = bisect_left(tails, value)
        before.append(ends[spot - 1] if spot else -1)
        tails[spot : spot + 1] = [value]
        ends[spot : spot + 1] = [at]
    kept = set()
    at = ends[-1] if ends else -1
    while at >= 0:
        kept.add(at)
        at = before[at]
    return kept
