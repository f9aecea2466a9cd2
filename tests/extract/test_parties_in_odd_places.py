"""Who agrees, where no sentence lists the parties in full: "Liên Bộ", signatures, blocks of sides, "một bên là"."""

from __future__ import annotations

import hashlib

import pytest

from dieukhoan.analyse import analyse, resources
from dieukhoan.core.records import Document, Line, Source


def read(text: str) -> Document:
    """The document that ``text`` is."""
    lines, at = [], 0
    for line in text.split("\n"):
        lines.append(Line(at, at + len(line)))
        at += len(line) + 1
    digest = hashlib.sha256(text.encode()).hexdigest()
    return analyse(Source("x.txt", digest, "txt", text, tuple(lines), encoding="utf-8"), resources())


def parties(text: str) -> list[str]:
    """The names of the parties of ``text``."""
    document = read(text)
    names = {body.body_id: body.name for body in document.bodies}
    return [names[party.body_id] for party in document.parties]


MINISTRIES = """LIÊN BỘ: TÀI CHÍNH - GIÁO DỤC VÀ ĐÀO TẠO - Y TẾ
CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM
Số: 53/TTLB
Hà Nội, ngày 2 tháng 8 năm 1996
THÔNG TƯ LIÊN BỘ
Về việc cấp sách cho trẻ em nghèo
Liên Bộ hướng dẫn như sau:
I. ĐỐI TƯỢNG
1. Trẻ em thuộc hộ nghèo được cấp sách.
"""
BRANCHES = """QUY CHẾ PHỐI HỢP
Trong giải quyết án trọng điểm
Liên ngành Công an, Viện kiểm sát nhân dân, Tòa án nhân dân huyện Tuần Giáo thống nhất ban hành Quy chế như sau:
Điều 1. Nguyên tắc
Ba ngành phối hợp chặt chẽ.
"""
UNIONS = """CHƯƠNG TRÌNH PHỐI HỢP
Phòng, chống tảo hôn
Hội Liên hiệp Phụ nữ, Hội Cựu chiến binh và Hội Nông dân huyện Mai Sơn xây dựng Chương trình phối hợp như sau:
I. NỘI DUNG
1. Ba tổ chức tuyên truyền tại các bản.
"""
SIGNED = """CHƯƠNG TRÌNH PHỐI HỢP
Về bảo vệ rừng giai đoạn 2022 - 2026
Thực hiện Luật Lâm nghiệp, hai cơ quan thống nhất nội dung sau:
I. NỘI DUNG PHỐI HỢP
1. Tuyên truyền bảo vệ rừng.
2. Trao đổi thông tin hằng quý.
HẠT KIỂM LÂM HUYỆN VÂN CANH    HỘI NÔNG DÂN HUYỆN VÂN CANH
HẠT TRƯỞNG                     CHỦ TỊCH
Trần Văn Núi                   Lê Thị Đồng
"""
PERSONS = """HỢP ĐỒNG MUA BÁN XE MÁY
Hôm nay, ngày 3/4/2022, chúng tôi gồm có:
Bên bán (sau đây gọi là bên A):
Họ và tên: Nguyễn Hữu Đạt    Sinh năm: 1985
Bên mua (sau đây gọi là bên B):
Họ và tên: Phạm Thị Hoa, sinh năm 1992
Điều 1. Xe bán
Bên A giao xe cho bên B trong 03 ngày.
"""
IN_BRACKETS = """THỎA THUẬN HỢP TÁC
Hôm nay, ngày 02/12/2021, tại Cần Thơ, đại diện hai bên gồm:
I. HỘI DOANH NHÂN TRẺ THÀNH PHỐ CẦN THƠ (Bên A)
- Ông: Châu Minh Đức - Chức vụ: Chủ tịch
II. NGÂN HÀNG TMCP SÔNG HẬU (Bên B)
- Bà: Tô Ngọc Anh - Chức vụ: Giám đốc
Điều 1. Nội dung
Bên B cho vay vốn theo đề nghị của Bên A.
"""
REPRESENTED = """THỎA ƯỚC LAO ĐỘNG TẬP THỂ
Hôm nay, ngày 5 tháng 1 năm 2024, chúng tôi gồm:
1. Đại diện người sử dụng lao động: Ông Bùi Quang Huy, Tổng Giám đốc Công ty Cổ phần Giày Bình Minh
2. Đại diện tập thể người lao động: Bà Mai Thị Yến, Chủ tịch Công đoàn cơ sở
Điều 1. Tiền lương
Công ty trả lương trước ngày 10 hằng tháng.
"""
ONE_SIDE = """HỢP ĐỒNG LAO ĐỘNG
Chúng tôi, một bên là Ông: Nguyễn Đình Khôi
Đại diện cho: Công ty TNHH Vận tải Hồng Hà
Và một bên là Bà: Lưu Thị Tuyết
Thỏa thuận ký kết hợp đồng lao động và cam kết làm đúng những điều khoản sau đây:
Điều 1. Công việc
Người lao động làm kế toán.
Điều 2. Nghĩa vụ
Người sử dụng lao động trả lương ngày 05 hằng tháng.
"""
UNNAMED = """HỢP ĐỒNG LIÊN DOANH
Các bên dưới đây đồng ý ký hợp đồng liên doanh:
A. Bên Việt Nam
1. Tên công ty: ……………
B. Bên nước ngoài
1. Tên công ty: ……………
Điều 1. Góp vốn
Bên nước ngoài góp vốn bằng tiền trong 30 ngày.
"""

