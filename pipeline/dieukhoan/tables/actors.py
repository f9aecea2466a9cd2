"""Who: ``bodies``, ``mentions``, ``parties``, ``signatures``, ``recipients``."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from dieukhoan.core.records import Document
from dieukhoan.tables.codes import BODY_KINDS, LEVELS, VIA
from dieukhoan.tables.common import DOCUMENT, END, QUOTE, RULE, START, UNIT, item_id, position, unit_id
from dieukhoan.tables.model import Column, Row, Table, Words, text


def _bodies(document: Document) -> Iterator[Row]:
    return (BODIES.row(body) for body in document.bodies)


def _mentions(document: Document) -> Iterator[Row]:
    for number, mention in enumerate(document.mentions, 1):
        yield MENTIONS.row(
            mention,
            mention_id=item_id(document, "m", number),
            document_id=document.document_id,
            unit_id=unit_id(document, mention.unit),
        )


def _parties(document: Document) -> Iterator[Row]:
    for number, party in enumerate(document.parties, 1):
        yield PARTIES.row(party, document_id=document.document_id, position=number)


def _signatures(document: Document) -> Iterator[Row]:
    for number, signature in enumerate(document.signatures, 1):
        yield SIGNATURES.row(signature, document_id=document.document_id, position=number)


def _recipients(document: Document) -> Iterator[Row]:
    for number, recipient in enumerate(document.recipients, 1):
        yield RECIPIENTS.row(recipient, document_id=document.document_id, position=number)


def body(vi: str, en: str, *, key: bool = False) -> Column:
    """The column that points to a body; the words say which."""
    return text("body_id", "Mã cơ quan", "Body id", vi, en, key=key, foreign="bodies.body_id")


_OF_DOCUMENT = replace(DOCUMENT, key=True)
_IN_DOCUMENT = ("đếm từ 1 trong văn bản", "counts from 1 in the document")

# fmt: off
BODIES = Table(
    "bodies", Words("Cơ quan, tổ chức", "Bodies"),
    Words("Mỗi cơ quan, tổ chức, nhóm người một dòng", "One row an organisation, office or group"),
    (
        text("body_id", "Mã cơ quan", "Body id", "tên viết gọn", "slug of the name", key=True),
        text("name", "Tên", "Name", "tên đầy đủ nhất", "the fullest name", width=60),
        text("abbreviation", "Viết tắt", "Abbreviation", "như trong văn bản", "as the document has it"),
        text("kind", "Loại", "Kind", "union, women, department, court …", "union, women, department, court …",
             codes=BODY_KINDS),
        text("level", "Cấp", "Level",
             "central, province, district, commune, grassroots", "central, province, district, commune, grassroots",
             codes=LEVELS),
        text("province", "Tỉnh, thành phố", "Province", "nơi đặt", "where it belongs"),
        text("parent_id", "Thuộc cơ quan", "Parent id",
             "cơ quan cấp trên hoặc chủ quản", "the body it is part of", foreign="bodies.body_id"),
    ),
    _bodies,
    order="name",
    merged=True,
)

MENTIONS = Table(
    "mentions", Words("Chỗ nhắc tên", "Mentions"),
    Words("Chỗ văn bản nhắc đến cơ quan", "Where a body is named"),
    (
        text("mention_id", "Mã chỗ nhắc", "Mention id",
             "mã văn bản, #m và số thứ tự", "document_id, #m and its position", key=True),
        DOCUMENT, UNIT, body("cơ quan được nhắc", "the body named"), QUOTE, START, END,
        text("via", "Cách nhắc", "Via",
             "name: tên; abbreviation: viết tắt; anaphor: “hai bên”; heading: theo đề mục",
             "name, abbreviation, anaphor (“hai bên”) or heading", codes=VIA),
        RULE,
    ),
    _mentions,
)

PARTIES = Table(
    "parties", Words("Các bên", "Parties"),
    Words("Các bên của thỏa thuận", "The parties to the agreement"),
    (
        _OF_DOCUMENT, position(*_IN_DOCUMENT, key=True), body("bên", "the party"), QUOTE, START, END,
    ),
    _parties,
)

SIGNATURES = Table(
    "signatures", Words("Chữ ký", "Signatures"),
    Words("Mỗi khối chữ ký một dòng", "One row a signature block"),
    (
        _OF_DOCUMENT, position(*_IN_DOCUMENT, key=True), body("cơ quan ký", "the body that signs"),
        text("capacity", "Thay mặt", "Capacity", "TM. BAN THƯỜNG VỤ, KT. CHỦ TỊCH …", "for whom: TM., KT. …"),
        text("title", "Chức vụ", "Title", "như đã viết", "office held, as written"),
        text("name", "Họ tên", "Name", "không gồm cấp bậc, học vị", "without rank or degree"),
        START, END,
    ),
    _signatures,
)

RECIPIENTS = Table(
    "recipients", Words("Nơi nhận", "Recipients"),
    Words("Mỗi nơi nhận một dòng", "One row an item of nơi nhận"),
    (
        _OF_DOCUMENT, position(*_IN_DOCUMENT, key=True), body("nơi nhận", "the body that receives it"), QUOTE,
        text("purpose", "Để", "Purpose", "để b/c, t/h, lưu", "what for: để b/c, t/h, lưu"),
        START, END,
    ),
    _recipients,
)
# fmt: on
