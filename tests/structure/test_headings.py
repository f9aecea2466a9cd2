"""What is the heading of a unit, and what its text."""

from __future__ import annotations

import pytest


def _both(outlined, body, path):
    unit = outlined(body)[path]
    return unit.heading, unit.text


@pytest.mark.parametrize(
    ("body", "path", "heading", "text"),
    [
        ("Điều 1. Hiệu lực thi hành\n1. Từ ngày ký.", "art_1", "Hiệu lực thi hành", ""),
        (
            "Điều 1. Quyết định này có hiệu lực kể từ ngày ký.\nĐiều 2. A",
            "art_1",
            "",
            "Quyết định này có hiệu lực kể từ ngày ký.",
        ),
        ("Điều 1. Hiệu lực của Thỏa ước.\n1. Ba năm.", "art_1", "Hiệu lực của Thỏa ước", ""),
        ("Điều 1: SẢN PHẨM:\n1. Gạo.", "art_1", "SẢN PHẨM", ""),
        ("Điều 1. Sửa đổi một số điều như sau:\n1. Bỏ Điều 2.", "art_1", "", "Sửa đổi một số điều như sau:"),
        ("I. TỔ CHỨC THỰC HIỆN.\n1. Sở A.", "sec_I", "TỔ CHỨC THỰC HIỆN", ""),
        ("I. A\n1. Mục đích\n- B.", "sec_I/cl_1", "Mục đích", ""),
        ("I. A\n1. Liên đoàn Lao động tỉnh.\n- B.", "sec_I/cl_1", "Liên đoàn Lao động tỉnh", ""),
        ("I. A\n1. Trách nhiệm của Bên B:\n- C.", "sec_I/cl_1", "Trách nhiệm của Bên B", ""),
        ("I. A\n1. Sở Y tế có trách nhiệm:\n- B.", "sec_I/cl_1", "", "Sở Y tế có trách nhiệm:"),
        (
            "I. A\n1. Tỉnh đoàn chủ trì, phối hợp với Sở B:\n- C.",
            "sec_I/cl_1",
            "",
            "Tỉnh đoàn chủ trì, phối hợp với Sở B:",
        ),
        ("I. A\n1. Nội dung trao đổi gồm:\na) B.", "sec_I/cl_1", "", "Nội dung trao đổi gồm:"),
        ("I. A\n1. Đề nghị các đoàn thể xã:\n- B.", "sec_I/cl_1", "", "Đề nghị các đoàn thể xã:"),
        ("I. A\n1. Cơ quan Công an cấp tỉnh.\n2. B.", "sec_I/cl_1", "", "Cơ quan Công an cấp tỉnh."),
        (
            "I. A\n1. Mục tiêu chung: Nâng cao năng lực của hội viên.\n2. B.",
            "sec_I/cl_1",
            "Mục tiêu chung",
            "Nâng cao năng lực của hội viên.",
        ),
        ("I. A\n- Thời gian: Trong quý I năm 2026.\n- B.", "sec_I/indent_1", "Thời gian", "Trong quý I năm 2026."),
        (
            "I. A\n1. Trường hợp khẩn cấp: Báo cáo ngay cho hai bên.",
            "sec_I/cl_1",
            "",
            "Trường hợp khẩn cấp: Báo cáo ngay cho hai bên.",
        ),
        ("I. A\n1. Số tầng: ………\n2. B.", "sec_I/cl_1", "", "Số tầng: ………"),
        ("I. A\n1. Hội Nông dân tỉnh …………\na) B.", "sec_I/cl_1", "Hội Nông dân tỉnh …………", ""),
    ],
)
def test_heading_or_text(outlined, body, path, heading, text):
    assert _both(outlined, body, path) == (heading, text)


def test_a_running_paragraph_has_no_run_in_heading(outlined):
    body = "I. A\n1. Hai bên cử đầu mối.\nCông đoàn tỉnh: Giao Ban Chính sách làm đầu mối;"
    assert _both(outlined, body, "sec_I/cl_1/para_1") == ("", "Công đoàn tỉnh: Giao Ban Chính sách làm đầu mối;")


def test_a_clause_with_a_label_and_a_paragraph_below(outlined):
    done = outlined("I. A\n1. Đối tượng\nHội viên toàn tỉnh.\n2. B.")
    assert (done["sec_I/cl_1"].heading, done["sec_I/cl_1/para_1"].text) == ("Đối tượng", "Hội viên toàn tỉnh.")


def test_a_long_scope_alone_on_its_line_is_a_heading(outlined):
    scope = "Đối với thuyền viên làm việc trên tàu cá của các hợp tác xã được đóng mới trong tỉnh"
    done = outlined(f"I. A\n1. {scope}\nHội hỗ trợ học nghề.\n2. {scope} phải học nghề\nHội hỗ trợ.")
    assert (done["sec_I/cl_1"].heading, done["sec_I/cl_2"].heading) == (scope, "")


def test_the_span_of_a_unit_holds_number_heading_and_text(outlined):
    done = outlined("I. A\n1. Mục tiêu chung: Nâng cao năng lực của hội viên.")
    unit = done["sec_I/cl_1"]
    assert done.document.text[unit.start : unit.end] == "1. Mục tiêu chung: Nâng cao năng lực của hội viên."


def test_blanks_to_fill_in_belong_to_the_line_above(outlined):
    done = outlined("Điều 1. A\n1. Các văn bản kèm theo:\n………………………\n2. B.")
    assert done["art_1/cl_1"].text == "Các văn bản kèm theo:\n………………………"
