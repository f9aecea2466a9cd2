"""What stands before the main clause: "Hằng năm, …", "Căn cứ …, …", "Trường hợp … thì …"."""

from __future__ import annotations

import re
from itertools import islice, pairwise

from dieukhoan.extract.duties.parts import FAR, WORD, acting_body
from dieukhoan.extract.duties.scene import Scene, Timing

Fronts = tuple[tuple[int, int, str], ...]
COMMA = re.compile(r",|(?<!\w)thì(?!\w)")
_COMMAS = 12  # places where the main clause may begin
_THEN = ("condition", "scope", "time")  # fronts that "thì" can close
_CLOSED = ("condition", "time", "purpose")  # fronts that surely end at their first comma


def fronts(scene: Scene, start: int, end: int) -> tuple[Fronts, int]:
    """The spans and kinds of the adverbials at ``start``, and where the main clause begins."""
    found: list[tuple[int, int, str]] = []
    at = scene.skip(start, end)
    while at < end:
        at = _behind_join(scene, at, end)
        part = front_part(scene, at, end)
        main = _main_after(scene, at, end, part) if part else at
        if main <= at:
            break
        found.append((at, main, part))
        at = main
    return tuple(found), at


def _behind_join(scene: Scene, at: int, end: int) -> int:
    """The place behind "đồng thời", "ngoài ra"."""
    hit = scene.opening_at(at, end)
    return scene.skip(hit.end, end) if hit is not None and hit.get("kind") == "join" else at


def front_part(scene: Scene, at: int, end: int) -> str:
    """The kind of adverbial that begins at ``at``: condition, time, basis, scope, purpose; empty for none."""
    hit = scene.opening_at(at, end)
    if hit and hit.get("kind") == "front":
        return hit.get("part")
    timing = scene.timing_at(at)
    if timing is not None and timing.end < end and timing.deadline.kind != "vague":
        return "condition" if timing.deadline.kind == "event" else "time"
    return ""


def _main_after(scene: Scene, at: int, end: int, part: str) -> int:
    """Where the main clause begins after the adverbial at ``at``; ``at`` itself when there is none to be seen."""
    places = [match.end() for match in islice(COMMA.finditer(scene.lower, at, end), _COMMAS)]
    then = next((place for place in places if scene.lower[place - 1] != ","), None)
    if then is not None and part in _THEN:
        return scene.skip(then, end)
    timing = scene.timing_at(at)
    if timing is not None and timing.end < end:
        return _after_timing(scene, timing, end)
    starts = [scene.skip(place, end) for place in places]
    return _by_what_follows(scene, at, end, part, starts)


def _after_timing(scene: Scene, timing: Timing, end: int) -> int:
    at = scene.skip(timing.end, end)
    return scene.skip(at + 3, end) if scene.lower.startswith("thì ", at) else at


def _by_what_follows(scene: Scene, at: int, end: int, part: str, starts: list[int]) -> int:
    """The first comma with an acting body behind it, else with a verb; else a body or verb that no comma precedes."""
    acting = next((place for place in starts if acting_body(scene, place, end)), None)
    if acting is not None:
        return acting
    if part == "time":
        verb = _first_verb(scene, at, starts[0] if starts else end)
        if verb > at:
            return verb
    for place in starts:
        if front_part(scene, place, end) or scene.acts_at(place, end):
            return place
    for slot in scene.within(scene.slots, at + 1, end):
        if slot.start - 1 not in scene.frames and acting_body(scene, slot.start, end):
            return slot.start
    if starts and part in _CLOSED:
        return starts[0]
    return _first_verb(scene, at, end) if scene.lower.startswith("căn cứ", at) else at


def _first_verb(scene: Scene, at: int, end: int) -> int:
    """ "Căn cứ vào chương trình xây dựng kế hoạch": no comma ends the front, so its main clause begins with a verb."""
    words = list(WORD.finditer(scene.lower, at, min(end, at + FAR)))[1:]
    for before, word in pairwise(words):
        hit = scene.opening_at(word.start(), end)
        if hit and hit.rule.id == "opening.verb" and not scene.link("event_word", before.start(), before.end()):
            return word.start()
    return at
