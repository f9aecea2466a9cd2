"""Hostile plain texts: size, encodings, shapes that make patterns explode."""

from __future__ import annotations

import codecs
import random
from collections.abc import Callable, Iterator
from pathlib import Path

from hostile import canary
from hostile.case import OK, READ, TEXT, Case

_EMPTY = "failed:empty"
_NO_ENCODING = "failed:encoding failed:binary"
_HOLDS = "Điều 1"
_UNDER = f"{TEXT}\n1. "


def cases() -> Iterator[Case]:
    """Cases about plain texts."""
    yield from _sizes()
    yield from _encodings()
    yield from _shapes()
    yield from _contents()


def sparse(size: int) -> Callable[[Path], None]:
    """A file of ``size`` zero bytes that takes no room on the disk."""

    def make(path: Path) -> None:
        with path.open("wb") as file:
            file.truncate(size)

    return make


def _sizes() -> Iterator[Case]:
    for ending in ("txt", "html", "rtf", "doc", "docx", "odt", "pdf"):
        yield Case(f"size/a-gigabyte.{ending}", outcome="failed:too_large", make=sparse(1 << 30))
    yield Case("size/a-terabyte.txt", outcome="failed:too_large", make=sparse(1 << 40))
    for name, long in (
        ("three-million-letters", f"{TEXT}\n" * 12_000),
        ("two-million-lines", f"{TEXT}{chr(10) * 2_000_000}"),
        ("half-a-million-short-lines", TEXT + "\na" * 500_000),
    ):
        yield Case(f"size/{name}.txt", long.encode(), "failed:too_long")
    yield Case("size/zeros.txt", bytes(1_000_000), f"{_EMPTY} {_NO_ENCODING}")
    for ending in ("txt", "html", "rtf", "doc", "docx", "odt", "pdf", "htm"):
        yield Case(f"empty/nothing.{ending}", b"", _EMPTY)
        yield Case(f"empty/blanks.{ending}", b" \t\r\n" * 50, _EMPTY)
    yield Case("empty/only-a-mark.txt", codecs.BOM_UTF8, _EMPTY)
    yield Case("empty/only-a-utf-16-mark.txt", codecs.BOM_UTF16_LE, _EMPTY)
    yield Case("empty/only-controls.txt", b"\x01\x02\x03\x0b\x0c" * 100, f"{_EMPTY} {_NO_ENCODING}")
    yield Case("empty/unseen.txt", "\u200b\u200e\u202e\ufeff\u00ad".encode() * 20, f"{_EMPTY} {_NO_ENCODING}")
    yield Case("empty/page-breaks.txt", b"\x0c" * 1000, _EMPTY)


def _encodings() -> Iterator[Case]:
    sound = TEXT.encode()
    yield Case("encoding/nul-bytes.txt", sound.replace(b" ", b"\0 "), f"{READ} {_NO_ENCODING}")
    yield Case("encoding/a-few-nul-bytes.txt", sound[:100] + b"\0\0\0" + sound[100:], READ, _HOLDS)
    yield Case("encoding/invalid-utf-8.txt", sound[:101] + b"\xff\xfe\xc0\x80" + sound[101:], f"{READ} {_NO_ENCODING}")
    yield Case("encoding/cut-utf-8.txt", sound[: sound.index("ệ".encode()) + 1], f"{READ} {_NO_ENCODING}")
    yield Case(
        "encoding/surrogates.txt",
        sound + "\n1. \ud800 \udfff".encode("utf-8", "surrogatepass"),
        f"{READ} {_NO_ENCODING}",
    )
    yield Case(
        "encoding/surrogates-in-utf-16.txt",
        codecs.BOM_UTF16_LE + (TEXT + "\ud800 ").encode("utf-16-le", "surrogatepass"),
        f"{READ} {_NO_ENCODING}",
    )
    yield Case("encoding/odd-utf-16.txt", codecs.BOM_UTF16_LE + TEXT.encode("utf-16-le")[:-1], f"{READ} {_NO_ENCODING}")
    yield Case("encoding/utf-32.txt", codecs.BOM_UTF32_LE + TEXT.encode("utf-32-le"), f"{READ} {_NO_ENCODING}")
    yield Case("encoding/utf-16-inside-utf-8.txt", sound + TEXT.encode("utf-16-le"), f"{READ} {_NO_ENCODING}")
    yield Case("encoding/tcvn3-inside-utf-8.txt", sound + b"\n2. Hai b\xaan ph\xe8i h\xeep", f"{READ} {_NO_ENCODING}")
    yield Case("encoding/wrong-mark.txt", codecs.BOM_UTF16_BE + sound, f"{READ} {_NO_ENCODING}")
    yield Case("encoding/two-marks.txt", codecs.BOM_UTF8 * 2 + sound, READ, _HOLDS)
    yield Case("encoding/utf-7.txt", TEXT.encode("utf-7"), f"{READ} {_NO_ENCODING}")
    yield Case("encoding/noise.txt", random.Random(5).randbytes(50_000), _NO_ENCODING)
    yield Case("encoding/program.txt", b"\x7fELF\x02\x01\x01" + random.Random(6).randbytes(20_000), _NO_ENCODING)
    marks = TEXT + "\n1. Hai be\u0302\u0301" + "\u0301" * 100_000
    yield Case("encoding/marks-on-one-letter.txt", marks.encode(), READ, _HOLDS, slow=True)
    yield Case("encoding/right-to-left.txt", (TEXT + "\n1. \u202eab\u202c \u2066cd").encode(), READ, _HOLDS)
    yield Case("encoding/planes.txt", (TEXT + "\n1. " + "\U0001d400\U0010ffff\ue000\ufffe" * 50).encode(), READ, _HOLDS)
    yield Case("encoding/ends-of-lines.txt", TEXT.replace("\n", "\r\n\u2028\x85\x0b\x1c").encode(), READ, _HOLDS)


