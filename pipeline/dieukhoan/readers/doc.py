"""Word 97 documents (.doc), and what else people call so: RTF, HTML and .docx under that name.

LibreOffice converts the file to .docx, whose reader then sees fonts, lists and tables; antiword is the second choice.
Compared by ``benchmarks/legacy.py`` on 21 real .doc files with transcripts (mean share of words equal, case aside, and
seconds a file): LibreOffice with the fonts read here 0.990 and 4 s, antiword with the encoding guessed 0.991 and 0.2 s,
the library viparse 0.935 and 7 s. antiword loses a table here and there (0.94 for one file), what is a cell, and the
capitals that .VnTimeH draws. LibreOffice leaves out the deletions of one file with tracked changes, as it should, which
its transcript keeps (0.89). So the slower one goes first.
"""

from __future__ import annotations

from collections.abc import Callable
from importlib import import_module

from dieukhoan.core.errors import UnreadableFile
from dieukhoan.core.text import nfc
from dieukhoan.readers.encodings import Legacy
from dieukhoan.readers.lines import Draft, Row, assemble, paragraphs
from dieukhoan.readers.lines.clean import unseen_remark, without_unseen
from dieukhoan.readers.office import by_antiword, by_libreoffice

_OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_WORD = b"\xec\xa5"  # how Word's main stream begins, at the start of a sector
_SECTOR = 512
_FLAGS, _ENCRYPTED = 11, 0x01  # MS-DOC 2.5.2, FibBase: fEncrypted
_LOCKED = "EncryptedPackage".encode("utf-16-le")
_STREAM = "WordDocument".encode("utf-16-le")


def read(data: bytes) -> Draft:
    """The text of a Word document of the years 1997 to 2006.

    Raises UnreadableFile: ``encrypted``, ``wrong_content``, ``broken``, ``empty``, ``needs_libreoffice``, and what the
    reader of the format raises that the file really has.
    """
    if not data.startswith(_OLE):
        return _really(data)(data)
    _check(data)
    converted = by_libreoffice(data, "doc")
    if converted is not None:
        return _reader("docx")(converted)
    text = by_antiword(data)
    if text is None:
        raise UnreadableFile(
            "needs_libreoffice",
            "The .doc could not be converted: LibreOffice is missing or cannot read the file.",
            "Install LibreOffice, or save the file as .docx with Word.",
        )
    return _plain(text)


def _reader(name: str) -> Callable[[bytes], Draft]:
    reader: Callable[[bytes], Draft] = import_module(f"dieukhoan.readers.{name}").read
    return reader


def _really(data: bytes) -> Callable[[bytes], Draft]:
    """The reader for what a .doc holds that is none."""
    start = data[:1024].removeprefix(b"\xef\xbb\xbf").lstrip().lower()
    if data.startswith(b"{\\rtf"):
        return _reader("rtf")
    if data.startswith(b"PK\x03\x04"):
        return _reader("docx")
    if start.startswith((b"<!doctype html", b"<html", b"<?xml", b"mime-version")) or b"<html" in start:
        return _reader("html")
    raise UnreadableFile("wrong_content", "The file is called .doc but is none.", "Fetch it again.")


def _check(data: bytes) -> None:
    locked = _LOCKED in data
    at = next((at for at in range(_SECTOR, len(data), _SECTOR) if data.startswith(_WORD, at)), None)
    if locked or (at is not None and len(data) > at + _FLAGS and data[at + _FLAGS] & _ENCRYPTED):
        raise UnreadableFile(
            "encrypted", "The document is protected by a password.", "Open it in Word and save it without password."
        )
    if _STREAM not in data:
        raise UnreadableFile(
            "wrong_content", "The file is an Office file but no Word document.", "Save it as .docx with Word."
        )


def _plain(text: str) -> Draft:
    legacy = Legacy({})
    rows = legacy.mended([Row(nfc(line), right=6.0 * len(line)) for line in text.split("\n")])
    clean = [(row, *without_unseen(row.text)) for row in rows]
    rows = [Row(shown, left=row.left, right=row.right) for row, shown, _ in clean]
    if not any(row.text.strip() for row in rows):
        raise UnreadableFile("empty", "The document holds no text.", "Check whether the right file was delivered.")
    done, lines = assemble(paragraphs(rows), paged=False)
    unseen = unseen_remark(sum(count for _, _, count in clean))
    return Draft(done, lines, legacy.encoding, diagnostics=(*legacy.remarks(), *unseen))
