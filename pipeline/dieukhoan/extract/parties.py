"""The parties stage: who agrees with whom, and the words that stand for all of them ("hai bên", "ba ngành").

Evidence, the strongest first: the subject of the preamble ("A và B thống nhất ban hành"), the title ("giữa A và B",
"của A và B"), the letterhead; the codes in the number of a joint document check it. The sides of a contract are read
from their blocks. A single issuer (decision, circular, plan) has no parties.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from dieukhoan.core.records import Body, Document, Mention, Party
from dieukhoan.core.slug import slug
from dieukhoan.extract.bodies.anaphora import anaphora, short_names
from dieukhoan.extract.bodies.codes import issuers
from dieukhoan.extract.bodies.introduced import introduced
from dieukhoan.extract.bodies.labour import introduced_sides, labour_sides
from dieukhoan.extract.bodies.runs import Run, possessed, runs_of
from dieukhoan.extract.bodies.shared import level_and_province, shared_place
from dieukhoan.extract.bodies.sides import described, name_sides, sides
from dieukhoan.extract.closing import read_closing
from dieukhoan.extract.header.title import kinds
from dieukhoan.extract.resources import Resources
from dieukhoan.rulebook import Rule, Rulebook

SINGLE_ISSUER = frozenset(
    {
        *("luat", "phap_lenh", "hien_phap", "nghi_dinh", "thong_tu", "quyet_dinh", "nghi_quyet", "chi_thi"),
        *("ke_hoach", "chien_luoc", "de_an", "cong_van", "thong_bao", "bao_cao", "to_trinh"),
        *("quy_che", "quy_dinh", "dieu_le"),
    }
)
JOINT = frozenset({"thong_tu_lien_tich", "nghi_quyet_lien_tich"})
CONTRACT = frozenset({"hop_dong", "thoa_uoc_lao_dong", "thoa_thuan_hop_tac", "bien_ban_ghi_nho", "bien_ban", "khac"})
LABOUR = frozenset({"hop_dong", "thoa_uoc_lao_dong"})
_ENACTED = re.compile(r"\(\s*ban hành (?:kèm )?theo quyết định", re.IGNORECASE)
_BLOCKS = 5000  # characters in which the blocks of the sides stand, where they are read as units
_BEFORE = 200  # characters before a list of bodies in which a cue may stand


def find_parties(document: Document, resources: Resources) -> Document:
    """Fill in the parties, let bare names mean the party of that name, and add the anaphora."""
    kind = document.header.document_type
    if kind in SINGLE_ISSUER:
        return document
    first = _first_unit(document)
    both = introduced_sides(document, first) if kind in LABOUR else None
    if both:
        document = both
    elif kind in CONTRACT and (found := sides(document, first) or sides(document, _BLOCKS)):
        document = _same_sides(name_sides(document, found), found, described(document, found))
    else:
        document = _with_parties(document, first, resources.rules)
        joint = kind in kinds(resources.rules, "joint") | JOINT
        if not document.parties and (joint or kind in CONTRACT):
            document = replace(document, parties=introduced(document))
        if not document.parties and joint:
            document = _signed(document, resources)
        document = _located(_placed(document), resources.rules)
    if kind in LABOUR and not document.parties:
        document = replace(document, parties=labour_sides(document))
    document = short_names(_merge_bare(document), resources.rules)
    return anaphora(document, resources.rules)


def _same_sides(document: Document, sides: Sequence[Party], pairs: dict[str, str]) -> Document:
    """``document`` in which "Bên cho thuê" is the party that "Bên A", one of ``sides``, has become."""
    now = {side.body_id: party.body_id for side, party in zip(sides, document.parties, strict=True)}
    names = {body.body_id: body.name for body in document.bodies}
    moved = {told: now[letter] for told, letter in pairs.items() if told in names and told != now[letter]}
    called = {party: names[told] for told, party in moved.items()}
    bodies = tuple(
        replace(body, abbreviation=body.abbreviation or called.get(body.body_id, "")) for body in document.bodies
    )
    return _moved(replace(document, bodies=bodies), moved) if moved else document


def _first_unit(document: Document) -> int:
    """Where the body of the document starts: the first unit that is neither recital nor preamble."""
    for unit in document.units:
        if unit.kind not in ("recital", "preamble"):
            return unit.start
    return min(len(document.text), 6000)


def _with_parties(document: Document, first: int, rules: Rulebook) -> Document:
    found = _written(document, first, rules)
    names = issuers(document.header.number, rules)
    if len(names) > 1 and not _stated(document, found, names):
        return _coded(document, names)
    return replace(document, parties=found)


def _stated(document: Document, found: Sequence[Party], names: Sequence[str]) -> bool:
    """Whether the parties written out stand against the codes of the number: they are more than these; or as many,
    and where one differs it is another ministry, not the same body under a shorter name."""
    written, coded = {party.body_id for party in found}, {slug(name) for name in names}
    ministries = {body.body_id for body in document.bodies if body.kind == "ministry"}
    return coded <= written or (len(written) == len(coded) and written - coded <= ministries)


def _signed(document: Document, resources: Resources) -> Document:
    """The parties of an agreement that names them nowhere but over the signatures."""
    signing = dict.fromkeys(signature.body_id for signature in read_closing(document, resources).signatures)
    bodies = {body.body_id: body for body in document.bodies}
    firsts: dict[str, Mention] = {}
    for mention in document.mentions:  # "TM. BAN CHỈ HUY BỘ ĐỘI BIÊN PHÒNG TỈNH" is signed for its owner
        firsts.setdefault(mention.body_id, mention)
        owner = bodies[mention.body_id].parent_id
        if owner in bodies:
            firsts.setdefault(owner, replace(mention, body_id=owner))
    if len(signing) < 2 or not all(firsts.get(body_id) for body_id in signing):
        return document
    return replace(document, parties=_organisations(Run(tuple(firsts[body_id] for body_id in signing)), bodies))


def _placed(document: Document) -> Document:
    """``document`` with the place that a party names given to those that stand before it in one phrase."""
    given = shared_place(document)
    if not given:
        return document
    bodies = {body.body_id: body for body in document.bodies}
    bodies |= {body.body_id: bodies.get(body.body_id, body) for body in given.values()}
    return _moved(replace(document, bodies=tuple(bodies.values())), {old: body.body_id for old, body in given.items()})


def _written(document: Document, first: int, rules: Rulebook) -> tuple[Party, ...]:
    bodies = {body.body_id: body for body in document.bodies}
    runs = runs_of(document.text, [mention for mention in document.mentions if mention.start < first])
    cues = rules.family("party_cue").rules
    for evidence in (_agreeing, _titled, _letterhead):
        for run in runs:
            if evidence(document, run, cues) and (found := _organisations(run, bodies)):
                titled = (_organisations(other, bodies) for other in runs if _titled(document, other, cues))
                return _without_cited(document, found, next(titled, ()))
    return ()


def _without_cited(document: Document, found: tuple[Party, ...], titled: tuple[Party, ...]) -> tuple[Party, ...]:
    """``found`` without those of a cited agreement that stand before the first of the ``titled`` ones: "Thực hiện
    Chương trình giữa Bộ A và | Ủy ban B, Sở C và Hội D thống nhất"."""
    own = {party.body_id for party in titled}
    kept = tuple(party for party in found if party.body_id in own)
    if len(kept) < 2 or len(kept) == len(found) or kept != found[-len(kept) :]:
        return found
    return kept if "giữa" in document.text[max(0, found[0].start - _BEFORE) : kept[0].start].lower() else found


