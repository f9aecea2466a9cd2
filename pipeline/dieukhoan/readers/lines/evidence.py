"""What a physical line says by its words: does it start something, go on, or end? The words are in layout.yaml."""

from __future__ import annotations

import re
from enum import Enum
from functools import lru_cache

from dieukhoan.core.text import fold_tones
from dieukhoan.rulebook import build
from dieukhoan.rulebook.load import rules_root

_HEAD = 60
_FINISHED = re.compile(r"[.;:!?…][\s\"”’»)\]]*$")
_ENDED = re.compile(r"[.!?…:][\s\"”’»)\]]*$")
_OPENERS = '"“‘«'
_WORDS_OF_ONE_LETTER = frozenset("ởôyýừủồàả")  # "x Tiền lương", "a: Số lần trả nợ" go on with nothing


class Start(Enum):
    """How a line begins."""

    BLANK = "blank"
    UNIT = "unit"
    CLOSING = "closing"
    REFERENCE = "reference"
    AMOUNT = "amount"
    SPLIT_NAME = "split_name"
    OPENING = "opening"
    LOWER = "lower"
    BRACKET = "bracket"
    OTHER = "other"


_CASED = (Start.REFERENCE, Start.UNIT, Start.AMOUNT, Start.OPENING)  # in this order: "Điều 5 Luật" is no unit


@lru_cache(maxsize=1)
def layout() -> dict[str, re.Pattern[str]]:
    """The patterns of layout.yaml by the last part of their id."""
    text = rules_root().joinpath("layout.yaml").read_text(encoding="utf-8")
    rules = build({"layout.yaml": text}).family("layout").rules
    return {rule.id.partition(".")[2]: rule.regex for rule in rules}


def head(text: str, size: int = _HEAD) -> str:
    """The first ``size`` characters as the layout rules want them: blanks folded, tone marks of the older school."""
    return fold_tones(" ".join(text[: size * 2].split())[:size])


def start_of(text: str) -> Start:
    """How the line ``text`` begins."""
    first = head(text)
    if not first:
        return Start.BLANK
    if first[0].islower() and first[1:2].isalpha() and first[2:3].isalpha():
        return Start.CLOSING if layout()["closing"].match(first) else Start.LOWER
    return _marked_start(first)


@lru_cache(maxsize=4096)
def _marked_start(first: str) -> Start:
    known = layout()
    low = first.lower()
    if known["split_name"].match(low):
        return Start.SPLIT_NAME
    if known["closing"].match(low):
        return Start.CLOSING
    return next((start for start in _CASED if known[start.value].match(first)), None) or _plain_start(
        first.lstrip(_OPENERS)
    )


def _plain_start(first: str) -> Start:
    if first[:1] in ("(", "["):
        return Start.BRACKET
    word = first.partition(" ")[0]
    lower = word[:1].islower() and (len(word) > 1 or word in _WORDS_OF_ONE_LETTER) and word[1:2] not in (":", "=")
    return Start.LOWER if lower else Start.OTHER


def finished(text: str) -> bool:
    """Whether the line ends as a paragraph may: with ``. ; : ! ?`` or an ellipsis, closing quotes aside."""
    return bool(_FINISHED.search(text[-8:]))


def ended(text: str) -> bool:
    """Like :func:`finished`, but a semicolon does not count: a sentence may go on after it."""
    return bool(_ENDED.search(text[-8:]))


def hanging(text: str, rule: str = "hanging") -> bool:
    """Whether the last words cannot end a paragraph ("Quyết định số"; rule ``before_amount``: "không thấp hơn")."""
    return bool(layout()[rule].search(" ".join(text[-24:].lower().split())))
