"""Annotated files: opened, and refused with file, place and remedy where they cannot be scored against.

The format is that of the annotation guide: one JSON object a document.
"""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from dieukhoan.core.errors import GoldError, UsageError
from dieukhoan.evaluate.alike import norm
from dieukhoan.evaluate.words import say

Entry = Mapping[str, Any]
Fault = tuple[str, str, dict[str, object]]  # place, message, its values

ROLES = ("lead", "support", "directed", "assigner", "recipient")
_KINDS = ("date", "period", "recurring", "relative", "duration", "event", "vague")
_RELATIONS = ("on", "by", "from", "during", "after")
_MODALITIES = ("obligation", "prohibition", "permission", "recommendation")
_NEEDED = {
    "file": "text", "metadata": "object", "parties": "list", "bodies": "list", "units": "list", "obligations": "list",
    "deadlines": "list", "citations": "list", "signatures": "list",
}  # fmt: skip
_FIELDS = {
    "obligations": ("quote", "unit", "modality"),
    "deadlines": ("quote", "unit", "kind"),
    "citations": ("quote",),
    "signatures": ("name", "title"),
}
_TYPES = {"text": str, "object": dict, "list": list}
_SHOWN = 10  # faults that an error lists


@dataclass(frozen=True, slots=True)
class Gold:
    """An annotated document; the lists hold what the guide says, checked for what the scoring needs."""

    path: Path
    file: str
    metadata: Entry
    parties: Sequence[str]
    bodies: Sequence[Sequence[str]]
    units: Sequence[tuple[str, str, str]]
    obligations: Sequence[Entry]
    deadlines: Sequence[Entry]
    citations: Sequence[Entry]
    signatures: Sequence[Entry]


def find(paths: Sequence[str | Path], lang: str) -> list[Path]:
    """The annotated files: those named, and every .json file in a folder named. Raises UsageError where none is."""
    found: list[Path] = []
    for path in map(Path, paths):
        if path.is_dir():
            inside = sorted(path.glob("*.json"))
            if not inside:
                raise UsageError(say("empty_folder", lang, path=path))
            found += inside
        elif path.is_file():
            found.append(path)
        else:
            raise UsageError(say("no_gold", lang, path=path))
    return found


def read_gold(path: Path, lang: str = "vi") -> Gold:
    """The annotation in the file ``path``. Raises GoldError, which names every fault with its place and remedy."""
    data: Any = _parse(path, lang)
    _refuse(path, list(_shape(data)), lang)
    gold = Gold(
        path,
        **{name: data[name] for name in _NEEDED if name != "units"},
        units=[(unit[0], unit[1], unit[2]) for unit in data["units"]],
    )
    _refuse(path, list(_sense(gold)), lang)
    return gold


def check_text(gold: Gold, text: str, lang: str = "vi") -> None:
    """Raise GoldError for every unit and quote that does not stand in ``text``; punctuation and case do not count."""
    whole = f" {norm(text)} "
    faults: list[Fault] = []
    for place, quote in _quotes(gold):
        if norm(quote) not in whole:
            faults.append((place, "not_in_text", {"value": quote[:80]}))
    _refuse(gold.path, faults, lang)


def _quotes(gold: Gold) -> Iterator[tuple[str, str]]:
    for eid, heading, text in gold.units:
        yield f"units {eid}", heading
        yield f"units {eid}", text
    for part in ("obligations", "deadlines", "citations"):
        for number, entry in enumerate(getattr(gold, part), 1):
            yield f"{part} {number}", entry["quote"]


def _parse(path: Path, lang: str) -> object:
    fault: Fault
    try:
        return json.loads(path.read_bytes().decode("utf-8-sig"))
    except OSError as error:
        fault = "", "unreadable", {"reason": error.strerror or error}
    except UnicodeDecodeError:
        fault = "", "not_utf8", {}
    except json.JSONDecodeError as error:
        fault = "", "not_json", {"line": error.lineno, "column": error.colno, "reason": error.msg}
    raise _error(path, [fault], lang)


def _refuse(path: Path, faults: Sequence[Fault], lang: str) -> None:
    if faults:
        raise _error(path, faults, lang)


