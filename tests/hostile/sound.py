"""Sound files of every format, written by hand and small: what the hostile ones are made from."""

from __future__ import annotations

import zipfile
import zlib
from collections.abc import Iterable, Mapping
from functools import lru_cache
from io import BytesIO

from hostile.case import LINES, TEXT
from hostile.container import container

W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
_RELATIONS = "http://schemas.openxmlformats.org/package/2006/relationships"
_OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_TYPE = "application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"
_ODF = "urn:oasis:names:tc:opendocument:xmlns"
_DAY = (2020, 1, 1, 0, 0, 0)
TYPES = (
    '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">'
    '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
    '<Default Extension="xml" ContentType="application/xml"/>'
    f'<Override PartName="/word/document.xml" ContentType="{_TYPE}"/></Types>'
)


def archive(
    parts: Mapping[str, str | bytes] | Iterable[tuple[str, str | bytes]], *, stored: Iterable[str] = ()
) -> bytes:
    """A ZIP archive of ``parts``, the same bytes every time; those in ``stored`` are not packed."""
    out = BytesIO()
    pairs = parts.items() if isinstance(parts, Mapping) else parts
    with zipfile.ZipFile(out, "w") as file:
        for name, content in pairs:
            item = zipfile.ZipInfo(name, _DAY)
            item.compress_type = zipfile.ZIP_STORED if name in stored else zipfile.ZIP_DEFLATED
            file.writestr(item, content)
    return out.getvalue()


def relations(*targets: tuple[str, str], external: bool = False) -> str:
    """A part of relationships: pairs of kind and target."""
    mode = ' TargetMode="External"' if external else ""
    items = "".join(
        f'<Relationship Id="r{at}" Type="{_OFFICE}/{kind}" Target="{target}"{mode}/>'
        for at, (kind, target) in enumerate(targets)
    )
    return f'<Relationships xmlns="{_RELATIONS}">{items}</Relationships>'


def word_body(body: str, prolog: str = "") -> str:
    """The main part of a Word document with this body."""
    return f'{prolog}<w:document xmlns:w="{W}"><w:body>{body}</w:body></w:document>'


def paragraphs(lines: Iterable[str] = LINES) -> str:
    """Word paragraphs."""
    return "".join(f'<w:p><w:r><w:t xml:space="preserve">{line}</w:t></w:r></w:p>' for line in lines)


def word_parts(document: str = "", rels: str = "") -> dict[str, str | bytes]:
    """The parts of a Word document."""
    return {
        "[Content_Types].xml": TYPES,
        "_rels/.rels": relations(("officeDocument", "word/document.xml")),
        "word/_rels/document.xml.rels": rels or relations(),
        "word/document.xml": document or word_body(paragraphs()),
    }


def docx(document: str = "", rels: str = "", **more: str | bytes) -> bytes:
    """A Word document; ``more`` are further parts by name, ``__`` for a slash."""
    return archive(word_parts(document, rels) | {name.replace("__", "/"): content for name, content in more.items()})


def odt_content(body: str, prolog: str = "") -> str:
    """The content part of an OpenDocument text."""
    spaces = "".join(f' xmlns:{name}="{_ODF}:{name}:1.0"' for name in ("office", "text", "table", "style"))
    body = f"<office:body><office:text>{body}</office:text></office:body>"
    return f"{prolog}<office:document-content{spaces}>{body}</office:document-content>"


def odt_parts(content: str = "") -> dict[str, str | bytes]:
    """The parts of an OpenDocument text."""
    made = content or odt_content("".join(f"<text:p>{line}</text:p>" for line in LINES))
    return {"mimetype": "application/vnd.oasis.opendocument.text", "content.xml": made}


def odt(content: str = "", **more: str | bytes) -> bytes:
    """An OpenDocument text."""
    parts = odt_parts(content) | {name.replace("__", "/"): part for name, part in more.items()}
    return archive(parts, stored=["mimetype"])


def rtf_text(text: str) -> str:
    """``text`` as RTF writes it."""
    signed = ((char, int.from_bytes(char.encode("utf-16-le")[:2], "little", signed=True)) for char in text)
    return "".join(char if char.isascii() else f"\\u{code}?" for char, code in signed)


def rtf(body: str = "") -> bytes:
    """An RTF document with this body."""
    body = body or "".join(f"{rtf_text(line)}\\par\n" for line in LINES)
    return ("{\\rtf1\\ansi\\ansicpg1252\\deff0{\\fonttbl{\\f0 Times New Roman;}}\\f0\\fs28\n" + body + "}").encode()


def html(body: str = "", head: str = "") -> bytes:
    """A web page."""
    body = body or "".join(f"<p>{line}</p>" for line in LINES)
    return f'<!DOCTYPE html><html><head><meta charset="utf-8">{head}</head><body>{body}</body></html>'.encode()


def stream(content: bytes, *, packed: bool = False, more: str = "") -> bytes:
    """A stream object of a PDF."""
    body = zlib.compress(content) if packed else content
    named = "/Filter /FlateDecode" if packed else ""
    return f"<< /Length {len(body)} {named} {more} >>\nstream\n".encode() + body + b"\nendstream"


