"""What each stage of language processing adds: score and speed on annotated documents.

``python benchmarks/ablation.py GOLD...`` runs the chain with rules only, with the words of underthesea's segmentation
for the openings that no rule knows, and with its parts of speech, and prints one table. The rules stand on spaCy's
tokens in every row: bodies are matched token by token and cannot be found without them. Seconds are those of the
processor; each variant is timed with nothing remembered from another one, models loaded beforehand.
"""

from __future__ import annotations

import argparse
import time
from collections.abc import Callable, Sequence
from functools import lru_cache
from pathlib import Path

from annotated import Annotated, load, scored

from dieukhoan.core.collector import collect_rarely
from dieukhoan.evaluate.figures import Figures, together
from dieukhoan.extract.resources import Resources
from dieukhoan.nlp.tagger import Tagged, Tagger, Underthesea, Untagged
from dieukhoan.rulebook import Rulebook
from dieukhoan.rulebook import load as load_rules

ROUNDS = 3
FIGURES = (
    "usable rows",
    "duties found",
    "modality",
    "role lead",
    "role support",
    "deadlines right",
    "citations",
    "units",
)


class Rules(Untagged):
    """Rules only, as the program does by default: a clause whose first word no rule knows is no duty."""

    asked = 0

    def tag(self, text: str) -> Tagged:
        """Nothing."""
        self.asked += 1
        return super().tag(text)


class Segmented:
    """Word segmentation: a first word of several syllables is a verb where its first syllable opens a known one
    ("xét chọn" beside "xét duyệt")."""

    def __init__(self, book: Rulebook) -> None:
        self.asked = 0
        verbs = [rule for rule in book.family("duty_opening").rules if rule.emit.get("kind") == "verb"]
        self._heads = {phrase.split()[0] for rule in verbs for phrase in rule.phrases}

    @lru_cache(maxsize=32768)  # noqa: B019  as the program's tagger does
    def tag(self, text: str) -> Tagged:
        """The words, the first one tagged."""
        from underthesea import word_tokenize

        self.asked += 1
        words = [str(word) for word in word_tokenize(text)]
        first = words[0].lower().split() if words else [""]
        tag = "V" if len(first) > 1 and first[0] in self._heads else "N"
        return tuple((word, tag if not at else "") for at, word in enumerate(words))


class Counted(Underthesea):
    """Parts of speech (``--nlp tags``), with a count of the questions."""

    asked = 0

    def tag(self, text: str) -> Tagged:
        """See :class:`Underthesea`."""
        self.asked += 1
        return super().tag(text)


def measure(documents: Sequence[Annotated], make: Callable[[], Tagger], book: Rulebook) -> tuple[Figures, float, int]:
    """Figures, CPU seconds (the best of some rounds) and questions to the tagger."""
    best, figures, asked = float("inf"), Figures(), 0
    for _ in range(ROUNDS):
        tagger = make()
        found, spent = scored(documents, Resources(book, tagger), time.process_time)
        best, figures, asked = min(best, spent), together(one for _, one in found), getattr(tagger, "asked", 0)
    return figures, best, asked


def main() -> None:
    """Measure and print."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("gold", nargs="+", type=Path, help="annotated files, or folders of them")
    documents = load(parser.parse_args().gold)
    book = load_rules()
    variants: dict[str, Callable[[], Tagger]] = {
        "rules only (default)": Rules,
        "+ word segmentation": lambda: Segmented(book),
        "+ part of speech": Counted,
    }
    for make in variants.values():  # models, caches of the rules
        scored(documents[:1], Resources(book, make()))
        make().tag("Xét chọn và tuyên dương")
    collect_rarely()
    characters = sum(len(one.source.text) for one in documents)
    heads = [*(name.replace("role ", "") for name in FIGURES), "characters/s", "asked"]
    print(f"{len(documents)} documents, {characters:,} characters\n")
    print(f"{'':<28}" + "".join(f"{head:>17}" for head in heads))
    for name, make in variants.items():
        figures, seconds, asked = measure(documents, make, book)
        cells = [
            *(f"{figures.value(figure) or 0:.4f}" for figure in FIGURES),
            f"{characters / seconds:,.0f}",
            str(asked),
        ]
        print(f"{name:<28}" + "".join(f"{cell:>17}" for cell in cells))


if __name__ == "__main__":
    main()
