"""Sentences of insurance, credit and labour contracts: what nobody answers for, examples, passives, amounts."""

from __future__ import annotations

import pytest

from made_sentences import PARTIES, analysed, who

HOI, SO = PARTIES


@pytest.mark.parametrize(
    "sentence",
    [
        "Sở Tài chính không chịu trách nhiệm về thiệt hại do bão gây ra.",
        "Nếu Hội Khuyến học báo chậm thì Sở Tài chính không chịu trách nhiệm.",
        "Sở Tài chính sẽ không có nghĩa vụ bảo hành máy.",
        "Không chịu trách nhiệm về phần mềm được cài đặt thêm.",
        "Thời gian được hưởng phụ cấp là 09 năm.",
        "Ví dụ 1: Sở Tài chính gửi báo cáo cho Hội Khuyến học.",
    ],
)
def test_what_nobody_answers_for_and_examples_bind_nobody(using, sentence):
    assert analysed(using, f"1. {sentence}").duties == ()


@pytest.mark.parametrize(
    ("sentence", "lead"),
    [
        ("Trẻ em phải được khám sức khỏe.", (HOI, SO)),
        ("Hội Khuyến học phải được Sở Tài chính đồng ý bằng văn bản.", (HOI,)),
        ("Sở Tài chính chịu trách nhiệm về hồ sơ, không chịu trách nhiệm về vi phạm của hội viên.", (SO,)),
    ],
)
def test_who_has_something_done_to_it_does_not_act(using, sentence, lead):
    done = analysed(using, f"1. {sentence}")
    (duty,) = done.duties
    assert who(done, duty, "lead") == lead
