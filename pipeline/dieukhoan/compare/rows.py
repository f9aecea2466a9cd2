"""The rows of a comparison."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from dieukhoan.compare.memory import kept
from dieukhoan.compare.records import Comparison
from dieukhoan.core.records import Document
from dieukhoan.tables.common import item_id, unit_id
from dieukhoan.tables.compared import ALIGNMENTS, BLANK_FILLS, OBLIGATION_CHANGES, WORD_CHANGES
from dieukhoan.tables.model import Row, Rows
from dieukhoan.tables.outline import UNITS
from dieukhoan.tables.place import places


def rows(comparison: Comparison, lang: str = "vi") -> Rows:
    """The rows of the comparing tables, by table name; places of units and changes of duties are told in ``lang``."""
    return {
        ALIGNMENTS.name: list(_alignments(comparison)),
        BLANK_FILLS.name: list(_fills(comparison)),
        OBLIGATION_CHANGES.name: list(_changes(comparison, lang)),
        WORD_CHANGES.name: list(_words(comparison)),
    }


def _alignments(found: Comparison) -> Iterator[Row]:
    for pair in found.pairs:
        yield ALIGNMENTS.row(
            pair,
            variant_document_id=found.variant.document_id,
            template_unit_id=unit_id(found.template, pair.template),
            variant_unit_id=unit_id(found.variant, pair.variant),
        )


def _fills(found: Comparison) -> Iterator[Row]:
    for fill in found.fills:
        span = {"start": fill.start, "end": fill.end} if fill.value else {"start": None, "end": None}
        where = unit_id(found.template, fill.unit)
        yield BLANK_FILLS.row(fill, document_id=found.variant.document_id, template_unit_id=where, **span)


def _changes(found: Comparison, lang: str) -> Iterator[Row]:
    ours, theirs = _Told(found.template, lang), _Told(found.variant, lang)
    for change in found.changes:
        template_place, template_text = ours.duty(change.template)
        variant_place, variant_text = theirs.duty(change.variant)
        yield OBLIGATION_CHANGES.row(
            change,
            detail=change.told(lang),
            template_place=template_place,
            template_text=template_text,
            variant_place=variant_place,
            variant_text=variant_text,
            variant_document_id=found.variant.document_id,
            template_obligation_id=_duty(found.template, change.template),
            variant_obligation_id=_duty(found.variant, change.variant),
        )


class _Told:
    """The duties of a document in the words of people."""

    def __init__(self, document: Document, lang: str) -> None:
        self._document = document
        self._places = _places(document, lang)

    def duty(self, index: int | None) -> tuple[str, str]:
        """Where a duty stands and what it says, both empty for none."""
        if index is None:
            return "", ""
        duty = self._document.duties[index]
        return self._places.get(unit_id(self._document, duty.unit), ""), duty.text


@kept  # those of the template are asked for with every variant
def _places(document: Document, lang: str) -> Mapping[str, str]:
    """How the place of each unit is told to people, by its id."""
    return places(list(UNITS.dicts(UNITS.rows(document))), lang) if UNITS.rows else {}


def _words(found: Comparison) -> Iterator[Row]:
    for number, change in enumerate(found.words, 1):
        yield WORD_CHANGES.row(
            change,
            variant_document_id=found.variant.document_id,
            template_unit_id=unit_id(found.template, change.template),
            variant_unit_id=unit_id(found.variant, change.variant),
            position=number,
        )


def _duty(document: Document, index: int | None) -> str:
    return "" if index is None else item_id(document, "o", index + 1)
