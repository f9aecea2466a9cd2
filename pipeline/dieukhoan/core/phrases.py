"""Phrases of agreements, so that a document need not say a thing twice to be understood."""

from __future__ import annotations

_PHRASE_TABLE = """
    an ninh, an toàn, bảo đảm, bảo hiểm, bảo vệ, báo cáo, ban hành, biện pháp, bồi dưỡng, căn cứ, chấp hành, chế độ,
    chỉ đạo, chính phủ, chính quyền, chính sách, chủ tịch, chủ trì, chủ trương, chức năng, chương trình, công an,
    công chức, công đoàn, công tác, công ty, cơ quan, cơ sở, cung cấp, cử tri, cựu chiến, dân chủ, dân quân,
    doanh nghiệp, dự án, đại biểu, đại diện, đánh giá, đào tạo, đảng viên, đề nghị, đề xuất, địa bàn, địa phương,
    điều kiện, điều lệ,
    đoàn kết, đoàn thanh, đoàn thể, đoàn viên, độc lập, đôn đốc, đồng chí, giải pháp, giải quyết, giám đốc, giám sát,
    giáo dục, hành chính, hạnh phúc, hiệu lực, hiệu quả, hoạt động, hội đồng, hội nghị, hội viên, hỗ trợ, hợp đồng,
    hợp pháp, hợp tác, huy động, hướng dẫn, kế hoạch, kết quả, khen thưởng, khiếu nại, kịp thời, kiểm tra, kinh phí,
    kinh tế, kỷ luật, lãnh đạo, lao động, liên đoàn, liên hiệp, liên quan, liên tịch, lĩnh vực, lực lượng, mặt trận,
    mục đích, mục tiêu, nghị định, nghị quyết, nghĩa vụ, nguyên tắc, người lao, nhân dân, nhà nước, nhiệm vụ, nội dung,
    nông dân, pháp luật, phân công, phát hiện, phát huy, phát triển, phong trào, phối hợp, phòng chống, phụ nữ,
    phương hướng, quản lý, quốc gia, quốc hội, quy chế, quy định, quyền lợi, quyết định, sản xuất, tham gia, tham mưu,
    thanh niên, thanh tra, thành lập, thành phố, thành viên, thẩm quyền, thiếu niên, thỏa thuận, thông báo, thông qua,
    thông tin, thống nhất, thời gian, thời hạn, thủ trưởng, thường trực, thường xuyên, thực hiện, tổ chức, tổ quốc,
    tổng hợp, tổng kết, trách nhiệm, triển khai, trung ương, trưởng ban, tuyên truyền, tự do, ủy ban, vận động,
    văn bản, văn hóa, vấn đề, viên chức, việt nam, vi phạm, xã hội, xây dựng, xử lý, ý kiến, yêu cầu
"""
PHRASES = frozenset(tuple(phrase.split()) for phrase in _PHRASE_TABLE.replace("\n", " ").split(",") if phrase.strip())
"""Pairs of syllables that agreements use, in lower case."""
OFFICIAL = frozenset(word for phrase in PHRASES for word in phrase)
"""The syllables of PHRASES."""
