"""Which pages were read by OCR, how sure that was, and what to tell the user about it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

import pypdfium2
import pypdfium2.raw as pdfium

from dieukhoan.core.records import Diagnostic
from dieukhoan.core.remarks import remark
from dieukhoan.readers.guard import Allowance
from dieukhoan.readers.page.piece import Piece
from dieukhoan.readers.scan.tesseract import PATIENCE, TooSlow, lacking

if TYPE_CHECKING:
    from dieukhoan.readers.scan.sheet import ScanSheet

_MOST_DRAWN = 30_000  # things on a page; to draw 100,000 lines across it takes a minute, and a scan is one picture
# Mean confidence of a page; clean pages have 92 to 97. At 76 every sixth letter was wrong.
_UNSURE = 80.0

_AGAIN = 1.3  # a page may take so much longer than the slowest one before it
_SHORTEST = 2.0  # seconds; no page is begun with less


@dataclass(slots=True)
class Scans:
    """Pages read by OCR by their numbers (from 1), and what was noticed on the way."""

    sheets: dict[int, ScanSheet] = field(default_factory=dict)
    notes: list[Diagnostic] = field(default_factory=list)
    unread: list[int] = field(default_factory=list)  # for which there was no time

    def remarks(self) -> list[Diagnostic]:
        """What to tell the user."""
        return [*self.notes, *(_remark(page, sheet) for page, sheet in sorted(self.sheets.items()))]


def scanned(data: bytes, wanted: Sequence[int], stamps: Mapping[int, Sequence[Piece]], allowance: Allowance) -> Scans:
    """Read the pages ``wanted`` (from 1) of the PDF file ``data`` by OCR; pages that could not be are missing from
    ``sheets``. ``stamps`` are pieces of text that lie on the page and need no OCR. Raises PdfiumError.

    It stops when the ``allowance`` is too short for one more page; what was done so far will be done once more.
    """
    scans = Scans()
    if what := lacking():
        scans.notes.append(remark("ocr_missing", f"no_{what}", "warning"))
        return scans
    spare, slowest = allowance.spent(), _SHORTEST
    with pypdfium2.PdfDocument(data) as document:  # opened anew: without the stamps that were drawn into its pages
        for at, number in enumerate(wanted):
            begun, left = allowance.spent(), allowance.left() - spare
            if left < slowest:
                scans.unread += wanted[at:]
                break
            _scan(scans, document, number, stamps.get(number, ()), left)
            slowest = max(slowest, _AGAIN * (allowance.spent() - begun))
    if scans.unread:
        scans.notes.append(_unfinished(scans.unread, allowance.seconds))
    return scans


def _scan(scans: Scans, document: pypdfium2.PdfDocument, number: int, stamps: Sequence[Piece], left: float) -> None:
    """Read one page, for which there are ``left`` seconds."""
    from dieukhoan.readers.scan.sheet import ScanSheet  # with what it needs for pictures, which most files do not

    page = document[number - 1]
    try:
        if (count := pdfium.FPDFPage_CountObjects(page)) > _MOST_DRAWN:
            scans.notes.append(remark("ocr_refused", severity="warning", page=number, count=count))
            return
        scans.sheets[number] = ScanSheet(page, stamps, left)
    except TooSlow:
        if left < PATIENCE:
            scans.unread.append(number)
        else:
            scans.notes.append(remark("ocr_timeout", severity="warning", page=number, seconds=PATIENCE))
    finally:
        page.close()


def _unfinished(unread: Sequence[int], seconds: float) -> Diagnostic:
    """Which pages there was no time for, runs of them as "4-9"."""
    runs: list[list[int]] = []
    for page in unread:
        if runs and page == runs[-1][-1] + 1:
            runs[-1].append(page)
        else:
            runs.append([page])
    pages = ", ".join(f"{run[0]}-{run[-1]}" if len(run) > 1 else f"{run[0]}" for run in runs)
    return remark("ocr_unfinished", severity="warning", count=len(unread), seconds=seconds, pages=pages)


def _remark(page: int, sheet: ScanSheet) -> Diagnostic:
    sure = sheet.drawn() and sheet.confidence >= _UNSURE
    code, severity = ("ocr_low_confidence", "warning") if sheet.inked and not sure else ("ocr", "info")
    if not sheet.drawn():
        return remark(code, "ocr_unread" if sheet.inked else "ocr_wordless", severity, page=page)
    key = "ocr_turned" if sheet.turned else "ocr"
    return remark(code, key, severity, page=page, confidence=sheet.confidence, turned=sheet.turned)
