"""Word documents (.docx): the text as it stands on the page, automatic numbers included."""

from __future__ import annotations

from dieukhoan.readers.lines.draft import Draft
from dieukhoan.readers.word import package, written


def read(data: bytes) -> Draft:
    """The body of a Word document, one paragraph a line; a line break inside a paragraph starts a new line too.

    Raises UnreadableFile: ``encrypted`` (its archive), ``not_docx``, ``bomb``, ``broken``, ``empty``.
    """
    return written(package(data))
