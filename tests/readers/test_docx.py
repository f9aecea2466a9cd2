"""Word documents: what stands in the body, and what is left out."""

from __future__ import annotations

import zipfile
from collections.abc import Callable
from pathlib import Path

import docx
import pytest

from dieukhoan.core.errors import UnreadableFile
from dieukhoan.readers import read

Maker = Callable[..., Path]
Lines = Callable[..., list[str]]


def p(*runs: str, properties: str = "") -> str:
    return f"<w:p>{f'<w:pPr>{properties}</w:pPr>' if properties else ''}{''.join(runs)}</w:p>"


def r(text: str, properties: str = "") -> str:
    look = f"<w:rPr>{properties}</w:rPr>" if properties else ""
    return f'<w:r>{look}<w:t xml:space="preserve">{text}</w:t></w:r>'


def test_a_document_made_by_python_docx(tmp_path: Path) -> None:
    made = docx.Document()
    made.add_paragraph("Điều 1. Phối hợp").runs[0].bold = True
    made.add_paragraph("Hai bên trao đổi thông tin.")
    made.add_paragraph("Tuyên truyền", style="List Number")
    made.add_paragraph("Giám sát", style="List Number")
    made.add_paragraph("Báo cáo", style="List Bullet")
    made.add_paragraph("QUY CHẾ").alignment = docx.enum.text.WD_ALIGN_PARAGRAPH.CENTER
    made.save(tmp_path / "a.docx")
    found = read(tmp_path / "a.docx")
    assert found.text.split("\n") == [
        "Điều 1. Phối hợp",
        "Hai bên trao đổi thông tin.",
        "1. Tuyên truyền",
        "2. Giám sát",
        "• Báo cáo",
        "QUY CHẾ",
    ]
    assert [line.bold for line in found.lines] == [True] + [False] * 5
    assert [line.centred for line in found.lines] == [False] * 5 + [True]
    assert (found.format, found.encoding, found.pages, found.diagnostics) == ("docx", "", 0, ())


def test_changes_are_taken_as_accepted(make_docx: Maker, lines: Lines) -> None:
    body = (
        p(r("Sở "), f"<w:del>{r('cũ')}</w:del>", f"<w:ins>{r('Tư pháp')}</w:ins>", f"<w:moveFrom>{r('x')}</w:moveFrom>")
        + f"<w:moveTo>{p(r('chuyển đến'))}</w:moveTo>"
        + p(r("đầu câu "), properties="<w:rPr><w:del/></w:rPr>")
        + p(r("cuối câu"))
        + p(f"<w:del>{r('xóa hết')}</w:del>", properties="<w:rPr><w:del/></w:rPr>")
        + p(r("còn lại"))
    )
    path = make_docx(body)
    assert lines(path) == ["Sở Tư pháp", "chuyển đến", "đầu câu cuối câu", "còn lại"]
    assert [note.code for note in read(path).diagnostics] == ["tracked_changes"]


def test_breaks_tabs_hyphens_and_symbols(make_docx: Maker, lines: Lines) -> None:
    body = p(
        r("A"),
        "<w:r><w:tab/><w:t>B</w:t><w:br/><w:t>C</w:t><w:noBreakHyphen/><w:t>D</w:t><w:softHyphen/><w:cr/></w:r>",
        '<w:r><w:sym w:font="Wingdings" w:char="F0FE"/><w:sym w:font="Symbol" w:char="F0B3"/></w:r>',
    )
    assert lines(make_docx(body)) == ["A\tB", "C-D", "☑≥"]


def test_wrappers_are_transparent(make_docx: Maker, lines: Lines) -> None:
    body = (
        f"<w:sdt><w:sdtContent>{p(r('trong khung'))}</w:sdtContent></w:sdt>"
        + p(f"<w:hyperlink>{r('liên ')}</w:hyperlink>", f"<w:smartTag><w:smartTag>{r('kết')}</w:smartTag></w:smartTag>")
        + p(
            f"<w:sdt><w:sdtContent>{r('ô ')}</w:sdtContent></w:sdt>",
            f'<w:fldSimple w:instr="X">{r("kết quả")}</w:fldSimple>',
        )
    )
    assert lines(make_docx(body)) == ["trong khung", "liên kết", "ô kết quả"]


def field(kind: str) -> str:
    return f'<w:r><w:fldChar w:fldCharType="{kind}"/></w:r>'


def test_results_of_fields_are_kept_and_instructions_are_not(make_docx: Maker, lines: Lines) -> None:
    nested = field("begin") + r("lệnh trong") + field("separate") + r("kết quả trong lệnh") + field("end")
    body = p(r("Ngày "), field("begin"), r("DATE"), nested, field("separate"), r("05"), field("end"), r(" tháng 6"))
    broken = p(field("end"), r("thừa")) + p(field("begin"), r("DATE")) + p(r("không đóng"))
    assert lines(make_docx(body + broken)) == ["Ngày 05 tháng 6", "thừa", "", "không đóng"]


