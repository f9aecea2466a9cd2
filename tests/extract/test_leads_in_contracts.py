"""Who acts in contracts, joint circulars and rules of posts, and what only looks like a duty there."""

from __future__ import annotations

import pytest

from made_sentences import PARTIES, analysed, when, who

HOI, SO = PARTIES


@pytest.mark.parametrize(
    ("heading", "post"),
    [
        ("Điều 5. Thủ thư hạng II - Mã số: V.01.02.03", "Thủ thư hạng II"),
        ("Điều 5. Thủ thư chính (hạng II) - Mã số: V.01.02.03", "Thủ thư chính (hạng II)"),
        ("Điều 5. Điều tra viên rừng hạng III - Mã số: V.01.02.04", "Điều tra viên rừng hạng III"),
    ],
)
def test_the_post_that_an_article_describes_leads(using, heading, post):
    done = analysed(using, "1. Lập thẻ mượn.", heading, "1. Nhiệm vụ:", "a) Lập thẻ mượn sách;", "b) Giữ kho sách.")
    assert [who(done, duty, "lead") for duty in done.duties] == [PARTIES, (post,), (post,)]


@pytest.mark.parametrize(
    "sentence",
    [
        "Giá thuê xe là khoản tiền mà Bên thuê phải trả cho Bên cho thuê.",
        "Sự cố bất ngờ là những việc xảy ra khách quan, không thể lường trước được dù đã phòng ngừa.",
        "Việc chậm trả lời sẽ không được hiểu là từ bỏ quyền.",
        "Sở Tài chính được coi là đã đồng ý với dự toán.",
        "Biên bản họp được xem như phụ lục của quy chế.",
    ],
)
def test_what_something_is_binds_nobody(using, sentence):
    assert analysed(using, f"1. {sentence}").duties == ()


@pytest.mark.parametrize(
    "sentence",
    [
        "Khoản thu này là một khoản của ngân sách và được quản lý theo luật.",
        "Tổ chức thực hiện đúng quy định, đặc biệt là các quy định về thuế.",
        "Sở Tài chính phải là đầu mối.",
    ],
)
def test_what_must_be_done_with_it_still_binds(using, sentence):
    assert len(analysed(using, f"1. {sentence}").duties) == 1


@pytest.mark.parametrize(
    ("sentence", "leads"),
    [
        ("Người lao động cam kết không được tiết lộ bí mật.", ("Người lao động",)),
        ("Người lao động phối hợp kiểm kê và phải ký biên bản.", ("Người lao động",)),
        ("Nhà thầu xây dựng phải che chắn công trường.", ("Nhà thầu xây dựng",)),
        ("Nhà cung cấp (có tên dưới đây) phải giao đủ hàng.", ("Nhà cung cấp",)),
        ("Bên đơn phương chấm dứt hợp đồng thuê phải báo trước cho bên kia.",
         ("Bên đơn phương chấm dứt hợp đồng thuê",)),
        ("Trẻ em học chương trình nâng cao của lớp trên, nếu nghỉ dài ngày, phải xin phép.",
         ("Trẻ em học chương trình",)),
    ],
)  # fmt: skip
def test_a_side_keeps_to_its_name(using, sentence, leads):
    done = analysed(using, f"1. {sentence}")
    assert [who(done, duty, "lead") for duty in done.duties] == [leads]


def test_a_thing_behind_an_event_is_a_clause_of_its_own(using):
    done = analysed(using, "1. Bên B phải rửa xe khi nhận hàng, phí rửa xe sau khi trả hàng Bên A phải chịu.")
    assert [duty.text for duty in done.duties] == [
        "Bên B phải rửa xe khi nhận hàng",
        "phí rửa xe sau khi trả hàng Bên A phải chịu",
    ]
    assert [when(done, duty) for duty in done.duties] == [("khi nhận hàng",), ("sau khi trả hàng",)]


@pytest.mark.parametrize(
    ("sentence", "leads"),
    [
        ("Khi ra quyết định cho vay, quyết định gia hạn nợ, Sở Tài chính phải lưu hồ sơ.", (SO,)),
        ("Hàng năm, định kỳ hoặc đột xuất, Sở Tài chính có trách nhiệm kiểm tra quỹ.", (SO,)),
        ("Trong quá trình quản lý, sử dụng máy in bị hỏng, Sở Tài chính phải lập biên bản.", (SO,)),
        ("Trong giai đoạn thẩm tra, trước khi hết hạn 10 ngày, Sở Tài chính phải trả lời.", (SO,)),
        ("Giai đoạn hai: Sở Tài chính thanh toán phần còn lại.", (SO,)),
        ("Nếu quá hạn thì mời chuyên gia, Sở Tài chính có trách nhiệm tiếp đón.", PARTIES),
        ("Đối với Sở Tài chính: được bố trí trong dự toán hằng năm.", (SO,)),
    ],
)
def test_who_stands_behind_a_long_front_leads(using, sentence, leads):
    done = analysed(using, f"1. {sentence}")
    assert [who(done, duty, "lead") for duty in done.duties] == [leads]


@pytest.mark.parametrize(
    ("heading", "leads"),
    [
        ("Điều 5. Quy định đối với thuyền viên, nhân viên phục vụ", ("Thuyền viên", "Nhân viên phục vụ")),
        ("1. Đối với cơ sở nuôi dưỡng tư nhân", ("Cơ sở nuôi dưỡng tư nhân",)),
    ],
)
def test_whom_rules_are_for_leads(using, heading, leads):
    done = analysed(using, heading, "a) Lập sổ theo dõi;", "b) Có bảng niêm yết giờ mở cửa.")
    assert [who(done, duty, "lead") for duty in done.duties] == [leads, leads]
