"""What is told while a run goes on."""

from __future__ import annotations

import io
import json
import time

import pytest

from dieukhoan.batch.listeners import Bar, Json, Lines, listener
from dieukhoan.batch.shards import Step


def test_a_short_run_shows_no_bar(capsys: pytest.CaptureFixture[str]) -> None:
    with Bar("vi") as bar:
        bar.begin(2, 0)
        bar.step(Step("a.txt"))
    assert capsys.readouterr().err == ""


def test_a_long_run_shows_where_it_is(capsys: pytest.CaptureFixture[str]) -> None:
    with Bar("vi", patience=0) as bar:
        bar.begin(3, 1)
        bar.step(Step("a.txt"))
        bar.step(Step("[b].txt", "failed"))
        bar.note("một [điều] nên biết")
    shown = capsys.readouterr()
    assert "Đang đọc" in shown.err
    assert "3/3 tệp" in shown.err
    assert "1 không đọc được" in shown.err
    assert "[b].txt" in shown.err
    assert "một [điều] nên biết" in shown.err
    assert shown.out == ""


def test_plain_lines_come_now_and_then() -> None:
    said = io.StringIO()
    with Lines("en", said, pause=0.05) as lines:
        lines.begin(100, 50)
        for number in range(20):
            lines.step(Step(f"{number}.txt", "failed" if number == 3 else "ok"))
            time.sleep(0.02)
        lines.phase("Writing: csv")
    *shown, last = said.getvalue().splitlines()
    assert last == "Writing: csv"
    assert 2 <= len(shown) <= 10
    assert all("/100 files, " in line and " files/s, " in line and line.endswith(" left") for line in shown)
    assert "1 failed" in shown[-1]


def test_json_is_an_object_a_line() -> None:
    said = io.StringIO()
    with pytest.raises(KeyboardInterrupt), Json(said) as told:
        told.begin(2, 1)
        told.note("biết")
        told.step(Step("a.txt", "failed", "timeout", "quá lâu", 1.23456))
        told.phase("ghi")
        raise KeyboardInterrupt
    events = [json.loads(line) for line in said.getvalue().splitlines()]
    assert [event["event"] for event in events] == ["begin", "note", "file", "phase", "end"]
    file = {key: value for key, value in events[2].items() if key not in {"event", "time"}}
    assert file == {
        "source": "a.txt", "status": "failed", "seconds": 1.2346, "code": "timeout", "reason": "quá lâu",
        "done": 2, "total": 2, "failed": 1,
    }  # fmt: skip
    assert events[-1]["error"] == "KeyboardInterrupt: "


def test_the_listener_of_a_command(capsys: pytest.CaptureFixture[str]) -> None:
    assert isinstance(listener("vi"), Lines)  # no terminal here
    assert isinstance(listener("vi", quiet=True, as_json=True), Json)
    with listener("vi", quiet=True) as nobody:
        nobody.begin(1, 0)
        nobody.note("x")
        nobody.step(Step("a"))
    assert capsys.readouterr().err == ""
