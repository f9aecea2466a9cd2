"""Who leads or supports where the words that name him stand behind the task: in brackets, behind a colon or "do"."""

from __future__ import annotations

import pytest

from made_sentences import PARTIES, analysed, when, who

HOI, SO = PARTIES


@pytest.mark.parametrize(
    ("task", "lead", "support"),
    [
        ("Tổ chức hội thi đọc sách (Sở Tài chính chủ trì).", (SO,), ()),
        ("Xây dựng phóng sự (giao Hội Khuyến học thực hiện).", (HOI,), ()),
        ("Biên soạn sổ tay (Sở Tài chính chủ trì, Hội Khuyến học phối hợp).", (SO,), (HOI,)),
        ("Biên soạn sổ tay (Sở Tài chính chủ trì, phối hợp với Hội Khuyến học).", (SO,), (HOI,)),
        ("Biên soạn sổ tay (đơn vị chủ trì: Sở Tài chính; phối hợp: Hội Khuyến học).", (SO,), (HOI,)),
        ("Tổ chức ngày hội (Sở Tài chính chủ trì, Hội Khuyến học phối hợp), xong trước ngày 5/3.", (SO,), (HOI,)),
        ("Tổ chức ngày hội (Sở Tài chính), xong trước ngày 5/3.", PARTIES, ()),
        ("Mở chuyên mục khuyến học trên báo: giao Sở Tài chính thực hiện.", (SO,), ()),
        ("Dạy chữ cho người lớn tuổi do Hội Khuyến học thực hiện trong tháng 7.", (HOI,), ()),
        ("Giám sát công trình do Sở Tài chính thực hiện.", PARTIES, ()),
        ("Gửi báo cáo về cơ quan thường trực (Sở Tài chính).", PARTIES, ()),
    ],
)
def test_the_task_is_of_those_named_behind_it(using, task, lead, support):
    (duty,) = (done := analysed(using, f"1. {task}")).duties
    assert (who(done, duty, "lead"), who(done, duty, "support")) == (lead, support)


def test_a_heading_above_lines_that_say_who_does_it_is_a_task(using):
    done = analysed(
        using,
        "1. Trồng cây xanh ở sân trường",
        "- Chủ trì: Hội Khuyến học",
        "- Phối hợp: Sở Tài chính",
        "2. Giữ vệ sinh.",
    )
    first = done.duties[0]
    assert first.text == "Trồng cây xanh ở sân trường"
    assert (who(done, first, "lead"), who(done, first, "support")) == ((HOI,), (SO,))


def test_lines_below_one_item_of_several_belong_to_it_alone(using):
    done = analysed(
        using,
        "1. Các việc trong năm",
        "a) Tổ chức dạy bơi.",
        "Cơ quan chủ trì: Hội Khuyến học.",
        "Thời gian: tháng 6/2024.",
        "b) Cắm biển báo. Đơn vị thực hiện: Sở Tài chính.",
    )
    assert [who(done, duty, "lead") for duty in done.duties] == [(HOI,), (SO,)]
    assert [when(done, duty) for duty in done.duties] == [("tháng 6/2024",), ()]


@pytest.mark.parametrize(
    ("sentence", "lead"),
    [
        ("Mọi hoạt động của Sở Tài chính phải tuân thủ pháp luật.", (SO,)),
        ("Tài sản của Sở Tài chính phải công khai.", PARTIES),
        ("Người lao động phải được khám sức khỏe.", PARTIES),
        ("Đối với Hội Khuyến học các xã đã ký kết thì tiếp tục thực hiện.", ("Hội Khuyến học các xã",)),
        ("Đề nghị người nuôi tôm nghiêm túc triển khai.", ("Người nuôi tôm",)),
        ("Nếu có vướng mắc, đơn vị được giao đầu mối báo cáo Sở Tài chính.", ("Đơn vị được giao đầu mối",)),
    ],
)
def test_who_answers_for_what_is_said(using, sentence, lead):
    done = analysed(using, f"1. {sentence}")
    assert [who(done, duty, "lead") for duty in done.duties] == [lead]


