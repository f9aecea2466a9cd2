"""Readers and structure do work in proportion to the size of what they read, whatever its shape.

Work is counted, not timed: calls of Python functions while a text of twice the size is read. A quadratic loop makes
four times the calls (what a regular expression does inside cannot be counted; ``benchmarks/growth.py`` measures it).
"""

from __future__ import annotations

import sys
from collections.abc import Callable
from types import FrameType
from typing import Any

import pytest

from dieukhoan.analyse import begin
from dieukhoan.core.records import Source
from dieukhoan.readers import html, odt, txt
from dieukhoan.readers.docx import read as read_docx
from dieukhoan.readers.rtf import read as read_rtf
from dieukhoan.rulebook import load
from dieukhoan.structure import outline
from hostile import sound

_SIZE = 160
_MOST = 2.4  # times the calls for twice the size; a constant part only lowers it
_TEXTS: dict[str, Callable[[int], str]] = {
    "articles": lambda n: "Điều 1. Trách nhiệm\n1. Hai bên báo cáo.\n" * n,
    "growing numbers": lambda n: "\n".join(f"{at}. Hai bên báo cáo." for at in range(1, 2 * n)),
    "bare markers": lambda n: "a)\n1.\n-\nĐiều 1.\nI.\n" * n,
    "numbers on lines": lambda n: "\n".join(map(str, range(2 * n))),
    "capitals": lambda n: "ỦY BAN NHÂN DÂN TỈNH\n" * n,
    "titles": lambda n: "QUY CHẾ PHỐI HỢP\n" * n,
    "signatures": lambda n: "Điều 1. Họp\n" + "TM. ỦY BAN NHÂN DÂN\nKT. CHỦ TỊCH\n" * n,
    "recitals": lambda n: "Căn cứ Luật Giáo dục;\n" * n,
    "appendices": lambda n: "Điều 1. Họp\n" + "PHỤ LỤC\n(Kèm theo Quy chế)\n" * n,
    "short lines": lambda n: "a\n" * 3 * n,
    "blank lines": lambda n: "Điều 1. Họp\n" + " \t\n" * 3 * n + "1. Họp.",
    "wrapped lines": lambda n: ("1. Hai bên " + "phối hợp thực hiện " * 4 + "và\n") * n,
    "page breaks": lambda n: "\x0cTrang 1\nHai bên họp\n" * n,
    "quotes": lambda n: "Điều 1. Họp\n" + "“Điều 1.\n" * n,
    "tabs": lambda n: "1\tHọp\tSở Y tế\n" * n,
}
_LINES = [f"{at}. Hai bên báo cáo." for at in range(4 * _SIZE)]


def calls(work: Callable[[], Any]) -> int:
    """How many Python functions ``work`` calls, generators going on included."""
    count = 0

    def counted(_frame: FrameType, event: str, _argument: object) -> None:
        nonlocal count
        count += event == "call"

    sys.setprofile(counted)
    try:
        work()
    finally:
        sys.setprofile(None)
    return count


def check(work: Callable[[int], Callable[[], Any]]) -> None:
    """The work for twice the size is at most twice the work, and a bit."""
    work(_SIZE // 4)()  # what is loaded once
    once, twice = calls(work(_SIZE)), calls(work(2 * _SIZE))
    assert twice <= _MOST * once, f"{once:,} calls, {twice:,} for twice the size"


@pytest.mark.parametrize("name", _TEXTS)
def test_reading_and_outline_of_texts(name: str) -> None:
    rules = load()

    def work(size: int) -> Callable[[], Any]:
        data = _TEXTS[name](size).encode()

        def whole() -> None:
            draft = txt.read(data)
            outline(begin(Source("a.txt", "0" * 64, "txt", draft.text, draft.lines)), rules)

        return whole

    check(work)


@pytest.mark.parametrize(
    ("read", "made"),
    [
        (read_docx, lambda n: sound.docx(sound.word_body(sound.paragraphs(_LINES[:n])))),
        (odt.read, lambda n: sound.odt(sound.odt_content("".join(f"<text:p>{line}</text:p>" for line in _LINES[:n])))),
        (html.read, lambda n: sound.html(f"<ol>{'<li>Họp</li>' * n}</ol>")),
        (html.read, lambda n: sound.html(f"<table>{'<tr><td rowspan=99>a</td><td>b</td></tr>' * n}</table>")),
        (read_rtf, lambda n: sound.rtf("".join(f"{sound.rtf_text(line)}\\par\n" for line in _LINES[:n]))),
    ],
)
def test_reading_of_formats(read: Callable[[bytes], Any], made: Callable[[int], bytes]) -> None:
    def work(size: int) -> Callable[[], Any]:
        data = made(size)
        return lambda: read(data)

    check(work)
