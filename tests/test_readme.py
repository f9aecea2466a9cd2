"""What the READMEs say can be typed: commands parse, the snippet runs, the rule is accepted."""

from __future__ import annotations

import re
import shlex
import shutil
from pathlib import Path

import click
import pytest

from dieukhoan.cli import cli
from dieukhoan.extract.evaluators import evaluators
from dieukhoan.rulebook import check, load
from dieukhoan.tables import TABLES, VIEWS

ROOT = Path(__file__).resolve().parents[1]
READMES = ("README.md", "README.vi.md")
TEXTS = {name: (ROOT / name).read_text("utf-8") for name in READMES}


def blocks(name: str, language: str) -> list[str]:
    return re.findall(rf"^```{language}\n(.*?)^```$", TEXTS[name], re.MULTILINE | re.DOTALL)


def commands(name: str) -> list[str]:
    """Every call of dieukhoan in a block of commands, and those quoted in running text."""
    whole = "\n".join([*blocks(name, "sh"), *(line.replace("\\", "/") for line in blocks(name, "powershell"))])
    typed = [part.strip() for line in whole.splitlines() for part in re.split(r"&&|;", line)]
    calls = [part for part in typed if re.match(r"(\S*/)?dieukhoan ", part)]
    return [*calls, *re.findall(r"`(dieukhoan [^`]+)`", TEXTS[name])]


def assert_parses(words: list[str]) -> None:
    command: click.Command = cli
    while isinstance(command, click.Group):
        command = command.commands[words.pop(0)]
    command.make_context(str(command.name), words)


@pytest.mark.parametrize("name", READMES)
def test_every_command_line_parses(name: str) -> None:
    calls = commands(name)
    assert len(calls) >= 8
    for call in calls:
        assert_parses(shlex.split(call)[1:])


def test_a_wrong_option_does_not_parse() -> None:
    with pytest.raises(click.NoSuchOption):
        assert_parses(["convert", "a", "-o", "b", "--format", "csv"])


@pytest.mark.parametrize("name", READMES)
def test_the_python_snippet_runs(
    name: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    shutil.copytree(ROOT / "data" / "samples", tmp_path / "data" / "samples")
    monkeypatch.chdir(tmp_path)
    (snippet,) = blocks(name, "python")
    exec(compile(snippet, name, "exec"), {})
    assert capsys.readouterr().out.splitlines()[-1].startswith("8 ")
    assert (tmp_path / "out" / "csv" / "obligations.csv").is_file()


@pytest.mark.parametrize("name", READMES)
def test_the_rule_of_the_example_is_accepted_and_holds(name: str, tmp_path: Path) -> None:
    (rule,) = blocks(name, "yaml")
    (tmp_path / "mine.yaml").write_text(rule, "utf-8")
    book = load(tmp_path)
    assert "mine.season" in book.family("deadline").by_id
    assert [failure for failure in check(book, evaluators(book)) if failure.rule == "mine.season"] == []


@pytest.mark.parametrize("name", READMES)
def test_every_table_is_described(name: str) -> None:
    assert all(f"`{table.name}`" in TEXTS[name] for table in (*TABLES, *VIEWS))


def test_both_languages_show_the_same_commands() -> None:
    english, vietnamese = (blocks(name, "sh") for name in READMES)
    assert [block.replace("--lang en", "--lang vi") for block in english] == vietnamese
    assert blocks(READMES[0], "python")[0].count("\n") == blocks(READMES[1], "python")[0].count("\n")


@pytest.mark.parametrize("name", READMES)
def test_links_lead_to_files(name: str) -> None:
    for target in re.findall(r"\]\(([^)#:]+)\)", TEXTS[name]):
        assert (ROOT / target).exists(), target
