"""The chain: an ordered tuple of stages, and the one function that runs it."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, fields
from pathlib import Path, PurePosixPath
from typing import TYPE_CHECKING

from dieukhoan.core.records import Diagnostic, Document, Source
from dieukhoan.core.remarks import remark
from dieukhoan.core.slug import document_id
from dieukhoan.core.spelling import Mend, mends
from dieukhoan.core.text import View
from dieukhoan.extract.blanks import find_blanks
from dieukhoan.extract.bodies import find_bodies
from dieukhoan.extract.citations import find_citations
from dieukhoan.extract.closing import read_closing
from dieukhoan.extract.confidence import weigh
from dieukhoan.extract.deadlines import find_deadlines
from dieukhoan.extract.duties import find_duties
from dieukhoan.extract.header import read_header
from dieukhoan.extract.parties import find_parties
from dieukhoan.extract.resources import Resources
from dieukhoan.extract.settle import settle
from dieukhoan.nlp.tagger import TAGGERS
from dieukhoan.rulebook import load
from dieukhoan.structure import outline

if TYPE_CHECKING:
    import pandas

Stage = Callable[[Document, Resources], Document]


def find_units(document: Document, resources: Resources) -> Document:
    """The structure stage in the form of all the others."""
    return outline(document, resources.rules)


STAGES: tuple[Stage, ...] = (
    find_units,
    read_header,
    find_blanks,
    find_bodies,
    find_parties,
    read_closing,
    find_citations,
    find_deadlines,
    find_duties,
    settle,
    weigh,
)


@dataclass(frozen=True, slots=True)
class Analysis(Document):
    """A document after all stages, with its tables at hand."""

    def to_frames(self) -> dict[str, pandas.DataFrame]:
        """Every output table as a data frame, by table name."""
        from dieukhoan.tables import frames

        return frames(self)


def resources(rules: tuple[Path, ...] = (), nlp: str = "rules") -> Resources:
    """Built-in rules plus those of the folders ``rules``; with ``nlp="tags"`` underthesea's tagger is asked about
    openings that no rule knows."""
    return Resources(load(*rules), TAGGERS[nlp]())


def begin(source: Source) -> Document:
    """The document before any stage: its id and its view."""
    stem = PurePosixPath(source.path).stem
    shown = source.drawn or source.text
    found = mends(shown)
    view = View(shown, mends=[(mend.start, mend.end, mend.reading) for mend in found])
    diagnostics = (*source.diagnostics, *(_mended(shown, mend) for mend in found))
    return Document(document_id(stem, source.sha256), source, view, diagnostics=diagnostics)


def _mended(text: str, mend: Mend) -> Diagnostic:
    """What is read for a damaged word. The text, and what is quoted of it, stay as they are."""
    code = "glued_words" if mend.glued else "misspelt_word"
    word = text[mend.start : mend.end]
    return remark(code, "read_as", at=(mend.start, mend.end), word=word, reading=mend.reading)


def analyse(source: Source, using: Resources, lap: Callable[[str], object] = bool) -> Analysis:
    """Run all stages over ``source``; ``lap`` is told the name of each when it is over."""
    document = begin(source)
    lap("begin")
    for stage in STAGES:
        document = stage(document, using)
        lap(stage.__name__)
    return Analysis(**{item.name: getattr(document, item.name) for item in fields(Document)})