def test_hidden_text_is_left_out_and_reported(make_docx: Maker, lines: Lines) -> None:
    styles = '<w:style w:type="character" w:styleId="An"><w:rPr><w:vanish/></w:rPr></w:style>'
    body = (
        p(r("thấy"), r(" ẩn", "<w:vanish/>"), r(" mờ", '<w:rStyle w:val="An"/>'))
        + p(r("hiện", '<w:rStyle w:val="An"/><w:vanish w:val="0"/>'))
        + p(r("ẩn", "<w:vanish/>"), properties="<w:rPr><w:vanish/></w:rPr>")
    )
    path = make_docx(body, styles=styles)
    assert lines(path) == ["thấy", "hiện"]
    assert [(note.code, note.message[:2]) for note in read(path).diagnostics] == [("hidden_text", "8 ")]


def test_text_boxes_come_once_after_their_paragraph(make_docx: Maker, lines: Lines) -> None:
    box = f"<w:txbxContent>{p(r('Đóng dấu'))}</w:txbxContent>"
    drawn = f"<mc:Choice Requires='wps'><w:drawing><wps:txbx>{box}</wps:txbx></w:drawing></mc:Choice>"
    older = f"<mc:Fallback><w:pict><v:textbox>{box}</v:textbox></w:pict></mc:Fallback>"
    body = p(f"<w:r><mc:AlternateContent>{drawn}{older}</mc:AlternateContent></w:r>", r("Nơi nhận:")) + p(r("hết"))
    assert lines(make_docx(body)) == ["Nơi nhận:", "Đóng dấu", "hết"]


def cell(*content: str, properties: str = "") -> str:
    return f"<w:tc><w:tcPr>{properties}</w:tcPr>{''.join(content)}</w:tc>"


def row(*cells: str, properties: str = "") -> str:
    return f"<w:tr><w:trPr>{properties}</w:trPr>{''.join(cells)}</w:tr>"


def test_tables_stand_in_place_with_their_cells(make_docx: Maker) -> None:
    inner = f"<w:tbl>{row(cell(p(r('trong'))))}</w:tbl>"
    restart, goes_on, wide = '<w:vMerge w:val="restart"/>', "<w:vMerge/>", '<w:gridSpan w:val="2"/>'
    rows = (
        row(cell(p(r("STT")), properties=restart), cell(p(r("Việc")), properties=wide), cell(p())),
        row(cell(p(r("ẩn")), properties=goes_on), cell(p(r("a")), p(r("b"))), cell(inner, p(r("sau")))),
        row(cell(p(r("xóa"))), properties="<w:del/>"),
        row(cell(p(r("cuối"))), properties='<w:gridBefore w:val="2"/>'),
    )
    body = p(r("trước")) + f"<w:tbl>{''.join(rows)}</w:tbl>"
    found = read(make_docx(body))
    assert [(found.text[line.start : line.end], line.cell) for line in found.lines] == [
        ("trước", None),
        ("STT", (0, 0, 0)),
        ("Việc", (0, 0, 1)),
        ("a", (0, 1, 1)),
        ("b", (0, 1, 1)),
        ("trong", (1, 0, 0)),
        ("sau", (0, 1, 2)),
        ("cuối", (0, 3, 2)),
    ]


def style(name: str, inside: str) -> str:
    return f'<w:style w:type="paragraph" w:styleId="{name}">{inside}</w:style>'


def test_looks_come_from_run_paragraph_list_and_style(make_docx: Maker) -> None:
    styles = (
        '<w:docDefaults><w:pPrDefault><w:pPr><w:ind w:left="200"/></w:pPr></w:pPrDefault></w:docDefaults>'
        + style("Goc", '<w:pPr><w:jc w:val="center"/></w:pPr><w:rPr><w:b/></w:rPr>')
        + style("Con", '<w:basedOn w:val="Goc"/><w:pPr><w:ind w:firstLine="100"/></w:pPr>')
        + style("Vong", '<w:basedOn w:val="Vong"/>')
    )
    body = (
        p(r("theo kiểu"), properties='<w:pStyle w:val="Con"/>')
        + p(r("mảnh", '<w:b w:val="0"/>'), r(" đậm"), properties='<w:pStyle w:val="Con"/><w:jc w:val="left"/>')
        + p(r("treo", "<w:b/>"), r("  "), properties='<w:ind w:start="720" w:hanging="360"/>')
        + p(r("vòng"), properties='<w:pStyle w:val="Vong"/>')
    )
    found = read(make_docx(body, styles=styles))
    assert [(line.bold, line.centred, line.indent) for line in found.lines] == [
        (True, True, 5.0),
        (False, False, 5.0),
        (True, False, 18.0),
        (False, False, 10.0),
    ]


