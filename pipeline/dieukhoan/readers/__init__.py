"""One file a format: bytes to Source.

Every module that stands directly in this package reads the format of its name (``docx.py`` reads ``.docx``) with a
function ``read(data: bytes) -> Draft``, and is imported only when such a file comes. What formats share stands in
subpackages; ``kinds`` tells by the content of a file which reader it needs. Adding a format is adding one file.
"""

from __future__ import annotations

import hashlib
import os
import pkgutil
from functools import cache
from importlib import import_module
from pathlib import Path

from dieukhoan.core.errors import UnreadableFile
from dieukhoan.core.reasons import refusal
from dieukhoan.core.records import Diagnostic, Source
from dieukhoan.core.remarks import remark
from dieukhoan.core.text import nfc
from dieukhoan.readers.guard import Allowance, check_size, contents
from dieukhoan.readers.kinds import kind_of, limit
from dieukhoan.readers.lines.draft import Draft

OCR = ("auto", "never", "always")
_PICTURED = ("pdf",)  # formats whose pages may be pictures


def formats() -> tuple[str, ...]:
    """The endings that can be read, in lower case, without their dot, sorted."""
    return _formats(tuple(__path__))


@cache
def _formats(folders: tuple[str, ...]) -> tuple[str, ...]:
    return tuple(sorted(module.name for module in pkgutil.iter_modules(folders) if not module.ispkg))


def read(path: Path, name: str = "", ocr: str = "auto", timeout: float = 0.0) -> Source:
    """The text of the file at ``path``; ``name`` is its path as given, relative to the input root. ``ocr`` says which
    pages of a PDF are read by OCR: ``auto`` those without (readable) text, ``never``, ``always``. ``timeout`` is how
    many seconds there are for the file, its analysis included (0: without end); OCR stops before they are over.

    Raises UnreadableFile, with code, message and remedy, for whatever cannot be turned into text.
    """
    allowance = Allowance(timeout)
    ending = path.suffix.lower().lstrip(".")
    data = contents(path, lambda head: limit(head, ending))
    try:
        kind = _kind(data, ending)
        draft = _drafted(data, kind, ocr, allowance)
    except UnreadableFile as error:
        if error.code == "wrong_content" and ending not in formats():
            error.code = "unsupported"  # a picture called .jpg is what it says
        raise
    return Source(
        path=printable(name or path.name),
        sha256=hashlib.sha256(data).hexdigest(),
        format=draft.format or kind,
        text=draft.text,
        lines=draft.lines,
        encoding=draft.encoding,
        pages=draft.pages,
        diagnostics=(*_other_format(ending, kind), *draft.diagnostics),
        drawn=draft.drawn,
    )


def _drafted(data: bytes, kind: str, ocr: str, allowance: Allowance) -> Draft:
    reader = import_module(f"{__name__}.{kind}")
    draft: Draft = reader.read(data, ocr, allowance) if kind in _PICTURED else reader.read(data)
    return draft


def _kind(data: bytes, ending: str) -> str:
    """The format that is to be read, whatever the ending is; raises UnreadableFile where there is none."""
    known = formats()
    kind = kind_of(data, _plain(ending) if ending in known else "")
    if not kind:
        readable = ", ".join(f".{name}" for name in known)
        raise refusal(
            "unsupported", "unsupported" if ending else "unsupported_nameless", ending=f".{ending}", known=readable
        )
    check_size(len(data), kind)
    return kind


def _other_format(ending: str, kind: str) -> list[Diagnostic]:
    """The remark that the content, not the ending, has decided."""
    if kind == _plain(ending):
        return []
    if not ending:
        return [remark("other_format", "no_ending", kind=kind)]
    return [remark("other_format", ending=ending, kind=kind)]


def _plain(ending: str) -> str:
    return "html" if ending == "htm" else ending


def printable(name: str) -> str:
    """``name`` in NFC; bytes that are no UTF-8 in a file name become U+FFFD, so that tables can be written."""
    return nfc(os.fsencode(name).decode("utf-8", "replace")) if not name.isascii() else name
