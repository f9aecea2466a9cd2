"""What people put into Word beside plain paragraphs: content controls, footnotes, tracked changes, decomposed
letters."""

from __future__ import annotations

import unicodedata
from collections.abc import Callable
from pathlib import Path

import pytest

from dieukhoan.core.records import Source
from dieukhoan.readers import read

Maker = Callable[..., Path]
Lines = Callable[[Path | Source], list[str]]

DATE = (
    '<w:sdtPr><w:alias w:val="Ngày ký"/><w:date w:fullDate="2031-03-09T00:00:00Z"><w:dateFormat w:val="dd/MM/yyyy"/>'
    '<w:lid w:val="vi-VN"/><w:storeMappedDataAs w:val="dateTime"/><w:calendar w:val="gregorian"/></w:date></w:sdtPr>'
)
LIST = '<w:sdtPr><w:dropDownList><w:listItem w:displayText="Sở Y tế" w:value="1"/></w:dropDownList></w:sdtPr>'


def r(text: str, properties: str = "") -> str:
    return f'<w:r><w:rPr>{properties}</w:rPr><w:t xml:space="preserve">{text}</w:t></w:r>'


def p(*content: str, properties: str = "") -> str:
    return f"<w:p><w:pPr>{properties}</w:pPr>{''.join(content)}</w:p>"


def control(content: str, properties: str = "") -> str:
    return f"<w:sdt>{properties}<w:sdtEndPr/><w:sdtContent>{content}</w:sdtContent></w:sdt>"


def table(*rows: str) -> str:
    return f"<w:tbl>{''.join(rows)}</w:tbl>"


def row(*cells: str, properties: str = "") -> str:
    return f"<w:tr><w:trPr>{properties}</w:trPr>{''.join(cells)}</w:tr>"


def cell(text: str) -> str:
    return f"<w:tc>{p(r(text))}</w:tc>"


def test_a_date_picker_gives_the_date_that_is_shown(make_docx: Maker, lines: Lines) -> None:
    body = p(r("Báo cáo trước "), control(r("09/03/2031"), DATE), r("."))
    assert lines(make_docx(body)) == ["Báo cáo trước 09/03/2031."]


def test_controls_around_paragraphs_and_in_each_other_are_read_in_order(make_docx: Maker, lines: Lines) -> None:
    inner = p(r("Ngày ký: "), control(control(r("09/03/2031"), DATE)))
    body = p(r("Điều 1.")) + control(p(r("Điều 2.")) + control(inner + p(r("Điều 3.")))) + p(r("Điều 4."))
    assert lines(make_docx(body)) == ["Điều 1.", "Điều 2.", "Ngày ký: 09/03/2031", "Điều 3.", "Điều 4."]


def test_controls_around_rows_cells_and_what_is_in_them(make_docx: Maker) -> None:
    chosen = f"<w:tc>{control(p(control(r('Sở Y tế'), LIST)))}</w:tc>"
    body = table(row(cell("Việc"), cell("Cơ quan")), control(row(control(cell("Tập huấn")), chosen)))
    found = read(make_docx(body))
    assert [(found.text[line.start : line.end], line.cell) for line in found.lines] == [
        ("Việc", (0, 0, 0)),
        ("Cơ quan", (0, 0, 1)),
        ("Tập huấn", (0, 1, 0)),
        ("Sở Y tế", (0, 1, 1)),
    ]


def test_the_number_of_a_paragraph_in_a_control_counts(make_docx: Maker, lines: Lines) -> None:
    numbering = (
        '<w:abstractNum w:abstractNumId="1"><w:lvl w:ilvl="0"><w:start w:val="1"/><w:numFmt w:val="decimal"/>'
        '<w:lvlText w:val="Điều %1."/></w:lvl></w:abstractNum>'
        '<w:num w:numId="1"><w:abstractNumId w:val="1"/></w:num>'
    )
    listed = '<w:numPr><w:ilvl w:val="0"/><w:numId w:val="1"/></w:numPr>'
    body = p(r("Một"), properties=listed) + control(p(r("Hai"), properties=listed)) + p(r("Ba"), properties=listed)
    assert lines(make_docx(body, numbering=numbering)) == ["Điều 1. Một", "Điều 2. Hai", "Điều 3. Ba"]


