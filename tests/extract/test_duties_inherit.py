"""What clauses take over: from headings, introducing lines, labels, tables, the sentence before."""

from __future__ import annotations

import pytest

from made_duties import SO, TINH_DOAN, Made, duties_of, in_clause, roles, run, spans

BOTH = [TINH_DOAN, SO]


@pytest.mark.parametrize(
    ("heading", "lead"),
    [
        ("Sở Nội vụ.", ["Sở Nội vụ"]),
        ("Trách nhiệm của Sở Nội vụ", ["Sở Nội vụ"]),
        ("Nhiệm vụ, quyền hạn của Sở Nội vụ", ["Sở Nội vụ"]),
        ("Đối với các trường", ["các trường"]),
        ("Sở Nội vụ, Sở Tài chính có trách nhiệm", ["Sở Nội vụ", "Sở Tài chính"]),
        ("Trách nhiệm chung", BOTH),
        ("Tổ chức thực hiện", BOTH),
        ("Phối hợp với Sở Nội vụ", BOTH),
    ],
)
def test_the_body_of_a_heading_leads_what_stands_below(heading, lead):
    rows = [("sec_I", heading, ""), ("sec_I__indent_1", "", "Tổ chức hội thi tìm hiểu pháp luật.")]
    assert roles(duties_of(Made(rows))[0])["lead"] == lead


def test_a_deeper_heading_without_a_body_keeps_the_lead_and_trach_nhiem_chung_takes_it_away():
    rows = [
        ("sec_I", "Trách nhiệm của Sở Nội vụ", ""),
        ("sec_I__cl_1", "Công tác đào tạo", ""),
        ("sec_I__cl_1__indent_1", "", "Tổ chức tập huấn."),
        ("sec_I__cl_2", "Trách nhiệm chung", ""),
        ("sec_I__cl_2__indent_1", "", "Tổ chức sơ kết."),
    ]
    first, second = duties_of(Made(rows))
    assert roles(first)["lead"] == ["Sở Nội vụ"]
    assert roles(second)["lead"] == BOTH


def test_points_take_subject_support_and_time_from_the_line_that_introduces_them():
    made = Made(
        [
            ("cl_1", "", "Hằng năm, Sở Tư pháp chủ trì, phối hợp với Tỉnh đoàn và các trường:"),
            ("cl_1__point_a", "", "Tổ chức hội thi;"),
            ("cl_1__point_b", "", "Khen thưởng trước ngày 15/12."),
        ],
        deadlines=[("Hằng năm", "recurring"), ("trước ngày 15/12", "recurring")],
    )
    document = run(made.document())
    first, second = document.duties
    assert roles(first) == roles(second) == {"lead": [SO], "support": [TINH_DOAN, "các trường"]}
    assert spans(first, document) == ["Hằng năm"]
    assert spans(second, document) == ["Hằng năm", "trước ngày 15/12"]
    assert first.subject_source == "heading"


def test_an_introducing_paragraph_holds_for_the_items_behind_it():
    rows = [
        ("art_1", "Một số công việc", ""),
        ("art_1__para_1", "", "Sở Nội vụ thực hiện các công việc sau đây:"),
        ("art_1__cl_1", "", "Tổ chức tập huấn."),
        ("art_1__para_2", "", "Bố trí kinh phí hằng năm."),
    ]
    first, second = duties_of(Made(rows))
    assert roles(first)["lead"] == ["Sở Nội vụ"]
    assert roles(second)["lead"] == BOTH


def test_nouns_below_a_full_introducing_line_leave_the_line_as_the_duty():
    rows = [
        ("cl_1", "", "Sở Nội vụ cung cấp cho Tỉnh đoàn:"),
        ("cl_1__point_a", "", "Tình hình cán bộ trẻ;"),
        ("cl_1__point_b", "", "Thông tin nhân sự mới;"),
        ("cl_1__point_c", "", "Danh sách cán bộ."),
    ]
    (duty,) = duties_of(Made(rows))
    assert duty.text == "Sở Nội vụ cung cấp cho Tỉnh đoàn"
    assert roles(duty) == {"lead": ["Sở Nội vụ"], "recipient": [TINH_DOAN]}


