"""The bodies stage on a whole document: which names are one body, what it is called, where it is named."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

import pytest

from dieukhoan.core.records import Document, Header, Source, Unit
from dieukhoan.core.syllables import split_points
from dieukhoan.core.text import View
from dieukhoan.extract.bodies import find_bodies
from dieukhoan.extract.parties import find_parties
from dieukhoan.extract.resources import Resources
from dieukhoan.nlp.tagger import Underthesea
from dieukhoan.rulebook import load

RESOURCES = Resources(load(), Underthesea())


def document(text: str, **header: object) -> Document:
    source = Source("x.txt", "0" * 64, "txt", text, ())
    return Document("x", source, View(text, split_points(text)), header=Header(**header))  # type: ignore[arg-type]


def found(text: str, **header: object) -> Document:
    return find_bodies(document(text, **header), RESOURCES)


def by_text(done: Document) -> dict[str, str]:
    names = {body.body_id: body.name for body in done.bodies}
    return {mention.text: names[mention.body_id] for mention in done.mentions}


def test_provincial_names_are_completed_from_the_document() -> None:
    done = found("LĐLĐ tỉnh và Tỉnh đoàn phối hợp với Sở Y tế, Công an tỉnh Lào Cai.", province="Hà Giang")
    assert by_text(done) == {
        "LĐLĐ tỉnh": "Liên đoàn Lao động tỉnh Hà Giang",
        "Tỉnh đoàn": "Tỉnh đoàn Hà Giang",
        "Sở Y tế": "Sở Y tế tỉnh Hà Giang",
        "Công an tỉnh Lào Cai": "Công an tỉnh Lào Cai",
    }
    assert {body.province for body in done.bodies} == {"Hà Giang", "Lào Cai"}


def test_a_template_or_an_unknown_province_completes_nothing() -> None:
    text = "LĐLĐ tỉnh phối hợp với Hội Nông dân tỉnh, thành phố."
    want = {"LĐLĐ tỉnh": "Liên đoàn Lao động tỉnh", "Hội Nông dân tỉnh, thành phố": "Hội Nông dân tỉnh"}
    assert by_text(found(text)) == want
    assert by_text(found(text, province="Hà Giang", is_template=True)) == want


def test_a_city_is_named_as_a_city() -> None:
    assert by_text(found("Sở Y tế chủ trì.", province="Hải Phòng")) == {"Sở Y tế": "Sở Y tế thành phố Hải Phòng"}


@pytest.mark.parametrize(
    ("text", "kind", "level"),
    [
        ("Tổng Liên đoàn Lao động Việt Nam", "union", "central"),
        ("Hội Phụ nữ cấp xã", "women", "commune"),
        ("UBND huyện Hoa Lư", "committee", "district"),
        ("Kho bạc Nhà nước tỉnh", "department", "province"),
        ("công đoàn cơ sở", "union", "grassroots"),
        ("Tòa án nhân dân tối cao", "court", "central"),
        ("Ban Thường vụ Huyện ủy", "inner_unit", "district"),
        ("Trường Đại học Hoa Sen", "school", ""),
        ("Ngân hàng Chính sách xã hội tỉnh", "bank", "province"),
        ("các cơ quan liên quan", "generic", ""),
    ],
)
def test_kind_and_level(text: str, kind: str, level: str) -> None:
    done = found(f"Giao {text} thực hiện.")
    (mention,) = done.mentions
    (body,) = [body for body in done.bodies if body.body_id == mention.body_id]
    assert (body.kind, body.level) == (kind, level)


def test_the_id_is_a_slug_of_the_name_and_does_not_hang_on_spelling() -> None:
    ids = {
        body.body_id for text in ("Toà án nhân dân tỉnh", "TOÀ ÁN NHÂN DÂN TỈNH") for body in found(f"{text}.").bodies
    }
    assert ids == {"toa-an-nhan-dan-tinh"}


def test_a_name_in_capitals_is_shown_as_it_is_written_elsewhere() -> None:
    done = found("SỞ TƯ PHÁP\nGiao Sở Tư pháp theo dõi.")
    assert [body.name for body in done.bodies] == ["Sở Tư pháp"]


def test_part_and_whole() -> None:
    done = found("Vụ Pháp chế - Bộ Y tế chủ trì; Vụ Pháp chế báo cáo Bộ Y tế.")
    assert by_text(done) == {
        "Vụ Pháp chế - Bộ Y tế": "Vụ Pháp chế - Bộ Y tế",
        "Vụ Pháp chế": "Vụ Pháp chế - Bộ Y tế",
        "Bộ Y tế": "Bộ Y tế",
    }
    part = next(body for body in done.bodies if body.name.startswith("Vụ"))
    assert part.parent_id == "bo-y-te"


def test_an_organ_of_several_bodies_stays_by_itself() -> None:
    done = found("Ban Thường vụ Tỉnh đoàn và Ban Thường vụ Hội Nông dân tỉnh; giúp Ban Thường vụ triển khai.")
    assert by_text(done)["Ban Thường vụ"] == "Ban Thường vụ"


def test_an_office_holder_belongs_to_his_body() -> None:
    done = found("Giám đốc Sở Y tế chịu trách nhiệm.")
    (holder,) = [body for body in done.bodies if body.name == "Giám đốc Sở Y tế"]
    assert (holder.kind, holder.parent_id) == ("department", "so-y-te")


def test_via_says_whether_a_name_is_short() -> None:
    done = found("UBND tỉnh, Ủy ban nhân dân huyện và Sở GD&ĐT")
    assert [(mention.text, mention.via) for mention in done.mentions] == [
        ("UBND tỉnh", "abbreviation"),
        ("Ủy ban nhân dân huyện", "name"),
        ("Sở GD&ĐT", "abbreviation"),
    ]


@pytest.mark.parametrize(
    ("text", "short", "long"),
    [
        ("Công đoàn Viên chức Việt Nam (CĐVCVN) và", "CĐVCVN", "Công đoàn Viên chức Việt Nam"),
        ("Sở Giáo dục và Đào tạo (viết tắt là Sở GD&ĐT) và", "Sở GD&ĐT", "Sở Giáo dục và Đào tạo"),
        ("Hội Nông dân tỉnh (sau đây gọi tắt là Hội) và", "Hội", "Hội Nông dân tỉnh"),
        ("Phòng Tham mưu (PV01) và", "PV01", "Phòng Tham mưu"),
        ("trong trường trung học phổ thông (THPT) có", "THPT", "trung học phổ thông"),
        ("ban hành Chương trình phối hợp (sau đây gọi tắt là Chương trình) như sau", "Chương trình",
         "Chương trình phối hợp"),
        ("a) Phí theo Thông tư số 15/2011/TT-BTS của Bộ Thủy sản về phí, lệ phí cá (sau đây gọi là Thông tư số 15) và",
         "Thông tư số 15", "Thông tư số 15/2011/TT-BTS của Bộ Thủy sản về phí, lệ phí cá"),
        ("Thông tư này áp dụng cho tàu đánh bắt, tàu chở cá tại vịnh (sau đây viết tắt là tàu); trừ",
         "tàu", "tàu đánh bắt, tàu chở cá tại vịnh"),
        ("xe máy kéo của các xưởng đóng mới, hoán cải (sau đây viết tắt là ĐMHC) thì", "ĐMHC", "đóng mới, hoán cải"),
        ("3. Chợ nổi là nơi họp chợ trên bến, trên thuyền (sau đây gọi gọn là điểm họp) có",
         "điểm họp", "nơi họp chợ trên bến, trên thuyền"),
        ("Trạm bơm huyện (sau đây gọi là Trạm bơm cấp huyện), Trạm bơm xã, phường (sau đây gọi là Trạm bơm cấp xã).",
         "Trạm bơm cấp xã", "Trạm bơm xã, phường"),
        ("Chủ tịch hội nghề cá các huyện, thị xã, thành phố (gọi chung là cấp huyện) báo", "cấp huyện",
         "các huyện, thị xã, thành phố"),
    ],
)  # fmt: skip
def test_short_forms_that_the_document_introduces(text: str, short: str, long: str) -> None:
    form = found(text).abbreviations[-1]
    assert (form.short, form.long) == (short, long)


@pytest.mark.parametrize("text", ["Số tiền (Viết bằng chữ) là", "……… (sau đây gọi là Bên A)"])
def test_what_introduces_no_short_form(text: str) -> None:
    assert found(text).abbreviations == ()


def test_a_described_office_lends_its_short_form_to_the_owner() -> None:
    done = found("cơ quan chuyên môn thuộc Ủy ban nhân dân xã, phường (gọi là Ủy ban xã) họp. Ủy ban xã báo cáo.")
    assert {mention.text: mention.body_id for mention in done.mentions}["Ủy ban xã"].startswith("uy-ban-nhan-dan")


def test_a_short_form_of_what_the_body_only_stands_in_names_no_body() -> None:
    done = found("Phần mềm đo mưa của Sở Xây dựng (sau đây gọi là phần mềm) hỏng. Dùng phần mềm sau khi sửa.")
    assert "phần mềm" not in by_text(done)


def test_a_long_form_goes_back_to_the_last_mark_but_not_to_the_beginning_of_the_document() -> None:
    words = "thợ cũ bên sông "
    text = f"Mở đầu; người trồng đèn {words * 9}(sau đây gọi là người trồng đèn) và {words * 30}(sau đây gọi là họ)."
    (form,) = found(text).abbreviations
    assert (form.short, form.long) == ("người trồng đèn", f"người trồng đèn {words * 9}".strip())


def test_a_short_form_names_its_body_from_then_on() -> None:
    done = found("Hội Nông dân tỉnh (sau đây gọi là Hội) chủ trì. Công an tỉnh phối hợp với Hội thực hiện.")
    assert [mention.text for mention in done.mentions if mention.body_id == "hoi-nong-dan-tinh"] == [
        "Hội Nông dân tỉnh",
        "Hội",
        "Hội",
    ]


def test_an_abbreviation_of_the_owner_is_the_owners() -> None:
    done = found("Ban Thường vụ Công đoàn Viên chức Việt Nam (CĐVCVN) thống nhất. CĐVCVN tổ chức.")
    assert by_text(done)["CĐVCVN"] == "Công đoàn Viên chức Việt Nam"


def test_a_name_for_several_is_no_name_of_the_last() -> None:
    done = found(
        "Sở Tư pháp, Phòng Tư pháp (sau đây gọi chung là cơ quan tư pháp) có trách nhiệm. Cơ quan tư pháp gửi."
    )
    assert by_text(done)["Phòng Tư pháp"] == "Phòng Tư pháp"
    assert by_text(done)["cơ quan tư pháp"] == "Cơ quan tư pháp"


def test_every_mention_quotes_the_source_and_knows_its_unit() -> None:
    text = "Điều 1.  Sở  Tư pháp gửi\nToà án cấp huyện"
    unit = Unit("art_1", "article", "1", "", text, 0, len(text), 0, 0, 0, len(text), "", 1, 1)
    done = find_bodies(replace(document(text), units=(unit,)), RESOURCES)
    assert [mention.text for mention in done.mentions] == ["Sở  Tư pháp", "Toà án cấp huyện"]
    assert all(text[m.start : m.end] == m.text and m.unit == "art_1" for m in done.mentions)


@pytest.fixture
def agreement() -> Callable[[str], Document]:
    def make(text: str) -> Document:
        start = "Công an tỉnh và Hội Nông dân tỉnh thống nhất ban hành Quy chế:\n"
        done = found(start + text, document_type="quy_che_phoi_hop", province="Hà Giang")
        return find_parties(done, RESOURCES)

    return make


@pytest.mark.parametrize("word", ["Hai bên", "hai ngành", "các bên", "mỗi bên", "Hai cơ quan", "02 đơn vị"])
def test_words_for_all_parties_are_one_mention_for_each(agreement: Callable[[str], Document], word: str) -> None:
    done = agreement(f"Định kỳ {word} họp giao ban.")
    assert [(m.body_id, m.text) for m in done.mentions if m.via == "anaphor"] == [
        ("cong-an-tinh-ha-giang", word),
        ("hoi-nong-dan-tinh-ha-giang", word),
    ]


def test_a_wrong_number_of_parties_is_a_diagnostic(agreement: Callable[[str], Document]) -> None:
    done = agreement("Ba ngành họp giao ban.")
    assert not [mention for mention in done.mentions if mention.via == "anaphor"]
    assert [(item.severity, item.code) for item in done.diagnostics] == [("info", "unresolved_body")]


def test_who_leads_the_parties_is_somebody_else(agreement: Callable[[str], Document]) -> None:
    done = agreement("Báo cáo lãnh đạo hai ngành.")
    assert not [mention for mention in done.mentions if mention.via == "anaphor"]
    assert done.mentions[-1].text == "lãnh đạo hai ngành"


def test_the_bare_name_of_a_party_is_the_party(agreement: Callable[[str], Document]) -> None:
    done = agreement("Hội Nông dân chủ trì, Hội Nông dân cấp xã và Hội Nông dân Việt Nam phối hợp.")
    assert by_text(done)["Hội Nông dân"] == "Hội Nông dân tỉnh Hà Giang"
    assert by_text(done)["Hội Nông dân cấp xã"] == "Hội Nông dân cấp xã"
    assert by_text(done)["Hội Nông dân Việt Nam"] == "Hội Nông dân Việt Nam"
