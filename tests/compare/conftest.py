"""Documents from text, analysed, for the tests of comparing."""

from __future__ import annotations

import hashlib
from collections.abc import Callable

import pytest

from dieukhoan.analyse import Analysis, analyse, resources
from dieukhoan.compare import Comparison, compare_pair
from dieukhoan.core.records import Line, Source

Reader = Callable[[str], Analysis]
Pairing = Callable[[str, str], Comparison]


@pytest.fixture(scope="session")
def document() -> Reader:
    """A function that analyses a text; the same text gives the same object."""
    using = resources()
    known: dict[str, Analysis] = {}

    def reader(text: str) -> Analysis:
        if text not in known:
            lines, at = [], 0
            for line in text.split("\n"):
                lines.append(Line(at, at + len(line)))
                at += len(line) + 1
            sha = hashlib.sha256(text.encode()).hexdigest()
            known[text] = analyse(Source("mau.txt", sha, "txt", text, tuple(lines), "utf-8"), using)
        return known[text]

    return reader


@pytest.fixture(scope="session")
def read(document: Reader) -> Pairing:
    """A function that compares two texts."""
    rules = resources().rules
    return lambda template, variant: compare_pair(document(template), document(variant), rules)
