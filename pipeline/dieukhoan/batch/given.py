"""What a comparison is given: the template, its variants, and how they are told apart."""

from __future__ import annotations

import os
from collections import Counter
from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path

from dieukhoan.batch.collect import File, collect, told_apart
from dieukhoan.batch.remote import is_url
from dieukhoan.core.tails import tails


def against(
    template: str | Path, named: Sequence[str | Path], lang: str, out: str | Path | None = None
) -> tuple[File, list[File], File | None]:
    """The template, the files that ``named`` name or have in them, and the template once more, as a variant of itself,
    where it is named too; in a folder among ``named`` it may lie without being meant. Errors are those of
    ``collect``."""
    first, *others = collect([template, *named], lang, out).files
    itself = None
    if any(_real(path) == _real(template) for path in named):
        itself = told_apart([first, *others, first])[-1]
    return first, distinct(others), itself


def distinct(files: Sequence[File]) -> list[File]:
    """``files`` with names that differ: those that are called the same are called by so much of their paths as tells
    them apart ("a/quy chế.docx", "b/quy chế.docx")."""
    counts = Counter(file.name for file in files)
    alike = [at for at, file in enumerate(files) if counts[file.name] > 1]
    found = list(files)
    paths = [files[at].url or files[at].path.absolute().as_posix() for at in alike]
    for at, name in zip(alike, tails(paths), strict=True):
        found[at] = replace(files[at], name=name)
    return found


def _real(path: str | Path) -> str:
    return str(path) if is_url(path) else os.path.realpath(path)
