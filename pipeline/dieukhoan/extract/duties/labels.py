"""Lines that complete the task above them: "Cơ quan chủ trì: X", "Thời gian: quý II"."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Protocol

from dieukhoan.core.records import Span, Unit
from dieukhoan.extract.duties.parts import acting_body
from dieukhoan.extract.duties.pieces import Bodies
from dieukhoan.extract.duties.roles import Cast
from dieukhoan.extract.duties.scene import Scene


class Completable(Protocol):
    """A duty in the making, as far as a label can complete it."""

    unit: Unit
    cast: Cast
    deadlines: tuple[Span, ...]


@dataclass(frozen=True, slots=True)
class _Label:
    scope: str
    slot: str
    bodies: Bodies
    spans: tuple[Span, ...]


class Labels:
    """Collects the label lines of a document and, at the end, completes the duties of their scope."""

    def __init__(self, scene: Scene) -> None:
        self._scene = scene
        self._found: list[_Label] = []
        self._whole: dict[str, bool] = {}
        self._by_item: set[str] = set()  # lists whose items have labels of their own

    def above(self, unit: Unit) -> Span | None:
        """The heading of ``unit`` (in the view) where nothing stands below it but such lines, one of them with a lead:
        "2. Trồng cây xanh" above "Chủ trì: Huyện đoàn" is a task."""
        if not unit.heading or unit.text:
            return None
        return self._scene.view.from_source(unit.heading_start, unit.heading_end) if self.below(unit) else None

    def below(self, unit: Unit) -> bool:
        """Whether nothing stands below ``unit`` but such lines, one of them with a lead."""
        slots = [self._slot(child) for child in self._scene.outline.children(unit)]
        return "lead" in slots and "" not in slots

    def _slot(self, unit: Unit) -> str:
        scene = self._scene
        start, end = scene.view.from_source(unit.heading_start if unit.heading else unit.text_start, unit.text_end)
        hit = scene.words.labels.at(scene.lower, scene.skip(start, end), min(end + 1, len(scene.lower)))
        return hit.get("slot") if hit is not None else ""

    def take(self, unit: Unit) -> bool:
        """Whether the whole unit is such a line (its label may have been taken for a heading)."""
        if not unit.heading or not unit.text:
            return False
        start, end = self._scene.view.from_source(unit.heading_start, unit.text_end)
        return self._take(self._scope(unit), start, end)

    def take_piece(self, unit: Unit, start: int, end: int) -> bool:
        """Whether this piece of a unit's text is such a line."""
        whole = self._whole.setdefault(unit.eid, True)  # nothing but labels so far: they complete the task above
        taken = self._take(self._scope(unit) if whole else unit.eid, start, end)
        self._whole[unit.eid] = whole and taken
        return taken

    def _take(self, scope: str, start: int, end: int) -> bool:
        scene = self._scene
        hit = scene.words.labels.at(scene.lower, start, min(end + 1, len(scene.lower)))
        if hit is None or (hit.get("slot") == "none" and acting_body(scene, scene.skip(hit.end, end), end)):
            return False  # "Kinh phí: mỗi bên tự bảo đảm" is a duty below its heading
        spans = tuple(timing.deadline.span for timing in scene.within(scene.timings, hit.end, end))
        for slot, bodies in self._parted(hit.get("slot"), hit.end, end):
            self._found.append(_Label(scope, slot, bodies, spans))
        return True

    def _parted(self, slot: str, start: int, end: int) -> Iterator[tuple[str, Bodies]]:
        """The bodies of a label by the part that they have: "Công an tỉnh chủ trì; Sở Y tế phối hợp" tells of two. A
        body in brackets only tells whose the one before it is."""
        scene = self._scene
        parts: dict[str, dict[str, None]] = {slot: {}}
        reach = start
        for named in scene.within(scene.slots, start, end):
            if named.start < reach or (reach > start and scene.in_parentheses(start, named.start)):
                continue
            group = scene.group_at(named, end)
            outer = [one for one in group.slots if not scene.in_parentheses(start, one.start)] or list(group.slots)
            with_them = slot == "lead" and (
                scene.link("takes_part", group.end, end) or scene.lower.endswith("phối hợp với ", start, named.start)
            )
            part = parts.setdefault("support" if with_them else slot, {})
            part.update(dict.fromkeys(body for one in outer for body in one.bodies))
            reach = group.end
        yield from ((part, tuple(bodies)) for part, bodies in parts.items())

    def _scope(self, unit: Unit) -> str:
        """The unit whose duties the line completes: the one above; above the list for a paragraph behind its end, where
        no other item of the list has such lines of its own."""
        outline = self._scene.outline
        parent = outline.parent(unit)
        if parent is None or unit.kind != "paragraph" or parent.kind not in ("indent", "point") or not parent.parent:
            return unit.parent
        siblings = outline.children(outline.parent(parent))
        if siblings[-1] is not parent:
            self._by_item.add(parent.parent)
        return parent.eid if parent.parent in self._by_item else parent.parent

    def complete(self, drafts: Iterable[Completable]) -> None:
        """Give lead, support and time of every label to the duties of its scope."""
        by_scope: dict[str, list[_Label]] = {}
        for label in self._found:
            by_scope.setdefault(label.scope, []).append(label)
        for draft in drafts if by_scope else ():
            above = [draft.unit.eid, *(unit.eid for unit in self._scene.outline.ancestors(draft.unit))]
            for label in (label for eid in above for label in by_scope.get(eid, ())):
                _apply(label, draft)


def _apply(label: _Label, draft: Completable) -> None:
    if label.slot == "lead" and label.bodies and draft.cast.source in ("", "implied", "heading"):
        draft.cast.lead, draft.cast.source = label.bodies, "explicit"
    elif label.slot == "support":
        draft.cast.add("support", label.bodies)
    elif label.slot == "time":
        draft.deadlines = tuple(dict.fromkeys((*draft.deadlines, *label.spans)))
