"""Who acts in a clause of a joint document that tells what is done with a thing: who was said to deal with it above."""

from __future__ import annotations

import re
from itertools import pairwise
from typing import NamedTuple

from dieukhoan.core.records import Unit
from dieukhoan.extract.duties.pieces import Anatomy, Bodies
from dieukhoan.extract.duties.scene import Scene

_JOINT = ("thong_tu_lien_tich", "nghi_quyet_lien_tich")
TO_ALL = ("cue.forbid", "cue.none_may")  # "Nghiêm cấm …", "Không ngành nào được …" bind everybody
# "Việc | tiếp nhận hồ sơ", "Các | vật dụng"
_BEFORE_THING = re.compile(r"(?:(?:việc|các|những|mọi|mỗi|toàn bộ|tất cả)\s+)*")
_WORDS = re.compile(r"[^\W\d_]+")
_FIRST = 12  # words that tell what a clause is about
_KEPT = 8  # clauses of an article that are looked back on


class _Act(NamedTuple):
    """Who acted, and the view span of the clause."""

    lead: Bodies
    start: int
    end: int


class Doers:
    """Remembers who acts in each article of a joint document."""

    def __init__(self, scene: Scene) -> None:
        self._scene = scene
        self._joint = scene.document.header.document_type in _JOINT
        self._acts: dict[str, list[_Act]] = {}

    def remember(self, unit: Unit, clause: Anatomy, lead: Bodies) -> None:
        """``lead`` acts in ``clause`` of ``unit``."""
        if self._joint:
            self._acts.setdefault(self._article(unit), []).append(_Act(lead, clause.main, clause.end))

    def of(self, unit: Unit, clause: Anatomy) -> Bodies:
        """Who was last said in the article to deal with the thing that ``clause`` is about ("Phương án được gửi …":
        who draws it up); nobody where it is about none, or binds everybody."""
        acts = self._acts.get(self._article(unit), ()) if self._joint else ()
        passive = clause.kind in ("noun", "unknown") or clause.cue is not None  # "Tiến hành giao ban" is everybody's
        if not acts or not passive or (clause.cue is not None and clause.cue.rule.id in TO_ALL):
            return ()
        things = self._things(clause)
        for act in reversed(acts[-_KEPT:]):
            if any(self._scene.lower.find(thing, act.start, act.end) >= 0 for thing in things):
                return act.lead
        return ()

    def _things(self, clause: Anatomy) -> list[str]:
        """What the clause is about, as pairs of neighbouring syllables: most words of Vietnamese are such pairs."""
        end = clause.cue.start if clause.cue is not None else max(clause.predicate, clause.main)
        text = self._scene.lower
        opened = _BEFORE_THING.match(text, clause.main, end)
        words = _WORDS.findall(text, opened.end() if opened else clause.main, end)[:_FIRST]
        return [f"{one} {two}" for one, two in pairwise(words)]

    def _article(self, unit: Unit) -> str:
        if unit.kind == "article":
            return unit.eid
        above = list(self._scene.outline.ancestors(unit))
        return next((item.eid for item in above if item.kind == "article"), above[-1].eid if above else unit.eid)
