"""Bảng phân công nhiệm vụ: the rows of the view, in the layout of Nghị định 30/2020/NĐ-CP."""

from __future__ import annotations

import shutil
import subprocess
import zipfile
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from typing import Any

import docx
import pypdfium2
import pytest
from docx.enum.section import WD_ORIENT
from docx.shared import Pt
from lxml import etree

from dieukhoan.core.records import Document
from dieukhoan.tables import rows
from dieukhoan.tables.views import NHIEM_VU
from dieukhoan.writers import Outcome, writer
from made_document import BAN, DUTY, made
from made_results import Sample, write

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
LABELS = ["STT", "Nội dung nhiệm vụ", "Cơ quan chủ trì", "Cơ quan phối hợp", "Thời hạn / Tần suất", "Căn cứ", "Ghi chú"]


def written(folder: Path, document: Document, lang: str = "vi") -> Path:
    write(rows(document, lang), folder, "docx", lang)
    return folder / "docx" / f"{document.document_id}.docx"


def table(opened: Any) -> list[list[str]]:
    return [[cell.text for cell in row.cells] for row in opened.tables[1].rows]


@pytest.fixture
def opened(tmp_path: Path) -> Any:
    return docx.Document(str(written(tmp_path, made())))


def test_the_duties_stand_under_their_division(opened: Any) -> None:
    head, group, first, second = table(opened)
    assert head == LABELS
    assert group == ["Chương I. QUY ĐỊNH CHUNG"] * 7
    where = "Chương I, Điều 1, khoản 1"
    assert first == ["1", DUTY, "Sở Ánh Sáng", "Hội Đèn Lồng", "trước ngày 15/12 hằng năm", f"{where}; Luật Đèn", ""]
    assert second == ["2", BAN, "Hội Đèn Lồng", "", "", f"{where}, điểm a", "Không được làm"]


def test_a_row_has_its_id(opened: Any) -> None:
    found = [mark.get(f"{W}name") for mark in opened.tables[1]._tbl.iter(f"{W}bookmarkStart")]
    ids = [row["obligation_id"] for row in NHIEM_VU.dicts(rows(made())[NHIEM_VU.name])]
    assert [f"{opened.core_properties.identifier}#{name}" for name in found] == ids


def test_the_page_is_that_of_the_decree(opened: Any) -> None:
    (section,) = opened.sections
    assert section.orientation == WD_ORIENT.LANDSCAPE
    assert [round(side.mm) for side in (section.page_width, section.page_height)] == [297, 210]
    assert 30 <= round(section.left_margin.mm) <= 35
    assert all(20 <= round(margin.mm) <= 25 for margin in (section.top_margin, section.bottom_margin))
    assert 15 <= round(section.right_margin.mm) <= 20
    assert section.different_first_page_header_footer
    assert section.header.paragraphs[0]._p.find(f"{W}fldSimple").get(f"{W}instr") == "PAGE"
    assert not list(section.first_page_header.paragraphs[0]._p.iter(f"{W}fldSimple"))
    assert opened.styles["Normal"].font.name == "Times New Roman"
    assert {opened.styles[name].font.size for name in ("Normal", "DK Cell")} == {Pt(14), Pt(13)}


def test_the_header_row_comes_again_and_no_row_is_split(opened: Any) -> None:
    known = [row._tr.trPr for row in opened.tables[1].rows]
    assert all(one.find(f"{W}cantSplit") is not None for one in known)
    assert [one.find(f"{W}tblHeader") is not None for one in known] == [True, False, False, False]


def test_what_only_the_office_knows_is_left_open(opened: Any) -> None:
    office, nation = (cell.text.splitlines() for cell in opened.tables[0].rows[0].cells)
    assert [line.strip("… ") for line in office if line] == ["", "", "Số: ……/"]
    assert nation[:2] == ["CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", "Độc lập - Tự do - Hạnh phúc"]
    assert nation[-1] == "……………, ngày …… tháng …… năm ………"
    said = [one.text for one in opened.paragraphs if one.text]
    assert said[:2] == ["BẢNG PHÂN CÔNG NHIỆM VỤ", "(Theo QUY CHẾ PHỐI HỢP (01/QC) ngày 28 tháng 02 năm 2023)"]


