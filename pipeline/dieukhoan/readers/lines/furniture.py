"""Page furniture: page numbers and running headers, which are no part of the text."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Sequence
from dataclasses import replace

from dieukhoan.core.records import Diagnostic
from dieukhoan.core.remarks import both, listed, remark
from dieukhoan.readers.lines.evidence import finished, layout
from dieukhoan.readers.lines.row import Row

_EDGE = 2  # rows at the top and at the foot of a page that may be furniture
_SHEET = (900, 9000)  # characters between two bare numbers that can be page numbers; table rows are closer
_DRESSED_SHEET = (200, 12000)
_DIGITS = re.compile(r"\d+")


def strip_furniture(rows: Sequence[Row]) -> tuple[list[Row], list[Diagnostic]]:
    """``rows`` without page numbers and running headers, and a remark that says what was taken out.

    Where pages are unknown (``page`` is 0), a run of page numbers makes them known: rows then carry the page they
    stand on, so that a paragraph can be followed over the break.
    """
    taken = _gazette(rows)
    if any(row.page > 1 for row in rows):
        taken |= _on_pages(rows)
    else:
        taken |= _runs(rows)
        rows = _paged(rows, taken)
    left = [row for index, row in enumerate(rows) if index not in taken]
    return left, [_remark([rows[index] for index in sorted(taken)])] if taken else []


def _number(row: Row) -> tuple[int, bool] | None:
    """The page number that the row holds and whether it is dressed ("- 3 -", "Trang 3/12")."""
    if len(row.text) > 40 or not _DIGITS.search(row.text):
        return None
    match = layout()["page_number"].match(" ".join(row.text.lower().split()))
    return (int(match["number"]), bool(match["dressed"] or match["rest"])) if match else None


def _gazette(rows: Sequence[Row]) -> set[int]:
    known = layout()["gazette"]
    found = {
        index
        for index, row in enumerate(rows)
        if len(row.text) < 90 and "/" in row.text and known.match(" ".join(row.text.lower().split()))
    }
    beside = {near for index in found for near in (index - 1, index + 1) if 0 <= near < len(rows)}
    return found | {index for index in beside if _number(rows[index])}


def _on_pages(rows: Sequence[Row]) -> set[int]:
    """Furniture where pages are known: at the edges of pages."""
    pages: dict[int, list[int]] = defaultdict(list)
    for index, row in enumerate(rows):
        if not row.blank and not row.cell:
            pages[row.page].append(index)
    edges = {page: _edges(shown) for page, shown in pages.items()}
    found = _numbers_on_pages(rows, edges)
    return found | _repeated(rows, edges, found)


def _edges(shown: Sequence[int]) -> list[int]:
    return sorted({*shown[:_EDGE], *shown[-_EDGE:]})


def _numbers_on_pages(rows: Sequence[Row], edges: dict[int, list[int]]) -> set[int]:
    shifts: dict[int, list[int]] = defaultdict(list)
    for page, candidates in edges.items():
        for index in candidates:
            number = _number(rows[index])
            if number:
                shifts[number[0] - page].append(index)
    found: set[int] = set()
    for shift, where in shifts.items():
        if shift == 0 or len(where) >= max(3, len(edges) // 3):
            found.update(where)
    return found


def _repeated(rows: Sequence[Row], edges: dict[int, list[int]], numbers: set[int]) -> set[int]:
    """Rows that stand, but for their digits, at the same edge of at least three pages and a third of all."""
    seen: dict[str, set[int]] = defaultdict(set)
    for candidates in edges.values():
        for index in candidates:
            text = " ".join(rows[index].text.split())
            if index not in numbers and 5 < len(text) < 150 and not finished(text):
                seen[_DIGITS.sub("#", text)].add(index)
    least = max(3, len(edges) // 3)
    return {index for where in seen.values() if len({rows[at].page for at in where}) >= least for index in where}


def _runs(rows: Sequence[Row]) -> set[int]:
    """Page numbers in a text without page breaks: the longest run n, n+1, n+2 … at the distance of pages."""
    at = 0
    chains: dict[int, tuple[int, int | None]] = {}  # row -> length of the run that ends there, row before
    ends: dict[tuple[int, bool], tuple[int, int]] = {}  # (number, dressed) -> row, offset
    for index, row in enumerate(rows):
        number = _number(row) if row.text else None
        if number:
            before = ends.get((number[0] - 1, number[1]))
            low, high = _DRESSED_SHEET if number[1] else _SHEET
            follows = before is not None and low <= at - before[1] <= high
            chains[index] = (chains[before[0]][0] + 1, before[0]) if follows and before else (1, None)
            ends[number] = (index, at)
        at += len(row.text) + 1
    return _longest(rows, chains)


def _longest(rows: Sequence[Row], chains: dict[int, tuple[int, int | None]]) -> set[int]:
    if not chains:
        return set()
    last: int | None = max(chains, key=lambda index: chains[index][0])
    run: set[int] = set()
    while last is not None:
        run.add(last)
        last = chains[last][1]
    dressed = any((number := _number(rows[index])) and number[1] for index in run)
    enough = len(run) >= 2 if dressed else len(run) >= 3 and _breaks_sentences(rows, run)
    return run if enough else set()


def _breaks_sentences(rows: Sequence[Row], run: set[int]) -> bool:
    """Whether a good part of the numbers stand in mid-sentence, as only page numbers do: a third of a short run, a
    sixth of a long one (pages often end with a clause)."""
    broken = sum(1 for index in run if _in_sentence(rows, index))
    return broken * (3 if len(run) < 5 else 6) >= len(run)


def _in_sentence(rows: Sequence[Row], index: int) -> bool:
    above, below = _shown(rows, index, -1), _shown(rows, index, 1)
    return bool(above and below and not finished(above.text) and below.text.lstrip()[:1].islower())


def _shown(rows: Sequence[Row], index: int, step: int) -> Row | None:
    for near in range(index + step, index + 4 * step, step):
        if 0 <= near < len(rows) and not rows[near].blank:
            return rows[near]
    return None


def _paged(rows: Sequence[Row], taken: set[int]) -> Sequence[Row]:
    if not taken:
        return rows
    page, out = 1, []
    for index, row in enumerate(rows):
        page += index in taken and index - 1 not in taken
        out.append(replace(row, page=page))
    return out


def _remark(taken: Sequence[Row]) -> Diagnostic:
    numbers = [number[0] for row in taken if (number := _number(row))]
    headers = Counter(_DIGITS.sub("#", " ".join(row.text.split())) for row in taken if not _number(row))
    key = "page_number" if len(numbers) == 1 else "page_numbers"
    parts = [both(key, count=len(numbers), first=numbers[0], last=numbers[-1])] if numbers else []
    parts += [both("times", count=count, text=text) for text, count in headers.most_common(5)]
    return remark("page_furniture", "running", parts=listed(parts))
