"""The header stage on papers written for these tests."""

from __future__ import annotations

import json
import time
from pathlib import Path

import pytest

from dieukhoan.core.records import Header
from dieukhoan.extract.header import evaluators, read_header
from dieukhoan.extract.resources import Resources
from dieukhoan.rulebook.check import check_rule
from made_paper import paper, using

FAMILIES = (
    "head",
    "document_type",
    "number_type",
    "issuer",
    "issue",
    "period",
    "effect",
    "level",
    "clause",
    "province",
)
LETTERHEAD = """HỘI NÔNG DÂN TỈNH - SỞ CÔNG THƯƠNG\t\tCỘNG HOÀ XÃ HỘI CHỦ NGHĨA VIỆT NAM
TỈNH BẮC KẠN\t\tĐộc lập - Tự do - Hạnh phúc
Số: 12/CTPH-HND-SCT\t\tBắc Kạn, ngày 5 tháng 3 năm 2021
"""
TITLE = """CHƯƠNG TRÌNH PHỐI HỢP
Tiêu thụ nông sản cho hội viên
giai đoạn 2021 - 2025
--------"""
BODY = """Căn cứ Luật Thương mại số 36/2005/QH11;
Hội Nông dân tỉnh và Sở Công Thương thống nhất ký kết Chương trình phối hợp:
1. Hai bên mở hội chợ.
2. Chương trình này có hiệu lực kể từ ngày ký."""


@pytest.fixture(scope="module")
def resources() -> Resources:
    return using()


@pytest.fixture
def header(resources):
    def read(head: str = "", body: str = "", closing: str = "") -> Header:
        document = read_header(paper(head, body, closing), resources)
        found = document.header
        assert "".join(found.title.split()) in "".join(document.text.split()) or "\n" in document.text
        assert 0 <= found.title_start <= found.title_end <= len(document.text)
        return found

    return read


@pytest.mark.parametrize("family", FAMILIES)
def test_every_rule_wins_its_examples(resources, family):
    rules = resources.rules.family(family)
    assert rules.rules
    values_of = evaluators().get(family, lambda match: match.emit)
    assert [failure for rule in rules.rules for failure in check_rule(rule, rules, values_of)] == []


def test_a_whole_title_block(header):
    assert header(LETTERHEAD + TITLE, BODY) == Header(
        document_type="chuong_trinh_phoi_hop",
        title="CHƯƠNG TRÌNH PHỐI HỢP Tiêu thụ nông sản cho hội viên giai đoạn 2021 - 2025",
        title_start=(LETTERHEAD + TITLE).index("CHƯƠNG"),
        title_end=(LETTERHEAD + TITLE).index("2025") + 4,
        number="12/CTPH-HND-SCT",
        place="Bắc Kạn",
        issued_on="2021-03-05",
        period="2021/2025",
        effective_from="signing",
        level="province",
        province="Bắc Kạn",
    )


def test_nothing_stated_is_nothing_said(header):
    assert header("", "1. Một đoạn văn không nói gì về chính nó.") == Header()


@pytest.mark.parametrize(
    ("head", "kind"),
    [
        ("QUY CHẾ\nPhối hợp công tác giữa Công an huyện và Huyện đoàn", "quy_che_phoi_hop"),
        ("QUI CHẾ PHỐI HỢP\nquản lý chợ", "quy_che_phoi_hop"),
        ("QUY CHẾ\nVề mối quan hệ công tác giữa Uỷ ban nhân dân và Liên đoàn Lao động tỉnh", "quy_che_phoi_hop"),
        ("QUY CHẾ\nLàm việc của Tổ phối hợp liên ngành", "quy_che"),
        ("QUYẾT ĐỊNH\nBan hành Quy chế phối hợp quản lý đèn đường", "quyet_dinh"),
        ("KẾ HOẠCH\nPhối hợp tổ chức hội thi", "ke_hoach_phoi_hop"),
        ("KẾ HOẠCH LIÊN NGÀNH\nphòng, chống đuối nước", "ke_hoach_phoi_hop"),
        ("KẾ HOẠCH\nTổ chức hội thi", "ke_hoach"),
        ("Số: 7/KHPH-SYT-HCTĐ\nKẾ HOẠCH\nHiến máu tình nguyện", "ke_hoach_phoi_hop"),
        ("Thông tư\nLiên tịch Bộ Đèn - Bộ Lồng\nHướng dẫn thắp đèn", "thong_tu_lien_tich"),
        ("NGHỊ QUYẾT LIÊN TỊCH\nVề chăm sóc trẻ em", "nghi_quyet_lien_tich"),
        ("BIÊN BẢN GHI NHỚ\nHợp tác đào tạo", "bien_ban_ghi_nho"),
        ("THOẢ THUẬN HỢP TÁC\ngiữa Trường và Công ty", "thoa_thuan_hop_tac"),
        ("THỎA ƯỚC LAO ĐỘNG TẬP THỂ", "thoa_uoc_lao_dong"),
        ("HĐ-07: Hợp đồng mua bán đèn lồng", "hop_dong"),
        ("MẪU HỢP ĐỒNG\nHỢP ĐỒNG THUÊ NHÀ", "hop_dong"),
        ("LUẬT\nÁNH SÁNG", "luat"),
        ("Số: 45/UBND-VX\nV/v phối hợp thắp đèn\nKính gửi: Sở Ánh Sáng", "cong_van"),
        ("CHƯƠNG TRÌNH HÀNH ĐỘNG\nThực hiện Nghị quyết", "khac"),
    ],
)
def test_the_kind_of_document(header, head, kind):
    assert header(head, BODY).document_type == kind


