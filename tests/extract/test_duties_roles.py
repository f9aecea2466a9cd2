"""Who leads, supports, is directed, assigns, receives."""

from __future__ import annotations

import pytest

from made_duties import SO, TINH_DOAN, Made, duties_of, in_clause, roles

BOTH = [TINH_DOAN, SO]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Tỉnh đoàn và Sở Tư pháp phối hợp tổ chức hội thi.", {"lead": BOTH}),
        ("Tỉnh đoàn cùng Sở Tư pháp tổ chức hội thi.", {"lead": BOTH}),
        ("Hai bên thường xuyên trao đổi thông tin.", {"lead": BOTH}),
        ("Xây dựng kế hoạch hằng năm.", {"lead": BOTH}),
        (
            "Tỉnh đoàn chủ trì, phối hợp với Sở Tư pháp và Sở Nội vụ mở lớp.",
            {"lead": [TINH_DOAN], "support": [SO, "Sở Nội vụ"]},
        ),
        (
            "Tỉnh đoàn phối hợp chặt chẽ với các cơ quan liên quan tổ chức hội thi.",
            {"lead": [TINH_DOAN], "support": ["các cơ quan liên quan"]},
        ),
        ("Sở Tư pháp trao đổi, thống nhất với Sở Nội vụ về biên chế.", {"lead": [SO], "support": ["Sở Nội vụ"]}),
        (
            "Tỉnh đoàn chỉ đạo, hướng dẫn các huyện đoàn ký kết chương trình với Sở Nội vụ.",
            {"lead": [TINH_DOAN], "directed": ["các huyện đoàn"], "support": ["Sở Nội vụ"]},
        ),
        ("Tỉnh đoàn yêu cầu các trường báo cáo.", {"lead": [TINH_DOAN], "directed": ["các trường"]}),
        ("Tỉnh đoàn giao Ban Thanh niên làm đầu mối.", {"lead": ["Ban Thanh niên"], "assigner": [TINH_DOAN]}),
        ("Tỉnh đoàn: giao Ban Thanh niên;", {"lead": ["Ban Thanh niên"], "assigner": [TINH_DOAN]}),
        ("Tỉnh đoàn giao 02 bộ hồ sơ cho Sở Tư pháp.", {"lead": [TINH_DOAN], "recipient": [SO]}),
        (
            "Giao Ban Thanh niên tham mưu cho Ban Thường vụ đôn đốc việc thực hiện.",
            {"lead": ["Ban Thanh niên"], "recipient": ["Ban Thường vụ"]},
        ),
        ("Các huyện đoàn gửi báo cáo về Tỉnh đoàn và Sở Tư pháp.", {"lead": ["các huyện đoàn"], "recipient": BOTH}),
        ("Sở Tư pháp báo cáo Ủy ban nhân dân tỉnh.", {"lead": [SO], "recipient": ["Ủy ban nhân dân tỉnh"]}),
        ("Tỉnh đoàn mời đại diện lãnh đạo Sở Tư pháp dự.", {"lead": [TINH_DOAN], "recipient": [SO]}),
        (
            "Sở Tư pháp xin ý kiến chỉ đạo của Ủy ban nhân dân tỉnh.",
            {"lead": [SO], "recipient": ["Ủy ban nhân dân tỉnh"]},
        ),
        ("Sở Tư pháp cung cấp tài liệu cho các trường.", {"lead": [SO], "recipient": ["các trường"]}),
        (
            "Sở Tư pháp cung cấp tin cho Trang thông tin điện tử của Hội Nông dân.",
            {"lead": [SO], "recipient": ["Hội Nông dân"]},
        ),
        ("Sở Tư pháp tạo điều kiện để các trường tham gia.", {"lead": [SO], "recipient": ["các trường"]}),
        ("Hai bên thông báo cho nhau khi có thay đổi.", {"lead": BOTH, "recipient": BOTH}),
        (
            "Tỉnh đoàn báo cáo Ban Thường vụ, đồng gửi hai ngành còn lại.",
            {"lead": [TINH_DOAN], "recipient": ["Ban Thường vụ", *BOTH]},
        ),
        ("Tài liệu do Sở Tư pháp biên soạn.", {"lead": [SO]}),
        ("Hồ sơ phải được Sở Tư pháp thẩm định.", {"lead": [SO]}),
        (
            "Hằng năm tiến hành giao ban giữa Sở Nội vụ và Sở Tài chính.",
            {"lead": ["Sở Nội vụ", "Sở Tài chính"]},
        ),
        ("Đề nghị Ủy ban Mặt trận Tổ quốc giám sát.", {"lead": ["Ủy ban Mặt trận Tổ quốc"]}),
        (
            "Khuyến khích các trường vận dụng Chương trình này.",
            {"lead": ["các trường"]},
        ),
        ("Củng cố Ban Thường vụ, bồi dưỡng đoàn viên.", {"lead": BOTH}),
        (
            "Sở Nội vụ báo cáo Ban Thường vụ và Sở Tài chính báo cáo Ủy ban nhân dân tỉnh.",
            {"lead": ["Sở Nội vụ", "Sở Tài chính"], "recipient": ["Ban Thường vụ", "Ủy ban nhân dân tỉnh"]},
        ),
        (
            "Khi có yêu cầu thì cơ quan đó tiến hành giải quyết, các cơ quan liên quan có trách nhiệm phối hợp.",
            {"lead": ["các cơ quan liên quan"]},
        ),
        (
            "Tỉnh đoàn phối hợp với Sở Nội vụ, Đài truyền hình, Sở Tài chính tổ chức hội thi.",
            {"lead": [TINH_DOAN], "support": ["Sở Nội vụ", "Sở Tài chính"]},
        ),
    ],
)
def test_roles_by_the_words_before_each_body(text, expected):
    assert roles(in_clause(text)[-1]) == expected


