"""Rich Text Format (.rtf)."""

from __future__ import annotations

from dieukhoan.core.reasons import refusal
from dieukhoan.readers.guard import check_groups
from dieukhoan.readers.lines import Draft
from dieukhoan.readers.rich import parts
from dieukhoan.readers.word import written


def read(data: bytes) -> Draft:
    """The text of an RTF document.

    Raises UnreadableFile: ``wrong_content``, ``too_deep``, ``bomb``, ``empty``.
    """
    if not data.lstrip().startswith(b"{\\rtf"):
        raise refusal("wrong_content", ending="rtf")
    check_groups(data)
    return written(parts(data))
