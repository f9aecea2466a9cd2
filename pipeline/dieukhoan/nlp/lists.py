"""Names in a list share what only one of them says: "Công an, Tòa án cấp huyện", "Sở Tư pháp, Nội vụ"."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from dieukhoan.nlp.chunks import Chunk, field_at, next_ministry, opens_place
from dieukhoan.nlp.lexicon import Tokens
from dieukhoan.nlp.name import Name

_JOINS = frozenset({",", "và", "hoặc", ";"})
_STATE = frozenset({"police", "procuracy", "court", "committee", "council"})
# those that have a branch in every district and commune, and in every district only
_LOCAL = _STATE | {"women", "farmers", "veterans", "youth"}
_OF_DISTRICTS = frozenset({"union", "insurance"})
_COMMUNES = ("xã", "phường", "thị trấn", "đặc khu")
_WHOLE = ("tối cao", "trung ương", "việt nam")  # "Viện kiểm sát nhân dân tối cao, Viện kiểm sát nhân dân cấp tỉnh"
_HEADED = frozenset({"body.state.branch", "body.state.ministry", "body.state.department", "body.state.office"})


def same_head(tokens: Tokens, name: Name) -> Iterator[Name]:
    """The further names of an elliptic list after ``name``: "Sở Tư pháp, Nội vụ và Tài chính"."""
    if name.rule.id not in _HEADED or not name.chunk or name.place or name.owner or name.office:
        return
    at, ministry = name.after, name.rule.id == "body.state.ministry"
    while field := _next_field(tokens, at, free=False) or (next_ministry(tokens, at) if ministry else None):
        yield _again(tokens, name, field, at + 1)
        at = field.after


def after_colon(tokens: Tokens, at: int) -> Iterator[Name]:
    """The names of a list that follows its head and a colon at token ``at``: "các Bộ: Quốc phòng, Công an"."""
    hit = tokens.hits["body"].get(at)
    if hit is None or hit[1].id not in _HEADED or not tokens.word[at][0].isupper():
        return
    after, rule = hit
    if after >= len(tokens) or tokens.word[after] != ":" or after in tokens.walls:
        return
    head = tokens.view.text[tokens.start[at] : tokens.end[after - 1]]
    first = Name(tokens.start[at], tokens.end[after - 1], rule, rule.emit["kind"], head, first=at, after=after)
    ministry = rule.id == "body.state.ministry"
    while field := _next_field(tokens, after, free=True) or (next_ministry(tokens, after) if ministry else None):
        yield _again(tokens, first, field, after + 1)
        after = field.after


def _next_field(tokens: Tokens, at: int, *, free: bool) -> Chunk | None:
    """The known field after the mark or conjunction at token ``at``; unless ``free`` it must open no body itself
    ("Sở Y tế, Công an tỉnh")."""
    if at + 1 >= len(tokens) or at in tokens.walls or tokens.norm[at] not in (_JOINS | {":"} if free else _JOINS):
        return None
    field = field_at(tokens, at + 1)
    if field is None or field.rank != "ministry" or not tokens.word[at + 1][0].isupper():
        return None
    if at + 1 not in tokens.hits["body"]:
        return field
    return field if free and not opens_place(tokens, field.after) else None


def _again(tokens: Tokens, name: Name, field: Chunk, at: int) -> Name:
    return Name(
        tokens.start[at], tokens.end[field.after - 1], name.rule, name.kind, name.head, field.text,
        short=field.short, first=at, after=field.after,
    )  # fmt: skip


def share(tokens: Tokens, names: Sequence[Name]) -> list[Name]:
    """``names`` (in reading order) with places and owners handed to the bare names of a list before them: "Công an, Tòa
    án cấp huyện" are two, both of the district."""
    done: list[Name] = []
    for name in names:
        first = len(done)
        while first and _listed(tokens, done[first - 1], done[first] if first < len(done) else name):
            if not (_lacks(done[first - 1], name) and _is_head(tokens, done[first - 1])):
                break
            first -= 1
        done[first:] = [*(_given(bare, name) for bare in done[first:]), name]
    return done


def _listed(tokens: Tokens, before: Name, after: Name) -> bool:
    joined = before.after + 1 == after.first and tokens.norm[before.after] in ("và", ",")
    return joined and after.first not in tokens.walls


def _is_head(tokens: Tokens, name: Name) -> bool:
    """Whether nothing but the head is written: not "Công đoàn các khu công nghiệp\"."""
    hit = tokens.hits["body"].get(name.first + name.plural)
    return hit is None or hit[0] == name.after


def _lacks(bare: Name, full: Name) -> bool:
    """Whether ``bare`` is a head without place or owner of the kind that ``full`` has one of."""
    if not bare.bare or bare.plural or bare.head == full.head or bare.head.casefold().endswith(_WHOLE):
        return False
    if full.owner:
        return not full.office and all(name.rule.emit.get("part") == "true" for name in (bare, full))
    if full.chunk and _many(full):  # "Hội Nông dân và Phòng Nông nghiệp các huyện", "BHXH, Trung tâm Y tế các huyện"
        return bare.kind in _LOCAL | _OF_DISTRICTS and full.kind == "inner_unit"
    if not full.place or full.chunk:
        return False
    shared = _LOCAL if full.place.removeprefix("các ").startswith(_COMMUNES) else _LOCAL | _OF_DISTRICTS
    return bare.kind in shared and full.kind in shared


def _many(name: Name) -> bool:
    return (
        not name.proper and name.place_rule is not None and name.place.lower() not in ("tỉnh", "thành phố", "tỉnh (tp)")
    )


def _given(bare: Name, full: Name) -> Name:
    if full.owner:
        return bare._replace(owner=full.owner, link=full.link)
    return bare._replace(place=full.place, proper=full.proper, place_rule=full.place_rule)
