"""Which words are the name of a body: heads, fields, places, owners, office-holders, lists."""

from __future__ import annotations

import time

import pytest

from dieukhoan.core.text import View
from dieukhoan.nlp.reading import read_names
from dieukhoan.rulebook import load


def names(text: str) -> list[str]:
    view = View(text)
    return [view.text[name.start : name.end] for name in read_names(view, load())]


@pytest.mark.parametrize(
    ("text", "want"),
    [
        ("Sở Nông nghiệp và Phát triển nông thôn tỉnh Hà Nam chủ trì",
         ["Sở Nông nghiệp và Phát triển nông thôn tỉnh Hà Nam"]),
        ("Giao Phòng Xây dựng phong trào bảo vệ An ninh Tổ quốc làm đầu mối",
         ["Phòng Xây dựng phong trào bảo vệ An ninh Tổ quốc"]),
        ("Cục Hải quan tỉnh Lào Cai phối hợp", ["Cục Hải quan tỉnh Lào Cai"]),
        ("Phòng Tổ chức cán bộ tham mưu Giám đốc Sở", ["Phòng Tổ chức cán bộ", "Giám đốc Sở"]),
        ("Ban Tuyên giáo - Nữ công trực tiếp theo dõi", ["Ban Tuyên giáo - Nữ công"]),
        ("Ủy ban An toàn giao thông Quốc gia ban hành", ["Ủy ban An toàn giao thông Quốc gia"]),
        ("Công ty TNHH Thương mại và Dịch vụ Bình Minh cam kết", ["Công ty TNHH Thương mại và Dịch vụ Bình Minh"]),
        ("Giao Ban ………… theo dõi, Sở …… phối hợp", ["Ban …………", "Sở ……"]),
    ],
)  # fmt: skip
def test_head_and_own_name(text: str, want: list[str]) -> None:
    assert names(text) == want


@pytest.mark.parametrize(
    ("text", "want"),
    [
        ("Hội Nông dân cấp xã tuyên truyền", ["Hội Nông dân cấp xã"]),
        ("Công đoàn cùng cấp thực hiện", ["Công đoàn cùng cấp"]),
        ("Ủy ban nhân dân các xã, phường, đặc khu mở lớp", ["Ủy ban nhân dân các xã, phường, đặc khu"]),
        ("Liên đoàn Lao động (LĐLĐ) tỉnh …… thống nhất", ["Liên đoàn Lao động (LĐLĐ) tỉnh ……"]),
        ("Hội LHPN các huyện, thành, thị ký kết", ["Hội LHPN các huyện, thành, thị"]),
        ("Sở Tư pháp nơi người đó thường trú cấp phiếu", ["Sở Tư pháp nơi người đó thường trú"]),
        ("Tỉnh đoàn Hà Giang và Tỉnh ủy", ["Tỉnh đoàn Hà Giang", "Tỉnh ủy"]),
        ("TAND tối cao, VKSND tối cao", ["TAND tối cao", "VKSND tối cao"]),
    ],
)
def test_level_and_place(text: str, want: list[str]) -> None:
    assert names(text) == want


@pytest.mark.parametrize(
    ("text", "want"),
    [
        ("Ban Thường vụ Tỉnh đoàn Hà Giang chỉ đạo", ["Ban Thường vụ Tỉnh đoàn Hà Giang"]),
        ("Vụ Pháp chế - Bộ Y tế có trách nhiệm", ["Vụ Pháp chế - Bộ Y tế"]),
        ("báo cáo Ban Nội chính Tỉnh ủy cho ý kiến", ["Ban Nội chính Tỉnh ủy"]),
        ("Chánh Văn phòng Bộ Nội vụ, Vụ trưởng Vụ Pháp chế", ["Chánh Văn phòng Bộ Nội vụ", "Vụ trưởng Vụ Pháp chế"]),
        ("báo cáo Thủ trưởng, Phó Thủ trưởng Cơ quan điều tra", ["Thủ trưởng", "Phó Thủ trưởng Cơ quan điều tra"]),
        ("giúp lãnh đạo ba ngành theo dõi", ["lãnh đạo ba ngành"]),
        ("mời đại diện lãnh đạo Sở Y tế dự", ["Sở Y tế"]),
        ("Mời Kiểm sát viên tham gia", ["Kiểm sát viên"]),
        ("phối hợp với Ban giám hiệu các trường", ["Ban giám hiệu các trường"]),
    ],
)
def test_owners_and_office_holders(text: str, want: list[str]) -> None:
    assert names(text) == want


@pytest.mark.parametrize(
    ("text", "want"),
    [
        ("Sở Tư pháp, Nội vụ và Công an tỉnh", ["Sở Tư pháp", "Nội vụ", "Công an tỉnh"]),
        ("các Sở: Tư pháp, Nội vụ và Công an tỉnh", ["Tư pháp", "Nội vụ", "Công an tỉnh"]),
        ("áp dụng với Công an, Viện kiểm sát, Tòa án cấp huyện", ["Công an", "Viện kiểm sát", "Tòa án cấp huyện"]),
        ("Công an, Tòa án nhân dân tỉnh", ["Công an", "Tòa án nhân dân tỉnh"]),
        ("Bộ Công an và Bộ Quốc phòng", ["Bộ Công an", "Bộ Quốc phòng"]),
    ],
)
def test_lists(text: str, want: list[str]) -> None:
    assert names(text) == want


