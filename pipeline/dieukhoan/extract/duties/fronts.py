"""What stands before the main clause: "Hằng năm, …", "Căn cứ …, …", "Trường hợp … thì …"."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import islice, pairwise

from dieukhoan.extract.duties.enumerated import (
    NAME,
    behind_askers,
    behind_list,
    object_of_earlier,
    only_told,
    shares_word,
)
from dieukhoan.extract.duties.parts import FAR, WORD, acting_body, behind_adverb
from dieukhoan.extract.duties.pieces import Timing
from dieukhoan.extract.duties.scene import Scene

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
        at = _behind_and(scene, at, end) if found else at
        part = front_part(scene, at, end) if scene.slot_at(at, end) is None else ""  # "Về phía Sở, …" names who acts
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


def _behind_and(scene: Scene, at: int, end: int) -> int:
    """ "Định kỳ hằng năm | và khi có yêu cầu, …": the place of the second front, ``at`` where none follows."""
    for word in ("và ", "hoặc ", "hay "):
        if scene.lower.startswith(word, at) and front_part(scene, at + len(word), end):
            return at + len(word)
    return at


def front_part(scene: Scene, at: int, end: int) -> str:
    """The kind of adverbial that begins at ``at``: condition, time, basis, scope, purpose; empty for none."""
    hit = scene.opening_at(at, end)
    if hit and hit.get("kind") == "front":
        return hit.get("part")
    timing = scene.timing_at(at) if not scene.held_at(at) else None
    if timing is not None and timing.end < end and timing.deadline.kind != "vague":
        return "condition" if timing.deadline.kind == "event" else "time"
    if hit and scene.lower.startswith("ngay ", at):  # "Ngay | sau hội nghị, Ủy ban họp"
        behind = scene.opening_at(at + 5, end)
        return behind.get("part") if behind is not None and behind.get("kind") == "front" else ""
    return ""


def _main_after(scene: Scene, at: int, end: int, part: str) -> int:
    """Where the main clause begins after the adverbial at ``at``; ``at`` itself when there is none to be seen."""
    course = scene.link("course", at, end)
    goes_on = course is not None and (
        front_part(scene, course.end(), end) or _behind_join(scene, course.end(), end) > course.end()
    )
    if course is not None and goes_on:  # "Quá trình thực hiện | nếu có vướng mắc …"
        return course.end()
    places = list(islice(_commas(scene, at, end), _COMMAS))
    if (named := _only_named(scene, places, end)) is not None:
        return named
    then = next((place for place in places if scene.lower[place - 1] != ","), None)
    timing = scene.timing_at(at)
    nearer = then is not None and (_front_behind(scene, timing, end) or _owes(scene, timing, then))
    if then is not None and part in _THEN and not nearer:
        return scene.skip(then, end)
    if timing is not None and timing.end < end:
        return _after_timing(scene, timing, places, end)
    starts = [scene.skip(place, end) for place in places]
    return _by_what_follows(scene, at, end, part, starts)


def _only_named(scene: Scene, places: list[int], end: int) -> int | None:
    """Where the last words before a colon stand, if they but name who does what follows: "Khi phát hiện hàng nhập
    khẩu, quá cảnh có phóng xạ, | cơ quan hải quan:"."""
    at = scene.skip(places[-1], end) if places and scene.lower.startswith(":", end) else end
    slot = scene.slot_at(at, end)
    return at if slot is not None and scene.skip(scene.group_at(slot, end).end, end) >= end else None


def _commas(scene: Scene, at: int, end: int) -> Iterator[int]:
    """The places behind the commas and "thì" that are no part of a name ("Cảnh sát phòng cháy, chữa cháy")."""
    for match in COMMA.finditer(scene.lower, at, end):
        names = scene.within(scene.slots, max(at, match.start() - NAME), match.start())
        if not names or names[-1].end <= match.start():
            yield match.end()


def _front_behind(scene: Scene, timing: Timing | None, end: int) -> bool:
    """Whether a condition stands behind a time and its comma: "Trong thời hạn 05 ngày, | nếu hồ sơ đủ thì …"."""
    behind = scene.skip(timing.end, end) if timing is not None else end
    return behind < end and front_part(scene, behind, end) == "condition"


def _owes(scene: Scene, timing: Timing | None, then: int) -> bool:
    """Whether a body that must do something stands right behind an event, before "thì": "Trường hợp xe không đến, |
    cảng phải báo và sau 90 ngày mà không có trả lời thì cảng có quyền"."""
    if timing is None or timing.end >= then:
        return False
    slot = scene.slot_at(scene.skip(timing.end, then), then)
    if slot is None:
        return False
    cue = scene.cue_at(scene.skip(scene.group_at(slot, then).end, then), then)
    return cue is not None and cue.rule.emit["force"] == "strong"


