"""Names of offices and branches that are long, numbered or say what they belong to, and words for parties alike."""

from __future__ import annotations

import pytest

from dieukhoan.analyse import Analysis, analyse, resources
from dieukhoan.core.records import Line, Source
from dieukhoan.core.text import View
from dieukhoan.nlp.reading import read_names
from dieukhoan.rulebook import load
from made_sentences import who

NAMES = (
    "Phòng Kinh tế và Hạ tầng",
    "Phòng Tài chính và Kế hoạch",
    "Hội đồng Khoa học và Đào tạo",
    "Đội Quản lý thị trường số 3",
    "Bộ phận Tiếp nhận và Trả kết quả",
    "Quỹ tín dụng nhân dân",
    "Văn phòng Hiệp hội",
    "Thuế cơ sở 3",
    "Chi nhánh Ngân hàng Nhà nước tỉnh Lào Cai",
    "Ngân hàng Ngoại thương - Chi nhánh Mai Châu",
    "Phòng Kinh tế và Hạ tầng (KT&HT) huyện Mai Châu",
    "Ủy ban nhân dân phường Lâm Viên - Đà Lạt",
    "Sở Tài chính - Vật giá",
)


@pytest.mark.parametrize("name", NAMES)
def test_a_name_is_read_whole(name: str) -> None:
    view = View(f"Điều 4. {name} chủ trì, phối hợp với các xã mở hội chợ.")
    assert name in [view.text[found.start : found.end] for found in read_names(view, load())]


HEAD = """QUY CHẾ PHỐI HỢP
Căn cứ Luật Đất đai;
Phòng Y tế huyện Mai Châu, Phòng Nội vụ huyện Mai Châu và Phòng Tư pháp huyện Mai Châu thống nhất ban hành Quy chế sau:
Điều 1. Nội dung
"""


def leads(sentence: str, head: str = HEAD) -> tuple[str, ...]:
    """Who must do what ``sentence`` says in an agreement with that ``head``."""
    done = read(f"{head}{sentence}")
    return tuple(body for duty in done.duties[:1] for body in who(done, duty, "lead"))


@pytest.mark.parametrize("those", ["Ba phòng", "Từng phòng", "Các phòng luân phiên", "Cả ba phòng"])
def test_parties_of_one_kind_are_meant_by_its_name(those: str) -> None:
    assert len(leads(f"{those} tổ chức họp giao ban mỗi quý một lần.")) == 3


@pytest.mark.parametrize("those", ["Hai phòng", "Các phòng chuyên môn"])
def test_words_for_others_do_not_mean_the_parties(those: str) -> None:
    assert len(leads(f"{those} tổ chức họp giao ban mỗi quý một lần.")) != 3


def test_the_branch_of_a_place_is_the_bank_of_that_place() -> None:
    bank = "Ngân hàng Chính sách xã hội huyện Mai Châu"
    head = HEAD.replace("Phòng Tư pháp huyện Mai Châu", bank)
    assert leads(f"Chi nhánh {bank} chuyển phí cho Phòng Y tế trước ngày 5/3.", head) == (bank,)


def read(text: str) -> Analysis:
    """All stages on the lines of ``text``."""
    spans, at = [], 0
    for line in text.split("\n"):
        spans.append(Line(at, at + len(line)))
        at += len(line) + 1
    return analyse(Source("a.txt", "0" * 64, "txt", text, tuple(spans)), resources())


def parties(text: str) -> list[str]:
    """The names of the parties."""
    done = read(text)
    names = {body.body_id: body.name for body in done.bodies}
    return [names[party.body_id] for party in done.parties]


def test_wards_named_twice_are_parties_and_so_are_two_places_together() -> None:
    head = """KẾ HOẠCH PHỐI HỢP
Ủy ban nhân dân phường Lâm Viên - Đà Lạt và Ủy ban nhân dân xã Lạc Dương phối hợp xây dựng Kế hoạch như sau:
Điều 1. Nội dung
"""
    assert parties(head) == ["Ủy ban nhân dân phường Lâm Viên - Đà Lạt", "Ủy ban nhân dân xã Lạc Dương"]
    assert len(leads("Hai địa phương thống nhất lịch thu gom rác.", head)) == 2


