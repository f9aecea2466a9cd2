"""The tree of the text and what stands in it: ``units``, ``abbreviations``, ``blanks``."""

from __future__ import annotations

from collections.abc import Iterator

from dieukhoan.core.records import Document
from dieukhoan.tables.codes import BLANK_ROLES, UNIT_KINDS
from dieukhoan.tables.common import DOCUMENT, END, START, UNIT, position, unit_id
from dieukhoan.tables.model import Row, Table, Words, text, whole


def _units(document: Document) -> Iterator[Row]:
    for unit in document.units:
        yield UNITS.row(
            unit,
            unit_id=unit_id(document, unit.eid),
            document_id=document.document_id,
            parent_id=unit_id(document, unit.parent),
            page=unit.page or None,
        )


def _abbreviations(document: Document) -> Iterator[Row]:
    for short in document.abbreviations:
        yield ABBREVIATIONS.row(short, document_id=document.document_id)


def _blanks(document: Document) -> Iterator[Row]:
    for number, blank in enumerate(document.blanks, 1):
        where = unit_id(document, blank.unit)
        yield BLANKS.row(blank, document_id=document.document_id, unit_id=where, position=number)


# fmt: off
UNITS = Table(
    "units", Words("Điều khoản", "Units"),
    Words("Cây điều khoản theo thứ tự trong văn bản", "The tree of units, in document order"),
    (
        text("unit_id", "Mã đơn vị", "Unit id", "mã văn bản, dấu #, eid", "document_id, #, eid", key=True),
        DOCUMENT,
        text("parent_id", "Mã đơn vị cha", "Parent id",
             "đơn vị chứa đơn vị này", "the unit above", foreign="units.unit_id"),
        position("đếm từ 1 trên cả văn bản", "counts from 1 over the document"),
        text("eid", "Định danh", "eId",
             "kiểu Akoma Ntoso: chp_II__art_3__cl_1", "Akoma Ntoso style: chp_II__art_3__cl_1"),
        text("kind", "Loại đơn vị", "Kind",
             "part, chapter, section: phần, chương, mục; article: điều; clause: khoản; point: điểm …",
             "part, chapter, section, subsection, article, clause, point, indent, paragraph, appendix …",
             codes=UNIT_KINDS),
        text("number", "Số", "Number", "như đã viết: II, 3, a; trống nếu không đánh số", "as written; else empty"),
        text("heading", "Tên mục", "Heading", "tiêu đề, không gồm số", "without the number", width=60),
        text("text", "Nội dung", "Text",
             "lời riêng của đơn vị, không gồm số, tiêu đề và các đơn vị con",
             "the unit's own text, without number, heading and children", width=60),
        START, END,
        whole("page", "Trang", "Page", "đếm từ 1", "counts from 1"),
        whole("depth", "Bậc", "Depth", "1 là bậc trên cùng", "1 is the top"),
    ),
    _units,
)

ABBREVIATIONS = Table(
    "abbreviations", Words("Chữ viết tắt", "Abbreviations"),
    Words("Chữ viết tắt mà văn bản tự đặt", "Short forms that the document defines"),
    (
        DOCUMENT,
        text("short", "Viết tắt", "Short", "chữ viết tắt", "the short form"),
        text("long", "Viết đầy đủ", "Long", "tên đầy đủ", "what it stands for", width=60),
        START, END,
    ),
    _abbreviations,
)

BLANKS = Table(
    "blanks", Words("Chỗ trống", "Blanks"),
    Words("Chỗ để điền trong văn bản mẫu", "Places to fill in"),
    (
        DOCUMENT, UNIT, START, END,
        position("đếm từ 1 trên cả văn bản", "counts from 1 over the document"),
        text("role", "Để điền", "Role",
             "đoán: province, body, number, date, text", "a guess: province, body, number, date, text",
             codes=BLANK_ROLES),
    ),
    _blanks,
)
# fmt: on
