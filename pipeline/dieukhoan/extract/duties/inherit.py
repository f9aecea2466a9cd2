"""What a clause does not say and takes from before: its subject, support, assigner, time."""

from __future__ import annotations

import re
from dataclasses import dataclass

from dieukhoan.core.records import Span, Unit
from dieukhoan.extract.duties import details
from dieukhoan.extract.duties.actors import Actors
from dieukhoan.extract.duties.context import Place
from dieukhoan.extract.duties.doers import TO_ALL, Doers
from dieukhoan.extract.duties.pieces import Anatomy, Bodies, Group, Slot
from dieukhoan.extract.duties.roles import Cast
from dieukhoan.extract.duties.scene import Scene

_ASKS = ("cue.ask", "cue.encourage", "cue.forbid")  # whose object is who acts
_NEAR = 12  # characters behind a noun in which a known body would show that the noun is part of its name
_UNIT = re.compile(r"(?:các )?(?:bộ phận|đơn vị|cơ quan|tổ|đội|nhóm|trung tâm) (?!nào)")
_ASKING = re.compile(  # but "nhận được", "không ký được", "đồng ý với kiến nghị"
    r"(?<!\w)(?<!với )(?<!đã )(?:yêu cầu|đề nghị|kiến nghị|(?:(?<=khi )|(?<=nếu )|(?<=hợp ))được|cần|muốn)(?!\w)"
)


@dataclass(slots=True)
class Carry:
    """What the clauses of a unit hand on to the next one; ``actor``: the lead counts for its sentence only."""

    lead: Bodies = ()
    source: str = ""
    assigner: Bodies = ()
    assigned: bool = False
    support: Bodies = ()
    fronted: tuple[Span, ...] = ()
    sentence: int = -1
    same: bool = False
    actor: bool = False
    noun_list: bool = False

    def enter(self, sentence: int) -> None:
        """Go on to a clause of ``sentence``; ``same`` tells whether it is that of the clause before."""
        self.same = self.sentence == sentence
        self.sentence = sentence
        if not self.same:
            self.fronted, self.support = (), ()


