"""The command that fits confidence: points that a few counted rows ask for, in a file that the rules accept."""

from __future__ import annotations

import importlib
from pathlib import Path
from types import ModuleType

import pytest

from dieukhoan.extract.confidence import BASE, FIGURES, SIGNS, confidence
from dieukhoan.rulebook import build

BENCHMARKS = Path(__file__).resolve().parents[2] / "benchmarks"


@pytest.fixture
def calibrate(monkeypatch: pytest.MonkeyPatch) -> ModuleType:
    monkeypatch.syspath_prepend(str(BENCHMARKS))
    return importlib.import_module("calibrate")


def rows(calibrate: ModuleType, *, unseen: bool, good: int, bad: int):
    """Plain rows, ``good`` of ten right, and rows with five commas, ``bad`` of ten right."""
    right = [at < good for at in range(10)] * 100 + [at < bad for at in range(10)] * 100
    return calibrate.Rows([()] * 1000 + [("listing",)] * 1000, right, unseen)


def test_points_follow_the_counts(calibrate: ModuleType) -> None:
    points = calibrate.fit([rows(calibrate, unseen=True, good=9, bad=5)])
    assert set(points) == {BASE, *SIGNS}
    assert confidence((), points) == pytest.approx(0.9, abs=0.03)
    assert confidence(("listing",), points) == pytest.approx(0.5, abs=0.05)
    assert points["short"] == pytest.approx(0, abs=1e-6)


def test_the_base_is_that_of_the_unseen_documents(calibrate: ModuleType) -> None:
    tuned, unseen = rows(calibrate, unseen=False, good=10, bad=9), rows(calibrate, unseen=True, good=8, bad=4)
    points = calibrate.fit([tuned, unseen])
    assert confidence((), points) == pytest.approx(0.8, abs=0.04)
    assert confidence((), calibrate.fit([tuned])) > 0.95


def test_what_is_written_is_a_file_of_figures(calibrate: ModuleType, tmp_path: Path) -> None:
    path = tmp_path / "calibration.yaml"
    points = dict.fromkeys((BASE, *SIGNS), 0.25)
    calibrate.write(points, path)
    assert build({"calibration.yaml": path.read_text("utf-8")}).figures == {FIGURES: points}


def test_a_usable_row_above_an_unusable_one(calibrate: ModuleType) -> None:
    document = calibrate.Rows([(), ("listing",)], [True, False], True)
    ordered = calibrate.judged(document, {BASE: 1.0, "listing": -1.0})
    assert calibrate.order([document], ordered) == 1.0
    assert calibrate.order([document], calibrate.judged(document, {BASE: 1.0})) == 0.5
