"""A part: what a shard of files gave, in one file that is whole or not there.

It is a ZIP archive: ``manifest.json`` says on what basis which files were read; ``text.jsonl`` holds a line a file, in
the order of the manifest, and ``<table>.rows`` a list with the rows of each file, both as Python marshals them: every
format goes through them at least once, and JSON takes three times as long. One object a part is written atomically on
a disk, on a share and in an object store, where a Parquet file a table would need seventeen; it needs no library.
"""

from __future__ import annotations

import io
import json
import marshal
import zipfile
from collections.abc import Sequence
from dataclasses import dataclass, field, fields
from functools import lru_cache
from itertools import chain
from pathlib import Path
from typing import cast

from dieukhoan.batch.fingerprint import Basis
from dieukhoan.core.errors import UsageError
from dieukhoan.tables import Row, Rows

FORMAT = "2"
TEXT = "text"
UNFINISHED = "ocr_unfinished"
"""The code of the remark that there was no time for some pages; the entry of the file has it, too."""
_MANIFEST = "manifest.json"
_LEVEL = 1  # of compression: a third more than zlib's own 6, in a fifth of the time
_MARSHAL = 4  # the version of Python 3.4 and all later ones
_SURROGATE = b"\xed"  # the byte with which all halves of a pair begin as Python marshals them, and no sign of Latin
_CELLS = {str, int, float, bool, type(None)}
_LONG_AGO = (1980, 1, 1, 0, 0, 0)


@dataclass(frozen=True, slots=True)
class Entry:
    """What is known of one file that was read.

    ``location`` and ``stamp`` spare the hash of a file that was not touched; ``code`` and ``reason`` say why it failed
    or was not read to its end (else empty), ``timeout`` and ``memory`` within which limits (see :class:`Limits`),
    ``tools`` with which programs; ``seconds`` is by stage, ``counts`` rows by table, and ``warnings``.
    """

    name: str
    suffix: str = ""
    location: str = ""
    stamp: str = ""
    sha256: str = ""
    document_id: str = ""
    status: str = "ok"
    code: str = ""
    reason: str = ""
    timeout: float = 0.0
    memory: int = 0
    tools: str = ""
    characters: int = 0
    seconds: dict[str, float] = field(default_factory=dict)
    counts: dict[str, int] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Record:
    """What one file gave: what is known of it, its rows by table (see :func:`encode`), its canonical text (None when it
    failed)."""

    entry: Entry
    rows: dict[str, bytes]
    text: str | None


def encode(rows: Rows) -> dict[str, bytes]:
    """Rows as bytes, by table.

    Raises TypeError for a cell of another type than :data:`dieukhoan.tables.Cell` names, UnicodeEncodeError for text
    that no file can hold: here it costs one file, later it would cost the run.
    """
    return {name: _encoded(found) for name, found in rows.items() if found}


def _encoded(rows: list[Row]) -> bytes:
    if other := set(map(type, chain.from_iterable(rows))) - _CELLS:
        raise TypeError(f"no cell of a table: {other}")
    data = marshal.dumps(rows, _MARSHAL)
    if _SURROGATE in data:  # or a letter of Korean, or a number
        "".join([cell for row in rows for cell in row if isinstance(cell, str)]).encode()
    return data


def pack(records: Sequence[Record], basis: Basis) -> bytes:
    """The bytes of a part."""
    tables = sorted({name for record in records for name in record.rows})
    made = io.BytesIO()
    with zipfile.ZipFile(made, "w", zipfile.ZIP_DEFLATED, compresslevel=_LEVEL) as archive:
        entries = [{item.name: getattr(record.entry, item.name) for item in fields(Entry)} for record in records]
        manifest = {"format": FORMAT, "basis": basis, "files": entries}
        _add(archive, _MANIFEST, json.dumps(manifest).encode())  # ASCII: a path need be no proper text
        for table in tables:
            _add(archive, f"{table}.rows", marshal.dumps([record.rows.get(table, b"") for record in records], _MARSHAL))
        texts = [json.dumps(record.text, ensure_ascii=False).encode() for record in records]
        _add(archive, f"{TEXT}.jsonl", b"\n".join(texts))
    return made.getvalue()


def _add(archive: zipfile.ZipFile, name: str, data: bytes) -> None:
    info = zipfile.ZipInfo(name, _LONG_AGO)
    info.compress_type = zipfile.ZIP_DEFLATED
    archive.writestr(info, data, compresslevel=_LEVEL)  # that of the archive does not count for a ZipInfo


def manifest(path: Path) -> tuple[Basis, list[Entry]] | None:
    """The basis and the files of the part at ``path``; None for what is no part of this format, or a damaged one."""
    try:
        with zipfile.ZipFile(path) as archive:
            known = json.loads(archive.read(_MANIFEST))
        if known["format"] != FORMAT:
            return None
        return known["basis"], [Entry(**entry) for entry in known["files"]]
    except (OSError, zipfile.BadZipFile, EOFError, KeyError, TypeError, ValueError):
        return None


def outcome_of(path: Path, place: int, tables: Sequence[str]) -> tuple[Rows, str | None]:
    """The rows of ``tables`` and the text of one file: for who goes through the files one by one."""
    members = _whole(path, (*tables, TEXT))
    return {name: _decoded(members[name], place) for name in tables}, json.loads(members[TEXT][place])


@lru_cache(maxsize=2)
def _whole(path: Path, names: Sequence[str]) -> dict[str, list[bytes]]:
    """All members of a part: more of them than :func:`_member` keeps."""
    return {name: _member(path, name) for name in names}


@lru_cache(maxsize=12)
def _member(path: Path, name: str) -> list[bytes]:
    """What one member has of each file; a few are kept, for files that changed lie scattered over other parts."""
    inside = f"{name}.jsonl" if name == TEXT else f"{name}.rows"
    try:
        with zipfile.ZipFile(path) as archive:
            data = archive.read(inside) if inside in archive.NameToInfo else b""
        return data.split(b"\n") if name == TEXT else cast("list[bytes]", marshal.loads(data)) if data else []
    except (OSError, zipfile.BadZipFile, EOFError, ValueError, TypeError) as error:
        raise UsageError(f"{path}: {error}. This stored part is damaged: delete it and start again.") from error


def _decoded(member: list[bytes], place: int) -> list[Row]:
    data = member[place] if member else b""
    return cast("list[Row]", marshal.loads(data)) if data else []


def rows_of(path: Path, place: int, table: str) -> list[Row]:
    """The rows of ``table`` that the file at ``place`` of the part at ``path`` gave."""
    return _decoded(_member(path, table), place)


def text_of(path: Path, place: int) -> str | None:
    """The canonical text of the file at ``place``."""
    return cast("str | None", json.loads(_member(path, TEXT)[place]))


def forget() -> None:
    """Let go of what was kept in memory (Windows deletes no folder whose files somebody reads)."""
    _member.cache_clear()
    _whole.cache_clear()
