"""Who has which part in a clause: the words before each body ("phối hợp với", "báo cáo", "giao") decide."""

from __future__ import annotations

import re
from dataclasses import dataclass, field

from dieukhoan.extract.duties.allotted import allotted
from dieukhoan.extract.duties.details import purpose_start
from dieukhoan.extract.duties.helping import closes_list, continues, helps, shares_lead
from dieukhoan.extract.duties.named import in_condition, inside, suffers
from dieukhoan.extract.duties.parts import head_verb
from dieukhoan.extract.duties.passive import carried_out_by
from dieukhoan.extract.duties.pieces import Anatomy, Bodies, Group, Slot
from dieukhoan.extract.duties.scene import Scene
from dieukhoan.extract.duties.serving import SERVING, handed, serves

_SHARED = ("support", "directed", "recipient")
_WHEN = ("condition", "time")  # fronts that leave open who asks
_REACH = 60  # characters of small words that may stand between a frame and its body


@dataclass(slots=True)
class Cast:
    """Bodies by role; ``source`` tells where the lead comes from: explicit, anaphor, heading, implied or empty.

    ``served`` are recipients only because something is done for them, ``handed`` because something is told or given for
    them to have ("trả hồ sơ cho"), ``named`` those that an anaphor names ("đồng gửi hai ngành còn lại"), but not "liên
    ngành": who reports to it is one of them. ``main_support`` is the support of the main predicate ("A phối hợp với B
    làm X; làm Y"), which carries over a semicolon. ``assigned``: the lead was given its task in this clause.
    ``unresolved`` are view spans of role slots that hold no known body.
    """

    lead: Bodies = ()
    source: str = ""
    support: Bodies = ()
    directed: Bodies = ()
    assigner: Bodies = ()
    recipient: Bodies = ()
    main_support: Bodies = ()
    mutual: bool = False
    assigned: bool = False
    follows: bool = False
    served: Bodies = ()
    handed: Bodies = ()
    named: Bodies = ()
    unresolved: list[tuple[int, int]] = field(default_factory=list)

    def add(self, role: str, bodies: Bodies) -> None:
        """Give ``bodies`` one more role."""
        setattr(self, role, tuple(dict.fromkeys((*getattr(self, role), *bodies))))


def cast(scene: Scene, clause: Anatomy, *, follows: bool = False) -> Cast:
    """The parts that the words of one clause give away (nothing inherited yet); ``follows``: a clause before it has a
    subject that may be its own."""
    found = Cast(follows=follows)
    if clause.subject is not None and not suffers(scene, clause, clause.subject):
        found.add("lead", clause.subject.bodies)
        found.source = "anaphor" if clause.subject.via == "anaphor" else "explicit"
    given = allotted(scene, clause)
    if given is not None:
        found.lead, found.support, found.source = given.lead, given.support, "explicit"
        clause = clause._replace(end=given.start)
    start = clause.subject.end if clause.subject is not None else clause.main
    if clause.kind in ("noun", "text", "actor") and clause.predicate > start:
        if given is None and (named := inside(scene, clause)):
            found.lead, found.source = named, "explicit"
        start = clause.predicate
    _read(scene, clause, found, start)
    if clause.force == "assign" and not found.assigned and _to_fill_in(scene, clause):
        found.assigner, found.lead, found.source, found.assigned = found.lead, (), "explicit", True
    if scene.holds("mutual", start, clause.end):
        found.mutual = True
    _unresolved(scene, clause, found)
    return found


def _read(scene: Scene, clause: Anatomy, found: Cast, start: int) -> None:
    """Give every group of bodies behind ``start`` its role, from left to right."""
    reached, role = start, ""
    grouped: set[Slot] = set()
    for slot in scene.within(scene.slots, start, clause.end):
        if slot in grouped or slot.end > clause.end:
            continue
        for number, group in enumerate(_parted(scene, clause, scene.group_at(slot, clause.end))):
            if group.via == "anaphor" and not scene.lower.startswith("liên ", group.start):
                found.named += group.bodies
            if role and not number and continues(scene, reached, group.start):
                if role in _SHARED:
                    found.add(role, group.bodies)
            elif role == "directed" and not number and closes_list(scene, reached, group.start):
                found.add(role, group.bodies)
            elif role == "joint" and scene.lower[reached : group.start].strip() == "với":
                found.add("lead", group.bodies)
            else:
                role = _place(scene, clause, found, group, reached if reached <= slot.start else start)
            reached = group.end
            grouped.update(group.slots)


def _parted(scene: Scene, clause: Anatomy, group: Group) -> list[Group]:
    """ "A báo cáo X và B báo cáo Y": the last of what looks like one group acts itself, with the clause's own verb."""
    head = head_verb(scene, clause)
    hit = scene.opening_at(head, clause.end)
    if len(group.slots) > 1 and clause.subject is not None and hit is not None and hit.get("kind") == "verb":
        verb = scene.lower[head : hit.end]
        if scene.lower.startswith(verb, scene.skip(group.end, clause.end)):
            return [Group(group.slots[:-1]), Group(group.slots[-1:])]
    return [group]


