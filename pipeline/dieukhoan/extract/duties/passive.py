"""Clauses whose subject is a thing: "Việc phối hợp phải …", "kết quả được báo cáo …", "tài liệu do Sở bố trí"."""

from __future__ import annotations

from dieukhoan.extract.duties.lexicon import Hit
from dieukhoan.extract.duties.parts import FAR
from dieukhoan.extract.duties.pieces import Anatomy, Group
from dieukhoan.extract.duties.scene import Scene
from dieukhoan.rulebook import Match

_LONGEST = 120  # characters of a subject before "được"
_NAMING = 25  # from here on "người được …" is part of a longer subject
_BEHIND_VERB = 60  # between a verb that is a noun and its cue
_ORDERS = ("cue.must", "cue.must_be", "cue.need")
_OUTSPOKEN = ("cue.must", "cue.must_be", "cue.must_not", "cue.forbid", "cue.let")


def main_cue(scene: Scene, clause: Anatomy) -> Match | None:
    """The cue of a clause whose subject is no body: the first strong one, else "được" before a verb."""
    weak: Match | None = None
    for cue in scene.within(scene.cues, clause.main, min(clause.end, clause.main + 2 * FAR)):
        force = cue.rule.emit["force"]
        if force not in ("strong", "weak") or cue.rule.id == "cue.commit":
            continue
        if scene.in_parentheses(clause.main, cue.start) or _in_timing(scene, clause, cue):
            continue
        if scene.link("inventory", clause.main, clause.end) and cue.rule.id not in _ORDERS:
            continue  # "Danh mục thuốc được phép sử dụng"
        if cue.rule.id == "cue.competent" and _of_object(scene, clause, cue):
            continue  # "thì kết thúc hoặc chuyển Cơ quan điều tra có thẩm quyền thụ lý"
        if force == "strong":
            own = weak is not None and "," in scene.lower[weak.end : cue.start]
            asides = weak is not None and cue.rule.id == "cue.need"  # "được hoàn trả sau khi trừ các khoản cần nộp"
            return weak if own or asides else cue  # "Tiền gửi được trả lãi, hộ gửi có quyền rút"
        if weak is None and _is_passive(scene, clause, cue):
            weak = cue
    return weak


def _of_object(scene: Scene, clause: Anatomy, cue: Match) -> bool:
    """Whether "có thẩm quyền" only tells which body is meant, one that does not open the clause."""
    before = scene.within(scene.slots, clause.main, cue.start)
    return bool(before) and scene.skip(before[-1].end, cue.start) == cue.start and before[-1].start > clause.main


def _in_timing(scene: Scene, clause: Anatomy, cue: Match) -> bool:
    """ "kể từ ngày được cấp phép": the word belongs to the deadline."""
    return any(timing.start < cue.start < timing.end for timing in scene.within(scene.timings, clause.main, cue.start))


def _is_passive(scene: Scene, clause: Anatomy, cue: Match) -> bool:
    """Whether "được" is the predicate ("Chương trình được phổ biến") and not part of a name ("… số người được bầu")."""
    distance = cue.start - clause.main
    able = _ends_with_verb(scene, clause.main, cue.start - 1)
    if able and not scene.acts_at(scene.skip(cue.end, clause.end), clause.end):
        return False  # "sử dụng được ngoại ngữ"
    before = scene.words.links["whoever"].search(scene.lower, max(clause.main, cue.start - 12), cue.start)
    return distance <= _LONGEST and not (distance > _NAMING and before) and _before_verb(scene, cue, clause.end)


def _ends_with_verb(scene: Scene, start: int, end: int) -> bool:
    """Whether one of the last three words before ``end`` begins a verb that ends there."""
    begin = end
    for _ in range(3):
        begin = scene.lower.rfind(" ", start, begin) if begin > start else -1
        if begin < 0:
            return False
        hit = scene.opening_at(begin + 1, end)
        if hit is not None and hit.end == end and hit.get("kind") == "verb":
            return True
    return False


