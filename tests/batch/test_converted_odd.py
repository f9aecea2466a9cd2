"""Converted folders that are compared again: long cells, damaged tables, documents given twice."""

from __future__ import annotations

from pathlib import Path

import pytest

from dieukhoan import batch
from dieukhoan.batch.converted import Converted
from dieukhoan.batch.proposal import propose
from dieukhoan.core.errors import UnreadableFile, UsageError

PAPER = """QUY CHẾ PHỐI HỢP
giữa Hội Làm vườn tỉnh {place} và Sở Tài chính tỉnh {place}
Hội Làm vườn tỉnh {place} và Sở Tài chính tỉnh {place} thống nhất ban hành Quy chế phối hợp như sau:
Điều 1. Nội dung
1. Hội Làm vườn tỉnh mở lớp ghép cây trước ngày {day}/5 hằng năm.
2. Sở Tài chính bố trí kinh phí mở lớp và quyết toán theo quy định.
"""


def papers(folder: Path) -> tuple[Path, Path]:
    """A template and a variant of it in a folder of its own."""
    template, variant = folder / "mau.txt", folder / "tinh" / "ha-giang.txt"
    variant.parent.mkdir()
    template.write_text(PAPER.format(place="…", day=5), "utf-8")
    variant.write_text(PAPER.format(place="Hà Giang", day=7), "utf-8")
    return template, variant


def test_a_unit_of_any_length_is_read_again(tmp_path: Path) -> None:
    """One unit of more than 131,072 characters, from CSV alone."""
    said = "phối hợp tuyên truyền pháp luật " * 5000
    source = tmp_path / "a.txt"
    source.write_text(f"QUY CHẾ PHỐI HỢP\n\nĐiều 1. Nội dung\n\n1. Hai bên {said}.\n", "utf-8")
    batch.convert([source], tmp_path / "out", formats=["csv"])
    (document,) = Converted(tmp_path / "out", "vi").documents()
    assert said.strip() in document.text
    assert max(unit.end - unit.start for unit in document.units) > 131_072


@pytest.mark.parametrize("out", [None, "out"])
def test_a_document_that_is_named_and_stored_is_compared_once(tmp_path: Path, out: str | None) -> None:
    template, variant = papers(tmp_path)
    batch.convert(variant.parent, tmp_path / "kho", formats=["csv"])
    target = tmp_path / out if out else None
    done = batch.compare(template, variant, target, formats=["csv", "sqlite"], converted=tmp_path / "kho")
    assert len(done.variants) == 1


def test_damaged_tables_are_told_of(tmp_path: Path) -> None:
    template, variant = papers(tmp_path)
    batch.convert(variant.parent, tmp_path / "kho", formats=["csv"])
    (tmp_path / "kho" / "dieukhoan.sqlite").write_text("no database", "utf-8")
    with pytest.raises(UsageError, match="documents"):
        batch.compare(template, out=tmp_path / "out", converted=tmp_path / "kho")


def test_a_template_that_cannot_be_read_is_told_of_where_it_shall_be_proposed(tmp_path: Path) -> None:
    _, variant = papers(tmp_path)
    bad = tmp_path / "mau.docx"
    bad.write_bytes(b"PK no document")
    with pytest.raises(UnreadableFile):
        propose([variant], tmp_path / "out", templates=[bad])
