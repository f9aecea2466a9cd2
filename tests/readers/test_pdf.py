"""PDF: reading order, paragraphs, tables, stamps, and files that cannot be read."""

from __future__ import annotations

import textwrap
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from dieukhoan.core.errors import UnreadableFile
from dieukhoan.core.records import Source
from dieukhoan.readers import read
from hostile import sound

Writer = Any  # the class of the fixture ``pdf``
Lines = Callable[..., list[str]]

LEFT, COLUMNS = 85, 75  # body text: 75 characters of 6 points


def wrapped(text: str, indent: int = 6) -> list[str]:
    return textwrap.wrap(text, COLUMNS, initial_indent="\u2003" * indent, break_on_hyphens=False)


def write(pdf: Writer, y: float, paragraphs: list[str], indent: int = 6) -> float:
    for paragraph in paragraphs:
        for row in wrapped(paragraph, indent):
            blanks = len(row) - len(row.lstrip("\u2003"))
            pdf.text(LEFT + 6 * blanks, y, row.lstrip("\u2003"))
            y -= 18
    return y


def shown(source: Source) -> list[str]:
    return [source.text[line.start : line.end] for line in source.lines]


def codes(source: Source) -> list[str]:
    return [note.code for note in source.diagnostics]


BODY = [
    "Điều 1. Trách nhiệm của Sở Tư pháp",
    "1. Chủ trì, phối hợp với Tỉnh đoàn và các cơ quan, đơn vị có liên quan xây dựng kế hoạch tuyên truyền, phổ biến"
    " pháp luật cho thanh niên; định kỳ sáu tháng, hằng năm báo cáo Ủy ban nhân dân tỉnh kết quả thực hiện theo"
    " Quyết định số 12/2020/QĐ-UBND của Ủy ban nhân dân tỉnh.",
    "2. Bảo đảm kinh phí hoạt động. Mức hỗ trợ cho mỗi đơn vị tham gia trong một năm không thấp hơn mức tối thiểu là"
    " 1.500.000 đồng; việc thanh toán thực hiện theo Điều 5 của Quy chế này.",
    "Trong quá trình thực hiện, nếu có vướng mắc, các đơn vị phản ánh về Sở Tư pháp để được xem xét, giải quyết.",
    "a) Hồ sơ gồm có đơn.",
    "b) Bản sao giấy tờ.",
]


def test_wrapped_lines_become_paragraphs(pdf: Writer, tmp_path: Path) -> None:
    write(pdf, 700, BODY)
    found = read(pdf.save(tmp_path / "a.pdf"))
    assert shown(found) == BODY
    assert (found.format, found.pages, found.encoding) == ("pdf", 1, "")
    assert {line.page for line in found.lines} == {1}
    assert [round(line.indent) for line in found.lines] == [36] * len(BODY)


def test_sentences_may_end_at_the_margin(pdf: Writer, tmp_path: Path) -> None:
    first = "1. " + "Hai bên phối hợp với nhau. " * 2 + "Hai bên hẹn gặp."
    second = "Các bên thường xuyên trao đổi."
    write(pdf, 700, [BODY[1], first, BODY[2]])
    pdf.text(LEFT, 400, "1. Cứ sáu tháng hai bên lại họp, kiểm điểm công việc đã làm với nhau một lần.")
    pdf.text(LEFT, 382, second)
    found = shown(read(pdf.save(tmp_path / "a.pdf")))
    assert found[-1].endswith(f"một lần. {second}"), "no indent: the paragraph goes on"


