"""The rank of a marker is where it stands, not its shape alone."""

from __future__ import annotations


def test_roman_numbers_on_top(outlined):
    done = outlined("I. MỤC ĐÍCH\n1. Nâng cao nhận thức.\nII. THỰC HIỆN\n1. Sở A\n- Chủ trì.\n2. Sở B\n- Phối hợp.")
    assert done.paths == [
        "sec_I",
        "sec_I/cl_1",
        "sec_II",
        "sec_II/cl_1",
        "sec_II/cl_1/indent_1",
        "sec_II/cl_2",
        "sec_II/cl_2/indent_1",
    ]
    assert done["sec_I"].kind == "section"


def test_arabic_numbers_on_top(outlined):
    done = outlined("1. Mục đích\n- Nâng cao.\n2. Yêu cầu\n2.1. Thiết thực.\n2.2. Hiệu quả.")
    assert done.paths == ["cl_1", "cl_1/indent_1", "cl_2", "cl_2/cl_2.1", "cl_2/cl_2.2"]


def test_letters_above_roman_numbers_are_parts(outlined):
    done = outlined(
        "A. QUY ĐỊNH CHUNG\nI. PHẠM VI\n1. Toàn tỉnh.\nII. ĐỐI TƯỢNG\n1. Hội viên.\nB. THỰC HIỆN\nI. CẤP TỈNH\n1. Sở."
    )
    assert [path for path in done.paths if "cl_" not in path] == [
        "part_A",
        "part_A/sec_I",
        "part_A/sec_II",
        "part_B",
        "part_B/sec_I",
    ]


def test_letters_below_roman_numbers_are_subsections(outlined):
    done = outlined(
        "I. NỘI DUNG\nA. TUYÊN TRUYỀN\n1. Mở hội nghị.\nB. TẬP HUẤN\n1. Mở lớp.\nII. THỰC HIỆN\n1. Các cấp."
    )
    assert [path for path in done.paths if "cl_" not in path] == ["sec_I", "sec_I/subsec_A", "sec_I/subsec_B", "sec_II"]


def test_a_roman_number_below_an_article_is_a_clause(outlined):
    done = outlined("Điều 1. Nội dung\nI. Cấp tỉnh:\n1. Sở A.\n2. Sở B.\nII. Cấp xã:\n1. Hội.\nĐiều 2. Khác\nHết.")
    assert done.paths[:4] == ["art_1", "art_1/cl_I", "art_1/cl_I/cl_1", "art_1/cl_I/cl_2"]


def test_a_roman_heading_between_articles_stands_above_them(outlined):
    done = outlined("I. CHUNG\nĐiều 1. Một\n1. Mở.\n2. Đóng.\nII. RIÊNG\nĐiều 2. Hai\nHết.")
    assert done.paths == [
        "sec_I",
        "sec_I/art_1",
        "sec_I/art_1/cl_1",
        "sec_I/art_1/cl_2",
        "sec_II",
        "sec_II/art_2",
        "sec_II/art_2/para_1",
    ]


def test_sections_and_subsections_of_a_chapter(outlined):
    done = outlined(
        "Chương I\nCHUNG\nMục 1\nMỘT\nTiểu mục 1. Nhỏ\nĐiều 1. A\nB.\nMục 2. HAI\nĐiều 2. C\nD.\nChương II\nRIÊNG\n"
        "Mục 1. BA\nĐiều 3. E\nG."
    )
    assert [path for path in done.paths if "art" not in path] == [
        "chp_I",
        "chp_I/sec_1",
        "chp_I/sec_1/subsec_1",
        "chp_I/sec_2",
        "chp_II",
        "chp_II/sec_1",
    ]
    assert done.codes == []


def test_a_text_without_chapters_and_one_without_articles(outlined):
    assert outlined("Điều 1. Một\nMở.\nĐiều 2. Hai\nĐóng.").paths == ["art_1", "art_1/para_1", "art_2", "art_2/para_1"]
    assert outlined("Chương I\nMỘT\n1. A.\n2. B.\nChương II\nHAI\n1. C.").paths == [
        "chp_I",
        "chp_I/cl_1",
        "chp_I/cl_2",
        "chp_II",
        "chp_II/cl_1",
    ]


def test_a_number_with_its_section_in_it(outlined):
    done = outlined("I. NỘI DUNG\nI.1. Tuyên truyền.\nI.2. Tập huấn.\nII. THỰC HIỆN\nII.1. Sở A.")
    assert done.paths == ["sec_I", "sec_I/cl_I.1", "sec_I/cl_I.2", "sec_II", "sec_II/cl_II.1"]


def test_a_paragraph_after_a_numbered_unit_is_its_child(outlined):
    done = outlined("Điều 1. A\nMở đầu.\n1. Một.\nThêm cho một.\nThêm nữa.\n2. Hai:\n- Ba.\nThêm cho ba.")
    assert done.paths == [
        "art_1",
        "art_1/para_1",
        "art_1/cl_1",
        "art_1/cl_1/para_1",
        "art_1/cl_1/para_2",
        "art_1/cl_2",
        "art_1/cl_2/indent_1",
        "art_1/cl_2/indent_1/para_1",
    ]


def test_a_label_holds_the_list_below_it(outlined):
    done = outlined("Điều 1. A\nMẫu giấy.\nGhi chú:\n(1) Tên cơ quan.\n(2) Địa danh.")
    assert done.paths == ["art_1", "art_1/para_1", "art_1/para_2", "art_1/para_2/cl_1", "art_1/para_2/cl_2"]
    assert done["art_1/para_2"].heading == "Ghi chú"


def test_positions_depths_and_parents(outlined):
    done = outlined("Điều 1. Một\n1. Gồm:\na) Mở.\nĐiều 2. Hai\nĐóng.")
    assert [(unit.position, unit.depth, unit.parent) for unit in done.document.units] == [
        (1, 1, ""),
        (2, 2, "art_1"),
        (3, 3, "art_1__cl_1"),
        (4, 1, ""),
        (5, 2, "art_2"),
    ]


def test_a_text_without_any_marker_is_a_row_of_paragraphs(outlined):
    done = outlined("Hai cơ quan thống nhất các nội dung sau:\nThường xuyên trao đổi thông tin.\nCùng kiểm tra.")
    assert done.paths == ["preamble_1", "para_1", "para_2"]
