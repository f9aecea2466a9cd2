"""PDF: lines by their positions, wrapped lines joined by the right margin, ruled tables by their cells.

PDFium gives characters and drawn lines; pdfplumber is asked for the columns of tables that have no upright lines (see
``page/columns.py``, where the comparison of the two on real tables stands).
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from itertools import groupby

import pypdfium2

from dieukhoan.core.errors import UnreadableFile
from dieukhoan.core.records import Diagnostic
from dieukhoan.readers.encodings import Legacy
from dieukhoan.readers.lines import Draft, Row, assemble, info, paragraphs, strip_furniture
from dieukhoan.readers.lines.clean import unseen_remark, without_unseen
from dieukhoan.readers.page import Book, Columns, Sheet

_TWISTED = 5  # letters
_STRAIGHT = str.maketrans("ñðÑÐ", "đĐĐĐ")


def read(data: bytes) -> Draft:
    """The text of a PDF that has a text layer.

    Raises UnreadableFile: ``encrypted``, ``broken``, ``wrong_content``, ``scan`` where no page has text.
    """
    document = _opened(data)
    try:
        pages, book = len(document), _read(document, data)
    except pypdfium2.PdfiumError as error:
        raise _broken() from error
    finally:
        document.close()
    if not book.rows:
        raise UnreadableFile(
            "scan",
            f"The file holds no text: its pages ({pages}) are pictures.",
            "Have it read by OCR (for example: ocrmypdf -l vie) and give the result.",
        )
    legacy = Legacy({})
    clean, unseen = _clean(legacy.mended(book.rows))
    clean, mended = _mended(clean)
    clean, furniture = strip_furniture(clean)
    text, lines = assemble(_paragraphs(clean, book.widths), paged=True)
    notes = (
        *legacy.remarks(),
        *unseen_remark(unseen),
        *mended,
        *furniture,
        *_remarks(book, converted=bool(legacy.found)),
    )
    return Draft(text, lines, legacy.encoding, pages, notes)


def _opened(data: bytes) -> pypdfium2.PdfDocument:
    if b"%PDF-" not in data[:1024]:
        raise UnreadableFile("wrong_content", "The file is called .pdf but is none.", "Fetch it again.")
    try:
        return pypdfium2.PdfDocument(data)
    except pypdfium2.PdfiumError as error:
        if "password" in str(error).lower() or "security" in str(error).lower():
            raise UnreadableFile(
                "encrypted", "The PDF is protected by a password.", "Save it without password protection."
            ) from error
        raise _broken() from error


def _broken() -> UnreadableFile:
    return UnreadableFile("broken", "The PDF is damaged or incomplete.", "Fetch it again, or repair it with qpdf.")


def _read(document: pypdfium2.PdfDocument, data: bytes) -> Book:
    columns = Columns(data)
    book = Book(columns)
    for index in range(len(document)):
        sheet = Sheet(document, index)
        try:
            book.add(sheet)
        finally:
            sheet.close()
    columns.close()
    return book


def _clean(found: Sequence[Row]) -> tuple[list[Row], int]:
    clean, total = [], 0
    for row in found:
        text, count = without_unseen(row.text)
        clean.append(replace(row, text=text) if count else row)
        total += count
    return clean, total


def _mended(found: Sequence[Row]) -> tuple[list[Row], list[Diagnostic]]:
    """Some fonts give "ñ" for "đ" and "ð" for "Đ" ("ðiều", "ñược"); no Vietnamese text is without đ."""
    written = "".join(row.text for row in found)
    if "đ" in written or written.count("ñ") < _TWISTED:
        return list(found), []
    mended = [replace(row, text=row.text.translate(_STRAIGHT)) for row in found]
    return mended, [info("letters_mended", "The file says ñ and ð where its pages show đ and Đ; this was mended.")]


def _paragraphs(found: Sequence[Row], widths: Sequence[float]) -> list[list[Row]]:
    """Paragraphs, page sizes apart: where a landscape table follows, nothing goes on."""
    groups: list[list[Row]] = []
    for _, part in groupby(found, key=lambda row: widths[row.page - 1]):
        groups += paragraphs(list(part))
    return groups


def _remarks(book: Book, *, converted: bool) -> list[Diagnostic]:
    found = [
        Diagnostic("warning", "no_text_layer", f"Page {page} is a picture; its text was not read.")
        for page in book.pictures
    ]
    if book.seals:
        seals = "; ".join(dict.fromkeys(repr(piece.text[:80]) for piece in book.seals))
        found.append(info("page_furniture", f"Seals of electronic signatures were left out: {seals}."))
    if book.eight_bit > len(book.rows) and not converted:
        message = "The text stands in fonts of an 8-bit encoding and may be unreadable."
        found.append(Diagnostic("warning", "legacy_font", message))
    return found
