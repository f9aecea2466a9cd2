"""The place that local bodies which agree share, said once: "Hội Nông dân và Hội Phụ nữ huyện Tân Uyên"."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from dieukhoan.core.records import Body, Header
from dieukhoan.core.slug import slug

_PLACE = re.compile(r" (?:tỉnh|thành phố|huyện|quận|thị xã|xã|phường|thị trấn|đặc khu) [A-ZĐÀ-Ỹ][^,]*$")
_PLACED = re.compile(
    r"(?<!\w)(?:tỉnh|thành phố|huyện|quận|thị xã|xã|phường|thị trấn)(?!\w)"
    r"|(?<!\w)(?:việt nam|trung ương|tối cao|nhà nước|chính phủ|cơ sở)(?!\w)|…|\d",
    re.IGNORECASE,
)
_NOUN = re.compile(r" (?:tỉnh|thành phố|huyện|quận|thị xã|xã|phường|thị trấn|đặc khu)(?= )")
_COMMITTEES = {
    " huyện": ("huyện đoàn", "huyện ủy"),
    " xã": ("xã đoàn",),
    " tỉnh": ("tỉnh đoàn", "tỉnh ủy"),
    " quận": ("quận đoàn", "quận ủy"),
    " phường": ("phường đoàn",),
}
_LOWEST_FIRST = ("grassroots", "commune", "district", "province", "central")
_LOCAL = frozenset(
    {
        *("union", "women", "youth", "farmers", "veterans", "front", "committee", "council", "party"),
        *("department", "court", "procuracy", "police", "army", "insurance", "association"),
    }
)


def shared_place(parties: Sequence[Body], header: Header) -> dict[str, Body]:
    """Of local parties without a place those that get one from the others, by their old ids: "Hội Nông dân và Hội Phụ
    nữ huyện Tân Uyên" are both of the district, as is "Công an huyện"."""
    named = [body for body in parties if body.kind in _LOCAL | {"inner_unit"} and _PLACE.search(body.name)]
    if not named or header.level not in ("province", "district", "commune"):
        return {}
    place = _PLACE.search(named[-1].name)
    given = {}
    for body in parties if place else ():
        name = _with_place(body, place.group()) if place and body.kind in _LOCAL | {"inner_unit"} else ""
        if name:
            level, province = named[-1].level, named[-1].province
            given[body.body_id] = replace(body, body_id=slug(name), name=name, level=level, province=province)
    return given


def _with_place(body: Body, place: str) -> str:
    """The name with its place, empty where it has one or is of the whole country."""
    noun, proper = _NOUN.match(place), _NOUN.sub("", place).strip()
    if body.level == "central" or body.province or proper.lower() in body.name.lower():
        return ""
    if noun and (body.name.lower().endswith(noun.group()) or body.name.lower() in _COMMITTEES.get(noun.group(), ())):
        return f"{body.name} {proper}"
    bare = body.name.removesuffix(" Việt Nam") if body.kind == "front" else body.name  # "… Việt Nam huyện Tân Uyên"
    return "" if _PLACED.search(bare) else body.name + place


def level_and_province(parties: Sequence[Body], header: Header) -> Header:
    """``header`` with the level of the lowest party and the province of all, where it does not say them itself."""
    level = header.level or next((low for low in _LOWEST_FIRST if low in {body.level for body in parties}), "")
    provinces = {body.province for body in parties if body.province}
    blank = header.province or header.is_template or level == "central" or len(provinces) != 1
    return replace(header, level=level, province=header.province if blank else provinces.pop())
