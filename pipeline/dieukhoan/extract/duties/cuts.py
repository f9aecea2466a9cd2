"""Whether a semicolon parts two clauses, or only two things of a list."""

from __future__ import annotations

from dieukhoan.extract.duties.anatomy import dissect
from dieukhoan.extract.duties.fronts import front_part
from dieukhoan.extract.duties.pieces import Anatomy
from dieukhoan.extract.duties.scene import Scene

_LABEL = 60  # characters of a subject before its cue
_GROUNDS = ("basis", "condition", "scope", "purpose")
_CASES = ("các trường hợp ", "những trường hợp ")
_JOINERS = ("và ", "đồng thời ", "hoặc ")


def starts_clause(scene: Scene, start: int, end: int) -> bool:
    """Whether the words after a semicolon are a clause of their own and not one more noun of a list."""
    at = scene.skip(start, end)
    for word in _JOINERS:
        if scene.lower.startswith(word, at):
            at = scene.skip(at + len(word), end)
    part = front_part(scene, at, end)
    if part == "condition":  # but "…; các trường hợp xin nhập cảnh khẩn cấp" is one more thing
        return not scene.lower.startswith(_CASES, at) or scene.holds("then", at, end)
    clause = dissect(scene, at, end)
    if part == "time":  # no "…; chậm nhất là ngày 30 đối với báo cáo quý", one more term of the same act
        return clause.predicate >= 0 or scene.holds("then", at, end)
    if clause.kind == "noun":
        near = clause.cue is not None and clause.predicate - clause.main <= _LABEL
        return near and not _granted(scene, clause)
    return clause.predicate >= 0 and not _only_names_things(scene, clause)


def _granted(scene: Scene, clause: Anatomy) -> bool:
    """Whether "được" only tells which ones are meant: "các sở; các hội được Nhà nước | giao nhiệm vụ"."""
    at = scene.skip(clause.after_cue, clause.end)
    slot = scene.slot_at(at, clause.end)
    behind = scene.skip(scene.group_at(slot, clause.end).end, clause.end) if slot is not None else clause.end
    return behind < clause.end and scene.link("makes", behind, clause.end) is not None


def _only_names_things(scene: Scene, clause: Anatomy) -> bool:
    """Whether what looks like a predicate only tells which thing or place is meant: "hành lý tại các cửa khẩu do Tổng
    cục Hải quan | quy định", "Công an cửa khẩu nơi nạn nhân | sẽ xuất cảnh", "các tổ chức | để phối hợp"."""
    if clause.subject is None or clause.fronts:
        return False
    if clause.kind == "agent":
        made = scene.link("makes", scene.skip(clause.subject.end, clause.end), clause.end)
        return clause.cue is None and made is not None and clause.subject.start > clause.main
    if clause.kind != "body" or clause.force == "strong":
        return False
    return any(scene.holds(name, clause.subject.end, clause.predicate) for name in ("which_one", "aim"))


def only_names(scene: Scene, start: int, end: int) -> bool:
    """Whether nothing but bodies stands there, whose predicate is to come ("Bộ A; Sở B và Sở C có trách nhiệm")."""
    slot = scene.slot_at(scene.skip(start, end), end)
    return slot is not None and dissect(scene, start, end).predicate < 0


def only_front(scene: Scene, start: int, semicolon: int, end: int) -> bool:
    """Whether both sides of a semicolon stand before the main clause ("Căn cứ kết quả; tùy theo mức độ, Sở …")."""
    before = front_part(scene, scene.skip(start, semicolon), semicolon)
    behind = front_part(scene, scene.skip(semicolon + 1, end), end)
    if not before or behind not in _GROUNDS:
        return False
    clause = dissect(scene, start, semicolon)
    told = scene.lower.endswith("thì ", start, clause.main)  # "Nếu đồng ý thì ra quyết định; nếu không đồng ý thì …"
    return clause.kind in ("verb", "noun", "unknown") and not told