def test_a_verb_with_a_thing_for_its_object_waits_for_no_body(using):
    done = analysed(using, "1. Sở Tài chính hướng dẫn kỹ thuật, Hội Khuyến học vận động gia đình tham gia.")
    assert [who(done, duty, "lead") for duty in done.duties] == [(SO,), (HOI,)]


def test_the_last_paragraph_speaks_to_all(using):
    done = analysed(
        using,
        "1. Sở Tài chính",
        "- Bố trí kinh phí.",
        "2. Hội Khuyến học",
        "- Vận động hội viên.",
        "Trong quá trình thực hiện, nếu có vướng mắc, cần kịp thời trao đổi để giải quyết.",
    )
    assert who(done, done.duties[-1], "lead") == PARTIES


@pytest.mark.parametrize(
    ("sentence", "directed"),
    [
        ("Sở Tài chính chỉ đạo, kiểm tra các phòng chuyên môn thực hiện.", ("Các phòng chuyên môn",)),
        ("Sở Tài chính chỉ đạo thống nhất Phòng Tài chính các huyện lập dự toán.", ("Phòng Tài chính các huyện",)),
        ("Sở Tài chính đôn đốc, thanh tra các trường học thực hiện quy chế.", ("Các trường học",)),
        ("Sở Tài chính yêu cầu các đơn vị báo cáo.", ("Các đơn vị",)),
        ("Sở Tài chính ban hành văn bản hướng dẫn các trường học.", ("Các trường học",)),
    ],
)
def test_who_is_directed(using, sentence, directed):
    (duty,) = (done := analysed(using, f"1. {sentence}")).duties
    assert (who(done, duty, "lead"), who(done, duty, "directed")) == ((SO,), directed)


def test_a_task_given_behind_another_word_of_deciding_is_given(using):
    (duty,) = (done := analysed(using, "1. Sở Tài chính chỉ đạo, giao Phòng Ngân sách theo dõi.")).duties
    assert (who(done, duty, "lead"), who(done, duty, "assigner")) == (("Phòng Ngân sách",), (SO,))


def test_two_named_in_one_heading_are_two(using):
    done = analysed(using, "Điều 5. Trách nhiệm của Sở Y tế và Sở Tư pháp", "1. Lập kế hoạch.")
    assert who(done, done.duties[0], "lead") == ("Sở Y tế tỉnh Hà Giang", "Sở Tư pháp tỉnh Hà Giang")
    done = analysed(using, "Điều 5. Trách nhiệm của các đơn vị thuộc Bộ Y tế và Bộ Tài chính", "1. Lập kế hoạch.")
    assert who(done, done.duties[0], "lead") == ("Các đơn vị thuộc Bộ Y tế và Bộ Tài chính",)


@pytest.mark.parametrize(
    "sentence",
    [
        "Tổ chức thanh tra, kiểm tra việc chi.",
        "Văn bản đề nghị phải ghi rõ lý do.",
        "Việc tuyển dụng nhân viên y tế phải thực hiện theo quy định.",
    ],
)
def test_a_thing_or_a_verb_that_looks_like_a_body_leads_nothing(using, sentence):
    done = analysed(using, "Điều 6. Trách nhiệm của Sở Tài chính", f"1. {sentence}")
    assert [who(done, duty, "lead") for duty in done.duties] == [(SO,)]


def test_topics_behind_about_stay_in_one_row(using):
    (duty,) = analysed(
        using, "1. Phổ biến cho học sinh về các biện pháp phòng chống dịch; phòng chống đuối nước; dinh dưỡng hợp lý."
    ).duties
    assert duty.text.endswith("dinh dưỡng hợp lý")


