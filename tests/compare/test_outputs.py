"""What is written of a comparison: tables for all variants, the workbook, the pages, what is proposed."""

from __future__ import annotations

import csv
import re
import shutil
import subprocess
from html.parser import HTMLParser
from pathlib import Path

import openpyxl
import pypdfium2
import pytest
from click.testing import CliRunner

import dieukhoan
from compare.test_compare import FILLED, TEMPLATE
from compare.test_matrix import variants
from dieukhoan.cli import cli
from dieukhoan.compare.index import index
from dieukhoan.compare.page import page
from dieukhoan.core.errors import UsageError
from dieukhoan.tables import TABLES, rows
from dieukhoan.tables.compared import COMPARED
from dieukhoan.tables.restore import restore

CLAUSE = "3. Sở Tài chính tỉnh hướng dẫn chế độ kế toán cho các hội cơ sở.\n"
LATER = FILLED.replace("15/12", "25/12").replace("Hà Giang", "Lào Cai")
OTHER = """HỢP ĐỒNG MUA BÁN
Điều 1. Hàng hóa
Bên A bán cho Bên B hai máy bơm nước theo giá ghi trong phụ lục.
Điều 2. Thanh toán
Bên B trả tiền bằng chuyển khoản trong 10 ngày kể từ ngày giao hàng.
"""


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    (tmp_path / "mau.txt").write_text(TEMPLATE, "utf-8")
    (tmp_path / "tinh").mkdir()
    for name, text in (("ha-giang", FILLED), ("lao-cai", LATER), ("dong-nai", FILLED.replace(CLAUSE, ""))):
        (tmp_path / "tinh" / f"{name}.txt").write_text(text, "utf-8")
    return tmp_path


def test_python_gives_everything_without_a_folder(folder: Path) -> None:
    found = dieukhoan.compare(folder / "mau.txt", folder / "tinh")
    assert [source for source, _ in found.variants] == ["dong-nai.txt", "ha-giang.txt", "lao-cai.txt"]
    summary = found.to_frames()["variant_summary"].set_index("source")
    assert summary.loc["ha-giang.txt", "kept_share"] == 1.0
    assert summary.loc["dong-nai.txt", "dropped"] == 1
    assert "hướng dẫn chế độ kế toán" in summary.loc["dong-nai.txt", "dropped_duties"]
    assert summary.loc["lao-cai.txt", "latest_days"] == 10
    assert found.written == ()
    documents = [one.variant for one in found.comparisons]
    again = dieukhoan.compare(found.comparisons[0].template, documents)
    assert again.rows == found.rows


def test_changed_duties_are_told_in_full(folder: Path) -> None:
    """Ids are for programs; a person reads where the duty stands and what it says on both sides."""
    found = dieukhoan.compare(folder / "mau.txt", folder / "tinh", lang="vi").to_frames()["obligation_changes"]
    later = found[found["days"] == 10].iloc[0]
    assert later["template_place"] == later["variant_place"] == "Chương II, Điều 3, khoản 1"
    assert "15/12" in later["template_text"]
    assert later["variant_text"] == later["template_text"].replace("15/12", "25/12").replace("…………", "Lào Cai")
    gone = found[found["change"] == "dropped"].iloc[0]
    assert gone["template_place"] == "Chương II, Điều 3, khoản 3"
    assert "hướng dẫn chế độ kế toán" in gone["template_text"]
    assert gone[["variant_place", "variant_text"]].isna().all()
    english = dieukhoan.compare(folder / "mau.txt", folder / "tinh", lang="en").to_frames()["obligation_changes"]
    assert "Chapter II, Article 3, clause 3" in set(english["template_place"])


def test_a_variant_that_cannot_be_read_is_in_the_summary(folder: Path) -> None:
    (folder / "tinh" / "hong.docx").write_bytes(b"PK\x03\x04 cut off")
    found = dieukhoan.compare(folder / "mau.txt", folder / "tinh")
    summary = found.to_frames()["variant_summary"].set_index("source")
    assert list(summary.index) == ["dong-nai.txt", "ha-giang.txt", "lao-cai.txt", "hong.docx"]
    told = summary.loc["hong.docx"].dropna()
    assert set(told.index) == {"variant_document_id", "template_document_id"}
    assert found.failed == ("hong.docx",)
    assert found.failures[0][1].startswith("Tệp bị hỏng")


