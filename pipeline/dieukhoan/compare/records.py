"""What a comparison finds: pairs of units, fills of blanks, changed duties, changed words."""

from __future__ import annotations

from dataclasses import dataclass

from dieukhoan.compare.difference import Difference
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

    ``change``: ``kept`` ``reworded`` ``body_changed`` ``deadline_changed`` ``dropped`` ``new``; ``differences`` are
    what changed, in the order in which it is told; ``days`` is by how much the deadline is later.
    A duty that is stated on both sides, but was found on one only, is ``kept`` or ``reworded`` with None for the other.
    """

    template: int | None
    variant: int | None
    change: str
    differences: tuple[Difference, ...] = ()
    days: int | None = None

    @property
    def detail(self) -> str:
        """The differences in Vietnamese words: "trước ngày 15/12 → trước ngày 30/11", "thêm phối hợp: Sở Y tế"."""
        return self.told("vi")

    def told(self, lang: str) -> str:
        """The differences in the words of people; empty where there are none to tell."""
        return "; ".join(difference.told(lang) for difference in self.differences)


@dataclass(frozen=True, slots=True)
class WordChange:
    """One difference in the wording: ``before`` of the template became ``after`` in the variant (both to the letter,
    with their spans in the canonical texts). The units are eids, empty in title and closing, and on the side that has
    no such unit.

    ``change``: ``inserted`` ``deleted`` ``changed`` (words), ``filled`` (a blank), ``number`` (of a unit),
    ``spelling`` (the same words in other letters, marks or spaces, shortened, a reference that follows the
    renumbering, or a line "(Ban hành kèm theo …)" in one title alone), ``moved`` (nothing differs, but the
    variant goes on with another place of the template).
    """

    template: str
    variant: str
    change: str
    before: str
    after: str
    template_start: int
    template_end: int
    variant_start: int
    variant_end: int


@dataclass(frozen=True, slots=True)
class Comparison:
    """One variant against one template; pairs in the template's order, added units where they stand in the variant."""

    template: Document
    variant: Document
    pairs: tuple[Pair, ...]
    fills: tuple[Fill, ...]
    changes: tuple[Change, ...]
    words: tuple[WordChange, ...] = ()
