"""The notebooks run from the first cell to the last, and each is the same as the script that it is paired with."""

from __future__ import annotations

import json
import os
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[1]
NOTEBOOKS = sorted((ROOT / "notebooks").glob("*.ipynb"))


def test_every_script_has_its_notebook() -> None:
    assert len(NOTEBOOKS) == 4
    assert [path.stem for path in NOTEBOOKS] == sorted(path.stem for path in (ROOT / "notebooks").glob("*.py"))


@pytest.mark.parametrize("path", NOTEBOOKS, ids=lambda path: path.stem)
def test_a_notebook_is_kept_without_what_it_shows(path: Path) -> None:
    cells = [cell for cell in json.loads(path.read_text("utf-8"))["cells"] if cell["cell_type"] == "code"]
    assert len(cells) >= 5
    assert all(not cell["outputs"] and cell["execution_count"] is None for cell in cells)


@pytest.mark.slow
@pytest.mark.parametrize("path", NOTEBOOKS, ids=lambda path: path.stem)
def test_a_notebook_and_its_script_are_the_same(path: Path) -> None:
    jupytext = pytest.importorskip("jupytext", reason="needs pip install -e '.[notebooks]'")
    pair = [jupytext.read(path), jupytext.read(path.with_suffix(".py"))]
    ours, theirs = ([(cell.cell_type, cell.source) for cell in notebook.cells] for notebook in pair)
    assert ours == theirs, f"run: jupytext --sync {path.name}"


@pytest.mark.slow
@pytest.mark.parametrize("path", NOTEBOOKS, ids=lambda path: path.stem)
def test_a_notebook_runs(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    pytest.importorskip("ipykernel", reason="needs pip install -e '.[notebooks]'")
    nbclient = pytest.importorskip("nbclient", reason="needs pip install -e '.[notebooks]'")
    nbformat = pytest.importorskip("nbformat")
    searched = os.pathsep.join(filter(None, (str(ROOT / "pipeline"), os.environ.get("PYTHONPATH", ""))))
    monkeypatch.setenv("PYTHONPATH", searched)
    notebook = nbformat.read(path, as_version=4)
    where = {"metadata": {"path": str(path.parent)}}
    nbclient.NotebookClient(notebook, timeout=300, kernel_name="python3", resources=where).execute()
    shown = [output for cell in notebook.cells if cell.cell_type == "code" for output in cell.outputs]
    assert any("text/html" in output.get("data", {}) for output in shown)  # a table
    assert path.stem.startswith("1") or any("image/png" in output.get("data", {}) for output in shown)  # a picture
