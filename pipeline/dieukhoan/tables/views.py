"""The tables for people: ``nhiem_vu`` (the sheet an office knows) and ``lich`` (the calendar)."""

from __future__ import annotations

from bisect import bisect_left
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace
from operator import itemgetter
from typing import Any

from dieukhoan.extract.deadlines.in_months import months_of
from dieukhoan.tables.actors import BODIES, body
from dieukhoan.tables.citations import CITATIONS
from dieukhoan.tables.common import DOCUMENT, UNIT, unique
from dieukhoan.tables.documents import DOCUMENTS
from dieukhoan.tables.duties import (
    CONFIDENCE,
    DEADLINES,
    DOUBTFUL,
    OBLIGATION_BODIES,
    OBLIGATION_DEADLINES,
    OBLIGATIONS,
    obligation,
)
from dieukhoan.tables.model import Column, Row, Rows, Table, Words, real, text, whole
from dieukhoan.tables.outline import UNITS
from dieukhoan.tables.place import places

_MODALITY = {
    "prohibition": Words("Không được làm", "Must not"),
    "permission": Words("Được phép làm", "May"),
    "recommendation": Words("Đề nghị, khuyến khích", "Recommended"),
}
_NOTED_ROLES = {
    "assigner": Words("Giao việc", "Assigned by"),
    "directed": Words("Chỉ đạo", "Directed"),
    "recipient": Words("Bên nhận", "To or for"),
}
TEMPLATE = Words("Văn bản mẫu", "Template")
"""What is noted of a day that a template tells: nobody has agreed to it yet."""
_IMPLIED = Words("Chủ thể ngầm hiểu", "Subject implied")
_UNKNOWN = Words("Chưa rõ chủ thể", "Subject unknown")

Named = Mapping[str, Any]


class Facts:
    """One document's rows, joined: what a view needs to know of each duty."""

    def __init__(self, rows: Rows, lang: str) -> None:
        self.lang = lang
        document = next(iter(DOCUMENTS.dicts(rows[DOCUMENTS.name])))
        self._document = _cite(document)
        self.template = TEMPLATE.of(lang) if document["is_template"] else ""
        self._places = places(list(UNITS.dicts(rows[UNITS.name])), lang)
        self._citations = sorted(CITATIONS.dicts(rows[CITATIONS.name]), key=itemgetter("start"))
        self._cited = [citation["start"] for citation in self._citations]
        self.duties = {row["obligation_id"]: row for row in OBLIGATIONS.dicts(rows[OBLIGATIONS.name])}
        self.deadlines = {row["deadline_id"]: row for row in DEADLINES.dicts(rows[DEADLINES.name])}
        self._roles = _roles(rows)
        self._leads: defaultdict[str, list[str]] = defaultdict(list)
        for part in OBLIGATION_BODIES.dicts(rows[OBLIGATION_BODIES.name]):
            if part["role"] == "lead":
                self._leads[part["obligation_id"]].append(part["body_id"])
        self._when: defaultdict[str, list[str]] = defaultdict(list)
        self._months: defaultdict[str, set[int]] = defaultdict(set)
        self.bound: defaultdict[str, list[str]] = defaultdict(list)
        for pair in OBLIGATION_DEADLINES.dicts(rows[OBLIGATION_DEADLINES.name]):
            deadline = self.deadlines[pair["deadline_id"]]
            self._when[pair["obligation_id"]].append(deadline["text"])
            self._months[pair["obligation_id"]].update(months(deadline))
            self.bound[pair["deadline_id"]].append(pair["obligation_id"])

    def where(self, row: Named) -> dict[str, Any]:
        """The cells that say where a duty or deadline stands."""
        return {
            "Văn bản": self._document,
            "Điều khoản": self._places.get(row["unit_id"]),
            "document_id": row["document_id"],
            "unit_id": row["unit_id"],
        }

    def who(self, duty: Named) -> dict[str, Any]:
        """The cells that say what is to be done and by whom."""
        roles = self._roles[duty["obligation_id"]]
        return {
            "Nội dung nhiệm vụ": duty["text"],
            "Cơ quan chủ trì": listed(roles["lead"]),
            "Cơ quan phối hợp": listed(roles["support"]),
            "obligation_id": duty["obligation_id"],
            "body_id": next(iter(self._leads[duty["obligation_id"]]), None),
        }

    def when(self, duty: Named) -> str:
        """The deadlines of a duty, as written."""
        return listed(self._when[duty["obligation_id"]])

    def months(self, duty: Named) -> str:
        """The months in which deadlines of a duty fall, with two digits each (as Nghị định 30/2020/NĐ-CP has it of
        January and February): who filters for "01" does not get 10 and 11."""
        return "; ".join(f"{month:02}" for month in sorted(self._months[duty["obligation_id"]]))

    def basis(self, duty: Named) -> str:
        """The instruments that the duty's own words name."""
        first, last = (bisect_left(self._cited, duty[edge]) for edge in ("start", "end"))
        return listed(one["text"] for one in self._citations[first:last] if one["end"] <= duty["end"])

    def notes(self, duty: Named) -> str:
        """What else must be known: that it is no plain duty, who else has a part, that the subject is inferred."""
        roles = self._roles[duty["obligation_id"]]
        said = [_MODALITY[duty["modality"]].of(self.lang)] if duty["modality"] in _MODALITY else []
        for role, words in _NOTED_ROLES.items():
            if roles[role]:
                said.append(f"{words.of(self.lang)}: {listed(roles[role])}")
        if not roles["lead"]:
            said.append(_UNKNOWN.of(self.lang))
        elif duty["subject_source"] == "implied":
            said.append(_IMPLIED.of(self.lang))
        return ". ".join(said)


