"""A folder in, tables out."""

from __future__ import annotations

import csv
import hashlib
import sqlite3
from contextlib import closing
from pathlib import Path
from typing import Any

import pytest

import dieukhoan
from dieukhoan.batch import Summary, conversion, convert
from dieukhoan.batch.listeners import Listener
from dieukhoan.batch.shards import Step
from dieukhoan.core.errors import RuleError, UsageError
from dieukhoan.tables import TABLES, VIEWS
from made_workers import Poisoned, quickly

TEXT = """QUY CHẾ PHỐI HỢP
giữa Sở Tư pháp và Hội Luật gia tỉnh Đắk Lắk

Điều 1. Trách nhiệm
1. Sở Tư pháp chủ trì, phối hợp với Hội Luật gia tỉnh tổ chức tập huấn.
2. Hội Luật gia tỉnh báo cáo kết quả trước ngày 15/12 hằng năm.
"""
FORMATS = ("csv", "sqlite", "xlsx")


def filled(root: Path) -> Path:
    """A folder with documents, one of them damaged, two of them equal."""
    (root / "2023").mkdir(parents=True)
    (root / "tệp 10.txt").write_text(TEXT, encoding="utf-8")
    (root / "tệp 2.txt").write_text("\ufeff" + TEXT.replace("Luật gia", "Nông dân"), encoding="utf-8")
    (root / "2023" / "tệp 2.txt").write_text("\ufeff" + TEXT.replace("Luật gia", "Nông dân"), encoding="utf-8")
    (root / "hỏng.docx").write_bytes(b"PK\x03\x04 not a word file")
    return root


def table(out: Path, name: str) -> list[dict[str, str]]:
    with (out / "csv" / f"{name}.csv").open(encoding="utf-8-sig", newline="") as file:
        return list(csv.DictReader(file))


def digests(out: Path) -> dict[str, str]:
    """Every result but the report, which tells times."""
    files = (path for path in sorted(out.rglob("*")) if path.is_file() and not path.match("run.json"))
    files = (path for path in files if ".dieukhoan" not in path.parts)
    return {path.relative_to(out).as_posix(): hashlib.sha256(path.read_bytes()).hexdigest() for path in files}


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return filled(tmp_path / "vào")


