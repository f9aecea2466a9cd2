"""A file of which only a part was read for want of time: what is said of it, in which language, and when it is read
again."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from dieukhoan.batch.checkpoint import Checkpoint
from dieukhoan.batch.collect import File, sha256
from dieukhoan.batch.parts import Record
from dieukhoan.batch.shards import Limits
from dieukhoan.batch.work import Reading
from dieukhoan.core.records import Line, Source
from dieukhoan.core.remarks import remark

TEXT = "QUY CHẾ PHỐI HỢP\nĐiều 1. Trách nhiệm\nSở Tư pháp chủ trì tổng kết hằng năm."


def stopped(path: Path, name: str, ocr: str, timeout: float) -> Source:
    late = remark("ocr_unfinished", severity="warning", count=3, seconds=timeout, pages="4-6")
    ends = [at for at, char in enumerate(f"{TEXT}\n") if char == "\n"]
    lines = tuple(Line(start, end) for start, end in zip([0, *(end + 1 for end in ends)], ends, strict=False))
    return Source(name, "ab" * 32, "pdf-scan", TEXT, lines, pages=6, diagnostics=(late,))


def record(root: Path, monkeypatch: pytest.MonkeyPatch, lang: str, limits: Limits) -> Record:
    monkeypatch.setattr("dieukhoan.readers.read", stopped)
    return Reading.of((), lang, "auto", limits)(File(root / "a.pdf", "a.pdf"))


@pytest.fixture
def root(tmp_path: Path) -> Path:
    (tmp_path / "a.pdf").write_bytes(b"%PDF-")
    return tmp_path


@pytest.mark.parametrize(("lang", "words"), [("vi", "Có 3 trang chưa được đọc"), ("en", "3 pages were not read")])
def test_it_is_partial_and_says_why_in_the_language_asked_for(
    root: Path, monkeypatch: pytest.MonkeyPatch, lang: str, words: str
) -> None:
    entry = record(root, monkeypatch, lang, Limits(timeout=30)).entry
    assert (entry.status, entry.code, entry.timeout) == ("partial", "ocr_unfinished", 30)
    assert entry.reason.startswith(words)
    assert "30 " in entry.reason
    assert "--timeout" in entry.reason


def test_more_time_reads_it_again(root: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    limits = Limits(timeout=30)
    known = record(root, monkeypatch, "vi", limits).entry
    file = File(root / "a.pdf", "a.pdf")

    def holds(timeout: float) -> bool:
        checkpoint = Checkpoint(root / "parts", {}, Limits(timeout=timeout))
        checkpoint.add(root / "0.zip", [replace(known, sha256=sha256(file))])
        return checkpoint.find(file) is not None

    (root / "parts").mkdir()
    assert holds(30)
    assert holds(20)
    assert not holds(60)
