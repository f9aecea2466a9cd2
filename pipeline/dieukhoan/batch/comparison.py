"""One template, many variants: analysed, compared, written as one set of tables."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from contextlib import closing
from dataclasses import fields, replace
from functools import partial
from itertools import chain, count
from pathlib import Path
from typing import TYPE_CHECKING

from dieukhoan.batch import local
from dieukhoan.batch.beside import LEAST, PAGE, Beside, Compared, Known, Together, fates, told
from dieukhoan.batch.checkpoint import Kept, Slot
from dieukhoan.batch.collect import File, sha256
from dieukhoan.batch.conversion import Paths, check_choices
from dieukhoan.batch.converted import Converted, resembling
from dieukhoan.batch.given import against
from dieukhoan.batch.home import Home, home, writing
from dieukhoan.batch.inmemory import compare_here
from dieukhoan.batch.listeners import Listener
from dieukhoan.batch.parts import manifest, outcome_of, rows_of
from dieukhoan.batch.remote import is_url
from dieukhoan.batch.report import Account
from dieukhoan.batch.results import Results, gather
from dieukhoan.batch.shards import Limits, Order, Packed, cut
from dieukhoan.batch.words import say
from dieukhoan.batch.work import Clock, analyse_file
from dieukhoan.batch.writing import write
from dieukhoan.core.errors import UnreadableFile, UsageError
from dieukhoan.rulebook import load
from dieukhoan.tables import TABLES, VIEWS, Row, Table
from dieukhoan.tables.compared import COMPARED, VARIANT_SUMMARY
from dieukhoan.tables.documents import DOCUMENTS

if TYPE_CHECKING:
    from dieukhoan.compare.overview import Variant
    from dieukhoan.core.records import Document

PAGES, FOLDER = "html", "doi_chieu"
"""The format of the pages side by side, and the folder that they are in."""
_FINER = 2  # parts for each that a conversion would have: a variant takes long, and no worker shall wait for the last


def compare(  # noqa: PLR0913  one keyword an option of the command
    template: str | Path | Document,
    variants: Paths | Sequence[Document] = (),
    out: str | Path | None = None,
    *,
    formats: Sequence[str] = ("csv", "xlsx", "sqlite"),
    least: float = LEAST,
    jobs: int = 1,
    lang: str = "vi",
    rules: Iterable[str | Path] = (),
    converted: str | Path | None = None,
) -> Compared:
    """Compare the files and folders ``variants`` with the file ``template`` and write the tables of all of them to the
    folder ``out``; without ``out`` nothing is written, and the comparisons are given back (then ``template`` and
    ``variants`` may be documents that were analysed before).

    ``converted`` is a folder that ``convert`` wrote: its documents that resemble the template are compared as they
    are there, not read again. ``formats`` may have ``html`` too: pages side by side. ``least`` is the similarity (0 to
    1, over words) from which two units are taken for the same; the other keywords are those of ``convert``. A variant
    that cannot be read becomes a failed row. Raises UnreadableFile when the template cannot be read, UsageError and
    RuleError as ``convert`` does.
    """
    folders = tuple(map(Path, rules))
    check_choices([name for name in formats if name != PAGES], jobs, lang)
    if folders:  # a bad rule is told of before anything is begun
        load(*folders)
    work = replace(Beside.of(folders, lang, "auto", Limits()), least=least, paged=PAGES in formats)
    if out is None:
        return compare_here(template, variants, work, converted)
    named = [variants] if isinstance(variants, (str, Path)) else list(variants)
    if not isinstance(template, (str, Path)) or not Path(template).is_file():
        there = not isinstance(template, (str, Path)) or is_url(template) or Path(template).exists()
        raise UsageError(say("one_template" if there else "no_path", lang, path=template))
    first, others, itself = against(template, [str(path) for path in named], lang, out)
    if not others and not itself and converted is None:
        raise UsageError(say("no_variants", lang))
    stored = Converted(converted, lang) if converted is not None else None
    with home(out, lang) as place:
        return _Run(place, work, Order(work, work.limits, jobs, lang), formats).all(first, others, stored, itself)


class _Run:
    """One comparison that is written."""

    def __init__(self, place: Home, work: Beside, order: Order, formats: Sequence[str]) -> None:
        self.place, self.work, self.order = place, work, order
        self.formats = [name for name in formats if name != PAGES]
        self._kept: dict[str, Kept] = {}
        self._numbers = count()

    def all(
        self, first: File, others: Sequence[File], stored: Converted | None, itself: File | None = None
    ) -> Compared:
        """Read, compare and write everything: the template ``first``, the files ``others``, what is ``stored``;
        ``itself`` is the template as a variant."""
        passed: list[str] = []
        known: list[str] = []
        if others:
            self._read(first, others)
        if stored or itself:
            read = analyse_file(first.path, self.work.rules, first.name)
            work = self.work.against(read)
            self._keep(work.pack([work.record(first, read, Clock())]))
            for one in self._known(read, others, stored, itself, passed):
                known.append(one.location)
                self._keep(work.pack([work(one)]))  # here: a worker takes longer to begin than fifty of these
        template = self._template(first)
        whole = [self._kept[name] for name in (first.location, *(one.location for one in others), *known)]
        variants = [
            told(partial(rows_of, *one.slot), self.order.lang) for one in whole[1:] if one.entry.status != "failed"
        ]
        written = self._write(whole, template, variants)
        found = tuple(fates(one) for one in variants)
        failures = tuple((one.entry.name, one.entry.reason) for one in whole[1:] if one.entry.status == "failed")
        names = tuple(Path(self.place.out) / name for name in written)
        return Compared(found, failures, names, tuple(passed))

    def _read(self, first: File, others: Sequence[File]) -> None:
        """Have the files read and compared by workers. Raises UnreadableFile when the template cannot be read."""
        order = replace(self.order, work=replace(self.work, model=first))
        shards = chain([[first]], cut(others, _FINER * self.order.jobs))
        with closing(local.run(shards, order)) as events:
            for event in events:
                if isinstance(event, Packed):
                    self._keep(event.value)
                    model = self._kept.get(first.location)
                    if model and model.entry.status == "failed":
                        raise UnreadableFile(model.entry.code, model.entry.reason)

    def _template(self, first: File) -> Document:
        """The template as its rows tell of it: what the tables of all variants need of it."""
        from dieukhoan.tables.restore import restore

        made, said = outcome_of(*self._kept[first.location].slot, [table.name for table in TABLES])
        return restore({table.name: list(table.dicts(made[table.name])) for table in TABLES}, said or "")

    def _keep(self, data: bytes) -> None:
        path = self.place.sorted / f"{next(self._numbers)}.zip"
        with writing(self.place.out, self.order.lang):
            path.write_bytes(data)
        _, entries = manifest(path) or ({}, [])
        self._kept.update({entry.location: Kept(Slot(path, at), entry) for at, entry in enumerate(entries)})

    def _known(
        self,
        template: Document,
        others: Sequence[File],
        stored: Converted | None,
        itself: File | None,
        passed: list[str],
    ) -> Iterator[Known]:
        """The variants that need not be read: the template as ``itself``, and those of a converted folder that
        resemble it; ``passed`` gets the sources of the others."""
        if itself:
            yield Known.of(template, itself)
        if not stored:
            return
        given = {template.source.sha256, *map(sha256, others)}  # a document may be named and stand there too
        resembles = resembling(template, load(*self.work.rules))
        for document in stored.documents():
            if document.source.sha256 in given:
                continue
            if resembles(document):
                yield Known.of(document)
            else:
                passed.append(document.source.path)

    def _write(self, whole: Sequence[Kept], template: Document, variants: Sequence[Variant]) -> tuple[str, ...]:
        from dieukhoan.compare.matrix import MOST_COLUMNS, blanks_rows, blanks_table, matrix_rows, matrix_table
        from dieukhoan.compare.overview import summary

        lang = self.order.lang
        lost = [one for one in whole[1:] if one.entry.status == "failed"]
        unread = [row for one in lost for row in DOCUMENTS.dicts(rows_of(*one.slot, DOCUMENTS.name))]
        summed = summary(template, variants, unread, lang)
        extra: dict[str, Sequence[Row]] = {VARIANT_SUMMARY.name: summed}
        tables: list[Table] = [*COMPARED, *VIEWS, *TABLES]
        if 0 < len(variants) <= MOST_COLUMNS:
            matrix, blanks = matrix_table(variants, lang), blanks_table(variants, lang)
            tables[:0] = [matrix, blanks]
            extra[matrix.name] = list(matrix_rows(template, variants, lang))
            extra[blanks.name] = list(blanks_rows(template, variants, lang))
        with writing(self.place.out, lang):
            found = gather(whole, tables, lang, self.formats, self.place.sorted)
        counts = {**found.counts, **{name: len(rows) for name, rows in extra.items()}}
        held = {item.name: getattr(found, item.name) for item in fields(Results)}
        results = Together(**(held | {"counts": counts}), extra=extra, sheets=_sheets(tables))
        ids = [one.entry.document_id for one in whole]
        texts = write(results, ids, self.formats, self.place, self.order, Account(), Listener())
        if self.work.paged:
            with writing(self.place.out, lang):
                self._pages(whole[1:], template, variants, summed)
        return self.place.publish(texts)

    def _pages(
        self, whole: Sequence[Kept], template: Document, variants: Sequence[Variant], summed: Sequence[Row]
    ) -> None:
        from dieukhoan.compare.index import index

        folder = self.place.made / FOLDER
        folder.mkdir()
        for one in whole:
            for (page,) in rows_of(*one.slot, PAGE):
                (folder / f"{one.entry.document_id}.html").write_text(str(page), "utf-8", newline="\n")
        (folder / "index.html").write_text(index(template, variants, summed, self.order.lang), "utf-8", newline="\n")


def _sheets(tables: Sequence[Table]) -> tuple[Table, ...]:
    """What the workbook has: what was compared, and who. All rows of all documents are in the other formats; in a
    workbook they hide the few sheets that it was asked for."""
    own = {table.name for table in (*TABLES, *VIEWS)} - {DOCUMENTS.name}
    return tuple(table for table in tables if table.name not in own)
