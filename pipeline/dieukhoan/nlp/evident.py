"""Noun phrases that a document shows to be whole somewhere: by a modal, a heading, "cho … biết", what they are sent."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections import defaultdict
from collections.abc import Iterator

from dieukhoan.nlp.generics import GenericReader
from dieukhoan.nlp.lexicon import Tokens
from dieukhoan.nlp.name import DETERMINERS, LINKS
from dieukhoan.nlp.subjects import JOINS

_DUTY_OF = re.compile(r"^.{0,16}(?:trách nhiệm|nhiệm vụ|quyền hạn|nghĩa vụ) của (?:các )?(?=\w)", re.MULTILINE)
_TOLD = re.compile(r"(?<!\w)cho (?:các )?(?=\w)(?=[^.;:\n]{3,90}? biết(?!\w))")
_BREAKS = frozenset({"trong", "đối", "khi", "để", "theo", "tại"})
_LONGEST = 20  # tokens of such a phrase
_TO = frozenset({"cho", "đến", "tới"})
_HANDS = frozenset({"gửi", "chuyển", "nộp", "báo", "trả", "trao"})  # thông báo, chi trả
_HANDS_TOO = frozenset({("bàn", "giao"), ("chuyển", "giao"), ("cung", "cấp"), ("cấp", "phát"), ("phản", "hồi")})
_PARTING = frozenset({"cho", "đến", "tới", "theo", "để", "phải", "được", "có", "do", "và", "hoặc", "dùng", "dành"})
_MANNER = frozenset({"ngay", "kịp", "thời", "bằng", "văn", "bản", "đầy", "đủ", "trực", "tiếp", "cáo", "lại", "lời"})
_REACH = 12  # tokens between the verb and "cho"
_GO_ON = frozenset({"nước", "sở"})  # "cơ quan quản lý nhà nước | về môi trường", "bệnh viện nước sở | tại"
_ENDS = frozenset(";.:,(")
_TELLING = 3  # tokens of a phrase that needs no owner: "cơ quan quản lý thuế | Bộ Tài chính"
# Words that go on with the clause behind who was handed something.
_BEHIND = frozenset(
    {
        "trong", "trước", "sau", "khi", "để", "theo", "trên", "biết", "chậm", "ngay", "bằng", "vào", "kể",
        "nhằm", "qua", "kèm", "cùng", "đúng", "như", "nếu", "từ", "mà", "thì", "với", "hằng", "mỗi",
    }
)  # fmt: skip
_BEHIND_TOO = frozenset({("định", "kỳ"), ("đồng", "thời"), ("hàng", "năm"), ("hàng", "quý"), ("hàng", "tháng")})


def known_phrases(tokens: Tokens, generics: GenericReader) -> dict[int, int]:
    """Wherever a phrase that is evident somewhere stands again: token of the first noun, token after the end."""
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
    for at in tokens.hits["generic"]:
        if not _is_handed(tokens, at) or generics.names.read(at) or generics.read(at):
            continue
        end = _handed_end(tokens, at, generics)
        if 2 < end - at < _LONGEST:
            yield at, end


def _is_handed(tokens: Tokens, at: int) -> bool:
    """Whether something is handed to the noun at token ``at``: "gửi hồ sơ cho | cơ quan cấp phép". Where the verb tells
    no thing before "cho", the thing may stand behind the noun, and nobody sees where that ends."""
    people = tokens.hits["generic"][at][1].emit["kind"] == "person_group"  # they are told and served by any office
    to = at - 1 - (tokens.norm[at - 1] in DETERMINERS)
    if people or to < 1 or tokens.norm[to] not in _TO or not tokens.walls.isdisjoint(range(to, at + 1)):
        return False
    thing = False
    for token in range(to - 1, max(to - _REACH, -1), -1):
        word = tokens.norm[token]
        if token in tokens.walls or not word[0].isalnum() or word in _PARTING:
            break
        if thing and (word in _HANDS or (tokens.norm[token - 1], word) in _HANDS_TOO):
            return True
        thing = thing or word not in _MANNER
    return False


def _handed_end(tokens: Tokens, at: int, generics: GenericReader) -> int:
    """The end of the phrase at token ``at`` where it is to be seen; ``at`` itself where more of it may follow."""
    for token in range(at + 1, min(at + _LONGEST, len(tokens))):
        word = tokens.norm[token]
        if token in tokens.walls or word in _ENDS or word in _BEHIND or generics.parted(token):
            return token
        if tuple(tokens.norm[token : token + 2]) in _BEHIND_TOO:
            return token
        if word in ("về", "tại") and tokens.norm[token - 1] not in _GO_ON:
            return token
        if word in JOINS:
            return token if generics.begins(token + 1) else at
        if word in DETERMINERS or not tokens.word[token].islower():
            return token if token - at > _TELLING and _proper(tokens, token) else at
    return at


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
