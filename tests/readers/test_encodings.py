"""Encodings from before Unicode: tables, fonts, and telling one from the other."""

from __future__ import annotations

import unicodedata
from collections.abc import Callable
from pathlib import Path

import pytest

from dieukhoan.core.errors import UnreadableFile
from dieukhoan.readers import read
from dieukhoan.readers.encodings import ENCODINGS, Legacy, Script, convert, detect, is_unicode, script_of, tables
from dieukhoan.readers.lines import Row

Lines = Callable[..., list[str]]

TEXT = (
    "Điều 1. Phạm vi phối hợp giữa hai bên về tuyên truyền, giáo dục pháp luật cho đoàn viên và người lao động. "
    "Hằng năm mỗi bên tự đánh giá kết quả, gửi báo cáo trước ngày kết thúc quý; những vướng mắc được xử lý kịp thời."
)
LETTERS = "aăâeêioôơuưy"
TONES = ("", "\u0300", "\u0301", "\u0309", "\u0303", "\u0323")
ALPHABET = "đ" + "".join(unicodedata.normalize("NFC", letter + tone) for letter in LETTERS for tone in TONES)


def _tone_apart(letter: str) -> str:
    decomposed = unicodedata.normalize("NFD", letter)
    tone = "".join(mark for mark in decomposed if mark in TONES)
    return unicodedata.normalize("NFC", "".join(mark for mark in decomposed if mark not in TONES)) + tone


def written(text: str, encoding: str) -> str:
    """``text`` as its bytes in ``encoding`` look when taken for Latin letters."""
    if encoding == "cp1258":
        parted = "".join(map(_tone_apart, text))
        return "".join(char.encode("cp1258").decode("cp1252") for char in parted)
    if encoding == "vni":
        table = {letter: shown for shown, letter in reversed(list(tables._vni().items()))}
        return "".join(table.get(char, char) for char in text)
    low = {"viscii": tables._VISCII_LOW, "vps": tables._VPS_LOW}.get(encoding, {})
    high = {"viscii": tables._VISCII, "vps": tables._VPS, "tcvn3": tables._TCVN3}[encoding]
    codes = {letter: code for code, letter in enumerate(high, 0x80) if letter != "."}
    codes |= {letter: code for code, letter in low.items()}
    return "".join(chr(codes.get(char, ord(char))) for char in text)


@pytest.mark.parametrize("encoding", ENCODINGS)
def test_every_letter_is_converted(encoding: str) -> None:
    small = " ".join(ALPHABET)
    assert convert(written(small, encoding), encoding) == small
    if encoding not in ("tcvn3", "cp1258"):
        assert convert(written(small.upper(), encoding), encoding) == small.upper()


@pytest.mark.parametrize("encoding", ENCODINGS)
def test_an_encoding_is_told_by_its_syllables(encoding: str) -> None:
    assert detect(written(TEXT, encoding)) == encoding


def test_a_known_line_of_each_font() -> None:
    assert convert("Céng hoµ x· héi chñ nghÜa ViÖt Nam", "tcvn3") == "Cộng hoà xã hội chủ nghĩa Việt Nam"
    assert convert("COÄNG HOØA XAÕ HOÄI CHUÛ NGHÓA VIEÄT NAM", "vni") == "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM"
    assert convert("nhµ n−íc, 5 − 3", "tcvn3") == "nhà nước, 5 − 3"


@pytest.mark.parametrize(
    "text",
    [
        TEXT,
        unicodedata.normalize("NFD", TEXT),
        "Các bên và cá nhân là thành viên",
        "Señor Muñoz está en España, año tras año según él",
        "Für die Prüfung müssen große Flächen möglich gewählt werden",
        "§ 5 – «quote» ± 3 µm",
        "",
    ],
)
def test_unicode_is_never_touched(text: str) -> None:
    assert detect(text) == ""
    rows = [Row(line) for line in text.split("\n")]
    assert Legacy({}).mended(rows) == rows


@pytest.mark.parametrize(
    ("font", "script"),
    [
        (".VnTime", Script("tcvn3")),
        (".VnTimeH", Script("tcvn3", capitals=True)),
        ("ABCDEF+.VnArialH,Bold", Script("tcvn3", capitals=True)),
        ("VNI-Times", Script("vni")),
        ("VPS Times", Script("vps")),
        ("VI Times", Script("viscii")),
        ("Times New Roman", None),
        ("Vnitime Unicode", None),
    ],
)
def test_fonts_name_their_encoding(font: str, script: Script | None) -> None:
    assert script_of(font) == script


def test_a_font_used_for_unicode_is_left_alone() -> None:
    legacy = Legacy({".VnTime": TEXT, "VNI-Times": written(TEXT, "vni")})
    assert legacy.script(".VnTime") is None
    assert legacy.script("VNI-Times") == Script("vni")
    assert is_unicode(TEXT)


def test_text_in_the_wrong_font_is_told_by_its_syllables() -> None:
    legacy = Legacy({".VnTime": written("bé tµi chÝnh", "tcvn3")})
    assert legacy.joined([("Quyeát ñònh", legacy.script(".VnTime"))]).typed == "Quyết định"


def test_a_doubtful_conversion_is_reported_with_its_share() -> None:
    legacy = Legacy({"VNI-Times": "x"})
    found = legacy.joined([("Quyeát ñònh xqøk wñzt", legacy.script("VNI-Times"))])
    assert found.typed.startswith("Quyết định")
    assert {note.code: note.message[:3] for note in legacy.remarks()} == {
        "legacy_encoding": "Tex",
        "encoding_doubtful": "50%",
    }


@pytest.mark.parametrize("encoding", ENCODINGS)
def test_text_files_in_old_encodings(tmp_path: Path, encoding: str) -> None:
    path = tmp_path / "a.txt"
    shown = written(TEXT, encoding)
    path.write_bytes(shown.encode("cp1252" if encoding == "cp1258" else "latin-1"))
    found = read(path)
    assert (found.text, found.encoding) == (TEXT, encoding)
    path.write_bytes(shown.encode())  # taken for Latin letters and saved as UTF-8
    assert read(path).text == TEXT


def test_two_encodings_in_one_file(tmp_path: Path, lines: Lines) -> None:
    path = tmp_path / "a.txt"
    parts = TEXT.split(". ", 2)
    path.write_bytes("\n".join([written(parts[1], "tcvn3"), written(parts[2], "vni")]).encode("latin-1"))
    assert lines(path) == [parts[1], parts[2]]
    assert set(read(path).encoding.split("+")) == {"tcvn3", "vni"}


def test_other_languages_are_refused_as_before(tmp_path: Path) -> None:
    path = tmp_path / "a.txt"
    path.write_bytes("Für die Prüfung müssen große Flächen möglich gewählt werden".encode("latin-1"))
    with pytest.raises(UnreadableFile) as refused:
        read(path)
    assert refused.value.code == "encoding"
