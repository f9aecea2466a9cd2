"""Folders to convert, and what a run left."""

from __future__ import annotations

import hashlib
from collections.abc import Callable
from pathlib import Path

import pytest

Digests = Callable[[Path], dict[str, str]]


@pytest.fixture
def digests() -> Digests:
    """The hash of every result in a folder by its name; not of the report, which tells times."""

    def made(out: Path) -> dict[str, str]:
        files = (path for path in sorted(out.rglob("*")) if path.is_file() and path.name != "run.json")
        seen = (path for path in files if ".dieukhoan" not in path.parts)
        return {path.relative_to(out).as_posix(): hashlib.sha256(path.read_bytes()).hexdigest() for path in seen}

    return made


@pytest.fixture
def many(tmp_path: Path) -> Callable[[int], Path]:
    """Makes a folder of so many small files."""

    def made(count: int) -> Path:
        root = tmp_path / "vào"
        for number in range(count):
            path = root / f"hộp {number % 7}" / f"tệp {number}.txt"
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_text(f"Điều {number}. Thử", encoding="utf-8")
        return root

    return made
