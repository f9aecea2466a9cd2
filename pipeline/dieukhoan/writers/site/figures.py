"""What the overview counts while the documents go by; it grows with the number of codes, not with that of rows."""

from __future__ import annotations

import re
from collections import Counter
from typing import Any

from dieukhoan.writers.site.facts import Facts

_SIDE = re.compile(r"ben-[a-e]")
_STEP = 20  # per cent of confidence in a bar


class Figures:
    """Counts over all documents of a run. ``endless`` are recurring deadlines without a last day; ``bodies`` is filled
    when the bodies are written."""

    def __init__(self) -> None:
        self.documents = self.duties = self.deadlines = self.warnings = self.bodies = self.characters = self.endless = 0
        self.status: Counter[str] = Counter()
        self.types: Counter[str] = Counter()
        self.duties_of_type: Counter[str] = Counter()
        self.provinces: Counter[str] = Counter()
        self.levels: Counter[str] = Counter()
        self.modality: Counter[str] = Counter()
        self.deadline_kinds: Counter[str] = Counter()
        self.doubts: Counter[tuple[str, str]] = Counter()
        self.confidence: Counter[int] = Counter()
        self.covered: Counter[str] = Counter()
        self.body_kinds: Counter[str] = Counter()
        self.body_levels: Counter[str] = Counter()
        self.body_provinces: Counter[str] = Counter()
        self.busiest: list[dict[str, Any]] = []

    def add(self, facts: Facts) -> None:
        """Count a document."""
        about = facts.document
        self.documents += 1
        self.duties += len(facts.duties)
        self.deadlines += len(facts.deadlines)
        self.warnings += facts.warnings()
        self.characters += len(facts.text or "")
        self.status[about["status"]] += 1
        self.types[about["document_type"]] += 1
        self.duties_of_type[about["document_type"]] += len(facts.duties)
        self.provinces[about["province"] or ""] += 1
        self.levels[about["level"] or ""] += 1
        self.endless += sum(bool(row["rrule"] and not row["due_last"]) for row in facts.deadlines)
        self.deadline_kinds.update(row["kind"] for row in facts.deadlines)
        self.doubts.update((row["severity"], row["code"]) for row in facts.diagnostics)
        self.covered.update(f"document_{name}" for name in ("number", "issued_on", "period") if about[name])
        self.covered["document_parties"] += bool(facts.parties)
        self.covered["document_duties"] += bool(facts.duties)
        for duty in facts.duties:
            self._add_duty(duty)

    def _add_duty(self, duty: dict[str, Any]) -> None:
        self.modality[duty["modality"]] += 1
        self.confidence[min(int((duty["confidence"] or 0) * 100) // _STEP, 100 // _STEP - 1)] += 1
        self.covered["duty_lead"] += bool(duty["lead"])
        self.covered["duty_named"] += duty["subject_source"] == "explicit"
        self.covered["duty_when"] += bool(duty["when"])
        self.covered["duty_days"] += bool(duty["days"])

    def confidences(self) -> list[tuple[str, int]]:
        """How many duties there are by confidence, the surest first."""
        steps = range(100 // _STEP - 1, -1, -1)
        return [(f"{step * _STEP}–{(step + 1) * _STEP}%", self.confidence[step]) for step in steps]

    def add_body(self, body: dict[str, Any], listed: int) -> None:
        """Count a body; of those with most duties to lead or support some ``listed`` are kept. "Bên A" is
        somebody else in every contract and not among them."""
        self.bodies += 1
        self.body_kinds[body["kind"] or ""] += 1
        self.body_levels[body["level"] or ""] += 1
        self.body_provinces[body["province"] or ""] += 1
        if body["own"] and not _SIDE.fullmatch(body["body_id"]):
            ranked = sorted([*self.busiest, body], key=lambda one: -one["own"])
            self.busiest = ranked[:listed]
