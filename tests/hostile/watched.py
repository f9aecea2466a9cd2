"""Runs the command as a user would, in processes that note down what they touch.

Every Python process under the command loads a ``sitecustomize`` that writes what it connects to, starts, or changes on
the disk into a log. Programs that are not Python (LibreOffice) cannot be watched so; a server that nobody may call
stands in for that.
"""

from __future__ import annotations

import csv
import json
import os
import subprocess
import sys
import time
from dataclasses import dataclass, field
from pathlib import Path

PIPELINE = Path(__file__).resolve().parents[2] / "pipeline"
_WATCH = """
import os, sys
_log = os.open(os.environ["HOSTILE_LOG"], os.O_WRONLY | os.O_APPEND | os.O_CREAT)
_CHANGES = {"os.remove", "os.rename", "os.mkdir", "os.rmdir", "os.link", "os.symlink", "os.chmod", "os.truncate"}
_CALLS = {"socket.connect", "socket.getaddrinfo", "socket.gethostbyname", "subprocess.Popen", "os.system", "os.exec"}


def _note(kind, what):
    os.write(_log, f"{kind}\\t{what!r}\\n".encode("utf-8", "backslashreplace"))


def _hook(event, args):
    if event == "open":
        path, mode, flags = args
        if isinstance(path, int):
            return
        _note("opened" if not flags & (os.O_WRONLY | os.O_RDWR | os.O_CREAT) else "changed", os.fspath(path))
    elif event in _CHANGES:
        _note("changed", os.fspath(args[0]) if not isinstance(args[0], int) else "")
    elif event in _CALLS:
        _note(event, args[0] if event != "socket.connect" else args[1])


sys.addaudithook(_hook)
"""
_RUN = """
import json, sys
from dieukhoan.cli import main


def own(resource, unit):
    # Linux starts ru_maxrss of a started program with the peak of the one that started it; VmHWM is its own.
    try:
        with open("/proc/self/status", encoding="ascii", errors="replace") as status:
            return next(int(line.split()[1]) * 1024 for line in status if line.startswith("VmHWM"))
    except (OSError, StopIteration):
        return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss * unit


try:
    main()
except SystemExit as end:
    code = end.code
try:
    import resource
    unit = 1 if sys.platform == "darwin" else 1024
    peak = max(own(resource, unit), resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss * unit)
except ImportError:
    peak = 0
print(json.dumps({"code": code, "peak": peak}), file=sys.__stderr__)
"""


@dataclass(frozen=True, slots=True)
class Seen:
    """What a run did: its exit code, seconds, the peak memory of its largest process in bytes (0 where the system
    does not tell), what it printed, and what its processes did, by kind."""

    code: int
    seconds: float
    peak: int
    printed: str
    done: dict[str, set[str]] = field(repr=False)


def run(arguments: list[str], scratch: Path) -> Seen:
    """``dieukhoan ARGUMENTS`` in a process of its own; ``scratch`` is an empty folder for its temporary files."""
    scratch.mkdir()
    temporary, log = scratch / "tmp", scratch / "log"
    temporary.mkdir()
    (scratch / "sitecustomize.py").write_text(_WATCH, "utf-8")
    path = os.pathsep.join(map(str, (scratch, PIPELINE)))
    kept = {"PYTHONPATH": path, "HOSTILE_LOG": str(log), "TMPDIR": str(temporary), "TEMP": str(temporary)}
    kept |= {"TMP": str(temporary), "PYTHONUTF8": "1", "PYTHONDONTWRITEBYTECODE": "1"}
    begun = time.monotonic()
    done = subprocess.run(
        [sys.executable, "-c", _RUN, *arguments], env=os.environ | kept, capture_output=True, check=False
    )
    taken = time.monotonic() - begun
    said = done.stderr.decode("utf-8", "replace").splitlines()
    try:
        found = json.loads(said[-1])
    except (IndexError, ValueError):
        raise AssertionError("\n".join(said[-30:])) from None
    kinds: dict[str, set[str]] = {}
    for line in log.read_text("utf-8").splitlines():
        kind, _, what = line.partition("\t")
        kinds.setdefault(kind, set()).add(what.strip("'\""))
    return Seen(
        found["code"], taken, found["peak"], (done.stdout + done.stderr).decode("utf-8", "replace")[-3000:], kinds
    )


def table(out: Path, name: str) -> list[dict[str, str]]:
    """The rows of a table of the run."""
    csv.field_size_limit(1 << 28)
    with (out / "csv" / f"{name}.csv").open(encoding="utf-8-sig", newline="") as file:
        return list(csv.DictReader(file))
