"""How a line may begin that starts a unit, one way of writing a test."""

from __future__ import annotations

import unicodedata

import pytest

from dieukhoan.rulebook import check

BODY = (
    "Chương I\nQUY ĐỊNH CHUNG\nĐiều 1. Phạm vi\n1. Hai bên phối hợp.\n2. Hai bên trao đổi.\n"
    "Điều 2. Nguyên tắc\nTự nguyện."
)
PATHS = ["chp_I", "chp_I/art_1", "chp_I/art_1/cl_1", "chp_I/art_1/cl_2", "chp_I/art_2", "chp_I/art_2/para_1"]


def test_the_rules_of_the_outline_prove_themselves(rules):
    assert check(rules) == []


def test_a_chapter_takes_its_heading_from_the_next_line(outlined):
    done = outlined(BODY)
    assert done.paths == PATHS
    assert done["chp_I"].heading == "QUY ĐỊNH CHUNG"
    assert done["chp_I/art_1"].heading == "Phạm vi"
    assert done.codes == []


def test_decomposed_unicode_reads_like_composed(outlined):
    done = outlined(unicodedata.normalize("NFD", BODY), title="")
    assert done.paths == PATHS
    assert unicodedata.normalize("NFC", done["chp_I/art_1"].heading) == "Phạm vi"


def test_marks_of_bold_type_are_no_part_of_number_or_heading(outlined):
    done = outlined(
        BODY.replace("Chương I\nQUY ĐỊNH CHUNG", "**Chương I**\n**QUY ĐỊNH CHUNG**").replace(
            "Điều 1. Phạm vi", "**Điều 1. Phạm vi**"
        )
    )
    assert done.paths == PATHS
    assert (done["chp_I"].heading, done["chp_I/art_1"].heading) == ("QUY ĐỊNH CHUNG", "Phạm vi")


@pytest.mark.parametrize(
    "written", ["Điều1. Phạm vi", "ĐIỀU 1: Phạm vi", "Điều 1 Phạm vi", "Điều 1 - Phạm vi", "ĐIỀU 1\nPhạm vi"]
)
def test_ways_of_writing_an_article(outlined, written):
    done = outlined(BODY.replace("Điều 1. Phạm vi", written))
    assert done.paths == PATHS
    assert done["chp_I/art_1"].heading == "Phạm vi"


@pytest.mark.parametrize(
    "written",
    ["CHƯƠNG I. QUY ĐỊNH CHUNG", "Chương I: QUY ĐỊNH CHUNG", "Chương I\nQUY ĐỊNH\nCHUNG", "Chương I\n\nQuy định chung"],
)
def test_ways_of_writing_a_chapter(outlined, written):
    done = outlined(BODY.replace("Chương I\nQUY ĐỊNH CHUNG", written))
    assert done.paths == PATHS
    assert " ".join(done["chp_I"].heading.split()).upper() == "QUY ĐỊNH CHUNG"


@pytest.mark.parametrize("close", [")", ".", "/", " -"])
def test_letters_in_vietnamese_order(outlined, close):
    letters = "abcdđeghik"
    done = outlined(
        "Điều 1. Nội dung\n1. Gồm:\n" + "\n".join(f"{letter}{close} Việc thứ {letter};" for letter in letters)
    )
    assert done.paths[2:] == [f"art_1/cl_1/point_{letter}" for letter in letters]
    assert done.codes == []


def test_letters_in_english_order_leave_no_gap(outlined):
    done = outlined("Điều 1. Nội dung\n1. Gồm:\n" + "\n".join(f"{letter}) Việc {letter};" for letter in "abcdefghij"))
    assert done.codes == []


@pytest.mark.parametrize("sign", ["-", "–", "+", "•", "*"])
def test_bullets(outlined, sign):
    done = outlined(f"Điều 1. Nội dung\n1. Gồm:\n{sign} Việc một;\n{sign} Việc hai.\n2. Khác.")
    assert done.paths[1:] == ["art_1/cl_1", "art_1/cl_1/indent_1", "art_1/cl_1/indent_2", "art_1/cl_2"]
    assert done["art_1/cl_1/indent_1"].text == "Việc một;"
    assert done["art_1/cl_1/indent_1"].number == ""


def test_a_dash_holds_plus_signs(outlined):
    done = outlined("I. NỘI DUNG\n- Việc một:\n+ Phần a;\n+ Phần b.\n- Việc hai.")
    assert done.paths[1:] == ["sec_I/indent_1", "sec_I/indent_1/indent_1", "sec_I/indent_1/indent_2", "sec_I/indent_2"]


def test_dotted_numbers(outlined):
    done = outlined("PHẦN I. NỘI DUNG\n1. Đào tạo\n1.1. Mở lớp.\n1.1.1. Lớp ngắn hạn.\n1.2 Cấp chứng chỉ.\n2. Khác.")
    assert done.paths == [
        "part_I",
        "part_I/cl_1",
        "part_I/cl_1/cl_1.1",
        "part_I/cl_1/cl_1.1/cl_1.1.1",
        "part_I/cl_1/cl_1.2",
        "part_I/cl_2",
    ]


def test_a_dotted_number_below_its_article_and_one_written_apart(outlined):
    done = outlined(
        "Điều 4. Thanh toán\n4. 1. Phương thức thanh toán.\n- Chuyển khoản;\n4.2 Hình thức.\n4.3. Thời hạn."
    )
    assert done.paths == ["art_4", "art_4/cl_4.1", "art_4/cl_4.1/indent_1", "art_4/cl_4.2", "art_4/cl_4.3"]


def test_words_for_numbers(outlined):
    done = outlined("Phần thứ nhất\nQUY ĐỊNH CHUNG\nĐiều 1. Phạm vi\nPhần thứ hai\nTHỰC HIỆN\nĐiều 2. Kinh phí")
    assert done.paths == ["part_nhất", "part_nhất/art_1", "part_hai", "part_hai/art_2"]
    assert done["part_hai"].number == "thứ hai"


def test_indentation_by_blanks_and_tabs_changes_nothing(outlined):
    indented = "\n".join(("\t" if number % 2 else "      ") + line for number, line in enumerate(BODY.split("\n")))
    assert outlined(indented).paths == PATHS


def test_a_marker_alone_on_its_line_takes_the_next_line(outlined):
    done = outlined("Điều 1\nĐỐI TƯỢNG HỢP ĐỒNG\nBên A giao, Bên B nhận.\nĐiều 2\nHợp đồng này có hiệu lực từ ngày ký.")
    assert done["art_1"].heading == "ĐỐI TƯỢNG HỢP ĐỒNG"
    assert (done["art_2"].heading, done["art_2/para_1"].text) == ("", "Hợp đồng này có hiệu lực từ ngày ký.")


def test_a_page_number_between_dashes_is_no_item(outlined):
    assert outlined("1. Sở A họp.\n- 2 -\n2. Sở B họp.").paths == ["cl_1", "cl_2"]


def test_the_name_of_an_attached_file_is_no_annex(outlined):
    text = "Điều 1. Phạm vi\nQuy chế này quy định việc họp.\nPhụ lục I - TT 15.docx\nĐiều 2. Nội dung\nHai bên họp."
    assert outlined(text).paths == ["art_1", "art_1/para_1", "art_2", "art_2/para_1"]
