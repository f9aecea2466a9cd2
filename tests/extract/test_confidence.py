"""How sure a duty is: the signs that a row bears, and what their points add up to."""

from __future__ import annotations

from dataclasses import replace

import pytest

from dieukhoan.core.records import Document
from dieukhoan.extract.confidence import BASE, FIGURES, SIGNS, confidence, signs, weigh
from dieukhoan.extract.resources import Resources
from dieukhoan.rulebook import build, load
from made_duties import ListTagger, Made, run


def found(text: str, **given: object) -> Document:
    return run(Made([("cl_1", "", text)], **given).document())


def borne(text: str, **given: object) -> set[str]:
    (row,) = signs(found(text, **given))
    return set(row)


def test_the_rules_hold_points_for_every_sign() -> None:
    assert set(load().figures[FIGURES]) == {BASE, *SIGNS}


@pytest.mark.parametrize(
    ("text", "sign"),
    [
        ("Tổ chức hội nghị sơ kết chương trình phối hợp trong toàn tỉnh.", "implied"),
        ("Hai bên tổ chức hội nghị sơ kết chương trình phối hợp trong toàn tỉnh.", "anaphor"),
        ("Sở Tư pháp tổ chức hội nghị sơ kết chương trình phối hợp trong toàn tỉnh.", "body"),
        ("Sở Tư pháp tổ chức hội nghị.", "short"),
        ("Sở Tư pháp tổ chức thi viết, thi vẽ, thi hát, thi múa, thi kể chuyện, thi nấu ăn cho học sinh.", "listing"),
        ("Sở Tư pháp không được tổ chức hội nghị sơ kết chương trình phối hợp.", "limit"),
        ("Đề nghị Sở Tư pháp tổ chức hội nghị sơ kết chương trình phối hợp.", "request"),
    ],
)
def test_a_sign_and_a_row_without_it(text: str, sign: str) -> None:
    assert sign in borne(text)
    plain = "Sở Tư pháp có trách nhiệm tổ chức hội nghị sơ kết chương trình phối hợp."
    assert not borne(plain)


def test_signs_of_bodies_without_a_part() -> None:
    document = found("Sở Tư pháp có trách nhiệm tổ chức hội nghị sơ kết chương trình cho thanh niên, học sinh.")
    (duty,) = document.duties
    at = document.text.index("hội nghị")
    first, second = (replace(document.mentions[0], body_id=name, start=at + place, end=at + place + 2)
                     for name, place in (("x", 0), ("y", 4)))  # fmt: skip
    (row,) = signs(replace(document, mentions=(*document.mentions, first)))
    assert row == ()  # one alone may be an object
    (row,) = signs(replace(document, mentions=(*document.mentions, first, second)))
    assert row == ("idle",)
    before = replace(first, start=duty.start, end=duty.start + 2)
    (row,) = signs(replace(document, mentions=(before, *document.mentions)))
    assert row == ("bystander",)
    nobody = replace(document, duties=(replace(duty, roles=()),), parties=())
    (row,) = signs(nobody)
    assert row == ("no_lead", "bystander", "no_parties")


def test_words_between_the_name_and_the_predicate_make_a_row_loose() -> None:
    document = found("Sở Tư pháp có trách nhiệm tổ chức hội nghị sơ kết chương trình phối hợp.")
    cut = tuple(replace(mention, end=mention.end - 5) for mention in document.mentions)
    (row,) = signs(replace(document, mentions=cut))
    assert row == ("loose",)


def test_points_become_a_probability() -> None:
    points = {BASE: 0.0, "short": -1.0, "body": 9.0}
    assert confidence((), points) == 0.5
    assert confidence(("short",), points) == 0.27
    assert confidence(("body",), points) == 0.98
    assert confidence(("unknown",), points) == 0.5


def test_the_stage_weighs_every_duty_and_nothing_else() -> None:
    document = found("Sở Tư pháp phải tổ chức tập huấn; Hội Nông dân phải cử người dự.")
    weighed = weigh(document, Resources(load(), ListTagger()))
    assert {duty.confidence for duty in document.duties} == {0.5}
    assert [replace(duty, confidence=0.5) for duty in weighed.duties] == list(document.duties)
    points = load().figures[FIGURES]
    assert [duty.confidence for duty in weighed.duties] == [confidence(row, points) for row in signs(document)]
    assert weigh(document, Resources(build({}), ListTagger())) is document
