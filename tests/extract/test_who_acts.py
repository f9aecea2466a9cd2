"""Who acts where the clause says it in an unusual place, through all stages and all rules."""

from __future__ import annotations

import pytest

from made_sentences import PARTIES, analysed, when, who

HOI, SO = PARTIES


@pytest.mark.parametrize(
    ("sentence", "leads"),
    [
        ("Tiền cước Bên thuê phải trả cho Bên cho thuê gồm cả thuế.", ("Bên thuê",)),
        ("Khoản hỗ trợ mà Sở Tài chính phải cấp được chuyển một lần.", (SO,)),
        ("Hồ sơ của Sở Tài chính phải được lưu trữ.", PARTIES),
        ("Tiền đặt cọc sẽ được Sở Tài chính hoàn trả sau khi trừ các khoản cần thanh toán.", (SO,)),
        ("80% cơ sở Hội đăng ký tham gia mô hình.", ("Cơ sở Hội",)),
        ("Một doanh nghiệp khác phải chịu chi phí in ấn.", ("Doanh nghiệp khác",)),
        ("Phía Hội cử hai cán bộ tham gia.", (HOI,)),
        ("Về phía Sở, bố trí kinh phí.", (SO,)),
        ("Kinh phí: mỗi bên tự bảo đảm.", PARTIES),
        ("Văn phòng Hội làm đầu mối tổng hợp.", ("Văn phòng Hội",)),
        ("Ban Chấp hành Hội các cấp tổ chức quán triệt.", ("Ban Chấp hành Hội các cấp",)),
        ("Báo cáo của cơ quan, đơn vị cấp huyện, cấp khu vực gửi Sở Tài chính.",
         ("Cơ quan, đơn vị cấp huyện, cấp khu vực",)),
        ("Cơ quan, tổ chức sử dụng máy cũ làm mẫu hoặc để trưng bày, bán lại phải lập sổ.",
         ("Cơ quan, tổ chức sử dụng máy cũ làm mẫu hoặc để trưng bày, bán lại",)),
        ("Tổ chức, cá nhân làm ra, kinh doanh, nhập khẩu thiết bị phải có sổ.",
         ("Tổ chức, cá nhân làm ra, kinh doanh, nhập khẩu thiết bị",)),
        ("Người lợi dụng chức vụ, quyền hạn cản trở việc hỏi thông tin của người phải nộp phạt thì bị kỷ luật.",
         ("Người lợi dụng chức vụ",)),
        ("Thủ trưởng cơ sở đào tạo, đơn vị được giao đào tạo trong ngành nghề nặng nhọc chịu trách nhiệm về số liệu.",
         ("Thủ trưởng cơ sở đào tạo, đơn vị được giao đào tạo trong ngành nghề nặng nhọc",)),
        ("Chánh Văn phòng, Vụ trưởng Vụ Giáo dục thường xuyên, Chánh Thanh tra Bộ Y tế chịu trách nhiệm thi hành.",
         ("Chánh Văn phòng Bộ Y tế", "Vụ trưởng Vụ Giáo dục thường xuyên", "Chánh Thanh tra Bộ Y tế")),
        ("Chánh Văn phòng, Vụ trưởng Vụ Dự báo, thống kê chịu trách nhiệm thi hành.",
         ("Chánh Văn phòng", "Vụ trưởng Vụ Dự báo, thống kê")),
        ("Hội đồng thảo luận và bỏ phiếu kín.", ("Hội đồng",)),
        ("Doanh nghiệp công khai danh sách thư không phát được tại bưu cục.", ("Doanh nghiệp",)),
    ],
)  # fmt: skip
def test_the_lead_is_found_where_it_stands(using, sentence, leads):
    done = analysed(using, f"1. {sentence}")
    assert [who(done, duty, "lead") for duty in done.duties] == [leads]


def test_a_label_with_a_name_alone_is_still_no_duty(using):
    done = analysed(using, "1. Tổ chức hội nghị.", "Kinh phí: Sở Tài chính.")
    assert len(done.duties) == 1


@pytest.mark.parametrize(
    "line",
    [
        "Thông tin công khai bao gồm các nội dung sau:",
        "Căn cứ để xác định mức hỗ trợ gồm các giấy tờ sau:",
        "Đối tượng được hưởng trợ cấp, thăm hỏi gồm:",
    ],
)
def test_a_line_that_only_says_what_belongs_to_a_thing_binds_nobody(using, line):
    assert not analysed(using, f"1. {line}", "a) Số tài khoản;", "b) Ngày lập.").duties


def test_a_line_that_only_says_who_is_told_is_no_duty_beside_what_they_are_told(using):
    done = analysed(
        using,
        "1. Chỉ đạo các đơn vị chức năng thuộc Sở Tài chính tỉnh Hà Giang và Sở Nội vụ tỉnh Hà Giang:",
        "- Rà soát các khoản chi.",
        "- Lập dự toán hằng năm.",
    )
    assert [done.text[duty.start : duty.end] for duty in done.duties] == [
        "Rà soát các khoản chi",
        "Lập dự toán hằng năm",
    ]


def test_the_day_in_a_scope_tells_which_things_are_meant_and_not_when(using):
    done = analysed(using, "1. Đối với sách nhập trước ngày 01/5/2020", "Sở Tài chính lập danh mục.")
    assert [when(done, duty) for duty in done.duties] == [()]


def test_asking_nobody_in_particular_recommends(using):
    asked, act = analysed(
        using,
        "1. Nếu có vướng mắc, đề nghị phản ánh về Sở Tài chính để xem xét.",
        "2. Đối với vụ việc phức tạp thì đề nghị Sở Tài chính phối hợp.",
    ).duties
    assert (asked.modality, act.modality) == ("recommendation", "obligation")


