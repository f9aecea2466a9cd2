"""The view: what is folded, and that every offset finds its way back."""

from __future__ import annotations

import pickle
import unicodedata
from itertools import pairwise

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from dieukhoan.core.text import View, fold_tones, lower, nfc, squeeze

HARD = "aAoOuUqQeEiIyYdđĐÐtnàáảãạèéỏọỳýỷỹỵốựướ \t\n\r\u00a0\u2003\u3000–—“”„\u0300\u0301\u0303\u0309\u0323\u0302\u031b"
UNSEEN = "\u00ad\u200b\ufeff\u2060"
ODD = "İıſΣςßﬁ\u1100\u1161\u11a8\u09c7\u09be\u2126\u2000\u0f73\U0001f600\U000e0152½=\u0338"

any_text = st.text(max_size=60)
hard_text = st.text(alphabet=HARD + UNSEEN + ODD, max_size=60)
texts = st.one_of(any_text, hard_text)
SYLLABLES = "hoà Hoà HOÀ uỷ Uỷ quý Thuỵ khoẻ sự tham tổ chức thuở loà toán phối hợp điều 5 xã"
syllables = st.sampled_from(SYLLABLES.split())
glue = st.sampled_from([" ", "  ", "\n", "\t", "\u00a0", ", ", " – ", ""])
phrases = st.lists(st.tuples(syllables, glue), max_size=20).map(lambda pairs: "".join(a + b for a, b in pairs))


def unseen(char: str) -> bool:
    return unicodedata.category(char) == "Cf"


def mark(char: str) -> bool:
    return unicodedata.category(char) == "Mn"


@st.composite
def views(draw: st.DrawFn) -> View:
    source = draw(st.one_of(texts, phrases))
    return View(source, draw(st.lists(st.integers(-3, len(source) + 3), max_size=6)))


@st.composite
def spans(draw: st.DrawFn, length: int) -> tuple[int, int]:
    start = draw(st.integers(0, length))
    return start, draw(st.integers(start, length))


@given(views())
def test_lower_has_the_length_of_text(view: View) -> None:
    assert len(view.lower) == len(view.text)


@given(views(), st.data())
def test_a_view_span_maps_into_the_source_and_back_over_itself(view: View, data: st.DataObject) -> None:
    start, end = data.draw(spans(len(view.text)))
    low, high = view.to_source(start, end)
    assert 0 <= low <= high <= len(view.source)
    back = view.from_source(low, high)
    # spaces that the view inserted at the edges stand nowhere in the source
    inner_start = start + len(view.text[start:end]) - len(view.text[start:end].lstrip(" "))
    inner_end = start + len(view.text[start:end].rstrip(" "))
    if inner_start < inner_end:
        assert back[0] <= inner_start
        assert inner_end <= back[1]


@given(views(), st.data())
def test_a_source_span_maps_into_the_view_and_back_over_itself(view: View, data: st.DataObject) -> None:
    start, end = data.draw(spans(len(view.source)))
    low, high = view.from_source(start, end)
    assert 0 <= low <= high <= len(view.text)
    if low < high and not unseen(view.source[start]) and not unseen(view.source[end - 1]):
        back = view.to_source(low, high)
        assert back[0] <= start
        assert end <= back[1]


@given(views())
def test_the_map_is_monotone_and_reaches_every_character(view: View) -> None:
    pieces = [view.to_source(at, at + 1) for at in range(len(view.text))]
    assert all(first[0] <= second[0] and first[1] <= second[1] for first, second in pairwise(pieces))
    covered = {at for start, end in pieces for at in range(start, end)}
    assert all(unseen(char) for at, char in enumerate(view.source) if at not in covered)


@given(views())
def test_characters_that_nothing_folds_are_the_same_in_both(view: View) -> None:
    for at, char in enumerate(view.text):
        if char in "tn0123456789":
            start, end = view.to_source(at, at + 1)
            assert [seen for seen in view.source[start:end] if not unseen(seen) and not mark(seen)] == [char]


@given(texts)
def test_folding_twice_changes_nothing_more(text: str) -> None:
    once = View(text).text
    assert View(once).text == once


@given(texts)
def test_decomposed_text_gives_the_same_view(text: str) -> None:
    assert View(unicodedata.normalize("NFD", text)).text == View(unicodedata.normalize("NFC", text)).text


@given(texts)
@example("A\u0f73\u0323")  # a mark of class 0 that decomposes into marks of other classes
def test_a_view_is_composed_and_has_single_spaces(text: str) -> None:
    folded = View(text).text
    assert unicodedata.is_normalized("NFC", folded)
    assert "  " not in folded
    assert all(char in " \n" for char in folded if char.isspace())


@given(st.text(alphabet='abcdđeghiklmnopqrstuvxyêơư.,;:-"()0123456789\n', max_size=80))
def test_without_folded_pieces_the_map_is_the_identity(text: str) -> None:
    view = View(text)
    assert view.text == text
    assert [view.to_source(at, at + 1) for at in range(len(text))] == [(at, at + 1) for at in range(len(text))]


@given(texts)
def test_fold_tones_keeps_length_and_letters(text: str) -> None:
    folded = fold_tones(text)
    assert len(folded) == len(text)
    bare = unicodedata.normalize("NFD", text), unicodedata.normalize("NFD", folded)
    assert sorted(bare[0]) == sorted(bare[1])


