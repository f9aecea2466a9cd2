"""Reading the name of a body: head, field, place, owner ("Ban Thường vụ" + "Liên đoàn Lao động" + "tỉnh")."""

from __future__ import annotations

import re
from collections.abc import Callable

from dieukhoan.nlp.chunks import (
    Chunk,
    field_at,
    is_blank,
    is_small_name,
    longer_field,
    numbered_chunk,
    open_chunk,
    proper_name,
    proper_names,
    with_number,
)
from dieukhoan.nlp.lexicon import Lexicon, Tokens
from dieukhoan.nlp.name import DETERMINERS, LINKS, Name
from dieukhoan.nlp.shorts import expand, is_short
from dieukhoan.rulebook import Rule

ROLE_CUES = frozenset({"bound.role", "bound.report"})
_DEPTH = 4  # "Phòng" of "Cục" of "Tổng cục" of "Bộ"
# "Văn phòng Sở", "Ban Chấp hành Hội các cấp"
_OWNERS = frozenset(
    ("bộ", "sở", "hội", "đoàn", "hiệp hội", "liên đoàn", "liên minh", "liên hiệp", "tập đoàn", "tổng công ty", "cục")
)
_DASH = "-"
_SHORT_FORM = 7  # tokens: "(NN&PTNT" and what closes it
_SECTION = 6  # tokens of the name of a section before its owner
_WRAPPERS = frozenset({"body.agency", "body.branch"})


def nobody(at: int) -> Name | None:
    """No body without a name, whatever the token ``at``."""
    return None


