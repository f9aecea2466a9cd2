"""How fast is it here? A corpus made from samples, converted, measured."""

from __future__ import annotations

import json
import random
import re
import tempfile
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from dieukhoan.batch.collect import collect
from dieukhoan.batch.conversion import FORMATS, REPORT, convert
from dieukhoan.batch.listeners import Listener
from dieukhoan.batch.words import say
from dieukhoan.core.errors import UsageError

SAMPLES = Path(__file__).resolve().parents[3] / "data" / "samples"
"""The samples of the checkout; an installed package has none."""
_PLACES = ("Hà Nam", "Nam Định", "Hòa Bình", "Mai Sơn", "Châu Đức", "Quỳnh Nhai", "Kim Bảng")
_OTHERS = ("Lạc Thủy", "Đông Anh", "Bảo Lâm", "Tiên Yên", "Đức Thọ", "Vân Hồ", "Phú Tân", "Mỏ Cày", "Ea Kar", "An Lão")
_ARTICLE = re.compile(r"^(Điều|ĐIỀU) \d+", re.MULTILINE)
_PLACE = re.compile("|".join(_PLACES))
_DAY = re.compile(r"(?<![\d/])(\d{1,2})/(\d{1,2})(?![\d/])")
_SHELF = 1_000  # files in a folder of the corpus


def sample_texts(samples: Path, lang: str = "vi") -> list[str]:
    """The texts of the documents in the folder ``samples``. Raises UsageError when there are none."""
    from dieukhoan.readers import read

    if not samples.is_dir():
        raise UsageError(say("no_samples", lang, path=samples))
    return [read(file.path).text for file in collect([samples], lang).files]


def long_text(texts: Sequence[str], size: int, chance: random.Random) -> str:
    """About ``size`` characters: ``texts`` again and again in random order, articles renumbered over the whole, place
    names, days and months changed at random, so that no two copies are the same."""
    parts: list[str] = []
    length = number = 0

    def article(match: re.Match[str]) -> str:
        """The next number for an article."""
        nonlocal number
        number += 1
        return f"{match.group(1)} {number}"

    while length < size:
        text = _PLACE.sub(lambda _: chance.choice(_OTHERS), chance.choice(texts))
        text = _DAY.sub(lambda _: f"{chance.randint(1, 28)}/{chance.randint(1, 12)}", text)
        parts.append(_ARTICLE.sub(article, text))
        length += len(parts[-1]) + 1
    return "\n".join(parts)[:size]


def make_corpus(texts: Sequence[str], folder: Path, count: int, size: int, seed: int) -> None:
    """Write ``count`` documents of about ``size`` characters into ``folder``; the first ones are those of any smaller
    corpus of the same ``seed``."""
    for number in range(count):
        shelf = folder / f"{number // _SHELF:04}"
        shelf.mkdir(parents=True, exist_ok=True)
        text = long_text(texts, size, random.Random(seed * 1_000_003 + number))
        (shelf / f"van-ban-{number:06}.txt").write_text(text, "utf-8", newline="")


@dataclass(frozen=True, slots=True)
class Measure:
    """What one run took: ``reading`` and ``whole`` in seconds, ``peak`` in MB of the largest worker."""

    documents: int
    jobs: int
    characters: int
    reading: float
    whole: float
    peak: int

    def cells(self) -> tuple[str, ...]:
        """What is shown of it."""
        reading, whole = max(self.reading, 1e-3), max(self.whole, 1e-3)
        return (
            f"{self.documents:,}",
            f"{self.jobs}",
            f"{self.documents / reading:.1f}",
            f"{self.documents / whole:.1f}",
            f"{self.characters / reading:,.0f}",
            f"{1000 * self.whole * self.jobs / self.documents:.1f}",
            f"{self.peak}",
        )


HEAD = ("documents", "jobs", "read/s", "whole/s", "chars/s", "ms/doc x jobs", "MB/worker")


def bench(  # noqa: PLR0913  one keyword an option of the command
    documents: Sequence[int],
    *,
    jobs: Sequence[int] = (1,),
    size: int = 10_000,
    seed: int = 7,
    samples: Path = SAMPLES,
    formats: Sequence[str] = FORMATS,
    lang: str = "vi",
    listener: Listener | None = None,
) -> Iterator[Measure]:
    """A :class:`Measure` for every number of ``documents`` with every number of ``jobs``, each from nothing.

    Raises UsageError when there is nothing in ``samples``, and what ``convert`` raises.
    """
    texts = sample_texts(samples, lang)
    for count in documents:
        with tempfile.TemporaryDirectory(prefix="dieukhoan-bench-", ignore_cleanup_errors=True) as name:
            folder = Path(name)
            make_corpus(texts, folder / "in", count, size, seed)
            for workers in jobs:
                out = folder / f"out-{workers}"
                convert(folder / "in", out, formats=formats, jobs=workers, lang=lang, listener=listener)
                known = json.loads((out / REPORT).read_text("utf-8"))
                spent = known["seconds"]
                whole = sum(spent[phase] for phase in ("collect", "resume", "read", "sort", "texts", "write"))
                yield Measure(count, workers, known["characters"], spent["read"], whole, known["peak_memory_mb"])
