"""Who takes part in what another body does: "Sở A tổ chức, Hội B phối hợp", "Sở A chủ trì, Hội B phối hợp mở lớp"."""

from __future__ import annotations

import re

from dieukhoan.extract.duties.pieces import Anatomy
from dieukhoan.extract.duties.scene import Scene

_PEOPLE = 160  # characters of people no rule knows, in a list of those who are told


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


def continues(scene: Scene, start: int, end: int) -> bool:
    """Whether only more names stand between two groups ("Sở A, Báo và Phát thanh tỉnh, các cơ quan liên quan")."""
    between = scene.lower[start:end]
    if end - start > 80 or not between.rstrip().endswith((",", " và")) or re.search(r"[.;:()]", between):
        return False
    for word in re.finditer(r"\w+", between):
        at = start + word.start()
        hit = scene.opening_at(at, end)
        binds = hit is not None and hit.get("kind") in ("verb", "front") and not scene.view.text[at].isupper()
        if binds or scene.cue_at(at, end) is not None:
            return False
    return True


def closes_list(scene: Scene, start: int, end: int) -> bool:
    """Whether the list of those who are told goes on over people that no rule knows, and "và" closes it: "hướng dẫn tổ
    chức tài chính | , cá nhân kinh doanh, doanh nghiệp bưu chính và | tổ chức khác thực hiện"."""
    between = scene.lower[start:end]
    listed = between.startswith(",") and between.rstrip().endswith((" và", " và các")) and end - start <= _PEOPLE
    return listed and not re.search(r"[.;:()]", between) and not scene.within(scene.cues, start, end)
