"""Where the clause of a condition ends, on sentences written for these tests."""

from __future__ import annotations

import pytest

from dieukhoan.core.records import Document, Mention, Source
from dieukhoan.core.text import View
from dieukhoan.extract.deadlines import find_deadlines
from dieukhoan.extract.resources import Resources
from dieukhoan.rulebook import load


class NoTagger:
    def tag(self, text):
        raise AssertionError(f"deadlines need no tagger, asked for {text[:20]!r}")


@pytest.fixture(scope="module")
def resources() -> Resources:
    return Resources(load(), NoTagger())


@pytest.fixture
def events(resources):
    def run(text: str, *bodies: str) -> list[str]:
        named = tuple(
            Mention(str(at), name, text.index(name), text.index(name) + len(name), "name")
            for at, name in enumerate(bodies)
        )
        document = Document("x", Source("x.txt", "0" * 64, "txt", text, ()), View(text), mentions=named)
        return [item.text for item in find_deadlines(document, resources).deadlines if item.kind == "event"]

    return run


@pytest.mark.parametrize(
    ("text", "event"),
    [
        (
            "Trường hợp đèn biển, đèn sông bị tắt quá lâu vì hết dầu trong đêm:",
            "Trường hợp đèn biển, đèn sông bị tắt quá",
        ),
        ("Trường hợp cơ quan quản lý, tổ chức nước ngoài có đơn, Sở A trả lời.", "Trường hợp cơ quan quản lý, tổ chức"),
        ("Sở A lập sổ, nếu có thay đổi phải làm lại.", "nếu có thay đổi"),
        ("Sở A kiểm đếm khi nhận và có quyền từ chối.", "khi nhận"),
        ("Trường hợp hàng bị mất vẫn phải trả tiền.", "Trường hợp hàng bị mất"),
        ("Sở A kiểm đếm trước và trong khi giao hàng.", "trước và trong khi giao hàng"),
        ("Trường hợp cơ quan chậm nộp, đơn vị thu phải nhắc.", "Trường hợp cơ quan chậm nộp"),
        (
            "Sở A họp sau khi trao đổi, báo cáo và thống nhất với Sở B.",
            "sau khi trao đổi, báo cáo và thống nhất với Sở B",
        ),
        (
            "Chủ đò bị phạt nếu để chở quá tải, chở hàng cấm trên bến do mình trông.",
            "nếu để chở quá tải, chở hàng cấm trên",
        ),
        ("Khi tắt phải báo Sở A.", "Khi tắt"),
        ("Sau khi pha chế, phun rải thuốc phải rửa bình tại bể.", "Sau khi pha chế, phun rải thuốc"),
        ("Sau khi kiểm tra, lập biên bản theo mẫu.", "Sau khi kiểm tra"),
        (
            "Khi thiết lập, mở rộng hoặc nâng cấp hệ thống, Sở A báo Sở B.",
            "Khi thiết lập, mở rộng hoặc nâng cấp hệ thống",
        ),
        ("Bên A giữ bến trong suốt quá trình thuê bến nếu có bão.", "trong suốt quá trình thuê bến"),
        ("Trong quá trình thực hiện, có gì vướng mắc, hai bên họp.", "có gì vướng mắc"),
        ("Sở A gửi tin để xử lý trong trường hợp đèn bị tắt.", "trong trường hợp đèn bị tắt"),
        ("Tiền còn lại được trả sau khi đã trừ chi phí.", None),
        ("Trong quá trình xếp dỡ, giao nhận và giữ hàng, nếu hàng đổ thì báo.", "Trong quá trình xếp dỡ, giao nhận và"),
    ],
)
def test_the_end_of_a_condition(events, text, event):
    found = events(text)
    assert found == [] if event is None else found[0].startswith(event)


def test_a_condition_between_a_subject_and_its_verb(events):
    text = "Xã An Bình khi tiếp dân, giải quyết đơn của dân có trách nhiệm mời Hội A."
    assert events(text, "Xã An Bình") == ["khi tiếp dân, giải quyết đơn của dân"]


def test_a_body_that_must_act_ends_the_condition_before_it(events):
    text = "Khi người đi đò lên bờ ở bến xa, người lái đò có trách nhiệm báo."
    assert events(text) == ["Khi người đi đò lên bờ ở bến xa"]


def test_who_gets_what_is_asked_for_is_no_part_of_the_request(events):
    assert events("Sở A báo cáo kết quả khi có yêu cầu cho cơ quan cấp trên.") == ["khi có yêu cầu"]


def test_a_duty_between_the_condition_and_a_nearer_one_before_its_then(events):
    text = "Trường hợp xe không đến, bến xe có trách nhiệm báo và nếu không có trả lời thì bến xe có quyền cho đi."
    assert events(text, "bến xe") == ["Trường hợp xe không đến", "nếu không có trả lời"]


def test_persons_named_together_end_no_condition(events):
    text = "Khi Trạm A, Trạm B thuộc trường hợp phải dời mà không dời thì Sở C nhắc ngay."
    assert events(text, "Trạm A", "Trạm B", "Sở C")[0].endswith("mà không dời")


def test_a_named_body_with_a_verb_of_its_own_ends_the_event_before_it(events):
    text = "Sở A giao vốn sau khi có ý kiến về mức vốn năm nay, Sở B lập kế hoạch."
    assert events(text, "Sở A", "Sở B") == ["sau khi có ý kiến về mức vốn năm nay"]


def test_a_plain_case_ends_before_the_rules_it_goes_by(events):
    assert events("Sở A tạm ứng trong trường hợp cần thiết theo quy định của pháp luật và lưu hồ sơ.") == [
        "trong trường hợp cần thiết"
    ]


def test_what_is_done_besides_is_no_part_of_the_event_a_term_counts_from(resources):
    text = "Sở A trả lời trong thời hạn 03 ngày, kể từ ngày nhận được đơn và gửi văn bản cho Sở B."
    document = Document("x", Source("x.txt", "0" * 64, "txt", text, ()), View(text))
    (found,) = find_deadlines(document, resources).deadlines
    assert found.text == "trong thời hạn 03 ngày, kể từ ngày nhận được đơn"
