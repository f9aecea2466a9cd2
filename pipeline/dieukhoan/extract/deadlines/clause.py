"""Where does the clause after "khi", "nếu", "kể từ ngày" end? A question of syntax, answered in linear time.

A clause ends before "thì", at its own comma, at the end of the sentence, or where a body starts the main clause
without a comma ("nếu có vướng mắc hai bên cùng xem xét"). A comma inside a set pair ("khó khăn, vướng mắc") or inside
a list of nouns is not its own.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache

from dieukhoan.core.records import Span
from dieukhoan.core.text import fold_tones, lower
from dieukhoan.rulebook import Rulebook
from dieukhoan.rulebook.phrases import phrases_pattern

_COMMA = re.compile(",")
_CAPITAL = "A-ZÀÁẢÃẠĂẰẮẲẴẶÂẦẤẨẪẬĐÈÉẺẼẸÊỀẾỂỄỆÌÍỈĨỊÒÓỎÕỌÔỒỐỔỖỘƠỜỚỞỠỢÙÚỦŨỤƯỪỨỬỮỰỲÝỶỸỴ"
_HARD = re.compile(rf"[();:\n]|[./]+(?=\s*$|/|\s+[{_CAPITAL}]|\s+[-(\"])|\.\.")
_THEN = re.compile(r"(?<!\w)thì(?!\w)")
_OPENER = re.compile(r", (?:nếu|khi|trường hợp|trước khi|sau khi)(?!\w)")
# "nếu phát hiện vi phạm | phải lập biên bản": a modal verb without a new subject
_MODAL = re.compile(
    r"(?<!cần )(?<!mà )(?<!không )(?<!bị )(?:phải(?! (?:là|không|do))|sẽ|đều|có trách nhiệm|(?:được )?thực hiện theo|"
    r"cần (?:phản ánh|báo cáo|thông báo|trao đổi|phối hợp|có|kịp thời)|đề nghị (?:kịp thời|phản ánh|các|gửi)|"
    r"có thể (?:trao đổi|đề nghị|yêu cầu|mời|tổ chức|ban hành|cử))(?!\w)"
)
_DUTY = re.compile(r"(?<!\w)(?:phải|sẽ|có trách nhiệm|có quyền|có nghĩa vụ)(?!\w)")
_ANCHOR_END = re.compile(r"(?<!\w)(?:để|và (?:thay thế|được|không|phải)|trừ trường hợp|phải|có trách nhiệm|thì)(?!\w)")
# "trong quá trình cưỡng chế | và chịu sự điều hành": what is done in the meantime
_MEANWHILE = re.compile(r"(?<!\w)(?:và (?:chịu|phải|thực hiện|báo cáo|thông báo)|(?:bảo đảm|đảm bảo) an)(?!\w)")
_LIST_TAIL = re.compile(r", [^\W\d_]+(?: [^\W\d_]+){1,2}(?=[.;]|$)")
_LIST_ITEM = 8  # words; a longer piece between two commas is a clause
_NEAR, _NEAR_CHARS = 12, 120  # words and characters within which the verb of a main clause is looked for


@dataclass(frozen=True, slots=True)
class Clauses:
    """The lexicon of clause ends, compiled from the fragments ``clause_…``."""

    pair: re.Pattern[str]
    main: re.Pattern[str]
    subject: re.Pattern[str]
    governor: re.Pattern[str]

    def end(self, rest: str, *, fronted: bool, bodies: Sequence[Span] = ()) -> int:
        """The end of the clause that starts at 0 in ``rest`` (folded text, up to the end of its line).

        ``fronted`` tells whether the main clause is still to come; ``bodies`` are the spans in ``rest`` that
        name a body.
        """
        low = lower(rest)
        stop = _sentence_end(rest)
        then = _THEN.search(low, 0, stop)
        if then and not _OPENER.search(low, 1, then.start()):
            return _trim(rest, then.start())
        stop = self._comma(low, stop, fronted, bodies)
        stop = self._body(low, stop, bodies)
        modal = _MODAL.search(low, 0, stop)
        return _trim(rest, modal.start() if modal and low.count(" ", 1, modal.start()) > 1 else stop)

    def course_end(self, rest: str, *, fronted: bool, bodies: Sequence[Span] = ()) -> int:
        """The end of the act that "trong quá trình" names."""
        end = self.end(rest, fronted=fronted, bodies=bodies)
        meanwhile = _MEANWHILE.search(lower(rest), 2, end)
        return _trim(rest, meanwhile.start()) if meanwhile else end

    def anchor_end(self, rest: str, *, fronted: bool, bodies: Sequence[Span] = ()) -> int:
        """The end of the event that a length of time counts from ("ngày nhận được văn bản")."""
        low = lower(rest)
        end = self.end(rest, fronted=True, bodies=bodies)
        stop = _ANCHOR_END.search(low, 2, end)
        end = stop.start() if stop else end
        # "kể từ ngày nhận được yêu cầu|, hồ sơ chưa được chuyển … thì": the clause behind the comma is another
        far = (comma for comma in self._own_commas(low, end, bodies) if low.count(" ", comma, end) > _LIST_ITEM)
        end = _trim(rest, next(far, end))
        # "… kể từ ngày nhận được phản ánh, kiến nghị.": what closes the sentence is the rest of a list
        last = _LIST_TAIL.match(low, end)
        return last.end() if last and not fronted and not self.main.match(low, end + 2) else end

    def _comma(self, low: str, stop: int, fronted: bool, bodies: Sequence[Span]) -> int:
        """The clause's own comma: the first behind which the main clause begins, else simply the first.

        Where the main clause went before ("thông báo khi …"), only a comma that a new clause follows ends this one.
        """
        first = previous = None
        for comma in self._own_commas(low, stop, bodies):
            if self.main.match(low, comma + 2):
                return comma
            opens = self._opens(low, comma, bodies)
            if opens and (fronted or _DUTY.search(low, comma, min(stop, comma + _NEAR_CHARS))):
                return comma
            if not fronted:
                continue
            if previous is not None and low.count(" ", previous + 2, comma) >= _LIST_ITEM:
                return first or previous
            first = comma if first is None else first
            previous = comma
        return stop if first is None else first

    def _opens(self, low: str, comma: int, bodies: Sequence[Span]) -> bool:
        """Whether a subject stands behind ``comma``."""
        after = comma + 2
        return self.subject.match(low, after) is not None or any(start == after for start, _ in bodies)

    def _own_commas(self, low: str, stop: int, bodies: Sequence[Span]) -> Iterator[int]:
        commas = [match.start() for match in _COMMA.finditer(low, 0, stop)]
        pairs = [match.span() for match in self.pair.finditer(low, 0, stop)] if commas else []
        taken = {at for start, end in (*pairs, *bodies) for at in range(start, end)} if commas else set()
        yield from (comma for comma in commas if comma not in taken and not _among_persons(low, comma))

    def _body(self, low: str, stop: int, bodies: Iterable[Span]) -> int:
        """Cut before a body that begins the main clause: "nếu có vướng mắc | hai bên cùng xem xét"."""
        generic = (match.start() for match in self.subject.finditer(low, 0, stop) if " " in match.group())
        for start in sorted({*(start for start, _ in bodies), *generic}):
            if start >= stop or low.startswith("người ", start):
                continue
            if low.count(" ", 1, start) > 1 and not self._governed(low, start) and self._acts(low, start, stop):
                return start
        return stop

    def _acts(self, low: str, start: int, stop: int) -> bool:
        """Whether a verb of a main clause follows soon after the body at ``start``."""
        words = [space.end() for space in re.finditer(" ", low[start : min(stop, start + _NEAR_CHARS)])]
        return any(self.main.match(low, start + word) for word in words[:_NEAR])

    def _governed(self, low: str, start: int) -> bool:
        before = low[max(0, start - 12) : start].rstrip()
        if not before or not before[-1].isalnum():
            return True
        return any(self.governor.fullmatch(before[-size:]) for size in range(1, len(before) + 1))


def _among_persons(low: str, comma: int) -> bool:
    """Whether the comma joins persons: "người bị tạm giữ, người bị tạm giam"."""
    return low.startswith(" người ", comma + 1) and "người " in low[max(0, comma - 40) : comma]


def _sentence_end(rest: str) -> int:
    """The first hard stop of ``rest`` that is in no parentheses, or where a closing remark in parentheses starts."""
    at = 0
    for match in _HARD.finditer(rest):
        if match.start() < at:
            continue
        if match.group() != "(":
            return match.start()
        close = rest.find(")", match.end())
        after = rest[close + 1 :].lstrip()[:1] if close >= 0 else ""
        if close < 0 or after in ("", ".", ";", ",", ":"):
            return match.start()
        at = close + 1
    return len(rest)


def _trim(rest: str, end: int) -> int:
    return len(rest[:end].rstrip(" ,").removesuffix(" thì"))


@lru_cache(maxsize=8)
def clauses(rules: Rulebook) -> Clauses:
    """The clause lexicon of a rulebook: its fragments ``clause_pair``, ``clause_main`` and so on."""
    return Clauses(*(_words(rules.fragments[f"clause_{name}"]) for name in ("pair", "main", "subject", "governor")))


def _words(alternatives: str) -> re.Pattern[str]:
    return re.compile(phrases_pattern(fold_tones(alternatives).split("|")))
