"""How much whole documents resemble each other: near-copies, and the template of a document."""

from __future__ import annotations

from compare.test_compare import FILLED, TEMPLATE
from compare.test_outputs import LATER
from dieukhoan.compare.resemble import choose, clusters, likeness, prints
from dieukhoan.rulebook import load

OTHER = """HỢP ĐỒNG MUA BÁN
Điều 1. Hàng hóa
Bên A bán cho Bên B hai máy bơm nước theo giá ghi trong phụ lục.
Điều 2. Thanh toán
Bên B trả tiền bằng chuyển khoản trong 10 ngày kể từ ngày giao hàng.
"""


def test_near_copies_are_one_cluster(document) -> None:
    book = load()
    texts = [FILLED, FILLED.replace("Hà Giang", "Lào Cai"), OTHER]
    kin = clusters([prints(document(text), book) for text in texts], 0.8)
    assert [one.cluster for one in kin] == [1, 1, 2]
    assert kin[0].nearest == 1
    assert clusters([prints(document(OTHER), book)])[0].nearest is None


def test_a_copy_that_only_counts_otherwise_is_a_near_copy(document) -> None:
    book = load()
    counted = FILLED.replace("Điều 4.", "Điều 6.").replace("Điều 3.", "Điều 5.").replace("1. ", "1) ")
    assert counted != FILLED
    assert [one.cluster for one in clusters([prints(document(text), book) for text in (FILLED, counted)])] == [1, 1]


def test_the_template_is_proposed_or_none_fits(document) -> None:
    book = load()
    known = [prints(document(text), book) for text in (OTHER, TEMPLATE)]
    chosen = choose(prints(document(LATER), book), known)
    assert (chosen.best, chosen.second, chosen.fits) == (1, 0, True)
    assert not choose(prints(document("Điều 1. Giá vé\nVé vào cổng là hai mươi nghìn đồng."), book), known).fits
    assert likeness(known[0], known[0]) == 1.0
