"""How likely a duty can be used as it is: a card of points, added up and turned into a probability.

Each sign that a row bears gives points (log-odds, stored in the rules as the figures ``confidence``); their sum, with
the points that every row has, is made a probability. They are fitted on annotated documents
(``benchmarks/calibrate.py``), so that of rows with confidence 0.9 nine out of ten have the right modality, bodies and
deadlines.
"""

from __future__ import annotations

import math
from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from itertools import compress

from dieukhoan.core.records import Document, Duty, Mention
from dieukhoan.extract.resources import Resources

FIGURES = "confidence"
BASE = "base"  # the points of every row
SIGNS: Mapping[str, str] = {
    "heading": "who leads is told by a heading or an introducing line, not by the sentence",
    "implied": "nobody is named: all parties are taken to lead",
    "anaphor": "who leads is told by a word for the parties (hai bên)",
    "body": "a body with its verb, and no word of duty needed",
    "no_lead": "nobody leads",
    "unresolved": "a role is left empty because its body is not known",
    "loose": "words stand between the name of who leads and what is to be done",
    "bystander": "a body named before the predicate has no part in the duty",
    "idle": "two or more bodies named in the sentence have no part in the duty",
    "listing": "five commas or more",
    "short": "fewer than 60 characters",
    "no_parties": "the text is issued by one body",
    "request": "a recommendation",
    "limit": "a permission or a prohibition",
}
"""Every sign, and what it means."""

_SHORT, _COMMAS = 60, 5
_LEAST, _MOST = 0.02, 0.98  # no row is certain


def weigh(document: Document, resources: Resources) -> Document:
    """``document`` with the confidence of each duty; as it is where the rules hold no points."""
    points = resources.rules.figures.get(FIGURES)
    if not points:
        return document
    bearing = zip(document.duties, signs(document), strict=True)
    duties = tuple(replace(duty, confidence=confidence(borne, points)) for duty, borne in bearing)
    return replace(document, duties=duties)


def confidence(borne: Sequence[str], points: Mapping[str, float]) -> float:
    """The probability that a row which bears these signs can be used as it is, in steps of 0.01."""
    total = points.get(BASE, 0.0) + sum(points.get(sign, 0.0) for sign in borne)
    return round(min(max(1 / (1 + math.exp(-total)), _LEAST), _MOST), 2)


def signs(document: Document) -> Iterator[tuple[str, ...]]:
    """The signs of each duty of ``document``, in the order of :data:`SIGNS`."""
    mentions = sorted(
        (mention for mention in document.mentions if mention.via != "heading"), key=lambda mention: mention.start
    )
    starts = [mention.start for mention in mentions]
    doubts = sorted(doubt.start for doubt in document.diagnostics if doubt.code == "unresolved_body")
    for duty in document.duties:
        inside = mentions[bisect_left(starts, duty.start) : bisect_right(starts, duty.end)]
        doubted = bisect_left(doubts, duty.start) < bisect_left(doubts, duty.end)
        borne = (
            *_of_subject(duty, inside, doubted=doubted),
            duty.text.count(",") >= _COMMAS,
            duty.end - duty.start < _SHORT,
            not document.parties,
            duty.modality == "recommendation",
            duty.modality in ("permission", "prohibition"),
        )
        yield tuple(compress(SIGNS, borne))


def _of_subject(duty: Duty, inside: Sequence[Mention], *, doubted: bool) -> Iterator[bool]:
    cast = {role.body_id for role in duty.roles}
    leads = {role.body_id for role in duty.roles if role.role == "lead"}
    front = [mention for mention in inside if mention.end <= duty.start + _predicate(duty)]
    before = max((mention.end for mention in front if mention.body_id in leads), default=-1)
    yield from (duty.subject_source == source for source in ("heading", "implied", "anaphor"))
    yield duty.rule == "duty.body"
    yield not leads
    yield doubted
    yield 0 <= before < duty.start + _predicate(duty) - 1
    yield any(mention.body_id not in cast for mention in front)
    yield len({mention.start for mention in inside if mention.body_id not in cast}) > 1


def _predicate(duty: Duty) -> int:
    """Where in the duty's text its cue, or else its verb, stands; 0 where neither is known."""
    return max(duty.text.find(duty.cue or duty.action), 0)
