"""Files that are no files of this machine: ``s3://``, ``sftp://``, ``memory://`` … by fsspec."""

from __future__ import annotations

import hashlib
import json
import re
from collections.abc import Iterator
from pathlib import Path, PurePosixPath
from typing import Any, NamedTuple

from dieukhoan.batch.words import say
from dieukhoan.core.errors import UsageError

_URL = re.compile(r"[a-z][a-z0-9+.-]+://", re.IGNORECASE)
_CHANGING = ("size", "Size", "mtime", "LastModified", "last_modified", "updated", "created", "ETag", "etag", "md5Hash")


def is_url(path: object) -> bool:
    """Whether ``path`` is for fsspec, and no path of this machine."""
    return isinstance(path, str) and bool(_URL.match(path))


class Remote(NamedTuple):
    """A filesystem of fsspec and a path on it."""

    system: Any
    path: str

    def url(self, path: str) -> str:
        """The URL of ``path`` on the same filesystem."""
        return str(self.system.unstrip_protocol(path))


def remote(url: str, lang: str) -> Remote:
    """Where ``url`` leads. Raises UsageError when fsspec, or what it needs for this kind of URL, is not installed."""
    try:
        from fsspec.core import url_to_fs
    except ImportError as error:
        raise UsageError(say("no_fsspec", lang, url=url)) from error
    try:
        return Remote(*url_to_fs(url))
    except (ImportError, ValueError, OSError) as error:
        raise UsageError(say("bad_url", lang, url=url, reason=error)) from error


def stamp(info: dict[str, Any]) -> str:
    """What changes when the bytes of a remote file do."""
    known = {name: str(info[name]) for name in _CHANGING if name in info}
    return hashlib.sha256(json.dumps(known, sort_keys=True).encode()).hexdigest()[:16] if known else ""


class Found(NamedTuple):
    """A remote file: its URL, its path below the folder that was asked for, and its stamp."""

    url: str
    name: str
    stamp: str


def walk(url: str, lang: str) -> Iterator[Found]:
    """The files below ``url``, or the one that it names. Raises UsageError when there is nothing or no way to it."""
    place = remote(url, lang)
    try:
        found = place.system.find(place.path, detail=True)
    except OSError as error:
        raise UsageError(say("closed", lang, path=url, reason=error.strerror or error)) from error
    if not found:
        raise UsageError(say("no_path", lang, path=url))
    root = place.path.rstrip("/") + "/"
    for path, info in found.items():
        name = path.removeprefix(root) if path.startswith(root) else PurePosixPath(path).name
        yield Found(place.url(path), name, stamp(info))


def digest(url: str) -> str:
    """The SHA-256 of the bytes at ``url`` in hex; empty when they cannot be had."""
    try:
        place = remote(url, "en")
        with place.system.open(place.path, "rb") as file:
            return hashlib.file_digest(file, "sha256").hexdigest()
    except (OSError, UsageError):
        return ""


def fetch(url: str, target: Path) -> None:
    """Copy the bytes at ``url`` to ``target``. Raises OSError or UsageError."""
    place = remote(url, "en")
    place.system.get_file(place.path, str(target))


def reachable(url: str) -> bool:
    """Whether there is something at ``url``."""
    try:
        place = remote(url, "en")
        return bool(place.system.exists(place.path))
    except (OSError, UsageError):
        return False
