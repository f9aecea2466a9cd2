"""A document made again from its rows: where the own text of a unit begins."""

from __future__ import annotations

import pytest

from dieukhoan.tables.restore import own_start


@pytest.mark.parametrize(
    ("text", "own", "at"),
    [
        ("1. Họp. Họp.", "Họp.", 8),  # own text ends the unit, whatever stands before it
        ("1. Họp", "Họp", 3),
        ("Điều 1. Họp", "", 11),
        ("Phụ lục\n(Kèm theo Quy chế\ncủa Hội, Kèm theo Quy chế x)", "(Kèm theo Quy chế", 8),
        ("Phụ lục\nQuy chế\nxem Quy chế khác", "Quy chế", 8),  # a line follows that is neither heading nor text
    ],
)
def test_the_own_text_is_found_where_it_stands(text: str, own: str, at: int) -> None:
    around = f"Họp. Quy chế {text} Họp. Quy chế"
    assert own_start(own, 13, 13 + len(text), around) == 13 + at
