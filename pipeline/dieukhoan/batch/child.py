"""The life of a worker process: take the work, load what it needs, then turn shard after shard into packed results.

It talks pickles over its standard input and output. When the other end is gone it goes too, at once, whatever it is
doing: a run that was killed leaves no process behind. It is no process of ``multiprocessing``, so that a script needs
no ``if __name__ == "__main__"``, a notebook works, and a worker of Dask (a daemon, which may have no such children)
can have one.
"""

from __future__ import annotations

import faulthandler
import os
import pickle
import queue
import signal
import sys
import threading
import time
from collections.abc import Sequence
from typing import IO

from dieukhoan.batch.shards import Lost, Task, Work
from dieukhoan.core.collector import collect_rarely
from dieukhoan.core.errors import UnreadableFile

LONGEST = 20.0  # seconds after which a shard is packed as far as it is: more is never lost
_GRACE = 30.0  # seconds that a task may take beyond its limit before the process ends itself


def main() -> None:
    """Serve until the other end of the pipe is closed."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # Ctrl-C reaches every process of the terminal; ours is told otherwise
    out = os.fdopen(os.dup(1), "wb")
    os.dup2(2, 1)  # what a library prints must not stand among the answers
    source = sys.stdin.buffer
    work, timeout = pickle.load(source)
    work.agree("")  # a process that is begun in mid-run must not read with rules that changed since
    work.prepare()
    collect_rarely()
    _say(out, "ready", -1, None)
    commands: queue.SimpleQueue[tuple[Sequence[Task], Lost]] = queue.SimpleQueue()
    threading.Thread(target=_listen, args=(source, commands), daemon=True).start()
    while True:
        tasks, lost = commands.get()
        _shard(work, tasks, lost, timeout, out)


def _listen(source: IO[bytes], commands: queue.SimpleQueue[tuple[Sequence[Task], Lost]]) -> None:
    """Take commands as they come; their end is the end of this process."""
    while True:
        try:
            commands.put(pickle.load(source))
        except (EOFError, OSError, pickle.UnpicklingError):
            os._exit(0)


def _shard(work: Work, tasks: Sequence[Task], lost: Lost, timeout: float, out: IO[bytes]) -> None:
    results = []
    began = time.monotonic()
    for place, task in enumerate(tasks):
        if place in lost:
            results.append(work.lost(task, UnreadableFile(*lost[place])))
        else:
            _say(out, "begin", place, None)
            if timeout:  # a thread of C, which needs no lock of Python's: for the case that nobody watches any more
                faulthandler.dump_traceback_later(timeout + _GRACE, exit=True)
            results.append(work(task))
            faulthandler.cancel_dump_traceback_later()
        _say(out, "end", place, work.told(results[-1]))
        if time.monotonic() - began > LONGEST:
            break
    _say(out, "packed", len(results), work.pack(results))


def _say(out: IO[bytes], *message: object) -> None:
    try:
        pickle.dump(message, out, protocol=5)
        out.flush()
    except OSError:
        os._exit(0)
