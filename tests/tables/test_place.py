"""Where a unit stands, in words."""

from __future__ import annotations

import pytest

from dieukhoan.tables.place import places


def named(chain: str, lang: str = "vi") -> str:
    """The place of the last of units, each within the one before: kind, last part of the eid, number if it has one."""
    units, eid = [], ""
    for kind, step, *number in (unit.split() for unit in chain.split(", ")):
        parent, eid = eid, f"{eid}__{step}" if eid else step
        (found,) = number or [None]
        units.append({"unit_id": eid, "parent_id": parent or None, "eid": eid, "kind": kind, "number": found})
    return places(units, lang)[eid]


@pytest.mark.parametrize(
    ("chain", "words"),
    [
        ("chapter chp_II II, article art_3 3, clause cl_1 1", "Chương II, Điều 3, khoản 1"),
        ("section sec_III III, clause cl_2 2, indent indent_1", "Mục III, khoản 2, gạch đầu dòng 1"),
        ("clause cl_1 1, clause cl_1.2 1.2, point point_đ đ", "Khoản 1.2, điểm đ"),
        ("clause cl_1 1, clause cl_1.2 1.2, clause cl_1.2.4 1.2.4", "Khoản 1.2.4"),
        ("clause cl_1 1, clause cl_10.1 10.1", "Khoản 1, khoản 10.1"),
        ("article art_4 4, clause cl_3-2 3", "Điều 4, khoản 3 (lần 2)"),
        ("appendix appendix_5-6 5-6, clause cl_1 1", "Phụ lục 5-6, khoản 1"),
        ("part part_A A, section sec_I I", "Phần A, Mục I"),
        ("appendix appendix_1, paragraph para_2", "Phụ lục 1, đoạn 2"),
        ("recital rec_2", "Căn cứ 2"),
        ("preamble preamble_1", "Lời mở đầu, đoạn 1"),
    ],
)
def test_vietnamese(chain: str, words: str) -> None:
    assert named(chain) == words


def test_english() -> None:
    assert named("article art_3 3, point point_a a", "en") == "Article 3, point a"
