"""What has an order of its own over a whole run is sorted on the disk."""

from __future__ import annotations

from pathlib import Path

from hypothesis import given, settings
from hypothesis import strategies as st

from dieukhoan.batch.sorting import arrange, arranged
from dieukhoan.core.records import Body
from dieukhoan.tables import TABLES, VIEWS, Row
from dieukhoan.tables.model import Table, Words, text

BODIES = next(table for table in TABLES if table.merged)
CALENDAR = next(table for table in VIEWS if table.order)
PAIRS = Table("pairs", Words("", ""), Words("", ""), (text("a", "", "", "", ""), text("b", "", "", "", "")), order="b")


def test_bodies_of_a_run_are_one_row_each_sorted_as_vietnamese_sorts(tmp_path: Path) -> None:
    bodies = (
        Body("d", "Đoàn"), Body("c", "Công an", "CA", level="province"),
        Body("c", "Công An", "X", "police"), Body("b", "Ấp Bắc"), Body("a", "Công an"),
    )  # fmt: skip
    assert arrange(BODIES, map(BODIES.row, bodies), tmp_path / "x") == 4
    found = list(BODIES.dicts(arranged(tmp_path / "x")))
    assert [(row["name"], row["body_id"]) for row in found] == [
        ("Ấp Bắc", "b"), ("Công an", "a"), ("Công an", "c"), ("Đoàn", "d"),
    ]  # fmt: skip
    assert (found[2]["abbreviation"], found[2]["kind"], found[2]["level"]) == ("CA", "generic", "province")


def test_a_cell_that_is_empty_is_filled_from_later_documents(tmp_path: Path) -> None:
    rows = [BODIES.row(Body("c", "Công an")), BODIES.row(Body("c", "Công An", "CA", level="province"))]
    arrange(BODIES, rows, tmp_path / "x")
    (found,) = BODIES.dicts(arranged(tmp_path / "x"))
    assert (found["name"], found["abbreviation"], found["level"]) == ("Công an", "CA", "province")


@settings(max_examples=20)
@given(st.lists(st.tuples(st.text(), st.sampled_from([None, "2024-01-02", "2024-01-10", "2023-12-31"]))))
def test_rows_are_sorted_and_equal_ones_keep_their_order(tmp_path_factory, rows: list[Row]) -> None:
    target = tmp_path_factory.mktemp("sorted") / "x"
    assert arrange(PAIRS, rows, target) == len(rows)
    assert list(arranged(target)) == sorted(rows, key=lambda row: str(row[1] or ""))


def test_an_empty_calendar(tmp_path: Path) -> None:
    assert arrange(CALENDAR, [], tmp_path / "x") == 0
    assert list(arranged(tmp_path / "x")) == []
