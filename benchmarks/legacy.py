"""How well older office files are read: every way on every file that has a transcript.

    python benchmarks/legacy.py [WAY …]     (needs ../shared, and for their columns LibreOffice, antiword, viparse)

Prints, for each file, the share of words that are equal to those of the transcript (twice the words in common over
the words of both, their order aside), case folded and case-exact, and the seconds it took; and the means. ``ours`` is
what the product reads, ``drawn`` the same with the capitals that .VnTimeH draws and nobody typed, ``libreoffice`` and
``antiword`` what those programs make of .doc and .rtf, read by the same code afterwards, ``viparse`` the library alone.
"""

from __future__ import annotations

import re
import sys
import time
from collections import Counter
from collections.abc import Callable
from pathlib import Path
from typing import NoReturn
from unittest.mock import patch

ROOT = Path(__file__).resolve().parents[1]
sys.path.insert(0, str(ROOT / "pipeline"))

from dieukhoan.core.errors import UnreadableFile  # noqa: E402
from dieukhoan.core.text import fold_tones, nfc  # noqa: E402
from dieukhoan.readers import doc, docx, read  # noqa: E402
from dieukhoan.readers.office import by_libreoffice  # noqa: E402
from dieukhoan.readers.word97 import Beyond  # noqa: E402

SHARED = ROOT.parent / "shared" / "corpus"
WORD = re.compile(r"[^\W_]+")


def words(text: str) -> list[str]:
    """The words of ``text``, tone marks where the older school puts them."""
    return WORD.findall(fold_tones(nfc(text)))


def share(one: list[str], other: list[str]) -> float:
    """The share of words that both have."""
    first, second = Counter(one), Counter(other)
    return 2 * (first & second).total() / max(1, first.total() + second.total())


def ours(path: Path) -> str:
    """What the product reads."""
    return read(path).text


def drawn(path: Path) -> str:
    """The same as the page shows it."""
    source = read(path)
    return source.drawn or source.text


def libreoffice(path: Path) -> str:
    """What LibreOffice makes of it."""
    converted = by_libreoffice(path.read_bytes(), path.suffix[1:]) if path.suffix != ".pdf" else None
    return docx.read(converted).text if converted else ""


def antiword(path: Path) -> str:
    """What antiword makes of it."""
    with patch.object(doc, "by_libreoffice", lambda *_: None), patch.object(doc, "parts", _beyond):
        return doc.read(path.read_bytes()).text if path.suffix == ".doc" else ""


def _beyond(_: bytes) -> NoReturn:
    raise Beyond


def viparse(path: Path) -> str:
    """What the library viparse reads."""
    from viparse import load  # type: ignore[import-not-found, unused-ignore]

    found = load(str(path))
    return "\n".join(str(part.page_content if hasattr(part, "page_content") else part.text) for part in found)


WAYS: dict[str, Callable[[Path], str]] = {
    "ours": ours, "drawn": drawn, "libreoffice": libreoffice, "antiword": antiword, "viparse": viparse,
}  # fmt: skip


def measured(way: Callable[[Path], str], path: Path, truth: list[str]) -> tuple[float, float, float]:
    """Folded share, exact share, seconds; zeros where the way fails."""
    begun = time.perf_counter()
    try:
        found = words(way(path))
    except (UnreadableFile, ImportError, RuntimeError, ValueError, OSError) as error:
        sys.stderr.write(f"{path.name}: {type(error).__name__} {str(error)[:100]}\n")
        return 0.0, 0.0, 0.0
    taken = time.perf_counter() - begun
    return share([word.lower() for word in truth], [word.lower() for word in found]), share(truth, found), taken


def main() -> int:
    """Compare, and print a table."""
    transcripts = sorted((SHARED / "transcripts").glob("*.txt"))
    files = [(path, SHARED / "office" / path.stem) for path in transcripts]
    if not files:
        sys.stderr.write("needs the folder ../shared beside the checkout\n")
        return 2
    names = sys.argv[1:] or list(WAYS)
    sums = {(name, kind): [0.0] * 4 for name in names for kind in (".doc", ".rtf", ".pdf")}
    sys.stdout.write(f"{'file':42}" + "".join(f"{name + ' folded exact s':>26}" for name in names) + "\n")
    for transcript, path in files:
        truth = words(transcript.read_text(encoding="utf-8"))
        row = f"{path.name[:40]:42}"
        for name in names:
            folded, exact, taken = measured(WAYS[name], path, truth)
            sums[name, path.suffix] = [
                a + b for a, b in zip(sums[name, path.suffix], (folded, exact, taken, 1), strict=True)
            ]
            row += f"{folded:12.4f}{exact:8.4f}{taken:6.1f}"
        sys.stdout.write(row + "\n")
        sys.stdout.flush()
    for kinds in ((".doc",), (".rtf",), (".doc", ".rtf"), (".pdf",)):
        row = f"{'mean ' + ' '.join(kinds):42}"
        for name in names:
            folded, exact, taken, count = (sum(sums[name, kind][at] for kind in kinds) for at in range(4))
            row += f"{folded / count:12.4f}{exact / count:8.4f}{taken / count:6.1f}" if count else ""
        sys.stdout.write(row + "\n")
    return 0


if __name__ == "__main__":
    sys.exit(main())
