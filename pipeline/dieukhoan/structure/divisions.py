"""Where phần, chương, mục, tiểu mục, điều, phụ lục and mẫu số belong: their words rank them."""

from __future__ import annotations

from collections.abc import Sequence

from dieukhoan.structure.marks import Mark
from dieukhoan.structure.nodes import Node
from dieukhoan.structure.places import Place, first_jump, jump_cost
from dieukhoan.structure.values import Value, step

_RANK = {"appendix": 0, "form": 0, "part": 1, "chapter": 2, "section": 3, "subsection": 4, "article": 5}
_ANNEXES = ("appendix", "form")


class Divisions:
    """Counts the articles of a text, which number on through its chapters."""

    def __init__(self) -> None:
        self._article: Value = ()

    def begin(self, root: Node) -> None:
        """A new text begins below ``root``: its numbering starts afresh."""
        self._article = ()
        root.last.clear()

    def take(self, mark: Mark) -> None:
        """Count a division that was accepted as a unit."""
        if mark.style == "article":
            self._article = mark.value

    def place(self, mark: Mark, stack: Sequence[Node]) -> Place:
        """The place of a division; ``stack`` holds the open units from the root down."""
        parent = _parent(mark, stack)
        if mark.style in _ANNEXES or not mark.value:
            return Place(0.0, parent, mark)
        sibling = parent.last.get(mark.style)
        if mark.value == (1,) and sibling is None:
            return Place(0.0, parent, mark)  # the articles of a new phần may count from 1 again
        last = self._article if mark.style == "article" else sibling.value if sibling else ()
        jump = step(last, mark.value) if last else first_jump(mark)
        return Place(jump_cost(jump), parent, mark, jump)


def _parent(mark: Mark, stack: Sequence[Node]) -> Node:
    return next((node for node in reversed(stack) if _holds(node, mark)), stack[0])


def _holds(node: Node, mark: Mark) -> bool:
    if node.style in _ANNEXES:
        # A mẫu số stands inside a phụ lục, but neither inside its own kind.
        return mark.style not in _ANNEXES or (node.style == "appendix" and mark.style == "form")
    if node.style in ("roman", "upper"):
        return mark.style == "article"
    return node.style in _RANK and _RANK[node.style] < _RANK[mark.style]
