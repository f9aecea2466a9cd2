"""The predicate of a clause: where it begins behind a subject, and the word that makes it a duty."""

from __future__ import annotations

import re

from dieukhoan.extract.duties.lexicon import Hit
from dieukhoan.extract.duties.pieces import Anatomy
from dieukhoan.extract.duties.scene import Scene
from dieukhoan.rulebook import Match

FAR = 160  # characters between a subject and its predicate
_NEAR = 60  # between a body behind a comma and its verb
_RELATIVE = 90  # between the verb that tells which subject is meant and the cue
_PEOPLE = ("người ", "cá nhân ", "đối tượng ", "nạn nhân ", "trẻ em ")  # "bàn giao người | được giải cứu"
_PARTED = re.compile(r"[;:]|(?<!\w)(?:thì|nhưng|mà|để)(?!\w)")
_ASIDE = re.compile(r"\([^()\n]*\) ?")
WORD = re.compile(r'[^\s,;:()"]+')


def with_subject(scene: Scene, clause: Anatomy, at: int) -> Anatomy:
    """``clause``, whose subject ends at ``at``, with its predicate."""
    aside = scene.link("aside", at, clause.end)
    if aside is not None:
        behind = _behind_subject(scene, clause, at, aside.end())
        if behind.predicate >= 0 or behind.kind == "fact":
            return behind
    return _behind_subject(scene, clause, at, at)  # "Công ty ký hợp đồng bằng văn bản": no aside but the act itself


def _behind_subject(scene: Scene, clause: Anatomy, subject_end: int, at: int) -> Anatomy:
    """``clause`` with the predicate that begins at ``at`` or later, its subject having ended at ``subject_end``."""
    at = scene.skip(at, clause.end)
    if scene.lower[at : at + 1] == ":":  # "Công đoàn A: giao Ban B"
        at = scene.skip(at + 1, clause.end)
    if scene.lower.startswith("thì ", at):  # "Học viên bỏ học thì không được nhận kinh phí"
        at = scene.skip(at + 4, clause.end)
    entrusted = scene.link("entrusted", at, clause.end) if clause.kind == "actor" else None
    if entrusted is not None and (acting := predicate(scene, clause, entrusted.end())).predicate >= 0:
        return acting  # "đơn vị được giao đầu mối | báo cáo lãnh đạo"
    described = scene.link("fact", at, clause.end) or scene.link("disclaims", at, clause.end)
    described = described or scene.link("those_who", clause.main, clause.end)
    if described and not scene.link("standing", at, clause.end):
        cue = _owed_after(scene, at, clause.end)
        return clause._replace(kind="fact") if cue is None else clause._replace(predicate=cue.start, cue=cue)
    front = scene.opening_at(at, clause.end)
    listed = scene.lower[subject_end : subject_end + 1] == ","  # "Bệnh viện A, Chủ nhiệm chương trình B có trách nhiệm"
    if listed or (front is not None and front.get("kind") == "front"):
        for cue in scene.within(scene.cues, at, min(clause.end, at + 2 * FAR)):
            if cue.rule.emit["force"] == "strong":  # "Ủy ban khi tiếp công dân … có trách nhiệm mời …"
                return clause._replace(predicate=cue.start, cue=cue)
    return _behind_grant(scene, _outspoken(scene, predicate(scene, clause, at)))


def _owed_after(scene: Scene, at: int, end: int) -> Match | None:
    """The outspoken cue of a subject of which "đã" only tells which one is meant: "Tòa án | đã ra bản án, quyết định |
    phải chuyển giao"; None where a clause begins before it or another subject stands right there."""
    past = scene.link("past", at, end)
    reach = min(end, at + FAR)
    stop = scene.words.links["past_end"].search(scene.lower, at, reach) if past else None
    for cue in scene.within(scene.cues, at, stop.start() if stop else reach) if past else ():
        if cue.rule.id in ("cue.must", "cue.must_not"):
            return None if _has_subject(scene, at, cue.start) else cue
    return None


def predicate(scene: Scene, clause: Anatomy, at: int) -> Anatomy:
    """``clause`` with the first cue or verb from ``at`` on, not too far away; adverbs before it belong to it."""
    stop = min(clause.end, at + FAR)
    first: tuple[int, Hit] | None = None
    while at < stop:
        if aside := _ASIDE.match(scene.lower, at, clause.end):  # "(trung tâm A hoặc trung tâm B của tỉnh)"
            at, stop = aside.end(), min(clause.end, stop + len(aside.group()))
            continue
        cue, hit = scene.cue_at(at, clause.end), scene.opening_at(at, clause.end)
        kind = "" if hit is None or scene.view.text[at].isupper() else hit.get("kind")  # "các ngành Thông tin, …"
        if cue is not None and cue.rule.id == "cue.let" and _of_place(scene, clause, cue):
            at = _behind_verb(scene, scene.skip(cue.end, clause.end), clause.end)
            continue
        if cue is not None or kind == "verb":
            cue = _second(scene, cue, clause.end) if cue is not None else None
            return clause._replace(predicate=first[0] if first else at, cue=cue, opening=hit)
        if scene.link("made_up", at, clause.end):
            return clause._replace(kind="fact")
        if scene.held_at(at):
            return clause._replace(predicate=first[0] if first else at)
        if hit is not None and kind == "adverb":
            first = first or (at, hit)
            at = scene.skip(hit.end, clause.end)
        elif first is not None and scene.timing_at(at) is None:
            break
        else:
            at = scene.skip(_behind_word(scene, at, clause.end), clause.end)
    return clause._replace(predicate=first[0], opening=first[1]) if first else clause


