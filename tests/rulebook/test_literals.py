"""What a rulebook waits for is found in one pass, and just where it stands."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dieukhoan.core.text import View
from dieukhoan.rulebook import load
from dieukhoan.rulebook.literals import Literals

WORDS = ("quý", "hằng năm", "năm sau", "trước ngày", "ngày", "Sở")


def places(text: str, word: str) -> list[int]:
    return [at for at in range(len(text)) if text.startswith(word, at)]


@given(st.lists(st.sampled_from([*WORDS, " ", "\n", "hằng ", "sau trước", "\ud800", "😀"]), max_size=30))
def test_every_word_is_found_where_it_stands(parts: list[str]) -> None:
    view = View("".join(parts))
    Literals(map(str.lower, WORDS)).teach(view)
    for word in WORDS:
        assert list(view.places((word,))) == places(view.lower, word)
        assert list(view.places((word,), case=True)) == places(view.text, word)


def test_many_words_are_merged_in_order() -> None:
    view = View("năm sau, trước ngày 5, hằng năm, năm sau")
    Literals(("hằng năm", "năm sau")).teach(view)
    assert list(view.places(("hằng năm", "năm sau"))) == [0, 23, 33]


@pytest.mark.parametrize("name", ["deadline", "citation"])
def test_a_family_finds_the_same_in_a_long_text_and_line_by_line(name: str) -> None:
    """Long spans ask the one pass, short ones look for themselves."""
    lines = [
        "Sở Ánh Sáng báo cáo Ủy ban nhân dân tỉnh trước ngày 15 tháng 12 hằng năm.",
        "Thông tư này thay thế Thông tư số 5/2011/TT-BAS ngày 3 tháng 4 năm 2011.",
        "Trong thời hạn 10 ngày làm việc kể từ ngày nhận được đề nghị, hai bên trả lời.",
    ]
    family = load().family(name)
    text = "\n".join(lines * 20)
    found = [(match.start, match.end, match.rule.id) for match in family.scan(View(text))]
    alone = []
    for start in (at for line in dict.fromkeys(lines) for at in places(text, line)):
        end = text.find("\n", start)
        alone += [
            (match.start, match.end, match.rule.id)
            for match in family.scan(View(text), start, len(text) if end < 0 else end)
        ]
    assert found == sorted(alone)
    assert found
