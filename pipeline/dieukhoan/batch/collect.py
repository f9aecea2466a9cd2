"""Which files to read, in which order, and how their documents are told apart."""

from __future__ import annotations

import hashlib
import os
from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from dieukhoan.batch.words import say
from dieukhoan.core.errors import UsageError
from dieukhoan.core.slug import slug
from dieukhoan.core.text import nfc
from dieukhoan.readers import formats
from dieukhoan.tables import collation_key

_DOCUMENTS = {"txt", "docx", "doc", "pdf", "html", "htm", "rtf", "odt"}
SUFFIXES = tuple(sorted(f".{name}" for name in _DOCUMENTS.union(formats())))
"""What a folder is searched for. One that has no reader becomes a failed row: an office must see what is missing."""


@dataclass(frozen=True, slots=True)
class File:
    """A file to read. ``name`` is its path relative to the input root, with forward slashes; ``suffix`` is added to
    the id of its document (``-2`` for the second of two files with equal bytes and stem)."""

    path: Path
    name: str
    suffix: str = ""


@dataclass(frozen=True, slots=True)
class Found:
    """The files to read, in order, and how many others were passed over."""

    files: tuple[File, ...]
    skipped: int = 0


def collect(paths: Sequence[Path], lang: str = "vi", out: Path | None = None) -> Found:
    """The files that ``paths`` name and those in the folders among them, each once, in natural order.

    Hidden files, lock files of Office (``~$x.docx``), links that lead out of their folder and the folder ``out``
    are passed over. Raises UsageError for a path that does not exist, or when nothing is left to read.
    """
    files: dict[Path, File] = {}
    skipped = 0
    for path in paths:
        for file in _under(path, lang, out):
            if file is None:
                skipped += 1
            else:
                files.setdefault(file.path.resolve(), file)
    if not files:
        names = ", ".join(map(str, paths))
        raise UsageError(say("no_files", lang, suffixes=" ".join(SUFFIXES), paths=names))
    return Found(tuple(_told_apart(list(files.values()))), skipped)


def _under(path: Path, lang: str, out: Path | None) -> Iterator[File | None]:
    """The files of one argument; None for each that is no document."""
    if path.is_dir():
        yield from _walk(path, lang, out)
    elif path.exists():
        yield File(path, _shown(path.name))
    else:
        raise UsageError(say("no_path", lang, path=path))


def _walk(root: Path, lang: str, out: Path | None) -> Iterator[File | None]:
    inside = root.resolve()
    results = {out.resolve(), out.resolve() / "text"} if out else set()

    def refused(error: OSError) -> None:
        raise UsageError(say("closed", lang, path=error.filename, reason=error.strerror)) from error

    for folder, folders, names in os.walk(root, onerror=refused):
        here = Path(folder)
        folders[:] = [name for name in folders if not _hidden(name) and (here / name).resolve() not in results]
        folders.sort(key=collation_key)
        for name in sorted(names, key=collation_key):
            path = here / name
            if _hidden(name) or not path.resolve().is_relative_to(inside):
                continue
            wanted = path.suffix.lower() in SUFFIXES and path.is_file()
            yield File(path, _shown(path.relative_to(root).as_posix())) if wanted else None


def _shown(name: str) -> str:
    """A file's name as text: NFC (macOS gives names decomposed), U+FFFD for bytes that are no UTF-8."""
    return nfc(os.fsencode(name).decode("utf-8", "replace"))


def _hidden(name: str) -> bool:
    return name.startswith((".", "~$", "~WRL"))


def _told_apart(files: list[File]) -> list[File]:
    """``files`` with suffixes such that no two documents get one id (slug of the stem and hash of the bytes)."""
    alike: defaultdict[str, int] = defaultdict(int)
    for file in files:
        alike[slug(file.path.stem)] += 1
    seen: defaultdict[tuple[str, str], int] = defaultdict(int)
    told = []
    for file in files:
        stem = slug(file.path.stem)
        if alike[stem] > 1:  # only then are the bytes worth reading twice
            seen[key := (stem, sha256(file.path)[:8])] += 1
            told.append(replace(file, suffix=f"-{seen[key]}" if seen[key] > 1 else ""))
        else:
            told.append(file)
    return told


def sha256(path: Path) -> str:
    """The hash of a file's bytes in hex; empty when they cannot be had."""
    try:
        with path.open("rb") as file:
            return hashlib.file_digest(file, "sha256").hexdigest()
    except OSError:
        return ""