def _in_title(document: Document, run: Run) -> bool:
    zones = [zone for zone in document.zones if zone.kind == "title"]
    return any(zone.start <= run.start < zone.end for zone in zones)


def _agreeing(document: Document, run: Run, cues: Sequence[Rule]) -> bool:
    """ "A và B thống nhất ban hành": the subject of the enacting sentence, outside the title."""
    if _in_title(document, run) or possessed(document.text, run.start):
        return False
    _, end = document.view.from_source(run.start, run.end)
    return any(cue.regex.match(document.view.lower, end) for cue in cues if cue.emit["side"] == "after")


def _titled(document: Document, run: Run, cues: Sequence[Rule]) -> bool:
    """ "giữa A và B" in the title of an agreement, "(ngày … của A và B)" under the title of a joint circular."""
    start, _ = document.view.from_source(run.start, run.end)
    before = document.view.lower[max(0, start - _BEFORE) : start]
    said = {
        cue.id
        for cue in cues
        if cue.emit["side"] == "before"
        for hit in cue.regex.finditer(before)
        if hit.end() == len(before)
    }
    if "party_cue.between" in said:
        return (
            document.header.document_type not in JOINT
            and _in_title(document, run)
            and not _ENACTED.search(document.text[:3000])
        )
    return bool(said)


def _letterhead(document: Document, run: Run, _: Sequence[Rule]) -> bool:
    header = document.header
    block = max((zone.end for zone in document.zones if zone.kind == "title"), default=0)
    return run.end <= (header.title_start if header.title else block) and len(run.mentions) > 1


