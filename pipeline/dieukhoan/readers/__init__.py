"""One file a format: bytes to Source.

Every module that stands directly in this package reads the format of its name (``docx.py`` reads ``.docx``) with a
function ``read(data: bytes) -> Draft``, and is imported only when such a file comes. What formats share stands in
subpackages. Adding a format is adding one file.
"""

from __future__ import annotations

import hashlib
import os
import pkgutil
import re
from importlib import import_module
from pathlib import Path

from dieukhoan.core.errors import UnreadableFile
from dieukhoan.core.records import Source
from dieukhoan.core.remarks import remark
from dieukhoan.core.text import nfc
from dieukhoan.readers.guard import Allowance, contents
from dieukhoan.readers.lines.draft import Draft

OCR = ("auto", "never", "always")
_PICTURED = ("pdf",)  # formats whose pages may be pictures
# Word opens each of these under the ending of each other, so that nobody notices: web programs call RTF, pages and
# pages with their pictures (MIME) .doc, and people rename files.
_OFFICE = ("doc", "docx", "htm", "html", "odt", "rtf")
_ZIPPED = {"docx": b"[Content_Types].xml", "odt": b"content.xml"}
_PAGE = re.compile(rb"<html[\s>]|<meta\s|^mime-version:", re.MULTILINE)
_HEAD = 2048  # bytes in which a page says that it is one
_SIGNATURES = (
    (b"%PDF-", "pdf"),
    (b"PK\x03\x04", "zip"),
    (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", "doc"),
    (b"{\\rtf", "rtf"),
    (b"\x89PNG", "png"),
    (b"\xff\xd8\xff", "jpg"),
    (b"GIF8", "gif"),
    (b"II*\x00", "tiff"),
    (b"MM\x00*", "tiff"),
    (b"\x1f\x8b", "gz"),
    (b"Rar!", "rar"),
    (b"7z\xbc\xaf\x27\x1c", "7z"),
    (b"<!doctype html", "html"),
    (b"<html", "html"),
)


def formats() -> tuple[str, ...]:
    """The endings that can be read, in lower case, without their dot, sorted."""
    return tuple(sorted(module.name for module in pkgutil.iter_modules(__path__) if not module.ispkg))


def read(path: Path, name: str = "", ocr: str = "auto", timeout: float = 0.0) -> Source:
    """The text of the file at ``path``; ``name`` is its path as given, relative to the input root. ``ocr`` says which
    pages of a PDF are read by OCR: ``auto`` those without (readable) text, ``never``, ``always``. ``timeout`` is how
    many seconds there are for the file, its analysis included (0: without end); OCR stops before they are over.

    Raises UnreadableFile, with code, message and remedy, for whatever cannot be turned into text.
    """
    allowance = Allowance(timeout)
    ending = path.suffix.lower().lstrip(".")
    if ending not in formats():
        raise _unsupported(ending)
    data = contents(path, ending)
    kind = _kind(data, ending)
    reader = import_module(f"{__name__}.{kind}")
    draft: Draft = reader.read(data, ocr, allowance) if kind in _PICTURED else reader.read(data)
    other = [remark("other_format", ending=ending, kind=kind)] if kind != _plain(ending) else []
    return Source(
        path=printable(name or path.name),
        sha256=hashlib.sha256(data).hexdigest(),
        format=draft.format or kind,
        text=draft.text,
        lines=draft.lines,
        encoding=draft.encoding,
        pages=draft.pages,
        diagnostics=(*other, *draft.diagnostics),
        drawn=draft.drawn,
    )


def sniff(data: bytes) -> str:
    """What the first bytes say that ``data`` is (``pdf``, ``zip``, ``doc``, …); empty when they say nothing."""
    start = data[:1024].removeprefix(b"\xef\xbb\xbf").lstrip().lower()
    for signature, kind in _SIGNATURES:
        if data.startswith(signature) or (signature.islower() and start.startswith(signature)):
            return kind
    return ""


def _kind(data: bytes, ending: str) -> str:
    """The format that the file really has: among those of word processors the content decides, not the ending.

    Raises UnreadableFile (``wrong_content``) where a file holds something that nobody would call so.
    """
    kind = sniff(data)
    if kind == "zip":
        kind = _archive(data) or (ending if ending in _ZIPPED else "docx")
    elif not kind and ending in _OFFICE and _PAGE.search(data[:_HEAD].replace(b"\0", b"").lower()):
        kind = "html"
    if not kind or kind == _plain(ending) or (kind in _OFFICE and ending in _OFFICE):
        return kind or _plain(ending)
    remedy = f"Give it the ending .{kind}, if that is what it is."
    raise UnreadableFile("wrong_content", f"The file is called .{ending} but holds {kind}.", remedy)


def _archive(data: bytes) -> str:
    """The format of a ZIP archive, by the names of the parts that it must have; empty for another one."""
    return next((kind for kind, part in _ZIPPED.items() if part in data), "")


def _plain(ending: str) -> str:
    return "html" if ending == "htm" else ending


def _unsupported(ending: str) -> UnreadableFile:
    known = ", ".join(f".{name}" for name in formats())
    what = f"Files .{ending} cannot be read" if ending else "Files without an ending cannot be read"
    return UnreadableFile("unsupported", f"{what}.", f"Readable are {known}.")


def printable(name: str) -> str:
    """``name`` in NFC; bytes that are no UTF-8 in a file name become U+FFFD, so that tables can be written."""
    return nfc(os.fsencode(name).decode("utf-8", "replace")) if not name.isascii() else name
