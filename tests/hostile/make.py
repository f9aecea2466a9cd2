"""Write the folder of hostile and broken files.

    python tests/hostile/make.py FOLDER [--slow] [--only WORD]

The same files every time; none of them stands in the repository. ``--slow`` adds those that take seconds or need
another program. Prints how many there are, and what this system cannot have (such as a pipe with a name on Windows).
"""

from __future__ import annotations

import argparse
import sys
from collections import Counter
from pathlib import Path

if __name__ == "__main__":
    sys.path.insert(0, str(Path(__file__).resolve().parents[1]))

from hostile import archives, books, names, pages, texts, trees
from hostile.case import Case

_MODULES = (archives, trees, books, texts, pages, names)


def cases() -> tuple[Case, ...]:
    """All of them; each name once."""
    found = tuple(case for module in _MODULES for case in module.cases())
    twice = [name for name, count in Counter(case.name for case in found).items() if count > 1]
    assert not twice, twice
    return found


def write(folder: Path, wanted: tuple[Case, ...]) -> tuple[list[Case], list[str]]:
    """Write ``wanted`` to ``folder``; those that were written, and why others could not be."""
    written, missing = [], []
    for case in wanted:
        try:
            case.write(folder)
        except (OSError, ValueError) as error:
            missing.append(f"{case.name!r}: {error}")
        else:
            written.append(case)
    return written, missing


def main() -> None:
    """Write the folder."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("folder", type=Path)
    parser.add_argument("--slow", action="store_true", help="also those that take seconds or need another program")
    parser.add_argument("--only", default="", help="those whose name holds this")
    options = parser.parse_args()
    wanted = tuple(case for case in cases() if options.only in case.name and (options.slow or not case.slow))
    written, missing = write(options.folder, wanted)
    for line in missing:
        sys.stdout.write(f"not here: {line}\n")
    sys.stdout.write(f"{len(written)} files\n")


if __name__ == "__main__":
    main()