def test_paragraphs_go_on_over_pages_and_furniture_goes(pdf: Writer, tmp_path: Path) -> None:
    text = [BODY[0], BODY[1] + " " + BODY[3], BODY[2]]
    rows = [row for paragraph in text for row in wrapped(paragraph)]
    pages = [rows[:3], rows[3:5], rows[5:7], rows[7:]]
    for number, page in enumerate(pages, 1):
        pdf.text(300, 800, str(number))
        pdf.text(LEFT, 30, f"Quy chế phối hợp ban hành năm 2024, trang {number} của 4")
        for place, row in enumerate(page):
            blanks = len(row) - len(row.lstrip("\u2003"))
            pdf.text(LEFT + 6 * blanks, 760 - 18 * place, row.strip("\u2003"))
        pdf.page()
    found = read(pdf.save(tmp_path / "a.pdf"))
    assert shown(found) == text
    assert [line.page for line in found.lines] == [1, 1, 4]
    assert codes(found) == ["page_furniture"]
    assert "4 page numbers (1 to 4)" in found.diagnostics[0].message


def test_columns_of_a_letterhead_are_read_one_after_the_other(pdf: Writer, tmp_path: Path) -> None:
    for place, (left, right) in enumerate(
        [
            ("ỦY BAN NHÂN DÂN", "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM"),
            ("TỈNH QUẢNG BÌNH", "Độc lập - Tự do - Hạnh phúc"),
            ("Số: 12/QĐ-UBND", "Quảng Bình, ngày 05 tháng 6 năm 2024"),
        ]
    ):
        pdf.text(90, 780 - 18 * place, left).text(310, 780 - 18 * place, right)
    pdf.text(267, 690, "QUYẾT ĐỊNH", bold=True)
    write(pdf, 660, BODY[:3])
    found = read(pdf.save(tmp_path / "a.pdf"))
    assert shown(found)[:8] == [
        "ỦY BAN NHÂN DÂN",
        "TỈNH QUẢNG BÌNH",
        "Số: 12/QĐ-UBND",
        "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM",
        "Độc lập - Tự do - Hạnh phúc",
        "Quảng Bình, ngày 05 tháng 6 năm 2024",
        "QUYẾT ĐỊNH",
        BODY[0],
    ]
    title = found.lines[6]
    assert (title.bold, title.centred) == (True, True)
    assert not any(line.centred for line in found.lines[:6])


def test_signatures_beside_recipients(pdf: Writer, tmp_path: Path) -> None:
    write(pdf, 760, BODY[:3])
    rows = [("Nơi nhận:", "GIÁM ĐỐC"), ("- Như Điều 3;", ""), ("- Các sở, ban,", ""), ("- Lưu: VT.", "Lê Văn An")]
    for place, (left, right) in enumerate(rows):
        pdf.text(LEFT, 500 - 16 * place, left)
        if right:
            pdf.text(400, 500 - 16 * place, right)
    assert shown(read(pdf.save(tmp_path / "a.pdf")))[-6:] == [
        "Nơi nhận:", "- Như Điều 3;", "- Các sở, ban,", "- Lưu: VT.", "GIÁM ĐỐC", "Lê Văn An",
    ]  # fmt: skip


def test_halves_of_other_lines_keep_a_tab_between_them(pdf: Writer, tmp_path: Path) -> None:
    write(pdf, 760, BODY[:2])
    pdf.text(LEFT, 500, "Địa chỉ").text(250, 500, ": Số 5, đường Trần Phú").text(LEFT, 480, "1.").text(
        150, 480, "Kinh phí"
    )
    assert shown(read(pdf.save(tmp_path / "a.pdf")))[-2:] == ["Địa chỉ\t: Số 5, đường Trần Phú", "1. Kinh phí"]


def test_headers_drawn_last_and_footers_drawn_first(pdf: Writer, tmp_path: Path) -> None:
    pdf.text(LEFT, 60, "Ghi chú cuối trang có dấu chấm.")
    write(pdf, 700, BODY[:2])
    pdf.text(LEFT, 800, "BẢN DỰ THẢO")
    assert shown(read(pdf.save(tmp_path / "a.pdf"))) == ["BẢN DỰ THẢO", *BODY[:2], "Ghi chú cuối trang có dấu chấm."]