LISTED = """CHƯƠNG TRÌNH PHỐI HỢP
Hiến máu tình nguyện
Hôm nay, ngày 7/4/2023, chúng tôi gồm:
1. Sở Y tế tỉnh Nam Định: do ông Trần Đức, Giám đốc, làm đại diện;
2. Đại diện Hội Chữ thập đỏ tỉnh Nam Định: bà Lê Mai, Chủ tịch;
- Ông Lê Nam thuộc Công an tỉnh Nam Định.
Cùng ký Chương trình phối hợp với các nội dung sau:
I. NỘI DUNG
1. Bưu điện tỉnh Nam Định phát tờ rơi.
"""
BETWEEN = """THỎA THUẬN TÀI TRỢ
Thỏa thuận này được lập ngày 9 tháng 9 năm 2021 giữa:
Quỹ Bảo trợ trẻ em tỉnh Tây Ninh (sau đây gọi là “Quỹ”)
và
Công ty Cổ phần Mía đường Vàm Cỏ (sau đây gọi là “Nhà tài trợ”)
Điều 1. Khoản tài trợ
Nhà tài trợ chuyển 500 triệu đồng cho Quỹ.
"""
CAPITALS = """QUY CHẾ PHỐI HỢP
GIỮA CÔNG AN HUYỆN, HUYỆN ĐOÀN VÀ PHÒNG Y TẾ HUYỆN KRÔNG PẮC
Krông Pắc, ngày 12 tháng 9 năm 2022
Điều 1. Nguyên tắc
Ba cơ quan phối hợp thường xuyên.
"""
BEHIND = """HỢP ĐỒNG THUÊ ĐẤT
BÊN THUÊ (gọi tắt là Bên A): CÔNG TY TNHH LÂM NGHIỆP SÔNG HIẾU
BÊN CHO THUÊ (gọi tắt là Bên B): Ông LÊ VĂN TÁM
Điều 1. Đất thuê
Bên B giao đất cho Bên A trong 10 ngày.
"""


@pytest.mark.parametrize(
    ("text", "named"),
    [
        (MINISTRIES, ["Bộ Tài chính", "Bộ Giáo dục và đào tạo", "Bộ Y tế"]),
        (BRANCHES, ["Công an", "Viện kiểm sát nhân dân", "Tòa án nhân dân"]),
        (UNIONS, ["Hội Liên hiệp Phụ nữ", "Hội Cựu chiến binh", "Hội Nông dân"]),
        (SIGNED, ["Hạt Kiểm lâm", "Hội Nông dân"]),
        (PERSONS, ["Nguyễn Hữu Đạt", "Phạm Thị Hoa"]),
        (IN_BRACKETS, ["Hội doanh nhân trẻ thành phố Cần Thơ", "Ngân hàng TMCP Sông Hậu"]),
        (REPRESENTED, ["Công ty Cổ phần Giày Bình Minh", "Công đoàn cơ sở"]),
        (ONE_SIDE, ["Công ty TNHH Vận tải Hồng Hà", "Lưu Thị Tuyết"]),
        (UNNAMED, ["Bên Việt Nam", "Bên nước ngoài"]),
        (LISTED, ["Sở Y tế tỉnh Nam Định", "Hội Chữ thập đỏ tỉnh Nam Định"]),
        (BETWEEN, ["Quỹ Bảo trợ trẻ em tỉnh Tây Ninh", "Công ty Cổ phần Mía đường Vàm Cỏ"]),
        (CAPITALS, ["Công an huyện Krông Pắc", "Huyện đoàn Krông Pắc", "Phòng Y tế huyện Krông Pắc"]),
        (BEHIND, ["Công ty TNHH Lâm nghiệp Sông Hiếu", "Lê Văn Tám"]),
    ],
)
def test_who_agrees(text: str, named: list[str]) -> None:
    place = {BRANCHES: " huyện Tuần Giáo", UNIONS: " huyện Mai Sơn", SIGNED: " huyện Vân Canh"}.get(text, "")
    assert [name.lower() for name in parties(text)] == [f"{name}{place}".lower() for name in named]


