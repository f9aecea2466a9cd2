"""The parts of earlier runs: what of them still holds, what has to be read, and where the rows of each file are."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import NamedTuple

from dieukhoan.batch.collect import File, sha256
from dieukhoan.batch.fingerprint import Basis, tools
from dieukhoan.batch.parts import UNFINISHED, Entry, manifest
from dieukhoan.batch.shards import Limits

# Failures that say nothing of the file itself: a share that was away for a moment, a file that somebody held open.
_PASSING = frozenset({"no_access", "unreadable"})
_BY_FORCE = frozenset({"timeout", "memory", "died", UNFINISHED})


class Slot(NamedTuple):
    """Where the rows of a file are: the file of a part, and the place in it."""

    part: Path
    place: int


@dataclass(frozen=True, slots=True)
class Kept:
    """A file whose rows are in a part."""

    slot: Slot
    entry: Entry


def light(entry: Entry) -> Entry:
    """``entry`` without its figures, which are most of it: a hundred thousand are held at a time."""
    return replace(entry, seconds={}, counts={})


def full(kept: Iterable[Kept]) -> Iterator[Entry]:
    """What is known of each file with its figures, from the parts."""
    path, entries = None, list[Entry]()
    for one in kept:
        if one.slot.part != path:
            path = one.slot.part
            _, entries = manifest(path) or ({}, [])
        yield entries[one.slot.place] if one.slot.place < len(entries) else one.entry


Key = tuple[str, str, str]
"""Name, suffix and hash: with the basis, all that the rows of a file depend on."""


class Checkpoint:
    """What the parts in ``folder`` hold on the ``basis`` of now, within ``limits``."""

    def __init__(self, folder: Path, basis: Basis, limits: Limits) -> None:
        self._folder, self._basis, self._limits = folder, basis, limits
        self._known: dict[Key, Kept] = {}
        self._names: set[tuple[str, str]] = set()
        self._stamps: dict[tuple[str, str], str] = {}
        self.outdated: Counter[str] = Counter()
        for path in sorted(folder.glob("*.zip")):
            self._open(path)

    def _open(self, path: Path) -> None:
        known = manifest(path)
        if known is None:
            return
        basis, entries = known
        if changed := [name for name in self._basis if basis.get(name) != self._basis[name]]:
            self.outdated[changed[0]] += len(entries)
            return
        self.add(path, entries)

    def add(self, path: Path, entries: Sequence[Entry] | None = None) -> list[Kept]:
        """Take in the part at ``path``; what it holds."""
        if entries is None:
            _, entries = manifest(path) or ({}, [])
        found = [Kept(Slot(path, place), light(entry)) for place, entry in enumerate(entries)]
        for kept in found:
            entry = kept.entry
            self._known[entry.name, entry.suffix, entry.sha256] = kept
            self._names.add((entry.name, entry.suffix))
            if entry.stamp and entry.sha256:
                self._stamps[entry.location, entry.stamp] = entry.sha256
        return found

    def digest(self, file: File) -> str:
        """The hash of a file; its bytes are read only if it was touched since the last run."""
        return self._stamps.get((file.location, file.stamp)) or sha256(file)

    def find(self, file: File) -> Kept | None:
        """The rows of ``file``, if a part has them and they hold."""
        if (file.name, file.suffix) not in self._names:
            return None
        kept = self._known.get((file.name, file.suffix, self.digest(file)))
        return kept if kept and self._holds(kept.entry) else None

    def _holds(self, entry: Entry) -> bool:
        if entry.code in _BY_FORCE:
            return not self._limits.beyond(entry.timeout, entry.memory)
        return entry.code not in _PASSING and (not entry.code or entry.tools == tools())

    def idle(self, used: Iterable[Path]) -> list[Path]:
        """The parts in the folder that are not among those ``used``."""
        return sorted(set(self._folder.iterdir()).difference(used))
