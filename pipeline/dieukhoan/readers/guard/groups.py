"""RTF that is built to exhaust its reader: groups inside groups inside groups."""

from __future__ import annotations

import re

from dieukhoan.core.reasons import refusal

_DEEPEST = 500  # real files reach 20
_MOST = 5_000_000
_BRACE = re.compile(rb"\\[\\{}]|[{}]")
_STEPS = {b"{": 1, b"}": -1}


def check_groups(data: bytes) -> None:
    """Raise UnreadableFile: ``too_deep`` for RTF whose groups are nested too deep, ``bomb`` for too many of them."""
    if data.count(b"{") > _MOST:
        raise refusal("bomb", "bomb_groups", count=data.count(b"{"))
    depth = 0
    for brace in _BRACE.finditer(data):
        depth = max(0, depth + _STEPS.get(brace.group(), 0))
        if depth > _DEEPEST:
            raise refusal("too_deep", "too_deep_groups", most=_DEEPEST)
