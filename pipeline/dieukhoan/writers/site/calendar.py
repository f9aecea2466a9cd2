"""The calendar: the due days of the view ``lich``, a shard a month (several where a month has thousands)."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from itertools import groupby, islice
from typing import TYPE_CHECKING, Any

from dieukhoan.tables.agenda import LICH
from dieukhoan.writers.site.facts import day_number, local
from dieukhoan.writers.site.figures import Figures
from dieukhoan.writers.site.lists import ROWS
from dieukhoan.writers.site.pages import Pages

if TYPE_CHECKING:
    from dieukhoan.writers import Results


class Months:
    """How many entries each month has."""

    def __init__(self) -> None:
        self.counts: Counter[tuple[int, int]] = Counter()

    def update(self, days: Iterable[int]) -> None:
        """Count days (20251215)."""
        self.counts.update((day // 10000, day // 100 % 100) for day in days)

    @property
    def years(self) -> list[int]:
        """The years that have entries, the last first."""
        return sorted({year for year, _ in self.counts}, reverse=True)

    @property
    def most(self) -> int:
        """The entries of the fullest month."""
        return max(self.counts.values(), default=0)

    def of(self, year: int, month: int = 0) -> int:
        """The entries of a month, or of a whole year."""
        return self.counts[year, month] if month else sum(self.counts[year, one] for one in range(1, 13))

    def shade(self, year: int, month: int) -> int:
        """How full a month is, from 0 (nothing) to 5."""
        count = self.counts[year, month]
        return 1 + 4 * (count - 1) // max(1, self.most - 1) if count else 0


def write_calendar(results: Results, pages: Pages, figures: Figures) -> Months:
    """Write the calendar and its shards; what is told back is how full its months are. ``figures`` know what has no
    day in it."""
    months = Months()
    shards: list[list[Any]] = []
    rows = LICH.dicts(results.rows(LICH))
    for month, entries in groupby(rows, key=lambda row: str(row[LICH.order])[:7]):
        number = 0
        told = map(_entry, entries)
        while part := list(islice(told, ROWS)):
            number += 1
            months.update(entry[0] for entry in part)
            pages.shard(f"calendar-{month}-{number}", {"rows": part})
        shards.append([month, number, months.of(*map(int, month.split("-")))])
    pages.shard("calendar", {"months": shards})
    pages.page("calendar.html", "calendar.html", months=months, figures=figures)
    return months


def _entry(row: Any) -> list[Any]:  # noqa: ANN401  a row of whatever cells the view has
    names = (
        "Nội dung nhiệm vụ", "Cơ quan chủ trì", "Cơ quan phối hợp", "Thời hạn / Tần suất", "Văn bản", "Điều khoản",
        "Ghi chú",
    )  # fmt: skip
    target = local(row["obligation_id"] or row["deadline_id"])
    return [day_number(row[LICH.order]), row["document_id"], target, *(row[name] or "" for name in names)]
