"""Sentences of insurance, credit and labour contracts: what nobody answers for, examples, passives, amounts."""

from __future__ import annotations

import pytest

from dieukhoan.analyse import analyse
from dieukhoan.core.records import Line, Source
from made_sentences import PARTIES, analysed, who

HOI, SO = PARTIES


@pytest.mark.parametrize(
    "sentence",
    [
        "Sở Tài chính không chịu trách nhiệm về thiệt hại do bão gây ra.",
        "Nếu Hội Khuyến học báo chậm thì Sở Tài chính không chịu trách nhiệm.",
        "Sở Tài chính sẽ không có nghĩa vụ bảo hành máy.",
        "Không chịu trách nhiệm về phần mềm được cài đặt thêm.",
        "Sở Tài chính không nhất thiết phải trả lời bằng văn bản.",
        "Thời gian được hưởng phụ cấp là 09 năm.",
        "Ví dụ 1: Sở Tài chính gửi báo cáo cho Hội Khuyến học.",
    ],
)
def test_what_nobody_answers_for_and_examples_bind_nobody(using, sentence):
    assert analysed(using, f"1. {sentence}").duties == ()


@pytest.mark.parametrize(
    ("sentence", "lead"),
    [
        ("Trẻ em phải được khám sức khỏe.", (HOI, SO)),
        ("Hội Khuyến học phải được Sở Tài chính đồng ý bằng văn bản.", (HOI,)),
        ("Sở Tài chính chịu trách nhiệm về hồ sơ, không chịu trách nhiệm về vi phạm của hội viên.", (SO,)),
    ],
)
def test_who_has_something_done_to_it_does_not_act(using, sentence, lead):
    done = analysed(using, f"1. {sentence}")
    (duty,) = done.duties
    assert who(done, duty, "lead") == lead


def test_to_sign_a_contract_is_an_act(using):
    done = analysed(using, "1. Sở Tài chính ký hợp đồng bằng văn bản với từng hội viên trước khi giao việc.")
    (duty,) = done.duties
    assert who(done, duty, "lead") == (SO,)


@pytest.mark.parametrize(
    "name",
    [
        "Ban Chỉ huy Phòng, chống thiên tai và Tìm kiếm cứu nạn tỉnh",
        "Ban Chỉ đạo Phòng, chống tội phạm và tệ nạn xã hội tỉnh",
        "Ban Chỉ huy phòng thủ dân sự tỉnh",
        "Các đồn biên phòng",
    ],
)
def test_boards_against_something_are_named_whole(using, name):
    done = analysed(using, f"1. {name} phải báo cáo Sở Tài chính.")
    assert name in [mention.text for mention in done.mentions]
    assert who(done, done.duties[0], "recipient") == (SO,)


ACCORD = """CÔNG TY TNHH DỆT BA BỂ
Ba Bể, ngày 02 tháng 4 năm 2021
THỎA ƯỚC LAO ĐỘNG TẬP THỂ
Hai bên gồm:
Người sử dụng lao động: Ông Triệu Văn Páo – Giám đốc Công ty TNHH Dệt Ba Bể
Đại diện tập thể lao động: Bà Nông Thị Sen – Chủ tịch Công đoàn cơ sở
cùng nhau thỏa thuận như sau:
Điều 1. Tiền lương
1. Công ty trả thêm khoản tiền lãi cho người lao động.
Điều 2. Thi hành
1. Thỏa ước có hiệu lực từ 0 giờ ngày 06/5/2021.
K/T GIÁM ĐỐC
PHÓ GIÁM ĐỐC
Triệu Văn Lưu
"""


def test_who_heads_a_company_signs_an_accord_for_it(using):
    done = read(ACCORD, using)
    names = {body.body_id: body.name for body in done.bodies}
    assert names[done.parties[0].body_id] == "Công ty TNHH Dệt Ba Bể"
    assert who(done, done.duties[0], "lead") == ("Công ty TNHH Dệt Ba Bể",)
    assert done.header.effective_from == "2021-05-06"
    assert not any("GIÁM ĐỐC" in unit.text for unit in done.units)


