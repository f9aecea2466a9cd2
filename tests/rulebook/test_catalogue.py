"""The list of rules, for people and machines, and the page that is made of it."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from dieukhoan.cli import cli
from dieukhoan.core.errors import RuleError, UsageError
from dieukhoan.rulebook import build, load
from dieukhoan.rulebook.catalogue import entries, page

ROOT = Path(__file__).resolve().parents[2]


def run(*arguments: str) -> Result:
    return CliRunner().invoke(cli, ["rules", "list", *arguments])


def test_the_page_is_up_to_date() -> None:
    found = (ROOT / "docs" / "rules.md").read_bytes().decode("utf-8")
    assert found == page(load()), "run: dieukhoan rules list --markdown > docs/rules.md"


def test_the_page_has_every_family_and_rule_once() -> None:
    text = page(load())
    for family in load().families.values():
        assert text.count(f"\n## {family.name}\n") == 1
        assert all(text.count(f"| `{rule.id}` |") == 1 for rule in family.rules)


def test_a_table_stays_whole_whatever_stands_in_a_rule() -> None:
    rule = {"id": "a", "note": "one | two", "pattern": "a_b*<c>", "emit": {"k": "[v]"}, "examples": ["«a_bb<c>»"],
            "counterexamples": ["x"]}  # fmt: skip
    book = build({"f.yaml": json.dumps({"family": "try", "about": "What\nit is.", "rules": [rule]})})
    lines = page(book).splitlines()
    assert "What it is." in lines
    assert "| `a` | one \\| two | k=\\[v\\] | «a\\_bb\\<c>» |" in lines


def test_entries_tell_what_a_rule_does() -> None:
    (one,) = [one for one in entries(load(), "duty_cue") if one.id == "cue.must_not"]
    assert (one.family, one.place) == ("duty_cue", "duties/cues.yaml")
    assert one.gives == {"modality": "prohibition", "force": "strong"}
    assert "«không được»" in one.examples[0]
    with pytest.raises(UsageError, match="deadline"):
        entries(load(), "deadlnes")


def test_the_command_in_both_forms() -> None:
    table = run("--family", "duty_cue", "--lang", "en")
    assert table.exit_code == 0
    assert "what it does" in table.stdout
    assert "cue.must_not" in table.stdout
    assert "blank.body" not in table.stdout
    told = json.loads(run("--json", "--family", "duty_cue").stdout)
    assert {row["family"] for row in told} == {"duty_cue"}
    assert any("«phải»" in example for row in told for example in row["examples"])
    assert len(json.loads(run("--json").stdout)) == len(load().rules)
    assert run("--markdown").stdout_bytes == page(load()).encode()
    assert run("--family", "không").exit_code == 2


def test_figures_are_read_and_refused() -> None:
    book = build({"a.yaml": "figures: {points: {one: 1, two: -0.5}}"})
    assert book.figures == {"points": {"one": 1.0, "two": -0.5}}
    for text, said in (
        ("figures: {points: {one: x}}", "must map names to numbers"),
        ("figures: {points: {one: true}}", "must map names to numbers"),
        ("figures: {points: 3}", "must be a mapping"),
        ("figures: [1]", "must be a mapping"),
    ):
        with pytest.raises(RuleError, match=said):
            build({"a.yaml": text})
    with pytest.raises(RuleError, match=r"stand already in a\.yaml"):
        build({"a.yaml": "figures: {points: {one: 1}}", "b.yaml": "figures: {points: {one: 2}}"})
