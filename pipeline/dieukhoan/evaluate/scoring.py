"""One document: the rows of the tables beside what was annotated."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass

from dieukhoan.evaluate.alike import likeness, norm, pairs, tokens
from dieukhoan.evaluate.figures import Figures, Judged
from dieukhoan.evaluate.found import Found, Tables
from dieukhoan.evaluate.gold import ROLES, Entry, Gold

_SAME = 0.5  # from this likeness on a quote is the annotated one
_SAME_TITLE = 0.8
_HEAD = 5  # words that a unit is known by
_VALUES = ("kind", "value", "duration", "relation")
_CITED = ("number", "issued_on", "instrument", "relation")
_SUFFIX = re.compile(r"-\d+$")
_COUNTED = re.compile(r"_\d+$")
_UNNUMBERED = ("indent", "para", "preamble", "rec")

Body = str | int
Right = Mapping[str, tuple[int, bool]]
"""By id of a deadline: the annotated one that it is, and whether its values are the same."""


@dataclass(slots=True)
class Sheet:
    """A document being scored: what was annotated, what was found, and the counts."""

    gold: Gold
    tables: Tables
    document: Found
    figures: Figures
    gold_body: Callable[[str], Body]
    found_body: Callable[[str], Body]

    def rows(self, table: str) -> Sequence[Found]:
        """The found rows of ``table``."""
        return self.tables.of(table, self.document.get("document_id", ""))


def score(gold: Gold, tables: Tables) -> Figures:
    """The counts of one document; nothing is found of a document that is not among the tables."""
    document: Found = tables.document(gold.file) or {}
    known, found = _bodies(gold, tables, document.get("document_id", ""))
    sheet = Sheet(gold, tables, document, Figures(), known, found)
    _metadata(sheet)
    _units(sheet)
    _parties(sheet)
    _duties(sheet, _deadlines(sheet))
    _citations(sheet)
    _signatures(sheet)
    return sheet.figures


def _bodies(gold: Gold, tables: Tables, document_id: str) -> tuple[Callable[[str], Body], Callable[[str], Body]]:
    """The same body under any of its names: one function for annotated names, one for ids of found bodies."""
    clusters: dict[str, int] = {}
    for at, aliases in enumerate(gold.bodies):
        for alias in aliases:
            clusters.setdefault(norm(alias), at)
    names: defaultdict[str, set[str]] = defaultdict(set)
    for body in tables.bodies:
        names[body["body_id"]] |= {norm(body["name"]), norm(body.get("abbreviation", ""))} - {""}
    for mention in tables.of("mentions", document_id):
        if mention.get("via") in ("name", "abbreviation"):
            names[mention["body_id"]].add(norm(mention["text"]))

    def annotated(name: str) -> Body:
        """The body that the annotation means by ``name``."""
        return clusters.get(norm(name), norm(name))

    def found(body_id: str) -> Body:
        """The annotated body that one of the tables is, told by its names; else itself."""
        own = sorted(names.get(body_id, ()))
        return next((clusters[name] for name in own if name in clusters), own[0] if own else body_id)

    return annotated, found


def _metadata(sheet: Sheet) -> None:
    ratio = sheet.figures.ratio("metadata")
    for key, wanted in sheet.gold.metadata.items():
        got = sheet.document.get(key) or ""
        if key == "is_template":
            right = (got.lower() in ("true", "1")) == bool(wanted)
        elif key == "title":
            right = likeness(tokens(wanted), tokens(got)) >= _SAME_TITLE
        else:
            right = norm(str(wanted)) == norm(got)
        ratio.add(right=right)
        if not right:
            sheet.figures.miss("metadata", f"{key}: {wanted}", got)


def _unit_key(path: str, words: Sequence[str]) -> tuple[str, ...]:
    """What a unit is known by: the last two steps of its path, those without a number of their own uncounted, and its
    first words."""
    steps = [_SUFFIX.sub("", step) for step in path.split("/")][-2:]
    steps = [_COUNTED.sub("", step) if step.startswith(_UNNUMBERED) else step for step in steps]
    return ("/".join(steps), *words)


def _units(sheet: Sheet) -> None:
    gold = [(_unit_key(path, tokens(f"{head} {text}")[:_HEAD]), norm(head)) for path, head, text in sheet.gold.units]
    found = [
        (
            _unit_key(unit["eid"].replace("__", "/"), tokens(f"{unit['heading']} {unit['text']}")[:_HEAD]),
            norm(unit["heading"]),
        )
        for unit in sheet.rows("units")
    ]
    wanted, got = Counter(key for key, _ in gold), Counter(key for key, _ in found)
    hits = (wanted & got).total()
    sheet.figures.tally("units").add(hits, got.total() - hits, wanted.total() - hits)
    for key in wanted - got:
        sheet.figures.miss("unit missed", " ".join(key))
    for key in got - wanted:
        sheet.figures.miss("unit extra", found=" ".join(key))
    headings = dict(found)
    for key, heading in gold:
        if key in headings:
            sheet.figures.ratio("unit headings").add(right=headings[key] == heading)
            if headings[key] != heading:
                sheet.figures.miss("heading", heading, headings[key])


def _parties(sheet: Sheet) -> None:
    wanted = {sheet.gold_body(name) for name in sheet.gold.parties}
    got = {sheet.found_body(row["body_id"]) for row in sheet.rows("parties")}
    sheet.figures.tally("parties").add(len(wanted & got), len(got - wanted), len(wanted - got))
    if wanted != got:
        sheet.figures.miss("parties", "; ".join(sheet.gold.parties), "; ".join(map(str, got)))


def _matched(sheet: Sheet, gold: Sequence[Entry], table: str) -> list[tuple[int, int]]:
    rows = sheet.rows(table)
    return pairs([tokens(entry["quote"]) for entry in gold], [tokens(row["text"]) for row in rows], _SAME)


def _rrule(text: str) -> list[str]:
    return sorted(text.removeprefix("RRULE:").upper().split(";"))


def _deadlines(sheet: Sheet) -> Right:
    gold, rows, figures = sheet.gold.deadlines, sheet.rows("deadlines"), sheet.figures
    matched = _matched(sheet, gold, "deadlines")
    right: dict[str, tuple[int, bool]] = {}
    for at, place in matched:
        wanted, got = gold[at], rows[place]
        same = all(norm(wanted.get(name, "")) == norm(got.get(name, "")) for name in _VALUES)
        same = same and _rrule(wanted.get("rrule", "")) == _rrule(got.get("rrule", ""))
        right[got["deadline_id"]] = (at, same)
        if not same:
            names = (*_VALUES, "rrule")
            figures.miss("deadline value", _values(wanted, ("quote", *names)), _values(got, names))
    good = sum(same for _, same in right.values())
    figures.tally("deadlines found").add(len(matched), len(rows) - len(matched), len(gold) - len(matched))
    figures.tally("deadlines right").add(good, len(rows) - good, len(gold) - good)
    for row in rows:
        known = right.get(row["deadline_id"])
        figures.judged.append(Judged("deadlines", row.get("rule", ""), known is not None, bool(known and known[1])))
    _unmatched(figures, "deadline", gold, rows, matched)
    return right


def _values(entry: Mapping[str, object], names: Sequence[str]) -> str:
    return ", ".join(str(entry.get(name)) for name in names if entry.get(name))


def _unmatched(
    figures: Figures, what: str, gold: Sequence[Entry], rows: Sequence[Found], matched: Sequence[tuple[int, int]]
) -> None:
    known, got = {at for at, _ in matched}, {place for _, place in matched}
    for at, entry in enumerate(gold):
        if at not in known:
            figures.miss(f"{what} missed", entry["quote"])
    for place, row in enumerate(rows):
        if place not in got:
            figures.miss(f"{what} extra", found=row["text"])


def _duties(sheet: Sheet, right: Right) -> None:
    gold, rows, figures = sheet.gold.obligations, sheet.rows("obligations"), sheet.figures
    matched = _matched(sheet, gold, "obligations")
    figures.tally("duties found").add(len(matched), len(rows) - len(matched), len(gold) - len(matched))
    wanted = {place: gold[at] for at, place in matched}
    usable = 0
    for place, row in enumerate(rows):
        good = _duty(sheet, row, wanted.get(place), right)
        usable += good
        sure = float(row.get("confidence") or 0)
        figures.judged.append(Judged("obligations", row.get("rule", ""), place in wanted, good, sure))
    for at in set(range(len(gold))) - {at for at, _ in matched}:
        for role in ROLES:
            figures.tally(f"role {role}").add(0, 0, len(gold[at].get(role, ())))
    figures.tally("usable rows").add(usable, len(rows) - usable, len(gold) - usable)
    _unmatched(figures, "duty", gold, rows, matched)


def _duty(sheet: Sheet, row: Found, wanted: Entry | None, right: Right) -> bool:
    """Whether a found duty can be used as it is: modality, leading and supporting bodies, deadlines."""
    figures = sheet.figures
    cast = sheet.tables.roles.get(row["obligation_id"], {})
    got = {role: {sheet.found_body(body) for body in cast.get(role, ())} for role in ROLES}
    if wanted is None:
        for role in ROLES:
            figures.tally(f"role {role}").add(0, len(got[role]), 0)
        return False
    named = {role: {sheet.gold_body(name) for name in wanted.get(role, ())} for role in ROLES}
    for role in ROLES:
        both = len(named[role] & got[role])
        figures.tally(f"role {role}").add(both, len(got[role]) - both, len(named[role]) - both)
    modality = wanted["modality"] == row["modality"]
    figures.ratio("modality").add(right=modality)
    who = all(named[role] == got[role] for role in ("lead", "support"))
    when = _timed(sheet, row, wanted, right)
    quote = wanted["quote"]
    if not modality:
        figures.miss("modality", f"{wanted['modality']}: {quote}", row["modality"])
    if not who:
        figures.miss("who", f"{quote} [{_cast(wanted)}]", _cast(cast))
    if not when:
        figures.miss("when", f"{quote} [{'; '.join(wanted.get('deadlines', ()))}]")
    return modality and who and when


def _cast(roles: Entry) -> str:
    return ", ".join(f"{role}: {'; '.join(roles[role])}" for role in ROLES if roles.get(role))


def _timed(sheet: Sheet, row: Found, wanted: Entry, right: Right) -> bool:
    """Whether the deadlines of a duty are the annotated ones, with the right values."""
    have = [right.get(deadline) for deadline in sheet.tables.deadlines.get(row["obligation_id"], ())]
    quotes = sorted(norm(sheet.gold.deadlines[known[0]]["quote"]) for known in have if known and known[1])
    return len(quotes) == len(have) and quotes == sorted(norm(quote) for quote in wanted.get("deadlines", ()))


def _citations(sheet: Sheet) -> None:
    gold, rows, figures = sheet.gold.citations, sheet.rows("citations"), sheet.figures
    matched = _matched(sheet, gold, "citations")
    figures.tally("citations").add(len(matched), len(rows) - len(matched), len(gold) - len(matched))
    right: dict[int, bool] = {}
    for at, place in matched:
        wanted, got = gold[at], rows[place]
        right[place] = all(norm(wanted.get(name, "")) == norm(got.get(name, "")) for name in _CITED)
        figures.ratio("citation fields").add(right=right[place])
        if not right[place]:
            figures.miss("citation fields", _values(wanted, ("quote", *_CITED)), _values(got, _CITED))
    for place, row in enumerate(rows):
        figures.judged.append(Judged("citations", row.get("rule", ""), place in right, right.get(place, False)))
    _unmatched(figures, "citation", gold, rows, matched)


def _signatures(sheet: Sheet) -> None:
    wanted = Counter((norm(one["name"]), norm(one["title"])) for one in sheet.gold.signatures)
    got = Counter((norm(one["name"]), norm(one["title"])) for one in sheet.rows("signatures"))
    hits = (wanted & got).total()
    sheet.figures.tally("signatures").add(hits, got.total() - hits, wanted.total() - hits)
    if wanted != got:
        sheet.figures.miss("signatures", "; ".join(map(" · ".join, wanted)), "; ".join(map(" · ".join, got)))
