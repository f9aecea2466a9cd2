"""Where a noun is the subject of a modal: all words before "phải", "có trách nhiệm" belong to its phrase."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Callable, Mapping

from dieukhoan.nlp.chunks import field_at
from dieukhoan.nlp.lexicon import Tokens
from dieukhoan.nlp.name import DETERMINERS, Name
from dieukhoan.nlp.names import NameReader

ENDS = frozenset(';:.)(\n"')
JOINS = frozenset({",", "và", "hoặc", "/"})
_REACH = 14  # tokens between a noun and the modal it is the subject of
_SHORT_REACH = 5  # the same where the clause opens with a bare verb ("cơ quan lập dự toán phải")
_VERB_REACH = 8  # the same where several bare verbs may follow ("cơ quan trao đổi, cung cấp thông tin phải")
_ASIDE_REACH = 24  # tokens between "trong phạm vi", "khi" and the modal behind them
_PARTING = frozenset({"là", "mà", "thì", "nếu", "khi", "trước", "sau", "ngay", "nhằm", "không", "chưa", "(", ";"})
_WHOLE = 30  # tokens of a long subject that is named whole
_FAR = 60  # tokens of a long subject before its modal
_NEGATIONS = frozenset({"không", "chưa", "chậm"})
_POWER = ["có", "thẩm", "quyền"]
_PROMISES = ["cam", "kết"]  # "Người lao động | cam kết | không được tiết lộ"
_COURSES = frozenset({"chương", "công", "quy", "giáo", "tiến", "lịch", "quá", "lộ"})  # "chương trình" holds no verb
_OFFICE = 4  # tokens of the longest title before its body
_NOUN = 6  # tokens of the longest noun for people, "và" included
_IF = frozenset({"nếu", "khi", "hợp"})  # "Nếu | cơ quan đề nghị …, phải": who the condition is about
_STOPS = frozenset(";:.\n")
_TOLD_APART = 3  # tokens of a noun from which on it says which kind of body is meant
_DOERS = frozenset({"generic.weak", "generic.acting"})
_TELL_WHICH = frozenset({"tham", "sử", "làm", "nhận", "đăng", "thực", "hoạt"})  # "Học viên | tham gia khóa học được …"
_SUFFERED = frozenset({"được", "bị", "phải"})
_NEAR = 14  # tokens behind a noun in which such a word makes its verb tell who is meant


class SubjectReader:
    """Finds the ends of subjects in one token list. ``bounds`` are the kinds of boundary words by token, ``somebody``
    tells whether another body begins at a token."""

    def __init__(self, names: NameReader, bounds: Mapping[int, str], somebody: Callable[[int], bool]) -> None:
        self.tokens: Tokens = names.tokens
        self._names = names
        self._bounds = bounds
        self._somebody = somebody
        self._ends: dict[tuple[int, int], int] = {}
        self._modals = sorted(at for at, kind in bounds.items() if kind == "modal")
        self._walls = sorted(names.tokens.walls)

    def opens_clause(self, at: int) -> bool:
        """Whether a line, a sentence or a comma ends before token ``at``, or before the determiner in front of it."""
        tokens = self.tokens
        at -= at > 0 and tokens.norm[at - 1] in DETERMINERS
        if at == 0 or at in tokens.walls or at - 1 in tokens.walls:
            return True
        if tokens.norm[at - 1] == "và":  # "Thuyền viên và người lái phương tiện phải": the second of two
            first = next((noun for noun in range(max(at - _NOUN, 0), at - 1) if self._noun_ends(noun, at - 1)), at)
            return first < at and self.opens_clause(first)
        return tokens.norm[at - 1] == "thì" or not tokens.word[at - 1].isalnum()

    def _noun_ends(self, at: int, end: int) -> bool:
        hit = self.tokens.hits["generic"].get(at)
        return hit is not None and hit[0] == end

    def goes_on(self, at: int) -> bool:
        """Whether the phrase can go on at token ``at``: no stop word, no capital, no end."""
        tokens = self.tokens
        return not self._names.ended(at) and at not in tokens.hits["stop"] and not tokens.word[at][0].isupper()

    def does(self, name: Name, nouns: int) -> bool:
        """Whether a noun of two words or more, which ends at token ``nouns``, alone opens a clause, and what it does
        follows: "Trường học | cung cấp", "Tư vấn giám sát | ký"."""
        tokens, at = self.tokens, name.first
        doer = name.rule.id in _DOERS or nouns - at > _TOLD_APART  # "Cơ quan đại diện | thực hiện"
        if not doer or nouns - at < 2 or name.after != nouns or nouns in tokens.walls:
            return False
        stop = tokens.hits["stop"].get(nouns)
        if stop is None or stop[1].id == "stop.function" or not tokens.word[at][0].isupper():
            return False
        body = nouns in tokens.hits["field"] and tokens.norm[nouns] == "tổ"  # "Người đại diện | tổ chức công đoàn"
        if body or field_at(tokens, nouns) or not _SUFFERED.isdisjoint(tokens.norm[nouns : nouns + _NEAR]):
            return False  # "Người lái phương tiện | giao thông", "Học viên | học giỏi được thưởng"
        one = nouns - at > 2 and tokens.norm[nouns] == "thực"  # "Chủ dự án | thực hiện kiểm soát chi"
        return (one or tokens.norm[nouns] not in _TELL_WHICH) and self.opens_clause(at)

    def modal_near(self, at: int) -> bool:
        """Whether the line has a modal at token ``at`` or later. Nineteen of twenty nouns have none: to ask this first
        spares looking at every word behind them."""
        modal = bisect_left(self._modals, at)
        if modal == len(self._modals):
            return False
        wall = bisect_left(self._walls, at)
        return wall == len(self._walls) or self._modals[modal] <= self._walls[wall] + 1

    def end(self, at: int, after: int) -> int:
        """Where a modal follows in the same clause, the end of the words before it, which all belong to the phrase;
        else 0."""
        if not self.modal_near(after):
            return 0
        if (at, after) not in self._ends:
            self._ends[at, after] = self._before_modal(at, after)
        return self._ends[at, after]

    def _before_modal(self, at: int, after: int) -> int:
        tokens = self.tokens
        if self._names.ended(after) or self._bounds.get(after) == "modal":
            return 0
        if self._acts_itself(at, after) or self._granted(after):
            return 0
        if tokens.norm[after] in _NEGATIONS and at in tokens.hits["body"] and tokens.word[at][0].isupper():
            return 0  # "Sở Tài chính | không cung cấp thì phải": a name stays what it is
        bare = after in tokens.hits["stop"] or self.opens_clause(at)
        verbal = bare and after in tokens.hits["stop"] and tokens.hits["stop"][after][1].id == "stop.verb"
        person = bare and after not in tokens.hits["stop"] and self._people(at)
        limit = after + (
            _REACH
            if person or self._bounds.get(after) == "relative"
            else (_VERB_REACH if verbal else _SHORT_REACH) * bare
        )
        end, token = 0, after
        while token < min(limit, len(tokens)):
            word, bound = tokens.norm[token], self._bounds.get(token)
            if word == "thì" and self._bounds.get(token + 1) == "modal":
                return end or token
            if token in tokens.walls or word[0] in ENDS or bound == "break":
                break
            if (
                bound == "aside" and bare and not end
            ):  # "Đội bảo vệ | trong phạm vi chức năng của mình | có trách nhiệm"
                end, limit = token, token + _ASIDE_REACH
            elif not end:
                if word == "," and self._ends_at(token, at, verbal=verbal):
                    break
                if word in JOINS and self._somebody(token + 1):
                    if word in ",/":
                        break
                    end, limit = token, max(limit, token + _REACH)
            if bound == "modal" and tokens.norm[token - 1] != "không":
                return end or self._up_to_modal(token, at, after, verbal=verbal)
            token += 1
        return self._named_before_modal(at, after)

    def _ends_at(self, comma: int, at: int, *, verbal: bool) -> bool:
        """Whether the phrase at token ``at`` ends at a comma: before the modal of who is not the one that the condition
        is about ("Khi phát hiện hộ vay dùng vốn sai, | phải báo"), and before what cannot go on with it, unless verbs
        do ("cơ quan trao đổi, cung cấp thông tin phải nêu rõ")."""
        if self._bounds.get(comma + 1) == "modal" and not self.opens_clause(at) and self.tokens.norm[at - 1] not in _IF:
            return True
        return not self.goes_on(comma + 1) and not (verbal and comma + 1 in self.tokens.hits["stop"])

    def _up_to_modal(self, modal: int, at: int, after: int, *, verbal: bool) -> int:
        """The end of the subject at token ``at`` whose modal is token ``modal``; 0 where the words from token ``after``
        tell something else than who must act: "Người lái xe dừng xe và | phải báo", "Người có thẩm quyền ra quyết định
        và | chịu trách nhiệm", a condition ("Khi phát hiện hộ vay sử dụng vốn sai mục đích, | phải báo")."""
        before = self.tokens.norm[modal - 1]
        if before == ",":
            return modal - 1 if self.opens_clause(at) else 0
        told = before == "và" and (verbal or self.tokens.norm[after : after + 3] == _POWER)
        return 0 if told else modal

    def _acts_itself(self, at: int, after: int) -> bool:
        """Whether a verb at token ``after`` is what the side of a contract at ``at`` does, and does not tell which one
        is meant: "Nhà thầu | phối hợp nghiệm thu và phải ký", but "Nhà thầu xây dựng phải"."""
        tokens = self.tokens
        side, verb = tokens.hits["generic"].get(at), tokens.hits["stop"].get(after)
        if side is None or side[1].id != "generic.people" or verb is None or verb[1].id == "stop.function":
            return False
        if tokens.norm[after] == "tham":  # "Người lao động tham gia đình công | không được"
            return False
        return self._bounds.get(verb[0]) != "modal" or tokens.norm[after : verb[0]] == _PROMISES

    def _granted(self, after: int) -> bool:
        """Whether "được" at token ``after`` is a predicate that "nhưng phải" goes on with: "Khách hàng | được trả nợ
        trước hạn nhưng phải báo trước"."""
        norm = self.tokens.norm
        if norm[after] != "được":
            return False
        reach = range(after + 1, min(after + _REACH, len(norm) - 1))
        return any(norm[token] == "nhưng" and self._bounds.get(token + 1) == "modal" for token in reach)

    def _people(self, at: int) -> bool:
        """Whether token ``at`` names people, whose clause says which are meant ("Viên chức thăng hạng từ …")."""
        hit = self.tokens.hits["generic"].get(at)
        return hit is not None and hit[1].emit["weight"] in ("acting", "qualified")

    def _named_before_modal(self, at: int, after: int) -> int:
        """ "Đơn vị, tổ chức, cá nhân sử dụng đài phát | không đáp ứng …, … | phải": a list of nouns that opens a long
        clause is its subject; the phrase ends with the first words that cannot go on. 0 where no modal is near."""
        tokens = self.tokens
        hit = tokens.hits["generic"].get(at)
        opens = self.opens_clause(at)
        if hit is None or not (opens or self._of_office(at)):
            return 0
        listed = after > hit[0] and self._bounds.get(after) == "relative"
        if not (listed or (after not in tokens.hits["stop"] and self._people(at))):
            return 0
        end = 0
        for token in range(after, min(after + _FAR, len(tokens))):
            if token in tokens.walls or tokens.word[token][0] in _STOPS or tokens.norm[token] == "thì":
                return 0
            verb = token in tokens.hits["stop"] and not (
                tokens.norm[token] == "trình" and tokens.norm[token - 1] in _COURSES
            )
            cut = token > after + 1 and (verb or tokens.word[token] == ",")
            if not end and (cut or tokens.word[token][0] in ENDS):
                end = token
            if self._bounds.get(token) == "modal" and tokens.norm[token - 1] != "không":
                return token if self._one_phrase(at, after, token) else end * opens
        return 0

    def _of_office(self, at: int) -> bool:
        """Whether an office that opens the clause stands before token ``at``: "Người đứng đầu | cơ quan, tổ chức"."""
        offices = self.tokens.hits["office"]
        first = next((start for start in range(max(at - _OFFICE, 0), at) if offices.get(start, (0,))[0] == at), at)
        return first < at and self.opens_clause(first)

    def _one_phrase(self, at: int, after: int, modal: int) -> bool:
        """Whether all from the noun at token ``at`` up to its modal is one name: "Cơ quan sử dụng vũ khí làm đạo cụ
        hoặc để trưng bày, triển lãm | phải"; nobody else, no second predicate and no aim stands between, nor is the
        modal that of "người phải thi hành án"."""
        norm = self.tokens.norm
        if modal - at > _WHOLE or norm[modal - 1] in JOINS or norm[modal - 1] == "người":
            return False
        for token in range(after, modal):
            aim = norm[token] == "để" and norm[token - 1] not in JOINS
            other = norm[token - 1] in JOINS and self._somebody(token)
            noun = self.tokens.hits["generic"].get(token)
            if aim or other or norm[token] in _PARTING or (noun is not None and noun[0] == modal):
                return False
        return True
