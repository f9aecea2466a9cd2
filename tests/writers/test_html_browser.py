"""The report as a person uses it, in headless Chromium, opened from the disk."""

from __future__ import annotations

import json
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest

from browser import Visit
from browser import visit as tab
from dieukhoan.tables import collation_key
from dieukhoan.writers.site import bodies, lists
from made_site import NAME, SCRIPT, report

if TYPE_CHECKING:
    from playwright.sync_api import Browser, Page

pytestmark = pytest.mark.slow

PAGES = (
    "index.html", "duties.html", "deadlines.html", "calendar.html", "bodies.html", "documents.html",
    "bodies/body-hoi-den-long.html", "documents/xau-11111111.html", "documents/hong-b-22222222.html",
)  # fmt: skip
DOCUMENT = "documents/xau-11111111.html"


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


def lit(page: Page) -> str:
    return "".join(page.locator("#text .w.lit").all_inner_texts())


@pytest.mark.parametrize("name", PAGES)
def test_a_page_opens_without_a_word_of_complaint(site: Path, visit: Visit, name: str) -> None:
    page = visit.open(site / name)
    page.wait_for_timeout(300)
    assert (visit.errors, visit.abroad) == ([], [])
    assert page.title() != "taken"
    assert page.evaluate("document.documentElement.lang") == "vi"


@pytest.mark.parametrize("name", PAGES)
def test_a_page_is_accessible(site: Path, visit: Visit, name: str) -> None:
    page = visit.open(site / name, "#2024-12" if name == "calendar.html" else "")
    page.wait_for_timeout(300)
    assert visit.accessible() == []


@pytest.mark.parametrize("name", PAGES)
def test_a_page_fits_a_narrow_window(site: Path, browser: Browser, name: str) -> None:
    with tab(browser, viewport={"width": 360, "height": 700}) as narrow:
        page = narrow.open(site / name)
        page.wait_for_timeout(300)
        assert page.evaluate("document.documentElement.scrollWidth") <= 360
        assert narrow.accessible() == []


def test_what_documents_say_does_nothing(site: Path, visit: Visit) -> None:
    page = visit.open(site / DOCUMENT)
    assert page.locator("h1").inner_text().strip() == SCRIPT
    assert page.locator("img").count() == 0
    page = visit.open(site / "documents.html")
    ready(page)
    assert f"{NAME}.txt" in page.locator("#rows").inner_text()
    assert page.locator("img").count() == 0
    assert visit.errors == []


def test_the_policy_lets_no_other_script_run(site: Path, visit: Visit) -> None:
    page = visit.open(site / "index.html")
    page.evaluate("""() => {
        window.refused = [];
        document.addEventListener("securitypolicyviolation", (event) => window.refused.push(event.blockedURI));
        const inline = document.createElement("script");
        inline.textContent = "window.taken = true";
        document.head.append(inline);
        const foreign = document.createElement("script");
        foreign.src = "https://example.org/x.js";
        document.head.append(foreign);
        const image = document.createElement("img");
        image.setAttribute("onerror", "window.taken = true");
        image.src = "nowhere.png";
        document.body.append(image);
    }""")
    page.wait_for_timeout(300)
    assert page.evaluate("window.taken") is None
    assert page.evaluate("window.refused.sort()") == ["https://example.org/x.js", "inline", "inline"]


def test_a_row_lights_its_words_and_words_their_row(site: Path, visit: Visit) -> None:
    page = visit.open(site / DOCUMENT)
    page.locator("#o2 .what").click()
    page.wait_for_selector("#o2.lit")
    assert lit(page) == "Hội Đèn Lồng không được tắt đèn"
    page.locator("#text a.deadline").click()
    page.wait_for_selector("#d1.lit")
    assert lit(page) == "trước ngày 15/12 hằng năm"
    assert page.locator("#o2.lit").count() == 0
    page.locator("#text a.citation").click()
    page.wait_for_selector("#c1.lit")
    page.locator("#text span.duty[data-i='o1']").first.click()
    page.wait_for_selector("#o1.lit")
    assert lit(page).startswith("Sở Ánh Sáng chủ trì, phối hợp với Hội Đèn Lồng")
    page.keyboard.press("Escape")
    assert lit(page) == ""


