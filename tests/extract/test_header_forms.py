"""Titles of model contracts and forms, in which numbers, labels and blanks stand between the lines."""

from __future__ import annotations

import pytest

from dieukhoan.extract.header import read_header
from made_paper import paper, using

BODY = "1. Hai bên mở hội chợ."


def title(head: str) -> str:
    """The title of a paper with the lines ``head``."""
    return read_header(paper(head, BODY, ""), using()).header.title


@pytest.mark.parametrize(
    "line",
    [
        "(Số \t)",
        "Số:…......….ngày ……/……/20......",
        "Số: …./… (Năm) /...(ký hiệu hợp đồng)",
        "Mã khách hàng : ..........................",
        "GÓI ĐÈN: ………………………",
        "GIỮA 02 BÊN GỒM:",
    ],
)
def test_what_is_to_be_filled_in_is_no_title(line):
    assert title(f"HỢP ĐỒNG\nTHUÊ ĐÈN\n{line}") == "HỢP ĐỒNG THUÊ ĐÈN"


def test_a_blank_subject_belongs_to_the_title():
    assert title("KẾ HOẠCH PHỐI HỢP\nVề việc: ………………").startswith("KẾ HOẠCH PHỐI HỢP Về việc")


@pytest.mark.parametrize(
    "line", ["Thời gian: 8 giờ, ngày 3/4", "- Địa điểm: phòng họp tầng hai", "Thành phần tham dự:"]
)
def test_when_and_where_a_meeting_was_held_is_no_title(line):
    assert title(f"BIÊN BẢN HỌP LIÊN TỊCH\n{line}") == "BIÊN BẢN HỌP LIÊN TỊCH"
