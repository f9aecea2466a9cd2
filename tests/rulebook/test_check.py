"""The proof inside the rules: the check finds what does not hold, and the built-in rules hold."""

from __future__ import annotations

import json

import pytest

from dieukhoan.extract.evaluators import evaluators
from dieukhoan.rulebook import Failure, build, check, load


def failures(*rules: dict[str, object]) -> list[Failure]:
    return check(build({"file.yaml": json.dumps({"family": "try", "rules": list(rules)})}))


GOOD: dict[str, object] = {
    "id": "a",
    "note": "n",
    "pattern": r"tháng (?P<m>\d+)",
    "emit": {"month": "{m}"},
    "examples": [{"text": "vào «tháng 11» tới", "want": {"month": "11"}}],
    "counterexamples": ["tháng tới"],
}


def test_a_rule_that_holds() -> None:
    assert failures(GOOD) == []


@pytest.mark.parametrize(
    ("change", "reason"),
    [
        ({"examples": ["vào «tháng 11 tới»"]}, "expected 'tháng 11 tới', got a on 'tháng 11'"),
        ({"examples": ["vào «tháng tới»"]}, "expected 'tháng tới', got no rule"),
        ({"examples": [{"text": "«tháng 1»", "want": {"month": "2"}}]}, "wanted {'month': '2'}, got {'month': '1'}"),
        ({"examples": [{"text": "«tháng 1»", "want": {"year": "2"}}]}, "wanted {'year': '2'}, got {'year': ''}"),
        ({"counterexamples": ["trước tháng 7"]}, "fires on 'tháng 7'"),
    ],
)
def test_a_rule_that_does_not_hold(change: dict[str, object], reason: str) -> None:
    (failure,) = failures({**GOOD, **change})
    assert (failure.rule, failure.reason) == ("a", reason)
    assert failure.place == "file.yaml, rule 1 (a)"


def test_a_rule_must_win_against_all_others() -> None:
    thief = {**GOOD, "id": "b", "pattern": r"vào tháng \d+", "emit": {}, "examples": ["«vào tháng 3»"]}
    (failure,) = failures(GOOD, thief)
    assert failure.reason == "expected 'tháng 11', got b on 'vào tháng 11'"


def test_want_is_compared_with_what_the_evaluator_makes_of_a_match() -> None:
    book = build({"file.yaml": json.dumps({"family": "try", "rules": [GOOD]})})
    (failure,) = check(book, {"try": lambda match: {"month": match.groups["m"].zfill(3)}})
    assert failure.reason == "wanted {'month': '11'}, got {'month': '011'}"


def test_examples_are_read_as_documents_are_with_glued_words_split() -> None:
    rule = {**GOOD, "pattern": "tổ chức", "emit": {}, "examples": ["«tổchức» họp"], "counterexamples": ["tổ"]}
    assert failures(rule) == []


def test_the_built_in_rules_hold() -> None:
    assert check(load(), evaluators(load())) == []
