"""What the documents say can be done: commands parse, examples run as they stand, the site builds without a warning."""

from __future__ import annotations

import re
import runpy
import shlex
import shutil
import sqlite3
import subprocess
import sys
from contextlib import closing
from pathlib import Path

import click
import pytest

import dieukhoan
from dieukhoan import readers, writers
from dieukhoan.cli import cli
from dieukhoan.extract.evaluators import evaluators
from dieukhoan.rulebook import check, load
from dieukhoan.tables import rows
from made_document import made
from made_results import filled, write

ROOT = Path(__file__).resolve().parents[1]
DOCS = ROOT / "docs"
PAGES = sorted(DOCS.glob("*.md"))
MINE = {"marker": "mine.clause_word", "deadline": "mine.harvest", "body": "mine.lantern_guild"}


def blocks(page: str, language: str) -> list[str]:
    text = (DOCS / page).read_text("utf-8")
    return re.findall(rf"^```{language}\n(.*?)^```$", text, re.MULTILINE | re.DOTALL)


@pytest.fixture
def rules(tmp_path: Path) -> Path:
    """The rules of the page "Adding what is missing", a file each."""
    for number, text in enumerate(blocks("extending.md", "yaml")):
        (tmp_path / f"{number}.yaml").write_text(text, "utf-8")
    return tmp_path


def test_the_data_dictionary_is_up_to_date() -> None:
    made_now = runpy.run_path(str(DOCS / "make_dictionary.py"))["page"]()
    assert (DOCS / "data-dictionary.md").read_bytes().decode() == made_now, "run: python docs/make_dictionary.py"


@pytest.mark.parametrize("path", PAGES, ids=lambda path: path.name)
def test_links_lead_to_files(path: Path) -> None:
    for target in re.findall(r"\]\(([^)#:]+)(?:#[^)]*)?\)", path.read_text("utf-8")):
        assert (DOCS / target).exists(), target


def test_every_command_line_parses() -> None:
    pages = [path for path in PAGES if path.stem in ("how-to", "tutorial", "huong-dan", "extending")]
    found = [call for path in pages for call in re.findall(r"`(dieukhoan [^`\n]+)`", path.read_text("utf-8"))]
    assert len(found) >= 15
    for call in found:
        words = shlex.split(call)[1:]
        command: click.Command = cli
        while isinstance(command, click.Group):
            command = command.commands[words.pop(0)]
        if words:
            command.make_context(str(command.name), words)


@pytest.mark.slow
def test_the_rules_are_accepted_and_hold(rules: Path) -> None:
    book = load(rules)
    assert all(rule in book.family(family).by_id for family, rule in MINE.items())
    assert [failure for failure in check(book, evaluators(book)) if failure.rule in MINE.values()] == []


@pytest.mark.slow
def test_the_rules_do_what_the_page_says(rules: Path, tmp_path: Path) -> None:
    text = (
        "QUY CHẾ PHỐI HỢP\nĐiều 1. Hội đèn\nKhoản 1. Phường hội Đèn lồng có trách nhiệm tổng kết sau vụ thu hoạch.\n"
        "Khoản 2. Phường hội Đèn lồng báo cáo kết quả.\n"
    )
    (tmp_path / "a.txt").write_text(text, "utf-8")
    found = dieukhoan.analyse(tmp_path / "a.txt", rules=(rules,))
    assert [unit.eid for unit in found.units] == ["art_1", "art_1__cl_1", "art_1__cl_2"]
    assert ("sau vụ thu hoạch", "vague", "after") in [(one.text, one.kind, one.relation) for one in found.deadlines]
    assert ("Phường hội Đèn lồng", "association") in [(body.name, body.kind) for body in found.bodies]


def test_the_reader_of_the_page_reads(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "md.py").write_text(blocks("extending.md", "python")[0], "utf-8")
    monkeypatch.setattr(readers, "__path__", [*readers.__path__, str(tmp_path)])
    monkeypatch.delitem(sys.modules, "dieukhoan.readers.md", raising=False)
    (tmp_path / "a.md").write_text("# QUY CHẾ\n\n## Điều 1. **Hội đèn**\n", "utf-8")
    assert readers.read(tmp_path / "a.md").text.split("\n")[::2] == ["QUY CHẾ", "Điều 1. Hội đèn"]
    sys.modules.pop("dieukhoan.readers.md")


def test_the_writer_of_the_page_writes(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "checklist.py").write_text(blocks("extending.md", "python")[1], "utf-8")
    monkeypatch.setattr(writers, "__path__", [*writers.__path__, str(tmp_path)])
    assert "checklist" in writers.formats()
    write(filled(rows(made())), tmp_path, "checklist")
    lines = (tmp_path / "checklist.md").read_text("utf-8").splitlines()
    assert lines[1] == "- [ ] Hội Đèn Lồng không được tắt đèn (Hội Đèn Lồng)"
    sys.modules.pop("dieukhoan.writers.checklist")


def test_both_tutorials_are_the_same() -> None:
    for language in ("sh", "python"):
        assert blocks("tutorial.md", language) == blocks("huong-dan.md", language)


@pytest.mark.slow
def test_the_questions_have_answers(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    dieukhoan.convert(ROOT / "data" / "samples", tmp_path / "out", formats=["csv", "sqlite"])
    monkeypatch.chdir(tmp_path)
    (snippet,) = blocks("tutorial.md", "python")
    exec(compile(snippet, "tutorial.md", "exec"), {})
    told = capsys.readouterr().out
    assert told.count("Tỉnh đoàn") == 2  # as many as the page says
    assert "quý IV năm 2028" in told
    assert "mỗi tháng" in told
    with closing(sqlite3.connect(tmp_path / "out" / "dieukhoan.sqlite")) as database:
        first, second = (database.execute(query).fetchall() for query in blocks("how-to.md", "sql"))
    assert len(first) == 5
    assert all(day[5:7] == "12" for day, _ in second)


def build(folder: Path, site: Path) -> subprocess.CompletedProcess[str]:
    command = [sys.executable, "-m", "mkdocs", "build", "--strict", "--config-file", str(folder / "mkdocs.yml")]
    return subprocess.run([*command, "--site-dir", str(site)], capture_output=True, text=True, check=False)


@pytest.mark.slow
def test_the_site_builds_without_a_warning(tmp_path: Path) -> None:
    pytest.importorskip("material", reason="needs pip install -e '.[docs]'")
    done = build(ROOT, tmp_path / "site")
    assert done.returncode == 0, done.stderr
    assert "WARNING -" not in done.stderr
    pages = list((tmp_path / "site").rglob("*.html"))
    assert len(pages) > len(PAGES)
    foreign = r"""<(?:script|link|img)[^>]+(?:src|href)=["']https?://(?!localhost)"""
    assert not [page.name for page in pages if re.search(foreign, page.read_text("utf-8"))]


@pytest.mark.slow
def test_a_link_that_leads_nowhere_stops_the_build(tmp_path: Path) -> None:
    pytest.importorskip("material", reason="needs pip install -e '.[docs]'")
    shutil.copytree(DOCS, tmp_path / "docs")
    shutil.copy(ROOT / "mkdocs.yml", tmp_path)
    with (tmp_path / "docs" / "index.md").open("a", encoding="utf-8") as page:
        page.write("\n[gone](gone.md)\n")
    assert build(tmp_path, tmp_path / "site").returncode != 0
