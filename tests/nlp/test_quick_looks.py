"""What is asked first to save time (a modal in the line, an attribute, any place at all) leaves out no name."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from dieukhoan.core.text import View
from dieukhoan.nlp.generics import GenericReader
from dieukhoan.nlp.lexicon import lexicon
from dieukhoan.nlp.name import Name
from dieukhoan.nlp.reading import read_names
from dieukhoan.nlp.subjects import SubjectReader
from dieukhoan.readers import read
from dieukhoan.rulebook import load

SAMPLES = Path(__file__).resolve().parents[2] / "data" / "samples"
MADE = """
Người nước ngoài được hướng dẫn thủ tục. Lập danh sách người nước ngoài tại xã.
Cơ quan trao đổi, cung cấp thông tin phải nêu rõ nguồn; bên được đề nghị trả lời trong 05 ngày.
Các cơ quan, tổ chức thì phải báo cáo. Đơn vị quản lý trực thuộc gửi hồ sơ cho người học biết.
Đội bảo vệ trong phạm vi chức năng của mình có trách nhiệm canh gác, cơ sở đào tạo cấp xã không phải nộp.
Trách nhiệm của câu lạc bộ
Câu lạc bộ họp mỗi tháng; bên chủ trì mời cá nhân liên quan quy định tại khoản 2 Điều này.
"""


def found(text: str) -> list[Name]:
    return read_names(View(text), load())


def test_nothing_is_left_out_for_the_sake_of_time(monkeypatch: pytest.MonkeyPatch) -> None:
    texts = [MADE, *(read(path).text for path in sorted(SAMPLES.iterdir()))]
    quick = [found(text) for text in texts]
    monkeypatch.setattr(SubjectReader, "modal_near", lambda *_: True)
    monkeypatch.setattr(GenericReader, "_may_act", lambda *_: True)
    monkeypatch.setattr(lexicon(load()), "any_place", re.compile(""))
    monkeypatch.setattr(lexicon(load()), "any_clause", re.compile(""))
    assert [found(text) for text in texts] == quick
