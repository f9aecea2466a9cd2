"""Agreements of bodies of many kinds: each must be a party, by its full name, its short ones and in a heading."""

from __future__ import annotations

import hashlib

import pytest

from dieukhoan.analyse import analyse, resources
from dieukhoan.core.records import Document, Line, Source

OTHER = "Sở Tư pháp tỉnh Gia Lai"
CASES = (
    ("Hội Bảo trợ người khuyết tật và trẻ mồ côi tỉnh Gia Lai", "Hội Bảo trợ người khuyết tật và trẻ mồ côi"),
    ("Liên hiệp các Hội Khoa học và Kỹ thuật tỉnh Gia Lai", "Liên hiệp Hội tỉnh"),
    ("Hội Liên hiệp Thanh niên Việt Nam tỉnh Gia Lai", "Hội LHTN Việt Nam tỉnh"),
    ("Công đoàn ngành Giáo dục tỉnh Gia Lai", "Công đoàn ngành Giáo dục tỉnh"),
    ("Bộ Chỉ huy Bộ đội Biên phòng tỉnh Gia Lai", "Bộ Chỉ huy BĐBP tỉnh"),
    ("Bộ Tư lệnh Vùng 3 Hải quân", "Bộ Tư lệnh Vùng 3 Hải quân"),
    ("Binh đoàn 15", "Binh đoàn 15"),
    ("Thuế tỉnh Gia Lai", "Thuế tỉnh"),
    ("Cục Thuế tỉnh Gia Lai", "Cục Thuế tỉnh"),
    ("Bưu điện tỉnh Gia Lai", "Bưu điện tỉnh"),
    ("Tổng công ty Bưu điện Việt Nam", "Tổng công ty Bưu điện Việt Nam"),
    ("Ngân hàng Nhà nước Việt Nam Chi nhánh tỉnh Gia Lai", "Ngân hàng Nhà nước tỉnh"),
    ("Ủy ban Kiểm tra Tỉnh ủy Gia Lai", "UBKT Tỉnh ủy"),
    ("Văn phòng Đoàn đại biểu Quốc hội và Hội đồng nhân dân tỉnh Gia Lai", "Văn phòng Đoàn ĐBQH và HĐND tỉnh"),
    ("Đài Phát thanh và Truyền hình Gia Lai", "Đài Phát thanh và Truyền hình tỉnh"),
    ("Trường Chính trị tỉnh Gia Lai", "Trường Chính trị tỉnh"),
    ("Trung tâm Y tế huyện Chư Sê", "Trung tâm Y tế huyện"),
    ("Huyện đoàn Chư Sê", "Huyện đoàn"),
    ("Cảng Hàng không Pleiku", "Cảng Hàng không Pleiku"),
    ("Cơ sở cai nghiện ma túy tỉnh Gia Lai", "Cơ sở cai nghiện ma túy tỉnh"),
    ("Đại học Huế", "Đại học Huế"),
)
TEXT = """{caps} - SỞ TƯ PHÁP TỈNH GIA LAI
CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM
Độc lập - Tự do - Hạnh phúc
Pleiku, ngày 05 tháng 5 năm 2014

CHƯƠNG TRÌNH PHỐI HỢP
Trợ giúp pháp lý lưu động giữa {full} và Sở Tư pháp tỉnh Gia Lai

{full} và Sở Tư pháp tỉnh Gia Lai thống nhất ban hành Chương trình phối hợp như sau:

I. NỘI DUNG
1. Sở Tư pháp báo cáo {short} kết quả các đợt lưu động.
2. Trách nhiệm của {short}
- Chuẩn bị hội trường.
II. PHÂN CÔNG
1. {heading}
- Cử xe đưa đón.
"""


def read(text: str) -> Document:
    """The document that ``text`` is."""
    lines, at = [], 0
    for line in text.split("\n"):
        lines.append(Line(at, at + len(line)))
        at += len(line) + 1
    return analyse(Source("a.txt", hashlib.sha256(text.encode()).hexdigest(), "txt", text, tuple(lines)), resources())


@pytest.mark.parametrize(("full", "short"), CASES)
def test_party_in_every_place(full: str, short: str) -> None:
    document = read(TEXT.format(full=full, short=short, caps=full.upper(), heading=short.upper()))
    names = {body.body_id: body.name for body in document.bodies}
    assert [names[party.body_id] for party in document.parties] == [full, OTHER]
    roles = [sorted((role.role, names[role.body_id]) for role in duty.roles) for duty in document.duties]
    assert roles == [[("lead", OTHER), ("recipient", full)], [("lead", full)], [("lead", full)]]


def test_the_legal_form_behind_the_name_of_a_side_stands_before_its_short_form() -> None:
    text = (
        "HỢP ĐỒNG CHUYỂN NHƯỢNG\n"
        "I. BÊN CHUYỂN NHƯỢNG: TỔNG CÔNG TY ĐẦU TƯ SÔNG LAM – CÔNG TY TNHH (viết tắt là “SLIC ”)\n"
        "II. BÊN NHẬN: CÔNG TY CỔ PHẦN BẾN THÀNH (sau đây gọi là “Bên B”)\n"
        "Điều 1. Tiền\nSLIC có nghĩa vụ báo cho Bên B."
    )
    document = read(text)
    lead, recipient = document.duties[0].roles
    assert (lead.role, lead.body_id) == ("lead", "tong-cong-ty-dau-tu-song-lam")
    assert (recipient.role, recipient.body_id) == ("recipient", "cong-ty-co-phan-ben-thanh")
