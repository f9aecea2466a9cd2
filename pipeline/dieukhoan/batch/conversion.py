"""From a folder of documents to tables: collect, analyse, write."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Mapping, Sequence
from contextlib import closing
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from typing import Any

from dieukhoan.batch.collect import collect
from dieukhoan.batch.crew import run
from dieukhoan.batch.output import TEXT, publish, workshop
from dieukhoan.batch.spool import Spool
from dieukhoan.batch.words import say
from dieukhoan.batch.work import Part, lost_part, part
from dieukhoan.core.errors import UsageError
from dieukhoan.rulebook import load
from dieukhoan.tables import LANGS, TABLES, VIEWS, Rows
from dieukhoan.tables.documents import DIAGNOSTICS, DOCUMENTS
from dieukhoan.writers import formats as known_formats
from dieukhoan.writers import writer

FORMATS = ("csv", "xlsx", "sqlite")
Paths = str | Path | Sequence[str | Path]
Progress = Callable[[int, int, str], None]
"""Called after each file with: files done, files in all, the file's name."""


@dataclass(frozen=True, slots=True)
class Summary:
    """What a run gave: counts, what was written, and (source, reason) of every file that failed."""

    ok: int
    partial: int
    failed: int
    skipped: int
    duties: int
    deadlines: int
    warnings: int
    written: tuple[Path, ...]
    failures: tuple[tuple[str, str], ...]

    @property
    def documents(self) -> int:
        """Files in all."""
        return self.ok + self.partial + self.failed


def convert(  # noqa: PLR0913  one keyword an option of the command
    paths: Paths,
    out: str | Path,
    *,
    formats: Sequence[str] = FORMATS,
    jobs: int = 1,
    lang: str = "vi",
    rules: Iterable[str | Path] = (),
    progress: Progress | None = None,
) -> Summary:
    """Read the files and folders ``paths`` and write their tables and texts to the folder ``out``.

    ``jobs`` is the number of processes (what is written is the same for any; a script that asks for more than one
    needs the guard ``if __name__ == "__main__"``); ``lang`` (``vi`` or ``en``) the language of labels and views;
    ``rules`` folders of own rules. A file that cannot be read becomes a failed row. Raises UsageError for a call
    that makes no sense or a folder that cannot be written to, RuleError for a rule that is refused.
    """
    named = [Path(path) for path in ([paths] if isinstance(paths, (str, Path)) else paths)]
    target, folders = Path(out), tuple(map(Path, rules))
    check_choices(formats, jobs, lang)
    found = collect(named, lang, target)
    load(*folders)  # a faulty rule is one clear error, not one a file
    tally = _Tally(len(found.files), progress)
    with workshop(target, lang) as folder:
        made = folder / "made"
        (made / TEXT).mkdir(parents=True)
        with closing(Spool(folder / "rows")) as spool:
            work = partial(part, rules=folders, lang=lang)
            for done in run(found.files, work, lost_part, jobs, lang):
                spool.add(done.rows)
                if done.text is not None:
                    (made / TEXT / f"{done.document_id}.txt").write_bytes(done.text)
                tally.add(done)
            for name in dict.fromkeys(formats):
                writer(name)((*VIEWS, *TABLES), spool.fetch, made, lang)
        written = publish(made, target)
    return tally.summary(found.skipped, written)


def check_choices(formats: Sequence[str], jobs: int, lang: str) -> None:
    """Raise UsageError for a format, a language or a number of jobs that there is not."""
    if lang not in LANGS:
        raise UsageError(say("no_lang", "en", name=lang, known=", ".join(LANGS)))
    for name in formats:
        if name not in known_formats():
            raise UsageError(say("no_format", lang, name=name, known=", ".join(known_formats())))
    if jobs < 1:
        raise UsageError(say("no_jobs", lang, jobs=jobs))


class _Tally:
    """Counts what comes in, and reports each file."""

    def __init__(self, total: int, progress: Progress | None) -> None:
        self._total, self._progress = total, progress
        self._status: Counter[str] = Counter()
        self._rows: Counter[str] = Counter()
        self._failures: list[tuple[str, str]] = []

    def add(self, done: Part) -> None:
        (document,) = DOCUMENTS.dicts(done.rows[DOCUMENTS.name])
        self._status[document["status"]] += 1
        self._rows.update({name: len(rows) for name, rows in done.rows.items()})
        self._rows["warnings"] += sum(row["severity"] == "warning" for row in _doubts(done.rows))
        if document["status"] == "failed":
            self._failures += [(document["source"], row["message"]) for row in _doubts(done.rows)]
        if self._progress:
            self._progress(self._status.total(), self._total, document["source"])

    def summary(self, skipped: int, written: tuple[Path, ...]) -> Summary:
        return Summary(
            ok=self._status["ok"],
            partial=self._status["partial"],
            failed=self._status["failed"],
            skipped=skipped,
            duties=self._rows["obligations"],
            deadlines=self._rows["deadlines"],
            warnings=self._rows["warnings"],
            written=written,
            failures=tuple(self._failures),
        )


def _doubts(rows: Rows) -> Iterable[Mapping[str, Any]]:
    return DIAGNOSTICS.dicts(rows[DIAGNOSTICS.name])
