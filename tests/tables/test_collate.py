"""Vietnamese order."""

from __future__ import annotations

import unicodedata
from itertools import pairwise

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from dieukhoan.tables.collate import collation_bytes, collation_key


@pytest.mark.parametrize(
    "ordered",
    [
        list("aăâbcdđeêghiklmnoôơpqrstuưvxy"),
        ["ma", "mà", "mả", "mã", "má", "mạ"],
        ["An Giang", "Bắc Giang", "Bắc Ninh", "Bến Tre", "Cà Mau", "Cần Thơ", "Đà Nẵng", "Đắk Lắk", "Huế", "Ôn Như"],
        ["da", "đa", "đã", "đạ", "đan", "e"],
        ["ban", "bàn", "ban hành", "bản hành", "bang"],
        ["tệp 2.txt", "tệp 10.txt", "tệp 10a.txt", "tệp 0011.txt"],
        ["hoà an", "hòa bình"],
        ["ủy ban A", "uỷ ban B", "ủy ban C"],
        ["sở", "Sở"],
    ],
)
def test_order(ordered: list[str]) -> None:
    assert all(collation_key(first) < collation_key(then) for first, then in pairwise(ordered))


def test_decomposed_text_sorts_as_composed() -> None:
    names = ["Đắk Lắk", "Đà Nẵng", "Cà Mau"]
    decomposed = [unicodedata.normalize("NFD", name) for name in names]
    assert [collation_key(name)[:2] for name in decomposed] == [collation_key(name)[:2] for name in names]


@given(st.lists(st.text()))
def test_any_text_can_be_sorted_and_equal_keys_are_equal_texts(texts: list[str]) -> None:
    keys = sorted(map(collation_key, texts))
    assert len(set(keys)) == len(set(texts))


@given(st.lists(st.text("aàảãáạăâbđ0129 -'\0\1\2éèñ\u0309", max_size=6)), st.lists(st.text()))
@example(["\0", "\u0309", "\u0309a", "\1", "\0a"], [])
def test_a_database_sorts_the_same(near: list[str], any_texts: list[str]) -> None:
    texts = near + any_texts
    assert sorted(texts, key=collation_bytes) == sorted(texts, key=collation_key)


def test_a_number_of_many_digits_is_no_stumbling_block() -> None:
    assert collation_key("9" * 5000) < collation_key("1" + "0" * 5000)
