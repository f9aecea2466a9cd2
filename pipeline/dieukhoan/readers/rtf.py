"""Rich Text Format (.rtf)."""

from __future__ import annotations

import re
from dataclasses import replace

from dieukhoan.core.reasons import refusal
from dieukhoan.core.remarks import remark
from dieukhoan.readers.guard import check_groups
from dieukhoan.readers.lines import Draft
from dieukhoan.readers.rich import parts
from dieukhoan.readers.word import written

_ENDED = re.compile(rb"(?:\}|\\par)[\s\0]*\Z")


def read(data: bytes) -> Draft:
    """The text of an RTF document, with a warning ``cut_file`` where its end is missing.

    Raises UnreadableFile: ``wrong_content``, ``too_deep``, ``bomb``, ``empty``.
    """
    if not data.lstrip().startswith(b"{\\rtf"):
        raise refusal("wrong_content", ending="rtf")
    check_groups(data)
    rich = parts(data)
    draft = written(rich)
    if not _is_cut(rich.unclosed(), data):
        return draft
    return replace(draft, diagnostics=(remark("cut_file", severity="warning"), *draft.diagnostics))


def _is_cut(unclosed: int, data: bytes) -> bool:
    """Some programs forget the last brace of a file that is whole otherwise."""
    return unclosed > 1 or (unclosed == 1 and not _ENDED.search(data[-1024:]))
