"""Word documents: opened by python-docx or part by part, in Unicode or in fonts from before it."""

from __future__ import annotations

import zipfile
from collections.abc import Callable
from pathlib import Path

import pytest

from dieukhoan.readers import read
from dieukhoan.readers.word import package

Maker = Callable[..., Path]
Lines = Callable[..., list[str]]
SOFT = '<w:r><w:rPr><w:rFonts w:hAnsi=".VnTime"/></w:rPr><w:softHyphen/></w:r>'


def p(*runs: str, properties: str = "") -> str:
    return f"<w:p>{f'<w:pPr>{properties}</w:pPr>' if properties else ''}{''.join(runs)}</w:p>"


def r(text: str, properties: str = "") -> str:
    return f'<w:r><w:rPr>{properties}</w:rPr><w:t xml:space="preserve">{text}</w:t></w:r>'


def test_text_in_an_8_bit_font_is_converted(make_docx: Maker, lines: Lines) -> None:
    font, capitals = '<w:rFonts w:hAnsi=".VnTime"/>', '<w:rFonts w:ascii="Arial" w:hAnsi=".VnTimeH"/>'
    path = make_docx(
        p(r("bé tµi chÝnh", capitals)) + p(r("§iÒu 1. ", font), r("Ph¹m vi, tr", font), SOFT, r("êng", font))
    )
    assert lines(path) == ["bộ tài chính", "Điều 1. Phạm vi, trường"]
    found = read(path)
    assert found.drawn == "BỘ TÀI CHÍNH\nĐiều 1. Phạm vi, trường"
    assert (found.encoding, found.diagnostics[0].code) == ("tcvn3", "legacy_encoding")
    assert read(make_docx(p(r("Điều 1. Phạm vi", font)))).diagnostics == ()


def test_letter_and_mark_of_vni_may_stand_in_two_runs(make_docx: Maker, lines: Lines) -> None:
    font = '<w:rFonts w:ascii="VNI-Times" w:hAnsi="VNI-Times"/>'
    assert lines(make_docx(p(r("Quye", font), r("át ñònh", font)))) == ["Quyết định"]


@pytest.mark.parametrize("dangling", [False, True])
def test_what_python_docx_opens_and_what_it_does_not_read_alike(
    make_docx: Maker, lines: Lines, *, dangling: bool
) -> None:
    """A picture that is not there stops python-docx; the text does not need it."""
    styles = '<w:style w:type="paragraph" w:styleId="Muc"><w:pPr><w:jc w:val="center"/></w:pPr></w:style>'
    path = make_docx(
        p(r("Điều 1."), r(" "), r("Phạm vi"), properties='<w:pStyle w:val="Muc"/>'),
        styles=styles,
        header=p(r("Dự thảo")),
        dangling=dangling,
    )
    opened = package(path.read_bytes())
    assert type(opened).__name__ == ("_Archive" if dangling else "_Opened")
    assert lines(path) == ["Điều 1. Phạm vi"]
    found = read(path)
    assert found.lines[0].centred
    assert "“Dự thảo”" in found.diagnostics[0].message


def test_a_document_type_is_never_shown_to_python_docx(make_docx: Maker, lines: Lines) -> None:
    """Pictures may have one (SVG); only a part that the text needs is refused for it."""
    path = make_docx(p(r("Điều 1.")), dangling=True)
    with zipfile.ZipFile(path, "a") as archive:
        archive.writestr("word/media/missing.png", "<!DOCTYPE svg><svg/>")
    assert type(package(path.read_bytes())).__name__ == "_Archive"
    assert lines(path) == ["Điều 1."]
