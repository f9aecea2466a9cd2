"""What holds for every document whatever it says: quotes are quotes, references lead somewhere, nothing breaks."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import pairwise
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from dieukhoan.analyse import Analysis, analyse, resources
from dieukhoan.batch import LEAST, coverage
from dieukhoan.core.records import Span
from dieukhoan.extract.resources import Resources
from dieukhoan.readers import read

SAMPLES = sorted((Path(__file__).resolve().parents[1] / "data" / "samples").iterdir())


@pytest.fixture(scope="module")
def using() -> Resources:
    return resources()


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return tmp_path_factory.mktemp("texts")


def analysis(text: str, folder: Path, using: Resources) -> Analysis:
    path = folder / "van-ban.txt"
    path.write_text(text, "utf-8", newline="")
    return analyse(read(path), using)


def quotes(found: Analysis) -> Iterator[tuple[str, str, int, int]]:
    """(what, its text, start, end) of every record that quotes the document."""
    for unit in found.units:
        yield f"heading of {unit.eid}", unit.heading, unit.heading_start, unit.heading_end
        yield f"text of {unit.eid}", unit.text, unit.text_start, unit.text_end
    for short in found.abbreviations:
        yield "abbreviation", short.short, short.start, short.end
    for name in ("mentions", "parties", "recipients", "deadlines", "citations", "duties"):
        for record in getattr(found, name):
            yield name, record.text, record.start, record.end


def spans(found: Analysis) -> Iterator[Span]:
    for name in ("units", "zones", "blanks", "signatures", "diagnostics"):
        yield from ((record.start, record.end) for record in getattr(found, name))


def assert_sound(found: Analysis) -> None:
    """Everything that holds for any analysis."""
    text = found.text
    assert "\r" not in text
    for what, quoted, start, end in quotes(found):
        assert quoted == text[start:end], what
        assert not quoted or quoted.strip() == quoted, what
    assert all(0 <= start <= end <= len(text) for start, end in spans(found))
    assert_tree(found)
    assert_references(found)


def assert_tree(found: Analysis) -> None:
    eids = [unit.eid for unit in found.units]
    assert len(set(eids)) == len(eids)
    assert [unit.position for unit in found.units] == list(range(1, len(eids) + 1))
    assert all(above.end <= below.start for above, below in pairwise(found.units))
    for unit in found.units:
        assert unit.parent == unit.eid.rpartition("__")[0]
        assert unit.parent == "" or unit.parent in eids[: unit.position]
        assert unit.depth == unit.eid.count("__") + 1
        assert unit.text == "" or unit.start <= unit.text_start <= unit.text_end <= unit.end
        assert unit.heading == "" or unit.start <= unit.heading_start <= unit.heading_end <= unit.end


def assert_references(found: Analysis) -> None:
    eids = {unit.eid for unit in found.units} | {""}
    bodies = {body.body_id for body in found.bodies} | {""}
    deadlines = {deadline.span for deadline in found.deadlines}
    for name in ("mentions", "blanks", "deadlines", "citations", "duties", "diagnostics"):
        assert {record.unit for record in getattr(found, name)} <= eids, name
    for name in ("mentions", "parties", "recipients", "signatures"):
        assert {record.body_id for record in getattr(found, name)} <= bodies, name
    assert {body.parent_id for body in found.bodies} <= bodies
    for duty in found.duties:
        assert {role.body_id for role in duty.roles} <= bodies - {""}
        assert set(duty.deadlines) <= deadlines
        assert 0 <= duty.confidence <= 1
    assert len({body.body_id for body in found.bodies}) == len(found.bodies)


@pytest.mark.parametrize("path", SAMPLES, ids=lambda path: path.name)
def test_the_samples_are_sound_and_wholly_covered(path: Path, using: Resources) -> None:
    found = analyse(read(path), using)
    assert_sound(found)
    assert coverage(found).share >= LEAST
    assert found.units
    assert found.duties
    assert found.deadlines


@pytest.mark.parametrize("path", SAMPLES[:2], ids=lambda path: path.name)
def test_two_runs_give_the_same(path: Path, using: Resources) -> None:
    assert analyse(read(path), using) == analyse(read(path), using)


MARKERS = """|- |+ |* |• |1. |2. |3) |(1) |a) |đ) |1.1. |2.1.1 |Điều 1. |Điều 2. |Điều 2|ĐIỀU 3: |Chương I |CHƯƠNG II
|I. |II - |A. |Mục 1. |Phần thứ nhất
|Phụ lục 01
|\t|    |**1.** |Căn cứ |Số: |Điều 5 Luật |khoản 2 Điều 12 |30. 6. 2024 |1.490.000 đồng """
CONTENTS = """Sở Y tế chủ trì, phối hợp với Công an tỉnh kiểm tra định kỳ 6 tháng
MỤC ĐÍCH, YÊU CẦU
Hai bên có trách nhiệm:
Luật Công đoàn số 12/2012/QH13 ngày 20/6/2012;
không được sửtdụng, trừ khi có yêu cầu.
trước ngày 15/12 hằng năm
Giao Hội Nông dân xã (sau đây gọi tắt là Hội) báo cáo UBND huyện trong thời hạn 05 ngày làm việc
CHƯƠNG TRÌNH PHỐI HỢP
giai đoạn 2023 – 2027
CỘNG HOÀ XÃ HỘI CHỦ NGHĨA VIỆT NAM
Nơi nhận:
TM. BAN THƯỜNG VỤ
CHỦ TỊCH
Lê Thị Hoa
tỉnh ………, ngày … tháng … năm 20…
……………
( (a; b) ; (c)
ĐẠI DIỆN BÊN A    ĐẠI DIỆN BÊN B
hoà  giải\u00ad
- Như trên; - Lưu: VT.
được hỗ trợ 30%/năm;
và các đơn vị liên quan

STT\tNội dung\tThời gian
./."""
markers = st.sampled_from(MARKERS.split("|"))
contents = st.sampled_from(CONTENTS.split("\n"))
lines = st.tuples(markers, contents, st.sampled_from(["", ".", ";", ":", "\t", "  "])).map("".join)
noise = st.text(st.characters(exclude_categories=["Cc", "Cs"]), max_size=25)
agreements = st.lists(st.one_of(lines, lines, noise), max_size=40).map("\n".join)


@settings(max_examples=80, suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow])
@given(text=agreements)
def test_made_up_agreements_are_sound_and_covered(text: str, folder: Path, using: Resources) -> None:
    if re.search(r"\w", text):
        found = analysis(text, folder, using)
        assert_sound(found)
        assert coverage(found).share >= LEAST


HOSTILE = {
    "one clause without punctuation": "1. Hai bên " + "phối hợp thực hiện nhiệm vụ " * 7_200,
    "one word": "x" * 200_000,
    "nested parentheses": "1. Hai bên phối hợp " + "(" * 10_000 + "a" + ")" * 10_000 + ".",
    "open quotes": "Điều 1. " + "“ " * 20_000,
    "commas": "1. Sở Y tế, " + "Sở Tài chính, " * 5_000 + "phối hợp kiểm tra.",
    "semicolons": "1. Hai bên: " + "báo cáo; " * 5_000,
    "one number": "1." * 30_000 + " Hai bên phối hợp.",
    "markers only": "\n".join(["a)", "1.", "-", "Điều 1.", "I."] * 1_000),
    "the same article": "\n".join(["Điều 1. Trách nhiệm", "1. Hai bên báo cáo."] * 1_500),
    "dots": "Bên A: " + "…" * 50_000 + "." * 50_000,
    "dates": "1. " + "ngày 15 tháng 12 năm 2024, " * 3_000,
    "blank lines": "Điều 1. Nội dung\n" + " \t\u00a0\n" * 20_000 + "1. Hai bên phối hợp.",
}


@pytest.mark.parametrize("name", HOSTILE)
def test_hostile_texts_are_read_to_the_end(name: str, folder: Path, using: Resources) -> None:
    found = analysis(HOSTILE[name], folder, using)
    assert_sound(found)
    assert coverage(found).share >= LEAST
    assert found.units or found.zones
