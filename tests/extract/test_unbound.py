"""Deadlines that bind no duty are told where a duty may be missing, and only there."""

from __future__ import annotations

from dataclasses import replace

import pytest

from dieukhoan.extract.resources import Resources
from dieukhoan.extract.settle import settle
from dieukhoan.rulebook import load
from made_duties import ListTagger, Made, run


def told(rows, deadlines) -> list[str]:
    made = run(Made(rows, deadlines=deadlines).document())
    placed = []
    for one in made.deadlines:
        (eid,) = [unit.eid for unit in made.units if unit.start <= one.start < unit.end]
        placed.append(replace(one, unit=eid))
    document = settle(replace(made, deadlines=tuple(placed)), Resources(load(), ListTagger()))
    found = [doubt for doubt in document.diagnostics if doubt.code == "deadline_without_duty"]
    assert all(doubt.severity == "info" and doubt.unit for doubt in found)
    return [document.text[doubt.start : doubt.end] for doubt in found]


NOUNS = "Số lượng mũ hằng tháng là mười chiếc."


def test_a_recurrence_without_a_duty_is_told():
    assert told([("cl_1", "", NOUNS)], [("hằng tháng", "recurring")]) == ["hằng tháng"]


def test_a_bound_one_is_not():
    assert told([("cl_1", "", "Sở Tư pháp báo cáo hằng tháng.")], [("hằng tháng", "recurring")]) == []


@pytest.mark.parametrize("kind", ["vague", "event", "period", "date"])
def test_other_kinds_are_not_told(kind):
    assert told([("cl_1", "", NOUNS)], [("hằng tháng", kind)]) == []


@pytest.mark.parametrize(
    ("eid", "heading", "text"),
    [
        ("rec_1", "", NOUNS),
        ("preamble_1", "", NOUNS),
        ("art_1", "Phạm vi điều chỉnh", NOUNS),
        ("art_1", "Giải thích từ ngữ", NOUNS),
        ("art_1", "Mục đích", NOUNS),
        ("art_1", "Sản lượng hằng tháng", "Mười chiếc."),
        ("appendix_1", "", NOUNS),
        ("cl_1", "", "Hợp đồng có hiệu lực hằng tháng."),
    ],
)
def test_places_without_duties_are_passed_over(eid, heading, text):
    assert told([(eid, heading, text)], [("hằng tháng", "recurring")]) == []


def test_a_heading_above_counts_too():
    rows = [("art_1", "Phạm vi điều chỉnh", ""), ("art_1__cl_1", "", NOUNS), ("art_2", "Số lượng", NOUNS)]
    deadlines = [("hằng tháng", "recurring"), ("hằng tháng", "recurring")]
    assert told(rows, deadlines) == ["hằng tháng"]


def test_only_the_sentence_of_the_deadline_decides():
    text = f"Hợp đồng có hiệu lực kể từ ngày ký. {NOUNS}"
    assert told([("cl_1", "", text)], [("hằng tháng", "recurring")]) == ["hằng tháng"]
