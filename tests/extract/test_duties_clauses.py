"""Where one duty ends and the next begins."""

from __future__ import annotations

import time

import pytest

from made_duties import Made, in_clause, run


def texts(text: str, **given) -> list[str]:
    return [duty.text for duty in in_clause(text, **given)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "Tỉnh đoàn tổ chức hội thi; gửi kết quả cho Sở Tư pháp.",
            ["Tỉnh đoàn tổ chức hội thi", "gửi kết quả cho Sở Tư pháp"],
        ),
        (
            "Cung cấp sách pháp luật; tờ gấp; băng hình cho các trường.",
            ["Cung cấp sách pháp luật; tờ gấp; băng hình cho các trường"],
        ),
        (
            "Sở Tư pháp biên soạn tài liệu. Phối hợp tổ chức hội thi.",
            ["Sở Tư pháp biên soạn tài liệu", "Phối hợp tổ chức hội thi"],
        ),
        ("Tổ chức hội thi tại TP. Huế và in 1.500.000 tờ gấp.", ["Tổ chức hội thi tại TP. Huế và in 1.500.000 tờ gấp"]),
        (
            "Phát hành bản tin Số 12. Sở Tư pháp và sách, báo, v.v. cho các trường./.",
            ["Phát hành bản tin Số 12. Sở Tư pháp và sách, báo, v.v. cho các trường"],
        ),
        (
            "Hai bên tổ chức một trong các hoạt động sau: tọa đàm; mở lớp tập huấn; thi tìm hiểu pháp luật.",
            ["Hai bên tổ chức một trong các hoạt động sau: tọa đàm; mở lớp tập huấn; thi tìm hiểu pháp luật"],
        ),
        (
            "Sở Tư pháp có trách nhiệm: biên soạn tài liệu; báo cáo Ủy ban nhân dân tỉnh.",
            ["Sở Tư pháp có trách nhiệm: biên soạn tài liệu", "báo cáo Ủy ban nhân dân tỉnh"],
        ),
        (
            "Sở Tư pháp phải báo cáo và nếu phát hiện vi phạm thì Tỉnh đoàn kiến nghị xử lý.",
            ["Sở Tư pháp phải báo cáo", "nếu phát hiện vi phạm thì Tỉnh đoàn kiến nghị xử lý"],
        ),
        (
            "Sở Tư pháp biên soạn tài liệu kỹ năng, Tỉnh đoàn góp ý bằng văn bản.",
            ["Sở Tư pháp biên soạn tài liệu kỹ năng", "Tỉnh đoàn góp ý bằng văn bản"],
        ),
        (
            "Sở Tư pháp biên soạn tài liệu kỹ năng, Sở Nội vụ có trách nhiệm phối hợp.",
            ["Sở Tư pháp biên soạn tài liệu kỹ năng, Sở Nội vụ có trách nhiệm phối hợp"],
        ),
        (
            "Tỉnh đoàn chỉ đạo các huyện đoàn, các trường tổ chức sinh hoạt.",
            ["Tỉnh đoàn chỉ đạo các huyện đoàn, các trường tổ chức sinh hoạt"],
        ),
        (
            "Sở Tư pháp tổ chức hội thi (gửi thể lệ; chấm bài. Trao giải) cho các trường.",
            ["Sở Tư pháp tổ chức hội thi (gửi thể lệ; chấm bài. Trao giải) cho các trường"],
        ),
        (
            "Xây dựng kế hoạch; đồng thời chỉ đạo các trường thực hiện.",
            ["Xây dựng kế hoạch", "đồng thời chỉ đạo các trường thực hiện"],
        ),
        (
            "Căn cứ kết quả kiểm tra, giám sát; tùy theo mức độ vi phạm, Sở Nội vụ đề xuất hình thức xử lý.",
            ["Căn cứ kết quả kiểm tra, giám sát; tùy theo mức độ vi phạm, Sở Nội vụ đề xuất hình thức xử lý"],
        ),
        (
            "Ban Thường vụ; Sở Nội vụ và Sở Tài chính có trách nhiệm báo cáo.",
            ["Ban Thường vụ; Sở Nội vụ và Sở Tài chính có trách nhiệm báo cáo"],
        ),
    ],
)
def test_one_row_for_each_predicate_chain(text, expected):
    assert texts(text) == expected


def test_number_dash_and_closing_punctuation_stay_out():
    assert texts("- Tổ chức hội thi hằng năm./.") == ["Tổ chức hội thi hằng năm"]


def test_a_condition_after_a_semicolon_begins_a_clause():
    found = texts("Tỉnh đoàn họp với Sở Tư pháp; nếu không thống nhất được thì báo cáo Ủy ban nhân dân tỉnh.")
    assert found[1] == "nếu không thống nhất được thì báo cáo Ủy ban nhân dân tỉnh"


def test_a_list_that_begins_with_nouns_stays_without_duties():
    assert texts("Chi phí sửa chữa; vật tư; thuê hội trường và tổ chức hội thi.") == []


@pytest.mark.parametrize(
    "unit",
    [
        "kế hoạch phối hợp hằng năm của cơ quan ",
        "(",
        '" ',
        ". ",
        "gửi; ",
        "Sở Tư pháp: ",
        "đối với Sở Tư pháp đã ký, chưa làm ",
        "nếu thì ",
        "được ",
        "a",
        "các tổ chức được Sở Tư pháp giao nhiệm vụ; ",
        "các nội dung sau đây để ",
        "người ký có thẩm quyền ký ",
    ],
    ids=[
        "no stop",
        "parentheses",
        "quotes",
        "stops",
        "semicolons",
        "colons",
        "bodies",
        "conditions",
        "cues",
        "letters",
        "things behind semicolons",
        "announcements",
        "powers",
    ],
)
def test_time_is_linear_in_the_length_of_a_clause(unit):
    def seconds(size: int) -> float:
        document = Made([("cl_1", "", "Sở Tư pháp có trách nhiệm " + (unit * size)[:size])]).document()
        runs = []
        for _ in range(2):
            begin = time.process_time()
            run(document)
            runs.append(time.process_time() - begin)
        return min(runs)

    seconds(1000)
    assert seconds(60_000) < 12 * max(seconds(15_000), 0.05)  # four times the length; sixteen would be quadratic
