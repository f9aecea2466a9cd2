"""Which files to read, in which order, and how their documents are told apart."""

from __future__ import annotations

import hashlib
import os
import re
import stat
from collections import defaultdict
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace
from pathlib import Path, PurePosixPath

from dieukhoan.batch import remote
from dieukhoan.batch.words import say
from dieukhoan.core.errors import UsageError
from dieukhoan.core.slug import slug
from dieukhoan.readers import formats, printable
from dieukhoan.readers.kinds import nameless
from dieukhoan.tables import collation_key

_DOCUMENTS = {"txt", "docx", "doc", "pdf", "html", "htm", "rtf", "odt"}
SUFFIXES = tuple(sorted(f".{name}" for name in _DOCUMENTS.union(formats())))
"""What a folder is searched for. One that has no reader becomes a failed row: an office must see what is missing."""

_ENDING = re.compile(r"\.[A-Za-z][A-Za-z0-9]{0,6}[0-9~_]*")
_MOST_HASHED = 400_000_000  # bytes; larger files are not read either


@dataclass(frozen=True, slots=True)
class File:
    """A file to read. ``name`` is its path relative to the input root, with forward slashes; ``suffix`` is added to
    the id of its document (``-2`` for the second of two files with equal bytes and stem).

    ``root`` is the folder it was found in: when that is gone, so are all its files. ``stamp`` changes when the bytes
    do, and is cheaper than they are. ``url`` says where to fetch a file from that is not on this machine.
    """

    path: Path
    name: str
    suffix: str = ""
    root: str = ""
    stamp: str = ""
    url: str = ""

    @property
    def location(self) -> str:
        """Where the file is, whatever it is called."""
        return self.url or str(self.path)


@dataclass(frozen=True, slots=True)
class Found:
    """The files to read, in order, and the names of others that were passed over."""

    files: tuple[File, ...]
    passed: tuple[str, ...] = ()

    @property
    def skipped(self) -> int:
        """How many were passed over."""
        return len(self.passed)


def sha256(file: File) -> str:
    """The hash of a file's bytes in hex; empty when they cannot be had: of a pipe, or of what is too large to read."""
    if file.url:
        return remote.digest(file.url)
    try:
        found = file.path.stat()
        if not stat.S_ISREG(found.st_mode) or found.st_size > _MOST_HASHED:
            return ""
        with file.path.open("rb") as opened:
            return hashlib.file_digest(opened, "sha256").hexdigest()
    except OSError:
        return ""


def collect(paths: Sequence[str | Path], lang: str = "vi", out: str | Path | None = None) -> Found:
    """The files of :func:`listed`, with suffixes where their documents would have one id."""
    found = listed(paths, lang, out)
    return replace(found, files=tuple(told_apart(found.files)))


def listed(paths: Sequence[str | Path], lang: str = "vi", out: str | Path | None = None) -> Found:
    """The files that ``paths`` name and those in the folders among them, each once, in natural order.

    Hidden files, lock files of Office (``~$x.docx``), links that lead out of their folder and the folder ``out``
    are passed over, and what has neither an ending of a document nor, without any ending, the content of one. Raises
    UsageError for a path that does not exist, or when nothing is left to read.
    """
    files: dict[str, File] = {}
    passed: list[str] = []
    for path in paths:
        found = _remote(str(path), lang, str(out)) if remote.is_url(path) else _under(Path(path), lang, out)
        for file in found:
            if isinstance(file, str):
                passed.append(file)
            else:
                files.setdefault(file.url or str(_real(file.path)), file)
    if not files:
        names = ", ".join(map(str, paths))
        raise UsageError(say("no_files", lang, suffixes=" ".join(SUFFIXES), paths=names))
    return Found(tuple(files.values()), tuple(passed))


def _under(path: Path, lang: str, out: str | Path | None) -> Iterator[File | str]:
    """The files of one argument; the name alone of each that is no document."""
    if path.is_dir():
        yield from _walk(path, lang, None if out is None or remote.is_url(out) else Path(out))
    elif path.exists():
        yield File(path, printable(path.name), root=str(path.parent), stamp=_stamp(path))
    else:
        raise UsageError(say("no_path", lang, path=path))


def _walk(root: Path, lang: str, out: Path | None) -> Iterator[File | str]:
    inside = root.resolve()
    results = {out.resolve(), out.resolve() / "text"} if out else set()

    def refused(error: OSError) -> None:
        """A folder that cannot be listed ends the run: its files would silently be missing."""
        raise UsageError(say("closed", lang, path=error.filename, reason=error.strerror)) from error

    for folder, folders, names in os.walk(root, onerror=refused):
        here = Path(folder)
        folders[:] = [name for name in folders if not _hidden(name) and _real(here / name) not in results]
        folders.sort(key=collation_key)
        for name in sorted(names, key=collation_key):
            path = here / name
            if _hidden(name) or not _real(path).is_relative_to(inside):
                continue
            if path.is_file() and (path.suffix.lower() in SUFFIXES or _is_nameless(path)):
                yield File(path, printable(path.relative_to(root).as_posix()), root=str(root), stamp=_stamp(path))
            else:
                yield printable(path.relative_to(root).as_posix())


def _is_nameless(path: Path) -> bool:
    """Whether a document stands under a name without an ending; what follows the last dot of "Kế hoạch số 12.2024" or
    of "Công văn 15. Sở Y tế" is none."""
    return not _ENDING.fullmatch(path.suffix) and nameless(path)


def _real(path: Path) -> Path:
    """Where ``path`` leads; unlike ``Path.resolve`` without an error where links go round in a circle."""
    return Path(os.path.realpath(path))


def _stamp(path: Path) -> str:
    """Size and times of a file; empty when they cannot be had."""
    try:
        known = path.stat()
    except OSError:
        return ""
    return f"{known.st_size} {known.st_mtime_ns} {known.st_ctime_ns}"


def _remote(url: str, lang: str, out: str) -> Iterator[File | str]:
    """The same for a URL: in each folder first its files, then its folders, as on a disk."""
    results = out.rstrip("/") + "/" if remote.is_url(out) else ""
    for found in sorted(remote.walk(url, lang), key=_reading_order):
        path = PurePosixPath(found.name)
        if any(map(_hidden, path.parts)) or (results and found.url.startswith(results)):
            continue
        wanted = path.suffix.lower() in SUFFIXES
        name = printable(found.name)
        yield File(Path(path.name), name, root=url, stamp=found.stamp, url=found.url) if wanted else name


def _reading_order(found: remote.Found) -> tuple[tuple[bool, object], ...]:
    *folders, name = PurePosixPath(found.name).parts
    return (*((True, collation_key(folder)) for folder in folders), (False, collation_key(name)))


def _hidden(name: str) -> bool:
    return name.startswith((".", "~$", "~WRL"))


def told_apart(files: Sequence[File], digest: Callable[[File], str] = sha256) -> list[File]:
    """``files`` with suffixes such that no two documents get one id (slug of the stem and hash of the bytes, which
    ``digest`` gives)."""
    alike: defaultdict[str, int] = defaultdict(int)
    for file in files:
        alike[slug(file.path.stem)] += 1
    seen: defaultdict[tuple[str, str], int] = defaultdict(int)
    told = []
    for file in files:
        stem = slug(file.path.stem)
        if alike[stem] > 1:  # only then are the bytes worth reading twice
            seen[key := (stem, digest(file)[:8])] += 1
            told.append(replace(file, suffix=f"-{seen[key]}" if seen[key] > 1 else ""))
        else:
            told.append(file)
    return told
