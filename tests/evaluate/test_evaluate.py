"""Tables held against annotations: the figures, what is wrong with an annotation, what is said of it."""

from __future__ import annotations

import copy
import json
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner

import dieukhoan
from dieukhoan.cli import cli
from dieukhoan.core.errors import GoldError, UsageError
from dieukhoan.evaluate.figures import Judged, by_confidence, by_rule, calibration_error

TEXT = """QUY CHẾ PHỐI HỢP

Điều 1. Trách nhiệm
1. Sở Tư pháp chủ trì, phối hợp với Hội Luật gia tỉnh tổ chức tập huấn trước ngày 15/12 hằng năm.
2. Hội Luật gia tỉnh cử báo cáo viên.
"""
TRAINING = "Sở Tư pháp chủ trì, phối hợp với Hội Luật gia tỉnh tổ chức tập huấn trước ngày 15/12 hằng năm"
GOLD: dict[str, Any] = {
    "file": "quy-che.txt",
    "metadata": {"document_type": "quy_che_phoi_hop", "title": "QUY CHẾ PHỐI HỢP", "is_template": False},
    "parties": ["Sở Tư pháp", "Hội Luật gia tỉnh"],
    "bodies": [["Sở Tư pháp"], ["Hội Luật gia tỉnh"]],
    "units": [
        ["art_1", "Trách nhiệm", ""],
        ["art_1/cl_1", "", "Sở Tư pháp chủ trì, phối hợp"],
        ["art_1/cl_2", "", "Hội Luật gia tỉnh cử"],
    ],
    "obligations": [
        {"quote": TRAINING, "unit": "art_1/cl_1", "modality": "obligation", "lead": ["Sở Tư pháp"],
         "support": ["Hội Luật gia tỉnh"], "deadlines": ["trước ngày 15/12 hằng năm"]},
        {"quote": "Hội Luật gia tỉnh cử báo cáo viên", "unit": "art_1/cl_2", "modality": "obligation",
         "lead": ["Hội Luật gia tỉnh"]},
    ],
    "deadlines": [
        {"quote": "trước ngày 15/12 hằng năm", "unit": "art_1/cl_1", "kind": "recurring",
         "rrule": "BYMONTH=12;FREQ=YEARLY;BYMONTHDAY=15", "relation": "by"},
    ],
    "citations": [],
    "signatures": [],
}  # fmt: skip