def test_the_number_tells_the_kind_where_no_title_does(header):
    assert header("Số: 3/QCPH-A-B\nVề việc thắp đèn", "1. Thắp đèn.").document_type == "quy_che_phoi_hop"
    assert header("Số: …/QCPH-A-B", "1. Thắp đèn.").document_type == "quy_che_phoi_hop"


def test_the_text_tells_the_kind_where_nothing_else_does(header):
    assert header("", "1. Quy chế này quy định việc thắp đèn.\n2. Quy chế này có 2 khoản.").document_type == "quy_che"


@pytest.mark.parametrize(
    ("head", "number"),
    [
        ("Số: 07/CTrPH-TĐTN-SGDĐT\t\t\nQUY CHẾ", "07/CTrPH-TĐTN-SGDĐT"),
        ("Số : 30 /2010/TTLT-BĐ-BL\nTHÔNG TƯ LIÊN TỊCH", "30/2010/TTLT-BĐ-BL"),
        ("SỐ 12 KH/ĐTN\nKẾ HOẠCH", "12 KH/ĐTN"),
        ("Số: 63\n\n/2025/QĐ-CTUBND\nQUYẾT ĐỊNH", "63/2025/QĐ-CTUBND"),
        ("Số: 01/2022/TTLT-BĐ-\nBL-BN\nTHÔNG TƯ LIÊN TỊCH", "01/2022/TTLT-BĐ-BL-BN"),
        ("Số: 11/2015/TTLT-\nBĐ-BL- BGĐ-BNG\nTHÔNG TƯ LIÊN TỊCH", "11/2015/TTLT-BĐ-BL-BGĐ-BNG"),
        ("HỢP ĐỒNG THUÊ ĐÈN\nSố hợp đồng: 12/2023/HĐTĐ", "12/2023/HĐTĐ"),
        ("HỢP ĐỒNG THUÊ ĐÈN\nSố hợp đồng: AA/BB/HĐTĐ", ""),
        ("Số: 5/2024/NĐ-CP Hà Nội, ngày 30 tháng 6 năm 2024\nNGHỊ ĐỊNH", "5/2024/NĐ-CP"),
        ("Luật số: 63/2020/QH14\nLUẬT\nĐÈN LỒNG", "63/2020/QH14"),
        ("LUẬT\nĐÈN LỒNG\nSỐ 24/2008/QH12 NGÀY 13 THÁNG 11 NĂM 2008", "24/2008/QH12"),
        ("153/TB-VPĐĐ\nTHÔNG BÁO\nVề đèn", "153/TB-VPĐĐ"),
        ("Số: …../CTrPH\nCHƯƠNG TRÌNH PHỐI HỢP", ""),
        ("Số: /HD-MTTQ\nHƯỚNG DẪN\nThắp đèn", ""),
        ("Số:        - KH/ĐTN\nKẾ HOẠCH", ""),
        ("Số: 01/06/2020\nQUYẾT ĐỊNH", ""),
        ("THÔNG TƯ\nSửa đổi Thông tư số 12/2018/TT-BĐ ngày 5 tháng 3 năm 2018", ""),
        ("QUY CHẾ\nThắp đèn\n(Ban hành kèm theo Quyết định số 8/QĐ-SĐ ngày 2/3/2020)", ""),
    ],
)
def test_the_number_of_the_document_itself(header, head, number):
    assert header(head, BODY).number == number


