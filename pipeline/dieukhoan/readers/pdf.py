"""PDF: lines by their positions, wrapped lines joined by the right margin, ruled tables by their cells.

PDFium gives characters and drawn lines; pdfplumber is asked for the columns of tables that have no upright lines (see
``page/columns.py``, where the comparison of the two on real tables stands).
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from math import isclose

import pypdfium2

from dieukhoan.core.reasons import refusal
from dieukhoan.core.records import Diagnostic
from dieukhoan.core.remarks import remark
from dieukhoan.core.text import squeeze
from dieukhoan.readers.encodings import Legacy
from dieukhoan.readers.guard import Allowance, Meter, check_book, check_pages
from dieukhoan.readers.lines import Draft, Row, assemble, paragraphs, strip_furniture
from dieukhoan.readers.lines.clean import cleaned, unseen_remark
from dieukhoan.readers.page import Book, Columns, Page, Sheet, marks
from dieukhoan.readers.scan import Scans, broken_pages, scanned, strange

_ALIKE = 0.1  # share by which the widths of pages may differ
_END = b"%%EOF"
_TWISTED = 5  # letters
_STRAIGHT = str.maketrans("ñðÑÐ", "đĐĐĐ")


def read(data: bytes, ocr: str = "auto", allowance: Allowance | None = None) -> Draft:
    """The text of a PDF; pages that are pictures, or whose text is no Vietnamese, by OCR (``auto``), all pages by OCR
    (``always``), none (``never``). Pages for which the ``allowance`` is too short stay unread.

    Raises UnreadableFile: ``encrypted``, ``broken``, ``wrong_content``, ``scan`` where no page has text and OCR is not
    wanted or finds none. Where OCR is wanted but not installed, the text is what the other pages have.
    """
    document = _opened(data)
    try:
        pages, text = len(document), _read(document, data, ocr, allowance or Allowance())
    except pypdfium2.PdfiumError as error:
        raise refusal("broken", "broken_pdf") from error
    finally:
        document.close()
    hopeful = text.scans.unread or any(note.code == "ocr_missing" for note in text.scans.notes)
    if not text.rows and not hopeful:
        raise refusal("scan", "scan" if ocr == "never" else "scan_wordless", pages=pages)
    clean, furniture = strip_furniture(text.rows)
    written, lines = assemble(_paragraphs(clean, text.book.widths), paged=True)
    notes = (*_cut(data), *text.notes, *furniture, *_remarks(text))
    kind = "pdf-scan" if 2 * len(text.scans.sheets) > pages else ""
    return Draft(written, lines, text.legacy.encoding, pages, notes, format=kind)


@dataclass(slots=True)
class _Text:
    """The pages as read: their rows, converted and mended, and how that went."""

    book: Book
    legacy: Legacy
    rows: list[Row]
    notes: list[Diagnostic]
    scans: Scans = field(default_factory=Scans)


def _cut(data: bytes) -> list[Diagnostic]:
    """The warning where objects stand behind the last ``startxref``, which ends a PDF: PDFium gives what there is. What
    only lacks its very last bytes, or has others after them, has lost nothing."""
    if _END in data[-1024:] or data.rfind(b" obj") < data.rfind(b"startxref"):
        return []
    return [remark("cut_file", severity="warning")]


def _opened(data: bytes) -> pypdfium2.PdfDocument:
    if b"%PDF-" not in data[:1024]:
        raise refusal("wrong_content", ending="pdf")
    check_book(data)
    try:
        return pypdfium2.PdfDocument(data)
    except pypdfium2.PdfiumError as error:
        if "password" in str(error).lower() or "security" in str(error).lower():
            raise refusal("encrypted") from error
        raise refusal("broken", "broken_pdf") from error


def _read(document: pypdfium2.PdfDocument, data: bytes, ocr: str, allowance: Allowance) -> _Text:
    """The text layer, then what OCR can add to it."""
    text = _written(document, data, {})
    if ocr == "never":
        return text
    broken = broken_pages(text.rows)
    always = range(1, len(document) + 1) if ocr == "always" else ()
    wanted = sorted({*text.book.pictures, *broken, *always})
    if not wanted:
        return text
    scans = scanned(data, wanted, text.book.stamps, allowance)
    for page in set(broken) & set(scans.sheets):
        if not always and _is_foreign(scans.sheets[page], broken[page]):
            del scans.sheets[page]
    text = _written(document, data, scans.sheets) if scans.sheets else text
    text.scans = scans
    return text


def _is_foreign(sheet: Page, share: float) -> bool:
    """Whether the page shows the same strange words as its text layer has: another language, not a broken layer."""
    return strange(" ".join(piece.text for piece in sheet.pieces())) > share / 2


def _written(document: pypdfium2.PdfDocument, data: bytes, sheets: Mapping[int, Page]) -> _Text:
    book = _book(document, data, sheets)
    legacy = Legacy({})
    converted = iter(legacy.mended([row for row in book.rows if row.page not in sheets]))
    rows, unseen = cleaned(row if row.page in sheets else next(converted) for row in book.rows)
    rows, mended = _mended(rows)
    return _Text(book, legacy, rows, [*legacy.remarks(), *unseen_remark(unseen), *mended])


def _book(document: pypdfium2.PdfDocument, data: bytes, sheets: Mapping[int, Page]) -> Book:
    columns = Columns(data)
    book, meter = Book(columns), Meter()
    check_pages(len(document))
    for index in range(len(document)):
        meter.check(book.rows)
        if index + 1 in sheets:
            book.add(sheets[index + 1])
            continue
        sheet = Sheet(document, index)
        try:
            book.add(sheet)
        finally:
            sheet.close()
    columns.close()
    return book


def _mended(found: Sequence[Row]) -> tuple[list[Row], list[Diagnostic]]:
    """Some fonts give "ñ" for "đ" and "ð" for "Đ" ("ðiều", "ñược"); no Vietnamese text is without đ."""
    written = "".join(row.text for row in found)
    if "đ" in written or written.count("ñ") < _TWISTED:
        return list(found), []
    mended = [replace(row, text=row.text.translate(_STRAIGHT)) for row in found]
    return mended, [remark("letters_mended", "letters")]


def _paragraphs(found: Sequence[Row], widths: Sequence[float]) -> list[list[Row]]:
    """Paragraphs, page sizes apart: where a landscape table follows, nothing goes on. Scanned pages of one document
    differ by some points."""
    parts: list[list[Row]] = []
    for row in found:
        if parts and isclose(widths[parts[-1][-1].page - 1], widths[row.page - 1], rel_tol=_ALIKE):
            parts[-1].append(row)
        else:
            parts.append([row])
    return [group for part in parts for group in paragraphs(part)]


def _remarks(text: _Text) -> list[Diagnostic]:
    book, converted = text.book, bool(text.legacy.found)
    found = [
        remark("no_text_layer", "picture", "warning", page=page)
        for page in book.pictures
        if page not in text.scans.unread
    ]
    found += text.scans.remarks()
    if book.seals:
        seals = "; ".join(dict.fromkeys(repr(piece.text[:80]) for piece in book.seals))
        found.append(remark("page_furniture", "seals", seals=seals))
    if count := len(marks(book.notes)):
        first = squeeze(book.notes[0].text)[:80]
        found.append(remark("footnotes", "first_note", count=count, first=first))
    if book.eight_bit > len(book.rows) and not converted:
        found.append(remark("legacy_font", severity="warning"))
    return found
