"""What worker processes do in the tests of the crew; a process of its own must be able to import it."""

from __future__ import annotations

import os
import time

from dieukhoan.batch.collect import File


def name_of(file: File) -> str:
    """The name; the first files take longest, so that later ones are done before them."""
    time.sleep(0.05 if file.name.startswith("0") else 0)
    return file.name


def dies_on_x(file: File) -> str:
    """The name; the process is gone at once when there is an x in it."""
    if "x" in file.name:
        os._exit(9)
    return file.name


def lost(file: File, error: BaseException) -> str:
    """What stands for a file whose process died."""
    return f"{file.name}: {getattr(error, 'code', error)}"
