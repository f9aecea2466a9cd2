"""What is a Vietnamese syllable, and which words are two of them glued together."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dieukhoan.core.syllables import is_syllable, split_point, split_points
from dieukhoan.core.text import View

TEXT = (
    "điều khoản của chương trình phối hợp giữa hội liên hiệp phụ nữ và sở giáo dục đào tạo tỉnh về việc tuyên truyền "
    "phổ biến pháp luật cho hội viên nghiêm quyết quốc quý gì giữ giếng khuỷu khuya ngoèo thuở xoong rượu "
    "yêu kỳ uỷ hoà Kạn"
)
WORDS = TEXT.split()


@pytest.mark.parametrize("word", WORDS)
def test_syllables(word: str) -> None:
    assert is_syllable(word)
    assert is_syllable(word.upper())
    assert split_point(word) is None


@pytest.mark.parametrize(
    "word",
    [
        "Facebook",
        "Kovalevskaia",
        "sựtham",
        "họcc",
        "bcd",
        "triĩn",
        "hòà",
        "x",
        "1",
        "phòng-ban",
        "ghọc",
        "ngề",
        "cê",
        "",
    ],
)
def test_no_syllables(word: str) -> None:
    assert not is_syllable(word)


@pytest.mark.parametrize(
    "pair",
    [
        "sự tham",
        "tổ chức",
        "chủ trì",
        "phối hợp",
        "hỗ trợ",
        "nhà nước",
        "Tổ chức",
        "được giao",
        "đình là",
        "nghiêng nghiếng",
        "đang học",
        "Cộng hòa",
    ],
)
def test_two_glued_syllables_fall_apart(pair: str) -> None:
    first, second = pair.split()
    assert split_point(first + second) == len(first)


@pytest.mark.parametrize(
    "word",
    [
        "Facebook",
        "Kovalevskaia",
        "magiê",  # loan words carry no tone mark
        "Lênin",
        "TỔCHỨC",  # capitals: an abbreviation or a heading, too little to go by
        "triĩn",  # a damaged letter, no pair of words
        "hocsinh",
        "tổ1chức",
        "phốihợpchặt",  # three syllables: no single cut gives two
        "sự",
        "",
    ],
)
def test_what_is_left_alone(word: str) -> None:
    assert split_point(word) is None


def test_the_other_words_decide_where_a_word_can_be_cut_in_several_ways() -> None:
    assert split_point("canhoặc", {"can": 1, "hoặc": 1}) == 3
    assert split_point("canhoặc") == 2
    text = "thựchành quyền công tố; thực hiện và ban hành"
    assert View(text, split_points(text)).text.startswith("thực hành quyền")


@pytest.mark.parametrize(
    ("glued", "parted"),
    [
        ("Đấtở đô thị; giao đất trước hạn", "Đất ở đô thị"),
        ("cán bộ ởnước ngoài, trong nước", "cán bộ ở nước ngoài"),
        ("lấy ýkiến, kiến nghị", "lấy ý kiến"),
        ("cơ sở ytế, kinh tế", "cơ sở y tế"),
        ("Việt Namở xa; Na rì mở cửa; miền Nam, phía Nam", "Việt Nam ở xa"),
    ],
)
def test_a_word_of_one_letter_is_parted_from_a_known_one(glued: str, parted: str) -> None:
    assert View(glued, split_points(glued)).text.startswith(parted)


def test_a_letter_too_many_is_no_word() -> None:
    assert split_points("phối họcy, củy, àbáo; a) hợp, b) củ, y) học báo") == []


def test_in_a_long_text_a_word_of_two_unknown_halves_is_damaged_or_foreign() -> None:
    long = " ".join(f"{first}{rest}" for first in "bcdhlmst" for rest in ("a", "an", "ang", "ai", "ao", "am", "at"))
    long += " " + " ".join(f"{first}{rest}" for first in "bcdhlmst" for rest in ("ô", "ôn", "ông", "ôi", "ôm", "ôt"))
    assert split_points(f"{long} huấn luvện, chất vữt vịn") == []
    assert split_points("huấn luvện") == [7]


def test_split_points_are_offsets_into_the_text_in_order() -> None:
    text = "tổchức sựtham gia, tổchức; (tổchức)"
    points = split_points(text)
    assert points == sorted(points)
    assert View(text, points).text == "tổ chức sự tham gia, tổ chức; (tổ chức)"


def test_a_glued_pair_inside_a_longer_word_is_no_pair() -> None:
    assert split_points("xtổchức tổchứcx tổchức_2 tổchức2 tổ-chức") == []


def test_long_words_are_skipped() -> None:
    assert split_points("ộ" * 200_000) == []


@given(st.lists(st.sampled_from(WORDS), max_size=30).map(" ".join))
def test_clean_text_is_never_split(text: str) -> None:
    assert split_points(text) == []


@given(st.text(max_size=80))
def test_every_split_lies_between_two_letters(text: str) -> None:
    assert all(text[at - 1 : at + 1].isalpha() for at in split_points(text))
