"""Is this clause a duty, and of which kind?"""

from __future__ import annotations

import re
from typing import NamedTuple

from dieukhoan.extract.duties.context import Setting
from dieukhoan.extract.duties.pieces import Anatomy
from dieukhoan.extract.duties.scene import Scene
from dieukhoan.rulebook import Match

_FRAGMENT = 60  # characters given to the tagger: enough for two words
_COPULA = 6  # characters of the shortest subject with "là" behind it
_NEEDED = {"strong": 4, "cue": 3, "subject": 2, "any": 1, "requirements": 4, "contents": 2, "cases": 2, "acts": 2}
_MADE_UP = (" bao gồm", " gồm", " gồm có")
_BINDING = ("cue.must", "cue.must_be", "cue.must_not")
_ACTING = ("body", "actor", "agent", "text")
# "Có sổ theo dõi" of a body named above; not the conditions "Có căn cứ", "Có đơn"
_HAS = re.compile(r"có (?!căn cứ|người|dấu hiệu|yêu cầu|lý do|đơn|vi phạm|thể|sự|hành vi|tình tiết|hai|ít|tài)")
_PROMISE = re.compile(r"(?:cam kết|cam đoan)(?!\w)")
_ENTRY = re.compile(r"[^:;\n]{1,60}: ?(?:là )?(?:[.…_\d]|$)")


class Verdict(NamedTuple):
    """A duty's modality, its cue as a view span (None: stated plainly), and the rule that decided."""

    modality: str
    cue: tuple[int, int] | None
    rule: str


def judge(scene: Scene, clause: Anatomy, setting: Setting, *, first: bool, follows: bool = False) -> Verdict | None:
    """The verdict on a clause in its setting, None for no duty; ``first``: it stands in the unit's first sentence;
    ``follows``: somebody named before in its sentence acts in it too."""
    silent = first and setting.listing in ("contents", "cases") and not _speaks_up(scene, clause, setting.listing)
    if silent or setting.admits == "nothing":
        return None
    needed = max(_NEEDED[setting.admits], _NEEDED.get(setting.listing, 1))
    strength = _strength(scene, clause, setting)
    if max(strength, 2 * (follows and clause.kind == "verb")) < needed or _is_entry(scene, clause):
        return None
    if _states_fact(scene, clause) or _defines(scene, clause) or _names_topic(scene, clause):
        return None
    if _counts_up(scene, clause):
        return None
    forbidden = setting.modality == "prohibition"  # "Đánh cắp mật khẩu" under "Các hành vi bị nghiêm cấm"
    told = forbidden or (bool(setting.lead) and _HAS.match(scene.lower, clause.main) is not None)
    if clause.kind == "unknown" and clause.force != "strong" and not (told or _tagged_verb(scene, clause)):
        return None  # asked last: the tagger takes as long as all other questions together
    return _verdict(scene, clause, setting)


def _speaks_up(scene: Scene, clause: Anatomy, listing: str) -> bool:
    """Whether an item of a list of papers or cases tells itself who must do what: "Trường hợp mất thẻ thì phải báo",
    "Quý IV hằng năm, đơn vị lập danh sách", "Không được tẩy xóa"."""
    if clause.predicate < 0 or clause.force == "negation":
        return False
    bound = clause.cue if clause.cue is not None and clause.cue.rule.id in _BINDING else None
    acts = clause.kind in ("body", "actor")
    before = scene.lower[clause.start : clause.main].rstrip()
    if before.endswith(("thì", ":")):  # but "Phó Chủ tịch: Giám đốc Sở phụ trách" among the members
        told = before.endswith("thì") or listing == "cases" or bool(clause.fronts)
        return bound is not None or (acts and told)
    if before.endswith(",") and clause.fronts:  # "Khi có đề nghị của Viện kiểm sát, Tòa án": one more who may ask
        told = listing == "contents" or not scene.lower.startswith("khi ", clause.start)
        return bound is not None or (acts and told)
    if bound is None:
        return False
    if clause.subject is not None:  # not the case "Người lao động phải nghỉ việc do …"
        owes = listing == "contents" or not scene.lower.startswith("phải", bound.start)
        return owes and scene.skip(clause.subject.end, clause.end) == bound.start
    ordered = scene.lower.startswith("việc ", clause.main)  # "c) Việc xây dựng kế hoạch phải được trao đổi …"
    return listing == "contents" and (ordered or bound.start == clause.main)


def _strength(scene: Scene, clause: Anatomy, setting: Setting) -> int:
    """4: an outspoken cue, a promise; 3: a weak one ("được", "sẽ") as the main predicate; 2: a subject that acts; 1: a
    verb that opens the clause, or words that may be one; 0: nothing that binds."""
    if clause.force == "strong":
        return 4
    if clause.kind == "fact":
        return 4 if strong_cue(scene, clause) is not None else 0
    if clause.kind in ("noun", "text") and clause.cue is not None:
        return 3 if scene.lower.startswith("được", clause.cue.start) else 2
    if clause.kind in _ACTING:
        return _acted(scene, clause) if clause.predicate >= 0 else 0
    if clause.kind == "verb":
        return 2 if clause.force in ("assign", "opening") else 1
    return int(clause.kind == "unknown" and setting.admits == "any")


def _acted(scene: Scene, clause: Anatomy) -> int:
    """How much the predicate of somebody who acts binds: "cam kết" as much as "phải", "sẽ" less, a plain verb least."""
    promise = clause.cue is not None and _PROMISE.match(scene.lower, clause.cue.start) is not None
    return 4 if promise else 3 if clause.force == "weak" else 2


