"""From a name as written to the body it names: one canonical name, one key, however it was spelt."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache

from dieukhoan.core.records import Body, Header
from dieukhoan.core.slug import slug
from dieukhoan.nlp.name import Name
from dieukhoan.nlp.shorts import capital, quiet

_PROVINCE_NOUN = re.compile(
    r"(?<!\w)(?:tỉnh(?:,? thành phố| ?\((?:thành phố|tp\.?)\)|, ?tp\.?|/tp\.?|/thành phố| và thành phố)?"
    r"|thành phố|tp\.?)$",
    re.IGNORECASE,
)
_LEVELS = (
    ("central", r"trung ương|tw|việt nam|tối cao|nhà nước|quốc gia"),
    ("province", r"tỉnh"),
    ("district", r"huyện|quận|thị xã|tx"),
    ("commune", r"xã|phường|thị trấn|đặc khu"),
    ("province", r"thành phố|tp"),
    ("grassroots", r"cơ sở"),
)
_CITIES = frozenset({"hà nội", "hồ chí minh", "hải phòng", "đà nẵng", "cần thơ", "huế"})
_OWN_NAMES = frozenset({"enterprise", "bank", "school"})  # their names take a capital on each word
_UNNAMED = frozenset({"generic", "anaphor"})


@dataclass(frozen=True, slots=True)
class Identity:
    """What a name comes down to: ``key`` is equal for names of one body, ``name`` is fit to be shown."""

    key: str
    name: str
    level: str = ""
    province: str = ""


class Namer:
    """Gives names their identity in one document: "Liên đoàn Lao động tỉnh" is that of the document's province."""

    def __init__(self, header: Header) -> None:
        self._province = "" if header.is_template else header.province
        self._noun = "thành phố" if self._province.lower() in _CITIES else "tỉnh"

    def identify(self, name: Name) -> Identity:
        """The identity of ``name``."""
        if name.rule.family in _UNNAMED:
            head = quiet(name.head)
            if name.plural and head != name.head:  # "CÁC CƠ QUAN" of a heading
                head = head[:1].lower() + head[1:]
            return Identity("generic:" + _key(name.head), capital(f"các {head}" if name.plural else head))
        place, level, province = self._place(name)
        chunk = quiet(name.chunk, titled=name.kind in _OWN_NAMES) or ("…" if name.blank else "")
        own = " ".join(filter(None, (quiet(name.office), quiet(name.head), chunk, place)))
        key = _key(own)
        if name.owner is None:
            return Identity(key, capital(own), level, province)
        owner = self.identify(name.owner)
        unnamed = name.owner.rule.family == "generic" and name.owner.head[:1].islower()
        of = owner.name[:1].lower() + owner.name[1:] if unnamed else owner.name  # "Thủ trưởng cơ quan, đơn vị"
        shown = f"{own}{self._glue(name)}{of}"
        return Identity(f"{key}+{owner.key}", capital(shown), level or owner.level, province or owner.province)

    def _glue(self, name: Name) -> str:
        if name.office and name.owner and name.owner.plural:
            return " các " if name.owner.rule.family not in _UNNAMED else " "
        if name.link == "-":
            return " - "
        return f" {name.link} " if name.link else " "

    def _place(self, name: Name) -> tuple[str, str, str]:
        """Place as shown, level, province."""
        level = name.rule.emit.get("level", "")
        if name.proper and not name.place:  # "Tỉnh đoàn Quảng Bình": the place follows without its noun
            return name.proper, level, name.proper if level == "province" else ""
        if not name.place:
            completed = (
                level == "province" and self._province and not name.plural and not name.office and not name.blank
            )
            return (self._own_place(name), level, self._province) if completed else ("", level, "")
        level = _level(name.place) or level
        place = name.place.lower().replace("việt nam", "Việt Nam") if name.place.isupper() else name.place
        if name.proper:
            proper = _titled(name.proper)
            one = level == "province" and not place.startswith("các ")
            return f"{place} {proper}", level, proper if one else ""
        if name.place_rule and name.place_rule.id == "place.province" and (found := _PROVINCE_NOUN.search(place)):
            shown, level, province = self._province_noun(found.group())
            return place[: found.start()] + shown, level, province
        return place, level, ""

    def _province_noun(self, place: str) -> tuple[str, str, str]:
        """ "tỉnh", "tỉnh (thành phố)" of the document itself; without a known province one generic spelling."""
        if self._province and place in ("tỉnh", "thành phố", "tỉnh (thành phố)", "tỉnh (tp)"):
            return f"{self._noun} {self._province}", "province", self._province
        return ("tỉnh" if place.startswith("tỉnh") else place), "province", ""

    def _own_place(self, name: Name) -> str:
        return self._province if name.rule.emit.get("place") == "bare" else f"{self._noun} {self._province}"


@lru_cache(maxsize=16384)
def _key(text: str) -> str:
    return slug(text, 10_000)


def _level(place: str) -> str:
    low = place.lower()
    return next((level for level, nouns in _LEVELS if re.search(rf"(?<!\w)(?:{nouns})(?!\w)", low)), "")


def _titled(text: str) -> str:
    return text.title() if text.isupper() else text


def shown_name(names: Sequence[str]) -> str:
    """The spelling to show among spellings of one name: the one with most capitals within words' beginnings, then
    the most frequent."""
    count = Counter(names)
    return max(count, key=lambda name: (not name.isupper(), count[name], name))


def body_of(name: Name, identity: Identity, shown: str) -> Body:
    """The record of the body that ``name`` names."""
    return Body(slug(shown), shown, kind=name.kind, level=identity.level, province=identity.province)
