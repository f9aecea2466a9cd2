"""From a folder of documents to tables: collect, read what is not read yet, write."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from pathlib import Path

from dieukhoan.batch import local, remote
from dieukhoan.batch.checkpoint import Checkpoint, Kept, full
from dieukhoan.batch.cluster import Cluster
from dieukhoan.batch.collect import File, listed, told_apart
from dieukhoan.batch.home import Home, home, writing
from dieukhoan.batch.listeners import Listener
from dieukhoan.batch.report import Account, Summary, Tally, report
from dieukhoan.batch.results import Results, gather
from dieukhoan.batch.shards import Engine, Limits, Order, Packed, cut
from dieukhoan.batch.words import say
from dieukhoan.batch.work import Reading
from dieukhoan.batch.writing import write
from dieukhoan.core.errors import InputError, UsageError
from dieukhoan.nlp.tagger import TAGGERS
from dieukhoan.readers import OCR
from dieukhoan.rulebook import load
from dieukhoan.tables import LANGS, TABLES, VIEWS
from dieukhoan.writers import formats as known_formats
from dieukhoan.writers import missing as not_installed

FORMATS = ("csv", "xlsx", "sqlite")
ENGINES = ("local", "dask")
REPORT = "run.json"
Paths = str | Path | Sequence[str | Path]


def convert(  # noqa: PLR0913  one keyword an option of the command
    paths: Paths,
    out: str | Path,
    *,
    formats: Sequence[str] = FORMATS,
    jobs: int = 1,
    lang: str = "vi",
    rules: Iterable[str | Path] = (),
    ocr: str = "auto",
    nlp: str = "rules",
    fresh: bool = False,
    limits: Limits = Limits(),  # noqa: B008  frozen
    engine: str = "local",
    scheduler: str = "",
    listener: Listener | None = None,
) -> Summary:
    """Read the files and folders ``paths`` and write their tables and texts to the folder ``out``.

    All of them may be URLs that fsspec knows. What an earlier run into ``out`` has read is not read again (``fresh``:
    it is), however that run ended. ``jobs`` is the number of processes (what is written is the same for any);
    ``lang`` (``vi`` or ``en``) the language of labels and views; ``rules`` folders of own rules; ``ocr`` which pages
    of a PDF are read by OCR (``auto``: those without readable text, ``never``, ``always``); ``nlp`` what decides
    where no rule does (``rules``: nothing, ``tags``: underthesea's tagger); ``limits`` what one file may take;
    ``engine`` ``local`` or ``dask``, with the address of its ``scheduler``. A file that cannot be read becomes a
    failed row.

    Raises UsageError for a call that makes no sense, OutputError for a folder that cannot be written to, InputError
    when the input goes away in mid-run, RuleError for a rule that is refused.
    """
    named = [paths] if isinstance(paths, (str, Path)) else list(paths)
    folders = tuple(map(Path, rules))
    check_choices(formats, jobs, lang, ocr, engine, nlp)
    account = Account()
    with account.timed("collect"):
        found = listed(named, lang, out)
    if folders:
        load(*folders)  # a faulty rule is one clear error; the built-in ones are sound
    order = Order(Reading.of(folders, lang, ocr, limits, nlp), limits, jobs, lang)
    with home(out, lang) as place:
        run = _Run(place, order, account, listener or Listener())
        with account.timed("resume"):
            files, kept = run.resume(found.files, fresh)
        with account.timed("read"):
            run.read(files, kept, Cluster(scheduler) if engine == "dask" else local.run)
        whole = [kept[file.location] for file in files]
        how = {"jobs": jobs, "engine": engine, "limits": str(limits), "passed_over": found.passed}
        made = run.publish(whole, formats, found.skipped, how)
    return replace(made, written=tuple(_inside(out, name) for name in made.written))


def _inside(out: str | Path, name: str) -> str:
    return f"{str(out).rstrip('/')}/{name}" if remote.is_url(out) else str(Path(out) / name)


def _gathered(place: Home, whole: Sequence[Kept], formats: Sequence[str], order: Order, account: Account) -> Results:
    """The results of the files ``whole``. Raises InputError when two of them have become one while they were read."""
    twice = [name for name, count in Counter(one.entry.document_id for one in whole).items() if count > 1]
    if twice:
        raise InputError(say("changing", order.lang, names=", ".join(twice[:3])))
    with account.timed("sort"), writing(place.out, order.lang):
        return gather(whole, (*VIEWS, *TABLES), order.lang, formats, place.sorted)


class _Run:
    """What is to be read, and the parts it goes to."""

    def __init__(self, place: Home, order: Order, account: Account, heard: Listener) -> None:
        assert isinstance(order.work, Reading)
        self.place, self.order, self.account, self.heard, self.reading = place, order, account, heard, order.work
        self.before = 0

    def resume(self, found: Sequence[File], fresh: bool) -> tuple[list[File], dict[str, Kept]]:
        """The files with their suffixes, and where the rows are of those that an earlier run has read, by location."""
        if fresh:
            self.place.drop(self.place.parts.iterdir())
        self.checkpoint = Checkpoint(self.place.parts, self.reading.basis, self.order.limits)
        files = told_apart(found, self.checkpoint.digest)
        kept = {file.location: one for file in files if (one := self.checkpoint.find(file))}
        self.before = len(kept)
        self.heard.begin(len(files), len(kept))
        self._say_what_is_kept(len(files))
        return files, kept

    def _say_what_is_kept(self, total: int) -> None:
        notes = [(f"outdated_{reason}", count) for reason, count in self.checkpoint.outdated.items()]
        if self.before:
            notes.append(("resumed", self.before))
        for key, count in notes:
            text = say(key, self.order.lang, count=count, total=total)
            self.account.notes.append(text)
            self.heard.note(text)

    def read(self, files: Sequence[File], kept: dict[str, Kept], engine: Engine) -> None:
        """Read what is not ``kept`` yet, and put it there; each part is on the disk before the next shard counts."""
        missing = [file for file in files if file.location not in kept]
        if not missing:
            return
        for event in engine(cut(missing, self.order.jobs), self.order):
            if isinstance(event, Packed):
                self.account.peak = max(self.account.peak, event.peak)
                for one in self.checkpoint.add(self.place.keep(event.value)):
                    kept[one.entry.location] = one
            else:
                self.heard.step(event)

    def publish(
        self, whole: Sequence[Kept], formats: Sequence[str], skipped: int, how: Mapping[str, object]
    ) -> Summary:
        """Write the tables of the files ``whole`` and the report on the run, and put them in the place of what an
        earlier run has written; ``how`` is what the report says of the call."""
        place, order, account = self.place, self.order, self.account
        results = _gathered(place, whole, formats, order, account)
        texts = write(results, [one.entry.document_id for one in whole], formats, place, order, account, self.heard)
        tally = Tally(full(whole))
        made = tally.summary(skipped, self.before, ())
        data = report(tally, made, results.counts, self.reading.basis, {"formats": list(formats), **how}, account)
        with writing(place.out, order.lang):
            (place.made / REPORT).write_bytes(data)
        written = place.publish(texts)
        place.drop(self.checkpoint.idle(one.slot.part for one in whole))
        return replace(made, written=tuple(written))


def check_choices(  # noqa: PLR0913, PLR0917  one argument a choice
    formats: Sequence[str], jobs: int, lang: str, ocr: str = "auto", engine: str = "local", nlp: str = "rules"
) -> None:
    """Raise UsageError for a format, language, number of jobs, choice of OCR, engine or tagger that there is not."""
    if lang not in LANGS:
        raise UsageError(say("no_lang", "en", name=lang, known=", ".join(LANGS)))
    for name in formats:
        if name not in known_formats():
            raise UsageError(say("no_format", lang, name=name, known=", ".join(known_formats())))
        if why := not_installed(name, lang):
            raise UsageError(why)
    if ocr not in OCR:
        raise UsageError(say("no_ocr", lang, name=ocr, known=", ".join(OCR)))
    if nlp not in TAGGERS:
        raise UsageError(say("no_nlp", lang, name=nlp, known=", ".join(TAGGERS)))
    if jobs < 1:
        raise UsageError(say("no_jobs", lang, jobs=jobs))
    if engine not in ENGINES:
        raise UsageError(say("no_engine", lang, name=engine, known=", ".join(ENGINES)))
