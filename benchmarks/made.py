"""Texts to measure with: a long one made from the samples, and growing hostile ones."""

from __future__ import annotations

import random
from collections.abc import Callable, Mapping

from dieukhoan.batch import bench


def long_text(size: int, seed: int = 7) -> str:
    """About ``size`` characters made from the samples."""
    return bench.long_text(bench.sample_texts(bench.SAMPLES), size, random.Random(seed))


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
