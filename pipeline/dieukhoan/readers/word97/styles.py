"""Fonts and styles of a Word 97 document (MS-DOC 2.9.81, 2.9.271)."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from struct import unpack_from

from dieukhoan.readers.word.node import new, say, under
from dieukhoan.readers.word.styles import Styles
from dieukhoan.readers.word.xml import Element, sound, value, w
from dieukhoan.readers.word97.file import Table, WordFile
from dieukhoan.readers.word97.marks import (
    TOGGLES,
    Runs,
    paragraph_properties,
    paragraphs,
    run_properties,
    runs,
    style_name,
)
from dieukhoan.readers.word97.sprms import named

_FONT_NAME = 40  # where the name begins in a record
_HEADER = 20  # bytes of the table of styles before the styles
_KINDS = {1: "paragraph", 2: "character", 3: "table", 4: "numbering"}
_PARAGRAPH, _CHARACTER = 1, 2
_NO_STYLE = 0xFFF


def fonts(file: WordFile) -> dict[int, str]:
    """The names of the fonts by their number."""
    data = file.part(Table.FONTS)
    found: dict[int, str] = {}
    at = 4
    for number in range(unpack_from("<H", data)[0] if len(data) > at else 0):
        if at >= len(data):
            break
        size = data[at] + 1
        name = sound(data[at + _FONT_NAME : at + size].decode("utf-16-le", "replace").partition("\0")[0])
        if name.isprintable() and name:
            found[number] = name
        at += size
    return found


class Sheet:
    """The styles of a document: as ``styles.xml`` would have them, and with the toggles of each style resolved."""

    def __init__(self, file: WordFile, known: Mapping[int, str]) -> None:
        self.root = new(w("styles"))
        self.lists: set[int] = set()  #: numbers of the lists that styles name
        self._fonts = known
        self._unlike: list[tuple[Element, str]] = []
        data = file.part(Table.STYLES)
        if len(data) >= _HEADER:
            self._read(data)
        self._styles = Styles(self.root)
        self._toggles: dict[int, Mapping[str, bool]] = {}
        for toggle, base in self._unlike:
            _, _, name = str(toggle.tag).rpartition("}")
            toggle.set(w("val"), str(int(not self._styles.flag(base, f"rPr/{name}"))))
        self._styles = Styles(self.root)  # without what was remembered of the values before

    def toggles(self, style: int) -> Mapping[str, bool]:
        """Which toggles are on in a style, by their tag."""
        if style not in self._toggles:
            names = ((tag, tag.rpartition("}")[2]) for tag in TOGGLES)
            self._toggles[style] = {
                tag: bool(self._styles.flag(style_name(style), f"rPr/{name}")) for tag, name in names
            }
        return self._toggles[style]

    def _read(self, data: bytes) -> None:
        size, count, base_size = unpack_from("<HHH", data)
        self._defaults(unpack_from("<HHH", data, 14))
        at = 2 + size
        for number in range(count):
            if at + 2 > len(data):
                break
            length = unpack_from("<H", data, at)[0]
            record = data[at + 2 : at + 2 + length]
            if len(record) > base_size:
                self._style(number, record, base_size)
            at += 2 + length

    def _defaults(self, numbers: tuple[int, ...]) -> None:
        holder = self.root
        for name in ("docDefaults", "rPrDefault", "rPr"):
            holder = under(holder, w(name))
        said = {w("ascii"): self._fonts.get(numbers[0], ""), w("hAnsi"): self._fonts.get(numbers[2], "")}
        under(holder, w("rFonts"), {name: font for name, font in said.items() if font})

    def _style(self, number: int, record: bytes, base_size: int) -> None:
        kind, parts = unpack_from("<HH", record, 2)
        based, kind, parts = kind >> 4, kind & 0xF, parts & 0xF
        said = {w("type"): _KINDS.get(kind, ""), w("styleId"): style_name(number)}
        style = under(self.root, w("style"), said)
        if number == 0:
            style.set(w("default"), "1")
        if based != _NO_STYLE:
            say(style, "basedOn", style_name(based))
        _, at = named(record, base_size)
        changes = list(_changes(record, at + 2, parts))
        if kind == _PARAGRAPH and changes:
            look = paragraphs(changes[0][2:])  # a style number stands first
            paragraph_properties(style, look)
            self.lists |= {look.list} if look.list else set()
        if kind in (_PARAGRAPH, _CHARACTER) and len(changes) > (kind == _PARAGRAPH):
            self._characters(style, runs(changes[kind == _PARAGRAPH]))

    def _characters(self, style: Element, look: Runs) -> None:
        run_properties(style, look, self._fonts)
        for tag, on in look.toggles:
            holder = style.find(w("rPr"))
            toggle = None if holder is None else holder.find(tag)
            if on is None and toggle is not None:
                self._unlike.append((toggle, value(style.find(w("basedOn")))))


def _changes(record: bytes, at: int, count: int) -> Iterator[bytes]:
    for _ in range(count):
        at += at % 2
        if at + 2 > len(record):
            return
        size = unpack_from("<H", record, at)[0]
        yield record[at + 2 : at + 2 + size]
        at += 2 + size