def test_a_heading_that_tells_others_what_to_do_hands_them_on(using):
    done = analysed(
        using,
        "1. Chỉ đạo Hội Khuyến học các huyện:",
        "- Rà soát các chi hội.",
        "2. Sở Tài chính hướng dẫn các trường học:",
        "- Lập dự toán hằng năm.",
    )
    first, second = done.duties
    assert (who(done, first, "lead"), who(done, first, "directed")) == (PARTIES, ("Hội Khuyến học các huyện",))
    assert (who(done, second, "lead"), who(done, second, "directed")) == ((SO,), ("Các trường học",))
    assert when(done, second) == ("hằng năm",)


def test_a_thing_that_another_body_must_care_for_is_a_duty_of_its_own(using):
    done = analysed(using, "1. Hội Khuyến học tổ chức lớp học, kinh phí Sở Tài chính phải cấp đủ.")
    assert [who(done, duty, "lead") for duty in done.duties] == [(HOI,), (SO,)]
    assert [duty.text for duty in done.duties] == [
        "Hội Khuyến học tổ chức lớp học",
        "kinh phí Sở Tài chính phải cấp đủ",
    ]
    tied = "1. Hội Khuyến học gửi danh sách, thông tin mà Sở Tài chính phải công khai."
    assert len(analysed(using, tied).duties) == 1


def test_rights_are_permissions_and_a_thing_that_needs_care_is_no_duty(using):
    done = analysed(using, "1. Sở Tài chính có các quyền sau đây:", "a) Kiểm tra sổ sách;", "b) Từ chối chi sai.")
    assert [duty.modality for duty in done.duties] == ["permission", "permission"]
    assert analysed(using, "1. là hàng cần giữ lạnh.").duties == ()


@pytest.mark.parametrize("heading", ["Cấp huyện", "Ở cấp huyện:", "Đối với cấp huyện"])
def test_a_level_alone_above_a_list_acts(using, heading):
    done = analysed(using, f"1. {heading}", "- Xây dựng kế hoạch.", "- Rà soát danh sách.")
    assert [who(done, duty, "lead") for duty in done.duties] == [("Cấp huyện",)] * 2


@pytest.mark.parametrize("group", ["Ban quản lý mô hình", "Nhóm công tác liên ngành", "Tổ tự quản khu phố"])
def test_a_group_alone_above_a_list_acts(using, group):
    done = analysed(using, f"1. {group}", "- Ghi sổ thu chi.")
    assert [who(done, duty, "lead") for duty in done.duties] == [(group,)]


@pytest.mark.parametrize(
    "goods", ["Nhóm hàng nông sản chủ lực", "Nhóm cây ăn quả đặc sản", "Tổ yến xuất khẩu chính ngạch"]
)
def test_a_group_of_goods_acts_not(using, goods):
    done = analysed(using, f"1. {goods}", "- Xúc tiến thương mại.")
    assert [who(done, duty, "lead") for duty in done.duties] == [PARTIES] * len(done.duties)


@pytest.mark.parametrize("via", ["báo cáo liên ngành để giải quyết", "phản ánh về liên ngành để xem xét"])
def test_who_reports_to_the_issuers_together_is_none_of_those_told(using, via):
    done = analysed(using, f"1. Sở Tài chính {via}.", "2. Giữ an toàn.")
    assert (who(done, done.duties[0], "lead"), who(done, done.duties[0], "recipient")) == ((SO,), (HOI,))


def test_it_is_reported_to_the_issuers_together_and_done_all_the_way(using):
    done = analysed(using, "1. Các huyện phản ánh về liên ngành để xem xét.", "2. Giữ an toàn trong suốt hành trình.")
    assert who(done, done.duties[0], "recipient") == PARTIES
    assert when(done, done.duties[1]) == ("trong suốt hành trình",)


def test_only_a_body_has_a_power(using):
    done = analysed(
        using,
        "1. Giám đốc Sở Tài chính có thẩm quyền đình chỉ việc chi.",
        "2. Hồ sơ do cán bộ phụ trách hoặc kế toán trưởng có thẩm quyền ký.",
    )
    assert [duty.modality for duty in done.duties if duty.cue == "có thẩm quyền"] == ["permission"]


@pytest.mark.parametrize(
    ("sentence", "lead", "modality"),
    [
        ("Tòa án được yêu cầu phải trả lời bằng văn bản.", "Tòa án", "obligation"),
        ("Sở Tài chính được giao quản lý nhà tại khu du lịch có trách nhiệm lập hồ sơ.", PARTIES[1], "obligation"),
        ("Sở Tài chính được sử dụng nguồn thu và có trách nhiệm quyết toán.", PARTIES[1], "permission"),
        ("Sở Tài chính được sửa nhà nhưng phải báo trước.", PARTIES[1], "permission"),
        ("Sở Tài chính được yêu cầu Hội Khuyến học phải báo cáo.", PARTIES[1], "permission"),
    ],
)
def test_what_a_body_is_granted_may_only_tell_which_one_is_meant(using, sentence, lead, modality):
    done = analysed(using, f"1. {sentence}")
    assert [(who(done, duty, "lead"), duty.modality) for duty in done.duties] == [((lead,), modality)]


def test_a_list_of_things_is_not_cut_before_its_last(using):
    done = analysed(
        using,
        "1. Bên A bán xe, máy móc, thiết bị, vật tư Bên B phải nhận.",
        "2. Bên A trả xe, phí rửa xe Bên B phải chịu.",
    )
    found = [(duty.unit[-1], who(done, duty, "lead")) for duty in done.duties]
    assert found == [("1", ("Bên A",)), ("2", ("Bên A",)), ("2", ("Bên B",))]