@pytest.fixture(scope="module")
def home(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with the documents in ``vào`` and what they gave in ``ra``."""
    return tmp_path_factory.mktemp("once")


@pytest.fixture(scope="module")
def done(home: Path) -> Summary:
    """One run that all look at; it reads in earnest, which takes seconds."""
    return convert(filled(home / "vào"), home / "ra")


def test_documents_stand_in_natural_order_with_ids_of_their_own(done: Summary, home: Path) -> None:
    found = table(home / "ra", "documents")
    assert [row["source"] for row in found] == ["hỏng.docx", "tệp 2.txt", "tệp 10.txt", "2023/tệp 2.txt"]
    assert [row["status"] for row in found] == ["failed", "ok", "ok", "ok"]
    assert found[3]["document_id"] == found[1]["document_id"] + "-2"
    assert len({row["document_id"] for row in found}) == 4


def test_a_file_that_cannot_be_read_has_its_reason(done: Summary, home: Path) -> None:
    (document,) = (row for row in table(home / "ra", "documents") if row["status"] == "failed")
    (reason,) = (row for row in table(home / "ra", "diagnostics") if row["severity"] == "error")
    assert reason["document_id"] == document["document_id"]
    assert document["sha256"] == hashlib.sha256(b"PK\x03\x04 not a word file").hexdigest()
    assert (done.documents, done.ok, done.failed) == (4, 3, 1)
    assert done.failures == (("hỏng.docx", reason["message"]),)


def test_texts_are_what_offsets_count_in(done: Summary, home: Path) -> None:
    units = table(home / "ra", "units")
    assert len(units) >= 9
    for unit in units:
        data = (home / "ra" / "text" / f"{unit['document_id']}.txt").read_bytes()
        assert b"\r" not in data
        assert unit["text"] in data.decode("utf-8")[int(unit["start"]) : int(unit["end"])]
    assert len(list((home / "ra" / "text").iterdir())) == 3


def test_what_was_written_is_told_and_nothing_else_is_left(done: Summary, home: Path) -> None:
    out = home / "ra"
    assert done.written == tuple(str(path) for path in sorted(out.iterdir()) if path.name != ".dieukhoan")
    names = {Path(path).name for path in done.written}
    assert names == {"csv", "text", "dieukhoan.sqlite", "dieukhoan.xlsx", "run.json"}
    assert sorted(path.name for path in (out / ".dieukhoan").iterdir()) == ["lock", "parts", "published.txt"]


def test_duties_of_the_run_are_numbered_through(done: Summary, home: Path) -> None:
    found = table(home / "ra", "nhiem_vu")
    assert [row["STT"] for row in found] == [str(number) for number in range(1, done.duties + 1)]
    assert done.duties >= 6


def test_the_database_holds_the_same_run(done: Summary, home: Path) -> None:
    with closing(sqlite3.connect(home / "ra" / "dieukhoan.sqlite")) as database:
        assert database.execute("SELECT count(*) FROM obligations").fetchone() == (done.duties,)
        assert database.execute("SELECT count(*) FROM deadlines").fetchone() == (done.deadlines,)
        assert database.execute("PRAGMA foreign_key_check").fetchall() == []


def test_two_runs_and_any_number_of_jobs_give_the_same_bytes(done: Summary, home: Path) -> None:
    assert convert(home / "vào", home / "hai", jobs=2).ok == done.ok
    first = digests(home / "ra")
    tables = {f"csv/{table.name}.csv" for table in (*VIEWS, *TABLES)}
    assert tables | {"dieukhoan.xlsx", "dieukhoan.sqlite"} <= set(first)
    assert len([name for name in first if name.startswith("text/")]) == 3
    assert digests(home / "hai") == first


def test_a_second_run_into_the_same_folder_replaces_the_first(folder: Path, tmp_path: Path) -> None:
    out = tmp_path / "ra"
    quickly(folder, out)
    kept = out / "text" / "ghi chú.txt"
    kept.write_text("của người dùng", encoding="utf-8")
    quickly(folder / "tệp 10.txt", out, formats=["csv"])
    assert [row["source"] for row in table(out, "documents")] == ["tệp 10.txt"]
    assert sorted(path.name for path in (out / "text").iterdir())[0] == "ghi chú.txt"
    assert len(list((out / "text").iterdir())) == 2


def test_results_inside_the_input_folder_are_no_input(folder: Path) -> None:
    first = quickly(folder, folder / "ra")
    assert quickly(folder, folder / "ra").documents == first.documents == 4


def test_an_error_in_the_code_costs_one_file(folder: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(conversion, "Reading", Poisoned)
    (folder / "ném.txt").write_text("Điều 1. Thử", encoding="utf-8")
    summary = convert(folder, tmp_path / "ra", formats=["csv"])
    assert (summary.ok, summary.failed) == (3, 2)
    assert ("ném.txt", "RecursionError: too deep") in summary.failures


class Stops(Listener):
    """Presses Ctrl-C when the first file is over."""

    def step(self, step: Step) -> None:
        raise KeyboardInterrupt


def test_an_interrupted_run_leaves_nothing_in_the_open(folder: Path, tmp_path: Path) -> None:
    with pytest.raises(KeyboardInterrupt):
        quickly(folder, tmp_path / "ra", listener=Stops())
    assert [path.name for path in (tmp_path / "ra").iterdir()] == [".dieukhoan"]


class Hears(Listener):
    def __init__(self) -> None:
        self.heard: list[tuple[str, str]] = []

    def begin(self, total: int, kept: int) -> None:
        self.heard.append((str(total), str(kept)))

    def step(self, step: Step) -> None:
        self.heard.append((step.name, step.status))


def test_progress_is_told_file_by_file(folder: Path, tmp_path: Path) -> None:
    listener = Hears()
    quickly(folder, tmp_path / "ra", formats=[], listener=listener)
    assert listener.heard == [
        ("4", "0"),
        ("hỏng.docx", "failed"), ("tệp 2.txt", "ok"), ("tệp 10.txt", "ok"), ("2023/tệp 2.txt", "ok"),
    ]  # fmt: skip


def test_out_that_is_a_file(folder: Path, tmp_path: Path) -> None:
    (tmp_path / "ra").write_text("", encoding="utf-8")
    with pytest.raises(UsageError, match=r"Không ghi được vào .*ra"):
        convert(folder, tmp_path / "ra")


def test_a_place_that_is_taken(folder: Path, tmp_path: Path) -> None:
    (tmp_path / "ra" / "dieukhoan.xlsx").mkdir(parents=True)
    with pytest.raises(UsageError, match="Cannot write to"):
        quickly(folder, tmp_path / "ra", formats=["xlsx"], lang="en")


@pytest.mark.parametrize(
    ("options", "message"),
    [
        ({"formats": ["csv", "pdf"]}, "“pdf”; hãy chọn trong: .*csv.*, sqlite, xlsx"),
        ({"jobs": 0}, "từ 1 trở lên"),
        ({"engine": "spark"}, "“spark”; hãy chọn trong: local, dask"),
        ({"lang": "fr"}, "'fr'; known are: vi, en"),
    ],
)
def test_wrong_usage_is_refused_before_anything_is_written(
    folder: Path, tmp_path: Path, options: dict[str, Any], message: str
) -> None:
    with pytest.raises(UsageError, match=message):
        convert(folder, tmp_path / "ra", **options)
    assert not (tmp_path / "ra").exists()


def test_a_faulty_rule_is_one_error(folder: Path, tmp_path: Path) -> None:
    with pytest.raises(RuleError, match="no such folder of rules"):
        convert(folder, tmp_path / "ra", rules=[tmp_path / "luật"])


def test_a_rule_edited_between_two_calls_counts(folder: Path, tmp_path: Path) -> None:
    rule = """
family: deadline
about: a season
rules:
- {id: deadline.own, note: n, phrases: [%s], emit: {kind: vague}, examples: ['«%s»']}
"""
    (tmp_path / "luật").mkdir()
    for words in ("tổ chức tập huấn", "báo cáo kết quả"):
        (tmp_path / "luật" / "a.yaml").write_text(rule % (words, words), encoding="utf-8")
        found = dieukhoan.analyse(folder / "tệp 10.txt", rules=(tmp_path / "luật",))
        assert words in [deadline.text for deadline in found.deadlines]


def test_the_public_face(folder: Path) -> None:
    found = dieukhoan.analyse(folder / "tệp 10.txt")
    assert found.document_id.startswith("tep-10-")
    assert found.to_frames()["units"]["eid"].tolist()[-1] == "art_1__cl_2"
    import dieukhoan.analyse as module  # noqa: F401  the module of the same name must not hide the function

    assert callable(dieukhoan.analyse)
    assert dieukhoan.convert is convert
    assert dieukhoan.read(folder / "tệp 10.txt").text == found.text
    assert dieukhoan.__version__
    with pytest.raises(AttributeError, match="no attribute 'nothing'"):
        dieukhoan.nothing  # noqa: B018


def test_a_later_run_leaves_nothing_that_contradicts_it(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text("Điều 1. Hiệu lực\nQuy chế này có hiệu lực kể từ ngày ký.\n", encoding="utf-8")
    out = tmp_path / "out"
    quickly(tmp_path / "a.txt", out)
    (out / "ghi-chu.txt").write_text("của người dùng", encoding="utf-8")
    quickly(tmp_path / "a.txt", out, formats=["csv"])
    assert sorted(path.name for path in out.iterdir()) == [".dieukhoan", "csv", "ghi-chu.txt", "run.json", "text"]
