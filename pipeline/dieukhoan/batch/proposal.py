"""Which template was each document made from? Answered for many at once, from what they say."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, fields
from itertools import count
from pathlib import Path
from typing import TYPE_CHECKING

from dieukhoan.batch import local
from dieukhoan.batch.beside import PRINTS, Together, told_by
from dieukhoan.batch.checkpoint import Kept, Slot
from dieukhoan.batch.collect import File, collect
from dieukhoan.batch.conversion import Paths, check_choices
from dieukhoan.batch.given import distinct
from dieukhoan.batch.home import Home, home, writing
from dieukhoan.batch.listeners import Listener
from dieukhoan.batch.parts import manifest, rows_of
from dieukhoan.batch.report import Account
from dieukhoan.batch.results import Results, gather
from dieukhoan.batch.shards import Limits, Order, Packed, cut
from dieukhoan.batch.words import say
from dieukhoan.batch.work import Reading
from dieukhoan.batch.writing import write
from dieukhoan.core.errors import UnreadableFile, UsageError
from dieukhoan.rulebook import load
from dieukhoan.tables import TABLES, VIEWS, Row, Rows
from dieukhoan.tables.compared import TEMPLATE_PROPOSALS
from dieukhoan.tables.documents import DOCUMENTS

if TYPE_CHECKING:
    from dieukhoan.analyse import Analysis
    from dieukhoan.compare.resemble import Prints


@dataclass(frozen=True, slots=True)
class Proposal:
    """A document, the template that it resembles most (empty where there is none), how much, and whether enough."""

    source: str
    template: str
    similarity: float
    fits: bool


@dataclass(frozen=True, slots=True)
class Proposals:
    """What was proposed, which files could not be read and why, what was written, and the templates chosen from."""

    proposals: tuple[Proposal, ...]
    failures: tuple[tuple[str, str], ...]
    written: tuple[Path, ...]
    templates: tuple[str, ...] = ()


def propose(  # noqa: PLR0913  one keyword an option of the command
    paths: Paths,
    out: str | Path,
    *,
    templates: Paths = (),
    formats: Sequence[str] = ("csv", "xlsx", "sqlite"),
    jobs: int = 1,
    lang: str = "vi",
    rules: Iterable[str | Path] = (),
) -> Proposals:
    """Propose for each document in the files and folders ``paths`` the template that it was made from.

    The templates are the files and folders ``templates``; where none are named, those of the documents that leave
    their parties, numbers or dates blank. Writes the tables of all documents and ``template_proposals`` to ``out``; the
    keywords are those of ``convert``. Raises UsageError where there is no template, UnreadableFile
    where none of those that are named can be read.
    """
    folders = tuple(map(Path, rules))
    check_choices(formats, jobs, lang)
    if "html" in formats:  # the pages of a comparison, or a report on every document: neither is asked for here
        raise UsageError(say("no_pages", lang))
    load(*folders)
    named = collect(_list(templates), lang, out).files if templates else ()
    files = distinct(collect([*_list(templates), *_list(paths)], lang, out).files)
    work = _Printing.of(folders, lang, "auto", Limits())
    order = Order(work, work.limits, jobs, lang)
    with home(out, lang) as place:
        kept = _read(files, place, order)
        whole = [kept[file.location] for file in files]
        read = [one for one in whole if one.entry.status != "failed"]
        models = [one for one in read if one.entry.location in {file.location for file in named}]
        if not named:
            models = _templates(read)
        wanted = [kept[file.location].entry for file in named]
        if not models and wanted:
            raise UnreadableFile(wanted[0].code, wanted[0].reason)
        if not models:
            raise UsageError(say("no_templates", lang))
        proposals, rows = _chosen(models, [one for one in read if one not in models])
        with writing(out, lang):
            found = gather(whole, (TEMPLATE_PROPOSALS, *VIEWS, *TABLES), lang, formats, place.sorted)
        held = {item.name: getattr(found, item.name) for item in fields(Results)}
        held["counts"] = {**found.counts, TEMPLATE_PROPOSALS.name: len(rows)}
        results = Together(**held, extra={TEMPLATE_PROPOSALS.name: rows})
        texts = write(results, [one.entry.document_id for one in whole], formats, place, order, Account(), Listener())
        written = place.publish(texts)
    failures = tuple((one.entry.name, one.entry.reason) for one in whole if one.entry.status == "failed")
    taken = tuple(one.entry.name for one in models)
    return Proposals(tuple(proposals), failures, tuple(Path(out) / name for name in written), taken)


def _read(files: Sequence[File], place: Home, order: Order) -> dict[str, Kept]:
    """Where the rows of each file are kept, by its location."""
    numbers = count()
    kept: dict[str, Kept] = {}
    for event in local.run(cut(files, order.jobs), order):
        if isinstance(event, Packed):
            path = place.sorted / f"{next(numbers)}.zip"
            with writing(place.out, order.lang):
                path.write_bytes(event.value)
            _, entries = manifest(path) or ({}, [])
            kept |= {entry.location: Kept(Slot(path, at), entry) for at, entry in enumerate(entries)}
    return kept


def _list(paths: Paths) -> list[str | Path]:
    return [paths] if isinstance(paths, (str, Path)) else list(paths)


class _Printing(Reading):
    """The rows of a document, and what its likeness to others is told from."""

    def rows(self, found: Analysis) -> Rows:
        """See :class:`Reading`."""
        from dieukhoan.compare.resemble import prints

        return super().rows(found) | {PRINTS: told_by(prints(found, load(*self.rules)))}


def _templates(read: Sequence[Kept]) -> list[Kept]:
    """Which documents are templates: those with blanks. One whose province is written in, and that resembles one whose
    province is not, was made from that and is not filled in yet."""
    from dieukhoan.compare.resemble import FITS, likeness

    said = [next(iter(DOCUMENTS.dicts(rows_of(*one.slot, DOCUMENTS.name)))) for one in read]
    blank = [(one, row["province"]) for one, row in zip(read, said, strict=True) if row["is_template"]]
    whole = [_prints(one) for one, province in blank if not province]
    return [
        one
        for one, province in blank
        if not (province and any(likeness(_prints(one), other) >= FITS for other in whole))
    ]


def _chosen(models: Sequence[Kept], others: Sequence[Kept]) -> tuple[list[Proposal], list[Row]]:
    from dieukhoan.compare.resemble import choose

    known = [_prints(one) for one in models]
    proposals, rows = [], []
    for one in others:
        choice = choose(_prints(one), known)
        best = models[choice.best].entry if choice.best is not None else None
        second = models[choice.second].entry if choice.second is not None else None
        rows.append(
            TEMPLATE_PROPOSALS.row(
                source=one.entry.name,
                template_source=best.name if best and choice.fits else None,
                document_id=one.entry.document_id,
                template_document_id=best.document_id if best and choice.fits else None,
                fits=choice.fits,
                similarity=round(choice.similarity, 4),
                best_document_id=best.document_id if best else None,
                second_document_id=second.document_id if second else None,
                second_similarity=round(choice.second_similarity, 4) if second else None,
            )
        )
        proposals.append(Proposal(one.entry.name, best.name if best else "", choice.similarity, choice.fits))
    return proposals, rows


def _prints(one: Kept) -> Prints:
    import numpy as np

    return np.array([row[0] for row in rows_of(*one.slot, PRINTS)], dtype=np.int64)