def test_a_numbered_unit_of_the_army_gets_no_place() -> None:
    text = "QUY CHẾ PHỐI HỢP\nBinh đoàn 15 và Công an huyện Chư Sê thống nhất ban hành Quy chế như sau:\nĐiều 1. Lễ\nX."
    assert parties(text) == ["Binh đoàn 15", "Công an huyện Chư Sê"]


@pytest.mark.parametrize(
    ("who", "named"),
    [
        ("Sở Y tế và Ủy ban nhân dân huyện Tân Uyên", ["Sở Y tế", "Ủy ban nhân dân huyện Tân Uyên"]),
        ("Liên đoàn Lao động và Hội Nông dân xã Mường Lai", ["Liên đoàn Lao động", "Hội Nông dân xã Mường Lai"]),
        (
            "Công an, Hội Nông dân xã Mường Lai và Hội Phụ nữ huyện Tân Uyên",
            ["Công an xã Mường Lai", "Hội Nông dân xã Mường Lai", "Hội Phụ nữ huyện Tân Uyên"],
        ),
        ("Công an huyện Tân Uyên và Hội Nông dân", ["Công an huyện Tân Uyên", "Hội Nông dân"]),
    ],
)
def test_a_place_is_shared_only_where_every_place_has_such_a_body(who: str, named: list[str]) -> None:
    text = f"QUY CHẾ PHỐI HỢP\n{who} thống nhất ban hành Quy chế như sau:\nĐiều 1. Lễ\nHọp hằng quý."
    assert parties(text) == named


def test_as_many_bodies_written_out_go_before_the_codes_of_the_number() -> None:
    text = "THÔNG TƯ LIÊN TỊCH\nSố: 9/2010/TTLT-BYT-BTC\nVề chợ\n(ngày 04/05/2010 của Bộ Y tế và Bộ Công an)\nĐiều 1."
    assert parties(text) == ["Bộ Y tế", "Bộ Công an"]


def test_the_short_form_of_a_side_is_its_letter() -> None:
    text = (
        "HỢP ĐỒNG CẤP NƯỚC\nI. Bên cung cấp dịch vụ (gọi tắt là Bên A)\nTên đơn vị: CÔNG TY CỔ PHẦN NƯỚC SÔNG LAM\n"
        "II. Bên sử dụng dịch vụ (gọi tắt là Bên B)\nTên đơn vị: TRƯỜNG MẦM NON HOA SEN\nĐiều 1. Nước\nBên A cấp nước."
    )
    document = read(text)
    shorts = {body.body_id: body.abbreviation for body in document.bodies}
    assert [shorts[party.body_id] for party in document.parties] == ["Bên A", "Bên B"]


def test_a_name_in_capitals_is_shown_as_it_is_written_elsewhere() -> None:
    text = (
        "ỦY BAN MẶT TRẬN TỔ QUỐC VIỆT NAM TỈNH KON TUM - CÔNG AN TỈNH KON TUM\nQUY CHẾ PHỐI HỢP\nGiám sát chợ\n"
        "Ủy ban Mặt trận Tổ quốc Việt Nam tỉnh Kon Tum và Công an tỉnh Kon Tum thống nhất:\nĐiều 1. Lễ\nHai bên họp."
    )
    assert parties(text)[0] == "Ủy ban Mặt trận Tổ quốc Việt Nam tỉnh Kon Tum"


