"""The citations stage: scan once, end the names of laws, keep the first mention in each unit."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace

from dieukhoan.core.outline import Outline
from dieukhoan.core.records import Citation, Document, Unit
from dieukhoan.core.text import lower
from dieukhoan.extract.citations.context import issuer_date_title, provision, provision_start
from dieukhoan.extract.citations.kind import narrowed
from dieukhoan.extract.citations.lawname import LawNames, law_names
from dieukhoan.extract.deadlines.figures import moment
from dieukhoan.extract.resources import Resources
from dieukhoan.rulebook import Match, Rulebook, load
from dieukhoan.rulebook.check import Evaluator

_LAW_TAIL = re.compile(
    r"(?:(?:,? |^)(?:luật )?số:? ?(?P<number>\d+[\w/.-]*[\w]))?"
    r"(?:,? (?:được |đã được )?(?:quốc hội )?(?:ban hành |thông qua )?ngày "
    r"(?P<date>\d{1,2}(?: ?[/.-] ?\d{1,2} ?[/.-] ?| tháng \d{1,2},? năm )\d{4}))?"
    r"(?:(?:,? năm)? (?P<year>(?:19|20)\d\d)(?!\d))?"
)
_BASIS = re.compile(r"[\s+*•-]*(?:căn cứ|(?:để |nhằm |tiếp tục )?(?:thực hiện|triển khai|thi hành)|theo|xét)(?!\w)")
_GROUND = re.compile(r"(?:căn cứ(?: vào)?|thực hiện|triển khai)(?: nội dung)? ?$")
_NAME = re.compile(r"(?:(?! số:? ?\d)[^;.:()\n\"]){8,200}?(?=[;.:()\n\"]|, (?:ngày|và|Ban|Ủy|Sở|Hội|Hai|hai|các)|$)")
_LONG_SENTENCE = 4000
_OPENING = 40  # characters in which "Căn cứ" and its bullet stand
_SAME_LIST = 160  # characters between two numbers of one list
_ATTACHED = re.compile(r"(?:kèm theo|đính kèm|thực hiện)(?: của)? ?$")
_LETTERS = re.compile(r"[/-] ?[^\W\d_]")
_BLANK = re.compile(r"…|\.\.")


@dataclass(frozen=True, slots=True)
class _Reference:
    """An instrument as cited: offsets in the view; ``ground`` where only its place among the grounds makes it one."""

    start: int
    end: int
    instrument: str
    number: str = ""
    issued_on: str = ""
    title: str = ""
    rule: str = ""
    ground: bool = False

    @property
    def reach(self) -> int:
        """From where on another instrument may be cited; a name without a number may hold one."""
        return self.start + 1 if self.ground else self.end


def find_citations(document: Document, resources: Resources) -> Document:
    """Fill ``citations``: for each unit the first mention of each instrument, in reading order."""
    reader = _Reader(document, resources.rules)
    matches = resources.rules.family("citation").scan(document.view)
    return replace(document, citations=tuple(reader.citations(matches)))


class _Reader:
    """Turns the matches in one document into citations."""

    def __init__(self, document: Document, rules: Rulebook) -> None:
        self._document = document
        self._text = document.view.text
        self._names = law_names(rules)
        self._numbers = rules.family("number_type")
        self._outline = Outline(document.units)
        self._zones = document.zones

    def citations(self, matches: tuple[Match, ...]) -> Iterator[Citation]:
        """The citations of the document."""
        seen: set[tuple[str, str, str]] = set()
        before: _Reference | None = None
        for match in matches:
            found = _reference(match, self._names) if before is None or match.start >= before.reach else None
            if found is not None and found.instrument == "another":
                found = self._another(found, before)
            if found is None:
                continue
            found = replace(found, instrument=narrowed(found.instrument, found.number, self._numbers))
            before = found
            unit = self._outline.at(self._document.view.to_source(found.start, found.end)[0])
            keys = self._keys(found, unit.eid if unit else "")
            if self._counts(found, unit):
                if not keys & seen:
                    yield self._citation(found, unit)
                seen |= keys

    def _another(self, found: _Reference, before: _Reference | None) -> _Reference | None:
        """One more number of the kind cited before it: "các Công văn số 4830/KTTH ngày …, số 1440/CP-KTTH"."""
        if before is None or not before.number or found.start - before.end > _SAME_LIST:
            return None
        between = self._text[before.end : found.start]
        return None if re.search(r"[.;\n]", between) else replace(found, instrument=before.instrument)

    def _keys(self, found: _Reference, eid: str) -> set[tuple[str, str, str]]:
        """What an instrument is known by in its unit: its number and its title, else its words."""
        known = [key for key in (found.number, lower(found.title)) if key]
        return {(eid, found.instrument, key) for key in known or [lower(self._text[found.start : found.end])]}

    def _counts(self, found: _Reference, unit: Unit | None) -> bool:
        """Whether this is another instrument: not the document itself, not a blank of a form."""
        if found.number and found.number == self._document.header.number:
            return False
        before = lower(self._text[max(0, found.start - 24) : found.start])
        if found.ground and not (self._basis(found.start, unit) and _GROUND.search(before)):
            return False
        start = self._document.view.to_source(found.start, found.end)[0]
        index = bisect_right(self._zones, start, key=lambda zone: zone.start) - 1
        zone = self._zones[index] if index >= 0 and start < self._zones[index].end else None
        if zone is not None and (zone.kind != "title" or not _ATTACHED.search(before)):
            return False
        if not found.number and not found.title and _BLANK.search(self._text, found.start, found.end):
            replaced = before.endswith("thay thế ")
            return replaced or _partly(self._text[found.start : found.end]) or self._basis(found.start, unit)
        return True

    def _basis(self, start: int, unit: Unit | None) -> bool:
        above = self._outline.parent(unit) if unit is not None else None
        if unit is not None and (unit.kind == "recital" or (above and "căn cứ" in lower(above.heading))):
            return True
        if unit is not None and unit.kind != "preamble":
            return False
        far = max(0, start - _LONG_SENTENCE)
        if unit is not None:  # a line end inside a unit is a wrapped line
            far = max(far, self._document.view.from_source(unit.start, unit.start)[0])
        line = max(far, self._text.rfind(". ", far, start) + 1)
        return _BASIS.match(lower(self._text[line : min(start, line + _OPENING)])) is not None

    def _citation(self, found: _Reference, unit: Unit | None) -> Citation:
        view, text = self._document.view, self._document.text
        first = provision_start(self._text, found.start)
        start, end = view.to_source(first, found.end)
        issuer, signed, title = issuer_date_title(self._text, found.end)
        relation = "basis" if self._basis(found.start, unit) else "mention"
        part = provision(self._text[first : found.start])
        return Citation(
            text[start:end], start, end, found.instrument, relation, found.number, found.issued_on or signed,
            found.title or title, issuer, part, unit.eid if unit else "", found.rule,
        )  # fmt: skip


def _partly(text: str) -> bool:
    """Whether a blank number names its issuer ("....../CV-HNDTW")."""
    return _LETTERS.search(text) is not None and re.search(r"[/-] ?[A-ZĐ]{2}", text) is not None


def _reference(match: Match, names: LawNames) -> _Reference | None:
    """The instrument that ``match`` cites, None where the words cite none."""
    emit, groups = match.emit, match.groups
    if emit.get("name") == "law":
        return _law(match, names)
    if emit.get("name") == "basis":
        return _named(match)
    number = groups.get("number", "")
    end = match.end
    if "number" in groups:
        number = number.rstrip(".,;-/…" if not _BLANK.search(number) else ",;")
        if "date" not in groups and "year" not in groups:
            end = match.spans["number"][0] + len(number)
        number = "" if _BLANK.search(number) else number.replace(" ", "")
        if number and not _LETTERS.search(number) and not _capital(match):
            return None
    elif emit.get("capital") and not _capital(match):
        return None
    title = emit.get("title") or groups.get("name", "")
    start = match.spans["item"][0] if "item" in match.spans else match.start
    return _Reference(start, end, emit["instrument"], number, _issued(groups), title, match.rule.id)


def _capital(match: Match) -> bool:
    return match.groups.get("head", "X")[:1].isupper()


def _law(match: Match, names: LawNames) -> _Reference | None:
    """A law by name, by number, or by both; "luật" in lower case needs a name that begins with a capital letter."""
    rest, at = match.groups["rest"], match.spans["rest"][0]
    size = names.end(rest)
    tail = _LAW_TAIL.match(lower(rest), size)
    if tail is None or (not size and not tail["number"]):
        return None
    if not _capital(match) and not rest[:1].isupper() and match.groups["head"] == "luật" and not tail["number"]:
        return None
    number = rest[slice(*tail.span("number"))] if tail["number"] else ""
    issued = _issued({name: value for name, value in tail.groupdict().items() if value})
    instrument = match.emit["instrument"]
    return _Reference(match.start, at + tail.end(), instrument, number, issued, rest[:size], match.rule.id)


def _named(match: Match) -> _Reference | None:
    """An instrument named without a number, up to the end of its name."""
    name = _NAME.match(match.groups["rest"])
    if name is None or not _capital(match):
        return None
    end = match.spans["rest"][0] + name.end()
    instrument, rule = match.emit["instrument"], match.rule.id
    return _Reference(match.start, end, instrument, title=name.group(), rule=rule, ground=True)


def _issued(groups: Mapping[str, str]) -> str:
    told = groups.get("date") or groups.get("year") or ""
    return moment(lower(told)).edtf


def evaluators(rules: Rulebook | None = None) -> dict[str, Evaluator]:
    """The evaluator of the family ``citation``: the columns of the table, and ``span``, what a name takes in."""
    names = law_names(rules or load())

    def evaluate(match: Match) -> Mapping[str, str]:
        """The fields of the reference that ``match`` is."""
        found = _reference(match, names)
        if found is None:
            return {}
        rest = match.groups.get("rest", "")
        return {
            "instrument": found.instrument, "number": found.number, "issued_on": found.issued_on,
            "title": found.title, "span": rest[: found.end - match.end],
        }  # fmt: skip

    return {"citation": evaluate}
