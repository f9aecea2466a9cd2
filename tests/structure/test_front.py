"""Căn cứ, party block and enacting sentence before the first unit."""

from __future__ import annotations

import pytest

ENACTING = "Sở A và Sở B thống nhất ban hành Quy chế phối hợp với các nội dung sau:\n"
BODY = "Điều 1. Phạm vi\nToàn tỉnh."


@pytest.mark.parametrize("sign", ["", "- ", "• "])
def test_each_ground_is_a_recital(outlined, sign):
    grounds = [f"{sign}Căn cứ Luật A;", f"{sign}Căn cứ chức năng của mỗi cơ quan,", f"{sign}Theo đề nghị của Sở C;"]
    done = outlined("\n".join(grounds) + "\n" + ENACTING + BODY)
    assert done.paths == ["rec_1", "rec_2", "rec_3", "preamble_1", "art_1", "art_1/para_1"]
    assert done["rec_1"].text == "Căn cứ Luật A;"


def test_grounds_that_end_in_a_semicolon_and_grounds_that_enact(outlined):
    done = outlined(f"Thực hiện Chương trình số 5;\nTrên cơ sở kết quả những năm qua, {ENACTING}{BODY}")
    assert done.paths[:2] == ["rec_1", "preamble_1"]
    assert outlined(f"Căn cứ Luật A, {ENACTING}{BODY}").paths[0] == "preamble_1"


def test_the_last_of_several_grounds_may_end_in_a_full_stop(outlined):
    grounds = "Căn cứ Luật A;\nThực hiện Công văn số 3170/UBND-KGVX của Ủy ban nhân dân tỉnh về việc kiểm tra.\n"
    done = outlined(f"{grounds}{ENACTING}{BODY}")
    assert done.paths[:3] == ["rec_1", "rec_2", "preamble_1"]
    alone = outlined(f"Thực hiện Công văn số 3170/UBND-KGVX của Ủy ban nhân dân tỉnh.\n{ENACTING}{BODY}")
    assert alone.paths[:2] == ["preamble_1", "preamble_2"]


def test_a_dashed_ground_beside_another_is_a_recital(outlined):
    done = outlined(f"- Căn cứ Luật A.\n- Thực hiện Nghị quyết số 5 giữa Hội A và Hội B.\n{ENACTING}{BODY}")
    assert done.paths[:3] == ["rec_1", "rec_2", "preamble_1"]


def test_a_ground_of_several_laws_one_a_line(outlined):
    done = outlined(
        f"Căn cứ Bộ luật A ngày 01 tháng 7 năm 2020;\nLuật sửa đổi Bộ luật A;\nCăn cứ Luật B;\n{ENACTING}{BODY}"
    )
    assert done.paths[:3] == ["rec_1", "rec_2", "preamble_1"]
    assert done["rec_1"].text.endswith("Luật sửa đổi Bộ luật A;")


def test_every_line_of_a_party_block_is_a_preamble(outlined):
    parties = [
        "Hôm nay, ngày 05/3/2024, chúng tôi gồm:",
        "I. BÊN A: CÔNG TY X",
        "Địa chỉ: số 1",
        "II. BÊN B: ÔNG Y",
        "Điện thoại",
        ": 0912",
        "Hai bên thỏa thuận ký hợp đồng với các điều khoản sau:",
    ]
    done = outlined("\n".join(parties) + "\n" + BODY, title="HỢP ĐỒNG THUÊ NHÀ\nSố: 1/HĐ\n")
    assert done.paths == [*(f"preamble_{number}" for number in range(1, 7)), "art_1", "art_1/para_1"]
    assert done["preamble_5"].text == "Điện thoại\n: 0912"


def test_numbered_parties_before_a_chapter(outlined):
    done = outlined(
        "Chúng tôi gồm có:\n1. Đại diện người sử dụng lao động:\nÔng: A\n2. Đại diện tập thể lao động:\nBà: B\n"
        "Hai bên thỏa thuận các điều sau đây:\nChương I\nCHUNG\nĐiều 1. Phạm vi\nCông ty."
    )
    assert [unit.kind for unit in done.document.units][:6] == ["preamble"] * 6
    assert done.paths[6] == "chp_I"


def test_a_plan_without_grounds(outlined):
    done = outlined("Nhằm phát huy kết quả, Ủy ban nhân dân tỉnh ban hành Kế hoạch như sau:\nI. MỤC ĐÍCH\n- Nâng cao.")
    assert done.paths == ["preamble_1", "sec_I", "sec_I/indent_1"]


def test_bullets_right_below_the_enacting_sentence(outlined):
    done = outlined(ENACTING + "- Thường xuyên trao đổi thông tin.\n- Cùng kiểm tra.")
    assert done.paths == ["preamble_1", "indent_1", "indent_2"]


def test_a_preamble_that_was_broken_at_the_margin_ends_the_title(outlined):
    head = "THÔNG TƯ LIÊN TỊCH\nVề việc quản lý bến đò ngang\n\n"
    wrapped = "Thi hành Chỉ thị số 9 về trật tự bến bãi và đò ngang\ncủa hai Bộ, liên Bộ hướng dẫn như sau:\n"
    done = outlined(head + wrapped + "I. NHỮNG QUY ĐỊNH CHUNG\n1. Đò phải có phao.")
    assert done.paths == ["preamble_1", "sec_I", "sec_I/cl_1"]
    assert done["preamble_1"].text.startswith("Thi hành")
