"""Paths told apart by as little of them as is needed."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence


def tails(paths: Sequence[str]) -> list[str]:
    """For each of ``paths`` (with forward slashes) the fewest last parts of it that no other ends with; the
    whole path where another one ends with that too."""
    parts = [path.split("/") for path in paths]
    counts = Counter(_end(one, size) for one in parts for size in range(1, len(one) + 1))
    return ["/".join(one[-_needed(one, counts) :]) for one in parts]


def _needed(parts: Sequence[str], counts: Counter[str]) -> int:
    return next((size for size in range(1, len(parts)) if counts[_end(parts, size)] == 1), len(parts))


def _end(parts: Sequence[str], size: int) -> str:
    return "/".join(parts[-size:])
