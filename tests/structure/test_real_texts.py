"""The outline over the real documents beside the checkout, and the time it takes on texts made to hurt."""

from __future__ import annotations

import json
import time

import pytest

from dieukhoan.core.records import Document, Line, Source
from dieukhoan.core.text import View
from dieukhoan.structure import outline


def _document(text):
    lines, at = [], 0
    for raw in text.split("\n"):
        lines.append(Line(at, at + len(raw)))
        at += len(raw) + 1
    return Document("thu", Source("thu.txt", "0" * 64, "txt", text, tuple(lines)), View(text))


def test_the_paths_of_every_annotated_document(shared, rules):
    wrong = {}
    for gold in sorted((shared / "gold").glob("*.json")):
        wanted = json.loads(gold.read_text(encoding="utf-8"))
        text = (shared / wanted["file"]).read_text(encoding="utf-8-sig").replace("\r\n", "\n")
        got = [unit.eid.replace("__", "/") for unit in outline(_document(text), rules).units]
        if got != [path for path, _, _ in wanted["units"]]:
            wrong[gold.name] = got
    assert wrong == {}


@pytest.mark.parametrize(
    "text",
    [
        "a" * 200_000,
        "(" * 10_000 + ")" * 10_000,
        "…" * 200_000,
        '"' * 100_000,
        "A " * 50_000,
        "1." * 50_000,
        "x:\n1. a\n" * 5_000,
        "- a:\n+ b:\n" * 5_000,
        "Điều 1. a\n" * 5_000,
        '"Điều 1. a\n' * 5_000,
        "STT\n1\nx\n" * 3_000,
        "QUY CHẾ\n(Ban hành kèm theo Quyết định số 1)\nCăn cứ a;\n1. x\n" * 1_000,
    ],
    ids=lambda text: text[:12],
)
def test_texts_made_to_hurt_take_linear_time(rules, text):
    begin = time.process_time()
    done = outline(_document(text), rules)
    assert time.process_time() - begin < 20
    assert max((unit.depth for unit in done.units), default=0) <= 30