def table(pdf: Writer, top: float, rows: list[list[str]], xs: tuple[int, ...] = (85, 125, 345, 540)) -> float:
    """Draw a ruled table, 20 points a line of text (cells hold lines parted by |), and give its lower edge."""
    y = top
    for row in rows:
        high = 20 * max(len(cell.split("|")) for cell in row)
        for cell, left, right in zip(row, xs, xs[1:], strict=False):
            pdf.box(left, y - high, right, y)
            for place, part in enumerate(cell.split("|")):
                pdf.text(left + 5, y - 15 - 20 * place, part) if part else None
        y -= high
    return y


def test_tables_give_their_cells(pdf: Writer, tmp_path: Path) -> None:
    write(pdf, 780, BODY[:2])
    end = table(
        pdf, 600, [["STT", "Nội dung", "Chủ trì"], ["1", "Tổ chức hội nghị tổng kết công tác|phối hợp", "Sở Tư pháp"]]
    )
    write(pdf, end - 40, BODY[4:])
    found = read(pdf.save(tmp_path / "a.pdf"))
    assert [(text, line.cell) for text, line in zip(shown(found), found.lines, strict=True)] == [
        (BODY[0], None),
        (BODY[1], None),
        ("STT", (0, 0, 0)),
        ("Nội dung", (0, 0, 1)),
        ("Chủ trì", (0, 0, 2)),
        ("1", (0, 1, 0)),
        ("Tổ chức hội nghị tổng kết công tác phối hợp", (0, 1, 1)),
        ("Sở Tư pháp", (0, 1, 2)),
        *((text, None) for text in BODY[4:]),
    ]


def test_a_table_goes_on_over_the_page(pdf: Writer, tmp_path: Path) -> None:
    head = ["STT", "Nội dung", "Chủ trì"]
    write(pdf, 780, BODY[:2])
    table(pdf, 300, [head, ["1", "Hội nghị", "Sở"], ["2", "Hội thi", "Đoàn"]])
    pdf.text(300, 800, "1").page()
    pdf.text(300, 800, "2")
    write(pdf, table(pdf, 780, [head, ["3", "Hội thảo", "Hội"]]) - 40, BODY[4:])
    found = read(pdf.save(tmp_path / "a.pdf"))
    cells = {text: line.cell for text, line in zip(shown(found), found.lines, strict=True) if line.cell}
    assert (cells["Hội thi"], cells["Hội thảo"]) == ((0, 2, 1), (0, 3, 1))
    assert shown(found).count("Nội dung") == 1
    assert "1" in cells, "numbers of rows are no page numbers"


def test_merged_cells_come_once(pdf: Writer, tmp_path: Path) -> None:
    write(pdf, 780, BODY[:2])
    for x in (85, 285, 540):
        pdf.rule(x, 500, x, 560)
    for y, start in ((560, 85), (540, 285), (500, 85), (520, 285)):
        pdf.rule(start, y, 540, y)
    pdf.text(90, 525, "gộp").text(290, 545, "một").text(290, 525, "hai").text(290, 505, "ba")
    found = read(pdf.save(tmp_path / "a.pdf"))
    cells = {text: line.cell for text, line in zip(shown(found), found.lines, strict=True) if line.cell}
    assert cells == {"gộp": (0, 0, 0), "một": (0, 0, 1), "hai": (0, 1, 1), "ba": (0, 2, 1)}


def test_stamps_are_set_into_their_line(pdf: Writer, tmp_path: Path) -> None:
    pdf.text(LEFT, 780, "Số:").text(LEFT + 50, 780, "/QĐ-UBND").stamp(LEFT + 24, 781, "63")
    write(pdf, 740, BODY[:3])
    assert shown(read(pdf.save(tmp_path / "a.pdf")))[0] == "Số: 63/QĐ-UBND"


def test_seals_of_signatures_are_left_out(pdf: Writer, tmp_path: Path) -> None:
    write(pdf, 740, BODY[:3])
    pdf.stamp(350, 800, "Người ký: Văn phòng Ủy ban").stamp(350, 785, "Thời gian ký: 05.06.2024 10:00:00")
    found = read(pdf.save(tmp_path / "a.pdf"))
    assert shown(found) == BODY[:3]
    assert codes(found) == ["page_furniture"]
    assert "Người ký" in found.diagnostics[0].message


