"""Lines that introduce a list, and what the items of the list take over from them."""

from __future__ import annotations

from dataclasses import replace
from typing import NamedTuple

from dieukhoan.core.records import Unit
from dieukhoan.extract.duties import details
from dieukhoan.extract.duties.anatomy import dissect
from dieukhoan.extract.duties.context import Setting
from dieukhoan.extract.duties.enumerated import NAME
from dieukhoan.extract.duties.fronts import COMMA
from dieukhoan.extract.duties.introducing import is_bare
from dieukhoan.extract.duties.pieces import Anatomy
from dieukhoan.extract.duties.roles import Cast
from dieukhoan.extract.duties.scene import Scene
from dieukhoan.extract.duties.segments import Piece

_NO_ACTS = ("contents", "cases", "when", "ways")
_ABOUT = (" về", " đến", " về việc")  # "… thông tin cho Bộ Y tế những vấn đề về:"


class Last(NamedTuple):
    """The last clause of a unit, which may introduce a list."""

    piece: Piece
    clause: Anatomy
    cast: Cast


def case(scene: Scene, unit: Unit, setting: Setting) -> Setting | None:
    """What holds under "2. Trường hợp đài nước ngoài gây nhiễu", a condition and nothing more, above points that tell
    what to do then; None for any other unit."""
    if unit.kind not in ("clause", "point", "indent") or not scene.outline.children(unit):
        return None
    start, end = scene.view.from_source(unit.text_start, unit.text_end)
    found = scene.link("case", scene.skip(start, end), end)
    if (found is None or found.end() < end) and not _long_case(scene, scene.skip(start, end), end):
        return None
    spans = (timing.deadline.span for timing in scene.within(scene.timings, start, end))
    return replace(setting, deadlines=(*setting.deadlines, *spans))


def _long_case(scene: Scene, start: int, end: int) -> bool:
    """Whether a condition of several parts is all that stands before a colon: "Trường hợp nạn nhân tự về, đến trình báo
    tại Đồn A hoặc được Đồn A, Đồn B phát hiện trên biển:"; nobody acts behind one of its commas."""
    if scene.link("long_case", start, end) is None:
        return False
    for comma in COMMA.finditer(scene.lower, start, end):
        at = scene.skip(comma.end(), end)
        names = scene.within(scene.slots, max(start, comma.start() - NAME), comma.start())
        listed = bool(names) and scene.skip(names[-1].end, end) == at
        if not listed and (scene.acts_at(at, end) or scene.slot_at(at, end) or scene.link("actor", at, end)):
            return False
    return True


def stands_above(scene: Scene, unit: Unit, last: Last) -> bool:
    """Whether a line names who does what the items below it tell ("Bộ Y tế có trách nhiệm." above 2.1 and 2.2)."""
    clause = last.clause
    acts = clause.kind == "body" and clause.predicate >= 0 and last.cast.source == "explicit"
    return acts and (unit.kind in ("paragraph", "article") or is_bare(scene, clause))


def introduced(scene: Scene, setting: Setting, last: Last) -> Setting:
    """What the items of a list take over from the line that introduces them."""
    clause, found = last.clause, last.cast
    listing, modality = _listing(scene, last.piece.start, last.piece.end)
    if listing == "ways":  # "Hội Nông dân các cấp đẩy mạnh các hình thức sau đây:"
        told = clause.force == "strong" or (clause.kind in ("body", "verb") and clause.predicate >= 0)
        listing = "tasks" if told else "contents"
    listing = "cases" if listing == "when" else listing
    if listing == "tasks" and _conditional(scene, clause):
        return replace(setting, listing="cases")
    if listing == "contents" and found.directed and not scene.lower.endswith(_ABOUT, clause.start, clause.end):
        listing = "tasks"  # "Chỉ đạo Sở Y tế tổ chức triển khai, bao gồm:"
    if listing != "tasks" or setting.admits == "nothing":  # "Thông tư này áp dụng đối với:"
        if listing == "contents" and found.lead and found.source == "explicit":
            setting = replace(setting, lead=found.lead, source="heading")  # "Người yêu cầu nộp các giấy tờ sau:"
        return replace(setting, listing=listing)
    asks = clause.force == "opening" and clause.kind == "verb"
    if not modality and clause.cue is not None and (asks or clause.force == "strong"):
        modality = clause.cue.rule.emit["modality"]
    setting = replace(
        setting,
        admits="any",
        modality=modality or setting.modality,
        support=found.support or setting.support,
        directed=found.directed,
        assigner=found.assigner or setting.assigner,
        deadlines=(*setting.deadlines, *details.timings(scene, clause)),
        listing="tasks",
    )
    nobody = found.source != "explicit" and clause.kind in ("noun", "unknown", "actor")
    if nobody and scene.link("actor", clause.main, clause.end):
        return replace(setting, lead=(), source="unresolved")  # "Đơn vị được phân bổ thực hiện các việc sau:"
    if found.lead and found.source in ("explicit", "anaphor", "heading"):
        return replace(setting, lead=found.lead, source="heading")
    return setting


def _conditional(scene: Scene, clause: Anatomy) -> bool:
    """Whether a condition leads up to the colon ("thu hồi khi tổ chức không đáp ứng các điều kiện sau:"): the items
    are parts of it, and not what is done then."""
    last = next(reversed(scene.within(scene.timings, clause.main, clause.end)), None)
    return last is not None and last.end >= clause.end and scene.holds("case_list", last.start, clause.end)


def _listing(scene: Scene, start: int, end: int) -> tuple[str, str]:
    """The kind of list that the line ``[start, end)`` and its colon introduce, and a modality that it imposes."""
    colon = scene.lower.find(":", end)
    for match in scene.words.intros.scan(scene.view, start, colon + 1):
        if match.end == colon + 1:
            listing = match.emit["children"]
            case = listing in ("cases", "when")
            condition = case and scene.link("on_condition", scene.skip(start, colon), colon) is not None
            acts = condition or (listing in _NO_ACTS and scene.holds("done_so", start, colon))
            return "acts" if acts else listing, match.emit.get("modality", "")
    return "tasks", ""


def telling(scene: Scene, unit: Unit, start: int, end: int) -> Anatomy | None:
    """The clause of the heading ``[start, end)`` of ``unit`` where it tells a body to do what stands below it."""
    if not _above_list(scene, unit, end):
        return None
    clause = dissect(scene, start, end - (scene.lower[end - 1] == ":"))
    if clause.predicate < 0 or clause.kind not in ("verb", "body"):
        return None
    slots = scene.within(scene.slots, clause.predicate, clause.end)
    frame = scene.frames.get(slots[0].start - 1) if slots else None
    return clause if frame is not None and frame.rule.emit["role"] == "directed" else None


def _above_list(scene: Scene, unit: Unit, end: int) -> bool:
    """Whether a heading that ends at ``end`` has a colon and items below it."""
    return scene.lower[end - 1 : end + 2].rstrip().endswith(":") and bool(scene.outline.children(unit))


def headed_list(scene: Scene, unit: Unit, setting: Setting) -> Setting | None:
    """What holds under "2. Nội dung trao đổi gồm:", which was taken for a heading but introduces a list; else None."""
    start, end = scene.view.from_source(unit.heading_start, unit.heading_end)
    if not _above_list(scene, unit, end):
        return None
    listing, modality = _listing(scene, start, end - 1 if scene.lower[end - 1] == ":" else end)
    listing = "contents" if listing == "ways" else listing
    if listing in ("tasks", "when") and not modality:
        return None
    return replace(setting, listing=listing, modality=modality or setting.modality)
