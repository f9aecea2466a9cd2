"""The first page: what there is in figures and charts."""

from __future__ import annotations

from dieukhoan.writers.site.calendar import Months
from dieukhoan.writers.site.figures import Figures
from dieukhoan.writers.site.pages import Pages

_DOUBTS = 12  # kinds that are listed
_SEVERITY = ("error", "warning", "info")


def write_overview(pages: Pages, figures: Figures, months: Months) -> None:
    """Write ``index.html``."""
    doubts = sorted(figures.doubts.items(), key=lambda pair: (_SEVERITY.index(pair[0][0]), -pair[1], pair[0][1]))
    types = sorted(figures.types.items(), key=lambda pair: (-figures.duties_of_type[pair[0]], -pair[1], pair[0]))
    pages.page("index.html", "index.html", figures=figures, months=months, doubts=doubts[:_DOUBTS], types=types)