class NameReader:
    """Reads names from one token list. ``generic`` reads bodies without a name, which an office may belong to."""

    def __init__(self, tokens: Tokens, words: Lexicon) -> None:
        self.tokens = tokens
        self._last = len(tokens)
        self._words = words
        self.roles = frozenset(end for end, rule in tokens.hits["bound"].values() if rule.id in ROLE_CUES)
        self.generic: Callable[[int], Name | None] = nobody  # set by the reader of generic bodies

    def read(self, at: int) -> Name | None:
        """The name at token ``at`` with the determiner before it, or None."""
        name = self.body(at)
        return name and self.with_determiner(name)

    def walled(self, at: int, after: int) -> bool:
        """Whether a line or column ends between the tokens ``at`` and ``after - 1``."""
        return after - at > 1 and not self.tokens.walls.isdisjoint(range(at + 1, after))

    def ended(self, at: int) -> bool:
        """Whether no token of the same line is at ``at``."""
        return at >= self._last or at in self.tokens.walls

    def with_determiner(self, name: Name) -> Name:
        """``name`` with the determiner before it ("các Sở Tư pháp")."""
        before = name.first - 1
        if before >= 0 and self.tokens.norm[before] in DETERMINERS and name.first not in self.tokens.walls:
            return name._replace(start=self.tokens.start[before], first=before, plural=True)
        return name

    def text(self, first: int, after: int) -> str:
        """The words of the tokens ``first`` to ``after - 1``."""
        return self.tokens.view.text[self.tokens.start[first] : self.tokens.end[after - 1]]

    def body(self, at: int, *, lone: bool = False, depth: int = _DEPTH) -> Name | None:
        """The body named at token ``at``; ``lone`` accepts a head such as "Sở" without its field, ``depth`` says how
        many owners may follow one another."""
        hit = self.tokens.hits["body"].get(at)
        if not hit or hit[1].emit["kind"] == "none" or self.walled(at, hit[0]):
            return None
        after, rule = hit
        if not self._head_counts(at, after, rule):
            return None
        emit = rule.emit
        inner = self.body(after, depth=depth - 1) if rule.id in _WRAPPERS and not self.ended(after) and depth else None
        if inner or emit["next"] == "body":
            return inner and self._wrapped(inner, at, rule)
        name = self._add_chunk(self._headed(at, after, rule))
        if name.bare and emit["next"] in ("field", "name") and not (lone and emit.get("bare") != "false"):
            return None
        name = self._add_places(self._skip_short_form(name))
        if emit.get("part") == "true" and depth:
            name = self._add_owner(name, depth - 1)
        if name.bare and not lone and (emit.get("owned") == "true" or emit.get("bare") == "false"):
            return None
        return self._add_clause(name)

    def _wrapped(self, inner: Name, at: int, rule: Rule) -> Name:
        """ "cơ quan Bảo hiểm xã hội" is that body, and so is "Chi nhánh Ngân hàng Nhà nước tỉnh"; the branch of a bank
        without a place is another one."""
        name = inner._replace(start=self.tokens.start[at], first=at)
        placed = rule.id == "body.agency" or inner.place or inner.proper or inner.owner
        return name if placed else name._replace(head=f"{self.text(at, inner.first)} {inner.head}")

    def _head_counts(self, at: int, after: int, rule: Rule) -> bool:
        """A head needs its capital, unless it is no other word; "phòng GD&ĐT" counts for the field it has. The UBND in
        "31/2021/QĐ-UBND" is part of a number."""
        tokens = self.tokens
        text, start, end = tokens.view.text, tokens.start[at], tokens.end[after - 1]
        if is_short(tokens.word[at]) and (text[start - 1 : start] in ("-", "/") or text[end : end + 1] in ("-", "/")):
            return False
        if tokens.word[at][0].isupper() or rule.emit.get("lower") == "true":
            return True
        if rule.id == "body.state.office" and self._section_of_body(after):
            return True
        found = field_at(tokens, after)
        if found is None or found.rank != "ministry" or rule.emit["next"] != "field":
            return False
        return tokens.word[after][0].isupper() or is_small_name(tokens, at, found, rule.emit.get("small"))

    def _section_of_body(self, at: int) -> bool:
        """Whether a name with a capital and an owner follow a small head: "phòng | Kinh doanh Ngân hàng tỉnh"."""
        tokens = self.tokens
        if self.ended(at) or not tokens.word[at][0].isupper() or at in tokens.hits["body"]:
            return False
        for owner in range(at + 1, min(at + _SECTION, len(tokens))):
            if self.ended(owner) or not tokens.word[owner][0].isalnum():
                return False
            if owner in tokens.hits["body"] and tokens.word[owner][0].isupper():
                return tokens.hits["body"][owner][1].emit["kind"] != "none"
        return False

    def _headed(self, at: int, after: int, rule: Rule) -> Name:
        head, short = expand(self.text(at, after), rule)
        start, end = self.tokens.start[at], self.tokens.end[after - 1]
        return Name(start, end, rule, rule.emit["kind"], head, short=short, first=at, after=after)

    def _add_chunk(self, name: Name) -> Name:
        emit = name.rule.emit
        tokens, at = self.tokens, name.after
        if emit["next"] == "whole":
            return name
        if not self.ended(at) and is_blank(tokens.word[at]):
            return name._replace(end=tokens.end[at], after=at + 1, blank=True)
        numbered = not self.ended(at) and (emit.get("numbered") == "true" or self._owned_number(name))
        chunk = numbered_chunk(tokens, name.first, at) if numbered else None
        if emit["next"] == "field" and (field := field_at(tokens, at)):
            chunk = longer_field(tokens, at, field, listed=name.rule.id == "body.state.ministry")
        if chunk is None:
            free = emit.get("open") == "true"
            small = free or (emit["next"] == "field" and name.kind == "inner_unit")
            chunk = open_chunk(tokens, name.first, at, small=small, free=free)
        return self._numbered(self._with_chunk(name, chunk)) if chunk else name

    def _owned_number(self, name: Name) -> bool:
        """Whether a number and an owner follow: "Phòng | 9 Viện kiểm sát nhân dân tỉnh", but "phòng 9" is a room."""
        tokens, at = self.tokens, name.after
        if name.rule.emit.get("numbered") != "owned" or self.ended(at + 1) or not tokens.word[at].isdigit():
            return False
        return at + 1 in tokens.hits["body"] and tokens.word[at + 1][0].isupper()

    def _numbered(self, name: Name) -> Name:
        after = with_number(self.tokens, name.after)
        if after == name.after:
            return name
        number = self.text(name.after, after)
        return name._replace(chunk=f"{name.chunk} {number}", end=self.tokens.end[after - 1], after=after)

    def _with_chunk(self, name: Name, chunk: Chunk) -> Name:
        end = self.tokens.end[chunk.after - 1]
        return name._replace(chunk=chunk.text, end=end, after=chunk.after, short=name.short or chunk.short)

    def _skip_short_form(self, name: Name) -> Name:
        """ "Liên đoàn Lao động (LĐLĐ) tỉnh", "Phòng Kinh tế và Hạ tầng (KT&HT) huyện": a short form in brackets may
        stand before the place."""
        tokens, at = self.tokens, name.after
        if self.ended(at) or tokens.word[at] != "(":
            return name
        close = next((one for one in range(at + 2, at + _SHORT_FORM) if self.ended(one) or tokens.word[one] == ")"), at)
        if close == at or self.ended(close) or not self.text(at + 1, close).isupper():
            return name
        beyond = name._replace(after=close + 1, end=tokens.end[close])
        return beyond if self.one_place(beyond) else name

    def _add_places(self, name: Name) -> Name:
        for _ in range(3):
            longer = self.one_place(name)
            if longer is None:
                break
            name = longer
        if name.place or name.rule.emit.get("place") != "bare":
            return name
        after, proper = proper_name(self.tokens, name.after)
        if not proper:
            return name
        return name._replace(after=after, end=self.tokens.end[after - 1], proper=proper)

    def one_place(self, name: Name) -> Name | None:
        """``name`` with the level or place that follows it, None where none does."""
        tokens = self.tokens
        if self.ended(name.after):
            return self._place_below(name)
        if not self._words.any_place.match(tokens.view.lower, name.end):
            return None
        found = [(match.end(), rule, match) for rule in tokens.places if (match := self.match(rule, name.end))]
        if not found:
            return None
        end, rule, match = max(found, key=lambda item: (item[0], item[1].priority))
        after = self.token_after(name.after, end)
        if self.walled(name.after - 1, after) or tokens.hits["body"].get(name.after, (0,))[0] > after:
            return None  # "Ban Nội chính Tỉnh ủy": a body follows, no place
        proper = ""
        if "noun" in rule.emit and not match.groupdict().get("central"):
            many = self._words.place_noun if match.groupdict().get("many") else None
            blank = not self.ended(after) and is_blank(tokens.word[after])
            after, proper = (after + 1, "") if blank else proper_names(tokens, after, many)
        if not proper and rule.emit.get("named") == "true":
            return None
        text = tokens.view.text[match.start() : match.end()].strip()
        place = f"{name.place} {text}".strip()
        proper = proper or name.proper
        return name._replace(place=place, proper=proper, place_rule=rule, after=after, end=tokens.end[after - 1])

    def _place_below(self, name: Name) -> Name | None:
        """In a letterhead the place may stand in the line below: "ỦY BAN NHÂN DÂN⏎TỈNH PHÚ THỌ"."""
        tokens, at = self.tokens, name.after + 1
        if at >= len(tokens) or tokens.word[name.after] != "\n" or name.place:
            return None
        if at in tokens.walls or not (tokens.shouting(name.first) and tokens.shouting(at)):
            return None
        line = "x " + tokens.view.lower[tokens.start[at] : tokens.start[at] + 16]  # rules look for a word before
        for rule in tokens.places:
            match = rule.regex.match(line, 1) if "noun" in rule.emit else None
            if match is None or match.group("many"):
                continue
            noun = self.token_after(at, tokens.start[at] + match.end() - 2)
            after, proper = proper_name(tokens, noun)
            if proper and self.ended(after):
                return name._replace(
                    place=self.text(at, noun),
                    proper=proper,
                    place_rule=rule,
                    after=after,
                    end=tokens.end[after - 1],
                )
        return None

    def match(self, rule: Rule, at: int) -> re.Match[str] | None:
        """Where ``rule`` matches at view offset ``at``."""
        return rule.regex.match(self.tokens.view.lower, at)

    def token_after(self, at: int, end: int) -> int:
        """The first token from ``at`` on that starts at view offset ``end`` or later."""
        while at < len(self.tokens) and self.tokens.start[at] < end:
            at += 1
        return at

    def _add_owner(self, name: Name, depth: int) -> Name:
        tokens, at, link = self.tokens, name.after, ""
        if self.ended(at):
            return name
        if (tokens.word[at] == _DASH and not tokens.shouting(at)) or tokens.norm[at] in LINKS:
            link, at = tokens.norm[at], at + 1
        if self.ended(at):
            return name
        linked, many = link in LINKS, tokens.norm[at] in DETERMINERS
        at += many
        if self.ended(at):
            return name
        owner = None
        if linked or not many:
            owner = self.body(at, lone=linked or self._owns_alone(at), depth=depth)
        if many and owner is None:  # "Ban giám hiệu các trường"
            owner = self.generic(at)
        if owner is None or (link == _DASH and owner.rule.id == name.rule.id):
            return name
        return name._replace(owner=owner, link=link, end=owner.end, after=owner.after)

    def _owns_alone(self, at: int) -> bool:
        """Whether the body at token ``at`` may own another without a name of its own: "Văn phòng Hiệp hội"."""
        hit = self.tokens.hits["body"].get(at)
        return hit is not None and " ".join(self.tokens.norm[at : hit[0]]) in _OWNERS

    def _add_clause(self, name: Name) -> Name:
        """ "Công an huyện nơi mở phiên tòa", "Tổng công ty Đầu tư – Công ty TNHH": what belongs to the mention, not to
        the body's name."""
        match = next(filter(None, (self.match(rule, name.end) for rule in self._words.tails)), None)
        if match is None:
            return name
        after = self.token_after(name.after, match.end())
        return (
            name if self.walled(name.after - 1, after) else name._replace(after=after, end=self.tokens.end[after - 1])
        )