@pytest.mark.parametrize(
    ("sentence", "role", "bodies"),
    [
        ("Sở Tài chính từ chối làm thêm khi chưa thống nhất với Hội Khuyến học.", "support", ()),
        ("Sở Tài chính ban hành quy định sau khi thống nhất với Hội Khuyến học.", "support", (HOI,)),
        ("Sở Tài chính có ý kiến bằng văn bản gửi Hội Khuyến học.", "recipient", (HOI,)),
        ("Trong trường hợp cần thiết phải dời kho, Sở Tài chính báo cho Hội Khuyến học.", "lead", (SO,)),
        ("Bên A thanh toán chậm phải trả lãi.", "lead", ("Bên A",)),
        ("Khách hàng được trả nợ trước hạn nhưng phải báo trước.", "lead", ("Khách hàng",)),
        ("Văn bản ủy quyền phải được công chứng.", "lead", (HOI, SO)),
    ],
)
def test_roles_in_contracts(using, sentence, role, bodies):
    done = analysed(using, f"1. {sentence}")
    (duty,) = done.duties
    assert who(done, duty, role) == bodies


@pytest.mark.parametrize(
    "sentence",
    [
        "Đăng ký qua mạng là việc người dân gửi hồ sơ qua cổng.",
        "Người tham gia cách mạng trước năm 1945 là người có thời gian công tác.",
        "Về quản lý xe và sử dụng kho.",
    ],
)
def test_what_a_thing_is_and_topics_bind_nobody(using, sentence):
    done = analysed(using, f"1. {sentence}")
    assert [duty.text for duty in done.duties if duty.text.startswith(sentence[:8])] == []


MEMORANDUM = """BIÊN BẢN GHI NHỚ
Biên bản này được lập ngày 12 tháng 01 năm 2024, giữa:
1. Trường Đại học Tân Trào (sau đây gọi là "Nhà trường")
Đại diện: Ông Ma Văn Tài
2. Công ty Cổ phần Chè Mỹ Lâm (sau đây gọi là "Doanh nghiệp")
Đại diện: Bà Lý Thị Mai
Hai bên cùng ghi nhớ:
1. CAM KẾT CỦA DOANH NGHIỆP
1.1 Nhận 20 sinh viên thực tập mỗi năm.
"""
PLAN = """UBND THÀNH PHỐ CAO BẰNG
TRƯỜNG TIỂU HỌC SÔNG HIẾN – TRẠM Y TẾ PHƯỜNG SÔNG HIẾN
CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM
Độc lập – Tự do – Hạnh phúc
KẾ HOẠCH PHỐI HỢP
Chăm sóc sức khỏe học sinh
I. NỘI DUNG
1. Trạm Y tế cử cán bộ khám bệnh cho học sinh.
"""


def read(text, using):
    spans, at = [], 0
    for line in text.split("\n"):
        spans.append(Line(at, at + len(line)))
        at += len(line) + 1
    return analyse(Source("a.txt", "0" * 64, "txt", text, tuple(spans)), using)


def test_numbered_lines_that_say_what_a_side_is_called_are_no_clauses(using):
    done = read(MEMORANDUM, using)
    assert [unit.eid for unit in done.units if unit.kind != "preamble"] == ["cl_1", "cl_1__cl_1.1"]
    assert who(done, done.duties[0], "lead") == ("Công ty Cổ phần Chè Mỹ Lâm",)


def test_the_superior_above_a_letterhead_is_no_party(using):
    done = read(PLAN, using)
    names = {body.body_id: body.name for body in done.bodies}
    parties = ["Trường tiểu học Sông Hiến", "Trạm Y tế phường Sông Hiến"]
    assert [names[party.body_id] for party in done.parties] == parties
    assert who(done, done.duties[0], "lead") == ("Trạm Y tế phường Sông Hiến",)
