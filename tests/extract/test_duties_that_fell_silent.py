"""Duties that were passed over without a word: behind a time, below a heading, under principles."""

from __future__ import annotations

import pytest

from made_sentences import PARTIES, analysed, who

HOI, SO = PARTIES


@pytest.mark.parametrize(
    "sentence",
    [
        "Định kỳ hằng quý hoặc đột xuất (nếu có vụ việc), cung cấp cho Hội số liệu học viên.",
        "Định kỳ hằng năm và đột xuất khi có yêu cầu, tổ chức kiểm tra các lớp học.",
        "Hằng tháng, quý, 6 tháng, năm và đột xuất tổng hợp số liệu gửi Hội.",
        "Khi đó rà soát danh sách học viên.",
    ],
)
def test_a_time_that_goes_on(using, sentence):
    done = analysed(using, "1. Sở Tài chính có trách nhiệm:", f"a) {sentence}", "b) Bố trí kinh phí.")
    assert [who(done, duty, "lead") for duty in done.duties] == [(SO,), (SO,)]


def test_then_somebody_acts(using):
    done = analysed(using, "1. Khi đó Sở Tài chính sẽ kiểm tra ngay. Theo đó, Hội bố trí hội trường.")
    assert [who(done, duty, "lead") for duty in done.duties] == [(SO,), (HOI,)]


def test_a_heading_above_things_is_the_duty(using):
    done = analysed(
        using,
        "Điều 1. Trách nhiệm của Sở Tài chính",
        "1. Cung cấp cho Hội Khuyến học tỉnh",
        "a) Danh sách các lớp;",
        "b) Bảng kê chi tiết kinh phí.",
    )
    assert [(duty.text, who(done, duty, "lead"), who(done, duty, "recipient")) for duty in done.duties] == [
        ("Cung cấp cho Hội Khuyến học tỉnh", (SO,), (HOI,))
    ]


def test_a_heading_above_duties_is_none(using):
    done = analysed(
        using,
        "Điều 1. Trách nhiệm của Sở Tài chính",
        "1. Hỗ trợ Hội Khuyến học tỉnh",
        "a) Cấp kinh phí mở lớp;",
        "b) Cử giảng viên.",
    )
    assert [duty.text for duty in done.duties] == ["Cấp kinh phí mở lớp", "Cử giảng viên"]


@pytest.mark.parametrize("heading", ["Nguyên tắc phối hợp", "Mục đích"])
def test_a_promise_binds_under_any_heading(using, heading):
    done = analysed(
        using, f"Điều 1. {heading}", "1. Sở Tài chính cam kết giữ bí mật số liệu.", "2. Sở Tài chính thống kê."
    )
    assert [duty.text for duty in done.duties] == ["Sở Tài chính cam kết giữ bí mật số liệu"]


@pytest.mark.parametrize(
    ("sentence", "lead"),
    [
        ("Giám đốc Sở tổ chức họp.", "Giám đốc Sở tỉnh Hà Giang"),
        ("Thanh tra Sở tổ chức kiểm tra các lớp học.", "Thanh tra Sở tỉnh Hà Giang"),
        ("Sở Xây dựng tổ chức hội nghị.", "Sở Xây dựng tỉnh Hà Giang"),
        ("Cảnh sát khu vực báo cáo cấp trên.", "Cảnh sát khu vực"),
        ("Ban Quản lý rừng phòng hộ tuần tra.", "Ban Quản lý rừng phòng hộ"),
        ("Đài Phát thanh và Truyền hình đưa tin.", "Đài Phát thanh và Truyền hình"),
        ("Phòng tổ chức cán bộ lập danh sách.", "Phòng tổ chức cán bộ"),
    ],
)
def test_names_beside_verbs_that_are_fields_too(using, sentence, lead):
    done = analysed(using, f"1. {sentence}")
    assert [who(done, duty, "lead") for duty in done.duties] == [(lead,)]