def test_the_place_at_the_end_of_a_list_is_shared() -> None:
    police, court = read_names(View("Công an, Tòa án nhân dân tỉnh Hà Nam"), load())
    assert police.proper == court.proper == "Hà Nam"


@pytest.mark.parametrize(
    "text",
    [
        "Ban hành kèm theo Quyết định",
        "trong trường hợp cần thiết",
        "Phòng, chống tham nhũng; phòng ngừa tội phạm",
        "Luật Mặt trận Tổ quốc Việt Nam",
        "bầu cử đại biểu Quốc hội khóa XV",
        "Quyết định số 31/2021/QĐ-UBND ngày",
        "hội nghị, hội thảo, hội viên, đoàn viên",
        "tổ chức thực hiện kế hoạch",
        "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM",
        "phát huy hiệu quả công tác tuyên truyền",
    ],
)
def test_no_body_is_named(text: str) -> None:
    assert names(text) == []


@pytest.mark.parametrize(
    ("text", "want"),
    [
        ("gửi các cơ quan, đơn vị liên quan trước ngày", ["các cơ quan, đơn vị liên quan"]),
        ("Chỉ đạo các trường trực thuộc và đoàn trực thuộc ký kết", ["các trường trực thuộc", "đoàn trực thuộc"]),
        ("báo cáo cấp có thẩm quyền xem xét", ["cấp có thẩm quyền"]),
        ("Các ban chuyên môn thuộc Liên đoàn Lao động tỉnh và Hội Nông dân tỉnh nghiên cứu",
         ["Các ban chuyên môn thuộc Liên đoàn Lao động tỉnh và Hội Nông dân tỉnh"]),
        ("Người được phân công làm đầu mối phải giữ bí mật", ["Người được phân công làm đầu mối"]),
        ("Các cơ quan, tổ chức được mời dự họp có trách nhiệm", ["Các cơ quan, tổ chức được mời dự họp"]),
        ("Ngành chủ trì có trách nhiệm", ["Ngành chủ trì"]),
        ("cơ quan, đơn vị nào phát hiện đầu tiên có trách nhiệm", ["cơ quan, đơn vị nào phát hiện đầu tiên"]),
        ("phối hợp với cơ quan, tổ chức giải quyết", ["cơ quan, tổ chức"]),
        ("Các đơn vị quy định tại khoản 2 Điều 1 Quy chế này gửi số liệu",
         ["Các đơn vị quy định tại khoản 2 Điều 1 Quy chế này"]),
        ("Chỉ đạo các đơn vị thực hiện.", ["các đơn vị"]),
    ],
)  # fmt: skip
def test_bodies_without_a_name(text: str, want: list[str]) -> None:
    assert names(text) == want


def test_what_a_modal_shows_to_be_one_phrase_is_one_elsewhere_too() -> None:
    text = "Lực lượng tuần tra liên ngành phải có mặt.\nHai bên hỗ trợ lực lượng tuần tra liên ngành khi cần."
    assert names(text) == ["Lực lượng tuần tra liên ngành", "lực lượng tuần tra liên ngành"]


def test_a_tail_that_is_far_rarer_than_the_name_is_cut_off() -> None:
    text = "Ban Quản trị rừng họp.\n" * 8 + "Ban Quản trị rừng hoan nghênh"
    assert names(text)[-1] == "Ban Quản trị rừng"


def test_a_name_stops_at_a_wide_gap() -> None:
    view = View("SỞ TƯ PHÁP CỘNG HÒA")
    (name,) = read_names(view, load(), gaps=[11])
    assert view.text[name.start : name.end] == "SỞ TƯ PHÁP"


def test_a_letterhead_has_the_place_in_the_line_below() -> None:
    (name,) = read_names(View("ỦY BAN NHÂN DÂN\nTỈNH PHÚ THỌ\n"), load())
    assert (name.place, name.proper) == ("TỈNH", "Phú Thọ")


@pytest.mark.parametrize(
    "text",
    [
        "các cơ quan được giao nhiệm vụ " * 6_000,
        "Ban Thường vụ " * 15_000,
        "Chủ tịch, " * 20_000,
        "Phòng Quản trị mới " * 10_000,
        "(Sở Tư pháp (" * 10_000 + ")" * 20_000,
        "Công an, " * 20_000 + "Tòa án cấp huyện",
    ],
    ids=["nouns", "owners", "offices", "names", "brackets", "list"],
)
def test_long_lines_take_linear_time(text: str) -> None:
    names("Sở Tư pháp")
    start = time.process_time()
    names(text)
    assert time.process_time() - start < 20
