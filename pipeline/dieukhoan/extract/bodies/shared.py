"""The place that local bodies which agree share, said once: "Hội Nông dân và Hội Phụ nữ huyện Tân Uyên"."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from dieukhoan.core.records import Body, Document, Header
from dieukhoan.core.slug import slug
from dieukhoan.core.text import View
from dieukhoan.rulebook import Rulebook

_PLACE = re.compile(r" (?:tỉnh|thành phố|huyện|quận|thị xã|xã|phường|thị trấn|đặc khu) [A-ZĐÀ-Ỹ][^,]*$")
_AND = re.compile(r"\s*(?:,|,?\s+và)\s+", re.IGNORECASE)
_NOUN = re.compile(r" (?:tỉnh|thành phố|huyện|quận|thị xã|xã|phường|thị trấn|đặc khu)(?= )")
_PLACED = re.compile(
    r"(?<!\w)(?:tỉnh|thành phố|huyện|quận|thị xã|xã|phường|thị trấn)(?!\w)"
    r"|(?<!\w)(?:việt nam|trung ương|tối cao|nhà nước|chính phủ|cơ sở)(?!\w)|…|\d",
    re.IGNORECASE,
)
_COMMITTEES = {
    " huyện": ("huyện đoàn", "huyện ủy"),
    " xã": ("xã đoàn",),
    " tỉnh": ("tỉnh đoàn", "tỉnh ủy"),
    " quận": ("quận đoàn", "quận ủy"),
    " phường": ("phường đoàn",),
}
_LOWEST_FIRST = ("grassroots", "commune", "district", "province", "central")
_EVERYWHERE = frozenset({"police", "front", "women", "farmers", "veterans", "youth"})
_BRANCHES = {  # what every place of that level has; a sở is of a province only, a phòng of a district
    "province": _EVERYWHERE | {"court", "procuracy"},
    "district": _EVERYWHERE | {"court", "procuracy"},
    "commune": _EVERYWHERE,
}


def shared_place(document: Document) -> dict[str, Body]:
    """Of the parties those that get the place of the next one with a place, by their old ids: "Hội Nông dân và Hội Phụ
    nữ huyện Tân Uyên" are both of the district, as is "Công an huyện". Only "," and "và" stand between them."""
    bodies = {body.body_id: body for body in document.bodies}
    given: dict[str, Body] = {}
    holder: Body | None = None
    after = -1
    for party in reversed(document.parties):
        body = bodies[party.body_id]
        if _PLACE.search(body.name):
            holder = body
        elif holder and _AND.fullmatch(document.text, party.end, after) and (name := _with_place(body, holder)):
            level, province = holder.level, holder.province
            given[body.body_id] = replace(body, body_id=slug(name), name=name, level=level, province=province)
        else:
            holder = None
        after = party.start
    return given


def _with_place(body: Body, holder: Body) -> str:
    """The name of ``body`` with the place of ``holder``, empty where it has one or may be of another level."""
    found = _PLACE.search(holder.name)
    place = found.group() if found else ""
    noun, proper = _NOUN.match(place), _NOUN.sub("", place).strip()
    own = body.name.lower()
    if noun and (own.endswith(noun.group()) or own in _COMMITTEES.get(noun.group(), ())):
        return "" if own.endswith(("cấp" + noun.group(), "các" + noun.group())) else f"{body.name} {proper}"
    if body.level not in ("", holder.level) or body.kind not in _BRANCHES.get(holder.level, ()):
        return ""
    bare = body.name.removesuffix(" Việt Nam") if body.kind == "front" else body.name  # "… Việt Nam huyện Tân Uyên"
    return "" if _PLACED.search(bare) else body.name + place


def level_and_province(parties: Sequence[Body], header: Header, rules: Rulebook) -> Header:
    """``header`` with the level of the lowest party and the province of all, where it does not say them itself. A body
    of "thành phố Vinh" tells neither: the town is no province."""
    known = [(body, _province(body.province, rules)) for body in parties]
    levels = {body.level for body, province in known if province or not body.province}
    level = header.level or next((low for low in _LOWEST_FIRST if low in levels), "")
    told = {province for body, province in known if body.province}
    blank = header.province or header.is_template or level == "central" or len(told) != 1 or "" in told
    return replace(header, level=level, province=header.province if blank else told.pop())


def _province(name: str, rules: Rulebook) -> str:
    """The province called ``name``, empty where no province is."""
    view = View(f"thành phố {name}")  # "Hồ Chí Minh" alone is a person
    found = (match for match in rules.family("province").scan(view) if name and match.end == len(view.text))
    return next((match.emit["name"] for match in found if match.start in (0, len("thành phố "))), "")
