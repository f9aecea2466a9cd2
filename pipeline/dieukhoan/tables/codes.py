"""What people call the codes that stand in the tables: every domain of the contract, Vietnamese and English.

Tables keep the codes, which programs read; a workbook, a report, a page of documentation shows the names.
"""

from __future__ import annotations

from collections.abc import Mapping

from dieukhoan.tables.model import Words

Codes = Mapping[str, Words]
"""Codes and their names, in the order in which a list offers them; within a domain no two have the same name."""

DOCUMENT_TYPES: Codes = {
    "chuong_trinh_phoi_hop": Words("Chương trình phối hợp", "Coordination programme"),
    "quy_che_phoi_hop": Words("Quy chế phối hợp", "Coordination regulation"),
    "ke_hoach_phoi_hop": Words("Kế hoạch phối hợp", "Coordination plan"),
    "ke_hoach": Words("Kế hoạch", "Plan"),
    "nghi_quyet_lien_tich": Words("Nghị quyết liên tịch", "Joint resolution"),
    "thong_tu_lien_tich": Words("Thông tư liên tịch", "Joint circular"),
    "thoa_thuan_hop_tac": Words("Thỏa thuận hợp tác", "Cooperation agreement"),
    "bien_ban_ghi_nho": Words("Biên bản ghi nhớ", "Memorandum of understanding"),
    "thoa_uoc_lao_dong": Words("Thỏa ước lao động", "Collective labour agreement"),
    "hop_dong": Words("Hợp đồng", "Contract"),
    "quy_che": Words("Quy chế", "Regulation"),
    "quyet_dinh": Words("Quyết định", "Decision"),
    "nghi_quyet": Words("Nghị quyết", "Resolution"),
    "chi_thi": Words("Chỉ thị", "Directive"),
    "chien_luoc": Words("Chiến lược", "Strategy"),
    "cong_van": Words("Công văn", "Official letter"),
    "nghi_dinh": Words("Nghị định", "Decree"),
    "thong_tu": Words("Thông tư", "Circular"),
    "luat": Words("Luật", "Law"),
    "phap_lenh": Words("Pháp lệnh", "Ordinance"),
    "hien_phap": Words("Hiến pháp", "Constitution"),
    "dieu_le": Words("Điều lệ", "Charter"),
    "huong_dan": Words("Hướng dẫn", "Guidelines"),
    "quy_dinh": Words("Quy định", "Rules"),
    "de_an": Words("Đề án", "Scheme"),
    "thong_bao": Words("Thông báo", "Notice"),
    "bao_cao": Words("Báo cáo", "Report"),
    "to_trinh": Words("Tờ trình", "Submission"),
    "bien_ban": Words("Biên bản", "Minutes"),
    "khac": Words("Khác", "Other"),
}
STATUSES: Codes = {
    "ok": Words("đọc trọn", "read"),
    "partial": Words("đọc được một phần", "read in part"),
    "failed": Words("không đọc được", "failed"),
}
LEVELS: Codes = {
    "central": Words("Trung ương", "Central"),
    "province": Words("Cấp tỉnh", "Province"),
    "district": Words("Cấp huyện", "District"),
    "commune": Words("Cấp xã", "Commune"),
    "grassroots": Words("Cơ sở", "Grassroots"),
}
SIGNING: Codes = {
    "signing": Words("kể từ ngày ký", "from the day of signing"),
}
UNIT_KINDS: Codes = {
    "part": Words("Phần", "Part"),
    "chapter": Words("Chương", "Chapter"),
    "section": Words("Mục", "Section"),
    "subsection": Words("Tiểu mục", "Subsection"),
    "article": Words("Điều", "Article"),
    "clause": Words("Khoản", "Clause"),
    "point": Words("Điểm", "Point"),
    "indent": Words("Gạch đầu dòng", "Indent"),
    "paragraph": Words("Đoạn", "Paragraph"),
    "appendix": Words("Phụ lục", "Appendix"),
    "recital": Words("Căn cứ", "Recital"),
    "preamble": Words("Phần mở đầu", "Preamble"),
}
BLANK_ROLES: Codes = {
    "province": Words("Tỉnh, thành phố", "Province"),
    "body": Words("Cơ quan", "Body"),
    "number": Words("Số", "Number"),
    "date": Words("Ngày", "Date"),
    "text": Words("Nội dung khác", "Other words"),
}
BODY_KINDS: Codes = {
    "party": Words("Đảng", "Party"),
    "front": Words("Mặt trận", "Front"),
    "union": Words("Công đoàn", "Trade union"),
    "women": Words("Phụ nữ", "Women"),
    "youth": Words("Thanh niên", "Youth"),
    "farmers": Words("Nông dân", "Farmers"),
    "veterans": Words("Cựu chiến binh", "Veterans"),
    "association": Words("Hội và liên hiệp", "Association"),
    "council": Words("Hội đồng", "Council"),
    "committee": Words("Ủy ban nhân dân", "People's committee"),
    "government": Words("Chính phủ", "Government"),
    "ministry": Words("Bộ và ngành", "Ministry"),
    "department": Words("Sở, ban, ngành", "Department"),
    "court": Words("Tòa án", "Court"),
    "procuracy": Words("Viện kiểm sát", "Procuracy"),
    "police": Words("Công an", "Police"),
    "army": Words("Quân đội", "Army"),
    "bank": Words("Ngân hàng", "Bank"),
    "insurance": Words("Bảo hiểm", "Insurance"),
    "school": Words("Trường học", "School"),
    "enterprise": Words("Doanh nghiệp", "Enterprise"),
    "inner_unit": Words("Đơn vị trong cơ quan", "Inner unit"),
    "person_group": Words("Nhóm người", "Group of people"),
    "generic": Words("Gọi chung", "Generic"),
}
VIA: Codes = {
    "name": Words("tên", "name"),
    "abbreviation": Words("chữ viết tắt", "abbreviation"),
    "anaphor": Words("cách gọi thay", "anaphor"),
    "heading": Words("theo đề mục", "heading"),
}
MODALITIES: Codes = {
    "obligation": Words("Phải làm", "Obligation"),
    "prohibition": Words("Không được làm", "Prohibition"),
    "permission": Words("Được phép làm", "Permission"),
    "recommendation": Words("Đề nghị", "Recommendation"),
}
SUBJECTS: Codes = {
    "explicit": Words("nêu đích danh", "named"),
    "heading": Words("theo đề mục", "from the heading"),
    "anaphor": Words("theo “hai bên”, “các bên”", "from “hai bên”"),
    "implied": Words("chủ thể ngầm hiểu", "implied subject"),
}
ROLES: Codes = {
    "lead": Words("Chủ trì", "Lead"),
    "support": Words("Phối hợp", "Support"),
    "directed": Words("Được chỉ đạo", "Directed"),
    "assigner": Words("Giao việc", "Assigner"),
    "recipient": Words("Bên nhận", "Recipient"),
}
DEADLINE_KINDS: Codes = {
    "date": Words("Ngày", "Date"),
    "period": Words("Giai đoạn", "Period"),
    "recurring": Words("Định kỳ", "Recurring"),
    "relative": Words("Tính từ sự kiện", "Relative"),
    "duration": Words("Khoảng thời gian", "Duration"),
    "event": Words("Khi có sự kiện", "On an event"),
    "vague": Words("Không định rõ", "Vague"),
}
RELATIONS: Codes = {
    "on": Words("vào", "on"),
    "by": Words("chậm nhất", "by"),
    "from": Words("từ", "from"),
    "during": Words("trong", "during"),
    "after": Words("sau", "after"),
}
CITING: Codes = {
    "basis": Words("Căn cứ", "Basis"),
    "mention": Words("Nhắc đến", "Mention"),
}
SEVERITIES: Codes = {
    "error": Words("Lỗi", "Error"),
    "warning": Words("Cảnh báo", "Warning"),
    "info": Words("Lưu ý", "Note"),
}
DOUBTS: Codes = {
    "blank_unfilled": Words("Chỗ trống chưa điền", "Unfilled blank"),
    "deadline_without_duty": Words("Thời hạn không gắn với nhiệm vụ", "Deadline without a duty"),
    "glued_words": Words("Chữ dính liền", "Glued words"),
    "misspelt_word": Words("Chữ viết sai", "Misspelt word"),
    "numbering_gap": Words("Đánh số cách quãng", "Gap in numbering"),
    "numbering_repeat": Words("Đánh số lặp", "Repeated number"),
    "unresolved_body": Words("Chưa rõ là cơ quan nào", "Unresolved body"),
    "no_units": Words("Không thấy điều khoản", "No units"),
    "no_duties": Words("Không thấy nhiệm vụ", "No duties"),
    "no_text_layer": Words("Không có lớp chữ", "No text layer"),
    "page_furniture": Words("Đã bỏ đầu trang và chân trang", "Running header taken out"),
    "ocr_missing": Words("Thiếu chương trình đọc ảnh", "No OCR program"),
    "ocr_refused": Words("Chương trình đọc ảnh từ chối", "OCR refused"),
    "ocr_timeout": Words("Đọc ảnh quá lâu", "OCR took too long"),
    "ocr_low_confidence": Words("Đọc ảnh không chắc", "OCR with low confidence"),
    "legacy_font": Words("Phông chữ cũ", "Legacy font"),
    "encoding_doubtful": Words("Bảng mã chưa chắc", "Doubtful encoding"),
    "bad_bytes": Words("Ký tự không đọc được", "Unreadable characters"),
    "control_characters": Words("Đã bỏ ký tự điều khiển", "Control characters taken out"),
    "cut_file": Words("Tệp bị mất phần cuối", "End of the file missing"),
    "footnotes": Words("Đã bỏ chú thích", "Footnotes left out"),
    "hidden_text": Words("Đã bỏ chữ ẩn", "Hidden text left out"),
    "legacy_encoding": Words("Đã chuyển từ bảng mã cũ", "Converted from a legacy encoding"),
    "letters_mended": Words("Đã sửa chữ đ", "Letters mended"),
    "ocr": Words("Đọc bằng OCR", "Read by OCR"),
    "ocr_unfinished": Words("Chưa đọc ảnh xong", "OCR not finished"),
    "other_format": Words("Đuôi tệp không đúng nội dung", "Called by another format"),
    "tracked_changes": Words("Đã bỏ đoạn bị xóa", "Tracked deletions left out"),
    "sheet_split": Words("Bảng chia nhiều trang tính", "Table on several sheets"),
    "too_deep": Words("Lồng quá sâu", "Nested too deep"),
    "binary": Words("Không phải văn bản", "No text but data"),
    "bomb": Words("Phình quá lớn khi giải nén", "Unpacks to something absurd"),
    "broken": Words("Tệp hỏng", "Damaged file"),
    "crash": Words("Lỗi khi đọc", "Crash"),
    "died": Words("Chương trình đọc bị ngắt", "The reader died"),
    "empty": Words("Tệp không có chữ", "No text in the file"),
    "encoding": Words("Không rõ bảng mã", "Unknown encoding"),
    "encrypted": Words("Tệp có mật khẩu", "Encrypted file"),
    "memory": Words("Đọc tốn quá nhiều bộ nhớ", "Too much memory"),
    "needs_libreoffice": Words("Cần LibreOffice", "Needs LibreOffice"),
    "no_access": Words("Không mở được tệp", "File cannot be opened"),
    "not_a_file": Words("Không phải là tệp", "Not a file"),
    "not_docx": Words("Không phải tệp Word", "No Word document"),
    "not_odt": Words("Không phải tệp OpenDocument", "No OpenDocument text"),
    "scan": Words("Chỉ có ảnh, chưa đọc chữ", "Pictures only"),
    "timeout": Words("Đọc quá lâu", "Timeout"),
    "too_large": Words("Tệp quá lớn", "File too large"),
    "too_long": Words("Văn bản quá dài", "Text too long"),
    "unreadable": Words("Không mở được", "Cannot be opened"),
    "unsupported": Words("Loại tệp chưa đọc được", "Unsupported kind of file"),
    "wrong_content": Words("Không phải văn bản đọc được", "No readable document"),
}
ALIGNED: Codes = {
    "identical": Words("Giữ nguyên", "Same"),
    "filled": Words("Điền", "Filled"),
    "modified": Words("Sửa", "Modified"),
    "moved": Words("Chuyển chỗ", "Moved"),
    "added": Words("Thêm", "Added"),
    "removed": Words("Bỏ", "Removed"),
}
DUTY_CHANGES: Codes = {
    "kept": Words("Giữ nguyên", "Kept"),
    "reworded": Words("Viết lại", "Reworded"),
    "body_changed": Words("Đổi cơ quan", "Body changed"),
    "deadline_changed": Words("Đổi thời hạn", "Deadline changed"),
    "dropped": Words("Bỏ", "Dropped"),
    "new": Words("Mới", "New"),
}
WORD_KINDS: Codes = {
    "inserted": Words("Thêm", "Inserted"),
    "deleted": Words("Bỏ", "Deleted"),
    "changed": Words("Đổi", "Changed"),
    "filled": Words("Điền chỗ trống", "Filled"),
    "number": Words("Số của đơn vị", "Number"),
    "spelling": Words("Cách viết", "Spelling"),
    "moved": Words("Chuyển chỗ", "Moved"),
}


def name(codes: Codes, code: str | None, lang: str) -> str:
    """What ``code`` is called in ``lang``; where nobody has named it, the code as words."""
    known = codes.get(code or "")
    return known.of(lang) if known else (code or "").replace("_", " ")
