"""Nothing of a text lost, nothing twice."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

from dieukhoan.batch import check_coverage, coverage
from dieukhoan.core.records import Zone
from made_document import TEXT, made

SOLID = len("".join(TEXT.split()))


def test_a_document_that_is_all_units_and_zones() -> None:
    found = coverage(made())
    assert (found.total, found.lost, found.twice, found.share) == (SOLID, 0, 0, 1.0)


def test_what_stands_nowhere_is_lost() -> None:
    found = coverage(made(zones=made().zones[:1]))
    last = "Tỉnh ……… nhận: Kho đèn (để t/h)"
    assert found.lost == len("".join(last.split()))
    assert found.sample == last
    assert found.share == (SOLID - found.lost) / SOLID


def test_what_stands_in_two_places_is_counted_once_as_twice() -> None:
    document = made()
    title = document.zones[0]
    found = coverage(replace(document, zones=(*document.zones, title, replace(title, end=4))))
    assert (found.lost, found.twice, found.sample) == (0, len("QUYCHẾPHỐIHỢP"), "QUY")


def test_a_blank_text_is_covered() -> None:
    source = replace(made().source, text=" \n \n", lines=())
    assert coverage(replace(made(units=(), zones=()), source=source)).share == 1.0


def test_a_zone_over_everything(tmp_path: Path) -> None:
    assert coverage(made(units=(), zones=(Zone("note", 0, len(TEXT)),))).share == 1.0


def test_files_are_checked_in_order_and_a_failure_is_a_result(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text("Điều 1. Phạm vi\n1. Quy chế này áp dụng cho hai bên.", encoding="utf-8")
    (tmp_path / "b.docx").write_bytes(b"no")
    first, second = check_coverage([tmp_path])
    assert (first.source, first.share, first.error) == ("a.txt", 1.0, "")
    assert (second.source, second.share) == ("b.docx", 0.0)
    assert second.error
