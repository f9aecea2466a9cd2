"""Which words differ between two passages: whole words, with what is mere spelling kept apart.

The words of both passages are aligned (longest common subsequence); what is not common is grown to whole words of
several syllables, and short remains between two changes are taken into them. What lies between the common words and is
not the same to the letter is a difference, so that the second passage can be made from the first, letter by letter.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise

from rapidfuzz.distance import LCSseq

from dieukhoan.compare.similar import Codes
from dieukhoan.compare.words import BLANK, Words
from dieukhoan.core.records import Span
from dieukhoan.nlp.segment import word_lengths

_CELLS = 60_000_000  # words of one side times words of the other: beyond, the passages are not aligned word by word
_REMAINS = 2  # common words between two changes that do not part them when both changes are longer
_AROUND = 5  # words on each side of a change that are needed to see where words begin

Run = tuple[int, int, int, int]
"""Words ``[i, k)`` of the first passage and ``[j, l)`` of the second: (i, k, j, l)."""


@dataclass(frozen=True, slots=True)
class Edit:
    """``[start, end)`` of the first text becomes ``[other_start, other_end)`` of the second. ``kind``: ``inserted``
    ``deleted`` ``changed`` ``filled`` (what went into a blank) ``spelling`` (the same words, written otherwise)."""

    kind: str
    start: int
    end: int
    other_start: int
    other_end: int


class Passage:
    """A span of a text and its words."""

    def __init__(self, text: str, start: int, end: int, words: Words) -> None:
        self.text, self.start, self.end, self.words = text, start, end, words

    def group(self, first: int, last: int) -> dict[int, int]:
        """For the words ``[first, last)``, and some around them, the number of the whole word that each is part of."""
        spans = self.words.spans
        low, high = max(0, first - _AROUND), min(len(spans), last + _AROUND)
        if low >= high:
            return {}
        lengths = word_lengths(self.text[spans[low][0] : spans[high - 1][1]])
        groups = [number for number, length in enumerate(lengths) for _ in range(length)]
        if len(groups) != high - low:  # short forms written out: several words of one place
            groups = [spans[at][0] for at in range(low, high)]
        return dict(zip(range(low, high), groups, strict=True))


def edits(ours: Passage, theirs: Passage) -> list[Edit]:
    """What makes ``theirs`` out of ``ours``, in order; empty where they are the same to the letter."""
    if ours.text[ours.start : ours.end] == theirs.text[theirs.start : theirs.end]:
        return []
    runs = _changed_runs(ours, theirs)
    return _joined(list(_between(ours, theirs, runs)), ours.text, theirs.text)


def _changed_runs(ours: Passage, theirs: Passage) -> list[Run]:
    keys, others = ours.words.keys, theirs.words.keys
    if len(keys) * len(others) > _CELLS:
        return [(0, len(keys), 0, len(others))]
    codes = Codes()
    raw = LCSseq.opcodes(codes.of(keys), codes.of(others))
    runs = _merged((op.src_start, op.src_end, op.dest_start, op.dest_end) for op in raw if op.tag != "equal")
    runs = _without_remains(runs, keys)
    return _merged(run if _blank(run, keys) else _grown(run, ours, theirs) for run in runs)


def _merged(runs: Iterable[Run]) -> list[Run]:
    """Runs that touch or overlap made one."""
    found: list[Run] = []
    for run in runs:
        if found and (run[0] <= found[-1][1] or run[2] <= found[-1][3]):
            last = found[-1]
            found[-1] = (last[0], max(last[1], run[1]), last[2], max(last[3], run[3]))
        else:
            found.append(run)
    return found


def _without_remains(runs: Sequence[Run], keys: Sequence[str]) -> list[Run]:
    """Two changes with a word or two between them, shorter than either, are one change. A filled blank stays alone."""
    found: list[Run] = []
    for run in runs:
        if found and not _blank(found[-1], keys) and not _blank(run, keys):
            last = found[-1]
            common = run[0] - last[1]
            if common <= _REMAINS and common < _size(last) and common < _size(run):
                found[-1] = (last[0], run[1], last[2], run[3])
                continue
        found.append(run)
    return found


def _size(run: Run) -> int:
    return max(run[1] - run[0], run[3] - run[2])


def _blank(run: Run, keys: Sequence[str]) -> bool:
    return run[1] > run[0] and all(key == BLANK for key in keys[run[0] : run[1]])


def _grown(run: Run, ours: Passage, theirs: Passage) -> Run:
    """``run`` grown until it begins and ends between words on both sides (what is taken in is common to both)."""
    first, last, other_first, other_last = run
    groups, others = ours.group(first, last), theirs.group(other_first, other_last)

    def inside(at: int, other: int) -> bool:
        """Whether either text is within a word at these places."""
        mine, yours = groups.get(at), others.get(other)
        within = mine is not None and groups.get(at - 1) == mine
        return within or (yours is not None and others.get(other - 1) == yours)

    keys, other_keys = ours.words.keys, theirs.words.keys
    while first and other_first and keys[first - 1] == other_keys[other_first - 1] and inside(first, other_first):
        first, other_first = first - 1, other_first - 1
    while last < len(keys) and other_last < len(other_keys) and keys[last] == other_keys[other_last]:
        if not inside(last, other_last):
            break
        last, other_last = last + 1, other_last + 1
    return first, last, other_first, other_last


def _between(ours: Passage, theirs: Passage, runs: Sequence[Run]) -> Iterator[Edit]:
    """The differences between the pieces that are common, letter by letter."""
    anchors = [(ours.start, ours.start, theirs.start, theirs.start), *_common(ours.words, theirs.words, runs)]
    anchors.append((ours.end, ours.end, theirs.end, theirs.end))
    starts = [(ours.words.spans[run[0]][0] if run[0] < len(ours.words.spans) else ours.end) for run in runs]
    for before, after in pairwise(anchors):
        gap = Edit("spelling", before[1], after[0], before[3], after[2])
        at = bisect_left(starts, before[1])
        inner = next((run for run in runs[max(0, at - 1) : at + 1] if _holds(gap, run, ours, theirs)), None)
        if inner:
            gap = replace(gap, kind=_kind(inner, ours.words.keys, theirs.words.keys))
        if trimmed := _trimmed(gap, ours.text, theirs.text):
            yield trimmed
        if after[1] > after[0] and ours.text[after[0] : after[1]] != theirs.text[after[2] : after[3]]:
            yield Edit("spelling", *after)


def _holds(gap: Edit, run: Run, ours: Passage, theirs: Passage) -> bool:
    """Whether the words of ``run`` stand in ``gap``."""
    if run[1] > run[0]:
        return gap.start <= ours.words.spans[run[0]][0] < gap.end
    return run[3] > run[2] and gap.other_start <= theirs.words.spans[run[2]][0] < gap.other_end


def _common(ours: Words, theirs: Words, runs: Sequence[Run]) -> Iterator[tuple[int, int, int, int]]:
    """The places of the common words in both texts; a short form and the words it stands for are one piece."""
    bounds = [(0, 0, 0, 0), *runs, (len(ours.keys), 0, len(theirs.keys), 0)]
    for (_, start, _, other_start), (end, _, _, _) in pairwise(bounds):
        at = start
        while at < end:
            stop = at + 1
            while stop < end and (_one_place(ours.spans, stop) or _one_place(theirs.spans, other_start + stop - start)):
                stop += 1
            other = other_start + at - start
            mine = ours.spans[at][0], ours.spans[stop - 1][1]
            yield *mine, theirs.spans[other][0], theirs.spans[other + stop - at - 1][1]
            at = stop


def _one_place(spans: Sequence[Span], at: int) -> bool:
    return spans[at] == spans[at - 1]


def _kind(run: Run, keys: Sequence[str], others: Sequence[str]) -> str:
    if run[0] == run[1]:
        return "inserted"
    if run[2] == run[3]:
        return "deleted"
    if _blank(run, keys) and BLANK not in others[run[2] : run[3]]:
        return "filled"
    return "changed"


def _trimmed(gap: Edit, text: str, other: str) -> Edit | None:
    """``gap`` without the marks and spaces that both sides share at its ends; None when nothing is left."""
    start, end, other_start, other_end = gap.start, gap.end, gap.other_start, gap.other_end
    while start < end and other_start < other_end and text[start] == other[other_start] and not text[start].isalnum():
        start, other_start = start + 1, other_start + 1
    while start < end and other_start < other_end and text[end - 1] == other[other_end - 1]:
        if text[end - 1].isalnum():
            break
        end, other_end = end - 1, other_end - 1
    if start == end and other_start == other_end:
        return None
    swapped = gap.kind in ("inserted", "deleted") and text[start:end].strip() and other[other_start:other_end].strip()
    return Edit("changed" if swapped else gap.kind, start, end, other_start, other_end)


def _joined(found: Sequence[Edit], text: str, other: str) -> list[Edit]:
    """Spelling differences with nothing but marks between them made one."""
    out: list[Edit] = []
    for edit in found:
        last = out[-1] if out else None
        if last and last.kind == edit.kind == "spelling":
            between = text[last.end : edit.start]
            if between == other[last.other_end : edit.other_start] and not any(map(str.isalnum, between)):
                out[-1] = replace(last, end=edit.end, other_end=edit.other_end)
                continue
        out.append(edit)
    return out
