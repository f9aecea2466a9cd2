"""Which pages were read by OCR, how sure that was, and what to tell the user about it."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

import pypdfium2
import pypdfium2.raw as pdfium

from dieukhoan.core.records import Diagnostic
from dieukhoan.readers.lines.draft import info
from dieukhoan.readers.page.piece import Piece
from dieukhoan.readers.scan.tesseract import LANGUAGE, PATIENCE, TooSlow, lacking

if TYPE_CHECKING:
    from dieukhoan.readers.scan.sheet import ScanSheet

_MOST_DRAWN = 30_000  # things on a page; to draw 100,000 lines across it takes a minute, and a scan is one picture
_UNSURE = 80.0  # mean confidence of a page; clean pages have 92 to 97

_INSTALL = {
    "tesseract": (
        "Máy này chưa có chương trình tesseract; hãy cài gói tesseract-ocr và tesseract-ocr-vie rồi chạy lại. / "
        "OCR needs the program tesseract; install the packages tesseract-ocr and tesseract-ocr-vie and run again."
    ),
    LANGUAGE: (
        "Tesseract trên máy này chưa có tiếng Việt; hãy cài gói tesseract-ocr-vie rồi chạy lại. / "
        "This tesseract does not know Vietnamese; install the package tesseract-ocr-vie and run again."
    ),
}


@dataclass(slots=True)
class Scans:
    """Pages read by OCR by their numbers (from 1), and what was noticed on the way."""

    sheets: dict[int, ScanSheet] = field(default_factory=dict)
    notes: list[Diagnostic] = field(default_factory=list)

    def remarks(self) -> list[Diagnostic]:
        """What to tell the user."""
        return [*self.notes, *(_remark(page, sheet) for page, sheet in sorted(self.sheets.items()))]


def scanned(data: bytes, wanted: Iterable[int], stamps: Mapping[int, Sequence[Piece]]) -> Scans:
    """Read the pages ``wanted`` (from 1) of the PDF file ``data`` by OCR; pages that could not be are missing from
    ``sheets``. ``stamps`` are pieces of text that lie on the page and need no OCR. Raises PdfiumError."""
    scans = Scans()
    if what := lacking():
        scans.notes.append(Diagnostic("warning", "ocr_missing", _INSTALL[what]))
        return scans
    from dieukhoan.readers.scan.sheet import ScanSheet  # with what it needs for pictures, which most files do not

    with pypdfium2.PdfDocument(data) as document:  # opened anew: without the stamps that were drawn into its pages
        for number in wanted:
            page = document[number - 1]
            try:
                if (count := pdfium.FPDFPage_CountObjects(page)) > _MOST_DRAWN:
                    message = f"Page {number} was not read: {count:,} lines and pictures are drawn on it."
                    scans.notes.append(Diagnostic("warning", "ocr_refused", message))
                    continue
                scans.sheets[number] = ScanSheet(page, stamps.get(number, ()))
            except TooSlow:
                message = f"Page {number} was not read: tesseract did not end within {PATIENCE:.0f} seconds."
                scans.notes.append(Diagnostic("warning", "ocr_timeout", message))
            finally:
                page.close()
    return scans


def _remark(page: int, sheet: ScanSheet) -> Diagnostic:
    if not sheet.drawn():
        return info("ocr", f"OCR found no words on page {page}.")
    turned = f" The page was turned by {sheet.turned:.1f}°." if sheet.turned else ""
    message = f"Page {page} was read by OCR; mean confidence of its words: {sheet.confidence:.0f} of 100.{turned}"
    if sheet.confidence >= _UNSURE:
        return info("ocr", message)
    return Diagnostic("warning", "ocr_low_confidence", message)
