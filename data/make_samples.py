"""Make the samples that are no plain text from data/sources: two .docx, one .pdf, one hard-wrapped .txt.

Run as ``python data/make_samples.py [--font DejaVuSerif.ttf]``; the PDF is made only with a font (any TrueType font
that has the Vietnamese letters) and needs reportlab (``pip install reportlab``). Same sources, same bytes.
"""

from __future__ import annotations

import argparse
import io
import textwrap
import zipfile
from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path

import docx
from docx.document import Document
from docx.enum.text import WD_ALIGN_PARAGRAPH
from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls, qn
from docx.table import _Cell
from docx.text.paragraph import Paragraph

HERE = Path(__file__).resolve().parent
SOURCES, SAMPLES = HERE / "sources", HERE / "samples"
LEVELS = {"chuong": 0, "dieu": 1, "khoan": 2, "diem": 3}
NUMBERING = [("upperRoman", "Chương %1", "nothing"), ("decimal", "Điều %2.", "space"), ("decimal", "%3.", "space")]
NUMBERING += [("lowerLetter", "%4)", "tab")]
BULLET = 9
COLUMNS, ROWS = 70, 30


def source(name: str) -> Iterator[tuple[str, str]]:
    """(style, text) of every line of a source."""
    for line in (SOURCES / f"{name}.txt").read_text("utf-8").splitlines():
        style, _, text = line.partition("|")
        yield style, text


def wrapped_text(name: str) -> bytes:
    """The source with lines of 70 columns and a page number every 30 lines, in UTF-16 as old editors save it."""
    lines = [part for line in (SOURCES / f"{name}.txt").read_text("utf-8").splitlines() for part in wrap(line)]
    out: list[str] = []
    for number, line in enumerate(lines, 1):
        out.append(line)
        if number % ROWS == 0:
            out += ["", f"{number // ROWS:>{COLUMNS // 2}}", ""]
    return "\r\n".join([*out, ""]).encode("utf-16")


def wrap(line: str) -> list[str]:
    """The lines of one paragraph."""
    return textwrap.wrap(line, COLUMNS) or [""]


def word_numbering(document: Document) -> None:
    """Word's own numbering: Chương I, Điều 1. (not restarted in a new chương), 1., a); and a bullet list."""
    levels = "".join(
        f'<w:lvl w:ilvl="{at}"><w:start w:val="1"/><w:numFmt w:val="{kind}"/><w:suff w:val="{suffix}"/>'
        + ('<w:lvlRestart w:val="0"/>' if at == 1 else "")
        + f'<w:lvlText w:val="{text}"/></w:lvl>'
        for at, (kind, text, suffix) in enumerate(NUMBERING)
    )
    bullet = '<w:lvl w:ilvl="0"><w:numFmt w:val="bullet"/><w:lvlText w:val="-"/></w:lvl>'
    root = document.part.numbering_part.element
    for old in list(root):
        root.remove(old)
    for number, body in ((1, levels), (BULLET, bullet)):
        root.append(parse_xml(f'<w:abstractNum {nsdecls("w")} w:abstractNumId="{number}">{body}</w:abstractNum>'))
    for number in (1, BULLET):
        link = f'<w:abstractNumId w:val="{number}"/>'
        root.append(parse_xml(f'<w:num {nsdecls("w")} w:numId="{number}">{link}</w:num>'))


def set_number(paragraph: Paragraph, numbering: int, level: int) -> None:
    """Let Word number this paragraph."""
    number = f'<w:ilvl w:val="{level}"/><w:numId w:val="{numbering}"/>'
    paragraph._p.get_or_add_pPr().append(parse_xml(f"<w:numPr {nsdecls('w')}>{number}</w:numPr>"))


def word(name: str) -> bytes:
    """The source as a .docx."""
    document = docx.Document()
    word_numbering(document)
    rows: list[list[str]] = []
    for style, text in [*source(name), ("end", "")]:
        if rows and style not in {"row", "sign"}:
            add_table(document, rows)
            rows = []
        if style == "sign" and rows:
            rows = [[f"{above}\n{below}" for above, below in zip(rows[0], text.split("¦"), strict=True)]]
        elif style in {"row", "sign"}:
            rows.append(text.split("¦"))
        elif style != "end":
            add_paragraph(document, style, text)
    document.core_properties.created = document.core_properties.modified = datetime(2025, 1, 1, tzinfo=UTC)
    out = io.BytesIO()
    document.save(out)
    return undated(out.getvalue())


