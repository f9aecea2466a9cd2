"""Sentences of agreements through all stages and all rules: who does what, with whom, when."""

from __future__ import annotations

import pytest

from made_sentences import PARTIES, analysed, when, who


@pytest.mark.parametrize(
    ("sentence", "leads"),
    [
        ("Thí sinh phải có mặt trước giờ thi.", ("Thí sinh",)),
        ("Chủ tài khoản tạm giữ có trách nhiệm tổng hợp danh sách.", ("Chủ tài khoản tạm giữ",)),
        (
            "Lực lượng bảo vệ trong phạm vi chức năng, nhiệm vụ của mình có trách nhiệm giữ trật tự.",
            ("Lực lượng bảo vệ",),
        ),
        ("Gia đình học sinh và nhà trường có trách nhiệm cùng giáo dục.", ("Gia đình học sinh", "Nhà trường")),
        ("Học viên bỏ học thì không được nhận kinh phí hỗ trợ.", ("Học viên bỏ học",)),
        ("Hồ sơ của học viên phải được lưu trữ.", PARTIES),
        ("Các cơ quan, đơn vị có trách nhiệm: phối hợp chặt chẽ.", ("Các cơ quan, đơn vị",)),
        (
            "Khi cần thiết, cơ quan trao đổi, cung cấp thông tin phải nêu rõ nguồn.",
            ("Cơ quan trao đổi, cung cấp thông tin",),
        ),
        (
            "Đơn vị, tổ chức, cá nhân sử dụng đài phát không đáp ứng tiêu chuẩn, dùng sai tần số phải khắc phục.",
            ("Đơn vị, tổ chức, cá nhân sử dụng đài phát",),
        ),
        ("Bộ trưởng Bộ Công an có thẩm quyền huy động lực lượng.", ("Bộ trưởng Bộ Công an",)),
        ("Bên B không phải chịu phí nhưng phải có biện pháp khắc phục.", ("Bên B",)),
        ("Báo cáo của Sở Nội vụ gửi về Bộ Nội vụ trước ngày 03 tháng 4.", ("Sở Nội vụ tỉnh Hà Giang",)),
        ("Báo cáo do người đứng đầu cơ quan, đơn vị ký.", ("Người đứng đầu cơ quan, đơn vị",)),
        ("Cơ quan chủ trì gửi dự thảo trước 07 ngày.", ("Cơ quan chủ trì",)),
        ("Bên được đề nghị trả lời trong 05 ngày.", ("Bên được đề nghị",)),
        ("Phòng Cảnh sát kinh tế tổng hợp hồ sơ.", ("Phòng Cảnh sát kinh tế",)),
        ("Định kỳ hằng quý, Hội chủ trì họp giao ban.", PARTIES[:1]),
        ("Sở Tài chính phối hợp với Hội tổ chức tập huấn.", PARTIES[1:]),
        ("Các cấp Hội tuyên truyền.", ("Các cấp Hội",)),
        ("Nếu Sở Tài chính không đồng ý thì trả lời bằng văn bản.", PARTIES[1:]),
        ("Khi Sở Tài chính có yêu cầu thì cung cấp hồ sơ.", PARTIES),
        ("Trường hợp Sở Tài chính chưa thống nhất thì phải nêu rõ lý do.", PARTIES[1:]),
        ("Bên B vẫn phải giữ bí mật.", ("Bên B",)),
        ("Trẻ em được khám sức khỏe miễn phí.", ("Trẻ em",)),
        ("Thư ký phiên họp có trách nhiệm ghi biên bản.", ("Thư ký phiên họp",)),
        ("Nếu hòa giải không thành thì một trong hai bên có quyền khởi kiện.", PARTIES),
    ],
)
def test_the_subject_that_is_stated_leads(using, sentence, leads):
    done = analysed(using, f"1. {sentence}")
    assert [who(done, duty, "lead") for duty in done.duties] == [leads]


