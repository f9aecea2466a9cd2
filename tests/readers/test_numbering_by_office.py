"""Automatic numbers as another program prints them: nine ways in which Word lists are set up, in one document.

What Word shows is written out by hand for each (ECMA-376 part 1, 17.9). LibreOffice prints the same for six of them. It
does not know ``lvlRestart`` (a level that goes on through the ones above, or begins anew only after some of them) nor
``isLgl`` (all numbers of a label in digits, whatever their levels use).
"""

from __future__ import annotations

import subprocess
from collections.abc import Callable
from pathlib import Path
from typing import NamedTuple

import pytest

from dieukhoan.core.text import squeeze
from dieukhoan.readers.office import libreoffice

Maker = Callable[..., Path]
Lines = Callable[..., list[str]]
Item = tuple[int | None, int | None, str, str]
"""Number of the list, level, style, typed text before the word that stands for the rest."""


class SetUp(NamedTuple):
    """Lists, paragraphs that use them, what Word shows, and whether LibreOffice shows the same."""

    abstract: str
    nums: str
    items: tuple[Item, ...]
    shown: tuple[str, ...]
    agreed: bool = True


def lvl(index: int, text: str, style: str = "decimal", extra: str = "", start: int = 1) -> str:
    return (
        f'<w:lvl w:ilvl="{index}"><w:start w:val="{start}"/><w:numFmt w:val="{style}"/>{extra}<w:suff w:val="space"/>'
        f'<w:lvlText w:val="{text}"/><w:lvlJc w:val="left"/></w:lvl>'
    )


def abstract(key: int, *levels: str) -> str:
    kind = '<w:multiLevelType w:val="multilevel"/>'
    return f'<w:abstractNum w:abstractNumId="{key}">{kind}{"".join(levels)}</w:abstractNum>'


def num(key: int, of: int, inside: str = "") -> str:
    return f'<w:num w:numId="{key}"><w:abstractNumId w:val="{of}"/>{inside}</w:num>'


def starts(level: int, at: int) -> str:
    return f'<w:lvlOverride w:ilvl="{level}"><w:startOverride w:val="{at}"/></w:lvlOverride>'


def listed(key: int, *levels: int) -> tuple[Item, ...]:
    return tuple((key, level, "", "") for level in levels)


SET_UPS = {
    "levels of a statute": SetUp(
        abstract(1, lvl(0, "Điều %1."), lvl(1, "%2."), lvl(2, "%3)", "lowerLetter")), num(1, 1),
        listed(1, 0, 1, 1, 2, 2, 1, 2, 0, 1, 2),
        ("Điều 1.", "1.", "2.", "a)", "b)", "3.", "a)", "Điều 2.", "1.", "a)"),
    ),
    "numbers of several levels": SetUp(
        abstract(2, lvl(0, "%1.", "upperRoman"), lvl(1, "%1.%2."), lvl(2, "%1.%2.%3.")), num(2, 2),
        listed(2, 0, 1, 1, 0, 1, 2, 2),
        ("I.", "I.1.", "I.2.", "II.", "II.1.", "II.1.1.", "II.1.2."),
    ),
    "numbers in digits throughout": SetUp(
        abstract(9, lvl(0, "%1.", "upperRoman"), lvl(1, "%1.%2.", extra="<w:isLgl/>")), num(9, 9),
        listed(9, 0, 1, 0, 1, 1),
        ("I.", "1.1.", "II.", "2.1.", "2.2."), agreed=False,
    ),
    "styles that stand for levels": SetUp(
        abstract(
            3, lvl(0, "Mục %1", "decimal", '<w:pStyle w:val="Muc"/>'),
            lvl(1, "Điều %1.%2", "decimal", '<w:pStyle w:val="DieuMuc"/>'),
        ), num(3, 3),
        ((None, None, "Muc", ""), (None, None, "DieuMuc", ""), (None, None, "DieuMuc", ""), (None, None, "Muc", "")),
        ("Mục 1", "Điều 1.1", "Điều 1.2", "Mục 2"),
    ),
    "a list that starts anew": SetUp(
        abstract(4, lvl(0, "%1/")), num(40, 4) + num(41, 4, starts(0, 1)) + num(42, 4, starts(0, 7)),
        listed(40, 0, 0) + listed(41, 0, 0) + listed(42, 0, 0),
        ("1/", "2/", "1/", "2/", "7/", "8/"),
    ),
    "a list that goes on after other text": SetUp(
        abstract(5, lvl(0, "%1.")), num(50, 5) + num(51, 5),
        (*listed(50, 0, 0), (None, None, "", "Giữa"), *listed(51, 0), (None, None, "", "Sau"), *listed(50, 0)),
        ("1.", "2.", "Giữa", "3.", "Sau", "4."),
    ),
    "letters with đ typed by hand": SetUp(
        abstract(6, lvl(0, "%1)", "lowerLetter")), num(60, 6) + num(61, 6, starts(0, 5)),
        (*listed(60, 0, 0, 0, 0), (None, None, "", "đ)"), *listed(61, 0, 0)),
        ("a)", "b)", "c)", "d)", "đ)", "e)", "f)"),
    ),
    "articles that go on through chapters": SetUp(
        abstract(7, lvl(0, "Chương %1", "upperRoman"), lvl(1, "Điều %2.", extra='<w:lvlRestart w:val="0"/>')),
        num(7, 7), listed(7, 0, 1, 1, 0, 1),
        ("Chương I", "Điều 1.", "Điều 2.", "Chương II", "Điều 3."), agreed=False,
    ),
    "a level that only the highest begins anew": SetUp(
        abstract(8, lvl(0, "Phần %1:"), lvl(1, "Mục %2:"), lvl(2, "%3.", extra='<w:lvlRestart w:val="1"/>')),
        num(8, 8), listed(8, 0, 1, 2, 2, 1, 2, 0, 1, 2),
        ("Phần 1:", "Mục 1:", "1.", "2.", "Mục 2:", "3.", "Phần 2:", "Mục 1:", "1."), agreed=False,
    ),
}  # fmt: skip


