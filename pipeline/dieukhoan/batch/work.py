"""One file, start to end, in isolation: whatever happens to it, the others go on."""

from __future__ import annotations

import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field, replace
from functools import lru_cache, partial
from pathlib import Path
from typing import TYPE_CHECKING, Self, TypeVar

from dieukhoan.batch import remote
from dieukhoan.batch.collect import File, sha256
from dieukhoan.batch.fingerprint import Basis, basis, tools
from dieukhoan.batch.parts import UNFINISHED, Entry, Record, encode, pack
from dieukhoan.batch.shards import Limits, Lost, Step, Work
from dieukhoan.batch.words import say
from dieukhoan.core.errors import InputError, UnreadableFile, UsageError
from dieukhoan.tables import Rows, failed, rows
from dieukhoan.tables.documents import DIAGNOSTICS, DOCUMENTS

if TYPE_CHECKING:
    from dieukhoan.analyse import Analysis
    from dieukhoan.core.records import Source
    from dieukhoan.extract.resources import Resources

T = TypeVar("T")
Lap = Callable[[str], None]


def _unwatched(_stage: str) -> None:
    """What is told the end of a stage where nobody wants to know."""


@lru_cache(maxsize=2)
def _resources(rules: tuple[Path, ...], nlp: str, state: tuple[tuple[str, int, int], ...]) -> Resources:
    """Compiled once in each process for each ``state`` of the files in the folders ``rules``."""
    from dieukhoan.analyse import resources

    return resources(rules, nlp)


def _state(rules: tuple[Path, ...]) -> tuple[tuple[str, int, int], ...]:
    """Names, times and sizes: who edits a rule and tries again shall not get the old one."""
    files = sorted(path for folder in rules for path in folder.rglob("*.y*ml"))
    return tuple((str(path), path.stat().st_mtime_ns, path.stat().st_size) for path in files)


def analyse_file(  # noqa: PLR0913, PLR0917  one argument an option
    path: str | Path,
    rules: tuple[str | Path, ...] = (),
    name: str = "",
    ocr: str = "auto",
    lap: Lap = _unwatched,
    nlp: str = "rules",
) -> Analysis:
    """Everything known of the document in the file ``path``.

    ``rules`` are folders of own rules, added to the built-in ones; ``name`` is what ``source`` shall say (default:
    the file's name); ``ocr`` is as in :func:`dieukhoan.readers.read`; ``lap`` is told the name of each stage when it is
    over; ``nlp`` is as in :func:`dieukhoan.analyse.resources`. Raises UnreadableFile for a file that cannot be turned
    into text, RuleError for a bad rule.
    """
    from dieukhoan.readers import read

    return _analysed(partial(read, Path(path), name, ocr), _loaded(tuple(map(Path, rules)), nlp), lap)


def _loaded(rules: tuple[Path, ...], nlp: str) -> Resources:
    """The resources with ``rules`` as they are on the disk now."""
    return _resources(rules, nlp, _state(rules))


def _analysed(read: Callable[[], Source], using: Resources, lap: Lap) -> Analysis:
    """What :func:`analyse_file` gives of the source that ``read`` gives."""
    from dieukhoan.analyse import analyse

    source = read()
    lap("read")
    return analyse(source, using, lap)


class Clock:
    """Seconds by stage, as a clock on the wall counts them."""

    def __init__(self) -> None:
        self.seconds: dict[str, float] = {}
        self._last = time.perf_counter()

    def __call__(self, stage: str) -> None:
        """``stage`` is over."""
        now = time.perf_counter()
        self.seconds[stage] = round(self.seconds.get(stage, 0.0) + now - self._last, 6)
        self._last = now


@dataclass(frozen=True)
class FileWork(Work):
    """Work on files: brings those from afar, and knows when there is no use in going on.

    ``rules`` are folders of own rules; ``lang`` is the language of messages and views; ``ocr`` as in
    :func:`dieukhoan.readers.read`; ``limits`` what one file may take; ``nlp`` as in
    :func:`dieukhoan.analyse.resources`.
    """

    rules: tuple[Path, ...] = ()
    lang: str = "vi"
    ocr: str = "auto"
    limits: Limits = field(default_factory=Limits)
    nlp: str = "rules"

    def prepare(self) -> None:
        """Load rules, words and models: else the first file would pay for them, and could run out of its time."""
        from dieukhoan.nlp.lexicon import lexicon

        using = _loaded(self.rules, self.nlp)
        lexicon(using.rules)
        using.tagger.tag("phối hợp kiểm tra")

    def isolated(self, file: File, use: Callable[[Analysis], T], lap: Lap = _unwatched) -> T:
        """``use`` of the file's analysis, or what is ``lost``: the one place where any error is held up."""
        try:
            found = self.analysed(file, lap)
            return use(replace(found, document_id=found.document_id + file.suffix))
        except Exception as error:  # noqa: BLE001  one damaged file must not cost the archive
            lost: T = self.lost(file, error)
            return lost

    def analysed(self, file: File, lap: Lap) -> Analysis:
        """Everything known of the document in ``file``, in which OCR may take no longer than the limits say."""
        from dieukhoan.readers import read

        reading = partial(read, file.path, file.name, self.ocr, self.limits.timeout)
        return _analysed(reading, _loaded(self.rules, self.nlp), lap)

    def bring(self, tasks: Sequence[File], folder: Path) -> tuple[Sequence[File], Lost]:
        """``tasks`` with a copy in ``folder`` of each file that is not on this machine."""
        brought, lost = list(tasks), Lost()
        for place, file in enumerate(tasks):
            if file.url:
                target = folder / f"{place}{file.path.suffix}"
                brought[place] = replace(file, path=target)
                try:
                    remote.fetch(file.url, target)
                except (OSError, UsageError) as error:
                    lost[place] = "no_access", say("no_fetch", self.lang, reason=error)
        return brought, lost

    def doubt(self, task: File, step: Step) -> None:
        """Raise InputError when a file cannot be opened because the whole folder is gone."""
        if step.code == "no_access" and not _reachable(task):
            raise InputError(say("input_gone", self.lang, root=task.root))


