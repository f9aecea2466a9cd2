"""Texts to measure with: a long one made from the samples, and growing hostile ones."""

from __future__ import annotations

import random
import re
from collections.abc import Callable, Mapping
from pathlib import Path

from dieukhoan.readers import read

SAMPLES = Path(__file__).resolve().parents[1] / "data" / "samples"
PLACES = ["Hà Nam", "Nam Định", "Hòa Bình", "Mai Sơn", "Châu Đức", "Quỳnh Nhai", "Kim Bảng"]
OTHERS = ["Lạc Thủy", "Đông Anh", "Bảo Lâm", "Tiên Yên", "Đức Thọ", "Vân Hồ", "Phú Tân", "Mỏ Cày", "Ea Kar", "An Lão"]
_ARTICLE = re.compile(r"^(Điều|ĐIỀU) \d+", re.MULTILINE)
_PLACE = re.compile("|".join(PLACES))
_DAY = re.compile(r"(?<![\d/])(\d{1,2})/(\d{1,2})(?![\d/])")


def long_text(size: int, seed: int = 7) -> str:
    """About ``size`` characters: the samples again and again in random order, articles renumbered over the whole,
    place names, days and months changed at random, so that no two copies are the same."""
    chance = random.Random(seed)
    texts = [read(path).text for path in sorted(SAMPLES.iterdir())]
    parts: list[str] = []
    length = number = 0

    def article(match: re.Match[str]) -> str:
        nonlocal number
        number += 1
        return f"{match.group(1)} {number}"

    while length < size:
        text = _PLACE.sub(lambda _: chance.choice(OTHERS), chance.choice(texts))
        text = _DAY.sub(lambda _: f"{chance.randint(1, 28)}/{chance.randint(1, 12)}", text)
        parts.append(_ARTICLE.sub(article, text))
        length += len(parts[-1]) + 1
    return "\n".join(parts)[:size]


HOSTILE: Mapping[str, Callable[[int], str]] = {
    "clause without punctuation": lambda n: "1. Hai bên " + "phối hợp thực hiện nhiệm vụ " * (n // 28),
    "nested parentheses": lambda n: "1. Hai bên phối hợp " + "(" * (n // 2) + "a" + ")" * (n // 2),
    "commas": lambda n: "1. " + "Sở Tài chính, " * (n // 14) + "phối hợp kiểm tra.",
    "semicolons": lambda n: "1. Hai bên: " + "báo cáo; " * (n // 9),
    "dates": lambda n: "1. " + "ngày 15 tháng 12 năm 2024, " * (n // 27),
    "digits": lambda n: "1. " + "1" * n,
    "slashes": lambda n: "1. " + "1/" * (n // 2),
    "dots": lambda n: "Bên A: " + "." * n,
    "one word": lambda n: "x" * n,
    "quotes": lambda n: "1. " + "“" * n,
    "capitals": lambda n: "1. " + "UBND " * (n // 5),
    "bare markers": lambda n: "\n".join(["a)", "1.", "-", "Điều 1.", "I."] * (n // 20)),
    "one article again": lambda n: "\n".join(["Điều 1. Trách nhiệm", "1. Hai bên báo cáo."] * (n // 40)),
    "blank lines": lambda n: "Điều 1. Nội dung\n" + " \t\n" * (n // 3) + "1. Hai bên phối hợp.",
}
