"""Heavy libraries are imported when a document needs them, not before."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]


def test_importing_the_chain_imports_neither_spacy_nor_underthesea() -> None:
    code = "import sys, dieukhoan.analyse; print([m for m in ('spacy', 'underthesea', 'pandas') if m in sys.modules])"
    done = subprocess.run(
        [sys.executable, "-c", code],
        capture_output=True,
        text=True,
        check=True,
        env={"PYTHONPATH": str(ROOT / "pipeline"), "PATH": ""},
    )
    assert done.stdout.strip() == "[]"
