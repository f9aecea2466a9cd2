"""Bodies that a unit takes over from a heading or an introducing line above it, as mentions of their own."""

from __future__ import annotations

from bisect import bisect_left
from collections import defaultdict
from collections.abc import Iterator, Mapping
from dataclasses import replace

from dieukhoan.core.outline import Outline
from dieukhoan.core.records import Document, Mention, Unit


def headed(document: Document) -> Iterator[Mention]:
    """One mention ``via`` "heading" for each unit and each body that leads there because it is named above: its text
    and offsets are those of the name above, its unit is the one that takes it over."""
    outline = Outline(document.units)
    units = {unit.eid: unit for unit in document.units}
    beside: defaultdict[tuple[str, str], list[Mention]] = defaultdict(list)
    for mention in document.mentions:
        if mention.unit in units:
            beside[mention.body_id, mention.unit].append(mention)
            beside[mention.body_id, f"{units[mention.unit].parent}/"].append(mention)
    done: set[tuple[str, str]] = set()
    for duty in document.duties:
        for role in duty.roles if duty.subject_source == "heading" and duty.unit in units else ():
            if role.role == "lead" and (duty.unit, role.body_id) not in done:
                done.add((duty.unit, role.body_id))
                yield from _above(outline, units[duty.unit], role.body_id, beside)


def _above(
    outline: Outline, unit: Unit, body: str, beside: Mapping[tuple[str, str], list[Mention]]
) -> Iterator[Mention]:
    """The nearest mention above ``unit``, taken over by it: in a unit that it stands in, or in one beside it."""
    for place in (f"{unit.parent}/", *(ancestor.eid for ancestor in outline.ancestors(unit))):
        mentions = beside.get((body, place), ())
        before = bisect_left(mentions, unit.start, key=lambda mention: mention.start)
        if before:
            yield replace(mentions[before - 1], via="heading", unit=unit.eid)
            return
