"""What a comparison finds: pairs of units, fills of blanks, changed duties."""

from __future__ import annotations

from dataclasses import dataclass

from dieukhoan.core.records import Document


@dataclass(frozen=True, slots=True)
class Pair:
    """A template unit and a variant unit (eids, one of them empty for ``removed``/``added``).

    ``status``: ``identical`` ``filled`` ``modified`` ``moved`` ``added`` ``removed``; ``similarity`` goes over words;
    ``edited`` tells of a moved unit that words of it differ besides filled blanks. A split gives two pairs with the
    same template unit, a merge two with the same variant unit.
    """

    template: str
    variant: str
    status: str
    similarity: float
    edited: bool = False


@dataclass(frozen=True, slots=True)
class Fill:
    """What a variant wrote into a blank. ``unit`` is the template's eid, empty in title and closing; ``position``
    counts the template's blanks from 1; ``value`` is empty where one is still open; the span is in the variant."""

    unit: str
    position: int
    value: str
    start: int = 0
    end: int = 0


@dataclass(frozen=True, slots=True)
class Change:
    """A duty of the template and its fate; the duties are indices into ``duties`` of each document, None for none.

    ``change``: ``kept`` ``reworded`` ``body_changed`` ``deadline_changed`` ``dropped`` ``new``; ``detail`` says what
    changed ("trước ngày 15/12 hằng năm → trước ngày 30/11 hằng năm").
    """

    template: int | None
    variant: int | None
    change: str
    detail: str = ""


@dataclass(frozen=True, slots=True)
class Comparison:
    """One variant against one template; pairs in the template's order, added units where they stand in the variant."""

    template: Document
    variant: Document
    pairs: tuple[Pair, ...]
    fills: tuple[Fill, ...]
    changes: tuple[Change, ...]
