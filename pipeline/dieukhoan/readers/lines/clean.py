"""Characters that nobody sees and no text needs."""

from __future__ import annotations

import re

from dieukhoan.core.records import Diagnostic
from dieukhoan.readers.lines.draft import info

# Control characters, zero-width space and joiners, writing direction, soft hyphen, byte order mark.
_UNSEEN = re.compile("[\x00-\x08\x0e-\x1f\x7f-\x84\x86-\x9f\xad\u200b-\u200f\u202a-\u202e\u2060\ufeff]")


def without_unseen(text: str) -> tuple[str, int]:
    """``text`` without control and invisible characters (tabs and line ends stay), and how many there were."""
    return _UNSEEN.subn("", text)


def unseen_remark(count: int) -> list[Diagnostic]:
    """What to tell the user about ``count`` characters taken out; nothing for none."""
    return [info("control_characters", f"{count} control or invisible characters were taken out.")] if count else []
