"""What is said of nouns for bodies: "liên quan", "chủ trì", "quản lý nhà nước về …", "có thẩm quyền"."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from dieukhoan.nlp.chunks import field_at, is_blank, opens_place
from dieukhoan.nlp.lexicon import Tokens
from dieukhoan.nlp.name import Name
from dieukhoan.nlp.names import NameReader
from dieukhoan.nlp.subjects import ENDS, JOINS, SubjectReader
from dieukhoan.rulebook import Rule

_OFFICIALS = frozenset({"cán", "công", "chuyên", "viên"})  # cán bộ, công chức, chuyên viên, viên chức
_CLOSERS = frozenset({"modal", "own", "break", "aside", "report"})
_OF_PERSONS = frozenset(
    {"modifier.person", "modifier.verbal", "modifier.authority"}
)  # "người được phân công", not "người nước ngoài"
_BARE = 2  # tokens of a noun that tells nobody yet: "cơ quan", "đơn vị"


class AttributeReader:
    """Finds the ends of attributes in one token list. ``bounds`` are the kinds of boundary words by token; ``noun``
    gives the noun for bodies at a token, ``somebody`` tells whether any body begins there."""

    def __init__(
        self,
        names: NameReader,
        bounds: Mapping[int, str],
        subjects: SubjectReader,
        noun: Callable[[int], tuple[int, Rule] | None],
        somebody: Callable[[int], bool],
    ) -> None:
        self.tokens: Tokens = names.tokens
        self._names = names
        self._bounds = bounds
        self._subjects = subjects
        self._noun = noun
        self._somebody = somebody

    def after(self, name: Name, *, fresh: bool) -> int:
        """The token after the attribute that follows ``name``, 0 for none; ``fresh`` says that ``name`` is the noun
        alone, which most attributes need."""
        hit = self.tokens.hits["modifier"].get(name.after)
        if hit is None or self._names.walled(name.after - 1, hit[0]):
            return self._field_of(name) if fresh else 0
        after, rule = hit
        then = rule.emit["then"]
        one = name.rule.id == "generic.post" and rule.id == "modifier.verbal"  # "Tổ trưởng | chủ trì họp": no other
        if one or (name.rule.emit["weight"] == "qualified" and rule.id not in _OF_PERSONS):
            return 0
        if rule.id == "modifier.person" and (name.rule.emit["weight"] != "qualified" or self._introduces(after)):
            return 0  # "Các cơ quan có trách nhiệm:" says what they must do, not who they are
        if then != "none" and not fresh:
            return 0
        if (then == "end" and not self._settled(name, after)) or (then == "closed" and not self._closed(after)):
            return 0
        return self.open_end(after) if then == "open" else after

    def _field_of(self, name: Name) -> int:
        """The end of the field of an official: "cán bộ | Lao động - Thương binh và Xã hội | xã"."""
        official = name.rule.id == "generic.acting" and self.tokens.norm[name.first] in _OFFICIALS
        field = field_at(self.tokens, name.after) if official and name.after < len(self.tokens) else None
        placed = field is not None and opens_place(self.tokens, field.after)
        return field.after if field is not None and placed and field.rank == "ministry" else 0

    def _introduces(self, at: int) -> bool:
        return not self._names.ended(at) and self.tokens.word[at] == ":"

    def tells(self, at: int) -> bool:
        """Whether an attribute of bodies follows: "cấp có thẩm quyền", "đoàn trực thuộc"."""
        hit = self.tokens.hits["modifier"].get(at)
        return (
            hit is not None and at not in self.tokens.walls and hit[1].id in ("modifier.closed", "modifier.authority")
        )

    def _settled(self, name: Name, at: int) -> bool:
        """Whether "chủ trì", "thực hiện" before token ``at`` belong to the noun; not where somebody is told to do it
        ("chỉ đạo các đơn vị thực hiện.")."""
        told = name.first - name.plural in self._names.roles
        return self._bound(at) in _CLOSERS if told else self._phrase_ends(at) or self._opens_alone(name, at)

    def _opens_alone(self, name: Name, at: int) -> bool:
        """Whether a verb at token ``at`` follows one noun in the singular that opens its clause: "Cơ quan chủ trì gửi".
        A noun that nothing points at says nobody without its attribute; "Người sử dụng lao động | phối hợp" does."""
        tokens = self.tokens
        if name.plural or at not in tokens.hits["stop"] or name.after != tokens.hits["generic"][name.first][0]:
            return False
        if name.after - name.first > _BARE or name.rule.emit["weight"] == "whole":
            return False
        return tokens.hits["stop"][at][1].id != "stop.function" and self._subjects.opens_clause(name.first)

    def _phrase_ends(self, at: int) -> bool:
        """Whether what stands at token ``at`` cannot go on with the noun phrase."""
        tokens = self.tokens
        if self._names.ended(at) or self._bound(at) in _CLOSERS:
            return True
        return tokens.word[at][0] in ENDS

    def _closed(self, at: int) -> bool:
        """Whether no object follows at token ``at``: "cơ quan quản lý, tổ chức", not "tổ hội quản lý, nhân rộng"."""
        if self._phrase_ends(at):
            return True
        if self.tokens.norm[at] in JOINS:
            return self._somebody(at + 1)
        return at in self.tokens.hits["stop"]

    def open_end(self, at: int) -> int:
        """The token after what goes on at token ``at``: the field of "quản lý nhà nước về", the object of a verb."""
        tokens, first = self.tokens, at
        while not self._names.ended(at):
            known = tokens.hits["field"].get(at)  # "quản lý nhà nước về trợ giúp pháp lý | kiểm tra các cơ sở"
            if known is not None and (at == first or field_at(tokens, at) is not None):
                at = known[0]
                continue
            if at in tokens.hits["stop"] or self._bound(at) in _CLOSERS:
                break
            word = tokens.word[at]
            if word[0] in ENDS or is_blank(word):
                break
            if word == "," and (not self._subjects.goes_on(at + 1) or self._noun(at + 1)):
                break
            at += 1
        return at

    def told_end(self, after: int) -> int:
        """After "báo cáo", "gửi": the end of a person's relative clause, one verb (or several joined by commas) and its
        object ("người chủ trì, điều hành buổi cưỡng chế"); 0 where there is none."""
        tokens = self.tokens
        at = after
        while (hit := tokens.hits["stop"].get(at)) and hit[1].id == "stop.verb" and not self._names.walled(at, hit[0]):
            at = hit[0]
            if self._names.ended(at) or tokens.word[at] != "," or at + 1 not in tokens.hits["stop"]:
                break
            at += 1
        return self.open_end(at) if at > after else 0

    def _bound(self, at: int) -> str:
        """What kind of boundary word stands at token ``at`` (``modal``, ``break`` …), empty for none."""
        return self._bounds.get(at, "")
