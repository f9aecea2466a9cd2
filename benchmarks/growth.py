"""How time grows with size: every hostile shape at n, 2n and 4n characters, stage by stage.

    python benchmarks/growth.py                     all shapes
    python benchmarks/growth.py --only capitals     those whose name holds the word

Prints CPU seconds of the whole chain at each size, the exponent of its growth (1 is linear, 2 quadratic; from 2n to
4n) and each stage whose own exponent is above 1.3 and which takes over a twentieth of a second at 4n. No verdict: the
machine's load moves the figures.
"""

from __future__ import annotations

import argparse
import math
import sys
import time
from collections.abc import Callable, Iterator
from pathlib import Path
from tempfile import TemporaryDirectory

ROOT = Path(__file__).resolve().parents[1]
sys.path[:0] = [str(ROOT / "pipeline"), str(Path(__file__).resolve().parent)]

from shapes import SHAPES, Shape  # noqa: E402  found through the path set above

from dieukhoan.analyse import STAGES, begin, resources  # noqa: E402
from dieukhoan.core.errors import UnreadableFile  # noqa: E402
from dieukhoan.core.records import Source  # noqa: E402
from dieukhoan.extract.resources import Resources  # noqa: E402
from dieukhoan.readers import read  # noqa: E402
from dieukhoan.tables import rows  # noqa: E402

Spent = dict[str, float]
_STEEP, _NOTABLE, _PATIENCE = 1.3, 0.05, 20.0  # exponent; seconds; seconds after which the next size is not tried


def timed(spent: Spent, name: str, call: Callable[[], Source]) -> Source:
    """What ``call`` gives; its CPU seconds are kept under ``name``."""
    start = time.process_time()
    try:
        return call()
    finally:
        spent[name] = time.process_time() - start


def measured(path: Path, using: Resources) -> Spent:
    """CPU seconds of each stage on the file; a reader that refuses it ends the chain."""
    spent: Spent = {}
    try:
        source = timed(spent, "read", lambda: read(path))
    except UnreadableFile:
        return spent
    start = time.process_time()
    document = begin(source)
    spent["view"] = time.process_time() - start
    for stage in STAGES:
        start = time.process_time()
        document = stage(document, using)
        spent[stage.__name__] = time.process_time() - start
    start = time.process_time()
    rows(document)
    spent["tables"] = time.process_time() - start
    return spent


def exponent(before: float, after: float) -> float:
    """Of growth when the size doubles."""
    return math.log2(max(after, 1e-4) / max(before, 1e-4))


def line(name: str, all_spent: list[Spent]) -> str:
    """One row of the table."""
    sums = [sum(spent.values()) for spent in all_spent]
    shown = "".join(f"{total:9.2f}" for total in sums).ljust(27)
    if len(sums) < 2:
        return f"{name:28}{shown}   stopped: over {_PATIENCE:.0f} s"
    last, before = all_spent[-1], all_spent[-2]
    steep = [
        f"{stage} {spent:.2f} s ^{power:.1f}"
        for stage, spent in last.items()
        if spent > _NOTABLE and (power := exponent(before.get(stage, 0.0), spent)) > _STEEP
    ]
    return f"{name:28}{shown}{exponent(sums[-2], sums[-1]):6.2f}  {', '.join(steep)}"


def sizes(name: str, shape: Shape, size: int, suffix: str, using: Resources) -> Iterator[Spent]:
    """What each stage spends at n, 2n, 4n; not further once a size has taken too long."""
    with TemporaryDirectory() as folder:
        for times in (1, 2, 4):
            path = Path(folder) / f"{name.replace(' ', '-')}{suffix}"
            path.write_text(shape(size * times), "utf-8", newline="")
            spent = measured(path, using)
            yield spent
            if sum(spent.values()) > _PATIENCE:
                return


def main() -> None:
    """Measure and print."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--size", type=int, default=50_000, help="characters of the smallest text (n)")
    parser.add_argument("--only", default="", help="shapes whose name holds this")
    options = parser.parse_args()
    using = resources()
    list(sizes("warm up", lambda n: "1. Sở Y tế phối hợp với Công an tỉnh.\n" * (n // 40), 4000, ".txt", using))
    print(f"{'shape':28}{'n':>9}{'2n':>9}{'4n':>9}{'power':>6}  steep stages   (n = {options.size:,})")
    for name, shape in SHAPES.items():
        if options.only in name:
            print(line(name, list(sizes(name, shape, options.size, ".txt", using))), flush=True)


if __name__ == "__main__":
    main()
