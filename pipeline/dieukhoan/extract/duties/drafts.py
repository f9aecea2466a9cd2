"""Which of the duties in the making stay, judged by what stands around them."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from dieukhoan.core.records import Document, Span, Unit
from dieukhoan.extract.duties.introducing import has_content, is_bare
from dieukhoan.extract.duties.judge import Verdict
from dieukhoan.extract.duties.pieces import Anatomy
from dieukhoan.extract.duties.roles import Cast
from dieukhoan.extract.duties.scene import Scene

_CONTRACTS = ("hop_dong", "thoa_uoc_lao_dong")
_LABEL = 120  # characters of a label that introduces points
_MOST = 0.6  # share of known duties in a list from which on the other items are duties too
_FEW = 2  # of them at least


@dataclass(slots=True)
class Draft:
    """A duty in the making; ``introduces``: its clause ends with a colon; ``owner``: eid of what introduces it."""

    unit: Unit
    clause: Anatomy
    verdict: Verdict
    cast: Cast
    deadlines: tuple[Span, ...]
    introduces: bool = False
    owner: str = ""


def kept(scene: Scene, drafts: Sequence[Draft], items: Counter[str]) -> Iterator[Draft]:
    """Drafts without introducing lines that are empty or whose items are the duties; where most items are nouns, the
    line itself is the duty and a noun among them that looks like a verb is none."""
    count = Counter(owner for owner, _ in {(draft.owner, draft.unit.eid) for draft in drafts})
    count_below = Counter(draft.unit.parent for draft in drafts if draft.unit.kind != "paragraph")
    whole = {draft.unit.eid for draft in drafts if draft.introduces and not is_bare(scene, draft.clause)}
    for draft in drafts:
        if is_bare(scene, draft.clause) and (draft.introduces or draft.clause.subject is not None):
            continue
        listed = 2 * count[draft.unit.eid] >= items[draft.unit.eid] > 0
        if draft.introduces and listed and not has_content(scene, draft.clause):
            continue
        if _is_label(scene, draft, count_below):
            continue
        if draft.owner in whole and 2 * count[draft.owner] < items[draft.owner] and draft.clause.cue is None:
            continue
        yield draft


def _is_label(scene: Scene, draft: Draft, below: Counter[str]) -> bool:
    """ "3. Ký xác nhận báo cáo." above points that say who signs what: a heading that looks like a duty."""
    unit, length = draft.unit, draft.clause.end - draft.clause.start
    plain = draft.clause.kind == "verb" and draft.clause.cue is None
    if length > _LABEL or not plain or draft.introduces or below[unit.eid] <= 1:
        return False
    return len(scene.document.text[unit.text_start : unit.text_end].rstrip(" .;")) <= length + 2


def drop_bystanders(document: Document, drafts: list[Draft]) -> None:
    """People ("đoàn viên", "người nước ngoài") are directed, and handed something, only where they are a body that also
    acts; what is done for them makes them recipients in a contract alone ("tập huấn cho NLĐ", "cho Bên mua")."""
    parties = {party.body_id for party in document.parties}
    people = {body.body_id for body in document.bodies if body.kind == "person_group"}
    idle = people - {body for draft in drafts for body in draft.cast.lead} - parties
    contract = document.header.document_type in _CONTRACTS
    sides = {body.body_id for body in document.bodies if contract or body.name.startswith("Bên ")}
    for draft in drafts if people else ():
        draft.cast.directed = tuple(body for body in draft.cast.directed if body not in idle)
        out = (people - parties - sides).intersection(draft.cast.served)
        out |= idle.intersection((*draft.cast.served, *draft.cast.handed))
        draft.cast.recipient = tuple(body for body in draft.cast.recipient if body not in out)


def alone(headed: Sequence[Draft], drafts: Sequence[Draft]) -> Iterator[Draft]:
    """The headings that tell what is done, with no duty below them."""
    units = [f"{draft.unit.eid}__" for draft in drafts]
    for draft in headed:
        if not any(eid.startswith(f"{draft.unit.eid}__") for eid in units):
            yield draft


def in_company(unsure: Sequence[Draft], drafts: Sequence[Draft], items: Counter[str]) -> Iterator[Draft]:
    """The ``unsure`` items of lists most of whose ``items`` (counted by the line above them) are duties."""
    known: dict[str, set[str]] = defaultdict(set)
    for draft in drafts:
        known[draft.owner].add(draft.unit.eid)
    for draft in unsure:
        told = len(known[draft.owner])
        if told >= _FEW and told >= _MOST * items[draft.owner]:
            yield draft