def test_a_word_for_all_of_them_is_no_party_beside_their_names() -> None:
    text = (
        "GIAO ƯỚC THI ĐUA\nHôm nay, các đơn vị: Công an huyện, Tòa án nhân dân huyện Lệ Thủy thống nhất:\n"
        "1. Các đơn vị báo cáo hằng quý."
    )
    assert parties(text) == ["Công an huyện Lệ Thủy", "Tòa án nhân dân huyện Lệ Thủy"]


def test_what_a_side_does_and_its_letter_are_one() -> None:
    text = (
        "HỢP ĐỒNG THUÊ NHÀ\nBÊN CHO THUÊ (BÊN A):\nÔng: ………\nBÊN THUÊ\n(Gọi tắt là Bên B):\nBà Lê Thị Cam\n"
        "Điều 1. Nhà\nBên cho thuê giao nhà. Bên thuê trả tiền hằng tháng."
    )
    document = read(text)
    landlord, tenant = (party.body_id for party in document.parties)
    said = {mention.text: mention.body_id for mention in document.mentions}
    assert (said["Bên cho thuê"], said["Bên thuê"], tenant) == (landlord, tenant, "le-thi-cam")


def test_who_signs_for_a_side_is_its_party() -> None:
    text = (
        "HỢP ĐỒNG THUÊ XE\nBÊN A: CÔNG TY TNHH XE LAM\nBÊN B: Bà Lê Thị Cam\nĐiều 1. Xe\nBên A giao xe.\n"
        "Đại diện bên A\nChức vụ\n(Ký tên, đóng dấu)\nĐại diện bên B\nChức vụ\n(Ký tên, đóng dấu)\n"
    )
    assert [signature.body_id for signature in read(text).signatures] == ["cong-ty-tnhh-xe-lam", "le-thi-cam"]


def test_the_parties_tell_level_and_province_where_nothing_else_does() -> None:
    header = read(LISTED).header
    assert (header.level, header.province) == ("province", "Nam Định")


@pytest.mark.parametrize(
    ("place", "level", "province"),
    [
        ("tỉnh Nam Định", "province", "Nam Định"),
        ("thành phố Hồ Chí Minh", "province", "Hồ Chí Minh"),
        ("thành phố Buôn Ma Thuột", "", ""),
        ("thành phố Vinh", "", ""),
    ],
)
def test_a_town_is_no_province(place: str, level: str, province: str) -> None:
    header = read(LISTED.replace("tỉnh Nam Định", place)).header
    assert (header.level, header.province) == (level, province)


@pytest.mark.parametrize(
    ("first", "last"),
    [
        (("GIÁM ĐỐC", "Trần Thị Bình"), ("SỞ Y TẾ", "GIÁM ĐỐC", "Nguyễn Văn An")),
        (("KT. BỘ TRƯỞNG", "THỨ TRƯỞNG", "Lê Văn Sáu"), ("KT. BỘ TRƯỞNG", "THỨ TRƯỞNG", "Đỗ Thị Năm")),
    ],
)
def test_who_signs_for_nobody_that_is_known_is_no_party(first, last):
    text = "\n".join(
        (
            "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM",
            "Độc lập - Tự do - Hạnh phúc",
            "CHƯƠNG TRÌNH PHỐI HỢP",
            "Về tuyên truyền",
            "Điều 1. Trách nhiệm",
            "1. Sở Y tế báo cáo.",
            *first,
            "",
            *last,
        )
    )
    assert parties(text) == []


@pytest.mark.parametrize("blank", ["………", "............", "______", '"&"', "++"])
def test_a_short_form_that_is_left_open_is_none(blank):
    text = f"HỢP ĐỒNG\nĐiều 1. Chung\n1. Công ty Sông Ba (sau đây gọi tắt là {blank}) báo cáo."
    assert [duty.text for duty in read(text).duties] == [text[text.rfind("Công ty") : -1]]


def test_a_heading_introduces_the_sides_one_in_a_line() -> None:
    text = """THỎA THUẬN HỢP TÁC
I. CÁC BÊN THAM GIA
1. Bưu điện tỉnh Lào Cai
Địa chỉ: số 1 phố Hòa Bình
2. Hội Người cao tuổi tỉnh Lào Cai
Địa chỉ: số 2 phố Hòa Bình
Hai bên thống nhất ký thỏa thuận với các nội dung sau:
Điều 1. Nội dung
1. Tổ chức tuyên truyền.
"""
    assert parties(text) == ["Bưu điện tỉnh Lào Cai", "Hội Người cao tuổi tỉnh Lào Cai"]
