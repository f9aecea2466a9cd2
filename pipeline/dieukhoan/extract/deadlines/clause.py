"""Where does the clause after "khi", "nếu", "kể từ ngày" end? A question of syntax, answered in linear time.

A clause ends before "thì", at its own comma, at the end of the sentence, or where a body starts the main clause
without a comma ("nếu có vướng mắc hai bên cùng xem xét"). A comma inside a set pair ("khó khăn, vướng mắc") or inside
a list of nouns is not its own.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from types import MappingProxyType

from dieukhoan.core.records import Span
from dieukhoan.core.text import fold_tones, lower
from dieukhoan.extract.deadlines.ends import (
    AIM,
    ANCHOR_END,
    AND_SO,
    ASKED,
    CHAINED,
    COMMA,
    DUTY,
    END,
    HAS_TO,
    LIST_ITEM,
    LIST_TAIL,
    MANNER,
    MEANWHILE,
    MODAL,
    NAMED,
    NEAR,
    NEAR_CHARS,
    NEARER,
    NOBODY_HAS_TO,
    OPENER,
    SOON,
    THEN,
    THING,
    TOPIC,
    WHOM,
    among_persons,
    sentence_end,
    trim,
    unsaid,
    up_to_manner,
)
from dieukhoan.rulebook import Rulebook
from dieukhoan.rulebook.phrases import phrases_pattern

_AND = re.compile(r"(?:,| và|, và) ")
_COUNTED = ("từ ngày ", "từ khi ", "từ thời điểm ")  # "quá 40 ngày kể từ ngày | cơ quan đầu mối đã yêu cầu"


@dataclass(frozen=True, slots=True)
class Clauses:
    """The lexicon of clause ends, compiled from the fragments ``clause_…`` and the verbs that open a duty."""

    pair: re.Pattern[str]
    main: re.Pattern[str]
    subject: re.Pattern[str]
    governor: re.Pattern[str]
    predicate: re.Pattern[str]

    def end(self, rest: str, *, fronted: bool, bodies: Sequence[Span] = (), place: str = "") -> int:
        """The end of the clause that starts at 0 in ``rest`` (folded text, up to the end of its line).

        ``fronted`` tells whether the main clause is still to come; ``bodies`` are the spans in ``rest`` that
        name a body. ``place`` is ``subject`` where the clause stands between a subject and its verb, ``last`` where
        the main clause went before though one may follow too.
        """
        low = lower(rest)
        if asked := ASKED.match(low):
            return asked.end()
        stop = last = up_to_manner(low, sentence_end(rest), fronted=fronted)
        then = THEN.search(low, 0, stop)
        if then and not OPENER.search(low, 1, then.start()):
            return trim(rest, self._owing(low, then.start(), bodies))
        if place == "subject" and (verb := HAS_TO.search(low, 2, stop)):
            return trim(rest, verb.start())
        behind = place == "last"
        following = self._next_clause(low, stop, bodies) if fronted and behind else stop
        stop = min(following, self._comma(low, stop, fronted and not behind, bodies))
        stop = self._body(low, stop, bodies)
        ahead = fronted and stop < last  # nothing else can be the main clause of "hằng năm và khi …"
        aim = None if ahead else AIM.search(low, 2, stop)  # "từ khi bắt đầu đến khi kết thúc | để duy trì trật tự"
        stop = aim.start() if aim else stop
        modal = MODAL.search(low, 0, stop)
        if modal and stop < last and low.endswith("cần thiết phải", 0, modal.end()):
            modal = None  # "Trường hợp cần thiết phải dời kho|, Sở báo": the need itself, the main clause is to come
        return trim(rest, modal.start() if modal and modal.start() > 1 else stop)

    def _owing(self, low: str, then: int, bodies: Sequence[Span]) -> int:
        """``then``, or the comma behind which a body must act before a nearer condition that "thì" answers: "Trường hợp
        xe không đến|, cảng phải báo và sau 90 ngày mà không có trả lời thì cảng có quyền"."""
        for comma in self._own_commas(low, then, bodies):
            named = any(end == comma for _, end in bodies)  # "Khi Điều tra viên, Cán bộ điều tra phải từ chối"
            if not named and self._must_act(low, comma, bodies) and NEARER.search(low, comma + SOON, then):
                return comma
        return then

    def course_end(self, rest: str, *, fronted: bool, bodies: Sequence[Span] = ()) -> int:
        """The end of the act that "trong quá trình" names."""
        low = lower(rest)
        opener = OPENER.search(low, 1) if fronted else None
        if opener and not any(self._opens(low, at, bodies) for at in self._own_commas(low, opener.start(), bodies)):
            return trim(rest, opener.start())  # "Trong quá trình xếp dỡ, giao nhận và bảo quản|, nếu hàng hư hỏng"
        end = self.end(rest, fronted=fronted, bodies=bodies)
        meanwhile = MEANWHILE.search(low, 2, end)
        if meanwhile is None:
            return end
        comma = low.rfind(",", 0, meanwhile.start())  # "… đình chỉ|, người lao động vẫn được hưởng"
        return trim(rest, comma if comma > 0 and self._opens(low, comma, bodies) else meanwhile.start())

    def anchor_end(self, rest: str, *, fronted: bool, bodies: Sequence[Span] = ()) -> int:
        """The end of the event that a length of time counts from ("ngày nhận được văn bản")."""
        low = lower(rest)
        end = self.end(rest, fronted=True, bodies=bodies)
        stop = ANCHOR_END.search(low, 2, end)
        end = up_to_manner(low, stop.start() if stop else end, fronted=fronted)
        # "kể từ ngày nhận được yêu cầu|, hồ sơ chưa được chuyển … thì": the clause behind the comma is another
        far = (comma for comma in self._own_commas(low, end, bodies) if low.count(" ", comma, end) > LIST_ITEM)
        cut = next(far, end)  # but "…, 03 ngày đối với cấp tỉnh" is a term of its own
        end = end if self._must_act(low, end, bodies) and not low[cut + 2 : cut + 3].isdigit() else trim(rest, cut)
        # "… kể từ ngày nhận được phản ánh, kiến nghị.": what closes the sentence is the rest of a list
        last = None if MANNER.match(low, end) else LIST_TAIL.match(low, end)
        begun = (self.main.match(low, end + 2), self.predicate.match(low, end + 2), self._opens(low, end, bodies))
        return last.end() if last and not fronted and not any(begun) else end

    def _comma(self, low: str, stop: int, fronted: bool, bodies: Sequence[Span]) -> int:
        """The clause's own comma: the first behind which the main clause begins, else simply the first.

        Where the main clause went before ("thông báo khi …"), only a comma that a new clause follows ends this one.
        """
        first = previous = None
        for comma in self._own_commas(low, stop, bodies):
            if (fronted and self._lists(low, comma, bodies)) or self._verbs(low, comma, fronted) or unsaid(low, comma):
                continue
            if self.main.match(low, comma + 2):
                return self._chained(low, comma, bodies) or comma
            opens = self._opens(low, comma, bodies)
            if opens and (fronted or DUTY.search(low, comma, min(stop, comma + NEAR_CHARS))):
                return comma
            if not fronted and self._named_acts(low, comma, stop, bodies):
                return comma
            if not fronted and self._topic(low, comma, bodies):
                return comma
            if not fronted:
                continue
            if low.startswith(" hoặc ", comma + 1):  # "vi phạm điều kiện, điều khoản, hoặc gian lận": no end
                previous = comma if first is not None else None
                continue
            if previous is not None and low.count(" ", previous + 2, comma) >= LIST_ITEM:
                return first or previous
            first = comma if first is None else first
            previous = comma
        return stop if first is None else first

    def _topic(self, low: str, comma: int, bodies: Sequence[Span]) -> bool:
        """Whether a thing that a body must care for follows ``comma``: "khi nhận hàng|, tiền bốc dỡ Bên A phải"."""
        body = next(((start, end) for start, end in bodies if comma + 2 < start < comma + TOPIC), None)
        if body is None or "," in low[comma + 1 : body[0]] or self._governed(low, body[0]):
            return False
        return HAS_TO.match(low, body[1] + 1) is not None

    def _next_clause(self, low: str, stop: int, bodies: Sequence[Span]) -> int:
        """The first comma behind which somebody acts: "Quá trình thực hiện nếu có vướng mắc|, các đơn vị báo cáo"."""
        for comma in self._own_commas(low, stop, bodies):
            if (
                self._opens(low, comma, bodies)
                and not self._lists(low, comma, bodies)
                and self._acts(low, comma + 2, stop)
            ):
                return comma
        return stop

    def _named_acts(self, low: str, comma: int, stop: int, bodies: Sequence[Span]) -> bool:
        """Whether a named body with a verb of its own stands behind ``comma``, which no name precedes: "sau khi Bộ có ý
        kiến về phương án|, Ủy ban tỉnh giao dự toán"."""
        behind = next((end for start, end in bodies if start == comma + 2), len(low))
        return all(end != comma for _, end in bodies) and self.main.match(low, behind + 1) is not None

    def _lists(self, low: str, comma: int, bodies: Sequence[Span]) -> bool:
        """Whether up to ``comma`` somebody is named of whom nothing is said yet: "Trường hợp cơ quan|, tổ chức có"."""
        begin = len(low) - len(low.lstrip())
        if low.count(" ", begin, comma) >= NAMED or DUTY.search(low, comma, comma + NEAR_CHARS):
            return False
        if THING.fullmatch(low, 0, comma):
            return True
        same = low.startswith(low[begin:].split(" ", 1)[0] + " ", comma + 2)
        named = self.subject.match(low, begin) or any(start == begin for start, _ in bodies)
        whom = WHOM.match(low, begin)
        return bool(same or named) and self.predicate.search(low, whom.end() if whom else begin, comma) is None

    def _verbs(self, low: str, comma: int, fronted: bool) -> bool:
        """Whether verbs with one object are listed: "trao đổi|, báo cáo và thống nhất với Bộ", "Sau khi pha|, phun
        thuốc phải rửa bình"."""
        begin = len(low) - len(low.lstrip())
        verb = self.main.match(low, begin) or self.predicate.match(low, begin)
        if verb is None or verb.end() != comma:
            return False
        if AND_SO.match(low, comma) or self.predicate.match(low, comma + 2) is None:
            return AND_SO.match(low, comma) is not None
        return not fronted or NOBODY_HAS_TO.match(low, comma + 2) is not None

    def _chained(self, low: str, comma: int, bodies: Sequence[Span]) -> int | None:
        """The comma where a body that must act stands behind a piece that only looks like the main clause: "ra quyết
        định khởi tố, quyết định thay đổi lệnh|, Sở phải"; none where that piece names somebody or must be done."""
        stop = END.search(low, comma)
        for following in self._own_commas(low, stop.start() if stop else len(low), bodies):
            if following <= comma:
                continue
            far = low.count(" ", comma + 2, following) >= CHAINED
            named = any(comma < start < following and not self._governed(low, start) for start, _ in bodies)
            if far or named or DUTY.search(low, comma, following):
                return None
            if self._must_act(low, following, bodies):
                return following
        return None

    def _must_act(self, low: str, comma: int, bodies: Sequence[Span]) -> bool:
        """Whether a body that must do something stands behind ``comma``."""
        if not self._opens(low, comma, bodies):
            return False
        reach = max((end for start, end in bodies if start == comma + 2), default=comma + 2)
        return DUTY.search(low, comma, reach + SOON) is not None

    def _opens(self, low: str, comma: int, bodies: Sequence[Span]) -> bool:
        """Whether a subject stands behind ``comma``."""
        after = comma + 2
        return self.subject.match(low, after) is not None or any(start == after for start, _ in bodies)

    def _own_commas(self, low: str, stop: int, bodies: Sequence[Span]) -> Iterator[int]:
        commas = [match.start() for match in COMMA.finditer(low, 0, stop)]
        pairs = [match.span() for match in self.pair.finditer(low, 0, stop)] if commas else []
        taken = {at for start, end in (*pairs, *bodies) for at in range(start, end)} if commas else set()
        yield from (comma for comma in commas if comma not in taken and not among_persons(low, comma))

    def _body(self, low: str, stop: int, bodies: Iterable[Span]) -> int:
        """Cut before a body that begins the main clause: "nếu có vướng mắc | hai bên cùng xem xét"."""
        bodies = tuple(bodies)
        named, named_to = _covered(bodies), dict(bodies)
        generic = (
            match.start()
            for match in self.subject.finditer(low, 0, stop)
            if " " in match.group() and match.start() not in named
        )
        for start in sorted({*(start for start, _ in bodies), *generic}):
            if start >= stop or low.startswith("người ", start):
                continue
            counted = low.endswith(_COUNTED, 0, start)
            free = low.count(" ", 1, start) > 1 and not counted and not self._governed(low, start)
            if free and self._acts(low, start, stop, named_to):
                return start
        return stop

    def _acts(self, low: str, start: int, stop: int, named: Mapping[int, int] = MappingProxyType({})) -> bool:
        """Whether a verb of a main clause follows soon after the body at ``start``, or after those that "và" joins to
        it; ``named`` gives the ends of names by their beginnings."""
        behind, end = start, named.get(start, start)
        while (joined := _AND.match(low, end)) and joined.end() in named:
            behind = end = named[joined.end()]
        return self._verb_near(low, start, stop) or (behind > start and self._verb_near(low, behind, stop))

    def _verb_near(self, low: str, start: int, stop: int) -> bool:
        words = [space.end() for space in re.finditer(" ", low[start : min(stop, start + NEAR_CHARS)])]
        return any(self.main.match(low, start + word) for word in words[:NEAR])

    def _governed(self, low: str, start: int) -> bool:
        before = low[max(0, start - 12) : start].rstrip()
        if not before or not before[-1].isalnum():
            return True
        return any(self.governor.fullmatch(before[-size:]) for size in range(1, len(before) + 1))


def _covered(bodies: Iterable[Span]) -> set[int]:
    """Places inside a name, its first letter left out: "công an" in "cơ quan công an" opens nothing."""
    return {at for start, end in bodies for at in range(start + 1, end)}


@lru_cache(maxsize=8)
def clauses(rules: Rulebook) -> Clauses:
    """The clause lexicon of a rulebook: its fragments ``clause_pair``, ``clause_main`` and so on."""
    verbs = next((rule.phrases for rule in rules.family("duty_opening").rules if rule.id == "opening.verb"), ())
    words = [_listed(rules, name) for name in ("pair", "main", "subject", "governor")]
    said = [*_listed(rules, "predicate"), *verbs]
    return Clauses(*(re.compile(phrases_pattern(listed)) for listed in (*words, said)))


def _listed(rules: Rulebook, name: str) -> list[str]:
    return fold_tones(rules.fragments[f"clause_{name}"]).split("|")
