"""Who is named inside the subject of a clause that is itself a thing: "Việc phối hợp giữa A và B phải …"."""

from __future__ import annotations

from dieukhoan.extract.duties.pieces import Anatomy, Bodies, Group
from dieukhoan.extract.duties.scene import Scene

_ASIDE = (" đối với ", " ngoài các ", " ngoài những ", " ngoài việc ", " ngoài yêu cầu ", " ngoài trách nhiệm ")


def inside(scene: Scene, clause: Anatomy) -> Bodies:
    """ "Việc phối hợp giữa A và B phải …" binds A and B; "Bộ trưởng, Chủ tịch X chịu trách nhiệm" at least X."""
    found: Bodies = ()
    for slot in scene.within(scene.slots, clause.main, clause.predicate):
        frame = scene.frames.get(slot.start - 1)
        role = frame.rule.emit["role"] if frame is not None else ""
        before = scene.lower[max(clause.main, slot.start - 4) : slot.start].rstrip()
        among = role == "between" or (bool(found) and role == "toward")
        listed = role == "" and before.endswith((",", " và")) and not _toward(scene, clause, slot.start)
        if among or (listed and not scene.in_parentheses(clause.main, slot.start)):
            found += scene.group_at(slot, clause.predicate).bodies
    return tuple(dict.fromkeys(found)) or _written_by(scene, clause) or _before_cue(scene, clause)


def _toward(scene: Scene, clause: Anatomy, end: int) -> bool:
    """Whether those named at ``end`` only have the subject done to them ("Chính sách đối với cán bộ, | công chức"), or
    stand in what is left aside ("Nhân viên | ngoài các yêu cầu về bảo vệ người bệnh | phải")."""
    return any(scene.lower.rfind(word, clause.main, end) > clause.main for word in _ASIDE)


def _written_by(scene: Scene, clause: Anatomy) -> Bodies:
    """ "Văn bản của Sở A gửi Sở B phải nêu rõ …": whose paper it is sees to what stands in it."""
    paper = scene.link("paper", clause.main, clause.predicate) if clause.force == "strong" else None
    slot = scene.slot_at(paper.end(), clause.predicate) if paper is not None else None
    says = scene.link("says", scene.skip(clause.after_cue, clause.end), clause.end)
    return scene.group_at(slot, clause.predicate).bodies if slot is not None and says is not None else ()


def _before_cue(scene: Scene, clause: Anatomy) -> Bodies:
    """ "Tiền cước Bên thuê phải trả", "khoản mà Sở phải cấp": whoever stands right before the cue must do it, unless
    the thing is his ("hàng hóa của Bên bán phải …")."""
    slots = scene.within(scene.slots, clause.main, clause.predicate) if clause.force == "strong" else ()
    if not slots or scene.skip(slots[-1].end, clause.end) != clause.predicate:
        return ()
    if _toward(scene, clause, slots[-1].start):
        return ()
    if scene.lower.startswith("của ", slots[-1].start - 4):  # "Mọi hoạt động của | Sở phải", no "hàng của | Sở"
        answers = clause.cue is not None and clause.cue.rule.id in ("cue.must", "cue.must_not", "cue.need")
        known = not scene.people.issuperset(slots[-1].bodies)
        return slots[-1].bodies if answers and known and scene.link("act_of", clause.main, slots[-1].start) else ()
    acted_on = scene.link("act_on", clause.main, slots[-1].start) is not None  # "Việc tuyển dụng | nhân viên phải"
    return () if acted_on or slots[-1].start - 1 in scene.frames else slots[-1].bodies


def suffers(scene: Scene, clause: Anatomy, subject: Group) -> bool:
    """ "Người bị tạm giữ phải được khám sức khỏe", "Các phòng phải được trang bị": those for whom another acts; a body
    that needs another's word must see to it ("Bên B phải được Bên A đồng ý")."""
    if clause.kind != "body" or clause.cue is None or clause.cue.rule.id != "cue.must_be":
        return False
    done = scene.verb_at(scene.skip(clause.cue.end, clause.end), clause.end)
    return done or scene.people.issuperset(subject.bodies)


def in_condition(scene: Scene, clause: Anatomy, at: int) -> bool:
    """Whether ``at`` stands in a condition, which tells nothing of who does what then: "từ chối làm thêm | khi chưa
    thống nhất với Bên A"; who is asked before or after an act ("sau khi thống nhất với Bộ A") has a part in it."""
    last = next(reversed(scene.within(scene.timings, clause.main, at)), None)
    return last is not None and at < last.end and (last.deadline.kind, last.deadline.relation) == ("event", "on")
