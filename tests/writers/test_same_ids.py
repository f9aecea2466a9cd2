"""All formats of one run carry the same ids: who finds a row in one finds it in each."""

from __future__ import annotations

import csv
import json
import re
import zipfile
from pathlib import Path

import pytest
from lxml import etree

from dieukhoan import convert

SAMPLES = Path(__file__).parents[2] / "data" / "samples"


@pytest.fixture(scope="module")
def out(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("run")
    files = [SAMPLES / name for name in ("chuong-trinh-phoi-hop-thu-vien.txt", "quy-che-phoi-hop-bao-ve-rung.docx")]
    convert(files, folder, formats=("csv", "jsonl", "ics", "akn", "docx", "html"))
    return folder


def column(out: Path, table: str, name: str) -> set[str]:
    with (out / "csv" / f"{table}.csv").open(encoding="utf-8-sig", newline="") as lines:
        return {row[name] for row in csv.DictReader(lines)}


def test_the_run_has_rows(out: Path) -> None:
    assert len(column(out, "documents", "document_id")) == 2
    assert len(column(out, "obligations", "obligation_id")) > 10


def test_json_lines(out: Path) -> None:
    lines = (out / "jsonl" / "obligations.jsonl").read_text("utf-8").splitlines()
    assert {json.loads(line)["obligation_id"] for line in lines} == column(out, "obligations", "obligation_id")


def test_word(out: Path) -> None:
    found = set()
    for file in (out / "docx").glob("*.docx"):
        with zipfile.ZipFile(file) as package:
            names = re.findall(rb'bookmarkStart w:id="\d+" w:name="(o\d+)"', package.read("word/document.xml"))
        found |= {f"{file.stem}#{name.decode()}" for name in names}
    assert found == column(out, "obligations", "obligation_id")


def test_calendar(out: Path) -> None:
    calendar = (out / "dieukhoan.ics").read_bytes().replace(b"\r\n ", b"").decode()
    told = re.findall(r"^UID:(.+)#(d\d+)(?:-(o\d+))?@dieukhoan\r?$", calendar, re.MULTILINE)
    assert told
    assert {f"{document}#{deadline}" for document, deadline, _ in told} <= column(out, "deadlines", "deadline_id")
    assert {f"{document}#{duty}" for document, _, duty in told if duty} <= column(out, "obligations", "obligation_id")


def test_akoma_ntoso(out: Path) -> None:
    found = set()
    for file in (out / "akn").glob("*.xml"):
        named = etree.parse(file).xpath("//*[@eId]/@eId")
        found |= {f"{file.stem}#{eid}" for eid in named}
    assert column(out, "units", "unit_id") <= found


def test_report(out: Path) -> None:
    found = set()
    for file in (out / "report" / "documents").glob("*.html"):
        page = file.read_text("utf-8")
        document = next(one for one in column(out, "documents", "document_id") if one in file.name)
        found |= {f"{document}#{name}" for name in re.findall(r'id="(o\d+)"', page)}
    assert found == column(out, "obligations", "obligation_id")
