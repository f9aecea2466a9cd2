"""What a match of each family of rules stands for in the tables; examples of rules are held against these values."""

from __future__ import annotations

from dieukhoan.extract import citations, deadlines, header
from dieukhoan.rulebook import Rulebook
from dieukhoan.rulebook.check import Evaluator


def evaluators(rules: Rulebook | None = None) -> dict[str, Evaluator]:
    """The evaluator of every family whose values are more than what its rules emit (``rules``: default built-in)."""
    return {**deadlines.evaluators(rules), **citations.evaluators(rules), **header.evaluators()}
