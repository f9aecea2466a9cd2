"""Pages of real scans as somebody typed them who looked at the picture, and how far OCR is from them.

``readers/scans/<file>.page<number>.txt`` holds a printed line a line, in reading order: of a letterhead and of
signatures the left column first. A line that begins with ``~`` has a stamp, a seal, a signature or handwriting on it
or right beside it. What stamps themselves say is not typed.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from rapidfuzz.distance import Levenshtein

from dieukhoan.core.text import nfc

SCANS = Path(__file__).resolve().parent / "readers" / "scans"
_SAME = str.maketrans("“”‘’–—", "\"\"''--")


@dataclass(frozen=True, slots=True)
class Typed:
    """A page: the file it is in (without its ending), its number from 1, its text with single spaces, and for each
    character whether it stands on a stamped line."""

    stem: str
    number: int
    text: str
    stamped: tuple[bool, ...]


@dataclass(frozen=True, slots=True)
class Distance:
    """Edits and characters on clean lines, and on stamped ones."""

    clean: int
    of_clean: int
    stamped: int
    of_stamped: int

    @property
    def rate(self) -> float:
        """The character error rate on clean lines."""
        return self.clean / max(1, self.of_clean)

    @property
    def stamped_rate(self) -> float:
        """The character error rate on stamped lines."""
        return self.stamped / max(1, self.of_stamped)


def typed_pages() -> Iterator[Typed]:
    """All pages that were typed."""
    for path in sorted(SCANS.glob("*.txt")):
        stem, _, number = path.stem.rpartition(".page")
        text, stamped = "", []
        for line in path.read_text("utf-8").splitlines():
            plain = " ".join(nfc(line.removeprefix("~ ")).split()) + " "
            text += plain
            stamped += [line.startswith("~ ")] * len(plain)
        yield Typed(stem, int(number), text.translate(_SAME), tuple(stamped))


def distance(page: Typed, found: str) -> Distance:
    """How far ``found`` is from the page: the fewest edits of single characters, line breaks and kinds of dashes and
    quotation marks aside. What was added beside a stamped line counts as stamped."""
    edits = [0, 0]
    for edit in Levenshtein.editops(page.text, " ".join(nfc(found).split()).translate(_SAME) + " "):
        at = min(edit.src_pos, len(page.text) - 1)
        edits[page.stamped[at] or (edit.tag == "insert" and at > 0 and page.stamped[at - 1])] += 1
    stamped = sum(page.stamped)
    return Distance(edits[0], len(page.text) - stamped, edits[1], stamped)
