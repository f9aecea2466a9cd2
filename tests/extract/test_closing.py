"""The closing stage on signatures and nơi nhận written for these tests."""

from __future__ import annotations

import time

import pytest

from dieukhoan.core.records import Body, Document, Header, Mention, Party, Zone
from dieukhoan.extract.closing import read_closing
from dieukhoan.extract.resources import Resources
from dieukhoan.rulebook.check import check_rule
from made_paper import paper, using

BODY = "Điều 1. Hai bên thắp đèn."


@pytest.fixture(scope="module")
def resources() -> Resources:
    return using()


@pytest.fixture
def signed(resources):
    def run(closing: str) -> list[tuple[str, str, str]]:
        found = read_closing(paper("QUY CHẾ", BODY, closing), resources)
        assert all(found.text[one.start : one.end].strip() for one in found.signatures)
        return [(one.capacity, one.title, one.name) for one in found.signatures]

    return run


@pytest.fixture
def copies(resources):
    def run(closing: str) -> list[tuple[str, str]]:
        found = read_closing(paper("QUY CHẾ", BODY, closing), resources)
        assert all(one.text == found.text[one.start : one.end] for one in found.recipients)
        return [(one.text, one.purpose) for one in found.recipients]

    return run


@pytest.mark.parametrize("family", ["closing", "person", "recipient"])
def test_every_rule_wins_its_examples(resources, family):
    rules = resources.rules.family(family)
    assert rules.rules
    assert [fault for rule in rules.rules for fault in check_rule(rule, rules, lambda match: match.emit)] == []


def test_one_signature(signed):
    closing = "TM. UỶ BAN NHÂN DÂN\nKT. CHỦ TỊCH\nPHÓ CHỦ TỊCH\n(Đã ký)\n\nĐại tá, TS. Trần Văn Thuỷ"
    assert signed(closing) == [("TM. UỶ BAN NHÂN DÂN KT. CHỦ TỊCH", "PHÓ CHỦ TỊCH", "Trần Văn Thuỷ")]


def test_tabs_that_rule_columns_with_empty_cells(signed):
    closing = """T/M BAN THƯỜNG VỤ THỊ ĐOÀN\tCÔNG AN THỊ XÃ\tPHÒNG NỘI VỤ
BÍ THƯ\tKT. TRƯỞNG CÔNG AN\tTRƯỞNG PHÒNG
\tPHÓ TRƯỞNG CÔNG AN\t
Lê Thị Mận\tPhan Văn Ổi\tTrần Thị Đào"""
    titles = {name: title for _, title, name in signed(closing)}
    assert titles == {"Lê Thị Mận": "BÍ THƯ", "Phan Văn Ổi": "PHÓ TRƯỞNG CÔNG AN", "Trần Thị Đào": "TRƯỞNG PHÒNG"}


def test_side_by_side_with_blanks(signed):
    closing = """GIÁM ĐỐC CÔNG AN TỈNH                         TM. BAN THƯỜNG VỤ
                                              HỘI NÔNG DÂN TỈNH
                                                  CHỦ TỊCH


Lê Thị Lồng                                    Phạm Văn Sáng"""
    assert signed(closing) == [("", "GIÁM ĐỐC", "Lê Thị Lồng"), ("TM. BAN THƯỜNG VỤ", "CHỦ TỊCH", "Phạm Văn Sáng")]


def test_side_by_side_with_tabs_and_recipients_before_them(signed, copies):
    closing = """Nơi nhận:\tTM. BAN THƯỜNG TRỰC\tK/T TRƯỞNG BAN
- Thường trực Tỉnh uỷ (b/c),\tCHỦ TỊCH\tPHÓ TRƯỞNG BAN THƯỜNG TRỰC
- Các huyện, thị, thành uỷ;
- Ban Dân vận các huyện (thực hiện);\t(đã ký)\t(đã ký)
- Lưu hai cơ quan.
\tVõ Văn Ca\tĐỗ Thị Hát"""
    assert signed(closing) == [
        ("TM. BAN THƯỜNG TRỰC", "CHỦ TỊCH", "Võ Văn Ca"),
        ("K/T TRƯỞNG BAN", "PHÓ TRƯỞNG BAN THƯỜNG TRỰC", "Đỗ Thị Hát"),
    ]
    assert copies(closing) == [
        ("Thường trực Tỉnh uỷ", "b/c"),
        ("Các huyện, thị, thành uỷ", ""),
        ("Ban Dân vận các huyện", "thực hiện"),
        ("Lưu hai cơ quan", "lưu"),
    ]