def test_notes_headers_and_footers_are_left_out_and_reported(make_docx: Maker, lines: Lines) -> None:
    body = p(r("Nội dung"), '<w:r><w:footnoteReference w:id="2"/></w:r>')
    path = make_docx(body, header=p(r("Dự thảo lần 2")), footer=p(r("- 3 -")))
    assert lines(path) == ["Nội dung"]
    notes = {note.code: note.message for note in read(path).diagnostics}
    assert set(notes) == {"footnotes", "page_furniture"}
    assert "“Dự thảo lần 2”" in notes["page_furniture"]
    assert "3" not in notes["page_furniture"]


def test_a_letterhead_in_the_page_header_is_text(make_docx: Maker, lines: Lines) -> None:
    head = p(r("Số: 05/NQ")) + p(r("CỘNG HOÀ XÃ HỘI"), r(" CHỦ NGHĨA VIỆT NAM"))
    assert lines(make_docx(p(r("NGHỊ QUYẾT")), header=head)) == [
        "Số: 05/NQ",
        "CỘNG HOÀ XÃ HỘI CHỦ NGHĨA VIỆT NAM",
        "NGHỊ QUYẾT",
    ]


def test_strict_documents_are_read(make_docx: Maker, lines: Lines) -> None:
    path = make_docx(p(r("Điều 1.")))
    with zipfile.ZipFile(path) as archive:
        parts = {name: archive.read(name) for name in archive.namelist()}
    old, new = (
        b"http://schemas.openxmlformats.org/wordprocessingml/2006/main",
        b"http://purl.oclc.org/ooxml/wordprocessingml/main",
    )
    with zipfile.ZipFile(path, "w") as archive:
        for name, content in parts.items():
            archive.writestr(name, content.replace(old, new))
    assert lines(path) == ["Điều 1."]


ENTITIES = '<!DOCTYPE x [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;">]>'


def refused(path: Path) -> str:
    with pytest.raises(UnreadableFile) as error:
        read(path)
    assert error.value.remedy
    return error.value.code


def test_hostile_and_damaged_files_are_refused(make_docx: Maker, tmp_path: Path) -> None:
    assert refused(make_docx(p(r("&b;")), prolog=ENTITIES)) == "broken"
    assert refused(make_docx(p(r("&x;")), prolog='<!DOCTYPE x [<!ENTITY x SYSTEM "file:///etc/passwd">]>')) == "broken"
    assert refused(make_docx("<w:p><w:r>")) == "broken"
    assert refused(make_docx("<w:sdt>" * 5000 + "</w:sdt>" * 5000)) == "broken"
    assert refused(make_docx(p())) == "empty"
    good = make_docx(p(r("Điều 1. " * 5000))).read_bytes()
    bad = tmp_path / "b.docx"
    for data, code in [
        (b"", "empty"),
        (good[: len(good) // 2], "broken"),
        (good.replace(b"word/document.xml", b"word/dokument.xml"), "not_docx"),
        (good.replace(b"[Content_Types].xml", b"[Content_Typen].xml"), "not_docx"),
        (b"PK\x03\x04" + b"\x00" * 500, "broken"),
        (b"khong phai zip", "wrong_content"),
        (b"%PDF-1.7", "broken"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\x00" * 600, "wrong_content"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + "EncryptedPackage".encode("utf-16-le"), "encrypted"),
    ]:
        bad.write_bytes(data)
        assert refused(bad) == code


def test_damage_inside_a_part_is_noticed(make_docx: Maker) -> None:
    path = make_docx(p(r("Điều 1. Hai bên phối hợp với nhau.")))
    data = bytearray(path.read_bytes())
    at = data.index(b"word/document.xml") + len(b"word/document.xml") + 4
    data[at : at + 6] = b"\xff" * 6
    path.write_bytes(data)
    assert refused(path) == "broken"


def test_archives_that_unpack_to_something_absurd_are_refused(make_docx: Maker) -> None:
    path = make_docx(p(r("Điều 1.")))
    with zipfile.ZipFile(path, "a", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("word/media/bomb", b"\0" * 30_000_000)
    assert refused(path) == "bomb"


def test_a_password_on_the_archive_is_named(make_docx: Maker) -> None:
    path = make_docx(p(r("Điều 1.")))
    data = bytearray(path.read_bytes())
    at = data.index(b"PK\x01\x02")
    data[at + 8] |= 1
    path.write_bytes(data)
    assert refused(path) == "encrypted"


def test_odd_values_do_no_harm(make_docx: Maker, lines: Lines) -> None:
    body = p(r("a"), properties='<w:ind w:left="NaN"/><w:numPr><w:ilvl w:val="99"/><w:numId w:val="x"/></w:numPr>')
    body += f"<w:tbl>{row(cell(p(r('b')), properties='<w:gridSpan/>'))}</w:tbl>"
    body += p('<w:r><w:sym w:font="Wingdings" w:char="zz"/><w:sym w:char="D800"/><w:sym/></w:r>', r("c"))
    assert lines(make_docx(body)) == ["a", "b", "c"]