def _organisations(run: Run, bodies: dict[str, Body]) -> tuple[Party, ...]:
    found: dict[str, Party] = {}
    for mention in run.mentions:
        body = bodies[mention.body_id]
        if mention.rule == "body.state.leadership" or mention.rule.startswith("office."):
            body = bodies.get(body.parent_id, body)
        found.setdefault(body.body_id, Party(body.body_id, mention.text, mention.start, mention.end))
    proper = tuple(party for party in found.values() if bodies[party.body_id].kind != "generic")
    return proper if len(proper) > 1 else tuple(found.values()) if len(found) > 1 else ()


def _coded(document: Document, names: Sequence[str]) -> Document:
    """The parties that the number's codes name, each at its first mention."""
    bodies = {body.body_id: body for body in document.bodies}
    at = document.text.find(document.header.number.split("/")[0]) if document.header.number else 0
    parties = []
    for name in names:
        body = bodies.setdefault(slug(name), Body(slug(name), name, kind="ministry", level="central"))
        first = next((m for m in document.mentions if m.body_id == body.body_id), None)
        start, end = (first.start, first.end) if first else (max(at, 0), max(at, 0))
        parties.append(Party(body.body_id, document.text[start:end], start, end))
    return replace(document, bodies=tuple(bodies.values()), parties=tuple(parties))


def _located(document: Document, rules: Rulebook) -> Document:
    bodies = {body.body_id: body for body in document.bodies}
    parties = [bodies[party.body_id] for party in document.parties]
    return replace(document, header=level_and_province(parties, document.header, rules))


def _merge_bare(document: Document) -> Document:
    """ "Hội Liên hiệp Phụ nữ" in an agreement of the provincial one is the provincial one; and a party named without
    its place ("Ủy ban nhân dân" in a list) is the one of the document's own level."""
    own = {party.body_id for party in document.parties}
    names = {body.body_id: body.name for body in document.bodies}
    header = document.header
    here = [body.body_id for body in document.bodies if body.province == header.province and body.level == header.level]
    moved = {}
    for body in document.bodies:
        longer = own if body.body_id not in own else here if header.province else []
        found = [other for other in longer if other != body.body_id and _is_bare_of(body.name, names[other])]
        if not found and longer is own and body.province:
            found = [other for other in own if _is_office_of(body, names[other])]
        if len(found) == 1:
            moved[body.body_id] = found[0]
    return _moved(document, moved) if moved else document


def _moved(document: Document, moved: dict[str, str]) -> Document:
    """``document`` with some bodies given up for others (``moved``: old id to new id)."""
    return replace(
        document,
        bodies=tuple(
            replace(body, parent_id=moved.get(body.parent_id, body.parent_id))
            for body in document.bodies
            if body.body_id not in moved
        ),
        mentions=tuple(replace(m, body_id=moved[m.body_id]) if m.body_id in moved else m for m in document.mentions),
        parties=tuple(replace(party, body_id=moved.get(party.body_id, party.body_id)) for party in document.parties),
    )


_PLACE_NEXT = re.compile(
    r" (?:tỉnh|thành phố|huyện|quận|thị xã|xã|phường|việt nam|trung ương|cơ sở|…)(?!\w)", re.IGNORECASE
)
_LEVEL_LAST = re.compile(
    r"(?: (?:tỉnh|thành phố|huyện|quận|thị xã|xã|phường|thị trấn|đặc khu)|^(?:huyện|quận|thị|thành|tỉnh) (?:đoàn|ủy))$",
    re.IGNORECASE,
)
_NAME_NEXT = re.compile(r" [A-ZĐÀ-Ỹ]")
_NOUNS = re.compile(r" (?:tỉnh|thành phố|chi nhánh|việt nam)(?!\w)", re.IGNORECASE)


def _is_bare_of(name: str, longer: str) -> bool:
    """Whether ``longer`` is ``name`` and a place: "Hội Nông dân" and "… tỉnh Gia Lai", "Hạt Kiểm lâm huyện" and
    "… huyện Vân Canh"."""
    if not longer.lower().startswith(name.lower()):
        return False
    if _LEVEL_LAST.search(name):
        return bool(_NAME_NEXT.match(longer, len(name)))
    return bool(_PLACE_NEXT.match(longer, len(name)))


def _is_office_of(body: Body, party: str) -> bool:
    """Whether body and party are one but for the noun before the province: "Đài Phát thanh và Truyền hình Gia Lai" and
    "… tỉnh Gia Lai", "Ngân hàng Nhà nước tỉnh Gia Lai" and "… Việt Nam Chi nhánh tỉnh Gia Lai"."""
    plain = _NOUNS.sub("", body.name).lower()
    return plain.endswith(body.province.lower()) and plain == _NOUNS.sub("", party).lower()
