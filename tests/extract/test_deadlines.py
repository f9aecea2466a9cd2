"""The deadlines stage on texts written for these tests."""

from __future__ import annotations

import time
from dataclasses import replace

import pytest

from dieukhoan.core.records import Blank, Citation, Deadline, Document, Header, Mention, Source, Unit, Zone
from dieukhoan.core.text import View
from dieukhoan.extract.deadlines import evaluators, find_deadlines, in_purpose
from dieukhoan.extract.resources import Resources
from dieukhoan.rulebook import Rulebook, load
from dieukhoan.rulebook.check import check_rule

YEARLY = "FREQ=YEARLY;BYMONTH="


class NoTagger:
    def tag(self, text):
        raise AssertionError(f"deadlines need no tagger, asked for {text[:20]!r}")


@pytest.fixture(scope="module")
def rules() -> Rulebook:
    return load()


@pytest.fixture(scope="module")
def resources(rules) -> Resources:
    return Resources(rules, NoTagger())


def document(text: str, **known) -> Document:
    return Document("x", Source("x.txt", "0" * 64, "txt", text, ()), View(text), **known)


def unit(text: str, part: str, kind: str = "clause", eid: str = "cl_1", heading: str = "") -> Unit:
    start = text.index(part)
    head = (text.index(heading), text.index(heading) + len(heading)) if heading else (start, start)
    return Unit(eid, kind, "1", heading, part, start, start + len(part), *head, start, start + len(part), "", 1, 1)


@pytest.fixture
def found(resources):
    def run(text: str, **known) -> tuple[Deadline, ...]:
        deadlines = find_deadlines(document(text, **known), resources).deadlines
        assert all(item.text == text[item.start : item.end] for item in deadlines)
        return deadlines

    return run


def test_every_rule_wins_its_own_example(rules):
    family = rules.family("deadline")
    evaluate = evaluators(rules)["deadline"]
    failures = [failure for rule in family.rules for failure in check_rule(rule, family, evaluate)]
    assert failures == []


@pytest.mark.parametrize(
    ("text", "phrase", "want"),
    [
        ("Hoàn thành trước ngày 20/11/2026.", "trước ngày 20/11/2026", ("date", "by", "2026-11-20")),
        ("Hiệu lực kể từ ngày 05 tháng 3 năm 2024.", "kể từ ngày 05 tháng 3 năm 2024", ("date", "from", "2024-03-05")),
        ("Thực hiện đến hết ngày 30. 6. 2025.", "đến hết ngày 30. 6. 2025", ("date", "by", "2025-06-30")),
        ("Sơ kết vào tháng 9/2026.", "vào tháng 9/2026", ("date", "on", "2026-09")),
        ("Tổng kết trong quý IV/2027.", "trong quý IV/2027", ("period", "during", "2027-10/2027-12")),
        ("Phấn đấu đến năm 2030 đạt 90%.", "đến năm 2030", ("date", "by", "2030")),
        ("Áp dụng từ năm 2022 đến năm 2026.", "từ năm 2022 đến năm 2026", ("period", "during", "2022/2026")),
        ("Thời gian: Quý II, III/2025.", "Quý II, III/2025", ("period", "on", "2025-04/2025-09")),
        ("Tập huấn ngày 15 - 16/3/2025.", "ngày 15 - 16/3/2025", ("period", "on", "2025-03-15/2025-03-16")),
        ("Họp vào tháng 6 và 12 năm 2025.", "vào tháng 6 và 12 năm 2025", ("date", "on", "{2025-06,2025-12}")),
        ("Thời hạn: 30/6/2025", "30/6/2025", ("date", "on", "2025-06-30")),
        ("Có hiệu lực từ ngày … tháng … năm 2026.", "từ ngày … tháng … năm 2026", ("date", "from", "2026")),
    ],
)  # fmt: skip
def test_dates_and_periods(found, text, phrase, want):
    (only,) = found(text)
    assert only.text == phrase
    assert (only.kind, only.relation, only.value) == want


