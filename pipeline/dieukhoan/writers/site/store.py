"""What must be asked for in another order than that of the documents, on the disk: duties and documents by body."""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Iterable, Iterator
from contextlib import closing, contextmanager
from pathlib import Path
from typing import Any, NamedTuple

from dieukhoan.tables import collation_bytes

_PRAGMAS = ("page_size = 8192", "journal_mode = OFF", "synchronous = OFF", "cache_size = -16000")
_MAKE = """
CREATE TABLE duty (serial INTEGER PRIMARY KEY, told TEXT);
CREATE TABLE part (body TEXT, serial INTEGER, roles TEXT, PRIMARY KEY (body, serial)) WITHOUT ROWID;
CREATE TABLE named (body TEXT, document INTEGER, times INTEGER, PRIMARY KEY (body, document)) WITHOUT ROWID;
CREATE TABLE name (body TEXT PRIMARY KEY, name TEXT) WITHOUT ROWID;
CREATE TABLE paged (body TEXT PRIMARY KEY) WITHOUT ROWID;
CREATE TABLE document (serial INTEGER PRIMARY KEY, id TEXT, title TEXT, sorted BLOB, told TEXT);
"""


class Part(NamedTuple):
    """A duty (see :class:`dieukhoan.writers.site.facts.Facts`) and what a body has to do with it."""

    duty: dict[str, Any]
    roles: list[str]


class Store:
    """The scratch file of one run."""

    def __init__(self, database: sqlite3.Connection) -> None:
        self._database = database

    def add_duty(self, serial: int, duty: dict[str, Any], roles: dict[str, list[str]]) -> None:
        """Keep a duty and the roles of bodies in it."""
        told = json.dumps(duty, ensure_ascii=False)
        self._database.execute("INSERT INTO duty VALUES (?, ?)", (serial, told))
        rows = [(body, serial, json.dumps(parts)) for body, parts in roles.items()]
        self._database.executemany("INSERT INTO part VALUES (?, ?, ?)", rows)

    def add_document(self, serial: int, document_id: str, title: str, told: list[Any]) -> None:
        """Keep a document by its title."""
        row = (serial, document_id, title, collation_bytes(title), json.dumps(told, ensure_ascii=False))
        self._database.execute("INSERT INTO document VALUES (?, ?, ?, ?, ?)", row)

    def add_bodies(self, serial: int, times: dict[str, int], paged: Iterable[str]) -> None:
        """Keep how often a document names each body, and which of them are to have a page."""
        rows = [(body, serial, count) for body, count in times.items()]
        self._database.executemany("INSERT INTO named VALUES (?, ?, ?)", rows)
        self._database.executemany("INSERT OR IGNORE INTO paged VALUES (?)", [(body,) for body in paged])

    def documents(self) -> Iterator[list[Any]]:
        """What was told of each document, with its place in a list by title before it, in the order of reading."""
        asked = "SELECT rank() OVER (ORDER BY sorted, serial), told FROM document ORDER BY serial"
        for rank, told in self._database.execute(asked):
            yield [rank, *json.loads(told)]

    def add_names(self, names: Iterable[tuple[str, str]]) -> None:
        """Keep what the bodies of these ids are called."""
        self._database.executemany("INSERT INTO name VALUES (?, ?)", names)

    def name(self, body: str) -> str:
        """What a body is called; its id where no body has it."""
        found = self._database.execute("SELECT name FROM name WHERE body = ?", (body,)).fetchone()
        return str(found[0]) if found else body

    def has_page(self, body: str) -> bool:
        """Whether a body has a page of its own."""
        return bool(self._database.execute("SELECT 1 FROM paged WHERE body = ?", (body,)).fetchone())

    def duties(self, body: str) -> Iterator[Part]:
        """The duties in which a body has a part, in the order of reading."""
        asked = "SELECT told, roles FROM part JOIN duty USING (serial) WHERE body = ? ORDER BY serial"
        for told, roles in self._database.execute(asked, (body,)):
            yield Part(json.loads(told), json.loads(roles))

    def roles(self, body: str) -> Iterator[list[str]]:
        """The roles of a body, duty by duty."""
        for (roles,) in self._database.execute("SELECT roles FROM part WHERE body = ?", (body,)):
            yield json.loads(roles)

    def naming(self, body: str) -> Iterator[tuple[str, str, int]]:
        """The documents that name a body, in the order of a list: id, title, how often."""
        asked = """SELECT id, title, times FROM named JOIN document ON serial = document
                   WHERE body = ? ORDER BY sorted, serial"""
        yield from self._database.execute(asked, (body,))

    def named(self, body: str) -> int:
        """How many documents name a body."""
        ((count,),) = self._database.execute("SELECT count(*) FROM named WHERE body = ?", (body,))
        return int(count)


@contextmanager
def store(path: Path) -> Iterator[Store]:
    """A new store in the file ``path``."""
    with closing(sqlite3.connect(path, isolation_level=None)) as database:
        for pragma in _PRAGMAS:
            database.execute(f"PRAGMA {pragma}")
        database.executescript(_MAKE)
        database.execute("BEGIN")
        yield Store(database)
        database.execute("COMMIT")
