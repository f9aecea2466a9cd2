"""Place and date of issue where they do not stand in the title block: at the end, or in the opening of a contract."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import takewhile

from dieukhoan.core.records import Document, Line
from dieukhoan.core.text import View
from dieukhoan.extract.header.block import place_of, read_block
from dieukhoan.extract.header.dates import iso_date
from dieukhoan.rulebook import Rulebook

# "Hà Nội, ngày … tháng … năm …" stands on its own line, close above the signatures.
_LINES_ABOVE = 3
_LONGEST_PLACE_LINE = 120


def issued_at_the_end(document: Document, rules: Rulebook) -> tuple[str, str]:
    """Place and ISO date above or among the signatures, each empty where not stated."""
    dates = list(read_block(document, _last_lines(document), rules).of("date"))
    if not dates:
        return "", ""
    return place_of(dates[0]), iso_date(dates[0].emit)


def _last_lines(document: Document) -> Iterator[Line]:
    """The lines of the document's own closing and the few above it."""
    appendix = next((unit.start for unit in document.units if unit.kind == "appendix"), len(document.text))
    own = [zone for zone in document.zones if zone.kind == "closing" and zone.start < appendix]
    if not own:
        return
    above = [line for line in document.source.lines if line.end <= own[0].start and line.end > line.start]
    yield from (line for line in above[-_LINES_ABOVE:] if line.end - line.start < _LONGEST_PLACE_LINE)
    for zone in own:
        yield from (line for line in document.source.lines if zone.start <= line.start <= zone.end)


@dataclass(frozen=True, slots=True)
class Stated:
    """What a sentence says of the issue: ISO date, place, and the place with its province ("thành phố Vinh, tỉnh
    Nghệ An"); each empty where not stated."""

    issued_on: str = ""
    place: str = ""
    area: str = ""


def stated_in_text(document: Document, rules: Rulebook) -> Stated:
    """What "Hôm nay, ngày …, tại …" says before the first numbered unit, or "Luật này được Quốc hội … thông qua ngày
    …" at the end."""
    opening = takewhile(lambda unit: not unit.number, document.units)
    texts = [unit.text for unit in opening] + [document.text[-1500:]]
    family = rules.family("issue")
    for text in texts:
        for match in family.scan(View(text)):
            if match.rule.id != "issue.in_title":
                return Stated(iso_date(match.emit), match.emit.get("place", ""), match.emit.get("area", ""))
    return Stated()
