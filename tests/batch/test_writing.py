"""Formats are written side by side where there is much, and what comes out is the same."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from dieukhoan.batch import home, writing
from dieukhoan.batch.listeners import Listener
from dieukhoan.core.errors import OutputError
from made_workers import quickly

Digests = Callable[[Path], dict[str, str]]
FORMATS = ("csv", "jsonl", "sqlite", "xlsx")


@pytest.fixture(autouse=True)
def much(monkeypatch: pytest.MonkeyPatch) -> None:
    """However few the rows are, they are worth several processes."""
    monkeypatch.setattr(writing, "_FEW", 0)


def test_several_processes_write_the_same_bytes(
    many: Callable[[int], Path], tmp_path: Path, digests: Digests, monkeypatch: pytest.MonkeyPatch
) -> None:
    root, heard = many(9), []
    monkeypatch.setattr(writing.local, "run", lambda *given, run=writing.local.run: heard.append(1) or run(*given))
    quickly(root, tmp_path / "một", formats=FORMATS)
    quickly(root, tmp_path / "ba", formats=FORMATS, jobs=3)
    assert digests(tmp_path / "một") == digests(tmp_path / "ba")
    assert len(heard) == 3  # reading twice, but writing once
    names = {name.partition("/")[0] for name in digests(tmp_path / "ba")}
    assert names == {"csv", "jsonl", "text", "dieukhoan.sqlite", "dieukhoan.xlsx"}


@pytest.mark.parametrize(
    ("name", "jobs"), [("csv", 1), ("dieukhoan.xlsx.units.0", 2), ("dieukhoan.xlsx", 2), ("dieukhoan.sqlite", 2)]
)
def test_a_file_that_cannot_be_written_is_a_clear_error_wherever_it_happens(
    many: Callable[[int], Path], tmp_path: Path, jobs: int, name: str
) -> None:
    class Takes(Listener):
        """Puts a folder in the way when the formats are about to be written."""

        def phase(self, text: str) -> None:
            """See :class:`Listener`."""
            (tmp_path / "ra" / home.HIDDEN / "made" / name).mkdir()

    with pytest.raises(OutputError, match=f"Cannot write to .*{name}|unable to open database file"):
        quickly(many(3), tmp_path / "ra", formats=FORMATS, jobs=jobs, lang="en", listener=Takes())
    assert [path.name for path in (tmp_path / "ra").iterdir()] == [home.HIDDEN]