@pytest.fixture
def document(make_docx: Maker) -> Path:
    """All set-ups one after the other."""
    body = "".join(_paragraph(*item) for made in SET_UPS.values() for item in made.items)
    numbering = "".join(made.abstract for made in SET_UPS.values()) + "".join(made.nums for made in SET_UPS.values())
    styles = "".join(
        f'<w:style w:type="paragraph" w:styleId="{name}"><w:name w:val="{name}"/><w:pPr><w:numPr>'
        f'<w:ilvl w:val="{level}"/>'
        f'<w:numId w:val="3"/></w:numPr></w:pPr></w:style>'
        for level, name in enumerate(("Muc", "DieuMuc"))
    )
    return make_docx(body, numbering=numbering, styles=styles, name="danh-sach.docx")


def _paragraph(key: int | None, level: int | None, style: str, typed: str) -> str:
    named = f'<w:pStyle w:val="{style}"/>' if style else ""
    place = "" if key is None else f'<w:numPr><w:ilvl w:val="{level}"/><w:numId w:val="{key}"/></w:numPr>'
    return f"<w:p><w:pPr>{named}{place}</w:pPr><w:r><w:t>{squeeze(f'{typed} xong')}</w:t></w:r></w:p>"


def _labels(lines: list[str]) -> dict[str, tuple[str, ...]]:
    """The labels of each set-up, in order."""
    coming = iter(squeeze(line).removesuffix("xong").strip() for line in lines if line.strip())
    return {name: tuple(next(coming) for _ in made.shown) for name, made in SET_UPS.items()}


def test_every_label_is_the_one_that_word_shows(document: Path, lines: Lines) -> None:
    assert _labels(lines(document)) == {name: made.shown for name, made in SET_UPS.items()}


@pytest.mark.slow
@pytest.mark.skipif(libreoffice.program() is None, reason="needs LibreOffice (soffice), which prints the lists")
def test_libreoffice_prints_the_same(document: Path, tmp_path: Path) -> None:
    profile = f"-env:UserInstallation={(tmp_path / 'profile').as_uri()}"
    command = [libreoffice.program() or "", "--headless", profile, "--convert-to", "txt:Text (encoded):UTF8"]
    subprocess.run([*command, "--outdir", str(tmp_path), str(document)], check=True, timeout=120, capture_output=True)
    printed = _labels(document.with_suffix(".txt").read_text("utf-8-sig").split("\n"))
    assert {name for name, made in SET_UPS.items() if printed[name] == made.shown} == {
        name for name, made in SET_UPS.items() if made.agreed
    }
