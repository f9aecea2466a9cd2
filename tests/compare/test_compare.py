"""A template against variants: what is found, and what must never be."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from dieukhoan.batch import compare
from dieukhoan.compare import Comparison
from dieukhoan.compare.similar import similarity
from dieukhoan.compare.status import fills
from dieukhoan.compare.words import BLANK

TEMPLATE = """QUY CHẾ PHỐI HỢP
giữa Hội Khuyến học tỉnh ………… và Sở Tài chính tỉnh …………

Hội Khuyến học tỉnh ………… và Sở Tài chính tỉnh ………… thống nhất ban hành Quy chế phối hợp như sau:

Chương I
QUY ĐỊNH CHUNG
Điều 1. Phạm vi điều chỉnh
Quy chế này quy định việc phối hợp quản lý quỹ khuyến học trên địa bàn tỉnh.
Điều 2. Nguyên tắc phối hợp
1. Bảo đảm công khai, minh bạch trong quản lý và sử dụng quỹ.
2. Mọi vướng mắc phải được hai bên trao đổi kịp thời.
Chương II
NỘI DUNG PHỐI HỢP
Điều 3. Trao đổi thông tin
1. Hội Khuyến học tỉnh gửi báo cáo thu chi quỹ cho Sở Tài chính tỉnh trước ngày 15/12 hằng năm.
2. Sở Tài chính tỉnh giao ………… làm đầu mối theo dõi quỹ.
3. Sở Tài chính tỉnh hướng dẫn chế độ kế toán cho các hội cơ sở.
Điều 4. Kiểm tra
1. Hai bên tổ chức kiểm tra việc sử dụng quỹ mỗi năm một lần.
2. Kết quả kiểm tra được thông báo cho hội cơ sở được kiểm tra.
"""
FILLED = TEMPLATE.replace("giao …………", "giao Phòng Tài chính hành chính sự nghiệp").replace("…………", "Hà Giang")


def fate(found: Comparison) -> dict[tuple[str, str], str]:
    return {(pair.template, pair.variant): pair.status for pair in found.pairs}


def changed(found: Comparison) -> list[tuple[str, str]]:
    return [(change.change, change.detail) for change in found.changes if change.change != "kept"]


def test_a_document_against_itself_gives_no_change(read) -> None:
    found = read(FILLED, FILLED)
    assert set(fate(found).values()) == {"identical"}
    assert all(pair.template == pair.variant for pair in found.pairs)
    assert changed(found) == []


def test_filled_blanks_are_named_in_order(read) -> None:
    found = read(TEMPLATE, FILLED)
    assert set(fate(found).values()) == {"identical", "filled"}
    assert [fill.value for fill in found.fills] == ["Hà Giang"] * 4 + ["Phòng Tài chính hành chính sự nghiệp"]
    assert [fill.position for fill in found.fills] == [1, 2, 3, 4, 5]
    assert all(found.variant.text[fill.start : fill.end] == fill.value for fill in found.fills)


def test_a_unit_whose_blanks_alone_are_filled_is_wholly_alike(read) -> None:
    long = "Phòng Tài chính hành chính sự nghiệp và Phòng Quản lý ngân sách, tin học và thống kê"
    found = read(TEMPLATE, FILLED.replace("Phòng Tài chính hành chính sự nghiệp", long))
    assert {pair.similarity for pair in found.pairs if pair.status == "filled"} == {1.0}


def test_a_blank_that_is_still_open_has_no_value(read) -> None:
    found = read(TEMPLATE, TEMPLATE)
    assert [fill.value for fill in found.fills] == [""] * 5


def test_an_added_article_renumbers_and_moves_nothing(read) -> None:
    added = "Điều 3. Lưu trữ\nHội Khuyến học tỉnh lưu hồ sơ thu chi trong mười năm.\n"
    variant = FILLED.replace("Điều 4.", "Điều 5.").replace("Điều 3. Trao", added + "Điều 4. Trao")
    found = read(FILLED, variant)
    assert fate(found)["chp_II__art_3", "chp_II__art_4"] == "identical"
    assert fate(found)["chp_II__art_4__cl_2", "chp_II__art_5__cl_2"] == "identical"
    assert [pair.variant for pair in found.pairs if pair.status == "added"] == [
        "chp_II__art_3",
        "chp_II__art_3__para_1",
    ]
    assert {pair.status for pair in found.pairs} == {"identical", "added"}


def test_a_clause_under_another_article_is_moved(read) -> None:
    clause = "3. Sở Tài chính tỉnh hướng dẫn chế độ kế toán cho các hội cơ sở.\n"
    found = read(FILLED, FILLED.replace(clause, "") + clause)
    assert fate(found)["chp_II__art_3__cl_3", "chp_II__art_4__cl_3"] == "moved"
    assert [pair.status for pair in found.pairs].count("moved") == 1


def test_a_removed_clause_and_its_duty(read) -> None:
    found = read(FILLED, FILLED.replace("2. Kết quả kiểm tra được thông báo cho hội cơ sở được kiểm tra.\n", ""))
    assert fate(found)["chp_II__art_4__cl_2", ""] == "removed"
    assert changed(found) == [("dropped", "")]


def test_a_later_deadline_is_no_mere_rewording(read) -> None:
    found = read(FILLED, FILLED.replace("15/12", "30/11"))
    assert fate(found)["chp_II__art_3__cl_1", "chp_II__art_3__cl_1"] == "modified"
    assert changed(found) == [("deadline_changed", "trước ngày 15/12 hằng năm → trước ngày 30/11 hằng năm")]


def test_another_lead_body_is_told(read) -> None:
    found = read(FILLED, FILLED.replace("3. Sở Tài chính tỉnh hướng dẫn", "3. Sở Tư pháp tỉnh hướng dẫn"))
    assert changed(found) == [("body_changed", "chủ trì: Sở Tài chính tỉnh Hà Giang → Sở Tư pháp tỉnh Hà Giang")]


def test_a_deadline_that_was_left_out_or_put_in_is_told(read) -> None:
    once = FILLED.replace(" trước ngày 15/12 hằng năm", "")
    assert changed(read(FILLED, once)) == [("deadline_changed", "trước ngày 15/12 hằng năm → –")]
    assert changed(read(once, FILLED)) == [("deadline_changed", "– → trước ngày 15/12 hằng năm")]


@pytest.mark.parametrize(
    ("before", "after", "there", "back"),
    [
        ("chịu trách nhiệm bảo quản", "không chịu trách nhiệm bảo quản", 'thêm "không"', 'bỏ "không"'),
        ("gửi", "phải gửi", 'thêm "phải"', 'bỏ "phải"'),
        ("phải gửi", "có thể gửi", 'bỏ "phải"; thêm "có thể"', 'bỏ "có thể"; thêm "phải"'),
        ("gửi", "chỉ gửi", 'thêm "chỉ"', 'bỏ "chỉ"'),
        ("gửi", "chỉ đạo rà soát rồi gửi", "", ""),
        ("gửi", "khấu trừ rồi gửi", "", ""),
    ],
)
def test_a_word_that_turns_a_duty_is_named(read, before: str, after: str, there: str, back: str) -> None:
    said = "Điều 1. Sổ sách\n1. Sở Tài chính {} chứng từ của quỹ khuyến học trên địa bàn toàn tỉnh.\n"
    found = read(said.format(before), said.format(after))
    assert changed(found) == [("reworded", there)]
    assert [change.told("en") for change in found.changes] == [there.replace("thêm", "added").replace("bỏ", "dropped")]
    assert changed(read(said.format(after), said.format(before))) == [("reworded", back)]


def test_a_turned_meaning_is_named_beside_another_body(read) -> None:
    variant = FILLED.replace("3. Sở Tài chính tỉnh hướng dẫn", "3. Sở Tư pháp tỉnh chỉ hướng dẫn")
    assert changed(read(FILLED, variant)) == [
        ("body_changed", 'chủ trì: Sở Tài chính tỉnh Hà Giang → Sở Tư pháp tỉnh Hà Giang; thêm "chỉ"')
    ]


def test_a_word_of_a_deadline_turns_nothing(read) -> None:
    said = FILLED.replace("trước ngày 15/12 hằng năm", "trong thời hạn {} 10 ngày làm việc")
    ((change, detail),) = changed(read(FILLED, said.format("không quá")))
    assert change == "deadline_changed"
    assert '"không"' not in detail
    ((change, detail),) = changed(read(said.format("không quá"), said.format("không quá").replace("thu chi", "chi")))
    assert (change, detail) == ("reworded", "")


def test_a_new_lead_is_named_though_the_duty_has_a_blank(read) -> None:
    said = "Điều 1. Tuyên truyền\n1. {} chủ trì tổ chức tuyên truyền tại {} xã.\n"
    found = read(said.format("Sở Y tế", "……"), said.format("Sở Tư pháp", "5"))
    assert changed(found) == [("body_changed", "chủ trì: Sở Y tế → Sở Tư pháp")]


def test_a_body_that_a_blank_let_in_is_no_change(read) -> None:
    said = "Điều 1. Tuyên truyền\n1. Sở Y tế chủ trì, phối hợp với {} tổ chức tuyên truyền tại các xã.\n"
    assert changed(read(said.format("…………"), said.format("Sở Tư pháp"))) == []
    other = said.replace("Sở Y tế", "Sở Nội vụ")
    assert changed(read(said.format("…………"), other.format("Sở Tư pháp"))) == [
        ("body_changed", "chủ trì: Sở Y tế → Sở Nội vụ")
    ]


def test_a_body_that_comes_to_help_is_told_by_its_role(read) -> None:
    helped = FILLED.replace(
        "3. Sở Tài chính tỉnh hướng", "3. Sở Tài chính tỉnh chủ trì, phối hợp với Sở Nội vụ tỉnh hướng"
    )
    assert changed(read(FILLED, helped)) == [("body_changed", "thêm phối hợp: Sở Nội vụ tỉnh Hà Giang")]
    assert changed(read(helped, FILLED)) == [("body_changed", "bỏ phối hợp: Sở Nội vụ tỉnh Hà Giang")]


def test_bodies_that_change_places_are_told_by_their_roles(read) -> None:
    first, second = "Sở Tài chính tỉnh", "Sở Nội vụ tỉnh"
    texts = [
        FILLED.replace("3. Sở Tài chính tỉnh hướng", f"3. {one} chủ trì, phối hợp với {other} hướng")
        for one, other in ((first, second), (second, first))
    ]
    ((change, detail),) = changed(read(*texts))
    tax, home = f"{first} Hà Giang", f"{second} Hà Giang"
    assert (change, detail) == ("body_changed", f"chủ trì: {tax} → {home}; phối hợp: {home} → {tax}")


def test_short_forms_and_tone_marks_are_the_same_words(read) -> None:
    variant = FILLED.replace("kiểm tra được thông báo", "kiểm tra được thông báo").replace(
        "Điều 4. Kiểm", "Điều 4: Kiểm"
    )
    variant = variant.replace("hằng năm", "hàng năm").replace("tỉnh gửi", "tỉnh  gửi")
    assert set(fate(read(FILLED, variant)).values()) == {"identical"}


def test_a_merge_gives_two_rows_with_one_variant_unit(read) -> None:
    merged = FILLED.replace(
        "quản lý và sử dụng quỹ.\n2. Mọi vướng mắc phải được",
        "quản lý và sử dụng quỹ; mọi vướng mắc phải được",
    )
    pairs = [pair for pair in read(FILLED, merged).pairs if pair.variant == "chp_I__art_2__cl_1"]
    assert [(pair.template, pair.status) for pair in pairs] == [
        ("chp_I__art_2__cl_1", "modified"),
        ("chp_I__art_2__cl_2", "modified"),
    ]


def test_who_only_hands_a_duty_on_in_a_merged_clause_has_not_changed(read) -> None:
    template = FILLED + (
        "Điều 5. Trách nhiệm của Sở Tài chính tỉnh\n1. Giao ………… làm đầu mối theo dõi quỹ khuyến học.\n"
        "2. Chỉ đạo Phòng Tài chính cấp huyện cung cấp số liệu thu chi cho hội cơ sở khi có yêu cầu.\n"
    )
    variant = template.replace("Giao …………", "Giao Phòng Quản lý ngân sách").replace(
        "khuyến học.\n2. Chỉ đạo", "khuyến học; chỉ đạo"
    )
    assert "body_changed" not in [change for change, _ in changed(read(template, variant))]


def test_blanks_on_both_sides_make_no_two_lines_of_a_form_the_same() -> None:
    code, post = ("mã", "ngạch", BLANK), ("chức", "danh", BLANK)
    assert similarity(code, post) == 0.0
    assert similarity(("mã", "số", BLANK), ("số", "tài", "khoản", BLANK)) < 0.5
    assert similarity(code, ("mã", "ngạch", "một", "hai")) == 1.0


WORD = st.sampled_from(["hai", "bên", "phối", "hợp", "gửi", "báo", "cáo"])


@given(st.lists(st.one_of(WORD, st.just(BLANK)), max_size=12), st.lists(WORD, max_size=4))
@settings(max_examples=200)
def test_whatever_goes_into_the_blanks_is_a_fill(template: list[str], value: list[str]) -> None:
    filled = [word for key in template for word in (value if key == BLANK else [key])]
    assert fills(tuple(template), tuple(filled))


@given(st.lists(WORD, max_size=8), st.lists(WORD, max_size=8))
def test_without_blanks_only_the_same_words_fit(template: list[str], variant: list[str]) -> None:
    assert fills(tuple(template), tuple(variant)) == (template == variant)


def test_mirror(read) -> None:
    variant = FILLED.replace("3. Sở Tài chính tỉnh hướng dẫn chế độ kế toán cho các hội cơ sở.\n", "")
    there, back = fate(read(FILLED, variant)), fate(read(variant, FILLED))
    swapped = {"removed": "added", "added": "removed"}
    assert {(b, a): swapped.get(status, status) for (a, b), status in there.items()} == back


@pytest.mark.slow
def test_the_command_writes_the_comparing_tables(tmp_path: Path) -> None:
    (tmp_path / "mau.txt").write_text(TEMPLATE, encoding="utf-8")
    (tmp_path / "tinh").mkdir()
    (tmp_path / "tinh" / "ha-giang.txt").write_text(FILLED, encoding="utf-8")
    (tmp_path / "tinh" / "hong.pdf").write_bytes(b"not a pdf")
    found = compare(tmp_path / "mau.txt", tmp_path / "tinh", tmp_path / "out")
    assert found.failed == ("hong.pdf",)
    ((source, counts),) = found.variants
    assert (source, counts["removed"], counts["dropped"], counts["filled"] > 0) == ("ha-giang.txt", 0, 0, True)
    assert (tmp_path / "out/csv/alignments.csv").read_bytes().startswith(b"\xef\xbb\xbf")
    again = compare(tmp_path / "mau.txt", tmp_path / "tinh", tmp_path / "again", jobs=2)
    for path in found.written:
        if path.is_file():
            assert path.read_bytes() == (tmp_path / "again" / path.name).read_bytes()
    assert len(again.written) == len(found.written)


@pytest.mark.slow
def test_the_set_of_a_template_and_six_variants(shared: Path, tmp_path: Path) -> None:
    gold = shared / "gold"
    compare(gold / "compare/set1/template.txt", gold / "compare/set1", tmp_path, formats=["csv"])
    command = [sys.executable, gold / "score_compare.py", tmp_path / "csv", gold / "compare/set1.json"]
    said = subprocess.run(command, capture_output=True, text=True, check=True, encoding="utf-8").stdout
    score = {line[:20].strip(): line[20:].split() for line in said.splitlines()}
    assert float(score["alignments"][1]) >= 0.95, json.dumps(score)
    assert float(score["status"][1]) >= 0.90
    assert float(score["blank fills"][1]) >= 0.95
    assert float(score["phantom changes"][0]) <= 0.01
