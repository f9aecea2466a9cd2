"""Bodies without a name: "các cơ quan, đơn vị liên quan", "cấp có thẩm quyền", "người được phân công làm đầu mối"."""

from __future__ import annotations

from collections.abc import Mapping

from dieukhoan.nlp.attributes import AttributeReader
from dieukhoan.nlp.chunks import FIRST_HALVES
from dieukhoan.nlp.lexicon import Lexicon, Tokens
from dieukhoan.nlp.name import DETERMINERS, LINKS, Name
from dieukhoan.nlp.names import NameReader
from dieukhoan.nlp.shorts import expand
from dieukhoan.nlp.subjects import JOINS, SubjectReader
from dieukhoan.rulebook import Rule

_OWED = frozenset({"nhiệm", "vụ", "quyền", "động"})  # the last syllable of trách nhiệm, nhiệm vụ, thẩm quyền, hoạt động
_WITHIN = 7  # tokens between "đơn vị" and "thuộc"
_NUMBERS = frozenset({"hai", "ba", "bốn"})  # "hai ngành còn lại" stands for parties
_SIDES = frozenset({"bên", "ngành"})
_TOLD_BY = frozenset({"đạo", "dẫn", "đốc", "động", "cầu", "tra"})  # chỉ đạo, hướng dẫn, đôn đốc, vận động, yêu cầu
_PARTS = frozenset({"modal", "break", "aside", "report"})
_POINTERS = frozenset({"đó", "này"})
_POINTED = 7  # tokens of "các cơ quan, đơn vị này"; "người quy định tại Điều 2 Thông tư này" is no such name
_DONE = (["thực", "hiện"], ["tham", "gia"])


