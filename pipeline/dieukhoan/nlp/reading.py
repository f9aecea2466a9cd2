"""All names of bodies in a text, in reading order."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence

from dieukhoan.core.text import View
from dieukhoan.nlp.generics import GenericReader
from dieukhoan.nlp.lexicon import Lexicon, Tokens, lexicon
from dieukhoan.nlp.lists import after_colon, same_head, share
from dieukhoan.nlp.name import LINKS, Name
from dieukhoan.nlp.names import NameReader, nobody
from dieukhoan.nlp.offices import OfficeReader
from dieukhoan.nlp.subjects import JOINS
from dieukhoan.rulebook import Rulebook

_AND = re.compile(
    r"(?: và |, )(?=(?:các |những )?(?:người|khách|chủ|nhà|cán bộ|nhân viên|cơ quan|đơn vị|doanh nghiệp)(?!\w))"
)
_DUTY_OF = re.compile(r"^.{0,16}(?:trách nhiệm|nhiệm vụ|quyền hạn|nghĩa vụ) của (?:các )?(?=\w)", re.MULTILINE)
_TOLD = re.compile(r"(?<!\w)cho (?:các )?(?=\w)(?=[^.;:\n]{3,90}? biết(?!\w))")
_BREAKS = frozenset({"trong", "đối", "khi", "để", "theo", "tại"})
_TITLES = frozenset({"luật", "lệnh", "biểu"})
_LONGEST = 20  # tokens of a noun phrase that a heading or "cho … biết" shows to be whole


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
    generics.known = _known(tokens, generics)
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
    """Whether a name of its own is followed by what it is granted or issues: "Sở Tài chính | được sử dụng nguồn thu và
    có …", "Sở Tài chính | ban hành văn bản"; or names a side ("Bên A | thanh toán chậm phải trả lãi")."""
    behind = tokens.norm[name.after : name.after + 2]
    own = bool(name.chunk) and (behind[:1] == ["được"] or behind == ["ban", "hành"])
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


def _known(tokens: Tokens, generics: GenericReader) -> dict[int, int]:
    """Phrases that a modal, a heading ("Trách nhiệm của …") or "cho … biết" shows to be whole, wherever they stand
    again: token of the first noun, token after the end."""
    phrases: dict[tuple[str, ...], set[tuple[str, ...]]] = defaultdict(set)
    for at, end in _evident(tokens, generics):
        phrases[tuple(tokens.norm[at : at + 3])].add(tuple(tokens.norm[at:end]))
    known: dict[int, int] = {}
    first = {words[0] for words in phrases}
    for at in tokens.hits["generic"]:
        if tokens.norm[at] not in first:
            continue
        for phrase in phrases.get(tuple(tokens.norm[at : at + 3]), ()):
            if tuple(tokens.norm[at : at + len(phrase)]) == phrase:
                known[at] = max(known.get(at, 0), at + len(phrase))
    return known


def _evident(tokens: Tokens, generics: GenericReader) -> Iterator[tuple[int, int]]:
    for at in tokens.hits["generic"]:
        if subject := generics.subject(at):
            yield at, subject
    for pattern, ends in ((_DUTY_OF, _line_end), (_TOLD, _told_end)):
        for match in pattern.finditer(tokens.view.lower):
            at = bisect_left(tokens.start, match.end())
            end = ends(tokens, at) if at in tokens.hits["generic"] else at
            if 2 < end - at < _LONGEST:
                yield at, end


def _line_end(tokens: Tokens, at: int) -> int:
    people = tokens.hits["generic"][at][1].emit["weight"] == "acting"  # "của thuyền viên | và người lái tàu": two
    first, named, owned = at, _proper(tokens, at), False
    while at < len(tokens) and at not in tokens.walls and tokens.word[at][0] not in ".;:(":
        if tokens.norm[at] in _BREAKS or (people and tokens.norm[at] == "và"):
            break
        owned = owned or tokens.norm[at] in LINKS
        another = at - 1 > first and tokens.norm[at - 1] in JOINS and _proper(tokens, at)
        if another and (named or (tokens.norm[at - 1] == "và" and not owned)):
            return at - 1  # "của lực lượng dân quân | và Công an xã": two, but "của đơn vị thuộc Bộ A và Bộ B"
        at += 1
    return at


def _proper(tokens: Tokens, at: int) -> bool:
    """Whether a name of its own begins at token ``at``."""
    return at in tokens.hits["body"] and tokens.word[at][0].isupper()


def _told_end(tokens: Tokens, at: int) -> int:
    reach = range(at, min(at + _LONGEST, len(tokens)))
    return next((token for token in reach if tokens.norm[token] == "biết"), at)
