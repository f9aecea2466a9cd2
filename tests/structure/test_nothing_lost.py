"""Whatever the lines are, every character that is not blank stands in exactly one unit or zone."""

from __future__ import annotations

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

LINES = (
    "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", "Độc lập - Tự do - Hạnh phúc", "Số: 1/QC", "QUY CHẾ", "V/v phối hợp",
    "(Ban hành kèm theo Quyết định số 1)", "Căn cứ Luật A;", "Hai bên thống nhất như sau:", "BÊN A: Công ty",
    "Chương I", "CHUNG", "Mục 1", "Điều 1. Phạm vi", "Điều 2.", "Điều 5 của Luật B", "I. MỤC ĐÍCH", "A. NHIỆM VỤ",
    "1. Mục đích", "2. Chủ trì:", "1.1. Trao đổi.", "18.2 Cổng thông tin", "a) Đơn;", "đ) Khác.", "(i) Một;",
    "- Ba", "+ bốn:", "…………", "STT", "1", "2", "Nội dung", "PHỤ LỤC", "Mẫu số 01", "Ghi chú:", "(1) Tên.",
    "“Điều 7. Báo cáo", "hằng năm.”", "", "------", "Trang 3/5", "chữ thường nối tiếp",
    "Một câu dài vừa đủ để coi là câu, có dấu chấm ở cuối câu này.", "TM. BAN THƯỜNG VỤ", "CHỦ TỊCH", "Nơi nhận:",
    "- Lưu: VT.", "Nguyễn Văn A", "\tGIÁM ĐỐC\tCHỦ TỊCH ", "**Điều 3. Đậm**",
)  # fmt: skip


@settings(max_examples=150, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.lists(st.sampled_from(LINES), max_size=40))
def test_every_character_has_one_place(outlined, lines):
    done = outlined("\n".join(lines), title="")
    assert len(done.units) == len(done.document.units)
    assert [unit.start for unit in done.document.units] == sorted(unit.start for unit in done.document.units)
    for unit in done.document.units:
        assert unit.start <= unit.heading_start <= unit.heading_end <= unit.end
        assert unit.start <= unit.text_start <= unit.text_end <= unit.end
        assert not unit.parent or unit.parent.replace("__", "/") in done.units