@pytest.mark.slow  # starts processes
def test_a_variant_that_cannot_be_read_is_in_what_is_written(folder: Path) -> None:
    (folder / "tinh" / "hong.docx").write_bytes(b"PK\x03\x04 cut off")
    dieukhoan.compare(folder / "mau.txt", folder / "tinh", folder / "out", formats=["csv", "sqlite", "html"])
    with (folder / "out" / "csv" / "variant_summary.csv").open(encoding="utf-8-sig", newline="") as file:
        (row,) = (row for row in csv.DictReader(file) if row["source"] == "hong.docx")
    assert [name for name, cell in row.items() if cell] == ["variant_document_id", "template_document_id", "source"]
    listed = (folder / "out" / "doi_chieu" / "index.html").read_text("utf-8")
    assert "hong.docx" in listed
    assert {path.stem for path in (folder / "out" / "doi_chieu").iterdir()} >= set(
        re.findall(r'href="([^"#]+)\.html"', listed)
    )


@pytest.mark.slow  # starts processes
def test_a_converted_folder_gives_the_same(folder: Path) -> None:
    (folder / "tinh" / "hop-dong.txt").write_text(OTHER, "utf-8")
    dieukhoan.convert(folder / "tinh", folder / "out", formats=["csv"])
    found = dieukhoan.compare(folder / "mau.txt", converted=folder / "out")
    assert found.passed == ("hop-dong.txt",)
    (folder / "tinh" / "hop-dong.txt").unlink()
    assert found.rows == dieukhoan.compare(folder / "mau.txt", folder / "tinh").rows


@pytest.mark.parametrize("text", [TEMPLATE, FILLED, OTHER])
def test_a_document_restored_from_its_rows_gives_the_same_rows(document, text: str) -> None:
    made = rows(document(text))
    again = restore({table.name: list(table.dicts(made[table.name])) for table in TABLES}, text)
    assert rows(again) == made


@pytest.mark.slow  # starts processes
def test_the_workbook_begins_with_the_matrix_in_colours(folder: Path) -> None:
    dieukhoan.compare(folder / "mau.txt", folder / "tinh", folder / "out", formats=["xlsx"])
    sheet = openpyxl.load_workbook(folder / "out" / "dieukhoan.xlsx").worksheets[0]
    assert sheet.title == "Ma trận đối chiếu"
    assert sheet.auto_filter.ref.startswith("A1:")
    assert sheet.freeze_panes == "C2"
    rules = [rule for found in sheet.conditional_formatting for rule in found.rules]
    assert {rule.text for rule in rules} >= {"Sửa", "Bỏ", "Chuyển chỗ"}


@pytest.mark.slow  # starts processes
def test_the_workbook_holds_what_was_compared_and_the_other_formats_everything(folder: Path) -> None:
    dieukhoan.compare(folder / "mau.txt", folder / "tinh", folder / "out", formats=["xlsx", "csv"])
    sheets = openpyxl.load_workbook(folder / "out" / "dieukhoan.xlsx").sheetnames
    compared = ["Ma trận đối chiếu", "Bảng điền chỗ trống", *(table.label.vi for table in COMPARED), "Văn bản"]
    assert sheets == compared
    written = {path.stem for path in (folder / "out" / "csv").glob("*.csv")}
    assert written >= {table.name for table in (*TABLES, *COMPARED)}


class _Tags(HTMLParser):
    def __init__(self) -> None:
        super().__init__()
        self.tags: set[str] = set()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.add(tag)