def test_columns_glued_to_the_recipients(signed, copies):
    closing = """TM. BAN THƯỜNG VỤ HUYỆN ĐOÀN\tPHÒNG ÁNH SÁNGNơi nhận:
BÍ THƯ\tTRƯỞNG PHÒNG- Huyện uỷ (b/c);
(Đã ký)\t(Đã ký)- UBND huyện (b/c);
Y Đèn Niê\tHoàng Thị Nến- Lưu: VT."""
    assert signed(closing) == [("TM. BAN THƯỜNG VỤ", "BÍ THƯ", "Y Đèn Niê"), ("", "TRƯỞNG PHÒNG", "Hoàng Thị Nến")]
    assert copies(closing) == [("Huyện uỷ", "b/c"), ("UBND huyện", "b/c"), ("Lưu: VT", "lưu")]


def test_one_under_the_other(signed):
    closing = """KT. VIỆN TRƯỞNG
VIỆN KIỂM SÁT NHÂN DÂN TỈNH
PHÓ VIỆN TRƯỞNG
Hà Quốc Vinh

CHÁNH ÁN
TÒA ÁN NHÂN DÂN TỈNH
Huỳnh Thị Nhã"""
    assert signed(closing) == [
        ("KT. VIỆN TRƯỞNG", "PHÓ VIỆN TRƯỞNG", "Hà Quốc Vinh"),
        ("", "CHÁNH ÁN", "Huỳnh Thị Nhã"),
    ]


def test_cells_of_a_table_that_came_row_by_row(signed):
    closing = "TM. BAN THƯỜNG VỤ\nSỞ ÁNH SÁNG\nBÍ THƯ\nGIÁM ĐỐC\n(Đã ký)\n(Đã ký)\nTrần Văn Một\nTrần Thị Hai"
    assert signed(closing) == [("TM. BAN THƯỜNG VỤ", "BÍ THƯ", "Trần Văn Một"), ("", "GIÁM ĐỐC", "Trần Thị Hai")]


def test_three_columns_stay_three(signed):
    closing = """TM. BAN THƯỜNG VỤ          TM. BAN THƯỜNG VỤ          KT. GIÁM ĐỐC
    CHỦ TỊCH                   BÍ THƯ                 PHÓ GIÁM ĐỐC
  Đinh Thị An                Mai Văn Bình             Cao Thị Châu"""
    assert [name for *_, name in signed(closing)] == ["Đinh Thị An", "Mai Văn Bình", "Cao Thị Châu"]


def test_a_column_may_have_an_empty_cell(signed):
    closing = (
        "SỞ NỘI VỤ\tSỞ Y TẾ\tCÔNG AN TỈNH\nKT. GIÁM ĐỐC\tGIÁM ĐỐC\tKT. GIÁM ĐỐC\n"
        "PHÓ GIÁM ĐỐC\t\tPHÓ GIÁM ĐỐC\nLê Văn Đình\tPhạm Thị Nam\tTrần Ngọc Thanh"
    )
    assert signed(closing) == [
        ("KT. GIÁM ĐỐC", "PHÓ GIÁM ĐỐC", "Lê Văn Đình"),
        ("", "GIÁM ĐỐC", "Phạm Thị Nam"),
        ("KT. GIÁM ĐỐC", "PHÓ GIÁM ĐỐC", "Trần Ngọc Thanh"),
    ]


def test_a_template_has_no_names(signed):
    closing = "SỞ ……………………\t\t\tTM. BAN THƯỜNG VỤ\nGIÁM ĐỐC\t\t\tCHỦ TỊCH\n(ký, ghi rõ họ tên)\t\t\t(ký, ghi rõ họ tên)"
    assert signed(closing) == [("", "GIÁM ĐỐC", ""), ("TM. BAN THƯỜNG VỤ", "CHỦ TỊCH", "")]


