"""Office-holders, who stand for their body: "Giám đốc Sở Tư pháp", "lãnh đạo ba ngành", "Kiểm sát viên"."""

from __future__ import annotations

from dieukhoan.nlp.lexicon import Lexicon
from dieukhoan.nlp.name import DETERMINERS, LINKS, Name
from dieukhoan.nlp.names import NameReader
from dieukhoan.rulebook import Rule

_OR = frozenset({",", "và", "hoặc"})


class OfficeReader:
    """Reads office-holders from one token list, their bodies with ``names``."""

    def __init__(self, words: Lexicon, names: NameReader) -> None:
        self._tokens = names.tokens
        self._words = words
        self._names = names

    def read(self, at: int) -> Name | None:
        """The office-holder named at token ``at``, or None."""
        name = self._titled(at)
        if name is None or name.owner:
            return name
        if sharer := self._sharer(name):
            return name._replace(kind=sharer.kind, owner=sharer.owner)
        if not (self._stands_alone(at, name.after, name.rule) or self._heads_list(name)):
            return None
        return name._replace(kind=name.rule.emit.get("kind", name.kind))

    def _titled(self, at: int) -> Name | None:
        """The title at token ``at``, with its body where one follows."""
        hit = self._tokens.hits["office"].get(at)
        if not hit or self._names.walled(at, hit[0]):
            return None
        if at and self._tokens.norm[at - 1] == "diện":  # "đại diện lãnh đạo LĐLĐ tỉnh" stands for the body itself
            return None
        after, rule = hit
        after = self._before_head(after)
        start, end, title = self._tokens.start[at], self._tokens.end[after - 1], self._names.text(at, after)
        if owner := self._owner(after):
            return Name(start, owner.end, rule, owner.kind, office=title, owner=owner, first=at, after=owner.after)
        return Name(start, end, rule, "person_group", office=title, first=at, after=after)

    def _before_head(self, after: int) -> int:
        """ "Trưởng | Ban Chỉ đạo …", "Trưởng | phòng Tài chính huyện": the last word opens the body's name where one
        follows."""
        if self._tokens.norm[after - 1] not in ("ban", "phòng"):
            return after
        body = self._names.body(after - 1, lone=True)
        return after if body is None or (body.bare and body.after == after) else after - 1

    def _sharer(self, name: Name) -> Name | None:
        """The one behind ``name`` whose body both share; "Chánh Văn phòng, Vụ trưởng Vụ A, Chánh Thanh tra Bộ B" is of
        the ministry and not of the department between."""
        sharer = self._further(name.after, name.rule)
        while sharer and name.office.casefold().startswith("chánh ") and sharer.office.casefold()[:6] != "chánh ":
            sharer = self._further(sharer.after, name.rule)
        return sharer

    def _heads_list(self, name: Name) -> bool:
        """Whether "Chánh Văn phòng" opens a list of office-holders of a ministry that is not named."""
        at = name.after
        if not name.office.startswith("Chánh ") or self._names.ended(at) or self._names.ended(at + 1):
            return False
        return self._tokens.norm[at] in _OR and self._titled(at + 1) is not None

    def _further(self, after: int, rule: Rule) -> Name | None:
        """ "Thủ trưởng, Phó Thủ trưởng Cơ quan điều tra": the first shares the body of the second."""
        if self._names.ended(after) or self._names.ended(after + 1) or self._tokens.norm[after] not in _OR:
            return None
        further = self._titled(after + 1)
        if rule.emit.get("of_its_own") == "true" and not (further and further.office.casefold().startswith("phó ")):
            return None
        return further if further and further.owner else None

    def _stands_alone(self, at: int, after: int, rule: Rule) -> bool:
        """Whether an office without its body is somebody: under the law (Kiểm sát viên), or with a capital and a part
        in a duty ("trình Bộ trưởng xem xét")."""
        if not self._tokens.word[at][0].isupper():
            return rule.id == "office.judicial"
        if rule.emit["alone"] == "true":
            return True
        if rule.emit.get("of_its_own") == "true" and at and self._tokens.norm[at - 1] in DETERMINERS:
            return True  # "Các Bộ trưởng, Thủ trưởng cơ quan ngang Bộ"
        if rule.emit.get("bare") == "false" or self._tokens.shouting(at):
            return False
        stop = None if self._names.ended(after) else self._tokens.hits["stop"].get(after)
        return at in self._names.roles or (stop is not None and stop[1].id == "stop.verb")

    def _owner(self, after: int) -> Name | None:
        if self._names.ended(after):
            return None
        at = after + (self._tokens.norm[after] in LINKS)
        first = at
        if not self._names.ended(at) and self._tokens.norm[at] in DETERMINERS:
            at += 1
        if self._names.ended(at):
            return None
        owner = self._names.body(at, lone=True)
        if owner and at > first:
            owner = self._names.with_determiner(owner)
        unnamed = self._names.generic(at)
        longer = unnamed and owner and unnamed.after > owner.after
        if owner and not (longer and not self._empowered(owner.after) and not self._goes_on(owner)):
            return owner
        return unnamed or self._all_parties(at)

    def _goes_on(self, owner: Name) -> bool:
        """ "Trưởng Ban Chỉ đạo | kết luận và chịu trách nhiệm": a verb follows a body with a name of its own."""
        hit = self._tokens.hits["stop"].get(owner.after)
        named = owner.rule.family == "body" and self._tokens.word[owner.first][0].isupper()
        return named and hit is not None and hit[1].id in ("stop.verb", "stop.act")

    def _empowered(self, at: int) -> bool:
        """ "Giám đốc Công an tỉnh có thẩm quyền huy động": the words say what a named body may do."""
        hit = self._tokens.hits["modifier"].get(at)
        return hit is not None and hit[1].id == "modifier.authority"

    def _all_parties(self, at: int) -> Name | None:
        """ "lãnh đạo ba ngành", "Thường trực hai ngành"."""
        for rule in self._words.anaphora:
            if match := self._names.match(rule, self._tokens.start[at]):
                after = self._names.token_after(at, match.end())
                return Name(match.start(), match.end(), rule, head=self._names.text(at, after), first=at, after=after)
        return None
