"""Who agrees with whom."""

from __future__ import annotations

import pytest

from dieukhoan.core.records import Document, Header, Source, Unit, Zone
from dieukhoan.core.syllables import split_points
from dieukhoan.core.text import View
from dieukhoan.extract.bodies import find_bodies
from dieukhoan.extract.bodies.codes import issuers
from dieukhoan.extract.parties import find_parties
from dieukhoan.extract.resources import Resources
from dieukhoan.nlp.tagger import Underthesea
from dieukhoan.rulebook import load

RESOURCES = Resources(load(), Underthesea())


def done(text: str, kind: str, block: str = "", **header: object) -> Document:
    """``block`` is the title block that stands before ``text``; ``header`` what is known of the document."""
    whole = f"{block}\n{text}" if block else text
    source = Source("x.txt", "0" * 64, "txt", whole, ())
    told = Header(document_type=kind, **header)  # type: ignore[arg-type]
    zones = (Zone("title", 0, len(block)),) if block else ()
    document = Document("x", source, View(whole, split_points(whole)), header=told, zones=zones)
    return find_parties(find_bodies(document, RESOURCES), RESOURCES)


def parties(text: str, kind: str, block: str = "", **header: object) -> list[str]:
    document = done(text, kind, block, **header)
    names = {body.body_id: body.name for body in document.bodies}
    assert all(document.text[party.start : party.end] == party.text for party in document.parties)
    return [names[party.body_id] for party in document.parties]


@pytest.mark.parametrize(
    ("text", "want"),
    [
        ("Ban Thường vụ Tỉnh đoàn và Sở Y tế thống nhất ban hành Chương trình", ["Tỉnh đoàn", "Sở Y tế"]),
        ("Công an tỉnh, Tòa án nhân dân tỉnh (TAND tỉnh) và Viện kiểm sát nhân dân tỉnh (VKSND tỉnh) ký kết Quy chế",
         ["Công an tỉnh", "Tòa án nhân dân tỉnh", "Viện kiểm sát nhân dân tỉnh"]),
        ("Thực hiện Chương trình giữa Bộ Công an và Bộ Y tế ban hành năm 2020", []),
    ],
)  # fmt: skip
def test_the_subject_of_the_enacting_sentence(text: str, want: list[str]) -> None:
    assert parties(text, "chuong_trinh_phoi_hop") == want


def test_a_recital_is_not_the_enacting_sentence() -> None:
    recital, rest = "Căn cứ Nghị quyết liên tịch giữa Bộ Công an và Bộ Y tế;\n", "Hội Nông dân tỉnh và Sở Y tế nhất trí"
    text = recital + rest
    units = (
        Unit("rec_1", "recital", "", "", recital, 0, len(recital) - 1, 0, 0, 0, len(recital) - 1, "", 1, 1),
        Unit("preamble_1", "preamble", "", "", rest, len(recital), len(text), 0, 0, len(recital), len(text), "", 2, 1),
    )
    source = Source("x.txt", "0" * 64, "txt", text, ())
    header = Header(document_type="chuong_trinh_phoi_hop")
    document = find_bodies(Document("x", source, View(text), header=header, units=units), RESOURCES)
    assert [p.body_id for p in find_parties(document, RESOURCES).parties] == ["hoi-nong-dan-tinh", "so-y-te"]


def test_the_title_of_an_agreement() -> None:
    title = "QUY CHẾ\nPhối hợp giữa Sở Tư pháp và Công an tỉnh trong quản lý lý lịch tư pháp"
    assert parties("Điều 1. Nguyên tắc", "quy_che_phoi_hop", title, title=title) == ["Sở Tư pháp", "Công an tỉnh"]


def test_a_regulation_that_one_body_enacts_has_no_parties() -> None:
    title = (
        "QUY CHẾ\nPhối hợp giữa Sở Tư pháp và Công an tỉnh\n"
        "(Ban hành kèm theo Quyết định số 5/QĐ-UBND ngày 2/3/2020 của Ủy ban nhân dân tỉnh)"
    )
    assert parties("Điều 1. Nguyên tắc", "quy_che_phoi_hop", title, title=title) == []


@pytest.mark.parametrize("kind", ["quyet_dinh", "thong_tu", "ke_hoach", "luat"])
def test_a_single_issuer_has_no_parties(kind: str) -> None:
    assert parties("Bộ Y tế và Bộ Công an thống nhất ban hành", kind) == []