@pytest.mark.parametrize(
    ("closing", "signatures"),
    [
        ("ĐẠI DIỆN BÊN A\t\tĐẠI DIỆN BÊN B", [("ĐẠI DIỆN BÊN A", "", ""), ("ĐẠI DIỆN BÊN B", "", "")]),
        ("BÊN CHO THUÊ (Ký tên)\nBÊN THUÊ", [("BÊN CHO THUÊ", "", ""), ("BÊN THUÊ", "", "")]),
        ("ĐẠI DIỆN BÊN A (4)\nGiám đốc\nĐỗ Văn Đèn", [("ĐẠI DIỆN BÊN A", "Giám đốc", "Đỗ Văn Đèn")]),
        ("NGƯỜI LAO ĐỘNG\tNGƯỜI SỬ DỤNG LAO ĐỘNG", [("NGƯỜI LAO ĐỘNG", "", ""), ("NGƯỜI SỬ DỤNG LAO ĐỘNG", "", "")]),
        ("CHỦ TỊCH QUỐC HỘI\nĐã ký: Nguyễn Thị Nến", [("", "CHỦ TỊCH QUỐC HỘI", "Nguyễn Thị Nến")]),
        ("Q. GIÁM ĐỐC\nVÕ VĂN SÁNG", [("", "Q. GIÁM ĐỐC", "VÕ VĂN SÁNG")]),
        ("THỐNG ĐỐC\nPHÓ THỐNG ĐỐC\nĐào Văn Tiền", [("THỐNG ĐỐC", "PHÓ THỐNG ĐỐC", "Đào Văn Tiền")]),
        ("Vinh, ngày 2 tháng 3 năm 2020\nGIÁM ĐỐC\nPGS.TS Lý Thị Nguyệt", [("", "GIÁM ĐỐC", "Lý Thị Nguyệt")]),
        ("GIÁM ĐỐC\nHà Nội", [("", "GIÁM ĐỐC", "")]),
        ("GIÁM ĐỐC\nTrần Văn Đèn đã ký\nCHỦ TỊCH ỦY BAN NHÂN DÂN", [("", "GIÁM ĐỐC", "Trần Văn Đèn")]),
        ("BÍ THƯ\nH' Linh Êban", [("", "BÍ THƯ", "H' Linh Êban")]),
    ],
)
def test_ways_to_sign(signed, closing, signatures):
    assert signed(closing) == signatures


@pytest.mark.parametrize(
    ("closing", "items"),
    [
        (
            "Nơi nhận:\n- Ban Đèn (để b/c); - Ban Lồng (để b/c);\n- Lưu: VT.",
            [("Ban Đèn", "để b/c"), ("Ban Lồng", "để b/c"), ("Lưu: VT", "lưu")],
        ),
        ("Nơi nhận:\n- Tỉnh uỷ; Ban Nội chính (để báo cáo);", [("Tỉnh uỷ; Ban Nội chính", "để báo cáo")]),
        ("Nơi nhận:\n- Lưu: -VT, Ban Đèn;\nVT, Ban Lồng", [("Lưu: -VT, Ban Đèn;\nVT, Ban Lồng", "lưu")]),
        ("Nơi nhận:\nNhư trên;\nUBND tỉnh;", [("Như trên", ""), ("UBND tỉnh", "")]),
        ("Nơi nhận: Như Điều 3;", [("Như Điều 3", "")]),
        ("Nơi nhận:\n- Bộ Đèn (Cục Bấc);\n- …", [("Bộ Đèn (Cục Bấc)", "")]),
        ("Nơi nhận:\n- Hội Đèn;\nNơi nhận:\n- Ban Lồng.", [("Hội Đèn", ""), ("Ban Lồng", "")]),
        ("CHỦ TỊCH\nTrần Văn Đèn", []),
    ],
)
def test_to_whom_copies_go(copies, closing, items):
    assert copies(closing) == items


