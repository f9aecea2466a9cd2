"""Names of offices and branches that are long, numbered or say what they belong to, and words for parties alike."""

from __future__ import annotations

import pytest

from dieukhoan.analyse import analyse, resources
from dieukhoan.core.records import Line, Source
from dieukhoan.core.text import View
from dieukhoan.nlp.reading import read_names
from dieukhoan.rulebook import load
from made_sentences import who

NAMES = (
    "Phòng Kinh tế và Hạ tầng",
    "Phòng Tài chính và Kế hoạch",
    "Hội đồng Khoa học và Đào tạo",
    "Đội Quản lý thị trường số 3",
    "Bộ phận Tiếp nhận và Trả kết quả",
    "Quỹ tín dụng nhân dân",
    "Văn phòng Hiệp hội",
    "Thuế cơ sở 3",
    "Chi nhánh Ngân hàng Nhà nước tỉnh Lào Cai",
    "Ngân hàng Ngoại thương - Chi nhánh Mai Châu",
    "Phòng Kinh tế và Hạ tầng (KT&HT) huyện Mai Châu",
)


@pytest.mark.parametrize("name", NAMES)
def test_a_name_is_read_whole(name: str) -> None:
    view = View(f"Điều 4. {name} chủ trì, phối hợp với các xã mở hội chợ.")
    assert name in [view.text[found.start : found.end] for found in read_names(view, load())]


HEAD = """QUY CHẾ PHỐI HỢP
Căn cứ Luật Đất đai;
Phòng Y tế huyện Mai Châu, Phòng Nội vụ huyện Mai Châu và Phòng Tư pháp huyện Mai Châu thống nhất ban hành Quy chế sau:
Điều 1. Nội dung
"""


def leads(sentence: str, head: str = HEAD) -> tuple[str, ...]:
    """Who must do what ``sentence`` says in an agreement with that ``head``."""
    text = f"{head}{sentence}"
    spans, at = [], 0
    for line in text.split("\n"):
        spans.append(Line(at, at + len(line)))
        at += len(line) + 1
    done = analyse(Source("a.txt", "0" * 64, "txt", text, tuple(spans)), resources())
    return tuple(body for duty in done.duties[:1] for body in who(done, duty, "lead"))


@pytest.mark.parametrize("those", ["Ba phòng", "Từng phòng", "Các phòng luân phiên", "Cả ba phòng"])
def test_parties_of_one_kind_are_meant_by_its_name(those: str) -> None:
    assert len(leads(f"{those} tổ chức họp giao ban mỗi quý một lần.")) == 3


@pytest.mark.parametrize("those", ["Hai phòng", "Các phòng chuyên môn"])
def test_words_for_others_do_not_mean_the_parties(those: str) -> None:
    assert len(leads(f"{those} tổ chức họp giao ban mỗi quý một lần.")) != 3


def test_the_branch_of_a_place_is_the_bank_of_that_place() -> None:
    bank = "Ngân hàng Chính sách xã hội huyện Mai Châu"
    head = HEAD.replace("Phòng Tư pháp huyện Mai Châu", bank)
    assert leads(f"Chi nhánh {bank} chuyển phí cho Phòng Y tế trước ngày 5/3.", head) == (bank,)