def _of_place(scene: Scene, clause: Anatomy, cue: Match) -> bool:
    """Whether "được" only tells where the subject is: "Công an huyện nơi người | được giải cứu | thực hiện"."""
    if clause.subject is None or not scene.lower.startswith("nơi ", scene.skip(clause.subject.end, clause.end)):
        return False
    behind = _behind_verb(scene, scene.skip(cue.end, clause.end), clause.end)
    later = scene.opening_at(behind, clause.end)
    return scene.cue_at(behind, clause.end) is not None or (later is not None and later.get("kind") == "verb")


def _behind_verb(scene: Scene, at: int, end: int) -> int:
    """The place behind the verb at ``at``, or behind one word where none is known."""
    hit = scene.opening_at(at, end)
    return scene.skip(hit.end if hit is not None else _behind_word(scene, at, end), end)


def _behind_word(scene: Scene, at: int, end: int) -> int:
    timing = scene.timing_at(at)
    word = WORD.match(scene.lower, at, end)
    return timing.end if timing else word.end() if word else at + 1


def _second(scene: Scene, cue: Match, end: int) -> Match:
    """ "sẽ được", "cam kết không được": the second word tells the kind of duty."""
    second = scene.cue_at(scene.skip(cue.end, end), end) if cue.rule.id == "cue.commit" else None
    return second if second is not None and second.rule.emit["force"] in ("strong", "weak") else cue


def _outspoken(scene: Scene, clause: Anatomy) -> Anatomy:
    """ "Người lao động làm việc ở bộ phận độc hại được hưởng …": the verb only tells which one, the cue decides."""
    opening = clause.opening
    if clause.cue is not None or opening is None or opening.get("kind") != "verb":
        return clause
    if scene.link("causative", clause.predicate, clause.end):
        return clause
    reach = min(clause.end, opening.end + _RELATIVE)
    stop = scene.words.links["relative_end"].search(scene.lower, opening.end, reach)
    reach = stop.start() if stop else reach
    if scene.within(scene.slots, opening.end, reach):
        return clause
    for cue in scene.within(scene.cues, opening.end, reach):
        people = cue.rule.id == "cue.let" and scene.lower.endswith(_PEOPLE, opening.end, cue.start)
        if cue.rule.emit["force"] in ("strong", "weak") and cue.rule.id != "cue.need" and not people:
            return clause._replace(predicate=cue.start, cue=_second(scene, cue, clause.end))
    return clause


def _behind_grant(scene: Scene, clause: Anatomy) -> Anatomy:
    """ "Tòa án được yêu cầu phải trả lời", "Đơn vị được Sở giao quản lý tài sản có trách nhiệm …": "được" only tells
    which one is meant where an outspoken cue follows without anything that begins a part of its own."""
    grant = clause.cue
    if grant is not None and grant.rule.id == "cue.not":
        return _behind_lack(scene, clause, grant)
    if grant is None or grant.rule.id != "cue.let":
        return clause
    reach = min(clause.end, grant.end + FAR)
    stop = scene.words.links["grant_end"].search(scene.lower, grant.end, reach)
    for cue in scene.within(scene.cues, grant.end, stop.start() if stop else reach):
        if cue.rule.id in ("cue.must", "cue.must_not") and not _has_subject(scene, grant.end, cue.start):
            return clause._replace(predicate=cue.start, cue=cue)
    return clause


def _behind_lack(scene: Scene, clause: Anatomy, lack: Match) -> Anatomy:
    """ "Đơn vị dùng đài | không đáp ứng tiêu chuẩn, dùng sai tần số | phải khắc phục": what those who are meant fail to
    do, before what they must."""
    for cue in scene.within(scene.cues, lack.end, min(clause.end, lack.end + FAR)):
        if cue.rule.id in ("cue.must", "cue.must_not"):
            parted = scene.within(scene.slots, lack.end, cue.start) or _PARTED.search(scene.lower, lack.end, cue.start)
            return clause if parted else clause._replace(predicate=cue.start, cue=cue)
    return clause


def _has_subject(scene: Scene, start: int, cue: int) -> bool:
    """Whether a body right before ``cue`` is its subject, and not one that a small word binds to what precedes."""
    slots = scene.within(scene.slots, start, cue)
    if not slots or scene.skip(slots[-1].end, cue) < cue:
        return False
    return scene.words.links["bound_to"].search(scene.lower, start, slots[-1].start) is None


def acting_body(scene: Scene, at: int, end: int) -> bool:
    """Whether a body stands at ``at`` (behind an adverb perhaps) and a cue or verb follows it closely."""
    at = behind_adverb(scene, at, end)
    slot = scene.slot_at(at, end)
    if slot is None:
        return False
    group = scene.group_at(slot, end)
    after = scene.skip(group.end, end)
    reach = min(end, after + _NEAR)
    aim = scene.words.links["aim"].search(scene.lower, after, reach)
    clause = Anatomy(at, aim.start() if aim else reach, at, "body", subject=group)
    return after < end and predicate(scene, clause, after).predicate >= 0


def behind_adverb(scene: Scene, at: int, end: int) -> int:
    """``at``, or the place behind the adverb that begins there ("trước mắt" các bên phối hợp)."""
    hit = scene.opening_at(at, end)
    return scene.skip(hit.end, end) if hit is not None and hit.get("kind") == "adverb" else at


def head_verb(scene: Scene, clause: Anatomy) -> int:
    """Where the words after cue and adverbs begin: the head verb of the duty."""
    at = scene.skip(clause.after_cue, clause.end)
    while at < clause.end:
        behind = behind_adverb(scene, at, clause.end)
        if behind == at:
            return at
        at = behind
    return at
