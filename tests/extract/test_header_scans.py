"""The title of a scan, where OCR reads stamps as text."""

from __future__ import annotations

from dataclasses import replace

import pytest

from dieukhoan.extract.header import read_header
from dieukhoan.extract.resources import Resources
from extract.test_header import BODY, LETTERHEAD, TITLE
from made_paper import paper, using


@pytest.fixture(scope="module")
def resources() -> Resources:
    return using()


def test_a_stamp_under_the_title_of_a_scan_is_no_part_of_it(resources):
    """The stamp of the office that received it, as OCR reads it, and with it all that follows."""
    stamped = (
        f"{TITLE.removesuffix('--------')}PHÒNG VĂN Tu ThưỞ 7Ủ ĐẾN\n“ĐẾN Xa, Ổ THTSIN\nÚY BAN NHÂN DÂN TỈNH BẮC KẠN"
    )
    document = paper(LETTERHEAD + stamped, BODY)
    title = "CHƯƠNG TRÌNH PHỐI HỢP Tiêu thụ nông sản cho hội viên giai đoạn 2021 - 2025"
    scan = replace(document, source=replace(document.source, format="pdf-scan"))
    assert read_header(scan, resources).header.title == title
    assert read_header(document, resources).header.title.startswith(f"{title} PHÒNG VĂN Tu")


def test_names_and_numbers_in_the_title_of_a_scan_stay(resources):
    title = "KẾ HOẠCH\nPhòng, chống dịch COVID-19 theo Công văn số 5/UBND-KGVX\ngiai đoạn 2021 - 2025 của UBND xã"
    document = paper(LETTERHEAD + title, BODY)
    scan = replace(document, source=replace(document.source, format="pdf-scan"))
    assert read_header(scan, resources).header.title == " ".join(title.split("\n"))
