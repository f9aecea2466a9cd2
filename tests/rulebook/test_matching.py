"""Which rule wins where, and that nothing but length, priority, place and id decides."""

from __future__ import annotations

import json
import random
import re
from collections.abc import Mapping
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dieukhoan.core.text import View
from dieukhoan.rulebook import Family, Rulebook, build
from dieukhoan.rulebook.phrases import PhraseIndex, phrases_pattern
from dieukhoan.rulebook.rules import Candidate, resolve


def entry(name: str, **keys: object) -> dict[str, object]:
    proof = {"examples": ["«x»"], "counterexamples": ["y"]}
    return {"id": name, "note": "n", **proof, **keys}


def book(*entries: Mapping[str, object], name: str = "file.yaml") -> Rulebook:
    return build({name: json.dumps({"family": "try", "rules": list(entries)})})


def won(family: Family, text: str) -> list[tuple[str, str]]:
    view = View(text)
    return [(match.rule.id, view.text[match.start : match.end]) for match in family.scan(view)]


def test_the_longest_match_wins() -> None:
    family = book(
        entry("a", pattern="hằng năm", priority=9),
        entry("b", pattern="tháng 11 hằng năm"),
        entry("c", phrases=["11 hằng"]),
    ).family("try")
    assert won(family, "vào Tháng 11 hằng năm; hằng năm") == [("b", "Tháng 11 hằng năm"), ("a", "hằng năm")]


def test_then_the_higher_priority_then_the_earlier_then_the_id() -> None:
    same = book(entry("z", pattern="năm", priority=1), entry("a", pattern="năm"), entry("m", phrases=["năm"]))
    assert won(same.family("try"), "mỗi năm") == [("z", "năm")]
    chain = book(entry("b", pattern="hai ba"), entry("a", pattern="một hai"))
    assert won(chain.family("try"), "một hai ba") == [("a", "một hai")]
    tie = book(entry("b", pattern="năm"), entry("a", pattern="nă.", priority=0))
    assert won(tie.family("try"), "năm") == [("a", "năm")]


def test_what_the_winner_leaves_free_goes_to_others() -> None:
    family = book(
        entry("long", phrases=["ba bốn năm"]), entry("left", phrases=["hai ba"]), entry("one", phrases=["hai"])
    )
    assert won(family.family("try"), "hai ba bốn năm") == [("one", "hai"), ("long", "ba bốn năm")]


def test_the_names_and_the_order_of_files_never_decide() -> None:
    rules = [
        entry(f"r{number}", phrases=[phrase], priority=number % 2)
        for number, phrase in enumerate(["hai bên", "bên", "các bên"])
    ]
    rules += [entry("p1", pattern="(?:hai|các) bên"), entry("p2", pattern="bên ký"), entry("p3", pattern="bên k.")]
    text = "hai bên ký, các bên ký, bên"
    seen = set()
    for seed in range(20):
        names = [f"f{number}.yaml" for number in range(len(rules))]
        random.Random(seed).shuffle(names)
        texts = {name: json.dumps({"family": "try", "rules": [rule]}) for name, rule in zip(names, rules, strict=True)}
        seen.add(tuple(won(build(texts).family("try"), text)))
    assert len(seen) == 1


def test_the_version_follows_the_text_of_the_rules_not_the_file_names() -> None:
    one = entry("a", pattern="một")
    assert book(one).version == book(one, name="other.yaml").version
    assert book(one).version != book({**one, "note": "m"}).version


def test_a_caseless_rule_sees_lower_case_and_quotes_what_stands_there() -> None:
    family = book(entry("a", pattern=r"tỉnh (?P<name>\w+)(?P<rest> và)?", emit={"name": "{name}", "rest": "<{rest}>"}))
    (match,) = family.family("try").scan(View("TỈNH Hoà, ..."))
    assert match.groups == {"name": "Hòa"}
    assert match.spans == {"name": (5, 8)}
    assert match.emit == {"name": "Hòa", "rest": "<>"}


def test_case_true_sees_the_text_as_it_stands() -> None:
    family = book(entry("a", pattern="UBND", case=True), entry("b", phrases=["Bộ"], case=True)).family("try")
    assert won(family, "UBND ubnd Bộ bộ BỘ") == [("a", "UBND"), ("b", "Bộ")]


