"""Who is given a task behind its words: "Tổ chức hội thi (Sở A chủ trì, Hội B phối hợp)", "Mở mục: giao Đài C"."""

from __future__ import annotations

from typing import NamedTuple

from dieukhoan.extract.duties.pieces import Anatomy, Bodies
from dieukhoan.extract.duties.scene import Scene

_LONGEST = 200  # characters inside the brackets, or behind the colon
_NAMING = 40  # characters before a bracket that may be what it explains
_PLANS = (
    "chuong_trinh_phoi_hop",
    "ke_hoach_phoi_hop",
    "ke_hoach",
    "chi_thi",
    "de_an",
    "nghi_quyet_lien_tich",
    "quyet_dinh",
)


class Allotted(NamedTuple):
    """Where the words of a task end, who does it, and with whom."""

    start: int
    lead: Bodies
    support: Bodies


def allotted(scene: Scene, clause: Anatomy) -> Allotted | None:
    """Who does what a clause without a subject tells, where brackets at its end or before a comma, or words behind its
    colon say so."""
    if clause.subject is not None or clause.kind not in ("verb", "noun", "unknown"):
        return None
    closed = clause.end - 1 if scene.lower[clause.end - 1] == ")" else scene.lower.rfind("),", clause.main, clause.end)
    opened = scene.lower.rfind("(", clause.main, closed) if closed > 0 else -1
    if opened >= closed - _LONGEST and opened > clause.main:
        return _given(scene, clause, opened, closed)
    colon = scene.lower.find(": ", clause.main, clause.end)
    return _given(scene, clause, colon, min(clause.end, colon + _LONGEST)) if colon > 0 else None


def _given(scene: Scene, clause: Anatomy, mark: int, end: int) -> Allotted | None:
    """Who is named behind the bracket or colon at ``mark`` with a word that says that he does the task."""
    at = scene.skip(mark + 1, end)
    opener = scene.link("allots", at, end)
    slot = scene.slot_at(opener.end() if opener else at, end)
    if slot is None:
        return None
    group = scene.group_at(slot, end)
    act = scene.link("allotted", group.end, end)
    labelled = opener is not None and opener.group().endswith(": ")
    if act is None and not labelled and (opener is not None or not _alone(scene, clause, mark, group.end, end)):
        return None
    behind = act.end() if act is not None else group.end
    if scene.lower[behind:end].lstrip()[:1] not in ("", ",", ";", "-") and scene.timing_at(behind + 1) is None:
        return None
    support = _helpers(scene, behind, end)
    return Allotted(mark, tuple(body for body in group.bodies if body not in support), support)


def _alone(scene: Scene, clause: Anatomy, bracket: int, behind: int, end: int) -> bool:
    """Whether a name alone in brackets closes an item of a plan ("Lập danh sách (Phòng Y tế)") and explains no word
    before it ("gửi cơ quan thuế (Chi cục Thuế)")."""
    planned = scene.document.header.document_type in _PLANS and clause.kind == "verb" and clause.cue is None
    if not planned or scene.lower[bracket] != "(" or behind < end or end < clause.end - 1:
        return False
    before = max(clause.main, bracket - _NAMING)
    named = any(slot.end >= bracket - 1 for slot in scene.within(scene.slots, before, bracket))
    return not named and not scene.holds("names_body", before, bracket)


def _helpers(scene: Scene, start: int, end: int) -> Bodies:
    """The bodies behind "phối hợp với" and before "phối hợp"."""
    found: Bodies = ()
    for slot in scene.within(scene.slots, start, end):
        group = scene.group_at(slot, end)
        frame = scene.frames.get(slot.start - 1)
        asked = frame is not None and frame.rule.emit["role"] == "support"
        if asked or scene.link("helping", group.end, end) is not None or scene.holds("helped_by", start, slot.start):
            found += group.bodies
    return tuple(dict.fromkeys(found))
