"""Files that the tests write themselves."""

from __future__ import annotations

import zipfile
from collections.abc import Callable, Iterable
from pathlib import Path

import pytest

from dieukhoan.core.records import Source
from dieukhoan.readers import read

_W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
_NAMESPACES = (
    f'xmlns:w="{_W}" xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006"'
    ' xmlns:wps="http://schemas.microsoft.com/office/word/2010/wordprocessingShape"'
    ' xmlns:v="urn:schemas-microsoft-com:vml"'
)
_OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_RELATIONS = "http://schemas.openxmlformats.org/package/2006/relationships"
_WORD = "application/vnd.openxmlformats-officedocument.wordprocessingml"
_PARTS = ("styles", "numbering", "header", "footer")

Maker = Callable[..., Path]


def _types(kinds: Iterable[str]) -> str:
    items = "".join(
        f'<Override PartName="/word/{kind}.xml" ContentType="{_WORD}.{kind}{".main" * (kind == "document")}+xml"/>'
        for kind in kinds
    )
    return (
        '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">'
        '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
        f"{items}</Types>"
    )


def _relations(*targets: tuple[str, str]) -> str:
    items = "".join(
        f'<Relationship Id="r{place}" Type="{_OFFICE}/{kind}" Target="{target}"/>'
        for place, (kind, target) in enumerate(targets)
    )
    return f'<Relationships xmlns="{_RELATIONS}">{items}</Relationships>'


@pytest.fixture
def make_docx(tmp_path: Path) -> Maker:
    """make_docx(body XML, styles=…, numbering=…, header=…, footer=…, prolog=…): the path of a .docx file.

    With ``dangling`` it refers to a picture that is not there.
    """

    def make(body: str, *, prolog: str = "", name: str = "a.docx", dangling: bool = False, **parts: str) -> Path:
        path = tmp_path / name
        with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
            archive.writestr("[Content_Types].xml", _types(["document", *parts]))
            archive.writestr("_rels/.rels", _relations(("officeDocument", "word/document.xml")))
            missing = [("image", "media/missing.png")] * dangling
            known = [(kind, f"{kind}.xml") for kind in _PARTS if kind in parts]
            archive.writestr("word/_rels/document.xml.rels", _relations(*known, *missing))
            archive.writestr(
                "word/document.xml", f"{prolog}<w:document {_NAMESPACES}><w:body>{body}</w:body></w:document>"
            )
            for kind, content in parts.items():
                root = {"header": "hdr", "footer": "ftr"}.get(kind, kind)
                archive.writestr(f"word/{kind}.xml", f"<w:{root} {_NAMESPACES}>{content}</w:{root}>")
        return path

    return make


@pytest.fixture
def lines() -> Callable[[Path | Source], list[str]]:
    """lines(path or source): the text of each line."""

    def of(what: Path | Source) -> list[str]:
        source = read(what) if isinstance(what, Path) else what
        return [source.text[line.start : line.end] for line in source.lines]

    return of


_A4 = (595, 842)