def _reachable(file: File) -> bool:
    """Whether the folder that ``file`` was found in is still there."""
    if file.url:
        return remote.reachable(file.root)
    try:
        return not file.root or next(Path(file.root).iterdir(), None) is not None
    except OSError:
        return False


@dataclass(frozen=True)
class Reading(FileWork):
    """What ``convert`` does with a file: its rows and its text become a record, those of a shard a part.

    ``basis`` is what the rows depend on beside the file.
    """

    basis: Basis = field(default_factory=dict)

    @classmethod
    def of(cls, rules: tuple[Path, ...], lang: str, ocr: str, limits: Limits, nlp: str = "rules") -> Self:
        """The reading with the rules that there are now."""
        return cls(rules, lang, ocr, limits, nlp, basis(rules, f"lang={lang}, ocr={ocr}, nlp={nlp}"))

    def agree(self, here: str) -> None:
        """Raise UsageError unless program, libraries and rules of this machine are those of the run; they may also have
        changed on this one since the run began (``here`` empty)."""
        mine = basis(self.rules, self.basis["options"])
        if other := [name for name, value in self.basis.items() if mine[name] != value]:
            values = ", ".join(f"{name}: {mine[name]} ≠ {self.basis[name]}" for name in other)
            raise UsageError(say("other_basis" if here else "changed_meanwhile", self.lang, host=here, values=values))

    def __call__(self, task: File) -> Record:
        """The record of one file."""
        clock = Clock()
        return self.isolated(task, lambda found: self.record(task, found, clock), clock)

    def record(self, file: File, found: Analysis, clock: Clock) -> Record:
        """The record of ``file``, which was ``found`` to say this."""
        made = self.rows(found)
        clock("tables")
        encoded = encode(made)
        found.text.encode()  # what cannot be written must fail here, where it costs one file
        clock("encode")
        known = entry(file, made, found.source.sha256, len(found.text), clock.seconds)
        late = next((row for row in DIAGNOSTICS.dicts(made[DIAGNOSTICS.name]) if row["code"] == UNFINISHED), None)
        if late:
            known = self._forced(known, late["code"], late["message"])
        return Record(known, encoded, found.text)

    def _forced(self, known: Entry, code: str, reason: str) -> Entry:
        """``known`` of a file that the limits, or a fault, kept from being read as a whole."""
        limits = self.limits
        return replace(known, code=code, reason=reason, timeout=limits.timeout, memory=limits.memory, tools=tools())

    def rows(self, found: Analysis) -> Rows:
        """The rows that a document gives."""
        return rows(found, self.lang)

    def lost(self, task: File, error: BaseException) -> Record:
        """The record of a file that could not be read."""
        if isinstance(error, MemoryError):
            error = UnreadableFile("memory", say("memory", self.lang, limits=self.limits))
        digest = sha256(replace(task, url=""))
        made = failed(task.name, digest, error, task.suffix, self.lang)
        (doubt,) = DIAGNOSTICS.dicts(made[DIAGNOSTICS.name])
        known = self._forced(entry(task, made, digest), doubt["code"], doubt["message"])
        return Record(known, encode(made), None)

    def told(self, result: Record) -> Step:
        """What is to be said of a record."""
        known = result.entry
        return Step(known.name, known.status, known.code, known.reason, sum(known.seconds.values()))

    def pack(self, results: Sequence[Record]) -> bytes:
        """The bytes of the part that ``results`` make."""
        return pack(results, self.basis)


def entry(file: File, made: Rows, digest: str, characters: int = 0, seconds: dict[str, float] | None = None) -> Entry:
    """What is known of ``file`` and the rows ``made`` from it."""
    (document,) = DOCUMENTS.dicts(made[DOCUMENTS.name])
    counts = {name: len(found) for name, found in made.items()}
    counts["warnings"] = sum(row["severity"] == "warning" for row in DIAGNOSTICS.dicts(made[DIAGNOSTICS.name]))
    return Entry(
        file.name,
        file.suffix,
        file.location,
        file.stamp,
        digest,
        document["document_id"],
        document["status"],
        characters=characters,
        seconds=seconds or {},
        counts=counts,
    )
