"""What every format is tried on."""

from __future__ import annotations

import pytest

from dieukhoan.core.records import Diagnostic
from dieukhoan.tables import Rows, rows
from made_document import made
from made_results import NASTY, filled


@pytest.fixture
def sample() -> Rows:
    """Rows with texts that a format may take for something else."""
    doubts = tuple(Diagnostic("info", f"nasty{n}", text, start=n, end=n + 1) for n, text in enumerate(NASTY))
    return filled(rows(made(diagnostics=doubts)))
