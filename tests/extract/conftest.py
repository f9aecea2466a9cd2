"""What the tests of extraction share."""

from __future__ import annotations

import pytest

from dieukhoan.analyse import resources
from dieukhoan.extract.resources import Resources


@pytest.fixture(scope="session")
def using() -> Resources:
    """The rules of the house and its tagger, loaded once."""
    return resources()
