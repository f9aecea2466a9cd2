"""The report: a site of plain files in ``report/`` that opens from the disk and shows what was found, where it stands.

``index.html`` has the figures; lists, a calendar, a page a body and a page a document follow from it. Nothing comes
from a network: a page loads its style, its scripts and, shard by shard, its rows from the files beside it. No script
is allowed but those, and all that comes from documents is text, never markup.
"""

from __future__ import annotations

import tempfile
from pathlib import Path
from typing import TYPE_CHECKING

from dieukhoan.writers.site.bodies import write_bodies
from dieukhoan.writers.site.calendar import write_calendar
from dieukhoan.writers.site.documents import write_documents
from dieukhoan.writers.site.overview import write_overview
from dieukhoan.writers.site.pages import Pages
from dieukhoan.writers.site.store import store

if TYPE_CHECKING:
    from dieukhoan.writers import Results


def write(results: Results, folder: Path) -> None:
    """Write the site to ``folder/report``; the page to open is ``index.html``."""
    target = folder / "report"
    target.mkdir()
    pages = Pages(target, results.lang)
    pages.assets()
    with tempfile.TemporaryDirectory(prefix="report-", dir=folder) as scratch, store(Path(scratch) / "store") as kept:
        figures = write_documents(results, pages, kept)
        months = write_calendar(results, pages, figures)
        write_bodies(results, pages, kept, figures)
        write_overview(pages, figures, months)
