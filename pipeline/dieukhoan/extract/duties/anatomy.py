"""The parts of a clause: what stands before it, its subject, where its predicate begins, the word that makes it a duty.

"Hằng năm, | Sở Tư pháp và Tỉnh đoàn | có trách nhiệm | tổ chức …": front, subject (a group of bodies), cue, verb.
"""

from __future__ import annotations

import re

from dieukhoan.extract.duties.fronts import COMMA, fronts
from dieukhoan.extract.duties.lexicon import Hit
from dieukhoan.extract.duties.parts import FAR, acting_body, behind_adverb, predicate, with_subject
from dieukhoan.extract.duties.passive import agent, by_whom, main_cue, verb_is_noun
from dieukhoan.extract.duties.pieces import Anatomy, Group
from dieukhoan.extract.duties.scene import Scene
from dieukhoan.rulebook import Match

_OWNERS = 90  # characters of further senders before "gửi"
_OF_ACTOR = 40  # characters that tell which actor is meant, before his verb
_LABEL = 60  # characters of a label before a colon
_OF_MANY = re.compile(r" của (?:các |những )?(?:cơ quan|đơn vị|tổ chức|cá nhân|doanh nghiệp)$")
_MADE_UP = (" gồm", " gồm có", " bao gồm")


def dissect(scene: Scene, start: int, end: int) -> Anatomy:
    """The parts of the clause ``[start, end)``; who cuts a sentence into clauses has asked for most of them before."""
    known = scene.dissected.get((start, end))
    if known is None:
        before, main = fronts(scene, start, end)
        known = scene.dissected[start, end] = _main_clause(scene, start, main, end)._replace(fronts=before)
    return known


def _main_clause(scene: Scene, start: int, main: int, end: int) -> Anatomy:
    behind = behind_adverb(scene, main, end)
    slot = scene.slot_at(main, end) or scene.slot_at(behind, end)
    if slot is not None and scene.link("organises", main, end) is None:
        main = main if scene.slot_at(main, end) is not None else behind
        group = scene.group_at(slot, end)
        if (then := _then_another(scene, group.end, end)) is not None:
            return _main_clause(scene, start, then, end)
        return with_subject(scene, Anatomy(start, end, main, "body", subject=group), group.end)
    return _without_body(scene, Anatomy(start, end, main, "unknown"))


def _then_another(scene: Scene, start: int, end: int) -> int | None:
    """Where "Giám đốc" stands in "Thanh tra huyện | kiến nghị thì Giám đốc xem xét": what the first does is only the
    condition on which the second acts; None where the first is bound itself, or the condition is a clause of its own.
    """
    then = scene.words.links["then"].search(scene.lower, start, min(end, start + FAR))
    if then is None:
        return None
    bound = any(cue.rule.emit["force"] == "strong" for cue in scene.within(scene.cues, start, then.start()))
    timed = scene.within(scene.timings, start, then.start())
    at = scene.skip(then.end(), end)
    return at if not bound and not timed and acting_body(scene, at, end) else None


def _without_body(scene: Scene, clause: Anatomy) -> Anatomy:
    """A clause that begins with no body: a cue, a verb, the agreement itself, another noun, or something unknown."""
    at, end = clause.main, clause.end
    text = scene.link("this_text", at, end)
    if text:
        return predicate(scene, clause._replace(kind="text"), scene.skip(text.end(), end))
    if scene.held_at(at) or scene.link(
        "standing", at, end
    ):  # "06 tháng họp một lần", "Là cơ quan thường trực, giúp …" below the name of a body
        return clause._replace(kind="verb", predicate=at)
    if scene.lower.startswith("là ", at) or scene.link("disclaims", at, end):  # "Thẻ chính: Là thẻ được cấp cho …"
        return clause._replace(kind="fact")
    return _sent_paper(scene, clause) or _behind_title(scene, clause) or _with_words(scene, clause)


def _with_words(scene: Scene, clause: Anatomy) -> Anatomy:
    """A clause that begins with a cue, a verb or a noun."""
    at, end = clause.main, clause.end
    cue, hit = scene.cue_at(at, end), scene.opening_at(at, end)
    clause = clause._replace(opening=hit)
    if scene.link("signed_by", at, end):
        return _with_noun(scene, clause)
    if cue is not None and not _part_of_noun(cue, hit):
        return clause._replace(kind="verb", predicate=at, cue=cue)
    if scene.verb_at(at, end):
        behind = _behind_topic(scene, clause) if scene.link("orders", at, end) else None
        if behind is not None:
            return behind
        if not verb_is_noun(scene, hit, end):
            then = scene.words.links["then"].search(scene.lower, at, min(end, at + FAR))
            if then is not None and acting_body(scene, scene.skip(then.end(), end), end):
                return _main_clause(scene, clause.start, scene.skip(then.end(), end), end)  # "Hủy … | thì Sở phải trả"
            doer = by_whom(scene, clause)
            return clause._replace(kind="verb" if doer is None else "agent", subject=doer, predicate=at)
    return _behind_topic(scene, clause) or _with_noun(scene, clause)