def test_twisted_letters_are_mended(pdf: Writer, tmp_path: Path) -> None:
    text = "ðiều 1. Ðược ñề nghị ñơn vị ñể ñăng ký ñúng hạn."
    pdf.text(LEFT, 700, text)
    found = read(pdf.save(tmp_path / "a.pdf"))
    assert found.text == "Điều 1. Được đề nghị đơn vị để đăng ký đúng hạn."
    assert codes(found) == ["letters_mended"]


def test_pages_without_text_are_reported(pdf: Writer, tmp_path: Path) -> None:
    write(pdf, 740, BODY[:3])
    pdf.page().box(100, 100, 200, 200).page().page()
    found = read(pdf.save(tmp_path / "a.pdf"), ocr="never")
    assert [(note.code, note.severity) for note in found.diagnostics] == [("no_text_layer", "warning")]
    assert "Page 2" in found.diagnostics[0].message


def refused(path: Path) -> str:
    with pytest.raises(UnreadableFile) as error:
        read(path)
    assert error.value.remedy
    return error.value.code


def test_unreadable_files_say_why(pdf: Writer, tmp_path: Path) -> None:
    assert refused(type(pdf)().box(1, 1, 300, 300).stamp(9, 9, "Ký bởi: Văn phòng").save(tmp_path / "s.pdf")) == "scan"
    lock = (
        "/Encrypt << /Filter /Standard /V 1 /R 2 /P -4 /O <" + "41" * 32 + "> /U <" + "42" * 32 + "> >> /ID [<41> <41>]"
    )
    assert refused(pdf.text(9, 9, "Điều 1. Hai bên").save(tmp_path / "e.pdf", lock)) == "encrypted"
    path = tmp_path / "b.pdf"
    for data, code in [
        (b"", "empty"),
        (b"%PDF-1.7\n", "broken"),
        (b'{"message": "not found"}', "wrong_content"),
        (b"PK\x03\x04", "wrong_content"),
        (b"%PDF-1.7\n" + b"\x00\xff" * 4000, "broken"),
    ]:
        path.write_bytes(data)
        assert refused(path) == code


def test_truncated_files_end_in_text_or_in_a_refusal(pdf: Writer, tmp_path: Path) -> None:
    write(pdf, 740, BODY)
    whole = pdf.save(tmp_path / "a.pdf").read_bytes()
    path = tmp_path / "b.pdf"
    for share in range(1, 20):
        path.write_bytes(whole[: len(whole) * share // 20])
        try:
            read(path)
        except UnreadableFile as error:
            assert error.code in {"broken", "scan"}


def test_a_page_drawn_word_by_word_is_read_by_position(pdf: Writer, tmp_path: Path) -> None:
    words = [f"t{number}" for number in range(1200)]
    places = [(85 + 45 * (number % 10), 800 - 6 * (number // 10)) for number in range(1200)]
    for word, (x, y) in reversed(list(zip(words, places, strict=True))):
        pdf.text(x, y, word, 4)
    found = read(pdf.save(tmp_path / "a.pdf"))
    assert found.text.replace("\t", " ").split() == words


def test_a_file_without_its_end_is_told(tmp_path: Path) -> None:
    """PDFium gives what there is; the cross-reference table tells nothing about lost text but that it was not all."""
    whole = sound.pdf(sound.pdf_objects("PDF thắp đèn"))
    for data, warned in (
        (whole, False),
        (whole[: whole.rindex(b"%%EOF")], False),
        (whole + b"\n" * 2000, False),
        (whole[: whole.rindex(b"startxref")], True),
        (whole + b"\n8 0 obj\n<< /Length 4000 >>\nstream\n" + b"x" * 2000, True),
    ):
        (tmp_path / "a.pdf").write_bytes(data)
        codes = [note.code for note in read(tmp_path / "a.pdf").diagnostics if note.severity == "warning"]
        assert codes.count("cut_file") == warned
