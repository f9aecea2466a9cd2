"""Rich Text Format (.rtf)."""

from __future__ import annotations

from dieukhoan.core.errors import UnreadableFile
from dieukhoan.readers.guard import check_groups
from dieukhoan.readers.lines import Draft
from dieukhoan.readers.rich import parts
from dieukhoan.readers.word import written


def read(data: bytes) -> Draft:
    """The text of an RTF document.

    Raises UnreadableFile: ``wrong_content``, ``too_deep``, ``bomb``, ``empty``.
    """
    if not data.lstrip().startswith(b"{\\rtf"):
        raise UnreadableFile("wrong_content", "The file is called .rtf but is none.", "Fetch it again.")
    check_groups(data)
    return written(parts(data))
