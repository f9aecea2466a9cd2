"""Template down, variants across: what became of every unit, what was put in between, what went into every blank."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from dieukhoan.compare.labels import labels
from dieukhoan.compare.overview import Named, Variant
from dieukhoan.compare.resemble import without
from dieukhoan.compare.words import Key, split
from dieukhoan.core.records import Blank, Document
from dieukhoan.tables.codes import ALIGNED, BLANK_ROLES
from dieukhoan.tables.common import unit_id
from dieukhoan.tables.compared import STATUS_TINTS
from dieukhoan.tables.model import Column, Row, Table, Words, text, whole
from dieukhoan.tables.outline import UNITS
from dieukhoan.tables.place import places

MOST_COLUMNS = 1000
"""Variants that a matrix can have: a sheet or a database with more columns is of use to nobody."""
_EDITED = Words("có sửa", "edited")
_SPLIT = Words("tách {count}", "split in {count}")
_AFTER, _FIRST = Words("Thêm sau {place}", "Added after {place}"), Words("Thêm ở đầu", "Added at the beginning")
_TITLE = Words("Phần đầu hoặc phần cuối", "Title or closing")
_OPEN, _GONE = Words("(còn trống)", "(open)"), Words("(bỏ cả đơn vị)", "(unit removed)")
_SHOWN, _ADDED_SHOWN = (
    160,
    2000,
)  # characters of a template unit, and of one that is to be read nowhere else on the sheet
_BEFORE, _BEHIND = 60, 30  # characters of the template around a blank
_TINT_OPEN, _TINT_GONE = "#FFF2CC", "#F8CBAD"


@dataclass(frozen=True, slots=True)
class Cell:
    """What is told of one variant, and the eids that it is about: the template's unit, or the variant's that was put
    in where that is empty."""

    told: str
    status: str
    template: str
    variant: str = ""


@dataclass(frozen=True, slots=True)
class Line:
    """A row of the matrix: where it stands, what is said there, the id of the template's unit (empty for what was put
    in), a cell for each variant (None where there is nothing to tell)."""

    place: str
    said: str
    unit: str
    cells: tuple[Cell | None, ...]


def matrix_table(variants: Sequence[Variant], lang: str) -> Table:
    """The declaration of the matrix: it has a column for every variant, so there is one for every run."""
    tints = tuple((ALIGNED[status].of(lang), tint) for status, tint in STATUS_TINTS)
    return Table(
        "doi_chieu",
        Words("Ma trận đối chiếu", "Matrix"),
        Words("Điều khoản của mẫu theo hàng, văn bản theo cột", "Template units down, variants across"),
        _columns(variants, (
            text("Điều khoản", "Điều khoản", "Unit", "nơi trong mẫu", "where in the template", width=30),
            text("Nội dung", "Nội dung", "Content",
                 "tên, lời đầu trong mẫu; của đơn vị thêm: như văn bản ghi",
                 "heading, first words of the template; of a unit put in: what it says", width=50),
            text("template_unit_id", "Mã đơn vị", "Unit id", "để nối bảng", "for joining", technical=True),
        ), Words("kết quả và độ giống", "status and similarity"), tints),
        frozen=2,
    )  # fmt: skip


def _columns(
    variants: Sequence[Variant], own: Sequence[Column], about: Words, tints: tuple[tuple[str, str], ...]
) -> tuple[Column, ...]:
    """The columns ``own`` and one for each variant, by its name."""
    taken = [name for column in own for name in (column.name, column.label.vi, column.label.en)]
    named = labels([variant.called for variant in variants], taken)
    return (*own, *(Column(name, "text", Words(name, name), about, width=16, tints=tints) for name in named))


def matrix_rows(template: Document, variants: Sequence[Variant], lang: str) -> Iterator[Row]:
    """The rows of the matrix: one for every unit of the template, and beneath it those that were put in there."""
    for line in matrix(template, variants, lang):
        cells = (cell.told if cell else None for cell in line.cells)
        yield (line.place, line.said or None, line.unit or None, *cells)


def matrix(template: Document, variants: Sequence[Variant], lang: str) -> Iterator[Line]:
    """The lines of the matrix. What several variants put in at the same place in the same words (but for the name of
    their own province) is one line."""
    where = _places(template, lang)
    cells = [_cells(variant, lang) for variant in variants]
    added = _added(variants, where, lang)
    yield from added[""]
    for unit in template.units:
        key = unit_id(template, unit.eid)
        said = _cut(" ".join(filter(None, (unit.heading, unit.text))), _SHOWN)
        yield Line(where[key], said, key, tuple(cell.get(key) for cell in cells))
        yield from added[key]


def _places(document: Document, lang: str) -> dict[str, str]:
    return places(list(UNITS.dicts(UNITS.rows(document))), lang) if UNITS.rows else {}


def _cut(said: str, most: int) -> str:
    return said if len(said) <= most else said[:most].rpartition(" ")[0] + " …"


def _cells(variant: Variant, lang: str) -> dict[str, Cell]:
    found: dict[str, list[Named]] = defaultdict(list)
    for row in variant.alignments:
        if row["template_unit_id"]:
            found[row["template_unit_id"]].append(row)
    return {key: Cell(_told(rows, lang), rows[0]["status"], _eid(key)) for key, rows in found.items()}


def _told(rows: Sequence[Named], lang: str) -> str:
    first = rows[0]
    word = ALIGNED[first["status"]].of(lang)
    if first["status"] == "removed":
        return word
    notes = [_EDITED.of(lang)] if first["edited"] else []
    if len(rows) > 1:
        notes.append(_SPLIT.of(lang).format(count=len(rows)))
    return f"{word} {first['similarity']:.0%}" + (f" ({', '.join(notes)})" if notes else "")


def _eid(key: str) -> str:
    return key.rpartition("#")[2]


def added_units(alignments: Iterable[Named], units: Sequence[Named], lang: str) -> dict[str, tuple[str, str]]:
    """Where the units stand that a variant put in, and what they say, by their ids; ``units`` are all its units."""
    wanted = {row["variant_unit_id"] for row in alignments if row["status"] == "added"}
    where = places(list(units), lang) if wanted else {}
    return {
        unit["unit_id"]: (where[unit["unit_id"]], " ".join(filter(None, (unit["heading"], unit["text"]))))
        for unit in units
        if unit["unit_id"] in wanted
    }


def _added(variants: Sequence[Variant], where: Mapping[str, str], lang: str) -> Mapping[str, list[Line]]:
    """The lines of what was put in, by the id of the template's unit before them (empty for none)."""
    word = ALIGNED["added"].of(lang)
    lines: dict[tuple[str, Key, int], tuple[str, dict[int, Cell]]] = {}
    for column, variant in enumerate(variants):
        before, seen = "", Counter[tuple[str, Key]]()
        province = split(str(variant.document["province"] or ""))
        for row in variant.alignments:
            before = row["template_unit_id"] or before
            if row["status"] == "added" and row["variant_unit_id"] in variant.added:
                place, said = variant.added[row["variant_unit_id"]]
                key = before, without(split(said), province)
                seen[key] += 1  # a variant that puts the same in twice has two lines
                _, cells = lines.setdefault((*key, seen[key]), (said, {}))
                cells[column] = Cell(f"{word}: {place}", "added", "", _eid(row["variant_unit_id"]))
    found: dict[str, list[Line]] = defaultdict(list)
    for (before, _, _), (said, cells) in lines.items():
        place = _AFTER.of(lang).format(place=where[before]) if before else _FIRST.of(lang)
        told = tuple(cells.get(column) for column in range(len(variants)))
        found[before].append(Line(place, _cut(said, _ADDED_SHOWN), "", told))
    return found


