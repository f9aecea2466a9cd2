"""Fixtures that every test may use."""

from __future__ import annotations

import os
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from hypothesis import settings

import browser as driven

if TYPE_CHECKING:
    from playwright.sync_api import Browser

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


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    """A headless Chromium; skips where there is none."""
    with driven.chromium() as found:
        yield found


@pytest.fixture
def visit(browser: Browser) -> Iterator[driven.Visit]:
    """A tab of its own, wide enough for columns."""
    with driven.visit(browser) as made:
        yield made
