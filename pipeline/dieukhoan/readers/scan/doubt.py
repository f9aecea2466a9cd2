"""Is a text layer worth anything? Told by the share of words that are no Vietnamese syllables."""

from __future__ import annotations

import re
from collections.abc import Sequence

from dieukhoan.core.syllables import is_syllable
from dieukhoan.readers.lines.row import Row

_BROKEN = 0.4  # share of strange words; pages full of foreign names have up to 0.3
_FEWEST = 20  # words; fewer tell nothing
_EDGES = ".,;:!?()[]{}\"'“”‘’«»/-–…*+•"
_JOINTS = re.compile(r"[-–/.,;:()]")
_ADDRESS = re.compile(r"@|www|https?:|\.vn|\.com", re.I)


def broken_pages(rows: Sequence[Row]) -> dict[int, float]:
    """The pages whose words are mostly none, and their share of such words (0 to 1)."""
    texts: dict[int, list[str]] = {}
    for row in rows:
        texts.setdefault(row.page, []).append(row.text)
    shares = {page: strange(" ".join(found)) for page, found in texts.items()}
    return {page: share for page, share in shares.items() if share > _BROKEN}


def strange(text: str) -> float:
    """The share of words that are not Vietnamese, 0 to 1; 0 where there are too few to tell. Abbreviations, numbers
    and addresses do not count."""
    words = [word.strip(_EDGES) for word in text.split() if not _ADDRESS.search(word)]
    telling = [word for word in words if any(map(str.isalpha, word)) and not _is_code(word)]
    if len(telling) < _FEWEST:
        return 0.0
    return sum(not _is_vietnamese(word) for word in telling) / len(telling)


def _is_code(word: str) -> bool:
    """A number, an abbreviation or a number of a document: "UBND", "12/2020/QĐ-UBND", "a"."""
    return len(word) < 2 or any(map(str.isdigit, word)) or (word.isupper() and len(word) < 6)


def _is_vietnamese(word: str) -> bool:
    return all(is_syllable(part) for part in _JOINTS.split(word) if part)
