"""Who takes part in what another body does: "Sở A tổ chức, Hội B phối hợp", "Sở A chủ trì, Hội B phối hợp mở lớp"."""

from __future__ import annotations

from dieukhoan.extract.duties.pieces import Anatomy
from dieukhoan.extract.duties.scene import Scene


def helps(scene: Scene, start: int, end: int) -> bool:
    """Whether all that follows is "(có trách nhiệm) phối hợp (thực hiện)"."""
    match = scene.link("helping", start, end)
    return match is not None and match.end() >= end


def shares_lead(scene: Scene, clause: Anatomy, at: int) -> bool:
    """Whether the body at ``at`` takes part in what the subject has only been said to lead: "Tỉnh đoàn chủ trì, | Liên
    đoàn phối hợp tổ chức hội thi"."""
    led = scene.link("leads_only", clause.predicate, at)
    slot = scene.slot_at(at, clause.end)
    if slot is None or led is None or scene.skip(led.end(), at) < at:
        return False
    return scene.lower.startswith(" phối hợp", scene.group_at(slot, clause.end).end)
