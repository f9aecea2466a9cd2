"""Annotated files against a converted folder."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from typing import Any

from dieukhoan.evaluate.figures import Figures, by_confidence, by_rule, together
from dieukhoan.evaluate.found import read_tables
from dieukhoan.evaluate.gold import check_text, find, read_gold
from dieukhoan.evaluate.scoring import score


@dataclass(frozen=True)
class Evaluation:
    """The counts of every annotated document, by its ``file``; ``missing`` are those not among the tables (all that
    was annotated in them counts as missed)."""

    documents: dict[str, Figures]
    missing: tuple[str, ...]

    @cached_property
    def total(self) -> Figures:
        """All documents added up."""
        return together(self.documents.values())

    def to_json(self) -> dict[str, Any]:
        """Everything but the misses, as plain values."""
        return {
            "total": self.total.report(),
            "documents": {file: figures.report() for file, figures in self.documents.items()},
            "rules": [one._asdict() for one in by_rule(self.total.judged)],
            "calibration": [one._asdict() for one in by_confidence(self.total.judged)],
            "missing files": list(self.missing),
        }


def evaluate(gold: str | Path | Sequence[str | Path], tables: str | Path, *, lang: str = "vi") -> Evaluation:
    """Score the CSV tables in the converted folder ``tables`` against ``gold``: annotated files, or folders of them.

    A document is the annotated one when its source ends with the annotation's ``file``, or has the same file name.
    Raises GoldError for an annotation that cannot be scored against (no JSON, keys missing, a unit or quote that does
    not stand in the document's text), UsageError where there are no tables or no annotations.
    """
    named = [gold] if isinstance(gold, (str, Path)) else gold
    golds = [read_gold(path, lang) for path in find(named, lang)]
    found = read_tables(tables, lang)
    documents: dict[str, Figures] = {}
    missing: list[str] = []
    for one in golds:
        row = found.document(one.file)
        text = found.text(row["document_id"]) if row else None
        if row is None:
            missing.append(one.file)
        elif text is not None:
            check_text(one, text, lang)
        documents[one.file] = score(one, found)
    return Evaluation(documents, tuple(missing))
