"""What looks like the beginning of a unit and is none, and numbering that is not what it should be."""

from __future__ import annotations

import pytest

LONG = "Hai cơ quan phối hợp tuyên truyền, phổ biến, giáo dục đoàn viên, hội viên về nội dung của"


@pytest.mark.parametrize(
    "wrapped",
    [
        "Điều 5 Luật Công đoàn và các văn bản hướng dẫn.",
        "Điều 38 của Luật Trẻ em số 102/2016/QH13.",
        "khoản 2 Điều 12 Luật này.",
        "1.490.000 đồng mỗi tháng.",
        "30. 6. 2024 và gửi về cơ quan thường trực.",
        "1.5 triệu đồng cho mỗi lớp.",
        "15/6 và 15/12 hằng năm.",
    ],
)
def test_a_wrapped_line_belongs_to_the_sentence_above(outlined, wrapped):
    done = outlined(f"Điều 1. Nội dung\n1. {LONG}\n{wrapped}\n2. Việc khác.")
    assert done.paths == ["art_1", "art_1/cl_1", "art_1/cl_2"]
    assert done["art_1/cl_1"].text.endswith(wrapped)


def test_a_wrapped_number_that_does_not_fit_is_text(outlined):
    done = outlined(f"Điều 1. Nội dung\n1. {LONG} khoản\n7. Các cơ quan báo cáo.\n2. Việc khác.")
    assert done.paths == ["art_1", "art_1/cl_1", "art_1/cl_2"]


def test_a_heading_that_wraps(outlined):
    done = outlined("Điều 1. Phối hợp trong việc cung cấp thông tin, tài liệu\ncho cơ quan thuế\n1. Cung cấp.")
    assert done["art_1"].heading == "Phối hợp trong việc cung cấp thông tin, tài liệu\ncho cơ quan thuế"


def test_a_gap_is_kept_and_said(outlined):
    done = outlined("Điều 1. Một\nNội dung.\nĐiều 4. Bốn\n1. Mở.\n3. Đóng.")
    assert done.paths == ["art_1", "art_1/para_1", "art_4", "art_4/cl_1", "art_4/cl_3"]
    assert done.codes == [("numbering_gap", "art_4"), ("numbering_gap", "art_4/cl_3")]
    gap = done.document.diagnostics[0]
    assert (gap.severity, done.document.text[gap.start : gap.end]) == ("warning", "Điều 4. Bốn")


def test_a_repeat_gets_a_suffix_and_is_said(outlined):
    done = outlined("Điều 1. Một\n1. Mở.\n2. Đóng.\n2. Khóa.\n3. Cất.")
    assert done.paths[1:] == ["art_1/cl_1", "art_1/cl_2", "art_1/cl_2-2", "art_1/cl_3"]
    assert done.codes == [("numbering_repeat", "art_1/cl_2-2")]


def test_an_inserted_article_is_no_gap(outlined):
    done = outlined("Điều 7. Một\nMở.\nĐiều 7a. Hai\nĐóng.\nĐiều 8. Ba\nKhóa.")
    assert [path for path in done.paths if "/" not in path] == ["art_7", "art_7a", "art_8"]
    assert [code for code, unit in done.codes if unit != "art_7"] == []


def test_articles_number_on_through_chapters_and_anew_in_another_part(outlined):
    done = outlined(
        "PHẦN I. MỘT\nChương I\nCHUNG\nĐiều 1. Một\nChương II\nRIÊNG\nĐiều 2. Hai\nPHẦN II. HAI\nĐiều 1. Lại một"
    )
    assert done.codes == []


def test_two_lists_in_one_clause(outlined):
    done = outlined(
        "Điều 1. A\n1. Hồ sơ gồm:\na) Đơn;\nb) Bản sao.\nThủ tục gồm các bước:\na) Nộp;\nb) Nhận.\n2. Khác."
    )
    assert done.paths[1:] == [
        "art_1/cl_1",
        "art_1/cl_1/point_a",
        "art_1/cl_1/point_b",
        "art_1/cl_1/point_b/para_1",
        "art_1/cl_1/point_b/para_1/point_a",
        "art_1/cl_1/point_b/para_1/point_b",
        "art_1/cl_2",
    ]
    assert done.codes == []


def test_an_inner_list_of_the_same_shape(outlined):
    done = outlined("Điều 1. A\n1. Mở.\na) Các bước:\n1. Nộp;\n2. Nhận.\nb) Thời hạn.\n2. Đóng.")
    assert done.paths[1:] == [
        "art_1/cl_1",
        "art_1/cl_1/point_a",
        "art_1/cl_1/point_a/cl_1",
        "art_1/cl_1/point_a/cl_2",
        "art_1/cl_1/point_b",
        "art_1/cl_2",
    ]


def test_a_number_after_bullets_goes_back_to_the_section(outlined):
    done = outlined("I. MỤC ĐÍCH\n- Nâng cao nhận thức.\n- Tạo chuyển biến.\n1. Cấp tỉnh.\n2. Cấp xã.")
    assert done.paths[1:] == ["sec_I/indent_1", "sec_I/indent_2", "sec_I/cl_1", "sec_I/cl_2"]


def test_i_is_a_letter_in_a_list_of_letters(outlined):
    body = "\n".join(f"{letter}) Việc;" for letter in "abcdđeghik")
    assert outlined(f"Điều 1. A\n1. Gồm:\n{body}").paths[-2:] == ["art_1/cl_1/point_i", "art_1/cl_1/point_k"]


def test_small_roman_numbers_below_a_point(outlined):
    done = outlined("Điều 1. A\n1. Gồm:\na) Việc:\n(i) Một;\n(ii) Hai;\nb) Khác.")
    assert done.paths[3:] == ["art_1/cl_1/point_a/point_i", "art_1/cl_1/point_a/point_ii", "art_1/cl_1/point_b"]


def test_letters_that_explain_a_formula_are_no_list(outlined):
    done = outlined("Điều 1. Cách tính\n1. Công thức:\nT = Q x G\nT - Tiền phải nộp;\nQ - Trữ lượng.\n2. Khác.")
    assert [unit.kind for unit in done.document.units if unit.number in ("T", "Q")] == []


def test_provisions_quoted_by_an_amending_text(outlined):
    done = outlined(
        "Điều 1. Sửa đổi Quy chế\n1. Sửa đổi Điều 7 như sau:\n“Điều 7. Báo cáo\n1. Hằng quý.\n2. Hằng năm.”\n"
        "2. Bãi bỏ Điều 9.\nĐiều 2. Hiệu lực\nTừ ngày ký."
    )
    assert done.paths == [
        "art_1",
        "art_1/cl_1",
        "art_1/cl_1/para_1",
        "art_1/cl_1/para_2",
        "art_1/cl_1/para_3",
        "art_1/cl_2",
        "art_2",
        "art_2/para_1",
    ]


def test_a_forgotten_quotation_mark_does_not_swallow_the_rest(outlined):
    done = outlined("Điều 1. Sửa đổi\n1. Như sau:\n“Điều 7. Báo cáo\n2. Bãi bỏ Điều 9.\nĐiều 2. Hiệu lực\nTừ ngày ký.")
    assert "art_2" in done.paths


def test_a_footnote_figure_behind_a_number(outlined):
    done = outlined("Điều 3. Từ ngữ\n1. Cửa khẩu là nơi nhập cảnh.\n2.5 Thị thực là giấy tờ.\n3. Cư trú.")
    assert done.paths == ["art_3", "art_3/cl_1", "art_3/cl_2", "art_3/cl_3"]
    assert done.codes[1:] == []
