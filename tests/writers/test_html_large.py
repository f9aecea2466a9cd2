"""A report of 1,000 documents with 50,000 duties: quick to open, small in memory to write."""

from __future__ import annotations

import gc
import tracemalloc
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from browser import visit as tab
from dieukhoan.tables import Rows, rows
from dieukhoan.writers import Outcome
from dieukhoan.writers.site import calendar, lists
from made_document import made
from made_site import Run, report

if TYPE_CHECKING:
    from playwright.sync_api import Browser, CDPSession

pytestmark = pytest.mark.slow

DOCUMENTS, DUTIES = 1_000, 50


class Many(Run):
    """The made document under a thousand names, its duties many times over."""

    def __init__(self) -> None:
        (lead, ban) = made().duties
        self._one = rows(made(duties=(*[lead] * (DUTIES // 2), *[ban] * (DUTIES // 2))))
        self._id = made().document_id
        super().__init__([Outcome(self._one, None)])

    def _renamed(self, number: int) -> Rows:
        def cell(value: object) -> object:
            renames = isinstance(value, str) and value.startswith(self._id)
            return f"{self._id}-{number}{str(value)[len(self._id) :]}" if renames else value

        return {name: [tuple(map(cell, row)) for row in found] for name, found in self._one.items()}  # type: ignore[misc]

    def documents(self) -> Iterator[Outcome]:
        text = made().source.text
        return (Outcome(self._renamed(number), text) for number in range(DOCUMENTS))


@pytest.fixture(scope="module")
def large(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return report(tmp_path_factory.mktemp("large"), Many())


def busy(session: CDPSession) -> float:
    """Seconds that the page has kept its main thread busy, however busy the machine is with others."""
    told = session.send("Performance.getMetrics")["metrics"]
    return float(next(one["value"] for one in told if one["name"] == "TaskDuration"))


@pytest.mark.parametrize("name", ["index", "duties", "calendar", "bodies", "documents", "bodies/body-so-anh-sang"])
def test_a_page_stands_within_a_second(large: Path, browser: Browser, name: str) -> None:
    with tab(browser) as visit:
        session = visit.page.context.new_cdp_session(visit.page)
        session.send("Performance.enable", {"timeDomain": "threadTicks"})
        page = visit.open(large / f"{name}.html")
        page.wait_for_timeout(1500)
        assert busy(session) < 1
        assert page.locator("main").inner_text()


def test_no_more_is_loaded_than_is_looked_at(large: Path, browser: Browser) -> None:
    with tab(browser) as visit:
        asked: list[str] = []
        visit.page.on("request", lambda request: asked.append(request.url))
        page = visit.open(large / "duties.html")
        page.get_by_text("50.000 dòng", exact=True).wait_for()
        assert sum("/data/" in url for url in asked) == 1
        page.locator("#f-q").fill("khong duoc tat")
        page.get_by_text("25.000 trong 50.000 dòng").wait_for(timeout=120_000)
        assert sum("/data/" in url for url in asked) == 50
        assert page.locator("#rows tr").count() == 50


@pytest.fixture
def _collecting() -> Iterator[None]:
    """Collect as a process of its own would: what other tests left alive is set aside, since Python does a full
    collection only when a quarter of all that lives is new, and what waits for one is not kept by anybody."""
    before = gc.get_threshold()
    gc.collect()
    gc.freeze()
    gc.collect()
    gc.set_threshold(700, 10, 10)
    yield
    gc.set_threshold(*before)
    gc.unfreeze()


@pytest.mark.usefixtures("_collecting")
def test_a_writer_keeps_nothing(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    for module in (lists, calendar):
        monkeypatch.setattr(module, "ROWS", 20)
    peaks = []
    # The first one fills what is filled but once: templates, the shards of each month. Up to a hundred documents it is
    # chance how much waits for a collection; from then on what waits is as much at any number.
    for number in (5, 120, 240):
        monkeypatch.setattr(f"{__name__}.DOCUMENTS", number)
        tracemalloc.start()
        report(tmp_path / str(number), Many())
        peaks.append(tracemalloc.get_traced_memory()[1])
        tracemalloc.stop()
    assert peaks[2] < 1.3 * peaks[1], peaks
