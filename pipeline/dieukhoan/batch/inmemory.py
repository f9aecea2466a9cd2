"""A comparison that writes nothing: what ``dieukhoan.compare(template, variants)`` gives in Python."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from pathlib import Path
from typing import Any

from dieukhoan.batch.beside import PRINTS, Beside, Compared, fates, told, told_by
from dieukhoan.batch.collect import File, collect, sha256
from dieukhoan.batch.converted import Converted, resembling
from dieukhoan.batch.given import against, distinct
from dieukhoan.batch.work import analyse_file
from dieukhoan.core.errors import DieukhoanError
from dieukhoan.core.records import Document
from dieukhoan.rulebook import load
from dieukhoan.tables import Row, Rows, failed
from dieukhoan.tables.compared import COMPARED, VARIANT_SUMMARY
from dieukhoan.tables.documents import DIAGNOSTICS, DOCUMENTS
from dieukhoan.tables.outline import UNITS

Given = str | Path | Document


def compare_here(
    template: Given, variants: Given | Sequence[Given], work: Beside, converted: str | Path | None
) -> Compared:
    """Compare in this process and give back everything; see :func:`dieukhoan.batch.compare`."""
    from dieukhoan.compare import compare_pair
    from dieukhoan.compare.overview import summary
    from dieukhoan.compare.resemble import prints
    from dieukhoan.compare.rows import rows

    book = load(*work.rules)
    path = None if isinstance(template, Document) else template
    ours = template if isinstance(template, Document) else analyse_file(template, work.rules)
    failures: list[tuple[str, str]] = []
    unread: list[Mapping[str, Any]] = []
    passed: list[str] = []
    comparisons = []
    found = []
    total: defaultdict[str, list[Row]] = defaultdict(list)
    for variant in _documents(variants, work, failures, unread, converted, ours, passed, path):
        compared = compare_pair(ours, variant, book, work.least)
        made: Rows = rows(compared, work.lang)
        comparisons.append(compared)
        for name, more in made.items():
            total[name] += more
        made[DOCUMENTS.name] = list(DOCUMENTS.rows(variant)) if DOCUMENTS.rows else []
        made[PRINTS] = told_by(prints(variant, book, [(fill.start, fill.end) for fill in compared.fills]))
        made[UNITS.name] = list(UNITS.rows(variant)) if UNITS.rows else []
        found.append(told(made.__getitem__, work.lang))
    total[VARIANT_SUMMARY.name] = summary(ours, found, unread, work.lang)
    told_rows = {table.name: total[table.name] for table in COMPARED}
    counted = tuple(fates(one) for one in found)
    return Compared(counted, tuple(failures), (), tuple(passed), tuple(comparisons), told_rows)


def _documents(  # noqa: PLR0913, PLR0917  where they come from, and where to note those that are not compared
    variants: Given | Sequence[Given],
    work: Beside,
    failures: list[tuple[str, str]],
    unread: list[Mapping[str, Any]],
    converted: str | Path | None,
    template: Document,
    passed: list[str],
    path: str | Path | None,
) -> Iterator[Document]:
    """The variants: documents as they are, then files and folders analysed, then those of a converted folder that
    resemble the template."""
    known = {template.source.sha256}
    several = [variants] if isinstance(variants, (str, Path, Document)) else list(variants)
    for given in several:
        if isinstance(given, Document):
            known.add(given.source.sha256)
            yield given
    for file in _files(path, [given for given in several if not isinstance(given, Document)], work.lang):
        try:
            found = analyse_file(file.path, work.rules, file.name)
        except DieukhoanError as error:
            made = failed(file.name, sha256(file), error, file.suffix, work.lang)
            unread += DOCUMENTS.dicts(made[DOCUMENTS.name])
            failures += [(file.name, str(row["message"])) for row in DIAGNOSTICS.dicts(made[DIAGNOSTICS.name])]
            continue
        known.add(found.source.sha256)
        if path or found.document_id != template.document_id:  # the template may lie in the folder of its variants
            yield replace(found, document_id=found.document_id + file.suffix)
    if converted is not None:
        resembles = resembling(template, load(*work.rules))
        for document in Converted(converted, work.lang).documents():
            if document.source.sha256 in known:
                continue
            if resembles(document):
                yield document
            else:
                passed.append(document.source.path)


def _files(template: str | Path | None, named: Sequence[str | Path], lang: str) -> list[File]:
    """The files of the variants; the template, where it is a file, only if it is named among them."""
    if not named:
        return []
    if template is None:
        return distinct(collect(named, lang).files)
    _, others, itself = against(template, named, lang)
    return [*others, *([itself] if itself else [])]
