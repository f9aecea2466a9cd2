"""How well a comparison agrees with the truth of a made pair, by the definitions of the gold's scorer."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, field

from compare.made_pairs import Made
from dieukhoan.compare import Comparison
from dieukhoan.core.records import Document

_QUIET = ("identical", "filled")


@dataclass
class Score:
    """Counts over many pairs."""

    counts: Counter[str] = field(default_factory=Counter)

    def f1(self, what: str) -> float:
        """The F1 of ``units``, ``fills`` or ``duties``."""
        hit, extra, missed = (self.counts[f"{what} {kind}"] for kind in ("hit", "extra", "missed"))
        return 2 * hit / max(1, 2 * hit + extra + missed)

    def share(self, what: str) -> float:
        """Of ``status`` (right ones) or ``phantom`` (unchanged units reported as changed) the share."""
        return self.counts[what] / max(1, self.counts[f"{what} of"])

    def add(self, made: Made, found: Comparison) -> None:
        """Count one pair."""
        ours, theirs = _keys(found.template, made.template_at), _keys(found.variant, made.variant_at)
        known = [pair for pair in found.pairs if pair.template in ours or pair.variant in theirs]
        pairs = {(ours.get(pair.template), theirs.get(pair.variant)): pair.status for pair in known}
        self._count("units", Counter(pairs.keys()), Counter(made.pairs.keys()))
        for key in pairs.keys() & made.pairs.keys():
            self.counts["status of"] += 1
            self.counts["status"] += pairs[key] == made.pairs[key]
            if made.pairs[key] in _QUIET:
                self.counts["phantom of"] += 1
                self.counts["phantom"] += pairs[key] not in _QUIET
        self._count("fills", Counter(fill.value for fill in found.fills if fill.value), Counter(made.fills))
        self._count("duties", Counter(_changes(found)), Counter(made.changes))

    def _count(self, what: str, found: Counter[object], truth: Counter[object]) -> None:
        hit = (found & truth).total()
        self.counts[f"{what} hit"] += hit
        self.counts[f"{what} extra"] += found.total() - hit
        self.counts[f"{what} missed"] += truth.total() - hit


def _keys(document: Document, at: dict[int, int]) -> dict[str, int]:
    begins = {offset: key for key, offset in at.items()}
    return {unit.eid: begins[unit.start] for unit in document.units if unit.start in begins}


def _changes(found: Comparison) -> list[tuple[str | None, str | None, str]]:
    ours, theirs = found.template.duties, found.variant.duties
    return [
        (
            None if change.template is None else ours[change.template].text,
            None if change.variant is None else theirs[change.variant].text,
            change.change,
        )
        for change in found.changes
        if change.change != "kept"
    ]
