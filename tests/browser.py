"""A headless Chromium for tests of pages: Playwright drives the one that the system has, and downloads none.

Debian: ``apt-get install chromium``; Python: the extra ``test``. ``DIEUKHOAN_CHROMIUM`` names another program.
"""

from __future__ import annotations

import os
import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest

if TYPE_CHECKING:
    from playwright.sync_api import Browser, Page

_NAMES = ("chromium", "chromium-browser", "google-chrome", "chrome")
# What a browser asks the network for by itself; no test needs it, and a closed network makes it wait.
_QUIET = (
    "--disable-background-networking", "--disable-component-update", "--disable-quic", "--disable-sync",
    "--no-first-run",
)  # fmt: skip


@dataclass
class Visit:
    """A page in a tab of its own, and what went wrong in it: errors told to the console, requests to a network."""

    page: Page
    errors: list[str] = field(default_factory=list)
    abroad: list[str] = field(default_factory=list)

    def open(self, path: Path, fragment: str = "") -> Page:
        """Open a file as a person would, by a click on it."""
        self.page.goto(path.resolve().as_uri() + fragment)
        return self.page

    def accessible(self, **options: Any) -> list[str]:
        """What axe-core finds wrong with the page, a line a rule."""
        axe = pytest.importorskip("axe_playwright_python.sync_playwright").Axe()
        # Left to itself it reads the style sheets again, which the policy of a page may forbid.
        found = axe.run(self.page, options={"preload": False, **options}).response["violations"]
        return [f"{one['id']}: {one['nodes'][0]['html'][:200]} ({len(one['nodes'])})" for one in found]


@contextmanager
def chromium() -> Iterator[Browser]:
    """A running browser; skips, and says what is missing, where there is none."""
    driver = pytest.importorskip("playwright.sync_api", reason="needs playwright (pip install -e '.[test]')")
    named = os.environ.get("DIEUKHOAN_CHROMIUM")
    program = named or next(filter(None, map(shutil.which, _NAMES)), None)
    if program is None:
        pytest.skip("needs Chromium (apt-get install chromium)")
    with driver.sync_playwright() as playwright:
        found = playwright.chromium.launch(executable_path=program, args=list(_QUIET))
        yield found
        found.close()


@contextmanager
def visit(browser: Browser, **how: Any) -> Iterator[Visit]:
    """A tab that reaches no network; ``how`` is how Playwright is to make it (viewport, locale …)."""
    with browser.new_context(**{"viewport": {"width": 1400, "height": 900}, "locale": "vi-VN", **how}) as context:
        page = context.new_page()
        page.set_default_timeout(20_000)
        made = Visit(page)
        page.on("console", lambda said: made.errors.append(said.text) if said.type in ("error", "warning") else None)
        page.on("pageerror", lambda error: made.errors.append(str(error)))
        page.on("request", lambda asked: made.abroad.append(asked.url) if _abroad(asked.url) else None)
        yield made


def _abroad(url: str) -> bool:
    return not url.startswith(("file:", "data:", "about:", "blob:"))
