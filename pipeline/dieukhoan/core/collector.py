"""The garbage collector in a process that is ours alone: the command line, a worker, the benchmark; never a library."""

from __future__ import annotations

import gc

_YOUNG = 500_000  # records that are made before a look; Python's own 700 means a thousand looks at a long document


def collect_rarely() -> None:
    """Leave alone what is loaded so far (rules, models), and look for garbage rarely from now on.

    Documents hold no circles (tests/test_no_circles.py), so that nothing of ours waits for the collector, which took a
    sixth of the time of a long document. Call it once, when everything is loaded.
    """
    gc.freeze()
    gc.set_threshold(_YOUNG, 10, 10)
