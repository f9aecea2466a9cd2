"""Paths told apart by as little of them as is needed."""

from __future__ import annotations

import pytest

from dieukhoan.core.tails import tails


@pytest.mark.parametrize(
    ("paths", "found"),
    [
        (["a/quy chế.docx", "b/kế hoạch.docx"], ["quy chế.docx", "kế hoạch.docx"]),
        (
            ["Huế/2023/a.docx", "Lào Cai/2023/a.docx"],
            ["Huế/2023/a.docx", "Lào Cai/2023/a.docx"],
        ),
        (["x/a/t.txt", "x/b/t.txt", "x/c.txt"], ["a/t.txt", "b/t.txt", "c.txt"]),
        (["t.txt", "b/t.txt"], ["t.txt", "b/t.txt"]),
        (["t.txt", "t.txt"], ["t.txt", "t.txt"]),
        ([], []),
    ],
)
def test_a_path_is_as_long_as_it_must_be(paths: list[str], found: list[str]) -> None:
    assert tails(paths) == found
