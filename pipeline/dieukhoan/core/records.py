"""What is known of a document: frozen records, from the lines that a reader found to the duties that bind bodies.

Offsets (``start``, ``end``) are code points into ``Source.text``, end exclusive; ``text`` of a record is always
``source.text[start:end]`` unless its docstring says otherwise. Values are those of the tables; empty is "not stated".
"""

from __future__ import annotations

from dataclasses import dataclass, field

from dieukhoan.core.text import View

Span = tuple[int, int]


@dataclass(frozen=True, slots=True)
class Diagnostic:
    """A doubt or fault: ``severity`` is ``info``, ``warning`` or ``error``; ``unit``, ``vietnamese`` may be empty."""

    severity: str
    code: str
    message: str
    unit: str = ""
    start: int = 0
    end: int = 0
    vietnamese: str = ""


@dataclass(frozen=True, slots=True)
class Line:
    """One paragraph of the canonical text, without its line end, and how it looked.

    ``page`` counts from 1, 0 where the format has none; ``indent`` is in points (text files: 6 per column);
    ``cell`` is (table, row, column), each from 0, for text inside a table.
    """

    start: int
    end: int
    page: int = 0
    bold: bool = False
    centred: bool = False
    indent: float = 0.0
    cell: tuple[int, int, int] | None = None


@dataclass(frozen=True, slots=True)
class Source:
    """A file as read: ``text`` is canonical (NFC, one paragraph a line) and never edited afterwards.

    ``drawn`` is the text letter by letter as the page shows it, where .VnTimeH or "all caps" draw capitals; else empty.
    ``path`` is as given, relative to the input root, with forward slashes. ``encoding`` is empty for formats that
    are Unicode by themselves; ``pages`` is 0 where the format has none.
    """

    path: str
    sha256: str
    format: str
    text: str
    lines: tuple[Line, ...]
    encoding: str = ""
    pages: int = 0
    diagnostics: tuple[Diagnostic, ...] = ()
    drawn: str = ""


@dataclass(frozen=True, slots=True)
class Zone:
    """Whole lines that are no unit: ``title`` (letterhead, number, place, title), ``closing`` (signatures, nơi nhận)
    or ``note`` (rules of dashes, stamps of a website)."""

    kind: str
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Unit:
    """A node of the outline. ``start``/``end`` span number, heading and own text, not the children.

    ``heading_start``/``heading_end`` and ``text_start``/``text_end`` are the spans of ``heading`` and ``text``
    (both equal where empty). ``parent`` is an eid, empty at the top; ``position`` counts from 1 in reading order,
    ``depth`` from 1; ``page`` is 0 where the format has none.
    """

    eid: str
    kind: str
    number: str
    heading: str
    text: str
    start: int
    end: int
    heading_start: int
    heading_end: int
    text_start: int
    text_end: int
    parent: str
    position: int
    depth: int
    page: int = 0


@dataclass(frozen=True, slots=True)
class Header:
    """What the document says of itself; dates are EDTF, ``effective_from`` may be ``signing``."""

    document_type: str = "khac"
    title: str = ""
    title_start: int = 0
    title_end: int = 0
    number: str = ""
    place: str = ""
    issued_on: str = ""
    period: str = ""
    effective_from: str = ""
    level: str = ""
    province: str = ""
    is_template: bool = False
    blank_count: int = 0


@dataclass(frozen=True, slots=True)
class Abbreviation:
    """A short form that the document defines ("sau đây gọi tắt là", "(CĐVCVN)"); the span is that of ``short``."""

    short: str
    long: str
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Body:
    """An organisation, office or group. ``body_id`` is a slug of ``name``, so that it is one over a whole run."""

    body_id: str
    name: str
    abbreviation: str = ""
    kind: str = "generic"
    level: str = ""
    province: str = ""
    parent_id: str = ""


