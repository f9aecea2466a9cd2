"""Duties that were passed over without a word: behind a time, below a heading, under principles."""

from __future__ import annotations

import pytest

from made_sentences import PARTIES, analysed, who

HOI, SO = PARTIES


@pytest.mark.parametrize(
    "sentence",
    [
        "Định kỳ hằng quý hoặc đột xuất (nếu có vụ việc), cung cấp cho Hội số liệu học viên.",
        "Định kỳ hằng năm và đột xuất khi có yêu cầu, tổ chức kiểm tra các lớp học.",
        "Hằng tháng, quý, 6 tháng, năm và đột xuất tổng hợp số liệu gửi Hội.",
        "Khi đó rà soát danh sách học viên.",
    ],
)
def test_a_time_that_goes_on(using, sentence):
    done = analysed(using, "1. Sở Tài chính có trách nhiệm:", f"a) {sentence}", "b) Bố trí kinh phí.")
    assert [who(done, duty, "lead") for duty in done.duties] == [(SO,), (SO,)]


def test_then_somebody_acts(using):
    done = analysed(using, "1. Khi đó Sở Tài chính sẽ kiểm tra ngay. Theo đó, Hội bố trí hội trường.")
    assert [who(done, duty, "lead") for duty in done.duties] == [(SO,), (HOI,)]


def test_a_heading_above_things_is_the_duty(using):
    done = analysed(
        using,
        "Điều 1. Trách nhiệm của Sở Tài chính",
        "1. Cung cấp cho Hội Khuyến học tỉnh",
        "a) Danh sách các lớp;",
        "b) Bảng kê chi tiết kinh phí.",
    )
    assert [(duty.text, who(done, duty, "lead"), who(done, duty, "recipient")) for duty in done.duties] == [
        ("Cung cấp cho Hội Khuyến học tỉnh", (SO,), (HOI,))
    ]


def test_a_heading_above_duties_is_none(using):
    done = analysed(
        using,
        "Điều 1. Trách nhiệm của Sở Tài chính",
        "1. Hỗ trợ Hội Khuyến học tỉnh",
        "a) Cấp kinh phí mở lớp;",
        "b) Cử giảng viên.",
    )
    assert [duty.text for duty in done.duties] == ["Cấp kinh phí mở lớp", "Cử giảng viên"]


@pytest.mark.parametrize("heading", ["Nguyên tắc phối hợp", "Mục đích"])
def test_a_promise_binds_under_any_heading(using, heading):
    done = analysed(
        using, f"Điều 1. {heading}", "1. Sở Tài chính cam kết giữ bí mật số liệu.", "2. Sở Tài chính thống kê."
    )
    assert [duty.text for duty in done.duties] == ["Sở Tài chính cam kết giữ bí mật số liệu"]


@pytest.mark.parametrize(
    ("sentence", "lead"),
    [
        ("Giám đốc Sở tổ chức họp.", "Giám đốc Sở tỉnh Hà Giang"),
        ("Thanh tra Sở tổ chức kiểm tra các lớp học.", "Thanh tra Sở tỉnh Hà Giang"),
        ("Sở Xây dựng tổ chức hội nghị.", "Sở Xây dựng tỉnh Hà Giang"),
        ("Cảnh sát khu vực báo cáo cấp trên.", "Cảnh sát khu vực"),
        ("Ban Quản lý rừng phòng hộ tuần tra.", "Ban Quản lý rừng phòng hộ"),
        ("Đài Phát thanh và Truyền hình đưa tin.", "Đài Phát thanh và Truyền hình"),
        ("Phòng tổ chức cán bộ lập danh sách.", "Phòng tổ chức cán bộ"),
    ],
)
def test_names_beside_verbs_that_are_fields_too(using, sentence, lead):
    done = analysed(using, f"1. {sentence}")
    assert [who(done, duty, "lead") for duty in done.duties] == [(lead,)]
