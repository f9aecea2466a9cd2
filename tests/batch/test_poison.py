"""Files that crash parsers, hang, grow without end, or are not what they are called: each costs itself."""

from __future__ import annotations

import csv
import io
import zipfile
from collections import Counter
from pathlib import Path

import pytest

from dieukhoan.batch import Limits, conversion, convert
from made_workers import Poisoned

TEXT = "QUY CHẾ PHỐI HỢP\n\nĐiều 1. Trách nhiệm\n1. Sở Tư pháp chủ trì, phối hợp với Hội Luật gia số {} họp hằng quý.\n"


def zip_bomb() -> bytes:
    """A Word file of a few kilobytes that is hundreds of megabytes when unpacked."""
    made = io.BytesIO()
    with zipfile.ZipFile(made, "w", zipfile.ZIP_DEFLATED, compresslevel=1) as archive:
        archive.writestr("[Content_Types].xml", "<Types/>")
        with archive.open("word/document.xml", "w", force_zip64=True) as member:
            for _ in range(400):
                member.write(b" " * (1 << 20))
    return made.getvalue()


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    root = tmp_path / "vào"
    root.mkdir()
    for number in range(495):
        (root / f"tệp {number}.txt").write_text(TEXT.format(number), encoding="utf-8")
    for name in ("treo", "chết", "phình"):
        (root / f"tệp {len(name) * 50} {name}.txt").write_text(TEXT.format(name), encoding="utf-8")
    (root / "tệp 70 sai.docx").write_bytes(b"\x89PNG\r\n\x1a\n no word file")
    (root / "tệp 80 bom.docx").write_bytes(zip_bomb())
    return root


@pytest.mark.slow
def test_five_poison_files_among_five_hundred(folder: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(conversion, "Reading", Poisoned)
    limits = Limits(timeout=10.0, memory=900 << 20)
    summary = convert(folder, tmp_path / "ra", formats=["csv"], jobs=2, limits=limits, lang="en")
    assert (summary.ok, summary.partial, summary.failed) == (495, 0, 5)
    with (tmp_path / "ra" / "csv" / "diagnostics.csv").open(encoding="utf-8-sig", newline="") as file:
        errors = {row["document_id"]: row for row in csv.DictReader(file) if row["severity"] == "error"}
    with (tmp_path / "ra" / "csv" / "documents.csv").open(encoding="utf-8-sig", newline="") as file:
        found = list(csv.DictReader(file))
    assert Counter(row["status"] for row in found) == {"ok": 495, "failed": 5}
    codes = {row["source"]: errors[row["document_id"]]["code"] for row in found if row["status"] == "failed"}
    assert codes == {
        "tệp 200 treo.txt": "timeout",
        "tệp 200 chết.txt": "died",
        "tệp 250 phình.txt": "memory",
        "tệp 70 sai.docx": "wrong_content",
        "tệp 80 bom.docx": "bomb",
    }
    assert dict(summary.failures)["tệp 200 treo.txt"].startswith(
        "Reading this file took too long (limits: 10 s, 900 MB)"
    )
