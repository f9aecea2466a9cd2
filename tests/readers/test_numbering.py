"""Word's automatic numbers: each test is one way in which lists are set up."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from dieukhoan.readers.word.counting import letter, roman, written

Maker = Callable[..., Path]
Lines = Callable[..., list[str]]


def lvl(index: int, text: str, style: str = "decimal", extra: str = "", start: int = 1) -> str:
    return (
        f'<w:lvl w:ilvl="{index}"><w:start w:val="{start}"/><w:numFmt w:val="{style}"/>{extra}'
        f'<w:lvlText w:val="{text}"/></w:lvl>'
    )


def abstract(key: int, *levels: str) -> str:
    return f'<w:abstractNum w:abstractNumId="{key}">{"".join(levels)}</w:abstractNum>'


def num(key: int, of: int, inside: str = "") -> str:
    return f'<w:num w:numId="{key}"><w:abstractNumId w:val="{of}"/>{inside}</w:num>'


def item(text: str, num_id: int | None = None, level: int | None = None, style: str = "") -> str:
    ilvl = "" if level is None else f'<w:ilvl w:val="{level}"/>'
    place = "" if num_id is None else f'<w:numId w:val="{num_id}"/>'
    named = f'<w:pStyle w:val="{style}"/>' if style else ""
    listed = f"<w:numPr>{ilvl}{place}</w:numPr>" if ilvl or place else ""
    return f"<w:p><w:pPr>{named}{listed}</w:pPr><w:r><w:t>{text}</w:t></w:r></w:p>"


def paragraph_style(key: str, inside: str, based_on: str = "") -> str:
    base = f'<w:basedOn w:val="{based_on}"/>' if based_on else ""
    return f'<w:style w:type="paragraph" w:styleId="{key}">{base}<w:pPr>{inside}</w:pPr></w:style>'


def test_levels_of_a_statute(make_docx: Maker, lines: Lines) -> None:
    levels = (lvl(0, "Điều %1."), lvl(1, "%2."), lvl(2, "%3)", "lowerLetter"))
    body = "".join(item("x", 1, level) for level in (0, 1, 1, 2, 2, 1, 0, 1, 2))
    found = lines(make_docx(body, numbering=abstract(0, *levels) + num(1, 0)))
    assert [line.removesuffix(" x") for line in found] == [
        "Điều 1.", "1.", "2.", "a)", "b)", "3.", "Điều 2.", "1.", "a)",
    ]  # fmt: skip


def test_numbers_of_several_levels(make_docx: Maker, lines: Lines) -> None:
    levels = (lvl(0, "%1.", "upperRoman"), lvl(1, "%1.%2"), lvl(2, "%1.%2.%3", extra="<w:isLgl/>"))
    body = "".join(item("x", 1, level) for level in (0, 0, 1, 2, 1, 2))
    found = lines(make_docx(body, numbering=abstract(0, *levels) + num(1, 0)))
    assert found == ["I. x", "II. x", "II.1 x", "2.1.1 x", "II.2 x", "2.2.1 x"]


def test_a_level_that_was_skipped_shows_its_start(make_docx: Maker, lines: Lines) -> None:
    levels = (lvl(0, "%1.", start=4), lvl(1, "%1.%2."))
    found = lines(make_docx(item("x", 1, 1) + item("x", 1, 1), numbering=abstract(0, *levels) + num(1, 0)))
    assert found == ["4.1. x", "4.2. x"]


def test_lists_of_one_kind_share_their_counter_unless_they_start_anew(make_docx: Maker, lines: Lines) -> None:
    override = '<w:lvlOverride w:ilvl="0"><w:startOverride w:val="1"/></w:lvlOverride>'
    numbering = abstract(0, lvl(0, "%1.")) + num(1, 0) + num(2, 0) + num(3, 0, override)
    body = "".join(item("x", key, 0) for key in (1, 1, 2, 3, 3, 1))
    assert lines(make_docx(body, numbering=numbering)) == ["1. x", "2. x", "3. x", "1. x", "2. x", "3. x"]


def test_a_list_may_continue_after_a_letter_typed_by_hand(make_docx: Maker, lines: Lines) -> None:
    override = '<w:lvlOverride w:ilvl="0"><w:startOverride w:val="5"/></w:lvlOverride>'
    numbering = abstract(0, lvl(0, "%1)", "lowerLetter")) + num(1, 0) + num(2, 0, override)
    body = item("x", 1, 0) + item("đ) x") + item("x", 2, 0)
    assert lines(make_docx(body, numbering=numbering)) == ["a) x", "đ) x", "e) x"]


def test_a_list_may_replace_a_level(make_docx: Maker, lines: Lines) -> None:
    override = f'<w:lvlOverride w:ilvl="0">{lvl(0, "Mục %1:", "upperLetter")}</w:lvlOverride>'
    numbering = abstract(0, lvl(0, "%1.")) + num(1, 0, override)
    assert lines(make_docx(item("x", 1, 0), numbering=numbering)) == ["Mục A: x"]


@pytest.mark.parametrize(
    ("restart", "last"), [("", "1."), ('<w:lvlRestart w:val="0"/>', "3."), ('<w:lvlRestart w:val="1"/>', "3.")]
)
def test_where_a_level_restarts(make_docx: Maker, lines: Lines, restart: str, last: str) -> None:
    levels = (lvl(0, "%1."), lvl(1, "%2."), lvl(2, "%3.", extra=restart))
    body = "".join(item("x", 1, level) for level in (0, 1, 2, 2, 1, 2))
    assert lines(make_docx(body, numbering=abstract(0, *levels) + num(1, 0)))[-1] == f"{last} x"


def test_a_style_stands_for_a_level(make_docx: Maker, lines: Lines) -> None:
    levels = (
        lvl(0, "Chương %1", "upperRoman", '<w:pStyle w:val="Chuong"/><w:suff w:val="space"/>'),
        lvl(1, "Điều %2.", extra='<w:pStyle w:val="Dieu"/>'),
    )
    styles = paragraph_style("Chuong", '<w:numPr><w:numId w:val="7"/></w:numPr>')
    styles += paragraph_style("Dieu", '<w:numPr><w:numId w:val="7"/></w:numPr>')
    styles += paragraph_style("DieuLuat", "", based_on="Dieu")
    styles += paragraph_style("KhongSo", '<w:numPr><w:numId w:val="0"/></w:numPr>', based_on="Dieu")
    body = item("A", style="Chuong") + item("B", style="Dieu") + item("C", style="DieuLuat")
    body += item("D", num_id=0, style="Dieu") + item("E", style="KhongSo") + item("F", level=0, style="Dieu")
    assert lines(make_docx(body, styles=styles, numbering=abstract(3, *levels) + num(7, 3))) == [
        "Chương I A", "Điều 1. B", "Điều 2. C", "D", "E", "Chương II F",
    ]  # fmt: skip


def test_a_list_may_be_linked_through_a_numbering_style(make_docx: Maker, lines: Lines) -> None:
    linked = '<w:abstractNum w:abstractNumId="1"><w:numStyleLink w:val="So"/></w:abstractNum>'
    real = f'<w:abstractNum w:abstractNumId="2"><w:styleLink w:val="So"/>{lvl(0, "%1/")}</w:abstractNum>'
    styles = (
        '<w:style w:type="numbering" w:styleId="So"><w:pPr><w:numPr><w:numId w:val="2"/></w:numPr></w:pPr></w:style>'
    )
    body = item("x", 1, 0) + item("x", 2, 0)
    found = lines(make_docx(body, styles=styles, numbering=linked + real + num(1, 1) + num(2, 2)))
    assert found == ["1/ x", "2/ x"]


def test_a_circle_of_links_ends(make_docx: Maker, lines: Lines) -> None:
    linked = '<w:abstractNum w:abstractNumId="1"><w:numStyleLink w:val="So"/></w:abstractNum>'
    styles = (
        '<w:style w:type="numbering" w:styleId="So"><w:pPr><w:numPr><w:numId w:val="1"/></w:numPr></w:pPr></w:style>'
    )
    assert lines(make_docx(item("x", 1, 0), styles=styles, numbering=linked + num(1, 1))) == ["x"]


@pytest.mark.parametrize(
    ("text", "font", "shown"),
    [("\uf0b7", "Symbol", "•"), ("-", "Times New Roman", "-"), ("\uf0a7", "Wingdings", "▪"), ("o", "Courier New", "○")],
)
def test_bullets_are_readable(make_docx: Maker, lines: Lines, text: str, font: str, shown: str) -> None:
    level = lvl(0, text, "bullet", f'<w:rPr><w:rFonts w:ascii="{font}"/></w:rPr>')
    assert lines(make_docx(item("x", 1, 0), numbering=abstract(0, level) + num(1, 0))) == [f"{shown} x"]


def test_picture_bullets_and_empty_labels(make_docx: Maker, lines: Lines) -> None:
    picture = lvl(0, "", "bullet", '<w:lvlPicBulletId w:val="0"/>')
    numbering = abstract(0, picture, lvl(1, "", "none"), lvl(2, "%3", extra='<w:suff w:val="nothing"/>')) + num(1, 0)
    body = "".join(item("x", 1, level) for level in (0, 1, 2, 3))
    assert lines(make_docx(body, numbering=numbering)) == ["• x", "x", "1x", "x"]


def test_numbers_of_empty_cells_are_the_stt(make_docx: Maker, lines: Lines) -> None:
    rows = "".join(f"<w:tr><w:tc>{item('', 1, 0)}</w:tc><w:tc>{item(f'việc {n}')}</w:tc></w:tr>" for n in (1, 2))
    found = lines(make_docx(f"<w:tbl>{rows}</w:tbl>", numbering=abstract(0, lvl(0, "%1")) + num(1, 0)))
    assert found == ["1", "việc 1", "2", "việc 2"]


def test_blanks_before_the_text_give_way_to_the_number(make_docx: Maker, lines: Lines) -> None:
    assert lines(make_docx(item("\t x", 1, 0), numbering=abstract(0, lvl(0, "%1.")) + num(1, 0))) == ["1. x"]


@pytest.mark.parametrize(("number", "shown"), [(1, "I"), (4, "IV"), (1999, "MCMXCIX"), (0, "0"), (4000, "4000")])
def test_roman(number: int, shown: str) -> None:
    assert roman(number) == shown


@pytest.mark.parametrize(
    ("number", "shown"), [(1, "a"), (26, "z"), (27, "aa"), (53, "aaa"), (0, "0"), (10**9, "1000000000")]
)
def test_letters_go_on_as_word_does(number: int, shown: str) -> None:
    assert letter(number) == shown


@pytest.mark.parametrize(
    ("style", "shown"),
    [("decimalZero", "03"), ("lowerRoman", "iii"), ("upperLetter", "C"), ("none", ""), ("ideographDigital", "3")],
)
def test_formats(style: str, shown: str) -> None:
    assert written(3, style) == shown
