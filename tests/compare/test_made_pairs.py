"""Made templates of several numbering styles, edited at random with the truth kept: how much of it is found."""

from __future__ import annotations

from collections import Counter

import pytest

from compare.made_forms import FORMS, made_form
from compare.made_pairs import STYLES, made_pair
from compare.made_score import Score
from dieukhoan.compare import rebuild

CROSSED = [("chapters", "roman"), ("letters", "dotted"), ("dashes", "chapters"), ("roman", "dashes")]
PAIRS = [*((style, style) for style in STYLES), *CROSSED]


def scored(read, pairs: list[tuple[str, str]], seeds: range) -> Score:
    score = Score()
    for style, other in pairs:
        for seed in seeds:
            made = made_pair(seed, style, other, edits=14)
            score.add(made, read(made.template, made.variant))
    return score


def check(score: Score) -> None:
    assert score.f1("units") >= 0.95
    assert score.share("status") >= 0.95
    assert score.share("phantom") <= 0.01
    assert score.f1("fills") >= 0.95
    assert score.f1("duties") >= 0.85


def test_edits_are_found(read) -> None:
    check(scored(read, PAIRS[:2], range(2)))


@pytest.mark.slow
def test_edits_are_found_in_every_numbering_style(read) -> None:
    check(scored(read, PAIRS, range(8)))


@pytest.mark.parametrize("form", FORMS)
def test_edits_are_found_in_every_kind_of_document(read, form: str) -> None:
    score, made = Score(), made_form(2, form)  # a unit left out in one place, one split in another
    score.add(made, read(made.template, made.variant))
    check(score)


@pytest.mark.slow
def test_edits_are_found_in_many_documents_of_every_kind(read) -> None:
    score = Score()
    for form in FORMS:
        for seed in range(8):
            made = made_form(seed, form)
            score.add(made, read(made.template, made.variant))
    check(score)


@pytest.mark.parametrize("form", FORMS)
def test_another_way_of_writing_alone_changes_nothing(read, form: str) -> None:
    made = made_form(4, form, edits=0)
    found = read(made.template, made.variant)
    assert {pair.status for pair in found.pairs} <= {"identical", "filled"}
    assert {change.change for change in found.changes} == {"kept"}


@pytest.mark.parametrize(("style", "other"), CROSSED[:2])
def test_another_numbering_style_alone_changes_nothing(read, style: str, other: str) -> None:
    made = made_pair(3, style, other, edits=0)
    found = read(made.template, made.variant)
    assert {pair.status for pair in found.pairs} <= {"identical", "filled"}
    assert {change.change for change in found.changes} == {"kept"}
    assert {word.change for word in found.words} <= {"number", "spelling", "filled"}


@pytest.mark.parametrize("seed", range(4))
def test_template_and_differences_give_the_variant_back(read, seed: int) -> None:
    made = made_pair(seed, STYLES[seed % len(STYLES)], STYLES[-1 - seed % len(STYLES)])
    for template, variant in ((made.template, made.variant), (made.variant, made.template)):
        assert rebuild(template, read(template, variant).words) == variant


@pytest.mark.parametrize("seed", range(3))
def test_back_is_the_mirror_of_there(read, seed: int) -> None:
    made = made_pair(seed, STYLES[seed])
    filled = made.variant  # without blanks: what fills one there is a change back
    other = made_pair(seed + 50, STYLES[seed]).variant
    for one, two in ((filled, other), (made.template.replace("…………", "Văn phòng Hội"), filled)):
        there, back = read(one, two), read(two, one)
        swapped = {"added": "removed", "removed": "added"}
        assert {(pair.variant, pair.template, swapped.get(pair.status, pair.status)) for pair in there.pairs} == {
            (pair.template, pair.variant, pair.status) for pair in back.pairs
        }
        turned = {"inserted": "deleted", "deleted": "inserted"}
        words = sorted((turned.get(w.change, w.change), w.after, w.before) for w in there.words if w.change != "moved")
        assert words == sorted((w.change, w.before, w.after) for w in back.words if w.change != "moved")
        fates = {"dropped": "new", "new": "dropped"}
        turned_duties = {(one.variant, one.template, fates.get(one.change, one.change)) for one in there.changes}
        assert turned_duties == {(one.template, one.variant, one.change) for one in back.changes}
        told = Counter((one.what, one.after, one.before) for change in there.changes for one in change.differences)
        assert told == Counter(
            (one.what, one.before, one.after) for change in back.changes for one in change.differences
        )
