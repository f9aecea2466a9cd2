"""Runs a program and sees to its end: ``python guardian.py SECONDS PROGRAM ARGUMENT …``.

The program, with all that it starts, is ended when its time is over, and when the process that asked for it is gone: a
worker that is killed over a bad file must not leave LibreOffice behind. That process holds the other end of the
standard input, which closes with it. This file is run by its path and knows nothing of the package, so that it starts
quickly.
"""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import threading
import time

_STEP = 0.05  # seconds


def guard(seconds: float, command: list[str]) -> int:
    """The exit code of ``command``; a negative one where it was ended."""
    quiet = subprocess.DEVNULL
    process = subprocess.Popen(command, stdin=quiet, stdout=quiet, stderr=quiet, start_new_session=True)
    alone = threading.Event()
    threading.Thread(target=_listen, args=(alone,), daemon=True).start()
    end = time.monotonic() + seconds
    while process.poll() is None and not alone.is_set() and time.monotonic() < end:
        alone.wait(_STEP)
    if process.poll() is None:
        _end(process)
    return process.returncode


def _listen(alone: threading.Event) -> None:
    """Nobody writes anything: reading ends when the other side is gone."""
    sys.stdin.buffer.read()
    alone.set()


def _end(process: subprocess.Popen[bytes]) -> None:
    """End the program and what it started: ``soffice`` is a script that starts the real one."""
    if sys.platform != "win32":
        os.killpg(process.pid, signal.SIGKILL)
    else:
        subprocess.run(["taskkill", "/F", "/T", "/PID", str(process.pid)], capture_output=True, check=False)
    process.wait()


if __name__ == "__main__":
    guard(float(sys.argv[1]), sys.argv[2:])
    os._exit(0)  # not waiting for the thread that still listens
