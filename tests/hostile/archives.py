"""Hostile ZIP archives: bombs, odd names, damaged directories."""

from __future__ import annotations

import random
import struct
import warnings
import zlib
from collections.abc import Iterator

from hostile.case import BROKEN, READ, TEXT, Case
from hostile.container import container
from hostile.sound import TYPES, archive, docx, odt, odt_parts, paragraphs, relations, word_body, word_parts

_BOMB = "failed:bomb"
_HOLDS = "Điều 1"


def cases() -> Iterator[Case]:
    """Cases about archives."""
    yield from _bombs()
    yield from _directories()
    yield from _names()
    yield from _locked()


def _bombs() -> Iterator[Case]:
    spaces = " " * 25_000_000
    yield Case("zip/ratio.docx", lambda: docx(word_body(spaces)), _BOMB)
    yield Case("zip/ratio.odt", lambda: odt(f"<a>{spaces}</a>"), _BOMB)
    yield Case("zip/picture-of-zeros.docx", lambda: docx(word__media__a_png=bytes(30_000_000)), _BOMB)
    yield Case("zip/nested.docx", lambda: docx(word__media__a_zip=_nested(6)), READ, _HOLDS)
    yield Case("zip/nested.odt", lambda: odt(Pictures__a_zip=_nested(6)), READ, _HOLDS)
    yield Case("zip/many-entries.docx", lambda: _crowded(20_100), _BOMB, slow=True)
    yield Case("zip/many-pictures.docx", lambda: _crowded(2_500), READ, _HOLDS)
    yield Case("zip/said-size-too-small.docx", lambda: _lying(docx(word_body(" " * 30_000_000)), 1000), BROKEN)
    yield Case("zip/overlapping.docx", lambda: _overlapping(3_000), f"{BROKEN} {_BOMB}")
    yield Case("zip/huge-xml.docx", lambda: _stored(word_body(_noise(45_000_000))), _BOMB)
    yield Case("zip/long-text.docx", lambda: _stored(word_body(_noise(9_000_000))), "failed:too_long", slow=True)
    yield Case(
        "zip/huge-styles.odt",
        lambda: archive({**odt_parts(), "styles.xml": f"<a>{_noise(45_000_000)}</a>"}, stored=["styles.xml"]),
        _BOMB,
    )
    yield Case("zip/many-paragraphs.docx", lambda: docx(word_body("<w:p/>" * 1_500_000)), _BOMB)
    yield Case(
        "zip/many-breaks.docx",
        lambda: docx(word_body(f"<w:p><w:r>{'<w:br/>' * 500_000}</w:r></w:p>")),
        "failed:too_long failed:empty",
        slow=True,
    )
    yield Case("zip/repeated-spaces.odt", lambda: odt_text(f'<text:s text:c="{10**9}"/>' * 2000), READ, _HOLDS)
    yield Case("zip/repeated-cells.odt", lambda: odt_text("", _columns(10**9)), READ, _HOLDS, slow=True)


def odt_text(inside: str, after: str = "") -> bytes:
    """An OpenDocument text with ``inside`` in its first paragraph."""
    from hostile.sound import odt_content

    return odt(odt_content(f"<text:p>Điều 1. Trách nhiệm{inside}</text:p>{after}<text:p>1. Hai bên báo cáo.</text:p>"))


def _columns(count: int) -> str:
    cell = f'<table:table-cell table:number-columns-repeated="{count}"><text:p>a</text:p></table:table-cell>'
    row = f'<table:table-row table:number-rows-repeated="{count}">{cell * 50}</table:table-row>'
    return f"<table:table>{row * 50}</table:table>"


