"""What the duties stage knows of one clause: who and what time stands in it, and its parts."""

from __future__ import annotations

from typing import NamedTuple

from dieukhoan.core.records import Deadline
from dieukhoan.extract.duties.lexicon import Hit
from dieukhoan.rulebook import Match

Bodies = tuple[str, ...]


class Slot(NamedTuple):
    """A place (in the view) where bodies are named: one, or all parties for "hai bên"."""

    start: int
    end: int
    bodies: tuple[str, ...]
    via: str


class Timing(NamedTuple):
    """A deadline and its place in the view."""

    start: int
    end: int
    deadline: Deadline


class Group(NamedTuple):
    """Slots joined by commas and "và": they share one role."""

    slots: tuple[Slot, ...]

    @property
    def start(self) -> int:
        """Where the first slot begins."""
        return self.slots[0].start

    @property
    def end(self) -> int:
        """Where the last slot ends."""
        return self.slots[-1].end

    @property
    def bodies(self) -> tuple[str, ...]:
        """The bodies of all slots, each once, in order."""
        return tuple(dict.fromkeys(body for slot in self.slots for body in slot.bodies))

    @property
    def via(self) -> str:
        """How the first slot names its body."""
        return self.slots[0].via


class Anatomy(NamedTuple):
    """A dissected clause (view offsets).

    ``kind`` tells what the main clause begins with: ``body`` (a body that acts), ``actor`` (somebody who acts but is no
    known body), ``agent`` ("tài liệu do Sở bố trí"), ``noun`` (another subject), ``text`` (the agreement itself),
    ``verb``, ``unknown``, ``fact`` (it only describes). ``main`` is where it begins, ``predicate`` where cue or verb
    stand (-1: none found), ``fronts`` the spans and kinds of what stands before it.
    """

    start: int
    end: int
    main: int
    kind: str
    predicate: int = -1
    fronts: tuple[tuple[int, int, str], ...] = ()
    subject: Group | None = None
    cue: Match | None = None
    opening: Hit | None = None

    @property
    def after_cue(self) -> int:
        """Where the verb phrase begins, the cue left out."""
        return self.cue.end if self.cue is not None else max(self.predicate, self.main)

    @property
    def force(self) -> str:
        """How outspoken the cue is: strong, weak, assign, opening, negation; empty without one."""
        return self.cue.rule.emit["force"] if self.cue is not None else ""
