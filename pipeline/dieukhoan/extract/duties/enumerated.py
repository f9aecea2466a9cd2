"""Lists of bodies in an adverbial, which commas and "và" do not end: "Căn cứ đề nghị của Cục A, Cục B và Sở C, …"."""

from __future__ import annotations

from itertools import pairwise

from dieukhoan.extract.duties.parts import behind_adverb
from dieukhoan.extract.duties.pieces import Slot, Timing
from dieukhoan.extract.duties.scene import Scene

NAME = 200  # characters of the longest name: a list of thousands is not gone through for each


def behind_askers(scene: Scene, timing: Timing, places: list[int], end: int) -> int:
    """Where the main clause begins when the bodies on whose word something is done are a list that the event only
    opens: "khi có đề nghị của Bộ A | và Bộ B cung cấp thông tin", "khi có yêu cầu của Sở A, | các nhà thầu và các cơ
    quan khác, | chỉ đạo …". 0 where it opens none."""
    at = scene.skip(timing.end, end)
    if timing.deadline.kind != "event" or not scene.holds("on_request", timing.start, timing.end):
        return 0
    slot = scene.slot_at(at, end)
    if slot is not None and scene.lower[timing.end : at].strip(" ,") in ("và", "hoặc", "hay"):
        behind = scene.skip(scene.group_at(slot, end).end, end)
        return behind if scene.acts_at(behind, end) else 0
    if slot is not None or scene.acts_at(at, end):
        return 0
    for place in places:
        names = scene.within(scene.slots, at, place)
        last = names[-1] if names else None
        closes = last is not None and scene.skip(last.end, end) == scene.skip(place, end)
        joined = last is not None and scene.lower[timing.end : last.start].rstrip().endswith((" và", " hoặc"))
        if closes and joined and scene.acts_at(scene.skip(place, end), end):
            return scene.skip(place, end)
    return 0


def shares_word(scene: Scene, at: int, slot: Slot) -> bool:
    """Whether "và" joins ``slot`` to a body that a small word governs: "phối hợp với Bộ A và | các tỉnh xây dựng"."""
    before = scene.within(scene.slots, max(at, slot.start - NAME), slot.start)
    if not before or scene.lower[before[-1].end : slot.start].strip(" ,") != "và":
        return False
    first = before[-1].start
    return first - 1 in scene.frames or scene.lower.startswith("của ", first - 4)


def only_told(scene: Scene, place: int, end: int) -> bool:
    """Whether what follows the body at ``place`` only tells which one: "quy hoạch vùng, | tỉnh thuộc Vùng cũ"."""
    slot = scene.slot_at(behind_adverb(scene, place, end), end)
    return slot is not None and scene.link("fact", scene.skip(scene.group_at(slot, end).end, end), end) is not None


def behind_list(scene: Scene, at: int, acting: int, end: int) -> int:
    """ "Căn cứ quyết định của Cục A, | Cục B hoặc Sở C, | các đơn vị lập hồ sơ": the list that a body before the comma
    began is closed by "hoặc", and who acts stands behind its own comma; ``acting`` where there is no such list."""
    before = scene.within(scene.slots, at, acting)
    slot = scene.slot_at(acting, end)
    if slot is None or not before or scene.skip(before[-1].end, end) != acting:
        return acting
    closed = False
    for one, other in pairwise(scene.group_at(slot, end).slots):
        between = scene.lower[one.end : other.start]
        if closed and between.startswith(","):
            return other.start
        closed = closed or " và" in between or " hoặc" in between
    return acting


def object_of_earlier(scene: Scene, starts: list[int], acting: int, end: int) -> bool:
    """Whether the body at ``acting`` only ends a list that depends on a verb behind an earlier comma: "…, cung cấp cho
    Bộ A, Bộ B thông tin", "…, báo cáo về việc cán bộ, người lao động của cơ quan nhận tiền"."""
    verb = next((place for place in starts if place < acting and scene.verb_at(place, end)), None)
    if verb is None:
        return False
    before = scene.within(scene.slots, verb, acting)
    slot = scene.slot_at(acting, end)
    if before and scene.skip(before[-1].end, end) == acting:
        owner = scene.lower.startswith(
            "của ", before[-1].start - 4
        )  # "giải quyết kiến nghị của Tòa án, | Sở trình bày"
        return not owner or slot is None or not scene.acts_at(scene.skip(slot.end, end), end)
    return slot is not None and not scene.acts_at(scene.skip(scene.group_at(slot, end).end, end), end)
