"""Rich Text Format, read word by word."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from dieukhoan.core.errors import UnreadableFile
from dieukhoan.readers import read

Lines = Callable[..., list[str]]
FONTS = (
    r"{\fonttbl{\f0\fnil\fcharset0 Times;}{\f1\fcharset0 .VnTime;}{\f2 .VnTimeH;}{\f3\fcharset2 Symbol;}"
    r"{\f4\fcharset163 Arial;}}"
)


@pytest.fixture
def rtf(tmp_path: Path) -> Callable[[str], Path]:
    def make(body: str, head: str = r"\ansi\ansicpg1252\deff0") -> Path:
        path = tmp_path / "a.rtf"
        path.write_bytes(f"{{\\rtf1{head}{FONTS}{body}}}".encode("latin-1"))
        return path

    return make


def test_fonts_of_older_encodings_and_capitals(rtf: Callable[..., Path], lines: Lines) -> None:
    path = rtf(r"{\pard\qc\f2 b\'e9 t\'b5i ch\'ddnh\par}{\pard\f1 \'a7i\'d2u 1. Ph\'b9m vi, tr\'ad\'eang h\'e4c\par}")
    assert lines(path) == ["bộ tài chính", "Điều 1. Phạm vi, trường học"]
    found = read(path)
    assert found.drawn.split("\n") == ["BỘ TÀI CHÍNH", "Điều 1. Phạm vi, trường học"]
    assert (found.format, found.encoding, found.lines[0].centred) == ("rtf", "tcvn3", True)


def test_unicode_with_its_stand_ins_and_code_pages(rtf: Callable[..., Path], lines: Lines) -> None:
    body = r"\uc1 \u272?i\u7873?u 1. Ph\u7841\'61m \uc0 vi\u-10179\u-9020 \par \uc2 \u7841ab "
    body += r"{\f4 \'f0\'ea\'cc n\'fd\'cc}\par"
    assert lines(rtf(body)) == ["Điều 1. Phạm vi\U0001f4c4", "ạ đề nừ"]


def test_looks_and_what_is_not_shown(rtf: Callable[..., Path], lines: Lines) -> None:
    body = (
        r"{\info{\title Ten}}{\stylesheet{\s1 Heading;}}{\*\generator Word;}\pard\b QUY CHE\par\plain con{\deleted cu}"
        r"{\v an} moi{\footnote ghi chu}\line hai\tab ba\~bon{\*\bkmkstart x}\par{\pict\bin4 }}\\xin \{chao\}\par}"
    )
    found = read(rtf(body))
    assert lines(found)[:3] == ["QUY CHE", "con moi", "hai\tba\xa0bon"]
    assert [line.bold for line in found.lines][:2] == [True, False]
    assert {note.code for note in found.diagnostics} >= {"hidden_text", "tracked_changes", "footnotes"}


def test_fields_show_their_results_and_symbols_are_readable(rtf: Callable[..., Path], lines: Lines) -> None:
    body = r"ngay {\field{\*\fldinst DATE}{\fldrslt 15/3}} {\f3 \'b3} "
    body += r'{\field{\*\fldinst SYMBOL 163 \\f "Symbol" \\s 12}{\fldrslt\f3}}\par'
    assert lines(rtf(body)) == ["ngay 15/3 ≥ ≤"]


def test_numbers_as_written_and_from_the_list_table(rtf: Callable[..., Path], lines: Lines) -> None:
    lists = (
        r"{\*\listtable{\list{\listlevel\levelnfc0\levelstartat3\levelfollow1{\leveltext\'07\u272 ?i\u7873 ?u \'00.;}"
        r"{\levelnumbers\'05;}}{\listlevel\levelnfc4\levelstartat1{\leveltext\'02\'01);}{\levelnumbers\'01;}}\listid7}}"
        r"{\*\listoverridetable{\listoverride\listid7\listoverridecount0\ls1}}"
    )
    body = (
        lists + r"\pard\ls1\ilvl0 mot\par\pard\ls1\ilvl1 hai\par\pard\ls1\ilvl1 ba\par\pard\ls1\ilvl0 bon\par"
        r"{\listtext\pard\plain\f3 \'b7\tab}\pard\ls1 nam\par{\pntext\f1 \'a7i\'d2u 9.\tab}sau\par"
    )
    assert lines(rtf(body)) == ["Điều 3. mot", "a) hai", "b) ba", "Điều 4. bon", "• nam", "Điều 9. sau"]


def test_tables_have_cells(rtf: Callable[..., Path]) -> None:
    row = r"\trowd\clvmgf\cellx1000\cellx3000 a\intbl\cell b\cell\row"
    row += r"\trowd\clvmrg\cellx1000\cellx2000\cellx3000 \cell y\cell z\cell\row"
    found = read(rtf(rf"truoc\par {row}\pard sau\par"))
    assert [(found.text[line.start : line.end], line.cell) for line in found.lines] == [
        ("truoc", None),
        ("a", (0, 0, 0)),
        ("b", (0, 0, 1)),
        ("y", (0, 1, 1)),
        ("z", (0, 1, 2)),
        ("sau", None),
    ]


def test_headers_and_boxes(rtf: Callable[..., Path], lines: Lines) -> None:
    body = (
        r"{\header\pard \u272?\u7897?c l\u7853?p - T\u7921? do - H\u7841?nh ph\u250?c\par}{\footer\pard Trang 1\par}"
        r"mot{\shp{\*\shpinst{\sp{\sn a}{\sv b}}{\shptxt\pard trong hop\par}}{\shprslt x}}\par hai\par"
    )
    assert lines(rtf(body)) == ["Độc lập - Tự do - Hạnh phúc", "mot", "trong hop", "hai"]


@pytest.mark.parametrize("body", ["", r"{\info chi co the}", r"\par\par"])
def test_empty_files_are_refused(rtf: Callable[..., Path], body: str) -> None:
    with pytest.raises(UnreadableFile) as refused:
        read(rtf(body))
    assert refused.value.code == "empty"


@pytest.mark.parametrize("cut", range(150, 420, 18))
def test_files_that_are_cut_give_what_is_there(rtf: Callable[..., Path], cut: int) -> None:
    row = r"\trowd\cellx1000\cellx3000 a\intbl\cell b\cell\row " * 3
    path = rtf(rf"dau tien\par {{\b {row}}}\pard sau\par")
    path.write_bytes(path.read_bytes()[:cut])
    try:
        assert "dau"[: cut // 60] in read(path).text
    except UnreadableFile as refused:
        assert refused.code == "empty"


@pytest.mark.parametrize(
    ("kept", "warned"),
    [
        (r"mot\par {\b hai\par}}", False),
        (r"mot\par {\b hai\par}", False),  # the last brace forgotten
        (r"mot\par hai\par" + "\r\n\0\0", False),
        (r"mot\par {\b hai\par", True),
        (r"mot\par hai v", True),
        (r"mot\par {\pict 0102", True),
    ],
)
def test_a_file_without_its_end_is_told(rtf: Callable[..., Path], kept: str, *, warned: bool) -> None:
    path = rtf(kept)
    path.write_bytes(path.read_bytes()[:-1])
    assert [note.severity for note in read(path).diagnostics if note.code == "cut_file"] == ["warning"] * warned


def test_headers_left_out_are_quoted_as_the_body_is_read(rtf: Callable[..., Path]) -> None:
    body = r"{\header\pard\f1 v\'a8n ph\'dfng tr\'ad\'eang h\'e4c\par}\pard\f1 \'a7i\'d2u 1. Tr\'ad\'eang h\'e4c\par"
    told = [note.message for note in read(rtf(body)).diagnostics if note.code == "page_furniture"]
    assert told == ["Headers and footers were left out: “văn phòng trường học”."]
