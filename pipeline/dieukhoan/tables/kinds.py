"""What the codes of ``documents.document_type`` are called."""

from __future__ import annotations

from dieukhoan.tables.model import Words

KINDS = {
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


def kind_name(code: str, lang: str) -> str:
    """What the type ``code`` is called in ``lang``; the code itself where nobody has named it."""
    return KINDS[code].of(lang) if code in KINDS else code
