"""A document made by hand, with something in every table: what stages would give, without running them."""

from __future__ import annotations

import hashlib
from itertools import pairwise

from dieukhoan.core.records import (
    Abbreviation,
    Blank,
    Body,
    Citation,
    Deadline,
    Diagnostic,
    Document,
    Duty,
    Header,
    Line,
    Mention,
    Party,
    Recipient,
    Role,
    Signature,
    Source,
    Unit,
    Zone,
)
from dieukhoan.core.slug import document_id
from dieukhoan.core.text import View

TEXT = """QUY CHẾ PHỐI HỢP
Chương I QUY ĐỊNH CHUNG
Điều 1. Trách nhiệm
1. Sở Ánh Sáng chủ trì, phối hợp với Hội Đèn Lồng tổ chức hội đèn, báo cáo trước ngày 15/12 hằng năm theo Luật Đèn.
a) Hội Đèn Lồng không được tắt đèn.
=SUM(1;2) là một dòng bắt đầu bằng dấu bằng
Tỉnh ……… nhận: Kho đèn (để t/h)
"""


def at(piece: str) -> tuple[int, int]:
    """The span of the first ``piece`` in the text."""
    start = TEXT.index(piece)
    return start, start + len(piece)


def unit(eid: str, kind: str, number: str, heading: str, text: str, position: int) -> Unit:  # noqa: PLR0917
    """A unit whose line begins with its number or, without one, with its text."""
    line = next(line for line in TEXT.split("\n") if (heading or text) in line)
    parent = eid.rpartition("__")[0]
    spans = (*at(line), *(at(heading) if heading else (0, 0)), *(at(text) if text else (0, 0)))
    return Unit(eid, kind, number, heading, text, *spans, parent, position, eid.count("__") + 1)


DUTY = "Sở Ánh Sáng chủ trì, phối hợp với Hội Đèn Lồng tổ chức hội đèn, báo cáo trước ngày 15/12 hằng năm theo Luật Đèn"
BAN = "Hội Đèn Lồng không được tắt đèn"
YEARLY = "trước ngày 15/12 hằng năm"
FORMULA = "=SUM(1;2) là một dòng bắt đầu bằng dấu bằng"


def made(stem: str = "quy che", **changes: object) -> Document:
    """The document; ``changes`` replace fields of it."""
    digest = hashlib.sha256(TEXT.encode()).hexdigest()
    ends = [0, *(place + 1 for place, char in enumerate(TEXT) if char == "\n")]
    lines = tuple(Line(a, b - 1) for a, b in pairwise(ends))
    fields: dict[str, object] = {
        "zones": (Zone("title", *at("QUY CHẾ PHỐI HỢP")), Zone("closing", *at("Tỉnh ……… nhận: Kho đèn (để t/h)"))),
        "units": (
            unit("chp_I", "chapter", "I", "QUY ĐỊNH CHUNG", "", 1),
            unit("chp_I__art_1", "article", "1", "Trách nhiệm", "", 2),
            unit("chp_I__art_1__cl_1", "clause", "1", "", DUTY + ".", 3),
            unit("chp_I__art_1__cl_1__point_a", "point", "a", "", BAN + ".", 4),
            unit("chp_I__art_1__cl_1__para_1", "paragraph", "", "", FORMULA, 5),
        ),
        "header": Header(
            "quy_che_phoi_hop", "QUY CHẾ PHỐI HỢP", number="01/QC", issued_on="2023-02-28", period="2023/2025"
        ),
        "abbreviations": (Abbreviation("HĐL", "Hội Đèn Lồng", *at("Hội Đèn Lồng")),),
        "bodies": (
            Body("so-anh-sang", "Sở Ánh Sáng", kind="department"),
            Body("hoi-den-long", "Hội Đèn Lồng", "HĐL", "association", parent_id="so-anh-sang"),
        ),
        "mentions": (
            Mention("so-anh-sang", "Sở Ánh Sáng", *at("Sở Ánh Sáng"), "name", "chp_I__art_1__cl_1", "body.name"),
            Mention("hoi-den-long", "Hội Đèn Lồng", *at("Hội Đèn Lồng"), "name", "chp_I__art_1__cl_1", "body.name"),
        ),
        "parties": (Party("so-anh-sang", "Sở Ánh Sáng", *at("Sở Ánh Sáng")),),
        "signatures": (Signature("hoi-den-long", "TM. BAN THƯỜNG VỤ", "CHỦ TỊCH", "Lê Thị Nến", 0, 0),),
        "recipients": (Recipient("", "Kho đèn", "để t/h", *at("Kho đèn")),),
        "blanks": (Blank(*at("………"), "province"),),
        "deadlines": (
            Deadline(
                YEARLY, *at(YEARLY), "recurring", "by", rrule="FREQ=YEARLY;BYMONTH=12;BYMONTHDAY=15",
                due_first="2023-12-15", due_last="2025-12-15", unit="chp_I__art_1__cl_1", rule="deadline.yearly",
            ),
        ),
        "citations": (
            Citation("Luật Đèn", *at("Luật Đèn"), "luat", unit="chp_I__art_1__cl_1", rule="citation.law"),
        ),
        "duties": (
            Duty(
                DUTY, *at(DUTY), "chp_I__art_1__cl_1", cue="chủ trì", confidence=0.85, rule="duty.lead",
                subject_source="explicit", roles=(Role("so-anh-sang", "lead"), Role("hoi-den-long", "support")),
                deadlines=(at(YEARLY),),
            ),
            Duty(
                BAN, *at(BAN), "chp_I__art_1__cl_1__point_a", "prohibition", "không được", subject_source="explicit",
                roles=(Role("hoi-den-long", "lead"),), rule="duty.ban",
            ),
        ),
        "diagnostics": (Diagnostic("warning", "gap", "thiếu khoản 2", "chp_I__art_1__cl_1"),),
    }  # fmt: skip
    source = Source(f"nam 2023/{stem}.txt", digest, "txt", TEXT, lines, "utf-8")
    return Document(document_id(stem, digest), source, View(TEXT), **(fields | changes))  # type: ignore[arg-type]