@pytest.mark.parametrize(
    ("text", "phrase", "rrule"),
    [
        ("Hàng tháng, hai bên trao đổi thông tin.", "Hàng tháng", "FREQ=MONTHLY"),
        ("Hai ngành giao ban định kỳ hằng quý.", "định kỳ hằng quý", "FREQ=MONTHLY;INTERVAL=3"),
        ("Hai bên họp ba tháng một lần.", "ba tháng một lần", "FREQ=MONTHLY;INTERVAL=3"),
        ("Tập huấn mỗi năm ít nhất 04 lần.", "mỗi năm ít nhất 04 lần", "FREQ=MONTHLY;INTERVAL=3"),
        ("Gửi trước ngày 10/6 và 10/12 hằng năm.", "trước ngày 10/6 và 10/12 hằng năm", YEARLY + "6,12;BYMONTHDAY=10"),
        ("Gửi số liệu trước ngày 03 của tháng sau.", "trước ngày 03 của tháng sau", "FREQ=MONTHLY;BYMONTHDAY=3"),
        ("Tổ chức vào dịp 20/10.", "vào dịp 20/10", "FREQ=YEARLY;BYMONTH=10;BYMONTHDAY=20"),
        ("Trực thứ Ba và thứ Năm hằng tuần.", "thứ Ba và thứ Năm hằng tuần", "FREQ=WEEKLY;BYDAY=TU,TH"),
        ("Nộp trước ngày 10 tháng đầu quý.", "trước ngày 10 tháng đầu quý", YEARLY + "1,4,7,10;BYMONTHDAY=10"),
        ("Chốt vào ngày cuối cùng của tháng.", "vào ngày cuối cùng của tháng", "FREQ=MONTHLY;BYMONTHDAY=-1"),
        ("Chi từ ngày 5 đến ngày 7 hằng tháng.", "từ ngày 5 đến ngày 7 hằng tháng", "FREQ=MONTHLY;BYMONTHDAY=5,6,7"),
        ("Tổng kết 05 năm một lần.", "05 năm một lần", "FREQ=YEARLY;INTERVAL=5"),
        ("Kiểm tra vào Quý II hằng năm.", "vào Quý II hằng năm", "FREQ=YEARLY;BYMONTH=4,5,6"),
    ],
)  # fmt: skip
def test_recurring(found, text, phrase, rrule):
    (only,) = found(text)
    assert (only.text, only.kind, only.rrule, only.value) == (phrase, "recurring", rrule, "")


@pytest.mark.parametrize(
    ("text", "want"),
    [
        (
            "Sở trả lời trong thời hạn 07 ngày làm việc kể từ ngày nhận được văn bản.",
            ("relative", "by", "P7D", True, "ngày nhận được văn bản"),
        ),
        ("Chậm nhất 24 giờ trước khi mở hội nghị, Sở gửi tài liệu.", ("relative", "by", "PT24H", False, "mở hội nghị")),
        (
            "Sau thời hạn 06 tháng kể từ ngày nhận đơn, Sở hủy đơn.",
            ("relative", "after", "P6M", False, "ngày nhận đơn"),
        ),
        ("Gửi biên bản sau buổi họp 02 ngày.", ("relative", "after", "P2D", False, "buổi họp")),
        ("Hai bên họp lại trong vòng ba mươi ngày.", ("duration", "by", "P30D", False, "")),
        ("Thỏa thuận có giá trị 02 năm kể từ ngày ký.", ("duration", "from", "P2Y", False, "ngày ký")),
        ("Sở trả lời trong thời hạn …… ngày kể từ ngày nhận đơn.", ("relative", "by", "", False, "ngày nhận đơn")),
        ("Chương trình có hiệu lực kể từ ngày ký.", ("relative", "from", "", False, "ngày ký")),
    ],
)
def test_lengths_of_time(found, text, want):
    (only,) = found(text)
    assert (only.kind, only.relation, only.duration, only.working_days, only.anchor) == want


@pytest.mark.parametrize(
    ("text", "phrase"),
    [
        ("Nếu có vướng mắc thì hai bên cùng họp.", "Nếu có vướng mắc"),
        ("Khi có khó khăn, vướng mắc, hai bên họp bàn.", "Khi có khó khăn, vướng mắc"),
        ("Quá trình triển khai nếu phát sinh vướng mắc hai bên cùng xem xét.", "nếu phát sinh vướng mắc"),
        ("Hai bên thông báo cho nhau khi thay đổi đầu mối (nếu có).", "khi thay đổi đầu mối"),
        ("Nếu phát hiện sai phạm phải lập biên bản.", "Nếu phát hiện sai phạm"),
        ("Trường hợp có ý kiến khác nhau, lãnh đạo hai ngành quyết định.", "Trường hợp có ý kiến khác nhau"),
        ("Giữ trật tự trong suốt quá trình diễn tập và chịu sự chỉ huy chung.", "trong suốt quá trình diễn tập"),
    ],
)
def test_the_end_of_a_condition(found, text, phrase):
    assert [(item.text, item.kind) for item in found(text)] == [(phrase, "event")]


def test_a_body_named_by_the_document_ends_a_condition(found):
    text = "Khi có sự cố Trung tâm Hạ tầng thông báo ngay cho Sở."
    start = text.index("Trung tâm")
    mention = Mention("trung-tam", "Trung tâm Hạ tầng", start, start + 17, "name")
    assert found(text, mentions=(mention,))[0].text == "Khi có sự cố"


def test_a_limit_inside_a_condition_is_a_deadline_of_its_own(found):
    text = "Khi nhận được đề nghị trong thời hạn 05 ngày, Sở trả lời."
    assert [item.text for item in found(text)] == ["Khi nhận được đề nghị", "trong thời hạn 05 ngày"]


@pytest.mark.parametrize(
    "text",
    [
        "Bố trí kinh phí từ nguồn ngân sách hàng năm của hai cơ quan.",
        "Theo Thông tư số 12/2020/TT-BTC ngày 20/5/2020 của Bộ Tài chính.",
        "Trung tâm giáo dục thường xuyên tỉnh tham gia.",
        "Gửi văn bản để Sở có biện pháp xử lý kịp thời.",
        "Trong các trường hợp nêu trên, đối với trường hợp mới.",
        "Người hưởng trợ cấp hàng tháng đăng ký.",
        "Triển khai Nghị quyết Đại hội, nhiệm kỳ 2025-2030.",
        "Trong quá trình thực hiện Quy chế này, hai bên trao đổi.",
    ],
)
def test_words_of_time_that_are_no_deadline(found, text):
    assert found(text) == ()


