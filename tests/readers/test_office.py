"""Real office files: every one ends in a Source or in a refusal that says why."""

from __future__ import annotations

import re
import unicodedata
from collections import Counter
from pathlib import Path

import pytest

from dieukhoan.core.errors import UnreadableFile
from dieukhoan.core.text import fold_tones
from dieukhoan.readers import formats, read


def sound(path: Path) -> bool:
    """Read the file and check what holds for every Source; False where it is refused."""
    try:
        source = read(path)
    except UnreadableFile as refused:
        assert refused.code
        assert refused.remedy
        return False
    lines = [source.text[line.start : line.end] for line in source.lines]
    assert "\n".join(lines) == source.text
    assert unicodedata.is_normalized("NFC", source.text)
    assert not any(unicodedata.category(char) == "Cc" for line in lines for char in line if char != "\t")
    assert all(0 <= line.page <= source.pages for line in source.lines)
    return True


@pytest.mark.slow
def test_old_files_agree_with_their_transcripts(shared: Path) -> None:
    """.doc and .rtf in TCVN3 and VNI: share of words in common, case aside and with their case."""
    folded, exact = [], []
    for transcript in sorted((shared / "corpus" / "transcripts").glob("*.txt")):
        path = shared / "corpus" / "office" / transcript.stem
        if path.suffix in (".doc", ".rtf"):
            truth, found = words(transcript.read_text("utf-8")), words(read(path).text)
            exact.append(share(truth, found))
            folded.append(share([word.lower() for word in truth], [word.lower() for word in found]))
    assert len(folded) > 20
    assert sum(folded) / len(folded) >= 0.99
    assert sum(exact) / len(exact) >= 0.98
    assert min(folded) > 0.85


def words(text: str) -> list[str]:
    return re.findall(r"[^\W_]+", fold_tones(unicodedata.normalize("NFC", text)))


def share(one: list[str], other: list[str]) -> float:
    """Twice the words in common over the words of both."""
    return 2 * (Counter(one) & Counter(other)).total() / max(1, len(one) + len(other))


@pytest.mark.slow
def test_every_office_file(shared: Path) -> None:
    files = [path for path in sorted((shared / "corpus" / "office").iterdir()) if path.suffix[1:] in formats()]
    readable = [path.name for path in files if sound(path)]
    assert len(files) > 50
    assert len(readable) > 0.8 * len(files)


def test_every_text_file(shared: Path) -> None:
    files = sorted((shared / "corpus" / "headers").glob("*.txt")) + sorted((shared / "seeds").glob("*.txt"))
    assert files
    assert all(sound(path) for path in files)


def test_word_and_pdf_of_one_letter_give_the_same_text(shared: Path) -> None:
    found = sorted((shared / "corpus" / "office").glob("vbai_2114_SNV_To_trinh*"))
    texts = [[" ".join(line.split()) for line in read(path).text.split("\n") if line.strip()] for path in found]
    assert len(texts) == 2
    assert texts[0] == texts[1]
