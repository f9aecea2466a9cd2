"""Where a marker belongs: which open list it continues, below which unit it opens one, or that it is none at all.

Every possibility has a cost; the cheapest is the most consistent reading. Continuing a list with the next number is
free, a first number opens a list for little, gaps and repeats cost more than either, and reading the line as running
text costs the less, the less it looks like the beginning of a unit.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from dieukhoan.structure.marks import Mark
from dieukhoan.structure.nodes import SHAPE, Node
from dieukhoan.structure.values import letters_step, step

OPENING = 1.0
REPEAT = 4.0
GAP = 3.0
BACK = 6.0
LATE = 5.0
_MIXED = 0.6
# "01" and "1" are the same number before "1.1"; a bullet has none.
_COUNTED = frozenset({"arabic", "article", "roman", "section", "chapter", "part"})
# How the markers of table rows close.
CELLS = frozenset({"cell", "tab"})
_BARRIER = frozenset({"article", "chapter", "part", "section", "subsection", "appendix", "form", "root"})


@dataclass(slots=True)
class Place:
    """A reading of a marker: below ``parent``, as ``mark``, at a ``cost``; ``jump`` is the step from its sibling."""

    cost: float
    parent: Node
    mark: Mark
    jump: int = 1


def jump_cost(jump: int) -> float:
    """What a step in the numbering costs: 0 for the next number."""
    if jump == 1:
        return 0.0
    if jump == 0:
        return REPEAT
    return GAP + min(jump, 6) * 0.3 if jump > 1 else BACK


def first_jump(mark: Mark) -> int:
    """How far a number is from the one that a list begins with, plus one."""
    return mark.value[-1] if mark.value else 2


def between(node: Node, mark: Mark) -> int:
    """The step from a sibling to a marker of the same style."""
    if mark.style in ("lower", "upper"):
        return letters_step(node.number, mark.number)
    return step(node.value, mark.value)


def best(marks: Sequence[Mark], stack: Sequence[Node], *, over_articles: bool = False) -> Place:
    """The cheapest place for a list marker; ``stack`` holds the open units from the root down.

    ``over_articles``: an article follows at once, so "II." is a heading above articles and no list below one.
    """
    if over_articles and marks[0].style in ("roman", "upper"):
        stack = stack[: next((depth for depth, node in enumerate(stack) if node.style == "article"), len(stack))]
    found: list[Place] = []
    for mark in marks:
        if mark.style == "bullet":
            return _bullet(mark, stack)
        if mark.style == "dotted":
            found.append(_dotted(mark, stack))
            continue
        found += _continuing(mark, stack)
        found.append(_opening(mark, stack))
    return min(found, key=lambda place: place.cost)


def _continuing(mark: Mark, stack: Sequence[Node]) -> list[Place]:
    """The open lists of the marker's style, the innermost first."""
    found = []
    through = mark.style in ("roman", "upper")
    for depth in range(len(stack) - 1, 0, -1):
        node = stack[depth]
        if node.style == mark.style and node.parent and (node.close in CELLS) == (mark.close in CELLS):
            jump = between(node, mark)
            mixed = 0.0 if node.close == mark.close else _MIXED
            deeper = 0.01 * (len(stack) - depth)
            found.append(Place(jump_cost(jump) + mixed + deeper, node.parent, mark, jump))
        if node.style in _BARRIER and not (through and node.style == "article"):
            break
    return found


def _opening(mark: Mark, stack: Sequence[Node]) -> Place:
    """A new list below the nearest unit that can hold one."""
    parent = _holder(mark, stack)
    jump = first_jump(mark)
    cost = OPENING if jump == 1 else LATE + min(jump, 9) * 0.3
    if parent.style == mark.style and parent.close == mark.close and not parent.introduces:
        cost += 4.0
    return Place(cost, parent, mark, jump)


