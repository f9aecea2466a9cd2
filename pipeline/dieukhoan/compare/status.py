"""From pairs of units to what happened to each: kept, filled, changed, moved, split, merged, added, removed."""

from __future__ import annotations

from bisect import bisect_left
from collections import Counter
from collections.abc import Callable, Sequence

from dieukhoan.compare.align import Side, inverse, turned
from dieukhoan.compare.records import Pair
from dieukhoan.compare.similar import similarity
from dieukhoan.compare.words import BLANK, Key

_PART = 0.6  # share of a unit's words that must stand in the other for it to be a part of it
_WEAK, _WHOLE = 0.7, 0.9  # how little alike a pair is that gives way to a split, and how much of one explains it
_MIN_WORDS = 4  # shorter units are in everything
_FAR = 20  # siblings that are passed over in search of one with a partner


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


def settled(template: Side, variant: Side, partner: Sequence[int]) -> list[int]:
    """``partner`` without pairs that are little alike and of which one side is wholly a part of what stands beside it:
    half of a split unit is no rewording of one that was left out elsewhere."""
    row_of = inverse(partner, len(variant.units))
    found = list(partner)
    for row, column in enumerate(partner):
        if column < 0:
            continue
        ours, theirs = template.words[row].keys, variant.words[column].keys
        if ours == theirs or similarity(ours, theirs) >= _WEAK:
            continue
        rows = [at for at in _near(column, variant, row_of) if at != row]
        columns = [at for at in _near(row, template, partner) if at != column]
        if (
            _host(theirs, rows, template, lambda at: variant.words[partner[at]].keys, _WHOLE) is not None
            or _host(ours, columns, variant, lambda at: template.words[row_of[at]].keys, _WHOLE) is not None
        ):
            found[row] = -1
    return found


def classify(template: Side, variant: Side, partner: Sequence[int]) -> list[Pair]:
    """All pairs, in the template's order with added units after what stands before them in the variant."""
    moved = _moved(template, variant, partner)
    merged, split = _merged(template, variant, partner), _split(template, variant, partner)
    row_of = {column: row for row, column in enumerate(partner) if column >= 0}
    parted = {*merged, *split.values()}, {*split, *merged.values()}
    placed: list[tuple[tuple[int, int, int], Pair]] = []

    def pair(row: int, column: int) -> Pair:
        """The pair of these units with what became of its words."""
        words_say = same_words(template.words[row].keys, variant.words[column].keys)
        if row in parted[0] or column in parted[1]:
            words_say = "modified"
        likeness = 1.0  # also where blanks are filled: however much was written into them, nothing else differs
        if words_say == "modified":
            likeness = round(similarity(template.words[row].keys, variant.words[column].keys), 4)
        shifted = row in moved and partner[row] == column
        status = "moved" if shifted else words_say
        edited = shifted and words_say == "modified"
        return Pair(template.units[row].eid, variant.units[column].eid, status, likeness, edited)

    for row, unit in enumerate(template.units):
        column = partner[row] if partner[row] >= 0 else merged.get(row, -1)
        placed.append(((row, 0, 0), pair(row, column) if column >= 0 else Pair(unit.eid, "", "removed", 0.0)))
    for column, unit in enumerate(variant.units):
        if column in split:
            placed.append(((split[column], 1, column), pair(split[column], column)))
        elif column not in row_of:
            placed.append(((_row_before(column, row_of), 1, column), Pair("", unit.eid, "added", 0.0)))
    return [found for _, found in sorted(placed, key=lambda item: item[0])]


def hosts(template: Side, variant: Side, pairs: Sequence[Pair]) -> list[list[int]]:
    """For each template unit the indices of the variant units that hold its words: several for a split, none when it
    was removed."""
    row_of = {unit.eid: row for row, unit in enumerate(template.units)}
    column_of = {unit.eid: column for column, unit in enumerate(variant.units)}
    found: list[list[int]] = [[] for _ in template.units]
    for pair in pairs:
        if pair.template and pair.variant:
            found[row_of[pair.template]].append(column_of[pair.variant])
    return [sorted(columns) for columns in found]


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
    row_of = inverse(partner, len(variant.units))
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
    around.append(_paired_before(at, own, partner))
    return sorted({partner[near] for near in around if near >= 0 and partner[near] >= 0})


def _paired_before(at: int, own: Side, partner: Sequence[int]) -> int:
    """The nearest sibling before that has a partner, not too far away."""
    left = own.before[at]
    for _ in range(_FAR):
        if left < 0 or partner[left] >= 0:
            break
        left = own.before[left]
    return left


def _host(part: Key, near: Sequence[int], other: Side, rival: Callable[[int], Key], least: float = _PART) -> int | None:
    """The unit among ``near`` of which ``part`` is a part that its present partner does not explain."""
    words = Counter(word for word in part if word != BLANK)
    size = sum(words.values())
    if size < _MIN_WORDS:
        return None
    best: tuple[float, int] | None = None
    for at in near:
        free = Counter(other.words[at].keys) - Counter(rival(at))
        share = sum((words & free).values()) / size
        if share >= least and similarity(part, other.words[at].keys) > 0.2 and (best is None or share > best[0]):
            best = (share, at)
    return best[1] if best else None


def _moved(template: Side, variant: Side, partner: Sequence[int]) -> set[int]:
    """Rows that stand under another parent than before, or in another order among their siblings."""
    if turned(template, variant):
        columns = _shifted(variant, template, inverse(partner, len(variant.units)))
        return {row for row, column in enumerate(partner) if column in columns}
    return _shifted(template, variant, partner)


def _shifted(template: Side, variant: Side, partner: Sequence[int]) -> set[int]:
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


def _paired_above(at: int, parent: Sequence[int], paired: Callable[[int], bool]) -> int:
    at = parent[at]
    while at >= 0 and not paired(at):
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
