"""Word 97 documents, read byte by byte."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from dieukhoan.readers import read
from dieukhoan.readers.word97 import Beyond, parts
from made_doc import (
    BOLD,
    CAPITALS,
    CENTRED,
    DELETED,
    HIDDEN,
    IN_TABLE,
    UNLIKE_STYLE,
    DocWriter,
    compound,
    font,
    listed,
    row_end,
    symbol,
)

Lines = Callable[..., list[str]]


@pytest.mark.parametrize("wide", [False, True])
def test_paragraphs_and_looks(tmp_path: Path, lines: Lines, *, wide: bool) -> None:
    made = DocWriter().line("QUY CHE", CENTRED, BOLD).line("Hai\x0bba\tbon", b"", UNLIKE_STYLE).line("")
    found = read(made.line("cuoi").save(tmp_path / "a.doc", wide=wide))
    assert lines(found) == ["QUY CHE", "Hai", "ba\tbon", "", "cuoi"]
    assert [line.bold for line in found.lines] == [True, True, True, False, False]
    assert found.lines[0].centred
    assert (found.format, found.encoding) == ("doc", "")


def test_unicode_and_letters_beyond_the_first_plane(tmp_path: Path, lines: Lines) -> None:
    path = tmp_path / "a.doc"
    stream = DocWriter().line("Điều 1. Phạm vi zq").line("sau").save(path, wide=True)
    data = stream.read_bytes().replace("zq".encode("utf-16-le"), "\U0001f4c4".encode("utf-16-le"))
    path.write_bytes(data)
    assert lines(path) == ["Điều 1. Phạm vi \U0001f4c4", "sau"]


def test_fonts_of_older_encodings_and_capitals(tmp_path: Path) -> None:
    made = DocWriter().line("bé tµi chÝnh", b"", font(2)).line("§iÒu 1. Ph¹m vi, tr\xadêng häc", b"", font(1))
    found = read(made.line("hai ben", b"", CAPITALS).save(tmp_path / "a.doc"))
    assert found.text == "bộ tài chính\nĐiều 1. Phạm vi, trường học\nhai ben"
    assert found.drawn == "BỘ TÀI CHÍNH\nĐiều 1. Phạm vi, trường học\nHAI BEN"
    assert found.encoding == "tcvn3"


def test_deleted_and_hidden_text_is_left_out(tmp_path: Path, lines: Lines) -> None:
    made = DocWriter().run("con ").run("cu", DELETED).run("moi").run("an", HIDDEN).end()
    made.run("noi ").end(b"", "\r", DELETED).line("tiep")
    found = read(made.save(tmp_path / "a.doc"))
    assert lines(found) == ["con moi", "noi tiep"]
    assert {note.code for note in found.diagnostics} == {"hidden_text", "tracked_changes"}


def test_fields_show_their_results_and_symbols_are_readable(tmp_path: Path, lines: Lines) -> None:
    made = DocWriter().line("ngay \x13 DATE \x14" + "15/3\x15 nam").run("a ").run("(", symbol(3, 0xF0B3)).line(" b")
    made.run('k \x13 SYMBOL 163 \\f "Symbol" \\s 12 \x14\x15 h').end()
    assert lines(made.save(tmp_path / "a.doc")) == ["ngay 15/3 nam", "a ≥ b", "k ≤ h"]


def test_lists_have_their_numbers(tmp_path: Path, lines: Lines) -> None:
    made = DocWriter(levels=(("Dieu %1.", 0), ("%2)", 4)))
    for level in (0, 1, 1, 0, 1):
        made.line("x", listed(1, level))
    made.line("khong", listed(0xF801))
    assert lines(made.save(tmp_path / "a.doc")) == ["Dieu 1. x", "a) x", "b) x", "Dieu 2. x", "a) x", "khong"]


def test_tables_have_cells(tmp_path: Path) -> None:
    made = DocWriter().line("truoc")
    for cells, edges, merged in (("ab", (0, 1000, 3000), (0x60, 0)), ("xyz", (0, 1000, 2000, 3000), (0x20, 0, 0))):
        for text in cells:
            made.run(text).end(IN_TABLE, "\x07")
        made.end(row_end(*edges, merged=merged), "\x07")
    found = read(made.line("sau").save(tmp_path / "a.doc"))
    shown = [(found.text[line.start : line.end], line.cell) for line in found.lines]
    assert shown == [
        ("truoc", None),
        ("a", (0, 0, 0)),
        ("b", (0, 0, 1)),
        ("y", (0, 1, 1)),
        ("z", (0, 1, 2)),
        ("sau", None),
    ]


def test_a_header_with_the_letterhead_comes_first(tmp_path: Path, lines: Lines) -> None:
    made = DocWriter(header="CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM").line("QUY CHẾ")
    assert lines(made.save(tmp_path / "a.doc", wide=True)) == ["CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", "QUY CHẾ"]


def test_what_is_not_read_here_is_left_to_others(tmp_path: Path) -> None:
    sound = DocWriter().line("x", listed(2047)).save(tmp_path / "a.doc").read_bytes()
    for data in (
        sound,
        compound({"Other": b"x"}),
        compound({"WordDocument": b"\xec\xa5" * 300}),
        sound[:300],
        sound[:900],
    ):
        with pytest.raises(Beyond):
            parts(data)


def test_damaged_files_end_in_time(tmp_path: Path) -> None:
    """Every byte of the header and of the tables changed: no other error than Beyond, and no endless chain."""
    sound = DocWriter(levels=(("%1.", 0),)).line("mot", listed(1)).line("hai").save(tmp_path / "a.doc").read_bytes()
    for place in range(24, len(sound), 97):
        data = sound[:place] + bytes([sound[place] ^ 0xFF]) + sound[place + 1 :]
        try:
            parts(data)
        except Beyond:
            continue