def test_what_is_lit_scrolls_into_view(site: Path, browser: Browser) -> None:
    with tab(browser, viewport={"width": 1200, "height": 320}) as low:
        page = low.open(site / DOCUMENT, "#c1")
        page.wait_for_selector("#c1.lit")
        page.wait_for_timeout(1200)
        for chosen in ("#text a.citation", "#c1"):
            box = page.locator(chosen).bounding_box()
            assert box
            assert -1 <= box["y"] <= 320, chosen


def test_lights_go_by_keyboard(site: Path, visit: Visit) -> None:
    page = visit.open(site / DOCUMENT)
    page.locator("#text a.citation").focus()
    page.keyboard.press("Enter")
    page.wait_for_selector("#c1.lit")
    page.locator("#c1 a.go").focus()
    page.keyboard.press("Enter")
    page.wait_for_function("location.hash === '#t-c1'")
    assert lit(page) == "Luật Đèn"


def test_marks_can_be_put_out(site: Path, visit: Visit) -> None:
    page = visit.open(site / DOCUMENT)
    look = "getComputedStyle(document.querySelector('#text a.citation')).borderBottomStyle"
    assert page.evaluate(look) == "double"
    page.get_by_role("checkbox", name="Viện dẫn").uncheck()
    assert page.evaluate(look) == "none"


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
        ("body=so-anh-sang", 3), ("body=hoi-den-long&role=lead", 2), ("type=quy_che_phoi_hop", 4), ("doubt=1", 1),
    ],
)  # fmt: skip
def test_an_address_asks(site: Path, visit: Visit, asked: str, count: int) -> None:
    page = visit.open(site / "duties.html", f"#{asked}")
    page.get_by_text("4 dòng" if count == 4 else f"{count} trong 4 dòng", exact=True).wait_for()
    assert page.locator("#rows tr").count() == count


def test_a_body_asked_for_by_a_link_can_be_let_go(site: Path, visit: Visit) -> None:
    page = visit.open(site / "bodies" / "body-so-anh-sang.html")
    page.get_by_role("link", name="Tìm và lọc trong những nhiệm vụ này").click()
    page.get_by_text("3 trong 4 dòng").wait_for()
    page.get_by_role("button", name="Bỏ lọc: Cơ quan: Sở Ánh Sáng").click()
    page.get_by_text("4 dòng", exact=True).wait_for()


def test_from_the_overview_to_the_words(site: Path, visit: Visit) -> None:
    page = visit.open(site / "index.html")
    page.get_by_role("link", name="Hội Đèn Lồng").first.click()
    page.locator("nav.pager").first.get_by_role("link", name="2").click()
    page.locator("tr[data-id='xau-11111111#o2'] td >> nth=1").get_by_role("link").click()
    page.wait_for_selector("#o2.lit")
    assert lit(page) == "Hội Đèn Lồng không được tắt đèn"
    assert visit.errors == []


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


def test_lists_are_sorted_as_asked(site: Path, visit: Visit) -> None:
    page = visit.open(site / "documents.html", "#sort=warnings")
    ready(page)
    assert "hỏng" in texts(page, "#rows tr")[0] or "QUY CHẾ" in texts(page, "#rows tr")[0]
    counts = [int(one) for one in texts(page, "#rows td:nth-child(9)")]
    assert counts == sorted(counts, reverse=True)
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


def test_a_page_of_a_document_needs_no_script(site: Path, browser: Browser) -> None:
    with tab(browser, java_script_enabled=False) as still:
        page = still.open(site / DOCUMENT)
        page.locator("#o2 a.go").click()
        assert page.url.endswith("#t-o2")
        page.locator("#text a.citation").click()
        assert page.url.endswith("#c1")


def test_paper_has_no_buttons(site: Path, visit: Visit) -> None:
    page = visit.open(site / DOCUMENT)
    page.emulate_media(media="print")
    shown: dict[str, Any] = json.loads(
        page.evaluate("""JSON.stringify(Object.fromEntries([".top nav", ".show", ".jump", "#text", "#side"]
            .map((one) => [one, getComputedStyle(document.querySelector(one)).display !== "none"])))""")
    )
    assert shown == {".top nav": False, ".show": False, ".jump": False, "#text": True, "#side": True}
    assert page.evaluate("getComputedStyle(document.getElementById('side')).overflowY") in {"visible", "auto"}
