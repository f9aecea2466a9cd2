"""OpenDocument texts."""

from __future__ import annotations

import zipfile
from collections.abc import Callable
from pathlib import Path

import pytest

from dieukhoan.core.errors import UnreadableFile
from dieukhoan.readers import read

Lines = Callable[..., list[str]]
_BASE = "urn:oasis:names:tc:opendocument:xmlns:"
_SPACES = " ".join(f'xmlns:{name}="{_BASE}{name}:1.0"' for name in ("office", "style", "text", "table")) + (
    f' xmlns:draw="{_BASE}drawing:1.0" xmlns:fo="{_BASE}xsl-fo-compatible:1.0" xmlns:svg="{_BASE}svg-compatible:1.0"'
)
LISTS = """
<text:list-style style:name="L">
  <text:list-level-style-number text:level="1" style:num-format="1" style:num-suffix="."/>
  <text:list-level-style-number text:level="2" style:num-format="a" style:num-suffix=")"/>
  <text:list-level-style-number text:level="3" style:num-format="1" text:display-levels="3" text:start-value="4"/>
</text:list-style>
<text:list-style style:name="B"><text:list-level-style-bullet text:level="1" text:bullet-char="–"/></text:list-style>
"""


@pytest.fixture
def odt(tmp_path: Path) -> Callable[..., Path]:
    def make(text: str, styles: str = "", prolog: str = "", name: str = "content.xml", manifest: str = "") -> Path:
        path = tmp_path / "a.odt"
        with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
            archive.writestr("mimetype", "application/vnd.oasis.opendocument.text")
            archive.writestr("META-INF/manifest.xml", f"<manifest>{manifest}</manifest>")
            archive.writestr(
                name,
                f"{prolog}<office:document-content {_SPACES}><office:automatic-styles>{styles}"
                f"</office:automatic-styles><office:body><office:text>{text}</office:text></office:body>"
                "</office:document-content>",
            )
        return path

    return make


def p(text: str, style: str = "") -> str:
    return f'<text:p text:style-name="{style}">{text}</text:p>'


def test_paragraphs_blanks_and_what_is_left_out(odt: Callable[..., Path], lines: Lines) -> None:
    text = (
        f"<text:tracked-changes>{p('đã xóa')}</text:tracked-changes>"
        + p('Điều 1.<text:s text:c="2"/><text:span>Phạm\n vi</text:span><text:tab/>x<text:line-break/>y')
        + p("A<text:note><text:note-body>chú</text:note-body></text:note>B<office:annotation>c</office:annotation>")
        + f"<text:section>{p('trong')}</text:section>"
        + p(f"khung<draw:frame><draw:text-box>{p('hộp')}</draw:text-box></draw:frame>")
    )
    path = odt(text)
    assert lines(path) == ["Điều 1.  Phạm vi\tx", "y", "AB", "trong", "khung", "hộp"]
    assert [note.code for note in read(path).diagnostics] == ["footnotes"]


def item(*content: str, start: str = "") -> str:
    return f"<text:list-item{f' text:start-value={start!r}' if start else ''}>{''.join(content)}</text:list-item>"


def listed(*items: str, style: str = "L", more: str = "") -> str:
    return f'<text:list text:style-name="{style}" {more}>{"".join(items)}</text:list>'


def test_lists_have_their_numbers(odt: Callable[..., Path], lines: Lines) -> None:
    deep = f"<text:list>{item(p('sâu'))}</text:list>"
    inner = f"<text:list>{item(p('nhỏ'), deep)}{item(p('bé'))}</text:list>"
    text = (
        listed(item(p("một"), p("tiếp")), item(p("hai"), inner))
        + listed(item(p("ba")), more='text:continue-numbering="true"')
        + listed(item(p("lại")), item(p("chín"), start="9"), item(p("mười")))
        + listed(item(p("gạch")), style="B")
    )
    assert lines(odt(text, LISTS)) == [
        "1. một", "tiếp", "2. hai", "a) nhỏ", "2.a.4 sâu", "b) bé", "3. ba", "1. lại", "9. chín", "10. mười", "– gạch",
    ]  # fmt: skip


def test_tables_and_looks(odt: Callable[..., Path]) -> None:
    styles = (
        '<style:style style:name="C" style:family="paragraph"><style:paragraph-properties fo:text-align="center"/>'
        '<style:text-properties fo:font-weight="bold"/></style:style>'
        '<style:style style:name="D" style:family="paragraph" style:parent-style-name="C"/>'
    )
    row = "<table:table-row>{}</table:table-row>"
    cells = (
        f'<table:table-cell table:number-columns-spanned="2">{p("rộng")}</table:table-cell><table:covered-table-cell/>'
        f"<table:table-cell>{p('hẹp')}</table:table-cell>"
    )
    table = f"<table:table><table:table-header-rows>{row.format(cells)}</table:table-header-rows></table:table>"
    found = read(odt(p("QUY CHẾ", "D") + table, styles))
    assert [(found.text[line.start : line.end], line.bold, line.centred, line.cell) for line in found.lines] == [
        ("QUY CHẾ", True, True, None),
        ("rộng", False, False, (0, 0, 0)),
        ("hẹp", False, False, (0, 0, 2)),
    ]


def test_old_fonts_are_converted(odt: Callable[..., Path], lines: Lines) -> None:
    styles = (
        '<style:style style:name="H" style:family="text"><style:text-properties style:font-name="F"/></style:style>'
        '<style:font-face style:name="F" svg:font-family="&apos;.VnTimeH&apos;"/>'
    )
    path = odt(p('<text:span text:style-name="H">bé tµi chÝnh</text:span> năm 2024'), styles)
    assert lines(path) == ["bộ tài chính năm 2024"]
    found = read(path)
    assert (found.drawn, found.encoding) == ("BỘ TÀI CHÍNH năm 2024", "tcvn3")


def test_hostile_and_other_files_are_refused(odt: Callable[..., Path]) -> None:
    def code(path: Path) -> str:
        with pytest.raises(UnreadableFile) as refused:
            read(path)
        return refused.value.code

    assert code(odt(p(""))) == "empty"
    assert code(odt(p("x"), name="other.xml")) == "not_odt"
    assert code(odt(p("x"), manifest="<encryption-data/>")) == "encrypted"
    assert code(odt(p("&a;"), prolog='<!DOCTYPE x [<!ENTITY a "b">]>')) == "broken"
    path = odt(p("x"))
    with zipfile.ZipFile(path, "a", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("bomb", b"\0" * 30_000_000)
    assert code(path) == "bomb"