class GenericReader:
    """Reads nouns for bodies from one token list; ``known`` tells the end of phrases met elsewhere in the document, by
    their first token."""

    def __init__(self, words: Lexicon, names: NameReader) -> None:
        self.tokens: Tokens = names.tokens
        self.known: Mapping[int, int] = {}
        self._words = words
        self.names = names
        self._bounds = {at: rule.id.partition(".")[2] for at, (_, rule) in self.tokens.hits["bound"].items()}
        self._subjects = SubjectReader(names, self._bounds, self._somebody)
        self._attributes = AttributeReader(names, self._bounds, self._subjects, self._noun, self._somebody)

    def close(self) -> None:
        """Let go of the readers that this one and they read with: in circles they would hold the whole text."""
        del self._subjects, self._attributes

    def read(self, at: int, *, lone: bool = False) -> Name | None:
        """The phrase whose first noun is token ``at``, or None where it is nobody that acts; ``lone`` accepts a noun
        without anything that makes it one ("thủ trưởng cơ sở đào tạo")."""
        hit = self._noun(at)
        if hit is None or (at and self.tokens.norm[at - 1] in _NUMBERS):
            return None
        after, rule = hit
        weight = rule.emit["weight"]
        if weight == "weak" and after == at + 1 and at and self.tokens.norm[at - 1] in FIRST_HALVES:
            return None  # "cảnh quan, môi | trường có nguy cơ bị xâm hại"
        plural = at > 0 and self.tokens.norm[at - 1] in DETERMINERS and at not in self.tokens.walls
        nouns, weight = self._nouns(after, weight)
        told = (at - plural) in self.names.roles
        must = self._must(at, nouns)
        if (rule.id == "generic.level" and not told) or (plural and self._side_acts(at, after)):
            return None
        near = told or must or at in self.known or self._subjects.modal_near(nouns)
        if not (lone or near or plural or nouns > after or self._may_act(at, weight, nouns)):
            return None
        name = self._named(at, nouns, rule, plural=plural)
        name = self._modified(name)
        if plural and self._told_at_end(at, name):  # "chỉ đạo các phòng chuyên môn | thực hiện"
            name = self._upto(name, name.after - 2)
        end = 0
        if near:
            end = max(self._subjects.end(at, nouns), self._subjects.end(at, name.after), self.known.get(at, 0))
        role = told and (weight == "normal" or (weight == "listed" and nouns > after) or self._owes(at - plural))
        if told and weight == "qualified":
            end = max(end, self._attributes.told_end(nouns))
        evident = role or end > 0 or must
        if end > name.after and not self._pointed_at(name):
            name = self._upto(name, end)
        if not (lone or evident or self._acts(name, weight, after, nouns)):
            return None
        text = self.tokens.view.text[name.start : name.end]
        head, short = expand(text, rule) if "short" in rule.emit else (text, False)
        if plural:
            name = name._replace(start=self.tokens.start[at - 1], first=at - 1)
        return name._replace(head=head, short=short)

    def _side_acts(self, at: int, after: int) -> bool:
        """Whether "các bên" at token ``at`` are the parties and a verb follows ("các bên | cung cấp cho nhau"), no noun
        for several sides ("các bên cung cấp thông tin có quyền")."""
        if self.tokens.norm[at] != "bên" or after - at == 1 or self._bound(after) == "modal":
            return False
        return self._subjects.opens_clause(at - 1)

    def _acts(self, name: Name, weight: str, after: int, nouns: int) -> bool:
        """Whether determiner, list and attributes make the noun somebody who acts."""
        qualified = name.after > nouns
        if weight in ("solo", "whole") or self._opens_with_verb(name, several=name.plural or nouns > after):
            return True
        if weight == "listed":
            side = qualified and self._side(name.first, nouns)
            return (name.plural and (qualified or nouns > after)) or self._attributes.tells(nouns) or side
        if weight == "weak":
            many = name.place.startswith("các ") and nouns - name.first > 1  # "trung tâm y tế các huyện"
            return name.plural or many or self._attributes.tells(nouns) or self._subjects.does(name, nouns)
        return qualified or (name.plural and weight == "normal") or self._subjects.does(name, nouns)

    def _opens_with_verb(self, name: Name, *, several: bool) -> bool:
        """ "Mỗi huyện | chọn hai xã", "cơ quan, tổ chức, cá nhân | phản ánh": several of them open a clause, and what
        they do follows."""
        stop = self.tokens.hits["stop"].get(name.after) if several and name.after not in self.tokens.walls else None
        verb = stop is not None and stop[1].id != "stop.function"
        return verb and (self._subjects.opens_clause(name.first) or self.tokens.norm[name.first - 1] == "nếu")

    def _may_act(self, at: int, weight: str, nouns: int) -> bool:
        """Whether the noun can be somebody that acts although nothing stands before it; most cannot, and what follows
        them need not be read."""
        if weight not in ("listed", "weak") or self._attributes.tells(nouns) or self._side(at, nouns):
            return True
        return weight == "weak" and nouns - at > 1

    def _side(self, at: int, nouns: int) -> bool:
        """Whether the noun is one of the sides, told by what it does: "Bên chủ trì", "Ngành được đề nghị"."""
        tokens = self.tokens
        hit = tokens.hits["modifier"].get(nouns)
        return tokens.norm[at] in _SIDES and hit is not None and hit[1].emit["then"] == "end"

    def _owes(self, at: int) -> bool:
        """Whether the words before token ``at`` say whose duties follow: "Trách nhiệm của câu lạc bộ"."""
        tokens = self.tokens
        return at > 2 and tokens.norm[at - 1] == "của" and tokens.norm[at - 2] in _OWED

    def begins(self, at: int) -> bool:
        """Whether another body begins at token ``at``."""
        return self._somebody(at)

    def parted(self, at: int) -> bool:
        """Whether a word at token ``at`` ends every noun phrase: "phải", "để", "báo cáo"."""
        return self._bound(at) in _PARTS

    def subject(self, at: int) -> int | None:
        """The end of the phrase at token ``at`` that a modal shows to be a subject: with a relative clause, or a long
        noun ("cơ sở đào tạo có trách nhiệm")."""
        hit = self._noun(at)
        if hit is None:
            return None
        after, _ = self._nouns(hit[0], hit[1].emit["weight"])
        return self._subjects.end(at, after) or (after if after - at > 2 and self._must(at, after) else None)

    def _must(self, at: int, after: int) -> bool:
        """Whether the noun alone begins a clause and a modal follows: "Cơ quan đại diện phải", "Trẻ em được"."""
        if self.names.ended(after) or after - at < 2:
            return False
        hit = self.tokens.hits["generic"].get(at)
        granted = self.tokens.norm[after] == "được" and hit is not None and hit[1].emit["weight"] == "acting"
        if self._bound(after) != "modal" and not granted:
            return False
        return self._subjects.opens_clause(at)

    def _noun(self, at: int) -> tuple[int, Rule] | None:
        hit = self.tokens.hits["generic"].get(at)
        return None if hit is None or hit[1].emit["kind"] == "none" or self.names.walled(at, hit[0]) else hit

    def _named(self, at: int, after: int, rule: Rule, *, plural: bool) -> Name:
        """The bare noun from token ``at``."""
        after = self._trimmed(at, after)
        tokens = self.tokens
        return Name(
            tokens.start[at], tokens.end[after - 1], rule, rule.emit["kind"], plural=plural, first=at, after=after
        )

    def _upto(self, name: Name, after: int) -> Name:
        after = self._trimmed(name.first, after)
        return name._replace(after=after, end=self.tokens.end[after - 1])

    def _trimmed(self, first: int, after: int) -> int:
        while after - 1 > first and (
            self._bound(after - 1) in ("loose", "break") or self.tokens.word[after - 1] == ","
        ):
            after -= 1
        return after

    def _nouns(self, after: int, weight: str) -> tuple[int, str]:
        """The end of the list of nouns ("cơ quan, đơn vị, tổ chức, cá nhân") and its weight: that of the first noun,
        or ``solo`` where a further one is."""
        tokens = self.tokens
        while weight != "whole" and not self.names.ended(after + 1) and tokens.norm[after] in JOINS:
            hit = self._noun(after + 1)
            if hit is None or after in tokens.walls or hit[1].emit["weight"] == "whole":
                break
            if weight == "acting" and (tokens.norm[after] == "và" or hit[1].emit["weight"] != weight):
                break  # "thuyền viên và người lái tàu" are two; "lợi ích của thí sinh, cơ quan quản lý phải"
            if after + 1 in tokens.hits["body"] and tokens.word[after + 1][0].isupper():
                break
            after = hit[0]
            weight = "solo" if hit[1].emit["weight"] == "solo" else weight
        return after, weight

    def _modified(self, name: Name) -> Name:
        first = name.after
        for _ in range(6):
            fresh = name.after == first
            longer = (
                self._attributed(name, fresh=fresh)
                or (self.names.one_place(name) if name.rule.emit["weight"] != "qualified" else None)
                or (self._owner(name) if not name.owner else None)
                or self._clause(name)
                or (self._within(name) if fresh else None)
            )
            if longer is None:
                break
            name = longer
        return name

    def _pointed_at(self, name: Name) -> bool:
        """Whether "đó", "này" closes the name: "thì cơ quan đó | chủ trì xử lý"."""
        return 1 < name.after - name.first <= _POINTED and self.tokens.norm[name.after - 1] in _POINTERS

    def _told_at_end(self, at: int, name: Name) -> bool:
        """Whether the last two syllables of ``name`` are what those at token ``at`` are told to do."""
        words = self.tokens.norm
        return name.after - at > 2 and words[name.after - 2 : name.after] in _DONE and words[at - 2] in _TOLD_BY

    def _attributed(self, name: Name, *, fresh: bool) -> Name | None:
        after = self._attributes.after(name, fresh=fresh)
        return self._upto(name, after) if after else None

    def _owner(self, name: Name) -> Name | None:
        tokens, at = self.tokens, name.after
        if self.names.ended(at) or self.names.ended(at + 1) or tokens.norm[at] not in LINKS:
            owned = self._one_owner(name, at) if self._subordinate(at) else None
            named = owned is not None and owned.owner is not None and not owned.owner.chunk[:1].islower()
            if owned is None or not named:
                return None  # "các cơ sở trực thuộc Bộ | tổ chức tập huấn"
            return self._further_owners(owned, tokens.word[at]) if name.plural else owned
        longer = self._one_owner(name, at + 1)
        several = name.plural or "," in tokens.view.text[name.start : name.end]
        return self._further_owners(longer) if longer and several else longer

    def _further_owners(self, name: Name, noun: str = "") -> Name:
        """ "các đơn vị trực thuộc Bộ Y tế, Bộ Công an": all with a capital, or those that begin with ``noun``."""
        tokens = self.tokens
        while not self.names.ended(name.after + 1) and tokens.norm[name.after] in JOINS:
            word = tokens.word[name.after + 1]
            fits = word == noun if noun else word[0].isupper()
            further = self._one_owner(name, name.after + 1) if fits else None
            if further is None:
                break
            name = further
        return name

    def _subordinate(self, at: int) -> bool:
        """Whether "trực thuộc" goes before and a name with a capital follows: "các đơn vị trực thuộc | Bộ Y tế"."""
        tokens = self.tokens
        if tokens.norm[at - 1] != "thuộc" or tokens.norm[at - 2] != "trực" or self.names.ended(at):
            return False
        return tokens.word[at][0].isupper()

    def _within(self, name: Name) -> Name | None:
        """ "đơn vị | kiểm soát xuất cảnh thuộc | Bộ Quốc phòng": what a unit does, before the body it belongs to."""
        tokens = self.tokens
        for at in range(name.after + 1, min(name.after + _WITHIN, len(tokens) - 1)):
            if tokens.norm[at] == "thuộc":
                return self._one_owner(name, at + 1)
            if (
                at in tokens.walls
                or not tokens.word[at][0].islower()
                or self._bound(at)
                or tokens.norm[at] in DETERMINERS
            ):
                break
        return None

    def _one_owner(self, name: Name, at: int) -> Name | None:
        owner = self.names.body(at + (self.tokens.norm[at] in DETERMINERS), lone=True)
        if owner:
            return name._replace(owner=name.owner or owner, after=owner.after, end=owner.end)
        return self._matched(name, self._words.anaphora, self.tokens.start[at])

    def _clause(self, name: Name) -> Name | None:
        if not self._words.any_clause.match(self.tokens.view.lower, name.end):
            return None
        return self._matched(name, self._words.clauses, name.end)

    def _matched(self, name: Name, rules: tuple[Rule, ...], at: int) -> Name | None:
        for rule in rules:
            match = rule.regex.match(self.tokens.view.lower, at)
            if match:
                after = self.names.token_after(name.after, match.end())
                return None if self.names.walled(name.after - 1, after) else self._upto(name, after)
        return None

    def _bound(self, at: int) -> str:
        """What kind of boundary word stands at token ``at`` (``modal``, ``break`` …), empty for none."""
        return self._bounds.get(at, "")

    def _somebody(self, at: int) -> bool:
        """Whether another body begins at token ``at``: "các lực lượng … và lực lượng bảo vệ"."""
        if self.names.ended(at):
            return False
        at += self.tokens.norm[at] in DETERMINERS
        if self._noun(at) is not None or self.names.body(at) is not None:
            return True
        return at in self.tokens.hits["office"] and self.tokens.word[at][0].isupper()
