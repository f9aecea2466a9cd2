"""A comma between two clauses with different acting bodies makes two duties."""

from __future__ import annotations

import re
from collections.abc import Iterator

from dieukhoan.extract.duties.anatomy import dissect
from dieukhoan.extract.duties.helping import continues, helps, shares_lead
from dieukhoan.extract.duties.pieces import Anatomy, Slot
from dieukhoan.extract.duties.roles import frame_before
from dieukhoan.extract.duties.scene import Scene

_TOPIC = 80  # characters of a thing before the body that must care for it
_TIED = re.compile(
    r"(?<!\w)(?:mà|thì|do|của|cho|với|để|(?<!trước )(?<!sau )khi|nếu|và|hoặc|theo|từ|là|rằng|được|bị)(?!\w)|[;:()]"
)
_CONDITION = re.compile(r"(?:,| và) (?=(?:nếu|khi|trường hợp|trong trường hợp|sau (?:khi|thời hạn))(?!\w))")
_BEFORE = re.compile(r"[^\s,;](?P<comma>,) (?:\w+ )?$")


def by_actor(scene: Scene, clause: Anatomy) -> Iterator[Anatomy]:
    """``clause``, cut at each comma behind which another body acts ("Sở biên soạn tài liệu, Tỉnh đoàn góp ý")."""
    while clause.kind == "body" and clause.predicate >= 0:
        cut = _cut(scene, clause)
        if cut is None:
            break
        comma, second = cut
        yield dissect(scene, clause.start, comma)
        clause = dissect(scene, second, clause.end)
    yield clause


def _cut(scene: Scene, clause: Anatomy) -> tuple[int, int] | None:
    """The first comma that parts two acting bodies, and where the second clause begins."""
    assert clause.subject is not None
    for slot in scene.within(scene.slots, clause.predicate + 1, clause.end):
        if set(slot.bodies) & set(clause.subject.bodies) or shares_lead(scene, clause, slot.start):
            continue
        if _takes_part(scene, clause, slot):
            continue
        condition = _condition_before(scene, clause, slot)
        if condition is not None:
            return condition
        match = _BEFORE.search(scene.lower, max(clause.predicate, slot.start - 24), slot.start)
        if match is None:
            topic = _behind_topic(scene, clause, slot)
            if topic < 0:
                continue
            return topic, scene.skip(topic + 1, clause.end)
        comma = match.start("comma")
        between = scene.opening_at(scene.skip(comma + 1, clause.end), slot.start)
        if between is not None and between.get("kind") == "verb":
            continue  # "…, trình lãnh đạo hai bên xem xét": the verb is the first body's
        if _free(scene, clause, comma, slot) and _acts(scene, slot, clause.end):
            return comma, scene.skip(comma + 1, clause.end)
    return None


def _takes_part(scene: Scene, clause: Anatomy, slot: Slot) -> bool:
    """Whether the words before the body make it a partner of the subject, or the one by whom the object is dealt with:
    "Hội chủ trì, cùng | Ngân hàng mở lớp", "lập tổ vay vốn, được | Ủy ban xã công nhận"."""
    role, start = frame_before(scene, slot, clause.predicate)
    return role == "support" or (role == "agent" and scene.lower.startswith("được ", start))


def _condition_before(scene: Scene, clause: Anatomy, slot: Slot) -> tuple[int, int] | None:
    """The comma or "và" before a condition whose "thì" leads to what another body does ("Dân quân tuần tra, | nếu phát
    hiện vi phạm thì Công an xử phạt"), and where the condition begins."""
    if not scene.lower.startswith("thì ", slot.start - 4) or not _acts(scene, slot, clause.end):
        return None
    spans = [match.span() for match in _CONDITION.finditer(scene.lower, clause.predicate, slot.start)]
    return spans[-1] if spans and not scene.in_parentheses(clause.predicate, spans[-1][0]) else None


def _behind_topic(scene: Scene, clause: Anatomy, slot: Slot) -> int:
    """The comma before a thing that another body must care for ("Bên thuê trả xe, phí rửa xe | Bên bán phải chịu");
    -1 where the body belongs to the clause before."""
    comma = scene.lower.rfind(",", max(clause.predicate, slot.start - _TOPIC), slot.start)
    if comma >= 0 and _is_paid_by(scene, clause, comma, slot):
        return comma
    cue = scene.cue_at(scene.skip(slot.end, clause.end), clause.end)
    if comma < 0 or cue is None or cue.rule.id not in ("cue.must", "cue.commit") or slot.start - 1 in scene.frames:
        return -1
    thing = scene.lower[comma + 1 : slot.start]
    opens = scene.opening_at(scene.skip(comma + 1, slot.start), slot.start)
    acts = opens is not None and opens.get("kind") in ("verb", "front", "join", "adverb")
    tied = _TIED.search(thing) is not None or scene.in_parentheses(clause.predicate, comma)
    listed = ", " in scene.lower[clause.predicate : comma]  # "bán xe, máy móc, vật tư Bên B phải nhận" is one list
    return -1 if acts or tied or listed else comma


def _is_paid_by(scene: Scene, clause: Anatomy, comma: int, slot: Slot) -> bool:
    """Whether behind the comma stands what another bears ("Trường mở lớp, | chi phí do Công ty chi trả")."""
    paid = scene.link("paid_by", scene.skip(comma + 1, clause.end), slot.start)
    if paid is None or paid.end() != slot.start or scene.in_parentheses(clause.predicate, comma):
        return False
    return scene.link("agent_act", scene.skip(scene.group_at(slot, clause.end).end, clause.end), clause.end) is not None


def _free(scene: Scene, clause: Anatomy, comma: int, slot: Slot) -> bool:
    """No body ends at the comma, and no verb before it waits for one ("chỉ đạo các phòng, các trường thực hiện")."""
    before = scene.within(scene.slots, clause.predicate, comma)
    if before and (before[-1].end >= comma - 1 or continues(scene, before[-1].end, slot.start)):
        return False
    if scene.in_parentheses(clause.predicate, comma) or scene.link("set_goes_on", comma, clause.end):
        return False
    head = clause.opening.end if clause.opening is not None else clause.predicate
    frame = scene.frames.get(head)
    if frame is None or frame.rule.emit["role"] not in ("directed", "asked", "assignee"):
        return True
    object_at = scene.skip(head, comma)  # "hướng dẫn kỹ thuật, | Hội …" waits for nobody
    named = scene.link("determiner", object_at, comma) is not None or scene.link("actor", object_at, comma) is not None
    return bool(before) or (frame.rule.emit["role"] == "directed" and not named)


def _acts(scene: Scene, slot: Slot, end: int) -> bool:
    """Whether the body at ``slot`` has a verb of its own that is more than "phối hợp"."""
    group = scene.group_at(slot, end)
    if helps(scene, group.end, end):
        return False
    return scene.acts_at(scene.skip(group.end, end), end)
