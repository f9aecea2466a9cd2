"""Every refusal of the rulebook, with the message that the writer of a rule reads."""

from __future__ import annotations

import unicodedata
from pathlib import Path

import pytest

from dieukhoan.core.errors import RuleError
from dieukhoan.rulebook import build, load

RULE = """
  - id: {id}
    note: a month
    {body}
    examples: ['vào «tháng năm»']
    counterexamples: ['tháng hai']
"""
GOOD = "pattern: 'tháng năm'"


def rule(body: str = GOOD, name: str = "try.month") -> str:
    return RULE.format(id=name, body=body)


def file(*rules: str, fragments: str = "") -> str:
    return f"family: try\n{fragments}\nrules:{''.join(rules)}"


def refusal(*texts: str) -> str:
    with pytest.raises(RuleError) as caught:
        build({f"file{number}.yaml": text for number, text in enumerate(texts, 1)})
    return str(caught.value)


def test_the_good_rule_is_accepted() -> None:
    assert [rule.id for rule in build({"file.yaml": file(rule())}).rules] == ["try.month"]


@pytest.mark.parametrize(
    ("text", "message"),
    [
        (file(rule("patern: 'tháng'")), "file1.yaml, rule 1 (try.month): unknown key 'patern'; allowed are case, "),
        (
            file(rule()) + "rulez: []",
            "file1.yaml: unknown key 'rulez'; allowed are about, family, figures, fragments, rules",
        ),
        (file(rule(f"{GOOD}\n    3: x")), "unknown key 3;"),
        (file(rule(), rule("pattern: 'năm tới'")), "id 'try.month' stands already in file1.yaml, rule 1 (try.month)"),
        (file(rule("pattern: '<<moon>> năm'")), "unknown fragment <<moon>>; known are none"),
        (file(rule("pattern: '<<moon>>'"), fragments="fragments: {sun: mặt trời}"), "known are sun"),
        (
            file(rule("pattern: '<<a>>'"), fragments="fragments: {a: 'x<<b>>', b: ['y', '<<a>>']}"),
            "file1.yaml, fragment 'a': fragment <<a>> contains itself",
        ),
        (file(rule(), fragments="fragments: {a: '<<zz>>'}"), "file1.yaml, fragment 'a': unknown fragment <<zz>>"),
        (file(rule(), fragments="fragments: {Tháng: 'x'}"), "fragment name 'Tháng' must be of lower-case letters"),
        (file(rule(), fragments="fragments: {a: 5}"), "fragment 'a': 'a' must be a list of texts, 5 is none"),
        (file(rule(), fragments="fragments: [a]"), "'fragments' must be a mapping"),
        (file(rule("pattern: 'tháng Năm'")), "capital letters in a pattern without 'case: true' can never match"),
        (file(rule("pattern: '(?:tháng năm)?'")), "the pattern matches the empty text"),
        (file(rule("pattern: 'tháng ('")), "no valid regular expression: missing ), unterminated subpattern"),
        (file(rule("note: x")), "no valid YAML: key 'note' stands twice"),
        (file(rule("priority: 1")), "a rule needs either 'pattern' or 'phrases'"),
        (file(rule(f"{GOOD}\n    phrases: ['a']")), "a rule needs either 'pattern' or 'phrases'"),
        (file(rule(f"{GOOD}\n    priority: 'cao'")), "'priority' must be a whole number"),
        (file(rule(f"{GOOD}\n    priority: true")), "'priority' must be a whole number"),
        (file(rule(f"{GOOD}\n    case: 'no'")), "'case' must be true or false"),
        (file(rule(f"{GOOD}\n    gate: tháng")), "'gate' must be a list"),
        (file(rule(f"{GOOD}\n    source: 5")), "'source' must be a text"),
        (file(rule("phrases: [có, no]")), "'phrases' must be a list of texts, False is none; put it in quotes"),
        (file(rule("phrases: ['  ']")), "'phrases' must be a list of texts"),
        (file(rule(f"{GOOD}\n    emit: kind")), "'emit' must be a mapping"),
        (
            file(rule(f"{GOOD}\n    emit: {{value: 2024-01-01}}")),
            "'value': datetime.date(2024, 1, 1) does not; put it in",
        ),
        (file(rule(f"{GOOD}\n    emit: {{value: [a]}}")), "'emit' must map names to texts"),
        (file(rule(f"{GOOD}\n    emit: {{value: '{{month}}'}}")), "emit 'value' asks for the group 'month', which"),
        (file(rule(f"{GOOD}\n    emit: {{value: '{{'}}")), "emit 'value': "),
        ("- a list", "a rule file must be a mapping with 'family' and 'rules' or 'fragments'"),
        ("", "a rule file must be a mapping"),
        ("family: [", "file1.yaml: no valid YAML: "),
        ("family: try\nrules: 5", "'rules' must be a list"),
        ("family: try\nrules: [5]", "file1.yaml, rule 1: a rule must be a mapping"),
        ("rules:" + rule(), "'family' must be a text"),
        ("family: 7\nrules:" + rule(), "'family' must be a text"),
        ("about: [x]", "'about' must be a text"),
        (file(rule(name="''")), "'id' must be a text"),
    ],
)
def test_refusals_of_one_file(text: str, message: str) -> None:
    found = refusal(text)
    assert found.startswith("file1.yaml")
    assert message in found


