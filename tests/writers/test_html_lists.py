"""The lists and the calendar of the report as a person searches them, in headless Chromium, opened from the disk."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from browser import Visit
from dieukhoan.core.records import Document
from dieukhoan.tables import collation_key
from dieukhoan.writers.site import bodies, lists
from made_document import made
from made_site import SCRIPT, Run, outcome, report, template

if TYPE_CHECKING:
    from playwright.sync_api import Page

pytestmark = pytest.mark.slow


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A report in a folder whose name needs to be quoted."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(lists, "ROWS", 3)
        patch.setattr(bodies, "_DUTIES", 3)
        return report(tmp_path_factory.mktemp("báo cáo #1 100%"))


def ready(page: Page) -> None:
    page.wait_for_selector("body[data-ready]")


def texts(page: Page, selector: str) -> list[str]:
    return [one.strip() for one in page.locator(selector).all_inner_texts()]


def test_search_needs_no_diacritics_and_heeds_them(site: Path, visit: Visit) -> None:
    page = visit.open(site / "duties.html")
    ready(page)
    told = page.locator("#told")
    for typed, found in (
        ("den long khong duoc", 2), ("hoi den", 4), ("hội đèn", 4), ("hời đèn", 0), ("to chuc, phoi hop", 2),
        ("long hoi", 0), ("ung", 0), ("", 4),
    ):  # fmt: skip
        page.locator("#f-q").fill(typed)
        words = "4 dòng" if found == 4 else f"{found} trong 4 dòng"
        told.get_by_text(words, exact=True).wait_for()
        assert page.locator("#rows tr").count() == found, typed


def test_filters_stand_in_the_address(site: Path, visit: Visit) -> None:
    page = visit.open(site / "duties.html")
    ready(page)
    page.locator("#f-modality").select_option("prohibition")
    page.get_by_text("2 trong 4 dòng").wait_for()
    page.locator("#f-who").fill("den long")
    page.locator("#f-role").select_option("support")
    page.get_by_text("0 trong 4 dòng").wait_for()
    assert page.evaluate("location.hash") == "#who=den+long&role=support&modality=prohibition"
    page.reload()
    page.get_by_text("0 trong 4 dòng").wait_for()
    page.get_by_role("button", name="Xóa bộ lọc").click()
    page.get_by_text("4 dòng", exact=True).wait_for()
    assert page.evaluate("location.hash") == ""


@pytest.mark.parametrize(
    ("asked", "count"),
    [
        ("from=2024-12-01&to=2024-12-31", 2), ("from=2024-12-16&to=2025-12-14", 0), ("due=day", 2), ("due=none", 2),
        ("body=so-anh-sang", 3), ("body=hoi-den-long&role=lead", 2), ("type=quy_che_phoi_hop", 4), ("doubt=1", 2),
    ],
)  # fmt: skip
def test_an_address_asks(site: Path, visit: Visit, asked: str, count: int) -> None:
    page = visit.open(site / "duties.html", f"#{asked}")
    page.get_by_text("4 dòng" if count == 4 else f"{count} trong 4 dòng", exact=True).wait_for()
    assert page.locator("#rows tr").count() == count


def without_a_period() -> Document:
    """A duty every November and one that is never dated, of a document that tells no period."""
    found = made("khong giai doan")
    november = replace(found.deadlines[0], rrule="FREQ=YEARLY;BYMONTH=11", due_first="", due_last="")
    header = replace(found.header, period="")
    return replace(found, document_id="khong-44444444", header=header, deadlines=(november,))


def test_a_month_finds_what_comes_again_without_a_period(tmp_path: Path, visit: Visit) -> None:
    site = report(tmp_path, Run([outcome(made()), outcome(without_a_period())]))
    page = visit.open(site / "duties.html", "#from=2024-11-01&to=2024-11-30")
    page.get_by_text("0 trong 4 dòng", exact=True).wait_for()  # no day may be computed for it
    page = visit.open(site / "duties.html")
    ready(page)
    page.get_by_label("Tháng", exact=True).focus()
    for _ in range(11):
        page.keyboard.press("ArrowDown")
    page.get_by_text("1 trong 4 dòng", exact=True).wait_for()
    assert page.evaluate("location.hash") == "#month=11"
    assert page.locator("#rows tr").get_attribute("data-id") == "khong-44444444#o1"
    page.locator("#f-month").select_option("12")
    page.get_by_text("1 trong 4 dòng", exact=True).wait_for()
    page.locator(f"#rows tr[data-id='{made().document_id}#o1']").wait_for()
    page.locator("#f-month").select_option("10")
    page.get_by_text("0 trong 4 dòng", exact=True).wait_for()


def test_the_calendar_leads_to_what_has_no_day(tmp_path: Path, visit: Visit) -> None:
    site = report(tmp_path, Run([outcome(made()), outcome(without_a_period())]))
    page = visit.open(site / "calendar.html", "#2024-12")
    ready(page)
    page.get_by_role("link", name="Lọc nhiệm vụ theo tháng").click()
    page.get_by_text("1 trong 4 dòng", exact=True).wait_for()
    assert page.evaluate("location.hash") == "#month=12"


def test_the_day_shown_is_of_the_month_asked_for(tmp_path: Path, visit: Visit) -> None:
    quarterly = replace(made().deadlines[0], rrule="FREQ=MONTHLY;INTERVAL=3")
    site = report(tmp_path, Run([outcome(made(deadlines=(quarterly,)))]))
    page = visit.open(site / "duties.html", "#month=9&from=2024-01-01")
    page.get_by_text("1 trong 2 dòng", exact=True).wait_for()
    assert "30/09/2024" in page.locator("#rows .days").inner_text()
    page = visit.open(site / "duties.html", "#month=9&from=2024-10-01&to=2024-12-31")
    page.get_by_text("0 trong 2 dòng", exact=True).wait_for()


@pytest.mark.parametrize(
    ("lang", "month", "words"), [("vi", "Tháng", "hằng năm, tháng 11"), ("en", "Month", "every year, November")]
)
def test_deadlines_by_month_in_words(tmp_path: Path, visit: Visit, lang: str, month: str, words: str) -> None:
    site = report(tmp_path, Run([outcome(made(), lang), outcome(without_a_period(), lang)], lang))
    page = visit.open(site / "deadlines.html")
    ready(page)
    assert page.locator("#rows tr").count() == 2
    page.get_by_label(month, exact=True).select_option("11")
    page.locator("#rows tr").nth(1).wait_for(state="detached")
    cell = page.locator("#rows td:nth-child(3)")
    assert words in cell.inner_text()
    assert cell.locator("code").inner_text() == "FREQ=YEARLY;BYMONTH=11"
    page.locator("#rows td:first-child a").click()
    assert words in page.locator("#d1 .id").inner_text()


def test_a_body_asked_for_by_a_link_can_be_let_go(site: Path, visit: Visit) -> None:
    page = visit.open(site / "bodies" / "body-so-anh-sang.html")
    page.get_by_role("link", name="Tìm và lọc trong những nhiệm vụ này").click()
    page.get_by_text("3 trong 4 dòng").wait_for()
    page.get_by_role("button", name="Bỏ lọc: Cơ quan: Sở Ánh Sáng").click()
    page.get_by_text("4 dòng", exact=True).wait_for()


def test_pages_of_a_list(site: Path, visit: Visit) -> None:
    page = visit.open(site / "duties.html")
    ready(page)
    page.evaluate("""() => {
        const few = document.createElement("option");
        few.textContent = "1";
        document.getElementById("f-size").append(few);
    }""")
    page.locator("#f-size").select_option("1")
    page.get_by_text("Trang 1 trong 4").first.wait_for()
    page.get_by_role("button", name="Trang cuối").first.click()
    page.get_by_text("Trang 4 trong 4").first.wait_for()
    assert page.locator("#rows td").first.inner_text() == "4"


def test_a_page_of_a_list_has_an_address(site: Path, visit: Visit) -> None:
    visit.page.add_init_script("""document.addEventListener("DOMContentLoaded", () => {
        const few = new Option("1", "1", true);
        document.getElementById("f-size").append(few);
    })""")
    page = visit.open(site / "duties.html", "#page=2")
    for number in (2, 3):
        page.evaluate("number => { location.hash = `page=${number}`; }", number)
        page.get_by_text(f"Trang {number} trong 4").first.wait_for()
        page.wait_for_timeout(100)
        assert texts(page, "#rows td:first-child") == [str(number)]
        assert page.evaluate("location.hash") == f"#page={number}"
        assert page.evaluate("document.body.dataset.ready") == str(number - 1)  # asked once for each


def test_skipping_to_the_content_changes_nothing(site: Path, visit: Visit) -> None:
    for name, asked, shown in (
        ("duties.html", "#modality=prohibition", "2 trong 4 dòng"),
        ("calendar.html", "#2024-12", "Tháng 12/2024"),
    ):
        page = visit.open(site / name, asked)
        page.get_by_text(shown, exact=True).wait_for()
        page.locator("a.skip").focus()
        page.keyboard.press("Enter")
        page.wait_for_function("location.hash === '#main'")
        page.wait_for_timeout(300)
        assert page.get_by_text(shown, exact=True).is_visible()
        assert page.evaluate("document.body.dataset.ready") == "1"


def test_lists_are_sorted_as_asked(site: Path, visit: Visit) -> None:
    page = visit.open(site / "documents.html", "#sort=warnings")
    ready(page)
    assert texts(page, "#rows td:nth-child(9)") == ["2", "1", "1"]
    assert texts(page, "#rows td:first-child a") == [SCRIPT, "QUY CHẾ PHỐI HỢP", "hỏng <b>.docx"]
    page = visit.open(site / "duties.html", "#sort=who")
    ready(page)
    leads = texts(page, "#rows td:nth-child(3)")
    assert leads[0].startswith("Hội")


def test_the_browser_sorts_as_the_tables_do(site: Path, visit: Visit) -> None:
    names = ["Đoàn 10", "Đoàn 2", "Dân", "Đa", "ân", "ăn", "an", "Án", "Ớt", "Ơn", "Ủy ban", "Ụ", "Hội", "Hồi", "Zô"]
    page = visit.open(site / "duties.html")
    found = page.evaluate(
        "names => names.sort(new Intl.Collator('vi', { numeric: true }).compare)", list(names)
    )  # as in duties.js
    assert found == sorted(names, key=collation_key)


def test_the_calendar_shows_a_month(site: Path, visit: Visit) -> None:
    page = visit.open(site / "calendar.html", "#2024-12")
    ready(page)
    assert page.locator("#shown").inner_text() == "Tháng 12/2024"
    day = page.locator("#grid td.busy")
    assert day.inner_text().startswith("15")
    assert page.locator("#grid thead th").first.inner_text() == "Thứ hai"
    assert day.evaluate("cell => cell.cellIndex") == 6  # a Sunday
    assert page.locator("#agenda li").count() == 2
    page.get_by_role("button", name="Tháng sau").click()
    page.get_by_text("Tháng 12/2025", exact=True).wait_for()
    assert page.get_by_role("button", name="Tháng sau").is_disabled()
    page.locator("#f-q").fill("khong co")
    page.get_by_text("0 trong 2 dòng").wait_for()
    page.locator("#f-q").fill("anh sang")
    page.get_by_text("2 trong 2 dòng").wait_for()
    page.locator("#agenda li a").last.click()
    page.wait_for_selector("#o1.lit")


def test_the_calendar_marks_templates_and_leaves_them_out_when_asked(tmp_path: Path, visit: Visit) -> None:
    site = report(tmp_path, Run([outcome(made()), outcome(template())]))
    page = visit.open(site / "calendar.html", "#2024-12")
    ready(page)
    assert texts(page, "#agenda li .tag") == ["Văn bản mẫu"]
    page.get_by_label("bỏ văn bản mẫu").check()
    page.get_by_text("1 trong 2 dòng").wait_for()
    assert page.locator("#agenda li").count() == 1
    assert page.locator("#agenda li .tag").count() == 0


def test_a_day_of_the_calendar_has_an_address(site: Path, visit: Visit) -> None:
    page = visit.open(site / "calendar.html", "#day-20231215")
    ready(page)
    assert page.locator("#shown").inner_text() == "Tháng 12/2023"
    assert page.locator("#day-20231215 + ol li").count() == 2


def test_a_missing_file_is_told(site: Path, visit: Visit) -> None:
    page = visit.open(site / "duties.html")
    ready(page)
    said = page.evaluate("dieukhoan.load('nothing-1').catch(error => error.message)")
    assert said == "Thiếu tệp data/nothing-1.js: hãy chép cả thư mục report."
