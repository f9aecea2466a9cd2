"""How well scans are read: the character error rate of every page that was typed by hand.

    python benchmarks/ocr.py              (needs ../shared and tesseract with vie)
    python benchmarks/ocr.py --settings   the same with other resolutions, layouts and preparations of the picture

The rate is the number of single-character edits over the number of characters that are printed on the page, apart for
clean lines and for lines with a stamp, a seal, a signature or handwriting on or beside them. Printed are also the mean
confidence that tesseract gives and the seconds a page took, all of them on one core.
"""

from __future__ import annotations

import argparse
import sys
import time
from collections.abc import Callable, Mapping
from contextlib import ExitStack
from pathlib import Path
from typing import Any
from unittest.mock import patch

ROOT = Path(__file__).resolve().parents[1]
sys.path[:0] = [str(ROOT / "pipeline"), str(ROOT / "tests")]

import numpy as np  # noqa: E402  found through the path set above
import pypdfium2  # noqa: E402
from scipy import ndimage  # noqa: E402

from dieukhoan.readers.page.order import reading_order  # noqa: E402
from dieukhoan.readers.scan import picture, sheet, tesseract  # noqa: E402
from hand_typed import distance, typed_pages  # noqa: E402

OFFICE = ROOT.parent / "shared" / "corpus" / "office"


def by_brightness(page: pypdfium2.PdfPage) -> tuple[picture.Gray, int]:
    """The usual gray: coloured ink stays dark."""
    pixels = page.render(scale=picture.RESOLUTION / 72, draw_annots=False, may_draw_forms=False).to_numpy()
    gray = pixels.reshape(*pixels.shape[:2], -1)[:, :, :3].mean(axis=2).astype(np.uint8)
    return gray, picture.RESOLUTION


def blurred(page: pypdfium2.PdfPage, made: Callable[..., tuple[picture.Gray, int]] = picture.picture) -> Any:
    """Softened: scans in black and white have ragged edges."""
    gray, resolution = made(page)
    return ndimage.gaussian_filter(gray, 0.7), resolution


SETTINGS: Mapping[str, Mapping[Any, Mapping[str, Any]]] = {
    "as it is": {},
    "200 dpi": {picture: {"RESOLUTION": 200}},
    "400 dpi": {picture: {"RESOLUTION": 400}},
    "layout 4 (one column)": {tesseract: {"_LAYOUT": "4"}},
    "layout 6 (one block)": {tesseract: {"_LAYOUT": "6"}},
    "coloured ink kept": {sheet: {"picture": by_brightness}},
    "ruled lines kept": {sheet: {"ruled": lambda gray, _: (gray, [], [])}},
    "not straightened": {sheet: {"straight": lambda gray: (gray, 0.0)}},
    "softened": {sheet: {"picture": blurred}},
}


def measure(*, each: bool) -> str:
    """Read all pages, print a line for ``each`` if wanted, and give the line of the sum."""
    clean = of_clean = stamped = of_stamped = 0
    begun = time.perf_counter()
    for page in typed_pages():
        start = time.perf_counter()
        with pypdfium2.PdfDocument(OFFICE / f"{page.stem}.pdf") as document:
            found = sheet.ScanSheet(document[page.number - 1])
        error = distance(page, " ".join(piece.text for piece in reading_order(found.pieces())))
        clean, of_clean = clean + error.clean, of_clean + error.of_clean
        stamped, of_stamped = stamped + error.stamped, of_stamped + error.of_stamped
        if each:
            name = f"{page.stem[:28]} page {page.number}"
            rates = line(error.rate, error.stamped_rate if error.of_stamped else None)
            sys.stdout.write(f"{name:38}{rates}{found.confidence:12.0f}{time.perf_counter() - start:8.1f}\n")
    return line(clean / max(1, of_clean), stamped / max(1, of_stamped)) + f"{'':12}{time.perf_counter() - begun:8.1f}"


def line(clean: float, stamped: float | None) -> str:
    """Two rates side by side."""
    return f"{clean:10.4f}" + (f"{stamped:10.4f}" if stamped is not None else f"{'':10}")


def main() -> int:
    """Measure and print."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--settings", action="store_true", help="measure other settings, too")
    options = parser.parse_args()
    if not OFFICE.is_dir() or tesseract.lacking():
        sys.stderr.write("needs the folder ../shared beside the checkout, and tesseract with vie\n")
        return 2
    sys.stdout.write(f"{'error rate of':38}{'clean':>10}{'stamped':>10}{'confidence':>12}{'seconds':>8}\n")
    for name, changes in SETTINGS.items() if options.settings else [("as it is", {})]:
        with ExitStack() as stack:
            for module, values in changes.items():
                stack.enter_context(patch.multiple(module, **values))
            sys.stdout.write(f"{name:38}{measure(each=not changes)}\n")
            sys.stdout.flush()
    return 0


if __name__ == "__main__":
    sys.exit(main())