@pytest.mark.parametrize("kind", [{"pattern": "tháng năm"}, {"phrases": ["tháng năm"]}])
def test_a_gate_shuts_a_rule_out(kind: dict[str, object]) -> None:
    family = book(entry("a", gate=["Hạn –", "trước"], **kind)).family("try")
    assert won(family, "tháng năm") == []
    assert won(family, "trước tháng năm") == [("a", "tháng năm")]
    assert won(family, "hạn - tháng năm") == [("a", "tháng năm")]


def test_phrases_are_whole_words_in_any_spelling() -> None:
    family = book(entry("a", phrases=["uỷ ban", "Sở", "v.v.", "(gọi tắt", "hội – đoàn"])).family("try")
    text = "Ủy ban; sở; sởhữu; cơ sở; UỶ BAN v.v. (gọi tắt hội - đoàn; uỷ banx"
    assert [text for _, text in won(family, text)] == ["Ủy ban", "sở", "sở", "ỦY BAN", "v.v.", "(gọi tắt", "hội - đoàn"]


def test_line_ends_are_the_ends_of_patterns() -> None:
    family = book(entry("a", pattern=r"^nơi nhận:$")).family("try")
    assert won(family, "xem\nNơi nhận:\n- A") == [("a", "Nơi nhận:")]


def test_a_span_can_be_scanned_by_itself() -> None:
    family = book(entry("a", phrases=["hai bên"]), entry("b", pattern="bên a")).family("try")
    view = View("hai bên A, hai bên B")
    assert [match.start for match in family.scan(view, 8)] == [11]
    assert [match.start for match in family.scan(view, 0, 7)] == [0]
    assert [match.rule.id for match in family.scan(view, 1)] == ["b", "a"]


def test_a_family_that_no_file_has_is_empty() -> None:
    assert won(book(entry("a", pattern="x")).family("other"), "x") == []


words = st.lists(st.sampled_from(["a", "b", "ab", "c", "."]), min_size=1, max_size=4).map(" ".join)


@given(st.lists(words, min_size=1, max_size=12), st.lists(words, max_size=10).map(" ".join))
def test_the_index_finds_every_phrase_at_every_place(phrases: list[str], text: str) -> None:
    def whole(start: int, end: int) -> bool:
        return not (text[start - 1 : start].isalnum() or text[end : end + 1].isalnum())

    wanted = {
        (at, phrase)
        for phrase in phrases
        for at in range(len(text))
        if text.startswith(phrase, at) and whole(at, at + len(phrase))
    }
    assert set(PhraseIndex(phrases).find(text, 0, len(text))) == wanted


@given(st.lists(st.text("ab .(+", min_size=1, max_size=5), min_size=1, max_size=8))
def test_the_pattern_of_phrases_matches_each_of_them(phrases: list[str]) -> None:
    pattern = re.compile(phrases_pattern(phrases))
    assert all(pattern.fullmatch(phrase) for phrase in phrases)


@st.composite
def matches(draw: st.DrawFn) -> list[tuple[int, int, int]]:
    return sorted(
        (start, start + draw(st.integers(1, 8)), draw(st.integers(0, 3)))
        for start in draw(st.lists(st.integers(0, 30), max_size=15))
    )


@given(matches())
def test_winners_never_overlap_and_every_loser_overlaps_a_better_one(spans: list[tuple[int, int, int]]) -> None:
    rules = [book(entry(f"r{n}", pattern="x", priority=n)).rules[0] for n in range(4)]
    found = [Candidate(start, end, rules[n], None) for start, end, n in spans]
    winners = resolve(sorted(found, key=lambda hit: (hit.start, -hit.end)))

    def rank(match: Candidate) -> tuple[int, int, int, str]:
        return match.start - match.end, -match.rule.priority, match.start, match.rule.id

    assert all(first.end <= second.start for first, second in pairwise(winners))
    for match in found:
        assert match in winners or any(
            rank(other) <= rank(match) and other.start < match.end and match.start < other.end for other in winners
        )
