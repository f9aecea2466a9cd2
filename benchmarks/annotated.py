"""Annotated documents for the benchmarks: read, analysed and scored in memory; nothing of their text is kept."""

from __future__ import annotations

import sys
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import NamedTuple

ROOT = Path(__file__).resolve().parents[1]
sys.path.insert(0, str(ROOT / "pipeline"))

from dieukhoan.analyse import Analysis, analyse  # noqa: E402  found through the path set above
from dieukhoan.core.records import Source  # noqa: E402
from dieukhoan.evaluate.figures import Figures  # noqa: E402
from dieukhoan.evaluate.found import tables_of  # noqa: E402
from dieukhoan.evaluate.gold import Gold, find, read_gold  # noqa: E402
from dieukhoan.evaluate.scoring import score  # noqa: E402
from dieukhoan.extract.resources import Resources  # noqa: E402
from dieukhoan.readers import read  # noqa: E402


class Annotated(NamedTuple):
    """An annotation and the text that it annotates."""

    gold: Gold
    source: Source


def load(paths: Sequence[Path]) -> list[Annotated]:
    """The annotated files (or all of a folder); the text is looked for beside the annotation and in folders above."""
    loaded = []
    for path in find(paths, "en"):
        gold = read_gold(path, "en")
        text = next((folder / gold.file for folder in path.resolve().parents if (folder / gold.file).is_file()), None)
        if text is None:
            sys.exit(f"{path}: there is no {gold.file} beside it or in a folder above")
        loaded.append(Annotated(gold, read(text, gold.file)))
    return loaded


def scored(
    annotated: Sequence[Annotated], using: Resources, clock: Callable[[], float] | None = None
) -> tuple[list[tuple[Analysis, Figures]], float]:
    """Each document analysed and scored, and what ``clock`` counted while they were analysed."""
    start = clock() if clock else 0.0
    analysed = [analyse(one.source, using) for one in annotated]
    spent = clock() - start if clock else 0.0
    figures = [score(one.gold, tables_of([found])) for one, found in zip(annotated, analysed, strict=True)]
    return list(zip(analysed, figures, strict=True)), spent