@pytest.mark.parametrize(
    "sentence",
    [
        "Ví dụ 2: Viên chức loại B được nghỉ 05 ngày.",
        "Đồng chí Thủy được hưởng phụ cấp khu vực.",
        "Quy chế này được lập thành..... bản.",
        "Sở giữ 02 bản.",
        "Đối tượng khen thưởng: Là cá nhân được tập thể bầu chọn.",
        "Mức chi do cơ quan có thẩm quyền.",
    ],
)
def test_what_binds_nobody(using, sentence):
    assert analysed(using, f"1. {sentence}").duties == ()


def test_a_short_name_of_a_text_names_no_body(using):
    first = "1. Thực hiện Đề án theo quyết định của Bộ Nội vụ (sau đây gọi tắt là Đề án 12)."
    done = analysed(using, first, "2. Gửi Đề án 12 cho cán bộ.")
    assert all(mention.text != "Đề án 12" for mention in done.mentions)


def test_a_short_name_of_a_whole_list_is_not_its_last_body(using):
    first = "1. Trường nghề, trung tâm thuộc Bộ Y tế (sau đây gọi chung là cơ sở) tổ chức lớp học."
    done = analysed(using, first, "2. Cơ sở có trách nhiệm báo cáo.")
    assert who(done, done.duties[-1], "lead") == ("Cơ sở",)


def test_a_label_holds_for_the_paragraphs_behind_it(using):
    lines = ("Nghĩa vụ của Sở Tài chính", "Cung cấp số liệu.", "Quyền của Hội Khuyến học", "Từ chối hồ sơ trễ hạn.")
    done = analysed(using, *lines)
    assert [(who(done, duty, "lead")[0].split()[0], duty.modality) for duty in done.duties] == [
        ("Sở", "obligation"),
        ("Hội", "permission"),
    ]


def test_tasks_are_those_of_the_body_set_up_before(using):
    lines = ("1. Chi cục Thủy lợi là cơ quan trực thuộc Sở.", "Điều 5. Nhiệm vụ và quyền hạn", "1. Lập kế hoạch năm.")
    done = analysed(using, *lines)
    assert who(done, done.duties[-1], "lead") == ("Chi cục Thủy lợi",)


def test_a_body_in_an_object_does_not_lead(using):
    done = analysed(
        using,
        "1. Căn cứ nhiệm vụ được giao, trao đổi, cung cấp cho Bộ Công an, Bộ Quốc phòng thông tin, hồ sơ liên quan.",
        "2. Đối với trường mầm non: áp dụng theo Thông tư số 05/2016/TT-BYT của Bộ trưởng Bộ Y tế ban hành quy chuẩn.",
    )
    first, *rest = done.duties
    assert who(done, first, "lead") == PARTIES
    assert who(done, first, "recipient") == ("Bộ Công an", "Bộ Quốc phòng")
    assert all("Bộ trưởng Bộ Y tế" not in who(done, duty, "lead") for duty in rest)


def test_partners_behind_a_semicolon_belong_to_the_list(using):
    done = analysed(
        using,
        "1. Chủ trì, phối hợp với các cơ quan trung ương; Công an tỉnh và các sở, ban, ngành đón tiếp đoàn khách.",
    )
    (duty,) = done.duties
    assert who(done, duty, "support") == ("Các cơ quan trung ương", "Công an tỉnh Hà Giang", "Các sở, ban, ngành")


@pytest.mark.parametrize(
    ("sentence", "deadlines"),
    [
        (
            "Trong thời hạn 03 ngày làm việc, kể từ ngày nhận được tin, trao đổi ý kiến, thủ trưởng cơ quan công an "
            "phải trả lời.",
            ("Trong thời hạn 03 ngày làm việc, kể từ ngày nhận được tin, trao đổi ý kiến",),
        ),
        (
            "Trong thời hạn 02 ngày, kể từ ngày thống nhất với cơ quan công an cùng cấp, Chấp hành viên phải dự thảo.",
            ("Trong thời hạn 02 ngày, kể từ ngày thống nhất với cơ quan công an cùng cấp",),
        ),
        (
            "Định kỳ hằng năm và khi có yêu cầu của các bộ, trao đổi, cung cấp những thông tin cảnh báo.",
            ("Định kỳ hằng năm", "khi có yêu cầu của các bộ"),
        ),
    ],
)
def test_what_stands_before_the_main_clause_is_its_time(using, sentence, deadlines):
    done = analysed(using, f"1. {sentence}")
    assert [when(done, duty) for duty in done.duties] == [deadlines]


