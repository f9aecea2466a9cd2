"""The open part of a name: which words after "Ban", "Cục", "Công ty" still belong to it."""

from __future__ import annotations

import re
from typing import NamedTuple

from dieukhoan.nlp.lexicon import Tokens
from dieukhoan.nlp.shorts import expand

_LIMIT = 14
_AGAINST = (("phòng", ",", "chống"), ("phòng", "chống"))
_FOR_WORDS = frozenset({"ban", "phòng", "vụ", "sở", "bộ", "cục"})  # heads whose field may be "tổ chức"
_ALIKE = _FOR_WORDS - {"ban"}  # heads whose field has a capital where they have one; "Ban tổ chức" is one
_DEFENCE = frozenset({"biên", "quốc"})  # "các đồn biên phòng | tổ chức", no section
_WORKS = ("công", "trình")  # "Công ty Khai thác công | trình thủy lợi", no verb
_NUMERAL = re.compile(r"[IVX]+|\d+")
_RARE = 3  # a tail this many times rarer than the name without it is no part of the name
# of words whose other half is the head of a name: "cơ | sở", "văn | phòng", "môi | trường"
FIRST_HALVES = frozenset(
    (
        *("cơ", "trụ", "công", "văn", "quốc", "dự", "hải", "xử", "môi", "thị", "hiện", "nông", "lâm", "lập", "ngư"),
        *("chiến", "cán", "nội", "toàn", "tiến", "đồng", "bệnh", "tập"),
    )
)
_JOINERS = frozenset({"và", "-", "&", "/"})
_NAMED_TWICE = frozenset({"phường", "xã"})  # since 2025: "phường Lâm Viên - Đà Lạt"


class Chunk(NamedTuple):
    """Words of a name: up to token ``after``; ``rank`` is that of a known field, ``open`` for one that is none."""

    after: int
    text: str
    short: bool = False
    rank: str = "open"


def is_blank(word: str) -> bool:
    """Whether the token is a blank to fill in: "……", "....", "____"."""
    return word[0] in "…_" or word.startswith("..")


_ANDS = frozenset({"và", "với"})  # "HUYỆN ĐOÀN VÀ CÔNG AN HUYỆN": capitals throughout


def field_at(tokens: Tokens, at: int) -> Chunk | None:
    """The known field name at token ``at``."""
    hit = tokens.hits["field"].get(at)
    if hit is None or at in tokens.walls:
        return None
    after, rule = hit
    if _acts(tokens, at, after):
        return None
    text, short = expand(tokens.view.text[tokens.start[at] : tokens.end[after - 1]], rule)
    return Chunk(after, text, short, rule.emit["rank"])


def is_small_name(tokens: Tokens, head: int, field: Chunk, small: str | None) -> bool:
    """Whether head and ``field`` in small letters are a name, as ``small`` says of the head: "sở y tế" is (``any``), of
    sections only what no room is called (``joined``: "phòng giáo dục và đào tạo"); no "cơ sở y tế"."""
    if not small or (head > 0 and head not in tokens.walls and tokens.norm[head - 1] in FIRST_HALVES):
        return False
    return small == "any" or not _JOINERS.isdisjoint(tokens.word[head + 1 : field.after])


def _acts(tokens: Tokens, at: int, after: int) -> bool:
    """ "Trung tâm | tổ chức xét nghiệm", "Thanh tra Sở | tổ chức kiểm tra": the words of a field are verbs here."""
    if not at or not tokens.word[at].islower() or not _verbs(tokens, at, after):
        return False
    head = tokens.word[at - 1]
    if head[0].isupper() and tokens.norm[at - 1] in _ALIKE:  # else "Phòng Tổ chức", or "phòng tổ chức"
        return True
    return tokens.norm[at - 1] not in _FOR_WORDS or (at > 1 and tokens.norm[at - 2] in _DEFENCE)


def _verbs(tokens: Tokens, at: int, after: int) -> bool:
    """Whether nothing but verbs stands in the span."""
    while at < after:
        stop = tokens.hits["stop"].get(at)
        if stop is None or stop[1].id != "stop.verb":
            return False
        at = stop[0]
    return at == after


