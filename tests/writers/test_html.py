"""The report as files: what is linked is there, what comes from documents is text, the ids are those of the tables."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from dataclasses import replace
from importlib.resources import files
from pathlib import Path
from typing import Any
from urllib.parse import unquote

import lxml.html
import pytest
import yaml

from dieukhoan.batch import convert
from dieukhoan.core.records import Deadline, Role
from dieukhoan.rulebook import load
from dieukhoan.tables import LANGS, collation_key
from dieukhoan.writers.excel.figures import LOW
from dieukhoan.writers.site import bodies, calendar, lists
from dieukhoan.writers.site.facts import Facts
from dieukhoan.writers.site.figures import Figures
from dieukhoan.writers.site.pages import POLICY, as_script
from dieukhoan.writers.site.wording import Wording
from made_document import BAN, DUTY, TEXT, at, made
from made_site import NAME, SCRIPT, Run, outcome, report, sample, template

SOURCES = files("dieukhoan.writers.site")
TAKE = re.compile(r"dieukhoan\.take\((\".*?\"), (.*)\);\n", re.DOTALL)


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return report(tmp_path_factory.mktemp("site"))


@pytest.fixture(scope="module")
def pages(site: Path) -> dict[str, Any]:
    return {
        path.relative_to(site).as_posix(): lxml.html.fromstring(path.read_text("utf-8"))
        for path in site.rglob("*.html")
    }


def shard(site: Path, name: str) -> Any:
    found = TAKE.fullmatch((site / "data" / f"{name}.js").read_text("utf-8"))
    assert found
    assert json.loads(found[1]) == name
    return json.loads(found[2])


def links(pages: dict[str, Any]) -> Iterator[tuple[str, str]]:
    for name, page in pages.items():
        for element, attribute, link, _ in page.iterlinks():
            yield name, link
            assert (element.tag, attribute) in {("a", "href"), ("link", "href"), ("script", "src")}


def test_there_is_a_page_for_everything(pages: dict[str, Any]) -> None:
    lists_of = {f"{name}.html" for name in ("index", "duties", "deadlines", "calendar", "bodies", "documents")}
    own = {"documents/quy-che-", "documents/xau-11111111", "documents/hong-b-22222222"}
    assert lists_of <= pages.keys()
    assert {f"bodies/body-{one}.html" for one in ("so-anh-sang", "hoi-den-long")} <= pages.keys()
    assert all(any(page.startswith(one) for page in pages) for one in own)


def test_every_link_leads_to_what_is_there(site: Path, pages: dict[str, Any]) -> None:
    scripted = {"duties.html", "documents.html", "calendar.html", "deadlines.html", "bodies.html"}
    for name, link in links(pages):
        path, _, fragment = link.partition("#")
        assert "://" not in link
        target = (site / name).parent / unquote(path) if path else site / name
        assert target.is_file(), (name, link)
        known = target.relative_to(site.resolve() if target.is_absolute() and not site.is_absolute() else site)
        where = Path(*_resolved(known)).as_posix()
        if fragment and where not in scripted:
            assert pages[where].get_element_by_id(unquote(fragment), None) is not None, (name, link)


def _resolved(path: Path) -> list[str]:
    made_of: list[str] = []
    for part in path.parts:
        made_of = made_of[:-1] if part == ".." else [*made_of, part]
    return made_of


def test_only_files_beside_it_may_run(pages: dict[str, Any]) -> None:
    for name, page in pages.items():
        first = page.find("head").findall("meta")[1]
        assert (first.get("http-equiv"), first.get("content")) == ("Content-Security-Policy", POLICY), name
        assert all(script.get("src") and not script.text for script in page.iter("script")), name
        assert not list(page.iter("style")), name
        assert not [one for one in page.iter() if one.get("style")], name
    told = {name: sources for name, *sources in map(str.split, POLICY.split(";"))}
    assert told.pop("default-src") == told.pop("base-uri") == told.pop("form-action") == ["'none'"]
    # 'self' for a server; what it means on the disk is left to the browser, which file: is not.
    assert told == {name: ["'self'", "file:"] for name in ("script-src", "style-src", "img-src")}


def test_what_documents_say_is_text(site: Path, pages: dict[str, Any]) -> None:
    page = pages["documents/xau-11111111.html"]
    assert SCRIPT in page.get_element_by_id("text").text_content()
    assert page.find(".//h1").text_content().strip() == SCRIPT
    assert NAME in page.text_content()
    for name, page in pages.items():
        assert not [key for one in page.iter() for key in one.attrib if key.startswith("on")], name
        assert not list(page.iter("img", "iframe", "object", "embed")), name
        assert "<script>" not in (site / name).read_text("utf-8"), name
    for path in (site / "data").iterdir():
        assert not set("<>\u2028\u2029") & set(path.read_text("utf-8")), path
    assert shard(site, "documents-1")["rows"][1][9] == f"{NAME}.txt"


def test_a_name_is_never_a_name_of_a_file(site: Path) -> None:
    for path in site.rglob("*"):
        assert re.fullmatch(r"[a-z0-9]+([.-]+[a-z0-9]+)*", path.name), path


def test_text_as_script() -> None:
    hard = "</script><!-- \u2028\u2029 '\"\\ \x00 ế 𝒜"
    assert json.loads(as_script(hard)) == hard
    assert not set("<>\u2028\u2029") & set(as_script(hard))


def test_rows_have_the_ids_of_the_tables(site: Path, pages: dict[str, Any]) -> None:
    run = sample()
    ids = {
        table.keys[0]: {row[0] for row in run.rows(table)}
        for table in run.tables
        if len(table.keys) == 1 and not table.view
    }
    shown = {one.get("data-id") for page in pages.values() for one in page.iter() if one.get("data-id")}
    within = [(one.get("data-document"), one) for page in pages.values() for one in page.xpath("//*[@data-document]")]
    for key in ("obligation_id", "deadline_id", "citation_id", "mention_id"):
        assert ids[key] <= {f"{name}#{row}" for name, one in within for row in one.xpath(".//@id")}, key
    of_bodies = {f"{name}#{row}" for name, one in within for row in one.xpath(".//@data-row")}
    assert of_bodies == ids["obligation_id"]
    assert ids["body_id"] <= shown
    assert ids["unit_id"] == {f"{name}#{unit}" for name, one in within for unit in one.xpath(".//@data-unit")}
    told = shard(site, "duties-1")
    listed = {f"{told['documents'][row[0]][0]}#{row[1]}" for row in told["rows"]}
    assert listed == ids["obligation_id"]


def test_a_body_has_its_duties_of_all_documents(pages: dict[str, Any]) -> None:
    rows = pages["bodies/body-hoi-den-long.html"].xpath("//tr[@data-row]")
    documents = {row.xpath("ancestor::*/@data-document")[0] for row in rows}
    assert len(rows) == 4
    assert len(documents) == 2
    assert {tag.text for tag in rows[0].xpath(".//*[starts-with(@class, 'tag')]")} == {"Phối hợp"}


def test_bodies_stand_in_vietnamese_order(site: Path) -> None:
    names = [row[1] for row in shard(site, "bodies-1")["rows"]]
    assert len(names) == 2
    assert names == sorted(names, key=collation_key)


def test_a_body_tells_the_name_of_what_it_is_part_of(tmp_path: Path) -> None:
    one, other = made().bodies[:2]
    site = report(tmp_path, Run([outcome(made(bodies=(one, replace(other, parent_id=one.body_id))))]))
    facts = lxml.html.parse(site / "bodies" / f"body-{other.body_id}.html").find(".//p[@class='facts']")
    assert f"Thuộc: {one.name}" in " ".join(facts.text_content().split())


def test_the_calendar_is_the_view(site: Path) -> None:
    told = shard(site, "calendar")["months"]
    assert told == [["2023-12", 1, 2], ["2024-12", 1, 2], ["2025-12", 1, 2]]
    days = [(row[0], row[2], row[3]) for row in shard(site, "calendar-2024-12-1")["rows"]]
    assert days == [(20241215, "o1", DUTY)] * 2


def test_templates_and_cycles_without_an_end_are_told(tmp_path: Path) -> None:
    site = report(tmp_path, Run([outcome(made()), outcome(template())]))
    assert [row[9] for row in shard(site, "calendar-2024-12-1")["rows"]] == ["", "Văn bản mẫu"]
    assert [row[-1] for row in shard(site, "documents-1")["rows"]] == [0, 1]
    assert "Văn bản mẫu" in (site / "documents" / "mau-33333333.html").read_text("utf-8")
    said = (site / "calendar.html").read_text("utf-8")
    assert "1 thời hạn định kỳ không có ngày cuối" in said
    assert "không có ngày cuối" not in (report(tmp_path / "2") / "calendar.html").read_text("utf-8")


def test_long_lists_are_cut(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(lists, "ROWS", 3)
    monkeypatch.setattr(bodies, "_DUTIES", 1)
    monkeypatch.setattr(bodies, "_NAMING", 1)
    monkeypatch.setattr(calendar, "ROWS", 1)
    site = report(tmp_path)
    told = [shard(site, f"duties-{number}") for number in (1, 2)]
    assert [len(one["rows"]) for one in told] == [3, 1]
    assert [len(one["documents"]) for one in told] == [2, 1]
    assert (site / "bodies" / "body-hoi-den-long.4.html").is_file()
    assert "và 1 văn bản nữa" in (site / "bodies" / "body-hoi-den-long.html").read_text("utf-8")
    assert not (site / "bodies" / "body-hoi-den-long.5.html").exists()
    assert shard(site, "calendar")["months"][0] == ["2023-12", 2, 2]


def test_nothing_at_all_is_a_report_too(tmp_path: Path) -> None:
    site = report(tmp_path, Run([]))
    assert "Tổng quan" in (site / "index.html").read_text("utf-8")
    assert list((site / "data").iterdir()) == [site / "data" / "calendar.js"]


def test_a_report_in_english(tmp_path: Path) -> None:
    site = report(tmp_path, sample("en"))
    page = lxml.html.fromstring((site / "index.html").read_text("utf-8"))
    assert page.get("lang") == "en"
    assert page.find(".//h1").text == "Overview"
    assert not re.search("[ăâđêôơư]", (site / "static" / "words.js").read_text("utf-8"))


def known_words() -> dict[str, Any]:
    return dict(yaml.safe_load(SOURCES.joinpath("words.yaml").read_text("utf-8")))


def test_every_word_is_said_in_both_languages_and_used() -> None:
    known = known_words()
    said = "".join(one.read_text("utf-8") for one in SOURCES.joinpath("templates").iterdir())
    said += "".join(one.read_text("utf-8") for one in SOURCES.joinpath("static").iterdir())
    built = ("nav_", "about_", "mark_", "covered_", "pager_")
    for key, (vi, en) in known["words"].items():
        assert re.findall(r"\{\w+\}", vi) == re.findall(r"\{\w+\}", en), key
        assert key.startswith(built) or re.search(rf"[\"']{key}[\"']", said), key


def test_kinds_of_documents_are_named() -> None:
    codes = {rule.emit["type"] for rule in load().family("document_type").rules}
    for lang in LANGS:
        assert codes <= Wording(lang).labels("document_type").keys()


def test_numbers_and_dates_as_people_write_them() -> None:
    vi, en = Wording("vi"), Wording("en")
    assert (vi.number(1234567), en.number(1234567)) == ("1.234.567", "1,234,567")
    assert (vi.date("2025-12-15"), en.date("2025-12-15")) == ("15/12/2025", "2025-12-15")
    assert (vi.date("2023/2027"), vi.date("2022-11/2023-01"), vi.date("")) == ("2023–2027", "11/2022–01/2023", "")
    assert (vi.day(20250105), vi.share(1, 3), vi.share(0, 0)) == ("05/01/2025", "33%", "–")


def test_scripts_doubt_what_the_workbook_doubts(site: Path) -> None:
    told = (site / "static" / "words.js").read_text("utf-8").removeprefix("dieukhoan.words = ").removesuffix(";\n")
    assert json.loads(told)["doubtful_below"] == LOW
    assert not re.search(r"0\.\d", SOURCES.joinpath("static", "duties.js").read_text("utf-8"))


def test_a_code_that_nobody_named_is_shown_as_it_is() -> None:
    assert Wording("vi").label("doubt", "new_kind") == "new kind"


def test_a_duty_tells_every_day_it_is_due_once() -> None:
    twice = (
        Deadline(TEXT[n], n, n + 1, "date", value="2024-05-06", due_first="2024-05-06", due_last="2024-05-06")
        for n in (0, 1)
    )
    duty = replace(made().duties[1], deadlines=((0, 1), (1, 2)), roles=(Role("hoi-den-long", "lead"),))
    facts = Facts(*outcome(made(deadlines=tuple(twice), duties=(duty,))), "vi")
    assert [row["days"] for row in facts.duties] == [[20240506]]
    assert facts.duties[0]["start"] == at(BAN)[0]


@pytest.mark.slow
def test_workers_change_no_byte(tmp_path: Path) -> None:
    for number in range(12):
        source = tmp_path / "in" / f"van ban {number}.txt"
        source.parent.mkdir(exist_ok=True)
        source.write_text(TEXT.replace("15/12", f"{number + 1}/12"), encoding="utf-8")
    made_by = []
    for jobs in (1, 2):
        out = tmp_path / f"out-{jobs}"
        convert(tmp_path / "in", out, formats=["html"], jobs=jobs)
        found = {path.relative_to(out): path.read_bytes() for path in (out / "report").rglob("*") if path.is_file()}
        made_by.append(found)
    assert len(made_by[0]) > 30
    assert made_by[0] == made_by[1]


def test_a_side_of_many_contracts_is_not_among_the_busiest() -> None:
    figures = Figures()
    for key, own in (("ben-a", 9), ("ben-ban", 4), ("so-y-te", 2)):
        figures.add_body({"body_id": key, "own": own, "kind": "", "level": "", "province": ""}, 2)
    assert ([body["body_id"] for body in figures.busiest], figures.bodies) == (["ben-ban", "so-y-te"], 3)
