"""The stage itself: unit by unit, piece by piece, from clauses to duties with bodies and deadlines."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, field, replace

from dieukhoan.core.records import Diagnostic, Document, Duty, Role, Span, Unit
from dieukhoan.core.remarks import remark
from dieukhoan.extract.duties import details, lists
from dieukhoan.extract.duties.actors import Actors
from dieukhoan.extract.duties.anatomy import dissect
from dieukhoan.extract.duties.clauses import by_actor
from dieukhoan.extract.duties.context import Place, Setting, Settings
from dieukhoan.extract.duties.drafts import Draft, alone, drop_bystanders, in_company, kept
from dieukhoan.extract.duties.inherit import Carry, Heirs
from dieukhoan.extract.duties.judge import Verdict, judge
from dieukhoan.extract.duties.labels import Labels
from dieukhoan.extract.duties.lexicon import lexicon
from dieukhoan.extract.duties.lists import Last
from dieukhoan.extract.duties.pieces import Anatomy
from dieukhoan.extract.duties.roles import Cast, cast
from dieukhoan.extract.duties.scene import Scene
from dieukhoan.extract.duties.segments import Piece, pieces
from dieukhoan.extract.duties.tasks import Task, Tasks
from dieukhoan.extract.resources import Resources

_ITEMS = ("clause", "point", "indent")
_WORDS = 3  # of a task that no rule knows
_SILENT = ("recital", "preamble")


@dataclass(slots=True)
class _Work:
    scene: Scene
    settings: Settings
    heirs: Heirs
    labels: Labels
    tasks: Tasks
    drafts: list[Draft] = field(default_factory=list)
    headed: list[Draft] = field(default_factory=list)
    unsure: list[Draft] = field(default_factory=list)
    items: Counter[str] = field(default_factory=Counter)
    diagnostics: list[Diagnostic] = field(default_factory=list)


def find_duties(document: Document, resources: Resources) -> Document:
    """``document`` with its duties, in reading order, and a diagnostic for every role whose body is not known."""
    scene = Scene(document, lexicon(resources.rules), resources.tagger)
    actors = Actors(scene)
    work = _Work(scene, Settings(scene, actors), Heirs(scene, actors), Labels(scene), Tasks(scene))
    for unit in document.units:
        if unit.kind not in _SILENT:
            _unit(work, unit)
    work.drafts += (*alone(work.headed, work.drafts), *in_company(work.unsure, work.drafts, work.items))
    drafts = list(kept(scene, work.drafts, work.items))
    work.labels.complete(drafts)
    drop_bystanders(document, drafts)
    duties = tuple(sorted((_duty(work, draft) for draft in drafts), key=lambda duty: (duty.start, duty.end)))
    document = actors.record(document, duties)
    return replace(document, duties=duties, diagnostics=(*document.diagnostics, *work.diagnostics))


def _unit(work: _Work, unit: Unit) -> None:
    place = Place(unit, work.settings.enter(unit))
    work.items[place.setting.owner] += 1
    if work.labels.take(unit):
        return
    head = work.labels.above(unit)
    task = work.tasks.read(unit) if head is None else Task(*head)
    if task is not None:
        _task(work, place, task)
        return
    below = lists.case(work.scene, unit, place.setting)
    if below is None:
        known = len(work.drafts)
        below = _below(work, place, _clauses(work, place))
        if len(work.drafts) == known and unit.text and work.labels.below(unit):
            _task(work, place, Task(*_sentence(work, unit)))
    if below is not None:
        work.settings.introduce(unit, below)


def _sentence(work: _Work, unit: Unit) -> Span:
    """The text of a unit in the view, without its closing punctuation."""
    start, end = work.scene.view.from_source(unit.text_start, unit.text_end)
    return start, start + len(work.scene.lower[start:end].rstrip(" .;,"))


def _below(work: _Work, place: Place, last: Last | None) -> Setting | None:
    """What holds for the items under a unit whose ``last`` clause introduces them; None where nothing changes."""
    scene, setting = work.scene, place.setting
    if last is None:
        return _below_heading(work, place) if place.unit.heading else None
    if not work.settings.introduces(place.unit):
        return None
    if last.piece.introduces:
        return lists.introduced(scene, setting, last)
    if lists.stands_above(scene, place.unit, last):
        return replace(setting, lead=last.cast.lead, source="heading")
    return None


def _below_heading(work: _Work, place: Place) -> Setting | None:
    """What holds under a heading that ends with a colon; one that says who is told to do what stands below ("1. Chỉ đạo
    các huyện Hội:") introduces it as a sentence would."""
    scene = work.scene
    start, end = scene.view.from_source(place.unit.heading_start, place.unit.heading_end)
    clause = lists.telling(scene, place.unit, start, end)
    if clause is None:
        _heading(work, place, start, end)
        return lists.headed_list(scene, place.unit, place.setting)
    found = cast(scene, clause)
    work.heirs.inherit(found, clause, place, Carry())
    return lists.introduced(scene, place.setting, Last(Piece(clause.start, clause.end, 0, True), clause, found))


def _heading(work: _Work, place: Place, start: int, end: int) -> None:
    """Remember a heading that tells what its body does for another ("a) Cung cấp cho Sở Y tế") or must do: it is the
    duty where only things are listed below it."""
    scene, setting = work.scene, place.setting
    clause = dissect(scene, start, end - (scene.lower[end - 1] == ":"))
    acts = clause.kind in ("verb", "body") and clause.predicate >= 0 and setting.source == "heading"
    if not acts or place.unit.kind == "article" or not scene.outline.children(place.unit):
        return
    found = cast(scene, clause)
    verdict = judge(scene, clause, setting, first=True)
    if verdict is not None and (clause.force == "strong" or found.recipient or found.directed):
        work.heirs.inherit(found, clause, place, Carry())
        work.headed.append(Draft(place.unit, clause, verdict, found, setting.deadlines))


def _clauses(work: _Work, place: Place) -> Last | None:
    """Judge every clause of a unit's own text."""
    last: Last | None = None
    for start, end in work.tasks.texts(place.unit):
        carry = Carry()
        for piece in pieces(work.scene, start, end):
            if work.labels.take_piece(place.unit, piece.start, piece.end):
                continue
            for clause in by_actor(work.scene, dissect(work.scene, piece.start, piece.end)):
                carry.enter(piece.sentence)
                last = Last(piece, clause, _clause(work, place, carry, piece, clause))
    return last


def _clause(work: _Work, place: Place, carry: Carry, piece: Piece, clause: Anatomy) -> Cast:
    """Judge one clause; its cast (inherited parts included) is what an introduced list takes over."""
    scene, setting = work.scene, place.setting
    found = cast(scene, clause, follows=bool(carry.lead))
    follows = carry.same and bool(carry.lead)
    verdict = judge(scene, clause, setting, first=piece.sentence == 0, follows=follows)
    if not carry.same:
        carry.noun_list = verdict is None and clause.kind in ("noun", "unknown", "fact")
    elif carry.noun_list and clause.kind == "verb" and clause.cue is None:
        verdict = None  # "Chi phí sửa chữa; vật tư; thông tin …" stays a list of nouns
    followed = bool(carry.lead) or bool(clause.fronts)
    carried = work.heirs.inherit(found, clause, place, carry)
    unsure = verdict is None and piece.sentence == 0 and _may_be_task(scene, clause, place)
    if verdict is not None or unsure:
        spans = (*setting.deadlines, *(carried if not clause.fronts else ()), *details.timings(scene, clause))
        known = verdict or Verdict(setting.modality or "obligation", None, "duty.listed")
        known = _as_cast(scene, known, clause, found, followed=followed)
        draft = Draft(place.unit, clause, known, found, tuple(dict.fromkeys(spans)), piece.introduces, setting.owner)
        (work.unsure if unsure else work.drafts).append(draft)
    if verdict is not None:
        _doubt(work, place.unit, found)
    work.heirs.remember(found, clause, place, carry, binds=verdict is not None)
    return found


def _may_be_task(scene: Scene, clause: Anatomy, place: Place) -> bool:
    """Whether an item below "Sở Y tế có trách nhiệm:" that no rule reads may be a task like the others."""
    setting = place.setting
    if clause.kind != "unknown" or setting.listing != "tasks" or not setting.lead or place.unit.kind not in _ITEMS:
        return False
    text = scene.view.text[clause.main : clause.end]
    whole = clause.main == clause.start and len(text.split()) >= _WORDS and ":" not in text and "=" not in text
    return (
        whole
        and clause.opening is None
        and text[0].isupper()
        and text[1].islower()
        and scene.link("state", clause.main, clause.end) is None
    )


def _as_cast(scene: Scene, verdict: Verdict, clause: Anatomy, found: Cast, *, followed: bool) -> Verdict:
    """A verdict that the roles correct: nobody was given a task, nobody was asked."""
    if clause.force == "assign" and not found.assigned:
        return verdict._replace(cue=None, rule="duty.verb")  # "Giao hàng đúng hạn": goods, no task
    if verdict.rule == "cue.ask" and not found.assigned and followed:
        told = scene.verb_at(scene.skip(clause.after_cue, clause.end), clause.end)  # "nếu vướng mắc, đề nghị phản ánh"
        if not told:
            return verdict._replace(modality="obligation")  # "… thì đề nghị Công an tỉnh phối hợp": an act of the lead
    return verdict


def _task(work: _Work, place: Place, task: Task) -> None:
    """A row of a task table: its content cell is one duty, whatever it looks like."""
    scene, setting = work.scene, place.setting
    clause = dissect(scene, task.start, task.end)
    found = cast(scene, clause)
    if task.lead:
        found.lead, found.source = task.lead, "explicit"
    found.add("support", task.support)
    work.heirs.inherit(found, clause, place, Carry())
    spans = (*setting.deadlines, *details.timings(scene, clause), *task.deadlines)
    verdict = judge(scene, clause, setting, first=True) or Verdict("obligation", None, "duty.task_table")
    work.drafts.append(Draft(place.unit, clause, verdict, found, tuple(dict.fromkeys(spans))))
    _doubt(work, place.unit, found)


def _doubt(work: _Work, unit: Unit, found: Cast) -> None:
    for start, end in found.unresolved:
        first, last = work.scene.view.to_source(start, end)
        quote = work.scene.document.text[first:last]
        doubt = remark("unresolved_body", "no_body", unit=unit.eid, at=(first, last), quote=quote)
        work.diagnostics.append(doubt)


def _duty(work: _Work, draft: Draft) -> Duty:
    scene, clause, found = work.scene, draft.clause, draft.cast
    start, end = scene.view.to_source(clause.start, clause.end)
    return Duty(
        text=scene.document.text[start:end],
        start=start,
        end=end,
        unit=draft.unit.eid,
        modality=draft.verdict.modality,
        cue=_quote(scene, draft.verdict.cue),
        action=_quote(scene, details.action(scene, clause)),
        condition=_quote(scene, details.condition(scene, clause)),
        purpose=_quote(scene, details.purpose(scene, clause)),
        subject_source=found.source or "implied",
        rule=draft.verdict.rule,
        roles=tuple(
            Role(body, role)
            for role in ("lead", "support", "directed", "assigner", "recipient")
            for body in getattr(found, role)
        ),
        deadlines=draft.deadlines,
    )


def _quote(scene: Scene, span: tuple[int, int] | None) -> str:
    if span is None:
        return ""
    start, end = scene.view.to_source(*span)
    return scene.document.text[start:end]
