"""Many files: collected in natural order, each read in isolation, written as one set of tables."""

from dieukhoan.batch.beside import Compared
from dieukhoan.batch.comparison import compare
from dieukhoan.batch.conversion import ENGINES, FORMATS, check_choices, convert
from dieukhoan.batch.cover import LEAST, Coverage, check_coverage, coverage
from dieukhoan.batch.proposal import Proposal, Proposals, propose
from dieukhoan.batch.report import Summary
from dieukhoan.batch.shards import Limits
from dieukhoan.batch.words import say
from dieukhoan.batch.work import analyse_file

__all__ = [
    "ENGINES", "FORMATS", "LEAST", "Compared", "Coverage", "Limits", "Proposal", "Proposals", "Summary",
    "analyse_file", "check_choices", "check_coverage", "compare", "convert", "coverage", "propose", "say",
]  # fmt: skip
