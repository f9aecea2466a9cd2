"""One file, start to end, in isolation: whatever happens to it, the others go on."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace
from functools import lru_cache
from pathlib import Path
from typing import TypeVar

from dieukhoan.analyse import Analysis, analyse, resources
from dieukhoan.batch.collect import File, sha256
from dieukhoan.extract.resources import Resources
from dieukhoan.readers import read
from dieukhoan.tables import Rows, failed, rows

T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class Part:
    """What one file gives to the output: rows by table, and its canonical text in UTF-8 (None when it failed)."""

    document_id: str
    rows: Rows
    text: bytes | None


@lru_cache(maxsize=2)
def _resources(rules: tuple[Path, ...], state: tuple[tuple[str, int, int], ...]) -> Resources:
    """Compiled once in each process for each ``state`` of the files in the folders ``rules``."""
    return resources(rules)


def _state(rules: tuple[Path, ...]) -> tuple[tuple[str, int, int], ...]:
    """Names, times and sizes: who edits a rule and tries again shall not get the old one."""
    files = sorted(path for folder in rules for path in folder.rglob("*.y*ml"))
    return tuple((str(path), path.stat().st_mtime_ns, path.stat().st_size) for path in files)


def analyse_file(path: str | Path, rules: tuple[str | Path, ...] = (), name: str = "") -> Analysis:
    """Everything known of the document in the file ``path``.

    ``rules`` are folders of own rules, added to the built-in ones; ``name`` is what ``source`` shall say (default:
    the file's name). Raises UnreadableFile for a file that cannot be turned into text, RuleError for a bad rule.
    """
    folders = tuple(map(Path, rules))
    return analyse(read(Path(path), name), _resources(folders, _state(folders)))


def isolated(
    file: File, rules: tuple[Path, ...], use: Callable[[Analysis], T], lost: Callable[[BaseException], T]
) -> T:
    """``use`` of the file's analysis, or ``lost`` of the error: the one place where any error is held up."""
    try:
        found = analyse_file(file.path, rules, file.name)
        return use(replace(found, document_id=found.document_id + file.suffix))
    except Exception as error:  # noqa: BLE001  one damaged file must not cost the archive
        return lost(error)


def part(file: File, rules: tuple[Path, ...], lang: str) -> Part:
    """The rows and the text of one file."""
    return isolated(file, rules, lambda found: _made(found, lang), lambda error: lost_part(file, error))


def _made(found: Analysis, lang: str) -> Part:
    return Part(found.document_id, rows(found, lang), found.text.encode("utf-8"))


def lost_part(file: File, error: BaseException) -> Part:
    """The rows of a file that could not be read."""
    made = failed(file.name, sha256(file.path), error, file.suffix)
    return Part("", made, None)
