"""How often rules fire over documents."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from click.testing import CliRunner

from dieukhoan.batch import analyse_file
from dieukhoan.batch.firing import Fired, added, count_rules, fired
from dieukhoan.cli import cli
from dieukhoan.rulebook import build, load

TEXT = """QUY CHẾ PHỐI HỢP

Điều 1. Trách nhiệm
1. Sở Tư pháp phải tổ chức tập huấn trước ngày 15/12 hằng năm.
2. Sở Y tế phải cử báo cáo viên.
"""


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    (tmp_path / "a.txt").write_text(TEXT, "utf-8")
    (tmp_path / "b.txt").write_text(TEXT.replace("2. Sở Y tế phải cử", "2. Sở Y tế cử"), "utf-8")
    return tmp_path


def test_matches_documents_and_rows_are_counted(folder: Path) -> None:
    files = [fired(analyse_file(path), load()) for path in sorted(folder.iterdir())]
    found = added([*files, Fired("c.docx", error="no")], load())
    assert (found.documents, found.failed, found.characters) == (2, 1, sum(one.characters for one in files))
    counts = {one.rule: one for one in found.rules}
    must = counts["cue.must"]
    assert (must.family, must.matches, must.documents, must.rows) == ("duty_cue", 3, 2, 3)
    assert (counts["duty.body"].family, counts["duty.body"].rows) == ("duty", 1)
    assert set(counts) >= {rule.id for rule in load().rules}
    assert "cue.forbid" in {one.rule for one in found.silent}
    assert "cue.must" in {one.rule for one in found.everywhere}
    assert "duty.body" not in {one.rule for one in found.everywhere}


def test_sums_over_no_document_are_empty() -> None:
    rule = {"id": "a", "note": "n", "phrases": ["x"], "examples": ["«x»"]}
    book = build({"f.yaml": json.dumps({"family": "try", "rules": [rule]})})
    found = added([Fired("x", error="gone")], book)
    assert (found.documents, found.failed, found.everywhere) == (0, 1, [])
    assert [one.rule for one in found.silent] == ["a"]


def test_the_command_shows_the_counts(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    files = [fired(analyse_file(path), load()) for path in sorted(folder.iterdir())]
    monkeypatch.setattr("dieukhoan.batch.firing.count_rules", lambda *_: added(files, load()))
    done = CliRunner().invoke(cli, ["rules", "count", str(folder), "--lang", "en"])
    assert done.exit_code == 0, done.output
    assert done.stdout.startswith("2 documents, ")
    assert "Never (" in done.stdout
    assert "cue.forbid" in done.stdout
    every = CliRunner().invoke(cli, ["rules", "count", str(folder), "--all"])
    assert "Tất cả (" in every.stdout
    told = json.loads(CliRunner().invoke(cli, ["rules", "count", str(folder), "--json"]).stdout)
    assert told["documents"] == 2
    assert {"rule", "family", "matches", "documents", "rows"} == set(told["rules"][0])


@pytest.mark.slow
def test_files_are_counted_in_processes_of_their_own(folder: Path) -> None:
    (folder / "c.docx").write_bytes(b"no")
    found = count_rules([folder])
    assert (found.documents, found.failed) == (2, 1)
    assert {one.rule: one.matches for one in found.rules}["cue.must"] == 3
