"""Walking the tree of units: who is above, who is below, which unit holds an offset."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator, Sequence

from dieukhoan.core.records import Unit


class Outline:
    """The units of one document (in reading order), indexed for walking."""

    def __init__(self, units: Sequence[Unit]) -> None:
        self.units = tuple(units)
        self._by_eid = {unit.eid: unit for unit in self.units}
        self._children: dict[str, list[Unit]] = {}
        for unit in self.units:
            self._children.setdefault(unit.parent, []).append(unit)
        self._starts = [unit.start for unit in self.units]

    def __getitem__(self, eid: str) -> Unit:
        return self._by_eid[eid]

    def __contains__(self, eid: str) -> bool:
        return eid in self._by_eid

    def at(self, offset: int) -> Unit | None:
        """The unit whose own span holds ``offset``, None outside every unit."""
        index = bisect_right(self._starts, offset) - 1
        return self.units[index] if index >= 0 and offset < self.units[index].end else None

    def parent(self, unit: Unit) -> Unit | None:
        """The unit above, None at the top."""
        return self._by_eid.get(unit.parent)

    def children(self, unit: Unit | None) -> Sequence[Unit]:
        """The units directly below ``unit`` (of the document for None), in reading order."""
        return self._children.get(unit.eid if unit else "", ())

    def ancestors(self, unit: Unit) -> Iterator[Unit]:
        """The units above, the nearest first."""
        above = self.parent(unit)
        while above is not None:
            yield above
            above = self.parent(above)
