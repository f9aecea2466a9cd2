"""Periods and beginnings that the header stage reads, on papers written for these tests."""

from __future__ import annotations

import pytest

from dieukhoan.core.records import Header
from dieukhoan.extract.header import read_header
from dieukhoan.extract.header.dates import iso_date
from dieukhoan.extract.header.period import find_period
from dieukhoan.extract.resources import Resources
from made_paper import paper, using


@pytest.fixture(scope="module")
def resources() -> Resources:
    return using()


@pytest.fixture
def header(resources):
    def read(head: str, body: str) -> Header:
        return read_header(paper(head, body), resources).header

    return read


@pytest.mark.parametrize(
    ("title", "period"),
    [
        ("giai đoạn 2023 – 2027", "2023/2027"),
        ("GIAI ĐOẠN TỪ NĂM 2021 ĐẾN NĂM 2025", "2021/2025"),
        ("(2021-2025)", "2021/2025"),
        ("nhiệm kỳ 2021-2026", "2021/2026"),
        ("năm học 2018-2019", "2018/2019"),
        ("năm 2024", "2024"),
        ("quý III năm 2024", "2024-07/2024-09"),
        ("6 tháng đầu năm 2024", "2024-01/2024-06"),
        ("tháng 9 năm 2024", "2024-09"),
        ("từ tháng 6/2023 đến tháng 12/2023", "2023-06/2023-12"),
        ("từ ngày 15/12/2023 đến ngày 14/02/2024", "2023-12-15/2024-02-14"),
        ("theo Chương trình giai đoạn 2021 - 2025, năm 2023", "2023"),
        ("giai đoạn 2021 - 2030, tầm nhìn đến năm 2045", "2021/2030"),
        ("bầu cử đại biểu Quốc hội khóa XVI, nhiệm kỳ 2026 - 2031", ""),
        ("theo Bộ luật Tố tụng hình sự năm 2015", ""),
        ("của Luật số 12/2008/QH12 ngày 24 tháng 11 năm 2008", ""),
        ("đến năm 2030", ""),
    ],
)
def test_the_period_in_a_title(resources, title, period):
    assert find_period(f"CHƯƠNG TRÌNH PHỐI HỢP Thắp đèn {title}", resources.rules) == period


def test_the_period_that_the_parties_agree_on(header):
    body = (
        "Nghị quyết giai đoạn 2010 - 2015 đã xong.\nHội và Sở thống nhất phối hợp giai đoạn 2021 - 2025:\n1. Thắp đèn."
    )
    assert header("CHƯƠNG TRÌNH PHỐI HỢP\nThắp đèn", body).period == "2021/2025"
    assert header("QUYẾT ĐỊNH\nThắp đèn", body).period == ""


@pytest.mark.parametrize(
    ("statement", "effective_from"),
    [
        ("Quy chế này có hiệu lực thi hành kể từ ngày ký.", "signing"),
        ("Quy chế này thay thế Quy chế số 3 và có hiệu lực từ ngày ký ban hành.", "signing"),
        ("Quy chế có hiệu lực kể từ ngày hai bên ký kết.", "signing"),
        ("Quy chế này có hiệu lực từ ngày 01 tháng 11 năm 2021.", "2021-11-01"),
        ("Quy chế này có hiệu lực kể từ 1/7/2014", "2014-07-01"),
        ("Quy chế này có hiệu lực từ ngày tháng năm 2025", "2025"),
        ("Quy chế này có hiệu lực từ tháng 9 năm 2023", "2023-09"),
        ("Quy chế này có hiệu lực từ năm học 2018 - 2019", "2018"),
        ("Quy chế này có hiệu lực từ ngày …… tháng …… năm 20……", ""),
        ("Quy chế này có hiệu lực sau 10 ngày kể từ ngày ký.", "2021-03-15"),
        ("Quy chế này có hiệu lực sau 15 ngày, kể từ ngày đăng Công báo.", ""),
        ("Quy chế số 3 hết hiệu lực kể từ ngày 01 tháng 11 năm 2021.", ""),
        ("Khoản 2 Quy chế này có hiệu lực từ ngày 01 tháng 11 năm 2021.", ""),
        ("Chế độ quy định tại Quy chế này được thực hiện từ ngày 01 tháng 01 năm 2020.", ""),
    ],
)
def test_from_when_it_is_in_force(header, statement, effective_from):
    head = "Vinh, ngày 5 tháng 3 năm 2021\nQUY CHẾ\nThắp đèn"
    assert header(head, f"1. Thắp đèn.\n2. {statement}").effective_from == effective_from


def test_exceptions_after_the_statement_and_annexed_texts_do_not_count(header):
    body = """Điều 1. Quyết định này có hiệu lực từ ngày 02 tháng 3 năm 2020. Quyết định này có hiệu lực từ ngày ký.
Điều 2. Quy chế này có hiệu lực từ ngày 09 tháng 9 năm 2029."""
    assert header("QUYẾT ĐỊNH\nBan hành Quy chế thắp đèn", body).effective_from == "2020-03-02"
    assert header("QUY CHẾ\nThắp đèn", body).effective_from == "2029-09-09"


def test_in_a_form_of_an_appendix_nothing_comes_into_force(header):
    form = "Phụ lục: Hợp đồng này có hiệu lực từ ngày 02 tháng 3 năm 2020"
    assert header("QUY CHẾ\nThắp đèn", f"1. Thắp đèn.\n{form}").effective_from == ""
    assert header("HỢP ĐỒNG\nThắp đèn", f"1. Hợp đồng này có hiệu lực từ ngày ký.\n{form}").effective_from == "signing"


def test_dates_that_do_not_exist_are_empty():
    assert iso_date({"day": "30", "month": "2", "year": "2020"}) == ""
    assert iso_date({"day": "", "month": "2", "year": "2020"}) == ""
    assert iso_date({"day": "3", "month": "12", "year": "2020"}) == "2020-12-03"