@given(texts)
@example("İSTANBUL ĐIỀU İ")
def test_lower_keeps_length_and_is_stable(text: str) -> None:
    low = lower(text)
    assert len(low) == len(text)
    assert lower(low) == low


@pytest.mark.parametrize(
    ("newer", "older"),
    [
        ("hoà", "hòa"),
        ("HOÀ BÌNH", "HÒA BÌNH"),
        ("Hoà", "Hòa"),
        ("uỷ ban", "ủy ban"),
        ("UỶ BAN", "ỦY BAN"),
        ("Uỷ ban", "Ủy ban"),
        ("Thuỵ Sĩ", "Thụy Sĩ"),
        ("sức khoẻ", "sức khỏe"),
        ("tuỳ, huỷ.", "tùy, hủy."),
        ("quý", "quý"),
        ("QUÝ", "QUÝ"),
        ("Quỳnh", "Quỳnh"),
        ("toán học", "toán học"),
        ("khuỷu tay", "khuỷu tay"),
        ("ngoằn ngoèo", "ngoằn ngoèo"),
        ("hòa", "hòa"),
    ],
)
def test_tone_marks_move_to_the_older_place(newer: str, older: str) -> None:
    assert fold_tones(newer) == older


@pytest.mark.parametrize(
    ("source", "folded"),
    [
        ("hai\u00a0bên \t ký", "hai bên ký"),
        ("2023 – 2027 — “đợt” „một”", '2023 - 2027 - "đợt" "một"'),
        ("dòng một \n  dòng hai", "dòng một \n dòng hai"),
        ("phối\u00ad hợp\u200b, \u200bcông\ufeff", "phối hợp, công"),
        ("a\r\nb", "a \nb"),
        ("Ðiều 5", "Điều 5"),
        ("uỷ ban".replace("ỷ", "y\u0309"), "ủy ban"),
        ("", ""),
    ],
)
def test_what_is_folded(source: str, folded: str) -> None:
    assert View(source).text == folded


def test_a_match_on_the_view_quotes_the_source() -> None:
    source = "Điều 3.  Uỷ\u00a0ban nhân dân tỉnh"
    view = View(source)
    at = view.lower.index("ủy ban")
    start, end = view.to_source(at, at + len("ủy ban"))
    assert source[start:end] == "Uỷ\u00a0ban"


def test_a_decomposed_letter_maps_to_all_its_code_points() -> None:
    source = unicodedata.normalize("NFD", "tổ chức")
    view = View(source)
    assert view.text == "tổ chức"
    assert source[slice(*view.to_source(1, 2))] == unicodedata.normalize("NFD", "ổ")
    assert view.from_source(2, 3) == (1, 2)


def test_glued_words_are_split_and_quoted_as_they_stand() -> None:
    source = "Các bên sựtham gia"
    view = View(source, [10])
    assert view.text == "Các bên sự tham gia"
    at = view.text.index("sự tham")
    assert source[slice(*view.to_source(at, at + 7))] == "sựtham"
    assert source[slice(*view.to_source(at + 3, at + 7))] == "tham"
    assert view.to_source(at + 2, at + 3) == (10, 10)


@pytest.mark.parametrize("splits", [[0], [8], [-1], [99], [3], [4], [2, 2]])
def test_a_split_elsewhere_than_between_two_letters_is_no_split(splits: list[int]) -> None:
    assert View("ab  c, d", splits).text == "ab c, d"


def test_repeated_splits_count_once() -> None:
    assert View("mộthai", [3, 3]).text == "một hai"


def test_nfc_composes_and_leaves_composed_text_alone() -> None:
    assert nfc("e\u0323\u0302") == "ệ"
    composed = "Điều lệ"
    assert nfc(composed) is composed


def test_a_view_that_was_looked_through_goes_to_another_process_as_it_was_made() -> None:
    view, fresh = View("hoà  giải"), View("hoà  giải")
    view.lower, view.places(("giải",)), view.learn({"hòa": [0]}, frozenset({"hòa"}))
    view.taught, view.memo["a family"] = object(), ()
    assert pickle.dumps(view) == pickle.dumps(fresh)
    other = pickle.loads(pickle.dumps(view))
    assert (other.text, other.lower, other.to_source(4, 8)) == ("hòa giải", "hòa giải", (5, 9))
    assert list(other.places(("giải",))) == [4]


def test_a_view_says_no_only_to_words_it_was_told_of() -> None:
    view = View("hòa giải")
    assert view.may_hold(("bên",))
    view.learn({"hòa": [0]}, frozenset({"hòa", "bên"}))
    assert not view.may_hold(("bên",))
    assert view.may_hold(("bên", "hòa"))
    assert view.may_hold(("bên", "giải"))


def test_squeeze_makes_one_line() -> None:
    assert squeeze("  hai \n bên\t\u00a0ký ") == "hai bên ký"


def test_the_older_spelling_of_a_quarter_reads_as_the_newer_at_the_same_place():
    assert (View("trong quí IV, QUÍ I").text, View("Quí I").lower) == ("trong quý IV, QUÝ I", "quý i")
