"""The lines of a document as the outline looks at them."""

from __future__ import annotations

from collections.abc import Iterator

from dieukhoan.core.records import Document, Line

_CLOSERS = ".;:!?…"
_WRAPPERS = "\"')]*_” "


class Row:
    """A line that is not blank. ``start`` and ``end`` are offsets of the view without the blanks around ``text``,
    ``origin`` where its line begins; ``gap`` says that a blank line stands above."""

    __slots__ = ("end", "first", "gap", "last", "line", "origin", "start", "text")

    def __init__(self, origin: int, start: int, text: str, line: Line, *, gap: bool) -> None:
        self.origin = origin
        self.start = start
        self.end = start + len(text)
        self.text = text
        self.line = line
        self.gap = gap
        self.first = text[0]
        self.last = text[-1]

    @property
    def open(self) -> bool:
        """No closing punctuation: the sentence may go on in the next line, or the line is a heading."""
        if self.last in _CLOSERS:
            return False
        if self.last in _WRAPPERS:
            bare = self.text.rstrip(_WRAPPERS)
            return not bare or bare[-1] not in _CLOSERS
        return True

    @property
    def upper(self) -> bool:
        """All its letters are capitals."""
        return self.text.isupper()

    @property
    def bare(self) -> str:
        """The text without marks of bold type."""
        return self.text.strip("*_# ")


def rows(document: Document) -> Iterator[Row]:
    """Every line of the source that is not blank, in reading order."""
    view = document.view
    text = view.text
    gap = True
    for line in document.source.lines:
        start, end = view.from_source(line.start, line.end)
        raw = text[start:end]
        body = raw.strip()
        if not body:
            gap = True
            continue
        yield Row(start, start + len(raw) - len(raw.lstrip()), body, line, gap=gap)
        gap = False
