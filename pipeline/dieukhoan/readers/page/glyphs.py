"""What PDFium sees on a page: pieces of text on one baseline, with their boxes in points from the lower left corner.

PDFium gives text in the order in which it was drawn, which for a word processor is the reading order, column by
column. Its lines are cut where a gap is too wide for a space: there the other column begins.
"""

from __future__ import annotations

import ctypes
import re
from collections.abc import Iterator
from collections.abc import Set as AbstractSet
from dataclasses import replace
from functools import cached_property

import pypdfium2
import pypdfium2.raw as pdfium

from dieukhoan.readers.page.piece import Piece
from dieukhoan.readers.page.ruling import Rule, ruling

# U+FFFE stands for a hyphen at the end of a line; PDFium then goes on with the next line.
_LINE = re.compile("[^\r\n\ufffe]+\ufffe?|\ufffe")
_GAP = re.compile(r"(?<=\S)\s+(?=\S)")
_COLUMN_GAP = 1.9  # times the height of a line; the widest justified space is narrower
_LONG = 55  # characters
_PACKED = 0.465  # times the height of a line for each character: narrower long lines have no wide gap (the narrowest
# of 150 long ones with one, in 40 real files, has 0.472), which is dear to look for
_BOLD = 600  # font weight
_LINK = 2  # annotation type: drawn without text of its own
_RAISED = 0.72  # of the height of the line
_MOST_PICTURES = 2_000  # objects looked at; a scan has a few
_EIGHT_BIT_FONTS = (".vn", "vni")