def test_purpose_is_told_from_what_precedes():
    text = "Sở thông báo kịp thời để Hội phối hợp thường xuyên; kiểm tra định kỳ."
    doc = document(text)
    inside, outside = text.index("thường xuyên"), text.index("kịp thời")
    assert in_purpose(doc, (inside, inside + 12))
    assert not in_purpose(doc, (outside, outside + 8))
    assert not in_purpose(doc, (text.index("định kỳ"), len(text)))


def test_the_period_of_the_title_is_given_once(found):
    text = (
        "CHƯƠNG TRÌNH PHỐI HỢP\ngiai đoạn 2024 - 2028\nHai bên ký Chương trình giai đoạn 2024 - 2028.\n1. Họp hằng năm."
    )
    title = (0, text.index("\nHai bên"))
    units = (
        unit(text, "Hai bên ký Chương trình giai đoạn 2024 - 2028.", "preamble", "preamble_1"),
        unit(text, "Họp hằng năm."),
    )
    header = Header(title="x", title_start=title[0], title_end=title[1])
    period, yearly = found(text, units=units, header=header, zones=(Zone("title", *title),))
    assert (period.kind, period.relation, period.value, period.unit) == ("period", "during", "2024/2028", "")
    assert (yearly.text, yearly.unit) == ("hằng năm", "cl_1")


def test_places_that_hold_no_deadline(found):
    text = "Hà Nội, ngày 01/02/2024\nCăn cứ Luật ngày 05/6/2020;\nHọp hằng quý\nNơi nhận: trước ngày 01/01/2025"
    first, second, third, last = text.split("\n")
    units = (
        unit(text, second, "recital", "rec_1"),
        unit(text, third, heading=third),
    )
    zones = (Zone("title", 0, len(first)), Zone("closing", text.index(last), len(text)))
    assert found(text, units=units, zones=zones) == ()


def test_a_model_letter_in_an_appendix_holds_no_deadline(found):
    text = "Mẫu số 01\nĐề nghị quý cơ quan trả lời trong vòng 05 ngày."
    letter = unit(text, text, "appendix", "appendix_1")
    assert found(text, units=(letter,)) == ()
    plan = text.replace("Mẫu số 01", "Tiến độ thực hiện")
    assert len(found(plan, units=(unit(plan, plan, "appendix", "appendix_1"),))) == 1
    blanks = tuple(Blank(at, at + 1, "text", "appendix_1") for at in range(3))
    assert found(plan, units=(unit(plan, plan, "appendix", "appendix_1"),), blanks=blanks) == ()


def test_a_date_that_belongs_to_a_citation_is_none(found):
    text = "Theo Luật Hộ tịch ngày 20/11/2014, Sở báo cáo."
    cited = Citation("Luật Hộ tịch ngày 20/11/2014", 5, 33, "luat")
    assert found(text, citations=(cited,)) == ()
    assert len(found(text)) == 1


def test_offsets_are_of_the_source_not_of_the_folded_view(found):
    text = "Hoà giải   trước  ngày 15–12 hằng   năm."
    (only,) = found(text)
    assert only.text == "trước  ngày 15–12 hằng   năm"
    assert only.rrule == "FREQ=YEARLY;BYMONTH=12;BYMONTHDAY=15"


@pytest.mark.parametrize(
    "text",
    [
        "khi có yêu cầu " * 6000,
        "cơ quan có trách nhiệm báo cáo " * 6500,
        "khi " + "(" * 10000 + ")" * 10000,
        "nếu " + "khó khăn, " * 10000,
        "trong thời hạn " * 7000,
        "1 " * 100000,
    ],
)
def test_long_lines_take_linear_time(found, text):
    began = time.perf_counter()
    found(text)
    once = time.perf_counter() - began
    began = time.perf_counter()
    found(f"{text} {text} {text}")
    assert time.perf_counter() - began < 6 * once + 0.5


def test_nothing_is_lost_of_the_document(resources):
    before = replace(document("Hằng năm, hai bên họp."), status="partial")
    after = find_deadlines(before, resources)
    assert replace(after, deadlines=()) == before


def test_a_month_is_no_number_of_weeks(found):
    (twice,) = found("Hai bên tuần tra 02 lần/tháng.")
    assert (twice.kind, twice.rrule) == ("recurring", "FREQ=MONTHLY")


def test_hours_by_their_letter_and_in_words(found):
    (letter,) = found("Sở A trả lời trong vòng 24h kể từ khi nhận tin.")
    (words,) = found("Sở A báo chậm nhất 24 giờ (hai mươi bốn giờ) trước khi cắt nước.")
    assert (letter.duration, letter.anchor) == ("PT24H", "nhận tin")
    assert (words.duration, words.anchor, words.relation) == ("PT24H", "cắt nước", "by")
