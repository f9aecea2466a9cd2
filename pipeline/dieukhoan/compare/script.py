"""All differences of two documents as one script: who has the template and the script has the variant.

Both texts are parted at their units. Each unit of the variant is made from the template unit that it is aligned with;
the title and what stands before the first unit from the template's, the closing likewise.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from dieukhoan.compare.align import Side
from dieukhoan.compare.records import Pair, WordChange
from dieukhoan.compare.wording import Edit, Passage, edits
from dieukhoan.compare.words import Expansions, Words, masked, words
from dieukhoan.core.records import Span, Unit

_JUMP = "moved"
# The line that says with what a text was issued is none of its words: "(Mẫu ban hành kèm theo Công văn số 12/CV-LĐLĐ)".
_WITH = (
    r"kèm theo (?:công văn|quyết định|thông tư|nghị quyết|nghị định|kế hoạch|chương trình|hướng dẫn|tờ trình|thông báo"
    r"|chỉ thị|quy định|quy chế|văn bản)(?: liên tịch| phối hợp)?\s+số\b"
)
_ENCLOSED = re.compile(
    rf"\((?:bản )?(?:mẫu )?(?:được )?(?:ban hành )?{_WITH}[^()]{{1,400}}\)"
    rf"|^[^\S\n]*(?:mẫu )?(?:được )?ban hành {_WITH}[^\n]{{1,400}}$",
    re.IGNORECASE | re.MULTILINE,
)


@dataclass(frozen=True, slots=True)
class _Block:
    """Units of the template (rows) that became units of the variant (columns), each consecutive."""

    rows: tuple[int, ...]
    columns: tuple[int, ...]


class _Text:
    """One document parted at its units."""

    def __init__(self, side: Side, table: Expansions) -> None:
        self.side, self.table = side, table
        self.text = side.document.text
        self.starts = [unit.start for unit in side.units]
        ends = [*self.starts[1:], side.units[-1].end] if side.units else []
        self.parts = list(zip(self.starts, ends, strict=True))
        self.head = (0, self.starts[0] if self.starts else len(self.text))  # without units there is nothing else
        self.closing = (ends[-1] if ends else len(self.text), len(self.text))

    def passage(self, start: int, end: int) -> Passage:
        """The passage from ``start`` to ``end`` with its words."""
        found = masked(words(self.side.said, [(start, end)], self.table), self.side.masks)
        return Passage(self.text, start, end, found)

    def enclosed(self) -> list[Span]:
        """Where the title has lines like "(Ban hành kèm theo Quyết định số …)"."""
        return [match.span() for match in _ENCLOSED.finditer(self.text, *self.head)]

    def bare(self) -> Passage:
        """What stands before the first unit, without the words of the lines "(Ban hành kèm theo …)"."""
        passage, lines = self.passage(*self.head), self.enclosed()
        kept = [
            (key, span)
            for key, span in zip(passage.words.keys, passage.words.spans, strict=True)
            if not any(start <= span[0] < end for start, end in lines)
        ]
        words_left = Words(tuple(key for key, _ in kept), tuple(span for _, span in kept))
        return Passage(self.text, *self.head, words_left)

    def span(self, parts: Sequence[int]) -> Span:
        """From where the first to where the last of ``parts`` stands."""
        return self.parts[parts[0]][0], self.parts[parts[-1]][1]

    def eid(self, offset: int) -> str:
        """The eid of the unit at ``offset``, empty outside of all."""
        at = bisect_right(self.starts, offset) - 1
        inside = at >= 0 and offset <= self.side.units[at].end
        return self.side.units[at].eid if inside else ""

    def label(self, part: int) -> int:
        """Where the number of a unit ends and its words begin."""
        unit: Unit = self.side.units[part]
        return min(
            (
                start
                for start, end in ((unit.heading_start, unit.heading_end), (unit.text_start, unit.text_end))
                if end > start
            ),
            default=unit.end,
        )


def word_changes(template: Side, variant: Side, pairs: Sequence[Pair], table: Expansions) -> list[WordChange]:
    """The script that makes the variant's text from the template's, in the order of the variant (see ``rebuild``)."""
    ours, theirs = _Text(template, table), _Text(variant, table)
    blocks = list(_blocks(template, variant, pairs))
    kept = {row for block in blocks for row in block.rows}
    writer = _Writer(ours, theirs)
    writer.title()
    writer.dropped(-1, kept)
    for block in blocks:
        writer.block(block)
        if block.rows:
            writer.dropped(block.rows[-1], kept)
    writer.passage(ours.closing, theirs.closing)
    return writer.found


def rebuild(template: str, changes: Iterable[WordChange]) -> str:
    """The variant's text, made from the text of the template and the differences in their order.

    Between two differences the texts are the same; after each, reading goes on at its ``template_end``.
    """
    out: list[str] = []
    at = other = 0
    for change in changes:
        out += (template[at : at + change.variant_start - other], change.after)
        at, other = change.template_end, change.variant_end
    return "".join([*out, template[at:]])


def _blocks(template: Side, variant: Side, pairs: Sequence[Pair]) -> Iterator[_Block]:
    """The variant's units in order, with the template units that each is made of; every unit in one block at most."""
    row_of = {unit.eid: row for row, unit in enumerate(template.units)}
    sources: dict[str, list[int]] = {}
    for pair in pairs:
        if pair.template and pair.variant:
            sources.setdefault(pair.variant, []).append(row_of[pair.template])
    made = [sorted(sources.get(unit.eid, ())) for unit in variant.units]
    used: set[int] = set()
    at = 0
    while at < len(made):
        rows = _consecutive([row for row in made[at] if row not in used])
        stop = at + 1
        while rows and stop < len(made) and made[stop] and set(made[stop]) <= set(rows):
            stop += 1
        used.update(rows)
        yield _Block(tuple(rows), tuple(range(at, stop)))
        at = stop


