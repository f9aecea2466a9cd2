"""A run of several documents as a writer is given it, without reading anything; and a report made of it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from pathlib import Path
from typing import Any

from dieukhoan.core.records import Body, Diagnostic, Document, Role
from dieukhoan.core.text import View
from dieukhoan.tables import Row, Rows, Table, collation_key, failed, rows
from dieukhoan.tables.actors import BODIES
from dieukhoan.writers import Outcome, writer
from made_document import TEXT, made
from made_results import ALL

SCRIPT = "<script>document.title = 'taken'</script>"
NAME = '"><img src=x onerror=document.title=1>'
_ROLES = (Role("hoi-den-long", "lead"), Role("so-anh-sang", "recipient"))


class Run:
    """What a run would give of ``outcomes``."""

    tables = ALL

    def __init__(self, outcomes: Sequence[Outcome], lang: str = "vi") -> None:
        self._outcomes, self.lang = outcomes, lang

    def count(self, table: Table) -> int:
        return len(list(self.rows(table)))

    def rows(self, table: Table) -> Iterator[Row]:
        found = [row for outcome in self._outcomes for row in outcome.rows.get(table.name, ())]
        if table.name == BODIES.name:
            first = {row[0]: row for row in reversed(found)}
            found = sorted(first.values(), key=lambda row: collation_key(str(row[1])))
        elif table.order:
            found.sort(key=lambda row: str(row[table.index(table.order)]))
        return iter(found)

    def documents(self) -> Iterator[Outcome]:
        return iter(self._outcomes)


def outcome(document: Document, lang: str = "vi") -> Outcome:
    return Outcome(rows(document, lang), document.source.text)


def hostile() -> Document:
    """A document that would take over the page, had it been let."""
    text = TEXT.replace("là một dòng bắt đầu bằng dấu bằng", SCRIPT)
    found = made("xau", bodies=(*_bodies(),))
    header = replace(found.header, title=SCRIPT + "\u2028", number="</script>", province=NAME)
    units = tuple(unit for unit in found.units if "para" not in unit.eid)
    source = replace(found.source, text=text, path=f"{NAME}.txt", sha256="1" * 64)
    duties = (found.duties[0], replace(found.duties[1], confidence=0.59, roles=_ROLES))
    doubts = (*found.diagnostics, Diagnostic("warning", "gap", SCRIPT))
    return replace(
        found, duties=duties, diagnostics=doubts, document_id="xau-11111111", header=header, units=units, source=source,
        view=View(text),
    )  # fmt: skip


def _bodies() -> Iterator[Body]:
    yield Body("so-anh-sang", f"Sở {NAME}", kind="department")
    yield Body("hoi-den-long", "Hội Đèn Lồng", SCRIPT, "association")


def template() -> Document:
    """A form to be filled in: its day is nobody's, and it tells no last year of one of its cycles."""
    found = made("mau")
    header = replace(found.header, is_template=True, title="CHƯƠNG TRÌNH MẪU")
    cycle = replace(found.deadlines[0], due_first="", due_last="", rrule="FREQ=YEARLY;BYMONTH=11")
    deadlines = (found.deadlines[0], replace(cycle, start=0, end=1, text=found.text[:1]))
    return replace(found, document_id="mau-33333333", header=header, deadlines=deadlines)


def sample(lang: str = "vi") -> Run:
    """Two documents that share their bodies, one of them hostile, and a file that could not be read."""
    lost: Rows = failed("hỏng <b>.docx", "2" * 64, OSError(2, "<i>không có</i>"), lang=lang)
    return Run([outcome(made(), lang), outcome(hostile(), lang), Outcome(lost, None)], lang)


def report(folder: Path, run: Any = None) -> Path:
    """The report of ``run`` (of :func:`sample`) below ``folder``."""
    folder.mkdir(parents=True, exist_ok=True)
    writer("html")(run or sample(), folder)
    return folder / "report"
