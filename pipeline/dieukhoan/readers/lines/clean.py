"""Characters that nobody sees and no text needs."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import replace

from dieukhoan.core.records import Diagnostic
from dieukhoan.core.remarks import remark
from dieukhoan.core.text import nfc
from dieukhoan.readers.lines.row import Row

# Control characters, zero-width space and joiners, writing direction, soft hyphen, byte order mark.
_UNSEEN = re.compile("[\x00-\x08\x0e-\x1f\x7f-\x84\x86-\x9f\xad\u200b-\u200f\u202a-\u202e\u2060\ufeff]")


def without_unseen(text: str) -> tuple[str, int]:
    """``text`` without control and invisible characters (tabs and line ends stay), and how many there were."""
    return _UNSEEN.subn("", text)


def cleaned(rows: Iterable[Row]) -> tuple[list[Row], int]:
    """The rows in NFC without such characters, and how many there were."""
    done, total = [], 0
    for row in rows:
        text, count = without_unseen(nfc(row.text))
        typed = without_unseen(nfc(row.typed))[0] if row.typed else ""
        same = text == row.text and typed == row.typed
        done.append(row if same else replace(row, text=text, typed=typed if len(typed) == len(text) else ""))
        total += count
    return done, total


def unseen_remark(count: int) -> list[Diagnostic]:
    """What to tell the user about ``count`` characters taken out; nothing for none."""
    return [remark("control_characters", count=count)] if count else []
