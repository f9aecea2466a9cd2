"""Words that differ: whole words, nothing lost, spelling apart."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from compare.test_compare import FILLED, TEMPLATE
from dieukhoan.batch import compare
from dieukhoan.compare import rebuild
from dieukhoan.compare.wording import Passage, edits
from dieukhoan.compare.words import spelled, words
from dieukhoan.core.records import Document, Source
from dieukhoan.core.text import View

SHORT = {"lđlđ": ((("lđlđ",), ("liên", "đoàn", "lao", "động")),)}
PIECES = [
    "tuyên truyền",
    "phổ biến",
    "pháp luật",
    "Liên đoàn Lao động",
    "LĐLĐ",
    "hoà",
    "hòa",
    "15/12",
    ",",
    ".",
    "\n",
    "  ",
]


def passage(text: str) -> Passage:
    document = Document("d", Source("d.txt", "0", "txt", text, ()), View(text))
    return Passage(text, 0, len(text), words(spelled(document), [(0, len(text))], SHORT))


def told(one: str, two: str) -> list[tuple[str, str, str]]:
    return [
        (edit.kind, one[edit.start : edit.end], two[edit.other_start : edit.other_end])
        for edit in edits(passage(one), passage(two))
    ]


@pytest.mark.parametrize(
    ("one", "two", "expected"),
    [
        (
            "Hai bên tuyên truyền pháp luật",
            "Hai bên tuyên dương pháp luật",
            [("changed", "tuyên truyền", "tuyên dương")],
        ),
        ("Hai bên kiểm tra quỹ", "Hai bên cùng kiểm tra quỹ", [("inserted", "", "cùng ")]),
        ("Hai bên cùng kiểm tra quỹ", "Hai bên kiểm tra quỹ", [("deleted", "cùng ", "")]),
        ("gửi LĐLĐ tỉnh", "gửi Liên đoàn Lao động tỉnh", [("spelling", "LĐLĐ", "Liên đoàn Lao động")]),
        ("văn hoá, xã hội", "văn hóa, xã hội", [("spelling", "hoá", "hóa")]),
        ("QUY CHẾ", "Quy chế", [("spelling", "QUY CHẾ", "Quy chế")]),
        ("như nhau", "như nhau", []),
    ],
)
def test_what_is_told(one: str, two: str, expected: list[tuple[str, str, str]]) -> None:
    assert told(one, two) == expected


@given(st.lists(st.sampled_from(PIECES), max_size=12), st.lists(st.sampled_from(PIECES), max_size=12))
@settings(max_examples=150)
def test_the_second_passage_can_be_made_from_the_first(first: list[str], second: list[str]) -> None:
    one, two = " ".join(first), "".join(second)
    out, at, other = [], 0, 0
    for edit in edits(passage(one), passage(two)):
        assert one[at : edit.start] == two[other : edit.other_start]
        out += [one[at : edit.start], two[edit.other_start : edit.other_end]]
        at, other = edit.end, edit.other_end
    assert "".join([*out, one[at:]]) == two


LINES = FILLED.split("\n")
PUT = st.tuples(st.integers(0, len(LINES) - 1), st.sampled_from(["a) Hai bên họp.", "Điều 9. Khác", "", "– x"]))


@given(st.lists(st.integers(0, len(LINES) - 1), max_size=4), st.lists(PUT, max_size=3))
@settings(max_examples=25)
def test_any_variant_can_be_made_from_the_template(read, gone: list[int], put: list[tuple[int, str]]) -> None:
    lines = [line for at, line in enumerate(LINES) if at not in gone]
    for at, line in put:
        lines.insert(at, line)
    variant = "\n".join(lines)
    for template in (TEMPLATE, FILLED):
        assert rebuild(template, read(template, variant).words) == variant


@pytest.mark.parametrize("bare", ["CHƯƠNG TRÌNH PHỐI HỢP\n", "", "KẾ HOẠCH\nPHỐI HỢP"])
def test_a_document_without_units_is_compared_like_others(document, read, bare: str) -> None:
    assert not document(bare).units
    for template, variant in ((bare, FILLED), (FILLED, bare), (bare, bare), (bare, "QUY CHẾ PHỐI HỢP")):
        found = read(template, variant)
        assert rebuild(template, found.words) == variant
        assert {pair.status for pair in found.pairs} <= {"added", "removed"}
    found = compare(document(TEMPLATE), [document(text) for text in (FILLED, bare, TEMPLATE)])
    assert len(found.comparisons) == 3


def test_a_document_against_itself_has_no_difference(read) -> None:
    assert read(TEMPLATE, TEMPLATE).words == ()


def test_a_reference_that_follows_the_renumbering_is_no_change(read) -> None:
    said = FILLED.replace("hội cơ sở được kiểm tra.", "hội cơ sở được kiểm tra theo khoản 1 Điều 3 Quy chế này.")
    added = "Điều 3. Lưu trữ\nHội Khuyến học tỉnh lưu hồ sơ thu chi trong mười năm.\n"
    variant = said.replace("khoản 1 Điều 3", "khoản 1 Điều 4")
    variant = variant.replace("Điều 4. Kiểm tra", "Điều 5. Kiểm tra").replace("Điều 3. Trao", added + "Điều 4. Trao")
    found = read(said, variant)
    assert {pair.status for pair in found.pairs} == {"identical", "added"}
    assert ("spelling", "khoản 1 Điều 3", "khoản 1 Điều 4") in [(w.change, w.before, w.after) for w in found.words]
    wrong = read(said, variant.replace("khoản 1 Điều 4 Quy", "khoản 1 Điều 5 Quy"))
    assert "modified" in {pair.status for pair in wrong.pairs}


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("(Mẫu ban hành kèm theo Công văn số 12/CV-HKH ngày 02/3/2031)\n", ""),
        ("", "(Ban hành kèm theo Quyết định số 63/QĐ-HKH\nngày 17/10/2031 của Hội Khuyến học)\n"),
        ("Mẫu ban hành kèm theo Công văn số 12/CV-HKH\n", ""),
    ],
)
def test_the_line_that_says_with_what_it_was_issued_changes_no_words(read, before: str, after: str) -> None:
    found = read(before + FILLED, after + FILLED)
    assert {change.change for change in found.words} == {"spelling"}
    assert rebuild(found.template.text, found.words) == found.variant.text
    assert {pair.status for pair in found.pairs} == {"identical"}
    other = read(before + FILLED, after + FILLED.replace("hội cơ sở", "hội xã"))
    assert {change.change for change in other.words} > {"spelling"}


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("(Kèm danh mục 12 xã được hỗ trợ)\n", "(Kèm danh mục 3 xã được hỗ trợ)\n"),
        ("(Kèm danh mục 12 xã được hỗ trợ)\n", ""),
        ("Ban hành kèm theo Chương trình này 12 chỉ tiêu\n", "Ban hành kèm theo Chương trình này 5 chỉ tiêu\n"),
        ("(Mẫu ban hành kèm theo Công văn số 12/CV-HKH)\n", "(Ban hành kèm theo Quyết định số 63/QĐ-HKH)\n"),
        ("(Kèm theo Công văn số 12/CV-HKH)\n", "(Kèm theo Công văn số 13/CV-HKH)\n"),
    ],
)
def test_other_content_of_a_line_in_the_title_is_a_change(read, before: str, after: str) -> None:
    for one, other in ((before, after), (after, before)):
        found = read(one + FILLED, other + FILLED)
        assert {change.change for change in found.words} & {"changed", "inserted", "deleted"}
        assert rebuild(found.template.text, found.words) == found.variant.text


def test_that_line_written_in_capitals_is_mere_spelling(read) -> None:
    line = "(Ban hành kèm theo Quyết định số 63/QĐ-HKH)\n"
    found = read(line + FILLED, line.upper() + FILLED)
    assert {change.change for change in found.words} == {"spelling"}


def test_a_blank_in_that_line_is_still_filled_in(read) -> None:
    line = "(Ban hành kèm theo Quyết định số {} của Hội Khuyến học)\n"
    found = read(line.format("…………") + FILLED, line.format("63/QĐ-HKH") + FILLED)
    assert "filled" in {change.change for change in found.words}