def _holder(mark: Mark, stack: Sequence[Node]) -> Node:
    top = stack[-1]
    if first_jump(mark) != 1:
        # The beginning of this list was lost; a colon above announces another one.
        while top.parent and (top.style == "paragraph" or (top.listed and SHAPE[top.style] >= SHAPE[mark.style])):
            top = top.parent
        return top
    if mark.close in CELLS:
        return _table_holder(mark, top)
    if top.style == "paragraph" and top.parent:
        if _paragraph_holds(top, mark):
            return top
        top = top.parent
    while top.close in CELLS and top.parent:
        top = top.parent
    while top.listed and top.parent and _too_narrow(top, mark):
        top = top.parent
    return top


def _table_holder(mark: Mark, top: Node) -> Node:
    """The unit in which a table stands; "1" stands below the table row "I"."""
    if top.style == "paragraph" and top.parent:
        top = top.parent
    while top.close in CELLS and top.parent and SHAPE[top.style] >= SHAPE[mark.style]:
        top = top.parent
    return top


def _too_narrow(node: Node, mark: Mark) -> bool:
    """ "1." after "- …;" opens no list below the dash, but below "- …:" or a label without punctuation it does."""
    if SHAPE[node.style] < SHAPE[mark.style]:
        return False
    return not (node.introduces or (node.ends_open and node.style != mark.style))


def _paragraph_holds(paragraph: Node, mark: Mark) -> bool:
    """A list belongs to the paragraph above it where that paragraph is a label ("Ghi chú:"), or where the unit around
    has such a list already; khoản 1 below an introducing sentence of an article is khoản 1 of the article."""
    above = paragraph.parent
    if above is None:
        return False
    sibling = above.last.get(mark.style)
    if sibling and between(sibling, mark) != 1:
        return paragraph.introduces or paragraph.ends_open
    if SHAPE.get(above.style, -1) >= SHAPE[mark.style]:
        return paragraph.introduces
    return paragraph.introduces and len(paragraph.row.text if paragraph.row else "") <= 25


def _dotted(mark: Mark, stack: Sequence[Node]) -> Place:
    """1.2 belongs below 1; where there is no 1, beside 1.1."""
    prefix, _, _ = mark.number.rpartition(".")
    for depth in range(len(stack) - 1, 0, -1):
        node = stack[depth]
        if node.number == prefix or (node.style in _COUNTED and node.value == mark.value[:-1]):
            return _below(node, mark)
        if node.style == "dotted" and node.value[:-1] == mark.value[:-1] and node.parent:
            return _below(node.parent, mark)
        if node.style in _BARRIER and node.style != "article":
            break
    for node in reversed(stack):
        if node.style == "dotted" and len(node.value) == len(mark.value) and node.parent:
            jump = mark.value[-1]
            return Place(0.5 if jump == 1 else jump_cost(jump), node.parent, mark, jump)
    top = stack[-1].parent if stack[-1].style == "paragraph" and stack[-1].parent else stack[-1]
    while top.listed and top.parent and (top.style == "bullet" or not top.introduces):
        top = top.parent
    jump = mark.value[-1]
    return Place(OPENING if jump == 1 else LATE, top, mark, jump)


def _below(parent: Node, mark: Mark) -> Place:
    last = parent.last.get("dotted")
    jump = mark.value[-1] - (last.value[-1] if last and len(last.value) == len(mark.value) else 0)
    return Place(jump_cost(jump), parent, mark, jump)


def _bullet(mark: Mark, stack: Sequence[Node]) -> Place:
    """A bullet continues the innermost open list of its sign; a new sign opens a list or, after a finished item of
    another sign, goes on with that list."""
    top = stack[-1]
    if top.style == "paragraph" and top.introduces:
        return Place(OPENING, top, mark)
    for depth in range(len(stack) - 1, 0, -1):
        node = stack[depth]
        if node.style == "bullet" and node.close == mark.close and node.parent:
            return Place(0.0, node.parent, mark)
        if node.style in _BARRIER or (node.listed and node.style != "bullet"):
            break
    if top.style == "paragraph" and top.parent:
        top = top.parent
    if top.style == "bullet" and top.parent and not _nests(top, mark):
        return Place(OPENING, top.parent, mark)
    return Place(OPENING, top, mark)


def _nests(item: Node, mark: Mark) -> bool:
    return item.introduces or item.ends_open or (item.close == "-" and mark.close == "+")
