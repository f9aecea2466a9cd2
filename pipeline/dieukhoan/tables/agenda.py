"""The calendar ``lich``: one row a due day of each duty, the days of a whole run in order."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import date
from functools import lru_cache
from typing import Any

from dieukhoan.extract.deadlines.due import expand
from dieukhoan.tables.common import DOCUMENT, UNIT
from dieukhoan.tables.duties import DEADLINE, obligation
from dieukhoan.tables.model import Row, Table, Words, text
from dieukhoan.tables.model import date as date_column
from dieukhoan.tables.views import LEAD, SHARED, Facts, hidden

# A duty of every day or hour is no date to note in a calendar.
_TOO_OFTEN = ("FREQ=DAILY", "FREQ=HOURLY", "FREQ=MINUTELY", "FREQ=SECONDLY")
_DUTY = ("Nội dung nhiệm vụ", "Cơ quan chủ trì", "Cơ quan phối hợp", "obligation_id", "body_id")


def lich(facts: Facts) -> Iterator[Row]:
    """The rows of ``lich`` for one document, by day; a deadline that binds no duty stands alone."""
    found: list[tuple[str, Row]] = []
    at = LICH.index(LICH.order)
    for deadline in facts.deadlines.values():
        if days := _days(deadline["due_first"], deadline["due_last"], deadline["rrule"]):
            rows = list(_entries(facts, deadline))  # but for its day an entry is the same every time
            found += [(day, row) for day in days for row in rows]
    for day, row in sorted(found, key=lambda pair: pair[0]):
        yield (*row[:at], day, *row[at + 1 :])


def _entries(facts: Facts, deadline: Mapping[str, Any]) -> Iterator[Row]:
    """The rows of one day of ``deadline``, without the day: a duty each, or one of its own."""
    shared = {
        "Ngày đến hạn": None,
        "Thời hạn / Tần suất": deadline["text"],
        "Ghi chú": facts.template,
        "deadline_id": deadline["deadline_id"],
    }
    for obligation_id in facts.bound[deadline["deadline_id"]]:
        duty = facts.duties[obligation_id]
        yield LICH.row(**facts.where(duty), **facts.who(duty), **shared)
    if not facts.bound[deadline["deadline_id"]]:
        yield LICH.row(**facts.where(deadline), **dict.fromkeys(_DUTY), **shared)


@lru_cache(maxsize=512)
def _days(first: str | None, last: str | None, rrule: str | None) -> tuple[str, ...]:
    """Every day of a recurring deadline, which a document has again and again; of any other the last day on which it
    can be met."""
    if first and last and rrule and not rrule.startswith(_TOO_OFTEN):
        days = expand(rrule, date.fromisoformat(first), date.fromisoformat(last))
        return tuple(day.isoformat() for day in days)
    return (date.fromisoformat(last).isoformat(),) if last and not rrule else ()


# fmt: off
LICH = Table(
    "lich", Words("Lịch", "Calendar"),
    Words("Mỗi ngày đến hạn của một nhiệm vụ một dòng", "One row a due day of each duty"),
    (
        date_column("Ngày đến hạn", "Ngày đến hạn", "Due on", "ngày cuối cùng phải làm xong", "the last day to do it",
                    width=14, due=True),
        *SHARED,
        text("Ghi chú", "Ghi chú", "Notes", "văn bản mẫu: ngày của mẫu, chưa ai cam kết",
             "template: a day that nobody has agreed to yet", width=14),
        hidden(obligation()), hidden(DEADLINE), hidden(UNIT), hidden(DOCUMENT), hidden(LEAD),
    ),
    order="Ngày đến hạn",
)
# fmt: on
