"""Does confidence mean what it says, and the points that make it so: one command, on annotated documents.

``python benchmarks/calibrate.py GOLD... --unseen GOLD...`` fits the points of ``dieukhoan.extract.confidence`` and
shows how they hold on documents that took no part in the fit; ``--write`` puts them into ``rules/calibration.yaml``.
Points are fitted by ridge regression on the log-odds, each set of documents (``GOLD...``, ``--unseen``) with a base of
its own: documents that rules were tuned on are right more often than others, so the base that is kept is that of
``--unseen``.
Only counts leave the documents; no text does.
"""

from __future__ import annotations

import argparse
from collections import Counter
from collections.abc import Sequence
from pathlib import Path
from typing import NamedTuple

import numpy
from annotated import ROOT, load, scored

from dieukhoan.analyse import resources
from dieukhoan.evaluate.figures import Bin, Judged, by_confidence, calibration_error
from dieukhoan.extract.confidence import BASE, FIGURES, SIGNS, confidence, signs

TARGET = ROOT / "rules" / "calibration.yaml"
RIDGE = 4.0  # how strongly points are held near 0: rows that a sign needs before it counts
STEPS = 60
EVERY = "every row"
HEAD = f"""about: >-
  How sure a duty is: each sign that a row bears gives points (log-odds); their sum with `{BASE}` is turned into the
  probability that the row can be used as it is. Fitted by benchmarks/calibrate.py; not to be edited by hand.
figures:
  {FIGURES}:
"""


class Rows(NamedTuple):
    """The duties of one document: signs, whether each is usable, and the set that the document belongs to."""

    signs: list[tuple[str, ...]]
    right: list[bool]
    unseen: bool


def gathered(paths: Sequence[Path], *, unseen: bool) -> list[Rows]:
    """The duties of the annotated documents ``paths``."""
    made = []
    for found, figures in scored(load(paths), resources())[0]:
        judged = [one.right for one in figures.judged if one.table == "obligations"]
        made.append(Rows(list(signs(found)), judged, unseen))
    return made


def fit(documents: Sequence[Rows]) -> dict[str, float]:
    """The points of each sign and the base, by Newton's method on the penalised likelihood."""
    names = [*SIGNS]
    rows = [(borne, right, one.unseen) for one in documents for borne, right in zip(one.signs, one.right, strict=True)]
    known = numpy.array([[1.0, not unseen, *(name in borne for name in names)] for borne, _, unseen in rows], float)
    right = numpy.array([right for _, right, _ in rows], float)
    penalty = numpy.diag([1e-3, 1e-3, *(RIDGE for _ in names)])
    points = numpy.zeros(known.shape[1])
    for _ in range(STEPS):
        chance = 1 / (1 + numpy.exp(-known @ points))
        slope = known.T @ (right - chance) - penalty @ points
        bend = (known * (chance * (1 - chance))[:, None]).T @ known + penalty
        points += numpy.linalg.solve(bend, slope)
    base = points[0] if any(unseen for _, _, unseen in rows) else points[0] + points[1]
    return {BASE: float(base)} | {name: float(value) for name, value in zip(names, points[2:], strict=True)}


def judged(one: Rows, points: dict[str, float]) -> list[Judged]:
    """The rows of a document with the confidence that ``points`` give."""
    pairs = zip(one.signs, one.right, strict=True)
    return [Judged("obligations", "", True, right, confidence(borne, points)) for borne, right in pairs]


def order(documents: Sequence[Rows], rows: Sequence[Judged]) -> float:
    """Of all pairs of a usable and an unusable row of one document, how many have the usable one surer (ties: half)."""
    above = pairs = 0.0
    left = list(rows)
    for one in documents:
        mine, left = left[: len(one.right)], left[len(one.right) :]
        good = [row.confidence for row in mine if row.right]
        bad = [row.confidence for row in mine if not row.right]
        above += sum((high > low) + (high == low) / 2 for high in good for low in bad)
        pairs += len(good) * len(bad)
    return above / pairs if pairs else 1.0


def show(title: str, bins: Sequence[Bin]) -> None:
    """A table of bins."""
    print(f"{title}\n{'confidence':<14}{'rows':>6}{'mean':>8}{'usable':>8}{'apart':>8}")
    for one in bins:
        row = f"{one.low:.1f} to {one.high:.1f}"
        print(f"{row:<14}{one.rows:>6}{one.confidence:>8.2f}{one.right:>8.2f}{one.confidence - one.right:>+8.2f}")
    print(f"{'mean distance':<14}{calibration_error(bins):>30.3f}\n")


def write(points: dict[str, float], path: Path) -> None:
    """The points as a file of the rules."""
    lines = [f"    {name}: {value:.2f}  # {SIGNS.get(name, EVERY)}\n" for name, value in points.items()]
    path.write_text(HEAD + "".join(lines), "utf-8", newline="\n")


def main() -> None:
    """Fit, show, and write where asked to."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("gold", nargs="*", type=Path, help="annotated files or folders that rules were written from")
    parser.add_argument("--unseen", nargs="+", type=Path, default=[], help="annotated files that no rule came from")
    parser.add_argument("--write", action="store_true", help=f"write {TARGET.relative_to(ROOT).as_posix()}")
    given = parser.parse_args()
    if not given.gold and not given.unseen:
        parser.error("name annotated files")
    documents = gathered(given.gold, unseen=False) if given.gold else []
    documents += gathered(given.unseen, unseen=True) if given.unseen else []
    tested = [one for one in documents if one.unseen] or documents
    apart: list[Judged] = []
    for one in tested:
        rest = [other for other in documents if other is not one]
        apart += judged(one, fit(rest)) if rest else []
    show("each document with points fitted on the others", by_confidence(apart))
    print(f"a usable row stands above an unusable one of its document in {order(tested, apart):.0%} of pairs\n")
    points = fit(documents)
    every = [row for one in tested for row in judged(one, points)]
    show("the same documents with the points fitted on all", by_confidence(every))
    borne = Counter(name for one in documents for row in one.signs for name in row)
    borne[BASE] = sum(len(one.right) for one in documents)
    print(f"{'sign':<14}{'points':>8}{'rows':>7}  meaning")
    for name, value in points.items():
        print(f"{name:<14}{value:>+8.2f}{borne[name]:>7}  {SIGNS.get(name, EVERY)}")
    if given.write:
        write(points, TARGET)
        print(f"\nwritten: {TARGET.relative_to(ROOT).as_posix()}")


if __name__ == "__main__":
    main()
