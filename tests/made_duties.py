"""Documents made for the tests of duties: units, bodies, parties and deadlines are given, nothing is recognised."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field

from dieukhoan.core.records import Body, Deadline, Document, Duty, Header, Line, Mention, Party, Source, Unit, Zone
from dieukhoan.core.slug import slug
from dieukhoan.core.text import View
from dieukhoan.extract.duties import find_duties
from dieukhoan.extract.resources import Resources
from dieukhoan.rulebook import load

TINH_DOAN, SO = "Tỉnh đoàn", "Sở Tư pháp"
NAMES = (
    TINH_DOAN, SO, "Sở Nội vụ", "Sở Tài chính", "Hội Nông dân", "Ủy ban nhân dân tỉnh", "Ban Thanh niên", "các trường",
    "các huyện đoàn", "Ban Thường vụ", "các cơ quan liên quan", "Công an tỉnh", "Ủy ban Mặt trận Tổ quốc",
)  # fmt: skip
ALL_PARTIES = ("hai bên", "các bên", "hai cơ quan", "hai ngành còn lại")
KINDS = {
    "art": "article", "cl": "clause", "point": "point", "indent": "indent", "para": "paragraph", "sec": "section",
    "rec": "recital", "preamble": "preamble", "appendix": "appendix", "chp": "chapter",
}  # fmt: skip


class ListTagger:
    """A tagger that knows a list of verbs and takes every other first word for a noun."""

    def __init__(self, *verbs: str) -> None:
        self.verbs = verbs
        self.asked: list[str] = []

    def tag(self, text):
        self.asked.append(text)
        return ((text.split()[0], "V" if text.startswith(self.verbs) else "N"),)


@dataclass
class Made:
    """What goes into a document: rows are (eid, heading, text); deadlines (quote, kind)."""

    rows: Sequence[tuple[str, str, str]]
    parties: Sequence[str] = (TINH_DOAN, SO)
    names: Sequence[str] = NAMES
    deadlines: Sequence[tuple[str, str]] = ()
    document_type: str = "chuong_trinh_phoi_hop"
    kinds: dict[str, str] = field(default_factory=dict)
    before: str = ""

    def document(self) -> Document:
        """The document of it all; a heading and its text stand on one line."""
        text, units = self.before, []
        for position, (eid, heading, own) in enumerate(self.rows, 1):
            start = len(text)
            text += f"{heading}: {own}\n" if heading and own else f"{heading or own}\n"
            text_start = text.rindex(own) if own else start + len(heading)
            parent = eid.rpartition("__")[0]
            kind = KINDS[eid.rpartition("__")[2].split("_")[0]]
            head = (start, start + len(heading)) if heading else (start, start)
            units.append(
                Unit(eid, kind, "1", heading, own, start, len(text) - 1, *head, text_start, text_start + len(own),
                     parent, position, eid.count("__") + 1)
            )  # fmt: skip
        source = Source("x.txt", "0" * 64, "txt", text, _lines(text))
        return Document(
            "x", source, View(text), units=tuple(units), header=Header(self.document_type),
            bodies=tuple(Body(slug(name), name, kind=self.kinds.get(name, "generic")) for name in self.names),
            mentions=tuple(self._mentions(text)), deadlines=tuple(self._deadlines(text)),
            parties=tuple(Party(slug(name), name, 0, 0) for name in self.parties),
            zones=(Zone("note", 0, len(self.before)),) if self.before else (),
        )  # fmt: skip

    def _mentions(self, text: str):
        known = sorted((*self.names, *ALL_PARTIES), key=len, reverse=True)
        for match in re.finditer(rf"(?i)(?<!\w)(?:{'|'.join(map(re.escape, known))})(?!\w)", text):
            anaphor = match.group().lower() in ALL_PARTIES
            for body in self.parties if anaphor else [match.group()]:
                yield Mention(slug(body), match.group(), *match.span(), "anaphor" if anaphor else "name")

    def _deadlines(self, text: str):
        at = 0
        for quote, kind in self.deadlines:
            at = text.index(quote, at)
            yield Deadline(quote, at, at + len(quote), kind)
            at += len(quote)


def _lines(text: str) -> tuple[Line, ...]:
    ends = [match.start() for match in re.finditer("\n", text)]
    return tuple(Line(start, end) for start, end in zip([0, *(end + 1 for end in ends)], ends, strict=False))


def run(document: Document, tagger: ListTagger | None = None) -> Document:
    """The document after the duties stage."""
    return find_duties(document, Resources(load(), tagger or ListTagger()))


def duties_of(made: Made, tagger: ListTagger | None = None) -> tuple[Duty, ...]:
    """The duties found; each quotes its place."""
    document = run(made.document(), tagger)
    assert all(duty.text == document.text[duty.start : duty.end] for duty in document.duties)
    assert all(duty.unit in {unit.eid for unit in document.units} for duty in document.duties)
    return document.duties


def in_clause(text: str, **given) -> tuple[Duty, ...]:
    """The duties of a text that stands alone in a clause."""
    return duties_of(Made([("cl_1", "", text)], **given))


def roles(duty: Duty) -> dict[str, list[str]]:
    """Names by role."""
    names = {slug(name): name for name in NAMES}
    found: dict[str, list[str]] = {}
    for item in duty.roles:
        found.setdefault(item.role, []).append(names.get(item.body_id, item.body_id))
    return found


def spans(duty: Duty, document: Document) -> list[str]:
    """The texts of a duty's deadlines."""
    return [document.text[start:end] for start, end in duty.deadlines]
