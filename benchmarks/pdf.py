"""How fast PDFs with a text layer are read, beside pdfplumber alone, in one run and on one core.

    python benchmarks/pdf.py [FILE or FOLDER...]     (default: the PDFs of ../shared/corpus/office)

``dieukhoan`` reads pages to paragraphs, tables and diagnostics; ``pdfplumber`` only calls ``extract_text`` of each
page. Printed are pages a second of both and their ratio. Files that hold pictures of pages are left out. pdfplumber is
slow: it is given only the first pages of a file (``--pages``), and so is dieukhoan, through a copy with just these.
What both load when they are first used is not counted.
"""

from __future__ import annotations

import argparse
import sys
import time
from collections.abc import Callable
from contextlib import suppress
from io import BytesIO
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
sys.path.insert(0, str(ROOT / "pipeline"))

import pdfplumber  # noqa: E402  found through the path set above
import pypdfium2  # noqa: E402

from dieukhoan.core.errors import UnreadableFile  # noqa: E402
from dieukhoan.readers import pdf  # noqa: E402


def files(paths: list[Path]) -> list[Path]:
    """The PDFs that the arguments name or hold."""
    return [file for path in paths for file in (sorted(path.glob("**/*.pdf")) if path.is_dir() else [path])]


def first_pages(path: Path, count: int) -> tuple[bytes, int]:
    """A PDF of the first ``count`` pages, and how many there are; nothing for a file that cannot be opened."""
    try:
        with pypdfium2.PdfDocument(path) as whole, pypdfium2.PdfDocument.new() as part:
            pages = list(range(min(count, len(whole))))
            part.import_pages(whole, pages)
            written = BytesIO()
            part.save(written)
            return written.getvalue(), len(pages)
    except pypdfium2.PdfiumError:
        return b"", 0


def by_pdfplumber(data: bytes) -> None:
    """The text of each page, nothing else."""
    with pdfplumber.open(BytesIO(data)) as document:
        for page in document.pages:
            page.extract_text()
            page.close()


def seconds(call: Callable[[bytes], object], data: bytes) -> float:
    """Seconds of the processor."""
    start = time.process_time()
    call(data)
    return time.process_time() - start


def warm(paths: list[Path]) -> None:
    """Let both load what they need before anything is timed."""
    for path in paths:
        data, pages = first_pages(path, 1)
        if pages:
            by_pdfplumber(data)
            with suppress(UnreadableFile):
                pdf.read(data, "never")
                return


def main() -> int:
    """Measure and print."""
    parser = argparse.ArgumentParser(description=__doc__)
    office = ROOT.parent / "shared" / "corpus" / "office"
    parser.add_argument("paths", nargs="*", type=Path, default=[office])
    parser.add_argument("--pages", type=int, default=25, help="pages of each file")
    options = parser.parse_args()
    total = ours = theirs = 0.0
    warm(files(options.paths))
    sys.stdout.write(f"{'file':44}{'pages':>6}{'dieukhoan':>12}{'pdfplumber':>12}{'ratio':>8}   (pages a second)\n")
    for path in files(options.paths):
        data, pages = first_pages(path, options.pages)
        try:
            taken = seconds(lambda data: pdf.read(data, "never"), data) if pages else 0.0
        except UnreadableFile:
            continue
        if pages:
            other = seconds(by_pdfplumber, data)
            total, ours, theirs = total + pages, ours + taken, theirs + other
            rates = f"{pages / taken:12.0f}{pages / other:12.1f}{other / taken:8.1f}"
            sys.stdout.write(f"{path.name[:42]:44}{pages:6}{rates}\n")
    if not total:
        sys.stderr.write("no PDF with a text layer found\n")
        return 2
    sys.stdout.write(f"{'all':44}{total:6.0f}{total / ours:12.0f}{total / theirs:12.1f}{theirs / ours:8.1f}\n")
    return 0


if __name__ == "__main__":
    sys.exit(main())
