"""Walking the tree of units."""

from __future__ import annotations

import pytest

from dieukhoan.core.outline import Outline
from dieukhoan.core.records import Unit


def unit(eid: str, start: int, end: int) -> Unit:
    parent = eid.rpartition("__")[0]
    return Unit(eid, "clause", "", "", "", start, end, start, start, start, end, parent, 1, eid.count("__") + 1)


@pytest.fixture
def outline() -> Outline:
    spans = {
        "rec_1": (10, 20),
        "art_1": (30, 40),
        "art_1__cl_1": (41, 60),
        "art_1__cl_1__point_a": (61, 70),
        "art_2": (80, 90),
    }
    return Outline([unit(eid, *span) for eid, span in spans.items()])


@pytest.mark.parametrize(
    ("offset", "eid"),
    [
        (0, ""),
        (10, "rec_1"),
        (19, "rec_1"),
        (20, ""),
        (40, ""),
        (41, "art_1__cl_1"),
        (69, "art_1__cl_1__point_a"),
        (89, "art_2"),
        (90, ""),
    ],
)
def test_the_unit_at_an_offset(outline: Outline, offset: int, eid: str) -> None:
    found = outline.at(offset)
    assert (found.eid if found else "") == eid


def test_up_and_down(outline: Outline) -> None:
    point = outline["art_1__cl_1__point_a"]
    assert [above.eid for above in outline.ancestors(point)] == ["art_1__cl_1", "art_1"]
    assert outline.parent(outline["art_1"]) is None
    assert [below.eid for below in outline.children(outline["art_1"])] == ["art_1__cl_1"]
    assert [top.eid for top in outline.children(None)] == ["rec_1", "art_1", "art_2"]
    assert outline.children(point) == ()


def test_membership(outline: Outline) -> None:
    assert "art_2" in outline
    assert "art_3" not in outline
    with pytest.raises(KeyError):
        outline["art_3"]


def test_an_empty_document_has_nothing_anywhere() -> None:
    empty = Outline(())
    assert empty.at(0) is None
    assert empty.children(None) == ()
