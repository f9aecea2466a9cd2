"""The form "Bảng phân công nhiệm vụ" before anything is filled in: made once, by python-docx.

Layout: Nghị định 30/2020/NĐ-CP, Phụ lục I: A4, Times New Roman 13 to 14, margins of 20 mm above and below, 30 mm on the
left, 20 mm on the right; the national heading on the right, the office and the number on the left; page numbers in
Arabic figures in the middle of the upper margin, none on the first page. A table may lie on its side. What only the
office knows (its name, number, place, day, who signs) is left as dots.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from datetime import UTC, datetime
from io import BytesIO
from typing import Any, NamedTuple
from zipfile import ZipFile

import docx
from docx.enum.section import WD_ORIENT
from docx.enum.style import WD_STYLE_TYPE
from docx.enum.table import WD_TABLE_ALIGNMENT
from docx.enum.text import WD_ALIGN_PARAGRAPH
from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls
from docx.shared import Mm, Pt
from lxml import etree

from dieukhoan.tables import Words

CELL, CENTRED, GROUP = "DK Cell", "DK Centred", "DK Group"
"""The styles of paragraphs in the table."""
WIDTHS = (14, 71, 36, 34, 36, 28, 28)
"""Of its columns, in millimetres: what an A4 page on its side has between its margins."""
TITLE, ABOUT, ROWS, NOTE, ID = "title", "about", "rows", "note", "id"
"""The places to fill in."""

_FONT = "Times New Roman"
_DOTS = "………………………"
_HEADING = Words("BẢNG PHÂN CÔNG NHIỆM VỤ", "TABLE OF ASSIGNED DUTIES")
_RECIPIENTS = Words("Nơi nhận:", "Recipients:")
_SLOT = re.compile("\ue000([a-z]+)\ue001")  # private use: no document has them where python-docx puts text
_AFTER = "rows"
# What python-docx's template has besides: more than half of the file.
_NOT_NEEDED = ("docProps/thumbnail", "customXml/", "word/stylesWithEffects")
_GONE = re.compile(f"<!--{_AFTER}-->|<(?:Relationship|Override) [^>]*(?:thumbnail|customXml|stylesWithEffects)[^>]*/>")


_SIDE = 'w:w="68" w:type="dxa"'  # 1.2 mm: seven columns leave no more
_CELL_MARGINS = f"<w:tblCellMar {nsdecls('w')}><w:left {_SIDE}/><w:right {_SIDE}/></w:tblCellMar>"


class Form(NamedTuple):
    """The parts of a .docx file by name, each as pieces of text: every second piece names a place to fill in."""

    parts: tuple[tuple[str, tuple[str, ...]], ...]


def form(labels: Sequence[str], lang: str) -> Form:
    """The form with ``labels`` in the first row of its table, which is repeated on every page."""
    made = docx.Document()
    _styles(made)
    _page(made)
    _national_heading(made)
    _title(made, lang)
    _table(made, labels)
    _paragraph(made, _slot(NOTE), size=12, italic=True, before=6)
    _signature(made, lang)
    _properties(made)
    stored = BytesIO()
    made.save(stored)
    return Form(tuple(_parts(stored)))


def _slot(name: str) -> str:
    return f"\ue000{name}\ue001"


def _parts(stored: BytesIO) -> Iterator[tuple[str, tuple[str, ...]]]:
    """The parts of the package; the list of types first, as readers expect it."""
    with ZipFile(stored) as package:
        for name in sorted(package.namelist(), key=lambda name: (name != "[Content_Types].xml", name)):
            if not name.startswith(_NOT_NEEDED):
                text = package.read(name).decode("utf-8")
                yield name, tuple(_SLOT.split(_GONE.sub("", text)))


def _styles(made: Any) -> None:  # noqa: ANN401  python-docx has no types of its own here
    _font(made.styles["Normal"], 14)
    for name, alignment, bold in (
        (CELL, WD_ALIGN_PARAGRAPH.LEFT, False),
        (CENTRED, WD_ALIGN_PARAGRAPH.CENTER, False),
        (GROUP, WD_ALIGN_PARAGRAPH.LEFT, True),
    ):
        style = made.styles.add_style(name, WD_STYLE_TYPE.PARAGRAPH)
        style.base_style = made.styles["Normal"]
        _font(style, 13)
        style.font.bold = bold
        style.paragraph_format.alignment = alignment
        style.paragraph_format.keep_with_next = bold  # a heading does not stay behind at the foot of a page
    language = made.styles.element.find(".//" + _w("lang"))
    language.set(_w("val"), "vi-VN")


def _font(style: Any, size: int) -> None:  # noqa: ANN401
    style.font.name, style.font.size = _FONT, Pt(size)
    fonts = style.element.get_or_add_rPr().get_or_add_rFonts()
    for script in ("eastAsia", "cs", "hAnsi"):
        fonts.set(_w(script), _FONT)
    style.paragraph_format.space_before = style.paragraph_format.space_after = Pt(0)
    style.paragraph_format.line_spacing = 1.0


def _w(name: str) -> str:
    return f"{{http://schemas.openxmlformats.org/wordprocessingml/2006/main}}{name}"


def _page(made: Any) -> None:  # noqa: ANN401
    section = made.sections[0]
    section.orientation = WD_ORIENT.LANDSCAPE
    section.page_width, section.page_height = Mm(297), Mm(210)
    section.left_margin, section.right_margin = Mm(30), Mm(20)
    section.top_margin = section.bottom_margin = Mm(20)
    section.header_distance = section.footer_distance = Mm(10)
    section.different_first_page_header_footer = True
    number = section.header.paragraphs[0]
    number.style, number.alignment = made.styles["Normal"], WD_ALIGN_PARAGRAPH.CENTER
    field = f'<w:fldSimple {nsdecls("w")} w:instr="PAGE"><w:r><w:t>2</w:t></w:r></w:fldSimple>'
    number._p.append(parse_xml(field))
    section.first_page_header.paragraphs[0].style = made.styles["Normal"]


def _paragraph(  # noqa: PLR0913  one keyword a property
    place: Any,  # noqa: ANN401
    text: str,
    *,
    size: int = 14,
    bold: bool = False,
    italic: bool = False,
    centred: bool = False,
    before: int = 0,
) -> Any:  # noqa: ANN401
    """A paragraph at the end of ``place``."""
    made = place.add_paragraph()
    run = made.add_run(text)
    run.font.size, run.font.bold, run.font.italic = Pt(size), bold, italic
    made.paragraph_format.space_before = Pt(before)
    if centred:
        made.alignment = WD_ALIGN_PARAGRAPH.CENTER
    return made


def _line(place: Any, length: int, width: int) -> Any:  # noqa: ANN401
    """A line of so many millimetres in the middle of ``place``, which is ``width`` wide."""
    made = _paragraph(place, "", size=2, before=3)
    made.paragraph_format.left_indent = made.paragraph_format.right_indent = Mm((width - length) / 2)
    rule = f'<w:pBdr {nsdecls("w")}><w:top w:val="single" w:sz="6" w:space="1" w:color="000000"/></w:pBdr>'
    made._p.get_or_add_pPr().insert_element_before(parse_xml(rule), "w:shd", "w:spacing", "w:ind", "w:jc")
    made.paragraph_format.line_spacing = Pt(3)
    return made


def _columns(made: Any, *widths: int) -> list[Any]:  # noqa: ANN401
    """Cells side by side without borders, so many millimetres wide."""
    table = made.add_table(rows=1, cols=len(widths))
    table.autofit = False
    for column, width in zip(table.columns, widths, strict=True):
        column.width = column.cells[0].width = Mm(width)
    return list(table.rows[0].cells)


def _national_heading(made: Any) -> None:  # noqa: ANN401
    office, nation = _columns(made, 102, 145)
    _paragraph(office, _DOTS, size=13, centred=True)
    _paragraph(office, _DOTS, size=13, bold=True, centred=True)
    _line(office, 25, 98)  # a third to a half of the name above
    _paragraph(office, "Số: ……/……", size=13, centred=True, before=6)
    _paragraph(nation, "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", size=13, bold=True, centred=True)
    _paragraph(nation, "Độc lập - Tự do - Hạnh phúc", size=14, bold=True, centred=True)
    _line(nation, 65, 141)  # as long as the words above
    _paragraph(nation, "……………, ngày …… tháng …… năm ………", size=14, italic=True, centred=True, before=6)
    for cell in (office, nation):
        _drop_first(cell)


def _drop_first(cell: Any) -> None:  # noqa: ANN401
    """Take away the empty paragraph that every new cell has."""
    first = cell.paragraphs[0]._p
    first.getparent().remove(first)


def _title(made: Any, lang: str) -> None:  # noqa: ANN401
    _paragraph(made, _HEADING.of(lang), bold=True, centred=True, before=14)
    _paragraph(made, _slot(ABOUT), bold=True, centred=True)
    _line(made, 70, sum(WIDTHS)).paragraph_format.space_after = Pt(10)


def _table(made: Any, labels: Sequence[str]) -> None:  # noqa: ANN401
    table = made.add_table(rows=1, cols=len(labels), style="Table Grid")
    table.autofit, table.alignment = False, WD_TABLE_ALIGNMENT.CENTER
    for cell, label, width in zip(table.rows[0].cells, labels, WIDTHS, strict=True):
        cell.width = Mm(width)
        cell.paragraphs[0].style = made.styles[CENTRED]
        cell.paragraphs[0].add_run(label).font.bold = True
    for column, width in zip(table.columns, WIDTHS, strict=True):
        column.width = Mm(width)
    row = table.rows[0]._tr.get_or_add_trPr()
    for name in ("cantSplit", "tblHeader"):
        row.append(parse_xml(f"<w:{name} {nsdecls('w')}/>"))
    table._tbl.tblPr.find(_w("tblLook")).addprevious(parse_xml(_CELL_MARGINS))
    rows = etree.Comment(_AFTER)  # a table has no room for bare text but behind something
    rows.tail = _slot(ROWS)
    table._tbl.append(rows)


def _signature(made: Any, lang: str) -> None:  # noqa: ANN401
    to, signer = _columns(made, 102, 145)
    _paragraph(to, _RECIPIENTS.of(lang), size=12, bold=True, italic=True, before=12)
    _paragraph(to, f"- {_DOTS}", size=11)
    for text, space in ((_DOTS, 12), (_DOTS, 60)):
        _paragraph(signer, text, bold=True, centred=True, before=space)
    for cell in (to, signer):
        _drop_first(cell)
        for paragraph in cell.paragraphs:
            paragraph.paragraph_format.keep_with_next = True


def _properties(made: Any) -> None:  # noqa: ANN401
    known = made.core_properties
    known.title, known.identifier = _slot(TITLE), _slot(ID)
    known.author = known.last_modified_by = "dieukhoan"
    known.comments = ""
    known.language = "vi-VN"
    known.created = known.modified = datetime(2000, 1, 1, tzinfo=UTC)