def months(deadline: Named) -> tuple[int, ...]:
    """The months, 1 to 12, in which a row of ``deadlines`` falls, whatever the year."""
    return months_of(deadline["value"], deadline["rrule"], deadline["due_first"], deadline["due_last"])


def listed(values: Iterable[str]) -> str:
    """``values`` in one cell, each once."""
    return "; ".join(unique(values))


def _roles(rows: Rows) -> defaultdict[str, defaultdict[str, list[str]]]:
    """Names of bodies by duty and role."""
    names = {row["body_id"]: row["name"] for row in BODIES.dicts(rows[BODIES.name])}
    found: defaultdict[str, defaultdict[str, list[str]]] = defaultdict(lambda: defaultdict(list))
    for part in OBLIGATION_BODIES.dicts(rows[OBLIGATION_BODIES.name]):
        found[part["obligation_id"]][part["role"]].append(names[part["body_id"]])
    return found


def _cite(document: Named) -> str:
    """A document in a few words: its title and number, else its file."""
    title, number = document["title"], document["number"]
    return f"{title} ({number})" if title and number else title or number or document["source"]


def nhiem_vu(facts: Facts) -> Iterator[Row]:
    """The rows of ``nhiem_vu``, in document order."""
    for duty in facts.duties.values():
        yield NHIEM_VU.row(
            **facts.where(duty),
            **facts.who(duty),
            **{
                "STT": None,
                "Thời hạn / Tần suất": facts.when(duty),
                "Tháng": facts.months(duty),
                "Căn cứ": facts.basis(duty),
                "Ghi chú": facts.notes(duty),
                "Độ tin cậy": duty["confidence"],
            },
        )


def hidden(column: Column, *, key: bool = False) -> Column:
    """``column`` as one that only joins the view with its tables."""
    return replace(column, technical=True, key=key)


LEAD = body("cơ quan chủ trì thứ nhất", "the first lead")

# fmt: off
SHARED = (
    text("Văn bản", "Văn bản", "Document", "tên gọi và số, ký hiệu", "title and number",
         link="document_id", width=24, clipped=True),
    text("Điều khoản", "Điều khoản", "Provision",
         "chỗ đứng trong văn bản; bấm để đến nguyên văn", "where it stands; click to get to its text",
         link="unit_id", width=30),
    text("Nội dung nhiệm vụ", "Nội dung nhiệm vụ", "Duty", "đúng như trong văn bản", "as in the document", width=56),
    text("Cơ quan chủ trì", "Cơ quan chủ trì", "Lead", "cơ quan chịu trách nhiệm", "who must do it",
         link="body_id", width=28),
    text("Cơ quan phối hợp", "Cơ quan phối hợp", "Support", "cơ quan cùng làm", "who supports", width=22),
    text("Thời hạn / Tần suất", "Thời hạn / Tần suất", "When",
         "đúng như trong văn bản", "as in the document", width=20),
)

NHIEM_VU = Table(
    "nhiem_vu", Words("Nhiệm vụ", "Duties"),
    Words("Bảng nhiệm vụ: ai làm gì, với ai, khi nào", "Who must do what, with whom, by when"),
    (
        whole("STT", "STT", "No.", "đếm từ 1", "counts from 1", width=6),
        *SHARED,
        text("Tháng", "Tháng", "Months",
             "tháng mà thời hạn rơi vào, năm nào cũng vậy; để lọc: chứa 11",
             "the months in which it is due, in any year; to filter: contains 11", width=15),
        text("Căn cứ", "Căn cứ", "Basis", "văn bản mà nhiệm vụ viện dẫn", "instruments the duty cites", width=20),
        text("Ghi chú", "Ghi chú", "Notes", "tính chất, vai trò khác", "modality, other parts", width=22),
        real("Độ tin cậy", *CONFIDENCE, low=DOUBTFUL, width=9),
        hidden(obligation(), key=True), hidden(UNIT), hidden(DOCUMENT), hidden(LEAD),
    ),
    serial="STT",
)
# fmt: on