@pytest.mark.parametrize(
    ("sentence", "lead"),
    [
        ("Khen thưởng: cuối năm học Sở Tài chính xét, đề nghị Hội khen thưởng tập thể.", (SO,)),
        ("Báo cáo: trước ngày 15/12 hằng năm, Hội gửi báo cáo cho Sở Tài chính.", (HOI,)),
        ("Đơn vị quản lý hội trường phối hợp với Hội bố trí chỗ ngồi.", ("Đơn vị quản lý hội trường",)),
        ("Thư ký Ban Chỉ đạo tổng hợp báo cáo gửi Hội.", ("Thư ký Ban Chỉ đạo",)),
        ("Cơ quan quản lý nhà nước về môi trường kiểm tra các lớp học.", ("Cơ quan quản lý nhà nước về môi trường",)),
        ("Nghiêm cấm cán bộ, giáo viên che giấu sai phạm.", ("Cán bộ, giáo viên",)),
        ("Chi cục Thủy sản và Kiểm ngư cấp giấy phép.", ("Chi cục Thủy sản và Kiểm ngư",)),
    ],
)
def test_who_acts_behind_labels_and_long_names(using, sentence, lead):
    done = analysed(using, f"1. {sentence}")
    assert [who(done, duty, "lead") for duty in done.duties] == [lead]


def test_items_that_no_rule_reads_among_tasks(using):
    items = ("a) Kiểm tra hồ sơ;", "b) Ướp lạnh thực phẩm;", "c) Gửi báo cáo.")
    done = analysed(using, "1. Sở Tài chính có trách nhiệm:", *items)
    assert [who(done, duty, "lead") for duty in done.duties] == [(SO,)] * 3
    done = analysed(
        using, "1. Sở Tài chính có trách nhiệm:", "a) Kiểm tra hồ sơ;", "b) Ướp lạnh thực phẩm;", "c) Kho quỹ;"
    )
    assert len(done.duties) == 1


def test_the_cells_of_a_table_that_was_copied_as_text(using):
    done = analysed(
        using,
        "I. NHIỆM VỤ",
        "STT\tNội dung công việc\tCơ quan chủ trì\tCơ quan phối hợp\tThời gian",
        "1\tTổ chức hội nghị\tSở Tài chính\tHội Khuyến học tỉnh\tTrước 15/8/2025",
        "2\tKiểm tra các lớp\tHội Khuyến học tỉnh\tSở Tài chính\tQuý IV/2025",
    )
    assert [(duty.text, who(done, duty, "lead"), who(done, duty, "support")) for duty in done.duties] == [
        ("Tổ chức hội nghị", (SO,), (HOI,)),
        ("Kiểm tra các lớp", (HOI,), (SO,)),
    ]


@pytest.mark.parametrize(
    "subject",
    ["Hai cơ quan", "Hai bên", "Các bên", "Hai ngành cùng", "Mỗi bên", "Hai bên cùng nhau", "Hai cơ quan chủ động"],
)
def test_with_whom_all_parties_do_it(using, subject):
    done = analysed(using, f"1. {subject} phối hợp với Đài Truyền thanh huyện mở chuyên mục.")
    assert [(who(done, duty, "lead"), who(done, duty, "support")) for duty in done.duties] == [
        (PARTIES, ("Đài Truyền thanh huyện",))
    ]


def test_all_parties_of_the_level_of_the_document(using):
    done = analysed(using, "1. Phòng Tài chính các huyện gửi báo cáo về hai cơ quan cấp tỉnh.")
    assert [who(done, duty, "recipient") for duty in done.duties] == [PARTIES]
    done = analysed(using, "1. Sở Tài chính kiểm tra hai cơ quan cấp huyện.")
    assert [who(done, duty, "lead") for duty in done.duties] == [(SO,)]


def test_who_gets_a_task_though_no_rule_reads_him(using):
    done = analysed(using, "1. Sở Tài chính giao bộ phận kinh tế - xã hội theo dõi, tổng hợp.")
    assert [(who(done, duty, "lead"), who(done, duty, "assigner")) for duty in done.duties] == [
        (("Bộ phận kinh tế - xã hội",), (SO,))
    ]


def test_who_leads_what_one_only_takes_part_in(using):
    done = analysed(
        using,
        "1. Sở Tài chính có trách nhiệm:",
        "a) Cử cán bộ tham gia đoàn kiểm tra do Hội chủ trì;",
        "b) Gửi báo cáo.",
    )
    assert [who(done, duty, "lead") for duty in done.duties] == [(SO,), (SO,)]
