"""Opening a .docx without trusting it: a ZIP archive of XML parts (ECMA-376 part 2).

Sizes are checked before anything is unpacked, and parts that declare a document type (and with it entities), which
the standard forbids, are never given to a library. Then python-docx opens the package. It loads every part at once
and wants all of them sound; a file that it refuses (a missing relationship target, strict OOXML, a damaged picture)
is opened part by part instead, so that what the text does not need does no harm
(none of 55 real files from offices needs that; files written by other programs do).
"""

from __future__ import annotations

import lzma
import struct
import zipfile
import zlib
from collections.abc import Iterator
from io import BytesIO
from posixpath import dirname, join, normpath
from typing import Protocol

import docx
from docx.document import Document
from docx.exceptions import PythonDocxError
from docx.opc.exceptions import OpcError
from docx.opc.part import XmlPart
from lxml import etree

from dieukhoan.core.reasons import refusal
from dieukhoan.readers.guard import check_part
from dieukhoan.readers.word.xml import NAMESPACE, Element, w

LARGEST = 200_000_000  # bytes unpacked
_LARGEST_RATIO = 300  # real files reach 60
_RATIO_FROM = 20_000_000
_PARTS = 20_000
_MOST_PARTS = 2000  # python-docx compares each part with each
_STRICT = b"http://purl.oclc.org/ooxml/wordprocessingml/main"
_RELATION = "{http://schemas.openxmlformats.org/package/2006/relationships}Relationship"
_XML_HEAD, _BEFORE_XML = 200, b"\xef\xbb\xbf\xff\xfe\0 \t\r\n"
_DOCUMENT_TYPES = (b"<!DOCTYPE", "<!DOCTYPE".encode("utf-16-le"))
_BROKEN = (
    zipfile.BadZipFile,
    zlib.error,
    lzma.LZMAError,
    EOFError,
    NotImplementedError,
    RuntimeError,
    OSError,
    KeyError,
    ValueError,  # a name that is said to be UTF-8 and is not
    struct.error,
)
# What python-docx raises on packages that it was not written for.
_REFUSED = (*_BROKEN, OpcError, PythonDocxError, etree.LxmlError, AttributeError, TypeError, IndexError)


class Parts(Protocol):
    """The main part of a Word file and those it refers to, however the file was opened."""

    def main(self) -> Element | None:
        """The root of the main part, None where there is none."""

    def related(self, kind: str) -> Iterator[Element]:
        """The roots of the parts that the main part refers to with relationships of ``kind``."""


def package(data: bytes) -> Parts:
    """The parts of a .docx file.

    Raises UnreadableFile: ``encrypted``, ``not_docx`` (another kind of archive),
    ``bomb`` (unpacks to something absurd), ``broken`` (truncated or damaged).
    """
    archive = unpacked(data)
    if not any(name.lower() == "[content_types].xml" for name in archive.namelist()):
        raise refusal("not_docx", "archive", kind="zip")
    return _by_python_docx(data, archive) or _Archive(archive)


def unpacked(data: bytes) -> zipfile.ZipFile:
    """The ZIP archive ``data``; raises UnreadableFile ``broken``, ``encrypted`` or ``bomb``."""
    try:
        archive = zipfile.ZipFile(BytesIO(data))
    except _BROKEN as error:
        raise refusal("broken", "broken_archive") from error
    _refuse_bombs(archive)
    return archive


def document(parts: Parts) -> Element:
    """The root of the main part; raises UnreadableFile (``not_docx``) where it is none of Word's."""
    root = parts.main()
    if root is None or root.tag.rpartition("}")[2] != "document":
        raise refusal("not_docx")
    return root


class _Opened:
    """A package that python-docx has opened."""

    def __init__(self, opened: Document) -> None:
        self._part = opened.part

    def main(self) -> Element | None:
        """The root of the document itself."""
        root: Element = self._part.element
        return root

    def related(self, kind: str) -> Iterator[Element]:
        """The roots of the parts of this ``kind`` that it refers to."""
        for relation in self._part.rels.values():
            if not relation.is_external and relation.reltype.endswith(f"/{kind}"):
                part = relation.target_part
                yield part.element if isinstance(part, XmlPart) else parsed(part.blob, part.partname)


