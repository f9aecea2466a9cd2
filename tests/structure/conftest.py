"""A short way from a text to its outline."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import replace
from typing import Any

import pytest

from dieukhoan.core.records import Document, Line, Source, Unit
from dieukhoan.core.syllables import split_points
from dieukhoan.core.text import View
from dieukhoan.rulebook import Rulebook, build
from dieukhoan.rulebook.load import rules_root
from dieukhoan.structure import outline

TITLE = "CHƯƠNG TRÌNH PHỐI HỢP\nvề công tác thử nghiệm\n\n"


@pytest.fixture(scope="session")
def rules() -> Rulebook:
    """The rules of the outline alone."""
    folder = rules_root() / "structure"
    texts = {f"structure/{item.name}": item.read_text(encoding="utf-8") for item in folder.iterdir()}
    return build({name: text for name, text in texts.items() if name.endswith(".yaml")})


class Outlined:
    """A document after the structure stage, with its units at hand by path."""

    def __init__(self, document: Document) -> None:
        self.document = document
        self.units = {unit.eid.replace("__", "/"): unit for unit in document.units}

    @property
    def paths(self) -> list[str]:
        return list(self.units)

    def __getitem__(self, path: str) -> Unit:
        return self.units[path]

    @property
    def codes(self) -> list[tuple[str, str]]:
        return [(item.code, item.unit.replace("__", "/")) for item in self.document.diagnostics]

    def zone(self, kind: str) -> list[str]:
        return [self.document.text[zone.start : zone.end] for zone in self.document.zones if zone.kind == kind]

    def uncovered(self) -> list[str]:
        """The stretches of text that stand in no unit or zone, or in two."""
        text, at, faults = self.document.text, 0, []
        spans = [(item.start, item.end) for item in (*self.document.units, *self.document.zones)]
        for start, end in sorted(spans):
            faults += [text[end_:start_] for start_, end_ in ((start, at), (at, start)) if end_ < start_]
            at = max(at, end)
        return [fault for fault in (*faults, text[at:]) if fault.strip()]


Outliner = Callable[..., Outlined]


@pytest.fixture
def outlined(rules: Rulebook) -> Outliner:
    """Outline a text under a title; ``hints`` give fields of a Line by the line's text."""

    def run(body: str, *, title: str = TITLE, hints: Mapping[str, Mapping[str, Any]] | None = None) -> Outlined:
        text, lines, at = title + body, [], 0
        for raw in text.split("\n"):
            line = Line(at, at + len(raw), indent=6.0 * (len(raw) - len(raw.lstrip())))
            lines.append(replace(line, **(hints or {}).get(raw, {})))
            at += len(raw) + 1
        source = Source("thu.txt", "0" * 64, "txt", text, tuple(lines))
        done = Outlined(outline(Document("thu", source, View(text, split_points(text))), rules))
        assert done.uncovered() == []
        for unit in done.document.units:
            assert unit.heading == text[unit.heading_start : unit.heading_end]
            assert unit.text == text[unit.text_start : unit.text_end]
        return done

    return run