@pytest.mark.parametrize(
    "line",
    [
        "Nội dung kế hoạch gồm:",
        "Hội đồng gồm các thành phần sau đây:",
        "Chương trình chấm dứt trong các trường hợp sau:",
        "Phải nộp các giấy tờ sau:",
    ],
)
def test_lists_of_contents_and_cases_hold_no_duties(line):
    rows = [
        ("cl_1", "", line),
        ("cl_1__point_a", "", "Xác định mục tiêu phải đạt;"),
        ("cl_1__point_b", "", "Dự kiến kinh phí."),
    ]
    assert [duty for duty in duties_of(Made(rows)) if duty.unit != "cl_1"] == []


def test_a_paragraph_behind_a_list_of_contents_is_no_item_of_it():
    rows = [
        ("art_1", "Kế hoạch", ""),
        ("art_1__cl_1", "", "Nội dung kế hoạch gồm:"),
        ("art_1__cl_1__point_a", "", "Mục đích, yêu cầu;"),
        ("art_1__cl_1__point_a__para_1", "", "Kế hoạch phải được gửi cho Sở Nội vụ."),
    ]
    assert [duty.unit for duty in duties_of(Made(rows))] == ["art_1__cl_1__point_a__para_1"]


def test_a_forbidding_line_makes_its_items_prohibitions():
    rows = [("cl_1", "", "Nghiêm cấm các hành vi sau đây:"), ("cl_1__point_a", "", "Cung cấp thông tin sai sự thật.")]
    (duty,) = duties_of(Made(rows))
    assert (duty.unit, duty.modality) == ("cl_1__point_a", "prohibition")


def test_the_subject_of_the_sentence_before_acts_in_the_next():
    _, second, third = in_clause(
        "Sở Nội vụ lập danh sách. Danh sách phải được gửi ngay cho Tỉnh đoàn. Chương trình sơ kết hằng năm."
    )
    assert roles(second) == {"lead": ["Sở Nội vụ"], "recipient": [TINH_DOAN]}
    assert roles(third) == {"lead": BOTH}  # the agreement itself is everybody's


def test_in_a_joint_document_the_doer_named_in_the_article_acts():
    rows = [
        ("art_1", "Kế hoạch", ""),
        ("art_1__cl_1", "", "Sở Nội vụ có trách nhiệm xây dựng kế hoạch."),
        ("art_1__cl_2", "", "Kế hoạch được gửi cho các trường."),
        ("art_2", "Kinh phí", ""),
        ("art_2__cl_1", "", "Kinh phí được bố trí hằng năm."),
    ]
    joint = [roles(duty)["lead"] for duty in duties_of(Made(rows, document_type="thong_tu_lien_tich"))]
    assert joint == [["Sở Nội vụ"], ["Sở Nội vụ"], BOTH]
    assert roles(duties_of(Made(rows))[1])["lead"] == BOTH


@pytest.mark.parametrize(
    ("sentence", "lead"),
    [
        ("Việc gửi kế hoạch được thực hiện qua bưu điện.", ["Sở Nội vụ"]),
        ("Hồ sơ được lập thành hai bộ.", BOTH),
        ("Nghiêm cấm sửa kế hoạch.", BOTH),
        ("Không cơ quan nào được sửa kế hoạch.", BOTH),
    ],
)
def test_in_a_joint_document_only_who_dealt_with_the_thing_acts(sentence, lead):
    rows = [
        ("art_1", "Kế hoạch", ""),
        ("art_1__cl_1", "", "Sở Nội vụ có trách nhiệm xây dựng kế hoạch."),
        ("art_1__cl_2", "", "Sở Nội vụ có trách nhiệm tập huấn cán bộ."),
        ("art_1__cl_3", "", sentence),
    ]
    assert roles(duties_of(Made(rows, document_type="thong_tu_lien_tich"))[2])["lead"] == lead


def test_who_stands_in_the_condition_acts():
    (duty,) = in_clause(
        "Nếu Sở Nội vụ chậm báo cáo thì phải giải trình.", deadlines=[("Nếu Sở Nội vụ chậm báo cáo", "event")]
    )
    assert roles(duty)["lead"] == ["Sở Nội vụ"]
    assert duty.condition == "Nếu Sở Nội vụ chậm báo cáo"


