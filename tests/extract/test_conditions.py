"""Conditions and sets in whole sentences, through all stages and all rules: where they end, who acts behind them."""

from __future__ import annotations

import pytest

from made_sentences import PARTIES, analysed, when, who

HOI, SO = PARTIES


@pytest.mark.parametrize(
    ("sentence", "conditions"),
    [
        ("Trong trường hợp đặc biệt, việc mua sách cần có thẩm định, Sở Tài chính họp.", ["Trong trường hợp đặc biệt"]),
        ("Trong trường hợp khẩn cấp, Sở Tài chính được mở kho.", ["Trong trường hợp khẩn cấp"]),
        (
            "Trong các trường hợp nêu tại khoản 1 Điều này, Sở Tài chính phải báo ngay.",
            ["Trong các trường hợp nêu tại khoản 1 Điều này", "ngay"],
        ),
        (
            "Trường hợp việc hỏi đáp hoặc hướng dẫn, chỉ đạo của Sở chưa rõ, Sở Tài chính trả lời.",
            ["Trường hợp việc hỏi đáp hoặc hướng dẫn, chỉ đạo của Sở chưa rõ"],
        ),
        (
            "Trường hợp mưa bão làm hỏng kho, hoặc do cháy rừng, Sở Tài chính họp.",
            ["Trường hợp mưa bão làm hỏng kho, hoặc do cháy rừng"],
        ),
        ("Sở Tài chính trông kho trong thời gian nghỉ lễ được hưởng phụ cấp.", ["trong thời gian nghỉ lễ"]),
        (
            "Hội Khuyến học họp hằng năm và khi kết thúc khóa để Sở Tài chính tổng hợp.",
            ["hằng năm", "khi kết thúc khóa"],
        ),
        (
            "Quá trình thực hiện Quy chế này nếu có vướng mắc, Sở Tài chính phản ánh để hai bên bàn.",
            ["nếu có vướng mắc"],
        ),
        (
            "Trong thời hạn còn hiệu lực của thẻ, nếu thẻ hỏng thì Sở Tài chính cấp lại.",
            ["Trong thời hạn còn hiệu lực của thẻ", "nếu thẻ hỏng"],
        ),
    ],
)
def test_a_condition_ends_where_its_clause_does(using, sentence, conditions):
    done = analysed(using, f"1. {sentence}")
    assert [when(done, duty) for duty in done.duties] == [tuple(conditions)]


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        (
            "Khi nhận đơn thì ra quyết định; nếu không đồng ý thì trả lời bằng văn bản.",
            ["Khi nhận đơn thì ra quyết định", "nếu không đồng ý thì trả lời bằng văn bản"],
        ),
        (
            "Hội Khuyến học kiểm tra lớp học, nếu phát hiện thất thoát thì Sở Tài chính thu hồi.",
            ["Hội Khuyến học kiểm tra lớp học", "nếu phát hiện thất thoát thì Sở Tài chính thu hồi"],
        ),
        (
            "Cơ quan quản lý cán bộ, công chức có trách nhiệm mở lớp.",
            ["Cơ quan quản lý cán bộ, công chức có trách nhiệm mở lớp"],
        ),
        ("Tổng số thẻ được cấp mới trong kỳ;", []),
        (
            "Tỷ lệ chi phí được xác định theo quyết toán năm trước.",
            ["Tỷ lệ chi phí được xác định theo quyết toán năm trước"],
        ),
    ],
)
def test_where_duties_part(using, sentence, expected):
    assert [duty.text for duty in analysed(using, f"1. {sentence}").duties] == expected


@pytest.mark.parametrize(
    ("sentence", "role", "bodies"),
    [
        (
            "Các Bộ trưởng, Thủ trưởng cơ quan ngang Bộ, Thủ trưởng cơ quan thuộc Chính phủ thi hành Quy chế này.",
            "lead",
            ("Các Bộ trưởng, Thủ trưởng cơ quan ngang Bộ, Thủ trưởng cơ quan thuộc Chính phủ",),
        ),
        ("Thủ trưởng các đơn vị trực thuộc Bộ Y tế phải họp.", "lead", ("Thủ trưởng các đơn vị trực thuộc Bộ Y tế",)),
        ("Các cơ sở trực thuộc Bộ tổ chức mở lớp phải báo cáo.", "recipient", ()),
        ("Sở Tài chính có quyền huy động Công an xã canh gác.", "directed", ("Công an xã",)),
        ("Đăng ký tài khoản với Sở Tài chính.", "recipient", PARTIES[1:]),
        ("Đăng ký tài khoản với Sở Tài chính.", "support", ()),
        ("Văn bản của Sở Tài chính về việc mua sách phải nêu rõ lý do.", "lead", (SO,)),
        ("Nếu Sở Tài chính đồng ý với kiến nghị thì ra quyết định.", "lead", (SO,)),
        ("Nếu tổ chức, cá nhân không còn nhu cầu thì thông báo cho Công an tỉnh.", "lead", ()),
        ("CÔNG TY đảm bảo phải trả lương.", "lead", ("Công ty",)),
    ],
)
def test_who_has_which_part(using, sentence, role, bodies):
    done = analysed(using, f"1. {sentence}")
    assert [who(done, duty, role) for duty in done.duties] == [bodies]


def test_only_those_who_work_together_do_so_behind_the_semicolon(using):
    done = analysed(using, "1. Hội Khuyến học trao đổi với Sở Tài chính để rõ lý do; báo cáo Công an tỉnh.")
    assert [who(done, duty, "support") for duty in done.duties] == [(SO,), ()]


def test_who_stands_in_the_condition_acts_up_to_the_next_one(using):
    done = analysed(using, "1. Nếu Sở Tài chính đồng ý thì ký; nếu không đồng ý với đề nghị của Hội thì trả lời.")
    assert [who(done, duty, "lead") for duty in done.duties] == [(SO,), (SO,)]


def test_who_stands_in_a_condition_acts_no_further_than_its_sentence(using):
    done = analysed(using, "1. Nếu Sở Tài chính vi phạm thì phải bồi thường. Tiền phạt không được vượt quá 5%.")
    assert [who(done, duty, "lead") for duty in done.duties] == [(SO,), PARTIES]


def test_a_condition_before_the_subject_holds_behind_the_semicolon_too(using):
    done = analysed(using, "1. Nếu đường hỏng thì Sở Tài chính cấp kinh phí; báo cáo Công an tỉnh.")
    assert [when(done, duty) for duty in done.duties] == [("Nếu đường hỏng",)] * 2


def test_what_is_beyond_somebodys_power_is_reported_by_him(using):
    done = analysed(using, "1. Nếu vụ việc vượt khả năng giải quyết của Sở Tài chính thì báo cáo Công an tỉnh.")
    assert [who(done, duty, "lead") for duty in done.duties] == [(SO,)]
