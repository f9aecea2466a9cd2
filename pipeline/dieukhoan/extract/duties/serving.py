"""Whom an act serves: bodies behind "về", "để", "đối với", and what such words only tell a thing is about."""

from __future__ import annotations

from dieukhoan.extract.duties.pieces import Anatomy, Bodies
from dieukhoan.extract.duties.scene import Scene

SERVING = {"toward": "sending", "purpose": "enabling", "regarding": "gathering"}
_TOPIC = 24  # characters of the longest noun that "về" says something of


def serves(scene: Scene, clause: Anatomy, role: str, bodies: Bodies, frame_start: int) -> bool:
    """Whether the verbs before "về X", "để X làm", "đối với X" are such that X receives something."""
    if role == "purpose" and scene.lower.startswith("để tổ chức ", frame_start):
        return False  # "để tổ chức thanh tra": a verb, not who is enabled
    if not _done_before(scene, clause, SERVING[role], frame_start):
        return False
    return role != "toward" or not _about(scene, clause, bodies, frame_start)


def handed(scene: Scene, clause: Anatomy, frame_start: int) -> bool:
    """Whether something is told or given to those behind ``frame_start``; "khám bệnh cho người lái xe" gives none."""
    return _done_before(scene, clause, "handing", frame_start)


def _done_before(scene: Scene, clause: Anatomy, verbs: str, at: int) -> bool:
    start = clause.subject.end if clause.subject is not None else clause.main
    return scene.first(verbs, start, clause.end) <= at


def _about(scene: Scene, clause: Anatomy, bodies: Bodies, frame_start: int) -> bool:
    """Whether "về X", "đến X" says what a thing is about ("thông tin về X", "vụ việc liên quan đến X"); behind a verb
    of sending it may be where the thing goes ("gửi tài liệu liên quan đến Sở"), but not where X are people."""
    topic = scene.words.links["topic"].search(scene.lower, max(clause.main, frame_start - _TOPIC), frame_start)
    if topic is None:
        return False
    sent = _done_before(scene, clause, "moving", frame_start) and not scene.people.issuperset(bodies)
    return topic["only"] is not None or not sent