def test_a_letterhead_of_blanks_without_a_motto_ends_before_the_title() -> None:
    text = """HỘI LÀM VƯỜN TỈNH ……… - HỘI NÔNG DÂN TỈNH ………
Số: …/CTPH-HLV-HND
………, ngày … tháng … năm 20…

CHƯƠNG TRÌNH PHỐI HỢP
giữa Hội Làm vườn tỉnh ……… và Hội Nông dân tỉnh ………

Hội Làm vườn tỉnh ……… và Hội Nông dân tỉnh ……… thống nhất ký kết Chương trình phối hợp như sau:

Điều 1. Nội dung
1. Mở lớp ghép cây mỗi năm một lần."""
    done = read(text)
    assert done.header.document_type == "chuong_trinh_phoi_hop"
    assert done.header.title.startswith("CHƯƠNG TRÌNH PHỐI HỢP")
    assert len(done.parties) == 2


def test_a_side_that_is_told_by_what_it_does_and_by_a_letter_is_one() -> None:
    text = """HỢP ĐỒNG KHOÁN BẢO VỆ RỪNG
Hôm nay, ngày 05 tháng 3 năm 2017, chúng tôi gồm:

BÊN GIAO KHOÁN: BAN QUẢN LÝ RỪNG PHÒNG HỘ SÔNG HINH (gọi tắt là Bên A)
Địa chỉ: xã Ea Bar

BÊN NHẬN KHOÁN: HỘ ÔNG LÊ VĂN SÁU (gọi tắt là Bên B)
Địa chỉ: xã Ea Trol

Điều 1. Trách nhiệm của bên nhận khoán
1. Báo ngay cho Bên A khi phát hiện cháy rừng."""
    done = read(text)
    assert len(done.parties) == 2
    assert who(done, done.duties[0], "lead") == ("Lê Văn Sáu",)
    assert who(done, done.duties[0], "recipient") == (parties(text)[0],)


@pytest.mark.parametrize(
    "verb", ["Phản hồi", "Truy xuất", "Khử khuẩn", "Quan trắc", "Dán nhãn", "Thanh kiểm tra", "Sơ tán", "Phỏng vấn"]
)
def test_a_clause_that_opens_with_a_verb_of_work_is_a_duty(verb: str) -> None:
    assert len(leads(f"1. {verb} theo kế hoạch của ba phòng trước ngày 5/3.")) == 3


def test_for_how_long_an_agreement_holds_is_no_duty() -> None:
    assert leads("Bản ghi nhớ có giá trị 03 năm, được gia hạn nếu các bên đồng ý.") == ()


def test_two_of_a_kind_that_no_party_is_are_the_two_just_named() -> None:
    head = """THÔNG TƯ LIÊN TỊCH
Bộ Nội vụ và Bộ Tài chính hướng dẫn như sau:
Điều 1. Lập dự toán
"""
    sentence = "Trường hợp Sở Nội vụ và Sở Tài chính không thống nhất thì hai Sở báo cáo Chủ tịch Ủy ban nhân dân tỉnh."
    assert leads(sentence, head) == ("Sở Nội vụ", "Sở Tài chính")


@pytest.mark.parametrize(
    "name",
    [
        "Ủy ban nhân dân các huyện Bù Đốp, Bù Gia Mập, Lộc Ninh",
        "Ủy ban nhân dân các xã Thanh Hòa, Tân Thành và thị trấn Thanh Bình",
        "Đồn Biên phòng",
    ],
)
def test_bodies_of_several_places_are_named_with_all_of_them(name: str) -> None:
    done = read(f"{HEAD}1. {name}:\na) Xây dựng kế hoạch của địa phương mình.")
    assert who(done, done.duties[0], "lead") == (name,)


