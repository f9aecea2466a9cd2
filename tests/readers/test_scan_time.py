"""OCR within the time of a file: what is read of a long scan, and what is said of the rest."""

from __future__ import annotations

from pathlib import Path

import pytest
from PIL import Image

from dieukhoan.core.records import Source
from dieukhoan.readers import read
from dieukhoan.readers.scan import tesseract

A4 = (827, 1169)  # pixels at 100 dpi


def codes(source: Source) -> list[str]:
    return [note.code for note in source.diagnostics]


def scans(path: Path, pages: int) -> Path:
    """A file of so many pages that are pictures."""
    empty = Image.new("RGB", A4, "white")
    empty.save(path, resolution=100, save_all=True, append_images=[empty] * (pages - 1))
    return path


class Slow:
    """A reader of pages that takes ``seconds`` for each by the clock that the readers look at."""

    def __init__(self, monkeypatch: pytest.MonkeyPatch, seconds: float) -> None:
        self.now, self.seconds, self.patience = 1000.0, seconds, [0.0]
        monkeypatch.setattr("dieukhoan.readers.guard.time.time.monotonic", lambda: self.now)
        monkeypatch.setattr("dieukhoan.readers.scan.pages.lacking", str)
        monkeypatch.setattr("dieukhoan.readers.scan.sheet.words", self.words)

    def words(self, picture: object, resolution: int, patience: float) -> list[tesseract.Word]:
        self.patience.append(patience)
        self.now += min(self.seconds, patience)
        if patience < self.seconds:
            raise tesseract.TooSlow
        return [tesseract.Word("Điều", 300, 300 * at, 400, 300 * at + 40, 95.0, ("1", "1", str(at))) for at in (1, 2)]


def test_ocr_stops_before_the_time_of_the_file_is_over(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    Slow(monkeypatch, 4.0)
    found = read(scans(tmp_path / "a.pdf", 8), timeout=30)
    assert {line.page for line in found.lines} == {1, 2, 3, 4, 5}  # 24 seconds for reading: a sixth could be too slow
    late = found.diagnostics[0]
    assert (late.severity, late.code) == ("warning", "ocr_unfinished")
    assert late.message.startswith("3 pages were not read by OCR, for the time for one file (30 seconds) was over: 6-8")
    assert "--timeout" in late.message
    assert "Có 3 trang chưa được đọc" in late.vietnamese
    assert "--timeout" in late.vietnamese
    assert codes(found)[1:] == ["ocr"] * 5


def test_one_slow_page_does_not_cost_the_others(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    slow = Slow(monkeypatch, 60.0)
    found = read(scans(tmp_path / "a.pdf", 2), timeout=30)
    assert codes(found) == ["ocr_unfinished"]
    assert found.text == ""
    assert slow.patience[-1] <= 24


def test_without_a_limit_every_page_is_read(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    Slow(monkeypatch, 50.0)
    assert codes(read(scans(tmp_path / "a.pdf", 8))) == ["ocr"] * 8
