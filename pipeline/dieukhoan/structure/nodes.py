"""The tree while it grows."""

from __future__ import annotations

from collections.abc import Iterator

from dieukhoan.core.records import Span
from dieukhoan.structure.marks import WORDS, Mark
from dieukhoan.structure.rows import Row
from dieukhoan.structure.values import Value

# From the widest to the narrowest; a dotted number ranks as an arabic one.
SHAPE = {"upper": 0, "roman": 1, "arabic": 2, "dotted": 2, "lower": 3, "minor": 4, "bullet": 5}


class Node:
    """A unit in the making; ``style`` is that of its marker, or ``paragraph`` ``recital`` ``preamble``. Offsets are of
    the view: ``start``, ``body`` (after the marker) and ``end``; ``heading`` and ``text`` are spans, set at last.
    ``tail`` is the last row of the own text, ``last`` the last child of each style, ``holds_roman`` whether "I." stands
    below it or a sibling of its style (None: not asked yet)."""

    __slots__ = (
        "body", "children", "close", "end", "heading", "holds_roman", "kind", "last", "number", "parent", "row",
        "start", "style", "tail", "text", "value",
    )  # fmt: skip

    def __init__(self, style: str, row: Row | None, parent: Node | None, mark: Mark | None = None) -> None:
        self.style = style
        self.close = mark.close if mark else ""
        self.number = mark.number if mark else ""
        self.value: Value = mark.value if mark else ()
        self.start = row.start if row else 0
        self.body = mark.body if mark else self.start
        self.end = row.end if row else 0
        self.row = row
        self.tail = row
        self.parent = parent
        self.children: list[Node] = []
        self.heading: Span | None = None
        self.text: Span | None = None
        self.kind = ""
        self.holds_roman: bool | None = None
        self.last: dict[str, Node] = {}
        if parent:
            parent.children.append(self)
            parent.last[style] = self

    @property
    def listed(self) -> bool:
        """Numbered by a list marker, not by a word."""
        return self.style in SHAPE

    @property
    def headed(self) -> bool:
        """Marked by a word: phần, chương, mục, điều, phụ lục."""
        return self.style in WORDS

    @property
    def ends_open(self) -> bool:
        """Its last line has no closing punctuation."""
        return self.tail is not None and self.tail.open

    @property
    def introduces(self) -> bool:
        """Its last line ends in a colon, so a list is to be expected below."""
        return self.tail is not None and self.tail.bare.endswith(":")

    def extend(self, row: Row) -> None:
        """Take one more line into the own text."""
        self.end = row.end
        self.tail = row

    def walk(self) -> Iterator[Node]:
        """All nodes below, in reading order."""
        stack = self.children[::-1]
        while stack:
            node = stack.pop()
            yield node
            stack.extend(reversed(node.children))
