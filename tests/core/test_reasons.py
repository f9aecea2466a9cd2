"""Every reason for which a file can fail is told in English and in Vietnamese, each in its own words."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator
from pathlib import Path
from string import Formatter

import pytest

import dieukhoan
from dieukhoan.core.errors import UnreadableFile
from dieukhoan.core.reasons import reasons, refusal

_READERS = Path(dieukhoan.__file__).parent / "readers"
_VALUES = {
    "size": 12.3,
    "most": 10.0,
    "reason": "Input/output error",
    "known": ".docx, .txt",
    "part": "word/styles.xml",
}


def raised() -> Iterator[tuple[str, ast.Call]]:
    """The refusals in the code of the readers."""
    for path in _READERS.rglob("*.py"):
        for node in ast.walk(ast.parse(path.read_text("utf-8"))):
            if isinstance(node, ast.Call) and getattr(node.func, "id", "") == "refusal":
                yield f"{path.name}:{node.lineno}", node


def keys(node: ast.Call) -> list[str]:
    """The keys that a call may ask for, as far as they stand in it."""
    asked = node.args[min(1, len(node.args) - 1)]
    return [each.value for each in ast.walk(asked) if isinstance(each, ast.Constant) and isinstance(each.value, str)]


def test_readers_refuse_only_with_known_reasons() -> None:
    calls = list(raised())
    assert len(calls) > 30
    used = {key for _, node in calls for key in keys(node)}
    assert set(reasons()) == used - {"never"}


def test_no_reader_has_words_of_its_own() -> None:
    own = [path.name for path in _READERS.rglob("*.py") if "UnreadableFile(" in path.read_text("utf-8")]
    assert own == []


@pytest.mark.parametrize("key", reasons())
def test_each_reason_says_what_is_wrong_and_what_to_do_in_both_languages(key: str) -> None:
    values = dict.fromkeys(("kind", "ending", "program", "name", "parts", "pages", "count", "tags"), "x") | _VALUES
    error = refusal("any", key, **values)
    for lang in ("en", "vi"):
        said = error.told(lang)
        assert re.search(r"[.)] [A-ZĐ].*\.$", said), said
        assert not [part for part in Formatter().parse(said) if part[1]], f"{said}: something was not filled in"
    assert error.told("vi").isascii() is False
    assert "Hãy" in error.told("vi") or "hãy" in error.told("vi")
    assert str(error) == error.told("en")
    assert str(error).endswith(error.remedy)
    assert not re.search(r"\b(?:the|and|file|it)\b", error.told("vi")), "no English in Vietnamese"


def test_the_message_is_in_the_language_asked_for() -> None:
    error = refusal("encrypted")
    assert error.told("en") == (
        "The document is protected by a password. Open it with the password and save it without one."
    )
    assert error.told("vi") == "Văn bản được bảo vệ bằng mật khẩu. Hãy mở bằng mật khẩu rồi lưu lại không có mật khẩu."


def test_a_message_in_one_language_is_told_as_it_stands() -> None:
    assert UnreadableFile("timeout", "Quá lâu.").told("vi") == "Quá lâu."
