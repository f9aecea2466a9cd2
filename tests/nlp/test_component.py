"""The spaCy component: bodies as spans, and a pipeline that survives being saved."""

from __future__ import annotations

from pathlib import Path

import pytest
import spacy
from spacy.language import Language
from spacy.tokens import Doc

import dieukhoan.nlp.component  # noqa: F401  registers the factory, as the entry point does once installed
from dieukhoan.nlp.tokens import blank

TEXT = "Giao Phòng Tư pháp phối hợp với Uỷ ban nhân dân các xã, phường và Hội Nông dân huyện Hoa Lư báo cáo Sở Tư pháp."
NAMES = ["Phòng Tư pháp", "Uỷ ban nhân dân các xã, phường", "Hội Nông dân huyện Hoa Lư", "Sở Tư pháp"]


def texts(doc: Doc, key: str = "bodies") -> list[str]:
    """The spans as written; another tokenizer than ours may leave a full stop on the last word."""
    return [span.text.rstrip(".") for span in doc.spans[key]]


@pytest.mark.parametrize("make", [blank, lambda: spacy.blank("xx")], ids=["own tokenizer", "spaCy's tokenizer"])
def test_bodies_are_spans_labelled_with_their_kind(make) -> None:
    nlp: Language = make()
    nlp.add_pipe("dieukhoan")
    doc = nlp(TEXT)
    assert texts(doc) == NAMES
    assert [span.label_ for span in doc.spans["bodies"]] == ["inner_unit", "committee", "farmers", "department"]


def test_the_key_of_the_spans_can_be_chosen() -> None:
    nlp = blank()
    nlp.add_pipe("dieukhoan", config={"spans_key": "co_quan"})
    doc = nlp(TEXT)
    assert texts(doc, "co_quan") == NAMES


def test_a_saved_pipeline_comes_back_with_its_tokenizer(tmp_path: Path) -> None:
    nlp = blank()
    nlp.add_pipe("dieukhoan")
    nlp.to_disk(tmp_path / "saved")
    again = spacy.load(tmp_path / "saved")
    assert [token.text for token in again("Sở ……… tỉnh")] == ["Sở", "………", "tỉnh"]
    assert texts(again(TEXT)) == NAMES


def test_a_pipeline_can_be_copied_through_bytes() -> None:
    nlp = blank()
    nlp.add_pipe("dieukhoan")
    copy = blank()
    copy.add_pipe("dieukhoan")
    copy.from_bytes(nlp.to_bytes())
    assert texts(copy(TEXT)) == NAMES