def _place(scene: Scene, clause: Anatomy, found: Cast, group: Group, after: int) -> str:
    """Give a group the role that its frame names; that role, which names that follow share."""
    role, frame_start = frame_before(scene, group.slots[0], after)
    if role == "support" and _by_others(scene, clause, frame_start):
        return ""
    if role in _SHARED:
        if in_condition(scene, clause, frame_start):
            return ""
        found.add(role, group.bodies)
        if role == "support" and not found.directed and is_main(scene, clause, frame_start):
            together = scene.holds("partnering", frame_start, group.start)
            found.main_support = found.support if together else found.main_support
        return role
    if role == "assignee":
        _assign(scene, clause, found, group, frame_start)
    elif role == "asked":
        _ask(scene, clause, found, group, frame_start)
    elif role == "benefit":
        _benefit(scene, clause, found, group, frame_start)
    elif role in SERVING and serves(scene, clause, role, group.bodies, frame_start):
        found.add("recipient", group.bodies)
        found.add("served", () if handed(scene, clause, frame_start) else group.bodies)
    elif not found.lead and _carries_out(scene, clause, role, frame_start):
        found.add("lead", group.bodies)
        found.source = "explicit"
        return "joint" if role == "between" else role
    elif not role and _second_subject(scene, clause, group):
        _join(scene, clause, found, group)
    return role


def _by_others(scene: Scene, clause: Anatomy, frame_start: int) -> bool:
    """Whether "phối hợp với" is one of several things that those do to whom a report goes: "phản ánh về Sở A để tổng
    hợp, | phối hợp với Sở B giải quyết"."""
    aim = purpose_start(scene, clause)
    reports = scene.holds("sending", clause.main, aim) if aim < frame_start else False
    return reports and re.search(r",| và ", scene.lower[aim:frame_start]) is not None


def frame_before(scene: Scene, slot: Slot, after: int) -> tuple[str, int]:
    """The role that stands before ``slot`` and where its words begin; ("", slot) for none."""
    at = slot.start
    while at > after:
        frame = scene.frames.get(at - 1)
        if frame is not None and (frame.start >= after - 1 or "across" in frame.rule.emit):
            return frame.rule.emit["role"], frame.start
        small = _small_word_before(scene, at, max(after, slot.start - _REACH))
        if small is None:
            break
        at = small
    return "", slot.start


def _small_word_before(scene: Scene, at: int, least: int) -> int | None:
    """Where a determiner that ends right before ``at`` begins."""
    for length in (2, 3):
        begin = at
        for _ in range(length):
            begin = scene.lower.rfind(" ", least, begin - 1) + 1 if begin - 1 > least else -1
            if begin <= 0:
                break
            small = scene.link("determiner", begin, at)
            if small and small.end() == at and "%" not in small.group():  # "phổ biến đến 100% chi đoàn": a measure
                return begin
    return None


def is_main(scene: Scene, clause: Anatomy, frame_start: int) -> bool:
    """Whether "phối hợp với" is the main predicate (nothing but cue, adverbs or "chủ trì," before it)."""
    at = scene.skip(clause.after_cue, clause.end)
    while at < frame_start:
        hit = scene.opening_at(at, clause.end)
        if hit is None or not (hit.get("kind") == "adverb" or scene.lower.startswith("chủ trì", at)):
            return False
        at = scene.skip(hit.end, clause.end)
    return True


def _assign(scene: Scene, clause: Anatomy, found: Cast, group: Group, frame_start: int) -> None:
    """ "Giao X làm Y": X leads, the subject assigns; "… và giao cho X" behind another verb serves X, as does what is
    delivered ("Bên B giao cho Bên A 02 bộ hồ sơ")."""
    at = group.start
    heads = _decides(scene, clause, frame_start) or (clause.cue is not None and clause.cue.start == frame_start)
    if not heads and scene.lower.startswith("phân công", frame_start) and " cho" not in scene.lower[frame_start:at]:
        return  # "việc phân công cán bộ": nobody is given a thing
    if not heads or not _gets_task(scene, clause, group):
        found.add("recipient", group.bodies)
    elif found.assigned:
        found.add("lead", group.bodies)
    else:
        found.assigner = tuple(body for body in found.lead if body not in group.bodies)
        found.lead, found.source, found.assigned = group.bodies, "explicit", True


def _decides(scene: Scene, clause: Anatomy, frame_start: int) -> bool:
    """Whether "giao" is the main predicate, perhaps behind another word of deciding ("chỉ đạo, | giao Phòng A")."""
    at = scene.skip(clause.after_cue, clause.end)
    decides = scene.link("decides", at, frame_start)
    return is_main(scene, clause, frame_start) or (
        decides is not None and scene.skip(decides.end(), frame_start) == frame_start
    )