def with_bodies(closing: str, parties: tuple[str, ...], *bodies: Body) -> Document:
    document = paper("SỞ ĐÈN\nQUY CHẾ", BODY, closing, header=Header(title_start=7))
    mentions = [
        Mention(body.body_id, body.abbreviation, at, at + len(body.abbreviation), "name")
        for body in bodies
        for at in [document.text.find(body.abbreviation, len("SỞ ĐÈN"))]
        if at >= 0
    ]
    made = {"bodies": bodies, "mentions": tuple(mentions), "parties": tuple(Party(one, "", 0, 0) for one in parties)}
    return paper("SỞ ĐÈN\nQUY CHẾ", BODY, closing, header=Header(title_start=7), **made)


def test_whose_signature_it_is(resources):
    lamp = Body("so-den-tinh", "Sở Đèn tỉnh", "SỞ ĐÈN")
    youth = Body("tinh-doan", "Tỉnh đoàn", "TỈNH ĐOÀN")
    board = Body("btv", "Ban Thường vụ", "BAN THƯỜNG VỤ TỈNH ĐOÀN", kind="inner_unit", parent_id="tinh-doan")
    front = Body("mat-tran", "Mặt trận", "MẶT TRẬN")

    def signers(closing: str, parties: tuple[str, ...], *bodies: Body) -> list[str]:
        found = read_closing(with_bodies(closing, parties, *bodies), resources)
        return [one.body_id for one in found.signatures]

    both = "GIÁM ĐỐC SỞ ĐÈN\nTrần Văn A\nTM. BAN THƯỜNG VỤ TỈNH ĐOÀN\nBÍ THƯ\nĐỗ Thị B"
    assert signers(both, ("so-den-tinh",), lamp, board, youth) == ["so-den-tinh", "tinh-doan"]
    left_over = "GIÁM ĐỐC SỞ ĐÈN\nTrần Văn A\nTM. BAN THƯỜNG VỤ\nCHỦ TỊCH\nĐỗ Thị B"
    assert signers(left_over, ("so-den-tinh", "mat-tran"), lamp, front) == ["so-den-tinh", "mat-tran"]
    assert signers("KT. GIÁM ĐỐC\nPHÓ GIÁM ĐỐC\nTrần Văn A", ("mat-tran",), front) == ["mat-tran"]
    assert signers("TM. BAN THƯỜNG VỤ\nCHỦ TỊCH", ("so-den-tinh", "mat-tran"), lamp, front) == [""]


def test_the_body_of_a_recipient_is_the_first_named(resources):
    body = Body("hoi-den", "Hội Đèn", "Hội Đèn")
    found = read_closing(with_bodies("Nơi nhận:\n- Hội Đèn (t/h);\n- Lưu: VT.", (), body), resources)
    assert [one.body_id for one in found.recipients] == ["hoi-den", ""]


def test_only_the_document_s_own_closing_counts(resources):
    own = "GIÁM ĐỐC\nTrần Văn Đèn"
    form = "\nNơi nhận:\n- Như trên;\nCHỦ TỊCH\nĐỗ Văn Mẫu"
    document = paper("QUY CHẾ", BODY + "\n" + own + "\nPhụ lục I\nĐơn xin đèn", form)
    at = document.text.index(own)
    units = tuple(unit for unit in document.units if not at <= unit.start < at + len(own))
    zones = (document.zones[0], Zone("closing", at, at + len(own)), *document.zones[1:])
    made = Document("x", document.source, document.view, zones=zones, units=units)
    found = read_closing(made, resources)
    assert [one.name for one in found.signatures] == ["Trần Văn Đèn"]
    assert found.recipients == ()


@pytest.mark.parametrize("line", ["TM. BAN THƯỜNG VỤ\nCHỦ TỊCH\nNguyễn Văn An\n", "- Ban Đèn;\n", "CHỦ TỊCH\t"])
def test_endless_closings_take_linear_time(resources, line):
    document = paper("QUY CHẾ", BODY, "Nơi nhận:\n" + line * 5_000)
    began = time.process_time()
    read_closing(document, resources)
    assert time.process_time() - began < 10
