"""An analysed document goes with the last who holds it: nothing waits for the garbage collector."""

from __future__ import annotations

import gc
from collections.abc import Iterator
from pathlib import Path

import pytest

from dieukhoan.analyse import analyse, resources
from dieukhoan.readers import read

SAMPLES = sorted((Path(__file__).resolve().parents[1] / "data" / "samples").glob("*.txt"))


@pytest.fixture
def kept() -> Iterator[list[object]]:
    """What the collector found in circles since the test began, once it is asked to collect."""
    gc.collect()
    gc.disable()
    gc.set_debug(gc.DEBUG_SAVEALL)
    yield gc.garbage
    gc.set_debug(0)
    gc.garbage.clear()
    gc.enable()


@pytest.mark.parametrize("path", SAMPLES, ids=lambda path: path.name)
def test_a_document_leaves_nothing_to_the_collector(path: Path, kept: list[object]) -> None:
    source = read(path)
    assert analyse(source, resources()).units
    gc.collect()
    ours = {type(item).__name__ for item in kept if type(item).__module__.startswith("dieukhoan")}
    assert not ours
