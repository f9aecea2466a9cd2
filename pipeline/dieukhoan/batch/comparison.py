"""One template, many variants: analysed, compared, written as one set of tables."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from contextlib import closing
from dataclasses import dataclass
from functools import partial
from pathlib import Path

from dieukhoan.analyse import Analysis
from dieukhoan.batch.collect import File, collect
from dieukhoan.batch.conversion import Paths, check_choices
from dieukhoan.batch.crew import run
from dieukhoan.batch.output import TEXT, publish, workshop
from dieukhoan.batch.spool import Spool
from dieukhoan.batch.words import say
from dieukhoan.batch.work import Part, analyse_file, isolated, lost_part
from dieukhoan.core.errors import UsageError
from dieukhoan.rulebook import load
from dieukhoan.tables import TABLES, VIEWS
from dieukhoan.tables import rows as document_rows
from dieukhoan.tables.compared import ALIGNMENTS, COMPARED, OBLIGATION_CHANGES
from dieukhoan.tables.documents import DOCUMENTS
from dieukhoan.writers import writer

_ALL = (*VIEWS, *COMPARED, *TABLES)
_LEAST = 0.5
_COUNTED = ("identical", "filled", "modified", "moved", "added", "removed", "dropped", "new", "changed")


@dataclass(frozen=True, slots=True)
class Compared:
    """What a comparison gave: for each variant its source and how many units and duties met which fate."""

    variants: tuple[tuple[str, dict[str, int]], ...]
    failed: tuple[str, ...]
    written: tuple[Path, ...]


def compare(  # noqa: PLR0913  one keyword an option of the command
    template: str | Path,
    variants: Paths,
    out: str | Path,
    *,
    formats: Sequence[str] = ("csv", "xlsx", "sqlite"),
    least: float = _LEAST,
    jobs: int = 1,
    lang: str = "vi",
    rules: Iterable[str | Path] = (),
) -> Compared:
    """Compare the files and folders ``variants`` with the file ``template`` and write the tables of all of them.

    ``least`` is the similarity (0 to 1, over words) from which two units are taken for the same; the other keywords
    are those of ``convert``. A variant that cannot be read becomes a failed row. Raises UnreadableFile when the
    template cannot be read, UsageError and RuleError as ``convert`` does.
    """
    named = [Path(path) for path in ([variants] if isinstance(variants, (str, Path)) else variants)]
    folders, target = tuple(map(Path, rules)), Path(out)
    check_choices(formats, jobs, lang)
    if not Path(template).is_file():
        raise UsageError(say("one_template", lang, path=template))
    load(*folders)
    first, *others = collect([Path(template), *named], lang, target).files
    ours = analyse_file(first.path, folders, first.name)
    with workshop(target, lang) as folder:
        made = folder / "made"
        (made / TEXT).mkdir(parents=True)
        with closing(Spool(folder / "rows", _ALL)) as spool:
            work = partial(_beside, template=ours, rules=folders, lang=lang, least=least)
            parts = [_keep(_template(ours, lang), spool, made)]
            parts += [_keep(done, spool, made) for done in run(others, work, lost_part, jobs, lang)]
            for name in dict.fromkeys(formats):
                writer(name)(_ALL, spool.fetch, made, lang)
        written = publish(made, target)
    counts = [part for part in parts[1:] if part[1]]
    return Compared(tuple(counts), tuple(source for source, found in parts[1:] if not found), written)


def _template(ours: Analysis, lang: str) -> Part:
    return Part(ours.document_id, document_rows(ours, lang), ours.text.encode("utf-8"))


def _beside(file: File, template: Analysis, rules: tuple[Path, ...], lang: str, least: float) -> Part:
    """The rows of one variant, its comparison included."""
    from dieukhoan.compare import compare_pair
    from dieukhoan.compare.rows import rows

    def made(found: Analysis) -> Part:
        compared = rows(compare_pair(template, found, load(*rules), least))
        return Part(found.document_id, document_rows(found, lang) | compared, found.text.encode("utf-8"))

    return isolated(file, rules, made, lambda error: lost_part(file, error))


def _keep(done: Part, spool: Spool, made: Path) -> tuple[str, dict[str, int]]:
    """Store a part; its source and, where it was compared, the count of each fate."""
    spool.add(done.rows)
    if done.text is not None:
        (made / TEXT / f"{done.document_id}.txt").write_bytes(done.text)
    (document,) = DOCUMENTS.dicts(done.rows[DOCUMENTS.name])
    if ALIGNMENTS.name not in done.rows:
        return document["source"], {}
    fates = Counter(row["status"] for row in ALIGNMENTS.dicts(done.rows[ALIGNMENTS.name]))
    fates.update(row["change"] for row in OBLIGATION_CHANGES.dicts(done.rows[OBLIGATION_CHANGES.name]))
    fates["changed"] = fates["reworded"] + fates["body_changed"] + fates["deadline_changed"]
    return document["source"], {name: fates[name] for name in _COUNTED}
