"""Every output table, declared once; from a document to rows.

The declarations drive every format: a writer reads names, labels, types and keys here and knows no column of its own.
"""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from dieukhoan.core.records import Document
from dieukhoan.core.remarks import told
from dieukhoan.tables.actors import BODIES, MENTIONS, PARTIES, RECIPIENTS, SIGNATURES
from dieukhoan.tables.agenda import LICH, lich
from dieukhoan.tables.citations import CITATIONS
from dieukhoan.tables.collate import collation_bytes, collation_key
from dieukhoan.tables.documents import DIAGNOSTICS, DOCUMENTS, failed
from dieukhoan.tables.duties import DEADLINES, OBLIGATION_BODIES, OBLIGATION_DEADLINES, OBLIGATIONS
from dieukhoan.tables.model import LANGS, Cell, Column, Row, Rows, Table, Words
from dieukhoan.tables.outline import ABBREVIATIONS, BLANKS, UNITS
from dieukhoan.tables.sound import sound
from dieukhoan.tables.views import NHIEM_VU, Facts, nhiem_vu

if TYPE_CHECKING:
    import pandas

__all__ = [
    "LANGS", "TABLES", "VIEWS", "Cell", "Column", "Row", "Rows", "Table", "Words",
    "collation_bytes", "collation_key", "failed", "frames", "rows",
]  # fmt: skip

VIEWS: tuple[Table, ...] = (NHIEM_VU, LICH)
TABLES: tuple[Table, ...] = (
    DOCUMENTS,
    UNITS,
    BODIES,
    OBLIGATIONS,
    OBLIGATION_BODIES,
    DEADLINES,
    OBLIGATION_DEADLINES,
    CITATIONS,
    MENTIONS,
    PARTIES,
    SIGNATURES,
    RECIPIENTS,
    ABBREVIATIONS,
    BLANKS,
    DIAGNOSTICS,
)


def rows(document: Document, lang: str = "vi") -> Rows:
    """The rows of every table and view by its name; ``lang`` is the language of the views' own words, and of
    remarks about the file."""
    document = replace(document, diagnostics=tuple(told(doubt, lang) for doubt in document.diagnostics))
    raw = {table.name: list(table.rows(document)) for table in TABLES if table.rows}
    clean, faults = sound(raw, TABLES)
    nowhere = {"unit_id": None, "start": None, "end": None}
    clean[DIAGNOSTICS.name] += [
        DIAGNOSTICS.row(document_id=document.document_id, severity="warning", code=code, message=message, **nowhere)
        for code, message in faults
    ]
    facts = Facts(clean, lang)
    return clean | {NHIEM_VU.name: list(nhiem_vu(facts)), LICH.name: list(lich(facts))}


def frames(document: Document, lang: str = "vi") -> dict[str, pandas.DataFrame]:
    """Every table and view as a data frame, by name; what is not stated is missing (NA), dates are ISO text."""
    from dieukhoan.tables.dataframes import frame

    made = rows(document, lang)
    return {table.name: frame(table, made[table.name]) for table in (*VIEWS, *TABLES)}
