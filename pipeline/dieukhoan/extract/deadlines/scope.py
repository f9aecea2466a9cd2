"""Where words of time can bind somebody: not in letterheads, recitals, headings, model letters, purposes."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections import Counter
from collections.abc import Sequence
from functools import cached_property

from dieukhoan.core.outline import Outline
from dieukhoan.core.records import Document, Span, Unit
from dieukhoan.extract.deadlines.values import Values

_LOOSE = frozenset({"event", "vague", "recurring", "duration", "relative"})
_PURPOSE = re.compile(r"(?<!\w)(?:để(?! (?:lại|xảy ra|ra|mất|yên))|nhằm)(?!\w)")
_CLAUSE_START = re.compile(
    r"[.;:\n]|, (?=(?:hai|các|ba|mỗi) (?:bên|cơ quan|đơn vị|ngành)|phải|có trách nhiệm|khi|nếu|trường hợp|đồng thời)"
)
# who is told to act: how fast others are to act binds nobody here ("đôn đốc hộ vay trả nợ đúng hạn")
_TOLD = re.compile(
    r"(?<!\w)(?<!theo )(?<!có )(?<!do )(?<!sự )(?<!việc )(?:vận động|đôn đốc|chỉ đạo|yêu cầu|nhắc nhở|động viên)"
    r"(?: các| những| từng| toàn thể| cho)* (?:hộ|người|cán bộ|công chức|viên chức|hội viên|đoàn viên|thành viên|chủ|"
    r"nhân dân|doanh nghiệp|học sinh|sinh viên|bên|đơn vị|cơ quan|tổ chức|cấp(?! thiết| bách)|ngành|phòng|ban|sở|chi|"
    r"công an|công đoàn|hội|đoàn|xã|huyện|quận|phường|ubnd|ủy ban|bhxh|lđlđ|trường)(?!\w)(?P<act> [^.;:\n]*)$"
)
_OBJECT = 2  # words at least between who is told and how fast
_FORM = re.compile(r"(?<!\w)(?:mẫu|biểu mẫu|biểu số|phiếu|kính gửi|đơn đề nghị|giấy đề nghị)(?!\w)")
_BLANKS_OF_A_FORM = 3


def in_purpose(document: Document, span: Span) -> bool:
    """Whether ``span`` (source offsets) stands in a clause of purpose: "để có biện pháp xử lý kịp thời"."""
    view = document.view
    return purpose_before(view.lower, view.from_source(*span)[0])


def purpose_before(low: str, at: int) -> bool:
    """The same for an offset of the view's lower-case text. "Trong trường hợp …" says when the whole is done, also
    behind "để …"."""
    if low.startswith("trong trường hợp ", at):
        return False
    window = low[max(0, at - 200) : at]
    starts = [match.end() for match in _CLAUSE_START.finditer(window)]
    return _PURPOSE.search(window, starts[-1] if starts else 0) is not None


def told_before(low: str, at: int) -> bool:
    """Whether at an offset of the view's lower-case text somebody is told to act: "vận động hội viên đóng phí |
    đúng hạn"; not where the words say how the telling is done ("đôn đốc | kịp thời các đơn vị")."""
    window = low[max(0, at - 200) : at]
    starts = [match.end() for match in _CLAUSE_START.finditer(window)]
    told = _TOLD.search(window, starts[-1] if starts else 0)
    return told is not None and len(told["act"].split()) >= _OBJECT


class Scope:
    """What of a document can hold deadlines."""

    def __init__(self, document: Document) -> None:
        self._document = document
        self._outline = Outline(document.units)
        self._zones = sorted((zone.start, zone.end) for zone in document.zones)
        self._cited = sorted((citation.start, citation.end) for citation in document.citations)

    def unit(self, start: int) -> Unit | None:
        """The unit at a source offset."""
        return self._outline.at(start)

    def in_zone(self, start: int) -> bool:
        """Whether the offset stands in the letterhead, the signatures or another zone outside the units."""
        return self._within(self._zones, start)

    def _within(self, spans: Sequence[Span], start: int) -> bool:
        index = bisect_right(spans, (start, len(self._document.text))) - 1
        return index >= 0 and start < spans[index][1]

    def admits(self, start: int, told: Values) -> bool:
        """Whether an expression at a source offset can be a deadline at all."""
        if self.in_zone(start) or self._within(self._cited, start):
            return False
        unit = self._outline.at(start)
        if unit is None:
            return not self._document.units
        if unit.kind in ("recital", "preamble") or _top(unit.eid) in self._forms:
            return False
        return not (told.kind in _LOOSE and unit.heading_start <= start < unit.heading_end)

    @property
    def title(self) -> Span:
        """The span of the title in the source."""
        return self._document.header.title_start, self._document.header.title_end

    @cached_property
    def _forms(self) -> frozenset[str]:
        """The eids of appendices that are forms or model letters."""
        spans: dict[str, Span] = {}
        for unit in self._outline.units:
            top = _top(unit.eid)
            spans[top] = (spans.get(top, (unit.start, 0))[0], unit.end)
        blanks = Counter(_top(blank.unit) for blank in self._document.blanks)
        tops = [unit.eid for unit in self._outline.children(None) if unit.kind == "appendix"]
        return frozenset(eid for eid in tops if blanks[eid] >= _BLANKS_OF_A_FORM or self._says_form(spans[eid]))

    def _says_form(self, span: Span) -> bool:
        start, end = self._document.view.from_source(*span)
        return _FORM.search(self._document.view.lower, start, end) is not None


def _top(eid: str) -> str:
    """The unit at the top above ``eid``, or itself."""
    return eid.partition("__")[0]
