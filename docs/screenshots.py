"""Pictures of the report on the samples: ``python docs/screenshots.py FOLDER`` (needs the extra ``test`` and Chromium).

``DIEUKHOAN_CHROMIUM`` names the browser where it is not called chromium; it reaches no network.
"""

from __future__ import annotations

import os
import shutil
import sys
from collections.abc import Iterator
from pathlib import Path
from tempfile import TemporaryDirectory

from playwright.sync_api import sync_playwright

ROOT = Path(__file__).resolve().parents[1]
sys.path.insert(0, str(ROOT / "pipeline"))

import dieukhoan  # noqa: E402

_SIZE = {"width": 1400, "height": 900}


def main(folder: Path) -> None:
    """One picture of each kind of page, in ``folder``."""
    folder.mkdir(parents=True, exist_ok=True)
    program = os.environ.get("DIEUKHOAN_CHROMIUM") or shutil.which("chromium") or shutil.which("google-chrome")
    with TemporaryDirectory() as out, sync_playwright() as playwright:
        dieukhoan.convert(ROOT / "data" / "samples", out, formats=["html"])
        browser = playwright.chromium.launch(executable_path=program)
        page = browser.new_page(viewport=_SIZE, locale="vi-VN")
        for name, path in _pages(Path(out) / "report"):
            page.goto(path.as_uri())
            page.wait_for_load_state("load")
            page.screenshot(path=folder / f"{name}.png")
        browser.close()


def _pages(report: Path) -> Iterator[tuple[str, Path]]:
    """The pages at the top, and the first page of each folder of pages."""
    for path in sorted(report.glob("*.html")):
        yield path.stem, path
    for inner in sorted(path for path in report.iterdir() if path.is_dir()):
        if found := sorted(inner.glob("*.html")):
            yield inner.name, found[0]


if __name__ == "__main__":
    main(Path(sys.argv[1]))