def add_paragraph(document: Document, style: str, text: str) -> None:
    """One paragraph in its style."""
    paragraph = document.add_paragraph()
    paragraph.add_run(text).bold = style in {"title", "bold", "chuong", "dieu"}
    if style in {"title", "center", "chuong"}:
        paragraph.alignment = WD_ALIGN_PARAGRAPH.CENTER
    if style == "right":
        paragraph.alignment = WD_ALIGN_PARAGRAPH.RIGHT
    if style in LEVELS:
        set_number(paragraph, 1, LEVELS[style])
    if style == "gach":
        set_number(paragraph, BULLET, 0)


def add_table(document: Document, rows: list[list[str]]) -> None:
    """The rows as a table, with lines only where there is a heading row."""
    table = document.add_table(rows=len(rows), cols=len(rows[0]))
    if rows[0][0] == "STT":
        table.style = "Table Grid"
    for at, cells in enumerate(rows):
        for column, text in enumerate(cells):
            fill_cell(table.cell(at, column), text.split("\n"))
    for grid in table._tbl.iter(qn("w:tblW")):
        grid.set(qn("w:type"), "auto")


def fill_cell(cell: _Cell, lines: list[str]) -> None:
    """One paragraph a line; a signature block has several."""
    cell.text = lines[0]
    for line in lines[1:]:
        cell.add_paragraph(line)


def undated(data: bytes) -> bytes:
    """A zip archive with every date set to the first day of the format."""
    out = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(data)) as old, zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as new:
        for name in sorted(old.namelist()):
            new.writestr(zipfile.ZipInfo(name, (1980, 1, 1, 0, 0, 0)), old.read(name), zipfile.ZIP_DEFLATED)
    return out.getvalue()


def pdf(name: str, font: Path) -> bytes:
    """The source as a .pdf of text, two signature blocks side by side, a page number at the foot of each page."""
    from reportlab import rl_config
    from reportlab.lib.enums import TA_CENTER, TA_JUSTIFY, TA_RIGHT
    from reportlab.lib.styles import ParagraphStyle
    from reportlab.pdfbase import pdfmetrics
    from reportlab.pdfbase.ttfonts import TTFont
    from reportlab.platypus import Paragraph as Block
    from reportlab.platypus import SimpleDocTemplate, Table

    rl_config.invariant = 1
    pdfmetrics.registerFont(TTFont("sample", str(font)))
    align = {"center": TA_CENTER, "title": TA_CENTER, "right": TA_RIGHT, "sign": TA_CENTER}

    def block(style: str, text: str) -> Block:
        look = ParagraphStyle(style, fontName="sample", fontSize=11, leading=15, alignment=align.get(style, TA_JUSTIFY))
        return Block(text, look)

    story: list[object] = []
    for style, text in source(name):
        cells = [[block(style, cell) for cell in text.split("¦")]]
        story.append(Table(cells) if style == "sign" else block(style, text))
    out = io.BytesIO()
    number = lambda canvas, page: canvas.drawCentredString(297, 40, str(page.page))  # noqa: E731  two lines in all
    SimpleDocTemplate(out, title=name).build(story, onFirstPage=number, onLaterPages=number)
    return out.getvalue()


def main() -> None:
    """Write the samples."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--font", type=Path, help="a TrueType font with the Vietnamese letters, for the PDF")
    font = parser.parse_args().font
    SAMPLES.mkdir(exist_ok=True)
    for name in ("quy-che-phoi-hop-bao-ve-rung", "ke-hoach-lien-tich-thu-gom-bao-bi"):
        (SAMPLES / f"{name}.docx").write_bytes(word(name))
    (SAMPLES / "bien-ban-ghi-nho-bao-hiem-y-te.txt").write_bytes(wrapped_text("bien-ban-ghi-nho"))
    if font:
        name = "nghi-quyet-lien-tich-giam-sat"
        (SAMPLES / f"{name}.pdf").write_bytes(pdf(name, font))


if __name__ == "__main__":
    main()