def test_lists_take_over_what_the_line_above_says(using):
    done = analysed(
        using,
        "1. Hội Khuyến học tỉnh chỉ đạo Hội Khuyến học các huyện:",
        "a) Rà soát các quỹ;",
        "b) Phân công cán bộ.",
        "2. Sở Nội vụ có trách nhiệm",
        "a) Lập danh sách;",
        "b) Gửi kết quả.",
        "3. Ưu tiên bảo vệ các đài phát sau đây:",
        "a) Đài dân sự được cấp phép sử dụng;",
        "b) Đài an ninh.",
    )
    rows = {duty.unit.split("__", 1)[1]: duty for duty in done.duties}
    assert who(done, rows["cl_1__point_b"], "lead") == PARTIES[:1]
    assert who(done, rows["cl_1__point_b"], "directed") == ("Hội Khuyến học các huyện",)
    assert who(done, rows["cl_2__point_a"], "lead") == ("Sở Nội vụ tỉnh Hà Giang",)
    assert not {"cl_2", "cl_3__point_a", "cl_3__point_b"} & rows.keys()


@pytest.mark.parametrize(
    "sentence",
    [
        "Hình thức tuyên truyền gồm: Họp báo; đăng tải trên cổng thông tin; tổ chức tọa đàm.",
        "Cục Tần số là cơ quan đầu mối của Bộ Quốc phòng.",
        "Danh mục thuốc được phép sử dụng.",
    ],
)
def test_descriptions_are_no_duties(using, sentence):
    assert analysed(using, f"1. {sentence}").duties == ()


def test_a_field_of_law_behind_a_semicolon_is_no_duty(using):
    text = "1. Dừng giao dịch theo pháp luật về an ninh quốc gia; phòng, chống khủng bố; phòng, chống rửa tiền."
    assert len(analysed(using, text).duties) == 1


def test_what_rules_say_of_a_head_is_what_names_are_looked_up_by(using):
    from dieukhoan.extract.bodies.anaphora import _STANDS

    assert {rule.emit["stands"] for rule in using.rules.family("lone").rules} == _STANDS.keys() - {"first"}


@pytest.mark.parametrize(
    ("name", "head", "stands", "meant"),
    [
        ("liên đoàn lao động tỉnh hà giang", "Đoàn", "leading", False),
        ("bảo hiểm xã hội tỉnh hà giang", "Hội", "leading", False),
        ("ủy ban nhân dân tỉnh hà giang", "Ban", "leading", False),
        ("ban thường vụ hội khuyến học tỉnh hà giang", "Hội", "leading", True),
        ("tỉnh đoàn hà giang", "Đoàn", "leading", True),
        ("bộ chỉ huy bộ đội biên phòng tỉnh hà giang", "Biên phòng", "inside", True),
        ("chi cục kiểm ngư", "Kiểm ngư", "inside", True),
        ("công an tỉnh hà giang", "tỉnh Hà Giang", "place", False),
        ("ủy ban nhân dân tỉnh hà giang", "Tỉnh Hà Giang", "place", True),
        ("công ty cổ phần giang nam", "Công ty", "first", True),
        ("ngân hàng công ty", "Công ty", "first", False),
    ],
)
def test_a_word_inside_the_name_of_a_party_is_not_the_party(name, head, stands, meant):
    from dieukhoan.extract.bodies.anaphora import _owner

    assert (_owner([("id", name)], head, stands) == "id") is meant


def test_a_word_that_two_parties_bear_means_neither():
    from dieukhoan.extract.bodies.anaphora import _owner

    names = [("a", "ủy ban nhân dân tỉnh hà giang"), ("b", "công an tỉnh hà giang")]
    assert [_owner(names, "tỉnh Hà Giang", "place"), _owner(names[:1], "tỉnh Hà Giang", "place")] == ["", "a"]
