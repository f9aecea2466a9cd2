"""Every real text converts, and no character of it is lost or stands in two places."""

from __future__ import annotations

from pathlib import Path

import pytest

from dieukhoan.batch import LEAST, check_coverage

pytestmark = pytest.mark.slow


@pytest.mark.parametrize(("folder", "texts"), [("agreements", 277), ("normative", 260)])
def test_every_text_is_read_and_wholly_covered(shared: Path, folder: str, texts: int) -> None:
    found = list(check_coverage([shared / "corpus" / folder], jobs=2))
    assert len(found) == texts
    assert [(one.source, one.error) for one in found if one.error] == []
    assert [(one.source, round(one.share, 5), one.sample) for one in found if one.share < LEAST] == []