class _Archive:
    """A package whose parts are read one by one, when they are asked for."""

    def __init__(self, archive: zipfile.ZipFile) -> None:
        self._zip = archive
        self._names = {name.lower(): name for name in archive.namelist()}
        self._main = next(self._targets("", "officeDocument"), "word/document.xml")

    def main(self) -> Element | None:
        """The root of the document itself, None where it is broken."""
        return self._xml(self._main)

    def related(self, kind: str) -> Iterator[Element]:
        """The roots of the parts of this ``kind`` that it refers to and that can be read."""
        roots = map(self._xml, self._targets(self._main, kind))
        return (root for root in roots if root is not None)

    def _targets(self, part: str, kind: str) -> Iterator[str]:
        """The names of the parts that ``part`` ("" for the package itself) refers to."""
        folder, name = dirname(part), part.rpartition("/")[2]
        root = self._xml(join(folder, "_rels", f"{name}.rels"))
        for relation in () if root is None else root.iter(_RELATION):
            if relation.get("Type", "").endswith(f"/{kind}") and relation.get("TargetMode") != "External":
                yield normpath(join("/", folder, relation.get("Target", ""))).lstrip("/")

    def _xml(self, part: str) -> Element | None:
        name = self._names.get(part.lower())
        return None if name is None else parsed(read_part(self._zip, name), part)


def _by_python_docx(data: bytes, archive: zipfile.ZipFile) -> Parts | None:
    """None where python-docx cannot open the file, or must not see it because a part declares a document type."""
    names = archive.namelist()
    try:
        if len(names) > _MOST_PARTS or any(_declares_type(_checked(archive.read(name), name)) for name in names):
            return None
        opened = docx.Document(BytesIO(data))
    except _REFUSED:
        return None
    return _Opened(opened) if opened.element.tag == w("document") else None  # not so in strict OOXML


def _declares_type(part: bytes) -> bool:
    return any(mark in part for mark in _DOCUMENT_TYPES)


def _checked(data: bytes, name: str) -> bytes:
    if data[:_XML_HEAD].lstrip(_BEFORE_XML).startswith(b"<"):
        check_part(data, name)
    return data


def read_part(archive: zipfile.ZipFile, name: str) -> bytes:
    """The bytes of one part; raises UnreadableFile (``broken``)."""
    try:
        return archive.read(name)
    except _BROKEN as error:
        raise refusal("broken", "broken_part", part=name) from error


def parsed(data: bytes, part: str) -> Element:
    """The root of an XML part, strict OOXML as if it were the usual one; raises UnreadableFile (``broken``)."""
    check_part(data, part)
    data = data.replace(_STRICT, NAMESPACE.encode())
    parser = etree.XMLParser(resolve_entities=False, no_network=True, load_dtd=False, huge_tree=False)
    try:
        root = etree.fromstring(data, parser)
    except (etree.XMLSyntaxError, ValueError) as error:
        raise refusal("broken", "broken_xml", part=part) from error
    if root.getroottree().docinfo.internalDTD is not None:
        raise refusal("broken", "broken_type", part=part)
    return root


def _refuse_bombs(archive: zipfile.ZipFile) -> None:
    parts = archive.infolist()
    if any(part.flag_bits & 1 for part in parts):
        raise refusal("encrypted", "locked_archive")
    unpacked = sum(part.file_size for part in parts)
    packed = max(1, sum(part.compress_size for part in parts))
    absurd = unpacked > _RATIO_FROM and unpacked > packed * _LARGEST_RATIO
    if unpacked > LARGEST or absurd or len(parts) > _PARTS:
        raise refusal("bomb", "bomb_archive", size=unpacked / 1e6, parts=len(parts))