def _after_timing(scene: Scene, timing: Timing, places: list[int], end: int) -> int:
    unplanned = scene.link("or_unplanned", timing.end, end)  # "Hằng quý | hoặc đột xuất (nếu có vụ việc), cung cấp …"
    at = scene.skip(unplanned.end() if unplanned else timing.end, end)
    if scene.lower.startswith("thì ", at):
        return scene.skip(at + 3, end)
    if unplanned or front_part(scene, at, end):
        return at
    main = behind_askers(scene, timing, places, end)
    return main or (at if _somebody(scene, at, end) else _ordered(scene, timing, places, end) or at)


def _somebody(scene: Scene, at: int, end: int) -> bool:
    return scene.slot_at(behind_adverb(scene, at, end), end) is not None


def _ordered(scene: Scene, timing: Timing, places: list[int], end: int) -> int:
    """ "Kể từ khi ra quyết định khởi tố, quyết định bổ sung, | Tòa án phải gửi": where the first body behind a comma
    stands, if it must do something, or where the one that the event begins with stands again; the words before it go on
    with the event. 0 where there is none."""
    subject = scene.words.links["case_of"].match(scene.lower, timing.start, timing.end)
    for place in places:
        at = scene.skip(place, end)
        if subject and place > timing.end and scene.lower.startswith(subject["who"], at):
            return at
        slot = scene.slot_at(at, end) if place > timing.end else None
        if slot is None:
            continue
        group = scene.group_at(slot, end)
        cue = scene.cue_at(scene.skip(group.end, end), end)
        return at if cue is not None and cue.rule.emit["force"] == "strong" else 0
    return 0


def _by_what_follows(scene: Scene, at: int, end: int, part: str, starts: list[int]) -> int:
    """The first comma with an acting body behind it, else with a verb; else a body or verb that no comma precedes."""
    able = [place for place in _up_to_front(scene, starts, end) if acting_body(scene, place, end)]
    acting = next((place for place in able if not only_told(scene, place, end)), able[0] if able else None)
    if acting is not None and not object_of_earlier(scene, starts, acting, end):
        return behind_list(scene, at, acting, end)
    if part == "time" and (main := _after_time(scene, at, end, starts)) > at:
        return main
    for place in starts:
        if front_part(scene, place, end) or scene.acts_at(place, end):
            return place
    if (body := _at_body(scene, at, end, part)) > at:
        return body
    if starts and part in _CLOSED:
        return starts[0]
    return _first_verb(scene, at, end) if scene.lower.startswith("căn cứ", at) else at


def _at_body(scene: Scene, at: int, end: int, part: str) -> int:
    """The first body that acts though no comma parts it from the adverbial at ``at``, or the verb behind those of a
    condition ("khi có đề nghị của Bộ A và Bộ B | cung cấp thông tin"); 0 for none."""
    for slot in scene.within(scene.slots, at + 1, end):
        if shares_word(scene, at, slot):
            behind = scene.skip(scene.group_at(slot, end).end, end)
            if part == "condition" and scene.acts_at(behind, end):
                return behind
            continue
        governed = scene.lower.startswith("của ", slot.start - 4) or slot.start - 1 in scene.frames
        if not governed and acting_body(scene, slot.start, end):
            return slot.start
    return 0


def _after_time(scene: Scene, at: int, end: int, starts: list[int]) -> int:
    """Where a time ends of which no deadline is known, ``at`` where that is not to be seen: "Trong giai đoạn điều tra,
    | trước khi hết hạn, …", "Giai đoạn hai: | Bên B lắp đặt", "Đầu năm học | tổ chức"."""
    if starts and front_part(scene, starts[0], end):
        return starts[0]
    verb = _first_verb(scene, at, starts[0] if starts else end)
    for slot in scene.within(scene.slots, at + 1, verb):
        if scene.skip(slot.end, verb) == verb and scene.lower[at : slot.start].rstrip().endswith((":", "sau đó")):
            return slot.start
    return verb


def _up_to_front(scene: Scene, starts: list[int], end: int) -> Iterator[int]:
    """The places up to one that begins another front: "Trong quá trình thực hiện, | nếu có vướng mắc | cần báo cáo"."""
    for place in starts:
        yield place
        if front_part(scene, place, end):
            return


def _first_verb(scene: Scene, at: int, end: int) -> int:
    """ "Căn cứ vào chương trình xây dựng kế hoạch": no comma ends the front, so its main clause begins with a verb."""
    words = list(WORD.finditer(scene.lower, at, min(end, at + FAR)))[1:]
    for before, word in pairwise(words):
        hit = scene.opening_at(word.start(), end)
        if hit and hit.rule.id == "opening.verb" and not scene.link("event_word", before.start(), before.end()):
            return word.start()
    return at
