"""The names of codes: every code that a run can write has one, in both languages, and no two share it."""

from __future__ import annotations

import ast
from collections.abc import Iterator
from pathlib import Path

import pytest

import dieukhoan
from dieukhoan.tables import LANGS, TABLES, Column
from dieukhoan.tables.codes import DOUBTS, name
from dieukhoan.tables.compared import COMPARED

CODED = [column for table in (*TABLES, *COMPARED) for column in table.columns if column.codes]
# The code is chosen elsewhere in the module than in the call.
CHOSEN = {"numbering_gap", "numbering_repeat", "glued_words", "misspelt_word", "ocr", "ocr_low_confidence", "crash",
          "unreadable", "timeout", "memory", "died", "sheet_split"}  # fmt: skip


def written() -> Iterator[str]:
    """The codes of diagnostics that stand in the program as the first words of a remark or of a refusal."""
    for file in Path(dieukhoan.__file__).parent.rglob("*.py"):
        for call in ast.walk(ast.parse(file.read_text("utf-8"))):
            if isinstance(call, ast.Call) and isinstance(call.func, ast.Name):
                first = call.args[0] if call.args else None
                if call.func.id in ("remark", "refusal", "UnreadableFile") and isinstance(first, ast.Constant):
                    yield str(first.value)


def test_every_remark_and_refusal_has_a_name() -> None:
    codes = set(written())
    assert len(codes) > 30
    assert codes | CHOSEN == set(DOUBTS)


@pytest.mark.parametrize("column", CODED, ids=lambda column: column.name)
def test_no_two_codes_of_a_column_have_the_same_name(column: Column) -> None:
    for lang in LANGS:
        names = [words.of(lang) for words in column.codes.values()]
        assert len(set(names)) == len(names)
        assert all(names)


def test_a_code_that_nobody_named_is_shown_as_words() -> None:
    assert (name(DOUBTS, "new_kind", "vi"), name(DOUBTS, None, "en")) == ("new kind", "")
