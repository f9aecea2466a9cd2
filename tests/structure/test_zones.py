"""Letterhead, signatures, annexes and stamps around the units."""

from __future__ import annotations

import pytest

LETTERHEAD = (
    "ỦY BAN NHÂN DÂN TỈNH A\tCỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM\nSỞ B\tĐộc lập - Tự do - Hạnh phúc\n-------\n"
    "Số: 12/QC-SB\nTỉnh A, ngày 05 tháng 3 năm 2024\n"
)
BODY = "Điều 1. Phạm vi\nToàn tỉnh.\nĐiều 2. Hiệu lực\nTừ ngày ký./.\n"
UNITS = ["art_1", "art_1/para_1", "art_2", "art_2/para_1"]


@pytest.mark.parametrize(
    "title",
    [
        LETTERHEAD + "QUY CHẾ\nPhối hợp giữa Sở B và Sở C\n---------\n",
        LETTERHEAD
        + "QUY CHẾ PHỐI HỢP\nGIỮA SỞ B VÀ SỞ C\n(Ban hành kèm theo Quyết định số 1/QĐ-UBND ngày 05/3/2024)\n",
        "THÔNG TƯ LIÊN TỊCH\nSố: 1/2014/TTLT-A-B\nQuy định việc phối hợp\n(ngày 31/12/2014 của Bộ A và Bộ B)\n",
        "Mẫu số 02\n(Ban hành kèm theo Công văn số 3/CV-A ngày 05/3/2024)\n"
        + LETTERHEAD
        + "CHƯƠNG TRÌNH PHỐI HỢP\nnăm 2024\n",
        "[[SOURCE a PAGE 1]]\n" + LETTERHEAD + "KẾ HOẠCH\nvề (1) an toàn;\n(2) trật tự\n",
    ],
)
def test_title_blocks(outlined, title):
    done = outlined(BODY, title=title)
    assert done.paths == UNITS
    assert [line for zone in done.zone("title") for line in zone.split("\n")][-1] == title.split("\n")[-2]


def test_a_subject_that_begins_as_grounds_do_is_a_title(outlined):
    title = (
        LETTERHEAD
        + "KẾ HOẠCH PHỐI HỢP\nThực hiện bảo hiểm y tế học sinh, sinh viên và chăm sóc sức khỏe ban đầu tại cơ "
        "sở giáo dục năm học 2023 - 2024\n\nCăn cứ Luật Bảo hiểm y tế;\n"
    )
    done = outlined(BODY, title=title)
    assert done.paths == ["rec_1", *UNITS]
    assert done.zone("title")[-1].endswith("2023 - 2024")


def test_addressees_of_a_letter_are_no_units(outlined):
    title = LETTERHEAD + "V/v phối hợp tuyên truyền\nKính gửi:\n- Sở C;\n- Sở D.\n"
    done = outlined("Thực hiện Kế hoạch số 5, Sở B đề nghị các sở như sau:\n1. Mở hội nghị.\n2. Báo cáo.", title=title)
    assert done.paths == ["preamble_1", "cl_1", "cl_2"]


CLOSINGS = [
    "TM. BAN THƯỜNG VỤ\tGIÁM ĐỐC\nCHỦ TỊCH\nNguyễn Văn A\tTrần Thị B\nNơi nhận:\n- Sở C;\n- Lưu: VT.",
    "Nơi nhận:\n- Sở C (để b/c);\n- Lưu: VT.\nKT. GIÁM ĐỐC\nPHÓ GIÁM ĐỐC\n(Đã ký)\nNguyễn Văn A",
    "SỞ ……………\t\t\tTM. BAN THƯỜNG VỤ\nGIÁM ĐỐC\t\t\tCHỦ TỊCH\n(ký, ghi rõ họ tên)\t\t\t(ký, ghi rõ họ tên)",
    "TM. BAN THƯỜNG VỤ TỈNH ĐOÀN\tSỞ GIÁO DỤCNơi nhận:\nBÍ THƯ\tGIÁM ĐỐC- Trung ương;\n(Đã ký)\t(Đã ký)- Lưu: VT.",
    "CHÁNH ÁN\nTÒA ÁN NHÂN DÂN TỈNH\nHuỳnh Văn N\n\nGIÁM ĐỐC\nCÔNG AN TỈNH\nĐại tá Trương H",
    "SỞ TƯ PHÁP\nGIÁM ĐỐC\nNguyễn Văn A",
    "ĐẠI DIỆN BÊN A\t\tĐẠI DIỆN BÊN B\nGiám đốc\t\tGiám đốc",
    "BÊN THUÊ NHÀ\n\nBÊN CHO THUÊ NHÀ",
    "Người lao động\nNgười sử dụng lao động",
]


@pytest.mark.parametrize("closing", CLOSINGS)
def test_signatures_and_recipients(outlined, closing):
    done = outlined(BODY + closing)
    assert done.paths == UNITS
    assert done.zone("closing") == [closing]


