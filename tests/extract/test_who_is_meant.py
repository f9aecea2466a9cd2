"""Who acts where a sentence names several ("thì", "khuyến khích", "đối với"), and names in small letters."""

from __future__ import annotations

import pytest

from made_sentences import PARTIES, analysed, who

HOI, SO = PARTIES


@pytest.mark.parametrize(
    ("sentence", "lead"),
    [
        ("Thanh tra huyện Ba Bể kiến nghị thì Giám đốc Sở Y tế xem xét.", ("Giám đốc Sở Y tế tỉnh Hà Giang",)),
        ("Sở Tài chính phải kiểm tra, nếu sai thì báo Hội Khuyến học.", (SO,)),
        ("Khuyến khích các hộ thành viên trồng cây bản địa.", ("Các hộ thành viên",)),
        ("Khuyến khích và tạo điều kiện cho các tổ chức, cá nhân tham gia tư vấn.", ("Các tổ chức, cá nhân",)),
        ("Nghiêm cấm Sở Tài chính nhận quà.", (SO,)),
        ("Nghiêm cấm cán bộ kiểm tra nhận quà.", ("Cán bộ",)),
        (
            "Người đứng đầu cơ quan, Giám đốc Sở Tài chính có trách nhiệm báo cáo.",
            ("Người đứng đầu cơ quan", "Giám đốc Sở Tài chính tỉnh Hà Giang"),
        ),
        ("Nghiêm cấm việc nhận quà dưới mọi hình thức.", PARTIES),
        ("Chính sách đối với cán bộ, công chức phải công khai.", PARTIES),
        ("Khi cảnh quan, môi trường bị xâm hại phải thông báo với Ủy ban nhân dân xã.", PARTIES),
    ],
)
def test_who_acts_is_who_is_meant(using, sentence, lead):
    done = analysed(using, f"1. {sentence}")
    assert [who(done, duty, "lead") for duty in done.duties] == [lead]


@pytest.mark.parametrize(
    ("sentence", "role", "name"),
    [
        ("Sở Tài chính chỉ đạo các phòng giáo dục và đào tạo báo cáo.", "directed", "Phòng giáo dục và đào tạo"),
        (
            "Giám đốc sở giáo dục và đào tạo cấp bằng.",
            "lead",
            "Giám đốc Sở giáo dục và đào tạo tỉnh Hà Giang",
        ),
        ("Trưởng phòng Tài chính huyện báo cáo Sở Tài chính.", "lead", "Trưởng Phòng Tài chính huyện"),
        ("Trưởng phòng giáo dục và đào tạo các huyện cấp bằng.", "lead", "Trưởng Phòng giáo dục và đào tạo các huyện"),
        ("Hiệu trưởng trường giáo dưỡng quyết định việc mở lớp.", "lead", "Hiệu trưởng trường giáo dưỡng"),
        ("Kịp thời báo cáo sở y tế tỉnh Hà Giang.", "recipient", "Sở y tế tỉnh Hà Giang"),
    ],
)
def test_names_in_small_letters(using, sentence, role, name):
    done = analysed(using, f"1. {sentence}")
    (duty,) = done.duties
    assert who(done, duty, role) == (name,)


@pytest.mark.parametrize("thing", ["cơ sở y tế", "trụ sở tài chính", "dự phòng giáo dục và đào tạo"])
def test_halves_of_words_open_no_name(using, thing):
    done = analysed(using, f"1. Báo cáo về {thing} hằng năm.")
    assert all(mention.text != thing.split(maxsplit=1)[1] for mention in done.mentions)
