"""The folder of results: parts of runs in a hidden corner of it, the results of the last whole run in the open."""

from __future__ import annotations

import errno
import os
import shutil
import sqlite3
import tempfile
from collections.abc import Iterable, Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

from dieukhoan.batch import remote
from dieukhoan.batch.words import say
from dieukhoan.core.errors import OutputError, UsageError

TEXT = "text"
HIDDEN = ".dieukhoan"
_PUBLISHED = "published.txt"
_FULL = (errno.ENOSPC, getattr(errno, "EDQUOT", errno.ENOSPC))


@contextmanager
def writing(out: object, lang: str) -> Iterator[None]:
    """What happens inside is writing results: where it cannot be done, OutputError says why and what to do."""
    try:
        yield
    except (OSError, sqlite3.OperationalError) as error:
        full = getattr(error, "errno", None) in _FULL or "disk is full" in str(error)
        reason = getattr(error, "strerror", None) or str(error)
        place = getattr(error, "filename", None) or out
        raise OutputError(say("disk_full" if full else "not_writable", lang, out=place, reason=reason)) from error


class Home:
    """A folder of results on this machine.

    ``parts`` is where parts are, ``sorted`` is for what is sorted of them, ``made`` where results are made before they
    are published: all in the folder itself, so that nothing has to be copied to be moved into its place.
    """

    def __init__(self, out: Path, hidden: Path, lang: str) -> None:
        self.out, self.lang = out, lang
        self.parts, self.made, self.sorted = hidden / "parts", hidden / "made", hidden / "sorted"
        self._hidden = hidden
        self._aside = hidden / "old"
        for folder in (self.made, self.sorted):
            shutil.rmtree(folder, ignore_errors=True)  # what a run left that was killed
            folder.mkdir(parents=True)
        self.parts.mkdir(exist_ok=True)
        self._number = max((int(path.stem) for path in self.parts.glob("[0-9]*.zip")), default=0)

    def keep(self, data: bytes) -> Path:
        """Store a part: whole, on the disk and not in its cache, before it has its name."""
        self._number += 1
        target = self.parts / f"{self._number:07}.zip"
        with writing(self.out, self.lang):
            _store(data, target)
        return target

    def drop(self, parts: Iterable[Path]) -> None:
        """Delete ``parts``."""
        for path in parts:
            with suppress(OSError):  # held open by a scan for viruses: it goes the next time
                path.unlink()

    def has_text(self, name: str, data: bytes) -> bool:
        """Whether the text ``name`` is published already."""
        try:
            return (self.out / TEXT / name).read_bytes() == data
        except OSError:
            return False

    def publish(self, kept: Iterable[str] = ()) -> tuple[str, ...]:
        """Put everything under ``made`` in its place; the names of what stands now at the top of the folder.

        What an earlier run published and this one does not have is removed, so that no two results beside each other
        contradict, but for the names ``kept`` (paths below the folder, with ``/``); files of others are left alone.
        Raises OutputError, and leaves everything as it was, when a file cannot be replaced (Excel holds it open).
        """
        new = [path.relative_to(self.made).as_posix() for path in sorted(self.made.rglob("*")) if path.is_file()]
        names = sorted({*new, *kept})
        with writing(self.out, self.lang):
            self._exchange(new, sorted(set(self._published()) - set(names)))
            _store("\n".join(names).encode(), self._hidden / _PUBLISHED)
        return tuple(sorted({name.partition("/")[0] for name in names}))

    def _published(self) -> list[str]:
        with suppress(OSError):
            return (self._hidden / _PUBLISHED).read_text("utf-8").splitlines()
        return []

    def _exchange(self, new: list[str], stale: list[str]) -> None:
        """Move the files ``stale`` and those in the way of ``new`` aside, then ``new`` into place; all or none."""
        union = sorted({*self._published(), *new})
        _store("\n".join(union).encode(), self._hidden / _PUBLISHED)  # a run killed below is cleaned up by the next
        moved: list[tuple[Path, Path]] = []
        try:
            for name in [*stale, *new]:
                target = self.out / name
                if target.is_dir():
                    raise IsADirectoryError(errno.EISDIR, os.strerror(errno.EISDIR), str(target))
                if target.exists():
                    _move(target, self._aside / name, moved)
            for name in new:
                _move(self.made / name, self.out / name, moved)
        except OSError:
            for before, after in reversed(moved):
                with suppress(OSError):
                    after.replace(before)
            raise
        shutil.rmtree(self._aside, ignore_errors=True)

    def close(self) -> None:
        """Take away what nobody needs after the run."""
        for folder in (self.made, self.sorted, self._aside):
            shutil.rmtree(folder, ignore_errors=True)