@pytest.mark.parametrize(
    ("day", "shown"),
    [("2023-03-05", " ngày 05 tháng 3 năm 2023)"), ("2023-02", "(01/QC))"), ("2023", "(01/QC))"), ("", "(01/QC))")],
)
def test_only_a_whole_day_is_told(tmp_path: Path, day: str, shown: str) -> None:
    document = made()
    path = written(tmp_path, replace(document, header=replace(document.header, issued_on=day)))
    (about,) = [one.text for one in docx.Document(str(path)).paragraphs if one.text.startswith("(Theo")]
    assert about.endswith(shown)


def test_markup_line_ends_and_control_characters_are_text(tmp_path: Path) -> None:
    document = made()
    header = replace(document.header, title='<w:p/> & "x" \x00\ud800\ue000rows\ue001')
    duty = replace(document.duties[0], text="một </w:t>\nhai\x07")
    path = written(tmp_path, replace(document, header=header, duties=(duty,)))
    made_again = docx.Document(str(path))
    assert table(made_again)[2][1] == "một </w:t>\nhai"
    assert '(Theo <w:p/> & "x" \ue000rows\ue001 (01/QC)' in "\n".join(one.text for one in made_again.paragraphs)


def test_english_by_option(tmp_path: Path) -> None:
    made_again = docx.Document(str(written(tmp_path, made(), "en")))
    assert table(made_again)[0][:3] == ["No.", "Duty", "Lead"]
    assert "TABLE OF ASSIGNED DUTIES" in [one.text for one in made_again.paragraphs]


def test_a_document_without_duties_or_text_has_no_file(tmp_path: Path) -> None:
    class Failed(Sample):
        def documents(self) -> Iterator[Outcome]:
            yield Outcome({}, None)

    writer("docx")(Failed({}), tmp_path)
    assert list((tmp_path / "docx").iterdir()) == []
    path = written(tmp_path / "other", made(duties=()))
    assert list(path.parent.iterdir()) == []


def test_every_part_is_xml_and_told_of(tmp_path: Path) -> None:
    with zipfile.ZipFile(written(tmp_path, made())) as package:
        names = package.namelist()
        trees = {name: etree.fromstring(package.read(name)) for name in names}
    told = {one.get("PartName", "").lstrip("/") for one in trees[names[0]] if one.get("PartName")}
    assert names[0] == "[Content_Types].xml"
    assert told <= set(names)
    order = [etree.QName(one).localname for one in trees["word/document.xml"].find(f".//{W}tblStyle").getparent()]
    assert order.index("tblCellMar") == order.index("tblLook") - 1  # Word refuses another order


@pytest.mark.slow
@pytest.mark.skipif(not shutil.which("soffice"), reason="LibreOffice (soffice) is not on the PATH")
def test_libreoffice_prints_it(tmp_path: Path) -> None:
    document = made()
    long = replace(document.duties[0], text="việc rất dài " * 900)
    path = written(tmp_path, replace(document, duties=(*document.duties, long, *document.duties * 30)))
    command = ["soffice", f"-env:UserInstallation={(tmp_path / 'profile').as_uri()}", "--headless"]
    command += ["--convert-to", "pdf", "--outdir", str(tmp_path), str(path)]
    subprocess.run(command, check=True, capture_output=True, timeout=180)
    pages = [page.get_textpage().get_text_range() for page in pypdfium2.PdfDocument(path_of(tmp_path))]
    assert len(pages) > 5
    # A font that stands in for Times New Roman may set some letters apart: words without them are looked for.
    assert all("Ghi chú" in page for page in pages[:-1])  # the header row on every page
    assert not pages[0].startswith("1")
    assert [page.split()[0] for page in pages[1:]] == [str(number) for number in range(2, len(pages) + 1)]
    assert "".join(pages).count("dài") >= 900  # a row longer than a page loses nothing


def path_of(folder: Path) -> Path:
    (found,) = folder.glob("*.pdf")
    return found
