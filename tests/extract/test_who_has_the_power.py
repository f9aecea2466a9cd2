"""Those who are told by what they may decide, by whom they belong to, or behind a list that only grounds the duty."""

from __future__ import annotations

import pytest

from made_sentences import PARTIES, analysed, who

HOI, SO = PARTIES


@pytest.mark.parametrize(
    ("sentence", "lead"),
    [
        ("Người có thẩm quyền xử phạt vi phạm hành chính áp dụng biện pháp thu hồi giấy phép.",
         "Người có thẩm quyền xử phạt vi phạm hành chính"),
        ("Cơ quan có thẩm quyền tiến hành tố tụng thông báo cho gia đình.",
         "Cơ quan có thẩm quyền tiến hành tố tụng"),
        ("Thủ trưởng các đơn vị trực thuộc Bộ Xây dựng, Bộ Nội vụ chịu trách nhiệm thi hành.",
         "Thủ trưởng các đơn vị trực thuộc Bộ Xây dựng, Bộ Nội vụ"),
        ('Nhà đăng ký tên miền ".vn" đã cấp phép phải khai báo.', 'Nhà đăng ký tên miền ".vn" đã cấp phép'),
        ("Căn cứ quyết định phê duyệt của Sở Xây dựng, Sở Nội vụ hoặc Sở Y tế, các Cảng vụ lập hồ sơ thanh toán.",
         "Cảng vụ"),
    ],
)  # fmt: skip
def test_the_lead_is_named_whole(using, sentence, lead):
    done = analysed(using, f"1. {sentence}")
    assert [[name.lower() for name in who(done, duty, "lead")] for duty in done.duties] == [[lead.lower()]]


def test_a_list_without_an_and_goes_on(using):
    done = analysed(using, "1. Căn cứ kế hoạch đã ký, Sở Xây dựng, Sở Nội vụ và Sở Y tế lập danh sách.")
    assert len(who(done, done.duties[0], "lead")) == 3


def test_information_and_papers_are_things(using):
    done = analysed(using, "1. Thông tin, tài liệu phải được cung cấp đầy đủ.")
    assert [(duty.text, duty.cue) for duty in done.duties] == [
        ("Thông tin, tài liệu phải được cung cấp đầy đủ", "phải được")
    ]


@pytest.mark.parametrize(
    ("sentence", "lead"),
    [
        ("Tổ chức kiểm tra và chịu trách nhiệm về kết quả chuyên môn.", PARTIES),
        ("Tổ chức, cá nhân chủ động khắc phục và có trách nhiệm bồi thường thiệt hại.", ("Tổ chức, cá nhân",)),
        ("Người có thẩm quyền xử phạt vi phạm hành chính ra quyết định và chịu trách nhiệm về quyết định của mình.",
         ("Người có thẩm quyền xử phạt vi phạm hành chính",)),
        ("Cơ quan tiếp nhận hồ sơ và cơ quan thẩm định phải trao đổi thông tin.",
         ("Cơ quan tiếp nhận hồ sơ", "Cơ quan thẩm định")),
    ],
)  # fmt: skip
def test_a_verb_before_and_and_a_modal_is_an_act(using, sentence, lead):
    done = analysed(using, f"1. {sentence}")
    assert [who(done, duty, "lead") for duty in done.duties] == [lead]
