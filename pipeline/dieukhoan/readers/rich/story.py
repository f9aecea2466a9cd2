"""One flow of text (the body, a header, a text box) as it is being written."""

from __future__ import annotations

from dataclasses import dataclass, field

from dieukhoan.readers.word.grid import Merged, Tables
from dieukhoan.readers.word.node import new, say, under
from dieukhoan.readers.word.symbols import bullet
from dieukhoan.readers.word.xml import Element, sound, w

_P, _R, _T, _PPR, _RPR, _VAL, _DEL = (w(name) for name in ("p", "r", "t", "pPr", "rPr", "val", "del"))
_FONTS, _ASCII, _HANSI = w("rFonts"), w("ascii"), w("hAnsi")
_TOGGLES = (("bold", w("b")), ("hidden", w("vanish")), ("capitals", w("caps")))


@dataclass(slots=True)
class Look:
    """How characters look."""

    font: int = 0
    bold: bool = False
    hidden: bool = False
    capitals: bool = False
    deleted: bool = False


@dataclass(slots=True)
class Paragraph:
    """What is said of a paragraph: twips, the number of its list, how many tables it stands in."""

    left: int = 0
    first: int = 0
    centred: bool = False
    list: int = 0
    level: int = 0
    in_table: bool = False
    depth: int = 0

    @property
    def tables(self) -> int:
        """In how many tables it stands."""
        return self.depth or int(self.in_table)


@dataclass(slots=True)
class Row:
    """How the cells of a row lie: right edges in twips, how each is merged, and what is said of the next one."""

    left: int = 0
    edges: list[int] = field(default_factory=list)
    merged: list[Merged] = field(default_factory=list)
    coming: Merged = field(default_factory=Merged)


class Story:
    """Writes paragraphs into ``parent``."""

    def __init__(self, parent: Element) -> None:
        self.paragraph = Paragraph()
        self.row = Row()
        self.label: Element | None = None
        self._tables = Tables(parent)
        self._runs: list[Element] = []
        self._text: list[str] = []
        self._look: tuple[str, Look] = ("", Look())

    def write(self, text: str, font: str, look: Look) -> None:
        """Add text; neighbours that look the same become one run."""
        if (font, look) != self._look:
            self._end_run()
            self._look = font, Look(look.font, look.bold, look.hidden, look.capitals, look.deleted)
        self._text.append(text)

    def sign(self, name: str, font: str, look: Look) -> Element:
        """Add an element (``tab``, ``br``, ``pict``) in a run of its own."""
        self._end_run()
        self._look = font, Look(look.font, look.bold, look.hidden, look.capitals, look.deleted)
        return under(self._run(), w(name))

    def end(self) -> None:
        """End the paragraph."""
        self._end_run()
        said = self.paragraph
        holder = under(self._tables.place(said.tables), _P)
        properties = under(holder, _PPR)
        if said.list and self.label is None:
            listed = under(properties, w("numPr"))
            say(listed, "ilvl", said.level)
            say(listed, "numId", said.list)
        under(properties, w("ind"), {w("left"): str(said.left), w("firstLine"): str(said.first)})
        say(properties, "jc", "center" if said.centred else "both")
        if self.label is not None:
            holder.append(self.label)
        holder.extend(self._runs)
        self._runs, self.label = [], None

    def end_cell(self, depth: int) -> None:
        """End the paragraph, and with it its cell."""
        self.paragraph.in_table = True
        if self.paragraph.tables != depth:
            self.paragraph.depth = depth
        self.end()
        self._tables.end_cell(depth)

    def end_row(self, depth: int) -> None:
        """End a row, whose cells lie as was said last."""
        self._tables.end_row(depth, [self.row.left, *self.row.edges], self.row.merged)

    def close(self) -> None:
        """End what is open."""
        if self._runs or self._text:
            self.end()
        self._tables.close(0)

    def number(self, text: str, font: str) -> None:
        """The number or bullet of the paragraph, as the program that wrote the file shows it."""
        shown = sound(bullet(text.strip(), font))
        self.label = _run(font, Look())
        if shown:
            under(self.label, _T).text = f"{shown}{' ' if text[-1:].isspace() else ''}"

    def _run(self) -> Element:
        run = outer = _run(*self._look)
        if self._look[1].deleted:
            outer = new(_DEL)
            outer.append(run)
        self._runs.append(outer)
        return run

    def _end_run(self) -> None:
        if self._text:
            text, self._text = sound("".join(self._text)), []
            under(self._run(), _T).text = text


def _run(font: str, look: Look) -> Element:
    run = new(_R)
    properties = under(run, _RPR)
    if font:
        under(properties, _FONTS, {_ASCII: font, _HANSI: font})
    for name, tag in _TOGGLES:
        if getattr(look, name):
            under(properties, tag)
    return run
