"""At which level the parties stand and in which province (Luật Tổ chức chính quyền địa phương)."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator

from dieukhoan.core.records import Document, Span
from dieukhoan.core.text import View
from dieukhoan.extract.header.block import Block
from dieukhoan.extract.header.title import Title, kinds
from dieukhoan.rulebook import Rulebook

_LOWEST_FIRST = ("grassroots", "commune", "district", "province", "central")
_LOCAL = ("commune", "district", "province")
_SENTENCE = re.compile(r"(?<=[.;:])\s+(?=[A-ZĐ])")
_NAMED = re.compile(r"(?:tỉnh|thành phố|tp\.?|t\.p\.?) ?$")
# lines of the block of a side, in which a "phường" says where an office is and not of what level the party
_ADDRESS = re.compile(
    r"\W*(?:địa chỉ|trụ sở|tầng \d|số \d+|điện thoại|fax|mã số|(?:số )?tài khoản|mở tại|thường trú|email)(?!\w)",
    re.IGNORECASE,
)
_RECIPIENTS = "nơi nhận"


def issuer_texts(document: Document, block: Block, title: Title, document_type: str, rules: Rulebook) -> Iterator[str]:
    """Where issuers and parties are named, the surest place first. A contract names addresses beside its parties, so
    that only its letterhead tells."""
    yield "\n".join(match.emit["issuer"] for match in block.of("enacted"))
    yield "\n".join(piece.text for piece in title.letterhead)
    if document_type == "hop_dong":
        return
    yield "\n".join(_clauses(title.text(document), "between", rules))
    named = (document.text[start:end] for start, end in preamble(document))
    yield "\n".join(enacting(text, rules) for text in named if not _ADDRESS.match(text))
    yield "\n".join(_capacities(document))


def _clauses(text: str, says: str, rules: Rulebook) -> Iterator[str]:
    for match in rules.family("clause").scan(View(text)):
        if match.emit["says"] == says:
            yield match.emit["parties"]


def preamble(document: Document) -> Iterator[Span]:
    """The source spans of what stands before the first numbered unit and is no căn cứ."""
    for unit in document.units:
        if unit.number:
            return
        if unit.kind != "recital":
            yield unit.start, unit.end


def enacting(text: str, rules: Rulebook) -> str:
    """Of a preamble the words before "thống nhất", "ban hành" …: who acts. All of it where no such verb stands."""
    for sentence in reversed(_SENTENCE.split(text)):
        view = View(sentence)
        verbs = [m for m in rules.family("clause").scan(view) if m.emit["says"] in ("agrees", "enacts")]
        if verbs:
            return view.text[: verbs[0].start]
    return text


def _capacities(document: Document) -> Iterator[str]:
    """Signature blocks that stand before nơi nhận."""
    for zone in document.zones:
        if zone.kind == "closing":
            yield View(document.text[zone.start : zone.end]).lower.partition(_RECIPIENTS)[0]


def find_level(texts: Iterable[str], document_type: str, rules: Rulebook) -> str:
    """The level of the lowest body that the first telling text names; empty when none tells."""
    if document_type in kinds(rules, "central"):
        return "central"
    family = rules.family("level")
    for text in texts:
        found = family.scan(View(text)) if text else ()
        public = [match for match in found if "public" not in match.emit]
        levels = {match.emit["level"] for match in public or found}
        if levels:
            return next(level for level in _LOWEST_FIRST if level in levels)
    return ""


def find_province(document: Document, texts: Iterable[str], place: str, level: str, rules: Rulebook) -> str:
    """The province that letterhead, title or preamble name; else that of the place of issue; else, for local bodies,
    the one named most often ("Hội Phụ nữ tỉnh Lào Cai")."""
    for text in (*texts, place):
        named = list(_provinces(View(text), rules)) if text else []
        if named:  # "Đại học Huế và Sở Tư pháp tỉnh Gia Lai": what is called a tỉnh goes before a name alone
            return max(named, key=lambda found: found[0])[1]
    if level not in _LOCAL:
        return ""
    counted = Counter(name for sure, name in _provinces(document.view, rules) if sure)
    return counted.most_common(1)[0][0] if counted else ""


def _provinces(view: View, rules: Rulebook) -> Iterator[tuple[bool, str]]:
    """Whether tỉnh or thành phố stands before it, and the name, of every province named in capitals ("hòa bình" is
    none)."""
    for match in rules.family("province").scan(view):
        words = view.text[match.start : match.end].replace("-", " ").split()
        if all(word[0].isupper() or word == "phố" for word in words):
            before = view.lower[max(0, match.start - 12) : match.start]
            named = _NAMED.search(before) or words[0].lower() in ("thành", "tp", "tp.", "tphcm")
            yield bool(named), match.emit["name"]
