"""Rich Text Format, converted to .docx by LibreOffice, whose reader then sees fonts, lists and tables."""

from __future__ import annotations

from dieukhoan.core.errors import UnreadableFile
from dieukhoan.readers.docx import read as read_docx
from dieukhoan.readers.lines import Draft
from dieukhoan.readers.office import by_libreoffice


def read(data: bytes) -> Draft:
    """The text of an RTF document.

    Raises UnreadableFile: ``wrong_content``, ``needs_libreoffice``, ``empty``.
    """
    if not data.lstrip().startswith(b"{\\rtf"):
        raise UnreadableFile("wrong_content", "The file is called .rtf but is none.", "Fetch it again.")
    converted = by_libreoffice(data, "rtf")
    if converted is None:
        raise UnreadableFile(
            "needs_libreoffice",
            "The .rtf could not be converted: LibreOffice is missing or cannot read the file.",
            "Install LibreOffice, or save the file as .docx with Word.",
        )
    return read_docx(converted)
