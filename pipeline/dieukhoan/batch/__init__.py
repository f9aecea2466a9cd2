"""Many files: collected in natural order, each read in isolation, written as one set of tables."""

from dieukhoan.batch.comparison import Compared, compare
from dieukhoan.batch.conversion import FORMATS, Summary, check_choices, convert
from dieukhoan.batch.cover import LEAST, Coverage, check_coverage, coverage
from dieukhoan.batch.words import say
from dieukhoan.batch.work import analyse_file

__all__ = [
    "FORMATS", "LEAST", "Compared", "Coverage", "Summary",
    "analyse_file", "check_choices", "check_coverage", "compare", "convert", "coverage", "say",
]  # fmt: skip
