"""Nơi nhận: to whom copies go and what for (Nghị định 30/2020/NĐ-CP, Phụ lục I, mục 9)."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

from dieukhoan.core.records import Document, Recipient, Span
from dieukhoan.core.text import View
from dieukhoan.extract.closing.cells import Cell
from dieukhoan.rulebook import Rulebook

_DASH = re.compile(r"^[-+*•●▪·◦]+ ?")
# "- Ban Bí thư TW Đảng (để b/c); - Ban Dân vận TW (để b/c);" names two on one line
_NEXT = re.compile(r"(?<=[;,.)])\s*[-–—•+]\s*(?=\S)")
_EMPTY = re.compile(r"[\s.…_;,:()-]*")


@dataclass(slots=True)
class CopyList:
    """The items of nơi nhận as they are met; ``dashed`` once one of them began with a dash."""

    items: list[Span]
    dashed: bool = False
    last_line: int = 0

    def takes(self, cell: Cell) -> bool:
        """Whether a cell belongs to the list: it begins with a dash, or goes on with the item above."""
        return bool(_DASH.match(cell.text))

    def add(self, document: Document, cell: Cell) -> None:
        """Add the items of a cell, or join it to the item above where it begins with no dash."""
        if self.dashed and self.items and not self.takes(cell):
            self._join(document, cell)
        else:
            self.dashed = self.dashed or self.takes(cell)
            self.items += _items(document.text, cell.start, cell.end)
        self.last_line = cell.line

    def _join(self, document: Document, cell: Cell) -> None:
        start, end = self.items[-1]
        if not document.text[end : cell.start].strip(" \t\n;,."):
            self.items[-1] = (start, cell.end)


def _items(text: str, start: int, end: int) -> Iterator[Span]:
    edges = [start, *(hit.end() for hit in _NEXT.finditer(text, start, end)), end]
    for left, right in pairwise(edges):
        left_text = text[left:right].lstrip(" \t-–—+*•●▪·◦\uf0b7")
        if not _EMPTY.fullmatch(left_text):
            yield right - len(left_text), right


def recipients(document: Document, items: Sequence[Span], rules: Rulebook) -> tuple[Recipient, ...]:
    """The records of the items: text without purpose and closing punctuation, and the body that is named first."""
    return tuple(_recipient(document, start, end, rules) for start, end in items)


def _recipient(document: Document, start: int, end: int, rules: Rulebook) -> Recipient:
    text = document.text
    end = start + len(text[start:end].rstrip(" \t\n-–—+*•"))
    view = View(text[start:end])
    purpose, stop = "", len(view.text)
    for match in rules.family("recipient").scan(view):
        purpose = purpose or match.emit["purpose"]
        stop = min(stop, match.start) if match.start else stop
    end = start + len(text[start : start + view.to_source(0, stop)[1]].rstrip(" \t\n;,./")) or end
    named = next((mention.body_id for mention in document.mentions if start <= mention.start < end), "")
    return Recipient(named, text[start:end], purpose, start, end)