def test_pages_show_what_differs_and_escape_what_documents_say(document, read) -> None:
    evil = FILLED.replace("Kết quả kiểm tra", '<script>alert(1)</script> "><img src=x onerror=1> Kết quả')
    found = page(read(FILLED, evil))
    parser = _Tags()
    parser.feed(found)
    assert not parser.tags & {"script", "img", "link", "iframe"}
    assert "&lt;script&gt;alert(1)" in found
    assert "<ins>" in found
    assert "default-src 'none'" in found
    assert not re.search(r"(src|href)=\"(?!#|index\.html\")", found)
    listed = index(document(TEMPLATE), variants(document, [FILLED]), [], "en")
    assert "Same 100%" in listed
    assert "Identical" in listed


def test_a_folder_without_variants_is_said_to_be_none(folder: Path) -> None:
    (folder / "none").mkdir()
    with pytest.raises(UsageError, match="VARIANT"):
        dieukhoan.compare(folder / "mau.txt", folder / "none", folder / "out")


@pytest.mark.parametrize("out", [None, "out"])
def test_a_template_that_is_named_as_its_own_variant_has_no_change(folder: Path, out: str | None) -> None:
    template = folder / "tinh" / "mau.txt"
    shutil.move(folder / "mau.txt", template)
    target = out and folder / out
    (one,) = dieukhoan.compare(template, template, target, formats=["csv", "sqlite", "html"]).variants
    assert one[0] == "mau.txt"
    assert {fate for fate, count in one[1].items() if count} == {"identical", "blanks_open"}
    with pytest.raises(UsageError, match="VARIANT"):  # in a folder it is not meant
        dieukhoan.compare(template, [], folder / "out")


@pytest.mark.slow  # starts processes
def test_the_template_in_the_folder_of_its_variants_is_none_of_them(folder: Path) -> None:
    shutil.move(folder / "mau.txt", folder / "tinh" / "mau.txt")
    here = dieukhoan.compare(folder / "tinh" / "mau.txt", folder / "tinh")
    there = dieukhoan.compare(folder / "tinh" / "mau.txt", folder / "tinh", folder / "out", formats=["csv"])
    assert here.variants == there.variants
    assert [source for source, _ in here.variants] == ["dong-nai.txt", "ha-giang.txt", "lao-cai.txt"]


@pytest.mark.slow  # starts processes
def test_variants_with_one_name_are_told_apart_everywhere(folder: Path) -> None:
    places = [folder / name / "quy chế.txt" for name in ("một", "hai", "ba")]
    for place, text in zip(places, (FILLED, FILLED, LATER), strict=True):
        place.parent.mkdir()
        place.write_text(text, "utf-8")
    formats = ["csv", "xlsx", "sqlite", "html", "jsonl"]
    found = dieukhoan.compare(folder / "mau.txt", places, folder / "out", formats=formats)
    names = ["một/quy chế.txt", "hai/quy chế.txt", "ba/quy chế.txt"]
    assert [source for source, _ in found.variants] == names
    called = [f"Hà Giang ({names[0]})", f"Hà Giang ({names[1]})", "Lào Cai"]
    with (folder / "out" / "csv" / "doi_chieu.csv").open(encoding="utf-8-sig", newline="") as file:
        assert next(csv.reader(file))[-3:] == called
    with (folder / "out" / "csv" / "variant_summary.csv").open(encoding="utf-8-sig", newline="") as file:
        told = list(csv.DictReader(file))
    assert [row["name"] for row in told] == called
    sheet = openpyxl.load_workbook(folder / "out" / "dieukhoan.xlsx").worksheets[0]
    assert [cell.value for cell in sheet[1]][-3:] == called
    for row in told:
        made = (folder / "out" / "doi_chieu" / f"{row['variant_document_id']}.html").read_text("utf-8")
        assert f"<b>{row['source']}</b>" in made
    here = dieukhoan.compare(folder / "mau.txt", places).to_frames()["variant_summary"]
    assert list(here["variant_document_id"]) == [row["variant_document_id"] for row in told]


