"""Nouns for bodies that no rule knows, where a thing is handed to them: "gửi hồ sơ cho cơ quan cấp phép"."""

from __future__ import annotations

import pytest

from made_sentences import PARTIES, analysed, who

HOI, SO = PARTIES


@pytest.mark.parametrize(
    ("sentence", "recipients"),
    [
        ("Sở Tài chính gửi hồ sơ cho cơ quan cấp phép.", ("Cơ quan cấp phép",)),
        ("Sở Tài chính gửi hồ sơ cho cơ quan quản lý hộ tịch.", ("Cơ quan quản lý hộ tịch",)),
        ("Sở Tài chính chuyển hồ sơ đến cơ quan đăng ký đất đai trong tháng.", ("Cơ quan đăng ký đất đai",)),
        ("Sở Tài chính bàn giao thiết bị cho bệnh viện điều trị để dùng.", ("Bệnh viện điều trị",)),
        ("Sở Tài chính cung cấp số liệu cho đơn vị giữ kho và Hội Khuyến học.", ("Đơn vị giữ kho", HOI)),
        ("Sở Tài chính gửi tên cho bệnh viện nước sở tại trước ngày 5/3.", ("Bệnh viện nước sở tại",)),
    ],
)
def test_who_is_handed_something_is_named_whole(using, sentence, recipients):
    (duty,) = (done := analysed(using, f"1. {sentence}")).duties
    assert who(done, duty, "recipient") == recipients


@pytest.mark.parametrize(
    "sentence",
    [
        "Sở Tài chính gửi ngay cho cơ quan cấp phép hồ sơ còn thiếu.",
        "Sở Tài chính cấp biển số xe dùng cho đơn vị giữ kho.",
        "Sở Tài chính gửi hồ sơ cho đơn vị giữ kho và xếp vào tủ.",
        "Sở Tài chính gửi hồ sơ cho Ban quản lý Tổ vay vốn.",
    ],
)
def test_what_does_not_show_its_end_is_left_alone(using, sentence):
    (duty,) = (done := analysed(using, f"1. {sentence}")).duties
    named = who(done, duty, "recipient")
    assert not {"Cơ quan cấp phép", "Đơn vị giữ kho", "Ban quản lý"}.intersection(named)


def test_who_is_sent_something_once_is_known_elsewhere(using):
    done = analysed(
        using, "1. Sở Tài chính gửi hồ sơ cho cơ quan cấp phép.", "2. Cơ quan cấp phép trả lời trong 3 ngày."
    )
    assert [who(done, duty, "lead") for duty in done.duties] == [(SO,), ("Cơ quan cấp phép",)]
