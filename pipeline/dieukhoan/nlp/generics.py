"""Bodies without a name: "các cơ quan, đơn vị liên quan", "cấp có thẩm quyền", "người được phân công làm đầu mối"."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace

from dieukhoan.nlp.chunks import is_blank
from dieukhoan.nlp.lexicon import Lexicon, Tokens
from dieukhoan.nlp.names import DETERMINERS, LINKS, Name, NameReader
from dieukhoan.nlp.shorts import expand
from dieukhoan.rulebook import Rule

_ENDS = frozenset(';:.)(\n"')
_JOINS = frozenset({",", "và", "hoặc", "/"})
_REACH = 14  # tokens between a noun and the modal it is the subject of
_SHORT_REACH = 5  # the same where the clause opens with a bare verb ("cơ quan lập dự toán phải")
_NUMBERS = frozenset({"hai", "ba", "bốn"})  # "hai ngành còn lại" stands for parties
_CLOSERS = frozenset({"modal", "own", "break", "report"})
_OF_PERSONS = frozenset(
    {"modifier.person", "modifier.verbal", "modifier.authority"}
)  # "người được phân công", not "người nước ngoài"


class GenericReader:
    """Reads nouns for bodies from one token list; ``known`` gives the end of phrases met elsewhere in the document."""

    def __init__(self, words: Lexicon, names: NameReader, known: Mapping[int, int] | None = None) -> None:
        self.tokens: Tokens = names.tokens
        self._words = words
        self._names = names
        self._known = known or {}

    def read(self, at: int, *, lone: bool = False) -> Name | None:
        """The phrase whose first noun is token ``at``, or None where it is nobody that acts; ``lone`` accepts a noun
        without anything that makes it one ("thủ trưởng cơ sở đào tạo")."""
        hit = self._noun(at)
        if hit is None or (at and self.tokens.norm[at - 1] in _NUMBERS):
            return None
        after, rule = hit
        weight = rule.emit["weight"]
        plural = at > 0 and self.tokens.norm[at - 1] in DETERMINERS and at not in self.tokens.walls
        nouns, weight = self._nouns(after, weight)
        name = self._upto(Name(self.tokens.start[at], 0, rule, rule.emit["kind"], first=at, plural=plural), nouns)
        name = self._modified(name)
        end = max(self._subject(at, nouns), self._subject(at, name.after), self._known.get(at, 0))
        told = (at - plural) in self._names.roles
        role = told and (weight == "normal" or (weight == "listed" and nouns > after))
        if told and weight == "qualified":
            end = max(end, self._told(nouns))
        evident = role or end > 0 or self._must(at, nouns)
        if end > name.after:
            name = self._upto(name, end)
        if not (lone or evident or self._acts(name, weight, after, nouns)):
            return None
        head, short = (
            expand(self.tokens.view.text[name.start : name.end], rule) if "short" in rule.emit else ("", False)
        )
        head = head or self.tokens.view.text[name.start : name.end]
        if plural:
            name = replace(name, start=self.tokens.start[at - 1], first=at - 1)
        return replace(name, head=head, short=short)

    def _acts(self, name: Name, weight: str, after: int, nouns: int) -> bool:
        """Whether determiner, list and attributes make the noun somebody who acts."""
        qualified = name.after > nouns
        if weight in ("solo", "whole"):
            return True
        if weight == "listed":
            return (name.plural and (qualified or nouns > after)) or self._attribute(nouns)
        if weight == "weak":
            return name.plural or self._attribute(nouns)
        return qualified or (name.plural and weight == "normal")

    def subject(self, at: int) -> int | None:
        """The end of the phrase at token ``at`` where a modal shows that it is a subject: with a relative clause, or
        of a noun long enough to be no common word ("cơ sở đào tạo có trách nhiệm")."""
        hit = self._noun(at)
        if hit is None:
            return None
        after, _ = self._nouns(hit[0], hit[1].emit["weight"])
        return self._subject(at, after) or (after if after - at > 2 and self._must(at, after) else None)

    def _must(self, at: int, after: int) -> bool:
        """Whether the noun alone begins a clause and a modal follows: "Cơ quan đại diện phải"."""
        if self._names.ended(after) or self._bound(after) != "modal" or after - at < 2:
            return False
        return self._opens_clause(at)

    def _opens_clause(self, at: int) -> bool:
        """Whether a line, a sentence or a comma ends before token ``at``, or before the determiner in front of it."""
        tokens = self.tokens
        at -= at > 0 and tokens.norm[at - 1] in DETERMINERS
        return at == 0 or at in tokens.walls or at - 1 in tokens.walls or not tokens.word[at - 1].isalnum()

    def _noun(self, at: int) -> tuple[int, Rule] | None:
        hit = self.tokens.hits["generic"].get(at)
        return None if hit is None or hit[1].emit["kind"] == "none" or self._names.walled(at, hit[0]) else hit

    def _upto(self, name: Name, after: int) -> Name:
        while after - 1 > name.first and self._bound(after - 1) in ("loose", "break"):
            after -= 1
        return replace(name, after=after, end=self.tokens.end[after - 1])

    def _nouns(self, after: int, weight: str) -> tuple[int, str]:
        """The end of the list of nouns ("cơ quan, đơn vị, tổ chức, cá nhân") and its weight: that of the first noun,
        or ``solo`` where a further one is."""
        tokens = self.tokens
        while weight != "whole" and not self._names.ended(after + 1) and tokens.norm[after] in _JOINS:
            hit = self._noun(after + 1)
            if hit is None or after in tokens.walls or hit[1].emit["weight"] == "whole":
                break
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
                self._modifier(name, fresh=fresh)
                or (self._names.one_place(name) if name.rule.emit["weight"] != "qualified" else None)
                or (self._owner(name) if not name.owner else None)
                or self._clause(name)
            )
            if longer is None:
                break
            name = longer
        return name

    def _modifier(self, name: Name, *, fresh: bool) -> Name | None:
        hit = self.tokens.hits["modifier"].get(name.after)
        if hit is None or self._names.walled(name.after - 1, hit[0]):
            return None
        after, rule = hit
        then = rule.emit["then"]
        if name.rule.emit["weight"] == "qualified" and rule.id not in _OF_PERSONS:
            return None
        if then != "none" and not fresh:
            return None
        if (then == "end" and not self._settled(name, after)) or (then == "closed" and not self._closed(after)):
            return None
        return self._upto(name, self._open_end(after) if then == "open" else after)

    def _attribute(self, at: int) -> bool:
        """Whether an attribute of bodies follows: "cấp có thẩm quyền", "đoàn trực thuộc"."""
        hit = self.tokens.hits["modifier"].get(at)
        return (
            hit is not None and at not in self.tokens.walls and hit[1].id in ("modifier.closed", "modifier.authority")
        )

    def _settled(self, name: Name, at: int) -> bool:
        """Whether "chủ trì", "thực hiện" before token ``at`` belong to the noun; not where somebody is told to do it
        ("chỉ đạo các đơn vị thực hiện.")."""
        told = name.first - name.plural in self._names.roles
        return self._bound(at) in _CLOSERS if told else self._phrase_ends(at)

    def _phrase_ends(self, at: int) -> bool:
        """Whether what stands at token ``at`` cannot go on with the noun phrase."""
        tokens = self.tokens
        if self._names.ended(at) or self._bound(at) in _CLOSERS:
            return True
        return tokens.word[at][0] in _ENDS

    def _closed(self, at: int) -> bool:
        """Whether no object follows at token ``at``: "cơ quan quản lý, tổ chức", not "tổ hội quản lý, nhân rộng"."""
        if self._phrase_ends(at):
            return True
        if self.tokens.norm[at] in _JOINS:
            return self._somebody(at + 1)
        return at in self.tokens.hits["stop"]

    def _open_end(self, at: int) -> int:
        tokens = self.tokens
        while not self._names.ended(at):
            if at in tokens.hits["field"]:  # "quản lý nhà nước về trợ giúp pháp lý"
                at = tokens.hits["field"][at][0]
                continue
            if at in tokens.hits["stop"] or self._bound(at) in _CLOSERS:
                break
            word = tokens.word[at]
            if word[0] in _ENDS or is_blank(word):
                break
            if word == "," and (not self._goes_on(at + 1) or self._noun(at + 1)):
                break
            at += 1
        return at

    def _goes_on(self, at: int) -> bool:
        tokens = self.tokens
        return not self._names.ended(at) and at not in tokens.hits["stop"] and not tokens.word[at][0].isupper()

    def _owner(self, name: Name) -> Name | None:
        tokens, at = self.tokens, name.after
        if self._names.ended(at) or self._names.ended(at + 1) or tokens.norm[at] not in LINKS:
            return None
        longer = self._one_owner(name, at + 1)
        while longer and name.plural and not self._names.ended(longer.after + 1):
            if tokens.norm[longer.after] not in _JOINS or not tokens.word[longer.after + 1][0].isupper():
                break
            further = self._one_owner(longer, longer.after + 1)
            if further is None:
                break
            longer = further
        return longer

    def _one_owner(self, name: Name, at: int) -> Name | None:
        owner = self._names.body(at + (self.tokens.norm[at] in DETERMINERS), lone=True)
        if owner:
            return replace(name, owner=name.owner or owner, after=owner.after, end=owner.end)
        return self._matched(name, self._words.anaphora, self.tokens.start[at])

    def _clause(self, name: Name) -> Name | None:
        return self._matched(name, self._words.clauses, name.end)

    def _matched(self, name: Name, rules: tuple[Rule, ...], at: int) -> Name | None:
        for rule in rules:
            match = rule.regex.match(self.tokens.view.lower, at)
            if match:
                after = self._names.token_after(name.after, match.end())
                return None if self._names.walled(name.after - 1, after) else self._upto(name, after)
        return None

    def _subject(self, at: int, after: int) -> int:
        """Where a modal follows in the same clause, the end of the words before it, which all belong to the phrase;
        else 0."""
        tokens = self.tokens
        if self._names.ended(after) or self._bound(after) == "modal":
            return 0
        bare = after in tokens.hits["stop"] or self._opens_clause(at)
        reach = _REACH if self._bound(after) == "relative" else _SHORT_REACH * bare
        end = 0
        for token in range(after, min(after + reach, len(tokens))):
            word = tokens.norm[token]
            if token in tokens.walls or word[0] in _ENDS or self._bound(token) == "break":
                break
            if word == "," and not self._goes_on(token + 1):
                break
            if not end and word in _JOINS and self._somebody(token + 1):
                if word in ",/":
                    break
                end = token
            if self._bound(token) == "modal" and tokens.norm[token - 1] != "không":
                return end or token
        return 0

    def _told(self, after: int) -> int:
        """After "báo cáo", "gửi": the end of a person's relative clause, one verb (or several joined by commas) and its
        object ("người chủ trì, điều hành buổi cưỡng chế"); 0 where there is none."""
        tokens = self.tokens
        at = after
        while (hit := tokens.hits["stop"].get(at)) and hit[1].id == "stop.verb" and not self._names.walled(at, hit[0]):
            at = hit[0]
            if self._names.ended(at) or tokens.word[at] != "," or at + 1 not in tokens.hits["stop"]:
                break
            at += 1
        return self._open_end(at) if at > after else 0

    def _bound(self, at: int) -> str:
        """What kind of boundary word stands at token ``at`` (``modal``, ``break`` …), empty for none."""
        hit = self.tokens.hits["bound"].get(at)
        return hit[1].id.partition(".")[2] if hit else ""

    def _somebody(self, at: int) -> bool:
        """Whether another body begins at token ``at``: "các lực lượng … và lực lượng bảo vệ"."""
        if self._names.ended(at):
            return False
        at += self.tokens.norm[at] in DETERMINERS
        return self._noun(at) is not None or self._names.body(at) is not None
