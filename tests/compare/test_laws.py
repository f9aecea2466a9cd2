"""What holds for any two documents: the samples, texts edited at random, and the given set of variants."""

from __future__ import annotations

import random
from collections.abc import Callable
from pathlib import Path

import pytest

from dieukhoan.compare import Change, Comparison, rebuild
from dieukhoan.compare.words import expansions
from dieukhoan.readers import read as read_file
from dieukhoan.rulebook import load

SAMPLES = sorted((Path(__file__).resolve().parents[2] / "data" / "samples").iterdir())
TURNED = {"added": "removed", "removed": "added", "inserted": "deleted", "deleted": "inserted"}
FATES = {"dropped": "new", "new": "dropped"}
PUT = ("a) Hai bên họp mỗi quý một lần.", "Điều 99. Khác", "", "– cùng khảo sát tại cơ sở;", "PHỤ LỤC", "…………", "1.")
SWAPPED = (("tổ chức", "chủ trì tổ chức"), ("tháng 12", "tháng 11"), ("hoà", "hòa"), ("tỉnh", "TỈNH"), (",", " ,"))
Pairing = Callable[[str, str], Comparison]


def text_of(path: Path) -> str:
    return read_file(path).text


def edited(text: str, seed: int) -> str:
    """``text`` with lines left out, put in, moved, joined, parted and written otherwise, and letters lost."""
    chance = random.Random(seed)
    lines: list[str] = []
    for line in text.split("\n"):
        fate = chance.random()
        words = line.split(" ")
        if fate < 0.04:
            continue
        if fate < 0.08 and lines:
            lines.insert(chance.randrange(len(lines)), line)
        elif fate < 0.12 and lines:
            lines[-1] += f" {line}"
        elif fate < 0.15 and len(words) > 6:
            lines += [" ".join(words[:4]), " ".join(words[4:])]
        elif fate < 0.25:
            lines.append(line.replace(*chance.choice(SWAPPED)))
        elif fate < 0.28 and line:
            at = chance.randrange(len(line))
            lines.append(line[:at] + line[at + 1 :])
        else:
            lines.append(line)
        if fate > 0.96:
            lines.append(chance.choice(PUT))
    return "\n".join(lines)


def no_change(found: Comparison) -> None:
    assert {pair.status for pair in found.pairs} <= {"identical"}
    assert all(pair.template == pair.variant and pair.similarity == 1 for pair in found.pairs)
    assert {change.change for change in found.changes} <= {"kept"}
    assert all(change.template == change.variant for change in found.changes)
    assert not any(fill.value for fill in found.fills)
    assert found.words == ()


def mirrored(there: Comparison, back: Comparison) -> None:
    """``back`` is ``there`` with the sides exchanged. What fills a blank is a change on the way back."""

    def status(found: str) -> str:
        return "modified" if found == "filled" else found

    assert {(pair.variant, pair.template, status(TURNED.get(pair.status, pair.status))) for pair in there.pairs} == {
        (pair.template, pair.variant, status(pair.status)) for pair in back.pairs
    }
    assert {(one.variant, one.template, FATES.get(fate(one, there), fate(one, there))) for one in there.changes} == {
        (one.template, one.variant, fate(one, back)) for one in back.changes
    }


def fate(change: Change, found: Comparison) -> str:
    """What became of a duty; of two of which one has a blank only that they belong together."""
    if change.template is None or change.variant is None:
        return change.change
    texts = found.template.duties[change.template].text, found.variant.duties[change.variant].text
    return "met" if any("…" in text or ".." in text for text in texts) else change.change


def lawful(read: Pairing, one: str, two: str) -> None:
    """Each can be made from the other, letter by letter, and back is the mirror of there."""
    there, back = read(one, two), read(two, one)
    assert rebuild(one, there.words) == two
    assert rebuild(two, back.words) == one
    mirrored(there, back)


@pytest.mark.parametrize("path", SAMPLES, ids=lambda path: path.name)
def test_a_sample_against_itself_has_no_change(read, path: Path) -> None:
    text = text_of(path)
    no_change(read(text, text))


@pytest.mark.slow
@pytest.mark.parametrize("seed", range(3))
@pytest.mark.parametrize("path", SAMPLES, ids=lambda path: path.name)
def test_the_laws_hold_for_samples_edited_at_random(read, path: Path, seed: int) -> None:
    text = text_of(path)
    lawful(read, text, edited(text, seed))


@pytest.mark.slow
@pytest.mark.parametrize("at", range(len(SAMPLES)), ids=lambda at: SAMPLES[at].name)
def test_the_laws_hold_for_samples_that_have_nothing_to_do_with_each_other(read, at: int) -> None:
    lawful(read, text_of(SAMPLES[at]), text_of(SAMPLES[at - 1]))


@pytest.mark.slow
def test_the_laws_hold_for_the_set_of_a_template_and_its_variants(read, shared: Path) -> None:
    texts = [text_of(path) for path in sorted((shared / "gold/compare/set1").glob("*.txt"))]
    assert len(texts) == 7
    for at, text in enumerate(texts):
        no_change(read(text, text))
        for other in texts[:at]:
            lawful(read, text, other)


def test_a_short_form_that_both_define_in_other_words_is_written_out_alike_both_ways(document) -> None:
    said = "QUY CHẾ PHỐI HỢP\nĐiều 1. Các bên\nHội Bảo trợ {0} tỉnh (sau đây viết tắt là HBT) và các bên họp mỗi quý.\n"
    one, two = (document(said.format(name)) for name in ("người tàn tật", "người khuyết tật"))
    table = expansions(load(), one, two)
    assert ("hbt",) in {short for short, _ in table["hbt"]}
    assert table == expansions(load(), two, one)
