"""LibreOffice without a window: an older document becomes a .docx, which keeps its fonts, lists and tables.

Each process of ours has a profile folder of its own, for two LibreOffices on one profile wait for each other. In it
macros and links to other places are switched off. LibreOffice exits with 0 on files that it cannot read, so what
counts is the file it leaves. A guardian ends it when its time is over or nobody waits for it any longer.
"""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
import tempfile
from functools import lru_cache
from multiprocessing.util import Finalize
from pathlib import Path

TIMEOUT = 120.0  # seconds; real files take 1 to 6
_GUARDIAN = Path(__file__).with_name("guardian.py")
_NAMES = ("soffice", "libreoffice")
_PLACES = (
    "/Applications/LibreOffice.app/Contents/MacOS/soffice",
    r"C:\Program Files\LibreOffice\program\soffice.exe",
)
_SCRIPTING = "/org.openoffice.Office.Common/Security/Scripting"
_SETTINGS = """<?xml version="1.0" encoding="UTF-8"?>
<oor:items xmlns:oor="http://openoffice.org/2001/registry">
{}</oor:items>
"""
_SETTING = '<item oor:path="{}"><prop oor:name="{}" oor:op="fuse"><value>true</value></prop></item>\n'


def program() -> str | None:
    """Where LibreOffice is, None where it is not installed."""
    found = next(filter(None, map(shutil.which, _NAMES)), None)
    return found or next((place for place in _PLACES if Path(place).is_file()), None)


def by_libreoffice(data: bytes, ending: str) -> bytes | None:
    """The document ``data`` (a file with this ending) as a .docx; None without LibreOffice, or if it fails."""
    soffice = program()
    if soffice is None:
        return None
    with tempfile.TemporaryDirectory(prefix="dieukhoan-", ignore_cleanup_errors=True) as name:
        folder = Path(name)
        source, target = folder / f"a.{ending}", folder / "out" / "a.docx"
        source.write_bytes(data)
        command = [
            soffice,
            "--headless",
            "--norestore",
            "--nologo",
            f"-env:UserInstallation={_profile(os.getpid()).as_uri()}",
        ]
        _run([*command, "--convert-to", "docx", "--outdir", str(target.parent), str(source)])
        return target.read_bytes() if target.is_file() else None


@lru_cache(maxsize=1)
def _profile(_process: int) -> Path:
    """The profile of this process (a worker that was forked has its own), removed when it ends."""
    folder = Path(tempfile.mkdtemp(prefix="dieukhoan-libreoffice-"))
    Finalize(None, shutil.rmtree, args=(folder, True), exitpriority=0)  # workers do not run atexit
    user = folder / "user"
    user.mkdir()
    names = ("BlockUntrustedRefererLinks", "DisableMacrosExecution", "DisableActiveContent")
    items = "".join(_SETTING.format(_SCRIPTING, name) for name in names)
    (user / "registrymodifications.xcu").write_text(_SETTINGS.format(items), encoding="utf-8")
    return folder


def _run(command: list[str]) -> None:
    quiet = subprocess.DEVNULL
    guarded = [sys.executable, str(_GUARDIAN), str(TIMEOUT), *command]
    with subprocess.Popen(guarded, stdin=subprocess.PIPE, stdout=quiet, stderr=quiet) as guardian:
        try:
            guardian.wait()
        finally:
            if guardian.stdin is not None:
                guardian.stdin.close()  # tells it that nobody waits any longer
