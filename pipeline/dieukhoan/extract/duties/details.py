"""The strings that a duty carries besides its text: head verbs, condition, purpose, and the deadlines inside it."""

from __future__ import annotations

import re
from bisect import bisect_left

from dieukhoan.core.records import Span
from dieukhoan.extract.duties.parts import head_verb
from dieukhoan.extract.duties.pieces import Anatomy
from dieukhoan.extract.duties.scene import Scene

_CHAIN = re.compile(r",? (?:và )?")


def purpose_start(scene: Scene, clause: Anatomy) -> int:
    """Where "để …" or "nhằm …" begins behind the predicate; the clause's end when there is none."""
    first = bisect_left(scene.purposes, max(clause.predicate, clause.main))
    start = scene.purposes[first] if first < len(scene.purposes) else clause.end
    return start if scene.lower.find(" ", start, clause.end - 1) >= 0 else clause.end


def purpose(scene: Scene, clause: Anatomy) -> tuple[int, int] | None:
    """The span of the purpose, in front of the main clause or behind its predicate."""
    for start, end, part in clause.fronts:
        if part == "purpose":
            return trimmed(scene, start, end)
    start = purpose_start(scene, clause)
    return trimmed(scene, start, clause.end) if start < clause.end else None


def condition(scene: Scene, clause: Anatomy) -> tuple[int, int] | None:
    """The span of the condition: a front ("Trường hợp …,") or an event named inside the clause."""
    for start, end, part in clause.fronts:
        if part == "condition":
            return trimmed(scene, start, end)
    for timing in scene.within(scene.timings, clause.main, clause.end):
        if timing.deadline.kind == "event" and timing.end <= clause.end:
            return timing.start, timing.end
    return None


def action(scene: Scene, clause: Anatomy) -> tuple[int, int] | None:
    """The span of the head verbs ("phối hợp chỉ đạo", "báo cáo"), None where no verb is known."""
    start = at = head_verb(scene, clause)
    end = at
    while at < clause.end:
        hit = scene.opening_at(at, clause.end)
        if hit is None or hit.get("kind") != "verb" or scene.slot_at(at, clause.end) is not None:
            break
        end = hit.end
        link = _CHAIN.match(scene.lower, end, clause.end)
        if link is None:
            break
        at = link.end()
    return (start, end) if end > start else None


def timings(scene: Scene, clause: Anatomy) -> tuple[Span, ...]:
    """The deadlines inside the clause; a vague one inside a purpose qualifies another's act ("để xử lý kịp thời")."""
    limit = purpose_start(scene, clause)
    return tuple(
        timing.deadline.span
        for timing in scene.within(scene.timings, clause.start, clause.end)
        if timing.end <= clause.end and not (timing.deadline.kind == "vague" and timing.start > limit)
    )


def fronted(scene: Scene, clause: Anatomy) -> tuple[Span, ...]:
    """The times and conditions before the main clause, which hold for all clauses of the same subject."""
    return tuple(
        timing.deadline.span
        for timing in scene.within(scene.timings, clause.start, clause.main)
        if timing.end <= clause.main and timing.deadline.kind != "vague"
    )


def trimmed(scene: Scene, start: int, end: int) -> tuple[int, int]:
    """Without the comma, "thì" and blanks at its end."""
    text = scene.lower[start:end].rstrip(" ,\n")
    text = text.removesuffix(" thì").rstrip(" ,\n")
    return start, start + len(text)
