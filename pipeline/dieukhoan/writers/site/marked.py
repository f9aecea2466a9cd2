"""The text of a document as lines of a page: its units, and the words that its rows are about, as links to them.

Marks may overlap ("trước ngày 15/12" stands inside a duty): the text is cut wherever one begins or ends, and every
piece tells all the rows it belongs to (``data-i``). It links to the most special of them.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Any, NamedTuple

from dieukhoan.writers.site.facts import Facts

_RANK = ("citation", "deadline", "body", "doubt", "duty", "head")
"""What a piece links to first; a heading is no row and links nowhere."""


class Mark(NamedTuple):
    """That the text from ``start`` to ``end`` belongs to the row ``id``."""

    start: int
    end: int
    kind: str
    id: str


class Piece(NamedTuple):
    """Text that belongs to the same rows throughout.

    ``kinds`` are their kinds, ``to`` is the row it links to (empty: none), ``first`` the rows that begin with it.
    """

    text: str
    kinds: tuple[str, ...]
    ids: tuple[str, ...]
    to: str
    first: tuple[str, ...]


class Line(NamedTuple):
    """A line of the text: how deep its unit lies, of what kind it is, the units that begin in it, its pieces."""

    depth: int
    kind: str
    units: tuple[dict[str, Any], ...]
    pieces: tuple[Piece, ...]


def lines(facts: Facts) -> Iterator[Line]:
    """The lines of the whole text, which put together and without what they are marked with are the text again."""
    text = facts.text or ""
    cuts = _Cuts(_marks(facts, text))
    units = sorted(facts.units, key=lambda unit: (unit["start"], unit["position"]))
    at = place = 0
    inside: dict[str, Any] | None = None
    last = max((unit["end"] for unit in units), default=0)
    for line in text.split("\n"):
        end = at + len(line)
        begun = []
        while place < len(units) and units[place]["start"] <= end:
            begun.append(units[place])
            place += 1
        inside = begun[0] if begun else inside
        known = inside if inside and at <= last else None
        alone = "title" if place == 0 and _names(line, facts.document["title"]) else "outside"
        yield Line(
            known["depth"] if known else 0,
            (known["kind"] if begun else "more") if known else alone,
            tuple(begun),
            tuple(cuts.pieces(text, at, end)),
        )
        inside = begun[-1] if begun else inside
        at = end + 1


def _names(line: str, title: str | None) -> bool:
    """Whether a line before the first unit is one of those that make up the title."""
    return len(line.strip()) > 3 and line.strip() in (title or "")


def _marks(facts: Facts, text: str) -> Iterator[Mark]:
    for kind, rows in (
        ("duty", facts.duties),
        ("deadline", facts.deadlines),
        ("citation", facts.citations),
        ("body", facts.mentions),
        ("doubt", facts.diagnostics),
    ):
        for row in rows:
            if row["start"] is not None and row["start"] < row["end"]:
                yield Mark(row["start"], row["end"], kind, row["id"])
    for unit in facts.units:
        if unit["number"] or unit["heading"]:
            yield Mark(unit["start"], _own(unit, text), "head", "")


def _own(unit: dict[str, Any], text: str) -> int:
    """Where a unit's own text begins, after its number and heading."""
    own, after, end = unit["text"] or "", int(unit["start"]), int(unit["end"])
    if not own:
        return end
    for before in (unit["number"], unit["heading"]):
        # A number that is not written as it is counted ("Điều thứ nhất") is not to be found in the words after it.
        found = text.find(before, after, end - len(own)) if before else -1
        after = found + len(before) if found >= 0 else after
    found = text.find(own, after, end)
    return found if found >= 0 else end


class _Cuts:
    """Where marks begin and end, gone through once from the beginning of the text to its end."""

    def __init__(self, marks: Iterable[Mark]) -> None:
        self._coming = sorted(marks, key=lambda mark: (mark.start, -mark.end, _RANK.index(mark.kind)))
        self._place = 0
        self._open: list[Mark] = []
        self._seen: set[str] = set()

    def pieces(self, text: str, start: int, end: int) -> Iterator[Piece]:
        """The pieces of the line from ``start`` to ``end``."""
        while start < end:
            self._open = [mark for mark in self._open if mark.end > start]
            while self._place < len(self._coming) and self._coming[self._place].start <= start:
                mark = self._coming[self._place]
                self._place += 1
                if mark.end > start:
                    self._open.append(mark)
            stops = [mark.end for mark in self._open]
            if self._place < len(self._coming):
                stops.append(self._coming[self._place].start)
            stop = min([end, *stops])
            yield self._piece(text[start:stop])
            start = stop

    def _piece(self, text: str) -> Piece:
        ranked = sorted(self._open, key=lambda mark: (_RANK.index(mark.kind), mark.end - mark.start))
        ids = tuple(dict.fromkeys(mark.id for mark in ranked if mark.id))
        first = tuple(one for one in ids if one not in self._seen)
        self._seen.update(first)
        to = next((mark.id for mark in ranked if mark.kind not in {"duty", "head"}), "")
        return Piece(text, tuple(dict.fromkeys(mark.kind for mark in ranked)), ids, to, first)