@pytest.mark.parametrize(
    ("head", "place", "issued_on"),
    [
        ("Sa Đéc, ngày 28 tháng 9 năm 2021\nQUY CHẾ", "Sa Đéc", "2021-09-28"),
        ("TỈNH PHÚ THỌ Việt Trì, ngày 7 tháng 1 năm 2025\nQUY CHẾ", "Việt Trì", "2025-01-07"),
        ("BAN DÂN VẬN - MẶT TRẬN\tTam Kỳ, ngày 15 tháng 3 năm 2022\nQUY CHẾ", "Tam Kỳ", "2022-03-15"),
        ("Đà Lạt, ngày 05/3/2019\nQUY CHẾ", "Đà Lạt", "2019-03-05"),
        ("Huế, ngày tháng 11 năm 2025\nKẾ HOẠCH", "Huế", ""),
        ("………, ngày …… tháng …… năm 20……\nKẾ HOẠCH", "", ""),
        ("Hà Nội, ngày 31 tháng 02 năm 2020\nKẾ HOẠCH", "Hà Nội", ""),
        ("THÔNG TƯ\nVề đèn\n(ngày 31/12/2014 của Bộ Đèn và Bộ Lồng)", "", "2014-12-31"),
        ("THÔNG TƯ\nVề chợ\n(ngày 2/3/2015 của Chính phủ về đèn ngày 16/6/2016 của Bộ Đèn)", "", "2016-06-16"),
        ("Thông tư liên tịch của Bộ Đèn số 1/1998/TTLT-BĐ ngày 25 tháng 12 năm 1998 Hướng dẫn đèn", "", "1998-12-25"),
        ("THÔNG TƯ\nBãi bỏ Thông tư số 1/1998/TT-BĐ ngày 25 tháng 12 năm 1998", "", ""),
    ],
)
def test_place_and_date(header, head, place, issued_on):
    found = header(head, BODY)
    assert (found.place, found.issued_on) == (place, issued_on)


def test_place_and_date_above_the_signatures(header):
    body = "1. Hai bên thắp đèn.\nThông tư này có hiệu lực từ ngày 1 tháng 1 năm 2020"
    closing = "          Cao Lãnh, ngày 4 tháng 7 năm 2019\nGIÁM ĐỐC"
    found = header("CHƯƠNG TRÌNH PHỐI HỢP\nThắp đèn", body, closing)
    assert (found.place, found.issued_on) == ("Cao Lãnh", "2019-07-04")
    assert header("CHƯƠNG TRÌNH PHỐI HỢP\nThắp đèn", body, "GIÁM ĐỐC").issued_on == ""


def test_the_day_on_which_a_contract_was_made_and_a_law_was_passed(header):
    contract = header("HỢP ĐỒNG\nThuê đèn", "Hôm nay, ngày 3 tháng 4 năm 2018, tại Cầu Giấy:\n1. Thuê đèn.")
    made = header("THỎA THUẬN TÀI TRỢ", "Thỏa thuận này được lập ngày 9 tháng 9 năm 2021 giữa:\n1. Đèn.")
    assert made.issued_on == "2021-09-09"
    law = "1. Luật này quy định về đèn.\nLuật này đã được Quốc hội khóa XII thông qua ngày 13 tháng 11 năm 2008."
    assert (contract.issued_on, contract.place) == ("2018-04-03", "Cầu Giấy")
    assert header("LUẬT\nĐÈN LỒNG", law).issued_on == "2008-11-13"


@pytest.mark.parametrize(
    ("head", "body", "level", "province"),
    [
        ("UBND TỈNH CÀ MAU\nSỞ ÁNH SÁNG\nKẾ HOẠCH", "1. Đèn.", "province", "Cà Mau"),
        ("HUYỆN ĐOÀN CỦ CHI - CÔNG AN HUYỆN\nKẾ HOẠCH", "1. Tại TP. Hồ Chí Minh.", "district", "Hồ Chí Minh"),
        ("UỶ BAN MTTQ VIỆT NAM\nXÃ LƯƠNG AN\nKẾ HOẠCH", "1. Theo UBND tỉnh Hoà Bình.", "commune", "Hòa Bình"),
        ("CÔNG TY ĐÈN LỒNG\nCÔNG ĐOÀN CƠ SỞ\nQUY CHẾ PHỐI HỢP", "1. Đèn.", "grassroots", ""),
        ("BỘ NÔNG NGHIỆP VÀ PHÁT TRIỂN NÔNG THÔN\nQUYẾT ĐỊNH", "1. Tại tỉnh Cà Mau.", "central", ""),
        ("NGHỊ ĐỊNH\nThí điểm tại tỉnh Cà Mau", "1. Đèn.", "central", ""),
        ("QUY CHẾ PHỐI HỢP\ngiữa Công an tỉnh và Bộ Đèn về chiếu sáng trường học", "1. Đèn.", "province", ""),
        ("QUY CHẾ PHỐI HỢP\nThắp đèn", "Tỉnh đoàn và Công an xã An Bình thống nhất:\n1. Đèn.", "commune", ""),
        ("HỢP TÁC XÃ ĐÈN\nUBND XÃ AN BÌNH\nQUY CHẾ PHỐI HỢP", "1. Đèn.", "commune", ""),
        ("HỢP ĐỒNG\nThuê đèn", "Bên A ở phường 5, thành phố Cà Mau:\n1. Đèn.", "", ""),
        ("THỎA THUẬN HỢP TÁC", "Bên A: Công ty Đèn\n\nĐịa chỉ: phường 5, thành phố Cà Mau\n1. Đèn.", "grassroots", ""),
        ("LĐLĐ TỈNH …………\nQUY CHẾ PHỐI HỢP", "1. Theo tỉnh Cà Mau.", "province", ""),
        ("QUY CHẾ PHỐI HỢP\nThắp đèn", "1. Mong hòa bình cho mọi nhà.", "", ""),
    ],
)
def test_level_and_province(header, head, body, level, province):
    found = header(head, body)
    assert (found.level, found.province) == (level, province)


