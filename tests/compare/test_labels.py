"""What people call each of many variants."""

from __future__ import annotations

import pytest

from dieukhoan.compare.labels import labels


@pytest.mark.parametrize(
    ("variants", "found"),
    [
        ([("Huế", "a.txt"), ("Lào Cai", "b.txt")], ["Huế", "Lào Cai"]),
        ([("Huế", "x/2023.txt"), ("Huế", "x/2024.txt")], ["Huế (2023.txt)", "Huế (2024.txt)"]),
        ([("Huế", "x/q.txt"), ("Huế", "y/q.txt"), ("", "z/r.txt")], ["Huế (x/q.txt)", "Huế (y/q.txt)", "r.txt"]),
        ([("", "a.txt"), ("", "A.txt")], ["a.txt", "A.txt (2)"]),  # a database takes them for one column
        ([("", "a.txt"), ("", "a.txt"), ("", "a.txt")], ["a.txt", "a.txt (2)", "a.txt (3)"]),
        ([("", "STT")], ["STT (2)"]),
    ],
)
def test_no_two_variants_are_called_the_same(variants: list[tuple[str, str]], found: list[str]) -> None:
    assert labels(variants, ["STT"]) == found
