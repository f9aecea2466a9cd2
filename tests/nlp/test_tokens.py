"""Tokens: nothing of a text is lost, blanks to fill in are one token."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dieukhoan.nlp.tokens import bare, blank, norm, pieces, spaced


@given(st.text(max_size=200))
def test_the_tokens_give_the_text_back(text: str) -> None:
    words, spaces = pieces(text)
    assert "".join(word + " " * space for word, space in zip(words, spaces, strict=True)) == text
    assert blank().tokenizer(text).text == text


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("Sở GD&ĐT tỉnh", ["Sở", "GD", "&", "ĐT", "tỉnh"]),
        ("Sở ……… và Ban ....", ["Sở", "………", "và", "Ban", "...."]),
        ("phòng ____", ["phòng", "____"]),
        ("một\nhai", ["một", "\n", "hai"]),
    ],
)
def test_words_marks_and_blanks(text: str, words: list[str]) -> None:
    assert pieces(text)[0] == words


def test_the_norm_folds_case_and_the_place_of_tone_marks() -> None:
    assert norm("Uỷ") == norm("ỦY") == "ủy"
    assert [token.norm_ for token in blank().tokenizer("Toà Án")] == ["tòa", "án"]


@given(st.text("a. \n\t…_\u00a0", max_size=40))
def test_a_piece_is_a_token_and_at_most_the_one_space_behind_it(text: str) -> None:
    assert "".join(spaced(text)) == text
    for piece in spaced(text):
        assert bare(piece)
        assert piece in (bare(piece), bare(piece) + " ")
        assert pieces(piece)[0] == [bare(piece)]
