"""The command line: what it says, what it exits with, how fast it is there."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path

import click
import pytest
from click.testing import CliRunner, Result

from dieukhoan.batch import conversion
from dieukhoan.cli import cli
from made_workers import Quick

ROOT = Path(__file__).resolve().parents[1]
TEXT = """QUY CHẾ PHỐI HỢP

Điều 1. Trách nhiệm
1. Sở Tư pháp chủ trì, phối hợp với Hội Luật gia tỉnh tổ chức tập huấn trước ngày 15/12 hằng năm.
"""


def run(*arguments: object) -> Result:
    return CliRunner().invoke(cli, [str(argument) for argument in arguments], prog_name="dieukhoan")


def process(*arguments: str, **environment: str) -> subprocess.CompletedProcess[bytes]:
    """The command in a process of its own, as the installed script starts it."""
    code = "import sys; sys.path.insert(0, sys.argv.pop(1)); from dieukhoan.cli import main; main()"
    command = [sys.executable, "-c", code, str(ROOT / "pipeline"), *arguments]
    return subprocess.run(command, capture_output=True, check=False, env={**os.environ, **environment})


@pytest.fixture
def file(tmp_path: Path) -> Path:
    path = tmp_path / "quy chế.txt"
    path.write_text(TEXT, encoding="utf-8")
    return path


def test_convert_tells_what_it_did(file: Path, tmp_path: Path) -> None:
    done = run("convert", file, "-o", tmp_path / "ra")
    assert done.exit_code == 0, done.output
    lines = done.stdout.splitlines()
    assert lines[0] == "1 văn bản: 1 đọc trọn, 0 đọc được một phần, 0 không đọc được"
    assert "nhiệm vụ" in lines[1]
    assert lines[-1] == f"Kết quả ở: {tmp_path / 'ra' / 'text'}"
    assert (tmp_path / "ra" / "dieukhoan.xlsx").is_file()


@pytest.fixture
def quick(monkeypatch: pytest.MonkeyPatch) -> None:
    """For what is about the command and not about the documents: reading that takes no time."""
    monkeypatch.setattr(conversion, "Reading", Quick)


@pytest.mark.usefixtures("quick")
def test_convert_in_english_with_chosen_formats(file: Path, tmp_path: Path) -> None:
    done = run("convert", file, "-o", tmp_path / "ra", "--lang", "en", "--formats", "csv, sqlite")
    assert done.stdout.startswith("1 documents: 1 ok, 0 partial, 0 failed\n")
    assert sorted(path.name for path in (tmp_path / "ra").iterdir()) == [
        ".dieukhoan", "csv", "dieukhoan.sqlite", "run.json", "text"
    ]  # fmt: skip


@pytest.mark.usefixtures("quick")
def test_a_failed_file_is_named_and_the_exit_code_is_1(file: Path, tmp_path: Path) -> None:
    (tmp_path / "hỏng.docx").write_bytes(b"no")
    (tmp_path / "ảnh.jpg").write_bytes(b"no")
    done = run("convert", tmp_path, "-o", tmp_path / "ra")
    assert done.exit_code == 1
    assert done.stdout.startswith("Không đọc được hỏng.docx: ")
    assert "2 văn bản: 1 đọc trọn, 0 đọc được một phần, 1 không đọc được" in done.stdout
    assert "1 tệp có đuôi khác đã được bỏ qua" in done.stdout
    assert "ảnh.jpg" in (tmp_path / "ra" / "run.json").read_text("utf-8")


@pytest.mark.usefixtures("quick")
def test_many_failures_are_counted(tmp_path: Path) -> None:
    for number in range(13):
        (tmp_path / f"{number} hỏng.docx").write_bytes(b"no")
    done = run("convert", tmp_path, "-o", tmp_path / "ra", "--formats", "csv")
    assert done.stdout.count("Không đọc được") == 10
    assert "… và 3 tệp nữa" in done.stdout


@pytest.mark.usefixtures("quick")
def test_convert_goes_on_quietly_or_as_json(file: Path, tmp_path: Path) -> None:
    assert run("convert", file, "-o", tmp_path / "ra", "--quiet").output == ""
    done = run("convert", file, "-o", tmp_path / "ra", "--log-json")
    events = [json.loads(line) for line in done.stderr.splitlines()]
    assert [event["event"] for event in events] == ["begin", "note", "phase", "end"]
    assert events[0]["kept"] == 1
    done = run("convert", file, "-o", tmp_path / "ra", "--fresh", "--log-json", "--timeout", "9", "--memory", "900")
    assert [json.loads(line)["event"] for line in done.stderr.splitlines()] == ["begin", "file", "phase", "end"]


def test_ctrl_c_ends_with_how_to_go_on(file: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def pressed(*_: object, **_options: object) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr("dieukhoan.batch.convert", pressed)
    done = run("convert", file, "-o", tmp_path / "ra", "--lang", "en")
    assert done.exit_code == 130
    assert done.stderr.strip() == "Stopped. What was read is kept; the same command goes on from there."


@pytest.mark.usefixtures("quick")
def test_bench_prints_a_line_for_every_run(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text(TEXT, encoding="utf-8")
    done = run("bench", "--documents", "2,3", "--jobs", "1", "--from", tmp_path, "--formats", "csv")
    head, *lines = done.stdout.splitlines()
    assert head.split()[:2] == ["documents", "jobs"]
    assert [line.split()[:2] for line in lines] == [["2", "1"], ["3", "1"]]


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (["convert", "không có.txt", "-o", "{out}"], "Không có tệp hay thư mục này"),
        (["convert", "không có.txt", "-o", "{out}", "--lang", "en"], "No such file or folder"),
        (["convert", "{file}", "-o", "{out}", "--formats", "csv,pdf"], "“pdf”"),
        (["convert", "{file}", "-o", "{out}", "--jobs", "0"], "từ 1 trở lên"),
        (["convert", "{file}", "-o", "{file}"], "Không ghi được vào"),
        (["convert", "{file}", "-o", "{out}", "--rules", "không có"], "no such folder of rules"),
        (["convert", "{empty}", "-o", "{out}"], "Không thấy văn bản nào"),
        (["convert", "{file}"], "--out"),
        (["convert", "-o", "{out}"], "PATH"),
        (["check", "không có.txt"], "Không có tệp hay thư mục này"),
        (["check", "{file}", "--jobs", "0"], "từ 1 trở lên"),
        (["show", "không có.txt"], "Không có tệp hay thư mục này"),
        (["nothing"], "nothing"),
    ],
)
def test_wrong_usage_exits_with_2_and_says_why(file: Path, tmp_path: Path, arguments: list[str], said: str) -> None:
    (tmp_path / "rỗng").mkdir()
    places = {"file": file, "out": tmp_path / "ra", "empty": tmp_path / "rỗng"}
    done = run(*(argument.format(**places) for argument in arguments))
    assert done.exit_code == 2
    assert said in done.stderr
    assert not (tmp_path / "ra").exists()


def test_show_draws_the_tree_with_its_duties(file: Path) -> None:
    shown = " ".join(run("show", file).stdout.replace("│", " ").split())
    for words in (
        "Điều 1. Trách nhiệm", "Khoản 1:", "Nhiệm vụ: Sở Tư pháp", "Chủ trì: Sở Tư pháp", "Phối hợp: Hội Luật gia tỉnh",
        "Thời hạn: trước ngày 15/12 hằng năm", "1 nhiệm vụ",
    ):  # fmt: skip
        assert words in shown


def test_show_of_a_file_that_cannot_be_read_exits_with_1(tmp_path: Path) -> None:
    (tmp_path / "hỏng.docx").write_bytes(b"no")
    done = run("show", tmp_path / "hỏng.docx")
    assert done.exit_code == 1
    assert done.stderr.strip()
    assert "Traceback" not in done.stderr


@pytest.mark.parametrize("encoding", ["ascii", "cp1252", "cp1258"])
def test_a_console_that_cannot_show_vietnamese_is_no_obstacle(file: Path, encoding: str) -> None:
    done = process("show", str(file), PYTHONIOENCODING=encoding, PYTHONUTF8="0")
    assert done.returncode == 0, done.stderr
    assert b"1" in done.stdout


def test_markup_in_a_text_is_shown_as_it_stands(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text("Điều 1. Thử [bold]đậm[/bold] [/red]\n1. Hai bên phải nộp [x].", encoding="utf-8")
    done = run("show", tmp_path / "a.txt")
    assert done.exit_code == 0
    assert "[bold]đậm[/bold] [/red]" in done.stdout


def test_check_says_that_nothing_is_lost(file: Path) -> None:
    done = run("check", file)
    assert done.exit_code == 0, done.output
    assert done.stdout.startswith("1 văn bản, 0 dưới 99.9%, 0 không đọc được")


def test_check_fails_for_a_file_that_cannot_be_read(file: Path, tmp_path: Path) -> None:
    (tmp_path / "hỏng.docx").write_bytes(b"no")
    done = run("check", tmp_path, "--lang", "en")
    assert done.exit_code == 1
    assert "2 documents, 0 below 99.9%, 1 failed; the lowest 0.0000%" in done.stdout


RULE = """
family: deadline
about: a rule of one's own
rules:
- id: deadline.lanterns
  note: a season
  phrases: [mùa hội đèn]
  emit: {kind: vague}
  examples: [{text: 'họp vào «mùa hội đèn» tới', want: {kind: vague}}]
