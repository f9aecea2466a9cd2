"""Elements of WordprocessingML that are made here and never written to a file.

What older formats become is read once, by code that reads the elements of lxml. A node has the methods of those that
this code uses and nothing else, which makes it several times as fast to build and to read.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from functools import cache
from types import MappingProxyType
from typing import cast

from dieukhoan.readers.word.xml import Element, sound, w

_NOTHING: Mapping[str, str] = MappingProxyType({})
_STEP = re.compile(r"(?:\{[^}]*\})?[^/]+")
_VAL = w("val")


class Node:
    """An element: its tag with its namespace, its attributes, its text, and its children in order."""

    __slots__ = ("_children", "_said", "tag", "text")

    def __init__(self, tag: str, said: Mapping[str, str] = _NOTHING) -> None:
        self.tag = tag
        self.text: str | None = None
        self._said = said
        self._children: list[Node] = []

    def __iter__(self) -> Iterator[Node]:
        return iter(self._children)

    def __len__(self) -> int:
        return len(self._children)

    def __bool__(self) -> bool:
        return True

    def __getitem__(self, at: int) -> Node:
        return self._children[at]

    def get(self, name: str, default: str | None = None) -> str | None:
        """The attribute ``name``."""
        return self._said.get(name, default)

    def set(self, name: str, value: str) -> None:
        """Give it an attribute, or another value of one."""
        self._said = {**self._said, name: value}

    def append(self, child: Node) -> None:
        """A child behind the others."""
        self._children.append(child)

    def extend(self, children: Iterable[Node]) -> None:
        """Children behind the others."""
        self._children.extend(children)

    def insert(self, at: int, child: Node) -> None:
        """A child before the one at ``at``."""
        self._children.insert(at, child)

    def remove(self, child: Node) -> None:
        """Take a child away; raises ValueError where it is none."""
        self._children.remove(child)

    def find(self, path: str) -> Node | None:
        """The first child, or descendant by a path of tags, None where there is none."""
        for child in self._children:
            if child.tag == path:
                return child
        first, rest = _steps(path)
        for child in self._children if rest else ():
            if child.tag == first and (found := child.find(rest)) is not None:
                return found
        return None

    def findall(self, path: str) -> list[Node]:
        """All children, or descendants by a path of tags."""
        return list(self.iterfind(path))

    def iterfind(self, path: str) -> Iterator[Node]:
        """The same one by one."""
        first, rest = _steps(path)
        for child in self._children:
            if child.tag == first:
                if rest:
                    yield from child.iterfind(rest)
                else:
                    yield child

    def iter(self, *tags: str) -> Iterator[Node]:
        """Itself and all that is in it, as far as it has one of ``tags``, in reading order."""
        waiting = [self]
        while waiting:
            node = waiting.pop()
            if not tags or node.tag in tags:
                yield node
            if node._children:
                waiting += node._children[::-1]


def new(tag: str, said: Mapping[str, str] = _NOTHING) -> Element:
    """A node by itself, for those who know the elements of lxml."""
    return cast("Element", Node(tag, said))


def under(parent: Element, tag: str, said: Mapping[str, str] = _NOTHING) -> Element:
    """A new last child of a node."""
    child = cast("Element", Node(tag, said))
    parent.append(child)
    return child


def shared(properties: Element) -> bool:
    """Whether many paragraphs or runs may hold this very element, so that what follows from it is worth keeping."""
    return isinstance(properties, Node)


def say(parent: Element, name: str, value: object) -> Element:
    """A new last child ``w:name`` with this ``w:val``."""
    return under(parent, w(name), {_VAL: sound(str(value))})


@cache
def _steps(path: str) -> tuple[str, str]:
    """The first tag of a path, and the path from there on."""
    first, *rest = _STEP.findall(path)
    return first, "/".join(rest)