def _to_fill_in(scene: Scene, clause: Anatomy) -> bool:
    """ "Giao ………… làm đầu mối": who gets the task is still to be written, so nobody else is put in his place."""
    return re.match(r" ?(?:…|\.{3}|_{3})", scene.lower[clause.after_cue : clause.after_cue + 4]) is not None


def _gets_task(scene: Scene, clause: Anatomy, group: Group) -> bool:
    """Whether behind the body stands what it is to do, or nothing ("giao Ban Chính sách;")."""
    at = scene.skip(group.end, clause.end)
    hit = scene.opening_at(at, clause.end)
    front = hit is not None and hit.get("kind") == "front"
    copula = scene.lower.startswith(("là ", "cùng ", "trong "), at)
    return at >= clause.end or front or copula or scene.acts_at(at, clause.end)


def _ask(scene: Scene, clause: Anatomy, found: Cast, group: Group, frame_start: int) -> None:
    """ "Đề nghị X giám sát" without a subject recommends to X; with a subject X is the one asked; "Nghiêm cấm X nhận
    quà" binds X, whoever forbids it."""
    opening = frame_start in (clause.main, clause.predicate)
    told = not clause.fronts or (not found.follows and all(part in _WHEN for _, _, part in clause.fronts))
    acts = scene.acts_at(scene.skip(group.end, clause.end), clause.end)
    if scene.lower.startswith(("nghiêm cấm", "cấm"), frame_start):
        if opening and (acts or scene.link("harms", scene.skip(group.end, clause.end), clause.end)):
            found.lead, found.source = group.bodies, "explicit"
    elif opening and clause.subject is None and told and acts:
        found.lead, found.source, found.assigned = group.bodies, "explicit", True
    elif opening and scene.lower.startswith("khuyến khích", frame_start):
        found.assigner, found.lead, found.assigned = found.lead, group.bodies, True
    else:
        found.add("recipient", group.bodies)


def _benefit(scene: Scene, clause: Anatomy, found: Cast, group: Group, frame_start: int) -> None:
    """ "cho X": whom an act serves; after "giao nhiệm vụ … cho" the one who gets the task."""
    given = scene.link("task", scene.skip(clause.after_cue, clause.end), clause.end)
    if clause.force == "assign" and clause.cue is not None and given and not found.assigned:
        _assign(scene, clause, found, group, clause.cue.start)
    else:
        found.add("recipient", group.bodies)
        found.add("handed" if handed(scene, clause, frame_start) else "served", group.bodies)


def _carries_out(scene: Scene, clause: Anatomy, role: str, frame_start: int) -> bool:
    """Whether the body does what is to be done ("được Sở phê duyệt", "giao ban … giữa A và B")."""
    if role == "between":
        return _meets(scene, clause)
    return role == "agent" and clause.kind == "noun" and carried_out_by(scene, clause, frame_start)


def _meets(scene: Scene, clause: Anatomy) -> bool:
    """Whether the head verb is something that two sides do together ("Tiến hành giao ban … giữa A và B")."""
    at = head_verb(scene, clause)
    return scene.holds("meeting", at, min(at + 20, clause.end))


def _second_subject(scene: Scene, clause: Anatomy, group: Group) -> bool:
    """A body after a comma or "và", without a word that governs it, with a verb of its own."""
    before = scene.lower[max(clause.start, group.start - 5) : group.start].rstrip()
    if not (before.endswith((",", ";", " và", "thì", ":")) or group.start == clause.main):
        return False
    if before.endswith(",") and scene.link("set_goes_on", scene.lower.rfind(",", 0, group.start), clause.end):
        return False  # "cơ quan quản lý cán bộ, công chức có trách nhiệm"
    return scene.acts_at(scene.skip(_behind_aside(scene, clause, group.end), clause.end), clause.end)


def _behind_aside(scene: Scene, clause: Anatomy, at: int) -> int:
    """The place behind "trong phạm vi chức năng của mình" where it stands at ``at``, else ``at``."""
    aside = scene.link("in_its_powers", at, clause.end)
    return aside.end() if aside is not None else at


def _join(scene: Scene, clause: Anatomy, found: Cast, group: Group) -> None:
    """A second acting body leads too; one that only "phối hợp" supports."""
    if found.lead and (
        helps(scene, _behind_aside(scene, clause, group.end), clause.end) or shares_lead(scene, clause, group.start)
    ):
        found.add("support", group.bodies)
    elif found.lead:
        found.add("lead", group.bodies)


def _unresolved(scene: Scene, clause: Anatomy, found: Cast) -> None:
    """ "phối hợp với" and "giao" whose body is not known."""
    waits = clause.force == "assign" and not found.assigned
    if waits and clause.cue is not None and scene.view.text[clause.cue.end + 1 : clause.cue.end + 2].isupper():
        found.unresolved.append((clause.cue.start, min(clause.end, clause.cue.end + 40)))
