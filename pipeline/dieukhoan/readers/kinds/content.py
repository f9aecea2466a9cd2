"""The format that a file really has.

Word opens a web page, RTF and plain text under the name .doc, so that nobody notices; mail programs and web sites give
files the wrong ending; people rename them. What no reader can be found for is refused by what it is.
"""

from __future__ import annotations

import re

from dieukhoan.core.errors import UnreadableFile
from dieukhoan.core.reasons import refusal
from dieukhoan.readers.encodings import Legacy, guessed, is_unicode, unknown
from dieukhoan.readers.guard import BYTES
from dieukhoan.readers.kinds.signatures import HEAD, READ, archived, directory, plain, sniff
from dieukhoan.readers.lines.clean import without_unseen

_PAGE = re.compile(rb"<html[\s>]|<meta\s|^mime-version:", re.MULTILINE)
_PAGE_HEAD = 2048  # bytes in which a page says that it is one
_TAG = re.compile(rb"<[a-z!/?]", re.IGNORECASE)
_PDF = re.compile(rb"(?:\A|[\r\n])%PDF-")
_MARKUP = re.compile(rb"<[a-z?]")
_SAMPLE = 1 << 16
_LEAST = 15  # words with letters beyond ASCII; fewer are no document
_UNSEEN = 200  # of so many characters one may be a control character
_STRANGE = 0.3  # share of words that are no syllables
_PICTURES = ("png", "jpg", "gif", "tiff")
_PROGRAMS = {"xlsx": "Excel", "pptx": "PowerPoint", "ods": "LibreOffice Calc", "odp": "LibreOffice Impress"}
_CODES = {"docx": "not_docx", "odt": "not_odt"}


def kind_of(data: bytes, ending: str) -> str:
    """The format of ``data``, which stands in a file with this ``ending`` (``htm`` as ``html``; "" for none).

    A file that is two things at once is what its ending says. Empty where there is nothing to go by and no ending.
    Raises UnreadableFile (``wrong_content``, ``not_docx``, ``not_odt``, ``empty``) for what is no known document.
    """
    if data.isspace():
        raise refusal("empty", "empty_text")
    kind = _by_content(data, ending)
    if kind in READ:
        return kind
    if kind == "zip" and ending in _CODES:
        return ending  # its reader can tell a damaged document from another archive
    if kind:
        raise _other(kind, ending)
    if ending not in READ or (ending == "html" and _TAG.search(data[:_SAMPLE])):
        return ending  # formats that nothing tells but their ending: plain text, and what was added
    if _MARKUP.match(plain(data)) and ending != "html":
        raise refusal("wrong_content", "markup")  # its text would be read with its tags
    if _is_vietnamese(data):
        return "txt"
    if ending == "html":
        return ending
    raise refusal("wrong_content", ending=ending)


def _by_content(data: bytes, ending: str) -> str:
    if ending == "pdf" and b"%PDF-" in data[:HEAD]:  # viewers open a PDF that has something before it
        return "pdf"
    if ending in _CODES and directory(data) and archived(data) == ending:
        return ending
    kind = sniff(data)
    if kind == "zip":
        return archived(data) or kind
    if kind or ending not in ("", *READ):
        return kind
    if _PAGE.search(data[:_PAGE_HEAD].replace(b"\0", b"").lower()):
        return "html"
    return "pdf" if _is_led_pdf(data, ending) else ""


def _is_led_pdf(data: bytes, ending: str) -> bool:
    """Whether a PDF stands behind something else; a text or a page may only speak of one."""
    begun = _PDF.search(data[:HEAD])
    if begun is None or (ending == "html" and _TAG.search(data[: begun.start()])):
        return False
    return b" obj" in data


def _other(kind: str, ending: str) -> UnreadableFile:
    """What to say of a file that is no document."""
    if kind in _PICTURES:
        return refusal("wrong_content", "picture", kind=kind)
    code = _CODES.get(ending, "wrong_content")
    if kind in _PROGRAMS:
        return refusal(code, "office", program=_PROGRAMS[kind])
    return refusal(code, "archive", kind=kind)


def _is_vietnamese(data: bytes) -> bool:
    """Whether plain text in Vietnamese, in whatever encoding, stands under another ending: its beginning tells."""
    if len(data) > BYTES["txt"]:
        return False
    from dieukhoan.readers.txt import decode  # a reader, which only such files need

    if len(data) > _SAMPLE:
        data = data[: _SAMPLE if guessed(data) != "utf-8" else data.rfind(b" ", 0, _SAMPLE) + 1]
    try:
        text, _ = decode(data, Legacy({}))
    except UnreadableFile:
        return False
    _, unseen = without_unseen(text)
    words = sum(not word.isascii() for word in text.split())
    return words >= _LEAST and unseen * _UNSEEN <= len(text) and is_unicode(text) and unknown(text) < _STRANGE
