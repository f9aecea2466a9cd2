"""The words of the report, and how it writes numbers and dates."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache
from importlib.resources import files
from typing import Any

import yaml

from dieukhoan.tables import codes, collation_key
from dieukhoan.tables.duties import DOUBTFUL


@cache
def _known() -> Mapping[str, Mapping[str, Any]]:
    text = files("dieukhoan.writers.site").joinpath("words.yaml").read_text("utf-8")
    return dict(yaml.safe_load(text))


_CODES = {
    "status": codes.STATUSES,
    "modality": codes.MODALITIES,
    "role": codes.ROLES,
    "subject_source": codes.SUBJECTS,
    "via": codes.VIA,
    "deadline_kind": codes.DEADLINE_KINDS,
    "relation": codes.RELATIONS,
    "citation_relation": codes.CITING,
    "severity": codes.SEVERITIES,
    "level": codes.LEVELS,
    "kind": codes.BODY_KINDS,
    "document_type": codes.DOCUMENT_TYPES,
    "doubt": codes.DOUBTS,
}


class Wording:
    """Everything that the report says itself, in ``lang``: ``vi`` or ``en``."""

    def __init__(self, lang: str) -> None:
        self.lang = lang
        self._at = 1 if lang == "en" else 0

    def word(self, key: str, /, **values: object) -> str:
        """The words ``key``, with ``values`` in their places. Raises KeyError for a key that nobody wrote down."""
        said = str(_known()["words"][key][self._at])
        return said.format(**values) if values else said

    def label(self, group: str, code: str | None) -> str:
        """What people call a ``code`` of a column; the code itself where nobody has named it."""
        return codes.name(_CODES[group], code, self.lang)

    def labels(self, group: str) -> dict[str, str]:
        """What people call each code of a column, in the order in which a list offers them."""
        return {code: names.of(self.lang) for code, names in _CODES[group].items()}

    def pairs(self, group: str, counts: Mapping[str, int]) -> list[tuple[str, str]]:
        """The codes that there are with their labels, in the order of a list of those."""
        named = [(code, self.label(group, code)) for code in counts if code]
        return sorted(named, key=lambda pair: collation_key(pair[1]))

    def doubts(self, counts: Mapping[tuple[str, str], int]) -> list[tuple[str, str]]:
        """The same of diagnostics, which are counted by severity and code."""
        return self.pairs("doubt", {code: count for (_, code), count in counts.items()})

    def months(self) -> list[tuple[str, str]]:
        """The months of a year as a list offers them."""
        return [(str(number), name) for number, name in enumerate(self.word("months").split("|"), 1)]

    def number(self, value: int) -> str:
        """``value`` with its thousands apart: 1.234 in Vietnamese."""
        return f"{value:,}".replace(",", "." if self.lang == "vi" else ",")

    def date(self, text: str | None) -> str:
        """An ISO or EDTF date as people write it (15/12/2025); other words as they are."""
        if not text:
            return ""
        if "/" in text:
            return "–".join(map(self.date, text.split("/")))
        parts = text.split("-")
        return "/".join(reversed(parts)) if self.lang == "vi" and all(map(str.isdigit, parts)) else text

    def day(self, number: int) -> str:
        """A day as the lists have it (20251215) as people write it."""
        return self.date(f"{number // 10000:04}-{number // 100 % 100:02}-{number % 100:02}")

    def share(self, part: int, whole: int) -> str:
        """``part`` of ``whole`` in per cent."""
        return f"{round(100 * part / whole)}%" if whole else "–"

    def for_scripts(self) -> dict[str, object]:
        """What the scripts show: their own words, the confidence below which they say so, and the labels of codes."""
        groups = ("modality", "kind", "level", "document_type", "deadline_kind", "relation", "role", "status")
        return {
            "lang": self.lang,
            "doubtful_below": DOUBTFUL[0][0],
            **{key: self.word(key) for key in _known()["scripts"]},
            "labels": {group: self.labels(group) for group in groups},
        }
