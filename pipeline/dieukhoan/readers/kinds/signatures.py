"""How files of each kind begin, and what archives must hold."""

from __future__ import annotations

import re

HEAD = 1024
"""Bytes in which a file says what it is."""

READ = ("doc", "docx", "html", "odt", "pdf", "rtf")
"""The kinds that are told by their content alone; plain text is what remains."""
_SIGNATURES = (
    (b"%PDF-", "pdf"),
    (b"PK\x03\x04", "zip"),
    (b"PK\x05\x06", "zip"),  # an empty one
    (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", "doc"),
    (b"\x89PNG", "png"),
    (b"\xff\xd8\xff", "jpg"),
    (b"GIF8", "gif"),
    (b"II*\x00", "tiff"),
    (b"MM\x00*", "tiff"),
    (b"\x1f\x8b", "gz"),
    (b"Rar!", "rar"),
    (b"7z\xbc\xaf\x27\x1c", "7z"),
)
_MARKS = (b"\xef\xbb\xbf", b"\xff\xfe", b"\xfe\xff")
# A page may begin with remarks and with what XML begins with; MIME archives are pages with their pictures.
_PAGE = re.compile(rb"(?:<\?xml[^>]*>\s*|<!--(?:(?!-->).)*-->\s*)*<(?:!doctype html|html)\b|mime-version:", re.DOTALL)
_MIMETYPE = b"mimetypeapplication/vnd.oasis.opendocument."
_OPEN = {b"text": "odt", b"spreadsheet": "ods", b"presentation": "odp"}
# What stands before the name of a part: in the directory at the end of an archive, and before the part itself.
_LISTED, _BEGUN = rb"PK\x01\x02.{42}", rb"PK\x03\x04.{26}"
_END, _END_REACH = b"PK\x05\x06", 66_000  # how the end of the directory begins, and how long it may be
# Parts that each package of Microsoft Office has. A document may hold a workbook, so what it is itself comes first.
_PARTS = ((b"word/", "docx"), (b"xl/workbook", "xlsx"), (b"ppt/presentation", "pptx"))
_TYPES = b"[Content_Types].xml"
_LIMITS = {"zip": "docx", "htm": "html"}


def sniff(data: bytes) -> str:
    """What the first bytes say that ``data`` is (``pdf``, ``zip``, ``doc``, …); empty when they say nothing."""
    kind = next((kind for signature, kind in _SIGNATURES if data.startswith(signature)), "")
    if kind:
        return kind
    start = plain(data)
    if start.startswith(b"{\\rtf"):
        return "rtf"
    return "html" if _PAGE.match(start) else ""


def plain(data: bytes) -> bytes:
    """The first letters of a text file in lower case, without mark, blanks and the zero bytes of UTF-16."""
    start = data[:HEAD]
    for mark in _MARKS:
        start = start.removeprefix(mark)
    return start.replace(b"\0", b"").lstrip().lower()


def archived(data: bytes) -> str:
    """The kind of document that a ZIP archive holds, by the names of its parts; empty for another archive.

    Nothing is unpacked. The directory of the archive tells; where it is cut off, the names before the parts do.
    """
    listed = directory(data)
    where, before = (listed, _LISTED) if listed else (data, _BEGUN)
    at = data.find(_MIMETYPE, 0, HEAD)
    if at >= 0 and _holds(where, before, b"mimetype"):
        rest = data[at + len(_MIMETYPE) : at + len(_MIMETYPE) + 12]
        return next((kind for name, kind in _OPEN.items() if rest.startswith(name)), "odt")
    if _holds(where, before, _TYPES):
        return next((kind for part, kind in _PARTS if _holds(where, before, part)), "docx")
    return "odt" if _holds(where, before, b"content.xml") else ""


def directory(data: bytes) -> bytes:
    """The list of parts at the end of a ZIP archive; empty where it is cut off."""
    at = data.rfind(_END, max(0, len(data) - _END_REACH))
    size = int.from_bytes(data[at + 12 : at + 16], "little")
    return data[max(0, at - size) : at] if at > 0 else b""


def _holds(where: bytes, before: bytes, name: bytes) -> bool:
    """Whether a part whose name begins so is among those told of."""
    return re.search(before + re.escape(name), where, re.DOTALL) is not None


def limit(head: bytes, ending: str) -> str:
    """The kind by whose limit the size of a file is judged: what its ``head`` says, else its ending."""
    kind = sniff(head) or ending
    return _LIMITS.get(kind, kind)