def test_a_plain_annex(outlined):
    done = outlined(
        BODY + CLOSINGS[1] + "\nPHỤ LỤC\nDỰ KIẾN KINH PHÍ\n(Kèm theo Quy chế số 12)\n1. Tập huấn.\n2. In ấn."
    )
    assert done.paths == [*UNITS, "appendix_1", "appendix_1/cl_1", "appendix_1/cl_2"]
    annex = done["appendix_1"]
    assert (annex.heading, annex.text) == ("DỰ KIẾN KINH PHÍ", "(Kèm theo Quy chế số 12)")


def test_forms_inside_an_annex_with_letterheads_of_their_own(outlined):
    form = (
        "BỘ A\nTÊN CƠ QUAN (1)\n_______\nSố: …/…\nV/v đề nghị phối hợp\nCỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM\n"
        "Độc lập - Tự do - Hạnh phúc\nKính gửi: …(2)\nĐề nghị quý cơ quan phối hợp.\nNơi nhận:\n- Như trên;\n"
        "QUYỀN HẠN CỦA NGƯỜI KÝ\n_______\nGhi chú:\n(1) Tên cơ quan.\n(2) Nơi gửi.\n"
    )
    done = outlined(BODY + CLOSINGS[1] + f"\nPhụ lục\n(Kèm theo Thông tư số 1)\nMẫu số 01\n{form}Mẫu số 02\n{form}")
    one = "appendix_1/appendix_01"
    assert done.paths[4:10] == [
        "appendix_1",
        one,
        f"{one}/para_1",
        f"{one}/para_2",
        f"{one}/para_2/cl_1",
        f"{one}/para_2/cl_2",
    ]
    assert done["appendix_1/appendix_02"].heading == "V/v đề nghị phối hợp"
    assert done[f"{one}/para_2"].heading == "Ghi chú"


def test_a_list_of_forms_is_no_row_of_annexes(outlined):
    done = outlined(BODY + "Phụ lục I\nDANH MỤC MẪU\nMẫu số 01\nMẫu văn bản đề nghị\nMẫu số 02\nMẫu văn bản trả lời\n")
    assert [unit.kind for unit in done.document.units].count("appendix") == 1


def test_a_mention_of_an_annex_begins_none(outlined):
    done = outlined("Điều 1. Kinh phí\n1. Thực hiện theo quy định.\nPhụ lục kèm theo Quy chế này.\n2. Hết.")
    assert [unit.kind for unit in done.document.units if unit.kind == "appendix"] == []


def test_a_regulation_annexed_to_a_decision(outlined):
    decision = (
        "Căn cứ Luật A;\nTheo đề nghị của Sở B;\nQUYẾT ĐỊNH:\nĐiều 1. Ban hành kèm theo Quyết định này Quy chế.\n"
    )
    annex = (
        "QUY CHẾ\nPhối hợp công tác\n(Ban hành kèm theo Quyết định số 1/QĐ-UBND)\n"
        "Chương I\nCHUNG\nĐiều 1. Phạm vi\nToàn tỉnh."
    )
    done = outlined(decision + CLOSINGS[1] + "\n" + annex, title=LETTERHEAD + "QUYẾT ĐỊNH\nBan hành Quy chế\n")
    assert done.paths == [
        "rec_1",
        "rec_2",
        "preamble_1",
        "art_1",
        "chp_I",
        "chp_I/art_1",
        "chp_I/art_1/para_1",
    ]
    assert len(done.zone("title")) == 2
    assert done.codes == []


def test_stamps_rules_and_attached_files_are_notes(outlined):
    done = outlined(
        "Điều 1. A\n1. Mở.\n52 CÔNG BÁO/Số 863 + 864/Ngày 10-7-2025\n2. Đóng.\n-------\nMau 01.docx\nĐiều 2. B\nHết."
    )
    assert done.paths == ["art_1", "art_1/cl_1", "art_1/cl_2", "art_2", "art_2/para_1"]
    assert [note for zone in done.zone("note") for note in zone.split("\n")] == [
        "52 CÔNG BÁO/Số 863 + 864/Ngày 10-7-2025",
        "-------",
        "Mau 01.docx",
    ]


def test_a_stamp_inside_a_sentence_stays_in_its_unit(outlined):
    done = outlined("Điều 1. A\n1. Các cơ quan có\n4 CÔNG BÁO/Số 261/Ngày 06-3-2022\nthẩm quyền phối hợp.\n2. Đóng.")
    assert done.paths == ["art_1", "art_1/cl_1", "art_1/cl_2"]
    assert done.zone("note") == []


@pytest.mark.parametrize(
    "text", ["", "\n\n", "một dòng", "- một\n- hai", "---", "PHỤ LỤC", "Điều 1", "(1)", "“Điều 1."]
)
def test_texts_of_nearly_nothing(outlined, text):
    outlined(text, title="")