def _before_verb(scene: Scene, cue: Match, end: int) -> bool:
    """Whether a verb follows, or a body and its verb ("được Sở phê duyệt")."""
    at = scene.skip(cue.end, end)
    slot = scene.slot_at(at, end)
    if slot is not None:
        at = scene.skip(scene.group_at(slot, end).end, end)
    unknown = scene.opening_at(at, end) is None and scene.lower[at : at + 1].isalpha()
    return scene.verb_at(at, end) or (cue.rule.id == "cue.let" and unknown)  # "được thể hiện bằng …"


def verb_is_noun(scene: Scene, hit: Hit | None, end: int) -> bool:
    """Whether a word such as "Hoạt động", "Báo cáo" is the subject of an outspoken cue ("Báo cáo kết quả phải …")."""
    if hit is None or hit.rule.id != "opening.verb_or_noun":
        return False
    for cue in scene.within(scene.cues, hit.end, min(end, hit.end + _BEHIND_VERB)):
        if cue.rule.id in _OUTSPOKEN:
            near = cue.rule.id != "cue.let" or (cue.start - hit.end <= 40 and _before_verb(scene, cue, end))
            between = scene.lower[hit.end : cue.start]
            return near and "," not in between and not scene.within(scene.slots, hit.end, cue.start)
    return False


def agent(scene: Scene, clause: Anatomy, stop: int) -> Group | None:
    """The body of "do X bố trí" where that is the only predicate of the clause."""
    for slot in scene.within(scene.slots, clause.main, stop):
        frame = scene.frames.get(slot.start - 1)
        if frame is not None and frame.rule.emit["role"] == "agent":
            group = scene.group_at(slot, clause.end)
            return group if _act(scene, "agent_act", group, clause.end) else None
    return None


def _act(scene: Scene, name: str, group: Group, end: int) -> bool:
    """Whether what ``group`` does follows it; "tổ chức" behind a comma is another body ("do ngân hàng, | tổ chức, cá
    nhân báo cáo")."""
    at = scene.skip(group.end, end)
    if scene.lower.startswith("có thẩm quyền ", at):  # "do Cơ quan điều tra có thẩm quyền | cử cán bộ quản lý"
        at = scene.skip(at + 14, end)
    listed = scene.lower.startswith("tổ chức", at) and "," in scene.lower[group.end : at]
    return not listed and scene.link(name, at, end) is not None


def by_whom(scene: Scene, clause: Anatomy) -> Group | None:
    """The body of "Khám sức khỏe … | do Trạm Y tế | thực hiện" where it does what the verb in front tells, and not only
    a thing of which that verb speaks ("Giám sát công trình do Bên B thực hiện")."""
    if scene.lower.find(" do ", clause.main, clause.end) < 0 or scene.link("looks_at", clause.main, clause.end):
        return None
    for slot in scene.within(scene.slots, clause.main, clause.end):
        frame = scene.frames.get(slot.start - 1)
        if frame is None or not scene.lower.startswith("do ", frame.start):
            continue
        if scene.within(scene.cues, clause.main, frame.start):
            return None  # "Bảo vệ dân phố được hưởng phụ cấp do Ủy ban chi trả"
        group = scene.group_at(slot, clause.end)
        things = scene.holds("things_done", max(clause.main, frame.start - _BEHIND_VERB), frame.start)
        done = _act(scene, "does_it", group, clause.end)
        return group if done and not things else None
    return None


def carried_out_by(scene: Scene, clause: Anatomy, frame_start: int) -> bool:
    """Whether "do" or the cue "được" right before the body says who carries out a passive duty."""
    if scene.lower.startswith("được", frame_start):
        return clause.cue is not None and clause.cue.start <= frame_start <= clause.cue.end
    if (
        clause.cue is not None
        and clause.cue.rule.id == "cue.must"
        and scene.link("actor", clause.main, clause.predicate)
    ):
        return False  # "Người đến nhận phải có giấy giới thiệu do người có thẩm quyền ký"
    return frame_start <= clause.after_cue + 25