def test_where_a_contract_was_made_tells_its_province(header):
    today = "Hôm nay, ngày 3 tháng 4 năm 2018, tại thành phố Vinh, tỉnh Nghệ An, chúng tôi gồm:\n1. Thuê đèn."
    made = header("HỢP ĐỒNG\nThuê đèn\nSố: 5/HĐ", today)
    assert (made.place, made.province, made.is_template) == ("Vinh", "Nghệ An", False)
    model = header("Hà Nội, ngày … tháng … năm …\nHỢP ĐỒNG\nThuê đèn", "Bên A: ……………\n1. Thuê đèn.")
    assert (model.place, model.province) == ("Hà Nội", "")


def test_the_issuer_under_the_title_is_no_title(header):
    found = header("BỘ ĐÈN\nTHÔNG TƯ\nVề thắp đèn\nBỘ TRƯỞNG BỘ ĐÈN", BODY)
    assert found.title == "THÔNG TƯ Về thắp đèn"


def test_a_contract_ends_its_title_where_the_parties_meet(header):
    found = header("HỢP ĐỒNG\nTHUÊ ĐÈN\nHôm nay, ngày 2 tháng 3 năm 2020, chúng tôi gồm\nBÊN A: Công ty Đèn", BODY)
    assert found.title == "HỢP ĐỒNG THUÊ ĐÈN"


def test_blanks_make_a_template_unless_it_is_numbered_and_dated(header):
    assert header("HỘI ĐÈN TỈNH ………\nQUY CHẾ PHỐI HỢP", BODY).is_template
    assert header("QUY CHẾ PHỐI HỢP", "1. Sở …… thắp đèn.").blank_count == 1
    assert not header(LETTERHEAD + TITLE, "1. Sở …… thắp đèn.").is_template
    assert not header("Số: /KH-UBND\nVinh, ngày tháng 5 năm 2020\nKẾ HOẠCH", "1. Đèn.").is_template
    assert not header("QUY CHẾ PHỐI HỢP", "1. Đèn.\nPhụ lục: Sở …… kính gửi tỉnh ……").is_template


@pytest.mark.parametrize(
    "head",
    ["QUY CHẾ " + "(" * 10_000, "Số: " + "." * 200_000, "ngày tháng " * 20_000, "QUYẾT ĐỊNH\n" * 20_000, "a" * 200_000],
)
def test_odd_title_blocks_take_linear_time(header, head):
    began = time.process_time()
    header(head, BODY)
    assert time.process_time() - began < 5


def test_the_kinds_of_the_real_documents(shared: Path, resources):
    kinds = {"Luật": "luat", "Nghị định": "nghi_dinh", "Quyết định": "quyet_dinh", "Hợp đồng": "hop_dong"}
    rows = [line.split("\t") for line in (shared / "corpus" / "manifest.tsv").read_text("utf-8").splitlines()[1:]]
    texts = [row for row in rows if row[1] in ("agreements", "normative") and row[2] in kinds][::8]
    assert len(texts) > 15
    for row in texts:
        lines = (shared / "corpus" / row[0]).read_text("utf-8").split("\n")[:14]
        found = read_header(paper("\n".join(lines), "1. Nội dung."), resources).header
        assert (row[0], found.document_type) == (row[0], kinds[row[2]])


def test_the_headers_that_people_annotated(shared: Path):
    from dieukhoan.analyse import analyse, resources
    from dieukhoan.readers import read

    right = asked = 0
    loaded = resources()
    for path in sorted((shared / "gold").glob("*.json")):
        gold = json.loads(path.read_text("utf-8"))
        if "metadata" in gold:
            found = analyse(read(shared / gold["file"]), loaded).header
            fields = {name: value for name, value in gold["metadata"].items() if name != "title"}
            right += sum(getattr(found, name) == value for name, value in fields.items())
            asked += len(fields)
    assert asked > 60
    assert right / asked >= 0.97