def _consecutive(rows: Sequence[int]) -> list[int]:
    return [row for step, row in enumerate(rows) if row == rows[0] + step]


class _Writer:
    """Writes the script; ``at`` is where reading the template would go on, ``other`` how far the variant is made."""

    def __init__(self, ours: _Text, theirs: _Text) -> None:
        self.ours, self.theirs = ours, theirs
        self.found: list[WordChange] = []
        self.at = self.other = 0

    def block(self, block: _Block) -> None:
        """Units of the variant, made from those of the template or put in."""
        end = self.theirs.span(block.columns)[1]
        if not block.rows:
            own = self.theirs.side.units[block.columns[0]].eid
            self._add(Edit("inserted", self.at, self.at, self.other, end), "", own)
            return
        span = self.ours.span(block.rows)
        self._go(span[0])
        label, other_label = self.ours.label(block.rows[0]), self.theirs.label(block.columns[0])
        if self.ours.text[self.at : label] != self.theirs.text[self.other : other_label]:
            self._located(Edit("number", self.at, label, self.other, other_label))
        self.at, self.other = label, other_label
        self.passage((label, span[1]), (other_label, end))

    def title(self) -> None:
        """What stands before the first unit. A line "(Ban hành kèm theo …)" that one side alone has counts for no
        words; where both have one, its words are compared and its blanks filled in like others."""
        if self.ours.enclosed() and self.theirs.enclosed():
            found = edits(self.ours.passage(*self.ours.head), self.theirs.passage(*self.theirs.head))
        else:
            found = edits(self.ours.bare(), self.theirs.bare())
        for edit in found:
            self._located(edit)
        self.at, self.other = self.ours.head[1], self.theirs.head[1]

    def passage(self, span: Span, other: Span) -> None:
        """A passage of the variant that is made from one of the template."""
        self._go(span[0])
        if self.ours.text[slice(*span)] != self.theirs.text[slice(*other)]:
            for edit in edits(self.ours.passage(*span), self.theirs.passage(*other)):
                self._located(edit)
        self.at, self.other = span[1], other[1]

    def dropped(self, row: int, kept: set[int]) -> None:
        """The template units after ``row`` that the variant has not."""
        for part in range(row + 1, len(self.ours.parts)):
            if part in kept:
                return
            start, end = self.ours.parts[part]
            self._add(Edit("deleted", start, end, self.other, self.other), self.ours.side.units[part].eid, "")

    def _go(self, start: int) -> None:
        if self.at != start:
            self._located(Edit(_JUMP, start, start, self.other, self.other))

    def _located(self, edit: Edit) -> None:
        self._add(edit, self.ours.eid(edit.start), self.theirs.eid(edit.other_start))

    def _add(self, edit: Edit, own: str, other: str) -> None:
        texts = self.ours.text[edit.start : edit.end], self.theirs.text[edit.other_start : edit.other_end]
        places = edit.start, edit.end, edit.other_start, edit.other_end
        self.found.append(WordChange(own, other, edit.kind, *texts, *places))
        self.at, self.other = edit.end, edit.other_end