def test_the_line_under_the_title_of_a_joint_circular() -> None:
    title = "THÔNG TƯ LIÊN TỊCH\nQuy định việc phối hợp\n(ngày 31/12/2014 của Bộ Công an và Bộ Quốc phòng)"
    assert parties("Điều 1. Phạm vi", "thong_tu_lien_tich", title, title=title) == ["Bộ Công an", "Bộ Quốc phòng"]


def test_the_letterhead() -> None:
    title = "HỘI NÔNG DÂN TỈNH - SỞ CÔNG THƯƠNG"
    got = parties("Nội dung", "ke_hoach_phoi_hop", title)
    assert [name.lower() for name in got] == ["hội nông dân tỉnh", "sở công thương"]


@pytest.mark.parametrize(
    ("number", "want"),
    [
        ("01/2018/TTLT-BCA-BQP", ["Bộ Công an", "Bộ Quốc phòng"]),
        ("12/2020/NQLT-UBTVQH14-CP", ["Ủy ban Thường vụ Quốc hội", "Chính phủ"]),
        ("05/2015/TTLT-BCA-XYZ", []),
        ("15/QĐ-BTC", []),
    ],
)
def test_issuers_in_the_number(number: str, want: list[str]) -> None:
    assert issuers(number, load()) == want


def test_the_number_decides_where_the_text_names_others() -> None:
    text = "Thông tư quy định việc phối hợp giữa cơ sở giam giữ và Viện kiểm sát. Bộ Công an chịu trách nhiệm."
    got = parties(text, "thong_tu_lien_tich", number="01/2018/TTLT-BCA-BQP")
    assert got == ["Bộ Công an", "Bộ Quốc phòng"]


@pytest.mark.parametrize(
    ("text", "want"),
    [
        ("BÊN A: TRƯỜNG ĐẠI HỌC HOA SEN\nĐịa chỉ: …\nBÊN B: Ông Trần Văn Nam\n",
         ["Trường đại học Hoa Sen", "Trần Văn Nam"]),
        ("BÊN CHO THUÊ (Bên A): ………\nBÊN THUÊ (Bên B): ………\n", ["Bên A", "Bên B"]),
        ("Công ty Cổ phần Hoa Mai\nĐịa chỉ: số 5\n(Sau đây gọi là Bên A)\nBên B: ………\n",
         ["Công ty Cổ phần Hoa Mai", "Bên B"]),
        ("Người lao động phải tuân thủ nội quy. Người sử dụng lao động trả lương.",
         ["Người sử dụng lao động", "Người lao động"]),
    ],
)  # fmt: skip
def test_the_sides_of_a_contract(text: str, want: list[str]) -> None:
    assert parties(text, "hop_dong") == want


def test_a_side_that_has_a_name_is_a_short_form_of_it() -> None:
    document = done("Bên A: Công ty Hoa Mai\nBên B: Công ty Hoa Sen\nBên A thanh toán. Bên B giao hàng.", "hop_dong")
    assert {(m.text, m.body_id, m.via) for m in document.mentions if m.text.startswith("Bên")} == {
        ("Bên A", "cong-ty-hoa-mai", "abbreviation"),
        ("Bên B", "cong-ty-hoa-sen", "abbreviation"),
    }
    assert {body.name: body.abbreviation for body in document.bodies} == {
        "Công ty Hoa Mai": "Bên A",
        "Công ty Hoa Sen": "Bên B",
    }


def test_the_head_alone_is_the_one_party_that_has_it() -> None:
    document = done("Bên A: Trường Đại học Hoa Sen\nBên B: Công ty Hoa Mai\nNhà trường mời Công ty dự.", "hop_dong")
    ids = {mention.text: mention.body_id for mention in document.mentions}
    assert (ids["Nhà trường"], ids["Công ty"]) == ("truong-dai-hoc-hoa-sen", "cong-ty-hoa-mai")


def test_a_party_named_without_its_place_is_that_of_the_document() -> None:
    text = "Hội đồng nhân dân, Ủy ban nhân dân và Công an tỉnh thống nhất như sau. UBND tỉnh chủ trì."
    assert parties(text, "quy_che_phoi_hop", province="Hà Nam", level="province") == [
        "Hội đồng nhân dân tỉnh Hà Nam",
        "Ủy ban nhân dân tỉnh Hà Nam",
        "Công an tỉnh Hà Nam",
    ]
