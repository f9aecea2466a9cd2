"""Bodies named in a heading are mentioned in the units that take them over."""

from __future__ import annotations

from dataclasses import replace

from dieukhoan.core.outline import Outline
from dieukhoan.extract.headed import headed
from made_duties import Made, run


def test_each_item_under_a_heading_mentions_the_body_above():
    rows = [
        ("art_1", "Trách nhiệm của Sở Tư pháp", ""),
        ("art_1__cl_1", "", "Biên soạn tài liệu."),
        ("art_1__cl_2", "", "Tỉnh đoàn góp ý."),
    ]
    made = run(Made(rows).document())
    outline = Outline(made.units)
    placed = (replace(mention, unit=unit.eid) for mention in made.mentions if (unit := outline.at(mention.start)))
    done = replace(made, mentions=tuple(placed))
    found = list(headed(done))
    assert [(item.text, item.via, item.unit) for item in found] == [("Sở Tư pháp", "heading", "art_1__cl_1")]
    assert all(done.text[mention.start : mention.end] == mention.text for mention in found)
