"""A converted folder whose CSV has a cell longer than the csv module takes by itself."""

from __future__ import annotations

from pathlib import Path

from dieukhoan import batch
from dieukhoan.batch.converted import Converted


def test_a_unit_of_any_length_is_read_again(tmp_path: Path) -> None:
    """One unit of more than 131,072 characters, from CSV alone."""
    said = "phối hợp tuyên truyền pháp luật " * 5000
    source = tmp_path / "a.txt"
    source.write_text(f"QUY CHẾ PHỐI HỢP\n\nĐiều 1. Nội dung\n\n1. Hai bên {said}.\n", "utf-8")
    batch.convert([source], tmp_path / "out", formats=["csv"])
    (document,) = Converted(tmp_path / "out", "vi").documents()
    assert said.strip() in document.text
    assert max(unit.end - unit.start for unit in document.units) > 131_072