def _shapes() -> Iterator[Case]:
    shapes = {
        "line-of-200000": "phối hợp thực hiện nhiệm vụ " * 7_200,
        "word-of-200000": "x" * 200_000,
        "parentheses-10000": "Hai bên phối hợp " + "(" * 10_000 + "a" + ")" * 10_000,
        "parentheses-never-closed": "Hai bên phối hợp " + "(" * 50_000,
        "quotes": "Hai bên phối hợp " + "“" * 50_000,
        "ubnd-100000-times": "UBND " * 100_000,
        "capitals": "ỦY BAN NHÂN DÂN " * 5_000,
        "capitals-without-blanks": "Ủ" * 100_000,
        "digits": "9" * 100_000,
        "dots": "." * 100_000,
        "dashes": "-" * 100_000,
        "commas": "Sở Y tế, " * 3_000,
        "and": "Sở Y tế và " * 3_000,
        "semicolons": "báo cáo; " * 10_000,
        "slashes": "1/" * 50_000,
        "colons": "có trách nhiệm:" * 5_000,
        "tabs": "a\t" * 50_000,
        "abbreviations": "Sở (sau đây gọi tắt là A) " * 400,
        "day-of-many-digits": f"trước ngày {'9' * 100_000}/{'9' * 100_000}/{'9' * 100_000}",
        "days-of-nonsense": "ngày 99/99/9999, 12/13/99999, 00/00/0000, 31/02/2024, 29/02/2023, ngày 32 tháng 13 năm 0",
        "terms-of-nonsense": f"trong {'9' * 5000} ngày, giai đoạn 9999-0001, mỗi năm {'9' * 5000} lần, quý XIX/2024",
        "periods": f"giai đoạn {'2' * 50_000} - {'2' * 50_000}, nhiệm kỳ 0 - 99999999",
        "formula": f'=HYPERLINK("http://{canary.address}";"a")|cmd',
        "script": "<script>alert(1)</script> '; DROP TABLE units; -- {{7*7}} ${jndi:ldap://127.0.0.1/a}",
    }
    quick = {"digits", "capitals-without-blanks", "days-of-nonsense", "formula", "script", "parentheses-10000"}
    for name, shape in shapes.items():
        yield Case(f"shape/{name}.txt", (_UNDER + shape).encode(), OK, _HOLDS, slow=name not in quick)


def _contents() -> Iterator[Case]:
    """Numbers and outlines that no document has."""
    big = "9" * 100_000
    contents = {
        "article-of-many-digits": f"{TEXT}\nĐiều {big}. Trách nhiệm\n1. Hai bên báo cáo.",
        "clause-of-many-digits": f"{TEXT}\n{big}. Hai bên báo cáo.\n{big}.{big}. Hai bên họp.",
        "roman-of-many-letters": f"{TEXT}\n{'M' * 100_000}. TRÁCH NHIỆM\nChương {'X' * 100_000}",
        "numbers-inside-numbers": TEXT
        + "\n"
        + "\n".join(".".join(["1"] * at) + ". Hai bên họp." for at in range(1, 300)),
        "one-article-again": f"{TEXT}\n" + "Điều 1. Trách nhiệm\n1. Hai bên báo cáo.\n" * 700,
        "bare-markers": f"{TEXT}\n" + "a)\n1.\n-\nĐiều 1.\nI.\n" * 1_000,
        "arabic-digits": f"{TEXT}\nĐiều ٣. Trách nhiệm\n²) Hai bên\nĐiều ⅷ.\n１. Hai bên họp trước ngày ١٥/١٢/٢٠٢٤.",
        "appendices": f"{TEXT}\n" + "PHỤ LỤC I\n" * 1_000,
        "signatures": f"{TEXT}\n" + "TM. ỦY BAN NHÂN DÂN\nKT. CHỦ TỊCH\nPHÓ CHỦ TỊCH\n" * 500,
        "places-of-delivery": f"{TEXT}\nNơi nhận:\n" + "- Như Điều 1;\n" * 2_000,
        "page-breaks": f"{TEXT}\n" + "\x0c1\n" * 3_000,
        "tabs-for-tables": f"{TEXT}\nSTT\tNội dung\tĐơn vị chủ trì\n" + "1\tHọp\tSở Y tế\n" * 1_000,
    }
    for name, content in contents.items():
        yield Case(f"content/{name}.txt", content.encode(), OK, _HOLDS, slow=name != "arabic-digits")
