"""All variants at once: the matrix of units and variants, and a summary of each variant.

What it reads are rows of the comparing tables, so that the comparisons themselves need not be kept.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from dieukhoan.compare.resemble import Kin, Prints, clusters
from dieukhoan.core.records import Document
from dieukhoan.tables.codes import ALIGNED
from dieukhoan.tables.common import item_id, unit_id
from dieukhoan.tables.compared import STATUS_TINTS, VARIANT_SUMMARY
from dieukhoan.tables.model import Column, Row, Table, Words, text
from dieukhoan.tables.outline import UNITS
from dieukhoan.tables.place import places

MOST_COLUMNS = 1000
"""Variants that a matrix can have: a sheet or a database with more columns is of use to nobody."""
_EDITED = Words("có sửa", "edited")
_SPLIT = Words("tách {count}", "split in {count}")
_ADDED = Words("(đơn vị thêm mới)", "(units added)")
_SHOWN = 160  # characters of a template unit in the matrix
_DUTIES = {
    "kept": "duties_kept",
    "reworded": "reworded",
    "body_changed": "body_changed",
    "deadline_changed": "deadline_changed",
    "dropped": "dropped",
    "new": "new",
}

Named = Mapping[str, Any]


@dataclass(frozen=True, slots=True)
class Variant:
    """What is known of one variant: its row of ``documents``, the rows of its comparison, its prints."""

    document: Named
    alignments: Sequence[Named]
    fills: Sequence[Named]
    changes: Sequence[Named]
    prints: Prints

    @property
    def name(self) -> str:
        """What people call it: its province, else its file."""
        return str(self.document["province"] or self.document["source"])


def summary(template: Document, variants: Sequence[Variant], unread: Sequence[Named] = ()) -> list[Row]:
    """The rows of ``variant_summary``; ``unread`` are rows of ``documents`` of variants that could not be read: nothing
    else is told of them, and they come last."""
    duties = {item_id(template, "o", at): duty.text for at, duty in enumerate(template.duties, 1)}
    kin = clusters([variant.prints for variant in variants])
    told = [_summed(template, variant, duties, one, variants) for variant, one in zip(variants, kin, strict=True)]
    return told + [_unread(template, document) for document in unread]


def _unread(template: Document, document: Named) -> Row:
    known = {"variant_document_id": document["document_id"], "template_document_id": template.document_id}
    return VARIANT_SUMMARY.row(**{**dict.fromkeys(VARIANT_SUMMARY.names), **known, "source": document["source"]})


def _summed(
    template: Document, variant: Variant, duties: Mapping[str, str], kin: Kin, variants: Sequence[Variant]
) -> Row:
    best: dict[str, float] = defaultdict(float)
    status: dict[str, str] = {}
    for row in variant.alignments:
        if row["template_unit_id"]:
            best[row["template_unit_id"]] = max(best[row["template_unit_id"]], row["similarity"])
            status[row["template_unit_id"]] = row["status"]
    fates = Counter(row["status"] for row in variant.alignments)
    met = Counter(row["change"] for row in variant.changes)
    count = len(status)
    days = [row["days"] for row in variant.changes if row["days"] is not None]
    dropped = [duties[row["template_obligation_id"]] for row in variant.changes if row["change"] == "dropped"]
    kept = sum(fate in ("identical", "filled") for fate in status.values())
    filled = sum(1 for row in variant.fills if row["value"])
    return VARIANT_SUMMARY.row(
        variant_document_id=variant.document["document_id"],
        template_document_id=template.document_id,
        source=variant.document["source"],
        province=variant.document["province"],
        kept_share=round(kept / count, 4) if count else None,
        similarity=round(sum(best.values()) / count, 4) if count else None,
        **{name: fates[name] for name in ALIGNED},
        **{column: met[change] for change, column in _DUTIES.items()},
        blanks_filled=filled,
        blanks_open=len(variant.fills) - filled,
        earliest_days=min(days, default=None),
        latest_days=max(days, default=None),
        dropped_duties="; ".join(dropped),
        cluster=kin.cluster,
        nearest_document_id=None if kin.nearest is None else variants[kin.nearest].document["document_id"],
        nearest_similarity=None if kin.nearest is None else round(kin.similarity, 4),
    )


def matrix_table(variants: Sequence[Variant], lang: str) -> Table:
    """The declaration of the matrix: it has a column for every variant, so there is one for every run."""
    tints = tuple((ALIGNED[status].of(lang), tint) for status, tint in STATUS_TINTS)
    labels = _labels([variant.name for variant in variants])
    return Table(
        "doi_chieu",
        Words("Ma trận đối chiếu", "Matrix"),
        Words("Điều khoản của mẫu theo hàng, văn bản theo cột", "Template units down, variants across"),
        (
            text("Điều khoản", "Điều khoản", "Unit", "nơi trong mẫu", "where in the template", width=30),
            text("Nội dung", "Nội dung trong mẫu", "In the template", "tên, lời đầu", "heading, first words", width=50),
            text("template_unit_id", "Mã đơn vị", "Unit id", "để nối bảng", "for joining", technical=True),
            *(
                Column(
                    str(variant.document["document_id"]),
                    "text",
                    Words(label, label),
                    Words("kết quả và độ giống", "status and similarity"),
                    width=16,
                    tints=tints,
                )
                for variant, label in zip(variants, labels, strict=True)
            ),
        ),
        frozen=2,
    )  # fmt: skip


def _labels(names: Sequence[str]) -> list[str]:
    """Names with a number where they would repeat."""
    seen: Counter[str] = Counter()
    found = []
    for name in names:
        seen[name] += 1
        found.append(name if seen[name] == 1 else f"{name} ({seen[name]})")
    return found


def matrix_rows(template: Document, variants: Sequence[Variant], lang: str) -> Iterator[Row]:
    """The rows of the matrix: one for every unit of the template, and one that counts the units put in."""
    cells = [_cells(variant, lang) for variant in variants]
    units = list(UNITS.dicts(UNITS.rows(template))) if UNITS.rows else []
    where = places(units, lang)
    for unit in template.units:
        key = unit_id(template, unit.eid)
        said = " ".join(filter(None, (unit.heading, unit.text)))
        shown = said if len(said) <= _SHOWN else said[:_SHOWN].rpartition(" ")[0] + " …"
        yield (where[key], shown or None, key, *(cell.get(key) for cell in cells))
    added = [sum(row["status"] == "added" for row in variant.alignments) for variant in variants]
    if any(added):
        word = ALIGNED["added"].of(lang)
        yield (_ADDED.of(lang), None, None, *(f"{word} {count}" if count else None for count in added))


def _cells(variant: Variant, lang: str) -> dict[str, str]:
    found: dict[str, list[Named]] = defaultdict(list)
    for row in variant.alignments:
        if row["template_unit_id"]:
            found[row["template_unit_id"]].append(row)
    return {key: _cell(rows, lang) for key, rows in found.items()}


def _cell(rows: Sequence[Named], lang: str) -> str:
    first = rows[0]
    word = ALIGNED[first["status"]].of(lang)
    if first["status"] == "removed":
        return word
    notes = [_EDITED.of(lang)] if first["edited"] else []
    if len(rows) > 1:
        notes.append(_SPLIT.of(lang).format(count=len(rows)))
    return f"{word} {first['similarity']:.0%}" + (f" ({', '.join(notes)})" if notes else "")