class Heirs:
    """Fills empty roles, in the order: the unit's clauses before, the introducing line or heading, the parties."""

    def __init__(self, scene: Scene, actors: Actors) -> None:
        self._scene = scene
        self._actors = actors
        self._parties = tuple(dict.fromkeys(party.body_id for party in scene.document.parties))
        self._doers = Doers(scene)
        self._spoke: dict[str, Bodies] = {}

    def inherit(self, found: Cast, clause: Anatomy, place: Place, carry: Carry) -> tuple[Span, ...]:
        """Complete ``found``; the spans of fronted deadlines that the clause takes over."""
        setting = place.setting
        fronted: tuple[Span, ...] = ()
        if clause.force == "assign" and not found.assigned and (taker := self._given(clause)):
            found.assigner, found.lead, found.source, found.assigned = found.lead, (taker,), "explicit", True
        if found.assigned and not found.assigner:
            giver = carry.lead if carry.lead and not carry.assigned else setting.lead
            found.assigner = tuple(body for body in giver if body not in found.lead)
        if not found.lead and not found.assigned:
            fronted = self._lead(found, clause, place, carry)
        if not found.assigner and found.source == "heading":
            found.assigner = setting.assigner
        if found.mutual:
            found.add("recipient", found.lead)
        else:
            kept = found.recipient if found.source == "implied" else found.named  # "cần phản ánh về Bộ A, Bộ B"
            found.recipient = _without(found.recipient, set(found.lead).difference(kept))
        told = found.recipient if not found.main_support else ()  # "…; thông báo cho Sở": served here, no partner
        found.support = _without(found.support, {*found.lead, *told})
        return fronted

    def _lead(self, found: Cast, clause: Anatomy, place: Place, carry: Carry) -> tuple[Span, ...]:
        setting = place.setting
        conditional = self._from_condition(clause)
        if not carry.lead and (asked := self._asked(clause)):
            found.lead, found.source = (asked,), "explicit"
            found.assigner = found.assigner or (setting.lead if clause.force == "opening" else ())
        elif clause.kind == "actor" and self._parties and self._all_parties(clause):
            found.lead, found.source = self._parties, "anaphor"
        elif self._somebody(clause):
            if actor := self._actors.lead(clause):
                found.lead, found.source = (actor,), "explicit"
            else:
                found.unresolved.append((clause.main, min(clause.end, clause.main + 60)))
        elif carry.lead and _shares(clause, carry) and (carry.same or not self._turns(clause, conditional)):
            found.lead, found.source = carry.lead, carry.source
            if carry.same:
                found.assigner = found.assigner or (carry.assigner if carry.assigned else ())
                found.support = found.support or carry.support
                return carry.fronted
        elif setting.lead and clause.kind != "text" and not (setting.toward and _by_others(clause, conditional)):
            found.lead, found.source = setting.lead, "heading"
            found.support = found.support or (carry.support if carry.same else ()) or setting.support
            found.directed = found.directed or setting.directed
        elif (meant := conditional or self._from_scope(clause)) is not None:
            found.lead, found.source = meant.bodies, "explicit"
        elif said := self._said_above(place.unit, clause):
            found.lead, found.source = said, "explicit"
        elif setting.source == "unresolved" or self._somebody_else(clause):
            found.unresolved.append((clause.main, min(clause.end, clause.main + 60)))
        else:
            doers = self._doers.of(place.unit, clause)
            found.lead, found.source = (doers, "explicit") if doers else (self._parties, "implied")
            found.support = found.support or (carry.support if carry.same else setting.support)
            found.directed = found.directed or setting.directed  # "1. Chỉ đạo các huyện:" of all parties
        return ()

    def _said_above(self, unit: Unit, clause: Anatomy) -> Bodies:
        """Who acts in the point that a paragraph goes on with: "d) Công an tỉnh cấp giấy.⏎Nếu nạn nhân tự về, thì hỗ
        trợ tiền tàu xe"."""
        goes_on = unit.kind == "paragraph" and clause.kind == "verb" and clause.cue is None
        if not goes_on or not any(part == "condition" for _, _, part in clause.fronts):
            return ()
        acts = self._scene.link("official", clause.main, clause.end) is not None
        return self._spoke.get(unit.parent, ()) if acts else ()

    def _given(self, clause: Anatomy) -> str:
        """Which part of a body a task is given to ("Giao bộ phận kế toán theo dõi"), though no rule reads it; else
        empty."""
        scene = self._scene
        at = scene.skip(clause.after_cue, clause.end)
        unit = _UNIT.match(scene.lower, at, clause.end)
        return self._actors.asked(clause) if unit and not scene.within(scene.slots, at, unit.end() + _NEAR) else ""

    def _asked(self, clause: Anatomy) -> str:
        """Who is asked, encouraged or forbidden to act, though no rule reads him as a body; else empty."""
        asks = clause.kind == "verb" and clause.cue is not None and clause.cue.rule.id in _ASKS
        return self._actors.asked(clause) if asks else ""

    def _from_condition(self, clause: Anatomy) -> Group | None:
        """ "Nếu Bên B vi phạm thì phải bồi thường", "Khi Sở phát hiện thì báo": who stands in the condition acts."""
        if clause.kind != "verb":
            return None
        for start, end, part in clause.fronts:
            if part == "condition" and (clause.force == "strong" or self._closed_by_then(start, end)):
                opener = self._scene.opening_at(start, end)
                at = self._scene.skip(opener.end if opener else start, end)
                slot = self._scene.slot_at(at, end) or self._named_in(start, end)
                if slot is not None:
                    return self._scene.group_at(slot, end)
        return None

    def _turns(self, clause: Anatomy, conditional: Group | None) -> bool:
        """Whether a sentence turns to the subject of its condition, who must do something: "…. Nếu cá nhân chưa đồng ý,
        phải kiến nghị"."""
        if conditional is None or clause.force != "strong":
            return False
        opener = self._scene.opening_at(clause.start, clause.end)
        return opener is not None and self._scene.skip(opener.end, clause.end) == conditional.start

    def _named_in(self, start: int, end: int) -> Slot | None:
        """Who is named in a condition and bound to nothing else in it, as "Sở" is in "đồng ý với ý kiến của Sở"."""
        scene, links = self._scene, self._scene.words.links
        if scene.holds("granted", start, end):
            return None
        reach = start
        for slot in scene.within(scene.slots, start, end):
            parted = scene.lower.endswith(", ", start, slot.start) and reach < slot.start - 2
            if parted and scene.link("fact", scene.skip(slot.end, end), end) is not None:
                return slot  # "Khi hết thời hạn theo quy định của Luật, | Sở chưa nhận được trả lời thì …"
            able = links["able"].search(scene.lower, start, slot.start) is not None
            if slot.start >= reach and (able or links["bound_to"].search(scene.lower, start, slot.start) is None):
                return slot
            reach = max(reach, scene.group_at(slot, end).end)
        return None

    def _somebody_else(self, clause: Anatomy) -> bool:
        """ "Nếu tổ chức không còn nhu cầu thì thông báo": whoever the condition is about acts, known or not."""
        gets = clause.cue is not None and clause.cue.rule.id == "cue.let"  # "… thì được cấp chứng chỉ": by another
        for start, end, part in clause.fronts if clause.kind == "verb" and not gets else ():
            opener = self._scene.opening_at(start, end) if part == "condition" else None
            if opener is not None and self._closed_by_then(start, end):
                return self._scene.link("actor", self._scene.skip(opener.end, end), end) is not None
        return False

    def _from_scope(self, clause: Anatomy) -> Group | None:
        """ "Đối với Sở Y tế: được bố trí trong dự toán": who alone stands in the scope is who acts."""
        scene, end = self._scene, max(clause.main, clause.predicate)
        opener = scene.link("as_for", clause.start, end)
        slot = scene.slot_at(opener.end(), end) if opener is not None else None
        if slot is None:
            return None
        group = scene.group_at(slot, end)
        behind = scene.lower[group.end : end].strip()
        bound = clause.cue is not None and clause.force == "strong" and behind.endswith(",")
        one = (bound or behind.endswith("thì")) and "," not in behind[:-5] and clause.kind == "verb"
        told = one and self._told_to_act(clause)
        return group if told or behind in (":", ",", "thì", ", thì") else None

    def _told_to_act(self, clause: Anatomy) -> bool:
        """Whether those meant by a scope act ("đối với Hội đã ký thì | tiếp tục thực hiện") or get something done."""
        if clause.cue is not None:
            return clause.cue.rule.id in ("cue.must", "cue.need")
        return self._scene.link("scope_acts", clause.main, clause.end) is not None

    def _closed_by_then(self, start: int, end: int) -> bool:
        """Whether "thì" leads from the condition to what its subject does; who only asks does not act himself."""
        condition = self._scene.lower[start:end].rstrip()
        return condition.endswith(" thì") and not _ASKING.search(condition)

    def _all_parties(self, clause: Anatomy) -> bool:
        return self._scene.link("all_parties", clause.main, clause.end) is not None

    def _somebody(self, clause: Anatomy) -> bool:
        return clause.kind == "actor" or (clause.kind == "noun" and self._unknown_actor(clause))

    def _unknown_actor(self, clause: Anatomy) -> bool:
        """ "Người được phân công phải …": somebody acts whom no body stands for; nobody else is put in his place."""
        if clause.cue is None:
            return False
        word = self._scene.lower[clause.cue.start : clause.cue.end]
        if word.startswith(("có ", "chịu ")) and not word.startswith("có thể"):
            return True
        if word.endswith("được"):
            return False
        return self._scene.link("actor", clause.main, clause.end) is not None

    def remember(self, found: Cast, clause: Anatomy, place: Place, carry: Carry, *, binds: bool) -> None:
        """Let ``carry`` know who acted in ``clause``, and the article too where the clause ``binds``."""
        acts = clause.kind == "body" and clause.predicate >= 0
        actor = found.source == "explicit" and not found.assigned and self._somebody(clause)
        conditional = self._from_condition(clause) if found.source == "explicit" else None  # "Nếu Sở đồng ý thì ký; …"
        told = conditional is not None and conditional.bodies == found.lead
        if acts or found.assigned or actor or told:
            carry.actor = actor or told  # up to the end of the sentence
            carry.lead, carry.source, carry.assigner = found.lead, found.source, found.assigner
            carry.assigned, carry.support = found.assigned, found.main_support
            if binds and not found.assigned:
                self._doers.remember(place.unit, clause, found.lead)
                self._spoke[place.unit.parent if place.unit.kind == "paragraph" else place.unit.eid] = found.lead
        elif found.main_support:
            carry.support = found.main_support
        carry.fronted = details.fronted(self._scene, clause) or carry.fronted


def _shares(clause: Anatomy, carry: Carry) -> bool:
    """Whether a clause without a subject takes that of the clause before; "Nghiêm cấm …" addresses everybody."""
    if clause.kind == "text" or (clause.cue is not None and clause.cue.rule.id in TO_ALL and not carry.same):
        return False
    return carry.same or not (carry.assigned or carry.actor)


def _by_others(clause: Anatomy, conditional: Group | None) -> bool:
    """Whether those whom a heading names with "đối với" are not the ones who act: what is done with a thing, what its
    own condition tells, "Không áp dụng đối với …"."""
    denied = clause.cue is not None and clause.cue.rule.id in (*TO_ALL, "cue.not")
    return denied or conditional is not None or clause.kind in ("noun", "agent")


def _without(bodies: Bodies, others: set[str]) -> Bodies:
    return tuple(body for body in bodies if body not in others) if bodies else ()
