"""A taste of the fuzzer: the same few inputs for each reader every time."""

from __future__ import annotations

import importlib
from pathlib import Path

import pytest

from hostile import fuzz

_INPUTS = 60


@pytest.mark.parametrize("target", fuzz.TARGETS)
def test_a_reader_gives_text_or_says_why_not(target: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    reader = importlib.import_module("dieukhoan.readers.doc")
    for name in ("by_libreoffice", "by_antiword"):  # the fuzzer switches them off for good
        monkeypatch.setattr(reader, name, lambda *_: None)
    assert fuzz.blind(target, 60, tmp_path, _INPUTS) == _INPUTS
    assert list(tmp_path.iterdir()) == []


def test_a_finding_is_kept(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def fails(_data: bytes) -> None:
        raise ZeroDivisionError

    monkeypatch.setattr(importlib.import_module("dieukhoan.readers.txt"), "read", fails)
    with pytest.raises(ZeroDivisionError):
        fuzz.blind("txt", 60, tmp_path, _INPUTS)
    assert [path.name for path in tmp_path.iterdir()] == ["found-txt-1"]