def pdf_objects(text: str = TEXT, box: str = "[0 0 595 842]") -> list[bytes]:
    """The objects 1, 2, 3 … of a PDF of one page: catalogue, pages, page, content, font, its descendant, its map."""
    cmap = "".join(f"<{ord(char):04x}> <{ord(char):04x}>\n" for char in sorted(set(text) - {"\n"}))
    known = f"{len(set(text) - {chr(10)})} beginbfchar\n{cmap}endbfchar"
    to_unicode = f"begincmap 1 begincodespacerange <0000> <ffff> endcodespacerange\n{known} endcmap"
    shown = "".join(
        f"1 0 0 1 50 {780 - 20 * at} Tm <{line.encode('utf-16-be').hex()}> Tj\n"
        for at, line in enumerate(text.split("\n"))
    )
    descendant = (
        "<< /Type /Font /Subtype /CIDFontType2 /BaseFont /Times-Roman /DW 400 /CIDSystemInfo << /Registry (Adobe)"
        " /Ordering (Identity) /Supplement 0 >> /FontDescriptor << /Type /FontDescriptor /FontName /Times-Roman"
        " /Flags 4 /FontBBox [0 -200 500 800] /ItalicAngle 0 /Ascent 800 /Descent -200 /CapHeight 700 /StemV 80 >> >>"
    )
    font = "<< /Type /Font /Subtype /Type0 /BaseFont /Times-Roman /Encoding /Identity-H /DescendantFonts [6 0 R]"
    page = f"<< /Type /Page /Parent 2 0 R /MediaBox {box} /Resources << /Font << /F 5 0 R >> >> /Contents 4 0 R >>"
    return [
        b"<< /Type /Catalog /Pages 2 0 R >>",
        b"<< /Type /Pages /Count 1 /Kids [3 0 R] >>",
        page.encode(),
        stream(f"BT /F 12 Tf\n{shown}ET".encode()),
        f"{font} /ToUnicode 7 0 R >>".encode(),
        descendant.encode(),
        stream(to_unicode.encode()),
    ]


def pdf(objects: Iterable[bytes] = (), trailer: str = "", *, table: bool = True) -> bytes:
    """A PDF of these objects; without ``table`` it has no list of their places."""
    out, offsets = b"%PDF-1.7\n", []
    for number, content in enumerate(objects or pdf_objects(), 1):
        offsets.append(len(out))
        out += f"{number} 0 obj\n".encode() + content + b"\nendobj\n"
    places = "".join(f"{offset:010d} 00000 n \n" for offset in offsets)
    start = len(out)
    if table:
        out += f"xref\n0 {len(offsets) + 1}\n0000000000 65535 f \n{places}".encode()
    out += f"trailer << /Size {len(offsets) + 1} /Root 1 0 R {trailer} >>\n".encode()
    return out + (f"startxref\n{start}\n%%EOF".encode() if table else b"")


def doc(text: str = TEXT, *, encrypted: bool = False, **streams: bytes) -> bytes:
    """A Word 97 document of one piece of text (MS-DOC 2.5: FIB; 2.9.38: Clx), with further ``streams``."""
    written = (text.replace("\n", "\r") + "\r").encode("utf-16-le")
    fib = bytearray(0x400)
    fib[0:4] = b"\xec\xa5\xc1\x00"  # wIdent, nFib
    fib[0x0A:0x0C] = (0x0200 | 0x0100 * encrypted).to_bytes(2, "little")  # fWhichTblStm: 1Table; fEncrypted
    fib[0x0C:0x0E] = b"\xbf\x00"  # nFibBack
    fib[0x18:0x1C] = (0x400).to_bytes(4, "little")  # fcMin
    fib[0x1C:0x20] = (0x400 + len(written)).to_bytes(4, "little")
    fib[0x20:0x22], fib[0x3E:0x40] = b"\x0e\x00", b"\x16\x00"  # csw, cslw
    fib[0x40:0x44] = (0x400 + len(written)).to_bytes(4, "little")  # cbMac
    fib[0x4C:0x50] = (len(written) // 2).to_bytes(4, "little")  # ccpText
    fib[0x98:0x9A] = b"\x5d\x00"  # cbRgFcLcb
    piece = b"\x00\x00" + (0x400).to_bytes(4, "little") + b"\x00\x00"
    places = (0).to_bytes(4, "little") + (len(written) // 2).to_bytes(4, "little") + piece
    clx = b"\x02" + len(places).to_bytes(4, "little") + places
    fib[0x1A2:0x1A6], fib[0x1A6:0x1AA] = (0).to_bytes(4, "little"), len(clx).to_bytes(4, "little")
    return container({"WordDocument": bytes(fib) + written, "1Table": clx} | dict(streams))


@lru_cache(maxsize=1)
def files() -> dict[str, bytes]:
    """A sound file of each format by its ending."""
    return {
        "txt": TEXT.encode(),
        "docx": docx(),
        "odt": odt(),
        "rtf": rtf(),
        "html": html(),
        "pdf": pdf(),
        "doc": doc(),
    }