def test_several_places_end_before_another_body() -> None:
    found = leads("Ủy ban nhân dân các huyện Bù Đốp, Lộc Ninh, Công an tỉnh Bình Phước tuần tra hằng tuần.")
    assert found == ("Ủy ban nhân dân các huyện Bù Đốp, Lộc Ninh", "Công an tỉnh Bình Phước")


@pytest.mark.parametrize(
    ("sentence", "lead"),
    [
        ("Tổ trưởng kiểm tra máy móc đầu ca.", "Tổ trưởng"),
        ("Tổ trưởng tổ dân phố vận động nhân dân.", "Tổ trưởng tổ dân phố"),
        ("Kế toán trưởng lập báo cáo hằng quý.", "Kế toán trưởng"),
    ],
)
def test_posts_act_with_and_without_what_they_head(sentence: str, lead: str) -> None:
    assert leads(sentence) == (lead,)


BORDER = """QUY CHẾ PHỐI HỢP
Cục Hải quan tỉnh Lạng Sơn và Bộ Chỉ huy Bộ đội Biên phòng tỉnh Lạng Sơn thống nhất ban hành Quy chế sau:
Điều 1. Nội dung
"""
CUSTOMS, GUARD = "Cục Hải quan tỉnh Lạng Sơn", "Bộ Chỉ huy Bộ đội Biên phòng tỉnh Lạng Sơn"


@pytest.mark.parametrize(
    ("sentence", "lead", "others"),
    [
        ("1. Hải quan thông báo cho Biên phòng danh sách xe qua lại.", (CUSTOMS,), (GUARD,)),
        ("2. Khi có tin báo, Biên phòng phải phối hợp với Hải quan kiểm tra.", (GUARD,), (CUSTOMS,)),
        ("3. Thủ tục Hải quan được thực hiện trong ngày.", (CUSTOMS, GUARD), ()),
    ],
)
def test_a_service_stands_for_the_party_that_bears_its_name(
    sentence: str, lead: tuple[str, ...], others: tuple[str, ...]
) -> None:
    duty = (done := read(f"{BORDER}{sentence}")).duties[0]
    assert (who(done, duty, "lead"), who(done, duty, "recipient") + who(done, duty, "support")) == (lead, others)


PROVINCES = """THỎA THUẬN HỢP TÁC
Ủy ban nhân dân tỉnh Lâm Đồng và Ủy ban nhân dân tỉnh Khánh Hòa thống nhất ký kết Thỏa thuận sau:
Điều 1. Nội dung
"""
HILLS, COAST = "Ủy ban nhân dân tỉnh Lâm Đồng", "Ủy ban nhân dân tỉnh Khánh Hòa"


def test_a_place_stands_for_its_committee_where_that_is_a_party() -> None:
    duty = (done := read(f"{PROVINCES}1. Tỉnh Lâm Đồng cung cấp giống hoa cho tỉnh Khánh Hòa hằng quý.")).duties[0]
    assert (who(done, duty, "lead"), who(done, duty, "recipient")) == ((HILLS,), (COAST,))


@pytest.mark.parametrize("place", ["Trên địa bàn tỉnh Lâm Đồng", "Tỉnh Phú Thọ", "Công an tỉnh Lâm Đồng"])
def test_other_places_and_mere_locations_are_no_party(place: str) -> None:
    done = read(f"{PROVINCES}1. {place} tổ chức hội hoa.")
    assert not [mention for mention in done.mentions if mention.rule == "body.short_name"]


def test_the_parties_of_a_resolution_that_is_carried_out_are_not_those_who_agree() -> None:
    text = """NGHỊ QUYẾT LIÊN TỊCH
Về xây dựng trường học an toàn
Thực hiện Nghị quyết liên tịch số 12/NQLT-TĐ-SGDĐT ngày 10/9/2020 giữa Ban Thường vụ Tỉnh đoàn và Sở Giáo dục và Đào \
tạo; Ban Thường vụ Huyện đoàn và Phòng Giáo dục và Đào tạo huyện thống nhất ban hành Nghị quyết với các nội dung sau:
1. Hai bên họp hằng quý.
"""
    assert parties(text) == ["Huyện đoàn", "Phòng Giáo dục và Đào tạo huyện"]
