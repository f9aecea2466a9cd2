"""The descriptor beside the CSV files says of them what the tables declare, and a validator agrees."""

from __future__ import annotations

import csv
import json
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from dieukhoan.tables import Rows, rows
from made_document import made
from made_results import ALL, filled, write


def described(folder: Path) -> dict[str, Any]:
    about = json.loads((folder / "csv" / "datapackage.json").read_text("utf-8"))
    return {resource["name"]: resource for resource in about["resources"]}


def test_every_column_is_described_as_declared(sample: Rows, tmp_path: Path) -> None:
    write(sample, tmp_path, "csv", "en")
    found = described(tmp_path)
    assert list(found) == [table.name for table in ALL]
    for table in ALL:
        schema = found[table.name]["schema"]
        with (tmp_path / "csv" / found[table.name]["path"]).open(encoding="utf-8-sig", newline="") as file:
            assert [field["name"] for field in schema["fields"]] == next(csv.reader(file))
        assert all(field["title"] and field["description"] for field in schema["fields"])
        assert tuple(schema.get("primaryKey", ())) == table.keys
    units = found["units"]["schema"]
    assert units["foreignKeys"][1] == {
        "fields": ["parent_id"],
        "reference": {"resource": "", "fields": ["unit_id"]},
    }
    assert {field["name"]: field["type"] for field in units["fields"]}["start"] == "integer"


def errors(folder: Path) -> list[str]:
    frictionless = pytest.importorskip("frictionless", reason="needs frictionless")
    with frictionless.system.use_context(trusted=True):
        report = frictionless.validate(str(folder / "csv" / "datapackage.json"))
    return [error for _, _, error in report.flatten(["rowNumber", "fieldName", "type"])]


def dated(said: str) -> Rows:
    """Rows of a document that was issued when it says."""
    document = made()
    return filled(rows(replace(document, header=replace(document.header, issued_on=said))))


def test_a_validator_finds_no_error(sample: Rows, tmp_path: Path) -> None:
    write(sample | {"documents": dated("2023-02")["documents"]}, tmp_path, "csv")
    assert errors(tmp_path) == []


def test_a_validator_sees_a_word_for_a_date_and_a_reference_that_leads_nowhere(tmp_path: Path) -> None:
    write(dated("tháng hai") | {"deadlines": [], "lich": []}, tmp_path, "csv")
    assert errors(tmp_path) == ["constraint-error", "foreign-key"]
