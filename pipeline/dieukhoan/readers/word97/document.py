"""A Word 97 document as the parts of a .docx."""

from __future__ import annotations

from collections.abc import Iterator
from struct import error as CutError  # noqa: N812
from struct import unpack_from

from dieukhoan.readers.word.node import new, under
from dieukhoan.readers.word.xml import Element, w
from dieukhoan.readers.word97.body import Body
from dieukhoan.readers.word97.file import Beyond, Table, WordFile
from dieukhoan.readers.word97.lists import numbering
from dieukhoan.readers.word97.shapes import boxes
from dieukhoan.readers.word97.styles import Sheet, fonts

_STORIES = 6  # of a section: headers of even, odd and first pages, and their footers, in this order: e o E O f F
_FOOTERS = (2, 3, 5)
_TEXT, _NOTES = 0, 1  # of the subdocuments
_TAGS = {"header": "hdr", "footer": "ftr"}


def parts(data: bytes) -> Word97:
    """The parts of a Word 97 document.

    Raises Beyond for what is no such document, or cut, or uses what is not read here.
    """
    try:
        return Word97(WordFile(data))
    except (CutError, IndexError) as error:
        raise Beyond(str(error)) from error


class Word97:
    """Offers a document as ``readers.word.package.Parts`` does."""

    def __init__(self, file: WordFile) -> None:
        known = fonts(file)
        sheet = Sheet(file, known)
        self._styles = sheet.root
        self._body = Body(file, known, sheet)
        self._file = file
        self._root = new(w("document"))
        self._headers = list(self._stories())
        holder = under(self._root, w("body"))
        self._body.story(holder, 0, file.lengths[_TEXT], boxes(file))
        self._numbering = numbering(file, known, sheet.lists | self._body.lists)

    def main(self) -> Element | None:
        """The root of the text."""
        return self._root

    def related(self, kind: str) -> Iterator[Element]:
        """The styles, lists, headers or footers."""
        if kind == "styles":
            yield self._styles
        elif kind == "numbering":
            yield self._numbering
        else:
            yield from (root for root in self._headers if root.tag == w(_TAGS.get(kind, "none")))

    def _stories(self) -> Iterator[Element]:
        """Headers and footers; the first six stories are the lines above footnotes."""
        base = self._file.lengths[_TEXT] + self._file.lengths[_NOTES]
        places = _numbers(self._file.part(Table.HEADERS))
        for index, (start, end) in enumerate(zip(places[_STORIES:], places[_STORIES + 1 :], strict=False)):
            if end > start + 1:
                root = new(w("ftr" if index % _STORIES in _FOOTERS else "hdr"))
                self._body.story(root, base + start, base + end, {})
                yield root


def _numbers(data: bytes) -> tuple[int, ...]:
    return unpack_from(f"<{len(data) // 4}I", data)
