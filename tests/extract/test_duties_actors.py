"""Who acts though no rule reads a body there, and who acts behind a long beginning of the sentence."""

from __future__ import annotations

from itertools import pairwise

import pytest

from made_sentences import PARTIES, analysed, who

HOI, SO = PARTIES


@pytest.mark.parametrize(
    ("sentence", "leads"),
    [
        ("Kể từ khi nhận đề nghị cấp quỹ, đề nghị bổ sung quỹ, Sở Tài chính phải trả lời ngay.", (SO,)),
        ("Ngay sau hội nghị tổng kết lần thứ hai, Sở Tài chính công bố số liệu.", (SO,)),
        ("Tại phiên họp xem xét, thảo luận đề xuất của Hội Khuyến học, Sở Tài chính trình bày dự toán.", (SO,)),
        ("Trong giai đoạn rà soát, trước khi chốt danh sách 5 ngày, Sở Tài chính phải có văn bản.", (SO,)),
        ("Trường hợp Sở Tài chính không ký được biên bản thì yêu cầu làm lại biên bản.", (SO,)),
        ("Việc nộp hồ sơ có thể được thực hiện qua bưu điện.", PARTIES),
        ("Khi Sở Tài chính nhận hồ sơ, hồ sơ bổ sung của cơ sở, Sở Tài chính trả kết quả.", (SO,)),
        ("Nếu được Sở Tài chính duyệt thì lập sổ riêng.", PARTIES),
        ("Thông qua các hoạt động tiếp dân, Sở Tài chính tập hợp ý kiến.", (SO,)),
    ],
)
def test_a_long_beginning_hides_nobody(using, sentence, leads):
    done = analysed(using, f"1. {sentence}")
    assert [who(done, duty, "lead") for duty in done.duties] == [leads]


@pytest.mark.parametrize(
    ("sentence", "lead"),
    [
        ("Bộ phận trực đêm của kho quỹ có trách nhiệm ghi sổ.", "Bộ phận trực đêm của kho quỹ"),
        ("Cấp trưởng theo thẩm quyền chịu trách nhiệm đôn đốc.", "Cấp trưởng"),
        ("Khi hồ sơ thiếu trang thì cơ quan tiếp nhận thông báo cho người gửi.", "Cơ quan tiếp nhận"),
        ("Nếu không ai nhận thì cán bộ tiếp nhận ghi lại vào sổ.", "Cán bộ tiếp nhận"),
    ],
)
def test_a_subject_that_no_rule_names_leads(using, sentence, lead):
    done = analysed(using, f"1. {sentence}")
    assert [who(done, duty, "lead") for duty in done.duties] == [(lead,)]
    told = [mention for mention in done.mentions if mention.text.lower() == lead.lower()]
    assert all(done.text[mention.start : mention.end] == mention.text for mention in told)
    assert told
    assert not [doubt for doubt in done.diagnostics if doubt.code == "unresolved_body"]


def test_names_inside_such_a_subject_are_no_mentions_of_their_own(using):
    done = analysed(using, "1. Nhân viên kho quỹ thuộc Sở Tài chính đi công tác xa phải ghi sổ.")
    spans = sorted({(mention.start, mention.end) for mention in done.mentions})
    assert all(first[1] <= second[0] for first, second in pairwise(spans))


def test_its_lead_ends_with_the_sentence(using):
    line = "1. Nếu không ai nhận thì cán bộ tiếp nhận ghi lại vào sổ; báo lại buổi sáng. Tổ chức họp bàn."
    done = analysed(using, line)
    leads = [who(done, duty, "lead") for duty in done.duties]
    assert leads == [("Cán bộ tiếp nhận",)] * 2 + [PARTIES]


def test_what_stands_under_its_line_is_its_duty(using):
    done = analysed(
        using, "1. Bộ phận trực đêm của kho quỹ có trách nhiệm:", "a) Ghi sổ trực;", "b) Kiểm tra khóa cửa."
    )
    assert {who(done, duty, "lead") for duty in done.duties} == {("Bộ phận trực đêm của kho quỹ",)}
    assert len(done.duties) == 2


def test_a_thing_before_the_cue_is_nobody(using):
    done = analysed(using, "1. Bên thành tủ phải dán nhãn.", "2. Chúng tôi hoàn toàn chịu trách nhiệm.")
    assert not [mention for mention in done.mentions if mention.rule == "link.actor"]


@pytest.mark.parametrize(
    ("heading", "leads"),
    [
        ("1. Đối với nhân viên kho quỹ", ("Nhân viên kho quỹ",)),
        ("1. Quy định đối với thuyền viên, hành khách", ("Thuyền viên", "Hành khách")),
        ("1. Đối với cơ quan, đơn vị đăng cai", ("Cơ quan, đơn vị đăng cai",)),
        ("1. Trách nhiệm của ủy viên Hội đồng quỹ khuyến học", ("Ủy viên Hội đồng quỹ khuyến học",)),
        ("1. Trách nhiệm giải quyết đơn của Sở Tài chính", (SO,)),
        ("1. Đối với kinh phí sự nghiệp", PARTIES),
    ],
)
def test_a_heading_names_whose_duties_follow(using, heading, leads):
    done = analysed(using, heading, "a) Giữ gìn tài sản.", "b) Báo lại khi mất sổ.")
    assert [who(done, duty, "lead") for duty in done.duties] == [leads] * 2


def test_what_is_done_with_a_thing_is_not_done_by_those_whom_it_is_about(using):
    done = analysed(using, "1. Đối với nhân viên kho quỹ", "a) Giữ gìn tài sản.", "b) Phụ cấp được chi trả hằng tháng.")
    assert [who(done, duty, "lead") for duty in done.duties] == [("Nhân viên kho quỹ",), PARTIES]


def test_a_label_within_a_list_leads_the_line_below_it(using):
    done = analysed(
        using,
        "1. Thời gian xét duyệt hồ sơ được thực hiện theo trình tự sau:",
        "a) Đối với Sở Tài chính",
        "Trong thời hạn 5 ngày, hoàn thành việc tổng hợp.",
        "b) Đối với Hội Khuyến học",
        "Trong thời hạn 7 ngày, hoàn thành việc đối chiếu.",
    )
    assert [who(done, duty, "lead") for duty in done.duties[-2:]] == [(SO,), (HOI,)]


def test_a_name_is_not_cut_at_a_syllable_that_is_a_verb_elsewhere(using):
    done = analysed(using, "1. Văn phòng Chương trình có trách nhiệm in sổ.", "2. Ban Thư ký lập biên bản.")
    assert [who(done, duty, "lead") for duty in done.duties] == [("Văn phòng Chương trình",), ("Ban Thư ký",)]


@pytest.mark.parametrize(
    "item",
    [
        "Thông tin thuộc hồ sơ vay của hộ nghèo",
        "Thông tin chi tiết về từng loại sách",
        "Tổng số xe được đăng ký mới trong kỳ",
        "Vụ cháy cấp I là vụ cháy không có thiệt hại",
        "Thành phần hội nghị do Sở Tài chính tổ chức gồm:",
        "Điều 7 được sửa đổi, bổ sung như sau:",
    ],
)
def test_things_to_be_told_are_no_duties(using, item):
    assert not analysed(using, f"1. {item}").duties