def longer_field(tokens: Tokens, at: int, field: Chunk, *, listed: bool = False) -> Chunk:
    """``field`` with what a dash joins to it: "Tài chính" + " - Kế toán"; not where the dash may part two of a list
    (``listed``) and another field of a ministry follows: "Liên Bộ Tài chính - Giáo dục"."""
    last = field.after
    if listed and next_ministry(tokens, last):
        return field
    while (
        last < len(tokens) and tokens.word[last] == "-" and last not in tokens.walls and _is_name_word(tokens, last + 1)
    ):
        more = field_at(tokens, last + 1) or open_chunk(tokens, at, last + 1, small=False)
        if more is None:
            break
        last = more.after
    if last == field.after:
        return field
    return Chunk(last, tokens.view.text[tokens.start[at] : tokens.end[last - 1]], field.short)


def with_number(tokens: Tokens, at: int) -> int:
    """The token after the number of a unit at token ``at``: "Đội Quản lý thị trường | số 3"."""
    numbered = at + 1 < len(tokens) and tokens.norm[at] == "số" and _NUMERAL.fullmatch(tokens.word[at + 1])
    return at + 2 if numbered and tokens.walls.isdisjoint((at, at + 1)) else at


def next_ministry(tokens: Tokens, dash: int) -> Chunk | None:
    """The field of a ministry behind a dash at token ``dash``."""
    if dash + 1 >= len(tokens) or dash in tokens.walls or tokens.word[dash] != "-":
        return None
    field = field_at(tokens, dash + 1)
    return field if field and field.rank == "ministry" and tokens.word[dash + 1][0].isupper() else None


def numbered_chunk(tokens: Tokens, head: int, at: int) -> Chunk | None:
    """The number of a unit and what follows it ("Sư đoàn | 968", "Bộ Tư lệnh Vùng | 4 Hải quân")."""
    if at in tokens.walls or not _NUMERAL.fullmatch(tokens.word[at]):
        return None
    more = open_chunk(tokens, head, at + 1, small=False)
    last = more.after if more else at + 1
    return Chunk(last, tokens.view.text[tokens.start[at] : tokens.end[last - 1]])


def open_chunk(tokens: Tokens, head: int, at: int, *, small: bool, free: bool = False) -> Chunk | None:
    """The words that look like a name from token ``at`` on, after the head at token ``head``; ``small`` lets the
    first one be without a capital, ``free`` asks for no other sign that they are a name."""
    last = at
    while last < len(tokens) and last - at < _LIMIT:
        after = _step(tokens, last, first=last == at, small=small)
        if after is None:
            break
        last = after
    last = _trimmed(tokens, head, at, last)
    if last == at:
        return None
    if not (free or _capital(tokens, at) or at in tokens.hits["field"] or _named_so(tokens, head, at, last)):
        return None
    return Chunk(last, tokens.view.text[tokens.start[at] : tokens.end[last - 1]])


def _named_so(tokens: Tokens, head: int, at: int, last: int) -> bool:
    """Whether small letters after a head are a name: a capital follows ("Ban xây dựng tổ chức Hội") or the document
    says it again ("Ban quản lý rừng")."""
    return any(_capital(tokens, token) for token in range(at, last)) or tokens.count(head, last) > 1


def _trimmed(tokens: Tokens, head: int, at: int, last: int) -> int:
    """``last`` moved back over small words that are far rarer in the document than the name without them: "Ban Bảo
    vệ dân phố" of "Ban Bảo vệ dân phố bầu"."""
    cut = last
    while cut - at > 2 and tokens.word[cut - 1].islower() and tokens.word[cut - 2].islower():
        if any(hit and hit[0] >= cut for hit in map(tokens.hits["field"].get, range(at, cut))):
            break
        cut -= 1
        if tokens.count(head, cut) >= _RARE * tokens.count(head, last):
            return cut
    return last


def _step(tokens: Tokens, at: int, *, first: bool, small: bool) -> int | None:
    """The token after the next piece of a name, None where the name ends before ``at``."""
    word = tokens.word[at]
    if at in tokens.walls or is_blank(word):
        return None
    if word in _JOINERS:
        if (first and word != "-") or not _is_name_word(tokens, at + 1):
            return None
        field = tokens.hits["field"].get(at + 1)
        return field[0] if field else at + 2
    if not word[0].isalnum() or _opens_another(tokens, at) or (not first and opens_place(tokens, at)):
        return None
    if first and tokens.shouting(at) and opens_place(tokens, at):  # "1. BỘ CHỈ HUY QUÂN SỰ | TỈNH"
        return None
    return _word_step(tokens, at, first=first, small=small)