def test_a_moved_unit_is_linked_with_where_it_stands_now(read) -> None:
    found = page(read(FILLED, FILLED.replace(CLAUSE, "") + CLAUSE))
    links, names = (set(re.findall(pattern, found)) for pattern in (r'href="#([^"]+)"', r' id="([^"]+)"'))
    assert links <= names
    assert {"m-chp_II__art_3__cl_3", "v-chp_II__art_4__cl_3"} <= links
    assert found.index(' id="m-chp_II__art_3__cl_3"') < found.index(' id="v-chp_II__art_4__cl_3"')
    assert "Chuyển đến đây" in found


@pytest.mark.slow  # starts a browser
def test_a_browser_prints_both_texts_in_colours_across_the_page(folder: Path) -> None:
    names = ("chromium", "chromium-browser", "google-chrome", "chrome", "msedge")
    browser = next(filter(None, map(shutil.which, names)), None)
    if browser is None:
        pytest.skip("no browser is installed (Debian: apt-get install chromium)")
    dieukhoan.compare(folder / "mau.txt", folder / "tinh", folder / "out", formats=["html"])
    for path in (folder / "out" / "doi_chieu").iterdir():
        made = folder / f"{path.stem}.pdf"
        flags = ["--headless=new", "--no-sandbox", "--disable-gpu", f"--user-data-dir={folder / 'profile'}"]
        subprocess.run([browser, *flags, f"--print-to-pdf={made}", path.as_uri()], check=True, capture_output=True)
        with pypdfium2.PdfDocument(made) as printed:
            width, height = printed[0].get_size()
            assert width > height
            text = " ".join(" ".join(sheet.get_textpage().get_text_bounded().split()) for sheet in printed)
            assert ("Ma trận đối chiếu" if path.stem == "index" else "Văn bản:") in text
            shown = printed[0].render(scale=1).to_numpy()[..., :3].reshape(-1, 3)
            assert (shown == [0xF7, 0xEB, 0xDD]).all(axis=1).any()  # the heading: the policy lets the style sheet work


@pytest.mark.slow  # starts processes
def test_proposals_are_written_as_a_table(folder: Path) -> None:
    (folder / "tinh" / "hop-dong.txt").write_text(OTHER, "utf-8")
    found = dieukhoan.propose(folder / "tinh", folder / "out", templates=folder / "mau.txt", formats=["csv"])
    assert {(one.source, one.fits) for one in found.proposals} == {
        ("dong-nai.txt", True), ("ha-giang.txt", True), ("lao-cai.txt", True), ("hop-dong.txt", False),
    }  # fmt: skip
    assert (folder / "out" / "csv" / "template_proposals.csv").is_file()
    assert found.templates == ("mau.txt",)


@pytest.mark.slow  # starts processes
def test_the_command_says_which_templates_it_took(folder: Path) -> None:
    shutil.copy(folder / "mau.txt", folder / "tinh" / "mau.txt")
    arguments = ["compare", "--propose", str(folder / "tinh"), "-o", str(folder / "out"), "--formats", "csv"]
    said = CliRunner().invoke(cli, arguments).output
    assert "mau.txt: dùng làm mẫu" in said
    assert said.index("dùng làm mẫu") < said.index("theo mẫu mau.txt")
    assert "ha-giang.txt: dùng" not in said


@pytest.mark.slow  # starts processes
def test_a_variant_that_is_not_filled_in_yet_is_no_template(folder: Path) -> None:
    shutil.copy(folder / "mau.txt", folder / "tinh" / "mau.txt")
    begun = "Số: ………/QCPH-HKH-STC\nĐồng Nai, ngày …… tháng …… năm ………\n" + FILLED.replace("Hà Giang", "Đồng Nai")
    (folder / "tinh" / "dong-nai.txt").write_text(begun, "utf-8")
    found = dieukhoan.propose(folder / "tinh", folder / "out", formats=["csv"])
    assert found.templates == ("mau.txt",)
    assert {one.source for one in found.proposals if one.fits} == {"dong-nai.txt", "ha-giang.txt", "lao-cai.txt"}


def test_proposals_have_no_pages(folder: Path) -> None:
    with pytest.raises(UsageError, match="html"):
        dieukhoan.propose(folder / "tinh", folder / "out", formats=["csv", "html"])
    assert not (folder / "out").exists()