"""


@pytest.fixture
def own_rules(tmp_path: Path) -> Path:
    (tmp_path / "luật").mkdir()
    (tmp_path / "luật" / "thu.yaml").write_text(RULE, encoding="utf-8")
    return tmp_path / "luật"


def test_rules_try_shows_what_fires(own_rules: Path) -> None:
    done = run("rules", "try", "Họp mùa  hội đèn.", "--rules", own_rules)
    assert "\ndeadline  deadline.lanterns  [4, 16)  «mùa  hội đèn»  kind=vague" in f"\n{done.stdout}"


def test_rules_try_says_when_nothing_fires() -> None:
    assert run("rules", "try", "?").stdout == "Không luật nào nhận ra đoạn này\n"


def test_rules_check_holds_examples_against_rules(own_rules: Path) -> None:
    path = own_rules / "thu.yaml"
    path.write_text(RULE.replace("want: {kind: vague}", "want: {kind: date}"), encoding="utf-8")
    done = run("rules", "check", "--rules", own_rules)
    assert done.exit_code == 1
    assert "wanted {'kind': 'date'}, got {'kind': 'vague'}" in done.stdout


def test_rules_check_refuses_a_faulty_file_with_2(own_rules: Path) -> None:
    (own_rules / "thu.yaml").write_text(RULE.replace("emit:", "emits:"), encoding="utf-8")
    done = run("rules", "check", "--rules", own_rules)
    assert done.exit_code == 2
    assert "unknown key 'emits'" in done.stderr


def test_the_built_in_rules_hold() -> None:
    done = run("rules", "check")
    assert done.exit_code == 0, done.output


def test_version() -> None:
    assert run("--version").stdout.startswith("dieukhoan ")


def test_every_command_and_option_has_its_help() -> None:
    for command in cli.commands.values():
        assert command.get_short_help_str()
        assert all(option.help for option in command.params if isinstance(option, click.Option))


def test_help_is_there_at_once() -> None:
    code = """
import sys, time, contextlib
start = time.process_time()  # of this process: what others do on the machine does not count
sys.path.insert(0, sys.argv[1])
sys.argv[1:] = ["--help"]
from dieukhoan.cli import main
with contextlib.suppress(SystemExit):
    main()
print(time.process_time() - start)
"""
    command = [sys.executable, "-c", code, str(ROOT / "pipeline")]
    done = [subprocess.run(command, capture_output=True, text=True, check=True) for _ in range(3)]
    assert all("Usage: dieukhoan" in one.stdout for one in done)
    assert min(float(one.stdout.split()[-1]) for one in done) < 0.3
