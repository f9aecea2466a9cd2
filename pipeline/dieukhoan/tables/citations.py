"""What a document rests on: ``citations``."""

from __future__ import annotations

from collections.abc import Iterator

from dieukhoan.core.records import Document
from dieukhoan.tables.codes import CITING, DOCUMENT_TYPES
from dieukhoan.tables.common import DOCUMENT, END, QUOTE, RULE, START, UNIT, item_id, unit_id
from dieukhoan.tables.model import Row, Table, Words, date, text


def _citations(document: Document) -> Iterator[Row]:
    for number, citation in enumerate(document.citations, 1):
        yield CITATIONS.row(
            citation,
            citation_id=item_id(document, "c", number),
            document_id=document.document_id,
            unit_id=unit_id(document, citation.unit),
        )


# fmt: off
CITATIONS = Table(
    "citations", Words("Viện dẫn", "Citations"),
    Words("Văn bản được căn cứ hoặc nhắc đến", "Instruments rested on or mentioned"),
    (
        text("citation_id", "Mã viện dẫn", "Citation id",
             "mã văn bản, #c và số thứ tự", "document_id, #c and its position", key=True),
        DOCUMENT, UNIT, QUOTE, START, END,
        text("instrument", "Loại văn bản", "Instrument", "mã loại: luat, nghi_dinh …", "code: luat, nghi_dinh …",
             codes=DOCUMENT_TYPES),
        text("number", "Số, ký hiệu", "Number", "như đã viết", "as written"),
        date("issued_on", "Ngày ban hành", "Issued on", "nếu có nêu", "where stated"),
        text("title", "Tên gọi", "Title", "nếu có nêu", "where stated", width=60),
        text("issuer", "Cơ quan ban hành", "Issuer", "nếu có nêu", "where stated"),
        text("provision", "Điều, khoản", "Provision", "khoản 2 Điều 5", "such as khoản 2 Điều 5"),
        text("relation", "Quan hệ", "Relation", "basis: căn cứ; mention: nhắc đến", "basis or mention", codes=CITING),
        RULE,
    ),
    _citations,
)
# fmt: on
