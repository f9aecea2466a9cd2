"""Web pages: one block a line, tables by their cells, lists with their numbers, no scripts or styles."""

from __future__ import annotations

import codecs
import re

from lxml import etree, html

from dieukhoan.core.reasons import refusal
from dieukhoan.core.remarks import remark
from dieukhoan.readers.encodings import BOMS, ENCODINGS, Legacy, common_name, convert, detect, guessed
from dieukhoan.readers.guard import check_page
from dieukhoan.readers.lines import Draft, assemble, paragraphs
from dieukhoan.readers.lines.clean import unseen_remark
from dieukhoan.readers.web import clean, rows, unwrapped

_CHARSET = re.compile(rb"""(?:charset|encoding)\s*=\s*["']?\s*([\w.:-]+)""", re.IGNORECASE)
_HEAD = 4096  # bytes in which a page must say its charset


def read(data: bytes) -> Draft:
    """The text of a web page.

    Raises UnreadableFile: ``encoding`` (neither UTF-8 nor what the page says), ``binary``, ``bomb``, ``empty``,
    ``too_deep``, ``too_long``.
    """
    text, encoding = decode(*unwrapped(data))
    check_page(text)
    root, stopped = _parsed(text)
    legacy = Legacy({})
    found, unseen = clean(legacy.mended(rows(root)))
    done, lines = assemble(paragraphs(found), paged=False)
    if stopped and not done.strip():
        raise refusal("too_deep", "too_deep_page")
    if not done.strip():
        raise refusal("empty", "empty_page")
    if done.count("\ufffd") * 2 > len(done):
        raise refusal("binary")
    lost = [remark("too_deep", severity="warning")] if stopped else []
    diagnostics = (*legacy.remarks(), *unseen_remark(unseen), *lost)
    return Draft(done, lines, legacy.encoding or encoding, diagnostics=diagnostics)


def decode(data: bytes, said: str = "") -> tuple[str, str]:
    """The text of the page and the name of its encoding: by its mark, else UTF-8, else what is ``said`` of it (by the
    archive it stands in), else what its head says."""
    for mark, name in BOMS:
        if name and data.startswith(mark):
            return data[len(mark) :].decode(name, "replace"), common_name(name)
    guess = guessed(data)
    try:
        return data.decode(guess), common_name(guess)
    except UnicodeDecodeError:
        return _declared(data, said)


def _declared(data: bytes, said: str) -> tuple[str, str]:
    found = _CHARSET.search(data[:_HEAD])
    named = said or (found[1].decode("ascii") if found else "cp1252")
    try:
        name = codecs.lookup(named).name
        text = data.decode(name, "replace")
    except (LookupError, ValueError, TypeError):
        name, text = "cp1252", data.decode("cp1252", "replace")
    if text.count("\ufffd") * 50 > len(text):
        raise refusal("encoding", "encoding_page", name=name)
    old = detect(text, ENCODINGS) if name in ("cp1252", "iso8859-1") else ""
    return (convert(text, old), old) if old else (text, common_name(name))


def _parsed(text: str) -> tuple[etree._Element, bool]:
    """The page, and whether the parser stopped because its elements are nested over 250 deep."""
    parser = html.HTMLParser(encoding="utf-8", no_network=True, remove_comments=True, remove_pis=True, huge_tree=False)
    try:
        root = html.document_fromstring(text.encode("utf-8", "replace"), parser=parser)
    except (etree.ParserError, etree.XMLSyntaxError, ValueError) as error:
        raise refusal("empty", "empty_page") from error
    return root, any(error.type_name == "ERR_RESOURCE_LIMIT" for error in parser.error_log)
