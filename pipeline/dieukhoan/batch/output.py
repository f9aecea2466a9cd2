"""The folder of results: everything is made beside it under a temporary name, then moved into place."""

from __future__ import annotations

import re
import shutil
import sqlite3
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from dieukhoan.batch.words import say
from dieukhoan.core.errors import UsageError
from dieukhoan.tables import TABLES, VIEWS
from dieukhoan.tables.compared import COMPARED
from dieukhoan.writers import formats

TEXT = "text"
_OUR_TEXT = re.compile(r".*-[0-9a-f]{8}(?:-\d+)?\.txt")


@contextmanager
def workshop(out: Path, lang: str) -> Iterator[Path]:
    """A temporary folder inside ``out`` (made if need be), gone afterwards.

    Raises UsageError, with what to do, when ``out`` cannot be written to.
    """
    try:
        out.mkdir(parents=True, exist_ok=True)
        folder = Path(tempfile.mkdtemp(prefix=".dieukhoan-", dir=out))
        try:
            yield folder
        finally:
            shutil.rmtree(folder, ignore_errors=True)
    except (OSError, sqlite3.OperationalError) as error:
        reason = getattr(error, "strerror", None) or str(error)
        raise UsageError(say("not_writable", lang, out=out, reason=reason)) from error


def publish(made: Path, out: Path) -> tuple[Path, ...]:
    """Move every file under ``made`` to its place under ``out``; the files and folders of results at its top.

    What an earlier run left and this one does not have (a text, a table, a format that was not asked for) is removed,
    so that no two results beside each other contradict; files of other names are left alone.
    """
    files = sorted(path for path in made.rglob("*") if path.is_file())
    for path in files:
        target = out / path.relative_to(made)
        target.parent.mkdir(exist_ok=True)
        path.replace(target)
    kept = {path.relative_to(made) for path in files}
    texts = (path for path in (out / TEXT).glob("*.txt") if _OUR_TEXT.fullmatch(path.name))
    tables = (out / "csv" / f"{table.name}.csv" for table in (*VIEWS, *TABLES, *COMPARED))
    wholes = (out / f"dieukhoan.{name}" for name in formats())
    for path in (*texts, *tables, *wholes):
        if path.relative_to(out) not in kept:
            path.unlink(missing_ok=True)
    return tuple(sorted({out / path.relative_to(made).parts[0] for path in files}))
