"""What a unit is for and whose duties it holds: from the headings above it and from the line that introduces it."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from itertools import takewhile
from typing import NamedTuple

from dieukhoan.core.records import Span, Unit
from dieukhoan.extract.duties.actors import Actors
from dieukhoan.extract.duties.lexicon import Hit
from dieukhoan.extract.duties.pieces import Bodies, Group
from dieukhoan.extract.duties.scene import Scene

_FORMLESS = ("chapter", "article", "section")
_LISTS = ("point", "indent", "clause")
_CASES = ("khi ", "nếu ", "trường hợp ", "trong trường hợp ", "sau khi ", "trước khi ")
_LABEL = 90  # characters of a paragraph that only says whose duties follow
_TAIL = re.compile(
    r"[\s.:;,]*(?:\([^()\n]*\))?(?:[\s,-]*mã số[^\n]{0,40})?"
    r"(?: ?(?:có|chịu) (?:trách nhiệm|nhiệm vụ|quyền|nghĩa vụ)[^\n]{0,60}"
    r"| ?(?:thực hiện|tiến hành)(?: (?:các|những) (?:việc|công việc|nhiệm vụ|nội dung)(?: sau(?: đây)?)?)?"
    r"(?=:))?[\s.:;,]*"
)


@dataclass(frozen=True, slots=True)
class Setting:
    """What holds for the clauses of a unit unless they say otherwise.

    ``admits``: ``any`` clause, those with a ``subject`` or cue, those with a ``cue``, with a ``strong`` one,
    ``nothing``. ``listing`` is ``contents`` or ``cases`` where the unit is an item of such a list, ``requirements``
    where only items with a strong cue count, ``acts`` where those count in which somebody acts, ``tasks`` where each is
    a duty; ``owner`` is the eid of the line that
    introduces it. ``lead`` empty with ``source`` "unresolved": a heading names a body that is not known. ``toward``: a
    heading names people with "đối với", who do what is told without a subject, but not what is done with a thing.
    """

    admits: str = "any"
    modality: str = ""
    lead: Bodies = ()
    source: str = ""
    support: Bodies = ()
    directed: Bodies = ()
    assigner: Bodies = ()
    deadlines: tuple[Span, ...] = ()
    listing: str = ""
    owner: str = ""
    toward: bool = False


_NOTHING = Setting()


class Place(NamedTuple):
    """Where a clause stands: its unit, and what holds there."""

    unit: Unit
    setting: Setting


class Settings:
    """The setting of each unit of a scene, worked out in reading order."""

    def __init__(self, scene: Scene, actors: Actors) -> None:
        self._scene = scene
        self._actors = actors
        self._own: dict[str, Setting] = {}
        self._children: dict[str, Setting] = {}
        self._before: dict[str, Setting] = {}
        self._standing: Bodies = ()
        self._closing = frozenset(_closing(scene))

    def enter(self, unit: Unit) -> Setting:
        """The setting for the unit's own text; it also holds for its children until :meth:`introduce`."""
        above = self._above(unit)
        setting = self._headed(unit, above)
        if unit.text_end > unit.text_start:
            self._described(unit)
        elif not setting.lead and self._standing and self._lists_tasks(unit):
            setting = _led(setting, self._standing)
        self._own[unit.eid] = setting
        self._children[unit.eid] = setting
        if unit.kind == "paragraph" and not unit.heading:
            self._children[unit.parent] = self._labelled(unit, self._children.get(unit.parent, _NOTHING))
        return setting

    def _described(self, unit: Unit) -> None:
        """Remember whom a unit introduces: "Sở Xây dựng là cơ quan chuyên môn thuộc …"."""
        scene = self._scene
        start, end = scene.view.from_source(unit.text_start, unit.text_end)
        slot = scene.slot_at(start, end)
        if slot is not None and scene.link("position", slot.end, end):
            self._standing = slot.bodies

    def _lists_tasks(self, unit: Unit) -> bool:
        """Whether the heading of an article is only "Nhiệm vụ và quyền hạn": of the body described before."""
        start, end = self._scene.view.from_source(unit.heading_start, unit.heading_end)
        tasks = self._scene.link("tasks_alone", start, end)
        return tasks is not None and self._scene.skip(tasks.end(), end) >= end

    def _labelled(self, unit: Unit, above: Setting) -> Setting:
        """What holds for the paragraphs behind one that is but a label ("Nghĩa vụ của Bên A", "Trách nhiệm chung")."""
        scene = self._scene
        start, end = scene.view.from_source(unit.text_start, unit.text_end)
        if end - start > _LABEL:
            return above
        owner, hit = scene.words.owners.at(scene.lower, start, end), scene.words.headings.at(scene.lower, start, end)
        told = _told(hit, above) if hit is not None else replace(above, modality="")
        if hit is not None and hit.rule.id == "heading.common" and scene.skip(hit.end, end) >= end:
            return told
        slot = scene.slot_at(scene.skip(owner.end, end), end) if owner is not None and _names_owner(owner) else None
        if slot is None:
            return above
        group = scene.group_at(slot, end)
        whole = _TAIL.match(scene.lower, group.end, end)
        return _led(told, group.bodies) if whole and whole.end() >= end else above

    def introduces(self, unit: Unit) -> bool:
        """Whether a list can hang on ``unit``: it has children, or is a paragraph with an item right behind it."""
        if self._scene.outline.children(unit):
            return True
        if unit.kind != "paragraph" or self._children.get(unit.parent, _NOTHING).listing:
            return False
        units = self._scene.outline.units
        following = units[unit.position] if unit.position < len(units) else unit
        return following.parent == unit.parent and following.kind in _LISTS

    def introduce(self, unit: Unit, setting: Setting) -> None:
        """Let ``setting`` (from the unit's introducing line) hold for its children, or for the items behind it."""
        setting = replace(setting, owner=unit.eid)
        if self._scene.outline.children(unit):
            self._children[unit.eid] = setting
        else:
            self._before.setdefault(unit.parent, self._children.get(unit.parent, _NOTHING))
            self._children[unit.parent] = setting

    def _above(self, unit: Unit) -> Setting:
        """The setting that the unit stands in; a paragraph behind the last item of a list is no item of it."""
        if unit.kind == "paragraph" and unit.parent in self._before:
            self._children[unit.parent] = self._before.pop(unit.parent)
        inherited = self._children.get(unit.parent, _NOTHING)
        if unit.kind != "paragraph":
            return inherited
        if unit.eid in self._closing:  # "Yêu cầu các đơn vị …" behind the tasks of the last body speaks to all
            return replace(_led(inherited, ()), source="", listing="", deadlines=())
        parent = self._scene.outline.parent(unit)
        if parent is not None and parent.kind in _LISTS and inherited.listing and inherited.owner in self._own:
            if inherited.lead and parent.heading and not parent.text:  # "b) Đối với Sở Y tế" alone on its line
                return replace(inherited, listing="")
            return self._own[inherited.owner] if inherited.listing != "tasks" else inherited
        return inherited

    def _headed(self, unit: Unit, above: Setting) -> Setting:
        if unit.kind == "appendix":
            above = self._appendix(unit)
        if not unit.heading:
            return above
        scene = self._scene
        start, end = scene.view.from_source(unit.heading_start, unit.heading_end)
        hit = scene.words.headings.at(scene.lower, start, end)
        setting = replace(above, listing="") if above.listing == "tasks" else above
        if hit is not None:
            setting = _told(hit, setting)
        scope = scene.link("as_for", start, end)  # "Đối với xe nhập trước ngày 01/5": of which xe, not when
        if unit.kind in _LISTS and scope is None:  # "2. Trường hợp đài bị nhiễu có hại" above what to do then
            spans = (timing.deadline.span for timing in scene.within(scene.timings, start, end))
            setting = replace(setting, deadlines=(*setting.deadlines, *spans))
        named = bool(setting.lead) and setting.source == "heading" and hit is None
        case = scene.holds("no_owner", start, end)
        return self._owned(setting, start, end, somebody=not case and (named or self._owes(unit)))

    def _owes(self, unit: Unit) -> bool:
        """Whether the units below are headed "Trách nhiệm", "Quyền lợi" alone: of the one that the heading names."""
        scene = self._scene
        for child in scene.outline.children(unit):
            start, end = scene.view.from_source(child.heading_start, child.heading_end)
            tasks = scene.link("owed_alone", start, end) if child.heading else None
            if tasks is not None and scene.skip(tasks.end(), end) >= end:
                return True
        return False

    def _appendix(self, unit: Unit) -> Setting:
        """Forms hold no duties, other appendices only outspoken ones; an annexed text with articles is a text."""
        scene = self._scene
        start, end = scene.view.from_source(unit.start, unit.end)
        hit = scene.words.headings.at(scene.lower, start, end)
        if hit is not None and hit.rule.id == "heading.form":
            return Setting(admits="nothing")
        whole = any(child.kind in _FORMLESS for child in scene.outline.children(unit))
        return Setting(admits="any" if whole else "subject")

    def _owned(self, setting: Setting, start: int, end: int, *, somebody: bool) -> Setting:
        """With the body that the heading names as the one whose duties follow; ``somebody``: what stands around it
        tells that it names one, though there be words in it that no rule reads."""
        scene = self._scene
        owner = scene.words.owners.at(scene.lower, start, end)
        at = scene.skip(owner.end if owner else start, end)
        slot = scene.slot_at(at, end)
        if slot is None:
            if owner is not None:
                return self._owned_by_somebody(setting, owner, at, end)
            if (last := _behind_case(scene, at, end)) is not None:
                return _led(setting, last.bodies)
            named = self._actors.named(at, end) if somebody else ()
            return _led(setting, named) if named else setting
        group = scene.group_at(slot, end)
        whole = _TAIL.match(scene.lower, group.end, end)
        if not (_names_owner(owner) or (whole and whole.end() >= end)):
            if not somebody or owner is not None:
                return setting
            more = scene.words.links["coordination"].match(
                scene.lower, group.end, end
            )  # "Các trường, | Cơ sở dạy nghề"
            return _led(setting, (*group.bodies, *(self._actors.named(more.end(), end) if more else ())))
        raised = "any" if setting.admits == "subject" else setting.admits  # "2. Ủy ban xã:" under "Hồ sơ, trình tự"
        return replace(_led(setting, group.bodies), admits=raised)

    def _owned_by_somebody(self, setting: Setting, owner: Hit, at: int, end: int) -> Setting:
        """With the one whose duties follow where no rule reads a body: the noun itself ("Quy định đối với người trực"),
        or the body whose they are ("Trách nhiệm giải quyết đơn của Sở")."""
        scene = self._scene
        toward = owner.rule.id == "owner.toward"
        if toward or _names_owner(owner):
            named = self._actors.named(at, end)
            if named:
                return replace(_led(setting, named), toward=toward)
            return setting if toward else replace(setting, lead=(), source="unresolved")
        for slot in scene.within(scene.slots, at, end) if owner.rule.id == "owner.side" else ():
            group = scene.group_at(slot, end)
            if scene.lower.startswith("của ", _determined(scene, slot.start) - 4) and scene.skip(group.end, end) >= end:
                return _led(setting, group.bodies)
        return setting


