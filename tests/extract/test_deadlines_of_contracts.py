"""Times as contracts say them: what follows the comma of an anchor, acts that a noun names, reporting periods."""

from __future__ import annotations

import pytest

from made_sentences import analysed


@pytest.mark.parametrize(
    ("sentence", "times"),
    [
        ("Sở Tài chính trả tiền trong 10 ngày kể từ ngày ký, bằng chuyển khoản.", ["trong 10 ngày kể từ ngày ký"]),
        (
            "Sở Tài chính chuyển hồ sơ không chậm quá 30 ngày kể từ ngày nhận.",
            ["không chậm quá 30 ngày kể từ ngày nhận"],
        ),
        ("Sở Tài chính cho làm thêm khi hội viên đồng ý, không quá 40 giờ.", ["khi hội viên đồng ý"]),
        ("Hai bên đối thoại định kỳ mỗi năm một lần vào quý I.", ["định kỳ mỗi năm một lần", "vào quý I"]),
        (
            "Sở Tài chính trả 30% ngay sau khi ký hợp đồng, 70% còn lại trong 15 ngày sau nghiệm thu.",
            ["ngay sau khi ký hợp đồng", "trong 15 ngày sau nghiệm thu"],
        ),
        (
            "Định kỳ 3 tháng, 6 tháng, 9 tháng và 1 năm hai bên trao đổi số liệu.",
            ["Định kỳ 3 tháng", "6 tháng", "9 tháng", "1 năm"],
        ),
    ],
)
def test_times_of_contracts(using, sentence, times):
    done = analysed(using, f"1. {sentence}")
    assert [deadline.text for deadline in done.deadlines if "hiệu lực" not in deadline.text][: len(times)] == times
    assert len(done.duties) == 1
