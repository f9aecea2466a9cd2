"""Who must do what by when: ``obligations``, ``obligation_bodies``, ``deadlines``, ``obligation_deadlines``."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from dieukhoan.core.records import Document
from dieukhoan.tables.actors import body
from dieukhoan.tables.codes import DEADLINE_KINDS, MODALITIES, RELATIONS, ROLES, SUBJECTS
from dieukhoan.tables.common import DOCUMENT, END, QUOTE, RULE, START, UNIT, item_id, position, unit_id
from dieukhoan.tables.model import Column, Row, Table, Words, date, flag, real, text

CONFIDENCE = ("Độ tin cậy", "Confidence", "từ 0 đến 1", "0 to 1")
DOUBTFUL = ((0.6, "#F8CBAD"), (0.7, "#FFF2CC"))
"""Bounds of confidence: below the first about half of the rows need mending, below the second one of four
(docs/accuracy.md)."""


def _obligations(document: Document) -> Iterator[Row]:
    for number, duty in enumerate(document.duties, 1):
        yield OBLIGATIONS.row(
            duty,
            obligation_id=item_id(document, "o", number),
            document_id=document.document_id,
            unit_id=unit_id(document, duty.unit),
            position=number,
        )


def _obligation_bodies(document: Document) -> Iterator[Row]:
    for number, duty in enumerate(document.duties, 1):
        for part in duty.roles:
            yield OBLIGATION_BODIES.row(part, obligation_id=item_id(document, "o", number))


def _deadlines(document: Document) -> Iterator[Row]:
    for number, deadline in enumerate(document.deadlines, 1):
        yield DEADLINES.row(
            deadline,
            deadline_id=item_id(document, "d", number),
            document_id=document.document_id,
            unit_id=unit_id(document, deadline.unit),
        )


def _obligation_deadlines(document: Document) -> Iterator[Row]:
    ids = {deadline.span: item_id(document, "d", at) for at, deadline in enumerate(document.deadlines, 1)}
    for number, duty in enumerate(document.duties, 1):
        for start, end in duty.deadlines:
            # A span without a deadline gets an id that no row has, for ``sound`` to report.
            found = ids.get((start, end), item_id(document, "d", 0))
            yield OBLIGATION_DEADLINES.row(obligation_id=item_id(document, "o", number), deadline_id=found)


def obligation(*, key: bool = False) -> Column:
    """The column that points to a duty."""
    words = ("Mã nhiệm vụ", "Obligation id", "nhiệm vụ", "the duty")
    return text("obligation_id", *words, key=key, foreign="obligations.obligation_id")


# fmt: off
OBLIGATIONS = Table(
    "obligations", Words("Nghĩa vụ", "Obligations"),
    Words("Việc phải làm, không được làm, được làm, đề nghị làm", "What a body must, must not, may or is asked to do"),
    (
        text("obligation_id", "Mã nhiệm vụ", "Obligation id",
             "mã văn bản, #o và số thứ tự", "document_id, #o and its position", key=True),
        DOCUMENT, UNIT, position("đếm từ 1 trong văn bản", "counts from 1 in the document"),
        text("modality", "Tính chất", "Modality",
             "obligation: phải làm; prohibition: không được; permission: được; recommendation: đề nghị",
             "obligation, prohibition, permission, recommendation", codes=MODALITIES),
        QUOTE, START, END,
        text("cue", "Từ nhận biết", "Cue", "có trách nhiệm, phải, giao, không được …", "the words that made it a duty"),
        text("action", "Hành động", "Action", "cụm động từ chính", "the head verb phrase"),
        text("condition", "Điều kiện", "Condition", "khi, nếu …", "when or if", width=60),
        text("purpose", "Mục đích", "Purpose", "để …", "what for", width=60),
        text("subject_source", "Nguồn chủ thể", "Subject source",
             "explicit: nêu rõ; heading: theo đề mục; anaphor: “hai bên”; implied: ngầm hiểu",
             "explicit, heading, anaphor, implied", codes=SUBJECTS),
        real("confidence", *CONFIDENCE, low=DOUBTFUL),
        RULE,
    ),
    _obligations,
)

OBLIGATION_BODIES = Table(
    "obligation_bodies", Words("Vai trò", "Roles"),
    Words("Cơ quan nào giữ vai trò gì trong nhiệm vụ", "Which body has which part in a duty"),
    (
        obligation(key=True), body("cơ quan", "the body", key=True),
        text("role", "Vai trò", "Role",
             "lead: chủ trì; support: phối hợp; directed: được chỉ đạo; assigner: giao việc; recipient: nơi nhận",
             "lead, support, directed, assigner, recipient", key=True, codes=ROLES),
    ),
    _obligation_bodies,
)

DEADLINES = Table(
    "deadlines", Words("Thời hạn", "Deadlines"),
    Words("Khi nào, bao lâu một lần", "When or how often"),
    (
        text("deadline_id", "Mã thời hạn", "Deadline id",
             "mã văn bản, #d và số thứ tự", "document_id, #d and its position", key=True),
        DOCUMENT, UNIT, QUOTE, START, END,
        text("kind", "Loại", "Kind",
             "date, period, recurring, relative, duration, event, vague",
             "date, period, recurring, relative, duration, event, vague", codes=DEADLINE_KINDS),
        text("value", "Giá trị", "Value", "EDTF: 2027, 2022-11-07, 2023/2027", "EDTF: 2027, 2022-11-07, 2023/2027"),
        text("rrule", "Chu kỳ", "Rrule", "RFC 5545: FREQ=YEARLY;BYMONTH=11", "RFC 5545: FREQ=YEARLY;BYMONTH=11"),
        text("duration", "Khoảng thời gian", "Duration", "ISO 8601: P30D", "ISO 8601: P30D"),
        flag("working_days", "Ngày làm việc", "Working days",
             "đúng nếu chỉ tính ngày làm việc", "true when only working days count"),
        text("anchor", "Tính từ", "Anchor", "sự kiện làm mốc: ngày ký …", "the event it counts from"),
        text("relation", "Quan hệ", "Relation",
             "on: vào; by: trước, chậm nhất; from: từ; during: trong; after: sau", "on, by, from, during, after",
             codes=RELATIONS),
        date("due_first", "Hạn đầu tiên", "First due", "nếu tính được", "where it can be computed"),
        date("due_last", "Hạn cuối cùng", "Last due", "nếu tính được", "where it can be computed", due=True),
        RULE,
    ),
    _deadlines,
)

DEADLINE = text(
    "deadline_id", "Mã thời hạn", "Deadline id", "thời hạn", "the deadline", foreign="deadlines.deadline_id",
)

OBLIGATION_DEADLINES = Table(
    "obligation_deadlines", Words("Thời hạn của nhiệm vụ", "Deadlines of duties"),
    Words("Thời hạn nào ràng buộc nhiệm vụ nào", "Which deadline binds which duty"),
    (
        obligation(key=True),
        replace(DEADLINE, key=True),
    ),
    _obligation_deadlines,
)
# fmt: on
