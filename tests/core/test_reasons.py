"""Every reason for which a file can fail is told in Vietnamese and in English."""

from __future__ import annotations

import ast
from pathlib import Path

import pytest

import dieukhoan
from dieukhoan.core.errors import UnreadableFile
from dieukhoan.core.reasons import vietnamese

_READERS = Path(dieukhoan.__file__).parent / "readers"


def codes() -> set[str]:
    """The codes that readers raise."""
    found = set()
    for path in _READERS.rglob("*.py"):
        for node in ast.walk(ast.parse(path.read_text("utf-8"))):
            if isinstance(node, ast.Call) and getattr(node.func, "id", "") == "UnreadableFile":
                code = node.args[0]
                assert isinstance(code, ast.Constant), f"{path.name}:{node.lineno}: a code is a constant"
                found.add(code.value)
    return found


@pytest.mark.parametrize("code", sorted(codes()))
def test_each_code_has_a_reason_and_a_remedy(code: str) -> None:
    assert vietnamese(code).count(".") >= 2
    assert vietnamese(code).endswith(".")


def test_the_message_is_in_the_language_asked_for() -> None:
    error = UnreadableFile("encrypted", "The PDF is protected by a password.", "Save it without.")
    assert error.told("en") == "The PDF is protected by a password. Save it without."
    assert error.told("vi").startswith("Tệp được bảo vệ bằng mật khẩu.")
    assert error.told("vi").endswith("(The PDF is protected by a password. Save it without.)")


def test_a_code_without_words_is_told_as_it_stands() -> None:
    assert UnreadableFile("timeout", "Quá lâu.").told("vi") == "Quá lâu."
