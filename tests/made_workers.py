"""What worker processes do in the tests of batch; a process of its own must be able to import it."""

from __future__ import annotations

import os
import sys
import time
from dataclasses import dataclass, replace
from pathlib import PurePosixPath
from typing import Any
from unittest.mock import patch

from dieukhoan.batch import Summary, conversion
from dieukhoan.batch.collect import File, sha256
from dieukhoan.batch.parts import Record
from dieukhoan.batch.shards import Step, Work
from dieukhoan.batch.work import Clock, Reading
from dieukhoan.core.errors import UnreadableFile
from dieukhoan.core.slug import document_id
from made_document import made


class Names(Work):
    """Gives back the name of a task, unless it says that it is to do something else."""

    def __call__(self, task: str) -> str:
        if "chết" in task:
            os._exit(9)
        if "treo" in task:
            time.sleep(60)
        if "phình" in task:
            grown = []
            while True:
                grown.append(b"x" * (1 << 24))
        if "in ra" in task:
            sys.stdout.write("noise\n")
        if task == "ai":
            return str(os.getpid())
        return task

    def lost(self, task: str, error: BaseException) -> str:
        return f"{task}: {getattr(error, 'code', error)}"

    def told(self, result: str) -> Step:
        return Step(result)


class Unready(Names):
    """Cannot be made ready."""

    def prepare(self) -> None:
        raise ValueError("no model here")


@dataclass(frozen=True)
class Poisoned(Reading):
    """Reads as convert does, but some names are poison, as some files are to a parser."""

    def __call__(self, task: File) -> Record:
        stem = task.path.stem
        if stem == "ném":
            return self.isolated(task, _thrown)
        Names()(stem)
        return super().__call__(task)


def _thrown(_: Any) -> Record:
    raise RecursionError("too deep")


@dataclass(frozen=True)
class Quick(Reading):
    """Reads nothing and says the same of every file, in no time: for what is about files and not about texts."""

    def prepare(self) -> None:
        """Nothing."""

    def __call__(self, task: File) -> Record:
        Names()(task.path.stem)
        return self.isolated(task, lambda found: self.record(task, found, Clock()))

    def isolated(self, file: File, use: Any, lap: Any = None) -> Any:
        """``use`` of a document made by hand."""
        if "hỏng" in file.name:  # as a reader would find
            return self.lost(file, UnreadableFile("broken", "The file is damaged."))
        if not file.path.exists():
            return self.lost(file, UnreadableFile("no_access", "The file cannot be opened."))
        time.sleep(0.002)
        stem = PurePosixPath(file.name).stem
        found = made(stem)
        source = replace(found.source, path=file.name, sha256=sha256(replace(file, url="")))
        whole = document_id(stem, source.sha256) + file.suffix
        return use(replace(found, document_id=whole, source=source))


def quickly(*arguments: Any, **options: Any) -> Summary:
    """``convert`` with quick reading."""
    with patch.object(conversion, "Reading", Quick):  # of the rules it needs none
        return conversion.convert(*arguments, **options)
