"""Plain text: decode, split into rows, take out page furniture, join wrapped lines."""

from __future__ import annotations

import codecs
import re

from dieukhoan.core.errors import UnreadableFile
from dieukhoan.core.reasons import refusal
from dieukhoan.core.records import Diagnostic
from dieukhoan.core.remarks import remark
from dieukhoan.core.text import nfc
from dieukhoan.readers.encodings import BOMS, Legacy, common_name, guessed, is_unicode, unknown
from dieukhoan.readers.guard import check_text
from dieukhoan.readers.lines import Draft, Row, assemble, paragraphs, strip_furniture
from dieukhoan.readers.lines.clean import unseen_remark, without_unseen

_COLUMN = 6.0  # points
_TAB = 8  # columns
_CENTRED = 8  # a centred line has at least so many leading blanks, and differs by no more from its mirror image
_BREAKS = re.compile("\r\n?|[\x0b\x85\u2028\u2029]")
_LATIN = re.compile("[\x09-\u024f\u0300-\u036f\u1e00-\u20ff]")
_LOST = "\ufffd"
# Control characters that are a letter in no encoding; in data of programs they are one byte in 20.
_CONTROLS = bytes((0, 1, 7, 8, 0x0E, 0x0F, 0x16, 0x17, 0x18, 0x1A, 0x1B, 0x1F, 0x7F))
_SAMPLE = 1 << 16
_SPARED = 200  # of so many characters one may be damaged
_UNKNOWN = 0.3  # share of words that are no syllables; a text with more was converted wrongly
# Bytes from 80 to 9F as Windows shows them.
_WINDOWS = {code: char for code in range(0x80, 0xA0) if (char := bytes([code]).decode("cp1252", "ignore"))}


def read(data: bytes) -> Draft:
    """Text in UTF-8 or UTF-16 (with or without a byte order mark), or in one of the encodings from before Unicode.

    In a text that is clearly UTF-8 a few damaged characters become U+FFFD, with a warning that says where. Raises
    UnreadableFile (``encoding``) for anything else, ``empty`` where nothing is written in it, ``too_long``.
    """
    check_text(0, max(data.count(b"\n"), data.count(b"\r"), data.count(b"\f")))
    legacy = Legacy({})
    spared: list[Diagnostic] = []
    try:
        text, encoding = decode(data, legacy)
    except UnreadableFile:
        text, spared = _spared(data)
        if not spared:
            raise
        legacy, encoding = Legacy({}), "utf-8"
    text = _BREAKS.sub("\n", text)
    check_text(len(text), text.count("\n"))
    text, diagnostics = _clean(text)
    if not text.strip():
        raise refusal("empty", "empty_text")
    rows = _rows(text)
    pages = rows[-1].page
    rows, furniture = strip_furniture(rows)
    text, lines = assemble(paragraphs(rows), paged=pages > 0)
    return Draft(text, lines, encoding, pages, (*legacy.remarks(), *spared, *diagnostics, *furniture))


def decode(data: bytes, legacy: Legacy) -> tuple[str, str]:
    """The text of ``data`` in NFC and the name of its encoding; raises UnreadableFile (``encoding``)."""
    mark, encoding = next(((bom, name) for bom, name in BOMS if data.startswith(bom)), (b"", guessed(data)))
    text = _decoded(data[len(mark) :], encoding)
    if text is not None and (encoding == "utf-8" or _plausible(text)):
        text = nfc(_mended(text, legacy))  # TCVN3 that some program took for Latin letters and saved as UTF-8
        return text, legacy.encoding or common_name(encoding)
    hopeless = mark or encoding != "utf-8" or _is_data(data[:_SAMPLE])
    text = "" if hopeless else _mended(data.decode("latin-1").translate(_WINDOWS), legacy)
    if legacy.found and unknown(text) < _UNKNOWN:
        return nfc(text), legacy.encoding
    raise refusal("encoding")


def _is_data(sample: bytes) -> bool:
    """Whether the bytes are those of some program: trying encodings on them row by row would take very long."""
    return (len(sample) - len(sample.translate(None, _CONTROLS))) * 100 > len(sample)


def _spared(data: bytes) -> tuple[str, list[Diagnostic]]:
    """The text of a UTF-8 file with few damaged characters, and what is to be said of them; nothing of another file."""
    bare = data.removeprefix(codecs.BOM_UTF8)
    try:
        return bare.decode(), []
    except UnicodeDecodeError as error:
        first = error.start + len(data) - len(bare)
    text = bare.decode("utf-8", "replace")
    count = text.count(_LOST) - bare.count(_LOST.encode())
    if count > max(1, len(text) // _SPARED) or not is_unicode(text):
        return "", []
    return nfc(text), [remark("bad_bytes", severity="warning", count=count, first=first)]


def _mended(text: str, legacy: Legacy) -> str:
    return "\n".join(row.text for row in legacy.mended([Row(line) for line in text.split("\n")]))


def _decoded(data: bytes, encoding: str) -> str | None:
    try:
        return data.decode(encoding) if encoding else None
    except UnicodeDecodeError:
        return None


def _plausible(text: str) -> bool:
    """Bytes of no text at all read as UTF-16 give a jumble of scripts; Vietnamese needs few blocks."""
    sample = text[:4096]
    return len(_LATIN.findall(sample)) * 10 >= len(sample) * 9


def _clean(text: str) -> tuple[str, list[Diagnostic]]:
    clean, count = without_unseen(text)
    if count > 20 and count * 10 > len(text):
        raise refusal("binary")
    return clean, unseen_remark(count)


def _rows(text: str) -> list[Row]:
    paged = "\f" in text
    rows: list[Row] = []
    for page, sheet in enumerate(text.split("\f"), 1):
        rows += [_row(line, page if paged else 0) for line in sheet.split("\n")]
    widths = sorted(row.right for row in rows if not row.blank)
    width = min(widths[len(widths) * 19 // 20], 100 * _COLUMN)
    return [row if row.left < _CENTRED * _COLUMN else _centre(row, width) for row in rows]


def _row(line: str, page: int) -> Row:
    bare = line.lstrip()
    blanks = line[: len(line) - len(bare)]
    left = len(blanks.expandtabs(_TAB)) if blanks else 0
    return Row(line, page, left * _COLUMN, (left + len(bare.rstrip())) * _COLUMN)


def _centre(row: Row, width: float) -> Row:
    if row.blank or abs(row.left - (width - row.right)) > _CENTRED * _COLUMN:
        return row
    return Row(row.text, row.page, row.left, row.right, centred=True)
