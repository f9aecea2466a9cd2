"""A template against its variants: ``variant_summary``, ``alignments``, ``word_changes``, ``blank_fills``,
``obligation_changes``; and ``template_proposals``, which template each document was made from."""

from __future__ import annotations

from dataclasses import replace

from dieukhoan.tables.codes import ALIGNED, DUTY_CHANGES, WORD_KINDS
from dieukhoan.tables.common import END, START, position
from dieukhoan.tables.model import Column, Table, Words, flag, text, whole


def _unit(name: str, vi: str, en: str) -> Column:
    return text(name, vi, en, "trống nếu không có", "empty where there is none", foreign="units.unit_id")


def _share(name: str, vi: str, en: str, about_vi: str, about_en: str) -> Column:
    return Column(name, "number", Words(vi, en), Words(about_vi, about_en))


def _count(name: str, vi: str, en: str) -> Column:
    return whole(name, vi, en, "số lượng", "how many")


def _document(name: str, vi: str, en: str, about_vi: str, about_en: str) -> Column:
    return text(name, vi, en, about_vi, about_en, foreign="documents.document_id")


def _duty(name: str, vi: str, en: str) -> Column:
    return text(name, vi, en, "trống nếu không có", "empty where there is none", foreign="obligations.obligation_id")


# Colours of a cell by its code; dark letters on each of them read well (WCAG contrast over 7).
STATUS_TINTS = (
    ("identical", "#FFFFFF"), ("filled", "#E2EFDA"), ("modified", "#FFF2CC"), ("moved", "#DDEBF7"),
    ("added", "#D9EAD3"), ("removed", "#F8CBAD"),
)  # fmt: skip
CHANGE_TINTS = (
    ("kept", "#FFFFFF"), ("reworded", "#FFF2CC"), ("body_changed", "#FCE4D6"), ("deadline_changed", "#FCE4D6"),
    ("dropped", "#F8CBAD"), ("new", "#D9EAD3"),
)  # fmt: skip
WORD_TINTS = (
    ("inserted", "#D9EAD3"), ("deleted", "#F8CBAD"), ("changed", "#FFF2CC"), ("filled", "#E2EFDA"),
)  # fmt: skip


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
             "identical, filled (same but for filled blanks), modified, moved, added, removed", tints=STATUS_TINTS,
             codes=ALIGNED),
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
             "kept, reworded, body_changed, deadline_changed, dropped, new", tints=CHANGE_TINTS,
             codes=DUTY_CHANGES),
        text("detail", "Chi tiết", "Detail",
             "cái gì đã đổi: trước → sau, thêm, bỏ; cơ quan kể theo vai trò; từ làm đổi nghĩa",
             "what changed: before → after, added, dropped; bodies by their role; words that turn the meaning",
             width=60),
        whole("days", "Lệch (ngày)", "Days",
              "thời hạn lùi lại (dương) hay sớm hơn (âm) bao nhiêu ngày, nếu tính được",
              "how many days later (or, below nought, earlier) the deadline is, where it can be computed"),
        text("template_place", "Ở đâu trong mẫu", "Place in the template",
             "điều, khoản, điểm", "article, clause, point", width=30),
        text("template_text", "Nhiệm vụ trong mẫu", "In the template",
             "nguyên văn", "as it stands there", width=60),
        text("variant_place", "Ở đâu trong văn bản", "Place in the variant",
             "điều, khoản, điểm", "article, clause, point", width=30),
        text("variant_text", "Nhiệm vụ trong văn bản", "In the variant",
             "nguyên văn", "as it stands there", width=60),
    ),
)

WORD_CHANGES = Table(
    "word_changes", Words("Thay đổi câu chữ", "Word changes"),
    Words("Từ nào được thêm, bỏ, đổi; từ toàn văn của mẫu và bảng này dựng lại được toàn văn của văn bản",
          "Words put in, left out, changed; with the template's text this table gives the variant's text back"),
    (
        VARIANT,
        _unit("template_unit_id", "Đơn vị của mẫu", "Template unit"),
        _unit("variant_unit_id", "Đơn vị của văn bản", "Variant unit"),
        position("đếm từ 1 theo thứ tự của văn bản", "counts from 1, in the order of the variant"),
        text("change", "Thay đổi", "Change",
             "inserted: thêm; deleted: bỏ; changed: đổi; filled: điền chỗ trống; number: số của đơn vị; "
             "spelling: cùng nội dung, viết khác; moved: đọc tiếp ở chỗ khác của mẫu",
             "inserted, deleted, changed, filled, number (of a unit), spelling (the same content written otherwise), "
             "moved (reading goes on elsewhere in the template)", tints=WORD_TINTS, codes=WORD_KINDS),
        text("before", "Trong mẫu", "Before", "đúng như trong mẫu", "as it stands in the template", width=50),
        text("after", "Trong văn bản", "After", "đúng như trong văn bản", "as it stands in the variant", width=50),
        whole("template_start", "Mẫu: từ ký tự", "Template start", "vị trí trong mẫu", "offset in the template"),
        whole("template_end", "Mẫu: đến ký tự", "Template end", "vị trí ngay sau", "offset just after"),
        whole("variant_start", "Văn bản: từ ký tự", "Variant start", "vị trí trong toàn văn", "offset in the variant"),
        whole("variant_end", "Văn bản: đến ký tự", "Variant end", "vị trí ngay sau", "offset just after"),
    ),
)

