"""Everything a document already knows, indexed by place in its view, so that a clause can ask what stands where."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Sequence
from typing import TypeVar

from dieukhoan.core.outline import Outline
from dieukhoan.core.records import Citation, Deadline, Document, Mention
from dieukhoan.core.text import View
from dieukhoan.extract.duties.lexicon import Hit, Lexicon, by_end
from dieukhoan.extract.duties.pieces import Anatomy, Group, Slot, Timing
from dieukhoan.nlp.tagger import Tagger
from dieukhoan.rulebook import Match

_ISSUED_BY = (" của ", " do ")
_SAME_ISSUE = re.compile(r" ?[,-] | và ")
# What may not stand before a word is looked at behind it: the engine skips to letters that a pattern begins with.
_PURPOSE = re.compile(r"(?:để(?<!\w..)(?! nghị)|nhằm(?<!\w....))(?= \w)")
_PERSON = re.compile(r"[^\w\n]*(?:\w{1,4}[.)] )?người [^\n,;:.]{3,40} ")
_LINE = 60  # characters of a line up to "có thẩm quyền" of a person
_GAP = re.compile(r'(?:[\s,"-]|\([^()\n]{0,200}\))*')
_Placed = TypeVar("_Placed", Slot, Timing, Match)


class Scene:
    """One document as the duties stage sees it; all offsets are of the view."""

    def __init__(self, document: Document, words: Lexicon, tagger: Tagger) -> None:
        self.document = document
        self.words = words
        self.tagger = tagger
        self.view = document.view
        self.lower = document.view.lower
        self.outline = Outline(document.units)
        self.slots = _without_issuers(_slots(document.mentions, self.view), document.citations, self.view)
        self.timings = _timings(document.deadlines, self.view)
        owned = _with_owner(words.cues.scan(self.view), self.slots, self.lower)
        self.cues = _of_main_clauses(owned, self.slots, self.lower)
        self.facts = words.facts.candidates(self.view)
        self.frames = by_end(words.frames.candidates(self.view))
        self.purposes = [match.start() for match in _PURPOSE.finditer(self.lower)]
        self._starts = {
            id(rows): [row.start for row in rows] for rows in (self.slots, self.timings, self.cues, self.facts)
        }
        self._slot_at = {slot.start: index for index, slot in enumerate(self.slots)}
        self._timing_at = {timing.start: timing for timing in self.timings}
        self.people = frozenset(body.body_id for body in document.bodies if body.kind == "person_group")
        self.dissected: dict[tuple[int, int], Anatomy] = {}
        self._openings: dict[int, Hit | None] = {}
        self._firsts: dict[tuple[str, int, int], int] = {}
        self._cue_at = {cue.start: cue for cue in self.cues}

    def within(self, rows: Sequence[_Placed], start: int, end: int) -> Sequence[_Placed]:
        """Those of ``rows`` (slots, timings, cues or facts of this scene) that begin in the span."""
        starts = self._starts[id(rows)]
        return rows[bisect_left(starts, start) : bisect_left(starts, end)]

    def slot_at(self, start: int, end: int) -> Slot | None:
        """The slot that begins at ``start``, small words before it ("các", "đại diện") left out."""
        index = self._slot_at.get(start)
        if index is None:
            small = self.link("determiner", start, end)
            index = self._slot_at.get(small.end()) if small else None
        return self.slots[index] if index is not None and self.slots[index].end <= end else None

    def group_at(self, slot: Slot, end: int) -> Group:
        """``slot`` with all that are joined to it before ``end``."""
        joined = [slot]
        while True:
            last = joined[-1]
            link = self.link("coordination", last.end, end)
            following = self._following(link.end(), last.end, end) if link else None
            if following is None or following.end > end:
                return Group(tuple(joined))
            joined.append(following)

    def _following(self, start: int, after: int, end: int) -> Slot | None:
        """The slot right at ``start``, or a few small words earlier (where a determiner belongs to the name)."""
        found = self.slot_at(start, end)
        if found is None:
            for slot in self.within(self.slots, after, start):
                if self.words.links["coordination"].fullmatch(self.lower, after, slot.start):
                    return slot
        return found

    def timing_at(self, start: int) -> Timing | None:
        """The deadline that begins at ``start``."""
        return self._timing_at.get(start)

    def held_at(self, start: int) -> bool:
        """Whether a deadline begins at ``start`` whose words tell what is done as well: "06 tháng họp một lần"."""
        timing = self._timing_at.get(start)
        return timing is not None and timing.deadline.kind == "recurring" and self.holds("held", start, timing.end)

    def cue_at(self, start: int, end: int) -> Match | None:
        """The cue that begins at ``start``, look-alikes left out; bare "không" only before a verb ("Không hỗ trợ")."""
        cue = self._cue_at.get(start)
        if cue is None or cue.rule.emit["force"] == "none":
            return None
        behind = self.skip(cue.end, end)
        if cue.rule.emit["force"] == "negation" and not (self.verb_at(behind, end) or self.link("harms", behind, end)):
            return None
        return cue

    def opening_at(self, start: int, end: int) -> Hit | None:
        """What the words at ``start`` are when a clause begins with them: verb, adverb, noun, front."""
        if start not in self._openings:
            self._openings[start] = self.words.openings.at(self.lower, start, len(self.lower))
        hit = self._openings[start]
        return hit if hit is None or hit.end <= end else self.words.openings.at(self.lower, start, end)

    def verb_at(self, start: int, end: int) -> bool:
        """Whether a verb, or an adverb before one, begins at ``start``."""
        hit = self.opening_at(start, end)
        return hit is not None and hit.get("kind") in ("verb", "adverb")

    def acts_at(self, start: int, end: int) -> bool:
        """Whether a cue or a verb begins at ``start``."""
        return self.cue_at(start, end) is not None or self.verb_at(start, end)

    def link(self, name: str, start: int, end: int) -> re.Match[str] | None:
        """The small words called ``name`` (families ``duty_link`` and ``duty_told``) right at ``start``."""
        return self.words.links[name].match(self.lower, start, end)

    def holds(self, name: str, start: int, end: int) -> bool:
        """Whether the small words called ``name`` stand anywhere in the span."""
        return self.words.links[name].search(self.lower, start, end) is not None

    def first(self, name: str, start: int, end: int) -> int:
        """Where the first of the small words called ``name`` in the span ends, ``end + 1`` without any; looked for
        once, for who asks it of every body of a long clause."""
        key = name, start, end
        if key not in self._firsts:
            found = self.words.links[name].search(self.lower, start, end)
            self._firsts[key] = found.end() if found else end + 1
        return self._firsts[key]

    def skip(self, at: int, end: int) -> int:
        """The next place that is no blank, comma, quotation mark or parenthesis."""
        match = _GAP.match(self.lower, at, end)
        return match.end() if match else at

    def in_parentheses(self, start: int, at: int) -> bool:
        """Whether a parenthesis opened behind ``start`` is still open at ``at``."""
        return self.lower.rfind("(", start, at) > self.lower.rfind(")", start, at)


def _slots(mentions: Sequence[Mention], view: View) -> tuple[Slot, ...]:
    """Mentions by place, those of one anaphor in one slot, a name inside a longer one left out."""
    bodies: dict[tuple[int, int], list[Mention]] = {}
    for mention in mentions:
        if mention.via != "heading":
            bodies.setdefault((mention.start, mention.end), []).append(mention)
    slots: list[Slot] = []
    for (start, end), named in sorted(bodies.items(), key=lambda item: (item[0][0], -item[0][1])):
        place = view.from_source(start, end)
        if slots and place[0] < slots[-1].end:
            continue
        slots.append(Slot(*place, tuple(dict.fromkeys(mention.body_id for mention in named)), named[0].via))
    return tuple(slots)


def _without_issuers(slots: tuple[Slot, ...], citations: Sequence[Citation], view: View) -> tuple[Slot, ...]:
    """Slots without those who only issued a cited text ("Thông tư số 5 | của Bộ trưởng Bộ Y tế ban hành quy chuẩn")."""
    cited = sorted(view.from_source(citation.start, citation.end)[1] for citation in citations)
    issued = {end + len(word) for end in cited for word in _ISSUED_BY if view.lower.startswith(word, end)}
    kept: list[Slot] = []
    last = None
    for slot in slots:
        shares = last is not None and _SAME_ISSUE.fullmatch(view.lower, last.end, slot.start) is not None
        if slot.start in issued or shares:
            last = slot
        else:
            kept.append(slot)
            last = None
    return tuple(kept)


def _with_owner(cues: Sequence[Match], slots: Sequence[Slot], lower: str) -> Sequence[Match]:
    """Cues without "có thẩm quyền" where neither a known body stands before it ("cán bộ có thẩm quyền ký") nor a person
    who opens the line ("1. Người ra quyết định có thẩm quyền …")."""
    ends = {slot.end + 1 for slot in slots}
    return tuple(
        cue
        for cue in cues
        if cue.rule.id != "cue.competent" or cue.start in ends or _opens_with_person(lower, cue.start)
    )


def _opens_with_person(lower: str, end: int) -> bool:
    line = lower.rfind("\n", max(0, end - _LINE), end) + 1
    return (line > 0 or end <= _LINE) and _PERSON.fullmatch(lower, line, end) is not None


def _of_main_clauses(cues: Sequence[Match], slots: Sequence[Slot], lower: str) -> Sequence[Match]:
    """Cues without the "có thể" of "hình thức mà Sở | có thể áp dụng", which tells only which thing is meant."""
    relative = {slot.end + 1 for slot in slots if lower.startswith("mà ", slot.start - 3)}
    return tuple(cue for cue in cues if cue.start not in relative or not lower.startswith("có thể", cue.start))


def _timings(deadlines: Sequence[Deadline], view: View) -> tuple[Timing, ...]:
    places = [Timing(*view.from_source(*deadline.span), deadline) for deadline in deadlines]
    return tuple(sorted(places, key=lambda timing: (timing.start, -timing.end)))