def _noise(size: int) -> str:
    """Word paragraphs of digits that pack badly enough to pass for honest."""
    digits = random.Random(3).randbytes(500_000).hex()
    paragraph = f"<w:p><w:r><w:t>{digits}</w:t></w:r></w:p>"
    return paragraph * (size // len(paragraph))


def _stored(document: str) -> bytes:
    """A Word document whose main part is not packed."""
    return archive(word_parts(document), stored=["word/document.xml"])


def _nested(depth: int) -> bytes:
    """An archive of ten archives of ten archives …: 10^depth times a megabyte for whoever unpacks them all."""
    inner = archive({"a.txt": bytes(1_000_000)})
    for _ in range(depth):
        inner = archive((f"{at}.zip", inner) for at in range(10))
    return inner


def _crowded(count: int) -> bytes:
    parts = word_parts() | {f"word/media/{at}.png": b"" for at in range(count)}
    return archive(parts)


def _lying(data: bytes, size: int) -> bytes:
    """The directory says that the main part has ``size`` bytes unpacked."""
    out = bytearray(data)
    for mark, place in ((b"PK\x03\x04", 22), (b"PK\x01\x02", 24)):
        at = -1
        while (at := out.find(mark, at + 1)) >= 0:
            name_at, name = (30, b"word/document.xml") if place == 22 else (46, b"word/document.xml")
            if out[at + name_at : at + name_at + len(name)] == name:
                out[at + place : at + place + 4] = struct.pack("<I", size)
    return bytes(out)


def _overlapping(count: int) -> bytes:
    """Many entries that share one packed body (the bomb of Fifield)."""
    body, check = zlib.compress(bytes(1_000_000), 9)[2:-4], zlib.crc32(bytes(1_000_000))
    head = struct.pack("<4s5H3I2H", b"PK\x03\x04", 20, 0, 8, 0, 33, check, len(body), 10**6, 1, 0)
    directory = b"".join(
        struct.pack(
            "<4s6H3I5H2I", b"PK\x01\x02", 20, 20, 0, 8, 0, 33, check, len(body), 10**6,
            len(f"{at}"), 0, 0, 0, 0, 0, 0,
        )
        + f"{at}".encode()
        for at in range(count)
    )  # fmt: skip
    start = head + b"a" + body
    end = struct.pack("<4s4H2IH", b"PK\x05\x06", 0, 0, count, count, len(directory), len(start), 0)
    return start + directory + end


def _directories() -> Iterator[Case]:
    sound = docx()
    yield Case("zip/no-directory.docx", sound[: sound.index(b"PK\x01\x02")])
    yield Case("zip/two-directories.docx", sound + sound, READ, _HOLDS)
    yield Case("zip/rubbish-in-front.docx", b"MZ" + bytes(500) + sound, f"{READ} {BROKEN}")
    yield Case("zip/wrong-checksum.docx", _damaged(sound, b"word/document.xml"))
    yield Case("zip/unknown-method.docx", sound.replace(b"\x08\x00\x00\x00\x21\x50", b"\x63\x00\x00\x00\x21\x50"))
    yield Case("zip/only-types.docx", archive({"[Content_Types].xml": TYPES}), "failed:not_docx")
    yield Case("zip/no-document.docx", archive(word_parts() | {"word/document.xml": ""}), BROKEN)
    yield Case(
        "zip/workbook.docx", archive({"[Content_Types].xml": TYPES, "xl/workbook.xml": "<a/>"}), "failed:not_docx"
    )
    yield Case("zip/empty-archive.docx", archive({}), f"failed:not_docx {BROKEN} failed:wrong_content")
    yield Case("zip/some-archive.odt", archive({"a.txt": TEXT}), "failed:not_odt")
    yield Case(
        "zip/spreadsheet.odt", odt('<a xmlns="urn:oasis:names:tc:opendocument:xmlns:office:1.0"/>'), "failed:not_odt"
    )
    rels = relations(("officeDocument", "word/document.xml"), ("officeDocument", "word/document.xml"))
    yield Case("zip/two-main-parts.docx", archive(word_parts() | {"_rels/.rels": rels}), READ, _HOLDS)
    circle = relations(("styles", "document.xml"), ("header", "document.xml"), ("numbering", "document.xml"))
    yield Case("zip/circle-of-parts.docx", docx(rels=circle), READ, _HOLDS)
    yield Case(
        "zip/part-in-capitals.docx",
        archive({n.upper(): c for n, c in word_parts().items()}),
        f"{READ} {BROKEN} failed:not_docx",
    )


def _damaged(data: bytes, name: bytes) -> bytes:
    at = data.index(name) + len(name) + 20
    return data[:at] + bytes(8) + data[at + 8 :]


def _names() -> Iterator[Case]:
    """Zip slip: parts that want to be unpacked elsewhere. Nothing is unpacked to disk, so they are only names."""
    evil = ["../../evil.txt", "/etc/evil", "C:\\evil.txt", "..\\..\\evil.txt", "word/../../../evil.xml", "a\0b"]
    for at, name in enumerate(evil):
        yield Case(f"zip/slip-{at}.docx", archive({**word_parts(), name: "evil"}), READ, _HOLDS)
    yield Case("zip/slip.odt", archive({**odt_parts(), "../../evil": "evil", "/content.xml": "<a/>"}), READ, _HOLDS)
    target = relations(("header", "../../../../../../etc/passwd"), ("styles", "/etc/passwd"))
    yield Case("zip/relation-to-the-disk.docx", docx(rels=target), READ, _HOLDS)
    twice = [*word_parts().items(), ("word/document.xml", word_body(paragraphs(["Điều 1. Bản thứ hai"])))]
    with warnings.catch_warnings(action="ignore"):  # that the name is there twice is the point
        yield Case("zip/one-part-twice.docx", archive(twice), READ, _HOLDS)


def _locked() -> Iterator[Case]:
    locked = container({"EncryptedPackage": bytes(5000), "EncryptionInfo": b"\x04\0\x04\0"})
    yield Case("locked/password.docx", locked, "failed:encrypted")
    yield Case("locked/password.doc", locked, "failed:encrypted")
    flagged = bytearray(docx())
    for mark, place in ((b"PK\x03\x04", 6), (b"PK\x01\x02", 8)):
        at = -1
        while (at := flagged.find(mark, at + 1)) >= 0:
            flagged[at + place] |= 1
    yield Case("locked/zip-password.docx", bytes(flagged), "failed:encrypted")
    entry = (
        '<m:file-entry xmlns:m="urn:oasis:names:tc:opendocument:xmlns:manifest:1.0"><m:encryption-data/></m:file-entry>'
    )
    yield Case("locked/password.odt", odt("\x01\x02", **{"META-INF__manifest.xml": entry}), "failed:encrypted")
