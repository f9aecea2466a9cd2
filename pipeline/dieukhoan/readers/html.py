"""Web pages: one block a line, tables by their cells, lists with their numbers, no scripts or styles."""

from __future__ import annotations

import codecs
import re

from lxml import etree, html

from dieukhoan.core.errors import UnreadableFile
from dieukhoan.readers.encodings import ENCODINGS, Legacy, convert, detect
from dieukhoan.readers.lines import Draft, assemble, paragraphs
from dieukhoan.readers.lines.clean import unseen_remark
from dieukhoan.readers.web import clean, rows

_BOMS = ((codecs.BOM_UTF8, "utf-8"), (codecs.BOM_UTF16_LE, "utf-16-le"), (codecs.BOM_UTF16_BE, "utf-16-be"))
_CHARSET = re.compile(rb"""(?:charset|encoding)\s*=\s*["']?\s*([\w.:-]+)""", re.IGNORECASE)
_HEAD = 4096  # bytes in which a page must say its charset


def read(data: bytes) -> Draft:
    """The text of a web page.

    Raises UnreadableFile: ``encoding`` (neither UTF-8 nor what the page says), ``broken``, ``empty``.
    """
    text, encoding = decode(data)
    root = _parsed(text)
    legacy = Legacy({})
    found, unseen = clean(legacy.mended(rows(root)))
    done, lines = assemble(paragraphs(found), paged=False)
    if not done.strip():
        raise UnreadableFile("empty", "The page holds no text.", "Save the page as it is shown, not as it is loaded.")
    diagnostics = (*legacy.remarks(), *unseen_remark(unseen))
    return Draft(done, lines, legacy.encoding or encoding, diagnostics=diagnostics)


def decode(data: bytes) -> tuple[str, str]:
    """The text of the page and the name of its encoding: by its mark, else UTF-8, else what its head says."""
    for mark, name in _BOMS:
        if data.startswith(mark):
            return data[len(mark) :].decode(name, "replace"), name
    try:
        return data.decode("utf-8"), "utf-8"
    except UnicodeDecodeError:
        return _declared(data)


def _declared(data: bytes) -> tuple[str, str]:
    said = _CHARSET.search(data[:_HEAD])
    try:
        name = codecs.lookup(said[1].decode("ascii")).name if said else "cp1252"
        text = data.decode(name, "replace")
    except (LookupError, ValueError, TypeError):
        name, text = "cp1252", data.decode("cp1252", "replace")
    if text.count("\ufffd") * 50 > len(text):
        raise UnreadableFile(
            "encoding", f"The page is not in the encoding that it names ({name}).", "Save it as UTF-8."
        )
    old = detect(text, ENCODINGS) if name == "cp1252" else ""
    return (convert(text, old), old) if old else (text, name)


def _parsed(text: str) -> etree._Element:
    parser = html.HTMLParser(encoding="utf-8", no_network=True, remove_comments=True, remove_pis=True, huge_tree=False)
    try:
        root = html.document_fromstring(text.encode("utf-8", "replace"), parser=parser)
    except (etree.ParserError, etree.XMLSyntaxError, ValueError) as error:
        raise UnreadableFile("empty", "The page holds no text.", "Save the page as it is shown.") from error
    return root
