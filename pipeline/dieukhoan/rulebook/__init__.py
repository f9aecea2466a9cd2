"""Rules are data: load them, check them, match with them."""

from dieukhoan.rulebook.build import Rulebook, build
from dieukhoan.rulebook.check import Failure, check
from dieukhoan.rulebook.family import Family
from dieukhoan.rulebook.load import load
from dieukhoan.rulebook.rules import Example, Match, Rule

__all__ = ["Example", "Failure", "Family", "Match", "Rule", "Rulebook", "build", "check", "load"]
