"""A template against its variants: ``alignments``, ``blank_fills``, ``obligation_changes``."""

from __future__ import annotations

from dieukhoan.tables.common import END, START, position
from dieukhoan.tables.model import Column, Table, Words, flag, text


def _unit(name: str, vi: str, en: str) -> Column:
    return text(name, vi, en, "trống nếu không có", "empty where there is none", foreign="units.unit_id")


def _duty(name: str, vi: str, en: str) -> Column:
    return text(name, vi, en, "trống nếu không có", "empty where there is none", foreign="obligations.obligation_id")


# fmt: off
VARIANT = text("variant_document_id", "Văn bản so sánh", "Variant",
               "văn bản được so với mẫu", "the document compared with the template", foreign="documents.document_id")

ALIGNMENTS = Table(
    "alignments", Words("Đối chiếu điều khoản", "Alignments"),
    Words("Điều khoản nào của mẫu thành điều khoản nào của văn bản", "Which unit became which"),
    (
        VARIANT,
        _unit("template_unit_id", "Đơn vị của mẫu", "Template unit"),
        _unit("variant_unit_id", "Đơn vị của văn bản", "Variant unit"),
        text("status", "Kết quả", "Status",
             "identical: như nhau; filled: điền chỗ trống; modified: sửa; moved: chuyển chỗ; added: thêm; removed: bỏ",
             "identical, filled (same but for filled blanks), modified, moved, added, removed"),
        Column("similarity", "number", Words("Độ giống", "Similarity"),
               Words("0 đến 1, tính theo từ", "0 to 1, over words")),
        flag("edited", "Có sửa lời", "Edited", "chuyển chỗ và sửa lời", "moved and its words differ too"),
    ),
)

BLANK_FILLS = Table(
    "blank_fills", Words("Điền chỗ trống", "Blank fills"),
    Words("Mỗi chỗ trống của mẫu được điền gì", "What was written into each blank of the template"),
    (
        text("document_id", "Mã văn bản", "Document id",
             "văn bản đã điền", "the variant", foreign="documents.document_id"),
        _unit("template_unit_id", "Đơn vị của mẫu", "Template unit"),
        position("đếm các chỗ trống của mẫu từ 1", "counts the template's blanks from 1"),
        text("value", "Nội dung điền", "Value", "trống nếu chưa điền", "empty where still open", width=60),
        START, END,
    ),
)

OBLIGATION_CHANGES = Table(
    "obligation_changes", Words("Thay đổi nhiệm vụ", "Duty changes"),
    Words("Số phận của mỗi nhiệm vụ trong mẫu", "What became of each duty of the template"),
    (
        VARIANT,
        _duty("template_obligation_id", "Nhiệm vụ của mẫu", "Template duty"),
        _duty("variant_obligation_id", "Nhiệm vụ của văn bản", "Variant duty"),
        text("change", "Thay đổi", "Change",
             "kept, reworded, body_changed, deadline_changed, dropped, new",
             "kept, reworded, body_changed, deadline_changed, dropped, new"),
        text("detail", "Chi tiết", "Detail", "cái gì đã đổi: trước → sau", "what changed: before → after", width=60),
    ),
)
# fmt: on
COMPARED = (ALIGNMENTS, BLANK_FILLS, OBLIGATION_CHANGES)
