"""Deadlines that bind no duty, where one would be expected: perhaps a duty was not seen."""

from __future__ import annotations

import re
from collections.abc import Iterator

from dieukhoan.core.outline import Outline
from dieukhoan.core.records import Deadline, Diagnostic, Document, Unit
from dieukhoan.core.remarks import remark
from dieukhoan.extract.duties.lexicon import Lexicon, lexicon
from dieukhoan.extract.resources import Resources

_BINDING = ("date", "recurring", "relative", "duration")
_SILENT = ("recital", "preamble")
_NEAR = 300  # characters on either side that are looked at: a clause without an end must not cost its length each time
_SENTENCE = re.compile(r"[.;]\s|\n")


def unbound(document: Document, resources: Resources) -> Iterator[Diagnostic]:
    """A diagnostic ``deadline_without_duty`` for every due day, recurrence or term in the body of the agreement that
    binds no duty.

    Beginnings ("kể từ ngày ký") and periods bound the agreement, and most days that nothing is due by tell what was;
    headings, recitals, units about scope or definitions and sentences about effect or copies hold no duties.
    """
    words = lexicon(resources.rules)
    outline = Outline(document.units)
    units = {unit.eid: unit for unit in document.units}
    bound = {span for duty in document.duties for span in duty.deadlines}
    silent: dict[str, bool] = {}
    for deadline in document.deadlines:
        unit = units.get(deadline.unit)
        if unit is None or deadline.span in bound or not _binds(deadline, unit):
            continue
        if unit.eid not in silent:
            silent[unit.eid] = _silent(document, words, outline, unit)
        if not silent[unit.eid] and not _states_fact(document, words, deadline, unit):
            yield remark("deadline_without_duty", unit=unit.eid, at=deadline.span, quote=deadline.text)


def _binds(deadline: Deadline, unit: Unit) -> bool:
    own = unit.text_start <= deadline.start and deadline.end <= unit.text_end
    told = deadline.kind == "date" and deadline.relation == "on"  # "Ngày 27-5-2009, chị A …": what happened, mostly
    return own and unit.kind not in _SILENT and deadline.kind in _BINDING and deadline.relation != "from" and not told


def _silent(document: Document, words: Lexicon, outline: Outline, unit: Unit) -> bool:
    """Whether the unit or one that it stands in is headed as something that holds no duties."""
    above: Unit | None = unit
    while above is not None:
        if above.kind == "appendix":
            return True
        start, end = document.view.from_source(above.heading_start, above.heading_end)
        hit = words.headings.at(document.view.lower, start, end) if above.heading else None
        if hit is not None:
            return hit.get("admits") in ("nothing", "strong")
        above = outline.parent(above)
    return False


def _states_fact(document: Document, words: Lexicon, deadline: Deadline, unit: Unit) -> bool:
    """Whether the sentence is about effect, number of copies, a penalty …"""
    text = document.text
    earliest, latest = max(unit.text_start, deadline.start - _NEAR), min(unit.text_end, deadline.end + _NEAR)
    start = max((hit.end() for hit in _SENTENCE.finditer(text, earliest, deadline.start)), default=earliest)
    after = _SENTENCE.search(text, deadline.end, latest)
    first, last = document.view.from_source(start, after.start() if after else latest)
    return bool(words.facts.scan(document.view, first, last))