def _sent_paper(scene: Scene, clause: Anatomy) -> Anatomy | None:
    """ "Báo cáo của Sở A và Sở B gửi về Bộ C": those whose report it is send it; "kết quả gửi về Sở": somebody does."""
    sent = scene.link("paper_sent", clause.main, clause.end)
    if sent is not None and (
        sent.group().endswith(" ") or scene.slot_at(scene.skip(sent.end(), clause.end), clause.end)
    ):
        return clause._replace(kind="agent", predicate=sent.start("sends"))
    paper = scene.link("paper", clause.main, clause.end)
    slot = scene.slot_at(paper.end(), clause.end) if paper else None
    if slot is None:
        return None
    group = scene.group_at(slot, clause.end)
    reach = min(clause.end, group.end + _OWNERS)
    sends = scene.words.links["sends"].search(scene.lower, group.end, reach)
    if sends is None or scene.holds("then", group.end, sends.start()):
        return None
    at = sends.start()
    return clause._replace(kind="agent", subject=group, predicate=at, cue=scene.cue_at(at, clause.end))


def _part_of_noun(cue: Match, hit: Hit | None) -> bool:
    """ "Giao thông …": the cue is only the beginning of a longer noun."""
    return hit is not None and hit.get("kind") == "noun" and hit.end > cue.end


def _behind_topic(scene: Scene, clause: Anatomy) -> Anatomy | None:
    """ "Mỗi đầu tuần, Công ty bố trí …": what no rule knows as a front is one when a body acts behind its comma."""
    cue = main_cue(scene, clause)
    comma = COMMA.search(scene.lower, clause.main, min(clause.end, clause.main + FAR))
    if comma is None or (cue is not None and cue.start < comma.start()):
        return None
    at = scene.skip(comma.end(), clause.end)
    if scene.lower.find(" đối với ", clause.main, comma.start()) >= 0:
        return None  # "Chính sách đối với cán bộ, | công chức phải …"
    if _OF_MANY.search(scene.lower, clause.main, comma.start()):
        return None  # "…; vi phạm của cơ quan, | tổ chức, cá nhân mời người nước ngoài"
    if not acting_body(scene, at, clause.end) or scene.within(scene.slots, clause.main, comma.start()):
        return None
    return _main_clause(scene, clause.start, at, clause.end)


def _with_noun(scene: Scene, clause: Anatomy) -> Anatomy:
    """ "Việc phối hợp phải …", "Giảng viên do Sở bố trí", "kết quả được báo cáo về …"."""
    cue = main_cue(scene, clause)
    then = scene.words.links["then"].search(scene.lower, clause.main, cue.start) if cue is not None else None
    itself = then is not None and cue is not None and scene.skip(then.end(), clause.end) == cue.start
    if then is not None and not (
        itself and scene.link("actor", clause.main, then.start())
    ):  # "Hủy hợp đồng trước 10 ngày thì bên hủy phải bồi thường"
        return _main_clause(scene, clause.start, scene.skip(then.end(), clause.end), clause.end)
    doer = agent(scene, clause, cue.start if cue else clause.end)
    if doer is not None:
        himself = _somebody_before(scene, clause, doer)
        if himself is not None:
            return himself
        made_up = scene.lower.endswith(_MADE_UP, doer.end, clause.end)  # "Thành phần do Sở mời gồm"
        return (
            clause._replace(kind="fact") if made_up else clause._replace(kind="agent", subject=doer, predicate=doer.end)
        )
    if cue is not None:
        entitled = cue.rule.id == "cue.let" and _entitled(scene, clause, cue)
        return clause._replace(kind="actor" if entitled else "noun", predicate=cue.start, cue=cue)
    return (
        _procedure(scene, clause)
        or _behind_label(scene, clause)
        or _behind_then(scene, clause)
        or _other(scene, clause)
    )