@pytest.mark.parametrize(
    ("examples", "message"),
    [
        ("", "a rule needs at least one example"),
        ("examples: []", "a rule needs at least one example"),
        ("examples: ['tháng năm']", "an example must mark its span once with «»: 'tháng năm'"),
        ("examples: ['»tháng năm«']", "an example must mark its span once with «»"),
        ("examples: ['«tháng» «năm»']", "an example must mark its span once with «»"),
        ("examples: '«tháng năm»'", "'examples' must be a list"),
        ("examples: [5]", "an example must be a text or a mapping with 'text' and 'want'"),
        ("examples: [{text: '«tháng năm»', wants: {}}]", "unknown key 'wants'; allowed are text, want"),
        ("examples: [{want: {}}]", "'text' must be a text"),
        ("examples: ['«tháng năm»']", "a pattern needs at least one counterexample"),
        ("examples: ['«tháng năm»']\n    counterexamples: [1]", "'counterexamples' must be a list of texts"),
    ],
)
def test_refusals_of_examples(examples: str, message: str) -> None:
    text = f"family: try\nrules:\n  - id: try.month\n    note: a month\n    {GOOD}\n    {examples}\n"
    assert message in refusal(text)


def test_phrases_need_no_counterexample() -> None:
    text = "family: try\nrules:\n  - {id: a, note: b, phrases: ['tháng năm'], examples: ['«tháng năm»']}\n"
    assert len(build({"file.yaml": text}).rules) == 1


def test_an_id_is_one_over_all_files() -> None:
    assert refusal(file(rule()), file(rule("pattern: 'khác'"))) == (
        "file2.yaml, rule 1 (try.month): id 'try.month' stands already in file1.yaml, rule 1 (try.month)"
    )


def test_a_fragment_is_one_over_all_files() -> None:
    found = refusal("fragments: {a: x}", "fragments: {a: y}")
    assert found == "file2.yaml: fragment 'a' stands already in file1.yaml"


@pytest.mark.parametrize("spelling", ["hoà bình", "HOÀ BÌNH", "hòa  bình", "hòa\u00a0bình"])
def test_a_phrase_that_two_rules_claim(spelling: str) -> None:
    def body(phrase: str, name: str) -> str:
        return f"  - {{id: {name}, note: n, phrases: ['{phrase}'], examples: ['«{phrase}»']}}\n"

    found = refusal("family: body\nrules:\n" + body("hòa bình", "a.one") + body(spelling, "a.two"))
    assert "'hòa bình' is claimed already by a.one in file1.yaml, rule 1 (a.one)" in found


def test_text_that_is_not_composed() -> None:
    found = refusal(unicodedata.normalize("NFD", file(rule())))
    assert "text is not Unicode NFC: " in found
    assert "save it composed" in found


def own_rules(folder: Path, text: str | bytes) -> Path:
    folder.mkdir()
    (folder / "mine.yaml").write_bytes(text if isinstance(text, bytes) else text.encode())
    return folder


def known_family() -> str:
    return next(iter(load().families))


def test_a_users_own_rules_join_the_built_in_ones(tmp_path: Path) -> None:
    family = known_family()
    mine = own_rules(tmp_path / "mine", file(rule()).replace("family: try", f"family: {family}"))
    book = load(mine)
    assert "try.month" in book.family(family).by_id
    assert len(book.rules) == len(load().rules) + 1
    assert book.version != load().version
    assert book.family(family).by_id["try.month"].place.startswith(mine.as_posix())


def test_own_rules_are_read_again_after_an_edit(tmp_path: Path) -> None:
    family = known_family()
    mine = own_rules(tmp_path / "mine", file(rule()).replace("family: try", f"family: {family}"))
    first = load(mine).version
    (mine / "mine.yaml").write_text(file(rule(name="try.other")).replace("family: try", f"family: {family}"), "utf-8")
    assert load(mine).version != first


def test_own_folders_of_the_same_name_do_not_hide_each_other(tmp_path: Path) -> None:
    family = known_family()
    (tmp_path / "a").mkdir()
    (tmp_path / "b").mkdir()
    folders = [
        own_rules(
            tmp_path / place / "rules", file(rule(name=f"try.{place}")).replace("family: try", f"family: {family}")
        )
        for place in "ab"
    ]
    assert {"try.a", "try.b"} <= set(load(*folders).family(family).by_id)


@pytest.mark.parametrize(
    ("text", "message"),
    [
        (file(rule("patern: 'x'")), "unknown key 'patern'"),
        (file(rule()), "unknown family 'try'; known are "),
        (file(rule()).encode("utf-16"), "not UTF-8: "),
        ("family: [", "no valid YAML: "),
    ],
)
def test_refusals_of_own_rules_name_the_users_file(tmp_path: Path, text: str | bytes, message: str) -> None:
    mine = own_rules(tmp_path / "mine", text)
    with pytest.raises(RuleError) as caught:
        load(mine)
    assert str(caught.value).startswith((mine / "mine.yaml").as_posix())
    assert message in str(caught.value)


def test_own_rules_cannot_repeat_a_built_in_id(tmp_path: Path) -> None:
    taken = load().rules[0]
    mine = own_rules(tmp_path / "mine", file(rule(name=taken.id)).replace("family: try", f"family: {taken.family}"))
    with pytest.raises(RuleError, match="stands already in"):
        load(mine)


def test_a_key_of_emit_that_nothing_reads(tmp_path: Path) -> None:
    family = next(name for name, members in load().families.items() if any(rule.emit for rule in members.rules))
    text = file(rule(f"{GOOD}\n    emit: {{rrul: x}}")).replace("family: try", f"family: {family}")
    with pytest.raises(RuleError, match="unknown key 'rrul' of 'emit'; this family knows "):
        load(own_rules(tmp_path / "mine", text))


def test_no_folder_and_an_empty_folder(tmp_path: Path) -> None:
    for folder in (tmp_path, tmp_path / "nowhere"):
        with pytest.raises(RuleError, match=r"no such folder of rules, or no \.yaml file in it"):
            load(folder)
