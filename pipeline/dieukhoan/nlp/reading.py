"""All names of bodies in a text, in reading order."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterable, Iterator, Sequence

from dieukhoan.core.text import View
from dieukhoan.nlp.evident import known_phrases
from dieukhoan.nlp.generics import GenericReader
from dieukhoan.nlp.lexicon import Lexicon, Tokens, lexicon
from dieukhoan.nlp.lists import after_colon, same_head, share
from dieukhoan.nlp.name import Name
from dieukhoan.nlp.names import NameReader, nobody
from dieukhoan.nlp.offices import OfficeReader
from dieukhoan.rulebook import Rulebook

_AND = re.compile(
    r"(?: và |, )(?=(?:các |những )?(?:người|khách|chủ|nhà|cán bộ|nhân viên|cơ quan|đơn vị|doanh nghiệp)(?!\w))"
)
_TITLES = frozenset({"luật", "lệnh", "biểu"})


def read_names(view: View, rules: Rulebook, gaps: Iterable[int] = ()) -> list[Name]:
    """The names of bodies in ``view``, none inside another; offsets are view offsets. ``gaps`` are offsets before
    which a name must stop (wide gaps between the columns of a letterhead)."""
    words = lexicon(rules)
    tokens = words.tokens(view, gaps)
    found = share(tokens, list(_names(words, tokens)))
    owners = list(_owners(view, rules, tokens, found))
    posts = [owner for owner in owners if owner.rule.emit.get("over")]  # no "Điều tra viên" in "Điều tra viên hạng II"
    ends = [post.end for post in posts]
    kept = (name for name in found if not posts or not _inside(name, posts, ends))
    return sorted([*kept, *owners], key=lambda name: (name.start, name.end))


def _inside(name: Name, posts: Sequence[Name], ends: Sequence[int]) -> bool:
    """Whether ``name`` stands in one of ``posts``, which end at ``ends``."""
    at = bisect_left(ends, name.end)
    return at < len(posts) and posts[at].start <= name.start


def _owners(view: View, rules: Rulebook, tokens: Tokens, found: Sequence[Name]) -> Iterator[Name]:
    """Those whose duties a heading announces, where no other rule reads a body: "Trách nhiệm của khách du lịch"."""
    starts = [name.start for name in found]
    for match in rules.family("body_owner").scan(view):
        for low, high in _parts(view.text, *match.spans["who"]):
            at = bisect_left(starts, low)
            inside = at < len(found) and found[at].start < high
            if (inside and not match.emit.get("over")) or (at and found[at - 1].end > low):
                continue
            first, after = bisect_left(tokens.start, low), bisect_left(tokens.start, high)
            kind = match.emit["kind"]
            yield Name(low, high, match.rule, kind, head=view.text[low:high], first=first, after=after)


def _parts(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    """ "thuyền viên và người lái phương tiện" are two, "cá nhân thu gom, vận chuyển và xử lý" one."""
    for match in _AND.finditer(text, start, end):
        yield start, match.start()
        start = match.end()
    yield start, end


def _names(words: Lexicon, tokens: Tokens) -> Iterator[Name]:
    names = NameReader(tokens, words)
    generics = GenericReader(words, names)
    generics.known = known_phrases(tokens, generics)
    names.generic = lambda at: generics.read(at, lone=True)
    offices = OfficeReader(words, names)
    reach = 0
    bodies, holders = tokens.hits["body"], tokens.hits["office"]
    for at in sorted({*bodies, *holders, *tokens.hits["generic"]}):
        if at < reach:
            continue
        found = list(after_colon(tokens, at)) if at in bodies else []
        if not found and not _in_title(tokens, at):
            name = (at in holders and offices.read(at)) or (at in bodies and names.read(at)) or None
            name = _longest(name, generics, at)
            found = [name, *same_head(tokens, name)] if name else []
        yield from found
        reach = found[-1].after if found else _shadow(tokens, at)
    names.generic = nobody
    generics.close()


def _in_title(tokens: Tokens, at: int) -> bool:
    """Whether token ``at`` stands in the name of something else: "Luật Mặt trận Tổ quốc", "đại biểu Quốc hội"; in
    "liên ngành Công an, Tòa án" the words are no head of the first."""
    if not at or at in tokens.walls:
        return False
    before = tokens.norm[at - 1]
    return before in _TITLES or (before == "liên" and tokens.norm[at] == "ngành")


def _longest(name: Name | None, generics: GenericReader, at: int) -> Name | None:
    """``name``, or the noun phrase at token ``at`` where there is no name or one that "cơ quan", "lực lượng" opens and
    the phrase goes on ("lực lượng Công an bảo vệ cưỡng chế")."""
    tokens = generics.tokens
    if name and (at not in tokens.hits["generic"] or _granted(tokens, name)):
        return name
    phrase = generics.read(at)
    return name if name and (phrase is None or name.after >= phrase.after) else phrase


def _granted(tokens: Tokens, name: Name) -> bool:
    """Whether a name of its own is followed by what it is granted or does: "Sở Tài chính | được sử dụng nguồn thu và
    có …", "Sở Tài chính | chủ trì xử lý"; or names a side ("Bên A | thanh toán chậm phải trả lãi")."""
    behind = tokens.norm[name.after : name.after + 1]
    verb = tokens.hits["stop"].get(name.after)
    acts = verb is not None and verb[1].id == "stop.verb" and name.after not in tokens.walls
    own = bool(name.chunk) and tokens.word[name.first + name.plural][0].isupper() and (behind == ["được"] or acts)
    judges = name.kind == "procuracy" and bool(name.place)  # "Viện kiểm sát cùng cấp | kiểm sát việc tiêu hủy"
    return own or judges or name.rule.id == "body.side"


def _shadow(tokens: Tokens, at: int) -> int:
    """The end of words at token ``at`` that look like a head and are none ("ban hành"); 0 when there are none."""
    end = 0
    for family in ("body", "generic"):
        hit = tokens.hits[family].get(at)
        if hit and hit[0] > end and hit[1].emit["kind"] == "none":
            end = hit[0]
    return end
