"""The last stage: order, due days, and what nothing uses."""

from __future__ import annotations

from dataclasses import replace

import pytest

from dieukhoan.core.records import Body, Deadline, Diagnostic, Document, Header
from dieukhoan.extract.resources import Resources
from dieukhoan.extract.settle import settle
from dieukhoan.rulebook import load
from made_duties import ListTagger, Made, run


@pytest.fixture(scope="module")
def settled():
    resources = Resources(load(), ListTagger())

    def finish(document: Document) -> Document:
        return settle(document, resources)

    return finish


def made(deadlines, text="Sở Tư pháp kịp thời báo cáo Tỉnh đoàn. Chương trình có hiệu lực khi ký kết.") -> Document:
    return run(Made([("cl_1", "", text)], deadlines=deadlines).document())


def test_vague_times_and_events_stay_only_where_a_duty_uses_them(settled):
    document = settled(made([("kịp thời", "vague"), ("khi ký kết", "event")]))
    assert [deadline.text for deadline in document.deadlines] == ["kịp thời"]


def test_other_deadlines_stay_though_they_bind_no_duty(settled):
    document = settled(made([("khi ký kết", "date")]))
    assert [deadline.text for deadline in document.deadlines] == ["khi ký kết"]


def test_due_days_are_filled_in_where_the_document_tells_them(settled):
    document = made([("kịp thời", "vague")])
    date = Deadline("báo cáo", 20, 27, "date", "by", value="2024-06-15")
    cycle = Deadline("Tỉnh", 28, 32, "recurring", rrule="FREQ=YEARLY")
    document = replace(document, deadlines=(cycle, date), header=Header(period="2023/2025"))
    first, second = settled(document).deadlines
    assert (first.due_first, first.due_last) == ("2024-06-15", "2024-06-15")
    assert (second.due_first, second.due_last) == ("2023-12-31", "2025-12-31")


def test_everything_stands_in_reading_order(settled):
    document = made([("kịp thời", "vague")])
    shuffled = replace(document, mentions=document.mentions[::-1], duties=document.duties[::-1])
    assert settled(shuffled).mentions == document.mentions
    assert settled(shuffled).duties == document.duties


def test_bodies_that_nothing_names_go_and_their_parents_stay(settled):
    document = made([])
    bodies = {body.body_id: body for body in document.bodies}
    office = replace(bodies["so-tu-phap"], parent_id="uy-ban-nhan-dan-tinh")
    document = replace(document, bodies=(*[body for body in document.bodies if body.body_id != "so-tu-phap"], office))
    kept = {body.body_id for body in settled(document).bodies}
    assert kept == {"so-tu-phap", "tinh-doan", "uy-ban-nhan-dan-tinh"}


def test_a_circle_of_parents_ends(settled):
    document = made([])
    circle = (Body("a", "A", parent_id="b"), Body("b", "B", parent_id="a"), Body("so-tu-phap", "Sở", parent_id="a"))
    assert {body.body_id for body in settled(replace(document, bodies=circle)).bodies} == {"a", "b", "so-tu-phap"}


def test_a_document_without_units_or_duties_says_so(settled):
    document = made([], text="Chương trình có hiệu lực kể từ ngày ký.")
    assert [item.code for item in settled(document).diagnostics] == ["no_duties"]
    empty = replace(document, units=(), diagnostics=(Diagnostic("info", "late", "", "", 9, 10),))
    assert [item.code for item in settled(empty).diagnostics] == ["late", "no_units"]
    assert settled(made([])).diagnostics == ()


@pytest.mark.parametrize(
    ("code", "status"), [("ocr_low_confidence", "partial"), ("cut_file", "partial"), ("ocr", "ok"), ("gap", "ok")]
)
def test_a_document_that_was_hardly_read_is_partial(settled, code, status):
    doubt = Diagnostic("warning", code, "")
    assert settled(replace(made([]), diagnostics=(doubt,))).status == status