def blanks_table(variants: Sequence[Variant], lang: str) -> Table:
    """The declaration of the blanks of the template and what every variant wrote into them."""
    return Table(
        "dien_mau",
        Words("Bảng điền chỗ trống", "Blanks"),
        Words("Chỗ trống của mẫu theo hàng, văn bản theo cột", "Blanks of the template down, variants across"),
        _columns(variants, (
            whole("STT", "STT", "No.", "thứ tự chỗ trống trong mẫu", "counts the template's blanks"),
            text("Điều khoản", "Điều khoản", "Unit", "nơi trong mẫu", "where in the template", width=30),
            text("Chỗ trống", "Chỗ trống", "Blank", "lời xung quanh trong mẫu", "the words around it", width=50),
            text("Để điền", "Để điền", "For", "đoán", "a guess", width=14),
            text("template_unit_id", "Mã đơn vị", "Unit id", "để nối bảng", "for joining", technical=True),
        ), Words("nội dung điền", "what was written"),
            ((_OPEN.of(lang), _TINT_OPEN), (_GONE.of(lang), _TINT_GONE))),
        frozen=3,
    )  # fmt: skip


def blanks_rows(template: Document, variants: Sequence[Variant], lang: str) -> Iterator[Row]:
    """A row for every blank of the template, in its order."""
    where = _places(template, lang)
    first = variants[0].fills
    blanks = _blanks(template, [_eid(row["template_unit_id"] or "") for row in first])
    gone = [{row["template_unit_id"] for row in one.alignments if row["status"] == "removed"} for one in variants]
    for at, (row, blank) in enumerate(zip(first, blanks, strict=True)):
        key = row["template_unit_id"]
        cells = (
            variant.fills[at]["value"] or (_GONE if key in lost else _OPEN).of(lang)
            for variant, lost in zip(variants, gone, strict=True)
        )
        role = BLANK_ROLES[blank.role].of(lang) if blank else None
        around = _around(template.text, blank) if blank else None
        yield (row["position"], where.get(key, _TITLE.of(lang)), around, role, key, *cells)


def _blanks(template: Document, eids: Sequence[str]) -> list[Blank | None]:
    """The blanks that stand in the units ``eids``, one for each in order; None where their number is another one."""
    own: dict[str, list[Blank]] = defaultdict(list)
    for blank in template.blanks:
        own[blank.unit].append(blank)
    wanted, seen = Counter(eids), Counter[str]()
    found: list[Blank | None] = []
    for eid in eids:
        found.append(own[eid][seen[eid]] if len(own[eid]) == wanted[eid] else None)
        seen[eid] += 1
    return found


def _around(said: str, blank: Blank) -> str:
    before = said[max(0, blank.start - _BEFORE) : blank.start].rpartition("\n")[2]
    if blank.start > _BEFORE and len(before) == _BEFORE:
        before = f"… {before.partition(' ')[2]}"
    behind = said[blank.end : blank.end + _BEHIND].partition("\n")[0]
    if len(behind) == _BEHIND:
        behind = f"{behind.rpartition(' ')[0]} …"
    return f"{before}[{said[blank.start : blank.end]}]{behind}".strip()
