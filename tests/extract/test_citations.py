"""The citations stage on texts written for these tests."""

from __future__ import annotations

import time

import pytest

from dieukhoan.core.records import Citation, Document, Header, Source, Unit, Zone
from dieukhoan.core.text import View
from dieukhoan.extract.citations import evaluators, find_citations
from dieukhoan.extract.resources import Resources
from dieukhoan.rulebook import Rulebook, load
from dieukhoan.rulebook.check import check_rule


class NoTagger:
    def tag(self, text):
        raise AssertionError(f"citations need no tagger, asked for {text[:20]!r}")


@pytest.fixture(scope="module")
def rules() -> Rulebook:
    return load()


@pytest.fixture
def found(rules):
    def run(text: str, **known) -> tuple[Citation, ...]:
        document = Document("x", Source("x.txt", "0" * 64, "txt", text, ()), View(text), **known)
        citations = find_citations(document, Resources(rules, NoTagger())).citations
        assert all(item.text == text[item.start : item.end] for item in citations)
        return citations

    return run


def unit(text: str, part: str, kind: str, eid: str) -> Unit:
    start = text.index(part)
    end = start + len(part)
    return Unit(eid, kind, "", "", part, start, end, start, start, start, end, "", 1, 1)


def test_every_rule_wins_its_own_example(rules):
    family = rules.family("citation")
    evaluate = evaluators(rules)["citation"]
    failures = [failure for rule in family.rules for failure in check_rule(rule, family, evaluate)]
    assert failures == []


@pytest.mark.parametrize(
    ("text", "phrase", "want"),
    [
        (
            "Căn cứ Nghị định số 30/2020/NĐ-CP ngày 05/3/2020 của Chính phủ về công tác văn thư;",
            "Nghị định số 30/2020/NĐ-CP ngày 05/3/2020",
            ("nghi_dinh", "30/2020/NĐ-CP", "2020-03-05"),
        ),
        ("theo Luật Trẻ em năm 2016 và quy định khác", "Luật Trẻ em năm 2016", ("luat", "", "2016")),
        ("theo Luật Thanh niên số 57/2020/QH14.", "Luật Thanh niên số 57/2020/QH14", ("luat", "57/2020/QH14", "")),
        ("theo Luật số 57/2020/QH14 thì", "Luật số 57/2020/QH14", ("luat", "57/2020/QH14", "")),
        (
            "tại khoản 2 Điều 8 Luật Phòng, chống ma túy, các bên",
            "khoản 2 Điều 8 Luật Phòng, chống ma túy",
            ("luat", "", ""),
        ),
        ("theo Luật Biển đảo xanh quy định về", "Luật Biển đảo xanh", ("luat", "", "")),
        (
            "quán triệt Nghị quyết Đại hội Đoàn toàn quốc lần thứ XII, nhiệm kỳ 2022-2027",
            "Nghị quyết Đại hội Đoàn toàn quốc lần thứ XII",
            ("nghi_quyet", "", ""),
        ),
        ("Thực hiện Kết luận số 25-KL/TW của Ban Bí thư", "Kết luận số 25-KL/TW", ("khac", "25-KL/TW", "")),
        ("theo Thông tư 09/2021/TT-BTC về", "Thông tư 09/2021/TT-BTC", ("thong_tu", "09/2021/TT-BTC", "")),
        ("chấp hành Điều lệ Hội Nông dân Việt Nam và", "Điều lệ Hội Nông dân Việt Nam", ("dieu_le", "", "")),
        ("theo Điều 157 BLTTHS thì", "Điều 157 BLTTHS", ("luat", "", "")),
    ],
)
def test_kinds_numbers_and_dates(found, text, phrase, want):
    (only,) = found(text)
    assert only.text == phrase
    assert (only.instrument, only.number, only.issued_on) == want


@pytest.mark.parametrize(
    "text",
    [
        "Quy chế này và Điều 5 Quy chế này, khoản 1 Điều này",
        "theo quy định của pháp luật về lao động và kỷ luật Đảng",
        "các văn bản pháp luật có liên quan, nghị quyết của cấp ủy",
        "quyết định số lượng thành viên; hướng dẫn số đông",
        "báo cáo số liệu 12/2024 của đơn vị",
    ],
)
def test_no_citation(found, text):
    assert found(text) == ()


def test_provision_issuer_and_title(found):
    (only,) = found(
        "Căn cứ điểm a khoản 1 Điều 9 của Thông tư số 02/2023/TT-BNV của Bộ Nội vụ quy định chế độ báo cáo;"
    )
    assert (only.provision, only.issuer) == ("điểm a khoản 1 Điều 9", "Bộ Nội vụ")
    assert only.title == "quy định chế độ báo cáo"


def test_one_a_unit_for_each_instrument(found):
    text = "Theo Luật Trẻ em số 102/2016/QH13.\nTheo Luật Trẻ em và Luật số 102/2016/QH13, theo Luật Trẻ em."
    first, second = text.split("\n")
    units = (unit(text, first, "clause", "cl_1"), unit(text, second, "clause", "cl_2"))
    assert [(item.text, item.unit) for item in found(text, units=units)] == [
        ("Luật Trẻ em số 102/2016/QH13", "cl_1"),
        ("Luật Trẻ em", "cl_2"),
        ("Luật số 102/2016/QH13", "cl_2"),
    ]