def _behind_case(scene: Scene, start: int, end: int) -> Group | None:
    """Who stands alone behind the last comma of a condition: "1. Khi phát hiện hàng hóa có phóng xạ, | Sở Y tế:"."""
    if not scene.lower.startswith(_CASES, start):
        return None
    slot = scene.slot_at(scene.skip(scene.lower.rfind(",", start, end) + 1, end), end)
    group = scene.group_at(slot, end) if slot is not None and slot.start > start else None
    whole = _TAIL.match(scene.lower, group.end, end) if group is not None else None
    return group if whole is not None and whole.end() >= end else None


def _closing(scene: Scene) -> Iterator[str]:
    """The eids of the paragraphs that close the document, or stand last before its appendix."""
    units = list(takewhile(lambda unit: unit.kind != "appendix", scene.outline.units))
    for unit in takewhile(lambda unit: unit.kind == "paragraph", reversed(units)):
        start, end = scene.view.from_source(unit.text_start, unit.text_end)
        if scene.link("closes", start, end):
            yield unit.eid


def _determined(scene: Scene, at: int) -> int:
    """Where the determiner in front of ``at`` begins."""
    return next((at - len(word) for word in ("các ", "những ") if scene.lower.startswith(word, at - len(word))), at)


def _led(setting: Setting, bodies: Bodies) -> Setting:
    return replace(setting, lead=bodies, source="heading", support=(), directed=(), assigner=(), toward=False)


def _names_owner(owner: Hit | None) -> bool:
    return owner is not None and owner.rule.id in ("owner.of", "owner.by")


def _told(hit: Hit, setting: Setting) -> Setting:
    """What a heading's words say of the units under it."""
    setting = replace(setting, admits=hit.get("admits"), modality=hit.get("modality"))
    if hit.get("lead") == "all":
        return replace(setting, lead=(), source="", support=(), directed=(), assigner=())
    return setting