class Sheet:
    """One page. Stamps (annotations with a look of their own, such as the number and date that are set when a
    document is registered) are drawn into the page first; ``stamped`` is the index of their first character."""

    def __init__(self, document: pypdfium2.PdfDocument, index: int) -> None:
        self._page = document[index]
        self._text = self._page.get_textpage()
        self.stamped = self._text.count_chars()
        if self._has_stamps() and pdfium.FPDFPage_Flatten(self._page, pdfium.FLAT_NORMALDISPLAY) == 1:
            self.close()
            self._page = document[index]
            self._text = self._page.get_textpage()
        self._chars = self._text.raw  # the handle itself: thousands of calls a page
        self.size: tuple[float, float] = self._page.get_size()
        self.eight_bit = 0
        self._edges = [ctypes.c_double() for _ in range(4)]
        self._pointers = [ctypes.byref(edge) for edge in self._edges]
        self._loose = pdfium.FS_RECTF()
        self._name, self._flags = ctypes.create_string_buffer(96), ctypes.c_int()

    @cached_property
    def _string(self) -> str:
        """All text of the page; its indices are those of PDFium's characters."""
        return str(self._text.get_text_range())

    def close(self) -> None:
        """Give the page back to PDFium."""
        self._text.close()
        self._page.close()

    def _has_stamps(self) -> bool:
        for index in range(pdfium.FPDFPage_GetAnnotCount(self._page)):
            annotation = pdfium.FPDFPage_GetAnnot(self._page, index)
            kind = pdfium.FPDFAnnot_GetSubtype(annotation)
            pdfium.FPDFPage_CloseAnnot(annotation)
            if kind != _LINK:
                return True
        return False

    def drawn(self) -> bool:
        """Whether anything at all is drawn on the page."""
        return bool(pdfium.FPDFPage_CountObjects(self._page))

    def covered(self) -> float:
        """The share of the page that pictures cover, 0 to 1."""
        edges = [ctypes.c_float() for _ in range(4)]
        area = 0.0
        for index in range(min(pdfium.FPDFPage_CountObjects(self._page), _MOST_PICTURES)):
            item = pdfium.FPDFPage_GetObject(self._page, index)
            if pdfium.FPDFPageObj_GetType(item) == pdfium.FPDF_PAGEOBJ_IMAGE:
                pdfium.FPDFPageObj_GetBounds(item, *map(ctypes.byref, edges))
                left, bottom, right, top = (edge.value for edge in edges)
                area += max(0.0, right - left) * max(0.0, top - bottom)
        return min(1.0, area / max(1.0, self.size[0] * self.size[1]))

    def ruling(self) -> tuple[list[Rule], list[Rule]]:
        """The level and the upright lines on the page."""
        return ruling(self._page)

    def pieces(self) -> list[Piece]:
        """The pieces of text in the order in which they were drawn."""
        text = self._string
        return [piece for match in _LINE.finditer(text) for piece in self._cut(text, *match.span())]

    def words(self, piece: Piece) -> list[Piece]:
        """``piece`` cut at every space."""
        text = self._string
        spans = re.finditer(r"\S+", text[piece.first : piece.last + 1])
        boxes = [self._boxed(text, piece.first + span.start(), piece.first + span.end(), piece) for span in spans]
        return [word for word in boxes if word]

    def plain(self, piece: Piece, marks: AbstractSet[str]) -> Piece:
        """``piece`` without the raised ``marks`` of footnotes ("phối hợp¹")."""
        if len(piece.text) != piece.last - piece.first + 1:
            return piece
        known = "|".join(re.escape(mark) for mark in sorted(marks, key=len, reverse=True))  # "12" before "2"
        text = piece.text
        for found in reversed(list(re.finditer(rf"(?<=\S)(?:{known})(?!\d)", text))):
            _, _, bottom, top = self._box(piece.first + found.start(), loose=True)
            if top - bottom <= _RAISED * piece.height:
                text = text[: found.start()] + text[found.end() :]
        return piece if text == piece.text else replace(piece, text=text)

    def _cut(self, text: str, start: int, end: int) -> Iterator[Piece]:
        line = text[start:end]
        end = start + len(line.rstrip())
        start += len(line) - len(line.lstrip())
        whole = self._boxed(text, start, end) if start < end else None
        if whole is None:
            return
        packed = end - start >= _LONG and whole.x1 - whole.x0 < _PACKED * whole.height * (end - start)
        cuts = [] if packed else self._cuts(text, start, end, _COLUMN_GAP * whole.height)
        if not cuts:
            yield whole
            return
        for left, right in zip(
            [start, *(after for _, after in cuts)], [*(before for before, _ in cuts), end], strict=True
        ):
            if piece := self._boxed(text, left, right, whole):
                yield piece

    def _cuts(self, text: str, start: int, end: int, wide: float) -> list[tuple[int, int]]:
        """The blanks of the line that are wider than ``wide``. Within what was drawn in one go there are none: the
        stretched spaces of a narrow justified cell part no columns."""
        if not self._jumps(start, end, wide):
            return []
        blanks = [(start + gap.start(), start + gap.end()) for gap in _GAP.finditer(text[start:end])]
        return [(left, right) for left, right in blanks if self._gap(left - 1, right) > wide]

    def _jumps(self, start: int, end: int, wide: float) -> bool:
        """Whether two things drawn one after the other in the line are further apart than ``wide``."""
        before = None
        for index in range(pdfium.FPDFText_CountRects(self._chars, start, end - start)):
            left, top, right, bottom = self._pointers
            pdfium.FPDFText_GetRect(self._chars, index, left, top, right, bottom)
            if before is not None and self._edges[0].value - before > wide:
                return True
            before = self._edges[2].value
        return False

    def _gap(self, left: int, right: int) -> float:
        return self._box(right)[0] - self._box(left)[1]

    def _boxed(self, text: str, start: int, end: int, like: Piece | None = None) -> Piece | None:
        """The piece of the characters ``[start, end)``; its height and weight are those of ``like`` where given."""
        left, _, bottom, top = self._box(start, loose=True)
        right = self._box(end - 1)[1]
        if not (right > left and top > bottom):  # upside down, vertical or without extent: no line of this page
            return None
        written = text[start:end].replace("\ufffe", "-")
        if like:
            return Piece(written, left, right, like.bottom, like.top, like.bold, start, end - 1)
        bold = self._bold(start) and self._bold(end - 1)
        return Piece(written, left, right, bottom, top, bold, start, end - 1)

    def _box(self, index: int, *, loose: bool = False) -> tuple[float, float, float, float]:
        """Left, right, bottom and top of a character; the loose box is as high as its font."""
        if loose:
            box = self._loose
            pdfium.FPDFText_GetLooseCharBox(self._chars, index, box)
            return box.left, box.right, box.bottom, box.top
        pdfium.FPDFText_GetCharBox(self._chars, index, *self._pointers)
        left, right, bottom, top = self._edges
        return left.value, right.value, bottom.value, top.value

    def _bold(self, index: int) -> bool:
        pdfium.FPDFText_GetFontInfo(self._chars, index, self._name, len(self._name), self._flags)
        name = self._name.value.decode("latin-1").rpartition("+")[2].lower()
        self.eight_bit += name.startswith(_EIGHT_BIT_FONTS)
        return "bold" in name or pdfium.FPDFText_GetFontWeight(self._chars, index) >= _BOLD
