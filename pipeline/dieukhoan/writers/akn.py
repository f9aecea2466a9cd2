"""Akoma Ntoso 3.0 (OASIS LegalDocML, 2018), one file a document: the whole text with its units, marked and explained.

The eIds of units are the column ``eid``. Every word of the canonical text stands in the file, in its order: what is
before the first unit in ``preface``, what comes after the last in ``conclusions``, a line between two units in a
``p`` of the class ``note``. IRIs follow the Akoma Ntoso Naming Convention 1.0
(``/akn/vn/doc/<type>/<date>/<number>``), and an instrument that is cited is named the same way, so that documents that
cite each other are linked.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any, NamedTuple

from dieukhoan.tables import Rows
from dieukhoan.tables.actors import BODIES, PARTIES
from dieukhoan.tables.documents import DOCUMENTS
from dieukhoan.tables.outline import UNITS
from dieukhoan.tables.restore import own_start
from dieukhoan.writers.akoma.inline import Marked, element, iri, whole_day

if TYPE_CHECKING:
    from dieukhoan.writers import Results

_NAMESPACE = "http://docs.oasis-open.org/legaldocml/ns/akn/3.0"
_BY = "#dieukhoan"
_NO_DATE = ("0001-01-01", "unknown")  # the schema wants a date where the document tells none
_LEADING = ("recital", "preamble")
_OWN_ELEMENT = ("part", "chapter", "section", "subsection", "article", "clause", "point", "indent", "paragraph")

Named = Mapping[str, Any]


class Pieces(NamedTuple):
    """Where in the text the number of a unit ends and its heading, and where the unit does (a note after it too)."""

    start: int
    heading: int
    own: int
    end: int
    next: int


def write(results: Results, folder: Path) -> None:
    """Write ``folder/akn/<document_id>.xml``; a document that could not be read has none."""
    target = folder / "akn"
    target.mkdir()
    for outcome in results.documents():
        if outcome.text is not None:
            (document,) = DOCUMENTS.dicts(outcome.rows[DOCUMENTS.name])
            data = _document(document, outcome.rows, outcome.text).encode()
            (target / f"{document['document_id']}.xml").write_bytes(data)


def _document(document: Named, rows: Rows, text: str) -> str:
    units = list(UNITS.dicts(rows.get(UNITS.name, ())))
    inside = "\n".join((_meta(document, rows), *_Body(units, Marked(rows, text), text).parts()))
    doc = element("doc", f"\n{inside}\n", name=document["document_type"])
    return f'<?xml version="1.0" encoding="UTF-8"?>\n<akomaNtoso xmlns="{_NAMESPACE}">\n{doc}\n</akomaNtoso>\n'


class _Body:
    """The text of a document as parts of ``doc``."""

    def __init__(self, units: Sequence[Named], marked: Marked, text: str) -> None:
        self._units, self._marked, self._text = units, marked, text
        starts = [*(unit["start"] for unit in units[1:]), 0]
        self._pieces = [_pieces(unit, after, text) for unit, after in zip(units, starts, strict=False)]

    def parts(self) -> Iterator[str]:
        """``preface``, ``preamble``, ``mainBody``, ``conclusions``: those that there is something for."""
        if not self._units:
            yield element("mainBody", self._blocks(0, len(self._text)) or element("p", ""))
            return
        if before := self._blocks(0, self._units[0]["start"]):
            yield element("preface", before)
        leading = self._leading()
        if leading:
            yield element("preamble", "".join(self._introduced(leading)))
        yield element("mainBody", "".join(self._hierarchy(leading)) or element("p", ""))
        if after := self._blocks(self._units[-1]["end"], len(self._text)):
            yield element("conclusions", after)

    def _leading(self) -> int:
        """How many units at the beginning are recitals and the like, without units below them."""
        for place, unit in enumerate(self._units):
            if unit["kind"] not in _LEADING:
                return place
            if unit["parent_id"]:
                return 0
        return len(self._units)

    def _introduced(self, count: int) -> Iterator[str]:
        """The first ``count`` units as parts of ``preamble``; recitals that follow each other stand together."""
        run: list[str] = []
        number = 0
        for unit, pieces in zip(self._units[:count], self._pieces, strict=False):
            if unit["kind"] == "recital":
                blocks = self._blocks(pieces.start, pieces.own) + self._own(pieces)
                run.append(element("recital", blocks or element("p", ""), eId=unit["eid"]))
                continue
            if run:
                number += 1
                yield element("recitals", "".join(run), eId=f"recs_{number}")
                run = []
            blocks = self._blocks(pieces.start, pieces.own) + self._own(pieces)
            yield element("container", blocks or element("p", ""), name=unit["kind"], eId=unit["eid"])
        if run:
            yield element("recitals", "".join(run), eId=f"recs_{number + 1}")

    def _hierarchy(self, since: int) -> Iterator[str]:
        """The units from the place ``since`` on, one within the other."""
        open_units: list[tuple[str, str]] = []  # unit_id and closing tag
        for place in range(since, len(self._units)):
            unit = self._units[place]
            while open_units and open_units[-1][0] != unit["parent_id"]:
                yield open_units.pop()[1]
            follows = self._units[place + 1] if place + 1 < len(self._units) else None
            begin, end = _tags(unit)
            yield begin
            yield from self._inner(unit, self._pieces[place], bool(follows and follows["parent_id"] == unit["unit_id"]))
            open_units.append((unit["unit_id"], end))
        while open_units:
            yield open_units.pop()[1]

    def _inner(self, unit: Named, pieces: Pieces, has_children: bool) -> Iterator[str]:
        for name, start, end in (("num", pieces.start, pieces.heading), ("heading", pieces.heading, pieces.own)):
            if inline := self._marked.inline(start, end):
                yield element(name, inline)
        if blocks := self._own(pieces):
            name = "intro" if has_children else "content"
            yield element(name, blocks, eId=f"{unit['eid']}__{name}")

    def _own(self, pieces: Pieces) -> str:
        """The blocks of a unit's own text, and of a line after it that is no unit's."""
        return self._blocks(pieces.own, pieces.end) + self._blocks(pieces.end, pieces.next, "note")

    def _blocks(self, start: int, end: int, kind: str = "") -> str:
        """The lines from ``start`` to ``end``, each a ``p``."""
        more = {"class": kind} if kind else {}
        made, at = [], start
        for line in self._text[start:end].split("\n"):
            if inline := self._marked.inline(at, at + len(line)):
                made.append(element("p", inline, **more))
            at += len(line) + 1
        return "".join(made)


def _tags(unit: Named) -> tuple[str, str]:
    own = unit["kind"] in _OWN_ELEMENT
    name, more = (unit["kind"], {}) if own else ("hcontainer", {"name": unit["kind"]})
    begin, _, end = element(name, "\0", eId=unit["eid"], **more).partition("\0")
    return f"{begin}\n", end


def _pieces(unit: Named, after: int, text: str) -> Pieces:
    start, end = unit["start"], unit["end"]
    number, heading, own = (unit[name] or "" for name in ("number", "heading", "text"))
    own_at = own_start(own, start, end, text)
    heading_at = text.find(heading, start + len(number), own_at) if heading else -1
    if heading_at < 0:  # also "Phụ lục II / (Kèm theo Nghị định số …) / QUY CHẾ …": what follows the text goes with it
        heading_at = own_at
    return Pieces(start, heading_at, own_at, end, max(after, end))


def _meta(document: Named, rows: Rows) -> str:
    """Who made what when (FRBR), the event that made it, and the bodies that the text names."""
    work = iri(document["document_type"], document["issued_on"], document["number"] or document["document_id"])
    parties = list(dict.fromkeys(row["body_id"] for row in PARTIES.dicts(rows.get(PARTIES.name, ())) if row["body_id"]))
    issued = whole_day(document["issued_on"])
    bodies = [_organization(body) for body in BODIES.dicts(rows.get(BODIES.name, ()))]
    title = document["title"] or document["source"]
    references = [
        element("original", eId="original", href=work, showAs=title),
        *bodies,
        element("TLCReference", eId=_BY[1:], href="/akn/ontology/reference/dieukhoan", showAs="dieukhoan", name="tool"),
    ]
    parts = [element("identification", _frbr(document, work, parties), source=_BY)]
    if issued:
        event = element("eventRef", eId="event_1", date=issued, source="#original", type="generation")
        parts.append(element("lifecycle", event, source=_BY))
    parts.append(element("references", "".join(references), source=_BY))
    return element("meta", "".join(parts))


def _frbr(document: Named, work: str, parties: Sequence[str]) -> str:
    issued = whole_day(document["issued_on"])
    day, name = (issued, "issued") if issued else _NO_DATE
    dated = element("FRBRdate", date=day, name=name)
    authors = "".join(element("FRBRauthor", href=f"#org_{body}") for body in parties)
    made_by = element("FRBRauthor", href=_BY)
    own = element("FRBRcountry", value="vn") + element("FRBRsubtype", value=document["document_type"])
    own += element("FRBRnumber", value=document["number"]) if document["number"] else ""
    own += element("FRBRname", value=document["title"]) if document["title"] else ""
    levels = (
        ("FRBRWork", "", dated + (authors or made_by), own),
        ("FRBRExpression", "/vie@", dated + (authors or made_by), element("FRBRlanguage", language="vie")),
        ("FRBRManifestation", "/vie@.xml", dated + made_by, element("FRBRformat", value="application/akn+xml")),
    )
    return "".join(element(level, _named(work, suffix) + common + special) for level, suffix, common, special in levels)


def _named(work: str, suffix: str) -> str:
    at = suffix.removesuffix(".xml")
    this = f"{work}{at}/!main{suffix[len(at) :]}"
    return element("FRBRthis", value=this) + element("FRBRuri", value=work + suffix)


def _organization(body: Named) -> str:
    more = {"shortForm": body["abbreviation"]} if body["abbreviation"] else {}
    href = f"/akn/ontology/organization/vn/{body['body_id']}"
    return element("TLCOrganization", eId=f"org_{body['body_id']}", href=href, showAs=body["name"], **more)