def test_grounds_and_mentions(found):
    text = "Căn cứ Luật Trẻ em;\nThực hiện Kế hoạch số 12/KH-UBND, hai bên ký theo Luật Báo chí.\nTheo Luật Báo chí."
    recital, preamble, clause = text.split("\n")
    units = (
        unit(text, recital, "recital", "rec_1"),
        unit(text, preamble, "preamble", "preamble_1"),
        unit(text, clause, "clause", "cl_1"),
    )
    assert [(item.instrument, item.relation) for item in found(text, units=units)] == [
        ("luat", "basis"),
        ("ke_hoach", "basis"),
        ("luat", "basis"),
        ("luat", "mention"),
    ]


def test_a_ground_by_its_name_alone(found):
    text = "Căn cứ Chương trình phối hợp giữa Bộ Tư pháp và Hội Luật gia Việt Nam;"
    ground = unit(text, text, "recital", "rec_1")
    (only,) = found(text, units=(ground,))
    assert only.text == "Chương trình phối hợp giữa Bộ Tư pháp và Hội Luật gia Việt Nam"
    clause = unit(text, text, "clause", "cl_1")
    assert found(text, units=(clause,)) == ()


def test_the_document_itself_is_no_citation(found):
    header = Header(document_type="quyet_dinh", number="15/QĐ-UBND")
    assert (
        found("Quyết định số 15/QĐ-UBND ngày 02/3/2024 và Quyết định số 16/QĐ-UBND", header=header)[0].number
        == "16/QĐ-UBND"
    )


def test_blank_numbers_count_among_the_grounds(found):
    text = "Căn cứ Kế hoạch số …… của Tỉnh đoàn;\nTrả lời Công văn số …… của Sở."
    recital, clause = text.split("\n")
    units = (unit(text, recital, "recital", "rec_1"), unit(text, clause, "clause", "cl_1"))
    assert [(item.text, item.number) for item in found(text, units=units)] == [("Kế hoạch số ……", "")]
    replaced = "Quy chế này thay thế Quy chế phối hợp số …… giữa hai bên."
    assert [item.instrument for item in found(replaced)] == ["quy_che_phoi_hop"]


def test_the_title_cites_only_what_it_is_attached_to(found):
    text = "(Kèm theo Công văn số 12/CV-SGD)\nKẾ HOẠCH theo Chỉ thị số 05-CT/TU"
    zones = (Zone("title", 0, len(text)),)
    assert [item.number for item in found(text, zones=zones)] == ["12/CV-SGD"]


def test_a_list_of_numbers_shares_its_kind(found):
    cited = found("bãi bỏ các Công văn số 12/CV-UB ngày 01/02/1999, số 15/CV-UB ngày 03/4/2000.")
    assert [(item.instrument, item.number, item.issued_on) for item in cited] == [
        ("cong_van", "12/CV-UB", "1999-02-01"),
        ("cong_van", "15/CV-UB", "2000-04-03"),
    ]


@pytest.mark.parametrize(
    "text",
    ["Luật A " * 14000, "Luật " + "Công nghệ " * 10000, "khoản 1 Điều 2 " * 6000 + "Luật Đất đai", "số 1/" * 20000],
)
def test_long_lines_take_linear_time(found, text):
    began = time.perf_counter()
    found(text)
    once = time.perf_counter() - began
    began = time.perf_counter()
    found(f"{text} {text} {text}")
    assert time.perf_counter() - began < 6 * once + 0.5


def test_a_year_or_number_tells_that_the_name_of_a_law_goes_on_behind_and(found):
    (law,) = found("1. Theo Pháp lệnh Khai thác và bảo vệ bến đò ngang năm 1999, Sở A họp.")
    assert (law.title, law.issued_on) == ("Khai thác và bảo vệ bến đò ngang", "1999")
    assert [law.title for law in found("1. Theo Luật Bến đò và các quy định khác, năm 1999 Sở A họp.")] == ["Bến đò"]


def test_a_year_right_behind_the_name_of_a_law(found):
    (law,) = found("1. Theo Luật Nhà ở 2014, bên A giao nhà.")
    assert (law.text, law.issued_on) == ("Luật Nhà ở 2014", "2014")


def test_the_number_tells_the_kind_of_a_programme(found):
    kinds = [item.instrument for item in found("1. Theo Chương trình số 05/CTPH-A-B và Chương trình số 12-CTr/TU.")]
    assert kinds == ["chuong_trinh_phoi_hop", "khac"]


def test_a_wrapped_line_does_not_end_the_grounds(found):
    text = "Thi hành Chỉ thị số 9/CT-A và\nQuyết định số 7/QĐ-B, hai Bộ hướng dẫn như sau:"
    relations = {item.relation for item in found(text, units=(unit(text, text, "preamble", "preamble_1"),))}
    assert relations == {"basis"}


@pytest.mark.parametrize(
    ("text", "issued_on", "issuer"),
    [
        (
            "theo Quyết định số 16/2031/QĐ-TTg của Thủ tướng Chính phủ ngày 11 tháng 02 năm 2031 về phụ cấp",
            "2031-02-11",
            "Thủ tướng Chính phủ",
        ),
        ("tại Thông tư số 07/2031/TT-BXD của Bộ Xây dựng ngày 05/1/2031 hướng dẫn", "2031-01-05", "Bộ Xây dựng"),
        ("theo Quyết định số 16/QĐ-UBND của Ủy ban nhân dân tỉnh trước ngày 15/12/2031", "", "Ủy ban nhân dân tỉnh"),
    ],
)
def test_the_date_may_stand_behind_the_issuer(found, text, issued_on, issuer):
    (only,) = found(text)
    assert (only.issued_on, only.issuer) == (issued_on, issuer)
