"""Hostile shapes of text: each is a function of its size, so that growth can be measured."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from itertools import chain, cycle, islice

from made import HOSTILE

Shape = Callable[[int], str]


def _nested(opened: str, closed: str) -> Shape:
    return lambda n: (
        "1. Hai bên phối hợp "
        + opened * (n // len(opened + closed))
        + "tổ chức"
        + closed * (n // len(opened + closed))
        + "."
    )


def _columns(n: int) -> str:
    """A table by tabs: the shape in which duties are asked for their columns again and again."""
    row = "{}\tTổ chức tập huấn\tSở Y tế\tCông an tỉnh\tQuý IV/2024"
    return "STT\tNội dung\tĐơn vị chủ trì\tĐơn vị phối hợp\tThời gian\n" + "\n".join(
        row.format(number) for number in range(1, n // 60 + 1)
    )


def _list(n: int) -> str:
    """Thousands of different bodies in one sentence."""
    names = (f"Sở {chr(65 + at % 26)}{chr(97 + at // 26 % 26)}n Văn{chr(97 + at // 676 % 26)}" for at in range(n // 13))
    return f"1. {', '.join(names)} phối hợp kiểm tra."


def _intro(n: int) -> str:
    """Introducing lines inside introducing lines, each a colon and then nothing."""
    return "I. NHIỆM VỤ\n" + "Sở Y tế có trách nhiệm:\n" * (n // 24)


def _points(n: int) -> str:
    lines = (f"{chr(97 + at % 26)}) Tổ chức kiểm tra, báo cáo kết quả;" for at in range(n // 40))
    return "1. Sở Y tế có trách nhiệm:\n" + "\n".join(lines)


def _deep(n: int) -> str:
    """1.1.1.1…: every line one number longer than the one before, up to its size in all."""
    lines, length, depth = [], 0, 1
    while length < n:
        lines.append(".".join(["1"] * depth) + ". Hai bên phối hợp.")
        length += len(lines[-1]) + 1
        depth += 1
    return "\n".join(lines)


def _glued(n: int) -> str:
    """Glued and misspelt words, each another one, beside the same neighbour."""
    halves = ("huy", "động", "hợp", "pháp", "quản", "lý", "thực", "hiện", "báo", "cáo", "triển", "khai", "phối", "kết")
    pairs = (f"phối {one}{two}{three} hợp" for one in halves for two in halves for three in halves)
    singles = (f"phối {one}{two} hợp" for one in halves for two in halves)
    return " ".join(islice(cycle(chain(singles, pairs)), n // 15))


SHAPES: Mapping[str, Shape] = {
    **HOSTILE,
    "letters in capitals": lambda n: "UỶBANNHÂNDÂN" * (n // 12),
    "words in capitals": lambda n: "ỦY BAN NHÂN DÂN TỈNH " * (n // 21),
    "lines in capitals": lambda n: "ỦY BAN NHÂN DÂN TỈNH\n" * (n // 21),
    "capitalised words": lambda n: "1. " + "Hòa Bình Mai Sơn " * (n // 17),
    "bodies in a row": _list,
    "bodies without commas": lambda n: "1. " + "Sở Y tế Công an tỉnh " * (n // 21),
    "and, and, and": lambda n: "1. Sở Y tế " + "và Công an " * (n // 11) + "phối hợp.",
    "one body, a thousand lines": lambda n: "- Sở Y tế phối hợp với Công an tỉnh.\n" * (n // 37),
    "a long number": lambda n: "1. Trước ngày " + "9" * (n // 2) + "/" + "9" * (n // 2),
    "article of many digits": lambda n: "Điều " + "9" * n + ". Trách nhiệm",
    "roman of many letters": lambda n: "X" * n + ". Trách nhiệm",
    "many times a year": lambda n: "1. Hai bên họp " + "mỗi năm 1 lần, " * (n // 15),
    "times with digits": lambda n: "1. Hai bên họp mỗi " + "1 " * (n // 2) + "lần",
    "from to": lambda n: "1. " + "từ ngày 01/01/2024 đến ngày " * (n // 28),
    "within days": lambda n: "1. " + "trong vòng 5 ngày kể từ " * (n // 24),
    "citations": lambda n: "1. " + "điểm a khoản 2 Điều 5 " * (n // 22),
    "laws": lambda n: "Căn cứ " + "Luật Giáo dục ngày " * (n // 19),
    "numbers of papers": lambda n: "1. " + "số 12/2020/QĐ-UBND" * (n // 18),
    "slashes and a day": lambda n: "1. ngày 15/12 " + "1/" * (n // 2),
    "dashes and letters": lambda n: "1. số 12/" + "QĐ-" * (n // 3),
    "curly braces": _nested("{", "}"),
    "square brackets": _nested("[", "]"),
    "quotes in quotes": _nested("“a ", "” "),
    "open parentheses": lambda n: "1. Hai bên phối hợp " + "(" * n,
    "closed parentheses": lambda n: "1. Hai bên phối hợp " + ")" * n,
    "abbreviations": lambda n: "1. Sở Y tế " + "(sau đây gọi tắt là A) " * (n // 23),
    "colons": lambda n: "1. Sở Y tế có trách nhiệm" + ":" * n,
    "introducing lines": _intro,
    "points": _points,
    "a table by tabs": _columns,
    "tabs": lambda n: "1." + "\t" * n + "Hai bên phối hợp.",
    "spaces inside": lambda n: "1. Hai bên" + " " * n + "phối hợp.",
    "no-break spaces": lambda n: "1. Hai bên" + "\u00a0 " * (n // 2) + "phối hợp.",
    "zero-width spaces": lambda n: "1. Hai" + "a\u200b" * (n // 2) + " phối hợp.",
    "combining marks": lambda n: "1. Hai a" + "\u0301" * n + " phối hợp.",
    "letters and marks": lambda n: "1. Hai " + "a\u0302\u0301" * (n // 3) + " phối hợp.",
    "full stops": lambda n: "1. Hai bên phối hợp" + " ." * (n // 2),
    "blanks to fill": lambda n: "1. Sở ……… tỉnh ………, " * (n // 21),
    "underscores": lambda n: "Số: " + "_" * n,
    "signatures": lambda n: "Nơi nhận:\n" + "- Như trên;\n" * (n // 12) + "TM. ỦY BAN NHÂN DÂN\nCHỦ TỊCH",
    "capacities": lambda n: "1. Hai bên phối hợp.\n" + "TM. ỦY BAN NHÂN DÂN\nKT. CHỦ TỊCH\n" * (n // 32),
    "recitals": lambda n: "Căn cứ Luật Giáo dục;\n" * (n // 22),
    "appendices": lambda n: "Điều 1. Trách nhiệm\n" + "PHỤ LỤC\n(Kèm theo Quy chế)\n" * (n // 27),
    "titles": lambda n: "QUY CHẾ PHỐI HỢP\n" * (n // 17),
    "short lines": lambda n: "a\n" * (n // 2),
    "numbers on lines": lambda n: "\n".join(map(str, range(n // 6))),
    "deep numbers": _deep,
    "wrapped lines": lambda n: ("1. Hai bên " + "phối hợp thực hiện " * 4 + "và\n") * (n // 92),
    "page breaks": lambda n: "Trang\f" * (n // 6),
    "latin gibberish": lambda n: "§iÒu 1. Ph¹m vi " * (n // 16),
    "glued words": lambda n: "1. Hai bên huyđộng hợppháp theoquy định " * (n // 40),
    "many glued words": _glued,
}
