"""How well the tables agree with what people annotated; the floors are promises, the scorer is not ours to bend."""

from __future__ import annotations

import json
import subprocess
import sys
from collections.abc import Mapping
from pathlib import Path

import pytest

from dieukhoan.batch import convert
from dieukhoan.evaluate import evaluate

Scores = Mapping[str, Mapping[str, float]]

SEEDS = {
    "units": 1.00,
    "unit headings": 1.00,
    "metadata": 0.95,
    "parties": 1.00,
    "signatures": 1.00,
    "duties found": 0.90,
    "role lead": 0.90,
    "deadlines right": 0.85,
    "citations": 0.90,
}
ALL = {"units": 0.96}


def golds(shared: Path) -> dict[Path, str]:
    """Every annotation and the file that it annotates."""
    found = {
        path: json.loads(path.read_text("utf-8")).get("file", "") for path in sorted((shared / "gold").glob("*.json"))
    }
    return {path: file for path, file in found.items() if file}


@pytest.fixture(scope="module")
def tables(shared: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    out = tmp_path_factory.mktemp("gold")
    summary = convert([shared / file for file in golds(shared).values()], out, formats=["csv"])
    assert summary.failures == ()
    return out / "csv"


def score(shared: Path, tables: Path, annotations: list[Path]) -> Scores:
    command = [sys.executable, str(shared / "gold" / "score.py"), str(tables), *map(str, annotations), "--json"]
    done = subprocess.run(command, capture_output=True, text=True, encoding="utf-8", check=True)
    scores = json.loads(done.stdout)
    assert scores.pop("missing files") == []
    return scores


@pytest.fixture(scope="module")
def seeds(shared: Path, tables: Path) -> Scores:
    return score(shared, tables, [path for path, file in golds(shared).items() if file.startswith("seeds/")])


@pytest.fixture(scope="module")
def everything(shared: Path, tables: Path) -> Scores:
    return score(shared, tables, list(golds(shared)))


def value(scores: Scores, name: str) -> float:
    return scores[name].get("f1", scores[name].get("accuracy", 0.0))


@pytest.mark.parametrize("name", SEEDS)
def test_the_seeds(seeds: Scores, name: str) -> None:
    assert value(seeds, name) >= SEEDS[name]


@pytest.mark.parametrize("name", ALL)
def test_all_annotated_documents(everything: Scores, name: str) -> None:
    assert value(everything, name) >= ALL[name]


def test_the_command_evaluate_counts_as_the_scorer_does(shared: Path, tables: Path, everything: Scores) -> None:
    found = evaluate(list(golds(shared)), tables)
    assert found.total.report() == everything
    for path, file in golds(shared).items():
        assert found.documents[file].report() == score(shared, tables, [path])


def test_every_annotated_document_was_scored(shared: Path, everything: Scores) -> None:
    assert len(golds(shared)) >= 8
    assert all(scores["n"] > 0 for scores in everything.values())
