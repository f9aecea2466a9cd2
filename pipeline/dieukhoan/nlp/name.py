"""The name of a body as it was read, and the words that stand before names."""

from __future__ import annotations

from typing import NamedTuple

from dieukhoan.rulebook import Rule

DETERMINERS = frozenset({"các", "những", "mọi", "mỗi", "từng"})
LINKS = frozenset({"của", "thuộc"})


class Name(NamedTuple):
    """A name as read: view offsets and its parts, abbreviations written out.

    ``office`` is the holder's title, ``head`` the kind of body, ``chunk`` its own name, ``place`` its level or place
    as written (``proper`` the place's own name in it), ``owner`` the body it is a part of or, for an office, the body
    it stands for; ``link`` is the word before the owner. ``first`` and ``after`` are token indices.
    """

    start: int
    end: int
    rule: Rule
    kind: str = "generic"
    head: str = ""
    chunk: str = ""
    place: str = ""
    proper: str = ""
    place_rule: Rule | None = None
    office: str = ""
    plural: bool = False
    short: bool = False
    blank: bool = False
    owner: Name | None = None
    link: str = ""
    first: int = 0
    after: int = 0

    @property
    def bare(self) -> bool:
        """Whether nothing but the head was read."""
        return not (self.chunk or self.place or self.proper or self.owner or self.blank or self.office)
