"""Duties: which clauses bind whom, with whom, for whom, by when."""

from dieukhoan.extract.duties.stage import find_duties

__all__ = ["find_duties"]
