"""Text as XML, and the marks in it: references to instruments, organizations, dates."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections import defaultdict
from collections.abc import Iterator, Mapping
from datetime import date
from typing import Any
from xml.sax.saxutils import escape, quoteattr

from dieukhoan.core.slug import slug
from dieukhoan.tables import Rows
from dieukhoan.tables.actors import MENTIONS
from dieukhoan.tables.citations import CITATIONS
from dieukhoan.tables.duties import DEADLINES

# XML 1.0 has no way to write these.
_FORBIDDEN = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")
_PROVISION = re.compile(
    r"(?:(?:(?i:điểm) (?P<point>\w),? )?(?:(?i:khoản) (?P<cl>\d+\w?),? )?(?i:điều) (?P<art>\d+[a-zđ]?)"
    r"|(?:(?i:mục) (?P<sec>\w+),? )?(?i:chương) (?P<chp>[IVXLC]+|\d+)"
    r"|(?i:phụ lục)(?: số)? (?P<appendix>[IVXLC]+|\d+))"
)
_INLINE = ("ref", "date", "organization")

Named = Mapping[str, Any]
Span = tuple[int, int]
Tag = tuple[str, dict[str, str]]


def element(tag: str, inside: str = "", /, **attributes: str) -> str:
    """An XML element; ``inside`` is XML already, attributes are text. Blocks end their line."""
    told = "".join(f" {name}={quoteattr(_FORBIDDEN.sub('', value))}" for name, value in attributes.items())
    made = f"<{tag}{told}>{inside}</{tag}>" if inside else f"<{tag}{told}/>"
    return made if tag in _INLINE else f"{made}\n"


def iri(kind: str, issued_on: str | None, number: str) -> str:
    """The IRI of an instrument as a work; a date that is not stated is ``undated``."""
    return f"/akn/vn/doc/{slug(kind).replace('-', '_')}/{issued_on or 'undated'}/{slug(number)}"


def portion(provision: str | None) -> str:
    """Where in an instrument a provision stands, to go behind its IRI: ``/~art_5__cl_2`` of "khoản 2 Điều 5" (Naming
    Convention 1.0, portions); empty where several are named together, or none that can be told. The chapter of an
    article is not stated where it is cited, so that it is not in the name."""
    found = _PROVISION.fullmatch(provision or "")
    if not found:
        return ""
    told = [(prefix, found[prefix]) for prefix in ("appendix", "chp", "sec", "art", "cl", "point") if found[prefix]]
    return "/~" + "__".join(f"{prefix}_{number}" for prefix, number in told)


def whole_day(text: str | None) -> str:
    """``text`` where it is a day of the calendar, else empty."""
    try:
        return date.fromisoformat(text or "").isoformat() if len(text or "") == 10 else ""
    except ValueError:
        return ""


class Marked:
    """The text of a document with its marks. Where two overlap, a reference wins over a date, a date over a body."""

    def __init__(self, rows: Rows, text: str) -> None:
        self._text = text
        taken: dict[Span, Tag] = {}
        covered = bytearray(len(text))
        for span, tag in (*_references(rows), *_dates(rows), *_bodies(rows)):
            if span[0] < span[1] and not any(covered[span[0] : span[1]]):
                covered[span[0] : span[1]] = b"\1" * (span[1] - span[0])
                taken[span] = tag
        self._marks = sorted(taken.items(), key=lambda mark: mark[0])
        self._starts = [span[0] for span, _ in self._marks]

    def inline(self, start: int, end: int) -> str:
        """The text from ``start`` to ``end`` without the blanks around it, as XML; a mark that it cuts is left out."""
        piece = self._text[start:end]
        start += len(piece) - len(piece.lstrip())
        end = start + len(piece.strip())
        made, at = [], start
        place = bisect_left(self._starts, start)
        while place < len(self._marks) and self._starts[place] < end:
            (begin, stop), (tag, attributes) = self._marks[place]
            if stop <= end:
                made += [self._plain(at, begin), element(tag, self._plain(begin, stop), **attributes)]
                at = stop
            place += 1
        return "".join([*made, self._plain(at, end)])

    def _plain(self, start: int, end: int) -> str:
        return escape(_FORBIDDEN.sub("", self._text[start:end])).replace("\r", "&#13;")


def _references(rows: Rows) -> Iterator[tuple[Span, Tag]]:
    for row in CITATIONS.dicts(rows.get(CITATIONS.name, ())):
        href = iri(row["instrument"] or "khac", row["issued_on"], row["number"] or row["title"] or row["text"])
        href += portion(row["provision"])
        yield (row["start"], row["end"]), ("ref", {"eId": f"ref_{_local(row['citation_id'])}", "href": href})


def _dates(rows: Rows) -> Iterator[tuple[Span, Tag]]:
    for row in DEADLINES.dicts(rows.get(DEADLINES.name, ())):
        if day := whole_day(row["value"]):
            yield (row["start"], row["end"]), ("date", {"eId": f"date_{_local(row['deadline_id'])}", "date": day})


def _bodies(rows: Rows) -> Iterator[tuple[Span, Tag]]:
    """A mention of several bodies ("hai bên") is one mark that refers to each of them."""
    found: defaultdict[Span, list[Named]] = defaultdict(list)
    for row in MENTIONS.dicts(rows.get(MENTIONS.name, ())):
        if row["body_id"]:
            found[row["start"], row["end"]].append(row)
    for span, mentions in found.items():
        to = " ".join(dict.fromkeys(f"#org_{row['body_id']}" for row in mentions))
        yield span, ("organization", {"eId": f"org__{_local(mentions[0]['mention_id'])}", "refersTo": to})


def _local(row_id: str) -> str:
    """What an id is inside its document: ``c3`` of ``…#c3``."""
    return row_id.rpartition("#")[2]
