"""The last stage: what only the whole document can tell, and everything in reading order."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from typing import Protocol, TypeVar

from dieukhoan.core.records import Body, Deadline, Diagnostic, Document
from dieukhoan.core.remarks import remark
from dieukhoan.extract.deadlines.due import due_days
from dieukhoan.extract.headed import headed
from dieukhoan.extract.resources import Resources
from dieukhoan.extract.unbound import unbound

# They count only where they qualify a duty: "kịp thời" in an aim, "khi có thiên tai" in a definition bind nobody.
_DEPENDENT = ("vague", "event")
# What readers say of text that is there and was not read, or hardly.
_UNREAD = ("no_text_layer", "ocr_low_confidence", "ocr_unfinished", "legacy_font", "too_deep", "cut_file")


class _Placed(Protocol):
    @property
    def start(self) -> int:
        """Where it begins."""
        ...

    @property
    def end(self) -> int:
        """Where it ends."""
        ...


_P = TypeVar("_P", bound=_Placed)


def settle(document: Document, resources: Resources) -> Document:
    """``document`` without deadlines and bodies that nothing uses, with due days, sorted by place; diagnostics
    ``no_units`` and ``no_duties`` where a document holds none, ``deadline_without_duty`` where one may be missing."""
    settled = replace(
        document,
        status="partial" if any(doubt.code in _UNREAD for doubt in document.diagnostics) else document.status,
        deadlines=_deadlines(document),
        mentions=_in_order((*document.mentions, *headed(document))),
        citations=_in_order(document.citations),
        abbreviations=_in_order(document.abbreviations),
        blanks=_in_order(document.blanks),
        duties=_in_order(document.duties),
        diagnostics=(
            *_sorted_by_place((*document.diagnostics, *unbound(document, resources))),
            *_emptiness(document),
        ),
    )
    return replace(settled, bodies=_used(settled))


def _in_order(records: Iterable[_P]) -> tuple[_P, ...]:
    return tuple(sorted(records, key=lambda record: (record.start, record.end)))


def _sorted_by_place(diagnostics: Iterable[Diagnostic]) -> tuple[Diagnostic, ...]:
    return tuple(sorted(diagnostics, key=lambda item: (item.start, item.end, item.code)))


def _deadlines(document: Document) -> tuple[Deadline, ...]:
    bound = {span for duty in document.duties for span in duty.deadlines}
    kept = (deadline for deadline in document.deadlines if deadline.kind not in _DEPENDENT or deadline.span in bound)
    return _in_order(_with_due_days(deadline, document) for deadline in kept)


def _with_due_days(deadline: Deadline, document: Document) -> Deadline:
    first, last = due_days(deadline, document.header)
    return replace(deadline, due_first=first, due_last=last) if first or last else deadline


def _used(document: Document) -> tuple[Body, ...]:
    """The bodies that a record names, and those they belong to."""
    named = {mention.body_id for mention in document.mentions}
    named |= {role.body_id for duty in document.duties for role in duty.roles}
    for records in (document.parties, document.signatures, document.recipients):
        named |= {record.body_id for record in records}
    parents = {body.body_id: body.parent_id for body in document.bodies}
    for body_id in tuple(named):
        while (body_id := parents.get(body_id, "")) and body_id not in named:
            named.add(body_id)
    return tuple(body for body in document.bodies if body.body_id in named)


def _emptiness(document: Document) -> Iterable[Diagnostic]:
    if not document.units:
        yield remark("no_units", severity="warning")
    elif not document.duties:
        yield remark("no_duties")