@pytest.mark.parametrize(
    ("sentence", "leads"),
    [
        ("Hai bên có trách nhiệm phổ biến.", [PARTIES]),
        ("Cơ quan, đơn vị làm sai lệch hồ sơ thì phải bồi hoàn.", [("Cơ quan, đơn vị làm sai lệch hồ sơ",)]),
        ("Hủy lớp học trước 10 ngày thì Sở Tài chính phải hoàn tiền.", [(SO,)]),
        ("Sở Tài chính mở lớp tập huấn, chi phí đi lại do Hội Khuyến học chi trả.", [(SO,), (HOI,)]),
        ("Dạy bơi cho trẻ em do Sở Tài chính tổ chức.", [(SO,)]),
        ("Tham gia lớp do Sở Tài chính tổ chức.", [PARTIES]),
    ],
)
def test_each_clause_has_who_acts_in_it(using, sentence, leads):
    done = analysed(using, f"1. {sentence}")
    assert [who(done, duty, "lead") for duty in done.duties] == leads


def test_people_may_do_what_is_allowed_and_get_what_is_given(using):
    done = analysed(
        using, "1. Lao động nữ nuôi con nhỏ được nghỉ 60 phút.", "2. Giáo viên vùng cao được hỗ trợ tiền ăn."
    )
    assert [(duty.modality, who(done, duty, "lead")) for duty in done.duties] == [
        ("permission", ("Lao động nữ nuôi con nhỏ",)),
        ("obligation", PARTIES),
    ]


def test_what_is_only_said_to_forbid_it_is_a_prohibition(using):
    (duty,) = analysed(using, "1. Không tiết lộ thông tin cho bên thứ ba.").duties
    assert duty.modality == "prohibition"
    assert analysed(using, "1. Không khí trong phòng.").duties == ()


def test_a_body_acts_under_a_heading_of_papers_too(using):
    done = analysed(
        using,
        "Điều 5. Hồ sơ, trình tự",
        "1. Sở Tài chính",
        "a) Niêm yết danh sách.",
        "2. Hội Khuyến học ra quyết định; trường hợp không đủ điều kiện thì trả lại hồ sơ.",
        "3. Trả lại hồ sơ.",
    )
    assert [who(done, duty, "lead") for duty in done.duties] == [(SO,), (HOI,), (HOI,)]


def test_one_leads_and_the_other_takes_part_in_one_row(using):
    done = analysed(
        using,
        "1. Hằng năm, Sở Tài chính chủ trì, Hội Khuyến học phối hợp tổ chức ngày hội.",
        "2. Sở Tài chính lập dự toán, Hội Khuyến học phối hợp tổ chức lớp.",
    )
    assert [(who(done, duty, "lead"), who(done, duty, "support")) for duty in done.duties] == [
        ((SO,), (HOI,)),
        ((SO,), ()),
        ((HOI,), ()),
    ]


def test_who_heads_a_team_is_a_fact(using):
    assert analysed(using, "1. Đoàn kiểm tra liên ngành do lãnh đạo Sở Tài chính làm Trưởng đoàn.").duties == ()


@pytest.mark.parametrize(
    ("sentence", "timings"),
    [
        ("Khó khăn, vướng mắc kịp thời phản ánh về Sở Tài chính.", ("kịp thời",)),
        ("Nếu có vướng mắc kịp thời báo cáo Sở Tài chính.", ("Nếu có vướng mắc", "kịp thời")),
        ("Quá trình thực hiện, có vướng mắc phản ánh về Sở Tài chính.", ("có vướng mắc",)),
    ],
)
def test_troubles_are_reported_without_a_comma(using, sentence, timings):
    (duty,) = (done := analysed(using, f"1. {sentence}")).duties
    assert (who(done, duty, "recipient"), when(done, duty)) == ((SO,), timings)


def test_departments_in_small_letters_are_told_too(using):
    told, sent = (
        done := analysed(
            using,
            "1. Hội chỉ đạo các phòng giáo dục và đào tạo mở lớp.",
            "2. Hội gửi danh sách về sở tài nguyên và môi trường và các cơ sở giáo dục và đào tạo nghề.",
        )
    ).duties
    assert who(done, told, "directed") == ("Phòng giáo dục và đào tạo",)
    assert who(done, sent, "recipient")[0].startswith("Sở tài nguyên và môi trường")
