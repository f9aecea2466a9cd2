"""CSV is what Python's own writer makes, and is read back by its reader."""

from __future__ import annotations

import csv
import io

from hypothesis import given
from hypothesis import strategies as st

from dieukhoan.tables import Row
from dieukhoan.writers.csv import lines

TEXTS = st.text("aế,\"\n\r;= \t'\\0", max_size=6).filter(bool)
CELLS = st.none() | TEXTS | st.integers() | st.floats(allow_nan=False)
COLUMNS = st.sampled_from([CELLS, TEXTS, TEXTS | st.none(), st.integers(), st.floats(allow_nan=False), st.none()])
ROWS = st.lists(COLUMNS, min_size=2, max_size=5).flatmap(lambda columns: st.lists(st.tuples(*columns), min_size=1))


@given(ROWS)
def test_lines_are_those_of_pythons_own_writer(rows: list[Row]) -> None:
    wanted = io.StringIO(newline="")
    csv.writer(wanted, lineterminator="\r\n").writerows(rows)
    made = lines(rows)
    assert made == wanted.getvalue()
    texts = [["" if cell is None else str(cell) for cell in row] for row in rows]
    assert list(csv.reader(io.StringIO(made, newline=""))) == texts


def test_booleans_are_those_of_json() -> None:
    assert lines([("a,b", True), ("c", False), ("d", None)]) == '"a,b",true\r\nc,false\r\nd,\r\n'
