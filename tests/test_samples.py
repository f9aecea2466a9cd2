"""The samples are what their sources and script make, and look as different as real documents do."""

from __future__ import annotations

import importlib.util
import io
import zipfile
from pathlib import Path
from types import ModuleType

import docx
import pytest

from dieukhoan.readers import read

DATA = Path(__file__).resolve().parents[1] / "data"
SAMPLES = sorted((DATA / "samples").iterdir())
WORD = [path for path in SAMPLES if path.suffix == ".docx"]


@pytest.fixture(scope="module")
def script() -> ModuleType:
    spec = importlib.util.spec_from_file_location("make_samples", DATA / "make_samples.py")
    assert spec
    assert spec.loader
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def paragraphs(data: bytes) -> list[tuple[str, str]]:
    """Text and numbering of every paragraph."""
    body = docx.Document(io.BytesIO(data)).element.body
    found = []
    for paragraph in body.iter("{*}p"):
        numbers = [value for node in paragraph.iter("{*}ilvl", "{*}numId") for value in node.attrib.values()]
        found.append(("".join(node.text or "" for node in paragraph.iter("{*}t")), "/".join(numbers)))
    return found


@pytest.mark.parametrize("path", WORD, ids=lambda path: path.stem)
def test_the_word_samples_are_made_from_their_sources(script: ModuleType, path: Path) -> None:
    made = script.word(path.stem)
    assert paragraphs(made) == paragraphs(path.read_bytes())
    assert made == script.word(path.stem)
    with zipfile.ZipFile(path) as archive:
        assert {item.date_time for item in archive.infolist()} == {(1980, 1, 1, 0, 0, 0)}


def test_word_numbers_the_units_itself() -> None:
    data = next(path for path in WORD if path.stem.startswith("quy-che")).read_bytes()
    texts = [text for text, _ in paragraphs(data)]
    assert not any(text.startswith(("Điều ", "1.", "a)")) for text in texts)
    assert {number for _, number in paragraphs(data)} >= {"0/1", "1/1", "2/1", "3/1"}


def test_the_hard_wrapped_sample_is_made_from_its_source(script: ModuleType) -> None:
    (path,) = (path for path in SAMPLES if path.stem.startswith("bien-ban"))
    made = script.wrapped_text("bien-ban-ghi-nho").decode("utf-16")
    assert made == path.read_bytes().decode("utf-16")
    assert max(map(len, made.splitlines())) <= 70


def test_there_are_eight_of_four_kinds() -> None:
    assert len(SAMPLES) == 8
    assert {path.suffix for path in SAMPLES} == {".txt", ".docx", ".pdf"}


@pytest.mark.parametrize("path", SAMPLES, ids=lambda path: path.name)
def test_each_is_a_short_document(path: Path) -> None:
    assert 1_800 <= len(read(path).text) <= 4_000
