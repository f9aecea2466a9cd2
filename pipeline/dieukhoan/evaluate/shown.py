"""An evaluation as tables in a terminal."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from itertools import groupby

from rich.console import RenderableType
from rich.table import Table

from dieukhoan.evaluate.figures import Figures, Miss, by_confidence, by_rule, calibration_error
from dieukhoan.evaluate.run import Evaluation
from dieukhoan.evaluate.words import say

_ORDER = (
    "usable rows", "duties found", "modality", "role lead", "role support", "role directed", "role assigner",
    "role recipient", "deadlines found", "deadlines right", "citations", "citation fields", "units", "unit headings",
    "parties", "signatures", "metadata",
)  # fmt: skip
_ABREAST = 10  # documents side by side
_QUOTE = 160  # characters of a miss


def shown(evaluation: Evaluation, lang: str, *, misses: int = 0, calibration: bool = False) -> Iterator[RenderableType]:
    """The tables: all figures, figures by document, by rule, with ``calibration`` by confidence; ``misses`` of each
    kind are listed for each document."""
    for file, figures in evaluation.documents.items() if misses else ():
        yield "\n".join([file, *_misses(figures.misses, misses)])
    yield _total(evaluation, lang)
    if len(evaluation.documents) > 1:
        files = list(evaluation.documents)
        for first in range(0, len(files), _ABREAST):
            yield from _documents(evaluation, files[first : first + _ABREAST], first, lang)
    yield _rules(evaluation.total, lang)
    if calibration:
        yield from _calibration(evaluation.total, lang)
    yield from (say("missing", lang, file=file) for file in evaluation.missing)


def _misses(misses: Iterable[Miss], most: int) -> Iterator[str]:
    for what, ones in groupby(sorted(misses, key=lambda miss: miss.what), key=lambda miss: miss.what):
        for _, one in zip(range(most), ones, strict=False):
            gold, found = (" ".join(part.split())[:_QUOTE] for part in (one.gold, one.found))
            yield f"  {what}: {' ≠ '.join(part for part in (gold, found) if part)}"


def _table(title: str, *columns: str) -> Table:
    table = Table(title=title, title_justify="left", box=None, pad_edge=False)
    for at, column in enumerate(columns):
        table.add_column(column, justify="right" if at else "left", no_wrap=True)
    return table


def _names(figures: Figures) -> list[str]:
    known = {*figures.tallies, *figures.ratios}
    return [name for name in _ORDER if name in known]


def _total(evaluation: Evaluation, lang: str) -> Table:
    title = say("all_documents", lang, count=len(evaluation.documents))
    table = _table(
        title,
        *(say(key, lang) for key in ("figure",)),
        "F1",
        *(say(key, lang) for key in ("precision", "recall", "count")),
    )
    report = evaluation.total.report()
    for name in _names(evaluation.total):
        known = report[name]
        cells = [f"{known[key]:.3f}" if key in known else "" for key in ("p", "r")]
        table.add_row(name, f"{known.get('f1', known.get('accuracy')):.3f}", *cells, str(known["n"]))
    return table


def _documents(evaluation: Evaluation, files: Sequence[str], first: int, lang: str) -> Iterator[RenderableType]:
    """The figures of some documents side by side, and which number is which."""
    columns = [str(first + at + 1) for at in range(len(files))]
    table = _table(say("by_document", lang), say("figure", lang), *columns, say("total", lang))
    for name in _names(evaluation.total):
        every = [*(evaluation.documents[file] for file in files), evaluation.total]
        values = [figures.value(name) for figures in every]
        table.add_row(name, *("" if value is None else f"{100 * value:.0f}" for value in values))
    yield table
    yield "\n".join(f"{column:>4}  {file}" for column, file in zip(columns, files, strict=True))


def _rules(total: Figures, lang: str) -> Table:
    heads = [say(key, lang) for key in ("table", "rule", "rows", "found", "right", "share")]
    table = _table(say("by_rule", lang), *heads)
    table.columns[1].justify = "left"
    for one in by_rule(total.judged):
        table.add_row(one.table, one.rule, str(one.rows), str(one.found), str(one.right), f"{one.right / one.rows:.0%}")
    return table


def _calibration(total: Figures, lang: str) -> Iterator[RenderableType]:
    bins = by_confidence(total.judged)
    table = _table(say("calibration", lang), *(say(key, lang) for key in ("bin", "rows", "mean", "usable")))
    for one in bins:
        table.add_row(f"{one.low:.1f}–{one.high:.1f}", str(one.rows), f"{one.confidence:.2f}", f"{one.right:.2f}")
    yield table
    yield say("error", lang, error=calibration_error(bins))
