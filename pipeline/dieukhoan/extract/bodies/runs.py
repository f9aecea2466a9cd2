"""Bodies that are named one after the other: whoever they are together shows from what stands around them."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from dieukhoan.core.records import Mention
from dieukhoan.extract.bodies.introduced import below_superior

_JOIN = re.compile(
    r"\s*(?:\([^()\n]{0,160}\)\s*)?(?:(?:,|;|:|-|–|và với|và|với|cùng với|cùng)\s*){0,2}(?:các )?", re.IGNORECASE
)
_POSSESSED = re.compile(r"(?<!\w)(?:giữa|của|với|do|cho|theo|về|từ)(?: các)?\s*$", re.IGNORECASE)
_WORD = 12  # characters before a body in which such a word stands


@dataclass(frozen=True, slots=True)
class Run:
    """Mentions that stand one after the other as a list."""

    mentions: tuple[Mention, ...]

    @property
    def start(self) -> int:
        """Where the first mention begins."""
        return self.mentions[0].start

    @property
    def end(self) -> int:
        """Where the last mention ends."""
        return self.mentions[-1].end


def runs_of(text: str, mentions: Sequence[Mention]) -> list[Run]:
    """The ``mentions`` (in order) of ``text`` as lists, a superior body of a letterhead left out."""
    runs: list[list[Mention]] = []
    for mention in mentions:
        last = runs[-1][-1] if runs else None
        if last and mention.body_id == last.body_id and text[last.end : mention.start].strip() == "(":
            continue  # "Tòa án nhân dân tỉnh (TAND tỉnh)"
        if last and not _parted(text, runs[-1], mention) and _JOIN.fullmatch(text, last.end, mention.start):
            runs[-1].append(mention)
        else:
            runs.append([mention])
    return [Run(below_superior(text, tuple(run))) for run in runs]


def _parted(text: str, run: Sequence[Mention], mention: Mention) -> bool:
    """Whether ``mention`` stands outside the recital of ``run``, or behind the semicolon that ends one: "Thực hiện Nghị
    quyết số 12 giữa A và B; | C và D thống nhất"."""
    last = run[-1]
    recited = last.unit != mention.unit and "rec_" in last.unit + mention.unit
    return recited or (";" in text[last.end : mention.start] and possessed(text, run[0].start))


def possessed(text: str, start: int) -> bool:
    """Whether the word before ``start`` makes the body there the owner of something, or its other side."""
    return _POSSESSED.search(text[max(0, start - _WORD) : start]) is not None
