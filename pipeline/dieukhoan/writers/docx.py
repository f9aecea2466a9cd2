"""Word, one file a document: "Bảng phân công nhiệm vụ", the duties of ``nhiem_vu`` as an office signs and sends them.

The form is made by python-docx (see :mod:`dieukhoan.writers.office.form`); the rows are written into it as
WordprocessingML (ISO/IEC 29500-1, 17.4), for python-docx takes a second for a hundred of them. A row has its duty's id
as a bookmark: ``o12`` in ``<document_id>.docx`` is ``<document_id>#o12``. A document without duties has no file.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from itertools import pairwise
from pathlib import Path
from typing import TYPE_CHECKING, Any
from xml.sax.saxutils import escape
from zipfile import ZIP_DEFLATED, ZipFile, ZipInfo

from dieukhoan.tables import Rows, Words
from dieukhoan.tables.common import unique
from dieukhoan.tables.documents import DOCUMENTS
from dieukhoan.tables.outline import UNITS
from dieukhoan.tables.place import step
from dieukhoan.tables.views import NHIEM_VU
from dieukhoan.writers.office.form import ABOUT, CELL, CENTRED, GROUP, ID, NOTE, ROWS, TITLE, WIDTHS, Form, form

if TYPE_CHECKING:
    from dieukhoan.writers import Results

_COLUMNS = (
    "STT", "Nội dung nhiệm vụ", "Cơ quan chủ trì", "Cơ quan phối hợp", "Thời hạn / Tần suất", "Căn cứ", "Ghi chú",
)  # fmt: skip
_BASIS = "Căn cứ"
_BY = Words("(Theo {})", "(By {})")
_OF_DAY = Words("{} ngày {:02} tháng {} năm {}", "{} of {}/{}/{}")
_NOTE = Words(
    "Lập tự động từ tệp {}; ô trống: văn bản không nêu. Cần đối chiếu với văn bản trước khi ban hành.",
    "Made automatically from the file {}; an empty cell: not stated. To be checked against the document before issue.",
)
_TWIPS = 1440 / 25.4  # twentieths of a point in a millimetre
_DATE = (1980, 1, 1, 0, 0, 0)  # a ZIP archive tells time; the same rows give the same bytes
# XML 1.0 has no way to write these.
_FORBIDDEN = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")

Named = Mapping[str, Any]


def write(results: Results, folder: Path) -> None:
    """Write ``folder/docx/<document_id>.docx``."""
    target = folder / "docx"
    target.mkdir()
    labels = [NHIEM_VU.columns[NHIEM_VU.index(name)].label.of(results.lang) for name in _COLUMNS]
    blank = form(labels, results.lang)
    for outcome in results.documents():
        if outcome.rows.get(NHIEM_VU.name):
            (document,) = DOCUMENTS.dicts(outcome.rows[DOCUMENTS.name])
            _fill(blank, _told(document, outcome.rows, results.lang), target / f"{document['document_id']}.docx")


def _fill(blank: Form, told: Mapping[str, str], path: Path) -> None:
    """Write the form with ``told`` (XML) in its places to ``path``."""
    with ZipFile(path, "w") as package:
        for name, pieces in blank.parts:
            entry = ZipInfo(name, _DATE)
            entry.compress_type, entry.create_system = ZIP_DEFLATED, 3
            filled = (told[piece] if place % 2 else piece for place, piece in enumerate(pieces))
            package.writestr(entry, "".join(filled).encode())


def _told(document: Named, rows: Rows, lang: str) -> dict[str, str]:
    """What goes to the places of the form, as XML."""
    duties = list(NHIEM_VU.dicts(rows[NHIEM_VU.name]))
    about = _BY.of(lang).format(_dated(duties[0]["Văn bản"], document["issued_on"], lang))
    return {
        ID: _xml(document["document_id"]),
        TITLE: _xml(duties[0]["Văn bản"]),
        ABOUT: _xml(about),
        NOTE: _xml(_NOTE.of(lang).format(document["source"])),
        ROWS: "".join(_rows(duties, _Headings(rows, lang))),
    }


def _dated(name: str, day: str | None, lang: str) -> str:
    """``name`` with its day, where that is a whole one: "ngày 05 tháng 02 năm 2024" (Nghị định 30/2020/NĐ-CP)."""
    parts = (day or "").split("-")
    if len(parts) != 3:
        return name
    year, month, date = parts
    shown = month if int(month) < 3 else str(int(month))  # a zero is written before days below 10, months 1 and 2
    return _OF_DAY.of(lang).format(name, int(date), shown, year)


class _Headings:
    """What the uppermost units are called: the groups of the table."""

    def __init__(self, rows: Rows, lang: str) -> None:
        self._lang = lang
        self._units = {unit["unit_id"]: unit for unit in UNITS.dicts(rows.get(UNITS.name, ()))}

    def over(self, unit_id: str | None) -> str:
        """The heading that the unit stands under, with its number; empty when there is none."""
        unit = self._units.get(unit_id)
        while unit and unit["parent_id"]:
            unit = self._units.get(unit["parent_id"])
        if not unit or not unit["heading"]:
            return ""
        name = step(unit, self._lang)
        return f"{name[:1].upper()}{name[1:]}. {unit['heading']}"


def _rows(duties: Sequence[Named], headings: _Headings) -> Iterator[str]:
    """The rows of the table: a heading over the duties of each division, the duties counted through."""
    above = ["", *(headings.over(duty["unit_id"]) for duty in duties)]
    for number, (duty, (before, now)) in enumerate(zip(duties, pairwise(above), strict=True), 1):
        if now and now != before:
            yield _row([_cell(now, sum(WIDTHS), GROUP, span=len(WIDTHS))])
        yield _row(list(_cells(duty, number)))


def _cells(duty: Named, number: int) -> Iterator[str]:
    where = "; ".join(unique([duty["Điều khoản"], duty[_BASIS]]))
    texts = {**duty, NHIEM_VU.serial: str(number), _BASIS: where}
    mark = duty["obligation_id"].rpartition("#")[2]
    for name, width in zip(_COLUMNS, WIDTHS, strict=True):
        counts = name == NHIEM_VU.serial
        yield _cell(texts[name] or "", width, CENTRED if counts else CELL, mark=(mark, number) if counts else None)


def _row(cells: Sequence[str]) -> str:
    return f"<w:tr><w:trPr><w:cantSplit/></w:trPr>{''.join(cells)}</w:tr>"


def _cell(text: str, width: int, style: str, span: int = 1, mark: tuple[str, int] | None = None) -> str:
    """A cell; ``mark`` is the bookmark on it, a name and a number."""
    spans = f'<w:gridSpan w:val="{span}"/>' if span > 1 else ""
    lines = "<w:br/>".join(f'<w:t xml:space="preserve">{_xml(line)}</w:t>' for line in text.splitlines())
    run = f"<w:r>{lines}</w:r>" if lines else ""
    if mark:
        name, number = mark
        run = f'<w:bookmarkStart w:id="{number}" w:name="{name}"/>{run}<w:bookmarkEnd w:id="{number}"/>'
    frame = f'<w:tcPr><w:tcW w:w="{round(width * _TWIPS)}" w:type="dxa"/>{spans}</w:tcPr>'
    return f'<w:tc>{frame}<w:p><w:pPr><w:pStyle w:val="{style.replace(" ", "")}"/></w:pPr>{run}</w:p></w:tc>'


def _xml(text: str) -> str:
    return escape(_FORBIDDEN.sub("", text))
