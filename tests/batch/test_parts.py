"""What is stored of each file: rows as they were made, and nothing that no writer could write."""

from __future__ import annotations

import math
from collections.abc import Iterator
from pathlib import Path

import pytest

from dieukhoan.batch.parts import Entry, Record, encode, forget, manifest, outcome_of, pack, rows_of, text_of
from dieukhoan.core.errors import UsageError
from dieukhoan.tables import Rows

ROWS: Rows = {"a": [("Điều 1\n«x»", 1, 0.1, True, None), ("", -(2**70), math.inf, False, "\x00")], "b": [("y",)]}


@pytest.fixture
def part(tmp_path: Path) -> Iterator[Path]:
    """A part of three files: one with rows in two tables, one with rows in one, one that failed."""
    files = [Record(Entry("1"), encode(ROWS), "dòng\nhai"), Record(Entry("2"), encode({"b": [("z",)]}), "")]
    path = tmp_path / "1.zip"
    path.write_bytes(pack([*files, Record(Entry("3", status="failed"), encode({}), None)], {"rules": "r"}))
    yield path
    forget()


def test_rows_and_texts_come_back_as_they_were(part: Path) -> None:
    assert rows_of(part, 0, "a") == ROWS["a"]
    assert [type(cell) for cell in rows_of(part, 0, "a")[0]] == [str, int, float, bool, type(None)]
    assert [rows_of(part, place, "b") for place in range(3)] == [[("y",)], [("z",)], []]
    assert rows_of(part, 1, "a") == rows_of(part, 0, "none of these") == []
    assert [text_of(part, place) for place in range(3)] == ["dòng\nhai", "", None]
    assert outcome_of(part, 0, ("b", "a")) == ({"b": [("y",)], "a": ROWS["a"]}, "dòng\nhai")
    known = manifest(part)
    assert known and known[0] == {"rules": "r"} and [entry.name for entry in known[1]] == ["1", "2", "3"]


@pytest.mark.parametrize(("cell", "error"), [(b"bytes", TypeError), ({1}, TypeError), ("\ud800", UnicodeEncodeError)])
def test_a_cell_that_cannot_be_written_is_refused_at_once(cell: str, error: type[Exception]) -> None:
    with pytest.raises(error):
        encode({"a": [("x", 1), (cell, None)]})


def test_a_damaged_part_is_named(part: Path) -> None:
    part.write_bytes(part.read_bytes()[:-40])
    with pytest.raises(UsageError, match=r"1\.zip"):
        rows_of(part, 0, "a")
