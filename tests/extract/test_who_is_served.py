"""Who receives something: bodies behind "cho", "về", "đến", and not what a thing is only about."""

from __future__ import annotations

import pytest

from made_sentences import PARTIES, analysed, who

HOI, SO = PARTIES
# Here people act, so that they are bodies like others.
ACTING = "9. Người nước ngoài phải khai báo tạm trú."


@pytest.mark.parametrize(
    ("sentence", "told"),
    [
        ("Hội Khuyến học cung cấp thông tin về Sở Tài chính.", ()),
        ("Hội Khuyến học gửi thông tin về Sở Tài chính.", (SO,)),
        ("Hội Khuyến học gửi tài liệu liên quan đến Sở Tài chính.", (SO,)),
        ("Hội Khuyến học thông báo các vụ việc liên quan đến Sở Tài chính.", ()),
        ("Hội Khuyến học thông báo kết quả đến Sở Tài chính.", (SO,)),
        ("Hội Khuyến học phổ biến pháp luật về Sở Tài chính.", ()),
    ],
)
def test_what_a_thing_is_about_gets_nothing(using, sentence, told):
    done = analysed(using, f"1. {sentence}")
    assert [who(done, duty, "recipient") for duty in done.duties] == [told]


@pytest.mark.parametrize(
    ("sentence", "told"),
    [
        ("Hội Khuyến học mở lớp tiếng Việt cho người nước ngoài.", ()),
        ("Hội Khuyến học cấp thẻ thư viện cho người nước ngoài.", ()),
        ("Hội Khuyến học trả hồ sơ cho người nước ngoài.", ("Người nước ngoài",)),
        ("Hội Khuyến học gửi Sở Tài chính các vụ việc liên quan đến người nước ngoài.", (SO,)),
    ],
)
def test_people_get_what_is_handed_to_them_and_not_what_is_done_for_them(using, sentence, told):
    done = analysed(using, f"1. {sentence}", ACTING)
    assert who(done, done.duties[0], "recipient") == told


def test_civil_defence_is_no_room(using):
    done = analysed(using, "1. Hội Khuyến học tuyên truyền các quy định về phòng thủ dân sự, quốc phòng, an ninh.")
    assert [who(done, duty, "recipient") for duty in done.duties] == [()]
