"""The issuers that a joint document's number names: "01/2018/TTLT-BCA-BQP"."""

from __future__ import annotations

import re

from dieukhoan.core.text import View
from dieukhoan.rulebook import Rulebook

_JOINT = re.compile(r"(?:TTLT|NQLT|TTLN|QCLT)\s*[-/\s]\s*", re.IGNORECASE)
_SPLIT = re.compile(r"\s*[-/]\s*")


def issuers(number: str, rules: Rulebook) -> list[str]:
    """The full names of the issuers, in the number's order; empty for a number that is not joint or holds a code
    that no rule knows."""
    start = _JOINT.search(number)
    if start is None:
        return []
    family = rules.family("issuer_code")
    names = []
    for code in _SPLIT.split(number[start.end() :].replace("Ð", "Đ")):
        word = re.sub(r"[\d\s]+$", "", code)
        found = family.scan(View(word))
        if not found or (found[0].start, found[0].end) != (0, len(word)):
            return []
        names.append(found[0].emit["name"])
    return list(dict.fromkeys(names))
