"""Programmes and regulations between offices of a province, as their writers word them: who leads, helps, is told."""

from __future__ import annotations

import pytest

from made_sentences import PARTIES, analysed, who


@pytest.mark.parametrize(
    ("sentence", "leads", "support"),
    [
        ("Hội Nông dân xã chủ trì, cùng Ngân hàng Nhà nước mở lớp.", ("Hội Nông dân xã",), ("Ngân hàng Nhà nước",)),
        ("Đoàn xã chủ trì cùng các đồn biên phòng tổ chức dọn đường.", ("Đoàn xã",), ("Đồn biên phòng",)),
        ("Hội Nông dân xã lập tổ vay vốn, được Ủy ban nhân dân xã công nhận.", ("Hội Nông dân xã",), ()),
        ("Tổ trưởng chủ trì họp bình xét.", ("Tổ trưởng",), ()),
        ("Trường học cung cấp danh sách học sinh.", ("Trường học",), ()),
        ("Tư vấn giám sát ký nhật ký công trường.", ("Tư vấn giám sát",), ()),
        ("Học viên tham gia lớp học được hỗ trợ tiền ăn.", PARTIES, ()),
        ("Thanh tra giao thông vận hành cân.", ("Thanh tra giao thông",), ()),
        ("Quý IV, các huyện, thị tổ chức sơ kết.", ("Các huyện, thị",), ()),
        ("LĐLĐ và BHXH các huyện ký kế hoạch.", ("LĐLĐ và BHXH các huyện",), ()),
        ("Các ngành luân phiên chủ trì.", PARTIES, ()),
        (
            "Phòng Quản lý Thu - Sổ, Thẻ (BHXH tỉnh) lập danh sách.",
            ("Phòng Quản lý Thu - Sổ, Thẻ",),
            (),
        ),
    ],
)
def test_who_leads_and_who_helps(using, sentence, leads, support):
    done = analysed(using, f"1. {sentence}")
    assert [(who(done, duty, "lead"), who(done, duty, "support")) for duty in done.duties] == [(leads, support)]


def test_the_standing_office_is_named_before_a_semicolon(using):
    done = analysed(using, "1. Sở Tài chính", "a) Là cơ quan thường trực; theo dõi, tổng hợp kết quả.")
    assert [who(done, duty, "lead") for duty in done.duties] == [PARTIES[1:]] * 2


def test_a_short_form_is_not_that_of_the_line_above(using):
    done = analysed(
        using,
        "1. Thực hiện công văn của Bộ Nội vụ;",
        "Ban Thường trực Hội Khuyến học tỉnh (gọi tắt là Khuyến tài) gửi tài liệu.",
        "2. Khuyến tài họp giao ban.",
    )
    assert who(done, done.duties[-1], "lead") == ("Ban Thường trực Hội Khuyến học tỉnh Hà Giang",)
