"""Word 97 documents (.doc).

They are read as they stand; LibreOffice, and where there is none antiword, reads what is older or uses what is not read
here. Why in this order is told in docs/archive-files.md, with the figures of ``benchmarks/legacy.py``.
"""

from __future__ import annotations

from dieukhoan.core.errors import UnreadableFile
from dieukhoan.core.reasons import refusal
from dieukhoan.core.text import nfc
from dieukhoan.readers.encodings import Legacy
from dieukhoan.readers.lines import Draft, Row, assemble, paragraphs
from dieukhoan.readers.lines.clean import cleaned, unseen_remark
from dieukhoan.readers.office import by_antiword, by_libreoffice, program
from dieukhoan.readers.word import package, written
from dieukhoan.readers.word97 import Beyond, parts
from dieukhoan.readers.word97.compound import SIGNATURE, is_cut

_WORD = b"\xec\xa5"  # how Word's main stream begins, at the start of a sector
_SECTOR = 512
_FLAGS, _ENCRYPTED = 11, 0x01  # MS-DOC 2.5.2, FibBase: fEncrypted
_LOCKED = "EncryptedPackage".encode("utf-16-le")
_STREAM = "WordDocument".encode("utf-16-le")
_OTHERS = (("Workbook".encode("utf-16-le"), "Excel"), ("PowerPoint Document".encode("utf-16-le"), "PowerPoint"))


def read(data: bytes) -> Draft:
    """The text of a Word document of the years 1997 to 2006.

    Raises UnreadableFile: ``encrypted``, ``wrong_content``, ``broken``, ``empty``, ``needs_libreoffice``.
    """
    _check(data)
    try:
        return written(parts(data))
    except Beyond:
        return _by_others(data)


def _by_others(data: bytes) -> Draft:
    converted = by_libreoffice(data, "doc")
    if converted is not None:
        return written(package(converted))
    text = by_antiword(data)
    if text is None:
        raise refusal("needs_libreoffice") if program() is None else refusal("broken", "broken_doc")
    return _plain(text)


def _check(data: bytes) -> None:
    if not data.startswith(SIGNATURE):
        raise refusal("wrong_content", ending="doc")
    locked = _LOCKED in data
    at = data.find(_WORD, _SECTOR)
    while at % _SECTOR and at > 0:
        at = data.find(_WORD, at + 1)
    if locked or (0 < at < len(data) - _FLAGS and data[at + _FLAGS] & _ENCRYPTED):
        raise refusal("encrypted")
    if _STREAM not in data:
        raise _other(data)


def _other(data: bytes) -> UnreadableFile:
    """What to say of a container that holds no Word document, or whose directory is cut off."""
    for stream, maker in _OTHERS:
        if stream in data:
            return refusal("wrong_content", "office", program=maker)
    return refusal("broken", "cut_doc") if is_cut(data) else refusal("wrong_content", "not_docx")


def _plain(text: str) -> Draft:
    legacy = Legacy({})
    rows = legacy.mended([Row(nfc(line), right=6.0 * len(line)) for line in text.split("\n")])
    rows, unseen = cleaned(rows)
    if not any(row.text.strip() for row in rows):
        raise refusal("empty", "empty_text")
    done, lines = assemble(paragraphs(rows), paged=False)
    return Draft(done, lines, legacy.encoding, diagnostics=(*legacy.remarks(), *unseen_remark(unseen)))
