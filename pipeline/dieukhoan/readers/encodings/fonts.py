"""What the name of a font says of the encoding of its text."""

from __future__ import annotations

import re
from dataclasses import dataclass

_SUBSET = re.compile("^[A-Z]{6}\\+")
_FAMILIES = (
    (re.compile(r"\.vn|.*tcvn3|vn\w+ ?\(ds\)", re.I), "tcvn3"),
    (re.compile(r"vni(?![a-z]* ?unicode)", re.I), "vni"),
    (re.compile(r"vps", re.I), "vps"),
    (re.compile(r"vi (?:times|arial|helv|courier)", re.I), "viscii"),
)
_CAPITALS = re.compile(r"h(?:[ ,-]?(?:bold|italic|regular|normal|mt))*$", re.I)


@dataclass(frozen=True, slots=True)
class Script:
    """An encoding (empty for Unicode), and whether all is drawn in capitals: TCVN3 has no accented capitals, so
    "bé tµi chÝnh" is typed in .VnTimeH where the page shows "BỘ TÀI CHÍNH"."""

    encoding: str
    capitals: bool = False


def script_of(font: str) -> Script | None:
    """The script of text in ``font``, None where the name says nothing."""
    name = _SUBSET.sub("", font)
    for pattern, encoding in _FAMILIES:
        if pattern.match(name):
            return Script(encoding, encoding == "tcvn3" and bool(_CAPITALS.search(name)))
    return None