def test_where_the_lead_comes_from():
    assert in_clause("Sở Tư pháp có trách nhiệm trả lời.")[0].subject_source == "explicit"
    assert in_clause("Hai bên có trách nhiệm trả lời.")[0].subject_source == "anaphor"
    assert in_clause("Có báo cáo kết quả hằng năm.")[0].subject_source == "implied"


def test_one_issuer_and_no_parties_leave_an_unstated_subject_empty():
    (duty,) = in_clause("Xây dựng tủ sách pháp luật.", parties=(), document_type="ke_hoach")
    assert roles(duty) == {}
    assert duty.subject_source == "implied"


def test_an_unknown_actor_leaves_the_lead_empty_and_says_so():
    made = Made([("cl_1", "", "Ai nấy chịu trách nhiệm về lời khai.")])
    document = duties_and_diagnostics(made)
    assert roles(document.duties[0]) == {}
    assert [item.code for item in document.diagnostics] == ["unresolved_body"]
    assert document.diagnostics[0].unit == "cl_1"


def duties_and_diagnostics(made: Made):
    from made_duties import run

    return run(made.document())


def test_people_are_served_only_where_they_also_act():
    given = {"names": ("Sở Tư pháp", "đoàn viên"), "kinds": {"đoàn viên": "person_group"}}
    (duty,) = in_clause("Sở Tư pháp cung cấp tài liệu cho đoàn viên.", **given)
    assert "recipient" not in roles(duty)
    acting = in_clause("Sở Tư pháp cung cấp tài liệu cho đoàn viên. Đoàn viên phải tham gia hội thi.", **given)
    assert roles(acting[0])["recipient"] == ["doan-vien"]


def test_support_carries_over_the_semicolon_and_stops_at_the_sentence():
    first, second, third = in_clause(
        "Tỉnh đoàn phối hợp với Sở Tư pháp mở lớp; tổ chức hội thi. Báo cáo Ban Thường vụ."
    )
    assert roles(first)["support"] == roles(second)["support"] == [SO]
    assert roles(third) == {"lead": [TINH_DOAN], "recipient": ["Ban Thường vụ"]}


def test_what_was_given_to_a_body_stays_with_it_within_the_sentence():
    rows = [
        ("sec_I", "Tỉnh đoàn", ""),
        ("sec_I__indent_1", "", "Giao Ban Thanh niên làm đầu mối; tổng hợp kết quả. Bố trí kinh phí thực hiện."),
    ]
    first, second, third = duties_of(Made(rows))
    assert roles(first) == roles(second) == {"lead": ["Ban Thanh niên"], "assigner": [TINH_DOAN]}
    assert roles(third) == {"lead": [TINH_DOAN]}