@dataclass(frozen=True, slots=True)
class Mention:
    """Where a body is named; ``via`` is ``name``, ``abbreviation``, ``anaphor`` or ``heading``. An anaphor of all
    parties ("hai bên") is one record for each of them. ``unit`` is an eid, empty outside the units."""

    body_id: str
    text: str
    start: int
    end: int
    via: str
    unit: str = ""
    rule: str = ""


@dataclass(frozen=True, slots=True)
class Party:
    """A party to the agreement, in the order in which the document names them."""

    body_id: str
    text: str
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Signature:
    """One signature block: for whom (``capacity``: "TM. BAN THƯỜNG VỤ"), as what (``title``), who. The span covers
    the block's first to last line; there is no ``text``."""

    body_id: str
    capacity: str
    title: str
    name: str
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Recipient:
    """One item of nơi nhận, without its dash and its purpose in parentheses."""

    body_id: str
    text: str
    purpose: str
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Blank:
    """A blank to fill in ("………"); ``role`` is a guess: ``province`` ``body`` ``number`` ``date`` ``text``."""

    start: int
    end: int
    role: str
    unit: str = ""


@dataclass(frozen=True, slots=True)
class Deadline:
    """When or how often. ``value`` EDTF, ``rrule`` RFC 5545 without the prefix, ``duration`` ISO 8601."""

    text: str
    start: int
    end: int
    kind: str
    relation: str = "on"
    value: str = ""
    rrule: str = ""
    duration: str = ""
    working_days: bool = False
    anchor: str = ""
    due_first: str = ""
    due_last: str = ""
    unit: str = ""
    rule: str = ""

    @property
    def span(self) -> Span:
        """(start, end): what a duty knows its deadlines by."""
        return self.start, self.end


@dataclass(frozen=True, slots=True)
class Citation:
    """A reference to another instrument; ``relation`` is ``basis`` or ``mention``."""

    text: str
    start: int
    end: int
    instrument: str
    relation: str = "mention"
    number: str = ""
    issued_on: str = ""
    title: str = ""
    issuer: str = ""
    provision: str = ""
    unit: str = ""
    rule: str = ""


@dataclass(frozen=True, slots=True)
class Role:
    """A body's part in a duty: ``lead`` ``support`` ``directed`` ``assigner`` ``recipient``."""

    body_id: str
    role: str


@dataclass(frozen=True, slots=True)
class Duty:
    """What a body must, must not, may or is asked to do. ``deadlines`` are spans of deadlines that bind it;
    ``confidence`` is the probability that the row can be used as it is, 0.5 until it is weighed."""

    text: str
    start: int
    end: int
    unit: str
    modality: str = "obligation"
    cue: str = ""
    action: str = ""
    condition: str = ""
    purpose: str = ""
    subject_source: str = "implied"
    confidence: float = 0.5
    rule: str = ""
    roles: tuple[Role, ...] = ()
    deadlines: tuple[Span, ...] = ()


@dataclass(frozen=True, slots=True)
class Document:
    """Everything known of one document; a stage takes one and gives back another with more in it."""

    document_id: str
    source: Source
    view: View = field(repr=False, compare=False)
    status: str = "ok"
    zones: tuple[Zone, ...] = ()
    units: tuple[Unit, ...] = ()
    header: Header = field(default_factory=Header)
    abbreviations: tuple[Abbreviation, ...] = ()
    bodies: tuple[Body, ...] = ()
    mentions: tuple[Mention, ...] = ()
    parties: tuple[Party, ...] = ()
    signatures: tuple[Signature, ...] = ()
    recipients: tuple[Recipient, ...] = ()
    blanks: tuple[Blank, ...] = ()
    deadlines: tuple[Deadline, ...] = ()
    citations: tuple[Citation, ...] = ()
    duties: tuple[Duty, ...] = ()
    diagnostics: tuple[Diagnostic, ...] = ()

    @property
    def text(self) -> str:
        """The canonical text."""
        return self.source.text
