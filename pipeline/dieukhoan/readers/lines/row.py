"""A physical line: what stood in one row of the page before wrapped lines are joined."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Row:
    """One physical line. ``typed`` is its text in the case as typed, where a font or format draws capitals (each letter
    has its place in both); empty where it is the same.

    ``left`` and ``right`` are its edges in points from the left margin (text files: 6 points a column); ``page`` counts
    from 1, 0 where pages are unknown. ``cell`` is as in Line; ``limit`` is how far right the text of its page or cell
    may reach, 0 where that is unknown; ``apart`` says that it stands clearly below the row before.
    """

    text: str
    page: int = 0
    left: float = 0.0
    right: float = 0.0
    bold: bool = False
    centred: bool = False
    cell: tuple[int, int, int] | None = None
    limit: float = 0.0
    apart: bool = False
    typed: str = ""

    @property
    def blank(self) -> bool:
        """Whether nothing is to be seen in the row."""
        return not self.text or self.text.isspace()
