"""Columns that stand in several tables, and the ids that join them."""

from __future__ import annotations

from collections.abc import Iterable

from dieukhoan.core.records import Document
from dieukhoan.tables.model import Column, text, whole

DOCUMENT = text(
    "document_id", "Mã văn bản", "Document id",
    "văn bản chứa dòng này", "the document this row belongs to", foreign="documents.document_id",
)  # fmt: skip
UNIT = text(
    "unit_id", "Mã đơn vị", "Unit id",
    "điều, khoản, điểm chứa đoạn này", "the unit this passage stands in", foreign="units.unit_id",
)  # fmt: skip
QUOTE = text("text", "Nguyên văn", "Text", "đúng như trong văn bản", "as it stands in the document", width=60)
START = whole(
    "start", "Từ ký tự", "Start",
    "vị trí ký tự đầu trong toàn văn, đếm từ 0", "offset of the first code point in the canonical text, from 0",
)  # fmt: skip
END = whole(
    "end", "Đến ký tự", "End",
    "vị trí ngay sau ký tự cuối", "offset just after the last code point",
)  # fmt: skip
RULE = text("rule", "Luật nhận dạng", "Rule", "mã luật đã nhận ra dòng này", "id of the rule that made this row")


def unit_id(document: Document, eid: str) -> str:
    """The id of the unit ``eid`` over all documents; empty where ``eid`` is."""
    return f"{document.document_id}#{eid}" if eid else ""


def item_id(document: Document, letter: str, number: int) -> str:
    """The id of the ``number``-th (from 1) duty ``o``, deadline ``d``, mention ``m`` or citation ``c``."""
    return f"{document.document_id}#{letter}{number}"


def position(vi: str, en: str, *, key: bool = False) -> Column:
    """A column that counts rows from 1; the labels say of what."""
    return whole("position", "Thứ tự", "Position", vi, en, key=key)


def unique(values: Iterable[str]) -> list[str]:
    """``values`` without empty ones and repeats, in order."""
    return [*filter(None, dict.fromkeys(values))]
