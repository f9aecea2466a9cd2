"""All variants at once: a summary of each.

What it reads are rows of the comparing tables, so that the comparisons themselves need not be kept.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from dieukhoan.compare.labels import labels
from dieukhoan.compare.resemble import Kin, Prints, clusters
from dieukhoan.core.records import Document
from dieukhoan.tables.codes import ALIGNED, SIGNING
from dieukhoan.tables.common import item_id
from dieukhoan.tables.compared import VARIANT_SUMMARY
from dieukhoan.tables.model import Row

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
    """What is known of one variant: its row of ``documents``, the rows of its comparison, its prints; of the units
    that it put in where they stand and what they say, by their ids."""

    document: Named
    alignments: Sequence[Named]
    fills: Sequence[Named]
    changes: Sequence[Named]
    prints: Prints
    added: Mapping[str, tuple[str, str]] = field(default_factory=dict)

    @property
    def called(self) -> tuple[str, str]:
        """What people call it: its province (empty for none) and its file; see :func:`labels`."""
        return str(self.document["province"] or ""), str(self.document["source"])


def summary(
    template: Document, variants: Sequence[Variant], unread: Sequence[Named] = (), lang: str = "vi"
) -> list[Row]:
    """The rows of ``variant_summary``; ``unread`` are rows of ``documents`` of variants that could not be read: nothing
    else is told of them, and they come last."""
    duties = {item_id(template, "o", at): duty.text for at, duty in enumerate(template.duties, 1)}
    kin = clusters([variant.prints for variant in variants])
    named = labels([variant.called for variant in variants])
    told = [
        {**_summed(template, variant, duties, lang), **_near(one, variants), "name": name}
        for variant, one, name in zip(variants, kin, named, strict=True)
    ]
    return [VARIANT_SUMMARY.row(**row) for row in told] + [_unread(template, document) for document in unread]


def _unread(template: Document, document: Named) -> Row:
    known = {"variant_document_id": document["document_id"], "template_document_id": template.document_id}
    return VARIANT_SUMMARY.row(**{**dict.fromkeys(VARIANT_SUMMARY.names), **known, "source": document["source"]})


def _near(kin: Kin, variants: Sequence[Variant]) -> Named:
    alone = kin.nearest is None
    return {
        "cluster": kin.cluster,
        "nearest_document_id": None if kin.nearest is None else variants[kin.nearest].document["document_id"],
        "nearest_similarity": None if alone else round(kin.similarity, 4),
    }


def _summed(template: Document, variant: Variant, duties: Mapping[str, str], lang: str) -> Named:
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
    return dict(
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
        effective_change=_turned(template.header.effective_from, variant.document["effective_from"], lang),
        period_change=_turned(template.header.period, variant.document["period"], lang),
        dropped_duties="; ".join(dropped),
    )


def _turned(before: str, after: str | None, lang: str) -> str | None:
    """A date that another one took the place of; None where one of them is not stated, or left blank."""
    if not before or not after or before == after:
        return None
    return " → ".join(SIGNING[date].of(lang) if date in SIGNING else date for date in (before, after))