def _error(path: Path, faults: Sequence[Fault], lang: str) -> GoldError:
    lines = [say("bad_gold", lang, path=path)]
    for place, key, values in faults[:_SHOWN]:
        told = {"wanted": say(str(values["wanted"]), lang)} if key == "bad_type" else values
        lines.append("  " + (f"{place}: " if place else "") + say(key, lang, **told))
    if len(faults) > _SHOWN:
        lines.append("  " + say("more", lang, count=len(faults) - _SHOWN))
    return GoldError(str(path), "\n".join(lines))


def _shape(data: object) -> Iterator[Fault]:
    """Missing keys and wrong types."""
    if not isinstance(data, dict):
        yield "", "bad_type", {"wanted": "object"}
        return
    for key, kind in _NEEDED.items():
        if key not in data:
            yield "", "no_key", {"key": key}
        elif not isinstance(data[key], _TYPES[kind]):
            yield key, "bad_type", {"wanted": kind}
    for number, unit in enumerate(_list(data, "units"), 1):
        if not (isinstance(unit, list) and len(unit) == 3 and all(isinstance(part, str) for part in unit)):
            yield f"units {number}", "bad_type", {"wanted": "unit"}
    for number, names in enumerate(_list(data, "bodies"), 1):
        yield from _texts(names, f"bodies {number}")
    yield from _texts(_list(data, "parties"), "parties")
    for part, fields in _FIELDS.items():
        for number, entry in enumerate(_list(data, part), 1):
            yield from _entry(entry, fields, f"{part} {number}")


def _list(data: Mapping[str, Any], key: str) -> list[Any]:
    value = data.get(key)
    return value if isinstance(value, list) else []


def _entry(entry: object, fields: Sequence[str], place: str) -> Iterator[Fault]:
    if not isinstance(entry, dict):
        yield place, "bad_type", {"wanted": "object"}
        return
    for key in fields:
        if key not in entry:
            yield place, "no_key", {"key": key}
    for key, value in entry.items():
        if key in ROLES or key == "deadlines":
            yield from _texts(value, f"{place}, {key}")
        elif not isinstance(value, (str, bool)):
            yield f"{place}, {key}", "bad_type", {"wanted": "text"}


def _texts(value: object, place: str) -> Iterator[Fault]:
    if not isinstance(value, list):
        yield place, "bad_type", {"wanted": "list"}
    elif not all(isinstance(item, str) for item in value):
        yield place, "bad_type", {"wanted": "text"}


def _sense(gold: Gold) -> Iterator[Fault]:
    """Values outside their domain, and names that point nowhere."""
    units = {"", *(unit[0] for unit in gold.units)}
    names = {norm(name) for body in gold.bodies for name in body}
    timings = {norm(deadline["quote"]) for deadline in gold.deadlines}
    yield from _strangers(gold.parties, names, "parties", "no_body")
    for number, deadline in enumerate(gold.deadlines, 1):
        place = f"deadlines {number}"
        yield from _strangers([deadline["unit"]], units, place, "no_unit", exact=True)
        yield from _choice(deadline["kind"], _KINDS, place)
        yield from _choice(deadline.get("relation", "on"), _RELATIONS, place)
    for number, duty in enumerate(gold.obligations, 1):
        place = f"obligations {number}"
        yield from _strangers([duty["unit"]], units, place, "no_unit", exact=True)
        yield from _choice(duty["modality"], _MODALITIES, place)
        yield from _strangers([name for role in ROLES for name in duty.get(role, ())], names, place, "no_body")
        yield from _strangers(duty.get("deadlines", ()), timings, place, "no_deadline")


def _strangers(
    values: Sequence[str], known: set[str], place: str, message: str, *, exact: bool = False
) -> Iterator[Fault]:
    for value in values:
        if (value if exact else norm(value)) not in known:
            yield place, message, {"value": value}


def _choice(value: str, known: Sequence[str], place: str) -> Iterator[Fault]:
    if value not in known:
        yield place, "bad_value", {"value": value, "known": ", ".join(known)}
