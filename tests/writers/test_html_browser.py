"""The report as a person uses it, in headless Chromium, opened from the disk."""

from __future__ import annotations

import json
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest

from browser import Visit
from browser import visit as tab
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


def test_from_the_overview_to_the_words(site: Path, visit: Visit) -> None:
    page = visit.open(site / "index.html")
    page.get_by_role("link", name="Hội Đèn Lồng").first.click()
    page.locator("nav.pager").first.get_by_role("link", name="2").click()
    page.locator("[data-document='xau-11111111'] tr[data-row='o2'] td >> nth=1").get_by_role("link").click()
    page.wait_for_selector("#o2.lit")
    assert lit(page) == "Hội Đèn Lồng không được tắt đèn"
    assert visit.errors == []


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
