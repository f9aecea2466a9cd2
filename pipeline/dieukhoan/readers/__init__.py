"""One file a format: bytes to Source.

Every module that stands directly in this package reads the format of its name (``docx.py`` reads ``.docx``) with a
function ``read(data: bytes) -> Draft``, and is imported only when such a file comes. What formats share stands in
subpackages. Adding a format is adding one file.
"""

from __future__ import annotations

import hashlib
import os
import pkgutil
from importlib import import_module
from pathlib import Path

from dieukhoan.core.errors import UnreadableFile
from dieukhoan.core.records import Source
from dieukhoan.core.text import nfc
from dieukhoan.readers.lines.draft import Draft

LARGEST = 300_000_000  # bytes; an agreement has some ten thousand
# A locked .docx is an OLE container like .doc, and web programs give RTF or HTML the ending .doc: their readers tell
# them apart.
_ALSO = {
    "docx": ("zip", "doc"),
    "doc": ("doc", "rtf", "zip", "html"),
    "odt": ("zip",),
    "htm": ("html",),
}
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


def read(path: Path, name: str = "") -> Source:
    """The text of the file at ``path``; ``name`` is its path as given, relative to the input root.

    Raises UnreadableFile, with code, message and remedy, for whatever cannot be turned into text.
    """
    ending = path.suffix.lower().lstrip(".")
    if ending not in formats():
        raise _unsupported(ending)
    data = _bytes(path)
    _check_content(data, ending)
    draft: Draft = import_module(f"{__name__}.{ending}").read(data)
    return Source(
        path=_printable(name or path.name),
        sha256=hashlib.sha256(data).hexdigest(),
        format="html" if ending == "htm" else ending,
        text=draft.text,
        lines=draft.lines,
        encoding=draft.encoding,
        pages=draft.pages,
        diagnostics=draft.diagnostics,
    )


def sniff(data: bytes) -> str:
    """What the first bytes say that ``data`` is (``pdf``, ``zip``, ``doc``, …); empty when they say nothing."""
    start = data[:1024].removeprefix(b"\xef\xbb\xbf").lstrip().lower()
    for signature, kind in _SIGNATURES:
        if data.startswith(signature) or (signature.islower() and start.startswith(signature)):
            return kind
    return ""


def _bytes(path: Path) -> bytes:
    try:
        size = path.stat().st_size
        data = path.read_bytes() if size <= LARGEST else b""
    except OSError as error:
        reason = error.strerror or str(error)
        raise UnreadableFile("no_access", f"The file cannot be opened: {reason}.", "Check path and rights.") from error
    if size > LARGEST:
        raise UnreadableFile("too_large", f"The file has {size:,} bytes.", f"At most {LARGEST:,} are read; split it.")
    if not data:
        raise UnreadableFile("empty", "The file has no bytes.", "Fetch it again from where it came from.")
    return data


def _check_content(data: bytes, ending: str) -> None:
    kind = sniff(data)
    if kind and kind not in _ALSO.get(ending, (ending,)):
        remedy = f"Give it the ending .{'docx' if kind == 'zip' else kind}, if that is what it is."
        raise UnreadableFile("wrong_content", f"The file is called .{ending} but holds {kind}.", remedy)


def _unsupported(ending: str) -> UnreadableFile:
    known = ", ".join(f".{name}" for name in formats())
    what = f"Files .{ending} cannot be read" if ending else "Files without an ending cannot be read"
    return UnreadableFile("unsupported", f"{what}.", f"Readable are {known}.")


def _printable(name: str) -> str:
    """``name`` in NFC; bytes that are no UTF-8 in a file name become U+FFFD, so that tables can be written."""
    return nfc(os.fsencode(name).decode("utf-8", "replace")) if not name.isascii() else name
