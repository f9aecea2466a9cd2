"""Stable names."""

from __future__ import annotations

import re
import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dieukhoan.core.slug import document_id, slug


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Sở Tư pháp", "so-tu-phap"),
        ("ĐẢNG ỦY khối – Đắk Lắk", "dang-uy-khoi-dak-lak"),
        ("  Điều 1. (a)  ", "dieu-1-a"),
        ("İstanbul", "istanbul"),
        ("文書", "x"),
        ("", "x"),
        ("---", "x"),
    ],
)
def test_slugs(text: str, name: str) -> None:
    assert slug(text) == name


def test_a_long_slug_is_cut_between_words() -> None:
    assert slug("aaaa bbbb cccc", limit=9) == "aaaa-bbbb"
    assert slug("aaaa bbbb cccc", limit=11) == "aaaa-bbbb"
    assert slug("a" * 100, limit=9) == "a" * 9


@given(st.text(max_size=200), st.integers(1, 90))
def test_a_slug_is_plain_and_never_too_long(text: str, limit: int) -> None:
    name = slug(text, limit)
    assert re.fullmatch(r"[a-z0-9]+(-[a-z0-9]+)*", name)
    assert len(name) <= limit


@given(st.text(max_size=60))
def test_composed_and_decomposed_names_are_one(text: str) -> None:
    assert slug(unicodedata.normalize("NFD", text)) == slug(unicodedata.normalize("NFC", text))


def test_a_document_is_known_by_its_stem_and_its_bytes() -> None:
    assert document_id("Quy chế 2023", "0123456789abcdef") == "quy-che-2023-01234567"
