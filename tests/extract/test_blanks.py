"""The blanks stage on texts written for these tests."""

from __future__ import annotations

import time

import pytest

from dieukhoan.core.records import Blank, Header
from dieukhoan.extract.blanks import find_blanks, is_template, spot
from dieukhoan.extract.resources import Resources
from dieukhoan.rulebook.check import check_rule
from made_paper import paper, using


@pytest.fixture(scope="module")
def resources() -> Resources:
    return using()


@pytest.fixture
def blanks(resources):
    def run(text: str) -> list[tuple[str, str]]:
        document = paper(body=text)
        return [(blank.role, document.text[blank.start : blank.end]) for blank in spot(document, resources.rules)]

    return run


def test_every_rule_wins_its_examples(resources):
    family = resources.rules.family("blank")
    assert len(family.rules) > 8
    assert [fault for rule in family.rules for fault in check_rule(rule, family, lambda match: match.emit)] == []


@pytest.mark.parametrize(
    ("text", "role", "blank"),
    [
        ("Hội Đèn Lồng tỉnh …………… thống nhất", "province", "……………"),
        ("Hội Đèn Lồng tỉnh… thống nhất", "province", "…"),
        ("Hội Đèn Lồng tỉnh, thành phố ......... thống nhất", "province", "........."),
        ("và Sở …………… thống nhất", "body", "……………"),
        ("a) Giao Phòng ...... làm đầu mối", "body", "......"),
        ("BÊN A: …………………", "body", "…………………"),
        ("Quyết định số …… của Sở Đèn", "number", "……"),
        ("theo Công văn .../CV-SĐ của Sở Đèn", "number", "..."),
        ("gửi trước ngày … hằng tháng", "date", "…"),
        ("đến hết năm 202…", "date", "…"),
        ("Mục đích: ..................", "text", ".................."),
        ("thời hạn là […] giờ", "text", "[…]"),
        ("Họ và tên: ____________", "text", "____________"),
        ("Tên: .  .  .  .  .  .", "text", ".  .  .  .  .  ."),
    ],
)
def test_what_belongs_in_a_blank(blanks, text, role, blank):
    assert blanks(text) == [(role, blank)]


def test_the_parts_of_an_open_date_are_blanks_of_their_own(blanks):
    assert blanks("từ ngày …… tháng …… năm 20…… đến nay") == [("date", "……")] * 3
    assert blanks("ngày …/…/2025") == [("date", "…")] * 2
    assert blanks("Vinh, ngày   tháng   năm 2025") == [("date", "   ")] * 2
    assert blanks("Số:    /KH-UBND") == [("number", "    ")]


def test_a_blank_ends_at_the_gap_between_two_columns(blanks):
    assert blanks("……………\t\t……………") == [("text", "……………")] * 2


@pytest.mark.parametrize(
    "text",
    [
        "góp phần nâng cao hiệu quả...",
        "các sở, ban, ngành, ...",
        "chương trình quốc tế… do Hội Đèn tổ chức",
        "tuyên truyền trên mạng xã hội...",
        "Điều 1. Phạm vi điều chỉnh .................. 3",
        "______________________",
        "----------------------",
        "ghi rõ ngày tháng năm sinh",
        "hằng năm...",
        "Hết.",
    ],
)
def test_what_is_no_blank(blanks, text):
    assert blanks(text) == []


def test_a_blank_knows_its_unit(resources):
    document = paper("HỘI ĐÈN TỈNH ………", "1. Sở …… thắp đèn.")
    head, body = spot(document, resources.rules)
    assert (head.role, head.unit) == ("province", "")
    assert (body.role, body.unit) == ("body", "clause_1")


def test_only_names_numbers_and_many_gaps_make_a_template(resources):
    def template(*parts: str) -> bool:
        document = paper(*parts)
        return is_template(document, spot(document, resources.rules))

    assert template("", "1. Sở …… thắp đèn.")
    assert template("Số: ……/KH-HĐL", "1. Thắp đèn.")
    assert not template("Số: /KH-HĐL", "1. Thắp đèn.")
    assert not template("", "1. Theo Quyết định số …… của Sở Đèn.")
    assert not template("", "1. Thắp đèn.\nPhụ lục: Sở ……")
    assert template("", "Ông: …………\nĐịa chỉ: …………\nĐiện thoại: …………\nEmail: …………\nMã số: …………")


def test_leftover_blanks_are_said_once_and_a_template_says_nothing(resources):
    left = find_blanks(paper(body="1. Mức chi ……… đồng, thu ……… đồng."), resources)
    assert [(one.code, one.severity, one.unit) for one in left.diagnostics] == [
        ("blank_unfilled", "warning", "clause_1")
    ]
    assert "2" in left.diagnostics[0].message
    assert len(left.blanks) == 2
    template = find_blanks(paper(body="1. Sở ……", header=Header(is_template=True)), resources)
    assert template.diagnostics == ()
    assert template.blanks == (Blank(6, 8, "body", "clause_1"),)
    assert find_blanks(paper(body="1. Thắp đèn."), resources).diagnostics == ()


@pytest.mark.parametrize(
    "text", ["." * 200_000, ". " * 100_000, "… .." * 50_000, "_" * 200_000, "ngày tháng " * 20_000, "a" * 200_000]
)
def test_long_runs_take_linear_time(blanks, text):
    began = time.process_time()
    blanks("Số: " + text)
    assert time.process_time() - began < 5
