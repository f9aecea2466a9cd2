"""How every file of a folder of real office files ends, and how fast the readers of Word's formats are.

    python benchmarks/office.py                 (the files in ../shared/corpus/office)
    python benchmarks/office.py FOLDER [--speed]

Converts the folder as ``dieukhoan convert`` does (one process; scans go through OCR where tesseract is installed), and
prints for each format how many files ended as ok, partial and failed, with and without text, and every file that is not
ok with its reason. Then reads the .docx, .doc and .rtf files alone and prints files a second of CPU time, the best of
three rounds; ``--speed`` does only that.
"""

from __future__ import annotations

import argparse
import csv
import sys
import time
from collections import Counter, defaultdict
from importlib import import_module
from pathlib import Path
from tempfile import TemporaryDirectory

ROOT = Path(__file__).resolve().parents[1]
sys.path.insert(0, str(ROOT / "pipeline"))

import dieukhoan  # noqa: E402
from dieukhoan.core.collector import collect_rarely  # noqa: E402
from dieukhoan.core.errors import UnreadableFile  # noqa: E402

OFFICE = ROOT.parent / "shared" / "corpus" / "office"
_REASONS = ("error", "warning")


def show(*cells: object) -> None:
    """One line of a table."""
    sys.stdout.write("".join(f"{cell!s:<14}" for cell in cells[:-1]) + f"{cells[-1]}\n")
    sys.stdout.flush()


def rows(folder: Path, table: str) -> list[dict[str, str]]:
    """The rows of one table as written."""
    with (folder / "csv" / f"{table}.csv").open(encoding="utf-8-sig", newline="") as file:
        return list(csv.DictReader(file))


def outcomes(folder: Path) -> None:
    """Convert, and count how the files ended."""
    begun = time.perf_counter()
    with TemporaryDirectory() as name:
        out = Path(name)
        dieukhoan.convert([folder], out, formats=["csv"])
        documents, doubts = rows(out, "documents"), rows(out, "diagnostics")
        texts = {path.stem for path in (out / "text").glob("*.txt") if path.stat().st_size}
    reasons: dict[str, list[str]] = defaultdict(list)
    for doubt in doubts:
        if doubt["severity"] in _REASONS and not doubt["unit_id"]:
            reasons[doubt["document_id"]].append(doubt["code"])
    counted: dict[str, Counter[str]] = defaultdict(Counter)
    for document in documents:
        ending = document["source"].rpartition(".")[2].lower()
        counted[ending][document["status"]] += 1
        counted[ending]["text"] += document["document_id"] in texts
    show("format", "files", "ok", "partial", "failed", "with text")
    whole: Counter[str] = Counter()
    for ending, count in sorted(counted.items()):
        show(ending, *_counts(count), count["text"])
        whole += count
    show("all", *_counts(whole), f"{whole['text']} ({whole['text'] / max(len(documents), 1):.1%})")
    show("seconds", f"{time.perf_counter() - begun:.0f}", "")
    for document in documents:
        if document["status"] != "ok":
            codes = ", ".join(dict.fromkeys(reasons[document["document_id"]]))
            sys.stdout.write(f"{document['status']:<9}{document['source'][:76]:<78}{codes}\n")


def _counts(count: Counter[str]) -> list[int]:
    ended = [count[status] for status in ("ok", "partial", "failed")]
    return [sum(ended), *ended]


def speeds(folder: Path) -> None:
    """Files a second of CPU time, the best of three rounds, with the garbage collector as every worker sets it."""
    collect_rarely()
    show("format", "files", "files/s", "median s", "slowest s")
    for ending in ("docx", "doc", "rtf"):
        contents = [path.read_bytes() for path in sorted(folder.glob(f"*.{ending}"))]
        if contents:
            spent = min((_timed(ending, contents) for _ in range(3)), key=sum)
            middle = sorted(spent)[len(spent) // 2]
            show(ending, len(spent), f"{len(spent) / sum(spent):.1f}", f"{middle:.3f}", f"{max(spent):.2f}")


def _timed(ending: str, contents: list[bytes]) -> list[float]:
    read = import_module(f"dieukhoan.readers.{ending}").read
    spent = []
    for data in contents:
        begun = time.process_time()
        try:
            read(data)
        except UnreadableFile as refused:
            sys.stderr.write(f"{ending}: {refused.code}\n")
        spent.append(time.process_time() - begun)
    return spent


def main() -> int:
    """Measure and print."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("folder", type=Path, nargs="?", default=OFFICE)
    parser.add_argument("--speed", action="store_true", help="measure the speed only")
    options = parser.parse_args()
    if not options.folder.is_dir():
        sys.stderr.write(f"there is no folder {options.folder}\n")
        return 2
    if not options.speed:
        outcomes(options.folder)
    speeds(options.folder)
    return 0


if __name__ == "__main__":
    sys.exit(main())
