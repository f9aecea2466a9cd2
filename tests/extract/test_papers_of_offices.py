"""Programmes and regulations between offices of a province, as their writers word them: who leads, helps, is told."""

from __future__ import annotations

import pytest

from made_sentences import PARTIES, analysed, when, who, whole


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
        ("LĐLĐ và BHXH các huyện ký kế hoạch.", ("Liên đoàn Lao động các huyện", "Bảo hiểm xã hội các huyện"), ()),
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
    assert who(done, done.duties[-1], "lead") == PARTIES[:1]


@pytest.mark.parametrize(
    ("sentence", "leads", "times"),
    [
        ("Cuối ngày làm việc, Sở Tài chính đối chiếu số liệu.", PARTIES[1:], ("Cuối ngày làm việc",)),
        ("Khi cần thiết họp bất thường.", PARTIES, ("Khi cần thiết",)),
        ("06 tháng họp liên tịch 1 lần.", PARTIES, ("06 tháng họp liên tịch 1 lần",)),
        ("Không thương lượng được, hai bên báo cáo cấp trên.", PARTIES, ()),
        ("Gửi thông báo mỗi khi có thay đổi.", PARTIES, ("mỗi khi có thay đổi",)),
        (
            "Định kỳ 6 tháng (trước ngày 10/6) và cả năm (trước ngày 10/12), gửi số liệu.",
            PARTIES,
            ("Định kỳ 6 tháng", "trước ngày 10/6", "cả năm", "trước ngày 10/12"),
        ),
        (
            "Khi phát hiện hộ vay dùng vốn sai, phải báo ngay.",
            PARTIES,
            ("Khi phát hiện hộ vay dùng vốn sai", "ngay"),
        ),
        (
            "Trường hợp hồ sơ, tài liệu chưa đủ, Sở Tài chính trả lại.",
            PARTIES[1:],
            ("Trường hợp hồ sơ, tài liệu chưa đủ",),
        ),
        (
            "Quá thời hạn trên mà Hội không trả lời, Sở Tài chính nhắc lại.",
            PARTIES[1:],
            ("Quá thời hạn trên mà Hội không trả lời",),
        ),
        ("Tòa án đã ra bản án, quyết định phải chuyển giao hồ sơ.", ("Tòa án",), ()),
    ],
)
def test_when_it_is_done(using, sentence, leads, times):
    done = analysed(using, f"1. {sentence}")
    assert [(who(done, duty, "lead"), when(done, duty)) for duty in done.duties] == [(leads, times)]


def test_a_comma_before_the_modal_is_no_part_of_the_subject(using):
    done = analysed(using, "1. Các đơn vị trực tiếp sử dụng kinh phí, có trách nhiệm quyết toán.")
    assert who(done, done.duties[0], "lead") == ("Các đơn vị trực tiếp sử dụng kinh phí",)


def test_a_label_tells_who_leads_and_who_takes_part(using):
    done = analysed(
        using,
        "1. Nhiệm vụ",
        "a) Điểm danh, xếp chỗ cho học sinh nội trú.",
        "- Đơn vị thực hiện: Sở Tài chính chủ trì; Phòng Nội vụ (Sở Nội vụ) phối hợp.",
        "- Thời gian: quý II năm 2024.",
    )
    (duty,) = done.duties
    assert who(done, duty, "lead") == PARTIES[1:]
    assert len(who(done, duty, "support")) == 1
    assert who(done, duty, "support")[0].startswith("Phòng Nội vụ")
    assert when(done, duty) == ("quý II năm 2024",)


def test_who_condition_is_about_acts_in_the_next_sentence(using):
    first = "1. Sở Tài chính trả lời bằng văn bản. Nếu Hội Khuyến học chưa đồng ý, phải có văn bản gửi Sở Tài chính."
    done = analysed(using, first)
    assert [who(done, duty, "lead") for duty in done.duties] == [PARTIES[1:], PARTIES[:1]]


def test_those_of_a_cited_agreement_are_no_parties(using):
    text = (
        "CHƯƠNG TRÌNH PHỐI HỢP\n"
        "giữa Hội Khuyến học tỉnh Hà Giang và Sở Tài chính tỉnh Hà Giang\n"
        "Thực hiện Chương trình phối hợp giữa Tổng bộ Khuyến tài và Ủy ban Dân tộc, Hội Khuyến học tỉnh Hà Giang và Sở"
        " Tài chính tỉnh Hà Giang xây dựng Chương trình như sau:\n"
        "1. Hai bên họp giao ban.\n"
    )
    done = whole(using, text)
    names = {body.body_id: body.name for body in done.bodies}
    assert tuple(names[party.body_id] for party in done.parties) == PARTIES


@pytest.mark.parametrize(
    ("sentence", "role", "bodies"),
    [
        ("Sở Tài chính hướng dẫn cấp xã xây dựng kế hoạch.", "directed", ("Cấp xã",)),
        ("Sở Tài chính tạo điều kiện cho Hội Nông dân xã vay vốn.", "recipient", ("Hội Nông dân xã",)),
        ("Sở Tài chính thông báo lãi suất để Hội Nông dân xã phổ biến.", "recipient", ("Hội Nông dân xã",)),
        ("Sở Tài chính cung cấp thông tin về Hội Nông dân xã.", "recipient", ()),
        (
            "Giao Phòng 9 Viện kiểm sát nhân dân tỉnh và phòng Tín dụng Ngân hàng Nông nghiệp tỉnh theo dõi.",
            "lead",
            ("Phòng 9 Viện kiểm sát nhân dân tỉnh Hà Giang", "Phòng Tín dụng Ngân hàng Nông nghiệp tỉnh Hà Giang"),
        ),
        (
            "Hội Nông dân và Phòng Nội vụ các huyện gửi báo cáo.",
            "lead",
            ("Hội Nông dân các huyện", "Phòng Nội vụ các huyện"),
        ),
        ("Viện kiểm sát cùng cấp kiểm sát việc tiêu hủy.", "lead", ("Viện kiểm sát cùng cấp",)),
    ],
)
def test_what_part_a_body_has(using, sentence, role, bodies):
    (duty,) = (done := analysed(using, f"1. {sentence}")).duties
    assert who(done, duty, role) == bodies


@pytest.mark.parametrize(
    ("sentence", "times"),
    [
        ("Vận động hội viên đóng phí đúng hạn.", ()),
        ("Đôn đốc kịp thời các đơn vị nộp báo cáo.", ("kịp thời",)),
        ("Theo yêu cầu của đơn vị, cung cấp hồ sơ đúng hạn.", ("Theo yêu cầu của đơn vị", "đúng hạn")),
        ("Có vướng mắc phản ánh về Sở Tài chính.", ("Có vướng mắc",)),
    ],
)
def test_how_fast_others_are_to_act_is_no_deadline(using, sentence, times):
    (duty,) = (done := analysed(using, f"1. {sentence}")).duties
    assert when(done, duty) == times
