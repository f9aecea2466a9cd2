"""An RTF file as the parts of a .docx."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace

from dieukhoan.readers.rich.fonts import Font, character, fonts
from dieukhoan.readers.rich.lists import lists, overrides
from dieukhoan.readers.rich.story import Look, Paragraph, Row, Story
from dieukhoan.readers.rich.tokens import Tokens
from dieukhoan.readers.word.grid import Merged
from dieukhoan.readers.word.node import new, under
from dieukhoan.readers.word.symbols import of_field
from dieukhoan.readers.word.xml import Element, w

_SIGNS = {"~": "\xa0", "_": "-", "-": "\xad", "\\": "\\", "{": "{", "}": "}"}
_CHARACTERS = {
    "emdash": "—", "endash": "–", "bullet": "•", "lquote": "‘", "rquote": "’", "ldblquote": "“", "rdblquote": "”",
    "emspace": " ", "enspace": " ", "qmspace": " ",
}  # fmt: skip
_BREAKS = {"tab": "tab", "line": "br", "page": "br", "column": "br"}
_TOGGLES = {"b": "bold", "v": "hidden", "caps": "capitals", "deleted": "deleted"}
_HEADERS = {
    **dict.fromkeys(("header", "headerl", "headerr", "headerf"), "hdr"),
    **dict.fromkeys(("footer", "footerl", "footerr", "footerf"), "ftr"),
}
# Groups that hold no text of the document. An unknown one that begins with ``\*`` holds none either.
_SKIPPED = frozenset(
    """colortbl stylesheet info pict object shprslt nonshppict annotation sp xe tc filetbl revtbl bkmkstart
    bkmkend template ftnsep ftnsepc ftncn aftnsep aftnsepc aftncn pgdsctbl private generator themedata userprops
    """.split()  # noqa: SIM905
)
_STARRED = frozenset(
    ("fldinst", "shpinst", "shptxt", "do", "dptxbxtext", "ud", "nesttableprops", "listtable", "listoverridetable")
)
_BOXES = ("shptxt", "dptxbxtext")
_NUMBERS = ("listtext", "pntext")
_CODE_PAGES = {"ansi": "cp1252", "mac": "mac_roman", "pc": "cp437", "pca": "cp850"}
_LONGEST_LABEL = 80


def parts(data: bytes) -> Rich:
    """The parts of an RTF file; whatever makes no sense in it is passed over."""
    return Rich(data)


@dataclass(slots=True)
class _Group:
    """What holds within a group and ends with it."""

    look: Look
    story: Story
    fallback: int = 1  # characters that stand for a Unicode one in readers that know none
    number: bool = False  # the group holds the number of a paragraph


class Rich:
    """Offers a file as ``readers.word.package.Parts`` does."""

    def __init__(self, data: bytes) -> None:
        self._root = new(w("document"))
        self._numbering = new(w("numbering"))
        self._headers: list[Element] = []
        self._fonts: dict[int, Font] = {}
        self._page = "cp1252"
        self._default = 0
        self._tokens = Tokens(data.decode("latin-1"))
        body = Story(under(self._root, w("body")))
        self._group = _Group(Look(), body)
        self._groups: list[_Group] = []
        self._label: list[str] = []
        self._skip = 0
        self._starred = False
        self._read()
        for group in reversed((self._group, *self._groups)):
            group.story.close()
        body.close()

    def main(self) -> Element | None:
        """The root of the text."""
        return self._root

    def related(self, kind: str) -> Iterator[Element]:
        """The lists, headers or footers."""
        if kind == "numbering":
            yield self._numbering
        else:
            tag = w({"header": "hdr", "footer": "ftr"}.get(kind, "none"))
            yield from (root for root in self._headers if root.tag == tag)

    def unclosed(self) -> int:
        """How many groups the end of the file leaves open: none in a whole file."""
        return len(self._groups)

    def _read(self) -> None:
        for kind, name, number in self._tokens:
            if kind == "{":
                self._open()
            elif kind == "}":
                self._close()
            elif kind == "word":
                starred, self._starred = self._starred, False
                self._word(name, number, starred=starred)
            elif kind == "byte" and number is not None:
                if not self._passed(1):
                    self._write(character(number, self._code_page()))
            elif kind == "text":
                self._write(name[self._passed(len(name)) :])
            elif name == "*":
                self._starred = True
            elif name in _SIGNS:
                self._write(_SIGNS[name])
            elif name in "\r\n":
                self._word("par", None, starred=False)

    def _open(self) -> None:
        self._skip = 0
        self._groups.append(self._group)
        self._group = replace(self._group, look=replace(self._group.look))

    def _close(self) -> None:
        self._skip, self._starred = 0, False
        if not self._groups:
            return
        ended, self._group = self._group, self._groups.pop()
        if ended.story is not self._group.story:
            ended.story.close()
        if ended.number and not self._group.number:
            ended.story.number("".join(self._label)[:_LONGEST_LABEL], self._font(ended.look))
            self._label = []

    def _word(self, name: str, number: int | None, *, starred: bool) -> None:
        if name in _SKIPPED or (starred and name not in _STARRED):
            self._tokens.skip()
        elif self._destination(name) or self._character(name, number) or self._paragraph(name, number):
            return
        elif name in _CHARACTERS:
            self._write(_CHARACTERS[name])
        elif name in _BREAKS:
            self._break(_BREAKS[name])
        elif name in _CODE_PAGES:
            self._page = _CODE_PAGES[name]
        elif name == "ansicpg" and number:
            self._page = f"cp{number}"
        elif name == "deff":
            self._default = self._group.look.font = number or 0
        else:
            self._table(name, number)

    def _destination(self, name: str) -> bool:
        """Whether ``name`` begins a group that is read in a way of its own."""
        story = self._group.story
        if name == "fonttbl":
            self._fonts = fonts(self._tokens.group())
        elif name == "listtable":
            lists(self._numbering, self._tokens.group(), self._fonts)
        elif name == "listoverridetable":
            overrides(self._numbering, self._tokens.group())
        elif name == "fldinst":
            self._write(of_field(self._tokens.group().replace("\\\\", "\\")))
        elif name == "footnote":
            story.sign("footnoteReference", "", self._group.look)
            self._tokens.skip()
        elif name in _NUMBERS:
            self._group.number = True
        elif name in _HEADERS:
            self._headers.append(new(w(_HEADERS[name])))
            self._group.story = Story(self._headers[-1])
        elif name in _BOXES:
            drawn = story.sign("pict", "", Look())
            self._group.story = Story(under(drawn, w("txbxContent")))
        elif name == "upr":
            self._pass_over_plain()
        else:
            return False
        return True

    def _pass_over_plain(self) -> None:
        """Of a group that says the same twice, without and with Unicode, the first half is left out."""
        for kind, _, _ in self._tokens:
            if kind == "{":
                self._tokens.skip()
                return

    def _character(self, name: str, number: int | None) -> bool:
        group = self._group
        if name in _TOGGLES:
            setattr(group.look, _TOGGLES[name], number != 0)
        elif name == "f":
            group.look.font = number or 0
        elif name == "plain":
            group.look = Look(self._default, deleted=group.look.deleted)
        elif name == "uc":
            group.fallback = max(number or 0, 0)
        elif name == "u" and number is not None:
            self._skip = 0
            self._write(chr(number % 0x10000))
            self._skip = group.fallback
        else:
            return False
        return True

    def _paragraph(self, name: str, number: int | None) -> bool:
        story = self._group.story
        if self._group.number:
            return name in ("pard", "par")
        said = story.paragraph
        if name in ("par", "sect"):
            story.end()
        elif name == "pard":
            story.paragraph = Paragraph()
        elif name in ("qc", "ql", "qr", "qj"):
            said.centred = name == "qc"
        elif name in ("li", "lin"):
            said.left = number or 0
        elif name == "fi":
            said.first = number or 0
        elif name == "ls":
            said.list = number or 0
        elif name == "ilvl":
            said.level = number or 0
        elif name == "intbl":
            said.in_table = True
        elif name == "itap":
            said.depth = max(number or 0, 0)
        else:
            return False
        return True

    def _table(self, name: str, number: int | None) -> None:
        story = self._group.story
        if name == "trowd":
            story.row = Row()
        elif name == "trleft":
            story.row.left = number or 0
        elif name == "cellx":
            story.row.edges.append(number or 0)
            story.row.merged.append(story.row.coming)
            story.row.coming = Merged()
        elif name in ("clmrg", "clvmgf", "clvmrg"):
            old = story.row.coming
            story.row.coming = Merged(old.right or name == "clmrg", old.begins or name == "clvmgf", name == "clvmrg")
        elif name == "cell":
            story.end_cell(1)
        elif name == "nestcell":
            story.end_cell(max(story.paragraph.tables, 2))
        elif name == "row":
            story.end_row(1)
        elif name == "nestrow":
            story.end_row(max(story.paragraph.tables, 2))

    def _break(self, name: str) -> None:
        if self._group.number:
            self._label.append(" ")
        else:
            self._group.story.sign(name, self._font(self._group.look), self._group.look)

    def _write(self, text: str) -> None:
        if not text:
            return
        if self._group.number:
            self._label.append(text)
        else:
            self._group.story.write(text, self._font(self._group.look), self._group.look)

    def _passed(self, count: int) -> int:
        """How many of ``count`` characters only stand for a Unicode one, and are left out."""
        passed = min(self._skip, count)
        self._skip -= passed
        return passed

    def _font(self, look: Look) -> str:
        font = self._fonts.get(look.font)
        return font.name if font else ""

    def _code_page(self) -> str:
        font = self._fonts.get(self._group.look.font)
        return (font.page if font else "") or self._page