def _somebody_before(scene: Scene, clause: Anatomy, doer: Group) -> Anatomy | None:
    """ "Cán bộ xét nghiệm thực hiện theo quy trình | do Bộ ban hành": who opens the clause acts, and "do" only tells
    whose the thing is."""
    actor = scene.link("actor", clause.main, doer.start) if scene.lower.startswith("do ", doer.start - 3) else None
    if actor is None:
        return None
    acting = with_subject(scene, clause._replace(kind="actor", end=doer.start), actor.end())
    near = 0 <= acting.predicate - actor.end() <= _OF_ACTOR
    return acting._replace(end=clause.end) if near else None


def _entitled(scene: Scene, clause: Anatomy, cue: Match) -> bool:
    """Whether people may do something ("Lao động nữ được nghỉ"), and is not given it ("Học viên được hỗ trợ")."""
    enjoys = scene.link("enjoys", scene.skip(cue.end, clause.end), clause.end) is not None
    return enjoys and scene.link("entitled", clause.main, cue.start) is not None


def _procedure(scene: Scene, clause: Anatomy) -> Anatomy | None:
    """ "Việc lập báo cáo thực hiện theo mẫu": an order without a modal."""
    procedure = scene.link("procedure", clause.main, clause.end)
    return clause._replace(kind="agent", predicate=procedure.start("done")) if procedure is not None else None


def _other(scene: Scene, clause: Anatomy) -> Anatomy:
    """A side of a contract that is no known body, another noun, or something unknown."""
    party = scene.link("party", clause.main, clause.end)
    if party is not None:
        return with_subject(scene, clause._replace(kind="actor"), party.end())
    actor = scene.link("actor", clause.main, clause.end) if clause.main > clause.start else None
    if actor is not None:  # "Khi xảy ra cháy rừng, | người phát hiện báo ngay cho Vườn"
        acting = with_subject(scene, clause._replace(kind="actor"), actor.end())
        if 0 <= acting.predicate - actor.end() <= _LABEL:
            return acting
    else:
        actor = scene.link("plain_actor", clause.main, clause.end)
        if actor is not None:  # "Cơ quan đại diện | gửi báo cáo cho Sở"
            return clause._replace(kind="actor", predicate=actor.start("does"))
    return clause._replace(kind="noun" if clause.opening else "unknown")


def _behind_label(scene: Scene, clause: Anatomy) -> Anatomy | None:
    """ "Yêu cầu về giảng dạy: Đảm bảo thời gian …": the clause stands behind its label, and its fronts."""
    colon, at = _colon(scene, clause)
    if at >= clause.end or scene.holds("made_up", clause.main, colon + 1):  # "Hình thức gồm: họp báo; …"
        return None
    if not (scene.acts_at(at, clause.end) or acting_body(scene, at, clause.end)):
        return None
    return _main_clause(scene, clause.start, at, clause.end)


def _behind_title(scene: Scene, clause: Anatomy) -> Anatomy | None:
    """ "Cam kết bảo mật: | Bên B phải giữ kín", "Báo cáo: | trước ngày 15/12, Sở gửi …": a title is no act where a
    sentence stands behind it."""
    colon, at = _colon(scene, clause)
    cue = scene.cue_at(clause.main, clause.end)
    if at >= clause.end or (cue is not None and cue.end >= colon) or scene.within(scene.slots, clause.main, colon):
        return None  # "Đề nghị: Sở Y tế …" asks
    behind = scene.skip(colon + 1, clause.end)
    whole = behind < at or scene.view.text[behind].isupper()
    return _main_clause(scene, clause.start, at, clause.end) if whole and acting_body(scene, at, clause.end) else None


def _colon(scene: Scene, clause: Anatomy) -> tuple[int, int]:
    """The colon of a label that opens the clause, and where the main clause behind it begins; the clause's end twice
    where there is none."""
    colon = scene.lower.find(":", clause.main, min(clause.end, clause.main + _LABEL))
    if colon < 0:
        return clause.end, clause.end
    return colon, fronts(scene, scene.skip(colon + 1, clause.end), clause.end)[1]


def _behind_then(scene: Scene, clause: Anatomy) -> Anatomy | None:
    """ "Hồ sơ chưa hợp lệ thì trả lại": what stands before "thì" is a condition in disguise."""
    then = scene.words.links["then"].search(scene.lower, clause.main, min(clause.end, clause.main + FAR))
    at = scene.skip(then.end(), clause.end) if then is not None else clause.end
    if at >= clause.end or not (scene.acts_at(at, clause.end) or acting_body(scene, at, clause.end)):
        return None
    return _main_clause(scene, clause.start, at, clause.end)
