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
_LOCAL = frozenset(
    {
        *("union", "women", "youth", "farmers", "veterans", "front", "committee", "council", "party"),
        *("department", "court", "procuracy", "police", "army", "insurance", "association"),
    }
)


def shared_place(parties: Sequence[Body], header: Header) -> dict[str, Body]:
    """Of local parties without a place those that get one from the others, by their old ids: "Hội Nông dân và Hội Phụ
    nữ huyện Tân Uyên" are both of the district."""
    named = [found.group() for body in parties if body.kind in _LOCAL and (found := _PLACE.search(body.name))]
    local = header.level in ("province", "district", "commune")
    if not named or not local:
        return {}
    last = next(body for body in reversed(parties) if _PLACE.search(body.name))
    given = {}
    for body in parties:
        if body.kind in _LOCAL and body.level != "central" and not body.province and not _PLACED.search(_bare(body)):
            name = body.name + named[-1]
            given[body.body_id] = replace(body, body_id=slug(name), name=name, level=last.level, province=last.province)
    return given


def _bare(body: Body) -> str:
    """The front of a district has "Việt Nam" in its name as well."""
    return body.name.removesuffix(" Việt Nam") if body.kind == "front" else body.name
