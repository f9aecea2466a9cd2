"""Files without an ending, as copies from old drives and mail programs leave them: which of them are documents."""

from __future__ import annotations

from pathlib import Path

from dieukhoan.readers.kinds.signatures import HEAD, READ, archived, sniff

_WORD = "WordDocument".encode("utf-16-le")
_ENDS = 1 << 16  # bytes at both ends of an archive in which the names of its parts stand
_BLOCK = 1 << 20


def nameless(path: Path) -> bool:
    """Whether the file at ``path``, which has no ending, holds a document that is told by its content.

    Plain text is not: README and LICENSE are that too. No more than a few pieces of the file are in memory at once.
    """
    try:
        with path.open("rb") as file:
            head = file.read(_ENDS)
            kind = sniff(head[:HEAD])
            if kind == "zip":
                file.seek(max(0, file.seek(0, 2) - _ENDS))
                kind = archived(head + file.read(_ENDS))
            if kind != "doc":
                return kind in READ
            last = head[-len(_WORD) :]
            found = _WORD in head
            while not found and (block := file.read(_BLOCK)):
                found = _WORD in last + block
                last = block[-len(_WORD) :]
            return found
    except OSError:
        return False
