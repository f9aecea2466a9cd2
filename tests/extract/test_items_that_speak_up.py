"""Items of a list of papers, things or cases that tell themselves who must do what."""

from __future__ import annotations

import pytest

from made_sentences import PARTIES, analysed, who

HOI, SO = PARTIES


def told(done):
    return [(duty.unit.rsplit("_", 1)[-1], who(done, duty, "lead")) for duty in done.duties]


def test_an_item_that_says_what_must_be_done_in_its_own_case(using):
    done = analysed(
        using,
        "1. Người đăng ký phải nộp các giấy tờ sau:",
        "a) Tờ khai theo mẫu;",
        "b) Trường hợp đã đổi tên thì phải nộp thêm bản sao quyết định;",
        "c) Giấy xác nhận do Sở Tài chính cấp.",
    )
    assert told(done) == [("1", ("Người đăng ký",)), ("b", ("Người đăng ký",))]


def test_an_item_in_which_somebody_acts_behind_its_time(using):
    done = analysed(
        using,
        "1. Hồ sơ xét tặng gồm:",
        "a) Quý IV hằng năm, Sở Tài chính lập danh sách gửi Hội Khuyến học tỉnh;",
        "b) Sở Tài chính làm trưởng đoàn;",
        "c) Phó trưởng đoàn: Hội Khuyến học tỉnh làm thư ký.",
    )
    assert told(done) == [("a", (SO,))]


def test_an_item_that_forbids(using):
    done = analysed(using, "1. Sổ theo dõi gồm:", "a) Bìa cứng;", "b) Không được tẩy xóa, cho mượn sổ.")
    assert [(duty.text, duty.modality) for duty in done.duties] == [("Không được tẩy xóa, cho mượn sổ", "prohibition")]


@pytest.mark.parametrize(
    "item",
    [
        "Sở Tài chính không chuyển tiền;",
        "Sở Tài chính bị giải thể;",
        "Khi có đề nghị của Hội, Sở Tài chính và cơ quan khác;",
        "Hai bên thỏa thuận chấm dứt;",
        "Người lao động phải nghỉ việc để chữa bệnh;",
    ],
)
def test_a_case_stays_a_case(using, item):
    done = analysed(using, "1. Kinh phí bị thu hồi trong các trường hợp sau:", f"a) {item}", "b) Hết thời hạn.")
    assert done.duties == ()


@pytest.mark.parametrize(
    ("item", "lead"),
    [
        ("Sở Tài chính có trách nhiệm thông báo trước cho Hội;", SO),
        ("Nếu Hội chậm báo cáo, Sở Tài chính thu hồi kinh phí;", SO),
    ],
)
def test_what_is_done_then_is_none(using, item, lead):
    done = analysed(using, "1. Kinh phí bị thu hồi trong các trường hợp sau:", f"a) {item}", "b) Hết thời hạn.")
    assert [who(done, duty, "lead") for duty in done.duties] == [(lead,)]


@pytest.mark.parametrize("heading", ["Đối tượng hỗ trợ, mức hỗ trợ:", "Khen thưởng, xử lý khi vi phạm quy chế:"])
def test_a_heading_lists_no_cases(using, heading):
    done = analysed(
        using,
        f"1. {heading}",
        "a) Sở Tài chính hỗ trợ Hội Khuyến học tỉnh 50 triệu đồng;",
        "b) Mức hỗ trợ: 5 triệu đồng.",
    )
    assert told(done) == [("a", (SO,))]


def test_the_steps_of_a_procedure_are_done(using):
    done = analysed(
        using, "1. Trình tự, thủ tục xét hỗ trợ gồm:", "a) Tiếp nhận hồ sơ;", "b) Sở Tài chính thẩm định hồ sơ."
    )
    assert len(done.duties) == 2


def test_the_measures_that_somebody_unknown_must_take_are_his(using):
    done = analysed(
        using,
        "1. Nhân viên vận hành máy ngoài các yêu cầu về bảo vệ người bệnh phải thực hiện các biện pháp như sau:",
        "a) Kiểm tra máy;",
        "b) Không cho người khác vào phòng.",
    )
    assert told(done) == [("a", ("Nhân viên vận hành máy",)), ("b", ("Nhân viên vận hành máy",))]


@pytest.mark.parametrize(
    ("sentence", "modality", "lead"),
    [
        ("Cam kết bảo mật: Sở Tài chính phải giữ kín số liệu.", "obligation", SO),
        ("Sở Tài chính không giao đủ kinh phí thì Hội Khuyến học tỉnh phải báo cáo cấp trên.", "obligation", HOI),
        ("Sở Tài chính đã nhận quyết định thi hành án phạt tù có nhiệm vụ gửi cho Hội.", "obligation", SO),
        ("Y tá trưởng trại là người chịu trách nhiệm bảo quản thuốc.", "obligation", "Y tá trưởng trại"),
        ("Những trường hợp phức tạp, Sở Tài chính báo cáo cấp trên.", "obligation", SO),
    ],
)
def test_sentences_that_were_read_wrong(using, sentence, modality, lead):
    done = analysed(using, f"1. {sentence}")
    assert [(duty.modality, who(done, duty, "lead")) for duty in done.duties] == [(modality, (lead,))]


@pytest.mark.parametrize(
    "sentence",
    [
        "Sở Tài chính quản lý tài sản của người phải thi hành án.",
        "Sở mời người có quyền lợi, nghĩa vụ liên quan dự họp.",
    ],
)
def test_a_noun_that_looks_like_a_modal(using, sentence):
    done = analysed(using, f"1. {sentence}")
    assert [duty.cue for duty in done.duties] == [""]
