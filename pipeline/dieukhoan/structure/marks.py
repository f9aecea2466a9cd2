"""Candidate markers: what a line would be if it started a unit."""

from __future__ import annotations

from dataclasses import dataclass

from dieukhoan.core.text import View
from dieukhoan.rulebook import Family
from dieukhoan.structure.matcher import Hit, line_matcher
from dieukhoan.structure.rows import Row
from dieukhoan.structure.values import Value, counted, letter, roman

WORDS = frozenset({"appendix", "form", "part", "chapter", "section", "subsection", "article"})


@dataclass(slots=True)
class Mark:
    """One reading of the beginning of a line.

    ``style`` is ``part`` … ``article`` for markers that are words, else ``roman`` ``upper`` ``arabic`` ``dotted``
    ``lower`` ``minor`` (i, ii) ``bullet``; ``close`` the punctuation after the number; ``start`` and ``body`` are
    view offsets of the number and of what follows the marker.
    """

    style: str
    close: str
    number: str
    value: Value
    start: int
    body: int


class MarkReader:
    """Reads the candidates of a line with the rules of the family ``marker``."""

    def __init__(self, family: Family, view: View) -> None:
        self._matcher = line_matcher(family)
        self._view = view
        self._text = view.text

    def read(self, row: Row) -> tuple[Mark, ...]:
        """The readings of the row's beginning, the likelier one first; empty when it starts with no marker."""
        hit = self._matcher.match(self._text, row.origin, row.end)
        if not hit:
            return ()
        style = hit.rule.emit.get("style", "")
        number, at = hit.group("number"), hit.start("number") if hit.group("number") else row.start
        close = self._close(hit, style)
        body = min(hit.end, row.end)
        if style in WORDS:
            return (Mark(style, close, number, counted(number), at, body),)
        if style == "bullet":
            return (Mark(style, number, number, (1,), at, body),)
        return getattr(self, f"_{style}")(close, number, at, body)  # type: ignore[no-any-return]

    @staticmethod
    def _close(hit: Hit, style: str) -> str:
        if style in WORDS or style in ("bullet", "spaced"):
            return ""
        fixed = hit.rule.emit.get("close", "")
        return (hit.group("close") if fixed == "{close}" else fixed).strip()

    def _arabic(self, close: str, number: str, at: int, body: int) -> tuple[Mark, ...]:
        return (Mark("arabic", close, number, counted(number), at, body),)

    def _tabbed(self, close: str, number: str, at: int, body: int) -> tuple[Mark, ...]:
        # A bare number begins a unit only in a table row flattened with tabs; "12 tháng" begins none.
        source = self._view.to_source(at, at + len(number))[1]
        return self._arabic(close, number, at, body) if self._view.source[source] == "\t" else ()

    def _spaced(self, close: str, number: str, at: int, body: int) -> tuple[Mark, ...]:
        first, _, second = number.partition(". ")
        return (
            Mark("dotted", ".", f"{first}.{second}", (int(first), int(second)), at, body),
            Mark("arabic", ".", first, (int(first),), at, at + len(first) + 1),
        )

    def _dotted(self, close: str, number: str, at: int, body: int) -> tuple[Mark, ...]:
        parts = number.split(".")
        dotted = Mark("dotted", close, number, tuple((counted(part) or (0,))[0] for part in parts), at, body)
        if len(parts) == 2 and parts[0].isdigit() and int(parts[1]) > 1:
            # "18.2 Cổng thông tin": clause 18 with a small figure 2 for a footnote, where there is no clause 18.1.
            return dotted, Mark("arabic", ".", parts[0], (int(parts[0]),), at, body)
        return (dotted,)

    def _roman(self, close: str, number: str, at: int, body: int) -> tuple[Mark, ...]:
        readings = [Mark("roman", close, number, (roman(number),), at, body)] if roman(number) else []
        if len(number) == 1:
            readings.append(Mark("upper", close, number, (letter(number),), at, body))
        return tuple(readings)

    def _upper(self, close: str, number: str, at: int, body: int) -> tuple[Mark, ...]:
        return (Mark("upper", close, number, (letter(number),), at, body),)

    def _lower(self, close: str, number: str, at: int, body: int) -> tuple[Mark, ...]:
        return (Mark("lower", close, number, (letter(number),), at, body),)

    def _minor(self, close: str, number: str, at: int, body: int) -> tuple[Mark, ...]:
        value = roman(number.upper())
        readings = [Mark("minor", close, number, (value,), at, body)] if value else []
        if len(number) == 1:
            readings.append(Mark("lower", close, number, (letter(number),), at, body))
        return tuple(readings)
