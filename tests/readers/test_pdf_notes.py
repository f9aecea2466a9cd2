"""PDF: footnotes, and columns whose lines are not level."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from dieukhoan.core.records import Source
from dieukhoan.readers import read

Writer = Any  # the class of the fixture ``pdf``

LEFT = 85
TEXT = [
    "Điều 2. Trách nhiệm của các bên",
    "1. Hai bên phối hợp thực hiện theo Nghị định 12",
    "2. Hằng năm hai bên họp một lần để đánh giá.",
    "3. Kinh phí do mỗi bên tự bảo đảm theo quy định.",
]


def shown(source: Source) -> list[str]:
    return [source.text[line.start : line.end] for line in source.lines]


def page_with_note(pdf: Writer) -> None:
    pdf.lines(LEFT, 760, *TEXT[:2]).text(LEFT + 6 * len(TEXT[1]), 747, "1", 6).lines(LEFT, 724, *TEXT[2:])
    pdf.text(LEFT, 119, "1", 5).text(LEFT + 5, 117, "Nghị định số 12/2020/NĐ-CP của Chính phủ quy định", 9)
    pdf.text(LEFT, 105, "về hoạt động phối hợp của các cơ quan.", 9)


def test_footnotes_are_no_part_of_the_text(pdf: Writer, tmp_path: Path) -> None:
    page_with_note(pdf)
    found = read(pdf.save(tmp_path / "a.pdf"))
    assert shown(found) == TEXT
    assert [(note.code, note.severity) for note in found.diagnostics] == [("footnotes", "info")]
    assert "1 footnotes" in found.diagnostics[0].message
    assert "Nghị định số 12/2020/NĐ-CP" in found.diagnostics[0].message


def test_page_numbers_below_footnotes_are_known(pdf: Writer, tmp_path: Path) -> None:
    head = ["Quy chế này gồm ba điều.", "Hai bên cùng ký."]
    for number in (1, 2, 3):
        pdf.lines(LEFT, 800, *head)
        page_with_note(pdf)
        pdf.text(300, 60, f"- {number} -").page()
    found = read(pdf.save(tmp_path / "a.pdf"))
    assert shown(found) == [*head, *TEXT] * 3
    assert [note.code for note in found.diagnostics] == ["page_furniture", "footnotes"]


def test_numbered_lines_of_the_same_size_are_no_footnotes(pdf: Writer, tmp_path: Path) -> None:
    pdf.lines(LEFT, 760, *TEXT).text(LEFT, 120, "4 Nội dung khác do hai bên thống nhất sau.")
    assert shown(read(pdf.save(tmp_path / "a.pdf")))[-1] == "4 Nội dung khác do hai bên thống nhất sau."


def test_recipients_in_small_type_are_no_footnotes(pdf: Writer, tmp_path: Path) -> None:
    pdf.lines(LEFT, 760, *TEXT).text(LEFT, 120, "Nơi nhận:", 9).text(LEFT, 108, "- Như Điều 3;", 9)
    pdf.text(LEFT, 96, "- Lưu: VT.", 9)
    assert shown(read(pdf.save(tmp_path / "a.pdf")))[-3:] == ["Nơi nhận:", "- Như Điều 3;", "- Lưu: VT."]


def test_numbers_of_normal_size_stay_beside_a_footnote(pdf: Writer, tmp_path: Path) -> None:
    page_with_note(pdf)
    pdf.text(LEFT, 600, "Theo Công văn CV1 ngày 01 tháng 02 năm 2024.")
    assert shown(read(pdf.save(tmp_path / "a.pdf")))[-1] == "Theo Công văn CV1 ngày 01 tháng 02 năm 2024."


def test_columns_need_not_be_level(pdf: Writer, tmp_path: Path) -> None:
    pdf.text(LEFT, 780, "SỞ TƯ PHÁP").text(330, 786, "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM")
    pdf.text(340, 768, "Độc lập - Tự do - Hạnh phúc").text(LEFT, 758, "Số: 12/QC-STP")
    pdf.text(250, 725, "QUY CHẾ PHỐI HỢP")
    pdf.lines(LEFT, 700, *TEXT)
    pdf.text(400, 500, "GIÁM ĐỐC").text(LEFT, 490, "Nơi nhận:").text(LEFT, 474, "- Như Điều 3;")
    pdf.text(LEFT, 458, "- Lưu: VT.").text(360, 430, "Nguyễn Thị Bình Minh")
    assert shown(read(pdf.save(tmp_path / "a.pdf"))) == [
        "SỞ TƯ PHÁP", "Số: 12/QC-STP", "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", "Độc lập - Tự do - Hạnh phúc",
        "QUY CHẾ PHỐI HỢP", *TEXT,
        "Nơi nhận:", "- Như Điều 3;", "- Lưu: VT.", "GIÁM ĐỐC", "Nguyễn Thị Bình Minh",
    ]  # fmt: skip


def test_a_purpose_at_the_margin_stays_with_its_recipient(pdf: Writer, tmp_path: Path) -> None:
    pdf.lines(LEFT, 760, *TEXT)
    pdf.text(LEFT, 500, "Nơi nhận:").text(LEFT, 484, "- Tỉnh đoàn;").text(250, 484, "(để báo cáo)")
    pdf.text(LEFT, 468, "- Lưu: VT.").text(400, 500, "GIÁM ĐỐC")
    assert shown(read(pdf.save(tmp_path / "a.pdf")))[-4:] == [
        "Nơi nhận:", "- Tỉnh đoàn;\t(để báo cáo)", "- Lưu: VT.", "GIÁM ĐỐC",
    ]  # fmt: skip