def strong_cue(scene: Scene, clause: Anatomy) -> Match | None:
    """The first outspoken obligation anywhere in a clause that else only describes ("là đơn vị …, có nhiệm vụ …")."""
    for cue in scene.within(scene.cues, clause.main, clause.end):
        tells_which = cue.rule.id == "cue.need"  # "là hàng cần bảo quản lạnh"
        if cue.rule.emit["force"] == "strong" and cue.rule.emit["modality"] == "obligation" and not tells_which:
            return cue
    return None


def _states_fact(scene: Scene, clause: Anatomy) -> bool:
    """Whether effect, number of copies, an amendment … is what the clause is about."""
    if scene.link("example", clause.start, clause.end):  # "Ví dụ 1: | Cơ quan điều tra quyết định …"
        return True
    for fact in scene.within(scene.facts, clause.start, clause.end):
        if fact.end <= clause.main:
            continue
        if clause.predicate < 0 or fact.start <= clause.predicate:
            return True
        if clause.kind in ("noun", "text") and clause.force == "weak":
            return True
    return False


def _defines(scene: Scene, clause: Anatomy) -> bool:
    """ "Giá thuê là khoản tiền mà Bên thuê phải trả": what the subject is stands before the cue; another clause behind
    "và" or a comma ("… là một khoản thu và được quản lý theo luật") may bind."""
    start, stop = clause.main, clause.predicate
    if stop - start < _COPULA or scene.lower.find("là ", start, stop) < 0:
        return False
    found = scene.words.links["copula"].search(scene.lower, start, stop)
    if found is None or scene.in_parentheses(start, found.start()):
        return False
    behind = scene.lower[found.end() : stop].rstrip()
    return not behind.endswith((",", " và")) and " thì " not in behind


def _counts_up(scene: Scene, clause: Anatomy) -> bool:
    """ "Hồ sơ gửi Kho bạc gồm", "Các cơ quan thực hiện chế độ báo cáo bao gồm": what or who the subject is made up of;
    behind a comma, or a thing that somebody makes up ("Sở lập hồ sơ bao gồm"), the list only ends what was told."""
    made_up = next((end for end in _MADE_UP if scene.lower.endswith(end, clause.main, clause.end)), "")
    if not made_up or scene.lower.endswith(",", clause.main, clause.end - len(made_up)):
        return False
    if clause.kind == "verb":
        return clause.cue is None and clause.opening is not None and clause.opening.rule.id == "opening.verb_or_noun"
    made = scene.holds("makes_up", clause.after_cue, clause.end)
    if clause.kind == "body":
        return not (clause.force in ("strong", "assign") or (clause.cue is None and made))
    before = scene.within(scene.slots, clause.main, clause.predicate)
    owes = bool(before) and scene.skip(before[-1].end, clause.end) == clause.predicate  # "Tiền mà Bên A phải trả gồm"
    return not (clause.force == "strong" and (made or owes))


def _names_topic(scene: Scene, clause: Anatomy) -> bool:
    """ "…; về quản lý, sử dụng xe": a topic of a list or heading, though its words may be verbs; what stands behind
    "thì" or a comma ("Về kinh phí, bảo đảm đúng quy định") binds. "Đăng ký là việc …" only says what that is."""
    if clause.cue is not None or clause.kind not in ("verb", "body"):
        return False
    if clause.kind == "body":
        person = scene.lower.startswith("người ", clause.main)
        return person and scene.link("is_person", clause.main, clause.end) is not None
    at = scene.skip(clause.start, clause.end)
    if not scene.lower.startswith("về ", at):
        return scene.link("is_act", clause.main, clause.end) is not None
    before = scene.lower[at : clause.main].rstrip()
    return not before.endswith(("thì", ":")) and not (before.endswith(",") and scene.view.text[at].isupper())


def _is_entry(scene: Scene, clause: Anatomy) -> bool:
    """ "Thăm bệnh: …… đồng/người": a label and its value, though the label is a verb."""
    return clause.cue is None and _ENTRY.match(scene.lower, clause.main, clause.end) is not None


def _tagged_verb(scene: Scene, clause: Anatomy) -> bool:
    """Whether the tagger sees a verb first ("Xét chọn …"), where no word of the lexicon opens the clause."""
    if clause.opening is not None or clause.main >= clause.end:
        return False
    text = scene.view.text[clause.main : min(clause.end, clause.main + _FRAGMENT)]
    words = text.split()[:6]
    if len(words) < 3 or not words[0][:1].isalpha() or scene.link("state", clause.main, clause.end):
        return False
    tagged = scene.tagger.tag(" ".join(words))
    return bool(tagged) and tagged[0][1] == "V"


def _verdict(scene: Scene, clause: Anatomy, setting: Setting) -> Verdict:
    cue = clause.cue
    if clause.kind == "fact":
        cue = strong_cue(scene, clause)
    modality = _modality(clause, cue, setting)
    rule = cue.rule.id if cue is not None else f"duty.{clause.kind}"
    return Verdict(modality, (cue.start, cue.end) if cue is not None else None, rule)


def _modality(clause: Anatomy, cue: Match | None, setting: Setting) -> str:
    if cue is None:
        return setting.modality or "obligation"
    modality, force = cue.rule.emit["modality"], cue.rule.emit["force"]
    if modality == "permission" and force == "weak" and clause.kind in ("noun", "text", "fact"):
        return "obligation"  # "Chương trình được phổ biến": a passive order
    if modality == "recommendation" and clause.kind != "verb" and cue.rule.id != "cue.encourage":
        return setting.modality or "obligation"  # "Sở đề nghị Ủy ban …": an act of the Sở
    if modality == "obligation" and setting.modality and force != "strong":
        return setting.modality
    return modality
