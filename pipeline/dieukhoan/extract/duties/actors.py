"""Somebody who acts in a clause and whom no rule reads as a body: "Cán bộ tiếp nhận hồ sơ | có trách nhiệm …"."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace

from dieukhoan.core.records import Body, Document, Duty, Mention, Span
from dieukhoan.core.slug import slug
from dieukhoan.extract.duties.parts import with_subject
from dieukhoan.extract.duties.pieces import Anatomy, Bodies
from dieukhoan.extract.duties.scene import Scene
from dieukhoan.nlp.shorts import capital, quiet

_NEAR = 40  # characters of a noun before what it is forbidden
_LONGEST = 160  # characters of a subject with its relative clause
_RULE = "link.actor"
_JOIN = re.compile(r" và |, ")
_GENERAL = re.compile(r"(?:các )?(?:cơ quan|tổ chức|cá nhân|đơn vị|doanh nghiệp|người)(?:, .*)?")


class Actors:
    """Makes bodies of the subjects of clauses, one for each wording, and keeps where they stand."""

    def __init__(self, scene: Scene) -> None:
        self._scene = scene
        self._known = {body.body_id: body for body in scene.document.bodies}
        self._new: dict[str, Body] = {}
        self._places: dict[tuple[int, int], str] = {}

    def lead(self, clause: Anatomy) -> str:
        """The id of the body that the subject of ``clause`` names; empty where it names nobody."""
        scene = self._scene
        span = phrase(scene, clause)
        return self._body(*span) if span else ""

    def asked(self, clause: Anatomy) -> str:
        """The id of the body that "Đề nghị | các cơ sở | triển khai" addresses; empty where the words name nobody."""
        scene = self._scene
        at = scene.skip(clause.after_cue, clause.end)
        actor = scene.link("actor", at, clause.end)
        if actor is None:
            return ""
        inside = scene.slot_at(scene.skip(actor.end(), clause.end), clause.end)  # "thành viên | Đoàn kiểm tra"
        behind = inside.end if inside else actor.end()
        told = with_subject(scene, Anatomy(clause.start, clause.end, at, "actor"), behind)
        reach = min(clause.end, behind + _NEAR) if told.predicate < 0 else told.predicate
        harm = scene.words.links["harms"].search(scene.lower, behind, reach)  # "Nghiêm cấm cán bộ | tiết lộ kế hoạch"
        told = told._replace(predicate=harm.start()) if harm else told
        return self.lead(told) if told.predicate >= 0 else ""

    def named(self, start: int, end: int) -> Bodies:
        """The ids of those that the words ``[start, end)`` of a heading name; empty where these are a thing."""
        scene = self._scene
        end = start + len(scene.lower[start:end].rstrip(" .,:;"))
        somebody = scene.link("actor", start, end) is not None and end - start <= _LONGEST
        if not somebody or scene.holds("no_actor", start, end):
            return ()
        return tuple(self._body(*part) for part in _parts(scene, start, end))

    def _body(self, first: int, last: int) -> str:
        start, end = self._scene.view.to_source(first, last)
        name = capital(quiet(self._scene.view.text[first:last]))
        body_id = slug(name)
        if body_id not in self._known:
            self._known[body_id] = self._new[body_id] = Body(body_id, name, kind="person_group")
        self._places[start, end] = body_id
        return body_id

    def record(self, document: Document, duties: Iterable[Duty]) -> Document:
        """``document`` with the bodies made that lead a duty, and with their mentions in place of the names inside."""
        lead = {role.body_id for duty in duties for role in duty.roles}
        places = sorted(place for place, body_id in self._places.items() if body_id in lead)
        if not places:
            return document
        new = []
        for start, end in places:
            unit = self._scene.outline.at(start)
            eid = unit.eid if unit else ""
            new.append(Mention(self._places[start, end], document.text[start:end], start, end, "name", eid, _RULE))
        mentions = sorted((*_outside(document.mentions, places), *new), key=lambda item: item.start)
        return replace(document, bodies=(*document.bodies, *self._new.values()), mentions=tuple(mentions))


def _outside(mentions: Sequence[Mention], places: Sequence[Span]) -> list[Mention]:
    spans = iter(places)
    start, end = next(spans)
    kept = []
    for mention in mentions:
        while end <= mention.start and (following := next(spans, None)):
            start, end = following
        if mention.end <= start or end <= mention.start:
            kept.append(mention)
    return kept


def _parts(scene: Scene, start: int, end: int) -> Iterator[Span]:
    """ "thuyền viên và người lái tàu" are two, "cơ quan, tổ chức, cá nhân thu gom" one."""
    joins = [match for match in _JOIN.finditer(scene.lower, start, end) if scene.link("actor", match.end(), end)]
    if not any(_GENERAL.fullmatch(scene.lower, start, match.start()) for match in joins):
        for match in joins:
            yield start, match.start()
            start = match.end()
    yield start, end


def phrase(scene: Scene, clause: Anatomy) -> tuple[int, int] | None:
    """The words before the predicate where they are somebody who acts, asides at their end left out; None where they
    are a thing, all parties, or too long to be sure."""
    start, end = clause.main, clause.predicate
    if not start < end <= start + _LONGEST or scene.link("actor", start, end) is None:
        return None
    end = _behind_relative(scene, clause) if clause.cue is None else end
    end = start + len(scene.lower[start:end].rstrip(" ,"))
    timing = next(iter(scene.within(scene.timings, start + 1, end)), None)
    stop = scene.words.links["actor_end"].search(scene.lower, start + 1, end)
    end = min(end, timing.start if timing else end, stop.start() if stop else end)
    end = start + len(scene.lower[start:end].rstrip(" ,"))
    vague = "no_actor" if clause.cue is not None else "no_plain_actor"
    return None if scene.holds(vague, start, end) else (start, end)


def _behind_relative(scene: Scene, clause: Anatomy) -> int:
    """The end of the subject of a plain verb: in "cơ quan | tiến hành tố tụng | thông báo" the first verb only tells
    which one, where another follows that tells what is done."""
    noun = scene.link("actor", clause.main, clause.predicate)
    bare = noun is not None and noun.end() + 1 >= clause.predicate
    relative = scene.link("relative_act", clause.predicate, clause.end) if bare else None
    return relative.start("verb") if relative else clause.predicate