def _move(source: Path, target: Path, moved: list[tuple[Path, Path]]) -> None:
    target.parent.mkdir(parents=True, exist_ok=True)
    source.replace(target)
    moved.append((source, target))


def _store(data: bytes, target: Path) -> None:
    """Write a file under another name first; it has its own name when it is whole and on the disk."""
    part = target.with_suffix(".tmp")
    try:
        with part.open("wb") as file:
            file.write(data)
            file.flush()
            os.fsync(file.fileno())
        part.replace(target)
    except OSError:
        part.unlink(missing_ok=True)
        raise


class RemoteHome(Home):
    """A folder of results that fsspec reaches: made on this machine, then copied; parts lie in both places."""

    def __init__(self, url: str, hidden: Path, lang: str) -> None:
        self._system, self._root = remote.remote(url, lang)
        super().__init__(hidden / "out", hidden, lang)
        self._url = url
        with writing(url, lang):
            self._bring()
        self._number = max((int(path.stem) for path in self.parts.glob("[0-9]*.zip")), default=0)

    def _there(self, name: str) -> str:
        return f"{self._root.rstrip('/')}/{name}"

    def _bring(self) -> None:
        """Copy what earlier runs left in the hidden corner."""
        corner = self._there(HIDDEN)
        if not self._system.exists(corner):
            self._system.makedirs(corner, exist_ok=True)
            return
        for path in self._system.find(corner):
            target = self._hidden / path[len(corner) + 1 :] if path.startswith(corner) else None
            if target and (target.suffix == ".zip" or target.name == _PUBLISHED):
                target.parent.mkdir(parents=True, exist_ok=True)
                self._system.get_file(path, str(target))

    def keep(self, data: bytes) -> Path:
        """Store a part in both places."""
        target = super().keep(data)
        with writing(self._url, self.lang):
            self._put(target, f"{HIDDEN}/parts/{target.name}")
        return target

    def _put(self, source: Path, name: str) -> None:
        target = self._there(name)
        self._system.makedirs(target.rpartition("/")[0], exist_ok=True)
        self._system.put_file(str(source), target)

    def drop(self, parts: Iterable[Path]) -> None:
        """Delete ``parts`` in both places."""
        gone = list(parts)
        super().drop(gone)
        for path in gone:
            self._remove(f"{HIDDEN}/parts/{path.name}")

    def _remove(self, name: str) -> None:
        with suppress(OSError):
            self._system.rm_file(self._there(name))

    def has_text(self, name: str, data: bytes) -> bool:
        """No: what is there would have to be read to know."""
        return False

    def _exchange(self, new: list[str], stale: list[str]) -> None:
        """Copy ``new``, each whole or not at all where the store is such, then delete ``stale``."""
        for name in new:
            self._put(self.made / name, name)
        for name in stale:
            self._remove(name)

    def publish(self, kept: Iterable[str] = ()) -> tuple[str, ...]:
        """As on this machine, but one file after the other."""
        names = super().publish(kept)
        with writing(self._url, self.lang):
            self._put(self._hidden / _PUBLISHED, f"{HIDDEN}/{_PUBLISHED}")
        return names


@contextmanager
def home(out: str | Path, lang: str) -> Iterator[Home]:
    """The folder of results ``out``, made if need be, for one run at a time.

    Raises OutputError, with what to do, when it cannot be written to, UsageError when another run is writing to it.
    """
    if remote.is_url(out):
        with tempfile.TemporaryDirectory(prefix="dieukhoan-", ignore_cleanup_errors=True) as folder:
            yield RemoteHome(str(out), Path(folder), lang)
        return
    hidden = Path(out) / HIDDEN
    with writing(out, lang):
        hidden.mkdir(parents=True, exist_ok=True)
        lock = _locked(hidden / "lock", out, lang)
    try:
        with writing(out, lang):
            found = Home(Path(out), hidden, lang)
        try:
            yield found
        finally:
            found.close()
    finally:
        lock.close()


def _locked(path: Path, out: str | Path, lang: str) -> sqlite3.Connection:
    """A lock that the system takes away when its process ends, however it ends."""
    connection = sqlite3.connect(path, timeout=0, isolation_level=None)
    try:
        connection.execute("BEGIN EXCLUSIVE")
    except sqlite3.OperationalError as error:
        connection.close()
        if "locked" in str(error):
            raise UsageError(say("busy", lang, out=out)) from error
        raise
    return connection
