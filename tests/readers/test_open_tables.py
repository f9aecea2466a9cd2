"""PDF: lines and areas that rule a table, and those that do not."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from dieukhoan.readers import read

Writer = Any  # the class of the fixture ``pdf``
PROSE = "Hai bên phối hợp tuyên truyền chính sách, pháp luật cho hội viên trong toàn tỉnh"


def test_a_table_without_upright_lines_has_columns(pdf: Writer, tmp_path: Path) -> None:
    rows = [("Việc", "Cơ quan", "Hạn"), ("Hội nghị", "Sở Tư pháp", "Quý I"), ("Hội thi", "Tỉnh đoàn", "Quý II")]
    rows += [("Hội thảo", "Hội Nông dân", "Quý III")]
    for place, row in enumerate(rows):
        pdf.rule(85, 600 - 20 * place, 540, 600 - 20 * place)
        for x, text in zip((90, 260, 430), row, strict=True):
            pdf.text(x, 585 - 20 * place, text)
    pdf.rule(85, 520, 540, 520)
    found = read(pdf.save(tmp_path / "a.pdf"))
    cells = {line.cell: found.text[line.start : line.end] for line in found.lines}
    assert cells == {(0, row, column): text for row, texts in enumerate(rows) for column, text in enumerate(texts)}


def test_prose_between_level_lines_is_no_table(pdf: Writer, tmp_path: Path) -> None:
    for y in (800, 640, 400):
        pdf.rule(85, y, 540, y)
    pdf.lines(85, 780, *[PROSE] * 20)
    assert all(line.cell is None for line in read(pdf.save(tmp_path / "a.pdf")).lines)


def test_text_on_coloured_areas_is_no_table(pdf: Writer, tmp_path: Path) -> None:
    """Text that was pasted from a web page stands on a white area line by line."""
    for place in range(6):
        for left, right in ((85, 300), (300, 540)):
            pdf.area(left, 694 - 18 * place, right, 712 - 18 * place)
    pdf.lines(90, 700, *["Hai bên phối hợp tuyên truyền chính sách pháp luật cho hội viên"] * 6)
    assert all(line.cell is None for line in read(pdf.save(tmp_path / "a.pdf")).lines)
