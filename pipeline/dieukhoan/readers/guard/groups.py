"""RTF that is built to exhaust its reader: groups inside groups inside groups."""

from __future__ import annotations

import re

from dieukhoan.core.errors import UnreadableFile

_DEEPEST = 500  # real files reach 20
_MOST = 5_000_000
_BRACE = re.compile(rb"\\[\\{}]|[{}]")
_STEPS = {b"{": 1, b"}": -1}


def check_groups(data: bytes) -> None:
    """Raise UnreadableFile: ``too_deep`` for RTF whose groups are nested too deep, ``bomb`` for too many of them."""
    if data.count(b"{") > _MOST:
        raise UnreadableFile("bomb", f"The file has {data.count(b'{'):,} groups.", "Open it in Word and save it again.")
    depth = 0
    for brace in _BRACE.finditer(data):
        depth = max(0, depth + _STEPS.get(brace.group(), 0))
        if depth > _DEEPEST:
            raise UnreadableFile(
                "too_deep",
                f"The file has groups inside groups, over {_DEEPEST} deep.",
                "Open it in Word and save it again.",
            )
