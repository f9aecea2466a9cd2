"""Fixtures that every test may use."""

from __future__ import annotations

import os
from pathlib import Path

import pytest
from hypothesis import settings

# A busy machine is no failure; where a run decides what lands, it tries the same examples every time.
settings.register_profile("house", deadline=None, derandomize=bool(os.environ.get("CI")))
settings.load_profile("house")

ROOT = Path(__file__).resolve().parents[1]


@pytest.fixture(scope="session")
def shared() -> Path:
    """The folder of real documents and gold annotations beside the checkout; skips where it is absent."""
    folder = ROOT.parent / "shared"
    if not (folder / "gold" / "GUIDE.md").is_file():
        pytest.skip("needs the folder ../shared (real documents and gold annotations) beside the checkout")
    return folder
