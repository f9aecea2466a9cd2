"""A paper in three parts for the stages that read what a document says of itself: title block, body, closing."""

from __future__ import annotations

from dieukhoan.core.records import Document, Line, Source, Unit, Zone
from dieukhoan.core.text import View
from dieukhoan.extract.resources import Resources
from dieukhoan.rulebook import load

KINDS = {"Căn cứ": "recital", "Điều ": "article", "Phụ lục": "appendix"}


class NoTagger:
    def tag(self, text):
        raise AssertionError(f"no tagger is needed here, asked for {text[:20]!r}")


def using() -> Resources:
    return Resources(load(), NoTagger())


def unit(line: str, start: int, position: int) -> Unit:
    """A unit of one line: a căn cứ, an article, an appendix, a clause ("1. …") or else a preamble."""
    number, dot, rest = line.partition(". ")
    kind = next((kind for word, kind in KINDS.items() if line.startswith(word)), "preamble")
    own = ""
    if kind == "article":
        own, line = number.removeprefix("Điều "), rest
    elif dot and number.isdigit():
        kind, own, line = "clause", number, rest
    end = start + len(number) + len(dot) + len(rest)
    text = end - len(line)
    eid = f"{kind}_{own or position}"
    return Unit(eid, kind, own, "", line, start, end, start, start, text, end, "", position, 1)


def paper(head: str = "", body: str = "", closing: str = "", **known) -> Document:
    """The three parts joined by line ends, as structure would leave them."""
    text = "\n".join(part for part in (head, body, closing) if part)
    lines, at = [], 0
    for line in text.split("\n"):
        lines.append(Line(at, at + len(line)))
        at += len(line) + 1
    first, last = len(head), len(text) - len(closing)
    zones = [Zone("title", 0, first)] if head else []
    zones += [Zone("closing", last, len(text))] if closing else []
    rows = [line for line in lines if (not head or line.start > first) and line.start < last and line.end > line.start]
    units = tuple(unit(text[row.start : row.end], row.start, number) for number, row in enumerate(rows, 1))
    source = Source("giay.txt", "0" * 64, "txt", text, tuple(lines))
    return Document("giay", source, View(text), zones=tuple(zones), units=units, **known)
