"""Looking only where a needed word stands finds all that trying everywhere finds."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dieukhoan.core.text import View
from dieukhoan.readers import read
from dieukhoan.rulebook import Family, Rule, load
from dieukhoan.rulebook.compile import either
from dieukhoan.rulebook.needed import needed

ATOMS = st.sampled_from(
    ["a", "b", "ab", ".", r"\n", r"\s", r"\w", "[ab]", "[^a]", "^", "$", "(?=a)", "(?!b)", "(?<=a)"]
)
PATTERNS = st.recursive(
    ATOMS,
    lambda inner: st.one_of(
        st.tuples(inner, inner).map("".join),
        st.tuples(inner, inner).map(lambda ways: f"(?:{ways[0]}|{ways[1]})"),
        st.tuples(inner, st.sampled_from(["?", "*", "+", "{2}", "{1,3}?"])).map(lambda of: f"(?:{of[0]}){of[1]}"),
        inner.map(lambda own: f"(?P<g>{own})" if "?P<" not in own else own),
        inner.map(lambda own: f"(?={own})b?"),
    ),
    max_leaves=6,
)


@pytest.mark.parametrize(
    ("pattern", "words"),
    [
        ("ngày (?P<day>\\d+)", ("ngày ",)),
        ("(?:hằng|hàng) (?:năm|quý)", ("hàng năm", "hàng quý", "hằng năm", "hằng quý")),
        ("(?:chậm nhất )?trước khi", ("trước khi",)),
        ("\\d+ ?lần", ("lần",)),
        ("(?:a|\\d)", ()),
        ("(?=tháng)\\w+", ("tháng",)),
        ("\\w+(?= (?:có trách nhiệm|có nhiệm vụ))", (" có nhiệm vụ", " có trách nhiệm")),
        ("\\w+(?=\\n)", ()),
        ("\\w+(?!tháng)", ()),
        ("(?<=tháng)\\d+", ()),
        ("(?i:Tháng) năm", (" năm",)),
        ("(?:tháng){2,}", ("tháng",)),
        ("(?:tháng)*năm", ("năm",)),
    ],
)
def test_the_words_are_those_that_no_match_is_without(pattern: str, words: tuple[str, ...]) -> None:
    assert needed(re.compile(pattern)).words == words


@pytest.mark.parametrize(
    ("pattern", "starts"),
    [
        (
            r"(?<!\w)(?:trong|vào)? ?tháng \d",
            (" tháng ", "tháng ", "trong tháng ", "trongtháng ", "vào tháng ", "vàotháng "),
        ),
        (r"(?:quý|năm) \d", ("năm ", "quý ")),
        (r"(?:hai |ba )*bên \w", ("ba ", "bên ", "hai ")),
        (r"(?:định kỳ|mỗi) \w+|hằng \w+", ("hằng ", "mỗi ", "định kỳ ")),
        (r"(?:ngày )+\d", ("ngày ",)),
        (r"ngày|ngày \d", ("ngày",)),
        (r"\d+ ngày", ()),
        (r"\d* ngày", ()),
        (r"(?:\d|ngày)", ()),
        (r"(?i:Ngày) \d", ()),
        (r"(?:n|m) \d", ("m ", "n ")),
        (r"n\d", ()),
        (r" ?…", (" …", "…")),
        (r"[ .…]{4}", ()),
    ],
)
def test_the_words_that_all_matches_begin_with(pattern: str, starts: tuple[str, ...]) -> None:
    assert needed(re.compile(pattern)).starts == starts


@pytest.mark.parametrize("pattern", [r"a\s", "a[^b]", r"a\n", r"a\Z", r"a(?=\n\w)", r"a\W"])
def test_a_pattern_that_leaves_its_line_is_known(pattern: str) -> None:
    assert not needed(re.compile(pattern, re.MULTILINE)).one_line


@pytest.mark.parametrize("pattern", ["a$", "^a.+", r"a[^b\n]", r"a(?=\s|$)", r"(?<=\n)a", r"a(?!\w)"])
def test_a_pattern_that_stays_in_its_line_is_known(pattern: str) -> None:
    assert needed(re.compile(pattern, re.MULTILINE)).one_line


@given(PATTERNS, st.text("ab \n", max_size=12))
def test_what_is_read_off_a_pattern_holds_for_each_match(pattern: str, text: str) -> None:
    try:
        regex = re.compile(pattern, re.MULTILINE)
    except re.error:  # the same name given to two groups
        return
    known = needed(regex)
    for match in regex.finditer(text):
        line_end = text.find("\n", match.end()) if known.one_line else -1
        behind = text[match.start() : line_end + 1 or None]
        assert not known.words or any(word in behind for word in known.words)
        assert not known.starts or match.group().startswith(known.starts)
        assert not (known.one_line and "\n" in match.group())


@pytest.fixture(scope="module")
def view() -> View:
    samples = Path(__file__).resolve().parents[2] / "data" / "samples"
    return View("\n".join(read(path).text for path in sorted(samples.iterdir())))


def test_every_rule_finds_what_it_finds_everywhere(view: View) -> None:
    proofs = [example.text for rule in load().rules for example in rule.examples]
    texts = (view, View("\n".join(proofs)))
    for rule in load().rules:
        family = Family(rule.family, (rule,))
        for text in () if rule.phrases else texts:
            found = [(match.start, match.end) for match in family.candidates(text)]
            assert found == everywhere(rule, text), rule.id


def everywhere(rule: Rule, view: View) -> list[tuple[int, int]]:
    if rule.gate and not any(word in view.lower for word in rule.gate):
        return []
    return [hit.span() for hit in rule.regex.finditer(view.text if rule.case else view.lower) if hit.group()]


def test_every_rule_finds_in_a_short_span_what_it_finds_everywhere(view: View) -> None:
    """A span of one clause is looked through itself, not by the places of words in the whole text."""
    spans = [(at, min(at + 700, len(view.text))) for at in range(0, len(view.text), 700)]
    for rule in load().families["duty_fact"].rules:
        text = view.text if rule.case else view.lower
        for start, end in spans:
            if not rule.phrases and (not rule.gate or any(word in text[start:end] for word in rule.gate)):
                found = [
                    (match.start, match.end) for match in Family(rule.family, (rule,)).candidates(view, start, end)
                ]
                assert found == [hit.span() for hit in rule.regex.finditer(text, start, end) if hit.group()], rule.id


def test_a_letter_is_no_word_to_choose() -> None:
    """ "3 lần / 2 h": what stands before the unit is told, not the "h" that is everywhere."""
    words = needed(re.compile("\\d+ (?:lần|kỳ) ?[/.] ?\\d(?:ngày|h)")).words
    assert words
    assert all("lần" in word or "kỳ" in word for word in words)


@given(st.lists(PATTERNS, max_size=4), st.text("ab \n", max_size=12), st.integers(0, 12))
def test_either_of_several_patterns_matches_where_one_of_them_does(ways: list[str], text: str, at: int) -> None:
    try:
        made = [re.compile(way, re.MULTILINE) for way in ways]
    except re.error:
        return
    expected = any(way.match(text, at) for way in made)
    assert bool(either(made).match(text, at)) is expected


def test_a_pattern_that_takes_up_its_own_group_is_never_ruled_out() -> None:
    assert either([re.compile("(?P<g>a)(?P=g)"), re.compile("b")]).match("x")