VARIANT_SUMMARY = Table(
    "variant_summary", Words("Tổng hợp theo địa phương", "Summary by variant"),
    Words("Mỗi văn bản so với mẫu một dòng", "One row a variant: how it differs from the template"),
    (
        replace(VARIANT, key=True),
        _document("template_document_id", "Văn bản mẫu", "Template", "mẫu được so", "the template"),
        text("source", "Tệp nguồn", "Source", "tệp của văn bản", "the variant's file"),
        text("province", "Tỉnh, thành phố", "Province", "của văn bản", "of the variant"),
        text("name", "Tên gọi", "Name", "tên cột của văn bản này trong doi_chieu và dien_mau",
             "the variant's column in doi_chieu and dien_mau"),
        _share("kept_share", "Tỷ lệ giữ nguyên", "Share kept",
               "phần đơn vị của mẫu giữ nguyên hoặc chỉ điền", "of the template's units: identical or filled"),
        _share("similarity", "Độ giống", "Similarity",
               "trung bình theo từ trên các đơn vị của mẫu", "mean over the template's units, by their words"),
        _count("identical", "Như nhau", "Identical"), _count("filled", "Điền", "Filled"),
        _count("modified", "Sửa", "Modified"), _count("moved", "Chuyển", "Moved"),
        _count("added", "Thêm", "Added"), _count("removed", "Bỏ", "Removed"),
        _count("blanks_filled", "Chỗ trống đã điền", "Blanks filled"),
        _count("blanks_open", "Chỗ trống còn lại", "Blanks open"),
        _count("duties_kept", "Nhiệm vụ giữ", "Duties kept"), _count("reworded", "Viết lại", "Reworded"),
        _count("body_changed", "Đổi cơ quan", "Body changed"),
        _count("deadline_changed", "Đổi thời hạn", "Deadline changed"),
        _count("dropped", "Nhiệm vụ bỏ", "Dropped"), _count("new", "Nhiệm vụ mới", "New"),
        whole("earliest_days", "Sớm nhất (ngày)", "Earliest (days)",
              "thời hạn đẩy sớm nhiều nhất; âm là sớm hơn mẫu", "the most that one is earlier (below nought)"),
        whole("latest_days", "Muộn nhất (ngày)", "Latest (days)",
              "thời hạn lùi nhiều nhất; dương là muộn hơn mẫu", "the most that one is later (above nought)"),
        text("effective_change", "Hiệu lực khác mẫu", "Effective date changed",
             "ngày có hiệu lực: trước → sau, nếu cả hai đều ghi và khác nhau",
             "before → after, where both state one and they differ", width=30),
        text("period_change", "Giai đoạn khác mẫu", "Period changed",
             "giai đoạn áp dụng: trước → sau, nếu cả hai đều ghi và khác nhau",
             "before → after, where both state one and they differ", width=24),
        text("dropped_duties", "Các nhiệm vụ bị bỏ", "Dropped duties", "nguyên văn", "as in the template", width=60),
        whole("cluster", "Nhóm", "Cluster",
              "các văn bản gần như chép của nhau có cùng số", "near-copies of each other have the same number"),
        _document("nearest_document_id", "Giống nhất với", "Nearest variant",
                  "văn bản khác giống nhất", "the other variant that is most alike"),
        _share("nearest_similarity", "Độ giống với văn bản đó", "Similarity to it", "0 đến 1", "0 to 1"),
    ),
)

TEMPLATE_PROPOSALS = Table(
    "template_proposals", Words("Đề xuất mẫu", "Template proposals"),
    Words("Văn bản nào theo mẫu nào", "Which template each document was made from"),
    (
        text("source", "Tệp nguồn", "Source", "tệp của văn bản", "the document's file", width=40),
        text("template_source", "Mẫu đề xuất", "Template",
             "tệp của mẫu; trống nếu không mẫu nào phù hợp", "the template's file, empty when none fits", width=40),
        _document("document_id", "Mã văn bản", "Document id", "văn bản", "the document"),
        _document("template_document_id", "Mã mẫu đề xuất", "Template id",
                  "trống nếu không mẫu nào phù hợp", "empty when none fits"),
        flag("fits", "Phù hợp", "Fits", "có mẫu phù hợp", "whether a template fits"),
        _share("similarity", "Độ giống", "Similarity", "với mẫu giống nhất, 0 đến 1", "to the most alike, 0 to 1"),
        _document("best_document_id", "Mẫu giống nhất", "Most alike", "dù phù hợp hay không", "fitting or not"),
        _document("second_document_id", "Mẫu giống thứ hai", "Second", "mẫu kế tiếp", "the next best template"),
        _share("second_similarity", "Độ giống thứ hai", "Second similarity", "0 đến 1", "0 to 1"),
    ),
)
# fmt: on
COMPARED = (VARIANT_SUMMARY, OBLIGATION_CHANGES, BLANK_FILLS, WORD_CHANGES, ALIGNMENTS)
