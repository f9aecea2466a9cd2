"""The program tesseract: a picture in, words with their boxes and confidences out.

It is called through a pipe. The library pytesseract does the same with temporary files, and leaves neither the
environment nor the end of a late process to the caller.
"""

from __future__ import annotations

import csv
import os
import subprocess
from dataclasses import dataclass
from functools import lru_cache
from io import StringIO
from math import inf
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from dieukhoan.readers.scan.picture import Gray

LANGUAGE = "vie"
PATIENCE = 60.0  # seconds for one page; the densest of the pages that were measured took 9
_LAYOUT = "3"  # page segmentation: fully automatic; see docs/ocr.md for the others
_COLUMNS = 12  # of tesseract's TSV
_WORD = "5"  # the level of a word in it


class TooSlow(Exception):  # noqa: N818  named after what happened
    """The program did not end in time."""


@dataclass(frozen=True, slots=True)
class Word:
    """A word on the picture: its box in pixels from the upper left corner, how sure the program is (0 to 100), and
    the line that it stands in."""

    text: str
    left: int
    top: int
    right: int
    bottom: int
    confidence: float
    line: tuple[str, str, str]


@lru_cache(maxsize=1)
def lacking() -> str:
    """What this machine has not: ``tesseract``, ``vie`` (its Vietnamese), or an empty string when all is there."""
    try:
        done = subprocess.run(
            ["tesseract", "--list-langs"], capture_output=True, text=True, timeout=PATIENCE, check=False
        )
    except (OSError, subprocess.TimeoutExpired):
        return "tesseract"
    return "" if LANGUAGE in done.stdout.split() else LANGUAGE


def words(picture: Gray, resolution: int, patience: float = inf) -> list[Word]:
    """The words on ``picture`` in the program's order; ``resolution`` is in dots per inch,
    ``patience`` in seconds. Raises TooSlow."""
    table = _run(picture, patience, "--dpi", str(resolution), "--psm", _LAYOUT, "-l", LANGUAGE, "tsv")
    rows = csv.reader(StringIO(table), delimiter="\t", quoting=csv.QUOTE_NONE)
    return [_word(row) for row in rows if len(row) == _COLUMNS and row[0] == _WORD and row[-1].strip()]


def _word(row: list[str]) -> Word:
    left, top, width, height = map(int, row[6:10])
    return Word(row[11].strip(), left, top, left + width, top + height, float(row[10]), (row[2], row[3], row[4]))


def _run(picture: Gray, patience: float, *options: str) -> str:
    """One process a page, on one core: the batch has its own processes."""
    height, width = picture.shape
    image = b"P5 %d %d 255\n" % (width, height) + picture.tobytes()
    try:
        done = subprocess.run(
            ["tesseract", "stdin", "stdout", *options],
            input=image,
            capture_output=True,
            timeout=min(PATIENCE, patience),
            check=False,
            env=os.environ | {"OMP_THREAD_LIMIT": "1"},
        )
    except subprocess.TimeoutExpired as error:
        raise TooSlow from error
    return done.stdout.decode("utf-8", "replace")
