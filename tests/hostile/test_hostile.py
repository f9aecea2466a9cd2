"""Every hostile and broken file through the real command: each ends as its case says, and nothing else happens."""

from __future__ import annotations

import os
import shutil
import socket
import sys
import threading
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path

import pytest

from dieukhoan.core.text import nfc
from hostile import canary, make
from hostile.case import SKIPPED, Case
from hostile.watched import Seen, run, table

_MEMORY = 512 * 1024 * 1024
_PROGRAMS = ("soffice", "libreoffice", "antiword", "tesseract", "uname")  # the last is what Python's platform asks
_SYSTEM = ("/dev/null", "/dev/tty")


@dataclass(frozen=True, slots=True)
class Outcome:
    """What became of a folder of cases."""

    cases: list[Case] = field(repr=False)
    seen: Seen
    folder: Path
    out: Path
    before: dict[str, tuple[int, int]] = field(repr=False)
    called: list[object]

    @property
    def documents(self) -> dict[str, dict[str, str]]:
        """The rows of ``documents`` by source."""
        return {row["source"]: row for row in table(self.out, "documents")}


def _state(folder: Path) -> dict[str, tuple[int, int]]:
    found = {}
    for root, folders, names in os.walk(folder):
        for name in (*folders, *names):
            info = os.lstat(Path(root) / name)
            found[os.fsdecode(os.fsencode(str(Path(root) / name)))] = (info.st_size, info.st_mtime_ns)
    return found


@pytest.fixture(scope="module")
def server() -> Iterator[tuple[str, list[object]]]:
    """A server whom nobody may call: its address, and who called."""
    called: list[object] = []
    with socket.create_server(("127.0.0.1", 0)) as listening:
        listening.settimeout(0.2)
        ended = threading.Event()

        def serve() -> None:
            while not ended.is_set():
                try:
                    connection, address = listening.accept()
                except TimeoutError:
                    continue
                called.append(address)
                connection.close()

        thread = threading.Thread(target=serve)
        thread.start()
        yield f"127.0.0.1:{listening.getsockname()[1]}", called
        ended.set()
        thread.join()


def _outcome(base: Path, server: tuple[str, list[object]], *, slow: bool) -> Outcome:
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(canary, "address", server[0])
        wanted = tuple(
            case for case in make.cases() if case.slow == slow and (not case.needs or shutil.which(case.needs))
        )
        written, _ = make.write(base / "in", wanted)
    before = _state(base / "in")
    arguments = ["convert", str(base / "in"), "-o", str(base / "out"), "--lang", "en", "--timeout", "30"]
    arguments += ["--memory", "512", *([] if slow else ["--formats", "csv", "--ocr", "never"])]
    return Outcome(written, run(arguments, base / "scratch"), base / "in", base / "out", before, server[1])


@pytest.fixture(scope="module")
def quick(tmp_path_factory: pytest.TempPathFactory, server: tuple[str, list[object]]) -> Outcome:
    """The quick cases, converted."""
    return _outcome(tmp_path_factory.mktemp("quick"), server, slow=False)


def _source(case: Case) -> str:
    return nfc(os.fsencode(case.name).decode("utf-8", "replace"))


def check_outcomes(found: Outcome) -> None:
    """Each file ended as its case says; those that hold text hold the right one."""
    documents = found.documents
    codes: dict[str, list[str]] = {}
    for row in table(found.out, "diagnostics"):
        if row["severity"] == "error":
            codes.setdefault(row["document_id"], []).append(row["code"])
    wrong = []
    for case in found.cases:
        row = documents.pop(_source(case), None)
        status = row["status"] if row else SKIPPED
        if row and status == "failed":
            status = f"failed:{','.join(codes[row['document_id']])}"
        if status not in case.outcome.split():
            wrong.append(f"{case.name!r}: {status}, not {case.outcome}")
        elif row and case.holds and not status.startswith("failed"):
            text = (found.out / "text" / f"{row['document_id']}.txt").read_text("utf-8")
            if case.holds not in text:
                wrong.append(f"{case.name!r}: its text lacks {case.holds!r}")
    assert not wrong, "\n".join(wrong)
    assert not documents, f"rows for files that are no documents: {sorted(documents)}"


def check_effects(found: Outcome) -> None:
    """Nothing was changed outside the output, nobody was called, nothing was left behind."""
    done = found.seen.done
    assert not {kind for kind in done if kind.startswith("socket.")}, done
    assert not found.called
    started = {Path(program).name for program in done.get("subprocess.Popen", ())}
    assert started <= {*_PROGRAMS, Path(sys.executable).name}
    assert not done.keys() & {"os.system", "os.exec"}
    places = (str(found.out), str(found.folder.parent / "scratch"), *_SYSTEM)
    assert [path for path in done["changed"] if Path(path).is_absolute() and not path.startswith(places)] == []
    assert _state(found.folder) == found.before
    assert list((found.folder.parent / "scratch" / "tmp").iterdir()) == []
    assert {path.name for path in found.folder.parent.iterdir()} == {"in", "out", "scratch"}


def test_there_are_enough_of_them() -> None:
    found = make.cases()
    assert len(found) >= 100
    assert sum(not case.slow for case in found) >= 100


@pytest.mark.slow
def test_each_file_ends_as_it_should(quick: Outcome) -> None:
    check_outcomes(quick)


@pytest.mark.slow
def test_nothing_else_happens(quick: Outcome) -> None:
    check_effects(quick)


@pytest.mark.slow
def test_memory_stays_bounded(quick: Outcome) -> None:
    assert quick.seen.peak < _MEMORY


@pytest.mark.slow
def test_pipes_devices_and_links_are_never_opened(quick: Outcome) -> None:
    opened = quick.seen.done["opened"]
    for case in quick.cases:
        if case.name.startswith(("places/pipe", "places/socket", "links/")):
            assert str(quick.folder / case.name) not in opened


@pytest.mark.slow
def test_the_run_ends_with_its_code(quick: Outcome) -> None:
    assert quick.seen.code == 1


@pytest.mark.slow
def test_every_failure_says_what_to_do(quick: Outcome) -> None:
    """Two sentences at least: what is wrong, and the remedy."""
    said = [row for row in table(quick.out, "diagnostics") if row["severity"] == "error"]
    assert said
    assert [row for row in said if row["message"].count(".") < 2 or row["code"] == "crash"] == []


@pytest.mark.slow
def test_the_slow_ones_too(tmp_path: Path, server: tuple[str, list[object]]) -> None:
    """Shapes that cost seconds, and what other programs are asked to read (LibreOffice, tesseract), in all formats."""
    found = _outcome(tmp_path, server, slow=True)
    check_outcomes(found)
    check_effects(found)
    assert found.seen.peak < _MEMORY
