"""A name for a body ends where its verb begins: "Người sử dụng lao động | phối hợp cùng", "các bên | cung cấp"."""

from __future__ import annotations

import pytest

from made_sentences import PARTIES, analysed, who

HOI, SO = PARTIES


@pytest.mark.parametrize(
    ("sentence", "lead", "support"),
    [
        ("Chủ dự án thực hiện kiểm soát chi tại Kho bạc.", ("Chủ dự án",), ()),
        ("Cơ quan đại diện thực hiện đăng ký hộ tịch.", ("Cơ quan đại diện",), ()),
        ("Cơ quan đại diện gửi báo cáo thường niên.", ("Cơ quan đại diện",), ()),
        ("Chủ dự án lập kế hoạch mở lớp.", ("Chủ dự án",), ()),
        ("Cơ sở giáo dục nghề nghiệp xây dựng chương trình.", ("Cơ sở giáo dục nghề nghiệp",), ()),
        ("Cơ sở đào tạo, bồi dưỡng xây dựng chương trình.", ("Cơ sở đào tạo, bồi dưỡng",), ()),
        ("Sau khi kết thúc lớp học, thủ trưởng cơ sở bồi dưỡng cấp chứng chỉ.", ("Thủ trưởng cơ sở bồi dưỡng",), ()),
        ("NSDLĐ phối hợp cùng Sở Tài chính mở lớp.", ("Người sử dụng lao động",), (SO,)),
        ("Cơ quan chủ trì gửi báo cáo.", ("Cơ quan chủ trì",), ()),
        ("Hằng tháng, các bên cung cấp số liệu cho nhau.", PARTIES, ()),
        ("Các bên nhận báo cáo của nhau.", PARTIES, ()),
        ("Các bên cung cấp thông tin có quyền từ chối.", ("Các bên cung cấp thông tin",), ()),
    ],
)
def test_the_verb_is_no_part_of_the_name(using, sentence, lead, support):
    done = analysed(using, f"1. {sentence}")
    assert [(who(done, duty, "lead"), who(done, duty, "support")) for duty in done.duties] == [(lead, support)]


@pytest.mark.parametrize(
    "sentence",
    [
        "Hội Khuyến học trao đổi Sở Tài chính số lượng học viên.",
        "Hội Khuyến học trao đổi thông tin, tài liệu với Sở Tài chính.",
        "Hội Khuyến học thống nhất kế hoạch mở lớp với Sở Tài chính.",
        "Hội Khuyến học trao đổi thông tin về hoạt động của Hội Khuyến học với Sở Tài chính.",
    ],
)
def test_with_whom_one_exchanges_something_is_support(using, sentence):
    (duty,) = (done := analysed(using, f"1. {sentence}")).duties
    assert (who(done, duty, "lead"), who(done, duty, "support")) == ((HOI,), (SO,))


@pytest.mark.parametrize("item", ["Cơ sở sản xuất công lập ngoài tỉnh.", "Người ký thông báo mở lớp tập huấn."])
def test_a_verb_inside_a_noun_does_nothing(using, item):
    assert not analysed(using, f"1. {item}").duties