@pytest.mark.parametrize("kind", ["footnote", "endnote"])
def test_a_note_leaves_no_number_in_the_sentence(make_docx: Maker, lines: Lines, kind: str) -> None:
    raised = f'<w:r><w:rPr><w:vertAlign w:val="superscript"/></w:rPr><w:{kind}Reference w:id="2"/></w:r>'
    custom = f'<w:r><w:{kind}Reference w:customMarkFollows="1" w:id="3"/><w:t>*</w:t></w:r>'
    path = make_docx(p(r("Sở Tư pháp"), raised, r(" chủ trì"), custom, r(".")))
    assert lines(path) == ["Sở Tư pháp chủ trì*."]
    (note,) = read(path).diagnostics
    assert (note.code, note.message) == ("footnotes", "2 footnotes or endnotes were left out.")
    assert note.vietnamese == "Đã bỏ 2 chú thích cuối trang hoặc cuối văn bản."


def test_rows_that_were_deleted_are_gone_and_inserted_ones_are_there(make_docx: Maker) -> None:
    deleted = p(f"<w:del>{r('Bỏ')}</w:del>")
    gone = row(f"<w:tc>{deleted}</w:tc>", properties='<w:del w:id="1" w:author="A"/>')
    new = row(cell("Thêm"), properties='<w:ins w:id="2" w:author="A"/>')
    found = read(make_docx(table(row(cell("Giữ")), gone, new)))
    assert found.text == "Giữ\nThêm"
    assert [note.code for note in found.diagnostics] == ["tracked_changes"]


def test_how_a_text_looked_before_a_change_does_not_count(make_docx: Maker) -> None:
    was = '<w:rPrChange w:id="1" w:author="A"><w:rPr><w:b/><w:vanish/></w:rPr></w:rPrChange>'
    stood = '<w:pPrChange w:id="2" w:author="A"><w:pPr><w:jc w:val="center"/></w:pPr></w:pPrChange>'
    found = read(make_docx(p(r("Hai bên cùng ký.", was), properties=stood)))
    (line,) = found.lines
    assert (found.text, line.bold, line.centred) == ("Hai bên cùng ký.", False, False)


def test_deleted_words_inside_inserted_ones_are_gone(make_docx: Maker, lines: Lines) -> None:
    twice = f'<w:ins w:id="1">{r("trong tháng ")}<w:del w:id="2"><w:r><w:delText>ba</w:delText></w:r></w:del></w:ins>'
    assert lines(make_docx(p(r("Xong "), twice, f'<w:ins w:id="3">{r("tư")}</w:ins>'))) == ["Xong trong tháng tư"]


def test_decomposed_letters_are_composed_also_over_the_edge_of_a_run(make_docx: Maker, lines: Lines) -> None:
    text = unicodedata.normalize("NFD", "Ủy ban nhân dân xã quyết định")
    assert lines(make_docx(p(r(text)))) == ["Ủy ban nhân dân xã quyết định"]
    at = text.index("\u0302") + 1  # a tone mark that comes in the next run
    assert lines(make_docx(p(r(text[:at]), r(text[at:], "<w:b/>")))) == ["Ủy ban nhân dân xã quyết định"]


def test_of_a_field_in_a_footer_only_what_it_shows_is_named(make_docx: Maker) -> None:
    begin, separate, end = (f'<w:r><w:fldChar w:fldCharType="{kind}"/></w:r>' for kind in ("begin", "separate", "end"))
    footer = p(r("Dự thảo, bản "), begin, r("FILENAME"), separate, r("quyche"), end, r(" lần 2"))
    (note,) = read(make_docx(p(r("Nội dung")), footer=footer)).diagnostics
    assert note.message == "Headers and footers were left out: “Dự thảo, bản quyche lần 2”."


def test_the_paragraph_goes_on_in_its_own_font_after_a_text_box(make_docx: Maker, lines: Lines) -> None:
    """What stands behind the box counted as text of the font in the box: as Unicode it kept the old font from being
    converted."""
    styles = (
        '<w:style w:type="paragraph" w:styleId="Cu"><w:rPr><w:rFonts w:ascii=".VnTime" w:hAnsi=".VnTime"/></w:rPr>'
        "</w:style>"
    )
    old = p(r("Ph¹m vi"), properties='<w:pStyle w:val="Cu"/>')
    box = f"<w:r><w:pict><v:textbox><w:txbxContent>{old}</w:txbxContent></v:textbox></w:pict></w:r>"
    new = "Đơn vị được giao chủ trì cử người dự họp đúng giờ, đủ thành phần"
    found = lines(make_docx(p(box, r(new)), styles=styles))
    assert found == [new, "Phạm vi"]