def test_lines_below_a_task_complete_it():
    made = Made(
        [
            ("cl_1", "", "Phát động cuộc thi tìm hiểu pháp luật."),
            ("cl_1__para_1", "", "Cơ quan chủ trì: Sở Nội vụ. Cơ quan phối hợp: Sở Tài chính."),
            ("cl_1__para_2", "Thời gian", "quý II năm 2024."),
            ("cl_2", "", "Tổ chức sơ kết."),
        ],
        deadlines=[("quý II năm 2024", "period")],
    )
    document = run(made.document())
    first, second = document.duties
    assert roles(first) == {"lead": ["Sở Nội vụ"], "support": ["Sở Tài chính"]}
    assert spans(first, document) == ["quý II năm 2024"]
    assert roles(second) == {"lead": BOTH}


def test_a_label_behind_the_last_item_of_a_list_completes_the_whole_list():
    rows = [
        ("cl_1", "Tập huấn", ""),
        ("cl_1__indent_1", "", "Biên soạn tài liệu;"),
        ("cl_1__indent_2", "", "Mở lớp."),
        ("cl_1__indent_2__para_1", "", "Đơn vị thực hiện: Sở Nội vụ."),
    ]
    assert [roles(duty)["lead"] for duty in duties_of(Made(rows))] == [["Sở Nội vụ"], ["Sở Nội vụ"]]


HEAD = "STT\nNội dung công việc\nCơ quan chủ trì\nCơ quan phối hợp\nThời gian\n"


@pytest.mark.parametrize("support", ["Sở Tài chính\n", ""])
def test_a_row_of_a_task_table_is_one_duty(support):
    row = f"Hội nghị tập huấn báo cáo viên\nSở Nội vụ\n{support}Quý I năm 2024"
    made = Made([("cl_1", "", row)], before=HEAD, deadlines=[("Quý I năm 2024", "period")])
    document = run(made.document())
    (duty,) = document.duties
    assert duty.text == "Hội nghị tập huấn báo cáo viên"
    assert duty.rule == "duty.task_table"
    assert roles(duty) == {"lead": ["Sở Nội vụ"]} | ({"support": ["Sở Tài chính"]} if support else {})
    assert spans(duty, document) == ["Quý I năm 2024"]


def test_a_fronted_time_holds_for_all_clauses_of_its_subject_and_ends_with_it():
    made = Made(
        [("cl_1", "", "Đầu mỗi năm học, Sở Nội vụ mở lớp; khen thưởng học viên; Tỉnh đoàn gửi danh sách.")],
        deadlines=[("Đầu mỗi năm học", "recurring")],
    )
    document = run(made.document())
    assert [spans(duty, document) for duty in document.duties] == [["Đầu mỗi năm học"], ["Đầu mỗi năm học"], []]


def test_a_vague_time_inside_a_purpose_is_not_the_lead_s():
    made = Made(
        [("cl_1", "", "Sở Nội vụ phải thông báo kịp thời để các trường xử lý kịp thời.")],
        deadlines=[("kịp thời", "vague"), ("kịp thời", "vague")],
    )
    document = run(made.document())
    assert len(document.duties[0].deadlines) == 1
    assert document.duties[0].deadlines[0] == document.deadlines[0].span


def test_the_cells_of_another_table_are_read_one_by_one():
    head = "STT\nTrang thiết bị\nĐơn vị tính\n"
    rows = [
        ("cl_1", "", "Bảo trì máy phát điện\n12 lần"),
        ("cl_2", "", "Bộ lưu điện\nSở Nội vụ phải kiểm tra hằng quý"),
    ]
    found = duties_of(Made(rows, before=head))
    assert [duty.text for duty in found] == ["Bảo trì máy phát điện", "Sở Nội vụ phải kiểm tra hằng quý"]


def test_a_label_above_points_that_say_who_acts_is_no_duty():
    rows = [
        ("cl_1", "", "Ký xác nhận báo cáo."),
        ("cl_1__point_a", "", "Sở Nội vụ gửi báo cáo cho Sở Tài chính;"),
        ("cl_1__point_b", "", "Sở Tài chính ký xác nhận."),
    ]
    assert [duty.unit for duty in duties_of(Made(rows))] == ["cl_1__point_a", "cl_1__point_b"]


def test_what_a_body_is_to_be_counts_below_its_name():
    rows = [("cl_1", "Sở Nội vụ", ""), ("cl_1__indent_1", "", "Là cơ quan thường trực, giúp Ban Thường vụ theo dõi.")]
    (duty,) = duties_of(Made(rows))
    assert roles(duty) == {"lead": ["Sở Nội vụ"], "recipient": ["Ban Thường vụ"]}
