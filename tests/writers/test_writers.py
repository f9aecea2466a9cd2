"""Every format gives back the rows that went in, twice the same bytes, and text stays text."""

from __future__ import annotations

import codecs
import hashlib
import sqlite3
import tempfile
import time
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import pyarrow.parquet
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from dieukhoan.batch import check_choices
from dieukhoan.core.errors import UsageError
from dieukhoan.core.records import Diagnostic
from dieukhoan.tables import TABLES, Rows, Table, rows
from dieukhoan.tables.outline import UNITS
from dieukhoan.writers import formats, missing, parquet
from made_document import FORMULA, made
from made_results import ALL, READ, filled, write

DIAGNOSTICS = next(table for table in TABLES if table.name == "diagnostics")


def test_formats_are_found_by_their_file_names() -> None:
    assert set(READ) <= set(formats())


@pytest.mark.parametrize("name", READ)
def test_round_trip(sample: Rows, tmp_path: Path, name: str) -> None:
    write(sample, tmp_path, name)
    for table in ALL:
        expected = sample[table.name]
        if name == "xlsx":  # a cell holds line ends as Excel knows them
            expected = [tuple(c.replace("\r\n", "\n") if isinstance(c, str) else c for c in row) for row in expected]
        found = READ[name](tmp_path, table)
        assert [list(map(str, row)) for row in found] == [list(map(str, row)) for row in expected], table.name
        if name != "xlsx":
            assert found == expected


def test_the_same_rows_give_the_same_bytes(sample: Rows, tmp_path: Path) -> None:
    digests = []
    for run in ("a", "b"):
        for name in formats():
            write(sample, tmp_path / run, name)
        files = sorted(path for path in (tmp_path / run).rglob("*") if path.is_file())
        made = {path.relative_to(tmp_path / run): hashlib.sha256(path.read_bytes()).hexdigest() for path in files}
        assert len(made) > len(formats())
        digests.append(made)
        time.sleep(2.1 if run == "a" else 0)  # a ZIP archive tells time in steps of two seconds
    assert digests[0] == digests[1]


@pytest.mark.parametrize("name", READ)
def test_empty_tables_are_written_with_their_header(tmp_path: Path, name: str) -> None:
    nothing: Rows = {table.name: [] for table in ALL}
    write(nothing, tmp_path, name)
    assert all(READ[name](tmp_path, table) == [] for table in ALL)


@given(st.lists(st.text(st.characters(exclude_categories=["Cs"])), min_size=1, max_size=5))
@settings(max_examples=40)
def test_any_text_comes_back(texts: list[str]) -> None:
    doubts = tuple(Diagnostic("info", "any", text) for text in texts)
    sample = filled(rows(made(diagnostics=doubts)))
    with tempfile.TemporaryDirectory() as folder:
        for name in ("csv", "jsonl", "sqlite"):
            write(sample, Path(folder), name)
            found = READ[name](Path(folder), DIAGNOSTICS)
            assert [row[4] for row in found] == [text or None for text in texts]


def test_parquet_says_what_to_install(sample: Rows, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    assert missing("parquet", "vi") == missing("csv", "vi") == ""
    monkeypatch.setattr(parquet, "find_spec", lambda _: None)
    with pytest.raises(UsageError, match=r"pip install 'dieukhoan\[parquet\]'"):
        write(sample, tmp_path, "parquet")
    with pytest.raises(UsageError, match="Parquet needs pyarrow"):  # before anything is read
        check_choices(["csv", "parquet"], 1, "en")


def test_parquet_tells_types_and_labels(sample: Rows, tmp_path: Path) -> None:
    write(sample, tmp_path, "parquet", "en")
    schema = pyarrow.parquet.read_schema(tmp_path / "parquet" / "obligations.parquet")
    told = {name: str(schema.field(name).type) for name in ("obligation_id", "position", "confidence")}
    assert told == {"obligation_id": "string", "position": "int64", "confidence": "double"}
    assert schema.field("confidence").metadata == {b"label": b"Confidence", b"description": b"0 to 1"}


def test_rows_of_parquet_are_written_group_by_group(
    sample: Rows, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(parquet, "_ROWS", 2)
    write(sample, tmp_path, "parquet")
    assert pyarrow.parquet.ParquetFile(tmp_path / "parquet" / "units.parquet").num_row_groups == 3
    assert READ["parquet"](tmp_path, UNITS) == sample["units"]


def test_csv_begins_with_a_bom_and_ends_lines_with_crlf(sample: Rows, tmp_path: Path) -> None:
    write(sample, tmp_path, "csv")
    data = (tmp_path / "csv" / "units.csv").read_bytes()
    assert data.startswith(codecs.BOM_UTF8 + b"unit_id,document_id,")
    assert data.count(b"\n") == data.count(b"\r\n") == len(sample["units"]) + 1
    assert f",{FORMULA},".encode() in data


@pytest.fixture
def database(sample: Rows, tmp_path: Path) -> Iterator[sqlite3.Connection]:
    write(sample, tmp_path, "sqlite")
    with closing(sqlite3.connect(tmp_path / "dieukhoan.sqlite")) as opened:
        opened.execute("PRAGMA foreign_keys = ON")
        yield opened


def test_database_is_sound(database: sqlite3.Connection) -> None:
    assert database.execute("PRAGMA integrity_check").fetchall() == [("ok",)]
    assert database.execute("PRAGMA foreign_key_check").fetchall() == []


@pytest.mark.parametrize("table", ALL, ids=lambda table: table.name)
def test_database_declares_what_the_tables_do(database: sqlite3.Connection, table: Table) -> None:
    declared = {f"{to}.{at}" for _, _, to, _, at, *_ in database.execute(f'PRAGMA foreign_key_list("{table.name}")')}
    assert declared == {column.foreign for column in table.columns if column.foreign}
    keys = sorted((pk, name) for _, name, _, _, _, pk in database.execute(f'PRAGMA table_info("{table.name}")') if pk)
    assert tuple(name for _, name in keys) == table.keys


def test_database_refuses_a_reference_that_leads_nowhere(database: sqlite3.Connection) -> None:
    database.execute("INSERT INTO parties (document_id, position) VALUES ('no such document', 1)")
    with pytest.raises(sqlite3.IntegrityError, match="FOREIGN KEY"):
        database.commit()


def test_rows_whose_references_lead_nowhere_are_not_written(sample: Rows, tmp_path: Path) -> None:
    with pytest.raises(sqlite3.IntegrityError, match=r"row 1: no such row in units"):
        write(sample | {"units": []}, tmp_path, "sqlite")


def test_lookups_by_reference_use_an_index(database: sqlite3.Connection) -> None:
    plan = database.execute("EXPLAIN QUERY PLAN SELECT * FROM obligations WHERE unit_id = 'x'").fetchall()
    assert "USING INDEX obligations_unit_id" in plan[0][3]


def test_booleans_are_0_and_1_and_empty_is_null(database: sqlite3.Connection) -> None:
    assert database.execute("SELECT is_template, pages FROM documents").fetchall() == [(0, None)]
    assert database.execute("SELECT typeof(confidence) FROM obligations").fetchone() == ("real",)
