"""iCalendar (RFC 5545): what is due when, for any calendar program, in one file.

A duty and a due rule of it make one VEVENT, a whole day long, which recurs on exactly the days of the view ``lich``.
Where no day can be computed ("thường xuyên", "khi có yêu cầu", a cycle without a period) they make a VTODO without a
date. What a template says is called so, and its days are tentative: nobody has agreed to them yet. The UID is made of
the ids of the rows, so that a file imported again renews its entries.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Mapping
from datetime import date
from pathlib import Path
from textwrap import shorten
from typing import TYPE_CHECKING, Any

from dieukhoan.extract.deadlines.due import bounded
from dieukhoan.tables import Rows, Table, Words
from dieukhoan.tables.actors import BODIES
from dieukhoan.tables.agenda import LICH
from dieukhoan.tables.common import unique
from dieukhoan.tables.documents import DOCUMENTS
from dieukhoan.tables.duties import DEADLINES, OBLIGATION_BODIES, OBLIGATION_DEADLINES
from dieukhoan.tables.views import NHIEM_VU, TEMPLATE

if TYPE_CHECKING:
    from dieukhoan.writers import Results

_NAME = Words("Nhiệm vụ đến hạn", "Duties that fall due")
_STAMP = "20000101T000000Z"  # required, but the same rows give the same bytes
_LINE = 75  # octets, without the line end (RFC 5545, 3.1)
_SUMMARY = 120  # characters; the whole duty stands in the description
_TAKES_PART = ("lead", "support")
_ESCAPED = str.maketrans({"\\": "\\\\", ";": "\\;", ",": "\\,", "\n": "\\n"})
# TEXT has no control characters but the tab (RFC 5545, 3.3.11).
_FORBIDDEN = re.compile("[\x00-\x08\x0b-\x1f\x7f\ud800-\udfff]")

Named = Mapping[str, Any]
Pair = tuple[str, str | None]
"""A deadline and a duty that it binds (None: it binds none), by their ids."""


def write(results: Results, folder: Path) -> None:
    """Write ``folder/dieukhoan.ics``, documents in the order of reading."""
    head = ["BEGIN:VCALENDAR", "VERSION:2.0", f"PRODID:-//dieukhoan//dieukhoan//{results.lang.upper()}"]
    head += ["CALSCALE:GREGORIAN", f"X-WR-CALNAME:{_text(_NAME.of(results.lang))}"]
    with (folder / "dieukhoan.ics").open("wb") as file:
        file.writelines(map(_folded, head))
        for outcome in results.documents():
            for entry in _entries(outcome.rows, results.lang):
                file.writelines(map(_folded, entry))
        file.write(_folded("END:VCALENDAR"))


def _entries(rows: Rows, lang: str) -> Iterator[list[str]]:
    """The entries of one document, deadline by deadline, as lines."""
    facts = _Facts(rows, lang)
    for deadline in _dicts(DEADLINES, rows):
        key = deadline["deadline_id"]
        if not facts.bound[key] and not facts.days[key, None]:
            continue  # "có hiệu lực kể từ ngày ký": nothing to do, on no day
        for duty in facts.bound[key] or [None]:
            yield facts.entry(deadline, duty)


class _Facts:
    """The rows of one document, joined as the entries need them."""

    def __init__(self, rows: Rows, lang: str) -> None:
        self._lang = lang
        self.bound: defaultdict[str, list[str | None]] = defaultdict(list)
        for pair in _dicts(OBLIGATION_DEADLINES, rows):
            self.bound[pair["deadline_id"]].append(pair["obligation_id"])
        self.days: defaultdict[Pair, list[date]] = defaultdict(list)
        self._alone: dict[str, Named] = {}  # by the deadline that binds no duty
        for row in _dicts(LICH, rows):
            self.days[row["deadline_id"], row["obligation_id"]].append(date.fromisoformat(row[LICH.order]))
            if row["obligation_id"] is None:
                self._alone[row["deadline_id"]] = row
        self._duties = {row["obligation_id"]: row for row in _dicts(NHIEM_VU, rows)}
        self._parts = _parts(rows)
        (document,) = _dicts(DOCUMENTS, rows)
        self._template = f"{TEMPLATE.of(lang)}: " if document["is_template"] else ""

    def _lines(self, view: Table, row: Named) -> list[str]:
        """What a view shows to people of a row, a line a column; what counts or dates the row is not said again."""
        shown = (one for one in view.columns if not one.technical and one.name not in (view.order, view.serial))
        return [f"{column.label.of(self._lang)}: {row[column.name]}" for column in shown if row[column.name]]

    def entry(self, deadline: Named, duty: str | None) -> list[str]:
        """The lines of the VEVENT or VTODO of a duty and its deadline."""
        key = deadline["deadline_id"]
        days = self.days[key, duty]
        view, row = (NHIEM_VU, self._duties[duty]) if duty else (LICH, self._alone[key])
        title = row["Nội dung nhiệm vụ"] or f"{deadline['text']}: {row['Văn bản']}"
        kind = "VEVENT" if days else "VTODO"
        local = f"-{duty.rpartition('#')[2]}" if duty else ""
        lines = [f"BEGIN:{kind}", f"UID:{_text(key + local)}@dieukhoan", f"DTSTAMP:{_STAMP}"]
        lines += _when(days, deadline["rrule"])
        lines += [
            f"SUMMARY:{_text(shorten(self._template + title, _SUMMARY, placeholder=' …'))}",
            f"DESCRIPTION:{_text(chr(10).join(self._lines(view, row)))}",
        ]
        if bodies := self._parts[duty]:
            lines.append(f"CATEGORIES:{','.join(map(_text, bodies))}")
        ids = (("DEADLINE", key), ("OBLIGATION", duty), ("UNIT", deadline["unit_id"]))
        lines += [f"X-DIEUKHOAN-{name}:{_text(value)}" for name, value in ids if value]
        if days:
            lines.append("TRANSP:TRANSPARENT")  # a due day takes up nobody's time
        if days and self._template:
            lines.append("STATUS:TENTATIVE")  # of an event; a to-do has no such status (RFC 5545, 3.8.1.11)
        return [*lines, f"END:{kind}"]


def _dicts(table: Table, rows: Rows) -> Iterator[Named]:
    return table.dicts(rows.get(table.name, ()))


def _parts(rows: Rows) -> defaultdict[str | None, list[str]]:
    """The names of the bodies that do a duty or help with it, each once, by the duty's id."""
    names = {body["body_id"]: body["name"] for body in _dicts(BODIES, rows)}
    found: defaultdict[str | None, list[str]] = defaultdict(list)
    for part in _dicts(OBLIGATION_BODIES, rows):
        if part["role"] in _TAKES_PART:
            found[part["obligation_id"]] = unique([*found[part["obligation_id"]], names[part["body_id"]]])
    return found


def _when(days: list[date], rrule: str | None) -> Iterator[str]:
    """The first of ``days`` and, where there are more, the rule that gives the others."""
    if days:
        yield f"DTSTART;VALUE=DATE:{days[0]:%Y%m%d}"
    if rrule and len(days) > 1:
        yield f"RRULE:{bounded(rrule, days[-1])}"


def _text(value: str) -> str:
    """A value of type TEXT (RFC 5545, 3.3.11)."""
    return _FORBIDDEN.sub("", value.replace("\r\n", "\n").replace("\r", "\n")).translate(_ESCAPED)


def _folded(line: str) -> bytes:
    """A content line in pieces of at most 75 octets (RFC 5545, 3.1), no letter torn apart."""
    data = line.encode()
    pieces: list[bytes] = []
    room = _LINE
    while len(data) > room:
        cut = room
        while data[cut] & 0xC0 == 0x80:  # inside a letter
            cut -= 1
        pieces.append(data[:cut])
        data, room = data[cut:], _LINE - 1  # the blank that goes before
    return b"\r\n ".join([*pieces, data]) + b"\r\n"