@pytest.fixture(scope="module")
def tables(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("evaluate")
    (folder / "quy-che.txt").write_text(TEXT, "utf-8")
    dieukhoan.convert(folder / "quy-che.txt", folder / "ra", formats=["csv"])
    return folder / "ra"


def write(folder: Path, gold: object) -> Path:
    path = folder / "gold.json"
    path.write_text(json.dumps(gold, ensure_ascii=False), "utf-8")
    return path


def changed(*path: object, to: object) -> dict[str, Any]:
    """The annotation with one value changed, or taken away (``to`` None)."""
    gold = copy.deepcopy(GOLD)
    *above, last = path
    place: Any = gold
    for step in above:
        place = place[step]
    if to is None:
        del place[last]
    else:
        place[last] = to
    return gold


def test_what_is_found_is_counted(tables: Path, tmp_path: Path) -> None:
    report = dieukhoan.evaluate(write(tmp_path, GOLD), tables).total.report()
    full = {"f1": 1.0, "p": 1.0, "r": 1.0}
    assert report["usable rows"] == full | {"n": 2}
    assert report["deadlines right"] == full | {"n": 1}
    assert report["units"] == full | {"n": 3}
    assert report["metadata"] == {"accuracy": 1.0, "n": 3}
    assert report["parties"]["r"] == 0.0  # a text without a letterhead names none


def test_what_is_wrong_is_counted_and_told(tables: Path, tmp_path: Path) -> None:
    gold = changed("obligations", 0, "lead", to=["Hội Luật gia tỉnh"])
    gold["obligations"][1]["modality"] = "permission"
    gold["deadlines"][0]["relation"] = "on"
    found = dieukhoan.evaluate(write(tmp_path, gold), tables)
    report = found.total.report()
    assert report["duties found"]["f1"] == 1.0
    assert (report["usable rows"]["f1"], report["deadlines right"]["f1"]) == (0.0, 0.0)
    assert (report["role lead"]["f1"], report["modality"]["accuracy"]) == (0.5, 0.5)
    told = {miss.what: miss for miss in found.total.misses}
    assert {"who", "when", "modality", "deadline value", "parties"} <= set(told)
    assert "[lead: Hội Luật gia tỉnh, support: Hội Luật gia tỉnh]" in told["who"].gold
    rules = list(by_rule(found.total.judged))
    assert [(one.table, one.found, one.right) for one in rules][-1] == ("deadlines", 1, 0)
    assert (sum(one.rows for one in rules), sum(one.right for one in rules)) == (3, 0)


def test_a_document_that_was_not_converted_counts_as_missed(tables: Path, tmp_path: Path) -> None:
    found = dieukhoan.evaluate(write(tmp_path, changed("file", to="khác.txt")), tables)
    assert found.missing == ("khác.txt",)
    assert found.total.report()["duties found"] == {"f1": 0.0, "p": 1.0, "r": 0.0, "n": 2}


@pytest.mark.parametrize(
    ("gold", "said"),
    [
        (changed("obligations", to=None), "'obligations' is missing; add it"),
        (changed("units", to={}), "units: must be a list"),
        (changed("units", 0, to=["art_1"]), "units 1: must be a list [path, heading, text]"),
        (changed("obligations", 1, "modality", to=None), "obligations 2: 'modality' is missing"),
        (changed("obligations", 1, "modality", to="duty"), "obligations 2: 'duty' is unknown; known are: obligation"),
        (changed("obligations", 0, "lead", to=["Sở Y tế"]), "obligations 1: 'Sở Y tế' does not stand in 'bodies'"),
        (changed("obligations", 0, "lead", to="Sở Tư pháp"), "obligations 1, lead: must be a list"),
        (changed("obligations", 0, "deadlines", to=["hằng quý"]), "'hằng quý' does not stand in 'deadlines'"),
        (changed("obligations", 0, "unit", to="art_9"), "obligations 1: the unit 'art_9' does not stand in 'units'"),
        (changed("deadlines", 0, "kind", to="someday"), "deadlines 1: 'someday' is unknown"),
        (changed("obligations", 1, "quote", to="Sở Y tế báo cáo"), "'Sở Y tế báo cáo' does not stand in the text"),
        (changed("units", 2, 2, to="Không có câu này"), "units art_1/cl_2: 'Không có câu này' does not stand"),
        ([], "must be an object"),
    ],
)  # fmt: skip
def test_a_bad_annotation_is_refused_with_place_and_remedy(
    tables: Path, tmp_path: Path, gold: object, said: str
) -> None:
    path = write(tmp_path, gold)
    with pytest.raises(GoldError) as refused:
        dieukhoan.evaluate(path, tables, lang="en")
    assert str(path) in str(refused.value)
    assert said in str(refused.value)


def test_no_json_no_utf8_no_file(tables: Path, tmp_path: Path) -> None:
    path = tmp_path / "gold.json"
    path.write_text('{"file": "a",\n oops}', "utf-8")
    with pytest.raises(GoldError, match="line 2, column 2"):
        dieukhoan.evaluate(path, tables, lang="en")
    path.write_bytes("Sở Tư pháp".encode("utf-16"))
    with pytest.raises(GoldError, match="UTF-8"):
        dieukhoan.evaluate(path, tables)
    with pytest.raises(UsageError, match=r"không\.json"):
        dieukhoan.evaluate(tmp_path / "không.json", tables)
    (tmp_path / "trống").mkdir()
    with pytest.raises(UsageError, match="trống"):
        dieukhoan.evaluate(tmp_path / "trống", tables)
    with pytest.raises(UsageError, match="convert"):
        dieukhoan.evaluate(write(tmp_path, GOLD), tmp_path)


def test_many_faults_are_counted(tables: Path, tmp_path: Path) -> None:
    gold = changed("parties", to=[f"Sở {number}" for number in range(14)])
    with pytest.raises(GoldError, match="and 4 more"):
        dieukhoan.evaluate(write(tmp_path, gold), tables, lang="en")


def test_a_damaged_table_is_named(tables: Path, tmp_path: Path) -> None:
    (tmp_path / "documents.csv").write_text("document_id\na\n", "utf-8")
    with pytest.raises(UsageError, match="no column source"):
        dieukhoan.evaluate(write(tmp_path, GOLD), tmp_path)


def run(*arguments: object) -> Any:
    return CliRunner().invoke(cli, ["evaluate", *map(str, arguments)])


def test_the_command(tables: Path, tmp_path: Path) -> None:
    path = write(tmp_path, GOLD)
    done = run(path, "--tables", tables, "--lang", "en", "--calibration", "--show", 1)
    assert done.exit_code == 0, done.output
    assert "usable rows" in done.output
    assert "By rule" in done.output
    assert "parties: Sở Tư pháp; Hội Luật gia tỉnh" in done.output
    assert "Mean distance: 0." in done.output
    told = json.loads(run(path, "--tables", tables, "--json").stdout)
    assert told["total"]["usable rows"]["f1"] == 1.0
    assert told["documents"]["quy-che.txt"] == told["total"]
    assert {row["table"] for row in told["rules"]} == {"obligations", "deadlines"}


def test_the_exit_codes(tables: Path, tmp_path: Path) -> None:
    gone = run(write(tmp_path, changed("file", to="khác.txt")), "--tables", tables)
    assert (gone.exit_code, "khác.txt" in gone.stdout) == (1, True)
    bad = run(write(tmp_path, changed("file", to=None)), "--tables", tables)
    assert (bad.exit_code, "thiếu “file”" in bad.stderr) == (2, True)


def test_bins_of_confidence() -> None:
    sure = [Judged("obligations", "r", True, right, 0.9) for right in (True, True, True, False)]
    unsure = [Judged("obligations", "r", True, False, 0.35), Judged("deadlines", "r", True, True)]
    bins = by_confidence([*sure, *unsure, Judged("obligations", "r", True, True, 1.0)])
    assert [(one.low, one.high, one.rows) for one in bins] == [(0.3, 0.4, 1), (0.9, 1.0, 5)]
    assert bins[1].right == 0.8
    assert calibration_error(bins) == pytest.approx((0.35 + 5 * 0.12) / 6)