class PdfWriter:
    """A PDF of a few objects, with a font that is not embedded: its characters are half an em wide."""

    def __init__(self) -> None:
        self._pages: list[tuple[str, str, tuple[int, int]]] = []
        self._content = ""
        self._stamps = ""
        self._used: set[str] = set()

    def text(self, x: float, y: float, text: str, size: float = 12, *, bold: bool = False) -> PdfWriter:
        """Draw ``text`` with its base line at ``y`` points above the lower edge."""
        self._content += self._shown(x, y, text, size, bold=bold)
        return self

    def lines(self, x: float, y: float, *texts: str, lead: float = 18) -> PdfWriter:
        """Draw lines one below the other, the first at ``y``."""
        for place, text in enumerate(texts):
            self.text(x, y - place * lead, text)
        return self

    def rule(self, x0: float, y0: float, x1: float, y1: float) -> PdfWriter:
        """Draw a straight line."""
        self._content += f"{x0} {y0} m {x1} {y1} l S\n"
        return self

    def box(self, x0: float, y0: float, x1: float, y1: float) -> PdfWriter:
        """Draw a rectangle."""
        self._content += f"{x0} {y0} {x1 - x0} {y1 - y0} re S\n"
        return self

    def area(self, x0: float, y0: float, x1: float, y1: float) -> PdfWriter:
        """Fill a rectangle with white, without an outline."""
        self._content += f"1 1 1 rg {x0} {y0} {x1 - x0} {y1 - y0} re f 0 0 0 rg\n"
        return self

    def stamp(self, x: float, y: float, text: str) -> PdfWriter:
        """Set a text field onto the page, with a look of its own."""
        self._stamps += self._shown(x, y, text, 12, bold=False)
        return self

    def page(self, size: tuple[int, int] = _A4) -> PdfWriter:
        """Finish the page."""
        self._pages.append((self._content, self._stamps, size))
        self._content = self._stamps = ""
        return self

    def _shown(self, x: float, y: float, text: str, size: float, *, bold: bool) -> str:
        self._used.update(text)
        codes = text.encode("utf-16-be").hex()
        return f"BT /{'B' if bold else 'F'} {size} Tf 1 0 0 1 {x} {y} Tm <{codes}> Tj ET\n"

    def _fonts(self) -> list[str]:
        known = "".join(f"<{ord(char):04x}> <{ord(char):04x}>\n" for char in sorted(self._used))
        cmap = (
            "/CIDInit /ProcSet findresource begin 12 dict begin begincmap /CMapName /X def /CMapType 2 def\n"
            "1 begincodespacerange <0000> <ffff> endcodespacerange\n"
            f"{len(self._used)} beginbfchar\n{known}endbfchar endcmap end end"
        )
        fonts = [f"<< /Length {len(cmap)} >>\nstream\n{cmap}\nendstream"]
        for name in ("Times-Roman", "Times-Bold"):
            descendant = (
                f"<< /Type /Font /Subtype /CIDFontType2 /BaseFont /{name} /DW 500"
                " /CIDSystemInfo << /Registry (Adobe) /Ordering (Identity) /Supplement 0 >>"
                f" /FontDescriptor << /Type /FontDescriptor /FontName /{name} /Flags 4 /FontBBox [0 -200 500 800]"
                " /ItalicAngle 0 /Ascent 800 /Descent -200 /CapHeight 700 /StemV 80 >> >>"
            )
            fonts.append(
                f"<< /Type /Font /Subtype /Type0 /BaseFont /{name} /Encoding /Identity-H"
                f" /DescendantFonts [{descendant}] /ToUnicode 3 0 R >>"
            )
        return fonts

    def save(self, path: Path, trailer: str = "") -> Path:
        """Write the file; ``trailer`` is added to its trailer dictionary."""
        if self._content or not self._pages:
            self.page()
        fonts = "/Resources << /Font << /F 4 0 R /B 5 0 R >> >>"
        objects = ["<< /Type /Catalog /Pages 2 0 R >>", "", *self._fonts()]
        kids = []
        for content, stamps, (width, height) in self._pages:
            at = len(objects) + 1
            kids.append(f"{at} 0 R")
            annotation = f"/Annots [{at + 2} 0 R]" if stamps else ""
            box = f"[0 0 {width} {height}]"
            objects.append(
                f"<< /Type /Page /Parent 2 0 R /MediaBox {box} {fonts} /Contents {at + 1} 0 R {annotation} >>"
            )
            objects.append(f"<< /Length {len(content)} >>\nstream\n{content}\nendstream")
            if stamps:
                objects.append(
                    f"<< /Type /Annot /Subtype /Widget /FT /Tx /F 4 /Rect {box} /AP << /N {at + 3} 0 R >> >>"
                )
                objects.append(
                    f"<< /Type /XObject /Subtype /Form /BBox {box} {fonts} /Length {len(stamps)} >>\n"
                    f"stream\n{stamps}\nendstream"
                )
        objects[1] = f"<< /Type /Pages /Count {len(kids)} /Kids [{' '.join(kids)}] >>"
        out, offsets = "%PDF-1.7\n", []
        for number, content in enumerate(objects, 1):
            offsets.append(len(out))
            out += f"{number} 0 obj\n{content}\nendobj\n"
        table = "".join(f"{offset:010d} 00000 n \n" for offset in offsets)
        out += f"xref\n0 {len(objects) + 1}\n0000000000 65535 f \n{table}"
        out += f"trailer << /Size {len(objects) + 1} /Root 1 0 R {trailer} >>\nstartxref\n{out.index('xref')}\n%%EOF"
        path.write_bytes(out.encode("latin-1"))
        return path


@pytest.fixture
def pdf() -> PdfWriter:
    """A new, empty PDF."""
    return PdfWriter()
