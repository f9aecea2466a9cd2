"""Where the name of a law ends: "Luật Thi hành tạm giữ, tạm giam và các văn bản …" has a comma and an "và" in it.

Known names come from the lexicon. Another name is a capitalised word and the words behind it, up to a punctuation
mark or a word that no name goes on with ("quy định", "năm", "có").
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache

from dieukhoan.core.text import fold_tones, lower
from dieukhoan.rulebook import Rulebook
from dieukhoan.rulebook.compile import expand

_AMENDING = re.compile(
    r"sửa đổi(?:,? bổ sung)?(?: (?:một số điều|điều \d+[a-zđ]?|các điều [\d, ]+(?:và \d+)?))?"
    r"(?: có liên quan[^,;.\n]{0,40}?)? của (?:(?:\d+|các) luật(?!\w)|(?:bộ luật|luật|pháp lệnh) (?=\S))"
)
_WORD = re.compile(r"[^\s,;.:()\"/]+")
_NO_NAME = re.compile(
    r"(?:và|hoặc|quy|theo|có|được|năm|số|ngày|do|của|để|này|đã|là|tại|khi|thì|cho|với|phải|không|hiện|nêu|trên|mà|"
    r"bằng|từ|ban|thông|nhằm|cần|còn|trừ|trong|cũng|như|đối|nói|sau|vào|ra|nếu|đến|mới|cùng|đang|sẽ|cũ|các|những|"
    r"liên|hướng|nước)(?!\w)"
)
_LONGEST_NAME = 14  # words
# "Pháp lệnh Khai thác và bảo vệ công trình thủy lợi năm 2001": the year, date or number tells that the name went on
_WENT_ON = re.compile(
    r" và(?! (?:các|những|luật|bộ|nghị|quyết|thông|pháp|chỉ|văn|quy|hướng|thi))(?: [^\W\d_]+){1,8}?"
    r"(?=,? (?:số:? ?\d|(?:ban hành )?ngày(?: \d|$)|năm \d{4}|(?:19|20)\d\d))"
)


@dataclass(frozen=True, slots=True)
class LawNames:
    """The known names of laws, codes and ordinances."""

    known: re.Pattern[str]

    def end(self, rest: str) -> int:
        """Where in ``rest`` the name that it begins with ends; 0 where it begins with none."""
        low = lower(rest)
        if amending := _AMENDING.match(low):
            return max(amending.end() + self._plain(rest, low, amending.end()), len(amending.group().rstrip()))
        return self._plain(rest, low, 0)

    def _plain(self, rest: str, low: str, at: int) -> int:
        if known := self.known.match(low, at):
            return known.end() - at
        if not rest[at : at + 1].isupper():
            return 0
        end = at
        for count, word in enumerate(_WORD.finditer(rest, at)):
            gap = rest[end : word.start()]
            if count == _LONGEST_NAME or gap not in ("", " ") or _NO_NAME.match(low, word.start()):
                break
            end = word.end()
        went_on = _WENT_ON.match(rest, end)
        return (went_on.end() if went_on else end) - at


@lru_cache(maxsize=8)
def law_names(rules: Rulebook) -> LawNames:
    """The names in the fragments ``law_name``, ``code_name`` and ``ordinance_name`` of a rulebook."""
    names = [
        name
        for fragment in ("law_name", "code_name", "ordinance_name")
        for name in fold_tones(expand(rules.fragments[fragment], rules.fragments, fragment)).split("|")
    ]
    longest_first = "|".join(sorted(names, key=len, reverse=True))
    return LawNames(re.compile(rf"(?:{longest_first})(?: việt nam)?(?!\w)"))
