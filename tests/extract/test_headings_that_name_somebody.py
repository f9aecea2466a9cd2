"""A heading may name somebody in words that no rule reads: what stands around it tells that it does."""

from __future__ import annotations

import pytest

from dieukhoan.analyse import analyse
from dieukhoan.core.records import Line, Source
from made_sentences import who

_CHAPTER = ("Chương II", "TRÁCH NHIỆM CỦA CÁC CƠ QUAN, ĐƠN VỊ")


def _leads(using, *lines: str) -> list[tuple[str, ...]]:
    text, spans, at = "\n".join(("QUY CHẾ", "Phối hợp thu gom vỏ chai", *lines)), [], 0
    for line in text.split("\n"):
        spans.append(Line(at, at + len(line)))
        at += len(line) + 1
    done = analyse(Source("a.txt", "0" * 64, "txt", text, tuple(spans)), using)
    return [who(done, duty, "lead") for duty in done.duties]


@pytest.mark.parametrize(
    ("heading", "lead"),
    [
        ("Đơn vị quản lý kho chứa", ("Đơn vị quản lý kho chứa",)),
        ("Các trường Đại học, Cơ sở dạy nghề", ("Các trường Đại học", "Cơ sở dạy nghề")),
        ("Các cơ sở y tế điều trị nội trú", ("Các cơ sở y tế",)),
        ("Tổ chức thu gom vỏ chai", ("Các cơ quan, đơn vị",)),
        ("Bên vận chuyển vi phạm hợp đồng", ("Các cơ quan, đơn vị",)),
    ],
)
def test_under_a_chapter_of_duties_an_article_names_whose_they_are(using, heading, lead):
    assert (
        _leads(using, *_CHAPTER, f"Điều 4. {heading}", "1. Phân loại vỏ chai.", "2. Vận chuyển vỏ chai.") == [lead] * 2
    )


def test_under_another_chapter_the_same_words_are_a_thing(using):
    lines = ("Chương II", "QUY ĐỊNH CỤ THỂ", "Điều 4. Đơn vị quản lý kho chứa", "1. Phân loại vỏ chai.")
    assert _leads(using, *lines) == [()]


def test_duties_alone_are_of_the_one_in_the_heading_above(using):
    lines = (
        "Điều 4. Các cơ sở y tế nhận vỏ chai",
        "1. Trách nhiệm",
        "a) Phân loại vỏ chai.",
        "2. Quyền lợi",
        "a) Được cấp thùng chứa.",
    )
    assert _leads(using, *lines) == [("Các cơ sở y tế",)] * 2


def test_a_level_of_care_belongs_to_the_name(using):
    lines = ("Điều 4. Tổ chức thực hiện", "1. Phòng Y tế tuyến huyện", "a) Kiểm tra kho chứa vỏ chai.")
    assert _leads(using, *lines) == [("Phòng Y tế tuyến huyện",)]
