"""Glued and misspelt words: what is mended, what is left alone, and that the text stays as it is."""

from __future__ import annotations

import time

import pytest

from dieukhoan.analyse import begin
from dieukhoan.core.records import Line, Source
from dieukhoan.core.spelling import mends


def readings(text: str) -> list[tuple[str, str]]:
    return [(text[mend.start : mend.end], mend.reading) for mend in mends(text)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "huyđộng hợppháp khác theoquy định",
            [("huyđộng", "huy động"), ("hợppháp", "hợp pháp"), ("theoquy", "theo quy")],
        ),
        ("tạo điều kiện sựtham gia", [("sựtham", "sự tham")]),
        ("tạm ứng rồi tạmứng", [("tạmứng", "tạm ứng")]),
        ("Hội Liêp hiệp Phụ nữ tỉnh", [("Liêp", "Liên")]),
        ("HỘI LIÊP HIỆP PHỤ NỮ", [("LIÊP", "LIÊN")]),
        ("phối hơp với các bên", [("hơp", "hợp")]),
        ("quyêt định thành lập", [("quyêt", "quyết")]),
        ("xqã hội và xã hội", [("xqã", "xã")]),
    ],
)
def test_damaged_words_are_mended(text: str, expected: list[tuple[str, str]]) -> None:
    assert readings(text) == expected


@pytest.mark.parametrize(
    "text",
    [
        "tỉnh Đắk Lắk, huyện Krông Pắk, xã Ea Súp, sông Đăk Bla, huyện Cư M'gar",
        "giải thưởng Kovalevskaia, Facebook, Zalo, online, website, email, radio, video, photocopy, marketing",
        "UBND, HĐND, LĐLĐVN, MTTQ, CĐCS, ĐVTN, TLĐ, BCHTW, GDĐT",
        "100 km2, 5 kg, 3 ha, 20 m³, 1.490.000 đồng, 12 kWh, 5 đ",
        "www.tổchức.vn, https://vidụ.com/quảnlý, hộiđồng@tỉnh.gov.vn",
        "hoà giải, uỷ ban, quý bà, khoẻ mạnh, quốc gia, gìn giữ, giêng hai",
        "xã Hđrông, ông Nguyễn Văn Kđăm, bà H'Đăm, già làng Đinh Hmưk",
        "đôla, Lênin, magiê, Ôxtrâylia, xêrôtônin, câulạcbộ",
        "Bộ Giáo dục và Ðào tạo; ÐIỀU 1",
        "từ ngữ lạ xqã không có láng giềng",
    ],
)
def test_names_foreign_words_and_units_are_left_alone(text: str) -> None:
    assert readings(text) == []


def test_a_word_that_comes_back_is_meant_so() -> None:
    assert readings("ấp Liêp hiệp, ấp Liêp hiệp, ấp Liêp hiệp") == []


def test_of_two_likely_words_none_is_taken() -> None:
    sound = "tổ công tác " * 3 + "tờ công tác " * 3
    assert readings(f"{sound}tợq công tác") == []


def test_the_text_and_its_quotes_stay() -> None:
    text = "Hội Liêp hiệp Phụ nữ huyđộng vốn"
    document = begin(Source("a.txt", "0" * 64, "txt", text, (Line(0, len(text)),)))
    assert document.text == text
    assert document.view.text == "Hội Liên hiệp Phụ nữ huy động vốn"
    start = document.view.text.index("Liên hiệp")
    assert text[slice(*document.view.to_source(start, start + 9))] == "Liêp hiệp"
    assert [(note.code, note.severity, text[note.start : note.end]) for note in document.diagnostics] == [
        ("misspelt_word", "info", "Liêp"),
        ("glued_words", "info", "huyđộng"),
    ]
    assert document.diagnostics[0].message == "Liêp was read as Liên"


def test_it_takes_linear_time() -> None:
    """Long texts without line ends, full of damaged words."""
    words = ["xqã", "hợppháp", "Liêp", "theoquy"]
    spent = []
    for size in (2000, 8000):
        text = " ".join(f"{words[at % 4]} hội số{at}" for at in range(size))
        begun = time.process_time()
        mends(text)
        spent.append(time.process_time() - begun)
    assert spent[1] < 12 * spent[0] + 0.5