def _word_step(tokens: Tokens, at: int, *, first: bool, small: bool) -> int | None:
    """The token after the word or field at ``at`` where it goes on with the name."""
    if against := _against(tokens, at):  # "Ban Chỉ đạo phòng, chống khủng bố quốc gia"
        field = tokens.hits["field"].get(at)
        return max(at + against, field[0] if field else 0)
    capital = _capital(tokens, at)
    if not capital and not first and _NUMERAL.fullmatch(tokens.word[at - 1]):  # "Cục Kỹ thuật Nghiệp vụ I | tổ chức"
        return None
    hit = tokens.hits["field"].get(at)
    if hit and (small or capital or not first) and not _acts(tokens, at, hit[0]):
        return hit[0]
    open_ = at not in tokens.hits["stop"] or (not first and (tokens.norm[at - 1], tokens.norm[at]) == _WORKS)
    return at + 1 if capital or (open_ and (small or not first)) else None


def _against(tokens: Tokens, at: int) -> int:
    """How many tokens "phòng, chống" has at ``at``; 0 where it does not stand there."""
    if tokens.norm[at] != "phòng":
        return 0
    return next((len(words) for words in _AGAINST if tuple(tokens.norm[at : at + len(words)]) == words), 0)


def opens_place(tokens: Tokens, at: int) -> bool:
    """Whether a level or place begins at token ``at``: "Cục Hải quan | tỉnh Nghệ An"."""
    if at >= len(tokens) or (tokens.word[at][0].isupper() and not tokens.shouting(at)):
        return False
    before = tokens.start[at] - 1  # the blank that the rules begin with
    return any(rule.regex.match(tokens.view.lower, before) for rule in tokens.places if "noun" in rule.emit)


def _capital(tokens: Tokens, at: int) -> bool:
    return tokens.word[at][0].isupper()


def _is_name_word(tokens: Tokens, at: int) -> bool:
    if at >= len(tokens) or at in tokens.walls or not _capital(tokens, at):
        return False
    return not _opens_another(tokens, at)


def _opens_another(tokens: Tokens, at: int) -> bool:
    """Whether another body starts at token ``at``."""
    if _against(tokens, at):
        return False  # "Ban Chỉ huy Phòng, chống thiên tai"
    if _capital(tokens, at) and (at in tokens.hits["office"] or _opens_generic(tokens, at)):
        return True
    hit = tokens.hits["body"].get(at)
    if hit is None or hit[1].emit["kind"] == "none" or hit[1].emit.get("inside") == "true":
        return False  # "Tổng công ty Bưu điện", "Cục Thuế" are one name
    return _capital(tokens, at) or hit[1].emit.get("lower") == "true"


def _opens_generic(tokens: Tokens, at: int) -> bool:
    hit = tokens.hits["generic"].get(at)
    return hit is not None and hit[1].emit["weight"] == "normal" and not tokens.shouting(at)


def proper_name(tokens: Tokens, at: int) -> tuple[int, str]:
    """The name of a place at token ``at`` (a known province, else capitalised words, four at most); token after it."""
    if at in tokens.walls:
        return at, ""
    if hit := tokens.hits["province"].get(at):
        return hit[0], hit[1].emit["name"]
    last = _capitals(tokens, at)
    dashed = last > at and tokens.norm[at - 1] in _NAMED_TWICE and last < len(tokens) and tokens.word[last] == "-"
    if dashed and last not in tokens.walls and (after := _capitals(tokens, last + 1)) > last + 1:
        last = after
    return last, tokens.view.text[tokens.start[at] : tokens.end[last - 1]] if last > at else ""


def proper_names(tokens: Tokens, at: int, noun: re.Pattern[str] | None) -> tuple[int, str]:
    """:func:`proper_name`; with ``noun`` those of several places, behind the first with a noun or without ("các xã |
    Thanh Hòa, Tân Thành và thị trấn Thanh Bình"); token after the last."""
    last, name = proper_name(tokens, at)
    after = last
    while noun and name and after < len(tokens) and (tokens.word[after] == "," or tokens.norm[after] == "và"):
        begin = after + 1
        kind = noun.match(tokens.view.lower, tokens.start[begin]) if begin < len(tokens) else None
        while kind and begin < len(tokens) and tokens.start[begin] < kind.end():
            begin += 1
        if begin >= len(tokens) or _opens_another(tokens, begin):
            break
        after, name = proper_name(tokens, begin)
        last = after if name else last
    return last, tokens.view.text[tokens.start[at] : tokens.end[last - 1]] if last > at else ""


def _capitals(tokens: Tokens, at: int) -> int:
    last = at
    while last < len(tokens) and last - at < 4 and last not in tokens.walls:
        if not tokens.word[last][0].isupper() or tokens.norm[last] in _ANDS or _opens_another(tokens, last):
            break
        last += 1
    return last
