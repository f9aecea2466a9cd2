"""What the clause before a colon says of its own."""

from __future__ import annotations

from dieukhoan.extract.duties.anatomy import dissect
from dieukhoan.extract.duties.parts import head_verb
from dieukhoan.extract.duties.pieces import Anatomy
from dieukhoan.extract.duties.roles import is_main
from dieukhoan.extract.duties.scene import Scene

_TELLING = 10  # blanks between the words of an introducing line that says something itself


def acts(scene: Scene, start: int, end: int) -> bool:
    """Whether the clause before a colon says something of its own ("Hai bên tổ chức các hoạt động sau:")."""
    clause = dissect(scene, start, end)
    return clause.predicate >= 0 and not is_bare(scene, clause)


def has_content(scene: Scene, clause: Anatomy) -> bool:
    """Whether an introducing line says enough to be a duty beside its items ("Chỉ đạo thí điểm một số xã tuyên truyền
    pháp luật với các nội dung sau đây")."""
    start = head_verb(scene, clause)
    if only_partners(scene, clause) or only_partners(scene, clause, role="directed"):
        return False
    blank = max(clause.main, start - 1)  # "có trách nhiệm| sau đây:" says nothing yet
    end = scene.words.links["announces"].search(scene.lower, blank, clause.end)
    return scene.lower.count(" ", start, end.start() if end else clause.end) >= _TELLING


def only_partners(scene: Scene, clause: Anatomy, role: str = "support") -> bool:
    """ "Tỉnh đoàn chủ trì, phối hợp với Sở A và Hội B:" says with whom, not what; for the ``role`` of those "directed"
    whether "Chỉ đạo Sở A và các đơn vị trực thuộc:" only says to whom."""
    slots = scene.within(scene.slots, max(clause.after_cue, clause.predicate), clause.end)
    frame = scene.frames.get(slots[0].start - 1) if slots else None
    if frame is None or frame.rule.emit["role"] != role or not is_main(scene, clause, frame.start):
        return False
    return scene.skip(slots[-1].end, clause.end) >= clause.end


def is_bare(scene: Scene, clause: Anatomy) -> bool:
    """Whether an introducing clause has no content but its subject and cue ("Sở Tư pháp có trách nhiệm:")."""
    at = scene.skip(clause.after_cue, clause.end)
    bare = scene.words.intros.by_id["intro.tasks"].regex.match(scene.lower, at)
    return clause.after_cue >= clause.end or (bare is not None and bare.end() >= clause.end)
