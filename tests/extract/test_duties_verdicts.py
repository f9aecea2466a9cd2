"""What is a duty, what is none, and of which kind it is."""

from __future__ import annotations

import pytest

from dieukhoan.rulebook import load
from dieukhoan.rulebook.check import check_rule
from made_duties import ListTagger, Made, duties_of, in_clause

FAMILIES = sorted(name for name in load().families if name.startswith("duty_"))


@pytest.mark.parametrize("family", FAMILIES)
def test_every_rule_wins_its_examples(family):
    rules = load().family(family)
    failures = [failure for rule in rules.rules for failure in check_rule(rule, rules, lambda match: match.emit)]
    assert failures == []


@pytest.mark.parametrize(
    ("text", "modality", "cue"),
    [
        ("Sở Tư pháp có trách nhiệm trả lời bằng văn bản.", "obligation", "có trách nhiệm"),
        ("Việc phối hợp phải được tiến hành thường xuyên.", "obligation", "phải được"),
        ("Sở Tư pháp sẽ hỗ trợ tài liệu.", "obligation", "sẽ"),
        ("Xây dựng kế hoạch phối hợp hằng năm.", "obligation", ""),
        ("Không được lợi dụng việc phối hợp để gây khó khăn.", "prohibition", "Không được"),
        ("Nghiêm cấm việc thu tiền của học sinh.", "prohibition", "Nghiêm cấm"),
        ("Không hỗ trợ trùng lặp với các chương trình khác.", "prohibition", "Không"),
        ("Sở Tư pháp có quyền từ chối cung cấp tài liệu.", "permission", "có quyền"),
        ("Được mời đại diện Hội Nông dân tham gia.", "permission", "Được"),
        ("Ngoài các nội dung trên, hai bên có thể ký phụ lục.", "permission", "có thể"),
        ("Chương trình này được phổ biến đến các trường.", "obligation", "được"),
        ("Khuyến khích các trường vận dụng Chương trình này.", "recommendation", "Khuyến khích"),
        ("Đề nghị Ủy ban Mặt trận Tổ quốc giám sát việc thực hiện.", "recommendation", "Đề nghị"),
        ("Sở Tư pháp đề nghị Công an tỉnh phối hợp bảo vệ.", "obligation", "đề nghị"),
        ("Giao Ban Thanh niên làm đầu mối.", "obligation", "Giao"),
        ("Giao hàng đúng hạn theo hợp đồng.", "obligation", ""),
        ("Các trường tham gia hội thi sẽ không được thu tiền.", "prohibition", "không được"),
    ],
)
def test_modality_and_the_word_that_shows_it(text, modality, cue):
    (duty,) = in_clause(text)
    assert (duty.modality, duty.cue) == (modality, cue)


@pytest.mark.parametrize(
    "text",
    [
        "Chương trình này có hiệu lực kể từ ngày ký.",
        "Chương trình này quy định nội dung phối hợp giữa hai cơ quan.",
        "Quy chế được lập thành 04 bản, mỗi bên giữ 02 bản.",
        "Tỉnh đoàn gồm các ban và đơn vị trực thuộc.",
        "Sở Tư pháp là cơ quan chuyên môn của Ủy ban nhân dân tỉnh.",
        "Kinh phí từ nguồn ngân sách của Tỉnh đoàn.",
        "Sở Tư pháp: ………………",
        "Thăm bệnh: ………… đồng/người.",
        "Sửa đổi, bổ sung khoản 2 Điều 5 như sau.",
        "Ban hành kèm theo Quyết định này Quy chế phối hợp.",
        "Phạt tiền từ 500.000 đồng đến 1.000.000 đồng.",
        "Có ít nhất 10 cán bộ có trình độ đại học.",
    ],
)
def test_what_only_says_how_things_are_binds_nobody(text):
    assert in_clause(text) == ()


@pytest.mark.parametrize("heading", ["Mục đích", "MỤC ĐÍCH, YÊU CẦU", "Nguyên tắc phối hợp", "Mục tiêu chung"])
def test_aims_and_principles_need_an_outspoken_word(heading):
    found = duties_of(
        Made(
            [
                ("sec_I", heading, ""),
                ("sec_I__cl_1", "", "Nâng cao nhận thức cho đoàn viên."),
                ("sec_I__cl_2", "", "Tỉnh đoàn và Sở Tư pháp tôn trọng lẫn nhau."),
                ("sec_I__cl_3", "", "Hai bên phải giữ bí mật thông tin."),
            ]
        )
    )
    assert [duty.unit for duty in found] == ["sec_I__cl_3"]


@pytest.mark.parametrize("heading", ["Phạm vi điều chỉnh", "Đối tượng áp dụng", "Giải thích từ ngữ", "Mẫu số 02"])
def test_scope_definitions_and_forms_hold_no_duties(heading):
    rows = [("art_1", heading, ""), ("art_1__cl_1", "", "Tỉnh đoàn phải báo cáo Sở Tư pháp.")]
    assert duties_of(Made(rows)) == ()


def test_recitals_and_preamble_hold_no_duties():
    rows = [
        ("rec_1", "", "Thực hiện Kế hoạch số 5 của Tỉnh đoàn;"),
        ("preamble_1", "", "Tỉnh đoàn phối hợp với Sở Tư pháp ban hành chương trình."),
    ]
    assert duties_of(Made(rows)) == ()


def test_an_appendix_holds_only_outspoken_duties():
    rows = [
        ("appendix_1", "DỰ KIẾN KINH PHÍ", ""),
        ("appendix_1__cl_1", "", "Tổ chức hội thi"),
        ("appendix_1__cl_2", "", "Tỉnh đoàn lập dự toán kinh phí."),
    ]
    assert [duty.unit for duty in duties_of(Made(rows))] == ["appendix_1__cl_2"]


def test_a_heading_may_make_each_item_a_prohibition_or_a_permission():
    rows = [
        ("art_1", "Các hành vi bị nghiêm cấm", ""),
        ("art_1__cl_1", "", "Cản trở hoạt động của Tỉnh đoàn, thu tiền trái quy định."),
        ("art_1__cl_2", "", "Cung cấp thông tin sai sự thật."),
        ("art_2", "Quyền của Sở Tư pháp", ""),
        ("art_2__cl_1", "", "Yêu cầu Tỉnh đoàn cung cấp tài liệu."),
    ]
    found = duties_of(Made(rows), ListTagger("Cản trở"))
    assert [duty.modality for duty in found] == ["prohibition", "prohibition", "permission"]


def test_the_tagger_is_asked_only_where_no_word_is_known():
    tagger = ListTagger("Vinh thăng")
    rows = [
        ("cl_1", "", "Vinh thăng cấp bậc cho cán bộ."),
        ("cl_2", "", "Tổ chức hội thi."),
        ("cl_3", "", "Hồ sơ thi."),
    ]
    found = duties_of(Made(rows), tagger)
    assert [duty.unit for duty in found] == ["cl_1", "cl_2"]
    assert tagger.asked == ["Vinh thăng cấp bậc cho cán"]


def test_what_a_duty_carries_besides_its_text():
    (duty,) = in_clause(
        "Khi có yêu cầu, Sở Tư pháp có trách nhiệm kịp thời tổng hợp, báo cáo kết quả để phục vụ sơ kết.",
        deadlines=[("Khi có yêu cầu", "event")],
    )
    assert duty.action == "tổng hợp, báo cáo"
    assert duty.condition == "Khi có yêu cầu"
    assert duty.purpose == "để phục vụ sơ kết"
    assert duty.rule == "cue.must"
