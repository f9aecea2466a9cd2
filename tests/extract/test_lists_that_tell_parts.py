"""Lines above a list that only tell what something is made up of, or on what condition something is done."""

from __future__ import annotations

import pytest

from made_sentences import PARTIES, analysed, who

HOI, SO = PARTIES


@pytest.mark.parametrize(
    "line",
    [
        "Hồ sơ đề nghị hỗ trợ gửi Sở Tài chính gồm:",
        "Các cơ quan thực hiện chế độ kiểm kê tài sản bao gồm:",
        "Người được hưởng phụ cấp bao gồm:",
        "Hoạt động tư vấn được ưu tiên gồm có:",
    ],
)
def test_what_the_subject_is_made_up_of_is_no_duty(using, line):
    done = analysed(using, f"1. {line}", "a) Tờ trình;", "b) Bảng kê.")
    assert done.duties == ()


@pytest.mark.parametrize(
    "line",
    [
        "Sở Tài chính lập bộ hồ sơ đối chiếu bao gồm:",
        "Sở Tài chính có trách nhiệm gửi tờ trình bao gồm:",
        "Bản kê được lập thành 02 bộ, bao gồm:",
        "Tiền hỗ trợ Sở Tài chính phải cấp cho Hội bao gồm:",
    ],
)
def test_what_somebody_makes_up_is_one(using, line):
    done = analysed(using, f"1. {line}", "a) Tờ trình;", "b) Bảng kê.")
    assert [duty.text for duty in done.duties] == [line.rstrip(":")]


def test_items_of_a_condition_are_not_done_then(using):
    done = analysed(
        using,
        "1. Sở Tài chính cấp kinh phí khi đơn vị đáp ứng đủ các nội dung sau đây:",
        "a) Không có khoản nợ quá hạn;",
        "b) Có quyền sử dụng trụ sở;",
        "c) Bố trí được người phụ trách.",
    )
    assert [who(done, duty, "lead") for duty in done.duties] == [(SO,)]


def test_items_behind_a_condition_are(using):
    done = analysed(
        using,
        "1. Khi nhận được đề nghị, Sở Tài chính thực hiện các công việc sau:",
        "a) Kiểm tra hồ sơ;",
        "b) Trả lời bằng văn bản.",
    )
    assert [who(done, duty, "lead") for duty in done.duties] == [(SO,), (SO,)]


def test_who_opens_the_clause_acts_and_not_who_signed_the_paper(using):
    done = analysed(
        using,
        "1. Người được cử đến nhận tài liệu phải có giấy giới thiệu do Sở Tài chính ký.",
        "2. Cán bộ xét nghiệm thực hiện đúng quy trình do Sở Tài chính ban hành.",
    )
    assert [who(done, duty, "lead") for duty in done.duties] == [
        ("Người được cử đến nhận tài liệu",),
        ("Cán bộ xét nghiệm",),
    ]


def test_further_terms_of_one_act_are_no_acts(using):
    line = "Sở Tài chính gửi báo cáo trước ngày 15/7 hằng năm; trước ngày 15/01 hằng năm đối với các huyện miền núi"
    done = analysed(using, f"1. {line}.")
    assert [(duty.text, len(duty.deadlines)) for duty in done.duties] == [(line, 2)]


def test_who_gets_a_copy_is_told_in_a_clause_of_its_own(using):
    done = analysed(using, "1. Sở Tài chính giao dự toán cho Phòng Nội vụ; đồng gửi Kho bạc Nhà nước.")
    assert [who(done, duty, "recipient") for duty in done.duties] == [("Phòng Nội vụ",), ("Kho bạc Nhà nước",)]


def test_what_one_is_to_be_informed_about_is_no_task(using):
    line = "Sở Tài chính chỉ đạo các phòng chuyên môn thông tin cho Hội Khuyến học những số liệu về:"
    done = analysed(using, f"1. {line}", "a) Thống kê, báo cáo thu chi;", "b) Kế hoạch hằng năm cần phối hợp.")
    assert [duty.text for duty in done.duties] == [line.rstrip(":")]


def test_who_reported_something_does_not_check_it(using):
    told = "do các tổ chức tài chính, tổ chức, cá nhân kinh doanh dịch vụ và các tổ chức, cá nhân khác báo cáo"
    task = f"Chỉ đạo đội phòng, chống thất thoát kiểm tra số liệu {told} theo quy định."
    (duty,) = (done := analysed(using, "1. Sở Tài chính có trách nhiệm:", f"a) {task}")).duties
    assert who(done, duty, "lead") == (SO,)


def test_which_ways_one_may_take_is_no_permission(using):
    done = analysed(using, "1. Hình thức gồm: Họp báo; phát tờ rơi và các cách khác mà Sở Tài chính có thể áp dụng.")
    assert done.duties == ()


@pytest.mark.parametrize(
    "line",
    [
        "Trong trường hợp xảy ra sự kiện bất khả kháng, Sở Tài chính có nghĩa vụ:",
        "Khi giao chậm, Sở Tài chính phải:",
    ],
)
def test_items_of_who_must_do_something_in_a_case_are_duties(using, line):
    done = analysed(using, f"1. {line}", "a) Giảm bớt thiệt hại;", "b) Thông báo cho Hội Khuyến học.")
    assert [who(done, duty, "lead") for duty in done.duties] == [(SO,), (SO,)]


@pytest.mark.parametrize(
    "line",
    [
        "Việc hủy bỏ biện pháp đặt cọc cho từng khoản được thực hiện như sau:",
        "Thủ tục trả lại tài liệu tiến hành theo trình tự sau:",
        "Đối với người thuộc đối tượng khác:",
    ],
)
def test_who_does_what_in_turn_is_told_below(using, line):
    below = "a) Sau khi nhận hồ sơ, Sở Tài chính kiểm tra hồ sơ;", "b) Hội Khuyến học ra quyết định trả lại."
    done = analysed(using, f"1. {line}", *below)
    assert [who(done, duty, "lead") for duty in done.duties] == [(SO,), (HOI,)]


def test_cases_that_are_listed_are_no_acts(using):
    below = "a) Sở Tài chính nhận được đơn của cử tri;", "b) Hội Khuyến học đề nghị xem lại hồ sơ."
    done = analysed(using, "1. Hồ sơ được chuyển khi thuộc một trong các trường hợp sau:", *below)
    assert all(duty.text.startswith("Hồ sơ") for duty in done.duties)
