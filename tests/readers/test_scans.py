"""Real scans against pages that were typed by hand."""

from __future__ import annotations

from pathlib import Path

import pypdfium2
import pytest

from dieukhoan.readers.page.order import reading_order
from dieukhoan.readers.scan import tesseract
from dieukhoan.readers.scan.sheet import ScanSheet
from hand_typed import Typed, distance, typed_pages

PAGES = list(typed_pages())


def test_enough_pages_were_typed() -> None:
    assert len(PAGES) >= 6
    assert len({page.stem for page in PAGES}) >= 4


def test_edits_are_counted_where_they_belong() -> None:
    text = "Điều 1. Ký tên "
    page = Typed("a", 1, text, (False,) * 8 + (True,) * (len(text) - 8))
    assert distance(page, "Điều 1. Ký tên").rate == 0
    assert distance(page, "Diều 1.\nKý tên").rate == pytest.approx(1 / 8)
    worse = distance(page, "Điều 1. Ky ten x")
    assert (worse.clean, worse.stamped) == (0, 4)


@pytest.mark.slow
@pytest.mark.parametrize("page", PAGES, ids=lambda page: f"{page.stem[:12]}-{page.number}")
def test_clean_lines_are_read_with_few_errors(page: Typed, shared: Path) -> None:
    if tesseract.lacking():
        pytest.skip("needs tesseract with vie (packages tesseract-ocr and tesseract-ocr-vie)")
    with pypdfium2.PdfDocument(shared / "corpus" / "office" / f"{page.stem}.pdf") as document:
        found = reading_order(ScanSheet(document[page.number - 1]).pieces())
    assert distance(page, " ".join(piece.text for piece in found)).rate <= 0.03
